"""The queue: conflicts by priority, with filters and counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, Response

from claimtrack.errors import InputError
from claimtrack.model import Claim, ConflictType, Document, Relation
from claimtrack.report.clash import clashing
from claimtrack.review.desk import PAGE, Item, Page
from claimtrack.review.queue import FORMULA, counted
from claimtrack.web import filters
from claimtrack.web.filters import Choice
from claimtrack.web.marks import Piece, pieces
from claimtrack.web.sides import sides
from claimtrack.web.site import BLIND, Anyone, Form, Here, Site, back, go, page
from claimtrack.web.views.alike import just_made

router = APIRouter()

ID = re.compile("[0-9a-f]{16}")
LAST = 100_000
"""The highest page number that is looked for."""


@dataclass(frozen=True, slots=True)
class Line:
    """One side of a conflict in the list."""

    claim: Claim
    document: Document
    quote: tuple[Piece, ...]


@router.get("/", response_class=HTMLResponse)
def queue(
    request: Request,
    here: Here,
    who: Anyone,
    number: Annotated[str, Query(alias="page")] = "1",
    done: str = "",
) -> Response:
    """Show a page of the queue; ``done`` is the id of a conflict that was just decided."""
    choice = filters.read(request.query_params)
    wanted, problems = choice.wanted, list(choice.problems)
    digits = number.isascii() and number.isdecimal() and len(number) < 7
    if not digits:
        problems.append("page: a number from 1 on is needed")
    asked = min(LAST, int(number)) if digits else 1
    try:
        found = here.desk.queue(wanted, page=asked, grouped=not choice.each)
    except InputError:
        # A holder that is not stored, or several: nothing can be his.
        asked_for = " or ".join(f"“{name}”" for name in _asked(choice))
        problems.append(
            f"Nobody, or more than one, is called {asked_for}: Holders, above, "
            "lists the names, and each leads to its conflicts."
        )
        found = Page((), 1, 1, PAGE, 0, counted([], wanted))
    empty = not found.total and not choice.narrowed and not here.store.stats()["documents"]
    return page(
        request,
        who,
        "queue.html",
        choice=choice,
        found=found,
        rows=[(item, _lines(item)) for item in found.items],
        problems=problems,
        formula=FORMULA,
        types=list(ConflictType),
        relations=list(Relation),
        first_visit=empty,
        names=_names(here, choice),
        just=just_made(here, done, request.query_params.getlist("also")),
    )


@router.post("/blind")
def toggle_blind(request: Request, form: Form, who: Anyone) -> Response:
    """Hide or show the machine's verdicts."""
    response = go(back(str(form.get("back", "/"))))
    if form.get("blind") == "1":
        response.set_cookie(BLIND, "1", httponly=True, samesite="lax")
    else:
        response.delete_cookie(BLIND)
    return response


def _asked(choice: Choice) -> list[str]:
    return [name for name in (choice.value("holder"), choice.value("against")) if name]


def _names(here: Site, choice: Choice) -> dict[str, str]:
    """Return the names of the holders that the address gives by id, as our own links do."""
    ids = [value for value in _asked(choice) if ID.fullmatch(value)]
    return here.store.holders_called(ids) if ids else {}


def _lines(item: Item) -> list[Line]:
    conflict = item.stored.conflict
    marks = dict(zip((conflict.a.id, conflict.b.id), clashing(conflict), strict=True))
    return [
        Line(claim, document, pieces(claim.quote, marks[claim.id]))
        for claim, document in sides(item)
    ]
