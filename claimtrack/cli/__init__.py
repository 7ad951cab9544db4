"""The command line: parse and print only. ``main`` is the entry point.

Importing this module must stay quick, because ``--help`` does: settings, facade and everything
heavy are imported inside the commands.
"""

from __future__ import annotations

import gc
import sys
import warnings
from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli import (
    about,
    audit,
    baseline,
    calibrate,
    check,
    claims,
    compare,
    conflicts,
    documents,
    exchange,
    holders,
    ingest,
    keep,
    review,
    serve,
)
from claimtrack.cli import store as stores
from claimtrack.cli import track as tracks
from claimtrack.cli.group import PROGRAM, ClaimtrackGroup
from claimtrack.cli.session import Session
from claimtrack.report.version import tool_version

COLLECT_EACH = 100_000
"""New objects between two searches for unreachable cycles. At each 700, as Python has it, they took
a sixth of the time before NLI is asked and found little: modules and what is read of articles stay.
"""

EPILOG = "Options for every command (--store, --nli, --debug, ...): see claimtrack --help."

app = typer.Typer(
    name=PROGRAM,
    cls=ClaimtrackGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"{PROGRAM} {tool_version()}")
        raise typer.Exit


@app.callback()
def top(
    ctx: typer.Context,
    store: Annotated[
        str | None,
        typer.Option("--store", metavar="STORE", help="Path or SQLAlchemy URL [default: ./store]."),
    ] = None,
    cache_dir: Annotated[
        Path | None, typer.Option("--cache-dir", help="Folder for results of the judge.")
    ] = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Neither read nor write that cache.")
    ] = False,
    embedder: Annotated[
        str | None, typer.Option("--embedder", metavar="MODEL", help="Path or hub name.")
    ] = None,
    nli: Annotated[
        str | None,
        typer.Option("--nli", metavar="MODEL", help="Path or hub name of a CrossEncoder."),
    ] = None,
    threshold: Annotated[
        float | None,
        typer.Option("--threshold", help="Score from which a pair is flagged (0 to 1)."),
    ] = None,
    config: Annotated[
        Path | None, typer.Option("--config", help="Configuration file to use.")
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks of errors.")] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Who claims what in the news, and which claims cannot both be true.

    The options below may stand before or after the command. Exit codes: 0 clean, 1 findings,
    2 usage, configuration, unreadable input or internal error.

    \b
    Examples:
      claimtrack audit article.txt
      claimtrack compare "The bridge was damaged." "The bridge was not damaged."
    """
    here = ctx.ensure_object(Session)
    here.flags = {
        "store": store,
        "cache_dir": cache_dir,
        "no_cache": no_cache or None,
        "embedder": embedder,
        "nli": nli,
        "threshold": threshold,
    }
    here.config = config


for command in (
    stores.init,
    ingest.ingest,
    audit.audit,
    audit.scan,
    check.check,
    conflicts.conflicts,
    conflicts.show,
    review.review,
    compare.compare,
    conflicts.search,
    tracks.track,
    tracks.threads,
    stores.stats,
    calibrate.calibrate,
    serve.serve,
    keep.doctor,
    keep.backup,
    keep.restore,
    exchange.export,
    exchange.claimreview,
    about.models,
    about.schema,
    about.config,
):
    app.command(epilog=EPILOG)(command)


app.command("import", epilog=EPILOG)(exchange.import_)
app.add_typer(baseline.app, name="baseline", epilog=EPILOG)
app.add_typer(claims.app, name="claims", epilog=EPILOG)
app.add_typer(documents.app, name="documents", epilog=EPILOG)
app.add_typer(holders.app, name="holders", epilog=EPILOG)
app.add_typer(serve.app, name="users", epilog=EPILOG)


def main() -> None:
    """Run the command line and exit, in a process that is this command's alone.

    Warnings of the libraries below are for their maintainers; ``python -W`` shows them still.
    """
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    gc.set_threshold(COLLECT_EACH)
    app()
