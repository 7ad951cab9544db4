"""Holders: names as read, and what people merged or split. Within the caller's transaction.

A name that was read is an alias; it points at its holder, at first one of its own. A merge or
split only moves aliases, is recorded, and an undo moves them back. The articles in which the names
speak are compared again at the next scan.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from claimtrack.errors import InputError
from claimtrack.model import Claim, Holder, HolderKind, normalise
from claimtrack.records import Alias, HolderChange, StoredHolder
from claimtrack.store import rows, schema

aliases, holders, changes = schema.holder_aliases, schema.holders, schema.holder_changes


def register(connection: sa.Connection, claims: Iterable[Claim]) -> None:
    """File the claims' holders: unknown names get an alias and a holder of their own."""
    named: dict[str, Holder] = {}
    for claim in claims:
        key = rows.alias_id(claim.holder, claim.document)
        if key not in named or (named[key].on_behalf_of is None and claim.holder.on_behalf_of):
            named[key] = claim.holder
    for part in rows.chunks(sorted(named)):
        known = set(
            connection.execute(sa.select(aliases.c.id).where(aliases.c.id.in_(part))).scalars()
        )
        new = [(key, named[key]) for key in part if key not in known]
        if new:
            connection.execute(
                holders.insert(),
                [
                    {
                        "id": key,
                        "name": holder.name,
                        "kind": holder.kind.value,
                        "on_behalf_of": holder.on_behalf_of,
                    }
                    for key, holder in new
                ],
            )
            connection.execute(
                aliases.insert(),
                [{"id": key, "name": holder.name, "holder": key} for key, holder in new],
            )
        for key in known:
            if named[key].on_behalf_of:
                connection.execute(
                    holders.update()
                    .where(holders.c.id == key, holders.c.on_behalf_of.is_(None))
                    .values(on_behalf_of=named[key].on_behalf_of)
                )


def moved(connection: sa.Connection) -> dict[str, Holder]:
    """Return the canonical holder of each alias that was merged or split away."""
    found = connection.execute(
        sa.select(aliases.c.id, holders.c.name, holders.c.kind, holders.c.on_behalf_of)
        .join(holders, holders.c.id == aliases.c.holder)
        .where(aliases.c.id != aliases.c.holder)
    )
    return {row.id: Holder(row.name, HolderKind(row.kind), row.on_behalf_of) for row in found}


def listed(
    connection: sa.Connection,
    *,
    text: str | None = None,
    kind: HolderKind | None = None,
    ids: Collection[str] | None = None,
) -> list[StoredHolder]:
    """Return holders with current claims, those with most claims first, then by name and id.

    With ``ids``, of which there are few, only these.
    """
    named: dict[str, list[str]] = {}
    called = sa.select(aliases.c.holder, aliases.c.name)
    if ids is not None:
        called = called.where(aliases.c.holder.in_(ids))
    for alias_of, name in connection.execute(called):
        named.setdefault(alias_of, []).append(name)
    claims, documents = schema.claims, schema.documents
    total = sa.func.count(claims.c.id)
    query = (
        sa.select(
            holders,
            total.label("claim_count"),
            sa.func.count(sa.distinct(claims.c.document)).label("document_count"),
        )
        .join(aliases, aliases.c.holder == holders.c.id)
        .join(claims, claims.c.alias == aliases.c.id)
        .join(documents, documents.c.id == claims.c.document)
        .where(documents.c.current.is_(True))
        .group_by(holders.c.id, holders.c.name, holders.c.kind, holders.c.on_behalf_of)
        .order_by(total.desc(), holders.c.name, holders.c.id)
    )
    if ids is not None:
        query = query.where(aliases.c.holder.in_(ids))
    if kind is not None:
        query = query.where(holders.c.kind == kind.value)
    wanted = normalise(text or "")
    found = []
    for row in connection.execute(query):
        names = sorted(set(named.get(row.id, [])))
        if wanted and not any(wanted in normalise(name) for name in [row.name, *names]):
            continue
        holder = Holder(row.name, HolderKind(row.kind), row.on_behalf_of)
        found.append(
            StoredHolder(row.id, holder, tuple(names), row.claim_count, row.document_count)
        )
    return found


def called(connection: sa.Connection, ids: Collection[str]) -> dict[str, str]:
    """Return the names of the holders with these ids, of which there are few."""
    query = sa.select(holders.c.id, holders.c.name).where(holders.c.id.in_(ids))
    return {row.id: row.name for row in connection.execute(query)}


def find(connection: sa.Connection, name: str) -> str:
    """Return the id of the holder with this id prefix, name or alias.

    Raises InputError for none or several.
    """
    wanted = normalise(name)
    rows_ = connection.execute(sa.select(aliases.c.id, aliases.c.name, aliases.c.holder)).all()
    ids = {row.holder for row in rows_ if wanted and normalise(row.name) == wanted}
    if not ids:
        ids = {row.holder for row in rows_ if len(name) >= 4 and row.holder.startswith(name)}
    if not ids:
        raise InputError(f"no holder {name!r} in the store; `claimtrack holders` lists them")
    if len(ids) > 1:
        some = ", ".join(sorted(ids)[:3])
        raise InputError(f"several holders are called {name!r} ({some}); give the id")
    return str(ids.pop())


def merge(
    connection: sa.Connection, into: str, others: Sequence[str], reviewer: str, now: dt.datetime
) -> int:
    """Make the holders ``others`` the holder ``into`` (ids); return the change's number.

    Raises InputError where there is nothing to merge.
    """
    found = connection.execute(
        sa.select(aliases.c.id, aliases.c.holder)
        .where(aliases.c.holder.in_([other for other in others if other != into]))
        .order_by(aliases.c.id)
    )
    return _move(connection, "merge", [(r.id, r.holder, into) for r in found], reviewer, now)


def split(connection: sa.Connection, name: str, reviewer: str, now: dt.datetime) -> int:
    """Give the alias ``name`` (or id) a holder of its own again; return the change's number.

    Raises InputError where no merged alias has that name.
    """
    wanted = normalise(name)
    found = connection.execute(
        sa.select(aliases.c.id, aliases.c.name, aliases.c.holder)
        .where(aliases.c.id != aliases.c.holder)
        .order_by(aliases.c.id)
    )
    moves = [(r.id, r.holder, r.id) for r in found if name == r.id or normalise(r.name) == wanted]
    return _move(connection, "split", moves, reviewer, now)


def undo(connection: sa.Connection, change: int, reviewer: str, now: dt.datetime) -> int:
    """Take back a merge or split; return the new change's number.

    Raises InputError where there is no such change, it was undone already, or a later one moved
    the same names.
    """
    row = connection.execute(sa.select(changes).where(changes.c.id == change)).first()
    if row is None:
        raise InputError(f"there is no change {change} of holders; merge and split print theirs")
    points = connection.execute(sa.select(aliases.c.id, aliases.c.holder))
    where = {item.id: item.holder for item in points}
    if any(where.get(alias) != to for alias, _, to in row.moves):
        raise InputError(f"change {change} was undone, or a later one moved the same names")
    moves = [(alias, to, from_) for alias, from_, to in row.moves]
    return _move(connection, "undo", moves, reviewer, now, undo_of=change)


def named(connection: sa.Connection, holder: str) -> list[Alias]:
    """Return the names that are this holder (id), its own first."""
    found = connection.execute(sa.select(aliases).where(aliases.c.holder == holder))
    made = [Alias(row.id, row.name, row.id != row.holder) for row in found]
    return sorted(made, key=lambda alias: (alias.merged, alias.name, alias.id))


def alike(connection: sa.Connection, holder: str, words: str, *, whole: bool) -> list[str]:
    """Return the ids of other holders with a name that holds every word, sorted.

    With ``whole`` each is a word of the name, without it a part of one.
    """
    sought = normalise(words).split()
    found = set()
    for row in connection.execute(sa.select(aliases.c.name, aliases.c.holder)):
        name = normalise(row.name)
        within: Collection[str] = name.split() if whole else name
        if sought and all(word in within for word in sought):
            found.add(str(row.holder))
    return sorted(found - {holder})


def history(connection: sa.Connection, holder: str) -> list[HolderChange]:
    """Return the changes that moved names to or from a holder and can be undone, newest first."""
    names: dict[str, str] = {}
    where: dict[str, str] = {}
    for row in connection.execute(sa.select(aliases)):
        names[row.id], where[row.id] = row.name, row.holder
    made = connection.execute(sa.select(changes).order_by(changes.c.id.desc())).all()
    undone = {row.undo_of for row in made}
    found = []
    for row in made:
        if row.undo_of is not None or row.id in undone:
            continue
        here = any(holder in (from_, to) for _, from_, to in row.moves)
        if here and all(where.get(alias) == to for alias, _, to in row.moves):
            moved = tuple(names[alias] for alias, _, _ in row.moves)
            found.append(HolderChange(row.id, row.action, moved, row.reviewer, row.at))
    return found


def _move(
    connection: sa.Connection,
    action: str,
    moves: Sequence[tuple[str, str, str]],
    reviewer: str,
    now: dt.datetime,
    undo_of: int | None = None,
) -> int:
    if not moves:
        raise InputError(f"there is nothing to {action}; `claimtrack holders` lists the names")
    for alias, _, to in moves:
        connection.execute(aliases.update().where(aliases.c.id == alias).values(holder=to))
    # Whether two claims are one holder's says if they are a dispute or a reversal.
    claims, scans = schema.claims.c, schema.scans
    for part in rows.chunks([alias for alias, _, _ in moves]):
        of = sa.select(claims.document).where(claims.alias.in_(part))
        connection.execute(scans.delete().where(scans.c.document.in_(of)))
    number = next_id(connection, changes)
    connection.execute(
        changes.insert(),
        {
            "id": number,
            "action": action,
            "moves": [list(move) for move in moves],
            "reviewer": reviewer,
            "at": now,
            "undo_of": undo_of,
        },
    )
    return number


def next_id(connection: sa.Connection, table: sa.Table) -> int:
    """Return the next number of an append-only table; the writers' lock makes it unique."""
    last: Any = connection.execute(sa.select(sa.func.max(table.c.id))).scalar()
    return int(last or 0) + 1
