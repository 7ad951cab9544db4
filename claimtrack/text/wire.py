"""Wire copies: the same passage in several outlets is one voice, however often it is printed."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.model import normalise

COPY = 92.0
"""Ratio (0 to 100, Indel distance over normalised words) from which two passages are one text:
the measure by which the judge takes two statements for one."""


def voices(passages: Sequence[tuple[str, str]]) -> list[int]:
    """Return the number of its voice for each (outlet, passage); numbers count up from 0.

    One outlet is one voice, and so are outlets that print one text. Numbers are given in the
    order in which voices first appear, so ``max(...) + 1`` is how many there are.
    """
    from rapidfuzz.fuzz import ratio

    parents = list(range(len(passages)))

    def root(at: int) -> int:
        while parents[at] != at:
            at = parents[at]
        return at

    words = [(normalise(outlet), normalise(passage)) for outlet, passage in passages]
    for later, (outlet, passage) in enumerate(words):
        for earlier in range(later):
            theirs, text = words[earlier]
            if root(earlier) == root(later):
                continue
            if (outlet and outlet == theirs) or ratio(passage, text, score_cutoff=COPY):
                parents[max(root(earlier), root(later))] = min(root(earlier), root(later))
    numbers: dict[int, int] = {}
    return [numbers.setdefault(root(at), len(numbers)) for at in range(len(passages))]
