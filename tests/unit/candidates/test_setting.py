"""What is told around two claims."""

from __future__ import annotations

import numpy as np
import pytest

from claimtrack.candidates.profile import claim_profile, rare_word
from claimtrack.candidates.setting import USUAL, Setting
from claimtrack.text.sweeping import sweeping
from tests.builders import claim, document

HERE = document("About the toll.", outlet="Ledger")
THERE = document("About the count.", outlet="Courier")
TOLL, NEVER = claim("Seven died.", of=HERE), claim("It was never so.", of=HERE, start=20)
COUNT, MONEY = claim("Four died.", of=THERE), claim("It costs a crown.", of=THERE, start=20)
DEATH, COIN, DENIAL = np.eye(3)


def test_a_short_answer_takes_its_sense_from_what_stands_beside_it() -> None:
    """Far from everything by its own words, it is near to what its neighbour is near to."""
    vectors = {TOLL.id: DEATH, NEVER.id: DENIAL, COUNT.id: DEATH, MONEY.id: COIN}
    setting = Setting((TOLL, NEVER, COUNT, MONEY), vectors)
    own = float(vectors[NEVER.id] @ vectors[COUNT.id])
    assert setting.evidence(NEVER.id, COUNT.id).weight + USUAL > own
    assert setting.evidence(TOLL.id, COUNT.id).weight > setting.evidence(TOLL.id, MONEY.id).weight


def test_within_one_article_nothing_follows_from_the_setting() -> None:
    """Neighbours are told around each other, whatever they say."""
    setting = Setting((TOLL, NEVER), {TOLL.id: DEATH, NEVER.id: DEATH})
    assert setting.evidence(TOLL.id, NEVER.id).weight == 0.0


def test_the_rarest_common_word_counts_by_its_rarity() -> None:
    """A word of two claims alone tells more than one that many share."""
    one = claim_profile(claim("The turbine died.", of=HERE))
    other = claim_profile(claim("The turbine was old.", of=THERE))
    rare = rare_word(one, other, {"turbin": 3.0, "die": 1.0, "old": 1.0}, 100)
    often = rare_word(one, other, {"turbin": 1.0, "die": 1.0, "old": 1.0}, 100)
    assert rare.weight > often.weight > 0
    assert rare_word(one, claim_profile(MONEY), {}, 100).weight == 0.0


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Every machine is back.", True),
        ("Not one wall stands.", True),
        ("She paid for it herself.", True),
        ("The machine is back.", False),
        ("Some walls stand.", False),
    ],
)
def test_what_one_exception_makes_false_leaves_nothing_out(text: str, whole: bool) -> None:
    """Words for all, for none and for one alone."""
    assert sweeping(text) is whole
