"""Capitals, peoples and the countries that they stand for."""

from __future__ import annotations

import pytest

from claimtrack.text.countries import COUNTRIES, country, kin


@pytest.mark.parametrize(
    ("name", "same"),
    [("Washington", "The United States"), ("Kremlin", "Russian"), ("U.S.", "American")],
)
def test_a_seat_of_power_stands_for_its_country(name: str, same: str) -> None:
    """Capital, people and country are one where governments act."""
    assert country(name) is not None
    assert country(name) == country(same)


def test_a_country_stands_for_itself_alone() -> None:
    """A country's own name leads to itself, and capitals of two countries stay apart."""
    assert country("Paris") != country("Berlin")
    assert all(country(known) == known for known in set(COUNTRIES.values()))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Dovra", "Dovran", True),
        ("Lethonia", "Lethonian", True),
        ("France", "French", True),
        ("Teldin", "Oskary", False),
        ("Mali", "Malawi", False),
        ("Rome", "Romania", False),
    ],
)
def test_kin(a: str, b: str, expected: bool) -> None:
    """What is named after a place is its kin, in either order; a like beginning is not enough."""
    assert kin(a, b) is expected
    assert kin(b, a) is expected
