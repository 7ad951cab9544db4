"""Backups: whole, verified, and portable between databases."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from claimtrack.errors import SchemaMismatch, StoreError
from claimtrack.model import Reason, Ruling
from claimtrack.records import ConflictFilter, Seat
from claimtrack.store import migrate, notes
from claimtrack.store.backup import backup, restore
from claimtrack.store.doctor import examine
from claimtrack.store.repository import Store
from claimtrack.store.schema import HEAD, corrections, verdicts
from tests.unit.store.samples import (
    JUDGE,
    MODEL,
    assessment,
    at_least,
    claim,
    conflict,
    document,
    other,
    sentences,
    vectors,
)

# The tables that the first revision had.
FIRST = {
    "runs", "documents", "holders", "holder_aliases", "claims", "claim_entities", "vectors",
    "scans", "assessments", "conflicts",
}  # fmt: skip


def fill(store: Store) -> None:
    """Put a row into every table, with all that is hard to write down."""
    run = store.start_run("ingest", {"ä": [1, None]})
    a, b = document(), other()
    open_ended = claim(b, "At least 12", quantities=(at_least("At least 12", 12.0),))
    for doc, found in ((a, sentences(a)), (b, [*sentences(b), open_ended])):
        store.add_document(doc, found, vectors(found), MODEL, run=run)
    one, two = sentences(a)[0], sentences(b)[0]
    also = (sentences(a)[1].id, sentences(b)[1].id)
    store.save_conflicts(
        [conflict(one, two, copies=(also,))],
        JUDGE,
        run=run,
        scanned=[a.id, b.id],
        judged=[(one.id, two.id, assessment())],
    )
    made = store.decide(
        conflict(one, two).id, Ruling.DISMISSED, reviewer="ina", reason=Reason.OTHER, note="“x”"
    )
    store.undo_decision(made.id, reviewer="ina")
    third = document("Brunn said so.", url="https://velin.example/3")
    found = sentences(third, open_ended.holder.__class__("Brunn", open_ended.holder.kind))
    store.add_document(third, found, vectors(found), MODEL)
    store.merge_holders("Ada Brunn", ["Brunn"], reviewer="ina")
    store.seat([Seat(one.id, "t1", False, True), Seat(two.id, "t2", True, True)])
    store.seat([], [("t2", "t1", False)])
    with store.writing() as connection:
        for table, values in (
            (corrections, {"changes": {"holder": {"name": "Ada"}}}),
            (verdicts, {"rating": "False", "reason": "", "organisation": "Desk", "link": ""}),
        ):
            notes.add(connection, table, one, values, note="“n”", reviewer="ina", now=store.now())
    store.finish_run(run, {"documents": 3})


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_restored_store_is_the_same_store(
    store: Store, fresh: Callable[[], str], tmp_path: Path
) -> None:
    """Every row of every table comes back, and a backup of it has the same bytes."""
    fill(store)
    counts = backup(store, tmp_path / "a.zip")
    assert min(counts.values()) > 0
    address = fresh()
    assert restore(tmp_path / "a.zip", address) == counts
    with Store.open(address) as again:
        assert again.conflicts() == store.conflicts()
        assert again.claims() == store.claims()
        assert again.decisions() == store.decisions()
        assert (again.vectors(MODEL)[1] == store.vectors(MODEL)[1]).all()
        assert [f for f in examine(again, model=MODEL) if not f.ok] == []
        backup(again, tmp_path / "b.zip")
        # Numbers go on from where they were.
        assert again.start_run("scan") == 2
    assert contents(tmp_path / "a.zip") == contents(tmp_path / "b.zip")


def test_a_backup_moves_from_sqlite_to_any_database(
    fresh: Callable[[], str], tmp_path: Path
) -> None:
    """What was written by SQLite is read by every backend, to the last byte."""
    with Store.open(tmp_path / "source", create=True) as source:
        fill(source)
        backup(source, tmp_path / "a.zip")
    address = fresh()
    restore(tmp_path / "a.zip", address)
    with Store.open(address) as again:
        backup(again, tmp_path / "b.zip")
    assert contents(tmp_path / "a.zip") == contents(tmp_path / "b.zip")


def test_only_an_empty_store_is_filled(store: Store, tmp_path: Path) -> None:
    """A store with anything in it is left as it is."""
    fill(store)
    backup(store, tmp_path / "a.zip")
    before = store.stats()
    with pytest.raises(StoreError, match="not empty"):
        restore(tmp_path / "a.zip", store.location.url.render_as_string(hide_password=False))
    assert store.stats() == before


def _rewrite(path: Path, change: Callable[[str, bytes], bytes | None]) -> None:
    entries = contents(path)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in entries.items():
            new = change(name, data)
            if new is not None:
                archive.writestr(name, new)


HARMS: dict[str, Callable[[str, bytes], bytes | None]] = {
    "a changed row": lambda n, d: d.replace(b"harbour", b"harb0ur") if n[:3] == "doc" else d,
    "a missing row": lambda n, d: d[d.index(b"\n") + 1 :] if n == "claims.jsonl" else d,
    "a missing table": lambda n, d: None if n == "vectors.jsonl" else d,
    "no manifest": lambda n, d: None if n == "manifest.json" else d,
    "a manifest of nothing": lambda n, d: b"{}" if n == "manifest.json" else d,
}


@pytest.mark.parametrize("name", sorted(HARMS))
def test_a_damaged_backup_restores_nothing(
    store: Store, fresh: Callable[[], str], tmp_path: Path, name: str
) -> None:
    """Hashes are checked before anything is written."""
    fill(store)
    path = tmp_path / "a.zip"
    backup(store, path)
    _rewrite(path, HARMS[name])
    address = fresh()
    with pytest.raises(StoreError, match="damaged; nothing was restored"):
        restore(path, address)
    with pytest.raises(StoreError, match="no store"):
        Store.open(address)


def test_a_cut_file_is_no_backup(store: Store, tmp_path: Path) -> None:
    """Nor is one that is not there, and neither makes a store."""
    path = tmp_path / "a.zip"
    backup(store, path)
    path.write_bytes(path.read_bytes()[:-30])
    for wrong in (path, tmp_path / "none.zip"):
        with pytest.raises(StoreError, match="can't read the backup"):
            restore(wrong, tmp_path / "target")
    assert not (tmp_path / "target").exists()


def test_a_backup_of_a_newer_version_is_refused(store: Store, tmp_path: Path) -> None:
    """The message says which claimtrack can read it."""
    path = tmp_path / "a.zip"
    backup(store, path)

    def newer(name: str, data: bytes) -> bytes:
        if name != "manifest.json":
            return data
        return json.dumps({**json.loads(data), "revision": "9999"}).encode()

    _rewrite(path, newer)
    with pytest.raises(SchemaMismatch, match="newer claimtrack"):
        restore(path, tmp_path / "target")


def test_a_backup_of_an_older_schema_is_upgraded(
    store: Store, fresh: Callable[[], str], tmp_path: Path
) -> None:
    """It is restored as it was, in the old tables, and then migrated."""
    doc = document(published=dt.date(2026, 2, 27))
    found = sentences(doc)
    store.add_document(doc, found, vectors(found), MODEL, run=store.start_run("ingest"))
    store.save_conflicts([conflict(found[0], found[1])], JUDGE, scanned=[doc.id])
    path = tmp_path / "a.zip"
    backup(store, path)
    entries = contents(path)
    manifest = json.loads(entries.pop("manifest.json"))
    for name in set(manifest["tables"]) - FIRST:
        del manifest["tables"][name]
    rows = [json.loads(line) for line in entries["conflicts.jsonl"].splitlines()]
    for row in rows:
        for column in ("verdict", "outlets", "newest"):
            del row[column]
    old = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    manifest["tables"]["conflicts"]["sha256"] = hashlib.sha256(old).hexdigest()
    manifest["revision"] = "0001"
    entries |= {"conflicts.jsonl": old, "manifest.json": json.dumps(manifest).encode()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    address = fresh()
    restore(path, address)
    with Store.open(address) as again:
        assert again.claims() == store.claims()
        assert again.conflicts() == store.conflicts()
        assert again.queue_keys(ConflictFilter()) == store.queue_keys(ConflictFilter())
        assert [r.started for r in again.runs()] == [r.started for r in store.runs()]
        with again.reading() as connection:
            assert migrate.revision(connection) == HEAD
            assert sa.inspect(connection).has_table("decisions")


def test_a_place_that_cannot_be_written_is_one_line(store: Store, tmp_path: Path) -> None:
    """And leaves no temporary file."""
    with pytest.raises(StoreError, match="can't write the backup"):
        backup(store, tmp_path / "none" / "a.zip")
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".tmp")] == []


def test_a_damaged_store_is_not_restored_into(store: Store, tmp_path: Path) -> None:
    """A file that is no database is left alone, in one line that says what is wrong."""
    backup(store, tmp_path / "a.zip")
    wrong = tmp_path / "broken.db"
    wrong.write_text("no database " * 1000)
    with pytest.raises(StoreError, match="not a database"):
        restore(tmp_path / "a.zip", wrong)
    assert wrong.read_text().startswith("no database")
