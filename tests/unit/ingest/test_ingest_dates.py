"""Dates of publication."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.ingest.dates import is_date_line, read_date, unreadable

DAY = dt.date(2025, 6, 4)


@pytest.mark.parametrize(
    "value",
    [
        "2025-06-04",
        "20250604",
        "2025-06-04T23:59:00-11:00",
        "2025-06-04 08:00",
        "June 4, 2025",
        "4 June 2025",
        "Jun. 4, 2025",
        "4th of June, 2025",
        "Wednesday, June 4, 2025 at 3:15 PM EDT",
        "Wed, 04 Jun 2025 23:30:00 -0500",
        "04 06 2025".replace("04 06", "June 4,"),
    ],
)
def test_full_dates_are_read_as_written(value: str) -> None:
    """ISO and English dates give the day that is written, whatever the zone."""
    assert read_date(value) == DAY


@pytest.mark.parametrize(
    "value",
    [
        "yesterday",
        "2 days ago",
        "now",
        "June 2025",
        "4 June",
        "2025",
        "Wednesday",
        "12:30",
        "foo",
        "",
        "2025-13-01",
        "31 February 2025",
        "4/6/25",
        "4 juin 2025",
        "x" * 5000 + " 2025",
    ],
)
def test_what_is_not_a_full_day_is_no_date(value: str) -> None:
    """A date that is partial, relative, foreign or impossible is not completed from the clock."""
    assert read_date(value) is None


def test_swappable_days_are_refused() -> None:
    """04/05/2025 is April or May, so neither; 13/04 and 04/13 can be only one day."""
    assert read_date("04/05/2025") is None
    assert read_date("13/04/2025") == read_date("04/13/2025") == dt.date(2025, 4, 13)
    assert read_date("05/05/2025") == dt.date(2025, 5, 5)


@given(st.dates(min_value=dt.date(1600, 1, 1), max_value=dt.date(2199, 12, 31)))
def test_iso_dates_round_trip(day: dt.date) -> None:
    """Every ISO day is read as itself."""
    assert read_date(day.isoformat()) == day


def test_a_date_line_is_a_date_and_nothing_else() -> None:
    """ "Published June 4, 2025" is a date line; a sentence with a date in it is not."""
    assert is_date_line("Published: June 4, 2025") == DAY
    assert is_date_line("2025-06-04") == DAY
    assert is_date_line("Updated June 4, 2025") is None
    assert is_date_line("The bridge fell on June 4, 2025.") is None


def test_the_refusal_says_how_to_mend_it() -> None:
    """The line quotes the date and names the form that is read."""
    assert unreadable("so\non") == "date 'so on' cannot be read; write it as YYYY-MM-DD"
