"""A backup in one file that any database can be restored from: a zip of JSON lines.

``manifest.json`` names the schema's revision and, for each table, its rows and the SHA-256 of
its lines. Restoring checks every hash before it writes, and writes all or nothing.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import sqlalchemy as sa

from claimtrack.errors import SchemaMismatch, StoreError
from claimtrack.store import engine, migrate
from claimtrack.store.repository import Store
from claimtrack.store.schema import HEAD, VERSION_TABLE, UtcDateTime, metadata

FORMAT = "claimtrack.backup/1"
MANIFEST = "manifest.json"
AT_ONCE = 500
# Every zip entry carries a date; a fixed one makes equal stores give equal files.
EPOCH = (1980, 1, 1, 0, 0, 0)


def backup(store: Store, path: Path) -> dict[str, int]:
    """Write all of one state of the store to ``path``; return the rows of each table.

    Written beside ``path`` and then renamed, so a backup that is there is whole. Other
    processes may write meanwhile. Raises StoreError where it can't be written.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    tables: dict[str, dict[str, Any]] = {}
    try:
        with (
            zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive,
            store.reading() as connection,
        ):
            for table in metadata.sorted_tables:
                tables[table.name] = _dump(connection, table, archive)
            manifest = {"format": FORMAT, "revision": HEAD, "tables": tables}
            archive.writestr(_entry(MANIFEST), json.dumps(manifest, indent=1, sort_keys=True))
        os.replace(temporary, path)
    except OSError as error:
        raise StoreError(f"can't write the backup {path}: {error.strerror}") from error
    finally:
        temporary.unlink(missing_ok=True)
    return {name: int(about["rows"]) for name, about in tables.items()}


def restore(path: Path, address: str | Path) -> dict[str, int]:
    """Fill the empty or missing store at ``address`` from a backup; return the rows of each table.

    A backup of an older schema is restored as it was and then upgraded. Raises StoreError for
    a backup that is damaged or none, or a store that is not empty; SchemaMismatch for a backup
    of a newer claimtrack. Nothing is written in either case.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _verified(archive, path)
            location = engine.locate(address)
            bound = engine.make_engine(location, create=True)
            try:
                with engine.writing(bound) as connection:
                    _fill(connection, archive, manifest, location)
            finally:
                bound.dispose()
    except (OSError, zipfile.BadZipFile) as error:
        reason = getattr(error, "strerror", None) or error
        raise StoreError(f"can't read the backup {path}: {reason}") from error
    return {name: int(about["rows"]) for name, about in manifest["tables"].items()}


def _dump(connection: sa.Connection, table: sa.Table, archive: zipfile.ZipFile) -> dict[str, Any]:
    hashed, count = hashlib.sha256(), 0
    query = sa.select(table).order_by(*table.primary_key.columns)
    result = connection.execute(query, execution_options={"yield_per": AT_ONCE})
    with archive.open(_entry(f"{table.name}.jsonl"), "w", force_zip64=True) as file:
        for row in result.mappings():
            values = {str(name): _encode(value) for name, value in row.items()}
            line = json.dumps(values, sort_keys=True, allow_nan=False).encode("ascii") + b"\n"
            hashed.update(line)
            file.write(line)
            count += 1
    return {"rows": count, "sha256": hashed.hexdigest()}


def _verified(archive: zipfile.ZipFile, path: Path) -> dict[str, Any]:
    """Return the manifest of a whole backup that this version can read."""
    damaged = StoreError(f"the backup {path} is damaged; nothing was restored")
    try:
        manifest = json.loads(archive.read(MANIFEST))
        if manifest["format"] != FORMAT:
            raise StoreError(f"{path} is no claimtrack backup of a format known here")
        if manifest["revision"] not in migrate.KNOWN:
            raise SchemaMismatch(
                f"the backup {path} has the schema {manifest['revision']}, which this version "
                f"(schema {HEAD}) does not know; restore it with the newer claimtrack"
            )
        for name, about in manifest["tables"].items():
            hashed, count = hashlib.sha256(), 0
            with archive.open(f"{name}.jsonl") as file:
                for line in file:
                    hashed.update(line)
                    count += 1
            if hashed.hexdigest() != about["sha256"] or count != about["rows"]:
                raise damaged
    except (KeyError, ValueError, TypeError, zipfile.BadZipFile, EOFError) as error:
        raise damaged from error
    return cast("dict[str, Any]", manifest)


def _fill(
    connection: sa.Connection,
    archive: zipfile.ZipFile,
    manifest: dict[str, Any],
    location: engine.Location,
) -> None:
    revision = manifest["revision"]
    found = migrate.revision(connection)
    if found is None:
        migrate.upgrade(connection, revision)
    elif found != revision:
        raise StoreError(f"{location.shown} has the schema {found}; restore to a new place")
    tables = metadata
    if revision != HEAD:
        tables = sa.MetaData()
        tables.reflect(connection)
    data = [table for table in tables.sorted_tables if table.name != VERSION_TABLE]
    for table in data:
        if connection.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first():
            raise StoreError(f"the store {location.shown} is not empty; restore to a new place")
    for table in data:
        if table.name in manifest["tables"]:
            for rows in _lines(archive, table):
                connection.execute(table.insert(), rows)
    if revision != HEAD:
        migrate.upgrade(connection)


def _lines(archive: zipfile.ZipFile, table: sa.Table) -> Iterator[list[dict[str, Any]]]:
    """The table's rows as they go into the database, a few hundred at a time."""
    rows: list[dict[str, Any]] = []
    with archive.open(f"{table.name}.jsonl") as file:
        for line in file:
            values = json.loads(line)
            rows.append({name: _decode(table.c[name], value) for name, value in values.items()})
            if len(rows) == AT_ONCE:
                yield rows
                rows = []
    if rows:
        yield rows


def _encode(value: object) -> object:
    if isinstance(value, (bytes, memoryview)):
        return base64.b64encode(bytes(value)).decode("ascii")
    if isinstance(value, (dt.date, dt.datetime)):
        return value.isoformat()
    return value


def _decode(column: sa.Column[Any], value: Any) -> object:
    kind = column.type
    if value is None:
        # Python's None in a JSON column is JSON's null; an absent value is SQL's.
        return sa.null() if isinstance(kind, sa.JSON) else None
    if isinstance(kind, sa.LargeBinary):
        return base64.b64decode(value)
    if isinstance(kind, UtcDateTime):
        return dt.datetime.fromisoformat(value)
    if isinstance(kind, sa.DateTime):
        return dt.datetime.fromisoformat(value).replace(tzinfo=None)
    if isinstance(kind, sa.Date):
        return dt.date.fromisoformat(value)
    return value


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
