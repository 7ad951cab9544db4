"""Reviewers' decisions: append-only. Within the caller's transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from claimtrack.errors import DecidedMeanwhile, InputError
from claimtrack.model import (
    Claim,
    Decision,
    Reason,
    Ruling,
    conflict_fingerprint,
    digest,
    normalise,
)
from claimtrack.records import Bearing, StoredConflict
from claimtrack.store import claims, rows, schema
from claimtrack.store.bearing import Home, bearing, decision_from, homes, place_key
from claimtrack.store.holders import next_id

table, copies = schema.decisions, schema.decision_copies


def add(
    connection: sa.Connection,
    stored: StoredConflict,
    ruling: Ruling,
    *,
    reviewer: str,
    now: dt.datetime,
    reason: Reason | None = None,
    note: str = "",
    expected: int | None = None,
) -> Decision:
    """Record a decision on a conflict and on the pairs that say the same.

    Raises InputError for a dismissal without a reason, or a reason without a dismissal, and
    DecidedMeanwhile where ``expected`` is not the number of the last decision on it.
    """
    if (ruling is Ruling.DISMISSED) != (reason is not None):
        reasons = ", ".join(Reason)
        raise InputError(f"a dismissal, and only that, has a reason: one of {reasons}")
    conflict = stored.conflict
    _check(connection, conflict.id, expected)
    named = [(conflict.a.id, conflict.b.id), *conflict.copies]
    wanted = {key for pair in named for key in pair}
    where = homes(connection, wanted)
    by_id = {claim.id: claim for claim in claims.listed(connection, ids=wanted)}
    pairs = [
        _sides(by_id[a], where[a], by_id[b], where[b])
        for a, b in named
        if a in where and b in where
    ]
    # The conflict keeps the fingerprint it was found under.
    row = {**pairs[0], "fingerprint": stored.fingerprint}
    row |= {
        "id": next_id(connection, table),
        "conflict": conflict.id,
        "verdict": ruling.value,
        "reason": reason.value if reason else None,
        "note": note,
        "reviewer": reviewer,
        "at": now,
        "undo_of": None,
    }
    connection.execute(table.insert(), row)
    others = [
        {**pair, "decision": row["id"], "number": number}
        for number, pair in enumerate(pairs[1:], start=1)
    ]
    if others:
        connection.execute(copies.insert(), others)
    refresh(connection, _touched(connection, pairs, named))
    return _one(connection, row["id"])


def undo(
    connection: sa.Connection,
    number: int,
    *,
    reviewer: str,
    now: dt.datetime,
    expected: int | None = None,
) -> Decision:
    """Take a decision back by a new line, which is returned; the one before it stands again.

    Raises InputError where there is no such decision, or it was taken back already, and
    DecidedMeanwhile where ``expected`` is not the number of the last decision on its conflict.
    """
    row = connection.execute(sa.select(table).where(table.c.id == number)).first()
    if row is None or row.undo_of is not None:
        raise InputError(f"there is no decision {number} to take back")
    _check(connection, row.conflict, expected)
    if connection.execute(sa.select(table.c.id).where(table.c.undo_of == number)).first():
        raise InputError(f"decision {number} was taken back already")
    new = next_id(connection, table)
    kept = ("fingerprint", "place", "conflict", "a_identity", "a_quote", "b_identity", "b_quote")
    values = {name: row._mapping[name] for name in kept}
    line = values | {"id": new, "note": "", "reviewer": reviewer, "at": now, "undo_of": number}
    connection.execute(table.insert(), line)
    more = connection.execute(sa.select(copies).where(copies.c.decision == number))
    pairs = [values, *(dict(other._mapping) for other in more)]
    refresh(connection, _touched(connection, pairs, _pair_of(connection, row.conflict)))
    return _one(connection, new)


def listed(connection: sa.Connection, fingerprint: str | None = None) -> list[Decision]:
    """Return the decisions on a fingerprint, or all, the oldest first."""
    query = sa.select(table).order_by(table.c.id)
    if fingerprint is not None:
        query = query.where(table.c.fingerprint == fingerprint)
    return [decision_from(row) for row in connection.execute(query)]


def refresh(connection: sa.Connection, conflicts: Collection[str]) -> int:
    """Copy the standing ruling to these conflicts; return how many had another one."""
    changed = 0
    for key, (now, before) in standing(connection, conflicts).items():
        if now != before:
            changed += 1
            update = schema.conflicts.update().where(schema.conflicts.c.id == key)
            connection.execute(update.values(verdict=now))
    return changed


def standing(
    connection: sa.Connection, conflicts: Collection[str]
) -> dict[str, tuple[str | None, str | None]]:
    """Return for each conflict the ruling that stands by the decisions, and the copied one."""
    column = schema.conflicts.c
    before: dict[str, str | None] = {}
    for part in rows.chunks(sorted(set(conflicts))):
        query = sa.select(column.id, column.verdict).where(column.id.in_(part))
        before.update((row.id, row.verdict) for row in connection.execute(query))
    return {
        key: (found.standing.ruling if found.standing else None, before[key])
        for key, found in bearing(connection, before).items()
    }


def _check(connection: sa.Connection, conflict: str, expected: int | None) -> None:
    if expected is None:
        return
    found = bearing(connection, [conflict]).get(conflict, Bearing())
    if found.last == expected:
        return
    last = found.history[-1] if found.history else None
    if last is None:
        raise InputError(f"there is no decision {expected} on conflict {conflict}")
    did = f"{last.reviewer} " + (
        f"took decision {last.undo_of} back"
        if last.ruling is None
        else f"decided “{last.ruling.value}”" + (f" ({last.reason.value})" if last.reason else "")
    )
    raise DecidedMeanwhile(
        f"{did} on {last.at:%Y-%m-%d at %H:%M} UTC, after this was shown; look again", last.id
    )


def _one(connection: sa.Connection, number: int) -> Decision:
    return decision_from(connection.execute(sa.select(table).where(table.c.id == number)).one())


def _sides(a: Claim, in_a: Home, b: Claim, in_b: Home) -> dict[str, Any]:
    return {
        "fingerprint": conflict_fingerprint(a, in_a.document, b, in_b.document),
        "place": place_key((in_a.place, in_b.place)),
        "a_identity": in_a.place,
        "a_quote": normalise(a.quote),
        "b_identity": in_b.place,
        "b_quote": normalise(b.quote),
    }


def _pair_of(connection: sa.Connection, conflict: str) -> list[tuple[str, str]]:
    column = schema.conflicts.c
    row = connection.execute(sa.select(column.a, column.b).where(column.id == conflict)).first()
    return [] if row is None else [(row.a, row.b)]


def _touched(
    connection: sa.Connection,
    pairs: Sequence[Mapping[str, Any]],
    named: Sequence[tuple[str, str]],
) -> list[str]:
    """The conflicts that a decision may rule: at its places, or with its pair as a copy."""
    document, claim, conflict = schema.documents.c, schema.claims.c, schema.conflicts.c
    keys = {digest("identity", pair[f"{side}_identity"]) for pair in pairs for side in ("a", "b")}
    found: set[str] = set()
    inside = (
        sa.select(claim.id)
        .join(schema.documents, document.id == claim.document)
        .where(document.identity_key.in_(sorted(keys)))
    )
    query = sa.select(conflict.id).where(conflict.a.in_(inside), conflict.b.in_(inside))
    found.update(connection.execute(query).scalars())
    for a, b in named:
        text = sa.cast(conflict.copies, sa.Text)
        holding = sa.select(conflict.id).where(text.contains(a), text.contains(b))
        found.update(connection.execute(holding).scalars())
    return sorted(found)
