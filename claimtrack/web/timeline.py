"""A thread's picture: who affirmed above the line, who denied below it, from left to right."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from claimtrack.records import Member
from claimtrack.review.timeline import Thread, said

HEIGHT = 22
"""Units between two claims of one day."""
TALLEST = 6
"""Claims of one day and side that are drawn one above the other; more share the last place."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A claim in the picture: ``x`` in percent of its width, ``y`` in units from its top."""

    member: Member
    day: dt.date
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Picture:
    """The dots, the line between the sides, and the days that the axis names."""

    dots: tuple[Dot, ...]
    middle: float
    height: float
    ticks: tuple[tuple[float, dt.date], ...]
    undated: int


def drawn(thread: Thread) -> Picture | None:
    """Return the picture of a thread; None where no claim has a day."""
    dated = [(day, member) for member in thread.members if (day := said(member)) is not None]
    if not dated:
        return None
    first, last = min(day for day, _ in dated), max(day for day, _ in dated)
    days = (last - first).days
    counts: dict[tuple[dt.date, bool], int] = {}
    levels = []
    for day, member in sorted(dated, key=lambda one: (one[0], one[1].claim.id)):
        key = (day, member.denies)
        counts[key] = counts.get(key, 0) + 1
        levels.append((day, member, min(TALLEST, counts[key])))
    above = max((level for _, member, level in levels if not member.denies), default=1)
    below = max((level for _, member, level in levels if member.denies), default=1)
    middle = (above + 0.5) * HEIGHT

    def x(day: dt.date) -> float:
        return 50.0 if not days else round(6 + 88 * (day - first).days / days, 2)

    dots = tuple(
        Dot(member, day, x(day), middle + (1 if member.denies else -1) * level * HEIGHT)
        for day, member, level in levels
    )
    named = {first, last}
    if days > 7:
        named.add(first + (last - first) / 2)
    return Picture(
        dots,
        middle,
        middle + (below + 0.5) * HEIGHT,
        tuple((x(day), day) for day in sorted(named)),
        len(thread.members) - len(dated),
    )
