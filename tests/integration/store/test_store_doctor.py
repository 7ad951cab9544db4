"""The doctor: every kind of harm is found, named, and mended where it can be."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
import sqlalchemy as sa

from claimtrack.candidates.index import index_state, open_index
from claimtrack.model import Reason, Ruling
from claimtrack.records import Finding
from claimtrack.store.doctor import Index, examine
from claimtrack.store.repository import Store
from tests.unit.store.samples import (
    DIMENSION,
    JUDGE,
    MALK,
    MODEL,
    conflict,
    document,
    other,
    sentences,
    vectors,
)


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with two documents, an older version, and a decided conflict."""
    a, b = document(), other()
    for doc, found in (
        (document("The harbour of Velin is shut."), None),
        (a, sentences(a)),
        (b, sentences(b, MALK)),
    ):
        found = sentences(doc) if found is None else found
        store.add_document(doc, found, vectors(found), MODEL)
    one = conflict(sentences(a)[0], sentences(b, MALK)[0])
    two = conflict(sentences(a)[1], sentences(b, MALK)[1])
    store.save_conflicts([one, two], JUDGE, scanned=[a.id, b.id])
    store.decide(one.id, Ruling.DISMISSED, reviewer="ina", reason=Reason.OTHER)
    return store


def embed(texts: Sequence[str]) -> np.ndarray:
    return np.eye(DIMENSION, dtype=np.float32)[[len(text) % DIMENSION for text in texts]]


def look(store: Store, *, mend: bool = False) -> dict[str, Finding]:
    found = examine(store, model=MODEL, embed=embed, mend=mend)
    return {finding.name: finding for finding in found}


def harm(store: Store, *statements: str) -> None:
    """Change the database as another program would: no foreign keys, no questions."""
    if store.location.file is not None:
        with sqlite3.connect(store.location.file) as raw:
            for statement in statements:
                raw.execute(statement)
        raw.close()
        return
    with store.engine.connect() as connection:
        connection.execute(sa.text("SET session_replication_role = replica"))
        for statement in statements:
            connection.execute(sa.text(statement))
        connection.commit()
        connection.invalidate()


def test_a_healthy_store_has_no_finding(filled: Store) -> None:
    """Everything is looked at and nothing is wrong or changed."""
    found = look(filled, mend=True)
    assert [f for f in found.values() if not f.ok or f.mended] == []
    assert set(found) == {
        "database", "schema", "references", "documents", "versions", "quotes", "rulings",
        "conflicts", "runs", "vectors",
    }  # fmt: skip


MENDABLE = {
    "references": ["DELETE FROM documents WHERE outlet = 'Coast Wire'"],
    "versions": ["UPDATE documents SET current = true"],
    "rulings": ["UPDATE conflicts SET verdict = 'confirmed' WHERE verdict IS NOT NULL"],
    "conflicts": ["UPDATE documents SET current = false WHERE outlet = 'Coast Wire'"],
    "vectors": ["DELETE FROM vectors WHERE claim = (SELECT min(claim) FROM vectors)"],
}


@pytest.mark.parametrize("name", sorted(MENDABLE))
def test_harm_is_found_and_mended(filled: Store, name: str) -> None:
    """Without mending nothing changes; with it the finding is gone the next time."""
    harm(filled, *MENDABLE[name])
    assert not look(filled)[name].ok
    assert not look(filled)[name].ok
    mended = look(filled, mend=True)[name]
    assert (mended.ok, mended.mended) == (True, True)
    after = look(filled)
    assert [f for f in after.values() if not f.ok] == []
    assert len(filled.decisions()) == 1


def test_a_vector_of_the_wrong_length_is_made_again(filled: Store) -> None:
    """A cut vector, which would break every search, is replaced."""
    cut = "x'00000000'" if filled.engine.dialect.name == "sqlite" else "'\\x00000000'::bytea"
    harm(filled, f"UPDATE vectors SET data = {cut} WHERE claim = (SELECT min(claim) FROM vectors)")
    assert "1 a damaged one" in look(filled)["vectors"].detail
    assert look(filled, mend=True)["vectors"].mended
    assert look(filled)["vectors"].ok
    assert filled.vectors(MODEL)[1].shape == (6, DIMENSION)


def test_changed_text_is_found_and_not_papered_over(filled: Store) -> None:
    """A quote that is not in its text, or a text that is not the one ingested, stays a finding."""
    harm(filled, "UPDATE documents SET text = 'x' || text WHERE outlet = 'Coast Wire'")
    for mend in (False, True):
        found = look(filled, mend=mend)
        assert not found["quotes"].ok
        assert "3 claims" in found["quotes"].detail
        assert not found["documents"].ok
        assert other().id in found["documents"].detail


def test_a_missing_table_does_not_stop_the_other_checks(filled: Store) -> None:
    """What can't be checked is a finding of its own."""
    harm(filled, "DROP TABLE scans")
    found = look(filled)
    assert "scans" in found["schema"].detail
    assert not found["references"].ok
    assert found["quotes"].ok


def test_interrupted_runs_are_named(filled: Store) -> None:
    """A run without an end is no damage, but it is said."""
    filled.start_run("ingest")
    found = look(filled)["runs"]
    assert found.ok
    assert "1 were interrupted (ingest)" in found.detail


def test_vectors_of_another_model_are_kept_and_named(filled: Store) -> None:
    """A change of model leaves the old vectors; the new model's are made."""
    found = {f.name: f for f in examine(filled, model="embedder-2", embed=embed, mend=True)}
    assert found["vectors"].mended
    assert "7 vectors of other models are kept" in found["vectors"].detail
    assert len(filled.vector_ids("embedder-2")) == 6


@pytest.mark.parametrize("damage", ["missing", "stale", "cut"])
def test_the_index_file_is_checked_and_rebuilt(filled: Store, tmp_path: Path, damage: str) -> None:
    """The doctor tells what is wrong with the file, and mends it from the vectors."""
    path = filled.location.index_path(tmp_path)
    open_index(filled, MODEL, path)
    if damage == "missing":
        path.unlink()
    elif damage == "cut":
        path.write_bytes(path.read_bytes()[:-5])
    else:
        filled.delete_documents([other().id])
    file = Index(
        state=lambda: index_state(filled, MODEL, path),
        rebuild=lambda: open_index(filled, MODEL, path),
    )

    def finding(mend: bool) -> Finding:
        return examine(filled, index=file, mend=mend)[-1]

    # A file that is only behind the store is nothing wrong: every ingest leaves it so.
    assert finding(False).ok == (damage != "cut")
    assert "rebuilt at the next" in finding(False).detail
    assert finding(True).mended
    assert finding(False).ok
    assert not dataclasses.replace(finding(False)).mended


def test_a_damaged_page_is_found(make_store: Callable[[], Store], backend: str) -> None:
    """Bytes overwritten in the SQLite file are seen by the check of the database."""
    store = make_store()
    for number in range(30):
        doc = document(f"Report {number} on Velin. " * 40, url=f"https://velin.example/{number}")
        store.add_document(doc, [], {}, MODEL)
    if backend == "sqlite":
        assert store.location.file is not None
        with store.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        store.engine.dispose()
        raw = bytearray(store.location.file.read_bytes())
        middle = len(raw) // 2 // 4096 * 4096
        raw[middle : middle + 4096] = b"\xa5" * 4096
        store.location.file.write_bytes(raw)
        found = look(store)
        assert not found["database"].ok
        assert "restore a backup" in found["database"].detail
    else:
        assert "answers" in look(store)["database"].detail
