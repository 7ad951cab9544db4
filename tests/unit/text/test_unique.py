"""The last, the first, the only one: two days for it are two tellings."""

from __future__ import annotations

import pytest

from claimtrack.text.unique import one_of_its_kind


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Inspectors last came in April.", "The last inspection was in 2022.", True),
        ("It was founded in 1987.", "The firm, established in 1991, is small.", True),
        ("The first jet comes in 2029.", "It will not get its first jet before 2031.", True),
        ("Inspectors came last April.", "The last inspection was in 2022.", False),
        ("He came in the last week.", "They met in the last year.", False),
        ("The first audit was in 2019.", "The last audit was in 2022.", False),
    ],
)
def test_last_and_first_tell_of_one_and_last_week_does_not(a: str, b: str, expected: bool) -> None:
    assert one_of_its_kind(a, b) is expected
