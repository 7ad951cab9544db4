"""A total with its parts, a part beside another part, and what stood at the peak."""

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


def says(parser: SpacyParser, a: str, b: str) -> str:
    """The detail of a clash of figures; empty where there is none."""
    docs = parser.parse([a, b])
    first, second = (read(Statement(text), doc) for text, doc in zip((a, b), docs, strict=True))
    found = COMPARATORS["quantity"](Comparison(first, second))
    return found.detail if found is not None and found.value > 0 else ""


@pytest.mark.parametrize(
    ("a", "b", "figures"),
    [
        ("The ferry carried 40 people, 32 passengers and eight crew.",
         "There were twelve crew on board the ferry.", "eight twelve"),
        ("The bomb killed 14 people: nine civilians and five soldiers.",
         "Seven soldiers were killed.", "five seven"),
        ("Nine people were arrested, five men and four women.", "Police arrested seven women.",
         "four seven"),
        ("Rebels freed 50 hostages (30 women and 20 children).", "Rebels freed 28 women.", "30 28"),
        ("The bomb killed 14 people: nine civilians and five soldiers.",
         "The bomb killed 11 people.", "14 11"),
    ],
)  # fmt: skip
def test_the_part_is_held_against_the_part_and_the_total_against_the_total(
    parser: SpacyParser, a: str, b: str, figures: str
) -> None:
    """What befell all that are counted befell each part that is listed."""
    found = says(parser, a, b).lower()
    assert all(figure in found for figure in figures.split()), found


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The quake destroyed 60 homes, 42 in stone and 18 in timber.",
         "The quake destroyed 25 timber homes."),
        ("We have admitted 17 people, 11 prisoners and six guards.",
         "Nine guards were injured in the riot."),
        ("Paramedics treated 30 people at the scene.", "45 people were hurt in the crash."),
        ("Twelve of the union's members were hurt.", "Thirty passengers were hurt."),
        ("Some 300 of the wells are in the desert.", "About 90 of the wells are in the hills."),
        ("410,000 homes were without water at the peak.", "250,000 homes are without water."),
        ("At its height the flood covered 4,000 hectares.", "The flood covers 1,500 hectares."),
    ],
)  # fmt: skip
def test_a_part_and_a_peak_are_no_rivals_of_another_count(
    parser: SpacyParser, a: str, b: str
) -> None:
    """Whoever treats people counts his own; at other times than the peak there are fewer."""
    assert not says(parser, a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("At the height of the strike 9,000 dockers stayed away.",
         "At the peak of the strike 5,000 dockers stayed away."),
        ("The camp held 20,000 refugees at its peak.", "The camp held 35,000 refugees."),
        ("At the height of the protest 12 people were arrested.",
         "Nine people were arrested at the protest."),
    ],
)  # fmt: skip
def test_a_peak_clashes_with_another_and_with_more(parser: SpacyParser, a: str, b: str) -> None:
    """Nor is what happened then and is done a level that could fall."""
    assert says(parser, a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("There was one explosion.",
         "The baker heard two explosions, a small one and then the big one."),
        ("The strikers handed over a list of five demands.", "There were seven demands."),
        ("There were two lifts.", "Nine lifts were out of order."),
        ("The prison houses 300 inmates.", "There are 450 inmates in the prison."),
        ("Holvar held 612 inmates on Tuesday.", "We had nearly 800 prisoners on Tuesday."),
        ("Two homes in three lost power.", "A third of homes lost power."),
        ("The plant will create 2,400 jobs in Teldin.",
         "The plant will create only 600 jobs in this country."),
    ],
)  # fmt: skip
def test_how_many_there_were_is_how_many_are_told_of(parser: SpacyParser, a: str, b: str) -> None:
    """In a list, in a prison, as a share with its noun inside, in "this country"."""
    assert says(parser, a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("There were two pilots.", "Twelve pilots are on strike."),
        ("It would be for eight jets.", "The country will buy 36 fighter jets."),
        ("There were six lifeboats.", "Two lifeboats were lowered."),
        ("There were 12 tents in the square.", "Police removed 30 tents."),
        ("There were 40 prisoners on the roof.", "The prison holds 612 inmates."),
        ("They lost three goals in two matches.", "The team lost a third of its matches."),
    ],
)  # fmt: skip
def test_how_many_there_were_is_not_how_many_others_there_are(
    parser: SpacyParser, a: str, b: str
) -> None:
    """Of people there are always others, and some stand in one place."""
    assert not says(parser, a, b)
