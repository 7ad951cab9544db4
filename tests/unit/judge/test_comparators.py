"""Comparators: tables of cases that a person can read, and what holds for every pair.

A table in ``tables/`` is named after its comparator. ``expected`` is what it says of the pair:
``conflict`` (a positive signal), ``compatible`` (a negative one) or ``none`` (it abstains).
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.judge.comparators import COMPARATORS, Comparator, signals_between
from claimtrack.judge.comparators.comparison import Comparison
from claimtrack.judge.reading import Reading, read
from claimtrack.model import Statement
from claimtrack.text.parse import SpacyParser

TABLES = Path(__file__).parent / "tables"
RIGHT = 0.97
NAMES = sorted(path.stem for path in TABLES.glob("*.csv"))


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def rows(name: str) -> list[dict[str, str]]:
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def known(parser: SpacyParser) -> dict[str, Reading]:
    """Every statement of every table, read once."""
    texts = [row[side] for name in NAMES for row in rows(name) for side in ("a", "b")]
    unique = list(dict.fromkeys(texts))
    docs = parser.parse(unique)
    return {text: read(Statement(text), doc) for text, doc in zip(unique, docs, strict=True)}


def says(comparator: Comparator, a: Reading, b: Reading) -> str:
    found = comparator(Comparison(a, b))
    if found is None or found.value == 0:
        return "none"
    return "conflict" if found.value > 0 else "compatible"


@pytest.mark.parametrize("name", NAMES)
def test_table(known: dict[str, Reading], name: str) -> None:
    """Of at least 150 cases a comparator gets 97 in a hundred right, in either order."""
    cases = rows(name)
    assert len(cases) >= 150
    wrong = [
        f"{row['expected']} but says {said}: {row['a']} / {row['b']}"
        for row in cases
        if (said := says(COMPARATORS[name], known[row["a"]], known[row["b"]])) != row["expected"]
    ]
    assert len(wrong) <= (1 - RIGHT) * len(cases), "\n".join(wrong)


@pytest.mark.parametrize("name", NAMES)
def test_every_table_holds_conflicts_and_look_alikes(name: str) -> None:
    """No table can be passed by always saying the same."""
    counts = Counter(row["expected"] for row in rows(name))
    assert counts["conflict"] >= 40
    assert counts["none"] + counts["compatible"] >= 30


@pytest.mark.parametrize("name", NAMES)
def test_symmetry(known: dict[str, Reading], name: str) -> None:
    """A comparator says the same whichever statement comes first."""
    cases = rows(name)[::15]
    for row in cases:
        a, b = known[row["a"]], known[row["b"]]
        there, back = (
            {signal.name: signal.value for signal in signals_between(*sides)}
            for sides in ((a, b), (b, a))
        )
        assert there == pytest.approx(back), row


def value(parser: SpacyParser, name: str, a: str, b: str) -> float:
    first, second = (
        read(Statement(t), d) for t, d in zip((a, b), parser.parse([a, b]), strict=True)
    )
    found = COMPARATORS[name](Comparison(first, second))
    return found.value if found else 0.0


@settings(deadline=None, max_examples=40)
@given(st.integers(2, 9999), st.integers(2, 9999), st.sampled_from(["at least", "about", "up to"]))
def test_widening_an_interval_never_creates_a_conflict(
    parser: SpacyParser, n: int, m: int, hedge: str
) -> None:
    """If two bare counts do not clash, they do not clash with a hedge on one of them."""
    plain = f"The storm in Teldin destroyed {n} houses."
    wider = f"The storm in Teldin destroyed {hedge} {n} houses."
    other = f"In Teldin the storm destroyed {m} houses."
    if value(parser, "quantity", plain, other) <= 0:
        assert value(parser, "quantity", wider, other) <= 0


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 400), st.integers(1, 400))
def test_unit_conversion_changes_nothing(parser: SpacyParser, n: int, m: int) -> None:
    """Kilograms against grams clash exactly where kilograms against kilograms do."""
    a = f"The parcel found in Teldin weighed {n} kilograms."
    same = f"The parcel found in Teldin had a weight of {m} kilograms."
    converted = f"The parcel found in Teldin had a weight of {m * 1000} grams."
    assert (value(parser, "quantity", a, same) > 0) == (value(parser, "quantity", a, converted) > 0)


def test_a_statement_never_conflicts_with_itself(known: dict[str, Reading]) -> None:
    """No comparator finds a conflict between a statement and itself."""
    for text, reading in list(known.items())[::20]:
        assert all(signal.value < 0 for signal in signals_between(reading, reading)), text


def test_two_things_are_told_by_what_tells_them_apart(
    parser: SpacyParser, known: dict[str, Reading]
) -> None:
    """ "Risk" and "risk" would be no reason: what each is of, or what stands before it, is said."""
    texts = (
        "The new pill lowered the risk of diabetes in every trial.",
        "The new pill did not lower the risk of heart disease in any trial.",
    )
    a, b = (
        read(Statement(text), doc) for text, doc in zip(texts, parser.parse(texts), strict=True)
    )
    thing = COMPARATORS["thing"](Comparison(a, b))
    assert thing is not None
    assert thing.detail == "“risk of diabetes” and “risk of heart disease” are two things."
    pairs = [(known[row["a"]], known[row["b"]]) for name in NAMES for row in rows(name)]
    told = [
        re.findall("“(.+?)”", found.detail)
        for a, b in pairs
        if (found := COMPARATORS["thing"](Comparison(a, b))) is not None
    ]
    assert len(told) >= 20
    assert not [words for words in told if words[0] == words[1]]
