"""The application: its parts, its pages, and what it answers when something is wrong."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.staticfiles import StaticFiles
from sqlalchemy.exc import DataError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

from claimtrack.errors import ClaimtrackError, DecidedMeanwhile, InputError
from claimtrack.judge.context import THRESHOLD
from claimtrack.report.version import tool_version
from claimtrack.review.desk import Desk
from claimtrack.web import api
from claimtrack.web.access import Access
from claimtrack.web.shield import Shield
from claimtrack.web.site import HERE, LogInFirst, Site, environment, page
from claimtrack.web.views import (
    audit,
    browse,
    claims,
    conflict,
    disputes,
    entry,
    holders,
    queue,
    threads,
)
from claimtrack.web.worker import Worker

if TYPE_CHECKING:
    from claimtrack.bootstrap import Claimtrack

LOG = logging.getLogger(__name__)

PAGES = (queue, conflict, claims, audit, disputes, threads, holders, browse, entry)


def create_app(claimtrack: Claimtrack, access: Access, *, hosts: Collection[str] = ()) -> FastAPI:
    """Return the web application over the store of ``claimtrack``, which is made if need be.

    ``access`` tells who may use it; ``hosts`` are the names that it answers to (any, if none).
    The store is open from start-up to shut-down.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with claimtrack.store() as store:
            worker = Worker(claimtrack)
            given = claimtrack.settings.threshold
            threshold = THRESHOLD if given is None else given
            app.state.site = Site(store, Desk(store), worker, access, threshold, environment())
            try:
                yield
            finally:
                worker.close()

    # The usual documentation pages load scripts from elsewhere.
    app = FastAPI(
        title="claimtrack",
        version=tool_version(),
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.add_middleware(Shield, hosts=hosts)
    for part in PAGES:
        app.include_router(part.router, include_in_schema=False)
    app.include_router(api.router)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    app.add_exception_handler(LogInFirst, _log_in_first)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(ClaimtrackError, _wrong)
    app.add_exception_handler(DataError, _unfit)
    app.add_exception_handler(Exception, _broken)
    return app


def _log_in_first(request: Request, error: Exception) -> Response:
    if _is_api(request):
        return JSONResponse(
            {"detail": "log in, or send the token"}, 401, {"www-authenticate": "Bearer"}
        )
    wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    back_to = quote(wanted) if request.method == "GET" else "/"
    response: Response = RedirectResponse(f"/login?back_to={back_to}", 303)
    if "hx-request" in request.headers:
        # A part of a page can't hold the log-in page: htmx loads the whole of it.
        response = Response(status_code=204, headers={"hx-redirect": "/login"})
    return response


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    nowhere = error.status_code == 404 and error.detail == "Not Found"
    detail = "There is no page at this address." if nowhere else str(error.detail)
    return _answer(request, error.status_code, detail)


def _wrong(request: Request, error: Exception) -> Response:
    status = 409 if isinstance(error, DecidedMeanwhile) else 404
    if not isinstance(error, InputError | DecidedMeanwhile):
        LOG.error("%s: %s", request.url.path, error)
        status = 503
    more = {"last": error.last} if isinstance(error, DecidedMeanwhile) else {}
    return _answer(request, status, str(error), more)


def _unfit(request: Request, error: Exception) -> Response:
    # PostgreSQL takes no NUL, so that nothing it holds has one.
    status = 404 if request.method == "GET" else 400
    return _answer(request, status, "There is nothing of that name: no store takes these letters.")


def _broken(request: Request, error: Exception) -> Response:
    # The server logs the traceback; the page says nothing that a stranger could use.
    return _answer(request, 500, "Something went wrong here. The server's log says what.")


def _answer(
    request: Request, status: int, message: str, more: Mapping[str, object] | None = None
) -> Response:
    if _is_api(request):
        return JSONResponse({"detail": message, **(more or {})}, status)
    return page(request, None, "problem.html", status=status, number=status, message=message)


def _is_api(request: Request) -> bool:
    return request.url.path.startswith("/api/")
