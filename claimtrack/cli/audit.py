"""``audit`` and ``scan``: find contradictions in articles, or in what is stored."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimtrack.changed import changed_files, touching
from claimtrack.cli.outcome import Outcome, read_outputs
from claimtrack.cli.progress import progress
from claimtrack.cli.session import Session, emit, say, session, width
from claimtrack.model import Evidence

if TYPE_CHECKING:
    from claimtrack.config import Settings

Format = Literal[
    "text",
    "concise",
    "json",
    "jsonl",
    "csv",
    "markdown",
    "html",
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
StatisticsOption = Annotated[
    bool, typer.Option("--statistics", help="Print counts instead of each conflict (text, json).")
]
OmitOption = Annotated[
    bool,
    typer.Option("--omit-suppressed", help="Leave accepted conflicts out of SARIF altogether."),
]
BaselineOption = Annotated[
    Path | None, typer.Option("--baseline", help="File of accepted conflicts.")
]
PathsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...", help="Files, folders, URLs, - for stdin [default: setting paths]."
    ),
]
VerboseOption = Annotated[
    bool, typer.Option("--verbose", "-v", help="Show ids, statements and every reason (text).")
]


def audit(
    ctx: typer.Context,
    paths: PathsArgument = None,
    save: Annotated[bool, typer.Option("--save", help="Keep the articles in the store.")] = False,
    format: FormatOption = "text",
    output: OutputOption = None,
    fail_on: FailOnOption = None,
    min_score: MinScoreOption = None,
    exit_zero: ExitZeroOption = False,
    changed_since: Annotated[
        str | None,
        typer.Option(
            "--changed-since", metavar="REF", help="Only conflicts that touch files changed in git."
        ),
    ] = None,
    baseline: BaselineOption = None,
    statistics: StatisticsOption = False,
    omit_suppressed: OmitOption = False,
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
    is given. What the baseline or a comment in an article accepts is counted and not reported.
    Exits with 1 where something contradicts, 2 where an input could not be read.

    \b
    Examples:
      claimtrack audit draft.md
      claimtrack audit articles/ --format json
      claimtrack audit articles/ --output sarif=claims.sarif --output markdown=claims.md
      claimtrack audit articles/ --changed-since origin/main --format github
      claimtrack audit articles/ --statistics
      claimtrack audit draft.md --verbose
      claimtrack audit draft.md --explain 3f9c2a 81d07e
    """
    here = session(ctx)
    outputs = read_outputs(output)
    loaded = here.loaded({"fail_on": fail_on, "min_score": min_score, "baseline": baseline})
    inputs = paths_of(paths, loaded.settings)
    outcome = Outcome(
        format,
        outputs,
        loaded.settings.fail_on,
        loaded.settings.min_score,
        exit_zero,
        verbose,
        statistics,
        omit_suppressed,
    )
    files = None if changed_since is None else changed_files(changed_since)
    app = here.app(loaded.settings)
    with progress() as bars:
        if explain is not None:
            steps = app.explain(
                inputs, explain[0], explain[1], progress=bars, stdin=sys.stdin.buffer
            )
        else:
            result = app.audit(inputs, save=save, progress=bars, stdin=sys.stdin.buffer)
    if explain is not None:
        _print_steps(steps, format)
        return
    outcome.report(result if files is None else touching(result, files))


def paths_of(paths: list[str] | None, settings: Settings) -> list[str]:
    """Return the paths of the command, else those of the settings. Raises BadParameter for none."""
    found = paths or list(settings.paths)
    if not found:
        raise typer.BadParameter("Missing argument 'PATH...', and no paths are set")
    return found


def scan(
    ctx: typer.Context,
    format: FormatOption = "text",
    output: OutputOption = None,
    fail_on: FailOnOption = None,
    min_score: MinScoreOption = None,
    exit_zero: ExitZeroOption = False,
    statistics: StatisticsOption = False,
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
    outcome = Outcome(
        format,
        outputs,
        loaded.settings.fail_on,
        loaded.settings.min_score,
        exit_zero,
        verbose,
        statistics,
    )
    app = here.app(loaded.settings)
    with progress() as bars:
        result = app.scan(progress=bars)
    if format == "text" and not result.documents and not result.errors:
        outcome.write(result)
        say("Nothing new since the last scan; claimtrack conflicts lists what was found.\n")
        return
    outcome.report(result)


def _print_steps(steps: list[Evidence], format: str) -> None:
    if format == "json":
        from claimtrack.report.json_ import dump

        emit(dump({"steps": [dataclasses.asdict(step) for step in steps]}))
        return
    if format != "text":
        raise typer.BadParameter("--explain prints text or json")
    from claimtrack.report.steps import render as render_steps

    say(render_steps(steps, width=width()))
