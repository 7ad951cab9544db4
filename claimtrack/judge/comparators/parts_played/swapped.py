"""Two that change places: "A beat B" and "B beat A"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.judge.readings.parties import joined_apart
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.roles import Name
from claimtrack.judge.readings.topic import overlap
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType

if TYPE_CHECKING:
    from spacy.tokens import Token

# Deeds that only one of two can do to the other, once: each may sue, attack or accuse the other,
# but one match has one winner. Own list, from the vocabulary of sport, office and business.
_ONCE = {
    "win": "beat defeat overcome outplay thrash rout upset eliminate crush outclass edge oust",
    "follow": "replace succeed",
    "buy": "buy acquire purchase",
    "overtake": "overtake outsell outnumber outweigh exceed outlive",
    "own": "own",
}
_CLASS = {lemma: name for name, lemmas in _ONCE.items() for lemma in lemmas.split()}
_KNOCKED_OUT = "knock"
_LOST = "lose"


def swapped(a: Reading, b: Reading) -> Signal | None:
    """Two names that change places in a deed that one can do to the other only."""
    for deed, doer, done in _deeds(a):
        for other, theirs, whom in _deeds(b):
            if deed != other or not (doer.same(whom) and done.same(theirs)):
                continue
            if doer.same(done) or _denied(a, doer, done) != _denied(b, theirs, whom):
                continue
            if joined_apart(a.doc[done.head], b.doc[whom.head]):
                continue  # on clay, on grass
            said = f"One puts {doer.text} before {done.text}, the other {theirs.text} first."
            value = min(1.0, round(0.6 + overlap(a, b) / 2, 4))
            return Signal("actor", ConflictType.ACTOR, value, said)
    return None


def _denied(reading: Reading, doer: Name, done: Name) -> bool:
    return reading.negative(reading.doc[done.head]) or reading.negative(reading.doc[doer.head])


@once
def _deeds(reading: Reading) -> list[tuple[str, Name, Name]]:
    """Which of the deeds are told, who does them, and to whom."""
    found = []
    for name in reading.names:
        verb = reading.doc[name.head]
        if verb.lemma_.lower() == _LOST and name.role == "place":
            # "Lost the final to Anders": the winner stands after "to".
            found += [("win", name, loser) for loser in _doers(reading, verb)]
        deed = _deed(verb)
        if deed and name.role == "object":
            found += [(deed, doer, name) for doer in _doers(reading, verb)]
    return found


def _deed(verb: Token) -> str:
    lemma = verb.lemma_.lower()
    if lemma == _KNOCKED_OUT and any(c.lower_ == "out" for c in verb.children):
        return "win"
    return _CLASS.get(lemma, "")


def _doers(reading: Reading, verb: Token) -> list[Name]:
    """The names that do it; "lifted the cup after beating B" has its doer in the clause above."""
    while True:
        found = [
            name
            for name in reading.names
            if name.head == verb.i and name.role in ("subject", "agent")
        ]
        above = verb.head.head if verb.dep_ == "pcomp" else verb.head
        if found or verb.dep_ not in ("advcl", "xcomp", "pcomp", "conj") or above.i == verb.i:
            return found
        verb = above
