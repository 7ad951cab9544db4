"""Opening, creating, upgrading: what is made, what is refused, and in which words."""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import sqlalchemy as sa

from claimtrack.errors import SchemaMismatch, StoreError, StoreMissing
from claimtrack.model import Claim, Holder, HolderKind, Ruling, digest
from claimtrack.store import engine, migrate, schema
from claimtrack.store.doctor import examine
from claimtrack.store.repository import Store
from tests.unit.store.samples import MODEL, document, sentences, vectors


def test_reading_never_makes_a_store(fresh: Callable[[], str], tmp_path: Path) -> None:
    """Where there is none, opening to read says so and leaves nothing behind."""
    address = fresh()
    with pytest.raises(StoreMissing, match="claimtrack init"):
        Store.open(address)
    with pytest.raises(StoreMissing):
        engine.upgrade(address)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    Store.open(address, create=True).close()
    Store.open(address).close()
    Store.open(address, create=True).close()


def test_the_schema_is_what_the_migrations_make(store: Store) -> None:
    """Tables, columns, types and indexes of the code are those of the database, both ways."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with store.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": schema.VERSION_TABLE, "compare_type": True}
        )
        assert compare_metadata(context, schema.metadata) == []
        found = sa.inspect(connection)
        for table in schema.metadata.sorted_tables:
            keys = {key["name"]: key for key in found.get_foreign_keys(table.name)}
            for constraint in table.foreign_key_constraints:
                assert keys[constraint.name]["options"].get("ondelete") == constraint.ondelete


def test_the_head_and_the_known_revisions_are_alembics() -> None:
    """The constants that spare importing alembic are true."""
    from alembic.script import ScriptDirectory

    script = ScriptDirectory.from_config(migrate.alembic_config())
    assert script.get_current_head() == schema.HEAD
    found = [revision.revision for revision in script.walk_revisions()]
    assert tuple(reversed(found)) == migrate.KNOWN


def old_store(address: str) -> Claim:
    """Make a store as the first revision had it, with a document, a claim and a conflict."""
    location = engine.locate(address)
    bound = engine.make_engine(location, create=True)
    holder = Holder("Ada Brunn", HolderKind.PERSON)
    doc = document()
    claims = sentences(doc, holder)[:2]
    alias = digest("holder", holder.key)
    time = dt.datetime(2026, 1, 2, 3, 4)
    with engine.writing(bound) as connection:
        migrate.upgrade(connection, "0001")
        tables = sa.MetaData()
        tables.reflect(connection)

        def put(table: str, **values: object) -> None:
            connection.execute(tables.tables[table].insert(), values)

        put("runs", id=1, kind="ingest", started=time, finished=time, settings={}, counts={})
        put(
            "documents", id=doc.id, series=doc.id, version=1, current=True,
            identity=doc.identity, identity_key=digest("identity", doc.identity),
            outlet=doc.outlet, url=doc.url, text=doc.text, ingested_at=time, run=1,
        )  # fmt: skip
        put("holders", id=alias, name=holder.name, kind="person")
        put("holder_aliases", id=alias, name=holder.name, holder=alias)
        for claim in claims:
            put(
                "claims", id=claim.id, document=doc.id, quote=claim.quote, start=claim.start,
                end=claim.end, sentence=claim.sentence, statement=claim.statement, alias=alias,
                holder={"name": holder.name, "kind": "person", "on_behalf_of": None}, via=[],
                stance="asserted", certainty="firm", quantities=[], entities=[],
            )  # fmt: skip
            vector = np.ones(4, dtype="<f4").tobytes()
            put("vectors", claim=claim.id, model=MODEL, dimension=4, data=vector)
        put(
            "conflicts", id="c0ffee", fingerprint="f" * 16, a=claims[0].id, b=claims[1].id,
            type="negation", relation="dispute", score=0.75, explanation="", evidence=[],
            copies=[], judge="old", status="open", first_run=1, last_run=1,
        )  # fmt: skip
    bound.dispose()
    return claims[0]


def test_a_store_of_the_first_revision_is_upgraded(fresh: Callable[[], str]) -> None:
    """It is refused with the exact command; after that everything is there, and new things work."""
    address = fresh()
    claim = old_store(address)
    for create in (False, True):
        with pytest.raises(SchemaMismatch, match="`claimtrack init --upgrade`"):
            Store.open(address, create=create)
    assert engine.upgrade(address) == ("0001", schema.HEAD)
    assert engine.upgrade(address) == (schema.HEAD, schema.HEAD)
    with Store.open(address) as store:
        assert store.claim(claim.id).quote == claim.quote
        assert store.vectors(MODEL)[1].shape == (2, 4)
        assert store.conflict("c0ffee").conflict.score == 0.75
        assert store.runs()[0].started == dt.datetime(2026, 1, 2, 3, 4, tzinfo=dt.UTC)
        store.decide("c0ffee", Ruling.CONFIRMED, reviewer="ina")
        assert store.conflict("c0ffee").ruling is Ruling.CONFIRMED
        assert [f for f in examine(store, model=MODEL) if not f.ok] == []


def test_a_migration_that_fails_leaves_the_old_schema(
    fresh: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Schema and record change together or not at all."""
    address = fresh()
    old_store(address)
    from alembic.operations import Operations

    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("the power went")

    # The last step of 0002 fails, after its tables were made.
    monkeypatch.setattr(Operations, "add_column", broken)
    with pytest.raises(RuntimeError, match="power"):
        engine.upgrade(address)
    bound = engine.make_engine(engine.locate(address), create=False)
    with engine.reading(bound) as connection:
        assert migrate.revision(connection) == "0001"
        assert not sa.inspect(connection).has_table("decisions")
    bound.dispose()
    monkeypatch.undo()
    assert engine.upgrade(address) == ("0001", schema.HEAD)


def test_a_store_of_a_newer_version_is_refused(store: Store) -> None:
    """Neither opened nor upgraded: the newer claimtrack is asked for."""
    with store.writing() as connection:
        connection.execute(sa.text(f"UPDATE {schema.VERSION_TABLE} SET version_num = '9999'"))
    address = store.location.url.render_as_string(hide_password=False)
    for attempt in (Store.open, engine.upgrade):
        with pytest.raises(SchemaMismatch, match="install the newer claimtrack"):
            attempt(address)


def test_several_that_create_at_once_share_one_store(fresh: Callable[[], str]) -> None:
    """Whoever comes second finds the first one's store."""
    address = fresh()
    errors: list[BaseException] = []
    start = threading.Barrier(4)

    def create() -> None:
        start.wait()
        try:
            Store.open(address, create=True).close()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=create) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    Store.open(address).close()


def test_several_that_write_at_once_all_succeed(store: Store) -> None:
    """Writers wait for each other; readers see whole documents only."""
    errors: list[BaseException] = []

    def write(worker: int) -> None:
        try:
            for number in range(8):
                doc = document(
                    f"Report {number}. It is by {worker}.",
                    url=f"https://velin.example/{worker}/{number}",
                )
                found = sentences(doc)
                store.add_document(doc, found, vectors(found), MODEL)
                with store.reading() as connection:
                    counts = connection.execute(
                        sa.select(sa.func.count(schema.claims.c.id)).group_by(
                            schema.claims.c.document
                        )
                    )
                    assert set(counts.scalars()) == {2}
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=write, args=(worker,)) for worker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert store.stats()["claims"] == 64


def test_a_file_that_is_no_database_is_one_clear_line(tmp_path: Path) -> None:
    """A text file in the place of the store, or a folder in the place of its folder."""
    wrong = tmp_path / "claimtrack.db"
    wrong.write_text("this is not a database, " * 100)
    for create in (False, True):
        with pytest.raises(StoreError, match=r"can.t open the store .*claimtrack\.db: .*database"):
            Store.open(tmp_path, create=create)
    with pytest.raises(StoreError, match="can't make the folder"):
        Store.open(wrong / "below", create=True)


def test_a_full_disk_is_one_clear_line_and_loses_nothing(tmp_path: Path) -> None:
    """A write that the database refuses is taken back whole; the store goes on."""
    with Store.open(tmp_path, create=True) as store:
        with store.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 3}")
        doc = document("It is so. " * 5000)
        with pytest.raises(StoreError, match="full"):
            store.add_document(doc, [], {}, MODEL)
        assert store.documents() == []
        small = document("It is so.")
        assert store.add_document(small, [], {}, MODEL)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("nonsense://x", "no driver for nonsense://x"),
        ("://", "no path and no SQLAlchemy URL"),
        ("sqlite://", "store in memory"),
        ("postgresql://u:secret@127.0.0.1:1/x", "can't reach the store"),
    ],
)
def test_an_address_that_cannot_be_opened_is_one_clear_line(address: str, words: str) -> None:
    """The message names what is wrong, and never a password."""
    with pytest.raises(StoreError, match=words) as caught:
        Store.open(address, create=True)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_empty_file_is_no_store_yet(tmp_path: Path) -> None:
    """What a kill between making the file and its tables leaves behind is filled the next time."""
    (tmp_path / "claimtrack.db").touch()
    with pytest.raises(StoreMissing):
        Store.open(tmp_path)
    Store.open(tmp_path, create=True).close()
    Store.open(tmp_path).close()


def test_a_store_that_may_only_be_read_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the right to write in its folder a store opens, and refuses to be changed."""
    with Store.open(tmp_path, create=True) as store:
        doc = document()
        store.add_document(doc, [], {}, MODEL)
    # Root may write anywhere, so the answer of the system is what is replaced.
    monkeypatch.setattr(engine.os, "access", lambda path, mode: False)
    with Store.open(tmp_path) as store:
        assert store.document(doc.id).document == doc
        with pytest.raises(StoreError, match="readonly"):
            store.start_run("ingest")


def test_addresses_are_folders_files_and_urls(tmp_path: Path) -> None:
    """The index lies beside a SQLite file, else in the cache folder."""
    cache = tmp_path / "cache"
    folder = engine.locate(tmp_path / "s")
    assert folder.file == tmp_path / "s" / "claimtrack.db"
    assert folder.index_path(cache) == tmp_path / "s" / "claimtrack.faiss"
    assert engine.locate(str(tmp_path / "my.sqlite")).file == tmp_path / "my.sqlite"
    assert engine.locate(f"sqlite:///{tmp_path}/x.db").file == tmp_path / "x.db"
    server = engine.locate("postgresql://u:secret@h/db")
    assert server.file is None
    assert server.index_path(cache).parent == cache
    assert "secret" not in server.shown
    assert server.index_path(cache) != engine.locate("postgresql://h/other").index_path(cache)


def test_settings_survive_as_json(store: Store) -> None:
    """What a run is given comes back equal, and JSON has no NaN for another program to trip on."""
    settings = {"threshold": 0.5, "paths": ["ä"], "none": None, "deep": {"a": [1, 2]}}
    store.start_run("scan", settings)
    assert store.runs()[0].settings == json.loads(json.dumps(settings))
