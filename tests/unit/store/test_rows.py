"""Rows: what is written is read back, whatever a claim holds, and as JSON that others can read."""

from __future__ import annotations

import datetime as dt
import json
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import (
    Certainty,
    Claim,
    DayInterval,
    Document,
    Entity,
    Holder,
    HolderKind,
    Quantity,
    Stance,
)
from claimtrack.store import rows
from claimtrack.store.schema import UtcDateTime

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
holders = st.builds(Holder, words, st.sampled_from(list(HolderKind)), st.none() | words)
days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
intervals = st.tuples(days, days, words).map(lambda t: DayInterval(*sorted(t[:2]), t[2]))
ends = st.floats(allow_nan=False, allow_infinity=True)
quantities = st.tuples(words, ends, ends, ends, words, st.none() | words).map(
    lambda t: Quantity(t[0], t[1], *sorted(t[2:4]), *t[4:])
)
claims = st.builds(
    Claim,
    document=words,
    quote=words,
    start=st.integers(0, 99),
    end=st.integers(99, 199),
    statement=words,
    holder=holders,
    via=st.lists(holders, max_size=2).map(tuple),
    stance=st.sampled_from(list(Stance)),
    certainty=st.sampled_from(list(Certainty)),
    event_time=st.none() | intervals,
    report_time=st.none() | intervals,
    quantities=st.lists(quantities, max_size=2).map(tuple),
    entities=st.lists(st.builds(Entity, words, words, words), max_size=2).map(tuple),
    sentence=st.integers(0, 99),
)


def through_json(row: dict[str, Any]) -> Any:
    """The row as a database gives it back: JSON columns went through strict JSON."""
    for name in ("holder", "via", "quantities", "entities"):
        row[name] = json.loads(json.dumps(row[name], allow_nan=False))
    return SimpleNamespace(**row)


@given(claims)
def test_a_claim_survives_its_row(claim: Claim) -> None:
    """Every field comes back, infinite ends and the words of its dates included."""
    again = rows.claim_from(through_json(rows.claim_row(claim)))
    assert again == claim
    for mine, theirs in (
        (again.event_time, claim.event_time),
        (again.report_time, claim.report_time),
    ):
        assert (mine and mine.text) == (theirs and theirs.text)


def test_a_merged_alias_shows_its_holder() -> None:
    """The canonical name replaces the one that was read; whom one speaks for is kept."""
    claim = Claim("d", "q", 0, 1, "s", Holder("Brunn", HolderKind.PERSON, "Velin city hall"))
    row = through_json(rows.claim_row(claim))
    merged = {row.alias: Holder("Ada Brunn", HolderKind.PERSON, "the harbour board")}
    assert rows.claim_from(row, merged).holder == Holder(
        "Ada Brunn", HolderKind.PERSON, "Velin city hall"
    )


def test_only_an_anonymous_holder_belongs_to_its_document() -> None:
    """A named person is one alias everywhere, however the name is spelt in case."""
    official = Holder("an official", HolderKind.ANONYMOUS)
    assert rows.alias_id(official, "d1") != rows.alias_id(official, "d2")
    for name in ("Ada Brunn", "ADA BRUNN"):
        person = Holder(name, HolderKind.PERSON)
        assert rows.alias_id(person, "d1") == rows.alias_id(
            Holder("Ada Brunn", HolderKind.PERSON), "d2"
        )


@pytest.mark.parametrize(
    ("document", "shared"),
    [
        (Document("x", url="https://velin.example/1"), True),
        (Document("x", path="a.txt"), True),
        (Document("x", path="-"), False),
        (Document("x", outlet="Velin Post"), False),
    ],
)
def test_only_an_address_makes_two_texts_versions(document: Document, shared: bool) -> None:
    """Two texts at one URL or path share a place; two without an address never do."""
    changed = Document("y", outlet=document.outlet, url=document.url, path=document.path)
    assert (rows.place_of(document) == rows.place_of(changed)) is shared


def test_chunks_hold_everything_once_and_no_more_than_their_size() -> None:
    """Long lists of ids are cut for databases that bind few parameters."""
    parts = rows.chunks(list(range(1201)), 500)
    assert [len(part) for part in parts] == [500, 500, 201]
    assert [item for part in parts for item in part] == list(range(1201))
    assert rows.chunks([]) == []


def test_an_instant_needs_a_zone() -> None:
    """A naive time is refused instead of being taken for one zone or another."""
    column: Any = UtcDateTime()
    noon = dt.datetime(2026, 3, 1, 12, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert column.process_bind_param(noon, None) == dt.datetime(2026, 3, 1, 10)
    with pytest.raises(ValueError, match="time zone"):
        column.process_bind_param(dt.datetime(2026, 3, 1, 12), None)
