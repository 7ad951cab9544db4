"""Counts, amounts and rates of the same thing: do their intervals meet?"""

from __future__ import annotations

import math

from claimtrack.judge.comparators.figures.counting import PRESENT
from claimtrack.judge.comparators.figures.listing import lists_more, two_polls
from claimtrack.judge.comparators.figures.measures import (
    Measure,
    alike,
    alike_things,
    measures,
    one_place,
    two_doings,
)
from claimtrack.judge.comparators.figures.spans import spans
from claimtrack.judge.lexicon.people import person
from claimtrack.judge.readings.periods import periods
from claimtrack.judge.readings.reading import Reading
from claimtrack.judge.readings.topic import same_noun, same_topic
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType, Quantity
from claimtrack.text.units import is_currency
from claimtrack.text.words import stem

NAME = "quantity"
NAMED_APART = -0.4
"""What two nouns say that may name one thing after all: three in ten such pairs clash ("vessels",
"ferries"), of those that tell of two kinds of event (revenue, profit) none."""
ELSEWHERE = 0.1
"""What figures of one thing that stand in two places count for against figures of one place."""
FAINT = 0.45
"""Under this a clash of figures is not told: of 66 such pairs of our own corpora 7 clash."""
MONTH = 27
"""From so many days a time is no day of the news."""
_BEING = frozenset(
    stem(verb) for verb in "wait stand queue sit lie gather park moor anchor remain stay".split()
)
"""Verbs by which all are where they are: "twelve ships were waiting"."""
_FOR_GOOD = frozenset({"die", "hurt", "rescue", "shot", "launch", "hit"})
_KINDS = frozenset(
    "adult child kid woman man boy girl baby infant teenager pensioner officer policeman soldier "
    "firefighter student pupil worker passenger".split()
)


def quantity(a: Reading, b: Reading) -> Signal | None:
    """Disjoint intervals of one measure speak for a conflict, meeting ones against it."""
    if _of_another_year(a, b) or _of_another_year(b, a):
        return None
    if not same_topic(a, b, least=0.2) and not _one_tally(a, b):
        return None
    said = _two_counts(a, b)
    if said:
        return Signal(NAME, ConflictType.QUANTITY, -0.8, said)
    first, second = ([m for m in measures(side) if m.part != "not"] for side in (a, b))
    if not first or not second:
        return None
    added_up = _added_up(first, second) or _added_up(second, first)
    if added_up:
        return Signal(NAME, ConflictType.QUANTITY, -0.8, added_up)
    # Which figures face each other: those of one place, else those of one thing.
    faced = [(alike_things(m, n), one_place(m, n), m, n) for m in first for n in second]
    pairs = [(thing * max(place, ELSEWHERE), thing, place, m, n) for thing, place, m, n in faced]
    best = [
        (m, n, thing, place)
        for likeness, thing, place, m, n in pairs
        if likeness > 0
        and likeness >= max(p[0] for p in pairs if p[3] is m)
        and likeness >= max(p[0] for p in pairs if p[4] is n)
    ]
    if not best:
        return _two_doings(first, second)
    apart, meet = [], []
    for m, n, thing, place in best:
        likeness = thing * place if _apart(m, n) else thing
        if not likeness:
            continue
        if _apart(m, n):
            inside = (_part_of, _group_of, _some_of)
            if any(within(x, y) for within in inside for x, y in ((m, n), (n, m))):
                meet.append((m, n, likeness, "one counts a part of the other"))
            elif _attributive(m) and _attributive(n) and a.root.lemma_ != b.root.lemma_:
                continue
            elif _below_peak(m, n) or _below_peak(n, m):
                meet.append((m, n, likeness, "one tells how many there were at the peak"))
            else:
                apart.append((m, n, likeness))
        elif m.quantity.text.lower() != n.quantity.text.lower():
            meet.append((m, n, likeness, "both can be true"))
    said_twice = {
        id(x)
        for m in first
        for n in second
        if m.unit == n.unit and m.quantity.value == n.quantity.value and m.unit != "second"
        if not (m.quantity.of and n.quantity.of) or same_noun(m.quantity.of, n.quantity.of)
        for x in (m, n)
    }
    exact = said_twice | {id(x) for m, n, likeness, _ in meet if likeness >= 1.0 for x in (m, n)}
    apart = [row for row in apart if id(row[0]) not in exact and id(row[1]) not in exact]
    if apart and spans(a, b):
        return None
    if _long_ago(a, b) or _long_ago(b, a):
        # What is reached in a year is often told without the year, what happened is not.
        apart = [row for row in apart if row[0].unit == "%"]
    if apart:
        m, n, likeness = max(apart, key=lambda row: row[2])
        alone = all(sum(x.part != "more" for x in side) == 1 for side in (first, second))
        told = likeness >= 1.0 and bool(m.events & n.events or (m.verb and m.verb == n.verb))
        value = likeness * (1.0 if alone or told else 0.8)
        if value < FAINT:
            return None
        return Signal(NAME, ConflictType.QUANTITY, value, _clash(m.quantity, n.quantity))
    if not meet:
        return None
    m, n, likeness, why = max(meet, key=lambda row: row[2])
    said = f"{_say(m.quantity)} and {_say(n.quantity)}"
    return Signal(NAME, ConflictType.QUANTITY, -likeness, f"{said}: {why}")


def _one_tally(a: Reading, b: Reading) -> bool:
    """Whether a figure of each answers one question, in whatever words: "detained", "custody"."""
    return any(m.tally & n.tally for m in measures(a) for n in measures(b))


def unlike(a: Reading, b: Reading) -> Signal | None:
    """One figure on each side, of two different things: nothing to clash."""
    first, second = measures(a), measures(b)
    if len(first) != 1 or len(second) != 1 or alike(first[0], second[0]):
        return None
    if first[0].unit == second[0].unit == "second":
        return None  # how long it took is told of the thing and of its effect alike
    m, n = first[0], second[0]
    if m.events and n.events and not m.events & n.events:
        return Signal("unlike", ConflictType.QUANTITY, -1.0, _different(m, n))
    named = m.quantity.of and n.quantity.of
    if named and same_noun(str(m.quantity.of), str(n.quantity.of)) == 1.0:
        return None  # "40,000 more jobs", "15,000 jobs lost"
    if m.unit == "%" and not (m.events or n.events) and (_of_whole(a, m) or _of_whole(b, n)):
        return None  # "31 percent of the island" names the whole, not what covers it
    if not named:
        return None
    return Signal("unlike", ConflictType.QUANTITY, NAMED_APART, _different(m, n))


def _of_another_year(past: Reading, present: Reading) -> bool:
    """Whether one tells of a year by its number and the other, which names none, of the present.

    The present perfect is never of a finished time (Quirk et al. 4.20).
    """
    if not any(period.year is not None for period in periods(past)):
        return False
    if _up_to_now(past):
        return False
    if periods(present):
        # "In 2008 a fire burned 11,000 hectares", "it had burned 7,000 by Monday".
        year_only = [p for p in periods(past) if p.year is not None and not p.months]
        days = [p for p in periods(present) if p.weekday is not None and p.year is None]
        return bool(year_only) and len(days) == len(periods(present))
    return _up_to_now(present)


def _up_to_now(reading: Reading) -> bool:
    """Whether it is told in the present perfect: "180,000 have been sold since 2024"."""
    return any(child.lower_ in ("has", "have") for child in reading.root.children)


def _long_ago(told: Reading, other: Reading) -> bool:
    """Whether one tells of a whole month or year, and the other of no time or of one apart.

    What happened "in September" is not what a report without a date tells of.
    """
    when, then = told.statement.event_time, other.statement.event_time
    if when is None or (when.end - when.start).days < MONTH or _up_to_now(told):
        return False
    if told.root.tag_ in ("VBZ", "VBP"):
        return False  # of whatever year the contract is, it is worth so much
    return then is None or when.end < then.start or then.end < when.start


def _of_whole(reading: Reading, m: Measure) -> bool:
    return reading.text[m.quantity.end :].lstrip().startswith("of ")


def _two_counts(a: Reading, b: Reading) -> str:
    """Why the two statements count two things, whatever their figures; empty where they don't."""
    if two_polls(a, b):
        return "Two polls asked different numbers of people."
    if lists_more(a, b):
        return "One tells of a part of those whom the other lists by where they come from."
    return ""


def _added_up(parts: list[Measure], whole: list[Measure]) -> str:
    """Why the figures of one side are the parts of the other's; empty where they are not."""
    if len(parts) < 2 or len(whole) != 1 or {m.unit for m in (*parts, *whole)} != {whole[0].unit}:
        return ""
    if whole[0].unit and not is_currency(whole[0].unit):
        return ""  # percentages, degrees and hours of two things add up to nothing
    nouns = [m.quantity.of for m in (*parts, *whole) if m.quantity.of]
    if any(not same_noun(m, n) for m in nouns for n in nouns) and not all(map(person, nouns)):
        return ""  # "two jets dropped four bombs": no six bombs
    low, high = sum(m.low for m in parts), sum(m.high for m in parts)
    if high < whole[0].low or low > whole[0].high:
        return ""
    return f"{' and '.join(_say(m.quantity) for m in parts)} make {_say(whole[0].quantity)}"


def _two_doings(first: list[Measure], second: list[Measure]) -> Signal | None:
    """Of figures that are nowhere alike, two of two deeds or of two givers: both can be true."""
    for m in first:
        for n in second:
            if two_doings(m, n) and _apart(m, n):
                said = f"{_say(m.quantity)} and {_say(n.quantity)} tell of two deeds"
                return Signal(NAME, ConflictType.QUANTITY, -0.6, said)
    return None


def _apart(m: Measure, n: Measure) -> bool:
    """Whether no value fits both, the rounding of one of them allowed for."""
    (low, high), (other_low, other_high) = m.rough, n.rough
    return (m.high < other_low or other_high < m.low) and (n.high < low or high < n.low)


def _part_of(m: Measure, n: Measure) -> bool:
    if m.part == "part" and n.part != "part":
        return m.low <= n.high
    return n.part == "wide" and m.part != "wide" and m.low <= n.high


def _below_peak(m: Measure, n: Measure) -> bool:
    """Whether one tells how many there were when there were most: at other times there are fewer.

    Who died or was hurt by then is so at all later times.
    """
    if n.part != "peak" or m.part == "peak" or n.tally & _FOR_GOOD:
        return False
    if "hold" in n.tally and n.verb not in ("", "hold"):
        return False  # so many were arrested, and not: were in custody
    return m.low <= n.high


def _group_of(m: Measure, n: Measure) -> bool:
    """Whether one counts a kind of people among more people: "two adults", "three people"."""
    kind, general = m.quantity.of, n.quantity.of
    return kind in _KINDS and general in ("people", "person", "victim") and m.low < n.high


def _some_of(m: Measure, n: Measure) -> bool:
    """Whether one counts those to whom something was done, the other all that there were.

    "There were six guards at the gate", "two guards were shot".
    """
    if m.unit or n.unit or not n.there or n.tally or not m.verb or m.tally & PRESENT:
        return False
    if m.verb in _BEING:
        return False
    return m.high < n.low


def _attributive(m: Measure) -> bool:
    """Whether it is an age that names somebody: "the 34-year-old suspect"."""
    return m.quantity.of == "age" and "-" in m.quantity.text


def _different(m: Measure, n: Measure) -> str:
    return f"{_say(m.quantity)} and {_say(n.quantity)} measure different things"


def _clash(m: Quantity, n: Quantity) -> str:
    things = [q.of for q in (m, n) if q.of and not q.unit]
    what = f" {things[0]}" if things and not _has(m, things[0]) else ""
    return f"One says {m.text.strip()}, the other {n.text.strip()}{what}."


def _has(m: Quantity, word: str) -> bool:
    return word in m.text.lower()


def _say(m: Quantity) -> str:
    text = m.text.strip()
    return f"{text} ({m.of})" if m.of and not math.isnan(m.value) else text
