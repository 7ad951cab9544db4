"""Where in its clause a figure stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.judge.comparators.figures.measures import measures
from claimtrack.judge.comparators.figures.slots import Slot, alike
from claimtrack.judge.readings.reading import read
from claimtrack.model import Statement
from claimtrack.text.parse import SpacyParser

WORDS = st.frozensets(st.sampled_from("fire burn house ship bridge jury vote win".split()))
SLOTS = st.builds(Slot, WORDS, st.frozensets(st.sampled_from(["orvale", "teldin"])))


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def slot(parser: SpacyParser, text: str) -> Slot:
    [doc] = parser.parse([text])
    return measures(read(Statement(text), doc))[0].slot


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The mill leak injured 26 people.", {"mill", "leak", "~hurt"}),
        ("Orvale, a town of 18,000 people, has a mill.", {"citi"}),
        ("A total of 31 flights were cancelled.", {"~cancel"}),
        ("The rent of the flat rose by 9 per cent.", {"rent", "flat"}),
        ("On Monday, 31 nurses dropped out.", {"~quit"}),
    ],
)
def test_a_place_holds_who_does_what_with_what_is_counted(
    parser: SpacyParser, text: str, said: set[str]
) -> None:
    """Times, the figure itself and verbs that say little are no part of it."""
    assert slot(parser, text).said == said


def test_an_age_stands_with_the_one_whose_age_it_is(parser: SpacyParser) -> None:
    """What else the sentence tells says nothing of whose age it is."""
    found = slot(parser, "The 27-year-old clerk was shot in a car near the harbour.")
    assert found.said == {"clerk"}


@given(SLOTS, SLOTS)
def test_likeness_is_a_share_and_has_no_direction(a: Slot, b: Slot) -> None:
    """It lies in [0, 1] and is the same whichever place comes first."""
    assert 0.0 <= alike(a, b) <= 1.0
    assert alike(a, b) == alike(b, a)


def test_a_name_alone_makes_no_place() -> None:
    """What a firm earned and what it was fined are both of the firm."""
    firm = frozenset({"orvale"})
    assert alike(Slot(frozenset({"earn"}), firm), Slot(frozenset({"~fine"}), firm)) == 0.0
