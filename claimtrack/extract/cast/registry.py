"""Who appears in a document: people and institutions, each under one canonical name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.extract.cast.actors import (
    Actor,
    Mention,
    Place,
    head_is_loose,
    org_role_fit,
    role_fit,
    same_org,
)
from claimtrack.extract.cast.beside import authors_of, headed_by, told_beside
from claimtrack.extract.cast.census import (
    apposed_people,
    bodies_by_context,
    capitals,
    has_given_name,
    is_mention_head,
    label_votes,
    misread_surnames,
    people_by_surname,
    place_names,
    word_count,
)
from claimtrack.extract.cast.phrases import Description, describe
from claimtrack.extract.cast.told import addressed, as_person, is_an_it, learn_genders, namesakes
from claimtrack.extract.grammar import children, is_verb, subject_of
from claimtrack.model import normalise
from claimtrack.text.given_names import listed_gender
from claimtrack.text.names import (
    CAPITALS,
    COMPANY_SUFFIXES,
    COMPANY_WORDS,
    EPITHETS,
    HEADING_ROLES,
    ORG_ROLES,
    STREET_WORDS,
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
_LOOSE_HEADS = frozenset(
    "bank body force party league center centre board label group team club "
    "church school network survey office operator maker carrier".split()
)


_OF_OTHERS = frozenset("report learn understand hear reveal quote".split())
"""Verbs with which a newspaper tells of another: "He is a mechanic, the Courier has learned"."""
_NO_BODIES = ("GPE", "NORP", "LOC", "FAC", "EVENT")
_UNIONS = frozenset("Union Guild Association Federation union guild association federation".split())
"""What has a secretary at its head."""


def _body(token: Token, found: Description) -> Description:
    """The description of a name as that of a body: "the operator, Norra Roads"."""
    words = token.doc[token.i - capitals(token).count(" ") : token.i + 1]
    modifiers = frozenset(word.lower_ for word in words[:-1])
    return replace(found, shape="org", name=words.text, role=None, modifiers=modifiers)


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
        self._labels = label_votes(docs)
        self._places = place_names(docs)
        heads = [
            ((unit, token.i), token, describe(token))
            for unit, doc in enumerate(docs)
            for token in doc
            if is_mention_head(token)
        ]
        shortened = people_by_surname(docs)
        forced = apposed_people(docs) | shortened
        heads = [
            (place, token, as_person(token, found))
            if found.shape != "person" and (place in forced or has_given_name(found.name))
            else (place, token, found)
            for place, token, found in heads
        ]
        self.misread = misread_surnames(docs, [found for _, _, found in heads])
        heads = [head for head in heads if head[0] not in self.misread]
        for place, token in self.misread.items():
            heads.append((place, token, replace(describe(token), shape="person", name=token.text)))
        told = bodies_by_context(docs)
        heads = [
            (place, token, _body(token, found))
            if capitals(token) in told and place not in shortened
            else (place, token, found)
            for place, token, found in heads
        ]
        bodies = {
            (found.name or "").split()[0].lower()
            for _, token, found in heads
            if found.shape == "org"
            and word_count(found.name) > 1
            and token.lower_ in COMPANY_SUFFIXES
        }
        surnames = {
            surname(found.name).lower()
            for _, _, found in heads
            if found.shape == "person" and word_count(found.name) > 1 and found.name
        }
        bodies |= {
            (found.name or "").lower()
            for _, _, found in heads
            if found.shape == "org" and found.modifiers & COMPANY_WORDS
        }
        self._bodies = bodies - surnames
        persons = [item for item in heads if item[2].shape == "person"]
        for place, _, found in sorted(persons, key=lambda h: (-word_count(h[2].name), h[0])):
            self._add_person(place, found)
        for place, token, found in heads:
            if place in self._by_token or found.shape not in ("org", "person"):
                continue
            alone = found.name if word_count(found.name) == 1 else None
            known = self._known_person(alone) if alone else None
            if known is not None:
                self._by_token[place] = known
            elif found.shape == "org" or (alone or "").lower() in self._bodies:
                self._add_org(place, token, found)
        for place, token, _ in heads:
            self._learn(place, token)
        self._find_institutions(docs)
        self._merge_orgs()
        self._learn_beside([doc.text for doc in docs])
        self._by_token.update(namesakes(docs, self.people, self._by_token))
        for place, token, _ in heads:
            actor = self._by_token.get(place)
            if actor is not None:
                if addressed(token):
                    continue
                self.mentions.append(
                    Mention(
                        place, self._numbers[place[0]], actor, token.dep_ in ("nsubj", "nsubjpass")
                    )
                )
        self.mentions.sort(key=lambda mention: mention.place)
        learn_genders(docs, self.mentions)

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

    def body(self, name: str) -> Actor | None:
        """Return the institution that is called ``name`` in this document, or None."""
        key = normalise(name)
        return next((a for a in self.orgs if key in map(normalise, (a.name, *a.aliases))), None)

    def is_place(self, name: str) -> bool:
        """Whether the text tells that ``name`` is one of a place."""
        return name in self._places or self._labels.get(name) in ("GPE", "LOC")

    def add_speakers(self, labels: Sequence[str]) -> None:
        """Add people who are named only before what they say, in a transcript."""
        for label in sorted(set(labels), key=lambda text: (-len(text.split()), text)):
            name = label.title() if label.isupper() else label
            if " " not in name or any(same_person(name, a.name) for a in self.people):
                continue
            short = [a for a in self.people if same_person(a.name, name)]
            if len(short) == 1:
                # Whom the questions call "Ms Stadt" is who answers as "Verena Stadt".
                short[0].aliases |= {short[0].name, name}
                short[0].name = name
            else:
                self.people.append(Actor(name, "person", (0, 0), {name}))

    def by_role(self, found: Description, before: Place) -> Actor | None:
        """Return the person a description like "the Ukrainian leader" stands for, or None."""
        best: tuple[int, int, int] | None = None
        chosen: Actor | None = None
        recent = {id(m.actor): number for number, m in enumerate(self.mentions) if m.place < before}
        for actor in self.people:
            score = role_fit(found, actor)
            seen = recent.get(id(actor))
            if score <= 0 or seen is None:
                continue
            rank = (score, seen, 0)
            if best is None or rank > best:
                best, chosen = rank, actor
        return chosen

    def by_org_role(self, found: Description, before: Place, loose: bool = False) -> Actor | None:
        """Return the institution that "the agency" or "the company" stands for, or None.

        ``loose`` takes the only named body of the text for "the club" or "the hospital": right
        for a speaker, but not for a place.
        """
        chosen: Actor | None = None
        # "The company" is one that does something, and not a product that the label misreads.
        acting = {id(m.actor) for m in self.mentions if m.subject}
        firm = found.head in COMPANY_WORDS
        named: Counter[int] = Counter()
        for mention in self.mentions:
            if mention.place >= before:
                break
            actor = mention.actor
            named[id(actor)] += 1
            if actor.kind == "org" and org_role_fit(found, actor):
                if firm and set(actor.name.lower().split()) <= self._outlet:
                    continue  # the newspaper's own name
                fit = not firm or id(actor) in acting or actor.roles or chosen is None
                # Who is named in passing is not the company that the text tells of.
                passing = firm and chosen is not None and not (mention.subject or actor.roles)
                if fit and not (passing and named[id(actor)] == 1 and named[id(chosen)] > 1):
                    chosen = actor
        if chosen is None and loose and head_is_loose(found):
            # Nothing tells the kind of the only body that has a name of its own.
            bodies = {
                id(m.actor): m.actor
                for m in self.mentions
                if m.place < before
                and m.actor.kind == "org"
                and m.actor.proper
                and not m.actor.roles
                and m.actor.label not in ("GPE", "NORP", "LOC", "FAC", "EVENT")
                and m.actor.head not in ORG_ROLES
                and m.actor.label
            }
            if len(bodies) == 1:
                chosen = next(iter(bodies.values()))
        if chosen is None and found.head in COMPANY_WORDS and found.modifiers:
            # "the software maker": the modifier tells its trade, not its name.
            plain = replace(found, modifiers=frozenset())
            fits = {
                id(m.actor): m.actor
                for m in self.mentions
                if m.place < before and m.actor.kind == "org" and org_role_fit(plain, m.actor)
            }
            if len(fits) == 1:
                chosen = next(iter(fits.values()))
        return chosen

    def _known_person(self, name: str) -> Actor | None:
        fits = [
            a
            for a in self.people
            if same_person(name, a.name) and (" " in a.name or a.roles or a.genders)
        ]
        if name in self._places:
            # "In Lund" of a text that tells of the firm Lund Kraft names the town.
            fits = [a for a in fits if surname(a.name) == name or a.roles or a.genders]
        return fits[0] if fits else None

    def _add_person(self, place: Place, found: Description) -> None:
        name = strip_titles(found.name or "")
        if name.lower() in EPITHETS and not found.role:
            return
        if (
            " " not in name
            and not found.role
            and (
                name in self._places
                or found.definite
                or name.lower() in self._outlet | self._bodies
            )
        ):
            return
        if not name or (
            " " not in name
            and not found.role
            and (
                nation_of(name)
                or name.lower() in CAPITALS
                or self._labels.get(name) in ("GPE", "NORP", "LOC")
            )
        ):
            return
        unnamed = " " in name and not (found.role or found.gender or has_given_name(name))
        if unnamed and name.split()[-1].lower() in STREET_WORDS:
            return
        placed = " " in name and not found.role and surname(name) in self._places
        if placed and not has_given_name(name):
            return  # "the capital, Banda Aceh" of a text that tells of Aceh
        fits = [a for a in self.people if same_person(name, a.name)]
        if len(fits) > 1:
            titled = [a for a in fits if not found.gender or a.gender in (None, found.gender)]
            past = [a for a in titled if a.first <= place]
            last = max(
                (at for at, a in self._by_token.items() if at < place and a in past), default=None
            )
            fits = [self._by_token[last]] if last is not None else (past or titled or fits)[-1:]
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
        heads = found.role in HEADING_ROLES or (
            found.role == "secretary" and bool(_UNIONS & set((found.institution or "").split()))
        )
        heads = heads and not found.modifiers & {"former", "ex"}
        if found.institution and (found.spokes or heads) and actor.institution is None:
            actor.institution = found.institution
        actor.spokes = actor.spokes or found.spokes
        if found.gender:
            actor.genders[found.gender] += 2

    def _add_org(self, place: Place, token: Token, found: Description) -> None:
        proper = token.pos_ == "PROPN" or (found.name or "").istitle()
        name = found.name or found.text
        name = name[4:] if name[:4].lower() == "the " else name
        if not proper and not (found.nation or found.modifiers - _EMPTY_MODIFIERS):
            return
        if not proper and not found.nation and token.lemma_.lower() in _LOOSE_HEADS:
            return
        if self._labels.get(name) in ("DATE", "TIME", "MONEY", "CARDINAL", "PERCENT"):
            return
        head = token.lemma_.lower()
        actor = Actor(
            name,
            "org",
            place,
            {name},
            set(),
            {found.nation} if found.nation else set(),
            found.modifiers,
            head,
            proper=proper,
            plural=found.plural,
            label="GPE" if name in self._places else self._labels.get(name, token.ent_type_),
            article=found.definite or not (found.nation or proper or children(token, "poss")),
        )
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
        if actor.kind == "person" and actor.institution is None:
            actor.institution = headed_by(token, actor)
        verb = token.head
        if token.dep_ in ("nsubj", "nsubjpass") and is_verb(verb):
            if is_an_it(actor.name, verb):
                self._turn_to_org(actor, full=True)
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
                    own = inner is not None and any(
                        p.lower_ == "its" for p in children(inner, "poss")
                    )
                    if inner is not None and (inner.lower_ == "it" or own):
                        self._turn_to_org(actor)
                    medium = verb.lemma_.lower() in _OF_OTHERS and actor.kind == "org"
                    if inner is not None and inner.lower_ in ("he", "she") and not medium:
                        if actor.kind == "org" and not self._turn_to_person(actor):
                            continue
                        told = "m" if inner.lower_ == "he" else "f"
                        if listed_gender(actor.name) not in (None, told):
                            continue  # "Hugo Berg says she drowned": another
                        if inner.i > token.i or actor.gender in (None, told):
                            actor.genders[told] += 1

    def _learn_beside(self, texts: Sequence[str]) -> None:
        """Give heads without a body the one that the words beside their names tell."""
        for person in self.people:
            if person.institution is None and " " in person.name:
                if person.roles & HEADING_ROLES or "officer" in person.roles:
                    person.institution = told_beside(person.name, texts, self._is_body)
                person.institution = person.institution or authors_of(person.name, texts)

    def _is_body(self, name: str) -> bool:
        """Whether the text names ``name`` as a body that is no place."""
        actor = self.body(name)
        return actor is not None and actor.label not in _NO_BODIES

    def _turn_to_org(self, actor: Actor, full: bool = False) -> None:
        """ "Tolman said it": a lone name that is an "it" is no person; nor is ``full`` "itself"."""
        known = actor.kind != "person" or actor.roles or actor.genders
        if known or (" " in actor.name and not full):
            return
        self.people.remove(actor)
        self.orgs.append(actor)
        actor.kind, actor.label = "org", "ORG"

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
        self._by_token = {at: replaced.get(id(a), a) for at, a in self._by_token.items()}
