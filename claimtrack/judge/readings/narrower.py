"""Whether a denial is narrower than the words that it shares with what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.judge.readings.parties import none_of, parties
from claimtrack.judge.readings.reading import Reading
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

_EARLIER = frozenset("before previously once formerly".split())
_EVER = frozenset("never ever before".split())
_THERE = ("on", "aboard", "in", "at")


def narrower(denied: Token, told: Token, telling: Reading) -> bool:
    """Whether it is denied of some only, or of another object: nobody on board, not the anthem."""
    if _of_another_object(denied, told, telling) or _of_those_there(denied, telling):
        return True
    return _before(told) and not any(c.lower_ in _EVER for c in denied.children)


def _before(told: Token) -> bool:
    """Whether it is told of an earlier time: "the town has been hit before"."""
    return any(
        child.dep_ == "advmod" and child.lower_ in _EARLIER and not list(child.children)
        for child in told.children
    )


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
