"""What every view has at hand, and how it answers: one page, one redirect, one visitor."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast
from urllib.parse import quote, urlencode, urlsplit

import jinja2
from fastapi import Depends, HTTPException, Request
from starlette.datastructures import FormData
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.responses import HTMLResponse, RedirectResponse, Response

from claimtrack.review.desk import Desk
from claimtrack.web import wording
from claimtrack.web.access import COOKIE, HOURS, Access, Visitor
from claimtrack.web.shield import LARGEST

if TYPE_CHECKING:
    from claimtrack.store.repository import Store
    from claimtrack.web.worker import Worker

HERE = Path(__file__).parent
BLIND = "claimtrack_blind"
TEXT_BYTES = 4_500_000
"""Bytes of a pasted article: a million characters, whatever the alphabet."""


@dataclass
class Site:
    """The parts that the views share. ``threshold`` is the score that a flag needs."""

    store: Store
    desk: Desk
    worker: Worker
    access: Access
    threshold: float
    templates: jinja2.Environment


class LogInFirst(Exception):
    """A stranger asked for a page."""


def environment() -> jinja2.Environment:
    """Return the templates: everything is escaped, and a name that is missing is an error."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(wording.FILTERS)
    made.globals.update(wording.GLOBALS, static=_static)
    return made


def site(request: Request) -> Site:
    """Return the parts of the running application."""
    return cast(Site, request.app.state.site)


def visitor(request: Request) -> Visitor:
    """Return who asks. Raises LogInFirst for a stranger."""
    access = site(request).access
    found = access.bearer(request.headers.get("authorization"))
    found = found or access.visitor(request.cookies.get(COOKIE))
    if found is None:
        raise LogInFirst
    return found


def reviewer(request: Request) -> Visitor:
    """Return who asks, if they may decide. Raises LogInFirst, or 403 for a reader."""
    found = visitor(request)
    if not found.reviews:
        raise HTTPException(403, "Your role is reader: you may look, but not decide or save.")
    return found


class _InMemory(MultiPartParser):
    """Keeps an upload in memory: a draft is never written to a temporary file."""

    spool_max_size = LARGEST


async def form(request: Request) -> AsyncIterator[FormData]:
    """Give the fields of a form that one of our own pages sent. Raises 403 for any other."""
    try:
        if request.headers.get("content-type", "").startswith("multipart/form-data"):
            limits = {"max_files": 1, "max_fields": 40, "max_part_size": TEXT_BYTES}
            fields = await _InMemory(request.headers, request.stream(), **limits).parse()
        else:
            fields = await request.form(max_fields=40)
    except (MultiPartException, ValueError, KeyError) as error:
        raise HTTPException(400, "The form can't be read.") from error
    try:
        check_csrf(request, str(fields.get("csrf", "")))
        yield fields
    finally:
        await fields.close()


def check_csrf(request: Request, given: str) -> None:
    """Raise 403 unless ``given`` is the secret of the visitor's session."""
    found = site(request).access.visitor(request.cookies.get(COOKIE))
    if found is None or not hmac.compare_digest(given.encode(), found.csrf.encode()):
        raise HTTPException(
            403, "This form is too old, or came from another page. Go back, reload and try again."
        )


Here = Annotated[Site, Depends(site)]
Anyone = Annotated[Visitor, Depends(visitor)]
Reviewer = Annotated[Visitor, Depends(reviewer)]
Form = Annotated[FormData, Depends(form)]


def page(
    request: Request,
    who: Visitor | None,
    template: str,
    /,
    *,
    status: int = 200,
    **context: object,
) -> HTMLResponse:
    """Return a page from a template; a new session gets its cookie here."""
    here = site(request)
    content = here.templates.get_template(template).render(
        who=who,
        path=request.url.path,
        here=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        blind=blind(request),
        closed=not here.access.open,
        **context,
    )
    response = HTMLResponse(content, status)
    if who is not None and who.fresh:
        give_cookie(request, response, who)
    return response


def go(path: str, **query: str | int) -> RedirectResponse:
    """Return a redirect that ends a form: the browser asks for ``path`` anew."""
    return RedirectResponse(f"{path}?{urlencode(query)}" if query else path, 303)


def give_cookie(request: Request, response: Response, who: Visitor) -> None:
    """Send the session's cookie: no script reads it, no other site sends it along."""
    response.set_cookie(
        COOKIE,
        site(request).access.cookie(who),
        max_age=HOURS * 3600,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )


def blind(request: Request) -> bool:
    """Whether the visitor wants scores hidden until a decision is made."""
    return request.cookies.get(BLIND) == "1"


def back(given: str) -> str:
    """Return an address of this site to go back to; any other becomes the queue."""
    parts = urlsplit(given)
    if parts.scheme or parts.netloc or not given.startswith("/") or given.startswith("//"):
        return "/"
    if "\\" in given or not given.isprintable():
        return "/"
    return quote(parts.path) + (f"?{parts.query}" if parts.query else "")


def way_back(here: Site, given: str) -> str:
    """Return the way back, "" for none.

    A conflict that went with its misread claim leads to its queue instead.
    """
    if not given:
        return ""
    parts = urlsplit(back(given))
    if parts.path.startswith("/conflicts/"):
        key = parts.path.removeprefix("/conflicts/")
        if not here.store.conflicts_by_ids([key]):
            return f"/?{parts.query}" if parts.query else "/"
    return back(given)


def _static(name: str) -> str:
    """Return the address of a file of ours, which changes with its content."""
    path = HERE / "static" / name
    return f"/static/{name}?v={hashlib.sha256(path.read_bytes()).hexdigest()[:10]}"
