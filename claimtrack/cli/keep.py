"""``doctor``, ``backup`` and ``restore``: keeping a store whole."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

import typer

from claimtrack.cli.about import without_password
from claimtrack.cli.session import emit, finish, say, session
from claimtrack.report.json_ import dump
from claimtrack.report.view import counted
from claimtrack.report.wording import squeeze

TextOrJson = Annotated[Literal["text", "json"], typer.Option("--format", help="What to print.")]


def doctor(
    ctx: typer.Context,
    mend: Annotated[
        bool, typer.Option("--mend", help="Repair what can be repaired; else nothing is changed.")
    ] = False,
    format: TextOrJson = "text",
) -> None:
    """Examine the store, and mend what can be mended.

    Looks at the database, its references, documents, quotes, vectors and the index. Exits with
    2 where something is wrong and was not mended.

    \b
    Examples:
      claimtrack doctor
      claimtrack doctor --mend
      claimtrack doctor --format json
    """
    found = session(ctx).app().doctor(mend)
    if format == "json":
        emit(dump({"findings": [asdict(finding) for finding in found]}))
    else:
        wide = max(len(finding.name) for finding in found)
        for finding in found:
            state = "mended" if finding.mended else "ok" if finding.ok else "WRONG"
            say(f"{state:<6}  {finding.name:<{wide}}  {squeeze(finding.detail)}")
        wrong = sum(not finding.ok for finding in found)
        if wrong and not mend:
            say(f"{counted(wrong, 'thing is', 'things are')} wrong; try claimtrack doctor --mend.")
    finish(failed=any(not finding.ok for finding in found))


def backup(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The zip file to write.")],
    format: TextOrJson = "text",
) -> None:
    """Write all of the store to one file.

    Others may go on writing meanwhile; the file holds one state of the store.

    \b
    Examples:
      claimtrack backup claims.zip
    """
    from claimtrack.store.backup import backup as write

    with session(ctx).app().store(read_only=True) as store:
        rows = write(store, file)
    _told(f"Wrote {file.as_posix()}", rows, format)


def restore(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that backup wrote.")],
    format: TextOrJson = "text",
) -> None:
    """Fill an empty or missing store from a backup.

    A store that holds something is never overwritten: name a new one with --store.

    \b
    Examples:
      claimtrack restore claims.zip --store new-store
    """
    from claimtrack.store.backup import restore as read

    settings = session(ctx).loaded().settings
    rows = read(file, settings.store)
    _told(f"Restored {without_password(settings.store)}", rows, format)


def _told(what: str, rows: dict[str, int], format: str) -> None:
    if format == "json":
        emit(dump({"rows": rows}))
        return
    documents = counted(rows.get("documents", 0), "document", "documents")
    claims = counted(rows.get("claims", 0), "claim", "claims")
    say(f"{what}: {documents}, {claims}, {counted(sum(rows.values()), 'row', 'rows')} in all.")
