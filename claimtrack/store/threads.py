"""Threads: which claims are on one proposition. Within the caller's transaction."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from claimtrack.model import Claim, Document, Ruling, Status
from claimtrack.records import FLAGS, Member, Seat, StoredThread
from claimtrack.store import claims, documents, holders, rows, schema
from claimtrack.store.holders import next_id

table, seated, merges = schema.threads, schema.thread_claims, schema.thread_merges


def seats(connection: sa.Connection, found: Collection[str]) -> dict[str, Seat]:
    """Return the seats of these claims and, by claim, those of their threads' anchors."""
    taken: dict[str, Seat] = {}
    for part in rows.chunks(sorted(set(found))):
        mine = sa.select(seated.c.thread).where(seated.c.claim.in_(part))
        query = sa.select(seated).where(
            seated.c.claim.in_(part) | (seated.c.anchor.is_(True) & seated.c.thread.in_(mine))
        )
        for row in connection.execute(query):
            taken[row.claim] = Seat(row.claim, row.thread, row.denies, row.anchor)
    return taken


def seat(
    connection: sa.Connection,
    new: Sequence[Seat],
    joined: Sequence[tuple[str, str, bool]],
    now: dt.datetime,
) -> None:
    """Give claims their seats and make threads one; every merge is recorded."""
    ids = sorted({one.thread for one in new} | {into for _, into, _ in joined})
    known: set[str] = set()
    for part in rows.chunks(ids):
        found = connection.execute(sa.select(table.c.id).where(table.c.id.in_(part)))
        known.update(found.scalars())
    missing = [{"id": key, "opened": now, "merged_into": None} for key in ids if key not in known]
    if missing:
        connection.execute(table.insert(), missing)
    put(connection, new)
    for gone, into, turn in joined:
        moved = connection.execute(sa.select(seated).where(seated.c.thread == gone)).all()
        connection.execute(
            seated.update()
            .where(seated.c.thread == gone)
            .values(
                thread=into,
                anchor=False,
                denies=sa.not_(seated.c.denies) if turn else seated.c.denies,
            )
        )
        connection.execute(
            table.update()
            .where((table.c.id == gone) | (table.c.merged_into == gone))
            .values(merged_into=into)
        )
        connection.execute(
            merges.insert(),
            {
                "id": next_id(connection, merges),
                "thread": gone,
                "into": into,
                "claims": sorted(row.claim for row in moved),
                "at": now,
            },
        )


def put(connection: sa.Connection, new: Sequence[Seat]) -> None:
    """Give claims their seats in threads that are there."""
    for part in rows.chunks([one.claim for one in new]):
        connection.execute(seated.delete().where(seated.c.claim.in_(part)))
    values = [
        {"claim": one.claim, "thread": one.thread, "denies": one.denies, "anchor": one.anchor}
        for one in new
    ]
    if values:
        connection.execute(seated.insert(), values)


def inherit(connection: sa.Connection, old: Collection[Claim], new: Sequence[Claim]) -> list[Seat]:
    """Return the seats that ``new`` claims take over from ``old`` ones they stand in place of.

    Called before the old claims are deleted; spans that overlap by half are the same. An id
    survives what a better extractor makes of its claims.
    """
    taken = seats(connection, [claim.id for claim in old])
    heirs: list[Seat] = []
    anchored: set[str] = set()
    for claim in new:
        best = max(old, key=lambda one: _overlap(claim, one), default=None)
        if best is None or best.id not in taken or not _overlap(claim, best):
            continue
        was = taken[best.id]
        heirs.append(
            Seat(claim.id, was.thread, was.denies, was.anchor and was.thread not in anchored)
        )
        if was.anchor:
            anchored.add(was.thread)
    return heirs


def _overlap(a: Claim, b: Claim) -> float:
    """The share of the shorter span that both have; 0 under a half."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    share = shared / max(1, min(a.end - a.start, b.end - b.start))
    return share if share >= 0.5 else 0.0


def find(connection: sa.Connection, prefix: str) -> str:
    """Return the id of the thread whose id starts so, or of the one it went into.

    Raises InputError for none or several.
    """
    key = documents.one_id(connection, table, prefix, "thread", "threads")
    into = connection.execute(sa.select(table.c.merged_into).where(table.c.id == key)).scalar()
    return str(into or key)


def listed(
    connection: sa.Connection,
    *,
    contested: bool = False,
    holder: str | None = None,
    smallest: int = 2,
    limit: int | None = None,
) -> list[str]:
    """Return the ids of threads with claims in current text, those with most claims first.

    ``contested`` keeps those with both sides and no dismissal, or with a flag that stands;
    ``holder`` those in which it speaks. Raises InputError for a holder that is not stored.
    """
    claim, document = schema.claims, schema.documents
    size = sa.func.count(claim.c.id)
    query = (
        sa.select(seated.c.thread)
        .join(claim, claim.c.id == seated.c.claim)
        .join(document, document.c.id == claim.c.document)
        .where(document.c.current.is_(True))
        .group_by(seated.c.thread)
        .having(size >= smallest)
        .order_by(size.desc(), seated.c.thread)
    )
    if contested:
        both = sa.func.count(sa.distinct(sa.cast(seated.c.denies, sa.Integer))) == 2
        flagged, dismissed = (
            seated.c.thread.in_(sa.select(_flags(no).subquery().c.thread)) for no in (False, True)
        )
        query = query.having(sa.or_(flagged, sa.and_(both, sa.not_(dismissed))))
    if holder is not None:
        aliases = schema.holder_aliases.c
        mine = (
            sa.select(seated.c.thread)
            .join(claim, claim.c.id == seated.c.claim)
            .join(schema.holder_aliases, aliases.id == claim.c.alias)
            .where(aliases.holder == holders.find(connection, holder))
        )
        query = query.where(seated.c.thread.in_(mine))
    if limit is not None:
        query = query.limit(limit)
    return list(connection.execute(query).scalars())


def by_ids(connection: sa.Connection, ids: Sequence[str]) -> list[StoredThread]:
    """Return threads with all that belongs to them, in the order of ``ids``. Five queries."""
    wanted = sorted(set(ids))
    found: list[sa.Row[Any]] = []
    for part in rows.chunks(wanted):
        found.extend(connection.execute(sa.select(seated).where(seated.c.thread.in_(part))).all())
    by_id = {c.id: c for c in claims.listed(connection, ids=[row.claim for row in found])}
    homes = _homes(connection, {claim.document for claim in by_id.values()})
    members: dict[str, list[Member]] = defaultdict(list)
    for row in found:
        claim = by_id[row.claim]
        if claim.document in homes:
            members[row.thread].append(Member(claim, homes[claim.document], row.denies, row.anchor))
    flags, dismissed = (_grouped(connection, wanted, no) for no in (False, True))
    merged: dict[str, list[str]] = defaultdict(list)
    for part in rows.chunks(wanted):
        query = sa.select(table.c.merged_into, table.c.id).where(table.c.merged_into.in_(part))
        for into, gone in connection.execute(query.order_by(table.c.id)):
            merged[into].append(gone)
    return [
        StoredThread(
            key,
            tuple(sorted(members[key], key=_order)),
            tuple(flags[key]),
            len(dismissed[key]),
            tuple(merged[key]),
        )
        for key in ids
        if key in members
    ]


def of_holder(connection: sa.Connection, name: str) -> list[tuple[str | None, Member]]:
    """Return the current claims of a holder, the oldest first, each with its thread.

    Raises InputError for no such holder, or several.
    """
    found = claims.listed(connection, holder=holders.find(connection, name))
    homes = _homes(connection, {claim.document for claim in found})
    taken = seats(connection, [claim.id for claim in found])
    members = [
        (
            taken[claim.id].thread if claim.id in taken else None,
            Member(
                claim,
                homes[claim.document],
                claim.id in taken and taken[claim.id].denies,
                claim.id in taken and taken[claim.id].anchor,
            ),
        )
        for claim in found
    ]
    return sorted(members, key=lambda one: _order(one[1]))


def _order(member: Member) -> tuple[bool, dt.date, str, int]:
    day = member.claim.report_time.end if member.claim.report_time else member.document.published
    return (day is None, day or dt.date.min, member.claim.document, member.claim.start)


def _homes(connection: sa.Connection, ids: Collection[str]) -> dict[str, Document]:
    """The current documents among these, without their texts or what counts lines in them."""
    column = schema.documents.c
    bare: list[Any] = [item for item in schema.documents.c if item.name != "text"]
    found: dict[str, Document] = {}
    for part in rows.chunks(sorted(ids)):
        query: sa.Select[Any] = sa.select(*bare, sa.literal("").label("text"))
        for row in connection.execute(query.where(column.id.in_(part), column.current.is_(True))):
            found[row.id] = replace(rows.document_from(row), first_line=None)
    return found


def _flags(dismissed: bool) -> sa.Select[Any]:
    """Open flags with both sides in one thread: those that were dismissed, or the others."""
    conflict, a, b = schema.conflicts.c, seated.alias(), seated.alias()
    verdict = conflict.verdict
    no = Ruling.DISMISSED.value
    return (
        sa.select(a.c.thread, conflict.id)
        .join(schema.conflicts, conflict.a == a.c.claim)
        .join(b, sa.and_(b.c.claim == conflict.b, b.c.thread == a.c.thread))
        .where(conflict.status == Status.OPEN.value)
        .where(conflict.relation.in_([relation.value for relation in FLAGS]))
        .where(verdict == no if dismissed else sa.or_(verdict.is_(None), verdict != no))
    )


def _grouped(
    connection: sa.Connection, ids: Sequence[str], dismissed: bool
) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    flags = _flags(dismissed).subquery()
    for part in rows.chunks(ids):
        query = sa.select(flags).where(flags.c.thread.in_(part)).order_by(flags.c.id)
        for row in connection.execute(query):
            found[row.thread].append(row.id)
    return found
