"""The report that people read: both quotes, who says them, what clashes, and why it is flagged.

It fits in ``width`` columns and says everything without colour: the clashing words are
underlined on a line of their own, and colour, where it is wanted, takes the place of that line.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from claimtrack.model import AuditResult, Claim, Conflict, Evidence, Stance
from claimtrack.report.clash import adds_words, clashing
from claimtrack.report.groups import grouped
from claimtrack.report.locate import place
from claimtrack.report.push import ordered, reason
from claimtrack.report.view import (
    View,
    accepted_line,
    copies_line,
    holder_line,
    published_line,
    pushes,
    summary,
    top_reasons,
)
from claimtrack.report.wording import Run, cells, shorten, squeeze, wrapped

TOP_REASONS = 3
_BOLD, _DIM, _CLASH, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[0m"


def render(
    result: AuditResult,
    *,
    width: int = 80,
    colour: bool = False,
    verbose: bool = False,
    show_updates: bool = True,
) -> str:
    """Return the report. ``verbose`` adds ids, statements and every reason."""
    view = View.of(result)
    page = _Page(view, max(40, width), colour, verbose)
    lines: list[str] = []
    groups = grouped(view.conflicts)
    number = 0
    for group in groups:
        shown: dict[str, int] = {}
        if len(group) > 1:
            told = f"{number + 1} to {number + len(group)} are about the same passages:"
            lines += [page.bold(told), ""]
        for conflict in group:
            number += 1
            lines += [*page.conflict(conflict, number, shown), ""]
    if view.updates and show_updates:
        lines += [page.bold("UPDATES (overtaken by time, not flagged)"), ""]
        for number, update in enumerate(view.updates, start=1):
            lines += [*page.conflict(update, number), ""]
    if view.suppressed and verbose:
        lines += [page.bold("SUPPRESSED (accepted, not flagged)"), ""]
        for number, item in enumerate(view.suppressed, start=1):
            lines += [*page.conflict(item.conflict, number)]
            lines += [*page.indented(squeeze(accepted_line(item))), ""]
    for note in view.stale:
        lines += textwrap.wrap(squeeze(f"{note.path}: {note.message}"), page.width)
    if len(groups) < len(view.conflicts):
        told = f"Conflicts about one passage stand together, {len(groups)} groups in all."
        lines += textwrap.wrap(told, page.width)
    lines += textwrap.wrap(summary(view), page.width)
    return "\n".join(lines) + "\n"


def render_conflict(
    conflict: Conflict, view: View, *, width: int = 80, colour: bool = False
) -> str:
    """Return one conflict with everything known of it."""
    return "\n".join(_Page(view, max(40, width), colour, True).conflict(conflict, None)) + "\n"


class _Page:
    """The lines of one report; holds what every one of them needs to know."""

    def __init__(self, view: View, width: int, colour: bool, verbose: bool) -> None:
        self.view, self.width, self.colour, self.verbose = view, width, colour, verbose

    def bold(self, text: str) -> str:
        return f"{_BOLD}{text}{_RESET}" if self.colour else text

    def dim(self, text: str) -> str:
        return f"{_DIM}{text}{_RESET}" if self.colour else text

    def conflict(
        self, conflict: Conflict, number: int | None, shown: dict[str, int] | None = None
    ) -> Iterator[str]:
        """Yield the heading, both sides and the reasons.

        ``shown`` are claims with the number under which they stand already, and takes on these:
        of such a one a line is enough.
        """
        shown = {} if shown is None else shown
        lead = "" if number is None else f"{number}. "
        heading = f"{lead}{conflict.relation.value.upper()} · {conflict.type.value}"
        score = f"score {conflict.score:.2f}"
        gap = max(2, self.width - cells(heading) - cells(score))
        yield self.bold(heading) + " " * gap + score
        if self.verbose:
            yield self.dim(f"   conflict {conflict.id}")
        marks = dict(zip((conflict.a.id, conflict.b.id), clashing(conflict), strict=True))
        for claim in self.view.sides(conflict):
            if claim.id in shown and not self.verbose:
                yield self._again(claim, shown[claim.id])
            else:
                yield from self._side(claim, marks[claim.id])
        if number is not None:
            for claim in (conflict.a, conflict.b):
                shown.setdefault(claim.id, number)
        yield from self._reasons(conflict)

    def _side(self, claim: Claim, marks: list[tuple[int, int]]) -> Iterator[str]:
        document = self.view.document(claim)
        who = squeeze(holder_line(claim))
        if claim.stance is not Stance.ASSERTED:
            who += f" ({claim.stance.value})"
        yield from (self.bold(line) for line in self.indented(who, 3))
        origin = squeeze(published_line(document))
        where = squeeze(place(document, claim.start, claim.end))
        if 3 + cells(origin) + 3 + cells(where) <= self.width:
            origin, where = f"{origin} · {where}", ""
        yield from (self.dim(line) for line in self.indented(origin, 3))
        yield from (self.dim(line) for line in self.indented(where, 3))
        if self.verbose:
            yield self.dim(f"   claim {claim.id}")
        quote = f"“{claim.quote}”"
        shifted = [(start + 1, end + 1) for start, end in marks]
        for runs in wrapped(quote, shifted, self.width - 6):
            yield from self._marked(runs)
        if self.verbose or adds_words(claim):
            yield from (self.dim(line) for line in self._labelled("read as", claim.statement))

    def _again(self, claim: Claim, number: int) -> str:
        """One line on a claim that was shown in full under ``number``."""
        said = squeeze(claim.statement)
        end = f" (as in {number})"
        who = shorten(holder_line(claim), max(12, self.width // 2))
        room = self.width - 3 - cells(who) - 2 - len(end)
        return f"   {self.bold(who)}: {self.dim(shorten(said, room) + end)}"

    def _marked(self, runs: list[Run]) -> Iterator[str]:
        if self.colour:
            yield " " * 6 + "".join(
                f"{_CLASH}{run.text}{_RESET}" if run.marked else run.text for run in runs
            )
            return
        yield " " * 6 + "".join(run.text for run in runs)
        if any(run.marked for run in runs):
            under = "".join(("^" if run.marked else " ") * cells(run.text) for run in runs)
            yield (" " * 6 + under).rstrip()

    def _reasons(self, conflict: Conflict) -> Iterator[str]:
        yield from self._labelled("why", conflict.explanation)
        scored, behind = pushes(conflict)
        for item in ordered(scored) if self.verbose else top_reasons(scored, TOP_REASONS):
            yield from self._reason(item, conflict.explanation)
        if self.verbose and behind:
            yield "   behind it, on whether both speak of one event:"
            for item in behind:
                yield from self._reason(item, "")
        if conflict.copies:
            yield from self.indented(squeeze(copies_line(conflict, self.view)), 3)

    def _reason(self, item: Evidence, said: str) -> list[str]:
        """One reason; its detail is not repeated where it was ``said`` above."""
        detail = "as said above" if item.detail == said else None
        return reason(item, self.width, detail=detail)

    def _labelled(self, label: str, text: str) -> list[str]:
        return textwrap.wrap(
            squeeze(text),
            self.width,
            initial_indent=f"   {label}: ",
            subsequent_indent="   ",
        )

    def indented(self, text: str, indent: int = 3) -> list[str]:
        space = " " * indent
        # Addresses are left whole: a broken one can't be opened.
        return textwrap.wrap(
            text,
            self.width,
            initial_indent=space,
            subsequent_indent=space,
            break_long_words=False,
            break_on_hyphens=False,
        )
