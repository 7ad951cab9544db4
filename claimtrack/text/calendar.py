"""Days, months and years as spans: the arithmetic under ``text.dates``."""

from __future__ import annotations

import calendar
import datetime as dt

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if number}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if number}
MONTHS["sept"] = 9
WEEKDAY = "(?:" + "|".join(name.lower() for name in calendar.day_name) + ")"
"""A weekday's name, for a pattern that takes no heed of case."""
STORY_DAYS = 45
"""Days for which a story stays news: what lies farther apart is of two stories."""
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}


def day(year: int, month: int, number: int) -> tuple[dt.date, dt.date] | None:
    """The span of one day, or None where the calendar has no such day."""
    try:
        the_day = dt.date(year, month, number)
    except ValueError:
        return None
    return the_day, the_day


def month_span(year: int, month: int) -> tuple[dt.date, dt.date]:
    """First and last day of a month."""
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def year_span(year: int) -> tuple[dt.date, dt.date]:
    """First and last day of a year."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def shift(day: dt.date, *, days: int = 0, months: int = 0) -> dt.date:
    """Move ``day``; a month too short for it gives the month's last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last)) + dt.timedelta(days=days)


_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
    "twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
ORDINAL = "|".join([*reversed(_ORDINALS), r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)"])
"""Pattern of the day of a month: "the tenth", "the 10th"."""


def ordinal_of(words: str) -> int:
    """Return the number of a day that ``ORDINAL`` matches."""
    key = words.lower()
    return _ORDINALS.index(key) + 1 if key in _ORDINALS else int(key[:-2])


def nearest_year(base: dt.date, month: int, number: int, *, future: bool) -> int:
    """The year in which day ``number`` of ``month`` is nearest to ``base`` in that direction."""
    this = (month, number)
    now = (base.month, base.day)
    if future:
        return base.year if this >= (now if number > 1 else (base.month, 1)) else base.year + 1
    return base.year if this <= now else base.year - 1


def year_of_weekday(base: dt.date, month: int, number: int, weekday: int) -> int | None:
    """The year nearest to ``base`` in which day ``number`` of ``month`` is that weekday, or None.

    In five years running a date falls on no weekday twice, so that "Monday, 9 March" tells which.
    """
    spans = (day(base.year + step, month, number) for step in range(-2, 3))
    fits = [span[0] for span in spans if span and span[0].weekday() == weekday]
    return min(fits, key=lambda the_day: abs(the_day - base)).year if fits else None


def weekday_near(base: dt.date, number: int, *, future: bool) -> dt.date:
    """The nearest such weekday on or before ``base``; on or after it if ``future``."""
    if future:
        return base + dt.timedelta(days=(number - base.weekday()) % 7)
    return base - dt.timedelta(days=(base.weekday() - number) % 7)


def part_of(span: tuple[dt.date, dt.date], part: str | None) -> tuple[dt.date, dt.date]:
    """The early, middle or late part of a span, generously: halves, overlapping in the middle."""
    start, end = span
    length = (end - start).days
    name = (part or "").lower().strip(" -")
    if name in ("early", "earlier") or "start" in name or "beginning" in name:
        return start, start + dt.timedelta(days=length // 2)
    if name.startswith("mid") or "middle" in name:
        return start + dt.timedelta(days=length // 4), start + dt.timedelta(days=3 * length // 4)
    if name in ("late", "later") or "end of" in name:
        return start + dt.timedelta(days=length // 2), end
    return span
