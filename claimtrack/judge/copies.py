"""Wire copies and repetitions: conflicts that say the same become one flag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.model import Claim, Conflict, normalise

ALIKE = 92.0
"""Ratio (0 to 100, Indel distance over normalised words) at which two sentences are one text."""


def collapse(conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Return one conflict for each group that says the same on both sides.

    The highest score of a group stands for it; the others are its ``copies``, so that no
    attribution is lost. Two claims say the same where their statements are near-identical.
    """
    kept: list[Conflict] = []
    for conflict in sorted(conflicts, key=lambda conflict: (-conflict.score, conflict.id)):
        for position, leader in enumerate(kept):
            if leader.relation is conflict.relation and _same(leader, conflict):
                copies = (*leader.copies, (conflict.a.id, conflict.b.id), *conflict.copies)
                kept[position] = replace(leader, copies=copies)
                break
        else:
            kept.append(conflict)
    return kept


def _same(a: Conflict, b: Conflict) -> bool:
    straight = one_text(a.a, b.a) and one_text(a.b, b.b)
    return straight or (one_text(a.a, b.b) and one_text(a.b, b.a))


def one_text(a: Claim, b: Claim) -> bool:
    """Whether two claims are one text: the same claim, or near-identical statements."""
    from rapidfuzz.fuzz import ratio

    return a.id == b.id or ratio(normalise(a.statement), normalise(b.statement)) >= ALIKE
