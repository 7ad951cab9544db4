"""What one side says there was none of, or that somebody had none, is there on the other side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.judge.comparators.denied.negation import further
from claimtrack.judge.lexicon.vocabulary import sort_of
from claimtrack.judge.readings.clauses import main
from claimtrack.judge.readings.holders import HAVING, holders, places
from claimtrack.judge.readings.parties import none_of, one_of, parties
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import governor, noun_stem
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

# Of a thing that this is done to nobody knows whether there is one.
_OPEN = frozenset(
    "seek want need lack demand ask request fear expect ban forbid hunt order promise await hope "
    "require rule exclude deny suspect imagine search plan propose offer call oppose prevent avoid "
    "avert have".split()
)
_WHICH = frozenset("the this that these those its his her their my our your".split())
_TOLD = ("dobj", "nsubj", "nsubjpass")
_ARMED, _UNARMED, _ARM = "armed", "unarmed", "weapon"


@dataclass(frozen=True, slots=True)
class Lack:
    """What there is none of: its noun, who has none (of them all where empty), and where."""

    token: Token
    noun: str
    holders: tuple[Token, ...]
    places: tuple[Token, ...]


def absence(a: Reading, b: Reading) -> Signal | None:
    """Speaks for a conflict where one side denies that there is what the other tells of."""
    for denying, telling in ((a, b), (b, a)):
        for lack in _lacks(denying):
            for there in telling.core:
                if _sort(there, lack) and _there(there, lack, denying, telling):
                    said = f"One side says that there was no {lack.noun}, the other tells of one."
                    return Signal("negation", ConflictType.NEGATION, 0.9, said)
    return None


@once
def _lacks(reading: Reading) -> tuple[Lack, ...]:
    """What the statement's own clauses say that there is none of."""
    return tuple(
        lack
        for verb in reading.core
        if verb.pos_ in ("VERB", "AUX", "ADJ") and main(verb, reading)
        for lack in (*_nothing_there(verb, reading), *_without(verb, reading))
    )


def _nothing_there(verb: Token, reading: Reading) -> Iterator[Lack]:
    """ "There was no train in the yard"."""
    if verb.lemma_ != "be" or not any(child.dep_ == "expl" for child in verb.children):
        return
    for noun in verb.children:
        there = noun.dep_ == "attr" and noun.pos_ == "NOUN" and reading.negative(noun)
        if there and not _definite(noun) and not further(noun):
            yield Lack(noun, noun.lemma_.lower(), (), places(noun))


def _without(verb: Token, reading: Reading) -> Iterator[Lack]:
    """ "None of the guards carries a gun", "he was not armed"."""
    doers, things, _ = parties(verb)
    for word in (verb, *(c for c in verb.children if c.dep_ == "acomp")):
        if word.lower_ in (_ARMED, _UNARMED):
            if reading.negative(word) != (word.lower_ == _UNARMED):
                yield Lack(word, _ARM, things or doers, ())
            return
    if verb.lemma_.lower() not in HAVING or not reading.negative(verb):
        return
    for noun in things:
        if noun.pos_ == "NOUN" and doers and not _denied_of_some(noun, doers):
            yield Lack(noun, noun.lemma_.lower(), doers, ())


def _denied_of_some(noun: Token, doers: tuple[Token, ...]) -> bool:
    """Whether there may be one all the same: not these, not so many, not with so many people."""
    counted = any(child.tag_ == "CD" for word in (noun, *doers) for child in word.children)
    return counted or _definite(noun) or further(noun)


def _definite(noun: Token) -> bool:
    return any(child.dep_ == "poss" or child.lower_ in _WHICH for child in noun.children)


def _sort(there: Token, lack: Lack) -> bool:
    if there.pos_ != "NOUN" or there.dep_ in ("compound", "amod"):
        return False
    noun = there.lemma_.lower()
    same = noun_stem(noun) == noun_stem(lack.noun)
    return (same or sort_of(noun, lack.noun)) and not none_of(there)


def _there(there: Token, lack: Lack, denying: Reading, telling: Reading) -> bool:
    if telling.negations.get(there.i, 0):
        return False
    if lack.holders:
        return one_of(lack.holders, holders(there)) > 0
    named = {stem(place.lemma_.lower()) for place in lack.places}
    if named & _stems_beside(there) and main(governor(there), telling):
        return True  # "began in a lorry parked at the gate"
    verb = governor(there)
    if not main(verb, telling) or verb.lemma_.lower() in _OPEN or there.head.i != verb.i:
        return False
    if there.dep_ not in _TOLD and not (there.dep_ == "attr" and verb.lemma_ == "be"):
        return False
    return bool(named & telling.stems) if named else _about(lack, there, denying, telling)


def _stems_beside(there: Token) -> set[str]:
    """Stems of the places that its own phrase gives it: "a lorry parked at the east gate"."""
    parts = [c for c in there.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    return {stem(place.lemma_.lower()) for word in (there, *parts) for place in _at(word)}


def _at(word: Token) -> Iterator[Token]:
    for prep in word.children:
        if prep.dep_ == "prep" and prep.lower_ in ("in", "at", "on", "near", "by", "outside"):
            yield from (inner for inner in prep.children if inner.dep_ == "pobj")


def _about(lack: Lack, there: Token, denying: Reading, telling: Reading) -> bool:
    """Whether both share more than the noun."""
    own = {stem(token.lemma_.lower()) for token in (lack.token, there)}
    return bool((denying.stems & telling.stems) - own)
