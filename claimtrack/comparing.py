"""Pairs of statements through the judge, a part at a time: ``compare``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from claimtrack.model import DayInterval, Statement
from claimtrack.ports import Judge
from claimtrack.results import ComparedPair, ComparePair

AT_ONCE = 128
"""Pairs that are judged together; a score does not depend on it."""
_EMPTY = "both statements need words"


def compared(judge: Judge, pairs: Iterable[ComparePair]) -> Iterator[ComparedPair]:
    """Judge pairs of statements, in order; one that can't be judged carries its error."""
    waiting = iter(pairs)
    while part := list(islice(waiting, AT_ONCE)):
        fit = [number for number, pair in enumerate(part) if pair.a.strip() and pair.b.strip()]
        found = judge.assess([_statements(part[number]) for number in fit])
        judged = dict(zip(fit, found, strict=True))
        for number, pair in enumerate(part):
            assessment = judged.get(number)
            yield ComparedPair(pair.id, assessment, None if assessment else _EMPTY)


def _statements(pair: ComparePair) -> tuple[Statement, Statement]:
    return (
        Statement(pair.a, report_time=_day(pair.a_time)),
        Statement(pair.b, report_time=_day(pair.b_time)),
    )


def _day(day: date | None) -> DayInterval | None:
    return None if day is None else DayInterval(day, day)
