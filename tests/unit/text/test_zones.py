"""Times by two clocks."""

from __future__ import annotations

import pytest

from claimtrack.text.clock import TimeMention, find_times, times_apart


def only(text: str) -> TimeMention:
    [found] = find_times(text)
    return found


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("It fell at 6.25 a.m., Ostrian time.", "It fell at 07:25 Velmar time.", False),
        ("It fell at 07:10 Ostrian time.", "It fell at 07:25 Ostrian time.", True),
        ("It fell at 6.25 a.m.", "It fell at 07:25 Velmar time.", True),
        ("It sank at 10:00 GMT.", "It sank at 11:00 CET.", False),
        ("It sank at 10:00 GMT.", "It sank at 10:00 CET.", True),
        ("It sank at 23:30 GMT.", "It sank at 00:30 CET.", False),
        ("It sank at 9 a.m. (local time).", "It sank at 07:00 UTC.", False),
        ("It sank at 9 a.m. local time.", "It sank at 10 a.m. local time.", True),
    ],
)
def test_times_by_two_clocks_are_apart_only_where_both_clocks_are_known(
    a: str, b: str, apart: bool
) -> None:
    """What two countries' clocks show says nothing until one knows how far they are apart."""
    assert times_apart(only(a), only(b)) is apart
    assert times_apart(only(b), only(a)) is apart


def test_what_is_no_clock_is_no_zone() -> None:
    """A name behind a time is a clock only where "time" or "clock" says so."""
    assert only("At 07:25 Tuesday's shift had gone.").zone == ""
    assert only("At 07:25 Halden was awake.").zone == ""
