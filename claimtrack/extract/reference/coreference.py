"""What pronouns and short definite phrases stand for, where the document makes that plain.

A wrong antecedent makes a false claim, so a doubtful one is left as it was written.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.extract.cast.actors import Actor, Mention
from claimtrack.extract.cast.described import (
    goes_on_telling,
    leading_subject,
    one_described,
    only_described,
    plainly,
)
from claimtrack.extract.cast.nouns import (
    Referent,
    definite,
    depth_of,
    fits_gender,
)
from claimtrack.extract.cast.registry import Registry
from claimtrack.extract.cast.subjects import answers_charges, before_its_saying, behind_its_words
from claimtrack.extract.grammar import children, clause_verb, is_verb
from claimtrack.extract.page.units import Unit
from claimtrack.extract.reference.clients import client_of, is_client
from claimtrack.extract.reference.definites import Definites
from claimtrack.extract.reference.first_person import ME, WE, FirstPerson
from claimtrack.extract.reference.things import IT, THEY, Things
from claimtrack.text.lexicon import VESSELS
from claimtrack.text.reporting import ASSERT_VERBS, QUOTING_VERBS, SPEECH_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WOMEN = frozenset(
    "woman girl mother wife daughter sister grandmother aunt actress queen princess spokeswoman "
    "chairwoman policewoman nurse widow lady nun niece girlfriend bride".split()
)
_HE = {"he", "him", "his", "himself"}
_SHE = {"she", "her", "hers", "herself"}
_AHEAD = {"his", "her", "its", "their", "he", "she", "it", "they"}
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
        self._definites = Definites(docs, units, registry)
        self._things = Things(docs, units, registry, first_person, self._definites, self._ours)

    def phrase(self, unit: int, token: Token) -> Referent | None:
        """Return what a definite phrase headed by ``token`` stands for, or None."""
        return self._definites.phrase(unit, token)

    def client(self, token: Token, sources: Sequence[Referent], direct: bool) -> Referent | None:
        """Return whom "my client", or "his client" in reported words, stands for, or None."""
        own = token.lower_ in (ME | WE if direct else ("his", "her", "their"))
        if not (own and sources and is_client(token)):
            return None
        told = client_of(
            self._docs,
            self._registry,
            sources[-1],
            lambda at, word: self.pronoun(at, word, [], False),
        )
        return told if told is None or told.actor is not sources[-1].actor else None

    def pronoun(
        self, unit: int, token: Token, sources: Sequence[Referent], direct: bool
    ) -> Referent | None:
        """Return the referent of a pronoun. ``sources`` are whose words it is in, outermost first.

        ``direct`` says that the words are a quotation, in which "I" is the innermost speaker and
        "he" is not.
        """
        word = token.lower_
        speaker = sources[-1] if sources else None
        if word in _AHEAD and self._points_ahead(unit, token):
            return None
        if word in ME | WE:
            return self._first(unit, token, speaker, direct)
        if word in _HE | _SHE:
            found = self._person(unit, token, speaker, "m" if word in _HE else "f", direct)
            return None if direct and _same_description(found, speaker) else found
        if word in IT:
            return self._things.thing(unit, token, speaker, direct)
        if word in THEY:
            return self._things.plural(unit, token, speaker, direct)
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
            and before_its_saying(token)
            and (speaker is None or speaker.actor is None or speaker.actor.kind == "person")
        ):
            # "Our divers found it, the head of the guild said": a quotation without its marks.
            found = self._first_person.spoken(unit, token, speaker)
        found = self._first_person.owner(token, found)
        if found is not None and token.lower_ == "our":
            self._ours[unit, token.i] = found.text
        return found

    def _points_ahead(self, unit: int, token: Token) -> bool:
        """Whether a pronoun stands for the subject behind it.

        "In his first season, Berg …", "When she left, Berg …".
        """
        main = _verb_ahead(token)
        for subject in children(main, "nsubj", "nsubjpass") if main is not None else ():
            if subject.i < token.i or subject.pos_ not in ("NOUN", "PROPN"):
                continue
            many = subject.tag_ in ("NNS", "NNPS") or bool(children(subject, "conj"))
            if token.lower_ in THEY:
                return many
            person = self._things.is_person(unit, subject)
            if token.lower_ in IT:
                return not many and not person
            actor = self._registry.actor_at((unit, subject.i))
            gender = "m" if token.lower_ in _HE else "f"
            return person and not many and (actor is None or fits_gender(actor, gender))
        return False

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
        if said_by is not None and (unit, token.i) < said_by.first:
            # "He was tested, inspector Lars Holm said": who is named only here is another.
            banned, said_by = said_by, None
        if said_by is not None and fits_gender(said_by, gender):
            other = self._told_beside(unit, token, said_by, gender)
            return speaker if other is None else (other if other.text else None)
        vessel = self._vessel(unit, token) if gender == "f" and speaker is None else None
        if vessel is not None:
            return vessel if vessel.text else None
        own = self._earlier_in_unit(unit, token, gender, banned, clause)
        # "The hall shut when a guard fell, he said": who says it is seldom whom it tells of.
        says = token.dep_ == "nsubj" and behind_its_words(token)
        if says and self._named_in_words(unit, token, own):
            own = None  # "Berg led the revolt, he said": another says it of him
        if own is not None and (not says or own.gender == gender):
            return Referent(own.name, own)
        described = None if says else self._described_before(unit, token, gender)
        if described is not None:
            return described
        here = self._units[unit].sentence
        # Who speaks is seldom whom the quotation tells of: "Colonel Berg is at work," she said.
        framed = set(self._units[unit].frames)
        for back in range(0 if direct else 1, 5):
            fits = [
                m
                for m in self._registry.mentions
                if (m.sentence == here - back and m.place[0] < unit)
                or (back > 0 and m.sentence == here - back)
            ]
            fits = [m for m in fits if fits_gender(m.actor, gender) and m.actor is not banned]
            fits = [m for m in fits if self._units[m.place[0]].quoted not in framed]
            subjects = [m for m in fits if m.subject]
            if subjects and clause_verb(token).lemma_.lower() in SPEECH_VERBS:
                # "“Reed lied,” Berg said. He did not say when": who speaks goes on.
                speaking = [m for m in subjects if self._units[m.place[0]].frames]
                subjects = speaking or subjects
            if back:
                described = self._described_at(unit, token, gender, here - back, subjects, direct)
                if described is not None:
                    return described if described.text else None
            goes_on = None if subjects or not back else self._goes_on(here - back, gender, unit)
            if goes_on is not None and goes_on is not banned:
                # "He played beside Aske. He …": whom the sentence tells of, not whom it names.
                return Referent(goes_on.name, goes_on)
            chosen = subjects[:1] or fits
            if subjects and self._may_be_told_of(token, subjects[0], fits):
                return None
            if len({id(m.actor) for m in chosen}) == 1 or subjects:
                return Referent(chosen[0].actor.name, chosen[0].actor)
            if fits:
                known = [m for m in fits if m.actor.gender == gender]
                if len({id(m.actor) for m in known}) == 1:
                    return Referent(known[0].actor.name, known[0].actor)
                return None
            resolved = self._goes_on(here - back, gender, unit)
            if resolved is not None and resolved is not banned:
                return Referent(resolved.name, resolved)
            numbers = [n for n in range(unit) if self._units[n].sentence == here - back]
            told = [self._docs[n] for n in numbers if self._units[n].quoted is None]
            only = only_described(told, gender) if back else None
            if only is not None:
                taken_up = self._by_noun(numbers, only, gender)
                return taken_up if taken_up.text else None
        return None

    def _vessel(self, unit: int, token: Token) -> Referent | None:
        """Take the ship for "she" where this sentence or the one before tells of one.

        Not where a woman is named, or spoken of, in either. No text: it stays as it is written,
        for "the ferry had left her course" has the ship in it.
        """
        if token.head.lemma_.lower() in ASSERT_VERBS | SPEECH_VERBS | QUOTING_VERBS:
            return None
        here = self._units[unit].sentence
        words = [
            w
            for n in range(max(0, unit - 3), unit + 1)
            if self._units[n].sentence >= here - 1 and self._units[n].quoted is None
            for w in self._docs[n]
            if n < unit or w.i < token.i
        ]
        woman = any(
            m.sentence in (here, here - 1)
            and m.place < (unit, token.i)
            and m.actor.kind == "person"
            and m.actor.gender == "f"
            for m in self._registry.mentions
        )
        if woman or any(w.pos_ == "NOUN" and w.lower_ in _WOMEN for w in words):
            return None
        for word in reversed(words):
            definite_one = any(d.lower_ in ("the", "this") for d in children(word, "det"))
            leads = word.dep_ in ("nsubj", "nsubjpass") and word.pos_ == "NOUN"
            if word.lower_ in VESSELS and leads and definite_one:
                same = word.doc is token.doc and token.dep_ == "poss"
                return Referent("" if same else definite(word))
        return None

    def _told_beside(self, unit: int, token: Token, said_by: Actor, gender: str) -> Referent | None:
        """Return another than the speaker whom "he" goes on with in what is said, if any.

        "Berg said that Aske slipped and that he died": Aske. After "Berg said that others held
        Aske, but that he died" it is in doubt, which no text tells.
        """
        verb = clause_verb(token)
        if verb.dep_ != "conj" or token.dep_ not in ("nsubj", "nsubjpass"):
            return None
        first = next(iter(children(verb.head, "nsubj", "nsubjpass")), None)
        if first is None or first.pos_ == "PRON" or verb.head.lemma_.lower() in ASSERT_VERBS:
            return None
        own = self._registry.actor_at((unit, first.i))
        if own is not None and own is not said_by and fits_gender(own, gender):
            return Referent(own.name, own)
        part = {w.i for w in verb.head.subtree}
        others = any(
            m.place[0] == unit
            and m.place[1] in part
            and m.place[1] < token.i
            and m.actor is not said_by
            and fits_gender(m.actor, gender)
            for m in self._registry.mentions
        )
        return Referent("") if others else None

    def _may_be_told_of(self, token: Token, speaker: Mention, fits: Sequence[Mention]) -> bool:
        """Whether "he" can be another than who spoke: "Reed's knee is sore, Berg said. He …"."""
        unit, index = speaker.place
        others = any(m.actor is not speaker.actor and m.place < speaker.place for m in fits)
        goes_on = clause_verb(token).lemma_.lower() in ASSERT_VERBS and not answers_charges(token)
        return others and not goes_on and behind_its_words(self._docs[unit][index])

    def _described_at(
        self,
        unit: int,
        token: Token,
        gender: str,
        sentence: int,
        subjects: Sequence[Mention],
        direct: bool,
    ) -> Referent | None:
        """Take a described person of a sentence before the named ones; no text: in doubt."""
        numbers = [
            n
            for n in range(unit)
            if self._units[n].sentence == sentence and self._units[n].quoted is None
        ]
        docs = [self._docs[n] for n in numbers]
        leading = plainly(docs, leading_subject(docs, gender), gender)
        speaks = leading is not None and leading.head.lemma_.lower() in SPEECH_VERBS
        if leading is None or (direct and speaks):
            return None
        if self._known_before(leading, gender, sentence):
            return None
        if _acts_on(leading, gender):
            return self._acted_on(numbers, leading, gender)
        if subjects:
            named = self._docs[subjects[0].place[0]][subjects[0].place[1]]
            if not behind_its_words(named):
                nearer = depth_of(leading) < depth_of(named)
                return self._by_noun(numbers, leading, gender) if nearer else None
            # "The driver was ill, Berg says. He …": either.
            goes_on = clause_verb(token).lemma_.lower() in ASSERT_VERBS
            if goes_on or not goes_on_telling(token):
                return None if goes_on else Referent("")
        return self._by_noun(numbers, leading, gender)

    def _acted_on(self, numbers: Sequence[int], leading: Token, gender: str) -> Referent:
        """Return whom "A judge released him" tells of: it goes on about him, and no judge."""
        unit = next(n for n in numbers if self._docs[n] is leading.doc)
        him = _acts_on(leading, gender)
        found = self._person(unit, him, None, gender, False) if him is not None else None
        return found or Referent("")

    def _known_before(self, described: Token, gender: str, sentence: int) -> bool:
        """Whether "the striker" is somebody whom the text has just named.

        It is the only one named so far, or the only one in the sentence before.
        """
        if not any(d.lower_ == "the" for d in children(described, "det")):
            return False
        before = [m for m in self._registry.mentions if m.sentence < sentence]
        named = {id(m.actor): m.actor for m in before if m.actor.kind == "person"}
        near = {
            id(m.actor): m.actor
            for m in before
            if m.sentence == sentence - 1 and fits_gender(m.actor, gender)
        }
        if len(named) == 1:
            return fits_gender(next(iter(named.values())), gender)
        return len(near) == 1 and next(iter(near.values())).gender == gender

    def _by_noun(self, numbers: Sequence[int], token: Token, gender: str) -> Referent:
        """Return the person of a description: by name, where the document tells it."""
        unit = next(n for n in numbers if self._docs[n] is token.doc)
        known = self.phrase(unit, token)
        if known is None or known.actor is None:
            return Referent(definite(token))
        return known if fits_gender(known.actor, gender) else Referent("")

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

    def _named_in_words(self, unit: int, token: Token, actor: Actor | None) -> bool:
        """Whether the words that stand before "he said" name ``actor``: he would say "I"."""
        told = [w for c in children(token.head, "ccomp") if c.i < token.i for w in c.subtree]
        return any(self._registry.actor_at((unit, w.i)) is actor for w in told)

    def _described_before(self, unit: int, token: Token, gender: str) -> Referent | None:
        """Take "the suspect", subject of an earlier clause of the sentence."""
        for word in self._docs[unit]:
            if word.i >= token.i:
                return None
            cleft = word.dep_ == "attr" and any(s.lower_ == "it" for s in word.head.lefts)
            if (
                not (word.dep_ in ("nsubj", "nsubjpass") or cleft)
                or word.pos_ != "NOUN"
                or (word.head == clause_verb(token))
            ):
                continue
            owner = next((p for p in children(word, "poss") if p.tag_ == "PRP$"), None)
            if owner is not None and owner.lower_ == {"m": "his", "f": "her"}[gender]:
                return self.pronoun(unit, owner, [], False)  # "her lawyer said she"
            if one_described(word, gender) and self._registry.actor_at((unit, word.i)) is None:
                return Referent(definite(word))
        return None

    def _goes_on(self, sentence: int, gender: str, before: int) -> Actor | None:
        """Follow "he" as the subject of a sentence back to whom it stands for."""
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


def _acts_on(subject: Token, gender: str) -> Token | None:
    """Return "him" of "A judge released him", where the subject is told for the first time."""
    new = any(d.lower_ in ("a", "an") for d in children(subject, "det"))
    words = _HE if gender == "m" else _SHE
    objects = children(subject.head, "dobj") if new else []
    return next((o for o in objects if o.lower_ in words and o.tag_ == "PRP"), None)


def _same_description(found: Referent | None, speaker: Referent | None) -> bool:
    """Whether "he" in a quotation would be who speaks, known by a description only."""
    if found is None or speaker is None or found.actor is not None or not found.text:
        return False
    return found.text.split()[-1] == (speaker.text.split() or [""])[-1]


def _verb_ahead(token: Token) -> Token | None:
    """Return the predicate whose adverbial, in front of its subject, the pronoun stands in."""
    if token.dep_ == "poss":
        phrase = token
        while phrase.head != phrase and not is_verb(phrase.head):
            phrase = phrase.head
        stands = phrase.dep_ in ("prep", "npadvmod") and is_verb(phrase.head)
        return phrase.head if stands else None
    clause = token.head
    adverbial = token.dep_ in ("nsubj", "nsubjpass") and clause.dep_ == "advcl"
    named = adverbial and not any(
        w.pos_ in ("NOUN", "PROPN") and w.i < token.i for w in clause.head.subtree
    )
    return clause.head if named and clause.i < clause.head.i else None
