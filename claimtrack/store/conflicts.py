"""Assessments, conflicts, and what has been compared. Within the caller's transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from claimtrack.errors import StoreError
from claimtrack.model import (
    Assessment,
    Conflict,
    ConflictType,
    Document,
    Evidence,
    NliScores,
    Status,
    Verdict,
    conflict_fingerprint,
)
from claimtrack.records import ConflictFilter, StoredConflict
from claimtrack.store import bearing, claims, decisions, documents, holders, queue, rows, schema

table = schema.conflicts
Judged = tuple[str, str, Assessment]
Forward = tuple[str, str, NliScores]


def save(
    connection: sa.Connection,
    found: Sequence[Conflict],
    judge: str,
    run: int | None,
    scanned: Collection[str],
) -> None:
    """Add or update conflicts, and record that ``scanned`` documents have been compared.

    What was decided keeps its row as it was decided on. An undecided conflict of a scanned
    document that was not found again is withdrawn; one that is found again is open again.
    Raises StoreError for a claim that is not stored.
    """
    known = {
        row.id: row.verdict
        for part in rows.chunks([conflict.id for conflict in found])
        for row in connection.execute(
            sa.select(table.c.id, table.c.verdict).where(table.c.id.in_(part))
        )
    }
    homes = _homes(connection, found)
    weights = queue.weights(connection, found)
    new: dict[str, rows.Json] = {}
    for conflict in found:
        seen: rows.Json = {"status": Status.OPEN.value, "last_run": run}
        seen |= weights[conflict.id]
        row = {**rows.conflict_row(conflict), **seen, "judge": judge}
        if conflict.id not in known:
            fingerprint = conflict_fingerprint(
                conflict.a, homes[conflict.a.id], conflict.b, homes[conflict.b.id]
            )
            new[conflict.id] = {**row, "fingerprint": fingerprint, "first_run": run}
        else:
            values = row if known[conflict.id] is None else seen
            connection.execute(table.update().where(table.c.id == conflict.id).values(values))
    if new:
        connection.execute(table.insert(), list(new.values()))
        decisions.refresh(connection, list(new))
    _mark(connection, scanned, judge, run)
    _withdraw(connection, scanned, judge, {conflict.id for conflict in found})


def unscanned(connection: sa.Connection, judge: str) -> list[str]:
    """Return the ids of current documents that ``judge`` has not compared yet, sorted."""
    done = sa.select(schema.scans.c.document).where(schema.scans.c.judge == judge)
    document = schema.documents.c
    query = (
        sa.select(document.id)
        .where(document.current.is_(True), document.id.not_in(done))
        .order_by(document.id)
    )
    return list(connection.execute(query).scalars())


def superseded(article: str | None = None) -> sa.ColumnElement[bool]:
    """The condition of an undecided conflict that has a side in a text that is not current.

    With ``article``, a document's id, only the versions of that article are looked at.
    """
    document, claim = schema.documents.c, schema.claims.c
    old = (
        sa.select(claim.id)
        .join(schema.documents, document.id == claim.document)
        .where(document.current.is_(False))
    )
    if article is not None:
        same = schema.documents.alias()
        old = old.where(
            document.series
            == sa.select(same.c.series).where(same.c.id == article).scalar_subquery()
        )
    return sa.and_(table.c.verdict.is_(None), table.c.a.in_(old) | table.c.b.in_(old))


def withdraw_superseded(connection: sa.Connection, article: str | None = None) -> None:
    """Withdraw undecided conflicts of which a side is in a text that is not current any more."""
    connection.execute(
        table.update()
        .where(table.c.status == Status.OPEN.value, superseded(article))
        .values(status=Status.WITHDRAWN.value)
    )


def find(connection: sa.Connection, prefix: str) -> StoredConflict:
    """Return the conflict whose id starts with ``prefix``. Raises InputError for none or many."""
    key = documents.one_id(connection, table, prefix, "conflict", "conflicts")
    return _stored(connection, sa.select(table).where(table.c.id == key))[0]


def listed(connection: sa.Connection, wanted: ConflictFilter) -> list[StoredConflict]:
    """Return the conflicts that ``wanted`` asks for, the highest score first, then by id.

    Raises InputError for a holder that is not in the store. Three queries, however many.
    """
    query = sa.select(table).where(*conditions(connection, wanted))
    query = query.order_by(table.c.score.desc(), table.c.id).offset(wanted.offset or None)
    return _stored(connection, query.limit(wanted.limit) if wanted.limit is not None else query)


def by_ids(connection: sa.Connection, ids: Sequence[str]) -> list[StoredConflict]:
    """Return the conflicts with these ids, in their order; unknown ids are left out."""
    found: dict[str, StoredConflict] = {}
    for part in rows.chunks(ids):
        for stored in _stored(connection, sa.select(table).where(table.c.id.in_(part))):
            found[stored.conflict.id] = stored
    return [found[key] for key in ids if key in found]


def count(connection: sa.Connection, wanted: ConflictFilter) -> int:
    """Return how many conflicts ``wanted`` asks for, its limit and offset aside."""
    query = sa.select(sa.func.count()).select_from(table)
    return int(connection.execute(query.where(*conditions(connection, wanted))).scalar_one())


def save_assessments(
    connection: sa.Connection, judged: Iterable[Judged], judge: str, run: int | None
) -> None:
    """Keep what the judge found for pairs of claim ids; a pair is kept in the order of its ids."""
    found = {}
    for a, b, assessment in judged:
        row = _assessment_row(a, b, assessment)
        found[row["a"], row["b"]] = {**row, "judge": judge, "run": run}
    kept = schema.assessments
    for part in rows.chunks(sorted(found)):
        connection.execute(
            kept.delete().where(kept.c.judge == judge, sa.tuple_(kept.c.a, kept.c.b).in_(part))
        )
        connection.execute(kept.insert(), [found[pair] for pair in part])


def assessment(connection: sa.Connection, a: str, b: str, judge: str) -> Assessment | None:
    """Return what ``judge`` found for two claims, ``forward`` being from ``a`` to ``b``."""
    first, second = sorted((a, b))
    kept = schema.assessments.c
    query = sa.select(schema.assessments).where(
        kept.a == first, kept.b == second, kept.judge == judge
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    directions = (NliScores(*row.forward), NliScores(*row.backward))
    forward, backward = directions if a == first else directions[::-1]
    return Assessment(
        score=row.score,
        verdict=Verdict(row.verdict),
        type=ConflictType(row.type) if row.type else None,
        evidence=tuple(Evidence(i["signal"], i["detail"], i["weight"]) for i in row.evidence),
        explanation=row.explanation,
        forward=forward,
        backward=backward,
    )


def forward(connection: sa.Connection, claims: Sequence[str], judge: str) -> list[Forward]:
    """Return what NLI told ``judge`` of the stored pairs of these claims, from ``a`` to ``b``."""
    kept = schema.assessments.c
    found: dict[tuple[str, str], NliScores] = {}
    for side in (kept.a, kept.b):
        query = sa.select(kept.a, kept.b, kept.forward).where(kept.judge == judge)
        for part in rows.chunks(claims):
            for row in connection.execute(query.where(side.in_(part))):
                found[row.a, row.b] = NliScores(*row.forward)
    return [(a, b, scores) for (a, b), scores in sorted(found.items(), key=lambda item: item[0])]


def _assessment_row(a: str, b: str, found: Assessment) -> rows.Json:
    forward, backward = (
        [scores.entailment, scores.neutral, scores.contradiction]
        for scores in (found.forward, found.backward)
    )
    if a > b:
        a, b, forward, backward = b, a, backward, forward
    return {
        "a": a,
        "b": b,
        "score": found.score,
        "verdict": found.verdict.value,
        "type": found.type.value if found.type else None,
        "explanation": found.explanation,
        "evidence": rows.evidence_json(found.evidence),
        "forward": forward,
        "backward": backward,
    }


def _homes(connection: sa.Connection, found: Sequence[Conflict]) -> dict[str, Document]:
    """The document of each claim, without its text. Raises StoreError for an unknown claim."""
    wanted = sorted({claim.id for conflict in found for claim in (conflict.a, conflict.b)})
    homes = bearing.homes(connection, wanted)
    for claim in wanted:
        if claim not in homes:
            raise StoreError(f"a conflict refers to claim {claim}, which is not in the store")
    return {claim: home.document for claim, home in homes.items()}


def _withdraw(
    connection: sa.Connection, scanned: Collection[str], judge: str, kept: Collection[str]
) -> None:
    """Withdraw what a scan of these documents would have found again if it still held.

    Both sides must have been compared by this judge: a scan goes through a store in steps, and
    a pair with a document of a later step has not been looked at yet.
    """
    claim, scan = schema.claims.c, schema.scans
    compared = (
        sa.select(claim.id)
        .join(scan, scan.c.document == claim.document)
        .where(scan.c.judge == judge)
    )
    gone: set[str] = set()
    for part in rows.chunks(sorted(set(scanned))):
        inside = sa.select(claim.id).where(claim.document.in_(part))
        query = (
            sa.select(table.c.id)
            .where(table.c.status == Status.OPEN.value, table.c.verdict.is_(None))
            .where(table.c.a.in_(inside) | table.c.b.in_(inside))
            .where(table.c.a.in_(compared), table.c.b.in_(compared))
        )
        gone.update(connection.execute(query).scalars())
    for part in rows.chunks(sorted(gone - set(kept))):
        connection.execute(
            table.update().where(table.c.id.in_(part)).values(status=Status.WITHDRAWN.value)
        )


def _mark(connection: sa.Connection, scanned: Collection[str], judge: str, run: int | None) -> None:
    scans = schema.scans
    for part in rows.chunks(sorted(set(scanned))):
        connection.execute(scans.delete().where(scans.c.judge == judge, scans.c.document.in_(part)))
        connection.execute(
            scans.insert(), [{"document": key, "judge": judge, "run": run} for key in part]
        )


def conditions(connection: sa.Connection, wanted: ConflictFilter) -> list[sa.ColumnElement[bool]]:
    """Return the conditions of ``wanted``. Raises InputError for a holder that is not stored."""
    column, claim = table.c, schema.claims.c
    where: list[sa.ColumnElement[bool]] = []

    def either(inside: sa.Select[Any]) -> None:
        where.append(column.a.in_(inside) | column.b.in_(inside))

    if wanted.relations:
        where.append(column.relation.in_([item.value for item in wanted.relations]))
    if wanted.types:
        where.append(column.type.in_([item.value for item in wanted.types]))
    if wanted.status is not None:
        where.append(column.status == wanted.status.value)
    if wanted.rulings:
        where.append(column.verdict.in_([item.value for item in wanted.rulings]))
    if wanted.undecided:
        where.append(column.verdict.is_(None))
    if wanted.min_score is not None:
        where.append(column.score >= wanted.min_score)
    if wanted.after is not None:
        where.append(column.newest >= wanted.after)
    if wanted.before is not None:
        where.append(column.newest < wanted.before)
    parties = [
        _said_by(connection, name) for name in (wanted.holder, wanted.against) if name is not None
    ]
    if len(parties) == 2:
        one, two = parties
        where.append(
            (column.a.in_(one) & column.b.in_(two)) | (column.a.in_(two) & column.b.in_(one))
        )
    elif parties:
        either(parties[0])
    if wanted.outlet is not None:
        document = schema.documents.c
        either(
            sa.select(claim.id)
            .join(schema.documents, document.id == claim.document)
            .where(sa.func.lower(document.outlet) == wanted.outlet.lower())
        )
    if wanted.document is not None:
        either(sa.select(claim.id).where(claim.document == wanted.document))
    if wanted.claims:
        where.append(column.a.in_(wanted.claims) | column.b.in_(wanted.claims))
    if wanted.text is not None:
        either(
            sa.select(claim.id).where(
                claim.statement.icontains(wanted.text, autoescape=True)
                | claim.quote.icontains(wanted.text, autoescape=True)
            )
        )
    return where


def _said_by(connection: sa.Connection, name: str) -> sa.Select[Any]:
    """The ids of a holder's claims. Raises InputError for none or several of that name."""
    aliases, claim = schema.holder_aliases.c, schema.claims.c
    mine = sa.select(aliases.id).where(aliases.holder == holders.find(connection, name))
    return sa.select(claim.id).where(claim.alias.in_(mine))


def _stored(connection: sa.Connection, query: sa.Select[Any]) -> list[StoredConflict]:
    found = connection.execute(query).all()
    wanted = {key for row in found for key in (row.a, row.b)}
    by_id: Mapping[str, Any] = {claim.id: claim for claim in claims.listed(connection, ids=wanted)}
    for row in found:
        if row.a not in by_id or row.b not in by_id:
            raise StoreError(
                f"a claim of conflict {row.id} is gone; run `claimtrack doctor --mend`"
            )
    return [rows.conflict_from(row, by_id) for row in found]
