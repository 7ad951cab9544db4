"""``init`` and ``stats``: make a store, and count what is in it."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from claimtrack.cli.about import without_password
from claimtrack.cli.session import emit, say, session
from claimtrack.errors import StoreMissing
from claimtrack.report import stored
from claimtrack.report.json_ import dump

TextOrJson = Annotated[Literal["text", "json"], typer.Option("--format", help="What to print.")]


def init(
    ctx: typer.Context,
    upgrade: Annotated[
        bool, typer.Option("--upgrade", help="Bring an existing store to this version.")
    ] = False,
    format: TextOrJson = "text",
) -> None:
    """Make a store, or bring one to this version.

    A store that is there already is left as it is, unless --upgrade is given.

    \b
    Examples:
      claimtrack init
      claimtrack --store archive init --upgrade
    """
    here = session(ctx)
    settings = here.loaded().settings
    shown = without_password(settings.store)
    if upgrade:
        from claimtrack.store.engine import upgrade as bring_up

        before, after = bring_up(settings.store)
        done = "current" if before == after else "upgraded"
        if format == "json":
            emit(dump({"store": shown, "done": done, "before": before, "after": after}))
        elif before == after:
            say(f"The store {shown} is of this version already ({after}).")
        else:
            say(f"The store {shown} was brought from {before} to {after}.")
        return
    app = here.app(settings)
    try:
        app.store(read_only=True).close()
        done = "kept"
    except StoreMissing:
        app.store().close()
        done = "made"
    if format == "json":
        emit(dump({"store": shown, "done": done}))
    else:
        say(
            f"Made the store {shown}." if done == "made" else f"The store {shown} is there already."
        )


def stats(ctx: typer.Context, format: TextOrJson = "text") -> None:
    """Count what is in the store.

    \b
    Examples:
      claimtrack stats
      claimtrack stats --format json
    """
    with session(ctx).app().store(read_only=True) as store:
        counts = store.stats()
    if format == "json":
        emit(dump(counts))
    else:
        say(stored.counts(counts))
