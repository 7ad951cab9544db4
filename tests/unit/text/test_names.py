"""Names of people and peoples."""

from __future__ import annotations

import pytest

from claimtrack.text.given_names import gender_of_given_name
from claimtrack.text.names import nation_of, same_person, strip_titles, surname


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("Berg", "Anna Berg", True),
        ("A. Berg", "Anna Berg", True),
        ("Ms Berg", "Anna Berg", True),
        ("Karl Berg", "Anna Berg", False),
        ("Anna", "Anna Berg", True),
        ("Anna Berg", "Berg", False),
        ("Moss", "Karl Moss Jr", True),
    ],
)
def test_short_names(short: str, full: str, same: bool) -> None:
    """A surname, initial or title with surname is short for the full name; another name is not."""
    assert same_person(short, full) is same


def test_titles_are_no_part_of_a_name() -> None:
    """Nor is a possessive."""
    assert strip_titles("President Anton Reska's") == "Anton Reska"
    assert strip_titles("Dr Selby") == "Selby"
    assert surname("Karl Moss Jr.") == "Moss"


def test_demonyms_stand_for_countries() -> None:
    """The adjective, the noun and the short form lead to one country."""
    assert nation_of("Norwegian") == nation_of("Norway") == "Norway"
    assert nation_of("U.S.") == "United States"
    assert nation_of("Dorvik") is None


def test_given_names_tell_a_likely_gender() -> None:
    """Listed names by the list, names in -a as women's, others not at all."""
    assert gender_of_given_name("Anna") == "f"
    assert gender_of_given_name("Luca") == "m"
    assert gender_of_given_name("Ilva") == "f"
    assert gender_of_given_name("Xerv") is None
