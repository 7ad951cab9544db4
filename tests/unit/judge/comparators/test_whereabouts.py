"""Where it was: two places for one deed or one stay clash, unless one may lie in the other."""

from __future__ import annotations

import pytest

from claimtrack.text.parse import SpacyParser
from tests.statements import clashes, readings


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


TWO_PLACES = [
    ("The accident happened on Mill Road.", "The accident happened in Castle Street."),
    ("The gun was buried in the garden.", "Police found the gun in the river."),
    ("The lorry was abandoned on a forest track.", "Police recovered the lorry from a car park."),
    ("The minister was at home at the time of the raid.", "The minister was in the town hall."),
    ("Lund died in his flat on Friday night.", "Lund died in hospital on Friday night."),
    ("The meeting took place in the town hall.", "The meeting was held in a bar at the port."),
    ("The prisoner escaped through a window.", "The prisoner escaped through the main gate."),
    ("The patient fell ill on Ward 5.", "The patient fell ill on Ward 7."),
    ("The fire started in the kitchen.", "The fire started in the attic."),
    ("Lund left City Hall by the main entrance.", "Lund left City Hall by the back door."),
    ("The lamps are made at the plant in Tarn.", "The lamps were made in Ostrel by a supplier."),
    ("The boat was in Veskan waters when it was hit.", "The boat was hit inside Oldran waters."),
    ("The shot was fired from the roof of the bank.", "The shot was fired from a passing car."),
    ("The fire in Elm Row killed two sisters.", "The blaze tore through a house in Cobb Lane."),
    ("The bridge fell in on the eastern side.", "The bridge fell in on the western side."),
    ("The wreck of the helicopter lies in a lake.", "The helicopter crashed in a wood near Orrin."),
    (
        "Lund was at a wedding in Tolm when the dam burst.",
        "Lund was in her office when the dam burst.",
    ),
    ("The leak began in the boiler room.", "It started in the control room."),
    ("The two brothers met at the Hotel Aurin.", "We met in my flat."),
]
MAY_BE_ONE = [
    ("Lund was in Tolm when the mill burned down.", "The mill burned down in Sarn."),
    ("Lund was in Tolm in the week when Holt went missing.", "Holt went missing in Sarn."),
    ("Lund's body was found in the river.", "The bicycle was found in a shed."),
    ("Her body was found in the lake.", "The knife was found in the garage."),
    ("Lund was arrested in Tolm in 2019.", "Lund was arrested in Sarn on Monday."),
    ("It started in the kitchen.", "The lorry started in the garage."),
    ("We met in my flat on Monday.", "The two brothers met at the Hotel Aurin in May."),
    ("The accident happened on Mill Road.", "The accident happened in Tannau."),
    ("The body was found in a flat in Mill Road.", "The body was found on the third floor."),
    ("The knife was found in the kitchen.", "The knife was found in the flat."),
    ("The suspect was arrested in a bar.", "The suspect was arrested at the airport."),
    ("The fire started in the kitchen.", "The fire spread to the attic."),
    ("A man was arrested in Sarn.", "Another man was arrested in Tolm."),
    ("Two people were killed in a bar.", "Two people were killed in a school."),
    ("The car was stolen in Sarn.", "The car was found in Tolm."),
    ("The minister spoke in the palace.", "The minister spoke at a school in the evening."),
    ("The firm sold the lamps in a shop.", "The firm sold the lamps in a hotel."),
    ("The rally was held in the square.", "The rally was held outside the parliament."),
    ("The talks were held in Sarn in March.", "The talks were held in Tolm in June."),
    ("The minister was in Sarn on Monday.", "The minister was in Tolm on Friday."),
    ("The thieves entered through a window.", "The thieves left through the back door."),
    ("The ferry sank in the strait.", "The ferry sank off the island of Orrin."),
    ("The car was found in Mill Road.", "The car was found in Tannau."),
    ("The ministers met at the Hotel Aurin.", "The ministers met in Hallin."),
    ("The ship sank in the North Sea.", "The ship sank in Norvale waters."),
    ("The fair was held in the park in 2019.", "The fair was held in the stadium in 2021."),
    ("A man was arrested in a bar.", "A man was arrested in a school."),
    ("The shooting happened in Mill Street.", "The shooting happened in front of the school."),
]


@pytest.mark.parametrize(("a", "b"), TWO_PLACES)
def test_two_places_for_one_deed_or_stay_clash(parser: SpacyParser, a: str, b: str) -> None:
    """Names of one kind of place, two kinds of place, two parts or doors of one building."""
    assert clashes("place", *readings(parser, a, b))


@pytest.mark.parametrize(("a", "b"), MAY_BE_ONE)
def test_places_that_may_be_one_do_not_clash(parser: SpacyParser, a: str, b: str) -> None:
    """One may lie in the other; another deed, another time, or another thing was meant."""
    assert not clashes("place", *readings(parser, a, b))
