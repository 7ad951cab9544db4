"""Documents and their versions. Every function works within the caller's transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa

from claimtrack.errors import InputError
from claimtrack.model import Document, normalise
from claimtrack.records import StoredDocument
from claimtrack.store import rows, schema

table = schema.documents

SAME_ARTICLE = 0.3
"""Share of word trigrams (of the smaller text) from which two texts of one page are versions.

Only asked where a page holds several articles: edits keep most of a text, while two reports on
one subject share hardly a tenth (names and stock phrases).
"""


def add(
    connection: sa.Connection,
    document: Document,
    *,
    siblings: Collection[str],
    run: int | None,
    now: dt.datetime,
) -> bool:
    """Add a document, or make a known text current again; return whether that changed anything.

    Where it takes the place of an older text at the same address, that one stays, not current.
    ``siblings`` are the ids of all documents read from the same file or page: they stand beside
    each other.
    """
    known = connection.execute(
        sa.select(table.c.id, table.c.current).where(table.c.id == document.id)
    ).first()
    if known is not None and known.current:
        if run is not None:
            _update(connection, document.id, seen_run=run)
        return False
    old = _superseded(connection, document, set(siblings) | {document.id}, run)
    series = document.id if old is None else old[1]
    latest = sa.select(sa.func.max(table.c.version)).where(table.c.series == series)
    version = (connection.execute(latest).scalar() or 0) + 1
    if old is not None:
        _update(connection, old[0], current=False)
    place = {"series": series, "version": version, "current": True, "seen_run": run}
    if known is not None:
        # The text went back to an earlier state: its claims are still here.
        _update(connection, document.id, **place)
        return True
    connection.execute(
        table.insert(),
        {**rows.document_row(document), **place, "ingested_at": now, "run": run},
    )
    return True


def has(connection: sa.Connection, document: str) -> bool:
    """Whether a document of this id is stored, current or not."""
    return (
        connection.execute(sa.select(table.c.id).where(table.c.id == document)).first() is not None
    )


def find(connection: sa.Connection, prefix: str) -> StoredDocument:
    """Return the document whose id starts with ``prefix``. Raises InputError for none or many."""
    return by_ids(connection, [one_id(connection, table, prefix, "document", "documents")])[0]


def one_id(connection: sa.Connection, of: sa.Table, prefix: str, name: str, command: str) -> str:
    """Return the one id that starts with ``prefix``. Raises InputError for none or several."""
    wanted = of.c.id.startswith(prefix, autoescape=True)
    found = connection.execute(sa.select(of.c.id).where(wanted).order_by(of.c.id).limit(4))
    ids = list(found.scalars())
    if prefix in ids:
        return prefix
    if not prefix or not ids:
        raise InputError(f"no {name} {prefix!r} in the store; `claimtrack {command}` lists them")
    if len(ids) > 1:
        some = ", ".join(ids[:3])
        raise InputError(f"several {name}s start with {prefix!r} ({some}); give more of the id")
    return str(ids[0])


def by_ids(connection: sa.Connection, ids: Collection[str]) -> list[StoredDocument]:
    """Return the documents with these ids, sorted by id; unknown ids are left out."""
    found: list[StoredDocument] = []
    for part in rows.chunks(sorted(set(ids))):
        found.extend(
            _stored(connection, _select().where(table.c.id.in_(part)).order_by(table.c.id))
        )
    return found


def listed(
    connection: sa.Connection,
    *,
    outlet: str | None = None,
    after: dt.date | None = None,
    before: dt.date | None = None,
    text: str | None = None,
    path: str | None = None,
    current: bool | None = True,
    limit: int | None = None,
    offset: int = 0,
) -> list[StoredDocument]:
    """Return documents, the newest first and the undated last; None means any.

    ``after`` and ``before`` bound the day of publication (inclusive, exclusive), ``text`` is
    sought in title and text, ``path`` is the exact path or URL.
    """
    query = _select()
    if outlet is not None:
        query = query.where(sa.func.lower(table.c.outlet) == outlet.lower())
    if after is not None:
        query = query.where(table.c.published >= after)
    if before is not None:
        query = query.where(table.c.published < before)
    if text is not None:
        query = query.where(
            table.c.text.icontains(text, autoescape=True)
            | table.c.title.icontains(text, autoescape=True)
        )
    if path is not None:
        query = query.where((table.c.path == path) | (table.c.url == path))
    if current is not None:
        query = query.where(table.c.current.is_(current))
    query = query.order_by(
        table.c.published.is_(None), table.c.published.desc(), table.c.ingested_at, table.c.id
    )
    if offset:
        query = query.offset(offset)
    return _stored(connection, query.limit(limit) if limit is not None else query)


def versions(connection: sa.Connection, series: str) -> list[StoredDocument]:
    """Return all versions of one article, the first one first."""
    query = _select().where(table.c.series == series).order_by(table.c.version)
    return _stored(connection, query)


def expired(connection: sa.Connection, before: dt.date) -> list[str]:
    """Return the ids of current documents of which every version is from before a day.

    A version counts from its publication, else from the day on which it was stored.
    """
    query = sa.select(table.c.id, table.c.series, table.c.current, table.c.published)
    newest: dict[str, dt.date] = {}
    current: dict[str, str] = {}
    for row in connection.execute(query.add_columns(table.c.ingested_at)):
        day = row.published or row.ingested_at.date()
        newest[row.series] = max(day, newest.get(row.series, day))
        if row.current:
            current[row.series] = row.id
    return sorted(current[series] for series, day in newest.items() if day < before)


def delete(connection: sa.Connection, ids: Collection[str]) -> list[str]:
    """Delete the documents with all their versions; return the ids that are gone, sorted.

    Claims, vectors, assessments, conflicts and scans go with them by foreign key. Decisions
    stay (they are keyed by digests), but not the quotes in them.
    """
    gone: set[str] = set()
    places: set[str] = set()
    for part in rows.chunks(sorted(set(ids))):
        series = sa.select(table.c.series).where(table.c.id.in_(part))
        found = connection.execute(
            sa.select(table.c.id, table.c.identity).where(table.c.series.in_(series))
        ).all()
        gone.update(row.id for row in found)
        places.update(row.identity for row in found)
    for part in rows.chunks(sorted(gone)):
        connection.execute(table.delete().where(table.c.id.in_(part)))
    _forget_quotes(connection, places)
    _drop_empty_threads(connection)
    _drop_unused_holders(connection)
    return sorted(gone)


def _forget_quotes(connection: sa.Connection, places: Collection[str]) -> None:
    """Blank the quotes of decisions on documents of which no text is left."""
    for place in sorted(places):
        left = sa.select(table.c.id).where(table.c.identity == place).limit(1)
        if connection.execute(left).first() is not None:
            continue
        for record in (schema.decisions, schema.decision_copies):
            for side in ("a", "b"):
                connection.execute(
                    record.update()
                    .where(record.c[f"{side}_identity"] == place)
                    .values({f"{side}_quote": None})
                )
        notes = {"quote": None}
        connection.execute(
            schema.corrections.update()
            .where(schema.corrections.c.identity == place)
            .values(**notes, changes={})
        )
        connection.execute(
            schema.verdicts.update().where(schema.verdicts.c.identity == place).values(notes)
        )


def _drop_empty_threads(connection: sa.Connection) -> None:
    """Drop the threads without a claim, but those that went into another."""
    threads = schema.threads
    full = sa.select(schema.thread_claims.c.thread)
    connection.execute(
        threads.delete().where(threads.c.id.not_in(full), threads.c.merged_into.is_(None))
    )


def _drop_unused_holders(connection: sa.Connection) -> None:
    """Drop the names that no claim is filed under any more, unless a merge or split moved them."""
    moved: set[str] = set()
    for moves in connection.execute(sa.select(schema.holder_changes.c.moves)).scalars():
        moved.update(name for move in moves for name in move)
    aliases, holders = schema.holder_aliases, schema.holders
    used = sa.select(schema.claims.c.alias)
    unused = connection.execute(sa.select(aliases.c.id).where(aliases.c.id.not_in(used)))
    free = sorted(set(unused.scalars()) - moved)
    for part in rows.chunks(free):
        connection.execute(aliases.delete().where(aliases.c.id.in_(part)))
        connection.execute(holders.delete().where(holders.c.id.in_(part)))


def _superseded(
    connection: sa.Connection, document: Document, siblings: Collection[str], run: int | None
) -> tuple[str, str] | None:
    """Id and series of the current document whose place ``document`` takes, if any."""
    found = connection.execute(
        sa.select(table.c.id, table.c.series, table.c.title, table.c.seen_run)
        .where(table.c.identity_key == rows.document_row(document)["identity_key"])
        .where(table.c.current.is_(True))
        .order_by(table.c.id)
    ).all()
    # What this run has read at the same address stands beside it, not behind it.
    others = [
        row for row in found if row.id not in siblings and (run is None or row.seen_run != run)
    ]
    if len(found) == 1 and len(siblings) == 1:
        return (others[0].id, others[0].series) if others else None
    title = normalise(document.title or "")
    for row in others:
        if title and normalise(row.title or "") == title:
            return row.id, row.series
    shingles = _shingles(document.text)
    best, best_share = None, SAME_ARTICLE
    for part in rows.chunks([row.id for row in others], 50):
        texts = connection.execute(sa.select(table.c.id, table.c.text).where(table.c.id.in_(part)))
        for other, text in texts:
            theirs = _shingles(text)
            share = len(shingles & theirs) / max(1, min(len(shingles), len(theirs)))
            if share > best_share:
                best, best_share = other, share
    return next(((row.id, row.series) for row in others if row.id == best), None)


def _shingles(text: str) -> set[tuple[str, str, str]]:
    words = normalise(text).split()
    return set(zip(words, words[1:], words[2:], strict=False))


def _update(connection: sa.Connection, document: str, **values: object) -> None:
    connection.execute(table.update().where(table.c.id == document).values(values))


def _select() -> sa.Select[Any]:
    count = (
        sa.select(sa.func.count())
        .select_from(schema.claims)
        .where(schema.claims.c.document == table.c.id)
        .scalar_subquery()
    )
    return sa.select(table, count.label("claim_count"))


def _stored(connection: sa.Connection, query: sa.Select[Any]) -> list[StoredDocument]:
    found: Sequence[sa.Row[Any]] = connection.execute(query).all()
    return [
        StoredDocument(
            document=rows.document_from(row),
            series=row.series,
            version=row.version,
            current=row.current,
            ingested_at=row.ingested_at,
            claims=row.claim_count,
        )
        for row in found
    ]
