"""Where somebody is from."""

from __future__ import annotations

import pytest

from claimtrack.judge.comparators import signals_between
from claimtrack.judge.readings.reading import read
from claimtrack.model import ConflictType, Statement
from claimtrack.text.parse import SpacyParser


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("Ann Orlo, 36, of Teldin, was arrested.", "Ann Orlo, of Marrowby, was arrested.", True),
        ("Police arrested Ann Orlo, 36, from Teldin.", "Orlo, 36, from Marrowby was held.", True),
        ("Ann Orlo, 36, of Teldin, was arrested.", "Ann Orlo, of Teldin, was arrested.", False),
        ("Ann Orlo, of Teldin in Veska, was held.", "Ann Orlo, of Veska, was held.", False),
        ("Ann Orlo, 36, of Teldin, was held.", "Ben Karsh, 40, of Marrowby, was held.", False),
        ("Ann Orlo of the University of Teldin won.", "Ann Orlo, of Marrowby, won.", False),
    ],
)
def test_two_homes_of_one_person_clash(parser: SpacyParser, a: str, b: str, clash: bool) -> None:
    """Two people, one home told twice, and a place with its region do not, in either order."""
    docs = parser.parse([a, b])
    first, second = read(Statement(a), docs[0]), read(Statement(b), docs[1])
    for pair in ((first, second), (second, first)):
        found = [signal for signal in signals_between(*pair) if signal.value > 0]
        assert [signal.type for signal in found] == ([ConflictType.PLACE] if clash else [])
