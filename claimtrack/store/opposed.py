"""Who disputes whom: stored disputes counted by their two holders. Within the transaction."""

from __future__ import annotations

import sqlalchemy as sa

from claimtrack.model import Holder, HolderKind, Relation, Ruling, Status
from claimtrack.records import Opposed
from claimtrack.store import schema

_KINDS = {one.value: one for one in HolderKind}
_RULINGS: dict[str | None, Ruling | None] = {None: None, **{one.value: one for one in Ruling}}


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
    known: dict[str, Holder] = {}
    counts: dict[tuple[str, str], dict[Ruling | None, int]] = {}
    for row in connection.execute(query).all():
        one, name, kind, body, two, name_2, kind_2, body_2, verdict, number_of = row
        if one not in known:
            known[one] = Holder(name, _KINDS[kind], body)
        if two not in known:
            known[two] = Holder(name_2, _KINDS[kind_2], body_2)
        turned = (name_2.casefold(), two) < (name.casefold(), one)
        rulings = counts.setdefault((two, one) if turned else (one, two), {})
        ruling = _RULINGS[verdict]
        rulings[ruling] = rulings.get(ruling, 0) + number_of
    found = [Opposed(pair, (known[pair[0]], known[pair[1]]), counts[pair]) for pair in counts]
    return sorted(found, key=_order)


def _order(pair: Opposed) -> tuple[int, int, str, str, tuple[str, str]]:
    one, two = pair.holders
    return -pair.count(None), -pair.total, one.name.casefold(), two.name.casefold(), pair.ids
