"""Logging in and out, and whether the server is well."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, JSONResponse, Response

from claimtrack.errors import StoreError
from claimtrack.web.access import COOKIE, TooManyTries
from claimtrack.web.site import Anyone, Form, Here, back, give_cookie, go, page

router = APIRouter()


@router.get("/login", response_class=HTMLResponse)
def login(request: Request, here: Here, back_to: str = "/") -> Response:
    """Ask for a name and a password or token."""
    if here.access.visitor(request.cookies.get(COOKIE)) is not None:
        return go(back(back_to))
    return _ask(request, here, back_to)


@router.post("/login", response_class=HTMLResponse)
async def log_in(request: Request, here: Here) -> Response:
    """Begin a session. There is none yet that a secret could belong to: the origin is checked."""
    fields = await request.form(max_files=0, max_fields=10, max_part_size=10_000)
    name, back_to = str(fields.get("name", "")), str(fields.get("back_to", "/"))
    address = request.client.host if request.client else ""
    try:
        # Hashing takes a while; other requests go on meanwhile.
        who = await run_in_threadpool(
            here.access.log_in, name, str(fields.get("password", "")), address
        )
    except TooManyTries as error:
        refused = _ask(request, here, back_to, name, str(error).capitalize() + ".", 429)
        refused.headers["retry-after"] = str(error.wait)
        return refused
    if who is None:
        return _ask(request, here, back_to, name, "The name or the password is wrong.", 401)
    response = go(back(back_to))
    give_cookie(request, response, who)
    return response


@router.post("/logout")
def log_out(here: Here, form: Form, who: Anyone) -> Response:
    """End the session."""
    here.access.log_out(who)
    response = go("/login")
    response.delete_cookie(COOKIE)
    return response


@router.get("/healthz")
def health(here: Here) -> Response:
    """Say whether the store answers; nothing of what it holds."""
    try:
        here.store.runs(limit=1)
    except StoreError:
        return JSONResponse({"status": "store unavailable"}, 503)
    return JSONResponse({"status": "ok"})


def _ask(
    request: Request, here: Here, back_to: str, name: str = "", problem: str = "", status: int = 200
) -> Response:
    return page(
        request,
        None,
        "login.html",
        status=status,
        back_to=back(back_to),
        name=name,
        problem=problem,
        by_token=here.access.users is None,
    )
