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
    return groups


def numbered(conflicts: Sequence[Conflict]) -> list[tuple[int, Conflict]]:
    """Return the conflicts group by group, with the numbers that every report gives them."""
    return list(enumerate((one for group in grouped(conflicts) for one in group), start=1))
