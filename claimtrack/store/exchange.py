"""A store as files that other programs read: a table a file, as JSON Lines, CSV or Parquet.

``manifest.json`` names the encoding, the schema's revision and the rows of each table. Reading the
files back gives an equal store; a backup is smaller, this is for looking into and working with.
"""

from __future__ import annotations

import base64
import csv
import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from claimtrack.errors import SchemaMismatch, StoreError
from claimtrack.store import engine, migrate
from claimtrack.store.backup import AT_ONCE
from claimtrack.store.repository import Store
from claimtrack.store.schema import HEAD, VERSION_TABLE, UtcDateTime, metadata

FORMAT = "claimtrack.export/1"
MANIFEST = "manifest.json"
ENCODINGS = ("jsonl", "csv", "parquet")
Row = dict[str, Any]

_NULL = r"\N"
"""How a missing value stands in CSV, as PostgreSQL and MySQL write it."""
# What a spreadsheet takes for a formula; and the signs that undo it and mark a missing value.
_GUARDED = ("=", "+", "-", "@", "\t", "\r", "'", "\\", "＝", "＋", "－", "＠")


def export(store: Store, folder: Path, encoding: str) -> dict[str, int]:
    """Write one state of the store to ``folder``; return the rows of each table.

    Raises StoreError where the folder holds something already or can't be written, or where
    Parquet is asked for and its library is not installed.
    """
    if folder.exists() and any(folder.iterdir()):
        raise StoreError(f"{folder.as_posix()} is not empty; export to a new folder")
    counts: dict[str, int] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with store.reading() as connection:
            for table in metadata.sorted_tables:
                query = sa.select(table).order_by(*table.primary_key.columns)
                found = connection.execute(query, execution_options={"yield_per": AT_ONCE})
                rows = ({str(k): v for k, v in row.items()} for row in found.mappings())
                file = folder / f"{table.name}.{encoding}"
                counts[table.name] = _WRITERS[encoding](file, table, rows)
        manifest = {"format": FORMAT, "encoding": encoding, "revision": HEAD, "tables": counts}
        text = json.dumps(manifest, indent=2) + "\n"
        (folder / MANIFEST).write_text(text, encoding="utf-8")
    except OSError as error:
        raise StoreError(f"can't export to {folder.as_posix()}: {error.strerror}") from error
    return counts


def import_store(folder: Path, address: str | Path) -> dict[str, int]:
    """Fill the empty or missing store at ``address`` from an export; return the rows of each table.

    Writes all or nothing. Raises StoreError for files that are damaged or none, or a store that
    is not empty; SchemaMismatch for an export of another schema.
    """
    manifest = _manifest(folder)
    location = engine.locate(address)
    bound = engine.make_engine(location, create=True)
    try:
        with engine.writing(bound) as connection:
            _fill(connection, folder, manifest, location)
    except (OSError, ValueError, KeyError, TypeError, sa.exc.IntegrityError) as error:
        what = str(error).splitlines()[0]
        raise StoreError(f"the export {folder.as_posix()} is damaged: {what}") from error
    finally:
        bound.dispose()
    return {str(name): int(rows) for name, rows in manifest["tables"].items()}


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        known = found["format"] == FORMAT and found["encoding"] in ENCODINGS
        revision, _ = found["revision"], found["tables"].items()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(
            f"{folder.as_posix()} is no export: it has no {MANIFEST} that can be read"
        ) from error
    if not known:
        raise StoreError(f"{folder.as_posix()} is no export of a format known here")
    if revision != HEAD:
        raise SchemaMismatch(
            f"the export {folder.as_posix()} has the schema {revision}, this version {HEAD}; "
            "export again with this version, or move the store by backup and restore"
        )
    return found


def _fill(
    connection: sa.Connection, folder: Path, manifest: dict[str, Any], location: engine.Location
) -> None:
    if migrate.revision(connection) is None:
        migrate.upgrade(connection)
    data = [table for table in metadata.sorted_tables if table.name != VERSION_TABLE]
    for table in data:
        if connection.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first():
            raise StoreError(f"the store {location.shown} is not empty; import to a new place")
    for table in data:
        encoding = manifest["encoding"]
        file = folder / f"{table.name}.{encoding}"
        count = 0
        for rows in _batches(_READERS[encoding](file, table)):
            connection.execute(table.insert(), rows)
            count += len(rows)
        if count != manifest["tables"][table.name]:
            raise ValueError(f"{file.name} has {count} rows")


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


# -- JSON Lines ----------------------------------------------------------------------------------


def _write_jsonl(file: Path, table: sa.Table, rows: Iterable[Row]) -> int:
    count = 0
    with file.open("w", encoding="utf-8", newline="\n") as out:
        for row in rows:
            values = {name: _to_json(value) for name, value in row.items()}
            out.write(json.dumps(values, ensure_ascii=False, allow_nan=False) + "\n")
            count += 1
    return count


def _read_jsonl(file: Path, table: sa.Table) -> Iterator[Row]:
    with file.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            values = json.loads(line)
            yield {c.name: _value(c, values[c.name]) for c in table.columns}


def _to_json(value: object) -> object:
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode("ascii")
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


def _value(column: sa.Column[Any], value: Any) -> Any:
    kind = column.type
    if value is None:
        # Python's None in a JSON column is JSON's null; an absent value is SQL's.
        return sa.null() if isinstance(kind, sa.JSON) else None
    if isinstance(kind, sa.LargeBinary):
        return base64.b64decode(value)
    if isinstance(kind, UtcDateTime | sa.DateTime):
        return dt.datetime.fromisoformat(value)
    if isinstance(kind, sa.Date):
        return dt.date.fromisoformat(value)
    return value


# -- CSV -----------------------------------------------------------------------------------------


def _write_csv(file: Path, table: sa.Table, rows: Iterable[Row]) -> int:
    count = 0
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow([column.name for column in table.columns])
        for row in rows:
            writer.writerow([_to_cell(column, row[column.name]) for column in table.columns])
            count += 1
    return count


def _read_csv(file: Path, table: sa.Table) -> Iterator[Row]:
    # An article stands in one cell.
    csv.field_size_limit(2**31 - 1)
    with file.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines, strict=True):
            yield {c.name: _from_cell(c, row[c.name]) for c in table.columns}


def _to_cell(column: sa.Column[Any], value: object) -> str:
    if value is None:
        return _NULL
    if isinstance(column.type, sa.JSON):
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    elif isinstance(value, bool):
        return "true" if value else "false"
    elif isinstance(value, int | float):
        return repr(value)
    else:
        text = str(_to_json(value))
    return f"'{text}" if text.startswith(_GUARDED) else text


def _from_cell(column: sa.Column[Any], cell: str) -> Any:
    kind = column.type
    if cell == _NULL:
        return _value(column, None)
    if isinstance(kind, sa.Boolean):
        return {"true": True, "false": False}[cell]
    if isinstance(kind, sa.Integer):
        return int(cell)
    if isinstance(kind, sa.Float):
        return float(cell)
    text = cell.removeprefix("'")
    return json.loads(text) if isinstance(kind, sa.JSON) else _value(column, text)


# -- Parquet -------------------------------------------------------------------------------------


def _parquet() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise StoreError(
            "Parquet needs the package pyarrow; pip install 'claimtrack[parquet]'"
        ) from error
    return pyarrow, pyarrow.parquet


def _write_parquet(file: Path, table: sa.Table, rows: Iterable[Row]) -> int:
    arrow, parquet = _parquet()
    schema = arrow.schema([(column.name, _arrow_type(arrow, column)) for column in table.columns])
    count = 0
    with parquet.ParquetWriter(file, schema) as out:
        for batch in _batches(rows):
            values = [{c.name: _to_arrow(c, row[c.name]) for c in table.columns} for row in batch]
            out.write_table(arrow.Table.from_pylist(values, schema=schema))
            count += len(batch)
    return count


def _read_parquet(file: Path, table: sa.Table) -> Iterator[Row]:
    _, parquet = _parquet()
    with parquet.ParquetFile(file) as opened:
        for batch in opened.iter_batches(batch_size=AT_ONCE):
            for row in batch.to_pylist():
                yield {c.name: _from_arrow(c, row[c.name]) for c in table.columns}


def _arrow_type(arrow: Any, column: sa.Column[Any]) -> Any:
    kinds: list[tuple[type, Any]] = [
        (sa.Boolean, arrow.bool_()),
        (sa.Integer, arrow.int64()),
        (sa.Float, arrow.float64()),
        (sa.LargeBinary, arrow.binary()),
        (UtcDateTime, arrow.timestamp("us", tz="UTC")),
        (sa.DateTime, arrow.timestamp("us")),
        (sa.Date, arrow.date32()),
    ]
    return next((found for kind, found in kinds if isinstance(column.type, kind)), arrow.string())


def _to_arrow(column: sa.Column[Any], value: Any) -> Any:
    if isinstance(column.type, sa.JSON) and value is not None:
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    return bytes(value) if isinstance(value, memoryview) else value


def _from_arrow(column: sa.Column[Any], value: Any) -> Any:
    if isinstance(column.type, sa.JSON):
        return sa.null() if value is None else json.loads(value)
    return value


_WRITERS: dict[str, Callable[[Path, sa.Table, Iterable[Row]], int]] = {
    "jsonl": _write_jsonl,
    "csv": _write_csv,
    "parquet": _write_parquet,
}
_READERS: dict[str, Callable[[Path, sa.Table], Iterator[Row]]] = {
    "jsonl": _read_jsonl,
    "csv": _read_csv,
    "parquet": _read_parquet,
}
