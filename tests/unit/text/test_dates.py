"""Dates: spans of days, relative ones only against a base."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.calendar import (
    WEEKDAYS,
    month_span,
    part_of,
    shift,
    weekday_near,
    year_of_weekday,
)
from claimtrack.text.dates import DateMention, find_dates
from claimtrack.text.parse import SpacyParser

BASE = dt.date(2025, 6, 5)  # a Thursday


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def read(parser: SpacyParser, text: str, base: dt.date | None = BASE) -> list[DateMention]:
    return find_dates(parser.parse([text])[0], base)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("It burned on 4 June 2025.", "2025-06-04"),
        ("It burned on June 4, 2025.", "2025-06-04"),
        ("It burned in June 2025.", "2025-06-01/2025-06-30"),
        ("It burned in 2024.", "2024-01-01/2024-12-31"),
        ("It burned on May 19.", "2025-05-19"),
        ("It burned on December 25.", "2024-12-25"),
        ("The vote will be held on May 19.", "2026-05-19"),
        ("The plant is to start on May 19.", "2026-05-19"),
        ("It opened on Monday, 9 June.", "2025-06-09"),
        ("It opened on Sunday, June 9.", "2024-06-09"),
        ("He died on Wednesday.", "2025-06-04"),
        ("He died on Thursday.", "2025-06-05"),
        ("The summit will open on Monday.", "2025-06-09"),
        ("The shops may open again from Monday.", "2025-06-09"),
        ("They must leave by Monday.", "2025-06-09"),
        ("She said she expected the road to open on Monday.", "2025-06-09"),
        ("They may have left on Monday.", "2025-06-02"),
        ("She expected the road to open on Monday.", "2025-06-02"),
        ("He died yesterday.", "2025-06-04"),
        ("He died last week.", "2025-05-26/2025-06-01"),
        ("He died late last month.", "2025-05-16/2025-05-31"),
        ("He died two days ago.", "2025-06-03"),
        ("He died earlier this year.", "2025-01-01/2025-06-05"),
        ("Sales fell in the first quarter of 2024.", "2024-01-01/2024-03-31"),
        ("Sales fell in Q3 2023.", "2023-07-01/2023-09-30"),
        ("It was built in the 1990s.", "1990-01-01/1999-12-31"),
        ("It burned on 2025-06-04.", "2025-06-04"),
        ("The games ran from June 4-6, 2024.", "2024-06-04/2024-06-06"),
    ],
)
def test_resolves(parser: SpacyParser, text: str, iso: str) -> None:
    """Each form gives the days that its words name, in the direction of the tense."""
    (found,) = read(parser, text)
    assert found.interval is not None
    assert found.interval.iso == iso
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text", ["He died on Wednesday.", "He died last week.", "On May 19 it fell."]
)
def test_relative_dates_stay_unresolved_without_a_base(parser: SpacyParser, text: str) -> None:
    """Without a base a relative date is found, and never resolved against the machine's clock."""
    (found,) = read(parser, text, None)
    assert found.interval is None
    assert found.relative


@pytest.mark.parametrize(
    "text", ["They may march on the capital.", "He sat there.", "Come on, sun."]
)
def test_plain_words_are_no_dates(parser: SpacyParser, text: str) -> None:
    """Words that look like short names of months or days are left alone."""
    assert read(parser, text) == []


@pytest.mark.parametrize("text", ["They did not search it on that Tuesday.",
                                  "The two met on the same Friday."])  # fmt: skip
def test_a_weekday_told_of_before_is_not_the_last_one(parser: SpacyParser, text: str) -> None:
    """ "That Tuesday" is a day of the story, which its name alone does not tell."""
    assert [mention.interval for mention in read(parser, text)] == [None]


def test_ambiguous_numeric_dates_are_not_guessed(parser: SpacyParser) -> None:
    """04/06 may be June or April: found and unresolved; with a day over 12 it is plain."""
    assert read(parser, "It burned on 04/06/2025.")[0].interval is None
    (plain,) = read(parser, "It burned on 24/06/2025.")
    assert plain.interval is not None
    assert plain.interval.iso == "2025-06-24"


def test_a_sentence_without_a_verb_ends(parser: SpacyParser) -> None:
    """A fragment has no governing verb, and is still read."""
    assert len(read(parser, "Last week, yesterday, on Sunday night.")) == 3


@given(st.dates(dt.date(1900, 1, 8), dt.date(2100, 1, 1)), st.dates(dt.date(1900, 1, 8)))
def test_a_weekday_tells_the_year_of_a_date(base: dt.date, said: dt.date) -> None:
    """The year found is within two of the base, and the date falls on that weekday in it."""
    year = year_of_weekday(base, said.month, said.day, said.weekday())
    if year is not None:
        assert abs(year - base.year) <= 2
        assert dt.date(year, said.month, said.day).weekday() == said.weekday()
    elif abs(said.year - base.year) <= 2:
        raise AssertionError("its own year would have fitted")


@given(
    st.dates(dt.date(1900, 1, 8), dt.date(2100, 1, 1)), st.sampled_from(sorted(WEEKDAYS.values()))
)
def test_weekdays_are_within_a_week(base: dt.date, number: int) -> None:
    """The nearest weekday lies within seven days on the side of the tense."""
    past = weekday_near(base, number, future=False)
    ahead = weekday_near(base, number, future=True)
    assert past.weekday() == ahead.weekday() == number
    assert 0 <= (base - past).days < 7
    assert 0 <= (ahead - base).days < 7


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.integers(-60, 60))
def test_months_shift_and_stay_in_the_calendar(base: dt.date, months: int) -> None:
    """Moving by months lands in that month, on the last day where the month is too short."""
    moved = shift(base, months=months)
    assert (moved.year * 12 + moved.month) - (base.year * 12 + base.month) == months
    assert moved.day <= base.day


@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)),
    st.sampled_from(["early", "mid", "late", "the end of", None]),
)
def test_parts_lie_within_their_span(base: dt.date, part: str | None) -> None:
    """The early or late part of a month is inside that month."""
    span = month_span(base.year, base.month)
    low, high = part_of(span, part)
    assert span[0] <= low <= high <= span[1]
