"""Quantities: what is read out of words, and what is left alone."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model import Quantity
from claimtrack.text.numbers import value_of
from claimtrack.text.parse import SpacyParser
from claimtrack.text.quantities import find_quantities
from claimtrack.text.units import UNITS, to_base, unit_after

INF = math.inf


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def read(parser: SpacyParser, text: str) -> list[Quantity]:
    return find_quantities(parser.parse([text])[0])


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "of"),
    [
        ("The raid destroyed 41 aircraft.", 41, 41, "", "aircraft"),
        ("At least 12 people were killed.", 12, INF, "", "people"),
        ("The talks lasted just over an hour.", 1, 1.1, "hour", "talk"),
        ("The council puts the number of wells at 84.", 84, 84, "", "well"),
        ("He fell 2, 000 feet.", 2000, 2000, "foot", None),
        ("The fire did $US1 million ($1.52 million) damage.", 1e6, 1e6, "USD", None),
        ("It cost 5 million euros (about $5.9 million).", 5e6, 5e6, "EUR", None),
        ("More than 300 soldiers left.", 301, INF, "", "soldier"),
        ("Fewer than 20 ships sailed.", 0, 19, "", "ship"),
        ("The battery reached 94 degrees.", 94, 94, "degree", "battery"),
        ("It was barely a third.", 100 / 3, 100 / 3, "%", None),
        ("The report puts the drop-outs at 120.", 120, 120, "", "drop-out"),
        ("Up to 40 houses burned down.", 0, 40, "", "house"),
        ("Nearly two dozen homes were lost.", 21, 24, "", "home"),
        ("About 300 protesters marched.", 270, 330, "", "protester"),
        ("Between 20 and 30 cars crashed.", 20, 30, "", "car"),
        ("The fire killed 3 to 5 horses.", 3, 5, "", "horse"),
        ("Hundreds of hens died.", 150, 1999, "", "hen"),
        ("The fund holds between $6bn and $7 billion.", 6e9, 7e9, "USD", None),
        ("The firm made a profit of €1.2m.", 1.2e6, 1.2e6, "EUR", "profit"),
        ("They used more than 1,100kg of explosives.", 1100, INF, "kg", "explosive"),
        ("Rates were cut by 25 basis points.", 25, 25, "bp", None),
        ("Turnout was 63.2 per cent.", 63.2, 63.2, "%", "turnout"),
        ("One in five voters stayed at home.", 20, 20, "%", "voter"),
        ("Half of the crew was saved.", 50, 50, "%", "crew"),
        ("Three hundred and fifty thousand people fled.", 350_000, 350_000, "", "people"),
        ("Rates were cut by half a percentage point.", 0.5, 0.5, "pp", None),
        ("The siren wailed for half an hour.", 0.5, 0.5, "hour", None),
        ("It fell to -5 degrees Celsius.", -5, -5, "°C", None),
        ("The death toll rose to 34.", 34, 34, "", "death toll"),
        ("Some 20 or more houses burned.", 20, INF, "", "house"),
        ("A 10-year sentence was passed.", 10, 10, "year", "sentence"),
        ("Several hundred people came.", 300, 1200, "", "people"),
    ],
)
def test_reads_one_quantity(
    parser: SpacyParser, text: str, low: float, high: float, unit: str, of: str | None
) -> None:
    """Each hedge, number form and unit gives the interval, unit and counted noun it means."""
    (found,) = read(parser, text)
    assert (found.low, found.high, found.unit) == (pytest.approx(low), pytest.approx(high), unit)
    if of is not None:
        assert found.of == of
    assert text[found.start : found.end] == found.text


def test_one_of_so_many_is_counted(parser: SpacyParser) -> None:
    """One of four pumps is one pump, and four there are."""
    found = read(parser, "Only one of the four pumps is running.")
    assert [(quantity.value, quantity.of) for quantity in found] == [(1, "pump"), (4, "pump")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They sought a 200-pound man.", "lb"),
        ("The bag weighed about 12 pounds.", "lb"),
        ("The court imposed a 200-pound fine.", "GBP"),
        ("The lamp cost 300 pounds.", "GBP"),
    ],
)
def test_pounds_are_weight_or_money(parser: SpacyParser, text: str, unit: str) -> None:
    """A hyphen before no sum of money, or "weighed", tells a weight."""
    assert [found.unit for found in read(parser, text)] == [unit]


@pytest.mark.parametrize(
    "text",
    [
        "The Boeing 737 landed.",
        "It ended about an hour later.",
        "She moved from a flat in Orvale to one in Teldin.",
        "A Tu-95 took off.",
        "It happened on 4 June 2025 at 10:30am.",
        "They call it a 24/7 service.",
        "Shops shut at 6 in the evening.",
        "The home side won 2-1.",
        "He read chapter 11 of the book.",
        "She came 12th in the race.",
        "In 2024 it rained.",
        "It was built in the 1990s.",
        "Nobody was hurt two days ago.",
        "No one knows whether one of them left.",
        "He was jailed for his deadly 2005 rampage.",
        "They fell to 2-6 at home.",
        "She ran the ball back for scores.",
    ],
)
def test_names_and_times_are_no_quantities(parser: SpacyParser, text: str) -> None:
    """Numbers that name something or tell a time count nothing."""
    assert read(parser, text) == []


def test_change_gives_both_ends_not_a_range(parser: SpacyParser) -> None:
    """\"Fell from A to B\" is two values, and no interval between them."""
    found = read(parser, "Unemployment fell from 4.5% to 4.1%.")
    assert [(q.low, q.high) for q in found] == [(4.5, 4.5), (4.1, 4.1)]


@settings(deadline=None, max_examples=25)
@given(st.integers(min_value=2, max_value=999_999))
def test_hedges_widen(parser: SpacyParser, value: int) -> None:
    """A hedged number always allows at least what the bare number says, except strict bounds."""
    bare = read(parser, f"The storm destroyed {value:,} houses.")
    about = read(parser, f"The storm destroyed about {value:,} houses.")
    least = read(parser, f"The storm destroyed at least {value:,} houses.")
    assert bare[0].low == bare[0].high == value
    assert about[0].low <= value <= about[0].high
    assert least[0].low == value
    assert least[0].high == INF


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_separators_read_as_their_value(value: int) -> None:
    """Thousands separators do not change the value."""
    assert value_of(f"{value:,}") == value


@given(st.sampled_from(sorted(UNITS)), st.floats(1e-3, 1e6), st.floats(0, 1e6))
def test_conversion_keeps_the_order_of_the_ends(unit: str, low: float, width: float) -> None:
    """Conversion to the base unit keeps an interval an interval."""
    first, last, base = to_base(Quantity("x", low, low, low + width, unit))
    assert first <= last
    assert base in {known.base for known in UNITS.values()}


def test_longest_unit_wins() -> None:
    """\"per cent points\" is not read as per cent."""
    assert unit_after("8 per cent points", 1) == ("pp", len("8 per cent points"))
    assert unit_after("8 nautical miles", 1) == ("nmi", len("8 nautical miles"))
    assert unit_after("8 apples", 1) is None


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Renata Motors sold 41,000 Corsa 4 vans.", ["41,000"]),
        ("The Corsa 4 vans burned.", []),
        ("They took every one.", []),
        ("In Rostau 40 people died.", ["40"]),
        ("He came in a third.", []),
    ],
)
def test_a_number_in_a_name_or_in_every_one_counts_nothing(
    parser: SpacyParser, text: str, figures: list[str]
) -> None:
    """A number after a name counts where no other number or article stands before the name."""
    assert [quantity.text for quantity in read(parser, text)] == figures
