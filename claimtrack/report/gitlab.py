"""GitLab code quality: the JSON list that merge requests show beside the lines of a change.

Only conflicts with a line in a file can be shown there; of two such lines the first is named
and the other stands in the description. The fields are those that GitLab documents.
"""

from __future__ import annotations

from typing import Any

from claimtrack.model import AuditResult, Conflict
from claimtrack.report.json_ import dump
from claimtrack.report.locate import locate, place
from claimtrack.report.view import View, fingerprint, holder_line
from claimtrack.report.wording import squeeze


def render(result: AuditResult) -> str:
    """Return the list of issues, one for each conflict with a line in a file."""
    view = View.of(result)
    issues = (_issue(conflict, view) for conflict in view.conflicts)
    return dump([issue for issue in issues if issue is not None])


def _issue(conflict: Conflict, view: View) -> dict[str, Any] | None:
    a, b = view.sides(conflict)
    if locate(view.document(a), a.start, a.end) is None:
        a, b = b, a
    source = locate(view.document(a), a.start, a.end)
    if source is None:
        return None
    there = place(view.document(b), b.start, b.end)
    return {
        "description": (
            f"{conflict.relation.value}, score {conflict.score:.2f}. "
            f"{squeeze(holder_line(a))}: “{squeeze(a.quote)}” "
            f"{squeeze(holder_line(b))} ({squeeze(there)}): “{squeeze(b.quote)}”"
        ),
        "check_name": f"contradiction/{conflict.type.value}",
        "fingerprint": fingerprint(conflict, view),
        "severity": "major",
        "location": {
            "path": source.path,
            "lines": {"begin": source.start_line, "end": source.end_line},
        },
    }
