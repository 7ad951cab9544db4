"""Runs of commands that write, and what the store holds. Within the caller's transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import sqlalchemy as sa

from claimtrack.model import Status
from claimtrack.records import FLAGS, Run
from claimtrack.store import schema
from claimtrack.store.holders import next_id

table = schema.runs


def start(
    connection: sa.Connection, kind: str, settings: Mapping[str, object], now: dt.datetime
) -> int:
    """Record that a run of ``kind`` begins; return its number."""
    number = next_id(connection, table)
    row = {"id": number, "kind": kind, "started": now, "settings": dict(settings), "counts": {}}
    connection.execute(table.insert(), row)
    return number


def finish(
    connection: sa.Connection, run: int, counts: Mapping[str, object], now: dt.datetime
) -> None:
    """Record that a run ended, and what it did."""
    connection.execute(
        table.update().where(table.c.id == run).values(finished=now, counts=dict(counts))
    )


def listed(connection: sa.Connection, *, limit: int | None = None) -> list[Run]:
    """Return runs, the newest first."""
    query = sa.select(table).order_by(table.c.id.desc())
    if limit is not None:
        query = query.limit(limit)
    return [
        Run(row.id, row.kind, row.started, row.finished, row.settings, row.counts)
        for row in connection.execute(query)
    ]


def stats(connection: sa.Connection) -> dict[str, int]:
    """Count what is stored: current documents and claims, versions, conflicts by state."""
    documents, claims, conflicts = schema.documents.c, schema.claims.c, schema.conflicts.c
    flags = conflicts.relation.in_([relation.value for relation in FLAGS])
    is_open = conflicts.status == Status.OPEN.value

    def count(*where: sa.ColumnElement[bool], of: sa.FromClause) -> int:
        query = sa.select(sa.func.count()).select_from(of).where(*where)
        return int(connection.execute(query).scalar_one())

    held = schema.claims.join(schema.documents, documents.id == claims.document)
    holders = (
        sa.select(sa.func.count(sa.distinct(schema.holder_aliases.c.holder)))
        .select_from(held.join(schema.holder_aliases, schema.holder_aliases.c.id == claims.alias))
        .where(documents.current.is_(True))
    )
    outlets = sa.select(sa.func.count(sa.distinct(sa.func.lower(documents.outlet))))
    return {
        "documents": count(documents.current.is_(True), of=schema.documents),
        "superseded": count(documents.current.is_(False), of=schema.documents),
        "outlets": int(connection.execute(outlets).scalar_one()),
        "claims": count(documents.current.is_(True), of=held),
        "holders": int(connection.execute(holders).scalar_one()),
        "vectors": count(of=schema.vectors),
        "conflicts": count(flags, is_open, of=schema.conflicts),
        "undecided": count(flags, is_open, conflicts.verdict.is_(None), of=schema.conflicts),
        "updates": count(sa.not_(flags), is_open, of=schema.conflicts),
        "withdrawn": count(sa.not_(is_open), of=schema.conflicts),
        "decisions": count(schema.decisions.c.undo_of.is_(None), of=schema.decisions),
        "runs": count(of=schema.runs),
    }
