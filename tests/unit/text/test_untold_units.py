"""Bare numbers whose unit only what stands around them tells."""

from __future__ import annotations

import pytest

from claimtrack.text.parse import SpacyParser
from claimtrack.text.quantities import find_quantities


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("A woman of 54 died on 26 February.", [54]),
        ("The mayor, a man of 61 with no party, resigned.", [61]),
        ("We gave the age of the man who died on Sunday as 70.", [70]),
        ("Police put her age at 34.", [34]),
        ("A mother of two was shot dead.", []),
        ("A father of nine boys drowned.", []),
        ("A driver of 44 lorries was fined.", []),
        ("A crew of 54 was aboard.", []),
        ("The guard shot one of 54 prisoners.", []),
    ],
)
def test_how_old_one_person_is_counts_nobody(
    parser: SpacyParser, text: str, ages: list[int]
) -> None:
    """ "A woman of 54" is one woman; "a crew of 54" are 54."""
    [doc] = parser.parse([text])
    found = [quantity for quantity in find_quantities(doc) if quantity.unit == "year"]
    assert [quantity.value for quantity in found] == ages


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("On that Tuesday 120 officers were out in the hills.", [("120", "officer")]),
        ("Mum reported it at twenty to nine on the Saturday morning.", []),
        ("He left at ten to six and was back before five to seven.", []),
        ("At 09.52 we told our readers.", []),
        ("Of the branches 97 are left.", [("97", "branch")]),
    ],
)
def test_what_is_counted_is_told_from_hours(
    parser: SpacyParser, text: str, counted: list[tuple[str, str]]
) -> None:
    """A clock counts nothing, and a day of the week before a number makes it no name."""
    [doc] = parser.parse([text])
    assert [(quantity.text, quantity.of) for quantity in find_quantities(doc)] == counted
