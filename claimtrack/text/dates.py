"""Dates in text as closed intervals of days.

Relative dates ("Wednesday", "late last month") need a base, the day on which the text was
published; without one they are found but stay unresolved. The machine's clock is never read.
Rules of our own instead of dateparser: it resolves to an instant, has no intervals ("late last
month"), and takes "may" and "sat" for dates.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.model import DayInterval
from claimtrack.text.calendar import (
    MONTHS,
    ORDINAL,
    WEEKDAYS,
    day,
    month_span,
    nearest_year,
    ordinal_of,
    part_of,
    shift,
    weekday_near,
    year_of_weekday,
    year_span,
)
from claimtrack.text.numbers import NUMERAL, value_of
from claimtrack.text.tense import is_future

if TYPE_CHECKING:
    from spacy.tokens import Doc

Span = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that name a day or period; ``interval`` is None where they can't be resolved.

    ``relative`` tells that the base was needed. ``start``/``end`` are offsets in the text.
    """

    start: int
    end: int
    text: str
    interval: DayInterval | None
    relative: bool = False


@dataclass(frozen=True, slots=True)
class _Context:
    doc: Doc
    base: dt.date | None

    def future(self, match: re.Match[str]) -> bool:
        return is_future(self.doc, match.start())


_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_MONTH_CASED = "|".join(name.capitalize() for name in sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(name.capitalize() for name in sorted(WEEKDAYS, key=len, reverse=True))
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_DAY2 = r"(?P<day2>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_PART = (
    r"(?:(?P<part>early|earlier|mid|late|later|the (?:start|beginning) of|the middle of|"
    r"the end of)(?: in)?[ -])?"
)
_BEFORE_YEAR = (
    r"(?:(?<=[Ii]n )|(?<=[Bb]y )|(?<=[Oo]f )|(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=[Bb]efore )|"
    r"(?<=[Aa]fter )|(?<=[Ff]rom )|(?<=[Dd]uring )|(?<=[Tt]o )|(?<=[Ff]or )|(?<=[Tt]han )|"
    r"(?<=[Tt]he )|(?<=\())"
)
_OF_DAY = r"(?:[ -](?:morning|afternoon|evening|night)s?)?"
_COUNT = rf"(?P<count>{NUMERAL}|an?|a couple of|a few|several)"
_PERIOD = r"(?P<period>day|week|fortnight|month|year|decade)s?"

_Handler = Callable[[re.Match[str], _Context], "Span | None"]


def _iso(match: re.Match[str], context: _Context) -> Span | None:
    return day(int(match["year"]), int(match["month"]), int(match["day"]))


def _dotted(match: re.Match[str], context: _Context) -> Span | None:
    first, second = int(match["day"]), int(match["month"])
    if match["sep"] == "/" and first <= 12 and second <= 12 and first != second:
        return None  # 4 June or 6 April: not to be guessed
    if second > 12:
        first, second = second, first
    return day(int(match["year"]), second, first)


def _day_month(match: re.Match[str], context: _Context) -> Span | None:
    month = MONTHS[match["month"].lower().rstrip(".")]
    first = int(match["day"])
    last = int(match["day2"]) if match["day2"] else first
    year = int(match["year"]) if match["year"] else None
    if year is None:
        if context.base is None:
            return None
        weekday = WEEKDAYS.get((match["weekday"] or "").lower())
        if weekday is not None:
            year = year_of_weekday(context.base, month, first, weekday)
        if year is None:
            year = nearest_year(context.base, month, last, future=context.future(match))
    low, high = day(year, month, first), day(year, month, last)
    if low is None or high is None or high[1] < low[0]:
        return None
    return low[0], high[1]


def _month(match: re.Match[str], context: _Context) -> Span | None:
    month = MONTHS[match["month"].lower().rstrip(".")]
    year = int(match["year"]) if match["year"] else None
    which = (match["which"] or "").lower().strip()
    if year is None:
        if context.base is None:
            return None
        year = nearest_year(
            context.base, month, 1, future=which == "next" or (not which and context.future(match))
        )
        same = (context.base.year, context.base.month) == (year, month)
        if which == "last" and same:
            year -= 1
        if which == "next" and same:
            year += 1
    return part_of(month_span(year, month), match["part"])


def _year(match: re.Match[str], context: _Context) -> Span | None:
    return part_of(year_span(int(match["year"])), match["part"])


def _years(match: re.Match[str], context: _Context) -> Span | None:
    first, second = int(match["year"]), match["year2"]
    last = int(second) if len(second) == 4 else first - first % 100 + int(second)
    return (dt.date(first, 1, 1), dt.date(last, 12, 31)) if first <= last else None


def _decade(match: re.Match[str], context: _Context) -> Span | None:
    first = int(match["year"])
    third = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get((match["part"] or "").lower())
    low, high = third or (0, 9)
    return dt.date(first + low, 1, 1), dt.date(first + high, 12, 31)


def _fraction(match: re.Match[str], context: _Context) -> Span | None:
    year = int(match["year"]) if match["year"] else None
    if year is None:
        if context.base is None:
            return None
        year = context.base.year + {"last": -1, "next": 1}.get((match["rel"] or "").lower(), 0)
    names = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0, "final": 0}
    ordinal = match["ordinal"].lower()
    number = names[ordinal] if ordinal in names else int(ordinal[-1])
    months = 3 if match["unit"].lower().startswith("q") else 6
    count = 12 // months
    number = number or count
    if number > count:
        return None
    return (
        month_span(year, (number - 1) * months + 1)[0],
        month_span(year, number * months)[1],
    )


def _season(match: re.Match[str], context: _Context) -> Span | None:
    # Meteorological seasons of the northern hemisphere; a winter runs into the next year.
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
    month, year = first[match["season"].lower()], int(match["year"])
    low = month_span(year - 1 if month == 12 else year, month)[0]
    high = month_span(year, 2 if month == 12 else month + 2)[1]
    return (low, month_span(year, 12)[1]) if month == 12 else (low, high)


def _near(match: re.Match[str], context: _Context) -> Span | None:
    if context.base is None:
        return None
    word = re.sub(r"\s+", " ", match["near"].lower())
    days = {
        "yesterday": -1, "last night": -1, "overnight": -1, "tomorrow": 1,
        "the day before yesterday": -2, "the day after tomorrow": 2,
    }.get(word, 0)  # fmt: skip
    the_day = context.base + dt.timedelta(days=days)
    if word == "overnight":
        return the_day, context.base
    return the_day, the_day


def _weekday(match: re.Match[str], context: _Context) -> Span | None:
    if context.base is None:
        return None
    which = (match["which"] or "").lower().strip()
    number = WEEKDAYS[match["weekday"].lower()]
    if match["ordinal"]:
        return _day_of_month(context, number, ordinal_of(match["ordinal"]))
    if which in ("that", "the same", "the"):
        return None  # a day that the text has told of before, which need not be the last one
    future = which in ("next", "this coming", "coming") or (not which and context.future(match))
    the_day = weekday_near(context.base, number, future=future)
    if which in ("last", "past", "this past") and the_day == context.base:
        the_day -= dt.timedelta(days=7)
    if which == "next" and the_day == context.base:
        the_day += dt.timedelta(days=7)
    week = (match["week"] or "").lower()
    if week:
        offset = {"last": -7, "this": 0, "next": 7}[week]
        monday = context.base - dt.timedelta(days=context.base.weekday())
        the_day = monday + dt.timedelta(days=offset + number)
    return the_day, the_day


def _day_of_month(context: _Context, weekday: int, number: int) -> Span | None:
    """Return "Tuesday the tenth": the last such day before the text's own, else the next."""
    base = context.base
    if base is None:
        return None
    days = [base + dt.timedelta(days=step) for step in (*range(0, -62, -1), *range(1, 62))]
    found = next((d for d in days if (d.weekday(), d.day) == (weekday, number)), None)
    return None if found is None else (found, found)


def _period(match: re.Match[str], context: _Context) -> Span | None:
    base = context.base
    if base is None:
        return None
    step = {"last": -1, "previous": -1, "this": 0, "the current": 0, "next": 1}
    number = step[match["which"].lower()]
    kind = match["kind"].lower()
    if kind in ("week", "weekend"):
        monday = base - dt.timedelta(days=base.weekday()) + dt.timedelta(days=7 * number)
        if kind == "weekend":
            if number == 0 and not context.future(match) and base.weekday() < 5:
                monday -= dt.timedelta(days=7)
            return monday + dt.timedelta(days=5), monday + dt.timedelta(days=6)
        span = (monday, monday + dt.timedelta(days=6))
    elif kind == "month":
        first = shift(base.replace(day=1), months=number)
        span = month_span(first.year, first.month)
    else:
        span = year_span(base.year + number)
    part = (match["part"] or "").lower()
    if part == "earlier":
        return span[0], max(span[0], min(base, span[1]))
    if part == "later":
        return min(max(base, span[0]), span[1]), span[1]
    return part_of(span, part)


def _ago(match: re.Match[str], context: _Context) -> Span | None:
    base = context.base
    if base is None:
        return None
    vague = {"a couple of": (2, 3), "a few": (2, 9), "several": (3, 12), "a": (1, 1), "an": (1, 1)}
    words = match["count"].lower()
    low, high = vague.get(words) or (int(value_of(words)), int(value_of(words)))
    kind = match["period"].lower()
    if kind == "day":
        return shift(base, days=-high), shift(base, days=-low)
    if kind in ("week", "fortnight"):
        size = 7 if kind == "week" else 14
        return shift(base, days=-size * high - 3), shift(base, days=-size * low + 3)
    months = {"month": 1, "year": 12, "decade": 120}[kind]
    slack = {"month": 15, "year": 183, "decade": 1826}[kind]
    if months * high > 12 * (base.year - 2):
        return None
    return (
        shift(shift(base, months=-months * high), days=-slack),
        shift(shift(base, months=-months * low), days=slack),
    )


def _past(match: re.Match[str], context: _Context) -> Span | None:
    base = context.base
    if base is None:
        return None
    count = int(value_of(match["count"])) if match["count"] else 1
    kind = match["period"].lower()
    if kind in ("day", "week", "fortnight"):
        days = count * {"day": 1, "week": 7, "fortnight": 14}[kind]
        return shift(base, days=-min(days, 100_000)), base
    months = count * {"month": 1, "year": 12, "decade": 120}[kind]
    return (shift(base, months=-months), base) if months < 12 * (base.year - 1) else None


_RULES: tuple[tuple[re.Pattern[str], _Handler, bool], ...] = tuple(
    (re.compile(pattern), handler, relative)
    for pattern, handler, relative in (
        (rf"(?<![\w-])(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])", _iso, False),
        (
            rf"(?<![\w./])(?P<day>\d\d?)(?P<sep>[./])(?P<month>\d\d?)(?P=sep)(?P<year>{_YEAR})"
            r"(?![\w/])",
            _dotted,
            False,
        ),
        (
            rf"(?<![\w.,$€£-])(?:(?P<weekday>{_WEEKDAY}),? (?:the )?)?{_DAY}"
            rf"(?:(?: ?[-–] ?| to | and ){_DAY2})? (?:of )?(?P<month>{_MONTH_CASED})(?:\.|\b)"
            rf"(?:,? (?P<year>{_YEAR})\b)?(?!\w)",
            _day_month,
            False,
        ),
        (
            rf"(?<!\w)(?:(?P<weekday>{_WEEKDAY}),? )?(?P<month>{_MONTH_CASED})\.? (?:the )?{_DAY}"
            rf"(?:(?: ?[-–] ?| to | and ){_DAY2})?(?![\d:%]|[.,]\d|,\d| ?[ap]\.?m\b)"
            rf"(?:,? (?P<year>{_YEAR})\b)?(?!\w)",
            _day_month,
            False,
        ),
        (
            rf"(?i:{_PART}(?P<which>last|this|next) )(?P<month>{_MONTH_CASED})\b(?P<year>(?!))?",
            _month,
            True,
        ),
        (
            rf"(?<!\w){_PART}(?P<which>(?!))?(?P<month>{_MONTH_CASED})(?:\.|\b),? (?:of )?"
            rf"(?P<year>{_YEAR})\b(?!\.\d)",
            _month,
            False,
        ),
        (
            rf"(?<=[Ii]n |[Bb]y |[Oo]f |nd |or )(?P<part>early |mid-?|late )?(?P<which>(?!))?"
            rf"(?P<month>{_MONTH_CASED})\b(?P<year>(?!))?(?! \d)",
            _month,
            True,
        ),
        (
            rf"(?<=[Ss]ince |[Uu]ntil |uring |efore |[Aa]fter | from )"
            rf"(?P<part>early |mid-?|late )?(?P<which>(?!))?"
            rf"(?P<month>{_MONTH_CASED})\b(?P<year>(?!))?(?! \d)",
            _month,
            True,
        ),
        (
            rf"(?<!\w)(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[ -](?P<which>(?!))?"
            rf"(?P<month>{_MONTH_CASED})\b(?P<year>(?!))?(?! \d)",
            _month,
            True,
        ),
        (
            rf"(?<![\w-])(?P<year>{_YEAR})(?:-|–| to )(?P<year2>{_YEAR}|\d\d)(?![\w-])",
            _years,
            False,
        ),
        (
            r"(?<!\w)(?:[Tt]he )?(?:(?P<part>early|mid|late)[ -])?(?P<year>1[5-9]\d0|20\d0)s\b",
            _decade,
            False,
        ),
        (
            r"(?<!\w)(?i:(?:the )?(?P<ordinal>first|second|third|fourth|last|final)[ -]"
            r"(?P<unit>quarter|half) of (?:(?P<rel>last|this|next) year|(?P<year>"
            + _YEAR
            + r")\b))",
            _fraction,
            False,
        ),
        (
            rf"(?<!\w)(?P<ordinal>(?P<unit>Q|H)[1-4])(?P<rel>(?!))? (?:of )?(?P<year>{_YEAR})\b",
            _fraction,
            False,
        ),
        (
            rf"(?<!\w)(?i:the )?(?P<season>(?i:spring|summer|autumn|fall|winter)) (?:of )?"
            rf"(?P<year>{_YEAR})\b",
            _season,
            False,
        ),
        (
            rf"(?<![\w.,:/$€£-])(?P<part>(?i:early|mid|late|the (?:start|beginning|end|middle) of)"
            rf"[ -])(?P<year>{_YEAR})(?![\w%:/-]|[.,]\d| (?:[a-z]+s)\b)",
            _year,
            False,
        ),
        (
            rf"{_BEFORE_YEAR}(?P<part>(?!))?(?P<year>{_YEAR})(?![\w%:/-]|[.,]\d| [a-z]+s\b)",
            _year,
            False,
        ),
        (
            rf"(?<=[Ii]n )(?P<part>(?!))?(?P<year>{_YEAR})(?![\w%:/-]|[.,]\d)",
            _year,
            False,
        ),
        (
            r"(?<!\w)(?i:(?P<near>the day before yesterday|the day after tomorrow|yesterday|today|"
            r"tonight|tomorrow|overnight|last\s+night|this\s+(?:morning|afternoon|evening)|"
            r"earlier today|later today|earlier in the day))"
            r"(?: (?:morning|afternoon|evening|night))?(?!\w|['’]s)",
            _near,
            True,
        ),
        (
            rf"(?<!\w)(?i:(?P<which>last|next|this past|this coming|this|past|coming|that|"
            rf"the same|the) )?"
            rf"(?P<weekday>{_WEEKDAY})(?:,? the (?P<ordinal>{ORDINAL})(?! \w+day)\b)?{_OF_DAY}"
            rf"(?: (?:of )?(?P<week>last|this|next) week)?(?!\w)",
            _weekday,
            True,
        ),
        (
            rf"(?<!\w)(?i:{_PART}(?P<which>last|previous|this|the current|next)[ -]"
            r"(?P<kind>weekend|week|month|year))(?!\w|['’]s)",
            _period,
            True,
        ),
        (rf"(?<![\w-])(?i:{_COUNT} {_PERIOD} ago)\b", _ago, True),
        (
            rf"(?<!\w)(?i:(?:in|over|during|within|for|of) (?:the |these )?(?:past|last)"
            rf" (?:(?P<count>{NUMERAL}) )?{_PERIOD})\b",
            _past,
            True,
        ),
    )
)


def find_dates(doc: Doc, base: dt.date | None) -> list[DateMention]:
    """Return the dates of ``doc`` by offset, resolved against ``base`` where they are relative.

    A weekday in a past tense is the most recent one on or before ``base``; with a future verb,
    the next one on or after it. A day without a year takes the year that is nearest in the
    direction of the tense.
    """
    text, context = doc.text, _Context(doc, base)
    found: list[DateMention] = []
    matches = [
        (match.start(), -match.end(), order, match, handler, relative)
        for order, (pattern, handler, relative) in enumerate(_RULES)
        for match in pattern.finditer(text)
    ]
    taken = 0
    for start, negative_end, _, match, handler, relative in sorted(matches, key=lambda m: m[:3]):
        if start < taken:
            continue
        span = handler(match, context)
        interval = DayInterval(span[0], span[1], match[0]) if span else None
        needs_base = relative or not match.groupdict().get("year")
        found.append(DateMention(start, -negative_end, match[0], interval, needs_base))
        taken = -negative_end
    return found
