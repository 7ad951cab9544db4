"""``baseline``: accept conflicts with a reason, so that only new ones fail a build."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimtrack import baseline as file
from claimtrack.baseline import Entry
from claimtrack.cli.audit import BaselineOption, PathsArgument, paths_of
from claimtrack.cli.progress import progress
from claimtrack.cli.session import emit, finish, say, session, warn, width
from claimtrack.errors import ConfigError
from claimtrack.model import AuditResult, Conflict
from claimtrack.report.json_ import dump
from claimtrack.report.view import counted
from claimtrack.report.wording import shorten, squeeze
from claimtrack.suppress import matches, unneeded

if TYPE_CHECKING:
    from claimtrack.config import Settings

app = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=False,
    help="""Accept conflicts with a reason, so that only new ones are reported.

    \b
    Examples:
      claimtrack baseline write articles/ --reason "Known when the check was introduced"
      claimtrack baseline show

    Every command below takes --format text or json.
    """,
)

TextOrJson = Annotated[Literal["text", "json"], typer.Option("--format", help="What to print.")]
ReasonOption = Annotated[str, typer.Option("--reason", help="Why these conflicts are accepted.")]
AuthorOption = Annotated[
    str | None, typer.Option("--author", help="Who accepts them [default: git's user.name].")
]
DateOption = Annotated[
    str | None, typer.Option("--date", help="The day of acceptance [default: today].")
]


@app.command()
def write(
    ctx: typer.Context,
    reason: ReasonOption,
    paths: PathsArgument = None,
    baseline: BaselineOption = None,
    author: AuthorOption = None,
    date: DateOption = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace a baseline that is there.")
    ] = False,
    format: TextOrJson = "text",
) -> None:
    """Accept every conflict that an audit finds now.

    \b
    Examples:
      claimtrack baseline write articles/ --reason "Known when the check was introduced"
    """
    settings, path = _settings(ctx, baseline, exists=False)
    if path.exists() and not force:
        raise ConfigError(
            f"{file.shown(path)} is there already; use claimtrack baseline update, or --force"
        )
    result = _audit(ctx, settings, paths)
    entries = _entries(result, result.conflicts, reason, author, date)
    file.write(path, entries)
    _told(path, added=len(entries), kept=0, dropped=0, format=format)
    finish(failed=warn(result.errors))


@app.command()
def update(
    ctx: typer.Context,
    reason: ReasonOption,
    paths: PathsArgument = None,
    baseline: BaselineOption = None,
    author: AuthorOption = None,
    date: DateOption = None,
    format: TextOrJson = "text",
) -> None:
    """Accept what is new, drop what no conflict needs any more, and keep the rest as it is.

    Entries about articles that were not read are kept.

    \b
    Examples:
      claimtrack baseline update articles/ --reason "Both figures are quoted on purpose"
    """
    settings, path = _settings(ctx, baseline, exists=True)
    old = file.read(path)
    result = _audit(ctx, settings, paths)
    stale = unneeded(result, old)
    kept = [entry for entry in old if entry not in stale]
    known = matches(result, kept)
    unknown = [conflict for conflict in result.conflicts if not known[conflict.id]]
    new = _entries(result, unknown, reason, author, date)
    file.write(path, [*kept, *new])
    _told(path, added=len(new), kept=len(kept), dropped=len(old) - len(kept), format=format)
    finish(failed=warn(result.errors))


@app.command()
def show(ctx: typer.Context, baseline: BaselineOption = None, format: TextOrJson = "text") -> None:
    """Show what is accepted: by whom, since when, why.

    \b
    Examples:
      claimtrack baseline show
      claimtrack baseline show --format json
    """
    _, path = _settings(ctx, baseline, exists=True)
    entries = file.read(path)
    if format == "json":
        emit(dump({"baseline": file.shown(path), "entries": [file.as_record(e) for e in entries]}))
        return
    for entry in entries:
        for line in _lines(entry, width()):
            say(line)
    say(f"{counted(len(entries), 'accepted conflict', 'accepted conflicts')}.")


def _lines(entry: Entry, room: int) -> list[str]:
    lines = [
        f"{entry.fingerprint}  {entry.relation.value}/{entry.type.value}  "
        f"{entry.date.isoformat()}  {squeeze(entry.author or 'author unknown')}"
    ]
    lines.append(f"    {shorten(entry.reason, room - 4)}")
    for side in (entry.a, entry.b):
        said = f"{squeeze(side.holder)}, {squeeze(side.place)}: “{squeeze(side.quote)}”"
        lines.append(f"    {shorten(said, room - 4)}")
    return lines


def _settings(ctx: typer.Context, given: Path | None, *, exists: bool) -> tuple[Settings, Path]:
    """Return the settings without a baseline in force, and the file that is meant."""
    settings = session(ctx).loaded({"baseline": given}).settings
    path = settings.baseline or settings.root / file.FILE_NAME
    if exists and not path.is_file():
        raise ConfigError(f"no baseline {file.shown(path)}: claimtrack baseline write makes one")
    return settings.model_copy(update={"baseline": None}), path


def _audit(ctx: typer.Context, settings: Settings, paths: list[str] | None) -> AuditResult:
    inputs = paths_of(paths, settings)
    facade = session(ctx).app(settings)
    with progress() as bars:
        return facade.audit(inputs, save=False, progress=bars, stdin=sys.stdin.buffer)


def _entries(
    result: AuditResult,
    conflicts: Sequence[Conflict],
    reason: str,
    author: str | None,
    date: str | None,
) -> list[Entry]:
    if not reason.strip():
        raise typer.BadParameter("--reason needs words")
    try:
        day = dt.date.today() if date is None else dt.date.fromisoformat(date)
    except ValueError as error:
        raise typer.BadParameter(f"--date takes a day such as 2031-05-02, not {date!r}") from error
    documents = {document.id: document for document in result.documents}
    who = author or _git_user()
    found = [
        file.make_entry(conflict, documents, reason=reason.strip(), author=who, date=day)
        for conflict in conflicts
    ]
    return list({entry.fingerprint: entry for entry in found}.values())


def _git_user() -> str | None:
    try:
        done = subprocess.run(
            ["git", "config", "user.name"], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        # No git or no name set: a baseline without an author is allowed, and says so.
        return None
    return done.stdout.strip() or None


def _told(path: Path, *, added: int, kept: int, dropped: int, format: str) -> None:
    if format == "json":
        emit(dump({"baseline": file.shown(path), "added": added, "kept": kept, "dropped": dropped}))
        return
    say(f"{file.shown(path)}: {added} accepted now, {kept} kept, {dropped} dropped as stale.")
