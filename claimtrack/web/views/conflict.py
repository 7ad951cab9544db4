"""One conflict: both passages in context, why it was flagged, and deciding on it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from claimtrack.errors import DecidedMeanwhile, InputError
from claimtrack.model import Claim, Document, Reason, Ruling
from claimtrack.records import FLAGS
from claimtrack.report.clash import adds_words, clashing
from claimtrack.report.view import holder_line
from claimtrack.review.desk import Item
from claimtrack.review.queue import Queue
from claimtrack.web import filters
from claimtrack.web.filters import Choice
from claimtrack.web.marks import Passage, passage
from claimtrack.web.sides import sides
from claimtrack.web.site import Anyone, Form, Here, Reviewer, Site, blind, page
from claimtrack.web.views.alike import Just, Undone, alike, decide_alike, just_made, undone
from claimtrack.web.waterfall import waterfall

router = APIRouter()

NOTE = 4_000
"""Characters of a note."""


@dataclass(frozen=True, slots=True)
class Told:
    """One side as the page shows it."""

    claim: Claim
    document: Document
    passage: Passage
    holder: str
    resolved: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a conflict stands in the queue that was asked for; 0 where it is not in it.

    ``number`` is of ``total``, the decided included, so that it moves on with every decision.
    ``before`` and ``after`` are what is listed next to it, ``first`` what is listed first.
    """

    number: int
    total: int
    decided: int
    before: str | None
    after: str | None
    first: str | None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reviewer had filled in when a decision could not be recorded."""

    ruling: str = ""
    reason: str = ""
    note: str = ""
    also: tuple[str, ...] = ()
    problem: str = ""


@router.get("/conflicts/{key}", response_class=HTMLResponse)
def conflict(
    request: Request, here: Here, who: Anyone, key: str, done: str = "", back: str = ""
) -> Response:
    """Show a conflict; ``done`` is the id of another that was just decided.

    ``back`` is the number of a decision on it that was just taken back: its note is offered again.
    """
    choice = filters.read(request.query_params)
    item = here.desk.item(key)
    if item.stored.conflict.id != key:
        full = f"/conflicts/{item.stored.conflict.id}"
        return RedirectResponse(choice.address(full), 307)
    also = request.query_params.getlist("also")
    taken = undone(here, item, _number(back), also, who.name)
    return _shown(
        request,
        here,
        who,
        item,
        choice,
        Draft(note=taken.note if taken else ""),
        just=just_made(here, done, also),
        taken=taken,
    )


@router.post("/conflicts/{key}/decide", response_class=HTMLResponse)
def decide(request: Request, here: Here, form: Form, who: Reviewer, key: str) -> Response:
    """Record a decision, on the ticked pairs of its dispute too, and go on to the next."""
    choice = filters.read(request.query_params)
    item = here.desk.item(key)
    draft = Draft(
        ruling=str(form.get("ruling", "")),
        reason=str(form.get("reason", "")),
        note=str(form.get("note", "")).replace("\r\n", "\n").strip(),
        also=tuple(str(value) for value in form.getlist("also")),
    )
    key = item.stored.conflict.id
    try:
        line = _line(here, choice)
        ruling, reason, note = Ruling(draft.ruling), _reason(draft), _note(draft.note)
        expected = _number(form.get("expected"))
        here.desk.decide(
            key, ruling, reviewer=who.name, reason=reason, note=note, expected=expected
        )
    except DecidedMeanwhile:
        problem = (
            "Somebody decided on this while you were reading. Nothing of yours was recorded, and "
            "your note is kept below: read the newest decision, then decide again if you want to."
        )
        item = here.desk.item(key)
        return _shown(request, here, who, item, choice, _with(draft, problem), status=409)
    except (InputError, ValueError) as error:
        problem = str(error) if isinstance(error, InputError) else _unknown(error)
        return _shown(request, here, who, item, choice, _with(draft, problem), status=422)
    also = decide_alike(here.desk, draft.also, ruling, reviewer=who.name, reason=reason, note=note)
    place = _place(key, line, also)
    following = place.after or place.first
    path = "/" if following is None else f"/conflicts/{following}"
    return RedirectResponse(choice.address(path, done=key, also=also), 303)


@router.post("/decisions/{number}/undo", response_class=HTMLResponse)
def undo(request: Request, here: Here, form: Form, who: Reviewer, number: int) -> Response:
    """Take a decision back, with those made along with it, and return to its conflict."""
    choice = filters.read(request.query_params)
    key = str(form.get("conflict", ""))
    try:
        here.desk.undo(number, reviewer=who.name)
    except InputError as error:
        item = here.desk.item(key)
        return _shown(request, here, who, item, choice, Draft(problem=str(error)), status=409)
    also = []
    for other in form.getlist("also"):
        # One that is not taken back by this was taken back, or overruled, before.
        with suppress(InputError):
            also.append(here.desk.undo(_number(other) or 0, reviewer=who.name).conflict)
    return RedirectResponse(choice.address(f"/conflicts/{key}", back=number, also=also), 303)


def _shown(
    request: Request,
    here: Site,
    who: Anyone,
    item: Item,
    choice: Choice,
    draft: Draft,
    *,
    just: Just | None = None,
    taken: Undone | None = None,
    status: int = 200,
) -> Response:
    stored = item.stored
    line = _line(here, choice)
    mine = any(made.reviewer == who.name and made.ruling for made in item.bearing.history)
    return page(
        request,
        who,
        "conflict.html",
        status=status,
        item=item,
        conflict=stored.conflict,
        sides=_sides(item, marked=not (blind(request) and not mine)),
        hidden=blind(request) and not mine,
        place=_place(stored.conflict.id, line),
        alike=alike(here, stored.conflict.id, line.disputes) if who.reviews else [],
        picture=waterfall(stored.conflict, here.threshold),
        related=here.desk.about([stored.conflict.a.id, stored.conflict.b.id]),
        choice=choice,
        draft=draft,
        just=just,
        taken=taken,
        undone={made.undo_of for made in item.bearing.history},
        flag=stored.conflict.relation in FLAGS,
    )


def _sides(item: Item, *, marked: bool) -> list[Told]:
    found = item.stored.conflict
    clash = clashing(found) if marked else ([], [])
    marks = dict(zip((found.a.id, found.b.id), clash, strict=True))
    return [
        Told(
            claim,
            document,
            passage(document.text, claim, marks[claim.id]),
            holder_line(claim),
            adds_words(claim),
        )
        for claim, document in sides(item)
    ]


def _line(here: Site, choice: Choice) -> Queue:
    """The queue that was asked for; empty for a holder that is not stored."""
    try:
        return here.desk.line(choice.wanted)
    except InputError:
        return Queue()


def _place(key: str, line: Queue, also: Sequence[str] = ()) -> Place:
    """Where the conflict stands, those ``also`` decided left out of what comes next to it.

    After a conflict that is not in the queue comes the queue's first.
    """
    number = line.places.get(key, 0)
    rest = [one.id for one in line.order if one.id != key and one.id not in also]
    before = [one for one in rest if line.places[one] < number]
    after = rest[len(before) :]
    return Place(
        number,
        len(line.places),
        line.decided,
        before[-1] if before else None,
        after[0] if after else None,
        rest[0] if rest else None,
    )


def _reason(draft: Draft) -> Reason | None:
    if draft.ruling != Ruling.DISMISSED:
        return None
    if not draft.reason:
        raise InputError("A dismissal needs a reason: pick one.")
    return Reason(draft.reason)


def _note(note: str) -> str:
    if len(note) > NOTE or "\0" in note:
        raise InputError(f"A note has at most {NOTE:,} characters.")
    return note


def _number(given: object) -> int | None:
    text = str(given or "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def _with(draft: Draft, problem: str) -> Draft:
    return replace(draft, problem=problem)


def _unknown(error: ValueError) -> str:
    return f"That can't be recorded: {error}."
