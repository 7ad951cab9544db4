"""What a statement leaves out by its own words is no clash with who tells it."""

from __future__ import annotations

import pytest

from claimtrack.judge.comparators import signals_between
from claimtrack.text.parse import SpacyParser
from tests.statements import readings


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def speaks(parser: SpacyParser, a: str, b: str) -> bool:
    """Whether any comparator speaks for a conflict, in either order."""
    found = {
        any(signal.value > 0 for signal in signals_between(*pair))
        for m, n in [readings(parser, a, b)]
        for pair in ((m, n), (n, m))
    }
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("No pupil in any other class is ill.", "Twelve pupils in Class 4 have fallen ill."),
        ("Nobody else was arrested.", "Two men were arrested at the market."),
        ("No further trains were cancelled.", "Six trains were cancelled."),
        ("None of the miners was badly injured.", "Five miners were injured in the blast."),
        ("The roof was not seriously damaged.", "The roof was damaged by the hail."),
        ("The toll on the bridge drops to six crowns.", "The present toll is nine crowns."),
        ("The fee falls to 20 crowns.", "They protest against the 30-crown fee, a burden."),
        ("The old stadium holds 9,000 people.", "The new stadium holds 12,000 people."),
        ("No one was hurt in that raid in March.", "Five people were hurt in the raid."),
        ("She saw the bodies of four pilgrims.", "Eleven pilgrims were killed."),
    ],
)
def test_what_is_left_out_is_not_denied(parser: SpacyParser, a: str, b: str) -> None:
    """The others, the grave ones, the rate to come and those whom one has seen are not all."""
    assert not speaks(parser, a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("No pupil in Class 4 is ill.", "Twelve pupils in Class 4 have fallen ill."),
        ("Nobody was arrested.", "Two men were arrested at the market."),
        ("None of the miners was badly injured.", "Five miners were badly injured."),
        ("No one was hurt in that raid.", "Five people were hurt in the raid."),
        ("No one was seriously hurt.", "One passenger was killed in the crash."),
        ("Nine calves were treated, none of them badly hurt.", "Four calves were treated."),
        ("Turnout fell to 41 per cent.", "Turnout was 44 per cent."),
        ("The agency said two planes were shot down.", "Five planes were shot down."),
        ("The new stadium holds 9,000 people.", "The stadium holds 12,000 people."),
    ],
)
def test_what_is_told_of_all_still_clashes(parser: SpacyParser, a: str, b: str) -> None:
    """The same words without what leaves something out exclude each other."""
    assert speaks(parser, a, b)


def test_a_time_to_measure_against_is_not_the_statement_s_own(parser: SpacyParser) -> None:
    """Growth "compared with the first quarter" is no figure for the first quarter."""
    first = "In the first quarter output had shrunk by 0.1 per cent."
    second = "Output grew by 0.4 per cent in the second quarter compared with the first quarter."
    assert not speaks(parser, first, second)
    assert speaks(parser, first, "In the first quarter output grew by 0.4 per cent.")
