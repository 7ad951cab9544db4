"""``documents``: list, show and delete what was ingested."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from claimtrack.cli.session import emit, say, session, width
from claimtrack.report.json_ import claim_record, document_record, dump
from claimtrack.report.view import counted, holder_line, published_line
from claimtrack.report.wording import shorten, squeeze

if TYPE_CHECKING:
    from claimtrack.records import StoredDocument

app = typer.Typer(rich_markup_mode=None)

TextOrJson = Annotated[Literal["text", "json"], typer.Option("--format", help="What to print.")]


@app.callback(invoke_without_command=True)
def top(ctx: typer.Context, format: TextOrJson = "text") -> None:
    """List, show or delete stored documents.

    Without a command it lists the newest ones.

    \b
    Examples:
      claimtrack documents
      claimtrack documents list --outlet "Coast Herald"
      claimtrack documents show 8c1d
    """
    if ctx.invoked_subcommand is None:
        list_(ctx, format=format)


@app.command("list")
def list_(
    ctx: typer.Context,
    outlet: Annotated[str | None, typer.Option("--outlet", help="Only this outlet's.")] = None,
    text: Annotated[
        str | None, typer.Option("--text", help="Only those whose title or text holds this.")
    ] = None,
    all_versions: Annotated[
        bool, typer.Option("--all-versions", help="Older versions too.")
    ] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = 50,
    format: TextOrJson = "text",
) -> None:
    """List the stored documents, the newest first.

    \b
    Examples:
      claimtrack documents list
      claimtrack documents list --outlet "Coast Herald" --format json
    """
    with session(ctx).app().store(read_only=True) as store:
        found = store.documents(
            outlet=outlet, text=text, current=None if all_versions else True, limit=limit + 1
        )
    more, found = len(found) > limit, found[:limit]
    if format == "json":
        emit(dump({"documents": [record(item) for item in found]}))
        return
    for item in found:
        number = counted(item.claims, "claim", "claims")
        version = f", version {item.version}" if item.version > 1 or not item.current else ""
        state = "" if item.current else " (replaced)"
        origin = squeeze(published_line(item.document))
        told = f"{origin}, {number}{version}{state}"
        say(f"{item.document.id}  {shorten(told, width() - 18)}")
        say(f"    {shorten(item.document.name, width() - 4)}")
    rest = " shown, and there are more; see --limit" if more else ""
    say(f"{counted(len(found), 'document', 'documents')}{rest}.")


@app.command("show")
def show(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of a document, or its start.")],
    format: TextOrJson = "text",
) -> None:
    """Show a stored document and its claims.

    \b
    Examples:
      claimtrack documents show 8c1d
      claimtrack documents show 8c1d --format json
    """
    with session(ctx).app().store(read_only=True) as store:
        item = store.document(id)
        claims = store.claims(documents=[item.document.id], current=False)
    document = item.document
    if format == "json":
        rows = [claim_record(claim, document) for claim in claims]
        emit(dump({**record(item), "text": document.text, "claims": rows}))
        return
    say(squeeze(document.name))
    say(squeeze(published_line(document)))
    for label, value in (("author", document.author), ("url", document.url)):
        if value:
            say(f"{label} {squeeze(value)}")
    say(f"document {document.id}, version {item.version}{'' if item.current else ' (replaced)'}")
    say("\n")
    for claim in claims:
        say(f"{claim.id}  {shorten(holder_line(claim), width() - 20)} ({claim.stance.value})")
        say(f"    {shorten(f'“{claim.quote}”', width() - 4)}")
    say(f"{counted(len(claims), 'claim', 'claims')}.")


@app.command("delete")
def delete(
    ctx: typer.Context,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID...]", help="Ids, or their starts.")
    ] = None,
    before: Annotated[
        dt.datetime | None,
        typer.Option(
            "--before",
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="All that was published, or without a date stored, before this day.",
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    format: TextOrJson = "text",
) -> None:
    """Delete documents, their versions and all that was derived.

    Claims, vectors and conflicts go with them; this can't be undone. Decisions stay, without
    the quotes.

    \b
    Examples:
      claimtrack documents delete 8c1d --yes
      claimtrack documents delete --before 2024-01-01 --yes
    """
    if bool(ids) == (before is not None):
        raise typer.BadParameter("give ids, or --before DATE")
    with session(ctx).app().store(create=False) as store:
        if before is not None:
            found = store.expired(before.date())
        else:
            found = [store.document(prefix) for prefix in ids or ()]
        if found and not yes:
            if not sys.stdin.isatty():
                raise typer.BadParameter("add --yes to delete without being asked")
            for item in found:
                typer.echo(f"{item.document.id}  {squeeze(item.document.name)}", err=True)
            question = "Delete these with their versions, claims and conflicts?"
            if not typer.confirm(question, err=True):
                say("Nothing was deleted.")
                return
        gone = store.delete_documents([item.document.id for item in found])
    if format == "json":
        emit(dump({"deleted": gone}))
    else:
        say(f"{counted(len(gone), 'document', 'documents')} deleted.")


def record(item: StoredDocument) -> dict[str, Any]:
    """Return a stored document as JSON, without its text."""
    brief = document_record(item.document)
    del brief["text"]
    return {
        **brief,
        "version": item.version,
        "current": item.current,
        "claims": item.claims,
        "ingested_at": item.ingested_at.isoformat(),
    }
