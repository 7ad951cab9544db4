"""Audit: give an article, see its claims and what contradicts them, save or drop it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from starlette.datastructures import UploadFile
from starlette.responses import HTMLResponse, Response

from claimtrack.errors import InputError
from claimtrack.model import AuditResult, Claim, Conflict, Document
from claimtrack.report.clash import clashing
from claimtrack.report.view import View
from claimtrack.web.given import Given
from claimtrack.web.marks import Piece, annotated, pieces
from claimtrack.web.site import Form, Here, Reviewer, Site, go, page
from claimtrack.web.worker import Busy, Job

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Found:
    """A conflict of an audit as the page lists it."""

    conflict: Conflict
    lines: tuple[tuple[Claim, Document, tuple[Piece, ...]], ...]


@dataclass(frozen=True, slots=True)
class Read:
    """An audited article, its text cut where claims begin and end."""

    document: Document
    claims: int
    paragraphs: tuple[tuple[Piece, ...], ...]


@router.get("/audit", response_class=HTMLResponse)
def ask(request: Request, who: Reviewer) -> Response:
    """Ask for an article."""
    return page(request, who, "audit.html", given=Given(), problem="")


@router.post("/audit", response_class=HTMLResponse)
async def start(request: Request, here: Here, form: Form, who: Reviewer) -> Response:
    """Begin an audit and go to its page."""
    upload = form.get("file")
    data = await upload.read() if isinstance(upload, UploadFile) else b""

    def field(name: str) -> str:
        return str(form.get(name, "")).strip()

    given = Given(
        text="" if data else str(form.get("text", "")).replace("\r\n", "\n"),
        data=data,
        address=field("address"),
        title=field("title"),
        outlet=field("outlet"),
        published=field("published"),
        url=field("url"),
    )
    try:
        given.check()
        job = here.worker.start(who.name, given.name, given.read)
    except InputError as error:
        return page(request, who, "audit.html", status=422, given=given, problem=str(error))
    except Busy:
        problem = "Too many audits are waiting; try again in a minute."
        return page(request, who, "audit.html", status=503, given=given, problem=problem)
    return go(f"/audit/{job.id}")


@router.post("/scan", response_class=HTMLResponse)
def scan(here: Here, form: Form, who: Reviewer) -> Response:
    """Begin to compare what waits in the store, and go to the page that says how far it is."""
    try:
        job = here.worker.scan(who.name)
    except Busy:
        raise HTTPException(503, "Too much is waiting; try again in a minute.") from None
    return go(f"/audit/{job.id}")


@router.get("/audit/{key}", response_class=HTMLResponse)
def audited(request: Request, here: Here, who: Reviewer, key: str, part: str = "") -> Response:
    """Show how far an audit is, and what it found; with ``part`` only what changes."""
    job = _job(here, who.name, key)
    template = "scanned.html" if job.scan else "audited.html"
    # Asked once, and before the result: what ends while its page is made has none there yet.
    finished = job.finished
    template = "audit_state.html" if part and not finished else template
    return page(request, who, template, job=job, finished=finished, **_result(job))


@router.post("/audit/{key}/save")
def save(here: Here, form: Form, who: Reviewer, key: str) -> Response:
    """Keep the article, its claims and conflicts in the store."""
    here.worker.save(_job(here, who.name, key))
    return go(f"/audit/{key}")


@router.post("/audit/{key}/drop")
def drop(here: Here, form: Form, who: Reviewer, key: str) -> Response:
    """Forget the article and all that was found."""
    here.worker.drop(_job(here, who.name, key))
    return go("/audit")


def _job(here: Site, owner: str, key: str) -> Job:
    job = here.worker.job(key, owner)
    if job is None:
        raise HTTPException(404, "That audit is not here any more. Nothing of it was kept.")
    return job


def _result(job: Job) -> dict[str, Any]:
    if job.result is None:
        return {"found": [], "updates": [], "read": [], "contested": set()}
    view = View.of(job.result)
    return {
        "found": [_found(one, view) for one in view.conflicts],
        "updates": [_found(one, view) for one in view.updates],
        "read": [_read(document, job.result) for document in job.documents],
        "contested": {claim.id for one in job.result.conflicts for claim in (one.a, one.b)},
    }


def _found(conflict: Conflict, view: View) -> Found:
    marks = dict(zip((conflict.a.id, conflict.b.id), clashing(conflict), strict=True))
    return Found(
        conflict,
        tuple(
            (claim, view.document(claim), pieces(claim.quote, marks[claim.id]))
            for claim in view.sides(conflict)
        ),
    )


def _read(document: Document, result: AuditResult) -> Read:
    claims = [claim for claim in result.claims if claim.document == document.id]
    return Read(document, len(claims), annotated(document.text, claims))
