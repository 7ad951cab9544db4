"""Who appears in a document: people and institutions, each under one canonical name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claimtrack.extract.grammar import children, is_verb, name_tokens, subject_of
from claimtrack.extract.phrases import Description, describe
from claimtrack.model import normalise
from claimtrack.text.given_names import gender_of_given_name, is_given_name
from claimtrack.text.names import (
    CAPITALS,
    COMPANY_SUFFIXES,
    COMPANY_WORDS,
    GENERIC_ORG,
    LEADER_ROLES,
    ORG_ROLES,
    nation_of,
    same_person,
    strip_titles,
    surname,
)
from claimtrack.text.reporting import ASSERT_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_EMPTY_MODIFIERS = frozenset(
    "other same new own several another first second last next many big large small whole entire "
    "old former private good main only recent".split()
)
_PLACE_KINDS = frozenset("village town city region district province island port county state "
                         "valley suburb hamlet republic capital municipality".split())
_LOOSE_HEADS = frozenset("bank body force party league center centre board label group team club "
                         "church school network survey office operator maker carrier".split())

Place = tuple[int, int]
"""Where a mention stands: index of the unit, index of the token in it."""


@dataclass(slots=True)
class Actor:
    """A person or an institution of the document."""

    name: str
    kind: str
    first: Place
    aliases: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    modifiers: frozenset[str] = frozenset()
    head: str = ""
    institution: str | None = None
    spokes: bool = False
    genders: Counter[str] = field(default_factory=Counter)
    proper: bool = True
    plural: bool = False
    label: str = ""
    article: bool = False

    @property
    def gender(self) -> str | None:
        """ "m", "f" or None, by titles, roles, pronouns and given name."""
        if self.genders:
            return self.genders.most_common(1)[0][0]
        return gender_of_given_name(self.name.split()[0]) if " " in self.name else None


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an actor is named, and whether as a subject."""

    place: Place
    sentence: int
    actor: Actor = field(compare=False)
    subject: bool = False


class Registry:
    """The actors of one document and where they are named."""

    def __init__(
        self, docs: Sequence[Doc], numbers: Sequence[int], outlet: str | None = None
    ) -> None:
        """Read ``docs``, the units in text order; ``numbers`` holds each one's sentence number.

        The words of the ``outlet``'s name never make a person.
        """
        self._outlet = frozenset((outlet or "").lower().split())
        self.people: list[Actor] = []
        self.orgs: list[Actor] = []
        self.mentions: list[Mention] = []
        self._by_token: dict[Place, Actor] = {}
        self._numbers = list(numbers)
        self._labels = _label_votes(docs)
        self._places = _place_names(docs)
        heads = [
            ((unit, token.i), token, describe(token))
            for unit, doc in enumerate(docs)
            for token in doc
            if _is_mention_head(token)
        ]
        forced = _apposed_people(docs)
        heads = [
            (place, token, replace(found, shape="person",
                                   name=strip_titles(found.name or token.text)))
            if found.shape != "person" and (place in forced or _has_given_name(found.name))
            else (place, token, found)
            for place, token, found in heads
        ]
        persons = [item for item in heads if item[2].shape == "person"]
        for place, _, found in sorted(persons, key=lambda h: (-_words(h[2].name), h[0])):
            self._add_person(place, found)
        for place, token, found in heads:
            if place in self._by_token or found.shape not in ("org", "person"):
                continue
            alone = found.name if _words(found.name) == 1 else None
            known = self._known_person(alone) if alone else None
            if known is not None:
                self._by_token[place] = known
            elif found.shape == "org":
                self._add_org(place, token, found)
        for place, token, _ in heads:
            self._learn(place, token)
        self._find_institutions(docs)
        self._merge_orgs()
        for place, token, _ in heads:
            actor = self._by_token.get(place)
            if actor is not None:
                self.mentions.append(Mention(place, self._numbers[place[0]], actor,
                                             token.dep_ in ("nsubj", "nsubjpass")))
        self.mentions.sort(key=lambda mention: mention.place)

    def actor_at(self, place: Place) -> Actor | None:
        """Return the actor that the phrase headed at ``place`` names, or None."""
        return self._by_token.get(place)

    def person(self, name: str, before: Place | None = None) -> Actor | None:
        """Return the person that ``name`` can stand for: the only one, else the latest named."""
        fits = [actor for actor in self.people if same_person(name, actor.name)]
        if len(fits) <= 1 or before is None:
            return fits[0] if len(fits) == 1 else None
        past = [m.actor for m in self.mentions if m.place < before and m.actor in fits]
        return past[-1] if past else None

    def find(self, name: str) -> Actor | None:
        """Return the actor that is called ``name`` in this document, or None."""
        key = normalise(name)
        for actor in (*self.people, *self.orgs):
            if key == normalise(actor.name) or key in {normalise(alias) for alias in actor.aliases}:
                return actor
        return None

    def by_role(self, found: Description, before: Place) -> Actor | None:
        """Return the person a description like "the Ukrainian leader" stands for, or None."""
        best: tuple[int, int, int] | None = None
        chosen: Actor | None = None
        recent = {id(m.actor): number for number, m in enumerate(self.mentions)
                  if m.place < before}
        for actor in self.people:
            score = _role_fit(found, actor)
            seen = recent.get(id(actor))
            if score <= 0 or seen is None:
                continue
            rank = (score, seen, 0)
            if best is None or rank > best:
                best, chosen = rank, actor
        return chosen

    def by_org_role(
        self, found: Description, before: Place, loose: bool = False
    ) -> Actor | None:
        """Return the institution that "the agency" or "the company" stands for, or None.

        ``loose`` takes the only named body of the text for "the club" or "the hospital": right
        for a speaker, but not for a place.
        """
        chosen: Actor | None = None
        for mention in self.mentions:
            if mention.place >= before:
                break
            actor = mention.actor
            if actor.kind == "org" and _org_role_fit(found, actor):
                chosen = actor
        if chosen is None and loose and head_is_loose(found):
            # Nothing tells the kind of the only body that has a name of its own.
            bodies = {id(m.actor): m.actor for m in self.mentions if m.place < before
                      and m.actor.kind == "org" and m.actor.proper and not m.actor.roles
                      and m.actor.label not in ("GPE", "NORP", "LOC", "FAC", "EVENT")
                      and m.actor.head not in ORG_ROLES and m.actor.label}
            if len(bodies) == 1:
                chosen = next(iter(bodies.values()))
        if chosen is None and found.head in COMPANY_WORDS and found.modifiers:
            # "the software maker": the modifier tells its trade, not its name.
            plain = replace(found, modifiers=frozenset())
            fits = {id(m.actor): m.actor for m in self.mentions if m.place < before
                    and m.actor.kind == "org" and _org_role_fit(plain, m.actor)}
            if len(fits) == 1:
                chosen = next(iter(fits.values()))
        return chosen

    def _known_person(self, name: str) -> Actor | None:
        fits = [a for a in self.people if same_person(name, a.name)
                and (" " in a.name or a.roles or a.genders)]
        return fits[0] if fits else None

    def _add_person(self, place: Place, found: Description) -> None:
        name = strip_titles(found.name or "")
        if " " not in name and not found.role and (
                name in self._places or found.definite or name.lower() in self._outlet):
            return
        if not name or (" " not in name and not found.role and (
                nation_of(name) or name.lower() in CAPITALS or self._labels.get(name) in (
                    "GPE", "NORP", "LOC"))):
            return
        fits = [a for a in self.people if same_person(name, a.name)]
        if len(fits) > 1:
            titled = [a for a in fits if not found.gender or a.gender in (None, found.gender)]
            past = [a for a in titled if a.first <= place]
            fits = (past or titled or fits)[-1:]
        actor = fits[0] if fits else Actor(name, "person", place)
        if not fits:
            self.people.append(actor)
        actor.first = min(actor.first, place)
        actor.aliases.add(name)
        self._describe_person(actor, found)
        self._by_token[place] = actor

    @staticmethod
    def _describe_person(actor: Actor, found: Description) -> None:
        if found.role:
            actor.roles |= {found.role, *(m for m in found.modifiers if m in ("prime", "vice"))}
        if found.nation:
            actor.nations.add(found.nation)
        if found.institution and found.spokes and actor.institution is None:
            actor.institution = found.institution
        actor.spokes = actor.spokes or found.spokes
        if found.gender:
            actor.genders[found.gender] += 2

    def _add_org(self, place: Place, token: Token, found: Description) -> None:
        proper = token.pos_ == "PROPN"
        name = found.name or found.text
        name = name[4:] if name[:4].lower() == "the " else name
        if not proper and not (found.nation or found.modifiers - _EMPTY_MODIFIERS):
            return
        if not proper and not found.nation and token.lemma_.lower() in _LOOSE_HEADS:
            return
        if self._labels.get(name) in ("DATE", "TIME", "MONEY", "CARDINAL", "PERCENT"):
            return
        head = token.lemma_.lower()
        actor = Actor(name, "org", place, {name}, set(), {found.nation} if found.nation else set(),
                      found.modifiers, head, proper=proper, plural=found.plural,
                      label="GPE" if name in self._places
                      else self._labels.get(name, token.ent_type_),
                      article=found.definite or (not found.nation and not proper))
        for other in self.orgs:
            if normalise(other.name) == normalise(name):
                self._by_token[place] = other
                return
        self.orgs.append(actor)
        self._by_token[place] = actor

    def _learn(self, place: Place, token: Token) -> None:
        """Learn roles from apposition and copula, gender from "Berg said she"."""
        actor = self._by_token.get(place)
        appositions = children(token, "appos")
        appositions += [c for a in appositions for c in children(a, "appos")]
        for other in appositions:
            other_actor = self._by_token.get((place[0], other.i))
            if actor is not None and actor.kind == "person":
                self._describe_person(actor, describe(other))
            elif other_actor is not None and other_actor.kind == "person":
                self._describe_person(other_actor, describe(token))
            elif actor is not None and other_actor is None and actor.kind == "org":
                actor.roles.add(other.lemma_.lower())
        if actor is None:
            return
        verb = token.head
        if token.dep_ in ("nsubj", "nsubjpass") and is_verb(verb):
            for attribute in children(verb, "attr"):
                if verb.lemma_ == "be":
                    described = describe(attribute)
                    if actor.kind == "person" and described.role:
                        self._describe_person(actor, described)
                    elif actor.kind == "org":
                        actor.roles.add(attribute.lemma_.lower())
            if verb.lemma_.lower() in ASSERT_VERBS:
                for content in children(verb, "ccomp"):
                    inner = subject_of(content)
                    if inner is not None and inner.lower_ in ("he", "she"):
                        if actor.kind == "org" and not self._turn_to_person(actor):
                            continue
                        actor.genders["m" if inner.lower_ == "he" else "f"] += 1

    def _find_institutions(self, docs: Sequence[Doc]) -> None:
        """Give "spokesman Arvid Kohn" the body that is the subject of what he says."""
        for (unit, index), actor in list(self._by_token.items()):
            if actor.kind != "person" or not actor.spokes or actor.institution is not None:
                continue
            actor.institution = self.body_spoken_of(docs[unit][index], unit)

    def body_spoken_of(self, speaker: Token, unit: int) -> str | None:
        """Return the body that is the subject of what an unattached spokesman says, or None."""
        for token in speaker.doc:
            if token.i == speaker.i or token.dep_ not in ("nsubj", "nsubjpass"):
                continue
            other = self._by_token.get((unit, token.i))
            if other is not None and other.kind == "org" and other.label != "GPE":
                return other.name
            if token.lower_ == "police":
                return token.text
        return None

    def _turn_to_person(self, actor: Actor) -> bool:
        """ "Umm Ibrahim said she": what the parser took for a body is a person."""
        if not actor.proper or actor.head in ORG_ROLES or actor.label in ("GPE", "NORP", "LOC"):
            return False
        self.orgs.remove(actor)
        self.people.append(actor)
        actor.kind, actor.article = "person", False
        return True

    def _merge_orgs(self) -> None:
        """Let each institution keep one record, under its longest proper name."""
        ordered = sorted(self.orgs, key=lambda a: (not a.proper, -len(a.name), a.first))
        kept: list[Actor] = []
        replaced: dict[int, Actor] = {}
        for actor in ordered:
            fits = [other for other in kept if same_org(actor, other)]
            if len(fits) == 1:
                if normalise(fits[0].name) == normalise(actor.name):
                    fits[0].article = fits[0].article or actor.article
                fits[0].aliases |= actor.aliases
                fits[0].nations |= actor.nations
                fits[0].roles |= actor.roles | {actor.head}
                fits[0].first = min(fits[0].first, actor.first)
                replaced[id(actor)] = fits[0]
            else:
                kept.append(actor)
        self.orgs = kept
        for place, actor in self._by_token.items():
            self._by_token[place] = replaced.get(id(actor), actor)


def same_org(a: Actor, b: Actor) -> bool:
    """Whether two phrases name one institution: the same name, its acronym, or the same role.

    "Ukraine's security agency" is "Ukraine's Security Service": one nation, one field, and
    heads that writers exchange. Two ministries of one government stay two.
    """
    first, second = normalise(a.name), normalise(b.name)
    if first == second:
        return True
    if a.label in ("GPE", "NORP", "LOC") or b.label in ("GPE", "NORP", "LOC"):
        return False
    short, long = sorted((a.name, b.name), key=len)
    if a.proper and b.proper and " " not in first.replace(second, "") and second != first and (
            long.lower().endswith((" " + short.lower(), "-" + short.lower()))
            and (" " in short or "-" in short) and a.head == b.head):
        return True
    if " " not in short and short.isupper() and len(short) > 1:
        initials = "".join(w[0] for w in long.split() if w[0].isupper())
        if initials == short:
            return True
    words_short, words_long = short.lower().split(), long.lower().split()
    if a.proper and b.proper and len(words_short) < len(words_long):
        tail = set(words_long[len(words_short):])
        if words_long[: len(words_short)] == words_short and tail <= (
                COMPANY_SUFFIXES | COMPANY_WORDS):
            return True
    if a.nations and b.nations and a.nations != b.nations:
        return False
    heads = a.head == b.head or (a.head in GENERIC_ORG and b.head in GENERIC_ORG)
    if not heads or a.head not in ORG_ROLES:
        return False
    mods_a, mods_b = _fields(a), _fields(b)
    if not mods_a or not mods_b:
        return False
    if a.nations and b.nations:
        return mods_a <= mods_b or mods_b <= mods_a
    return mods_a == mods_b


def _fields(actor: Actor) -> frozenset[str]:
    return frozenset(w for w in actor.modifiers
                     if w not in ("the", "'s", "its", "national", "federal", "state"))


def head_is_loose(found: Description) -> bool:
    """Whether "the club", "the hospital" may take up a body whose name does not tell its kind."""
    loose = COMPANY_WORDS | {"club", "team", "hospital", "school", "university", "charity", "party",
                             "college", "museum", "institute", "foundation", "newspaper", "network"}
    return found.head in loose and not found.modifiers and not found.nation


def _role_fit(found: Description, actor: Actor) -> int:
    """How well a role description fits a person: 0 not at all."""
    role = found.role
    if role is None:
        return 0
    if found.nation and actor.nations and found.nation not in actor.nations:
        return 0
    if found.gender and actor.gender and found.gender != actor.gender:
        return 0
    score = 0
    if role in actor.roles:
        score = 4
    elif role == "leader":
        score = 3 if actor.roles & (LEADER_ROLES | {"prime"}) else 0
    if not score:
        return 0
    return score * 2 + (2 if found.nation and found.nation in actor.nations else 0)


def _org_role_fit(found: Description, actor: Actor) -> bool:
    if found.nation and found.nation not in actor.nations:
        return False
    if found.modifiers and not found.modifiers <= actor.modifiers | actor.roles:
        return False
    if actor.label in ("GPE", "NORP", "LOC"):
        return False
    head = found.head
    if head in (actor.head, *actor.roles):
        return True
    if head in GENERIC_ORG and actor.head in GENERIC_ORG:
        return True
    if head in COMPANY_WORDS:
        last = actor.name.split()[-1].lower()
        return last in COMPANY_SUFFIXES or bool(actor.roles & COMPANY_WORDS) or (
            head in ("company", "firm", "group", "business") and actor.label == "ORG"
            and actor.proper and actor.head not in ORG_ROLES)
    return False


def _label_votes(docs: Sequence[Doc]) -> dict[str, str]:
    votes: dict[str, Counter[str]] = {}
    for doc in docs:
        for entity in doc.ents:
            name = entity.text.removeprefix("the ").removeprefix("The ").removesuffix("'s")
            votes.setdefault(name, Counter())[entity.label_] += 1
    return {name: counts.most_common(1)[0][0] for name, counts in votes.items()}


def _apposed_people(docs: Sequence[Doc]) -> set[Place]:
    """Return where a name stands beside a person's role: "the head nurse, Ines Moll"."""
    found: set[Place] = set()
    for unit, doc in enumerate(docs):
        for token in doc:
            if token.dep_ != "appos":
                continue
            for name, role in ((token, token.head), (token.head, token)):
                described = describe(role) if role.pos_ == "NOUN" else None
                if name.pos_ == "PROPN" and name.text[0].isupper() and described is not None and (
                    described.role) and (
                        role.lemma_.lower() not in ORG_ROLES and name.tag_ == "NNP"
                        and not nation_of(name.text)):
                    found.add((unit, name.i))
    return found


def _has_given_name(name: str | None) -> bool:
    words = name.split() if name else []
    return 1 < len(words) < 4 and is_given_name(words[0]) and (
        words[-1].lower() not in ORG_ROLES | COMPANY_SUFFIXES and words[-1][0].isupper()
        and "of" not in words)


def _place_names(docs: Sequence[Doc]) -> set[str]:
    """Return the short names that stand behind "in" or "near": places, whatever the label says."""
    found: set[str] = set()
    for doc in docs:
        for token in doc:
            if token.pos_ != "PROPN" or token.dep_ != "pobj":
                continue
            placed = token.head.lower_ in ("in", "near", "outside", "above", "across", "into")
            if not placed and not (token.head.lower_ == "of"
                                   and token.head.head.lemma_.lower() in _PLACE_KINDS):
                continue
            run = name_tokens(token)
            if len(run) <= 2 and token.lower_ not in ORG_ROLES | COMPANY_SUFFIXES and (
                    not any(w.ent_type_ == "PERSON" for w in run) or len(run) == 1):
                found.add(" ".join(w.text for w in run))
    return found


def _is_mention_head(token: Token) -> bool:
    if token.pos_ not in ("PROPN", "NOUN") or token.dep_ == "compound":
        return False
    if token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"):
        return False
    return token.text[0].isalpha()


def _words(name: str | None) -> int:
    return len(name.split()) if name else 0


__all__ = ["Actor", "Mention", "Place", "Registry", "same_org", "surname"]
