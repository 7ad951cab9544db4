"""When a statement is about, as far as its words tell, and whether two such times are apart.

Statements often carry no date to resolve against; months, seasons, quarters and weekdays can
still be compared with each other by name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrack.judge.readings.reading import Reading, once
from claimtrack.model import DayInterval
from claimtrack.text.calendar import MONTHS, WEEKDAYS, year_span

_MONTH = "|".join(name.capitalize() for name in sorted(MONTHS, key=len, reverse=True))
_SEASONS = {
    "winter": {12, 1, 2}, "spring": {3, 4, 5}, "summer": {6, 7, 8}, "autumn": {9, 10, 11},
    "fall": {9, 10, 11}, "christmas": {10, 11, 12},
}  # fmt: skip
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_PATTERN = re.compile(
    rf"\b(?:(?P<season>winter|spring|summer|autumn|christmas)"
    rf"(?! (?:olympics|games|school))|(?:in|last|this|next) (?P<fall>fall)\b"
    rf"|(?P<which>first|second|third|fourth|final) (?P<part>quarter|half)\b(?!-)"
    rf"|(?:between|from) (?P<from>{_MONTH}) (?:and|to|until|through) (?P<to>{_MONTH})"
    rf"|(?P<count>three|six|nine|3|6|9) months (?:to|ending|ended)(?: the end of|"
    rf" in)? (?P<end>{_MONTH})"
    rf"|(?P<rel>last|this|next|the previous|the following) (?P<unit>year|season|month|quarter))\b",
    re.IGNORECASE,
)
_RELATIVE = {"last": -1, "the previous": -1, "this": 0, "next": 1, "the following": 1}
_BOUND = re.compile(r"\b(?:since|until|till|before|after|from)(?: the)? $", re.IGNORECASE)
# A time that another is measured against is not the statement's own.
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|relative to|(?:up|down) (?:on|from)|against|than(?: in)?|after"
    r"(?: [\w.,]+ per ?cent)? in) (?:the |a )?(?:same )?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_YEAR_LONG = 360
"""Days from which a time is no part of a year."""


@dataclass(frozen=True, slots=True)
class Period:
    """A time as far as it is told: resolved days, a year, months of the year, a weekday."""

    text: str
    days: DayInterval | None = None
    year: int | None = None
    relative: tuple[str, int] | None = None
    months: frozenset[int] = frozenset()
    number: int | None = None
    weekday: int | None = None
    bounded: bool = False


@once
def periods(reading: Reading) -> list[Period]:
    """Return the times of the statement's own clause in the order of the text."""
    inside = {index for token in reading.core for index in range(token.idx, token.idx + len(token))}
    found: list[tuple[int, int, Period]] = []
    for mention in reading.dates:
        if mention.start not in inside or _COMPARED.search(reading.text[: mention.start]):
            continue
        bounded = bool(_BOUND.search(reading.text[: mention.start]))
        found.append((mention.start, mention.end, dated(mention.text, mention.interval, bounded)))
    found += [
        (match.start(), match.end(), _named(match, reading.statement.report_time))
        for match in _PATTERN.finditer(reading.text)
        if match.start() in inside and not _COMPARED.search(reading.text[: match.start()])
    ]
    # The longer reading of the same words wins: "between July and September" over "September".
    found.sort(key=lambda row: (row[0] - row[1], row[0]))
    kept: list[tuple[int, int, Period]] = []
    for start, end, period in found:
        if all(end <= other[0] or other[1] <= start for other in kept):
            kept.append((start, end, period))
    told = [period for _, _, period in sorted(kept, key=lambda row: row[0])]
    if any(period.year is not None for period in told):
        return [p for p in told if p.text.lower() not in _SEASONS]  # "in 2023 a wet spring"
    return told


def dated(text: str, days: DayInterval | None, bounded: bool = False) -> Period:
    """A day, month or year as far as its words tell."""
    year = _YEAR.search(text)
    months = frozenset(
        MONTHS[word.lower()] for word in re.findall(r"[A-Za-z]+", text) if word.lower() in MONTHS
    )
    number = re.search(r"\b\d{1,2}\b", _YEAR.sub("", text)) if months else None
    weekday = next(
        (WEEKDAYS[w.lower()] for w in re.findall(r"[A-Za-z]+", text) if w.lower() in WEEKDAYS), None
    )
    relative = re.match(r"(last|this|next) (year|month|week)", text, re.IGNORECASE)
    return Period(
        text=text,
        days=days,
        year=int(year[0]) if year else None,
        relative=(relative[2].lower(), _RELATIVE[relative[1].lower()]) if relative else None,
        months=months,
        number=int(number[0]) if number else None,
        weekday=weekday if not months else None,
        bounded=bounded,
    )


def _named(match: re.Match[str], said: DayInterval | None) -> Period:
    text = match[0]
    season = match["season"] or match["fall"]
    if season:
        return Period(text, months=frozenset(_SEASONS[season.lower()]))
    if match["part"]:
        size = 3 if match["part"].lower() == "quarter" else 6
        number = _ORDINALS[match["which"].lower()]
        if size == 6 and number > 2:
            number = 2
        return Period(text, months=frozenset(range((number - 1) * size + 1, number * size + 1)))
    if match["from"]:
        first, last = MONTHS[match["from"].lower()], MONTHS[match["to"].lower()]
        length = (last - first) % 12 + 1
        return Period(text, months=frozenset((first + i - 1) % 12 + 1 for i in range(length)))
    if match["end"]:
        size = {"three": 3, "six": 6, "nine": 9}.get(match["count"].lower()) or int(match["count"])
        last = MONTHS[match["end"].lower()]
        return Period(text, months=frozenset((last - i - 1) % 12 + 1 for i in range(size)))
    unit, step = match["unit"].lower(), _RELATIVE[match["rel"].lower()]
    # "Last year's festival" too is of the year before the one in which that was said.
    known = unit == "year" and said is not None and said.start.year == said.end.year
    days = DayInterval(*year_span(said.start.year + step)) if said is not None and known else None
    return Period(text, days=days, relative=(unit, step))


def apart(a: Period, b: Period) -> bool:
    """Whether no day can belong to both, as far as is told."""
    if a.weekday is not None and a.weekday == b.weekday and a.days and b.days:
        # One weekday's name in reports some days apart is one day, or a week lies between.
        return abs((a.days.start - b.days.start).days) > 7
    if a.days is not None and b.days is not None:
        return not a.days.overlaps(b.days)
    if a.year is not None and b.year is not None and a.year != b.year:
        return True
    if a.relative and b.relative and a.relative[0] == b.relative[0]:
        return a.relative[1] != b.relative[1]
    first, second = _months(a), _months(b)
    if first and second and not first & second:
        return True
    if a.months and b.months:
        return a.number is not None and b.number is not None and a.number != b.number
    return a.weekday is not None and b.weekday is not None and a.weekday != b.weekday


def _months(period: Period) -> frozenset[int]:
    """The months that are told, or those of the days that it was resolved to."""
    if period.months or period.days is None:
        return period.months
    days = period.days
    if (days.end - days.start).days >= _YEAR_LONG:
        return frozenset()
    last = days.end.month + 12 * (days.end.year - days.start.year)
    return frozenset((month - 1) % 12 + 1 for month in range(days.start.month, last + 1))


def meet(a: Period, b: Period) -> bool:
    """Whether some day is known to belong to both; what is not told of either is not known."""
    if apart(a, b):
        return False
    if a.days is not None and b.days is not None:
        return True
    if a.months and b.months:
        # A month without its day, or a date without its year, is the wider time of the two.
        return a.year == b.year or a.year is None or b.year is None
    return a.year is not None and a.year == b.year


def all_apart(a: Reading, b: Reading, *, bounds: bool = False) -> tuple[Period, Period] | None:
    """Return a time of each side if every time of one is apart from every one of the other.

    With ``bounds`` the ends of periods count too ("by Friday", "since May").
    """
    first = [period for period in periods(a) if bounds or not period.bounded]
    second = [period for period in periods(b) if bounds or not period.bounded]
    if not first or not second or not all(apart(m, n) for m in first for n in second):
        return None
    return first[0], second[0]
