"""What a review queue is sorted and counted by. Within the caller's transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import sqlalchemy as sa

from claimtrack.model import Claim, Conflict, ConflictType, Relation, Ruling, Status
from claimtrack.records import QueueKey
from claimtrack.store import claims, rows, schema
from claimtrack.text.wire import voices

table = schema.conflicts

# For thousands of rows a look-up costs half of what an enum's call does.
_RELATIONS = {one.value: one for one in Relation}
_TYPES = {one.value: one for one in ConflictType}
_STATUSES = {one.value: one for one in Status}
_RULINGS: dict[str | None, Ruling | None] = {None: None, **{one.value: one for one in Ruling}}


class Printed(NamedTuple):
    """Where and when a claim's document was published."""

    outlet: str
    day: dt.date | None


def keys(connection: sa.Connection, where: Sequence[sa.ColumnElement[bool]]) -> list[QueueKey]:
    """Return the keys of the conflicts that meet every condition, sorted by id. One query."""
    column = table.c
    first, second = schema.thread_claims.alias(), schema.thread_claims.alias()
    query = sa.select(
        column.id,
        column.score,
        column.relation,
        column.type,
        column.status,
        column.verdict,
        column.outlets,
        column.newest,
        first.c.thread.label("of_a"),
        second.c.thread.label("of_b"),
    ).select_from(
        table.outerjoin(first, first.c.claim == column.a).outerjoin(
            second, second.c.claim == column.b
        )
    )
    return [
        QueueKey(
            row.id,
            row.score,
            _RELATIONS[row.relation],
            _TYPES[row.type],
            _STATUSES[row.status],
            _RULINGS[row.verdict],
            row.outlets or 2,
            row.newest,
            (min(row.of_a, row.of_b), max(row.of_a, row.of_b)) if row.of_a and row.of_b else None,
        )
        for row in connection.execute(query.where(*where).order_by(column.id)).all()
    ]


def weights(connection: sa.Connection, found: Sequence[Conflict]) -> dict[str, rows.Json]:
    """Return for each conflict its columns ``outlets`` and ``newest``."""
    copied = {key for conflict in found for pair in conflict.copies for key in pair}
    by_id = {claim.id: claim for claim in claims.listed(connection, ids=copied)} if copied else {}
    own = {claim.id: claim for conflict in found for claim in (conflict.a, conflict.b)}
    by_id = {**by_id, **own}
    printed = _printed(connection, sorted(by_id))
    return {conflict.id: _weight(conflict, by_id, printed) for conflict in found}


def _weight(
    conflict: Conflict, by_id: Mapping[str, Claim], printed: Mapping[str, Printed]
) -> rows.Json:
    sides: tuple[list[Claim], list[Claim]] = ([conflict.a], [conflict.b])
    for first, second in conflict.copies:
        if first in by_id and second in by_id:
            one, two = by_id[first], by_id[second]
            if _alike(one, conflict.a) + _alike(two, conflict.b) < _alike(one, conflict.b) + _alike(
                two, conflict.a
            ):
                one, two = two, one
            sides[0].append(one)
            sides[1].append(two)
    number = 0
    for side in sides:
        unique = {claim.id: claim for claim in side}.values()
        told = voices([(printed[claim.id].outlet, claim.quote) for claim in unique])
        number += max(told) + 1
    days = [
        claim.report_time.end if claim.report_time else printed[claim.id].day
        for claim in (conflict.a, conflict.b)
    ]
    newest = max((day for day in days if day is not None), default=None)
    return {"outlets": number, "newest": newest}


def _alike(a: Claim, b: Claim) -> float:
    from rapidfuzz.fuzz import ratio

    return 100.0 if a.id == b.id else ratio(a.statement, b.statement)


def _printed(connection: sa.Connection, ids: Sequence[str]) -> dict[str, Printed]:
    """The outlet of each claim's document (its id where none is named), and its day."""
    document, claim = schema.documents.c, schema.claims.c
    found: dict[str, Printed] = {}
    for part in rows.chunks(ids):
        query = (
            sa.select(claim.id, document.id.label("home"), document.outlet, document.published)
            .join(schema.documents, document.id == claim.document)
            .where(claim.id.in_(part))
        )
        for row in connection.execute(query):
            found[row.id] = Printed(row.outlet or row.home, row.published)
    return found
