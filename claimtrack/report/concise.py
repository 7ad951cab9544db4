"""One line a conflict, in the form ``path:line:column: ...`` that editors make clickable."""

from __future__ import annotations

from claimtrack.model import AuditResult, Claim, Conflict
from claimtrack.report.locate import place
from claimtrack.report.view import View, summary
from claimtrack.report.wording import shorten, squeeze

_QUOTE_WIDTH = 60


def render(result: AuditResult) -> str:
    """Return a line for each conflict and update, then the summary."""
    view = View.of(result)
    lines = [_line(conflict, view) for conflict in (*view.conflicts, *view.updates)]
    lines += [f"{squeeze(note.path)}: {squeeze(note.message)}" for note in view.stale]
    return "\n".join([*lines, summary(view)]) + "\n"


def _line(conflict: Conflict, view: View) -> str:
    a, b = view.sides(conflict)
    return (
        f"{_place(a, view)}: {conflict.relation.value}/{conflict.type.value} "
        f"{conflict.score:.2f} {_said(a)} <> {_said(b)} ({_place(b, view)}) [{conflict.id}]"
    )


def _place(claim: Claim, view: View) -> str:
    return squeeze(place(view.document(claim), claim.start, claim.end))


def _said(claim: Claim) -> str:
    return f'{squeeze(claim.holder.name)}: "{shorten(claim.quote, _QUOTE_WIDTH)}"'
