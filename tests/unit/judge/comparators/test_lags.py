"""How long after something something came, and how long it took."""

from __future__ import annotations

import pytest

from claimtrack.judge.comparators import signals_between
from claimtrack.judge.readings.reading import read
from claimtrack.model import Statement
from claimtrack.text.parse import SpacyParser


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("The ambulance arrived 40 minutes after the call.",
         "An ambulance was there within 12 minutes of the call.", True),
        ("The first patrol turned up a full 25 minutes after the alarm.",
         "A patrol reached the museum four minutes later.", True),
        ("Firefighters reached the tower six minutes after the alert.",
         "The firefighters came half an hour after the first call.", True),
        ("The surgeon operated for nine hours.", "The operation lasted three hours.", True),
        ("The ambulance arrived 40 minutes after the call.",
         "The police arrived ten minutes after the call.", False),
        ("The plane came down eight minutes after take-off.",
         "The first rescuers arrived 50 minutes after the crash.", False),
        ("The shop opened two hours after the flood.",
         "The shop opened three days later in another street.", False),
        ("Police arrived within 20 minutes of the alarm.",
         "Police arrived 15 minutes after the alarm.", False),
        ("The surgeon operated for nine hours.", "The patient was ill for three weeks.", False),
    ],
)  # fmt: skip
def test_one_thing_came_after_one_time_and_took_one(
    parser: SpacyParser, a: str, b: str, clash: bool
) -> None:
    """Whoever else came, and whatever else it came after, has a time of its own."""
    first, second = (
        read(Statement(text), doc) for text, doc in zip((a, b), parser.parse([a, b]), strict=True)
    )
    found = [s for s in signals_between(first, second) if s.name in ("time", "quantity")]
    assert any(s.value > 0 for s in found) is clash
