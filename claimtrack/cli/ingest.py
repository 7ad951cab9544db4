"""``ingest``: fill the store."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from claimtrack.cli.progress import progress
from claimtrack.cli.session import emit, finish, say, session, warn
from claimtrack.model import Document
from claimtrack.report.json_ import document_record, dump
from claimtrack.report.view import counted, published_line
from claimtrack.report.wording import squeeze


def ingest(
    ctx: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders, feeds, URLs, - for stdin."),
    ],
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", help="What to print.")
    ] = "text",
) -> None:
    """Read articles and keep their claims in the store.

    Reads .txt, .md, HTML, PDF, RSS, Atom and JSONL. A document that is already stored is left
    as it is. One that can't be read does not stop the others; the exit code is then 2.

    \b
    Examples:
      claimtrack ingest articles/
      claimtrack ingest https://news.example/story feed.xml archive.jsonl
      cat story.md | claimtrack ingest -
    """
    app = session(ctx).app()
    with progress() as bars:
        result = app.ingest(paths, progress=bars, stdin=sys.stdin.buffer)
    if format == "json":
        emit(
            dump(
                {
                    "added": [_brief(document) for document in result.added],
                    "known": [_brief(document) for document in result.known],
                    "claims": result.claims,
                    "errors": [
                        {"path": error.path, "message": error.message} for error in result.errors
                    ],
                }
            )
        )
    else:
        for document in result.added:
            say(f"{document.id}  {squeeze(document.name)} ({squeeze(published_line(document))})")
        say(
            f"{counted(len(result.added), 'document', 'documents')} added with "
            f"{counted(result.claims, 'claim', 'claims')}, {len(result.known):,} known already."
        )
    finish(failed=warn(result.errors))


def _brief(document: Document) -> dict[str, object]:
    record = document_record(document)
    del record["text"]
    return record
