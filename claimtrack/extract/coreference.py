"""What pronouns and short definite phrases stand for, where the document makes that plain.

A wrong antecedent makes a false claim, so a doubtful one is left as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.extract.actors import Actor
from claimtrack.extract.first_person import ME, WE, FirstPerson
from claimtrack.extract.grammar import children, clause_verb, core_np, is_verb, text_of
from claimtrack.extract.nouns import (
    Referent,
    claimed_of,
    definite,
    depth_of,
    fits_gender,
    is_expletive,
    named,
    with_article,
)
from claimtrack.extract.phrases import describe
from claimtrack.extract.registry import Registry
from claimtrack.extract.units import Unit
from claimtrack.text.lexicon import EVENT_NOUNS, EVENT_VERBS, HYPERNYMS, PLACE_NOUNS
from claimtrack.text.names import ORG_ROLES
from claimtrack.text.reporting import ASSERT_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HE = {"he", "him", "his", "himself"}
_SHE = {"she", "her", "hers", "herself"}
_IT = {"it", "its", "itself"}
_THEY = {"they", "them", "their", "theirs"}
POSSESSIVE = {"his", "her", "its", "their", "my", "our"}


class Resolver:
    """Finds antecedents in one document."""

    def __init__(
        self,
        docs: Sequence[Doc],
        units: Sequence[Unit],
        registry: Registry,
        first_person: FirstPerson,
    ) -> None:
        """``first_person`` knows whose "we" it is."""
        self._first_person = first_person
        self._ours: dict[tuple[int, int], str] = {}
        self._docs = docs
        self._units = units
        self._registry = registry

    def pronoun(
        self, unit: int, token: Token, sources: Sequence[Referent], direct: bool
    ) -> Referent | None:
        """Return the referent of a pronoun. ``sources`` are whose words it is in, outermost first.

        ``direct`` says that the words are a quotation, in which "I" is the innermost speaker and
        "he" is not.
        """
        word = token.lower_
        speaker = sources[-1] if sources else None
        if word in ME | WE:
            return self._first(unit, token, speaker, direct)
        if word in _HE | _SHE:
            return self._person(unit, token, speaker, "m" if word in _HE else "f", direct)
        if word in _IT:
            return self._thing(unit, token, speaker, direct)
        if word in _THEY:
            return self._plural(unit, token, speaker, direct)
        return None

    def _first(
        self, unit: int, token: Token, speaker: Referent | None, direct: bool
    ) -> Referent | None:
        found: Referent | None = None
        if direct:
            found = self._first_person.spoken(unit, token, speaker)
        elif token.lower_ in WE and speaker is None:
            found = self._first_person.own_voice(unit, token)
        elif (
            token.lower_ in WE
            and _before_its_saying(token)
            and (speaker is None or speaker.actor is None or speaker.actor.kind == "person")
        ):
            # "Our divers found it, the head of the guild said": a quotation without its marks.
            found = self._first_person.spoken(unit, token, speaker)
        found = self._first_person.owner(token, found)
        if found is not None and token.lower_ == "our":
            self._ours[unit, token.i] = found.text
        return found

    # -- he, she ----------------------------------------------------------------------------

    def _person(
        self, unit: int, token: Token, speaker: Referent | None, gender: str, direct: bool
    ) -> Referent | None:
        clause = self._own_clause_subject(unit, token)
        if (
            clause is not None
            and fits_gender(clause, gender)
            and token.lower_ in POSSESSIVE | {"himself", "herself"}
        ):
            return Referent(clause.name, clause)
        banned = speaker.actor if direct and speaker is not None else None
        said_by = speaker.actor if speaker is not None and not direct else None
        if said_by is not None and fits_gender(said_by, gender):
            return speaker
        own = self._earlier_in_unit(unit, token, gender, banned, clause)
        if own is not None:
            return Referent(own.name, own)
        described = self._described_before(unit, token, gender)
        if described is not None:
            return described
        here = self._units[unit].sentence
        for back in range(0 if direct else 1, 5):
            fits = [
                m
                for m in self._registry.mentions
                if (m.sentence == here - back and m.place[0] < unit)
                or (back > 0 and m.sentence == here - back)
            ]
            fits = [m for m in fits if fits_gender(m.actor, gender) and m.actor is not banned]
            subjects = [m for m in fits if m.subject]
            chosen = subjects[:1] or fits
            if len({id(m.actor) for m in chosen}) == 1 or subjects:
                return Referent(chosen[0].actor.name, chosen[0].actor)
            if fits:
                known = [m for m in fits if m.actor.gender == gender]
                if len({id(m.actor) for m in known}) == 1:
                    return Referent(known[0].actor.name, known[0].actor)
                return None
            resolved = self._pronoun_subject(here - back, gender, unit)
            if resolved is not None and resolved is not banned:
                return Referent(resolved.name, resolved)
        return None

    def _earlier_in_unit(
        self, unit: int, token: Token, gender: str, banned: Actor | None, clause: Actor | None
    ) -> Actor | None:
        fits = [
            m
            for m in self._registry.mentions
            if m.place[0] == unit
            and m.place[1] < token.i
            and fits_gender(m.actor, gender)
            and m.actor is not banned
        ]
        if token.dep_ in ("nsubj", "nsubjpass"):
            fits = [
                m for m in fits if clause_verb(self._docs[unit][m.place[1]]) != clause_verb(token)
            ]
        elif token.dep_ in ("dobj", "pobj", "dative"):
            fits = [m for m in fits if m.actor is not clause]
        subjects = [m for m in fits if m.subject]
        chosen = subjects or fits
        return chosen[0].actor if chosen else None

    def _described_before(self, unit: int, token: Token, gender: str) -> Referent | None:
        """Take "the suspect", subject of an earlier clause of the sentence."""
        for word in self._docs[unit]:
            if word.i >= token.i:
                return None
            if (
                word.dep_ not in ("nsubj", "nsubjpass")
                or word.pos_ != "NOUN"
                or (word.head == clause_verb(token))
            ):
                continue
            owner = next((p for p in children(word, "poss") if p.tag_ == "PRP$"), None)
            if owner is not None and owner.lower_ == {"m": "his", "f": "her"}[gender]:
                return self.pronoun(unit, owner, [], False)  # "her lawyer said she"
            found = describe(word)
            if (
                found.role
                and not found.plural
                and found.gender in (None, gender)
                and (self._registry.actor_at((unit, word.i)) is None)
            ):
                return Referent(definite(word))
        return None

    def _pronoun_subject(self, sentence: int, gender: str, before: int) -> Actor | None:
        """Follow "he" in a sentence that names nobody back to whom it stands for."""
        words = _HE if gender == "m" else _SHE
        for number in range(before - 1, -1, -1):
            if self._units[number].sentence != sentence or self._units[number].quoted is not None:
                continue
            for token in self._docs[number]:
                if token.lower_ in words and token.dep_ in ("nsubj", "nsubjpass"):
                    found = self._person(number, token, None, gender, False)
                    return found.actor if found is not None else None
        return None

    def _own_clause_subject(self, unit: int, token: Token) -> Actor | None:
        verb = clause_verb(token)
        while is_verb(verb):
            for child in children(verb, "nsubj", "nsubjpass"):
                if child.i < token.i:
                    return self._registry.actor_at((unit, child.i))
            if verb.dep_ not in ("xcomp", "conj", "advcl", "acl", "pcomp") or verb.head == verb:
                break
            verb = clause_verb(verb.head)
        return None

    # -- it, they ---------------------------------------------------------------------------

    def _thing(
        self, unit: int, token: Token, speaker: Referent | None, direct: bool
    ) -> Referent | None:
        if is_expletive(token):
            return None
        verb = clause_verb(token)
        event = token.dep_ in ("nsubj",) and verb.lemma_.lower() in EVENT_VERBS
        if event or (token.dep_ == "nsubj" and claimed_of(verb)):
            found = self._event_before(unit, token)
            if found is None and claimed_of(verb):
                found = self._object_before(unit, token)
            if found is not None:
                return found
        if not direct and token.dep_ == "nsubj" and _before_its_saying(token):
            found = self._previous_subject(unit, token, plural=False)
            if found is not None:
                return found
        if token.dep_ == "poss" and describe(token.head).role and not direct:
            found = self._body_before(unit, token)  # only a body has a president
            if found is not None:
                return found
        body = speaker.actor if speaker is not None and not direct else None
        if body is not None and body.kind == "org" and token.dep_ in ("nsubj", "nsubjpass", "poss"):
            return self._first_person.owner(token, speaker)
        if verb.lemma_ == "be" and any(
            w.like_num or w.ent_type_ in ("PERCENT", "MONEY", "CARDINAL")
            for a in children(verb, "attr")
            for w in a.subtree
        ):
            return None  # "It was 64 percent": a figure, named nowhere as a subject
        if token.dep_ not in ("nsubj", "nsubjpass", "poss") or (direct and token.dep_ == "poss"):
            return None
        return self._previous_subject(unit, token, plural=False)

    def _body_before(self, unit: int, token: Token) -> Referent | None:
        """Take the only body that the sentence before names, or the one before that."""
        here = self._units[unit].sentence
        for back in (0, 1, 2):
            bodies = {
                id(m.actor): m.actor
                for m in self._registry.mentions
                if m.sentence == here - back
                and m.place < (unit, token.i)
                and m.actor.kind == "org"
                and m.actor.label not in ("GPE", "LOC", "NORP", "FAC", "EVENT")
            }
            if bodies:
                only = next(iter(bodies.values()))
                return Referent(named(only), only) if len(bodies) == 1 else None
        return None

    def _plural(
        self, unit: int, token: Token, speaker: Referent | None, direct: bool
    ) -> Referent | None:
        if not direct and _before_its_saying(token):
            found = self._previous_subject(unit, token, plural=True)
            if found is not None:
                return found
        indirect = speaker is not None and not direct
        if indirect and speaker is not None and token.dep_ in ("nsubj", "nsubjpass", "poss"):
            body = speaker.actor
            if speaker.plural or (body is not None and body.kind == "org" and body.plural):
                return self._first_person.owner(token, speaker)
        if direct or token.lower_ == "them" or token.dep_ not in ("nsubj", "nsubjpass", "poss"):
            return None
        return self._previous_subject(unit, token, plural=True)

    def _object_before(self, unit: int, token: Token) -> Referent | None:
        """Take "a trawler" for it in "fired on a trawler, claiming it rammed a boat"."""
        doc = self._docs[unit]
        for index in range(token.i - 1, -1, -1):
            word = doc[index]
            if (
                word.dep_ in ("dobj", "pobj")
                and word.pos_ == "NOUN"
                and word.tag_ == "NN"
                and any(d.lower_ in ("a", "an") for d in children(word, "det"))
            ):
                return Referent(definite(word))
        return None

    def _event_before(self, unit: int, token: Token) -> Referent | None:
        doc = self._docs[unit]
        for index in range(token.i - 1, -1, -1):
            word = doc[index]
            if (
                word.lemma_.lower() in EVENT_NOUNS
                and word.pos_ == "NOUN"
                and (word.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "pobj"))
            ):
                return Referent(definite(word))
        here = self._units[unit].sentence
        for number in range(unit - 1, -1, -1):
            if self._units[number].sentence < here - 1:
                return None
            for word in self._docs[number]:
                if word.lemma_.lower() in EVENT_NOUNS and word.dep_ in (
                    "nsubj",
                    "nsubjpass",
                    "dobj",
                    "attr",
                ):
                    return Referent(definite(word))
        return None

    def _previous_subject(self, unit: int, token: Token, plural: bool) -> Referent | None:
        """Take the subject of an earlier clause of the sentence, else of the sentence before."""
        here = self._units[unit].sentence
        verb = clause_verb(token)
        for number in range(unit, -1, -1):
            if self._units[number].sentence < here - 1:
                return None
            if number != unit and self._units[number].quoted is not None:
                continue
            subjects = [
                w
                for w in self._docs[number]
                if w.dep_ in ("nsubj", "nsubjpass")
                and is_verb(w.head)
                and w.tag_ not in ("WDT", "WP")
                and not any(d.lower_ == "no" for d in children(w, "det"))
                and (number != unit or (w.i < token.i and w.head != verb and w.head.i < token.i))
            ]
            if not subjects:
                continue
            # The main clause's subject leads; a pronoun there is followed back once.
            fitting = [
                w for w in subjects if w.pos_ != "PRON" or w.lower_ in (_THEY if plural else _IT)
            ]
            if plural:
                fitting = [w for w in fitting if not self._one_person(number, w)]
            if not plural:
                fitting = [w for w in fitting if not self._is_person(number, w)]
            if not fitting:
                continue
            asking = verb.lemma_.lower() in ASSERT_VERBS
            subject = min(
                fitting,
                key=lambda w: (not asking and _behind_its_words(w), depth_of(w), w.i),
            )
            if subject.lower_ in (_THEY if plural else _IT) and not is_expletive(subject):
                if number == unit:
                    continue
                return self._previous_subject(number, subject, plural)
            return self._as_thing(number, subject, plural)
        return None

    def _one_person(self, unit: int, token: Token) -> bool:
        """Whether a subject is one human being, for which "they" does not stand."""
        one = token.tag_ in ("NN", "NNP") and not children(token, "conj")
        return one and token.pos_ != "PRON" and self._is_person(unit, token)

    def _is_person(self, unit: int, token: Token) -> bool:
        actor = self._registry.actor_at((unit, token.i))
        if actor is not None:
            return actor.kind == "person"
        return describe(token).shape in ("person", "role", "anonymous")

    def _as_thing(self, unit: int, subject: Token, plural: bool) -> Referent | None:
        actor = self._registry.actor_at((unit, subject.i))
        many = (
            subject.tag_ in ("NNS", "NNPS")
            or bool(children(subject, "conj"))
            or (subject.lower_ in ("police", "people", "crew", "staff"))
        )
        if subject.pos_ == "PRON" or subject.pos_ not in ("NOUN", "PROPN"):
            return None
        if actor is not None and actor.kind == "person" and not (plural and many):
            return None
        body = actor is not None and actor.kind == "org" and actor.label not in ("GPE", "LOC")
        if plural != many and not (plural and body):
            return None
        taken_up = self.phrase(unit, subject) if actor is None else None
        if taken_up is not None and taken_up.actor is not None:
            return taken_up
        if actor is not None and not (plural and children(subject, "conj")):
            return Referent(named(actor), actor, many)
        if not plural and describe(subject).shape in ("person", "role", "anonymous"):
            return None
        text = definite(subject)
        for ours in (p for p in children(subject, "poss") if p.lower_ in WE | ME):
            owner = self._ours.get((unit, ours.i))
            if owner is None:
                return None  # in another mouth they would be another's
            text = re.sub(r"^our\b", f"{owner}'s", text, flags=re.IGNORECASE)
        return Referent(text, None, many)

    # -- "the agency", "the bridge", "the fire" ------------------------------------------------

    def phrase(self, unit: int, token: Token) -> Referent | None:
        """Return what a definite phrase headed by ``token`` stands for, or None."""
        determiners = [d for d in children(token, "det") if d.lower_ in ("the", "this", "that")]
        if not determiners or token.pos_ not in ("NOUN", "PROPN") or token.dep_ == "compound":
            return None  # "the ferry company Sund Lines" names the company itself
        place = (unit, token.i)
        if self._registry.actor_at(place) is not None and token.pos_ == "PROPN":
            return None
        if any(
            c.dep_ in ("relcl", "acl", "prep", "appos", "conj", "nummod") for c in token.children
        ):
            return None
        found = describe(token)
        if found.plural:
            return None
        if found.shape in ("role", "anonymous") and found.role:
            actor = self._registry.by_role(found, place)
            if actor is not None:
                return Referent(actor.name, actor)
            return None
        if found.head in ORG_ROLES:
            actor = self._registry.by_org_role(found, place)
            if actor is not None:
                return Referent(named(actor), actor)
        return self._named_thing(unit, token) or self._fuller(unit, token)

    def _named_thing(self, unit: int, token: Token) -> Referent | None:
        """ "the bridge" or "the structure" after one named bridge is that bridge."""
        head = token.lemma_.lower()
        heads = {head} | set(HYPERNYMS.get(head, ()))
        if any(c.dep_ in ("amod", "compound", "poss") for c in token.children):
            return None
        names: dict[str, int] = {}
        for number in range(unit + 1):
            for chunk in self._docs[number].noun_chunks:
                root = chunk.root
                if (number, root.i) >= (unit, token.i) or root.pos_ != "PROPN":
                    continue
                if head in PLACE_NOUNS and root.ent_type_ == "GPE":
                    continue
                proper = [w for w in chunk if w.pos_ == "PROPN"]
                if len(proper) > 1 and {root.lemma_.lower(), root.lower_} & heads:
                    text = text_of(root, [w.i for w in chunk if w.dep_ != "appos"])
                    names[with_article(text, chunk[0])] = number
        if len(names) == 1:
            return Referent(next(iter(names)))
        if names:
            here = self._units[unit].sentence
            near = [n for n, at in names.items() if here - self._units[at].sentence <= 1]
            return Referent(near[0]) if len(near) == 1 else None
        return None

    def _fuller(self, unit: int, token: Token) -> Referent | None:
        """Repeat the fuller phrase with the same head that came within three sentences."""
        if any(c.dep_ not in ("det", "punct") for c in token.children):
            return None
        here = self._units[unit].sentence
        head = token.lemma_.lower()
        heads = {head} | set(HYPERNYMS.get(head, ()))
        for number in range(unit, -1, -1):
            if here - self._units[number].sentence > 3:
                return None
            for word in reversed(list(self._docs[number])):
                if (number, word.i) >= (unit, token.i) or word.pos_ not in ("NOUN", "PROPN"):
                    continue
                if word.lemma_.lower() not in heads or word.tag_ in ("NNS", "NNPS"):
                    continue
                if word.dep_ == "compound" or number == unit:
                    continue
                body = core_np(word)
                extra = [i for i in body if word.doc[i].dep_ != "det" and i != word.i]
                pronouns = any(word.doc[i].tag_ in ("PRP", "PRP$") for i in body)
                other = word.lemma_.lower() != head
                if (extra or other) and not pronouns and len(body) <= 9:
                    return Referent(definite(word))
        return None


def _behind_its_words(subject: Token) -> bool:
    """Whether a source stands behind what it says: "The house was insured, the court heard"."""
    return any(c.dep_ == "ccomp" and c.i < subject.i for c in subject.head.children)


def _before_its_saying(token: Token) -> bool:
    """Whether the attribution follows: in "They burned, the owners said", "they" came before."""
    return any(
        verb.i > token.i
        and is_verb(verb)
        and any(s.i > token.i and s.i > c.i for s in children(verb, "nsubj") for c in [token])
        and any(c.i < verb.i and c.dep_ == "ccomp" for c in verb.children)
        for verb in token.ancestors
    )
