"""What ``audit`` and ``scan`` do with a result: print it, write it to files, and exit."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import typer

from claimtrack.cli.session import colour, emit, finish, say, warn, warn_line, width, write
from claimtrack.model import AuditResult, Relation
from claimtrack.report import FORMATS, render

SPEAKING = frozenset({"text", "concise", "markdown", "github", "html"})
"""Formats whose reader is a person, and which say themselves what was suppressed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a result is shown and what counts as a finding."""

    format: str
    outputs: tuple[tuple[str, str], ...]
    fail_on: tuple[Relation, ...]
    min_score: float | None
    exit_zero: bool = False
    verbose: bool = False
    statistics: bool = False
    omit_suppressed: bool = False

    def __post_init__(self) -> None:
        if self.statistics and self.format not in ("text", "json"):
            raise typer.BadParameter("--statistics prints text or json")

    def report(self, result: AuditResult) -> None:
        """Print ``result``, write the files, and end with the exit code of what was found."""
        shown, hidden = at_least(result, self.min_score)
        self.write(shown)
        if self.statistics:
            self._statistics(shown)
        elif self.format == "text":
            from claimtrack.report import text

            say(text.render(shown, width=width(), colour=colour(), verbose=self.verbose))
        elif self.format == "concise":
            say(self._render(shown, self.format))
        else:
            emit(self._render(shown, self.format))
        if self.format == "text" and hidden:
            say(f"Not shown: {hidden} below --min-score {self.min_score}.")
        if self.format not in SPEAKING:
            self._told(shown)
        failed = warn(result.errors)
        found = any(conflict.relation in self.fail_on for conflict in shown.conflicts)
        finish(found=found, failed=failed, exit_zero=self.exit_zero)

    def write(self, result: AuditResult) -> None:
        """Write the report files."""
        for name, path in self.outputs:
            write(path, self._render(result, name))

    def _render(self, result: AuditResult, format: str) -> str:
        if format == "sarif" and self.omit_suppressed:
            from claimtrack.report import sarif

            return sarif.render(result, with_suppressed=False)
        return render(result, format)

    def _statistics(self, result: AuditResult) -> None:
        from claimtrack.report import statistics
        from claimtrack.report.json_ import dump

        if self.format == "json":
            emit(dump(statistics.as_dict(result)))
        else:
            say(statistics.text(result, width=width()))

    def _told(self, result: AuditResult) -> None:
        """Say on stderr what a format for machines may have no place for."""
        from claimtrack.report.view import View, counted, suppressed_counts

        view = View.of(result)
        if view.suppressed:
            number = counted(len(view.suppressed), "conflict", "conflicts")
            warn_line(f"{number} suppressed ({suppressed_counts(view)})")
        for note in view.stale:
            warn_line(f"{note.path}: {note.message}")


def read_outputs(output: list[str] | None) -> tuple[tuple[str, str], ...]:
    """Return (format, file) of each ``--output``. Raises BadParameter for what is none."""
    pairs = []
    for item in output or []:
        name, equals, path = item.partition("=")
        if not equals or not path or name not in FORMATS:
            known = ", ".join(FORMATS)
            raise typer.BadParameter(f"--output takes FORMAT=FILE (formats: {known}), not {item!r}")
        pairs.append((name, path))
    return tuple(pairs)


def at_least(result: AuditResult, score: float | None) -> tuple[AuditResult, int]:
    """Return ``result`` without conflicts and updates under ``score``, and how many those are."""
    if score is None:
        return result, 0
    conflicts = tuple(c for c in result.conflicts if c.score >= score)
    updates = tuple(u for u in result.updates if u.score >= score)
    hidden = len(result.conflicts) + len(result.updates) - len(conflicts) - len(updates)
    run = {**result.run, "below_min_score": hidden}
    return dataclasses.replace(result, conflicts=conflicts, updates=updates, run=run), hidden
