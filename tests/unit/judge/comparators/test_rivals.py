"""What one thing was called, how it was done and what became of it, told in words that clash."""

from __future__ import annotations

import pytest

from claimtrack.text.parse import SpacyParser
from tests.unit.judge.comparators.test_aside import speaks


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The 4,000 crowns were a fee.", "The crowns were a bribe."),
        ("The sum was a present.", "It was a loan from her aunt."),
        ("The weapon was a spanner.", "The murder weapon was a bread knife."),
        ("The parcel was a hoax.", "The parcel was a threat."),
        ("Osk Korr was the driver.", "Mr Korr was a passenger."),
        ("The disease was cholera.", "The disease is typhoid."),
    ],
)
def test_one_thing_has_one_name_of_those_that_exclude_each_other(
    parser: SpacyParser, a: str, b: str
) -> None:
    """Two names of which each says that it was not the other speak for a conflict."""
    assert speaks(parser, a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The ring was a gift.", "The watch was a loan."),
        ("The first weapon was a knife.", "The second weapon was a hammer."),
        ("He was the driver.", "Mr Korr was a passenger."),
        ("The money was a gift.", "The money was a present."),
        ("The sum was not a bribe.", "The sum was a loan."),
        ("Ina Korr travelled alone.", "Ina Korr travelled with two bags."),
        ("The boy drowned.", "The man died of cold."),
        ("The mill stood still on Saturday.", "The mill has been running since 22 May."),
    ],
)
def test_two_things_have_two_names(parser: SpacyParser, a: str, b: str) -> None:
    """What another thing was, or the same in another word, is no clash."""
    assert not speaks(parser, a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Books are taxed at the full rate.", "Books are exempt."),
        ("Milk and bread are hit by the levy.", "Food is exempt from the levy."),
        ("The firm repaid the loan.", "The loan was never paid back."),
        ("The pilot flew alone.", "The pilot flew with his brother."),
        ("Trains ran as usual on Monday.", "The trains stood idle all Monday."),
        ("The lamps on the pier were lit on Friday.", "The lamps on the pier were out on Friday."),
        ("Oda Pell pleads not guilty.", "Oda Pell entered no plea at the hearing."),
        ("The boy died from a snake bite.", "The boy drowned in the pool."),
    ],
)
def test_states_and_manners_that_exclude_each_other(parser: SpacyParser, a: str, b: str) -> None:
    """Exempt and taxed, alone and in company, running and idle, drowned and bitten."""
    assert speaks(parser, a, b)
