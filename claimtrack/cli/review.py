"""``review``: going through the queue with single keys."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimtrack.cli.filters import (
    AgainstOption,
    HolderOption,
    OutletOption,
    RelationOption,
    TextOption,
    TypeOption,
)
from claimtrack.cli.reviewer import Reviewer, who
from claimtrack.cli.session import emit, say, session, warn_line, width
from claimtrack.errors import DecidedMeanwhile, InputError
from claimtrack.model import Reason, Ruling
from claimtrack.records import FLAGS, ConflictFilter
from claimtrack.report import stored
from claimtrack.report.json_ import dump
from claimtrack.report.view import counted
from claimtrack.report.wording import squeeze

if TYPE_CHECKING:
    from claimtrack.review.desk import Desk, Item
    from claimtrack.review.walk import Walk

REASONS = dict(zip("1234567", Reason, strict=True))
KEYS = "n next  p back  c confirm  d dismiss  u unsure  s same  t note  z undo  q ?"
WHY = "\n   ".join(
    "  ".join(f"{key} {REASONS[key].value}" for key in keys) for keys in ("1234", "567")
)
HELP = f"""\
n, space  go on without a decision     p  go back
c  confirm: the two cannot both be true
d  dismiss, then why, by a number:
   {WHY}
u  unsure: somebody else should look
s  the same for what is left of the dispute just decided on
t  write a note for the next decision on this conflict (ends with Enter)
z  take back the last decision of this session
q  quit; what is undecided waits
"""


def review(
    ctx: typer.Context,
    relation: RelationOption = None,
    type_: TypeOption = None,
    ruling: Annotated[
        list[Ruling] | None,
        typer.Option("--ruling", help="Those decided so, to look at again. Repeatable."),
    ] = None,
    holder: HolderOption = None,
    against: AgainstOption = None,
    outlet: OutletOption = None,
    text: TextOption = None,
    after: Annotated[
        dt.datetime | None,
        typer.Option("--after", formats=["%Y-%m-%d"], help="Newer side on or after this day."),
    ] = None,
    before: Annotated[
        dt.datetime | None,
        typer.Option("--before", formats=["%Y-%m-%d"], help="Newer side before this day."),
    ] = None,
    start: Annotated[
        str | None, typer.Option("--start", metavar="ID", help="Go on at this conflict.")
    ] = None,
    blind: Annotated[
        bool,
        typer.Option(
            "--blind",
            help="Hide the score, its reasons and others' decisions until you have decided.",
        ),
    ] = False,
    reviewer: Reviewer = None,
    format: Annotated[
        Literal["text", "json"],
        typer.Option("--format", help="json prints the queue and asks nothing."),
    ] = "text",
) -> None:
    """Go through the conflicts that wait for a decision, the most urgent first.

    One key does one thing: n next, p previous, c confirm, d dismiss (then a number for the
    reason), u unsure, s the same for the rest of the dispute just decided on, t note, z undo,
    q quit, ? help. Keys may also come from a pipe. Every decision is kept at once; quitting
    loses nothing.

    \b
    Examples:
      claimtrack review
      claimtrack review --type quantity --outlet "The Morning Ledger"
      claimtrack review --blind
      claimtrack review --format json
    """
    wanted = ConflictFilter(
        relations=tuple(relation or FLAGS),
        types=tuple(type_ or ()),
        rulings=tuple(ruling or ()),
        undecided=not ruling,
        holder=holder,
        against=against,
        outlet=outlet,
        text=text,
        after=after.date() if after else None,
        before=before.date() if before else None,
    )
    with session(ctx).app().desk() as desk:
        if format == "json":
            emit(dump(_listed(desk, wanted)))
            return
        from claimtrack.review.walk import Walk

        name = who(reviewer)
        _walk(Walk(desk, name, wanted, start), name if blind else None)


def _listed(desk: Desk, wanted: ConflictFilter) -> dict[str, object]:
    from claimtrack.review.queue import FORMULA

    order = desk.order(wanted)
    return {
        "formula": FORMULA,
        "total": len(order),
        "queue": [
            {
                "id": one.id,
                "priority": one.priority,
                "score": one.key.score,
                "outlets": one.key.outlets,
                "newest": one.key.newest.isoformat() if one.key.newest else None,
                "relation": one.key.relation.value,
                "type": one.key.type.value,
                "ruling": one.key.ruling.value if one.key.ruling else None,
            }
            for one in order
        ],
    }


def _walk(walk: Walk, blind: str | None) -> None:
    """Go through the queue; ``blind`` is the reviewer who wants to be shown no verdict first."""
    shown: str | None = None
    while True:
        item = walk.item
        if item is None and walk.total:
            say("That was the last one. p goes back, z undoes, q quits.")
        elif item is None:
            say("Nothing waits for a decision.")
            return
        elif shown != walk.here:
            _show(walk, item, blind)
        shown = walk.here
        key = _key()
        if key in ("q", "\x03", "\x04", ""):
            break
        if _pressed(walk, key, blind):
            shown = None
    say(f"{counted(walk.decided, 'decision', 'decisions')} made.")
    if walk.here is not None:
        say(f"To go on here: claimtrack review --start {walk.here}")


def _pressed(walk: Walk, key: str, blind: str | None) -> bool:
    """Do what a key says; return whether the conflict in hand is to be shown (again)."""
    try:
        if key in ("n", " "):
            return walk.next()
        if key == "p":
            if not walk.previous():
                say("This is the first one.")
            return True
        if key in ("c", "u"):
            return _decided(walk, Ruling.CONFIRMED if key == "c" else Ruling.UNSURE, None, blind)
        if key == "d":
            reason = _reason()
            return reason is not None and _decided(walk, Ruling.DISMISSED, reason, blind)
        if key == "s":
            made = walk.repeat()
            say(f"{counted(len(made), 'more decision', 'more decisions')} like the last.")
            return bool(made)
        if key == "z":
            undone = walk.undo()
            say("Nothing to undo." if undone is None else f"Took decision {undone.undo_of} back.")
            return undone is not None
    except (DecidedMeanwhile, InputError) as error:
        warn_line(str(error))
        return True
    if key == "t":
        walk.note = _line("note: ")
        say(f"The next decision on this will say: {walk.note}" if walk.note else "No note.")
    else:
        say(HELP)
    return False


def _show(walk: Walk, item: Item, blind: str | None) -> None:
    view = stored.view_of([item.stored], [item.in_a, item.in_b])
    hidden = blind is not None and not any(
        made.reviewer == blind and made.ruling for made in item.bearing.history
    )
    say(f"\n{walk.place} of {walk.total}")
    if hidden:
        say(stored.blindly(item.stored, view, width=width()))
    else:
        say(stored.in_full(item.stored, view, width=width()))
        if item.bearing.changed is not None:
            say(f"The text changed since {stored.decision_line(item.bearing.changed)}")
        for made in item.bearing.history:
            say(stored.decision_line(made))
    if walk.note:
        say(f"note: {squeeze(walk.note)}")
    say(KEYS)


def _decided(walk: Walk, ruling: Ruling, reason: Reason | None, blind: str | None) -> bool:
    item = walk.item
    made = walk.decide(ruling, reason)
    if made is None or item is None:
        say("There is nothing left to decide on.")
        return False
    why = f" ({made.reason.value})" if made.reason else ""
    say(f"Decision {made.id}: {made.ruling.value if made.ruling else ''}{why}.")
    if blind is not None:
        conflict = item.stored.conflict
        say(f"The judge: {conflict.type.value}, score {conflict.score:.2f}")
        say(stored.reasons(conflict, width=width()))
    return True


def _reason() -> Reason | None:
    say(f"why? {WHY}")
    key = _key()
    if key not in REASONS:
        say("Not dismissed.")
        return None
    return REASONS[key]


def _key() -> str:
    """One key: as it is pressed on a terminal, else the next character; "" at the end."""
    if not sys.stdin.isatty():
        key = sys.stdin.read(1)
        return _key() if key in ("\n", "\r") else key
    import click

    try:
        return click.getchar()
    except (KeyboardInterrupt, EOFError):
        return ""


def _line(prompt: str) -> str:
    if sys.stdin.isatty():
        return str(typer.prompt(prompt, default="", show_default=False, prompt_suffix=""))
    return sys.stdin.readline()
