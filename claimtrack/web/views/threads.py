"""Threads: all claims on one proposition, as a list and as a timeline."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from claimtrack.errors import InputError
from claimtrack.model import Claim
from claimtrack.review.timeline import said
from claimtrack.web.site import Anyone, Here, page
from claimtrack.web.timeline import drawn

router = APIRouter()

MOST = 100
"""Threads that the list shows."""


@router.get("/threads", response_class=HTMLResponse)
def threads(request: Request, here: Here, who: Anyone) -> Response:
    """List the threads, those with most claims first."""
    contested = request.query_params.get("contested") == "1"
    holder = request.query_params.get("holder", "").replace("\0", "").strip()
    problem = ""
    try:
        found = here.desk.threads(contested=contested, holder=holder or None, limit=MOST)
    except InputError as error:
        found, problem = [], str(error)
    return page(
        request,
        who,
        "threads.html",
        threads=found,
        contested=contested,
        holder=holder,
        problem=problem,
        most=MOST,
    )


@router.get("/threads/{key}", response_class=HTMLResponse)
def thread(request: Request, here: Here, who: Anyone, key: str) -> Response:
    """Show who affirms and who denies, when, with which figures."""
    found = here.desk.thread(key)
    if found.id != key:
        return RedirectResponse(f"/threads/{found.id}", 307)
    flags = here.store.conflicts_by_ids(list(found.flags))
    against: dict[str, list[tuple[str, Claim]]] = {}
    for stored in flags:
        a, b = stored.conflict.a, stored.conflict.b
        for mine, other in ((a, b), (b, a)):
            against.setdefault(mine.id, []).append((stored.conflict.id, other))
    return page(
        request,
        who,
        "thread.html",
        thread=found,
        picture=drawn(found),
        against=against,
        said=said,
        order=sorted(found.members, key=lambda one: said(one) or dt.date.max),
    )
