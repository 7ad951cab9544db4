"""Export and import: an equal store, in files that other programs read."""

from __future__ import annotations

import csv
import datetime as dt
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.errors import SchemaMismatch, StoreError
from claimtrack.store.exchange import ENCODINGS, export, import_store
from claimtrack.store.repository import Store
from claimtrack.store.schema import decisions, documents, metadata, runs
from tests.integration.store.test_store_backup import fill

# What every database can hold: no NUL, no half of a pair.
TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
        st.sampled_from("=+-@'\\N\",;\r\n\t\ufeff＝"),
    ),
    max_size=12,
)
INSTANT = st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2999, 1, 1), timezones=st.just(dt.UTC))


def content(store: Store) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table."""
    with store.reading() as connection:
        return {
            table.name: [
                dict(row)
                for row in connection.execute(
                    sa.select(table).order_by(*table.primary_key.columns)
                ).mappings()
            ]
            for table in metadata.sorted_tables
        }


def round_trip(store: Store, folder: Path, encoding: str, address: str) -> None:
    """Export, import elsewhere, and hold both stores against each other."""
    counts = export(store, folder, encoding)
    assert import_store(folder, address) == counts
    back = Store.open(address)
    assert content(back) == content(store)
    back.close()


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_export_reads_back_to_an_equal_store(
    store: Store, tmp_path: Path, encoding: str
) -> None:
    """From either database, every table and every kind of column."""
    fill(store)
    round_trip(store, tmp_path / "out", encoding, str(tmp_path / "new"))


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(
    articles=st.lists(st.tuples(TEXT, TEXT, st.none() | TEXT, st.none() | st.dates()), max_size=3),
    rulings=st.lists(st.tuples(TEXT, st.none() | TEXT, INSTANT), max_size=3),
    json_=st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT,
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
        max_leaves=5,
    ),
)
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_text_a_store_holds_survives(
    encoding: str,
    articles: list[tuple[str, str, str | None, dt.date | None]],
    rulings: list[tuple[str, str | None, dt.datetime]],
    json_: Any,
) -> None:
    """Line ends, quotes, signs of formulas, missing and empty values are all told apart."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Store.open(str(folder / "one"), create=True) as store:
            engine = sa.create_engine(f"sqlite:///{next((folder / 'one').glob('*.db'))}")
            with engine.begin() as connection:
                now = dt.datetime(2031, 5, 2, tzinfo=dt.UTC)
                connection.execute(
                    runs.insert(),
                    {"id": 1, "kind": "x", "started": now, "settings": {"v": json_}, "counts": {}},
                )
                for number, (text, title, author, day) in enumerate(articles):
                    row = {
                        "id": f"d{number}", "series": f"d{number}", "version": 1, "current": True,
                        "identity": title, "identity_key": "k", "title": title, "author": author,
                        "published": day, "text": text, "ingested_at": now, "run": 1,
                    }  # fmt: skip
                    connection.execute(documents.insert(), row)
                for number, (note, quote, at) in enumerate(rulings):
                    row = {
                        "id": number, "fingerprint": "f", "place": "p", "a_identity": note,
                        "a_quote": quote, "b_identity": note, "b_quote": quote, "conflict": "c",
                        "note": note, "reviewer": note, "at": at,
                    }  # fmt: skip
                    connection.execute(decisions.insert(), row)
            engine.dispose()
            round_trip(store, folder / "out", encoding, str(folder / "two"))


def test_parquet_is_read_by_duckdb(store: Store, tmp_path: Path) -> None:
    """Columns have their own types: days are days, instants are instants."""
    fill(store)
    export(store, tmp_path / "out", "parquet")
    file = tmp_path / "out" / "documents.parquet"
    rows = duckdb.sql(f"select title, published, ingested_at from '{file}' order by id").fetchall()
    told = [(row["title"], row["published"]) for row in content(store)["documents"]]
    assert [(title, day) for title, day, _ in rows] == told
    kinds = duckdb.sql(f"describe select * from '{file}'").fetchall()
    assert {name: kind for name, kind, *_ in kinds}["published"] == "DATE"


def test_csv_computes_nothing_in_a_spreadsheet(tmp_path: Path) -> None:
    """A cell that would be a formula begins with an apostrophe."""
    with Store.open(str(tmp_path / "s"), create=True) as store:
        fill(store)
        export(store, tmp_path / "out", "csv")
    for file in (tmp_path / "out").glob("*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.reader(lines):
                for cell in row:
                    number = cell.lstrip("-").replace(".", "").replace("e", "").isdigit()
                    assert number or not cell.startswith(("=", "+", "-", "@")), cell


def test_nothing_is_overwritten(store: Store, tmp_path: Path) -> None:
    """Neither a folder that holds something nor a store that does."""
    fill(store)
    export(store, tmp_path / "out", "jsonl")
    with pytest.raises(StoreError, match="is not empty; export to a new folder"):
        export(store, tmp_path / "out", "jsonl")
    import_store(tmp_path / "out", tmp_path / "new")
    with pytest.raises(StoreError, match="is not empty; import to a new place"):
        import_store(tmp_path / "out", tmp_path / "new")


def cut(folder: Path) -> None:
    file = folder / "claims.jsonl"
    file.write_bytes(file.read_bytes()[:-20])


def shorten(folder: Path) -> None:
    file = folder / "claims.jsonl"
    file.write_text("".join(file.read_text().splitlines(keepends=True)[:-1]))


def newer(folder: Path) -> None:
    file = folder / "manifest.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), "revision": "9999"}))


@pytest.mark.parametrize(
    ("harm", "error", "wanted"),
    [
        (cut, StoreError, "is damaged"),
        (shorten, StoreError, "is damaged"),
        (newer, SchemaMismatch, "export again with this version"),
        (lambda folder: (folder / "manifest.json").unlink(), StoreError, "is no export"),
        (lambda folder: (folder / "claims.jsonl").unlink(), StoreError, "is damaged"),
    ],
)
def test_a_damaged_export_writes_nothing(
    tmp_path: Path, harm: Callable[[Path], object], error: type[Exception], wanted: str
) -> None:
    """All or nothing, and one line that says what is wrong."""
    with Store.open(str(tmp_path / "s"), create=True) as store:
        fill(store)
        export(store, tmp_path / "out", "jsonl")
    harm(tmp_path / "out")
    with pytest.raises(error, match=wanted) as caught:
        import_store(tmp_path / "out", tmp_path / "new")
    assert "\n" not in str(caught.value)
    new = tmp_path / "new"
    if new.exists():
        with pytest.raises(StoreError), Store.open(str(new)) as store:
            assert any(content(store).values())
