"""Figures that look alike and are of two things, and rises of one."""

from __future__ import annotations

import pytest

from claimtrack.judge.comparators import COMPARATORS
from claimtrack.judge.comparators.comparison import Comparison
from claimtrack.judge.readings.reading import read
from claimtrack.model import Statement
from claimtrack.text.parse import SpacyParser


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def speaks(parser: SpacyParser, a: str, b: str) -> bool:
    docs = parser.parse([a, b])
    first, second = (read(Statement(text), doc) for text, doc in zip((a, b), docs, strict=True))
    found = COMPARATORS["quantity"](Comparison(first, second))
    return found is not None and found.value > 0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Youth unemployment rose to 21 per cent.", "Unemployment rose to 7 per cent."),
        ("Producer prices rose 4 per cent in May.", "Prices rose 2 per cent in May."),
        ("The owner gave every tenant 2,000 francs.", "The owner gave the tenants 60,000 francs."),
        ("The state paid the shipyard 40 million euros.",
         "The state paid 12 million euros to the widows."),
        ("Of those, 14 boats were lost.", "31 boats were lost."),
        ("These four men robbed the bank.", "Five men robbed the bank."),
        ("The company will have 40 trains by 2027.", "The company has 26 trains."),
        ("A woman of 31 was hurt.", "12 women were hurt."),
        ("No arrests have been made.", "Jon Askell, 31, was arrested at his sister's flat."),
        ("74 people had been wounded.", "St Orsola Hospital was treating 38 wounded people."),
        ("Three passengers were brought in with burns.", "There were 146 passengers on the plane."),
        ("Luca Ferro scored 19 league goals last season.",
         "In his first season, Luca Ferro had scored six."),
        ("Another 12 people were hurt on Sunday.", "A further 20 people were hurt on Sunday."),
    ],
)  # fmt: skip
def test_a_figure_of_another_thing_is_no_clash(parser: SpacyParser, a: str, b: str) -> None:
    """A sort of it, another who gets it, a part of it, an age, a time to come."""
    assert not speaks(parser, a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Youth unemployment rose to 21 per cent.", "Youth unemployment rose to 14 per cent."),
        ("Households will pay 90 euros more a year.", "Households will pay 140 euros more a year."),
        ("The state paid the shipyard 40 million euros.",
         "The state paid the shipyard 25 million euros."),
        ("The inspector made 14 visits to the plant.",
         "The inspector made three visits to the plant."),
        ("On that Friday 300 nurses walked out.", "120 nurses walked out on that Friday."),
        ("Prosecutors put the sum he received at 2.4 million crowns.",
         "Joren Ahl received 900,000 crowns in all from the builder."),
        ("On that Tuesday 120 officers were out searching for the girl.",
         "There were 45 officers out on Tuesday."),
        ("St Orsola Hospital was treating 38 wounded people.",
         "St Orsola Hospital was treating 70 wounded people."),
    ],
)  # fmt: skip
def test_two_figures_of_one_thing_clash(parser: SpacyParser, a: str, b: str) -> None:
    """One sort, one who gets it, one rise, one place."""
    assert speaks(parser, a, b)
