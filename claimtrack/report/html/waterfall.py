"""How the reasons of a conflict add up to its score, as bars that start where the last ended."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.model import Evidence
from claimtrack.report.push import direction
from claimtrack.report.wording import squeeze


@dataclass(frozen=True, slots=True)
class Bar:
    """One reason. ``left`` and ``width`` are per cent of the track."""

    signal: str
    detail: str
    weight: str
    left: float
    width: float
    side: str


@dataclass(frozen=True, slots=True)
class Waterfall:
    """The bars, where nought is (per cent of the track), and what they come to."""

    bars: tuple[Bar, ...]
    zero: float
    total: str
    share: str


def waterfall(evidence: Sequence[Evidence]) -> Waterfall:
    """Lay out the reasons in the order given; those without a push come without a bar."""
    sums = [0.0]
    for item in evidence:
        sums.append(sums[-1] + item.weight)
    low, high = min(sums), max(sums)
    span = (high - low) or 1.0

    def at(value: float) -> float:
        return round(100 * (value - low) / span, 2)

    bars = tuple(
        Bar(
            signal=squeeze(item.signal),
            detail=squeeze(item.detail),
            weight=f"{item.weight:+.2f}",
            left=at(min(start, end)),
            width=round(at(max(start, end)) - at(min(start, end)), 2),
            side=direction(item.weight),
        )
        for item, start, end in zip(evidence, sums, sums[1:], strict=False)
    )
    share = 1 / (1 + math.exp(-max(-50.0, min(50.0, sums[-1]))))
    return Waterfall(bars, at(0.0), f"{sums[-1]:+.2f}", f"{share:.2f}")
