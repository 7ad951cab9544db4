"""``track`` and ``threads``: who has said what about one thing, and since when."""

from __future__ import annotations

import datetime as dt
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from claimtrack.cli.session import emit, say, session, width
from claimtrack.errors import InputError
from claimtrack.report.json_ import (
    claim_record,
    document_record,
    dump,
    holder_record,
    quantity_record,
)
from claimtrack.report.view import counted
from claimtrack.report.wording import shorten, squeeze

if TYPE_CHECKING:
    from claimtrack.records import Member
    from claimtrack.review.timeline import Side, Thread

ABOUT = 0.5
"""Cosine from which a stored statement is taken to be about the words that were given."""

TextOrJson = Annotated[Literal["text", "json"], typer.Option("--format", help="What to print.")]


def track(
    ctx: typer.Context,
    text: Annotated[
        str | None, typer.Argument(metavar="STATEMENT", help="What it is about, as a statement.")
    ] = None,
    holder: Annotated[
        str | None, typer.Option("--holder", help="All that this holder said, instead.")
    ] = None,
    thread: Annotated[
        str | None, typer.Option("--thread", metavar="ID", help="This thread, instead.")
    ] = None,
    k: Annotated[int, typer.Option("-k", "--limit", min=1, help="Claims to look for.")] = 10,
    format: TextOrJson = "text",
) -> None:
    """Print a timeline: who affirms and who denies something, or what one holder said.

    A plus stands before claims that affirm it, a minus before those that deny it. Threads are
    kept up by scan and audit --save.

    \b
    Examples:
      claimtrack track "the Kerch Bridge was damaged"
      claimtrack track --holder "Ilka Thorne"
      claimtrack track --thread 4f0c1a2b --format json
    """
    if sum(value is not None for value in (text, holder, thread)) != 1:
        raise InputError("give one of: a statement, --holder NAME, --thread ID")
    app = session(ctx).app()
    if holder is not None:
        with app.desk() as desk:
            said = desk.holder(holder)
        _holder(holder, said, format)
        return
    if thread is not None:
        with app.desk() as desk:
            found = [desk.thread(thread)]
    else:
        if not (text or "").strip():
            raise InputError("nothing to track: give a statement")
        near = [claim.id for claim, cosine in app.search(text or "", k) if cosine >= ABOUT]
        with app.desk() as desk:
            found = desk.about(near)
    _threads(found, format, len(found))


def threads(
    ctx: typer.Context,
    contested: Annotated[
        bool, typer.Option("--contested", help="Only where some deny what others affirm.")
    ] = False,
    holder: Annotated[
        str | None, typer.Option("--holder", help="Only those in which this holder speaks.")
    ] = None,
    smallest: Annotated[
        int, typer.Option("--min-claims", min=1, help="Only from so many claims on.")
    ] = 2,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = 20,
    format: TextOrJson = "text",
) -> None:
    """List the threads: claims on one proposition, those with most claims first.

    \b
    Examples:
      claimtrack threads --contested
      claimtrack threads --holder "Ilka Thorne" --format json
    """
    with session(ctx).app().desk() as desk:
        found = desk.threads(contested=contested, holder=holder, smallest=smallest, limit=limit)
    if format == "json":
        emit(dump({"threads": [_record(thread) for thread in found]}))
        return
    for thread in found:
        say(_head(thread))
        say("\n".join(_sides(thread)))
    say(f"{counted(len(found), 'thread', 'threads')}.")


def _threads(found: list[Thread], format: str, number: int) -> None:
    if format == "json":
        emit(dump({"threads": [_record(thread) for thread in found]}))
        return
    for thread in found:
        say(_head(thread))
        say("\n".join([*_sides(thread), *_figures(thread), ""]))
        for member in thread.members:
            say(_line(member, "-" if member.denies else "+"))
        say("")
    say(f"{counted(number, 'thread', 'threads')}.")


def _holder(name: str, said: list[tuple[str | None, Member]], format: str) -> None:
    if format == "json":
        records = [{**_member(member), "thread": thread} for thread, member in said]
        emit(dump({"holder": name, "claims": records}))
        return
    for thread, member in said:
        say(_line(member, f"{thread[:8] if thread else '':8}"))
    say(f"{counted(len(said), 'claim', 'claims')}.")


def _head(thread: Thread) -> str:
    state = "contested" if thread.contested else "uncontested"
    size = f"{counted(len(thread.members), 'claim', 'claims')}, "
    size += counted(thread.voices, "independent voice", "independent voices")
    first, last = _day(thread.first), _day(thread.last)
    days = first if first == last else f"{first} to {last}"
    head = wrap(f"{thread.id}  {state} · {size} · {days}", width())
    return "\n".join([*head, *wrap(squeeze(thread.proposition), width() - 2, **_indent(2))])


def _sides(thread: Thread) -> list[str]:
    lines = [*_side("affirmed by", thread.affirms), *_side("denied by", thread.denies)]
    if thread.changed:
        names = ", ".join(holder.name for holder in thread.changed)
        lines += wrap(squeeze(f"on both sides: {names}"), width(), **_indent(2))
    if thread.merged:
        lines += wrap(f"also known as {', '.join(thread.merged)}", width(), **_indent(2))
    return lines


def _side(name: str, side: Side) -> list[str]:
    if not side.speakers:
        return []
    who = "; ".join(f"{one.holder.name} ({_day(one.first)})" for one in side.speakers)
    heard = counted(side.voices, "voice", "voices")
    return wrap(squeeze(f"{name} {who}: {heard}"), width(), **_indent(2))


def _figures(thread: Thread) -> list[str]:
    if not thread.figures:
        return []
    told = "; ".join(
        f"{one.quantity.text} ({one.member.claim.holder.name}, {_day(_said(one.member))})"
        for one in thread.figures
    )
    return wrap(squeeze(f"figures: {told}"), width(), **_indent(2))


def _line(member: Member, sign: str) -> str:
    head = f"  {_day(_said(member)):10} {sign} "
    outlet = member.document.outlet or member.document.name
    who = shorten(squeeze(f"{member.claim.holder.name} ({outlet})"), width() - len(head))
    quote = squeeze(f"“{member.claim.quote}”")
    space = " " * len(head)
    return "\n".join(
        [head + who, *wrap(quote, width(), initial_indent=space, subsequent_indent=space)]
    )


def _indent(size: int) -> dict[str, Any]:
    return {"initial_indent": " " * size, "subsequent_indent": " " * (size + 2)}


def _said(member: Member) -> dt.date | None:
    time = member.claim.report_time
    return time.end if time else member.document.published


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else "undated"


def _record(thread: Thread) -> dict[str, Any]:
    def side(one: Side) -> dict[str, Any]:
        speakers = [
            {
                "holder": holder_record(speaker.holder),
                "first": _iso(speaker.first),
                "last": _iso(speaker.last),
                "claims": [member.claim.id for member in speaker.members],
            }
            for speaker in one.speakers
        ]
        return {"voices": one.voices, "speakers": speakers}

    return {
        "id": thread.id,
        "proposition": thread.proposition,
        "contested": thread.contested,
        "voices": thread.voices,
        "first": _iso(thread.first),
        "last": _iso(thread.last),
        "affirms": side(thread.affirms),
        "denies": side(thread.denies),
        "changed": [holder_record(holder) for holder in thread.changed],
        "figures": [
            {**quantity_record(one.quantity), "claim": one.member.claim.id}
            for one in thread.figures
        ],
        "conflicts": list(thread.flags),
        "merged": list(thread.merged),
        "claims": [_member(member) for member in thread.members],
    }


def _member(member: Member) -> dict[str, Any]:
    brief = document_record(member.document)
    del brief["text"]
    brief["id"] = member.claim.document
    record = claim_record(member.claim, member.document)
    return {**record, "denies": member.denies, "said": _iso(_said(member)), "document": brief}


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
