"""Holders: who said what, and which names are one voice."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import HTMLResponse, Response

from claimtrack.errors import InputError
from claimtrack.records import ConflictFilter
from claimtrack.web.site import Anyone, Form, Here, Reviewer, Site, go, page
from claimtrack.web.views.browse import contested, words
from claimtrack.web.views.paging import SIZE, number_of

router = APIRouter()

MOST = 200
"""Conflicts that one page shows."""
LIKE = 12
"""Names that are offered as perhaps the same."""


@router.get("/holders", response_class=HTMLResponse)
def holders(request: Request, here: Here, who: Anyone) -> Response:
    """List who says what, those with most claims first."""
    text = words(request, "text")
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
    return _shown(request, here, who, key)


@router.post("/holders/{key}/merge", response_class=HTMLResponse)
async def merge(request: Request, here: Here, form: Form, who: Reviewer, key: str) -> Response:
    """Make other names this holder."""
    others = [str(value) for value in form.getlist("other")]
    if not others:
        return _shown(request, here, who, key, problem="Tick the names that are the same.")
    try:
        here.store.merge_holders(key, others, reviewer=who.name)
    except InputError as error:
        return _shown(request, here, who, key, problem=str(error))
    return go(f"/holders/{key}", mended="merged")


@router.post("/holders/{key}/split", response_class=HTMLResponse)
def split(request: Request, here: Here, form: Form, who: Reviewer, key: str) -> Response:
    """Give a merged name a holder of its own again."""
    try:
        here.store.split_holder(str(form.get("alias", "")), reviewer=who.name)
    except InputError as error:
        return _shown(request, here, who, key, problem=str(error))
    return go(f"/holders/{key}", mended="split")


@router.post("/holders/{key}/undo", response_class=HTMLResponse)
def undo(request: Request, here: Here, form: Form, who: Reviewer, key: str) -> Response:
    """Take a merge or a split back."""
    given = str(form.get("change", ""))
    number = int(given) if given.isascii() and given.isdecimal() and len(given) < 10 else 0
    try:
        here.store.undo_holder_change(number, reviewer=who.name)
    except InputError as error:
        return _shown(request, here, who, key, problem=str(error))
    return go(f"/holders/{key}", mended="back")


def _shown(
    request: Request, here: Site, who: Anyone, key: str, *, problem: str = ""
) -> HTMLResponse:
    if "\0" in key:
        raise HTTPException(404, "There is no such holder.")
    key, names, changes = here.store.holder_names(key)
    number = number_of(request)
    claims, total = here.store.said_by(key, limit=SIZE, offset=(number - 1) * SIZE)
    ids = sorted({claim.document for claim in claims})
    where = {item.document.id: item.document for item in here.store.documents(ids=ids)}
    own = tuple(claim.id for claim in claims)
    found = here.store.conflicts(ConflictFilter(claims=own, limit=MOST)) if own else []
    about = next(iter(here.store.holders(ids=[key])), None)
    name = about.holder.name if about else names[0].name
    like = words(request, "like")
    # The last word of a name is what a surname is.
    others = here.store.holders_like(key, like or name.split()[-1], whole=not like, most=LIKE)
    return page(
        request,
        who,
        "holder.html",
        status=422 if problem else 200,
        id=key,
        name=name,
        about=about,
        names=names,
        changes=changes,
        like=like,
        others=others,
        claims=[(claim, where[claim.document]) for claim in claims],
        total=total,
        number=number,
        more=total > number * SIZE,
        contested=contested(found),
        conflicts=here.store.count_conflicts(ConflictFilter(holder=key)),
        problem=problem,
        mended=request.query_params.get("mended", ""),
    )
