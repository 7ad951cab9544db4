"""One side says that the other's figure is wrong, without another in its place.

The adjectives are our own, from the vocabulary of corrections and denials in news reports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import same_topic
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType, Quantity
from claimtrack.text.units import to_base

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIGURES = frozenset("figure number count total toll estimate sum tally percentage share".split())
_WRONG = frozenset(
    "wrong false incorrect untrue inaccurate exaggerated exaggerate inflated inflate overstated "
    "overstate understated understate invented invent fabricated fabricate misleading".split()
)
_ALL_OVER = 20
"""A bare count under this is said of too many things to be known again by itself."""


def disowned(a: Reading, b: Reading) -> Signal | None:
    """Speaks for a conflict where one side calls a figure wrong that the other gives."""
    if _called_wrong(a) and _called_wrong(b):
        return None
    for denier, teller in ((a, b), (b, a)):
        for wrong in _called_wrong(denier):
            if any(_that(wrong, told, a, b) for told in teller.quantities):
                said = f"One side says that {wrong.text.strip()} is wrong."
                return Signal("quantity", ConflictType.QUANTITY, 0.9, said)
    return None


@once
def _called_wrong(reading: Reading) -> list[Quantity]:
    root = reading.root
    if root.lemma_.lower() not in ("be", *_WRONG) or reading.negative(root):
        return []
    if root.lemma_.lower() == "be" and not any(_wrong(child, reading) for child in root.children):
        return []
    subjects = [child for child in root.children if child.dep_ in ("nsubj", "nsubjpass")]
    return [
        quantity
        for subject in subjects
        for quantity in reading.quantities
        if subject.left_edge.idx <= quantity.start < subject.right_edge.idx + 1
        and (subject.lemma_.lower() in _FIGURES or subject.like_num)
    ]


def _wrong(token: Token, reading: Reading) -> bool:
    said = token.dep_ in ("acomp", "attr") and token.lemma_.lower() in _WRONG
    return said and not reading.negative(token)


def _that(wrong: Quantity, told: Quantity, a: Reading, b: Reading) -> bool:
    (low, high, unit), (other_low, other_high, other_unit) = to_base(wrong), to_base(told)
    if unit != other_unit or low > other_high or other_low > high:
        return False
    return bool(unit) or wrong.value >= _ALL_OVER or same_topic(a, b)
