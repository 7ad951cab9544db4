"""Who may be compared with whom, and how the gate measures one event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimtrack.candidates.gate import Side, barred, measure
from claimtrack.candidates.profile import (
    Profile,
    claim_profile,
    same_name,
)
from claimtrack.candidates.stories import Stories
from claimtrack.model import Claim, Evidence, Stance
from tests.builders import claim, count, document, person

HERE = document("One article about the dam at Orvale.", outlet="Ledger")
THERE = document("Another article about the dam at Orvale.", outlet="Courier")


def side(one: Claim, about: Profile | None = None) -> Side:
    """A claim in a document that is about the same."""
    return Side(one, claim_profile(one), about or claim_profile(one))


def measured(a: Side, b: Side, cosine: float) -> tuple[float, tuple[Evidence, ...]]:
    """The gate's measure of two claims, of which nothing but their articles is known."""
    stories = Stories({one.claim.document: one.document for one in (a, b)})
    return measure(a, b, cosine, {}, stories)


def test_a_condition_is_compared_with_its_like_only() -> None:
    """What would cost much clashes with what will cost little, not with what is."""
    would = claim("It would cost 30 crowns.", of=HERE, stance=Stance.CONDITIONAL)
    will = claim("It will cost 12 crowns.", of=THERE, stance=Stance.PREDICTED)
    does = claim("It costs 12 crowns.", of=THERE)
    assert barred(would, will) is None
    assert barred(would, does) is not None


@pytest.mark.parametrize("stance", [Stance.QUESTIONED, Stance.DEMANDED])
def test_what_asserts_nothing_is_never_compared(stance: Stance) -> None:
    """A demand or a question is barred whatever the other side says."""
    a = claim("The dam should be closed.", of=HERE, stance=stance)
    b = claim("The dam stays open.", of=THERE)
    assert barred(a, b) is not None
    assert barred(b, a) is not None


def test_two_holders_in_one_sentence_may_be_compared() -> None:
    """What two people say in one sentence can clash; what one says there is one breath."""
    a = claim("The dam broke.", of=HERE, holder=person("Ada Brandt"), sentence=3)
    b = claim("The dam held.", of=HERE, holder=person("Ivo Lehn"), sentence=3, start=40)
    c = claim("The dam held.", of=HERE, holder=person("Ada Brandt"), sentence=3, start=40)
    assert barred(a, b) is None
    bar = barred(a, c)
    assert bar is not None
    assert bar.signal == "one breath"


def test_the_same_words_are_a_repetition() -> None:
    """Equal statements are barred though case and punctuation differ."""
    a = claim("The dam broke.", of=HERE)
    b = claim("The DAM broke", of=THERE)
    bar = barred(a, b)
    assert bar is not None
    assert bar.signal == "repetition"


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("The quake caused blackout in the upper village of Orvale.", True),
        ("The quake caused a blackout in the upper village of Orvale on the coast.", True),
        ("The quake caused no blackout in the upper village of Orvale.", False),
        ("The quake ended a blackout in the upper village of Orvale.", False),
        ("A blackout caused the quake in the upper village of Orvale.", False),
        ("The quake caused a blackout in the upper village of Orvale at 5.40 a.m.", False),
    ],
)
def test_what_is_retold_in_the_same_words_is_a_repetition(other: str, same: bool) -> None:
    """An article or a detail left out makes no clash; a denial, another verb or order may."""
    a = claim("The quake caused a blackout in the upper village of Orvale.", of=HERE)
    b = claim(other, of=THERE)
    assert (barred(a, b) is not None) is same
    assert (barred(b, a) is not None) is same


def test_one_quotation_in_two_articles_is_one_saying() -> None:
    """What "he" was taken for differs, what was said does not; other words may clash."""
    a = claim("Ada Brandt is going to become a great captain of the ferry.", of=HERE)
    b = claim("Ivo Lehn is going to become a great captain of the ferry.", of=THERE)
    assert barred(a, b) is None
    short = "He is firm."
    assert barred(replace(a, quote=short), replace(b, quote=short)) is not None
    said = "He is going to become a great captain of the ferry, the owner promised."
    assert barred(replace(a, quote=said), replace(b, quote=said)) is not None
    assert barred(replace(a, quote=said), replace(b, quote=said.replace("is", "is not"))) is None


def test_figures_that_exclude_each_other_are_no_repetition() -> None:
    """The same sentence with 9 and “nine” hurt is one, with nine and four hurt two."""
    nine, four = (
        claim(
            f"{n} guests of the hotel were hurt near the burning tower.",
            of=where,
            quantities=(count(n),),
        )
        for n, where in ((9, HERE), (4, THERE))
    )
    assert barred(nine, four) is None
    again = claim(
        "Nine guests of the hotel were hurt near the burning tower.",
        of=THERE,
        quantities=(count(9),),
    )
    assert barred(nine, again) is not None


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("ivo lehn", "lehn", True),
        ("ivo lehn", "ivo lehn", True),
        ("orvale dam", "tarn dam", False),
        ("bank of orvale", "orvale", True),
        ("ministry of defence of orvale", "orvale ministry", True),
        ("ada brandt", "karl brandt", False),
    ],
)
def test_a_shorter_name_stands_for_a_longer_one(a: str, b: str, same: bool) -> None:
    """A surname stands for a full name; two people of one surname stay two."""
    assert same_name(a, b) is same
    assert same_name(b, a) is same


def test_names_in_common_raise_and_foreign_names_lower_the_measure() -> None:
    """The same words about another bridge are another event."""
    a = claim("The Orvale Bridge was damaged.", of=HERE, names=(("Orvale Bridge", "FAC"),))
    b = claim(
        "No damage was done to the Orvale Bridge.", of=THERE, names=(("Orvale Bridge", "FAC"),)
    )
    c = claim(
        "No damage was done to the Tarnow Viaduct.", of=THERE, names=(("Tarnow Viaduct", "FAC"),)
    )
    same, _ = measured(side(a), side(b), 0.8)
    other, reasons = measured(side(a), side(c), 0.8)
    assert same > 0.8
    assert other < same - 0.1
    assert any("nobody and nothing" in reason.detail for reason in reasons)


def test_the_measure_is_symmetric() -> None:
    """Which claim comes first changes nothing."""
    a = claim("Nine people died in Orvale.", of=HERE, names=(("Orvale", "GPE"),))
    b = claim("Twelve people were killed in Orvale.", of=THERE, names=(("Orvale", "GPE"),))
    assert measured(side(a), side(b), 0.7)[0] == measured(side(b), side(a), 0.7)[0]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "voted for the tram fund of the old town",
            "voted against the tram fund of the old town",
            False,
        ),
        (
            "met the firm's owner before the city vote",
            "met the firm's owner after the city vote",
            False,
        ),
        (
            "left the burning hotel kitchen with the cook",
            "left the burning hotel kitchen without the cook",
            False,
        ),
        (
            "turned the pumping station engine off early",
            "turned the pumping station engine on early",
            False,
        ),
        (
            "rang the harbour office before and after the storm",
            "rang the harbour office after and before the storm",
            True,
        ),
        ("rang the harbour office about the storm", "rang the harbour office on the storm", True),
    ],
)
def test_a_small_word_turned_round_is_no_repetition(one: str, other: str, same: bool) -> None:
    """Who voted "for" says the contrary of who voted "against", in the same content words."""
    bar = barred(claim(f"Ada Brandt {one}.", of=HERE), claim(f"Ada Brandt {other}.", of=THERE))
    assert (bar is not None and bar.signal == "repetition") is same
