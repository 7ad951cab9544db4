"""Who disputes whom: stored disputes counted by their two holders. Within the transaction."""

from __future__ import annotations

from collections import Counter

import sqlalchemy as sa

from claimtrack.model import Holder, HolderKind, Relation, Ruling, Status
from claimtrack.records import Opposed
from claimtrack.store import schema

Party = tuple[str, str, str, str | None]
"""A holder's id, name, kind and institution."""


def listed(connection: sa.Connection) -> list[Opposed]:
    """Return every two holders with a dispute that is still found, most undecided ones first.

    Then by all of their disputes and by name. Names that were merged are one holder. One query.
    """
    conflict, alias, holder = schema.conflicts.c, schema.holder_aliases, schema.holders
    sides = []
    joined: sa.FromClause = schema.conflicts
    for side in (conflict.a, conflict.b):
        said, called = schema.claims.alias(), alias.alias()
        joined = joined.join(said, said.c.id == side).join(called, called.c.id == said.c.alias)
        sides.append(called.c.holder)
    number = (
        sa.select(
            sides[0].label("one"),
            sides[1].label("two"),
            conflict.verdict,
            sa.func.count().label("number"),
        )
        .select_from(joined)
        .where(conflict.relation == Relation.DISPUTE.value, conflict.status == Status.OPEN.value)
        .group_by(sides[0], sides[1], conflict.verdict)
        .subquery()
    )
    # Names are looked up for the few groups, and not for each dispute.
    first, second = holder.alias(), holder.alias()
    query = (
        sa.select(first, second, number.c.verdict, number.c.number)
        .select_from(number)
        .join(first, first.c.id == number.c.one)
        .join(second, second.c.id == number.c.two)
    )
    counts: dict[tuple[Party, Party], Counter[Ruling | None]] = {}
    for row in connection.execute(query):
        parties: list[Party] = sorted((tuple(row[:4]), tuple(row[4:8])), key=_order)
        ruling = Ruling(row.verdict) if row.verdict else None
        counts.setdefault((parties[0], parties[1]), Counter())[ruling] += row.number
    found = [
        Opposed((one[0], two[0]), (_holder(one), _holder(two)), dict(rulings))
        for (one, two), rulings in counts.items()
    ]
    return sorted(found, key=lambda pair: (-pair.count(None), -pair.total, *_names(pair)))


def _order(party: Party) -> tuple[str, str]:
    return party[1].casefold(), party[0]


def _holder(party: Party) -> Holder:
    return Holder(party[1], HolderKind(party[2]), party[3])


def _names(pair: Opposed) -> tuple[str, ...]:
    return (*(holder.name.casefold() for holder in pair.holders), *pair.ids)
