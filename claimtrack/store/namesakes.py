"""Short names of a known person are made that holder where name and organisation agree.

Within the caller's transaction. "Peskov" for the Kremlin in one article and "Dmitry Peskov" for the
Kremlin in another are one; a short name that fits two people there, or names no organisation, is
left to `holders merge`. Each joining is a merge on record, which people can undo; a name that
somebody merged, split or undid is never touched.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

import sqlalchemy as sa

from claimtrack.model import Claim, HolderKind, normalise
from claimtrack.store import holders
from claimtrack.store.holders import aliases, changes
from claimtrack.text.names import same_person, surname

BY = "claimtrack"
"""Who joined them, on the record."""


def join(connection: sa.Connection, claims: Iterable[Claim], now: dt.datetime) -> None:
    """Join the names of these claims' holders, which are registered, with names that agree."""
    spoken = {
        (claim.holder.name, claim.holder.on_behalf_of)
        for claim in claims
        if claim.holder.kind is HolderKind.PERSON and claim.holder.on_behalf_of
    }
    for name, organisation in sorted(spoken):
        _join(connection, name, organisation, now)


def _join(connection: sa.Connection, name: str, organisation: str, now: dt.datetime) -> None:
    table = holders.holders
    found = connection.execute(
        sa.select(aliases.c.id, aliases.c.name, aliases.c.holder, table.c.on_behalf_of)
        .join(table, table.c.id == aliases.c.holder)
        .where(table.c.kind == HolderKind.PERSON.value, table.c.on_behalf_of.is_not(None))
        .where(aliases.c.name.icontains(surname(name), autoescape=True))
        .order_by(aliases.c.id)
    ).all()
    body = normalise(organisation)
    alike = [row for row in found if normalise(row.on_behalf_of) == body]
    people: dict[str, set[str]] = defaultdict(set)
    for short in alike:
        for full in alike:
            if normalise(short.name) != normalise(full.name) and same_person(short.name, full.name):
                people[short.id].add(full.holder)
    # No change on record: neither ours nor one that people made or took back.
    moved = _moved(connection) if people else set()
    for row in alike:
        if len(people[row.id]) == 1 and row.id == row.holder and row.id not in moved:
            [whole] = people[row.id]
            holders.merge(connection, whole, [row.id], BY, now)


def _moved(connection: sa.Connection) -> set[str]:
    """The names that a change on record has moved."""
    recorded = connection.execute(sa.select(changes.c.moves)).scalars()
    return {alias for moves in recorded for alias, _, _ in moves}
