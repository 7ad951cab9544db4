"""Who has a thing, by what stands beside its noun and what is done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.judge.readings.parties import parties

if TYPE_CHECKING:
    from spacy.tokens import Token

HAVING = frozenset("have carry own bear hold keep wear possess bring use".split())
# Whoever does this to a thing has it.
_HANDLING = HAVING | frozenset(
    "fire draw pull wield brandish drop throw point aim raise load reload produce pocket drive "
    "ride fly sell spend display show".split()
)
_OF = frozenset("of in on to inside aboard".split())
_WHERE = frozenset("in on at aboard inside within near under".split())


def holders(noun: Token) -> tuple[Token, ...]:
    """Return who has it: "the guard's gun", "fired a pistol", "a crack in the dam"."""
    owners = tuple(c for c in noun.children if c.dep_ == "poss" and c.pos_ != "PRON")
    owners += tuple(
        inner
        for prep in noun.children
        if prep.dep_ == "prep" and prep.lower_ in _OF
        for inner in prep.children
        if inner.dep_ == "pobj" and inner.ent_type_ not in ("DATE", "TIME")
    )
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "with":
        verb = verb.head
    elif noun.dep_ != "dobj" or verb.lemma_.lower() not in _HANDLING:
        return owners
    if verb.pos_ != "VERB":
        return owners
    doers, things, _ = parties(verb)
    return (*owners, *doers, *(things if verb.tag_ == "VBN" else ()))


def places(noun: Token) -> tuple[Token, ...]:
    """Return where it is, by prepositions beside the noun, beside "parked", and its verb."""
    put = [child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN"]
    return tuple(
        inner
        for word in (noun, *put, noun.head)
        for prep in word.children
        if prep.dep_ == "prep" and prep.lower_ in _WHERE
        for inner in prep.children
        if inner.dep_ == "pobj" and inner.pos_ in ("NOUN", "PROPN")
        if inner.ent_type_ not in ("DATE", "TIME") and inner.i != noun.i
    )
