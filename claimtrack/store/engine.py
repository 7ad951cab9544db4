"""Where the store lives, and how its database is opened."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from claimtrack.errors import SchemaMismatch, StoreError, StoreMissing
from claimtrack.model import digest
from claimtrack.store import migrate
from claimtrack.store.schema import HEAD

DATABASE = "claimtrack.db"
BUSY_SECONDS = 30.0
"""How long a writer waits for another process; the longest write is one document's."""
WRITE_LOCK = 0x636C61696D
"""PostgreSQL's advisory lock of writers ("claim" in ASCII): one at a time, as SQLite has it."""


@dataclass(frozen=True, slots=True)
class Location:
    """A store's address: its SQLAlchemy URL and, for SQLite, the database file."""

    url: sa.URL
    file: Path | None

    @property
    def shown(self) -> str:
        """The address for messages, without a password."""
        return str(self.file) if self.file else self.url.render_as_string(hide_password=True)

    def index_path(self, cache_dir: Path) -> Path:
        """Where the FAISS file lies: beside the SQLite file, else in ``cache_dir``."""
        if self.file is not None:
            return self.file.with_suffix(".faiss")
        key = digest("store", self.url.render_as_string(hide_password=True))
        return cache_dir / f"store-{key}.faiss"


def locate(address: str | Path) -> Location:
    """Read ``address``: a folder (holding ``claimtrack.db``), a database file, or a URL.

    A path is a file if it is one, or ends in .db, .sqlite or .sqlite3. Raises StoreError for a
    URL that SQLAlchemy can't read.
    """
    text = str(address)
    if "://" not in text:
        path = Path(address)
        is_file = path.is_file() or path.suffix in {".db", ".sqlite", ".sqlite3"}
        file = path if is_file else path / DATABASE
        return Location(sa.URL.create("sqlite", database=str(file)), file)
    try:
        url = sa.make_url(text)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise StoreError(f"--store {text!r} is no path and no SQLAlchemy URL: {error}") from error
    if url.drivername in {"postgresql", "postgres"}:
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        return Location(url, Path(url.database))
    return Location(url, None)


def open_engine(address: str | Path, *, create: bool = False) -> tuple[sa.Engine, Location]:
    """Open the database at ``address``; with ``create`` make it where there is none.

    Raises StoreMissing where there is none and ``create`` is off, SchemaMismatch where its
    schema is not of this version, StoreError where it can't be reached or is no database.
    """
    location = locate(address)
    engine = make_engine(location, create=create)
    try:
        found = _revision(engine, location)
        if found is None and create:
            with writing(engine) as connection:
                # Asked again under the lock: another process may have been quicker.
                if migrate.revision(connection) is None:
                    migrate.upgrade(connection)
            found = HEAD
        if found is None:
            raise StoreMissing(_missing(location))
        if found != HEAD:
            raise SchemaMismatch(_mismatch(location, found))
    except BaseException:
        engine.dispose()
        raise
    return engine, location


def upgrade(address: str | Path) -> tuple[str, str]:
    """Bring an existing store's schema to this version; return its revisions (before, after).

    Raises StoreMissing where there is none, SchemaMismatch where it is newer than this code.
    """
    location = locate(address)
    engine = make_engine(location, create=False)
    try:
        found = _revision(engine, location)
        if found is None:
            raise StoreMissing(_missing(location))
        if found not in migrate.KNOWN:
            raise SchemaMismatch(_mismatch(location, found))
        with writing(engine) as connection:
            migrate.upgrade(connection)
        return found, HEAD
    finally:
        engine.dispose()


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection in one transaction that sees one state of the store, and is rolled back.

    Raises StoreError where the database fails (damaged, gone, locked for too long).
    """
    with _told(), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection in one transaction that holds the writers' lock; committed unless it raises.

    SQLite begins IMMEDIATE: a transaction that starts by reading and then writes can fail at
    once, whatever the busy timeout, when another process wrote in between. Raises StoreError
    where the database fails (full disk, read-only, locked for too long).
    """
    with _told(), engine.connect() as connection:
        connection = connection.execution_options(claimtrack_write=True)
        with connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITE_LOCK)))
            yield connection


@contextmanager
def _told() -> Iterator[None]:
    """Turn what is wrong with the database, and not with our statements, into one line."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        if isinstance(error, (sa.exc.IntegrityError, sa.exc.ProgrammingError, sa.exc.DataError)):
            raise
        raise StoreError(f"the store failed: {reason(error)}; see `claimtrack doctor`") from error


def reason(error: sa.exc.DBAPIError) -> str:
    """Return the database's own word on what went wrong, in one line."""
    return str(error.orig).strip().split("\n")[0]


def make_engine(location: Location, *, create: bool) -> sa.Engine:
    """Return an engine, whatever the schema. Raises StoreMissing, or StoreError for no driver."""
    if location.file is not None:
        return _sqlite(location.file, create=create)
    if location.url.get_backend_name() == "sqlite":
        raise StoreError("a store in memory is gone at the end of the command; name a folder")
    arguments: dict[str, Any] = {}
    if location.url.get_backend_name() == "postgresql":
        arguments["connect_timeout"] = 10
    try:
        return sa.create_engine(location.url, pool_pre_ping=True, connect_args=arguments)
    except (ImportError, sa.exc.NoSuchModuleError) as error:
        raise StoreError(
            f"no driver for {location.shown}: {error}; for PostgreSQL "
            "`pip install 'claimtrack[postgresql]'`"
        ) from error


def _sqlite(file: Path, *, create: bool) -> sa.Engine:
    if create:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"can't make the folder {file.parent}: {error.strerror}") from error
    elif not file.is_file():
        raise StoreMissing(_missing(Location(sa.URL.create("sqlite"), file)))
    mode = "rwc" if create else "rw"
    if not create and not (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)):
        # Reading in WAL mode writes a -shm file, which a read-only folder does not allow.
        mode = "ro&immutable=1"
    uri = f"{file.resolve().as_uri()}?mode={mode}"

    def connect() -> sqlite3.Connection:
        raw = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, check_same_thread=False)
        # The driver begins no transaction by itself: _begin does, so that DDL and reads are
        # inside one too.
        raw.isolation_level = None
        try:
            if create:
                _use_wal(raw)
            raw.execute("PRAGMA foreign_keys=ON")
            # What is deleted for retention is overwritten, not only unlinked.
            raw.execute("PRAGMA secure_delete=ON")
        except BaseException:
            raw.close()
            raise
        return raw

    engine = sa.create_engine("sqlite+pysqlite://", creator=connect, poolclass=sa.pool.QueuePool)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("claimtrack_write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _use_wal(raw: sqlite3.Connection) -> None:
    """Switch to WAL, which lasts; SQLite ignores the busy timeout here, so wait ourselves."""
    end = time.monotonic() + BUSY_SECONDS
    while raw.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            raw.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)


def _revision(engine: sa.Engine, location: Location) -> str | None:
    try:
        with engine.connect() as connection:
            return migrate.revision(connection)
    except sa.exc.DBAPIError as error:
        if location.file is None:
            raise StoreError(f"can't reach the store {location.shown}: {reason(error)}") from error
        raise StoreError(
            f"can't open the store {location.shown}: {reason(error)}; move the file away, and "
            "`claimtrack restore` a backup"
        ) from error


def _missing(location: Location) -> str:
    return (
        f"no store at {location.shown}; `claimtrack init` makes one, "
        "`claimtrack ingest` makes and fills one"
    )


def _mismatch(location: Location, found: str) -> str:
    if found in migrate.KNOWN:
        return (
            f"the store {location.shown} has the older schema {found} (this version: {HEAD}); "
            "upgrade it with `claimtrack init --upgrade`"
        )
    return (
        f"the store {location.shown} has the schema {found}, which this version (schema {HEAD}) "
        "does not know; install the newer claimtrack that made it"
    )
