"""``check``: run fixture corpora and say what got better or worse."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack import labels
from claimtrack.cli.audit import Format, FormatOption, OutputOption
from claimtrack.cli.floors import Floor, Floors, read_floors, under, update_floors
from claimtrack.cli.outcome import read_outputs
from claimtrack.cli.progress import progress
from claimtrack.cli.session import emit, finish, say, session, warn, warn_line, width, write
from claimtrack.report import check_text
from claimtrack.report.check_formats import render
from claimtrack.results import CheckReport

if TYPE_CHECKING:
    from claimtrack.bootstrap import Claimtrack


def check(
    ctx: typer.Context,
    directory: Annotated[
        Path,
        typer.Argument(
            help="A fixture corpus, a folder of them, or a label file (csv, tsv, jsonl)."
        ),
    ],
    recursive: Annotated[
        bool, typer.Option("--recursive", "-r", help="Run every corpus below the folder.")
    ] = False,
    min_precision: Annotated[
        float | None,
        typer.Option("--min-precision", min=0, max=1, help="Exit with 1 if any corpus is under."),
    ] = None,
    min_recall: Annotated[
        float | None,
        typer.Option("--min-recall", min=0, max=1, help="Exit with 1 if any corpus is under."),
    ] = None,
    floors: Annotated[
        Path | None,
        typer.Option("--floors", help="TOML: a table with precision, recall, hash per corpus."),
    ] = None,
    update: Annotated[
        bool, typer.Option("--update-floors", help="Write what is reached now to --floors.")
    ] = False,
    lower: Annotated[
        bool, typer.Option("--lower-floors", help="Let --update-floors lower a floor.")
    ] = False,
    margin: Annotated[
        float,
        typer.Option("--margin", min=0, max=1, help="Write floors this far below what is reached."),
    ] = 0.0,
    format: FormatOption = "text",
    output: OutputOption = None,
    contradiction: Annotated[
        str | None,
        typer.Option(
            "--contradiction",
            metavar="LABELS",
            help="Labels of a label file that mean a contradiction, comma-separated.",
        ),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 under a floor (never on errors).")
    ] = False,
) -> None:
    """Measure precision and recall on fixture corpora.

    A corpus is a folder with articles/ and expected.jsonl. A label file of another tool has two
    texts and a label a line (premise and hypothesis, sentence1 and sentence2, ...). Prints the
    figures with their 95 % Wilson intervals, every miss, and every false alarm with the signal
    that caused it. Never touches a store. Without floors it exits with 0. Many corpora are run side
    by side, in as many processes as the setting `workers` allows; the report is the same.

    \b
    Examples:
      claimtrack check fixtures/kerch-bridge
      claimtrack check fixtures --recursive --min-precision 0.85
      claimtrack check pairs.csv --contradiction CON
      claimtrack check fixtures --recursive --floors fixtures/floors.toml --format json
      claimtrack check fixtures --recursive --floors fixtures/floors.toml --update-floors
      claimtrack check fixtures -r --output html=check.html --output sarif=check.sarif
    """
    if (update or lower or margin) and floors is None:
        raise typer.BadParameter("--update-floors needs --floors FILE")
    if (lower or margin) and not update:
        raise typer.BadParameter("--lower-floors and --margin go with --update-floors")
    outputs = read_outputs(output)
    limits = Floors() if floors is None or update else read_floors(floors)
    app = session(ctx).app()
    if directory.is_file() and directory.suffix in labels.SUFFIXES:
        report = _labelled(app, directory, contradiction)
    else:
        with progress() as bars:
            report = app.check(directory, recursive, progress=bars)
    if update and floors is not None:
        update_floors(floors, report, lower=lower, margin=margin)
    failed = under(report, limits, Floor(min_precision, min_recall))
    for name, path in outputs:
        write(path, render(report, failed, name))
    _show(report, failed, format)
    finish(found=bool(failed), failed=warn(report.errors), exit_zero=exit_zero)


def _show(report: CheckReport, failed: list[str], format: Format) -> None:
    if format == "text":
        say(check_text.text(report, failed, width=width()))
    elif format == "concise":
        say(render(report, failed, format))
    else:
        emit(render(report, failed, format))
    if format == "csv":  # a table of mistakes has no row for it
        for line in failed:
            warn_line(f"under a floor: {line}")


def _labelled(app: Claimtrack, file: Path, contradiction: str | None) -> CheckReport:
    lines = labels.read_labels(file, contradiction.split(",") if contradiction else ())
    compared = app.compare(labels.pairs(lines))
    models = {item.kind: item.fingerprint for item in app.models() if item.fingerprint}
    return CheckReport((labels.score(file, lines, compared),), models=models)
