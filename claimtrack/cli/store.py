"""``init`` and ``stats``: make a store, and count what is in it."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimtrack.cli.about import without_password
from claimtrack.cli.session import emit, say, session, width
from claimtrack.errors import InputError, StoreMissing
from claimtrack.records import REVIEWED
from claimtrack.report import stored
from claimtrack.report.json_ import dump
from claimtrack.report.wording import shorten, squeeze

if TYPE_CHECKING:
    from claimtrack.records import Opposed
    from claimtrack.review.quality import Quality, Share

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


def stats(
    ctx: typer.Context,
    quality: Annotated[
        bool, typer.Option("--quality", help="How often flags were confirmed, by what.")
    ] = False,
    disputes: Annotated[
        bool, typer.Option("--disputes", help="Who disputes whom, and what was decided on it.")
    ] = False,
    format: TextOrJson = "text",
) -> None:
    """Count what is in the store, who disputes whom, or how often flags were confirmed.

    With --quality: the share of confirmed flags by outlet, type, relation and signal, each with
    the interval in which it lies with 95% certainty. Unsure flags are left out.
    With --disputes: the conflicts between every two holders, those with most undecided ones first.

    \b
    Examples:
      claimtrack stats
      claimtrack stats --disputes
      claimtrack stats --quality --format json
    """
    if quality and disputes:
        raise InputError("--quality and --disputes are two tables: ask for one")
    app = session(ctx).app()
    if quality:
        from claimtrack.review.quality import measured

        with app.desk() as desk:
            found = measured(desk.decided())
        _quality(found, format)
        return
    with app.store(read_only=True) as store:
        if disputes:
            _disputes(store.opposed(), format)
            return
        counts = store.stats()
    if format == "json":
        emit(dump(counts))
    else:
        say(stored.counts(counts))


def _disputes(found: list[Opposed], format: str) -> None:
    names = ["undecided" if ruling is None else ruling.value for ruling in REVIEWED]
    numbers = [[pair.count(ruling) for ruling in REVIEWED] for pair in found]
    if format == "json":
        rows = [
            {
                "holders": [
                    {"id": key, "name": holder.name}
                    for key, holder in zip(pair.ids, pair.holders, strict=True)
                ],
                **dict(zip(names, row, strict=True)),
            }
            for pair, row in zip(found, numbers, strict=True)
        ]
        emit(dump({"disputes": rows}))
        return
    if not found:
        say("Nobody disputes anybody in what is stored.")
        return
    say("  ".join(names))
    for pair, row in zip(found, numbers, strict=True):
        told = "  ".join(f"{one:>{len(name)},}" for one, name in zip(row, names, strict=True))
        who = " against ".join(squeeze(holder.name) for holder in pair.holders)
        indent = " " * (len(told) + 2)
        lines = wrap(who, width(), initial_indent=f"{told}  ", subsequent_indent=indent)
        say("\n".join(lines))


def _quality(found: Quality, format: str) -> None:
    groups = {
        "outlet": found.outlets,
        "type": found.types,
        "relation": found.relations,
        "signal": found.signals,
    }
    if format == "json":
        rows = {name: [_share(one) for one in shares] for name, shares in groups.items()}
        emit(dump({"all": _share(found.all), "by": rows, "reasons": dict(found.reasons)}))
        return
    if not found.all.decided:
        say("No flag was confirmed or dismissed yet: there is no precision to tell.")
        return
    say(_line(found.all))
    for name, shares in groups.items():
        if shares:
            say(f"\nby {name}")
            say("\n".join(_line(one) for one in shares))
    if found.reasons:
        say("\ndismissed because")
        say("\n".join(f"  {number:>5}  {name}" for name, number in found.reasons.items()))


def _line(one: Share) -> str:
    low, high = one.interval
    told = f"  {one.precision:>4.0%}  {one.confirmed:>5} of {one.decided:<5} "
    return f"{told}({low:.0%} to {high:.0%})  {shorten(squeeze(one.name), 40)}"


def _share(one: Share) -> dict[str, object]:
    return {
        "name": one.name,
        "decided": one.decided,
        "confirmed": one.confirmed,
        "precision": round(one.precision, 4),
        "interval": [round(value, 4) for value in one.interval],
    }
