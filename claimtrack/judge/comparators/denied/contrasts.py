"""What one side sets aside for something else, and the other tells: "timber, not coal"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.judge.readings.parties import one_of, parties
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import governor, noun_stem, overlap
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.polarity import set_aside

if TYPE_CHECKING:
    from spacy.tokens import Token


def contrast(a: Reading, b: Reading) -> Signal | None:
    """Speaks for a conflict where one side tells what the other puts something else in place of."""
    if overlap(a, b) < 0.5:
        return None
    for denying, telling in ((a, b), (b, a)):
        for token in _aside(denying):
            if told := _told(token, telling):
                said = f"One says “not {token.text}”, the other “{told.text}”."
                return Signal("negation", ConflictType.NEGATION, 0.9, said)
        for token in _without(denying):
            if told := _with(token, telling):
                said = f"One says “without {token.text}”, the other “with {told.text}”."
                return Signal("negation", ConflictType.NEGATION, 0.8, said)
    return None


@once
def _aside(reading: Reading) -> tuple[Token, ...]:
    """The nouns that something else stands in the place of."""
    tops = (set_aside(token) for token in reading.core)
    found = (_noun(top) for top in tops if top is not None)
    return tuple(noun for noun in found if noun is not None)


def _noun(top: Token) -> Token | None:
    """The noun itself, below the preposition where one stands before it."""
    if top.pos_ == "ADP":
        return next((child for child in top.children if child.dep_ == "pobj"), None)
    return top if top.pos_ in ("NOUN", "PROPN") else None


def _told(token: Token, telling: Reading) -> Token | None:
    """The same noun, told of with the same verb."""
    over = governor(token)
    for other in telling.core:
        if other.pos_ not in ("NOUN", "PROPN") or other.i in telling.negations:
            continue
        above = governor(other)
        same = above.pos_ in ("VERB", "AUX") and above.lemma_ == over.lemma_
        joined = other.head.i == above.i or other.head.pos_ == "ADP" or other.dep_ == "conj"
        if same and joined and _one_word(token, other) and other not in _aside(telling):
            return other
    return None


def _one_word(m: Token, n: Token) -> bool:
    first, second = ({c.lower_ for c in t.children if c.dep_ == "compound"} for t in (m, n))
    if first and second and not first & second:
        return False
    return noun_stem(m.lemma_.lower()) == noun_stem(n.lemma_.lower())


@once
def _without(reading: Reading) -> tuple[Token, ...]:
    return _joined(reading, "without")


def _with(token: Token, telling: Reading) -> Token | None:
    """The same noun, joined by "with" to the same verb of the same doer."""
    for other in _joined(telling, "with"):
        over, above = token.head.head, other.head.head
        if over.lemma_ != above.lemma_ or not _one_word(token, other):
            continue
        doers = [(*found[0], *found[1]) for found in (parties(over), parties(above))]
        details = [{c.lemma_ for p in t.children for c in p.children} for t in (token, other)]
        if one_of(doers[0], doers[1]) > 0 and (not all(details) or details[0] & details[1]):
            return other
    return None


def _joined(reading: Reading, word: str) -> tuple[Token, ...]:
    """Nouns that a preposition joins to a verb."""
    return tuple(
        token
        for token in reading.core
        if token.dep_ == "pobj" and token.head.lower_ == word and token.head.head.pos_ == "VERB"
    )
