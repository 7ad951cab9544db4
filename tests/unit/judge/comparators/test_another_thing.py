"""What is denied, ordered or undone of one thing is no clash with what is told of another."""

from __future__ import annotations

import pytest

from claimtrack.text.parse import SpacyParser
from tests.unit.judge.comparators.test_aside import speaks


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The divers found nothing.", "The anchor was found by a child on the beach."),
        ("The airline has dismissed nobody.", "The airline dropped the route to Sarn."),
        ("No survivors have been found.", "Rescuers found her shoes."),
        ("No dinghy was found.", "The boat was found on Tuesday."),
        ("The drug did not kill the boy.", "The boy died on Friday."),
        ("Tamsin Orr is not the owner.", "The owner lives abroad."),
        ("The club has never paid the referee.", "The club paid for the new stand."),
        ("We had no complaint of that kind.", "The complaint was not passed on."),
        ("He was refused a licence.", "He has no licence."),
        ("Nobody was hurt in 2019.", "Four people are hurt."),
        ("The company sold none of its mines.", "The company sold its head office."),
        ("Inspectors do not know who opened the valve.", "Inspectors know what it is made of."),
        ("Nobody is accused of anything.", "The mayor is accused of fraud in another case."),
    ],
)
def test_what_is_denied_is_not_what_is_told(parser: SpacyParser, a: str, b: str) -> None:
    """Nobody is no thing, a sort is not all of its kind, to pay is not to pay for."""
    assert not speaks(parser, a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The divers found nothing in the wreck.", "The divers found two bodies in the wreck."),
        ("The airline has dismissed nobody.", "The airline sacked two pilots."),
        ("No boat was found.", "A dinghy was found on Tuesday."),
        ("The police did not kill Omar Vell.", "A police officer killed Omar Vell."),
        ("Holm has never been paid by the ministry.", "The ministry paid Holm 9,000 crowns."),
        ("Nobody was hurt in 2019.", "Four people were hurt in 2019."),
        ("The company sold none of its mines.", "The company sold two mines."),
        ("No gun was found on him.", "A pistol was found on him."),
        (
            "The council never offered the theatre any help.",
            "In May the council offered the theatre 90,000 crowns in help.",
        ),
        (
            "Inspectors do not know who opened the valve.",
            "Inspectors know who opened the valve.",
        ),
    ],
)
def test_what_is_denied_is_what_is_told(parser: SpacyParser, a: str, b: str) -> None:
    """The same deed, denied and told of the same thing or of a kind of it, is a clash."""
    assert speaks(parser, a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The bank lifted the rate to 5.75 per cent last week.", "The new rate applies from May."),
        ("The miners fell ill on Friday.", "The number of cases rose on Friday."),
        ("He is free to leave the country.", "He was arrested at his summer house."),
        ("The guard remains in custody.", "The guard has been refused bail."),
        ("The bakery employs 2,300 people.", "The bakery dismissed 340 people in May."),
        ("The storm caused a landslide.", "The landslide caused the power cut."),
        ("Rebels are holding seven soldiers.", "No soldier was hurt on Tuesday."),
    ],
)
def test_a_word_in_another_sense_is_no_opposite(parser: SpacyParser, a: str, b: str) -> None:
    """To fall ill is not to fall, to lift a rate is to raise it, and bail refused is none."""
    assert not speaks(parser, a, b)


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("The company is obliged to publish the report.", "Guests are free to smoke.", False),
        ("The firms are obliged to pay the levy.", "Bread is exempt from the levy.", False),
        ("Drivers must carry the permit.", "Farmers are exempt from the permit rule.", False),
        ("The minister cannot name the buyer.", "The paper can publish the letter.", False),
        ("Masks are optional on trains.", "Passengers must wear masks on trains.", True),
        ("Fishing is banned in the bay.", "Boats may fish in the bay.", True),
    ],
)
def test_two_may_have_two_duties(parser: SpacyParser, a: str, b: str, clash: bool) -> None:
    """What one must and another need not do excludes nothing."""
    assert speaks(parser, a, b) is clash


def test_one_person_has_two_offices(parser: SpacyParser) -> None:
    """What somebody is called beside his name tells no two people apart."""
    assert speaks(
        parser,
        "Council boss Peder Lund resigned on Wednesday.",
        "Chief executive Peder Lund resigned on Monday.",
    )
