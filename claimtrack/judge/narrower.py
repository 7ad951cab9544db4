"""Whether a denial is narrower than the words that it shares with what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.judge.parties import none_of, parties
from claimtrack.judge.reading import Reading
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

_THERE = ("on", "aboard", "in", "at")


def narrower(denied: Token, told: Token, telling: Reading) -> bool:
    """Whether it is denied of some only, or of another object: nobody on board, not the anthem."""
    return _of_those_there(denied, telling) or _of_another_object(denied, told, telling)


def _of_those_there(denied: Token, telling: Reading) -> bool:
    """Whether it is denied of those at a place that the other side does not name."""
    doers, things, _ = parties(denied)
    return any(
        stem(inner.lemma_.lower()) not in telling.stems
        for party in (*doers, *things)
        if party.pos_ == "PRON" and none_of(party)
        for prep in party.children
        if prep.dep_ == "prep" and prep.lower_ in _THERE
        for inner in prep.children
        if inner.dep_ == "pobj" and inner.pos_ == "NOUN"
    )


def _of_another_object(denied: Token, told: Token, telling: Reading) -> bool:
    """Whether it is denied of an object, and told of none: "played", "did not play the anthem"."""
    if any(child.dep_ in ("nsubjpass", "dobj", "ccomp", "xcomp") for child in told.children):
        return False
    things = [c for c in denied.children if c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN")]
    return told.lemma_ == denied.lemma_ and any(
        not none_of(thing) and stem(thing.lemma_.lower()) not in telling.stems for thing in things
    )
