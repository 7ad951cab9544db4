"""``holders``: who speaks, and mending which names are one voice."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from claimtrack.cli.reviewer import Reviewer, who
from claimtrack.cli.session import emit, say, session, width
from claimtrack.model import HolderKind
from claimtrack.report import stored
from claimtrack.report.json_ import dump, holder_record
from claimtrack.report.view import counted

app = typer.Typer(rich_markup_mode=None)

TextOrJson = Annotated[Literal["text", "json"], typer.Option("--format", help="What to print.")]


@app.callback(invoke_without_command=True)
def top(ctx: typer.Context, format: TextOrJson = "text") -> None:
    """List who stands behind claims, and mend names.

    Without a command it lists all of them. A short name and a full one that speak for the same
    organisation are one holder from the start; merge and split mend the rest.

    \b
    Examples:
      claimtrack holders
      claimtrack holders merge "Ilka Thorne" "Minister Thorne"
    """
    if ctx.invoked_subcommand is None:
        list_(ctx, format=format)


@app.command("list")
def list_(
    ctx: typer.Context,
    text: Annotated[str | None, typer.Option("--text", help="Only names that hold this.")] = None,
    kind: Annotated[HolderKind | None, typer.Option("--kind", help="Only these.")] = None,
    format: TextOrJson = "text",
) -> None:
    """List who stands behind claims, those with most claims first.

    \b
    Examples:
      claimtrack holders list
      claimtrack holders list --kind person --format json
    """
    with session(ctx).app().store(read_only=True) as store:
        found = store.holders(text=text, kind=kind)
    if format == "json":
        rows = [
            {
                "id": item.id,
                **holder_record(item.holder),
                "aliases": list(item.aliases),
                "claims": item.claims,
                "documents": item.documents,
            }
            for item in found
        ]
        emit(dump({"holders": rows}))
        return
    lines = []
    for item in found:
        others = [name for name in item.aliases if name != item.holder.name]
        also = f" (also {', '.join(others)})" if others else ""
        behalf = f", for {item.holder.on_behalf_of}" if item.holder.on_behalf_of else ""
        count = counted(item.claims, "claim", "claims")
        name = f"{item.holder.name}{behalf}{also}"
        lines.append((item.id[:12], item.holder.kind.value, count, name))
    say(stored.table(lines, width=width()))
    say(f"{counted(len(found), 'holder', 'holders')}.")


@app.command("merge")
def merge(
    ctx: typer.Context,
    into: Annotated[str, typer.Argument(help="The name or id that stays.")],
    others: Annotated[list[str], typer.Argument(help="Names or ids that are the same.")],
    reviewer: Reviewer = None,
    format: TextOrJson = "text",
) -> None:
    """Make several names one holder. It can be undone.

    \b
    Examples:
      claimtrack holders merge "Ilka Thorne" "Minister Thorne"
    """
    with session(ctx).app().store(create=False) as store:
        change = store.merge_holders(into, others, reviewer=who(reviewer))
    _told(change, f"merged into {into}", format)


@app.command("split")
def split(
    ctx: typer.Context,
    alias: Annotated[str, typer.Argument(help="The name to set free.")],
    reviewer: Reviewer = None,
    format: TextOrJson = "text",
) -> None:
    """Give a merged name a holder of its own again.

    \b
    Examples:
      claimtrack holders split "Minister Thorne"
    """
    with session(ctx).app().store(create=False) as store:
        change = store.split_holder(alias, reviewer=who(reviewer))
    _told(change, f"split off {alias}", format)


@app.command("undo")
def undo(
    ctx: typer.Context,
    change: Annotated[int, typer.Argument(help="The number that merge or split printed.")],
    reviewer: Reviewer = None,
    format: TextOrJson = "text",
) -> None:
    """Take a merge or a split back.

    \b
    Examples:
      claimtrack holders undo 3
    """
    with session(ctx).app().store(create=False) as store:
        new = store.undo_holder_change(change, reviewer=who(reviewer))
    _told(new, f"undid change {change}", format)


def _told(change: int, what: str, format: str) -> None:
    if format == "json":
        emit(dump({"change": change}))
    else:
        say(f"Change {change}: {what}. To undo: claimtrack holders undo {change}")
