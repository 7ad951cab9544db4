"""Reviewers' decisions: append-only, and found again when the machine reads a text otherwise.

Within the caller's transaction.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

import sqlalchemy as sa

from claimtrack.errors import InputError
from claimtrack.model import (
    Claim,
    Decision,
    Document,
    Reason,
    Ruling,
    conflict_fingerprint,
    digest,
    normalise,
)
from claimtrack.records import StoredConflict
from claimtrack.store import claims, rows, schema
from claimtrack.store.holders import next_id

table = schema.decisions


class Home(NamedTuple):
    """A claim's document, its text left out, and its place (see ``rows.place_of``)."""

    document: Document
    place: str


Side = tuple[Claim, Home]


def add(
    connection: sa.Connection,
    stored: StoredConflict,
    ruling: Ruling,
    *,
    reviewer: str,
    now: dt.datetime,
    reason: Reason | None = None,
    note: str = "",
) -> int:
    """Record a decision on a conflict; return its number.

    Raises InputError for a dismissal without a reason, or a reason without a dismissal.
    """
    if (ruling is Ruling.DISMISSED) != (reason is not None):
        reasons = ", ".join(Reason)
        raise InputError(f"a dismissal, and only that, has a reason: one of {reasons}")
    conflict = stored.conflict
    where = homes(connection, [conflict.a.id, conflict.b.id])
    sides = [(claim, where[claim.id].place) for claim in (conflict.a, conflict.b)]
    number = next_id(connection, table)
    row = {
        "id": number,
        "fingerprint": stored.fingerprint,
        "place": _place(place for _, place in sides),
        "conflict": conflict.id,
        "verdict": ruling.value,
        "reason": reason.value if reason else None,
        "note": note,
        "reviewer": reviewer,
        "at": now,
    }
    for name, (claim, place) in zip("ab", sides, strict=True):
        row |= {f"{name}_identity": place, f"{name}_quote": normalise(claim.quote)}
    connection.execute(table.insert(), row)
    refresh(connection, _touched(connection, row))
    return number


def undo(connection: sa.Connection, number: int, *, reviewer: str, now: dt.datetime) -> int:
    """Take a decision back by a new line; return its number.

    Raises InputError where there is no such decision, or it was taken back already.
    """
    row = connection.execute(sa.select(table).where(table.c.id == number)).first()
    if row is None or row.undo_of is not None:
        raise InputError(f"there is no decision {number} to take back")
    if connection.execute(sa.select(table.c.id).where(table.c.undo_of == number)).first():
        raise InputError(f"decision {number} was taken back already")
    new = next_id(connection, table)
    kept = ("fingerprint", "place", "conflict", "a_identity", "a_quote", "b_identity", "b_quote")
    values = {name: row._mapping[name] for name in kept}
    values |= {"id": new, "note": "", "reviewer": reviewer, "at": now, "undo_of": number}
    connection.execute(table.insert(), values)
    refresh(connection, _touched(connection, values))
    return new


def listed(connection: sa.Connection, fingerprint: str | None = None) -> list[Decision]:
    """Return the decisions on a fingerprint, or all, the oldest first."""
    query = sa.select(table).order_by(table.c.id)
    if fingerprint is not None:
        query = query.where(table.c.fingerprint == fingerprint)
    return [_decision(row) for row in connection.execute(query)]


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
    """Return for each conflict the ruling that stands by the decisions, and the copied one.

    The decision is that on the same fingerprint; else on quotes that overlap by half, in the
    text as it is; else on one of the conflict's copies.
    """
    table_ = schema.conflicts
    found: list[Any] = []
    for part in rows.chunks(sorted(set(conflicts))):
        query = sa.select(
            table_.c.id, table_.c.fingerprint, table_.c.a, table_.c.b, table_.c.copies,
            table_.c.verdict,
        )  # fmt: skip
        found.extend(connection.execute(query.where(table_.c.id.in_(part))).all())
    before = {row.id: row.verdict for row in found}
    rulings = _latest(connection)
    if not rulings:
        return {key: (None, verdict) for key, verdict in before.items()}
    wanted = {key for row in found for pair in [(row.a, row.b), *row.copies] for key in pair}
    by_id = {claim.id: claim for claim in claims.listed(connection, ids=wanted)}
    where = homes(connection, wanted)
    words = _Words(connection)
    result: dict[str, tuple[str | None, str | None]] = {}
    for row in found:
        ruling = rulings.get(row.fingerprint)
        # A claim can only be missing where another program deleted it; the doctor asks too.
        if ruling is None and row.a in by_id and row.b in by_id:
            a, b = ((by_id[key], where[key]) for key in (row.a, row.b))
            ruling = _overlapping(connection, rulings, a, b, words)
        for first, second in row.copies if ruling is None else ():
            if first in by_id and second in by_id:
                copy = conflict_fingerprint(
                    by_id[first], where[first].document, by_id[second], where[second].document
                )
                ruling = ruling or rulings.get(copy)
        result[row.id] = (ruling, row.verdict)
    return result


def homes(connection: sa.Connection, claim_ids: Collection[str]) -> dict[str, Home]:
    """Return where each claim stands; unknown claims are left out."""
    found: dict[str, Home] = {}
    document, claim = schema.documents.c, schema.claims.c
    for part in rows.chunks(sorted(set(claim_ids))):
        query = (
            sa.select(claim.id, document.outlet, document.url, document.path, document.identity)
            .join(schema.documents, document.id == claim.document)
            .where(claim.id.in_(part))
        )
        for row in connection.execute(query):
            bare = Document(text="", outlet=row.outlet, url=row.url, path=row.path)
            found[row.id] = Home(bare, row.identity)
    return found


class _Words:
    """The words of stored documents, read once each."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._texts: dict[str, str] = {}

    def text(self, document: str) -> str:
        if document not in self._texts:
            column = schema.documents.c
            query = sa.select(column.text).where(column.id == document)
            self._texts[document] = str(self._connection.execute(query).scalar_one())
        return self._texts[document]

    def overlap(self, claim: Claim, quote: str) -> bool:
        """Whether ``quote`` (normalised) covers half of the shorter of it and the claim's."""
        text = self.text(claim.document)
        words, sought = normalise(text).split(), quote.split()
        start = len(normalise(text[: claim.start]).split())
        end = start + len(normalise(claim.quote).split())
        half = min(end - start, len(sought)) / 2
        for at in range(len(words) - len(sought) + 1 if sought and half else 0):
            shared = min(end, at + len(sought)) - max(start, at)
            if shared >= half and words[at : at + len(sought)] == sought:
                return True
        return False


def _overlapping(
    connection: sa.Connection, rulings: Mapping[str, str], a: Side, b: Side, words: _Words
) -> str | None:
    places = [home.place for _, home in (a, b)]
    query = sa.select(table).where(table.c.place == _place(places), table.c.undo_of.is_(None))
    for row in connection.execute(query.order_by(table.c.id.desc())):
        if row.fingerprint not in rulings or row.a_quote is None or row.b_quote is None:
            continue
        decided = [(row.a_identity, row.a_quote), (row.b_identity, row.b_quote)]
        for first, second in (decided, decided[::-1]):
            if [first[0], second[0]] != places:
                continue
            if words.overlap(a[0], first[1]) and words.overlap(b[0], second[1]):
                return rulings[row.fingerprint]
    return None


def _latest(connection: sa.Connection) -> dict[str, str]:
    """The standing ruling of each decided fingerprint."""
    undone = sa.select(table.c.undo_of).where(table.c.undo_of.is_not(None))
    query = (
        sa.select(table.c.fingerprint, table.c.verdict)
        .where(table.c.undo_of.is_(None), table.c.id.not_in(undone))
        .order_by(table.c.id)
    )
    return {row.fingerprint: row.verdict for row in connection.execute(query)}


def _touched(connection: sa.Connection, decision: Mapping[str, Any]) -> list[str]:
    """The conflicts that a decision may rule: at the same places, or with it as a copy."""
    document, claim, conflict = schema.documents.c, schema.claims.c, schema.conflicts.c
    keys = [digest("identity", decision[f"{side}_identity"]) for side in ("a", "b")]
    inside = (
        sa.select(claim.id)
        .join(schema.documents, document.id == claim.document)
        .where(document.identity_key.in_(keys))
    )
    query = sa.select(conflict.id).where(conflict.a.in_(inside), conflict.b.in_(inside))
    found = set(connection.execute(query).scalars())
    decided = sa.select(conflict.a, conflict.b).where(conflict.id == decision["conflict"])
    pair = connection.execute(decided).first()
    if pair is not None:
        copies = sa.cast(conflict.copies, sa.Text)
        holding = sa.select(conflict.id).where(copies.contains(pair.a), copies.contains(pair.b))
        found.update(connection.execute(holding).scalars())
    return sorted(found)


def _place(places: Any) -> str:
    return digest("place", *sorted(places))


def _decision(row: sa.Row[Any]) -> Decision:
    return Decision(
        id=row.id,
        fingerprint=row.fingerprint,
        conflict=row.conflict,
        ruling=Ruling(row.verdict) if row.verdict else None,
        reason=Reason(row.reason) if row.reason else None,
        note=row.note,
        reviewer=row.reviewer,
        at=row.at,
        undo_of=row.undo_of,
    )
