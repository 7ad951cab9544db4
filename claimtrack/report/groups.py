"""Conflicts about one passage stand together: a quarrel told by many is read as one."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.model import Conflict


def grouped(conflicts: Sequence[Conflict]) -> list[list[Conflict]]:
    """Return the conflicts in groups, the order kept in each and among their first ones.

    A conflict joins the first group whose first conflict has a claim in common with it (copies
    included), or in which both its own sides stand already. Groups are not joined to chains: of
    two quarrels that one weak flag connects each stays by itself.
    """
    groups: list[list[Conflict]] = []
    heads: list[set[str]] = []
    shown: list[set[str]] = []
    for conflict in conflicts:
        sides = {conflict.a.id, conflict.b.id}
        claims = sides.union(*conflict.copies)
        for number, head in enumerate(heads):
            if claims & head or sides <= shown[number]:
                groups[number].append(conflict)
                shown[number] |= claims
                break
        else:
            groups.append([conflict])
            heads.append(claims)
            shown.append(set(claims))
    return _settled(groups, shown, conflicts)


def _settled(
    groups: list[list[Conflict]], shown: list[set[str]], order: Sequence[Conflict]
) -> list[list[Conflict]]:
    """Put a group into an earlier one in which, by now, all its sides stand.

    A sure conflict comes first and may stand alone until weaker ones have told its passages.
    """
    rank = {conflict.id: place for place, conflict in enumerate(order)}
    kept: list[int] = []
    for number, group in enumerate(groups):
        sides = {claim.id for conflict in group for claim in (conflict.a, conflict.b)}
        home = next((one for one in kept if sides <= shown[one]), None)
        if home is None:
            kept.append(number)
        else:
            groups[home] = sorted([*groups[home], *group], key=lambda one: rank[one.id])
    return [groups[number] for number in kept]


def numbered(conflicts: Sequence[Conflict]) -> list[tuple[int, Conflict]]:
    """Return the conflicts group by group, with the numbers that every report gives them."""
    return list(enumerate((one for group in grouped(conflicts) for one in group), start=1))
