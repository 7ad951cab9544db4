"""When a statement says that something happened, and whether two such times are apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.vocabulary import by_turns
from claimtrack.judge.readings.happenings import BEGIN, END, Happening, happening, ranked
from claimtrack.judge.readings.parties import one_of
from claimtrack.judge.readings.periods import Period, apart, dated
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.model import DayInterval
from claimtrack.text.calendar import STORY_DAYS
from claimtrack.text.clock import TimeMention, times_apart
from claimtrack.text.dates import DateMention
from claimtrack.text.tense import verb_is_future
from claimtrack.text.unique import one_of_its_kind

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

FROM = "from"
BY = "by"
SINCE = "since"
UNTIL = "until"
UNKNOWN = "?"
_BOUND = re.compile(
    r"\b(?P<no>no (?:later|earlier|sooner) than|not (?:before|until|till|after))(?: the)? $"
    r"|\b(?P<word>since|until|till|before|after|from|by|on or before|as of|for|between)"
    r"(?: (?:the|about|around|early|late|the (?:end|start) of))? $",
    re.IGNORECASE,
)
_SMALL = re.compile(r"\b(?:early|midnight|small hours|overnight)\b", re.IGNORECASE)
_NIGHT = re.compile(r"\b(?:night|midnight|overnight|small hours|after dark)\b", re.IGNORECASE)
_PART_OF_DAY = 300
"""Minutes from which a time is a part of the day and no hour."""
_SMALL_HOURS = 360
_HALF_YEAR = 6
_HALF_WEEK = 3
_YEAR = 366
"""Days between two beginnings, two ends, or two days to come of one thing: they may lie far off."""


@dataclass(frozen=True, slots=True, eq=False)
class When:
    """Something that happened, and a day or an hour of it, as far as they are told.

    ``bound`` tells that it was not then but from then on, or by then; ``denied`` that it was told
    by what was not: "not until Friday", so that all that was before is denied.
    """

    happening: Happening
    text: str
    period: Period | None = None
    clock: TimeMention | None = None
    bound: str = ""
    night: bool = False
    denied: bool = False


@once
def whens(reading: Reading) -> tuple[When, ...]:
    """Return what a statement tells the time of; a denied deed only where the time is denied."""
    found: dict[int, When] = {}
    for when in _mentioned(reading):
        index = when.happening.token.i
        other = found.get(index)
        if other is None:
            found[index] = when
        elif when.clock is not None and other.clock is None:
            found[index] = replace(
                other, clock=when.clock, text=_both(when.text, other.text), bound=when.bound
            )
        elif when.period is not None and other.period is None:
            found[index] = replace(other, period=when.period, text=_both(other.text, when.text))
        elif when.period is not None and other.period is not None:
            if apart(when.period, other.period):  # which one is meant is not told
                found[index] = replace(other, bound=UNKNOWN)
            elif other.period.number is None and when.period.number is not None:
                found[index] = replace(other, period=when.period)  # "this morning, 16 March"
    return tuple(when for when in found.values() if when.bound != UNKNOWN)


def _both(clock: str, day: str) -> str:
    return clock if day in clock else f"{clock} {day}"


def _mentioned(reading: Reading) -> Iterator[When]:
    inside = {token.i for token in reading.core}
    dates = reading.dates
    mentions: list[TimeMention | DateMention] = [*reading.times, *dates]
    for mention in mentions:
        span = reading.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None or not len(span) or span.root.i not in inside:
            continue
        told = _governed(span)
        event = None if told is None or _which_one(told) else happening(told)
        if told is None or event is None:
            continue
        before = reading.text[: mention.start]
        clock = mention if isinstance(mention, TimeMention) else None
        period = None
        if isinstance(mention, DateMention):
            period = dated(mention.text, mention.interval)
            own = len(dates) == 1 or period.months or period.weekday is not None
            if period.days is None and own:
                period = replace(period, days=reading.statement.event_time)
            period = _fitting(period)
        denied = reading.negative(told)
        bound = _bound(f"{before}{_hedge(mention.text) if clock else ''}", denied)
        night = bool(_NIGHT.search(reading.text))
        if bound is not None:
            yield _placed(When(event, mention.text, period, clock, bound, night, denied))


def _which_one(verb: Token) -> bool:
    """Whether a clause only says which one is meant: "the train that left at nine"."""
    if verb.dep_ not in ("relcl", "acl"):
        return False
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else verb
    if verb.head.dep_ == "ROOT" and verb.dep_ == "acl":
        return False  # "The flight left at nine": taken for a noun with its clause
    return not before.is_punct and not any(c.lower_ == "when" for c in verb.children)


def _hedge(clock: str) -> str:
    """The word before an hour, where the words for the hour begin with it: "by nine"."""
    match = re.match(r"(?:since|until|till|before|after|from|by)\b ", clock, re.IGNORECASE)
    return match[0] if match else ""


def _fitting(period: Period) -> Period:
    """The period without days that are none of those that its words name."""
    days = period.days
    if days is None:
        return period
    wrong = (
        (period.weekday is not None and days.start.weekday() != period.weekday)
        or (period.months and days.start.month not in period.months)
        or (period.number is not None and days.start.day != period.number)
        or (period.year is not None and days.start.year != period.year)
    )
    return replace(period, days=None) if wrong else period


def _governed(span: Span) -> Token | None:
    """The verb that a time belongs to, or the noun of an event beside which it stands."""
    current: Token = span.root
    joined = ""
    for _ in range(6):
        if current.pos_ in ("VERB", "AUX"):
            return current
        if current.i not in range(span.start, span.end) and current.pos_ == "NOUN":
            if happening(current) is not None:
                return current
            # The parser gives "closed the road at nine" to the road; "the letter of 4 March" has
            # its own date.
            if joined not in ("on", "at") or current.dep_ not in ("dobj", "pobj"):
                return None
        if current.head.i == current.i:
            return None
        if current.dep_ == "prep" and current.i and _another_count(current.nbor(-1)):
            return None
        joined = current.lower_ if current.dep_ == "prep" else joined
        current = current.head
    return None


def _another_count(token: Token) -> bool:
    """Whether it counts others: "four arrive in May and six in June"."""
    return token.pos_ == "NUM" and token.dep_ in ("conj", "appos")


def _bound(before: str, denied: bool) -> str | None:
    """On which side of the time it was: "" for then; None where the words tell nothing."""
    match = _BOUND.search(before)
    word = (match["word"] or match["no"]).lower() if match else ""
    if word in ("for", "between"):
        return None
    if denied:
        return {"before": FROM, "until": FROM, "till": FROM, "after": BY, "by": FROM}.get(word)
    if word in ("no later than", "not after", "on or before"):
        return BY
    if word in ("no earlier than", "no sooner than", "not before", "not until", "not till"):
        return FROM
    known = {"before": BY, "by": BY, "after": FROM, "from": SINCE, "as of": SINCE}
    return known.get(word, word if word != "till" else UNTIL)


def _placed(when: When) -> When:
    """The time as that of one end of what happened, where it tells since when or until when."""
    if when.bound not in (SINCE, UNTIL):
        return when
    if when.happening.phase:
        return replace(when, bound=FROM if when.bound == SINCE else BY)
    phase = BEGIN if when.bound == SINCE else END
    return replace(when, happening=replace(when.happening, phase=phase), bound="")


def whens_apart(m: When, n: When) -> bool:
    """Whether what happened cannot have been at both times."""
    order = _told_order(m, n)
    if not order:
        return False
    earlier, later = (m, n) if order < 0 else (n, m)
    if m.happening.handed(n.happening) and later.happening.rank != "first":
        return earlier.happening.rank == later.happening.rank  # others come after the first
    # It began before it was seen to go on, and ended after that.
    phases = earlier.happening.which[0], later.happening.which[0]
    return phases[0] == phases[1] or phases in (("", BEGIN), (END, ""), (END, BEGIN))


def told_apart(a: Reading, b: Reading, m: When, n: When) -> bool:
    """As ``whens_apart``, where no other time that either tells would fit.

    "At 9:40 p.m. on Friday (1:40 a.m. on Saturday by London's clocks)" is one time told twice.
    """
    if not whens_apart(m, n):
        return False
    by_day = m.period is not None and n.period is not None and bool(_order(m.period, n.period))
    return not _fits_another(m, b, by_day) and not _fits_another(n, a, by_day)


def _fits_another(when: When, other: Reading, by_day: bool) -> bool:
    """Whether a day, or an hour, that the other statement tells is this one."""
    period, clock = when.period, when.clock
    if by_day:
        told = [dated(mention.text, mention.interval) for mention in other.dates]
        return period is not None and any(
            _comparable(period, day) and not apart(period, day) for day in told
        )
    exact = [time for time in other.times if _width(time) <= _PART_OF_DAY]
    return clock is not None and any(not times_apart(clock, time) for time in exact)


def _told_order(m: When, n: When) -> int:
    """-1 where the first is told of an earlier time than the second, 1 a later, 0 neither."""
    if m.period is not None and n.period is not None:
        order = _order(m.period, n.period)
        if order is None:
            return 0
        if order:
            earlier, later = (m, n) if order < 0 else (n, m)
            if earlier.bound == FROM or later.bound == BY or _one_night(earlier, later):
                return 0
            none_before = later.denied and later.bound == FROM and not earlier.denied
            things = [when.happening.things for when in (m, n)]
            none_before = none_before and (one_of(*things) > 0 or not any(things))
            return order if none_before or m.happening.once(n.happening) else 0
    elif (
        m.clock is not None and n.clock is not None and max(_width(m.clock), _width(n.clock)) > 300
    ):
        return 0  # "in the morning", "in the evening": on which day is not told
    if m.clock is None or n.clock is None or not times_apart(m.clock, n.clock):
        return 0
    phases = {m.happening.which[0], n.happening.which[0]}
    if len(phases) > 1:
        if m.clock.either or n.clock.either:
            return 0
        # What begins in the evening goes on the next morning, if the day is not told of both.
        near = END not in phases and abs(m.clock.low - n.clock.low) <= _SMALL_HOURS
        if not near and (m.period is None or n.period is None):
            return 0
    return -1 if m.clock.low < n.clock.low else 1


def _width(clock: TimeMention) -> int:
    return clock.high - clock.low


def _one_night(earlier: When, later: When) -> bool:
    """Whether the night of one day may be the small hours of the next."""
    a, b = earlier.period, later.period
    if a is None or b is None:
        return False
    if a.days is not None and b.days is not None:
        if (b.days.start - a.days.end).days != 1:
            return False
    elif a.weekday is None or b.weekday is None or (b.weekday - a.weekday) % 7 != 1:
        return False
    if earlier.clock is not None and later.clock is not None:
        return 1440 + later.clock.low <= earlier.clock.high
    small = later.clock is not None and later.clock.high <= _SMALL_HOURS
    return (small or bool(_SMALL.search(later.text))) and earlier.night


def _order(a: Period, b: Period) -> int | None:
    """-1 where ``a`` is before ``b``, 1 after, 0 where they may meet, None where nothing tells."""
    if not apart(a, b):
        return 0 if _comparable(a, b) else None
    if a.days is not None and b.days is not None:
        if (a.relative or b.relative) and _gap(a.days, b.days) <= _HALF_WEEK:
            return None  # on which day "last week" ended is told by the day on which that was said
        return -1 if a.days.end < b.days.start else 1
    if a.year is not None and b.year is not None and a.year != b.year:
        return -1 if a.year < b.year else 1
    if a.months and b.months:
        if len(a.months) > 1 or len(b.months) > 1:
            return None
        gap = (min(b.months) - min(a.months)) % 12
        if gap == 0:
            return -1 if (a.number or 0) < (b.number or 0) else 1
        return -1 if gap <= _HALF_YEAR else 1
    if a.weekday is not None and b.weekday is not None:
        return -1 if (b.weekday - a.weekday) % 7 <= _HALF_WEEK else 1
    if a.relative and b.relative and a.relative[0] == b.relative[0]:
        return -1 if a.relative[1] < b.relative[1] else 1
    return None


def _comparable(a: Period, b: Period) -> bool:
    return bool(
        (a.days is not None and b.days is not None)
        or (a.months and b.months)
        or (a.weekday is not None and b.weekday is not None)
    )


def days_order(m: When, n: When) -> int:
    """-1 where the day of the first is before that of the second, 1 after, 0 where none tells."""
    return (_order(m.period, n.period) or 0) if m.period and n.period else 0


def days_between(m: When, n: When) -> int:
    """Days between two times, 0 where that is not told."""
    a, b = (when.period.days if when.period else None for when in (m, n))
    return 0 if a is None or b is None else _gap(a, b)


def _gap(a: DayInterval, b: DayInterval) -> int:
    return max(0, (b.start - a.end).days, (a.start - b.end).days)


def one_story(m: When, n: When) -> bool:
    """Whether two times lie near enough for one kind of event to be one event."""
    ends = bool(m.happening.phase and n.happening.phase)
    ends = ends or all(_ahead(when.happening.token) for when in (m, n))
    if m.happening.handed(n.happening) or one_of_its_kind(
        *(when.happening.token.doc.text for when in (m, n))
    ):
        return True
    return days_between(m, n) <= (_YEAR if ends else STORY_DAYS)


def _ahead(token: Token) -> bool:
    """Whether it is still to come: "will close", "would close"."""
    return token.pos_ == "VERB" and verb_is_future(token)


def both_fit(a: Reading, b: Reading) -> bool:
    """Whether two days are one: "by June" and "in May", the night of one and the next morning."""
    pairs = [(m, n) for m in whens(a) for n in whens(b) if m.happening.same(n.happening)]
    near = any(m.bound or n.bound or _one_night(m, n) or _one_night(n, m) for m, n in pairs)
    return near and not any(whens_apart(m, n) for m, n in pairs)


def two_things(a: Reading, b: Reading) -> bool:
    """Whether one deed is told of two things or by two doers, or of one of several and of all."""
    pairs = [(m.happening, n.happening) for m in whens(a) for n in whens(b)]
    return bool(pairs) and all(m.deeds & n.deeds and m.of_two(n) for m, n in pairs)


def two_ends(a: Reading, b: Reading) -> bool:
    """Whether one tells of the beginning and the other of the end, or one only of a plan."""
    pairs = [(m.happening, n.happening) for m in whens(a) for n in whens(b)]
    return any(
        m.planned != n.planned
        or (m.phase != n.phase and END in (m.phase, n.phase))
        or by_turns(m.deeds, n.deeds)
        for m, n in pairs
    )


def of_clause_beside(reading: Reading, mention: TimeMention | DateMention) -> bool:
    """Whether a time is that of a clause beside the main one: "when it fell at five, ten ran"."""
    span = reading.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    current = _governed(span) if span is not None and len(span) else None
    while current is not None and current.head.i != current.i and current.i != reading.root.i:
        if current.dep_ in ("advcl", "relcl", "acl"):
            return True
        current = current.head
    return False


def _lemmas(*tokens: Token) -> frozenset[str]:
    return frozenset(token.lemma_.lower() for token in tokens)


def other_deeds(a: Reading, b: Reading) -> bool:
    """Whether what each dates is known, and by all that is known not one: "filed", "approved".

    "The call came", "they logged the call" are said of one thing, and may be one.
    """
    pairs = [(m.happening, n.happening) for m in whens(a) for n in whens(b)]
    return bool(pairs) and not any(
        m.deeds & n.deeds
        or m.events & n.events
        # A rank is one among deeds of a kind: "last visited", "the last inspection".
        or (
            (not (m.rank and n.rank) or ranked(m) & ranked(n))
            and _lemmas(*m.doers, *m.things) & _lemmas(*n.doers, *n.things)
        )
        for m, n in pairs
    )
