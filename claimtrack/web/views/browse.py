"""Documents and holders: what the store holds, and who said what."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import HTMLResponse, Response

from claimtrack.errors import InputError
from claimtrack.model import Claim, Conflict, Document
from claimtrack.records import FLAGS, ConflictFilter, StoredConflict
from claimtrack.web.marks import annotated
from claimtrack.web.site import Anyone, Here, Site, page
from claimtrack.web.views.paging import SIZE, number_of

router = APIRouter()

MOST = 200
"""Claims or conflicts that one page lists."""


@router.get("/documents", response_class=HTMLResponse)
def documents(request: Request, here: Here, who: Anyone) -> Response:
    """List the articles, the newest first."""
    text = _words(request, "text")
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
    return page(
        request,
        who,
        "document.html",
        stored=stored,
        claims=claims,
        versions=here.store.versions(stored.series),
        paragraphs=annotated(stored.document.text, claims),
        contested=_contested(found),
        others=_others(here, found, stored.document.id),
    )


@router.get("/holders", response_class=HTMLResponse)
def holders(request: Request, here: Here, who: Anyone) -> Response:
    """List who says what, those with most claims first."""
    text = _words(request, "text")
    found = here.store.holders(text=text or None)
    number = number_of(request)
    start = (number - 1) * SIZE
    return page(
        request,
        who,
        "holders.html",
        holders=found[start : start + SIZE],
        total=len(found),
        text=text,
        number=number,
        more=len(found) > start + SIZE,
    )


@router.get("/holders/{key}", response_class=HTMLResponse)
def holder(request: Request, here: Here, who: Anyone, key: str) -> Response:
    """Show what a holder said, the newest first, and what of it is contested."""
    if "\0" in key:
        raise HTTPException(404, "There is no such holder.")
    claims = here.store.claims(holder=key)
    ids = sorted({claim.document for claim in claims})
    where = {item.document.id: item.document for item in here.store.documents(ids=ids)}
    found = here.store.conflicts(ConflictFilter(holder=key, relations=FLAGS, limit=MOST))
    # The undated come last, and among them the order is that of the store.
    told = sorted(claims, key=lambda one: _said(one, where[one.document]), reverse=True)
    return page(
        request,
        who,
        "holder.html",
        name=_name(here, key, claims),
        claims=[(claim, where[claim.document]) for claim in told[:MOST]],
        total=len(claims),
        contested=_contested(found),
        conflicts=found,
    )


def _name(here: Site, key: str, claims: list[Claim]) -> str:
    if claims:
        return claims[0].holder.name
    raise InputError("This holder has no claims in the articles as they are now.")


def _said(claim: Claim, document: Document) -> str:
    day = claim.report_time.start if claim.report_time else document.published
    return day.isoformat() if day else ""


def _contested(found: list[StoredConflict]) -> dict[str, list[Conflict]]:
    """The conflicts that each claim is part of."""
    sides: dict[str, list[Conflict]] = {}
    for stored in found:
        for claim in (stored.conflict.a, stored.conflict.b):
            sides.setdefault(claim.id, []).append(stored.conflict)
    return sides


def _others(here: Site, found: list[StoredConflict], own: str) -> dict[str, Document]:
    ids = {
        claim.document
        for stored in found
        for claim in (stored.conflict.a, stored.conflict.b)
        if claim.document != own
    }
    return {item.document.id: item.document for item in here.store.documents(ids=ids)}


def _words(request: Request, name: str) -> str:
    return request.query_params.get(name, "").replace("\0", "").strip()
