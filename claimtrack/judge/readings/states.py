"""How a statement says that a thing stood: "was shut", "stood idle", "is still in custody"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.vocabulary import NONE, Names, states_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_STANDING = frozenset(
    "be remain stay stand lie sit hang keep hold go look prove appear seem become".split()
)
_LEAVING = frozenset("find leave keep hold declare pronounce see have".split())
_HELD = ("acomp", "oprd", "attr", "advmod", "prep", "prt", "ccomp", "advcl", "xcomp", "dobj")
_BESIDE = ("amod", "compound", "neg", "det")


def states(verb: Token) -> Iterator[tuple[Token, Names, bool]]:
    """Yield the words that tell a state, its deeds, and whether it is that of the object."""
    lemma = verb.lemma_.lower()
    if lemma not in _STANDING and lemma not in _LEAVING:
        return
    subjects = [c.lemma_.lower() for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    for held in verb.children:
        told = (states_of(f"{subject}_{held.lower_}") for subject in subjects)
        if of_it := next((found for found in told if found), NONE):  # "the blaze is out"
            yield held, of_it, False
            continue
        if held.dep_ not in _HELD or held.dep_ in ("neg", "aux"):
            continue
        if lemma == "go" and held.lower_ == "off":
            continue  # the alarm went off: it sounded
        objects = [child for child in held.children if child.dep_ == "nsubj"]
        taken = any(child.dep_ == "dobj" and child.i != held.i for child in verb.children)
        complement = held.dep_ in ("oprd", "ccomp") or bool(objects)
        of_object = taken or (lemma in _LEAVING and complement)
        if lemma in _LEAVING and lemma not in _STANDING and not of_object and held.dep_ != "prep":
            continue
        if held.dep_ == "dobj" and lemma not in _STANDING:
            continue
        if found := _named(held):
            yield held, found, of_object or (lemma in _LEAVING and lemma not in _STANDING)
        for joined in held.conjuncts:
            if joined.i > held.i and (found := _named(joined)):
                yield joined, found, of_object


def _named(held: Token) -> Names:
    """The deeds of a state: by its word, or by a preposition with its noun."""
    if held.dep_ == "prep" or held.pos_ == "ADP":
        for inner in (*held.children, *(i for c in held.children for i in c.children)):
            if inner.dep_ == "pobj" and inner.head.i != held.i:  # "out of order"
                if found := states_of(f"{held.lower_}_{inner.head.lower_}_{inner.lemma_.lower()}"):
                    return found
                continue
            if inner.dep_ not in ("pobj", "pcomp"):
                continue
            beside = [child.lower_ for child in inner.children if child.dep_ in _BESIDE]
            noun = inner.lemma_.lower()
            if any(child.lower_ == "of" for child in inner.children) and (
                found := states_of(f"{held.lower_}_{noun}_of")
            ):
                return found
            for words in (
                *(f"{held.lower_}_{word}_{noun}" for word in beside),
                f"{held.lower_}_{noun}",
            ):
                if found := states_of(words):
                    return found
        return states_of(held.lower_) if not list(held.children) else NONE
    if held.pos_ == "NOUN":  # "is a heap of rubble"
        inside = [held, *(i for c in held.children if c.lower_ == "of" for i in c.children)]
        return next((found for word in inside if (found := states_of(word.lemma_.lower()))), NONE)
    if held.pos_ not in ("ADJ", "VERB", "ADV", "ADP"):
        return NONE
    for child in held.children:
        if child.dep_ in ("prt", "prep", "neg", "advmod") and (
            found := states_of(f"{held.lower_}_{child.lower_}")
            or states_of(f"{child.lower_}_{held.lower_}")
        ):
            return found
    return states_of(held.lower_)
