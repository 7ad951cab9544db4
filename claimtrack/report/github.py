"""Workflow commands that GitHub Actions turns into annotations on the lines of both articles."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.model import AuditResult, Claim, Conflict
from claimtrack.report.locate import locate, place
from claimtrack.report.view import View, holder_line, summary
from claimtrack.report.wording import squeeze


def render(result: AuditResult) -> str:
    """Return a warning on either side of a conflict, notices for updates, errors, a summary."""
    view = View.of(result)
    lines = [
        *(line for c in view.conflicts for line in _both(c, view, "warning")),
        *(line for u in view.updates for line in _both(u, view, "notice")),
        *(
            f"::notice title={_property('claimtrack: stale suppression')}::"
            f"{_message(f'{note.path}: {note.message}')}"
            for note in view.stale
        ),
        *(
            f"::error title={_property('claimtrack: input not read')}::"
            f"{_message(f'{error.path}: {error.message}')}"
            for error in view.errors
        ),
        summary(view),
    ]
    return "\n".join(lines) + "\n"


def _both(conflict: Conflict, view: View, level: str) -> Iterator[str]:
    a, b = view.sides(conflict)
    located = [c for c in (a, b) if locate(view.document(c), c.start, c.end) is not None]
    for claim in located or [a]:
        yield _annotation(conflict, claim, b if claim is a else a, view, level)


def _annotation(conflict: Conflict, claim: Claim, other: Claim, view: View, level: str) -> str:
    title = f"{conflict.relation.value} ({conflict.type.value}), score {conflict.score:.2f}"
    properties = [f"title={_property(title)}"]
    source = locate(view.document(claim), claim.start, claim.end)
    if source is not None:
        properties += [
            f"file={_property(source.path)}",
            f"line={source.start_line}",
            f"endLine={source.end_line}",
        ]
        # GitHub takes columns only where an annotation stays on one line; its end is included.
        if source.start_line == source.end_line:
            properties += [
                f"col={source.start_column}",
                f"endColumn={max(source.start_column, source.end_column - 1)}",
            ]
    there = view.document(other)
    message = (
        f"{squeeze(holder_line(claim))}: “{squeeze(claim.quote)}”\n"
        f"{squeeze(holder_line(other))}: “{squeeze(other.quote)}” "
        f"({place(there, other.start, other.end)})\n{squeeze(conflict.explanation)}"
    )
    return f"::{level} {','.join(properties)}::{_message(message)}"


def annotation(
    level: str, title: str, message: str, *, path: str | None = None, line: int | None = None
) -> str:
    """Return one workflow command, on a line of a file where one is given."""
    properties = [f"title={_property(title)}"]
    if path is not None:
        properties += [f"file={_property(path)}", f"line={line or 1}"]
    return f"::{level} {','.join(properties)}::{_message(message)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(squeeze(text)).replace(":", "%3A").replace(",", "%2C")
