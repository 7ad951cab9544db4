"""A deed that has one doer, told of two: by its verb, its noun, or whose word it was done at."""

from __future__ import annotations

import pytest

from claimtrack.text.parse import SpacyParser
from tests.statements import clashes, readings


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


OF_TWO = [
    ("Anna Lund gave the order to close the bridge.", "Peter Brekk ordered the closure."),
    ("It was the army that ordered the tram to wait.", "The order came from the control room."),
    ("It was Norvale that asked for the talks.", "The talks were held at Tessaria's request."),
    ("Lena Holt signed for Norvale.", "The treaty was signed for Norvale by Peter Brekk."),
    ("Norvale's delegation walked out.", "It was the Tessarian side that walked out."),
    ("The first stone was thrown by a protester.", "A policeman threw the first stone."),
    ("The bomb was defused by army engineers.", "Police defused the bomb."),
    ("The raid was carried out on the orders of Peter Holm.", "Lena Dahl ordered the raid."),
    ("Farmers opened the sluice gate.", "The sluice gate was opened by engineers."),
    ("The ministry broke off the talks.", "The prisoners broke off the talks at noon."),
    ("Guards started it.", "Inmates started it by attacking a warder."),
    ("The minister gave the order.", "Governor Lund gave the order."),
    ("The nurse made the call.", "Dr Peter Holm made the call."),
    ("The painting belongs to the Aurin Museum.", "The Lund family owns the painting."),
    ("The Heron came first in the trials.", "Norvale's Tern won the trials."),
]
OF_ONE = [
    ("The governor gave the order.", "Governor Anna Lund gave the order."),
    ("The prime minister gave the order.", "Anna Lund gave the order."),
    ("Anna Lund has stopped to talk to us.", "The ministry broke off the talks."),
    ("Norvale Works owns the site.", "Tessaria Works owned the site until 2019."),
    ("The court stopped the sale.", "Judge Anna Lund stopped the sale."),
    ("The engineers built the dam.", "The state built the dam."),
    ("The workers ended the strike.", "The union ended the strike."),
    ("The crew abandoned the ship.", "The passengers abandoned the ship."),
    ("Police searched the house.", "Soldiers searched the house."),
    ("Police started it.", "The minister started the car."),
    ("The minister and Governor Lund gave the order.", "Governor Lund gave the order."),
    ("Lena Holt signed for Norvale.", "Peter Brekk signed for Tessaria."),
    ("Lena Holt signed for Norvale.", "Norvale signed the treaty."),
    ("Norvale closed its border.", "Tessaria closed its border."),
    ("Norvale fired 12 rockets.", "Tessaria fired 30 rockets."),
    ("Anna Lund bought a house.", "Peter Brekk bought a house."),
    ("Anna Lund wrote the first chapter.", "Peter Brekk wrote the second chapter."),
    ("Anna Lund and Peter Brekk wrote the report.", "Peter Brekk wrote the report."),
    ("The court ordered the firm to pay.", "Judge Anna Lund ordered the firm to pay."),
    ("The letter was written by Anna Lund.", "The letter was written by the mayor."),
    ("The army's jets took off at dawn.", "It was the Tessarian side that walked out."),
    ("Anna Lund won by 164 votes.", "Peter Brekk won the election four years ago."),
]


@pytest.mark.parametrize(("a", "b"), OF_TWO)
def test_two_doers_of_what_one_did_clash(parser: SpacyParser, a: str, b: str) -> None:
    """An order, a request, a signature for a side, a first stone: each has one doer."""
    assert clashes("actor", *readings(parser, a, b))


@pytest.mark.parametrize(("a", "b"), OF_ONE)
def test_deeds_of_more_than_one_do_not_clash(parser: SpacyParser, a: str, b: str) -> None:
    """Each may have done his own; a person, a body and a country may be one voice."""
    assert not clashes("actor", *readings(parser, a, b))
