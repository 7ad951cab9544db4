"""Days, hours and places of two different things are no clash; those of one thing are."""

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


def _says(parser: SpacyParser, a: str, b: str) -> bool:
    docs = parser.parse([a, b])
    readings = [read(Statement(text), doc) for text, doc in zip((a, b), docs, strict=True)]
    found = [check(Comparison(*readings)) for check in COMPARATORS.values()]
    told = ("date", "time", "place")
    return any(s is not None and s.name in told and s.value > 0 for s in found)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Fuel was 3 per cent dearer in May.", "The levy applies from 1 July."),
        ("The rise ends in May 2027.", "Farm output rose by 2 per cent in January."),
        (
            "The firm filed its application for approval of the drug on 4 May 2024.",
            "The agency approved another drug of the firm in 2022.",
        ),
        ("There were 40 divers out on Monday.", "The lamps on the quay were out on Friday."),
        (
            "The bus station camera recorded until midnight.",
            "Berg was last seen at 10:15 p.m. at the bus station.",
        ),
        (
            "Jan Berg's meeting with the union took place in his office.",
            "The trial of Jan Berg opened in the Tarn District Court.",
        ),
        ("Jan Berg was arrested at Tarn station.", "The gun was found in Jan Berg's car."),
        (
            "The port told the ministry of its budget on 3 May.",
            "The ministry first heard of the leak on 9 May.",
        ),
    ],
)
def test_two_things_have_their_own_days_and_places(parser: SpacyParser, a: str, b: str) -> None:
    assert not _says(parser, a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The station will open on 4 May 2027.", "The station would open on 9 September 2027."),
        ("Norvik told the agency on 22 January.", "Norvik did not tell the agency until 5 March."),
        (
            "The clerk informed the mayor of the cracks on 3 May.",
            "The mayor first heard of the cracks on 9 May.",
        ),
        (
            "Anna Berg was walking in Tarn on Friday evening.",
            "Anna Berg was at home in Oslo on Friday evening.",
        ),
        ("The first call from the ship came at noon.", "They logged the first call at 4 p.m."),
    ],
)
def test_two_days_or_places_of_one_thing_clash(parser: SpacyParser, a: str, b: str) -> None:
    assert _says(parser, a, b)
