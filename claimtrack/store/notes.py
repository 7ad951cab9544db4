"""What people say of single claims: corrections and verdicts. Append-only, kept by place and quote.

Within the caller's transaction.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

import sqlalchemy as sa

from claimtrack.errors import InputError
from claimtrack.model import Claim, digest, normalise
from claimtrack.records import Correction, Rating
from claimtrack.store import rows, schema
from claimtrack.store.bearing import homes
from claimtrack.store.holders import next_id


def add(
    connection: sa.Connection,
    table: sa.Table,
    claim: Claim,
    values: Mapping[str, Any],
    *,
    note: str,
    reviewer: str,
    now: dt.datetime,
) -> int:
    """Record ``values`` of a stored claim; return the line's number."""
    place = homes(connection, [claim.id])[claim.id].place
    number = next_id(connection, table)
    line = {
        "id": number,
        "place_key": digest("identity", place),
        "identity": place,
        "quote": normalise(claim.quote),
        "note": note,
        "reviewer": reviewer,
        "at": now,
        **values,
    }
    connection.execute(table.insert(), line)
    return number


def undo(
    connection: sa.Connection, table: sa.Table, number: int, *, reviewer: str, now: dt.datetime
) -> int:
    """Take a line back by a new one; return its number.

    Raises InputError where there is no such line, or it was taken back already.
    """
    row = connection.execute(sa.select(table).where(table.c.id == number)).first()
    if row is None or row.undo_of is not None:
        raise InputError(f"there is no number {number} in the {table.name} to take back")
    if connection.execute(sa.select(table.c.id).where(table.c.undo_of == number)).first():
        raise InputError(f"number {number} of the {table.name} was taken back already")
    new = next_id(connection, table)
    kept = {key: value for key, value in row._mapping.items() if key not in ("id", "undo_of")}
    line = {**kept, "id": new, "note": "", "reviewer": reviewer, "at": now, "undo_of": number}
    connection.execute(table.insert(), line)
    return new


def corrections(connection: sa.Connection, places: Collection[str]) -> list[Correction]:
    """Return the corrections that stand at these places, the oldest first."""
    return [
        Correction(row.id, row.identity, row.quote, row.changes, row.note, row.reviewer, row.at)
        for row in _standing(connection, schema.corrections, places)
        if row.quote is not None
    ]


def ratings(connection: sa.Connection, places: Collection[str]) -> list[Rating]:
    """Return the verdicts that stand on claims at these places, the oldest first."""
    return [
        Rating(
            row.id,
            row.identity,
            row.quote,
            row.rating or "",
            row.reason,
            row.organisation,
            row.link,
            row.note,
            row.reviewer,
            row.at,
        )
        for row in _standing(connection, schema.verdicts, places)
        if row.quote is not None
    ]


def documents_of(connection: sa.Connection, table: sa.Table, number: int) -> list[str]:
    """Return the ids of the current documents that a line's claim stands in."""
    document = schema.documents.c
    key = sa.select(table.c.place_key).where(table.c.id == number).scalar_subquery()
    query = sa.select(document.id).where(document.identity_key == key, document.current.is_(True))
    return list(connection.execute(query.order_by(document.id)).scalars())


def _standing(
    connection: sa.Connection, table: sa.Table, places: Collection[str]
) -> list[sa.Row[Any]]:
    undone = sa.select(table.c.undo_of).where(table.c.undo_of.is_not(None))
    found: list[sa.Row[Any]] = []
    for part in rows.chunks(sorted({digest("identity", place) for place in places})):
        query = sa.select(table).where(
            table.c.place_key.in_(part), table.c.undo_of.is_(None), table.c.id.not_in(undone)
        )
        found.extend(connection.execute(query).all())
    return sorted(found, key=lambda row: row.id)
