"""Two ages of one person, two results of one vote."""

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


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("The suspect, Karl Venn, is 19.", "Karl Venn, 27, appeared before the judge.", True),
        ("The 41-year-old victim, Ana Sorel, was a teacher.", "Ana Sorel was 36.", True),
        ("Rosa Delmar, 34, won the race.", "Rosa Delmar, 29, crossed the line first.", True),
        ("Goalkeeper Piet Lund (24) was sent off.", "Piet Lund, aged 31, was sent off.", True),
        ("The baby of the crew has just turned 22.", "The youngest of them is nineteen.", True),
        ("The pilot, a man of 29, lives.", "The pilot, 39, is in shock.", True),
        ("Ana Sorel, 41, was a teacher.", "Her brother Tomas Sorel, 36, found her.", False),
        ("Rosa Delmar, 34, won the race.", "Rosa Delmar turned 35 on Sunday.", False),
        ("Karl Venn, 27, is in prison.", "Karl Venn was jailed for nine years.", False),
        ("Ana Sorel was 14th in the race.", "Ana Sorel, 36, is a teacher.", False),
    ],
)
def test_one_person_has_one_age(parser: SpacyParser, a: str, b: str, clash: bool) -> None:
    """A birthday may lie between two reports; a surname alone is a family's."""
    assert speaks(parser, a, b) is clash


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("The motion is carried by 14 votes to 12.", "Fourteen members said yes, eleven no.", True),
        ("The motion got through with a majority of two.",
         "Fourteen members said yes to it and eleven said no.", True),
        ("The bill passed by 61 votes to 58.", "Parliament passed it by 75 votes to 44.", True),
        ("The jury found her guilty by a vote of 9-3.",
         "Ten jurors voted for a conviction and two against.", True),
        ("The bill passed by 61 votes to 58.",
         "In January the same bill was rejected by 70 votes to 49.", False),
        ("The motion is carried by 14 votes to 12.",
         "In 2014 an earlier motion was turned down by 15 votes to 12.", False),
        ("The bill passed by 61 votes to 58.", "Four members abstained from the vote.", False),
        ("The motion got through with a majority of two.",
         "Fourteen members said yes to it and twelve said no.", False),
    ],
)  # fmt: skip
def test_one_vote_has_one_result(parser: SpacyParser, a: str, b: str, clash: bool) -> None:
    """However it is told: by two numbers, by who said yes and no, by how many more there were."""
    assert speaks(parser, a, b) is clash


def speaks(parser: SpacyParser, a: str, b: str) -> bool:
    first, second = (
        read(Statement(text), doc) for text, doc in zip((a, b), parser.parse([a, b]), strict=True)
    )
    found = COMPARATORS["quantity"](Comparison(first, second))
    return found is not None and found.value > 0


@pytest.mark.parametrize(
    ("a", "b", "sure"),
    [
        ("Harbour master Ada Brandt, 46, was dismissed.",
         "The port paid for Ada Brandt, a 51-year-old sailor's daughter.", True),
        ("Detective Inspector Ada Brandt, 41, led the search.",
         "Ada Brandt, 46, joined the force in 1999.", True),
        ("The singer, 34, cancelled the show.", "The singer, 41, was taken ill.", False),
    ],
)  # fmt: skip
def test_two_ages_of_a_full_name_are_sure(parser: SpacyParser, a: str, b: str, sure: bool) -> None:
    """Of whom both tell, a name says better than "the singer" does."""
    docs = parser.parse([a, b])
    first, second = (read(Statement(text), doc) for text, doc in zip((a, b), docs, strict=True))
    found = COMPARATORS["quantity"](Comparison(first, second))
    assert found is not None
    assert found.value > 0
    assert found.sure is sure


def test_two_with_one_title_are_two(parser: SpacyParser) -> None:
    """ "Detective Inspector" is no part of a name."""
    a = "Detective Inspector Ada Brandt, 41, led the search."
    b = "Detective Inspector Karl Brandt, 55, was promoted."
    assert not speaks(parser, a, b)


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("The board voted six to one for the rise.",
         "The budget passed its first reading by 101 votes to 88.", False),
        ("The committee voted nine to four for the plan.",
         "The council approved the plan by 31 votes to 12.", False),
        ("Councillors backed the plan by 21 votes to 12.",
         "The city council approved the plan by 19 votes to 14.", True),
        ("The board's vote to let the trial go on was unanimous.",
         "We voted four to three to let the trial go on.", True),
        ("The five judges upheld the ban unanimously.",
         "Three judges voted for the ban and two against.", True),
        ("The judges were not unanimous on the ban.",
         "Three judges voted for the ban and two against.", False),
    ],
)  # fmt: skip
def test_a_vote_is_of_one_body(parser: SpacyParser, a: str, b: str, clash: bool) -> None:
    """Two bodies vote twice; they are known by name, and by how many they are."""
    assert speaks(parser, a, b) is clash
