"""Documents: what the store holds, with the claims in place."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from claimtrack.model import Conflict
from claimtrack.records import ConflictFilter, StoredConflict
from claimtrack.web.marks import annotated
from claimtrack.web.mending import told
from claimtrack.web.sides import Side, sides
from claimtrack.web.site import Anyone, Here, Site, page, way_back
from claimtrack.web.views.paging import SIZE, number_of

router = APIRouter()

PAIR = "/conflicts/"
MOST = 200
"""Conflicts that one page lists."""


@router.get("/documents", response_class=HTMLResponse)
def documents(request: Request, here: Here, who: Anyone) -> Response:
    """List the articles, the newest first."""
    text = words(request, "text")
    number = number_of(request)
    # One more than shown tells whether there is a next page.
    found = here.store.documents(text=text or None, limit=SIZE + 1, offset=(number - 1) * SIZE)
    return page(
        request,
        who,
        "documents.html",
        documents=found[:SIZE],
        text=text,
        number=number,
        more=len(found) > SIZE,
    )


@router.get("/documents/{key}", response_class=HTMLResponse)
def document(request: Request, here: Here, who: Anyone, key: str) -> Response:
    """Show an article with its claims in place, and the conflicts that it is part of."""
    stored = here.store.document(key)
    claims = here.store.claims(documents=[stored.document.id], current=False)
    wanted = ConflictFilter(document=stored.document.id, limit=MOST)
    found = here.store.conflicts(wanted)
    back = way_back(here, request.query_params.get("back", ""))
    return page(
        request,
        who,
        "document.html",
        stored=stored,
        claims=claims,
        versions=here.store.versions(stored.series),
        paragraphs=annotated(stored.document.text, claims),
        contested=contested(found),
        corrections=[(one, told(one)) for one in here.store.corrections(stored.document)],
        mended=request.query_params.get("mended", ""),
        back=back,
        pair=came_from(here, back, stored.document.id),
    )


def came_from(here: Site, back: str, document: str) -> tuple[Side, ...]:
    """Return the two sides of the conflict that an article is read for, none for any other."""
    path = urlsplit(back).path
    if not path.startswith(PAIR):
        return ()
    found = here.desk.items([path.removeprefix(PAIR)])
    both = sides(found[0]) if found else ()
    return both if any(where.id == document for _, where in both) else ()


def contested(found: list[StoredConflict]) -> dict[str, list[Conflict]]:
    """Return the conflicts that each claim is part of."""
    sides: dict[str, list[Conflict]] = {}
    for stored in found:
        for claim in (stored.conflict.a, stored.conflict.b):
            sides.setdefault(claim.id, []).append(stored.conflict)
    return sides


def words(request: Request, name: str) -> str:
    """Return what the address says under a name, without what no database takes."""
    return request.query_params.get(name, "").replace("\0", "").strip()
