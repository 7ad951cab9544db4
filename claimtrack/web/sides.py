"""The two sides of a conflict in the order in which a reader wants them."""

from __future__ import annotations

from claimtrack.model import AuditResult, Claim, Conflict, Document
from claimtrack.report.view import View
from claimtrack.review.desk import Item

Side = tuple[Claim, Document]


def ordered(conflict: Conflict, in_a: Document, in_b: Document) -> tuple[Side, Side]:
    """Return both claims with their documents, as every report orders them."""
    view = View.of(AuditResult((in_a, in_b), (), (conflict,), (), (), {}))
    first, second = view.sides(conflict)
    return (first, view.document(first)), (second, view.document(second))


def sides(item: Item) -> tuple[Side, Side]:
    """Return the sides of an item of the queue."""
    return ordered(item.stored.conflict, item.in_a, item.in_b)
