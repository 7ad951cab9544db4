"""What the store holds, for a reader and as JSON: lists, and one conflict in full."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from claimtrack.model import AuditResult, Claim, Conflict, Decision, Document, Evidence
from claimtrack.report.clash import clashing
from claimtrack.report.json_ import claim_record, conflict_record, document_record
from claimtrack.report.locate import place
from claimtrack.report.push import ordered, push
from claimtrack.report.view import View, counted, holder_line, published_line, pushes
from claimtrack.report.wording import cells, shorten, squeeze, wrapped

CONTEXT = 240
"""Characters shown before and after a quote."""
_BAR = 16


class Judged(Protocol):
    """A conflict with what was decided on it, as the store gives it."""

    @property
    def conflict(self) -> Conflict:
        """The conflict itself."""
        ...

    @property
    def fingerprint(self) -> str:
        """What stays of it when models change."""
        ...

    @property
    def status(self) -> str:
        """Whether it still holds by the newest run."""
        ...

    @property
    def ruling(self) -> str | None:
        """The reviewer's verdict; None while undecided."""
        ...


def view_of(found: Sequence[Judged], documents: Sequence[Document]) -> View:
    """Return the view that the report modules need of stored conflicts."""
    conflicts = tuple(item.conflict for item in found)
    return View.of(AuditResult(tuple(documents), (), conflicts, (), (), {}))


def record(item: Judged, view: View) -> dict[str, Any]:
    """Return a stored conflict with both claims and their documents, without the full texts."""
    conflict = item.conflict

    def side(claim: Claim) -> dict[str, Any]:
        document = document_record(view.document(claim))
        del document["text"]
        return {**claim_record(claim, view.document(claim)), "document": document}

    return {
        **conflict_record(conflict),
        "fingerprint": item.fingerprint,
        "status": str(item.status),
        "ruling": None if item.ruling is None else str(item.ruling),
        "a": side(conflict.a),
        "b": side(conflict.b),
    }


def listing(found: Sequence[Judged], view: View, *, width: int = 80) -> str:
    """Return three lines a conflict: what it is and what became of it, then who says what."""
    lines: list[str] = []
    for item in found:
        conflict = item.conflict
        state = str(item.ruling or item.status)
        lines.append(
            f"{conflict.id}  {conflict.score:.2f}  "
            f"{conflict.relation.value}/{conflict.type.value}  {state}"
        )
        for claim in view.sides(conflict):
            # As it was read: a long quote is cut before it comes to what clashes.
            said = f"{squeeze(claim.holder.name)}: {squeeze(claim.statement)}"
            lines.append(f"    {shorten(said, width - 4)}")
    return "\n".join([*lines, ""]) if lines else ""


def in_full(item: Judged, view: View, *, width: int = 80) -> str:
    """Return a conflict with both passages in their context and every reason as a waterfall."""
    conflict = item.conflict
    state = f"{item.status}, {item.ruling or 'undecided'}"
    lines = [
        f"{conflict.relation.value.upper()} · {conflict.type.value} · score {conflict.score:.2f}",
        f"conflict {conflict.id} ({state})",
    ]
    marks = dict(zip((conflict.a.id, conflict.b.id), clashing(conflict), strict=True))
    for claim in view.sides(conflict):
        lines += ["", *_passage(claim, view.document(claim), marks[claim.id], width)]
    return "\n".join([*lines, "", reasons(conflict, width=width)])


def blindly(item: Judged, view: View, *, width: int = 80) -> str:
    """Return both passages of a conflict, and nothing of what the judge made of them."""
    conflict = item.conflict
    lines = [conflict.relation.value.upper(), f"conflict {conflict.id}"]
    for claim in view.sides(conflict):
        lines += ["", *_passage(claim, view.document(claim), [], width)]
    return "\n".join(lines) + "\n"


def reasons(conflict: Conflict, *, width: int = 80) -> str:
    """Return why a conflict was flagged: the explanation, and every reason as a waterfall."""
    lines = textwrap.wrap(f"why: {squeeze(conflict.explanation)}", width)
    scored, behind = pushes(conflict)
    lines += waterfall(ordered(scored), width)
    if scored:
        total = sum(item.weight for item in scored)
        lines.append(f"  {'in all':<7} {total:+.2f} log-odds: score {conflict.score:.2f}")
    if behind:
        lines += ["", "behind it, for and against that both speak of one event:"]
        lines += waterfall(behind, width)
    if conflict.copies:
        pairs = counted(len(conflict.copies), "further pair", "further pairs")
        lines += ["", f"The same clash stands in {pairs} of claims."]
    return "\n".join(lines) + "\n"


def decision_line(made: Decision) -> str:
    """Return a decision as one line: when, who, what and why."""
    what = f"undid decision {made.undo_of}" if made.ruling is None else made.ruling.value
    reason = "" if made.reason is None else f" ({made.reason.value})"
    note = f": {made.note}" if made.note else ""
    return squeeze(f"{made.at:%Y-%m-%d} {made.reviewer} {what}{reason}{note}")


def _passage(
    claim: Claim, document: Document, marks: Sequence[tuple[int, int]], width: int
) -> Iterator[str]:
    who = f"{holder_line(claim)} ({claim.stance.value}, {claim.certainty.value})"
    yield from textwrap.wrap(squeeze(who), width)
    where = f"{document.name} · {published_line(document)}"
    yield from textwrap.wrap(squeeze(where), width, break_long_words=False)
    yield from textwrap.wrap(
        squeeze(place(document, claim.start, claim.end)), width, break_long_words=False
    )
    yield f"claim {claim.id}"
    before = document.text[max(0, claim.start - CONTEXT) : claim.start].rpartition("\n\n")[2]
    after = document.text[claim.end : claim.end + CONTEXT].partition("\n\n")[0]
    lead = "…" if len(before) == CONTEXT else ""
    tail = "…" if len(after) == CONTEXT else ""
    shown = f"{lead}{before}[{claim.quote}]{after}{tail}"
    offset = len(lead) + len(before) + 1
    shifted = [(start + offset, end + offset) for start, end in marks]
    for runs in wrapped(shown, shifted, width - 2):
        yield "  " + "".join(run.text for run in runs)
        if any(run.marked for run in runs):
            under = "".join(("^" if run.marked else " ") * cells(run.text) for run in runs)
            yield f"  {under}".rstrip()
    yield from textwrap.wrap(
        squeeze(claim.statement),
        width,
        initial_indent="  read as: ",
        subsequent_indent="  ",
    )


def waterfall(evidence: Sequence[Evidence], width: int = 80) -> list[str]:
    """Return a line for each reason: for or against, by how much, a bar, and what it is."""
    if not evidence:
        return []
    most = max(abs(item.weight) for item in evidence) or 1.0
    lines = []
    for item in evidence:
        size = round(abs(item.weight) / most * _BAR)
        bar = ("+" if item.weight >= 0 else "-") * size
        head = f"  {push(item.weight)} {bar:<{_BAR}} "
        lines += textwrap.wrap(
            squeeze(f"{item.signal}: {item.detail}"),
            max(width, len(head) + 20),
            initial_indent=head,
            subsequent_indent=" " * len(head),
        )
    return lines


def table(rows: Sequence[Sequence[object]], *, width: int = 80) -> str:
    """Return rows in columns; the last column is cut to what is left of ``width``."""
    if not rows:
        return ""
    texts = [[squeeze(str(value)) for value in row] for row in rows]
    last = len(texts[0]) - 1
    wide = [max(cells(row[column]) for row in texts) for column in range(last)]
    room = max(20, width - sum(wide) - 2 * last)
    lines = []
    for row in texts:
        padded = [
            text + " " * (wide[column] - cells(text)) for column, text in enumerate(row[:last])
        ]
        lines.append("  ".join([*padded, shorten(row[last], room)]).rstrip())
    return "\n".join(lines) + "\n"


def counts(values: Mapping[str, int]) -> str:
    """Return a line for each count."""
    wide = max((len(key) for key in values), default=0)
    return "".join(
        f"{key.replace('_', ' '):<{wide}}  {value:>9,}\n" for key, value in values.items()
    )
