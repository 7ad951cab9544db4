"""CSV that a spreadsheet opens rightly: UTF-8 with a mark, CRLF, and no cell that computes."""

from __future__ import annotations

import csv
import io

from claimtrack.model import AuditResult, Claim, Conflict
from claimtrack.report.locate import locate
from claimtrack.report.view import View, accepted_line, fingerprint
from claimtrack.report.wording import printable

# Excel reads UTF-8 only where the file says so; LibreOffice and pandas skip the mark.
MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
# What makes a spreadsheet take text for a formula (OWASP, "CSV Injection"), with the full-width
# forms that some of them fold to the same signs.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_SIDE = (
    "holder",
    "on_behalf_of",
    "stance",
    "quote",
    "statement",
    "outlet",
    "title",
    "published",
    "url",
    "path",
    "line",
)
COLUMNS = (
    "id",
    "relation",
    "type",
    "score",
    "explanation",
    *(f"a_{name}" for name in _SIDE),
    *(f"b_{name}" for name in _SIDE),
    "fingerprint",
    "suppressed",
)


def render(result: AuditResult) -> str:
    """Return the header and a row for each conflict and update (``relation`` tells which).

    ``suppressed`` says why a conflict is accepted; it is empty for one that is not.
    """
    view = View.of(result)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for conflict in (*view.conflicts, *view.updates):
        writer.writerow([cell(value) for value in (*_row(conflict, view), "")])
    for item in view.suppressed:
        row = (*_row(item.conflict, view), accepted_line(item))
        writer.writerow([cell(value) for value in row])
    return MARK + out.getvalue()


def cell(value: object) -> object:
    """Return ``value`` as a cell: numbers as they are, text made harmless with an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    text = printable(str(value))
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def _row(conflict: Conflict, view: View) -> list[object]:
    return [
        conflict.id,
        conflict.relation.value,
        conflict.type.value,
        round(conflict.score, 4),
        conflict.explanation,
        *_side(conflict.a, view),
        *_side(conflict.b, view),
        fingerprint(conflict, view),
    ]


def _side(claim: Claim, view: View) -> list[object]:
    document = view.document(claim)
    source = locate(document, claim.start, claim.end)
    return [
        claim.holder.name,
        claim.holder.on_behalf_of,
        claim.stance.value,
        claim.quote,
        claim.statement,
        document.outlet,
        document.title,
        None if document.published is None else document.published.isoformat(),
        document.url,
        None if source is None else source.path,
        None if source is None else source.start_line,
    ]
