"""Dispute, reversal, self-contradiction or update: how the two sides of a conflict stand."""

from __future__ import annotations

from claimtrack.judge.overtaken import CORRECTS, grown_within_a_day, overtaken, said
from claimtrack.model import Claim, ConflictType, Relation
from claimtrack.text.negative import negative
from claimtrack.text.voice import one_voice


def relate(a: Claim, b: Claim, type_: ConflictType) -> Relation:
    """Return the relation of two claims that contradict each other.

    Without dates the order of documents is unknown and makes neither update nor reversal;
    within one article both sides are said at one time.
    """
    same = one_voice(a, b)
    order = _order(a, b)
    if order:
        earlier, later = order
        if CORRECTS.search(later.quote) and same:
            return Relation.UPDATE
        if overtaken(earlier, later, type_, same):
            return Relation.UPDATE
        return Relation.REVERSAL if same else Relation.DISPUTE
    if same and (CORRECTS.search(a.quote) or CORRECTS.search(b.quote)):
        return Relation.UPDATE
    if grown_within_a_day(a, b, type_) or grown_within_a_day(b, a, type_):
        return Relation.UPDATE
    return Relation.SELF_CONTRADICTION if same else Relation.DISPUTE


def kind(a: Claim, b: Claim, found: ConflictType) -> ConflictType:
    """Return the type of a conflict, for what only NLI sees by the claims' figures and negations.

    No comparator names such a conflict, yet two figures of one unit that exclude each other, or
    a single denial, say of what kind it most likely is.
    """
    if found is not ConflictType.OTHER:
        return found
    if negative(a.statement) != negative(b.statement):
        return ConflictType.NEGATION
    if any(x.excludes(y) for x in a.quantities for y in b.quantities):
        return ConflictType.QUANTITY
    return found


def _order(a: Claim, b: Claim) -> tuple[Claim, Claim] | None:
    """The earlier and the later claim, by when they were said; None where that is not known."""
    first, second = said(a), said(b)
    if first is None or second is None or first == second:
        return None
    return (a, b) if first < second else (b, a)
