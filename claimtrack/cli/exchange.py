"""``export`` and ``import``: a store as files that other programs read, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from claimtrack.cli.about import without_password
from claimtrack.cli.session import emit, say, session
from claimtrack.report.json_ import dump
from claimtrack.report.view import counted

TextOrJson = Annotated[Literal["text", "json"], typer.Option("--format", help="What to print.")]


def export(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A new or empty folder.")],
    encoding: Annotated[
        Literal["jsonl", "csv", "parquet"], typer.Option("--as", help="How the files are written.")
    ] = "jsonl",
    format: TextOrJson = "text",
) -> None:
    """Write the store as files: claims, conflicts, decisions, threads and the rest, a table a file.

    \b
    Examples:
      claimtrack export corpus
      claimtrack export corpus --as csv
      claimtrack export corpus --as parquet --format json
    """
    from claimtrack.store.exchange import export as write

    with session(ctx).app().store(read_only=True) as store:
        rows = write(store, folder, encoding)
    _told(f"Wrote {folder.as_posix()}", rows, format)


def import_(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="What export wrote.")],
    format: TextOrJson = "text",
) -> None:
    """Fill an empty or missing store from an export.

    \b
    Examples:
      claimtrack import corpus --store new-store
    """
    from claimtrack.store.exchange import import_store

    settings = session(ctx).loaded().settings
    rows = import_store(folder, settings.store)
    _told(f"Imported to {without_password(settings.store)}", rows, format)


def _told(what: str, rows: dict[str, int], format: str) -> None:
    if format == "json":
        emit(dump({"rows": rows}))
        return
    names = {"documents": ("document", "documents"), "claims": ("claim", "claims")}
    names |= {"conflicts": ("conflict", "conflicts"), "decisions": ("decision", "decisions")}
    counts = [counted(rows.get(name, 0), *words) for name, words in names.items()]
    say(f"{what}: {', '.join(counts)}, {counted(sum(rows.values()), 'row', 'rows')} in all.")


def claimreview(
    ctx: typer.Context,
    format: Annotated[Literal["json"], typer.Option("--format", help="JSON-LD is JSON.")] = "json",
) -> None:
    """Print the verdicts on single claims as schema.org ClaimReview (JSON-LD).

    Only what a reviewer recorded with claimtrack claims verdict: a conflict is no verdict.

    \b
    Examples:
      claimtrack claimreview > claimreview.jsonld
    """
    from claimtrack.rated import rated
    from claimtrack.report.claimreview import render

    with session(ctx).app().store(read_only=True) as store:
        emit(render(rated(store)))
