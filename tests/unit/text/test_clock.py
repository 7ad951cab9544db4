"""Times of day in words and figures."""

from __future__ import annotations

import pytest

from claimtrack.text.clock import find_times, times_apart


@pytest.mark.parametrize(
    ("text", "low", "high", "either"),
    [
        ("It was shortly before a quarter to six when it fell.", 285, 345, True),
        ("The app was dead before nine o'clock that morning.", 0, 540, False),
        ("By nine on Saturday evening it was signed.", 0, 1260, False),
        ("It was signed at 02.10 this morning.", 130, 130, False),
        ("At seven minutes past one the siren went.", 67, 67, True),
        ("It was ten minutes to midnight.", 1430, 1430, False),
        ("The train left at half past three in the afternoon.", 930, 930, False),
        ("At 17.40 the bridge fell.", 1060, 1060, False),
        ("They met at eight that evening.", 1200, 1200, False),
        ("The doors shut at 11 at night.", 1380, 1380, False),
        ("It did not leave until 2.15.", 135, 135, True),
    ],
)
def test_an_hour_is_read_however_it_is_told(text: str, low: int, high: int, either: bool) -> None:
    """Where no half of the day is told, it may be either."""
    [found] = find_times(text)
    assert (found.low, found.high, found.either) == (low, high, either)


@pytest.mark.parametrize(
    "text",
    [
        "The shares ended at 5.52 talers.",
        "It closed at 17.40 euros.",
        "The fund fell 2.15 per cent.",
        "It went from four to six people.",
        "Ten minutes after six people had left, it fell.",
        "The vote was ten to six.",
    ],
)
def test_prices_counts_and_scores_are_no_hours(text: str) -> None:
    """A figure before a noun is told of that."""
    assert find_times(text) == []


def test_an_hour_of_either_half_meets_both() -> None:
    """A quarter to six may be 5.45 a.m. or p.m., but not noon."""
    [six] = find_times("It fell at a quarter to six.")
    [noon] = find_times("It fell at noon.")
    [morning], [evening] = find_times("It fell at 5.45 a.m."), find_times("It fell at 5.45 p.m.")
    assert times_apart(six, noon)
    assert not times_apart(six, morning)
    assert not times_apart(six, evening)
