"""Comparators: tables of cases that a person can read, and what holds for every pair.

A table in ``tables/`` is named after its comparator. ``expected`` is what it says of the pair:
``conflict`` (a positive signal), ``compatible`` (a negative one) or ``none`` (it abstains).
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.judge.comparators import COMPARATORS, Comparator, signals_between
from claimtrack.judge.comparators.comparison import Comparison
from claimtrack.judge.readings.reading import Reading, read
from claimtrack.model import DayInterval, Statement
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


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("Sela Vant beat Ruth Akers in the final.",
         "Ruth Akers lifted the cup after defeating Sela Vant.", True),
        ("Norwing has bought Calla Air.", "Calla Air acquired Norwing in May.", True),
        ("Norwing sued Calla Air.", "Calla Air sued Norwing.", False),
        ("Sela Vant beat Ruth Akers in the final.", "Ruth Akers lost to Sela Vant.", False),
        ("Sela Vant beat Ruth Akers.", "Sela Vant defeated Ruth Akers in the final.", False),
    ],
)  # fmt: skip
def test_two_change_places_only_in_what_one_can_do_to_the_other(
    parser: SpacyParser, a: str, b: str, clash: bool
) -> None:
    """One match has one winner; two firms may sue each other."""
    assert (value(parser, "actor", a, b) > 0) is clash
    assert value(parser, "actor", a, b) == value(parser, "actor", b, a)


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("No civilian was hurt in the raid on the depot.",
         "A nurse and her two children were hurt in the raid on the depot.", True),
        ("No soldier was hurt in the raid on the depot.",
         "A nurse was hurt in the raid on the depot.", False),
        ("It is not true that the ministry was unaware of the raid.",
         "The ministry knew about the raid.", False),
    ],
)  # fmt: skip
def test_a_denial_of_anybody_meets_whoever_it_was(
    parser: SpacyParser, a: str, b: str, clash: bool
) -> None:
    """ "No civilian" is denied by a nurse; a soldier is somebody else, and no deed is a subject."""
    assert (value(parser, "negation", a, b) > 0) is clash


def test_a_courtesy_title_names_nobody_else(parser: SpacyParser) -> None:
    """ "Ms Orne" may be Ida Orne, and denies what Ida Orne is told to have done."""
    short, full = "Ms Orne never saw the vet.", "Ida Orne saw the vet in May."
    assert value(parser, "thing", short, full) == 0.0
    assert value(parser, "entity", short, full) == 0.0
    assert value(parser, "negation", short, full) > 0


def test_shares_of_a_whole_and_sums_of_worth_measure_no_two_things(parser: SpacyParser) -> None:
    """What a share is of, and "worth", say nothing of what is measured."""
    for a, b in (
        ("Forest covers 31 percent of the island.", "A fifth of Kemalo is wooded."),
        ("Damage to the grid came to 199 million.", "The storm did 200 million worth of damage."),
    ):
        assert value(parser, "unlike", a, b) == 0.0


def test_last_year_is_told_by_the_day_on_which_it_was_said(parser: SpacyParser) -> None:
    """Two reports a year apart speak of two "last years"."""
    texts = ("Last year's fair drew 31,000 visitors.", "The fair drew 44,000 visitors last year.")
    days = dt.date(2025, 1, 20), dt.date(2026, 1, 19)
    first, second = (
        read(Statement(text, report_time=DayInterval(day, day)), doc)
        for text, day, doc in zip(texts, days, parser.parse(texts), strict=True)
    )
    assert not any(signal.value > 0 for signal in signals_between(first, second))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("In 1997 a flood killed 31 people in Teldin.", "The floods in Teldin have killed nine."),
        ("Rooms in Teldin cost 890 marks a month.", "Rooms in Teldin cost 75 marks a night."),
        ("Ivo Lehn is serving three life sentences.", "Ivo Lehn got two extra life sentences."),
        ("Ivo Lehn will miss the final two games.", "Ivo Lehn missed four games."),
        ("The other 206 coins of the hoard are safe.", "Eleven coins of the hoard were stolen."),
        ("The bomb fell into a barn, and it did not explode.", "Two exploded on the outskirts."),
    ],
)
def test_counts_of_other_times_rates_and_parts_do_not_clash(
    parser: SpacyParser, a: str, b: str
) -> None:
    """A year long past, another rate, more of it, the last of it, what is left, one of many."""
    assert value(parser, "quantity", a, b) <= 0


def test_nobody_is_not_something_else(parser: SpacyParser) -> None:
    """Whoever it was, "nobody" denies it."""
    assert value(parser, "negation", "Nobody was hurt.", "Two people were hurt in Teldin.") >= 0


def test_may_is_a_permission_beside_a_ban(parser: SpacyParser) -> None:
    """ "May" hedges what happened; beside what is forbidden it allows."""
    ban = "Direct sales of raw milk by farmers are banned."
    assert value(parser, "hedge", "Farmers may sell raw milk directly.", ban) == 0.0
    assert value(parser, "hedge", "Farmers may have caused it.", "Lightning caused it.") < 0


def test_two_kinds_of_event_are_further_apart_than_two_nouns(parser: SpacyParser) -> None:
    """Revenue is no profit and damage no destruction; ferries may be the vessels."""
    events = value(parser, "unlike", "Its revenue was 80 million.", "Its profit was 9 million.")
    nouns = value(parser, "unlike", "The line runs 14 ferries.", "The fleet has 26 vessels.")
    assert events < nouns < 0
