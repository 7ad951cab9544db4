"""Markdown for a pull request or an issue: a table of what was found, then both quotes of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.model import AuditResult, Claim, Conflict
from claimtrack.report.groups import numbered
from claimtrack.report.locate import place
from claimtrack.report.push import direction
from claimtrack.report.view import (
    View,
    accepted_line,
    holder_line,
    published_line,
    pushes,
    summary,
    top_reasons,
)
from claimtrack.report.wording import shorten, squeeze

TOP_REASONS = 3
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$@&-])")


def render(result: AuditResult) -> str:
    """Return the report as GitHub-flavoured Markdown."""
    view = View.of(result)
    lines = ["# Contradicting claims", "", escape(summary(view)), ""]
    if view.conflicts:
        lines += ["| # | relation | type | score | one side | other side |"]
        lines += ["|--:|---|---|--:|---|---|"]
        lines += [_row(number, c, view) for number, c in numbered(view.conflicts)]
        lines.append("")
    for number, conflict in numbered(view.conflicts):
        lines += _section(f"{number}. ", conflict, view)
    if view.updates:
        lines += ["## Updates (overtaken by time, not flagged)", ""]
        for update in view.updates:
            lines += _section("", update, view)
    if view.suppressed:
        lines += ["## Suppressed", ""]
        for item in view.suppressed:
            lines += [f"{escape(accepted_line(item))}", ""]
            lines += _section("", item.conflict, view)
    if view.stale:
        lines += ["## Suppressions that nothing needs any more", ""]
        lines += [f"- {escape(note.path)}: {escape(note.message)}" for note in view.stale]
        lines.append("")
    if view.errors:
        lines += ["## Could not be read", ""]
        lines += [f"- {escape(e.path)}: {escape(e.message)}" for e in view.errors]
        lines.append("")
    return "\n".join(lines)


def escape(text: str) -> str:
    """Return ``text`` on one line with nothing that Markdown or HTML would act on.

    ``@`` and ``#`` are escaped too, lest a quote notify somebody or link to an issue.
    """
    return _SPECIAL.sub(r"\\\1", squeeze(text))


def _row(number: int, conflict: Conflict, view: View) -> str:
    a, b = view.sides(conflict)
    cells = (
        str(number),
        conflict.relation.value,
        conflict.type.value,
        f"{conflict.score:.2f}",
        escape(a.holder.name),
        escape(b.holder.name),
    )
    return f"| {' | '.join(cells)} |"


def _section(lead: str, conflict: Conflict, view: View) -> Iterator[str]:
    a, b = view.sides(conflict)
    names = f"{escape(shorten(a.holder.name, 40))} and {escape(shorten(b.holder.name, 40))}"
    yield f"### {lead}{conflict.relation.value} ({conflict.type.value}): {names}"
    yield ""
    for claim in (a, b):
        yield from _side(claim, view)
    yield f"Score {conflict.score:.2f}. {escape(conflict.explanation)}"
    yield ""
    for item in top_reasons(pushes(conflict)[0], TOP_REASONS):
        way = direction(item.weight)
        yield f"- {way} {item.weight:+.2f} {escape(item.signal)}: {escape(item.detail)}"
    yield ""
    yield f"Conflict `{conflict.id}`"
    yield ""


def _side(claim: Claim, view: View) -> Iterator[str]:
    document = view.document(claim)
    where = place(document, claim.start, claim.end)
    yield f"**{escape(holder_line(claim))}** ({escape(published_line(document))})"
    yield ""
    yield f"> {escape(claim.quote)}"
    yield ">"
    yield f"> — {escape(document.title or '')} {escape(where)}".replace("—  ", "— ")
    yield ""
