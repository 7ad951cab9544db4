"""How long one event took, told in other words."""

from __future__ import annotations

import pytest

from claimtrack.judge.comparators import signals_between
from claimtrack.judge.readings.reading import read
from claimtrack.model import Statement
from claimtrack.text.parse import SpacyParser


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def clash(parser: SpacyParser, a: str, b: str) -> bool:
    """Whether the comparators of times speak for a conflict."""
    first, second = (
        read(Statement(text), doc) for text, doc in zip((a, b), parser.parse([a, b]), strict=True)
    )
    return any(s.name == "time" and s.value > 0 for s in signals_between(first, second))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The thieves ransacked the shop for ten minutes.", "The burglary lasted two minutes."),
        ("The raid lasted ten minutes.", "It was all over in three minutes."),
        ("Surgeons operated on her for eleven hours.", "The operation took four hours."),
        ("The two ministers talked for three hours.", "Their conversation lasted twenty minutes."),
        ("The siege ended after 14 hours.", "The standoff lasted for three days."),
        ("The battle lasted six hours.", "The fighting was over in forty minutes."),
        ("It took five minutes to get everyone out.", "The evacuation took half an hour."),
        ("All the pupils were out of the school in four minutes.",
         "The evacuation took half an hour."),
        ("The walkout will last 24 hours.", "The strike will last three days."),
        ("The ambulance took 40 minutes to arrive.", "Paramedics got there in eight minutes."),
        ("It took the police half an hour to get to the school.",
         "The first patrol car was at the gate six minutes after the alarm."),
        ("The fire engine came after an hour.", "Firefighters were there within ten minutes."),
    ],
)  # fmt: skip
def test_two_lengths_of_one_event_clash_whatever_it_is_called(
    parser: SpacyParser, a: str, b: str
) -> None:
    assert clash(parser, a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The meeting lasted an hour.", "The meeting lasted about 65 minutes."),
        ("The lamps were out in ten minutes.", "The evacuation took half an hour."),
        ("The police came after half an hour.", "The ambulance came after five minutes."),
        ("The trial lasted three weeks.", "The jury deliberated for 14 hours."),
        ("Talks on Monday lasted two hours.", "Talks on Tuesday lasted six hours."),
        ("The flight takes two hours.", "The flight was held up for five hours."),
        ("The fire burned for six hours.", "Firefighters were at the scene for nine hours."),
        ("The debate took six hours.", "The vote took ten minutes."),
        ("The shop was closed for two days.", "The school was closed for a week."),
        ("The quake lasted twenty seconds.",
         "Rescuers were at work within two hours of the earthquake."),
        ("The ministers met on Monday night for twenty minutes.",
         "Thursday's talks lasted barely four hours."),
    ],
)  # fmt: skip
def test_lengths_of_two_things_do_not_clash(parser: SpacyParser, a: str, b: str) -> None:
    assert not clash(parser, a, b)
