"""The evidence of a conflict as a picture's numbers: how each reason moved the log-odds."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.model import Conflict, Evidence
from claimtrack.report.view import pushes
from claimtrack.web.wording import signal

TICKS = (0.01, 0.1, 0.5, 0.9, 0.99)
"""Scores that the axis names."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One reason: from where to where it moved the score, in percent of the picture's width."""

    signal: str
    detail: str
    weight: float
    left: float
    width: float
    end: float

    @property
    def up(self) -> bool:
        """Whether it speaks for a conflict."""
        return self.weight >= 0


@dataclass(frozen=True, slots=True)
class Waterfall:
    """The bars in order, the axis, and what would have changed the outcome."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    threshold: float
    threshold_at: float
    behind: tuple[Evidence, ...]
    otherwise: tuple[str, ...]


def waterfall(conflict: Conflict, threshold: float) -> Waterfall:
    """Return the picture of a conflict's score; ``threshold`` is what a flag needs.

    The base comes first, then what spoke for a conflict and what against, each the strongest
    first, so that the eye goes up and then down.
    """
    scored, behind = pushes(conflict)
    order = sorted(
        scored, key=lambda item: (item.signal != "base", item.weight < 0, -abs(item.weight))
    )
    marks = [0.0]
    for item in order:
        marks.append(marks[-1] + item.weight)
    least = min(*marks, _odds(TICKS[1]), _odds(threshold))
    most = max(*marks, _odds(TICKS[3]), _odds(threshold))
    room = (most - least) * 0.04
    least, most = least - room, most + room

    def at(value: float) -> float:
        return round((value - least) / (most - least) * 100, 2)

    bars = []
    for item, before, after in zip(order, marks, marks[1:], strict=False):
        left, right = sorted((at(before), at(after)))
        width = max(0.4, round(right - left, 2))
        bars.append(Bar(item.signal, item.detail, item.weight, left, width, at(after)))
    ticks = tuple(
        (at(_odds(tick)), f"{tick:.0%}" if tick < 0.995 else "99%")
        for tick in TICKS
        if least <= _odds(tick) <= most
    )
    return Waterfall(
        tuple(bars),
        ticks,
        threshold,
        at(_odds(threshold)),
        behind,
        _otherwise(order, marks[-1], threshold),
    )


def _otherwise(evidence: Sequence[Evidence], total: float, threshold: float) -> tuple[str, ...]:
    """What would have changed it: each reason without which the score were under the threshold."""
    told = []
    for item in evidence:
        without = _share(total - item.weight)
        if item.weight > 0 and item.signal != "base" and without < threshold <= _share(total):
            told.append(f"Without “{signal(item.signal)}” the score would be {without:.2f}")
    return tuple(told)


def _odds(share: float) -> float:
    kept = min(0.9999, max(0.0001, share))
    return math.log(kept / (1 - kept))


def _share(odds: float) -> float:
    return 1 / (1 + math.exp(-odds)) if odds > -700 else 0.0
