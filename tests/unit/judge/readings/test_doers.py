"""Who did it: two doers of one deed clash, in whatever words the deed is told."""

from __future__ import annotations

import pytest

from claimtrack.judge.readings.doers import doings
from claimtrack.text.parse import SpacyParser
from tests.statements import clashes, readings


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.mark.parametrize(
    ("text", "doer", "sole"),
    [
        ("The chapel was painted by Ivo Lehn.", "Lehn", False),
        ("Ivo Lehn painted the chapel.", "Lehn", False),
        ("It was the guild that paid for the chapel.", "guild", True),
        ("The guild alone paid the painter.", "guild", True),
        ("The chapel was painted by pupils and not by Ivo Lehn.", "pupils", True),
        ("The raid on the depot was the work of rebels.", "rebels", False),
        ("Ivo Lehn was at the wheel of the tractor.", "Lehn", False),
        ("The medal went to Ada Brandt.", "Brandt", False),
        ("The warning came from the harbour office.", "office", False),
    ],
)
def test_a_doer_is_found_in_every_form(
    parser: SpacyParser, text: str, doer: str, sole: bool
) -> None:
    """Active, passive, cleft, by the deed's noun: the doer, and whether it was nobody else."""
    found = doings(readings(parser, text)[0])
    assert (doer, sole) in [(doing.doer.text, doing.sole) for doing in found]


TWO_DOERS = [
    ("The chapel was painted by Ivo Lehn.", "Ada Brandt painted the chapel."),
    ("It was the county that refused the grant.", "The ministry turned down the grant."),
    ("The army shelled the mill.", "Militants bombarded the mill."),
    ("Residents have to pay the water bills.", "The city meets the water bills in full."),
    ("The gold medal went to Ada Brandt.", "Ivo Lehn won the gold medal."),
    ("The barge was freed by a helicopter.", "A passing ship pulled the barge free."),
    ("Divers discovered the wreck.", "It was a trawler that found the wreck."),
    ("Ivo Lehn was at the wheel of the tractor.", "Ada Brandt drove the tractor."),
    (
        "Ada Brandt drew up the plan of the harbour.",
        "The harbour plan was written by the ministry.",
    ),
    ("The ballot was called by the metal union.", "It was the rail union that called the ballot."),
]
ONE_DOER = [
    ("The company sold the mill.", "Brandt Foods sold the mill."),
    ("The driver hit the gate.", "A man of 40 hit the gate."),
    ("Ivo Lehn won stage one.", "Ada Brandt won stage two."),
    ("Ivo Lehn did not paint the chapel.", "Ada Brandt painted the chapel."),
    ("Ivo Lehn painted the chapel.", "Ada Brandt painted the school."),
    ("Lehn Foods employs 300 people.", "Brandt Foods has 90 people in Sarn."),
    ("Ivo Lehn came to Sarn.", "Ada Brandt came to Sarn."),
    ("The chapel was painted by Ivo Lehn.", "Mr Lehn painted the chapel."),
]


@pytest.mark.parametrize(("a", "b"), TWO_DOERS)
def test_two_doers_of_one_deed_clash(parser: SpacyParser, a: str, b: str) -> None:
    """Other names, other kinds, and whoever is named beside one that it was alone."""
    assert clashes("actor", *readings(parser, a, b))


@pytest.mark.parametrize(("a", "b"), ONE_DOER)
def test_who_may_be_one_does_not_clash(parser: SpacyParser, a: str, b: str) -> None:
    """A name may be that of a noun; another thing, or a denial, leaves room for both."""
    assert not clashes("actor", *readings(parser, a, b))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("A spark started the fire.", "The fire was caused by a cigarette.", True),
        ("The collapse was put down to rust.", "An overload caused the collapse.", True),
        ("A spark started the fire.", "The fire was not caused by a cigarette.", False),
    ],
)
def test_two_causes_clash_unless_one_is_denied(
    parser: SpacyParser, a: str, b: str, expected: bool
) -> None:
    """What started it, and what it is put down to; what did not cause it excludes no cause."""
    assert clashes("cause", *readings(parser, a, b)) == expected
