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
# A count that says which ones are meant is of all of them: "the two men did not meet".
_WHOLE = frozenset("all both the these those each its their his her our my your".split())
_EVERY = frozenset("all both every each everybody everyone everything".split())
_MUTUAL = frozenset("meet marry divorce fight embrace kiss".split())
_ORDERED = frozenset("tell ask order advise urge warn instruct".split())


def narrower(denied: Token, told: Token, telling: Reading) -> bool:
    """Whether it is denied of some only, or of another object: nobody on board, not the anthem."""
    if _of_another_object(denied, told, telling) or _of_those_there(denied, telling):
        return True
    if of_a_count(denied, told) or _of_an_order(denied, told):
        return True
    return _before(told) and not any(c.lower_ in _EVER for c in denied.children)


def _several(told: Token) -> bool:
    """Whether several do it with each other: "they met", "the two men met"."""
    return any(
        child.lower_ in ("we", "they") or child.tag_ in ("NNS", "NNPS") or any(child.conjuncts)
        for child in told.children
        if child.dep_ == "nsubj"
    )


def of_a_count(denied: Token, told: Token) -> bool:
    """Whether it is denied of so many, of whom the other side does not tell.

    "81 people were not injured" leaves all others open; it denies that all were, or that those 81
    were.
    """
    theirs = [*parties(told)[0], *parties(told)[1]]
    if any(
        word.lower_ in _EVERY for party in theirs for word in party.subtree if word.i <= party.i
    ):
        return False
    found = {number for party in theirs for number in _number(party)}
    return any(
        number not in found
        for child in denied.children
        if child.dep_ in ("nsubj", "nsubjpass")
        for number in _number(child)
    )


def _number(party: Token) -> list[str]:
    """How many there are of what is counted without a word that says which: "81 people"."""
    words = (party, *party.children) if party.pos_ == "NUM" else tuple(party.children)
    if none_of(party) or any(word.lower_ in _WHOLE for word in words):
        return []
    return [w.lower_ for w in words if w.tag_ == "CD" and w.ent_type_ not in ("DATE", "TIME")]


def _of_an_order(denied: Token, told: Token) -> bool:
    """Whether one was told something, the other to do something: "was told to leave"."""
    ordered = [any(c.dep_ == "xcomp" for c in verb.children) for verb in (denied, told)]
    return (
        denied.lemma_.lower() in _ORDERED and told.lemma_ == denied.lemma_ and len({*ordered}) > 1
    )


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
    if denied.lemma_.lower() in _MUTUAL and _several(told):
        return False  # "we met in my office"
    things = [c for c in denied.children if c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN")]
    return told.lemma_ == denied.lemma_ and any(
        not none_of(thing) and stem(thing.lemma_.lower()) not in telling.stems for thing in things
    )
