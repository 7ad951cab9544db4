"""Whether two statements tell of one deed, and what a day, an hour or a place says then."""

from __future__ import annotations

import pytest

from claimtrack.judge.readings.events import one_deed
from claimtrack.text.parse import SpacyParser
from tests.statements import clashes, readings


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Divers found the anchor.", "The anchor was discovered by divers.", True),
        ("The lift was inspected in May.", "The inspection of the lift took place in June.", True),
        ("Officers picked up the thief.", "The thief was arrested.", True),
        ("The mayor gave the order.", "It was ordered by the county.", True),
        ("The mill burned down.", "The mill was built in 1902.", False),
        ("The ferry left Sarn.", "The ferry came to Sarn with nobody on board.", False),
    ],
)
def test_one_deed_is_told_by_verbs_alike_or_by_its_noun(
    parser: SpacyParser, a: str, b: str, same: bool
) -> None:
    """Verbs of one group, and the noun made of a verb, name one deed."""
    first, second = readings(parser, a, b)
    assert one_deed(first, second) == one_deed(second, first) == same


ONE_EVENT = [
    ("date", "The lift was inspected in May.", "The inspection of the lift took place in June."),
    ("date", "The choir gave its last concert in May.", "The choir's last concert was in July."),
    (
        "time",
        "The first bus reached the fort at 9 a.m.",
        "The first bus got to the fort at 11 a.m.",
    ),
    ("time", "The generator failed at 4.15 on Friday morning.", "The generator failed at 6 a.m."),
    ("place", "The thief was arrested in Sarn.", "Officers picked up the thief in Orvale."),
    ("place", "The trade summit took place in Sarn.", "The trade summit was held in Orvale."),
]
TWO_EVENTS = [
    ("date", "Ivo Lehn was arrested in May.", "Ivo Lehn bought the brewery in June."),
    ("date", "The ferry did not sail on Monday.", "The ferry sailed with 40 people on Tuesday."),
    (
        "time",
        "The alarm in Sarn went off at 9 a.m.",
        "The order to leave Sarn was given at 11 a.m.",
    ),
    ("place", "Smoke from the kiln drifted over Sarn.", "The kiln in Orvale is 90 years old."),
    ("place", "The blast caused damage to the Sarn Tower.", "The blast damaged a link to Orvale."),
]


@pytest.mark.parametrize(("name", "a", "b"), ONE_EVENT)
def test_two_times_or_places_of_one_event_clash(
    parser: SpacyParser, name: str, a: str, b: str
) -> None:
    """Of one deed two days, hours or places cannot both be right."""
    assert clashes(name, *readings(parser, a, b))


@pytest.mark.parametrize(("name", "a", "b"), TWO_EVENTS)
def test_two_events_have_each_their_own(parser: SpacyParser, name: str, a: str, b: str) -> None:
    """Two deeds of one party, or in one town, were on two days and in two places."""
    assert not clashes(name, *readings(parser, a, b))
