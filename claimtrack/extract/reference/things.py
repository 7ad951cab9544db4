"""What "it" and "they" stand for, where the document makes that plain."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from claimtrack.extract.cast.actors import Actor
from claimtrack.extract.cast.described import is_human
from claimtrack.extract.cast.identified import (
    guesses_what,
    is_no_body,
    names_a_deed,
    names_another,
)
from claimtrack.extract.cast.institutions import many as takes_plural
from claimtrack.extract.cast.nouns import (
    Referent,
    claimed_of,
    definite,
    depth_of,
    is_expletive,
    named,
    part_of,
)
from claimtrack.extract.cast.phrases import Description, describe
from claimtrack.extract.cast.registry import Registry
from claimtrack.extract.cast.subjects import (
    before_its_saying,
    behind_its_words,
    pointed_out,
    there_are,
)
from claimtrack.extract.clauses.predicates import full_np
from claimtrack.extract.clauses.sources import source_like
from claimtrack.extract.grammar import children, clause_verb, is_verb, text_of
from claimtrack.extract.page.units import Unit
from claimtrack.extract.reference.definites import Definites
from claimtrack.extract.reference.first_person import ME, WE, FirstPerson
from claimtrack.extract.reference.nearby import Nearby
from claimtrack.text.lexicon import EVENT_VERBS
from claimtrack.text.names import ORG_ROLES
from claimtrack.text.reporting import ASSERT_VERBS, SPEECH_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

IT = {"it", "its", "itself"}
THEY = {"they", "them", "their", "theirs"}
_FIGURES = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY")


_GOVERNED = frozenset("city town county country state region district island village".split())
_ANYBODY = frozenset(
    "one nobody none everyone everybody someone somebody anyone anybody each".split()
)
_STATELY = frozenset(
    "ministry parliament government army navy military coastguard embassy constitution "
    "currency capital president premier senate council mayor".split()
)
_PUBLIC = frozenset("statistics central weather tax secret intelligence security census".split())
_GROUPS = {"police", "people", "crew", "staff"}
_OF_SPEAKERS = frozenset("speak talk arrest detain question charge seize cordon".split())
"""What they do who have just spoken: "Two men died, police said. They spoke of one before"."""
_FURTHEST = 3
"""Sentences that "they" may reach back over such as have nothing that can be they."""
_OPEN = {"his", "her", "its", "their", "your"}
_NOMINAL = ("NOUN", "PROPN", "PRON")


class Things:
    """Finds the antecedents of "it" and "they" in one document."""

    def __init__(
        self,
        docs: Sequence[Doc],
        units: Sequence[Unit],
        registry: Registry,
        first_person: FirstPerson,
        definites: Definites,
        ours: Mapping[tuple[int, int], str],
    ) -> None:
        """``ours`` tells whose "our" it is at (unit, token), as far as it has been found."""
        self._docs = docs
        self._units = units
        self._registry = registry
        self._first_person = first_person
        self._definites = definites
        self._ours = ours
        self._nearby = Nearby(docs, units)

    def thing(
        self, unit: int, token: Token, speaker: Referent | None, direct: bool
    ) -> Referent | None:
        """Return what "it" stands for, or None; ``direct`` as for every pronoun."""
        if is_expletive(token):
            return None
        verb = clause_verb(token)
        if verb.lemma_ == "be" and any(
            w.like_num or w.ent_type_ in ("PERCENT", "MONEY", "CARDINAL")
            for a in children(verb, "attr")
            for w in a.subtree
        ):
            # "It was 64 percent" is said of a figure, and of no body.
            return self._nearby.figure(unit)
        if verb.lemma_ == "be" and names_a_deed(verb):
            return self._nearby.event(unit, token)  # a bridge is no accident
        event = token.dep_ in ("nsubj",) and verb.lemma_.lower() in EVENT_VERBS
        if event or (token.dep_ == "nsubj" and claimed_of(verb)):
            found = self._nearby.event(unit, token)
            if found is None and claimed_of(verb):
                found = self._nearby.single(unit, token)
            if found is not None:
                return found
        if verb.lemma_.lower() == "sound":
            return None  # what was said sounds dramatic
        if token.dep_ == "nsubj" and (names_another(verb) or guesses_what(verb)):
            return None
        reporting = speaker is not None and not direct
        if token.dep_ == "nsubj" and is_no_body(verb):
            found = None if reporting else self._previous_subject(unit, token, plural=False)
            return None if found is None or found.actor is not None else found
        if not direct and token.dep_ == "nsubj" and before_its_saying(token):
            found = self._previous_subject(unit, token, plural=False)
            if found is not None:
                return found
        if token.dep_ == "poss" and self._of_own_subject(unit, token):
            return None  # "Norvik filed its plan": the statement has the owner in it
        if token.dep_ == "poss" and of_state(token.head):
            country = self._state(unit, token)
            if country is not None:
                return country
        if token.dep_ == "poss" and describe(token.head).role and not direct:
            return self._body_before(unit, token)  # only a body has a president
        house = _house_of(speaker.text) if speaker is not None and speaker.actor is None else None
        if house is not None and not direct and token.dep_ in ("nsubj", "poss"):
            return Referent(house)
        body = speaker.actor if speaker is not None and not direct else None
        if body is not None and self._own_house(unit, token, body):
            house = re.sub(r"^[Tt]he ", "", body.institution or "")
            known = self._registry.body(house)
            if known is None and house in ORG_ROLES:
                kind = Description(house, house, "org", definite=True)
                known = self._registry.by_org_role(kind, (unit, token.i), loose=True)
            text = f"the {house}" if house.islower() else house
            return Referent(text) if known is None else Referent(named(known), known)
        if body is not None and body.kind == "org" and token.dep_ in ("nsubj", "nsubjpass", "poss"):
            return self._first_person.owner(token, speaker)
        if token.dep_ not in ("nsubj", "nsubjpass", "poss") or (direct and token.dep_ == "poss"):
            return None
        return self._previous_subject(unit, token, plural=False)

    def _of_own_subject(self, unit: int, token: Token) -> bool:
        """Whether "its" behind the verb is that of the name that is the verb's own subject."""
        verb = clause_verb(token)
        subject = next((s for s in children(verb, "nsubj") if s.i < verb.i < token.i), None)
        if subject is None or subject.pos_ != "PROPN" or subject.tag_ == "NNPS":
            return False
        actor = self._registry.actor_at((unit, subject.i))
        return actor is None or actor.kind == "org"

    def _state(self, unit: int, token: Token) -> Referent | None:
        """Take Norland for "its" in "exports of Norland, its finance ministry said".

        Only where the sentence, or else the one before, names one country or city.
        """
        here = self._units[unit].sentence
        for back in (0, 1):
            words = [
                w
                for n in range(unit + 1)
                if self._units[n].sentence == here - back
                for w in self._docs[n]
                if (n < unit or w.i < token.i) and w.pos_ == "PROPN"
            ]
            states = dict.fromkeys(w.text for w in words if self._may_govern(w))
            if states:
                return Referent(next(iter(states))) if len(states) == 1 else None
        return None

    def _may_govern(self, word: Token) -> bool:
        """Whether a name can be that of a country or city, alone or as an owner."""
        alone = word.nbor(-1).pos_ != "PROPN" if word.i else True
        follows = word.i + 1 < len(word.doc) and word.nbor().pos_ == "PROPN"
        place = word.ent_type_ in ("GPE", "LOC") or self._registry.is_place(word.text)
        owner = word.dep_ == "poss" and word.ent_type_ not in ("PERSON", "DATE", "TIME")
        return alone and not follows and (place or owner)

    def _own_house(self, unit: int, token: Token, speaker: Actor) -> bool:
        """Whether "it" is the speaker's house: "Berg, director of the clinic, said it had"."""
        if speaker.kind != "person" or not speaker.institution or token.dep_ != "nsubj":
            return False
        head = speaker.institution.split()[-1].lower()
        before = [w for w in self._docs[unit] if w.i < token.i]
        said = next((w.i for w in before if w.lemma_.lower() in ASSERT_VERBS), None)
        if said is None or not any(w.lower_ == head for w in before if w.i < said):
            return False
        # Nothing else in what is said comes before.
        return not any(w.pos_ in ("NOUN", "PROPN") for w in before if w.i > said)

    def _body_before(self, unit: int, token: Token) -> Referent | None:
        """Take the body that is the subject of the sentence before, or the only one in it."""
        here = self._units[unit].sentence
        for back in (0, 1, 2):
            near = [
                m
                for m in self._registry.mentions
                if m.sentence == here - back
                and m.place < (unit, token.i)
                and m.actor.kind == "org"
                and m.actor.label not in ("GPE", "LOC", "NORP", "FAC", "EVENT")
            ]
            if not near and back and self._unnamed_body(here - back):
                return None  # "A safety board sat. Its chairman …": no name tells which
            near = [m for m in near if m.subject] or near
            bodies = {id(m.actor): m.actor for m in near}
            if bodies:
                only = next(iter(bodies.values()))
                return Referent(named(only), only) if len(bodies) == 1 else None
        return None

    def _unnamed_body(self, sentence: int) -> bool:
        """Whether the subject of a sentence is a body without a name."""
        return any(
            w.dep_ in ("nsubj", "nsubjpass") and w.pos_ == "NOUN" and w.lemma_.lower() in ORG_ROLES
            for number, unit in enumerate(self._units)
            if unit.sentence == sentence
            for w in self._docs[number]
        )

    def plural(
        self, unit: int, token: Token, speaker: Referent | None, direct: bool
    ) -> Referent | None:
        """Return whom or what "they" stands for, or None."""
        if not direct and before_its_saying(token):
            found = self._previous_subject(unit, token, plural=True)
            if found is not None:
                return found
        indirect = speaker is not None and not direct
        if token.dep_ == "poss" and _owned_by_many(token):
            return None  # "Two climbers fell to their deaths, police said": it has its owners
        if indirect and speaker is not None and token.dep_ in ("nsubj", "nsubjpass", "poss"):
            body = speaker.actor
            if speaker.plural or (body is not None and body.kind == "org" and body.plural):
                return self._first_person.owner(token, speaker)
        if direct or token.lower_ == "them" or token.dep_ not in ("nsubj", "nsubjpass", "poss"):
            return None
        return self._previous_subject(unit, token, plural=True)

    def _previous_subject(self, unit: int, token: Token, plural: bool) -> Referent | None:
        """Take the subject of an earlier clause of the sentence, else of the sentence before."""
        here = self._units[unit].sentence
        verb = clause_verb(token)
        back = 1
        furthest = 1 if _of_anybody(token) else _FURTHEST
        while plural and back < furthest and self._none_of_many(here - back):
            back += 1
        for number in range(unit, -1, -1):
            if self._units[number].sentence < here - back:
                return None
            quoted = self._units[number].quoted
            if number != unit and quoted is not None and quoted != self._units[unit].quoted:
                continue
            subjects = [
                w
                for w in self._docs[number]
                if (w.dep_ in ("nsubj", "nsubjpass") or there_are(w))
                and is_verb(w.head)
                and w.tag_ not in ("WDT", "WP")
                and not any(d.lower_ == "no" for d in children(w, "det"))
                and (number != unit or (w.i < token.i and w.head != verb and w.head.i < token.i))
                and not (number == unit and w.is_ancestor(token))
            ]
            topic = self._units[number].topic
            if not subjects and number == unit and topic is not None:
                many = topic.endswith("s") and not topic.endswith("ss")
                return Referent(f"the {topic[4:]}", None, many) if many == plural else None
            if not subjects:
                continue
            # The main clause's subject leads; a pronoun there is followed back once.
            fitting = [
                w for w in subjects if w.pos_ != "PRON" or w.lower_ in (THEY if plural else IT)
            ]
            if plural:
                fitting = [w for w in fitting if not self._one_person(number, w)]
                several = [
                    w for w in fitting if w.head.dep_ != "relcl" and self._can_be_many(number, w)
                ]
                alone = number != unit and self._none_of_many(self._units[number].sentence)
                # "The score was even. They …": nothing in that sentence can be they.
                fitting = several or ([] if alone else fitting)
            if token.dep_ == "nsubj" and not plural and _says(token.head):
                fitting = [w for w in fitting if self._may_say(number, w)]
            if token.lower_ == "them":
                fitting = [w for w in fitting if not behind_its_words(w)]
            if not plural:
                fitting = [w for w in fitting if not self.is_person(number, w)]
            if not fitting:
                continue
            asking = verb.lemma_.lower() in ASSERT_VERBS | _OF_SPEAKERS or _arrests(verb)
            subject = min(
                fitting,
                key=lambda w: (not asking and behind_its_words(w), depth_of(w), w.i),
            )
            subject = pointed_out(subject)
            if subject.lower_ in (THEY if plural else IT) and not is_expletive(subject):
                if number == unit:
                    continue
                return self._previous_subject(number, subject, plural)
            return self._as_thing(number, subject, plural)
        return None

    def _may_say(self, unit: int, subject: Token) -> bool:
        """Whether the subject can be who "it said": "The risk was lower, it said" is no risk's."""
        known = self._registry.actor_at((unit, subject.i)) is not None
        governed = subject.lemma_.lower() in _GOVERNED
        return subject.pos_ == "PRON" or known or governed or source_like(subject)

    def _none_of_many(self, sentence: int) -> bool:
        """Whether a sentence has nothing for which "they" can stand, so that it points behind."""
        told = [d for u, d in zip(self._units, self._docs, strict=True) if u.sentence == sentence]
        many = ("NNS", "NNPS")
        return bool(told) and not any(
            w.tag_ in many or w.lower_ in THEY or (w.dep_ == "conj" and w.pos_ in _NOMINAL)
            for doc in told
            for w in doc
        )

    def _can_be_many(self, unit: int, token: Token) -> bool:
        """Whether "they" can stand for what the token heads: several, or a body."""
        actor = self._registry.actor_at((unit, token.i))
        body = actor is not None and actor.kind == "org" and actor.label not in ("GPE", "LOC")
        several = token.tag_ in ("NNS", "NNPS") or token.lower_ in THEY | _GROUPS
        return several or body or _listed(token)

    def _one_person(self, unit: int, token: Token) -> bool:
        """Whether a subject is one human being, for which "they" does not stand."""
        one = token.tag_ in ("NN", "NNP") and not _listed(token)
        return one and token.pos_ != "PRON" and self.is_person(unit, token)

    def is_person(self, unit: int, token: Token) -> bool:
        """Whether the phrase that the token heads is of a human being."""
        actor = self._registry.actor_at((unit, token.i))
        if actor is not None:
            return actor.kind == "person"
        return is_human(token)

    def _as_thing(self, unit: int, subject: Token, plural: bool) -> Referent | None:
        actor = self._registry.actor_at((unit, subject.i))
        body = actor is not None and actor.kind == "org" and actor.label not in ("GPE", "LOC")
        many = (
            subject.tag_ == "NNS"
            or (subject.tag_ == "NNPS" and actor is None)
            or (plural and _is_team(subject))
            or _listed(subject)
            or subject.lower_ in _GROUPS
            or (plural and body and actor is not None and takes_plural(actor.name, actor.article))
        )
        whole = part_of(subject) if subject.lower_ == "one" and not plural else None
        if whole is not None:
            return Referent(f"one of {whole}")  # "One of the planes was diverted. It …"
        if subject.pos_ not in ("NOUN", "PROPN"):
            return None
        if actor is not None and actor.kind == "person" and not (plural and many):
            return None
        if plural and body and not many and self._has_plural(unit, subject):
            return None  # "The paper misstated the prices. They rose": not the paper
        if plural != many and not (plural and body):
            return None
        if any(d.lower_ in ("any", "every", "each") for d in children(subject, "det")):
            return None
        if any(p.lower_ in _OPEN for p in children(subject, "poss")):
            return None  # whose it is would be open
        taken_up = self._definites.phrase(unit, subject) if actor is None else None
        if taken_up is not None and taken_up.actor is not None:
            return taken_up
        if actor is not None and not (plural and _listed(subject)):
            return Referent(named(actor), actor, many)
        if not plural and is_human(subject):
            return None
        text = definite(subject)
        if plural and _listed(subject):
            people = self._people_in(unit, subject)
            text = " and ".join(people) or text_of(subject, full_np(subject))
            text = "the" + text[3:] if text.startswith("The ") else text
        for ours in (p for p in children(subject, "poss") if p.lower_ in WE | ME):
            owner = self._ours.get((unit, ours.i))
            if owner is None:
                return None  # in another mouth they would be another's
            text = re.sub(r"^our\b", f"{owner}'s", text, flags=re.IGNORECASE)
        return Referent(text, None, many)

    def _people_in(self, unit: int, subject: Token) -> list[str]:
        """Return the names of the people whom the subject lists, where it names them all."""
        listed = [subject, *subject.conjuncts]
        listed += [c for word in tuple(listed) for c in children(word, "appos")]
        listed += [c for word in tuple(listed) for c in word.conjuncts]
        listed += [c for word in tuple(listed) for c in children(word, "appos")]
        found = [self._registry.actor_at((unit, w.i)) for w in dict.fromkeys(listed)]
        names = dict.fromkeys(a.name for a in found if a is not None and a.kind == "person")
        return list(names) if len(names) > 1 else []

    def _has_plural(self, unit: int, subject: Token) -> bool:
        """Whether the sentence names several things of one kind, for which "they" can stand."""
        return any(
            w.tag_ == "NNS" and w.i > subject.i and w.ent_type_ not in _FIGURES
            for w in self._docs[unit]
        )


def _house_of(source: str) -> str | None:
    """Return the watchdog of "a source at the watchdog", whose "it" and "its" are its own."""
    match = re.search(r" (?:at|of|in|inside|from|with|for) (?P<body>(?:the )?[\w'’ -]+)$", source)
    body = match["body"] if match else ""
    return body if body and body.split()[-1].lower() in ORG_ROLES else None


def of_state(noun: Token) -> bool:
    """Whether only a country or a city has it: "its finance ministry", "its parliament"."""
    offices = noun.lemma_.lower() in ("office", "agency", "bank", "service", "bureau")
    public = {w.lower_ for w in noun.lefts} & _PUBLIC
    return noun.lemma_.lower() in _STATELY or (offices and bool(public))


def _of_anybody(token: Token) -> bool:
    """Whether "their" takes up one who is nobody in particular: "No one lost their life"."""
    subjects = children(clause_verb(token), "nsubj", "nsubjpass") if token.dep_ == "poss" else []
    return any(w.lower_ in _ANYBODY or w.lower_ == "no" for s in subjects for w in s.subtree)


def _owned_by_many(token: Token) -> bool:
    """Whether the subject of the clause of "their" is several by being listed."""
    subjects = children(clause_verb(token), "nsubj", "nsubjpass")
    return any(_listed(subject) and subject.i < token.i for subject in subjects)


def _arrests(verb: Token) -> bool:
    """Whether it is "made seven arrests"."""
    return verb.lemma_.lower() == "make" and any(
        o.lemma_.lower() == "arrest" for o in children(verb, "dobj")
    )


def _listed(subject: Token) -> bool:
    """Whether the subject is of several, as "the mayor, Anna Berg, and the clerk, Jan Aske"."""
    beside = children(subject, "appos")
    return bool(children(subject, "conj")) or any(children(c, "conj") for c in beside)


def _says(verb: Token) -> bool:
    """Whether the verb says a clause."""
    return verb.lemma_.lower() in SPEECH_VERBS and bool(children(verb, "ccomp"))


def _is_team(subject: Token) -> bool:
    """Whether a name with an article ends like a plural: "the Harriers"."""
    article = any(d.lower_ == "the" for d in children(subject, "det"))
    return subject.tag_ == "NNP" and article and subject.text.endswith("s")
