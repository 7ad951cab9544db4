"""When the two sides of each conflict were said: a row a conflict, a dot a side."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from claimtrack.report.groups import numbered
from claimtrack.report.view import View, said_on
from claimtrack.report.wording import shorten, squeeze

MOST_TICKS = 6
_STEPS = (1, 2, 7, 14, 30, 91, 182, 365, 730, 1825, 3650)


@dataclass(frozen=True, slots=True)
class Dot:
    """One side: where it stands on the track (per cent), and what a pointer is told."""

    left: float
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """One conflict; its dots in the order of ``View.sides``."""

    number: int
    id: str
    label: str
    dots: tuple[Dot, ...]
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """The rows by their earliest day, the days under them, and how many sides have none."""

    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str], ...]
    undated: int


def timeline(view: View) -> Timeline:
    """Lay out the conflicts of which one side at least has a day."""
    found = [
        (number, conflict, [(claim, said_on(claim, view.document(claim))) for claim in sides])
        for number, conflict in numbered(view.conflicts)
        for sides in [view.sides(conflict)]
    ]
    days = sorted(day for _, _, sides in found for _, day in sides if day is not None)
    undated = sum(day is None for _, _, sides in found for _, day in sides)
    if not days:
        return Timeline((), (), undated)
    first, last = days[0], days[-1]
    span = max(1, (last - first).days)

    def at(day: dt.date) -> float:
        return round(100 * (day - first).days / span, 2)

    rows = []
    for number, conflict, sides in found:
        dots = tuple(
            Dot(at(day), f"{day.isoformat()}: {squeeze(claim.holder.name)}")
            for claim, day in sides
            if day is not None
        )
        if dots:
            places = [dot.left for dot in dots]
            label = " / ".join(shorten(claim.holder.name, 26) for claim, _ in sides)
            left, right = min(places), max(places)
            rows.append(Row(number, conflict.id, label, dots, left, round(right - left, 2)))
    rows.sort(key=lambda row: (row.left, row.left + row.width, row.number))
    step = next((size for size in _STEPS if span / size < MOST_TICKS), span)
    count = span // step + 1
    ticks = [first + dt.timedelta(days=step * number) for number in range(count)]
    return Timeline(tuple(rows), tuple((at(day), day.isoformat()) for day in ticks), undated)
