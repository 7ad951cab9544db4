"""``audit`` and ``scan``: find contradictions in articles, or in what is stored."""

from __future__ import annotations

import dataclasses
import sys
from typing import Annotated, Literal

import typer

from claimtrack.cli.progress import progress
from claimtrack.cli.session import (
    Session,
    colour,
    emit,
    finish,
    say,
    session,
    warn,
    width,
    write,
)
from claimtrack.model import AuditResult, Evidence, Relation
from claimtrack.report import FORMATS, render

Format = Literal[
    "text",
    "concise",
    "json",
    "jsonl",
    "csv",
    "markdown",
    "sarif",
    "junit",
    "github",
    "gitlab",
]

FormatOption = Annotated[Format, typer.Option("--format", help="What to print.")]
OutputOption = Annotated[
    list[str] | None,
    typer.Option(
        "--output", metavar="FORMAT=FILE", help="Also write a report to a file. Repeatable."
    ),
]
FailOnOption = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="RELATIONS",
        help="Exit with 1 only on these, comma-separated: dispute, reversal, self-contradiction.",
    ),
]
MinScoreOption = Annotated[
    float | None, typer.Option("--min-score", help="Hide conflicts below this score (0 to 1).")
]
ExitZeroOption = Annotated[
    bool, typer.Option("--exit-zero", help="Exit with 0 on findings (never on errors).")
]
VerboseOption = Annotated[
    bool, typer.Option("--verbose", "-v", help="Show ids, statements and every reason (text).")
]


def audit(
    ctx: typer.Context,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, URLs, - for stdin.")
    ],
    save: Annotated[bool, typer.Option("--save", help="Keep the articles in the store.")] = False,
    format: FormatOption = "text",
    output: OutputOption = None,
    fail_on: FailOnOption = None,
    min_score: MinScoreOption = None,
    exit_zero: ExitZeroOption = False,
    verbose: VerboseOption = False,
    explain: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--explain", metavar="CLAIM CLAIM", help="Say at which step a pair was dropped and why."
        ),
    ] = None,
) -> None:
    """Find claims in articles that contradict each other.

    Compares the articles with each other and with what is stored. Stores nothing unless --save
    is given. Exits with 1 where something contradicts, 2 where an input could not be read.

    \b
    Examples:
      claimtrack audit draft.md
      claimtrack audit articles/ --format json
      claimtrack audit articles/ --output sarif=claims.sarif --output markdown=claims.md
      claimtrack audit draft.md --verbose
      claimtrack audit draft.md --explain 3f9c2a 81d07e
    """
    here = session(ctx)
    outputs = read_outputs(output)
    loaded = here.loaded({"fail_on": fail_on, "min_score": min_score})
    app = here.app(loaded.settings)
    with progress() as bars:
        if explain is not None:
            steps = app.explain(
                paths, explain[0], explain[1], progress=bars, stdin=sys.stdin.buffer
            )
        else:
            result = app.audit(paths, save=save, progress=bars, stdin=sys.stdin.buffer)
    if explain is not None:
        _print_steps(steps, format)
        return
    report(
        result,
        format=format,
        outputs=outputs,
        fail_on=loaded.settings.fail_on,
        min_score=loaded.settings.min_score,
        exit_zero=exit_zero,
        verbose=verbose,
    )


def scan(
    ctx: typer.Context,
    format: FormatOption = "text",
    output: OutputOption = None,
    fail_on: FailOnOption = None,
    min_score: MinScoreOption = None,
    exit_zero: ExitZeroOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Compare what is new in the store, and keep what is found.

    Looks only at what was added since the last scan. Exits with 1 where something contradicts.

    \b
    Examples:
      claimtrack scan
      claimtrack scan --format json --exit-zero
    """
    here: Session = session(ctx)
    outputs = read_outputs(output)
    loaded = here.loaded({"fail_on": fail_on, "min_score": min_score})
    app = here.app(loaded.settings)
    with progress() as bars:
        result = app.scan(progress=bars)
    if format == "text" and not result.documents and not result.errors:
        for name, path in outputs:
            write(path, render(result, name))
        say("Nothing new since the last scan; claimtrack conflicts lists what was found.\n")
        return
    report(
        result,
        format=format,
        outputs=outputs,
        fail_on=loaded.settings.fail_on,
        min_score=loaded.settings.min_score,
        exit_zero=exit_zero,
        verbose=verbose,
    )


def read_outputs(output: list[str] | None) -> list[tuple[str, str]]:
    """Return (format, file) of each ``--output``. Raises BadParameter for what is none."""
    pairs = []
    for item in output or []:
        name, equals, path = item.partition("=")
        if not equals or not path or name not in FORMATS:
            known = ", ".join(FORMATS)
            raise typer.BadParameter(f"--output takes FORMAT=FILE (formats: {known}), not {item!r}")
        pairs.append((name, path))
    return pairs


def report(
    result: AuditResult,
    *,
    format: str,
    outputs: list[tuple[str, str]],
    fail_on: tuple[Relation, ...],
    min_score: float | None,
    exit_zero: bool,
    verbose: bool,
) -> None:
    """Print ``result``, write the files, and end with the exit code of what was found."""
    shown, hidden = at_least(result, min_score)
    for name, path in outputs:
        write(path, render(shown, name))
    if format == "text":
        from claimtrack.report import text

        say(text.render(shown, width=width(), colour=colour(), verbose=verbose))
        if hidden:
            say(f"Not shown: {hidden} below --min-score {min_score}.")
    elif format == "concise":
        say(render(shown, format))
    else:
        emit(render(shown, format))
    failed = warn(result.errors)
    found = any(conflict.relation in fail_on for conflict in shown.conflicts)
    finish(found=found, failed=failed, exit_zero=exit_zero)


def at_least(result: AuditResult, score: float | None) -> tuple[AuditResult, int]:
    """Return ``result`` without conflicts and updates under ``score``, and how many those are."""
    if score is None:
        return result, 0
    conflicts = tuple(c for c in result.conflicts if c.score >= score)
    updates = tuple(u for u in result.updates if u.score >= score)
    hidden = len(result.conflicts) + len(result.updates) - len(conflicts) - len(updates)
    run = {**result.run, "below_min_score": hidden}
    return dataclasses.replace(result, conflicts=conflicts, updates=updates, run=run), hidden


def _print_steps(steps: list[Evidence], format: str) -> None:
    if format == "json":
        from claimtrack.report.json_ import dump

        emit(dump({"steps": [dataclasses.asdict(step) for step in steps]}))
        return
    if format != "text":
        raise typer.BadParameter("--explain prints text or json")
    from claimtrack.report.steps import render as render_steps

    say(render_steps(steps, width=width()))
