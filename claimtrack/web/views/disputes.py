"""Disputes: who disputes whom, and how far their review is."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from claimtrack.model import Relation, normalise
from claimtrack.records import REVIEWED, Opposed
from claimtrack.web.filters import ANY, UNDECIDED
from claimtrack.web.site import Anyone, Here, page
from claimtrack.web.views.browse import words
from claimtrack.web.views.paging import SIZE, number_of
from claimtrack.web.wording import RULINGS

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Cell:
    """How many disputes were ruled so: the name of that, their number and the queue of them."""

    name: str
    word: str
    number: int
    href: str


@dataclass(frozen=True, slots=True)
class Row:
    """Two holders with the queue of all that they dispute; ``cells`` stand in order."""

    pair: Opposed
    href: str
    cells: tuple[Cell, ...]


@router.get("/disputes", response_class=HTMLResponse)
def disputes(request: Request, here: Here, who: Anyone) -> Response:
    """List who disputes whom, those with most undecided disputes first."""
    text = words(request, "text")
    everything = here.store.opposed()
    sought = normalise(text)
    found = [
        pair
        for pair in everything
        if not sought or any(sought in normalise(holder.name) for holder in pair.holders)
    ]
    number = number_of(request)
    start = (number - 1) * SIZE
    return page(
        request,
        who,
        "disputes.html",
        rows=[_row(pair) for pair in found[start : start + SIZE]],
        pairs=len(found),
        total=sum(pair.total for pair in found),
        left=sum(pair.count(None) for pair in found),
        most=max((pair.total for pair in found), default=0),
        empty=not everything,
        first_visit=not everything and not here.store.stats()["documents"],
        text=text,
        number=number,
        more=len(found) > start + SIZE,
    )


def _row(pair: Opposed) -> Row:
    def queue(ruling: str) -> str:
        one, two = pair.ids
        of = {"relation": Relation.DISPUTE.value, "holder": one, "against": two}
        return f"/?{urlencode(of | {'ruling': ruling})}"

    return Row(
        pair,
        queue(ANY),
        tuple(
            Cell(
                ruling.value if ruling else UNDECIDED,
                RULINGS[ruling].lower() if ruling else "open",
                pair.count(ruling),
                queue(ruling.value if ruling else UNDECIDED),
            )
            for ruling in REVIEWED
        ),
    )
