"""One claim: where it stands, who contests it; correcting it, and verdicts on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from claimtrack.bootstrap import Claimtrack
from claimtrack.errors import InputError
from claimtrack.mending import Mender
from claimtrack.model import Claim
from claimtrack.records import ConflictFilter
from claimtrack.review.mend import is_of
from claimtrack.web.marks import passage
from claimtrack.web.mending import LONGEST, Fields, told
from claimtrack.web.site import Anyone, Form, Here, Reviewer, Site, page, way_back

router = APIRouter()

MOST = 50
"""Conflicts of the claim that are listed."""
VERDICT = ("rating", "organisation", "reason", "link")
T = TypeVar("T")


@router.get("/claims/{key}", response_class=HTMLResponse)
def claim(request: Request, here: Here, who: Anyone, key: str) -> Response:
    """Show a claim with its passage, its conflicts, its corrections and verdicts."""
    found = here.store.claim(key)
    if found.id != key:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/claims/{found.id}{query}", 307)
    return _shown(request, here, who, found)


@router.post("/claims/{key}/correct", response_class=HTMLResponse)
def correct(request: Request, here: Here, form: Form, who: Reviewer, key: str) -> Response:
    """Correct a claim; it gets a new id, and its article is compared again at the next scan."""
    claim_, gone = _meant(here, key, form)
    try:
        fields = Fields.read(form)
    except InputError as error:
        return _shown(request, here, who, claim_, problem=str(error), status=422)
    if gone:
        problem = (
            "Somebody corrected this claim while you were reading. Nothing of yours was recorded; "
            "what you wrote is kept below, beside the claim as it is now."
        )
        return _shown(request, here, who, claim_, fields=fields, problem=problem, status=409)
    none = str(form.get("no_claim", "")) == "1"
    try:
        wrong: dict[str, Any] = {"no_claim": True} if none else fields.wrong(claim_)
        if not wrong:
            raise InputError("Nothing is changed yet: put right what is wrong, then correct.")
        _, new = _mended(
            here,
            lambda mender: mender.correct(claim_.id, reviewer=who.name, note=fields.note, **wrong),
        )
    except InputError as error:
        problem = f"{str(error)[:1].upper()}{str(error)[1:]}"
        return _shown(request, here, who, claim_, fields=fields, problem=problem, status=422)
    if new is None:
        return _go(form, f"/documents/{claim_.document}", "mended=none")
    return _go(form, f"/claims/{new.id}", "mended=1")


@router.post("/corrections/{number}/undo", response_class=HTMLResponse)
def undo_correction(here: Here, form: Form, who: Reviewer, number: int) -> Response:
    """Take a correction back: the article is read again."""
    _mended(here, lambda mender: mender.undo_correction(number, reviewer=who.name))
    return _go(form, f"/documents/{_document(here, form)}", "mended=back")


@router.post("/claims/{key}/verdict", response_class=HTMLResponse)
def verdict(request: Request, here: Here, form: Form, who: Reviewer, key: str) -> Response:
    """Record what a published fact-check says of a claim."""
    claim_, _ = _meant(here, key, form)
    given = {name: str(form.get(name, "")).strip() for name in (*VERDICT, "note")}
    try:
        if any(len(text) > LONGEST or "\0" in text for text in given.values()):
            raise InputError(f"a field has at most {LONGEST:,} characters")
        _rater(here).rate(claim_.id, reviewer=who.name, **given)
    except InputError as error:
        problem = f"{str(error)[:1].upper()}{str(error)[1:]}."
        return _shown(request, here, who, claim_, rating=given, verdict_problem=problem, status=422)
    return _go(form, f"/claims/{claim_.id}", "mended=verdict")


@router.post("/verdicts/{number}/undo", response_class=HTMLResponse)
def undo_verdict(here: Here, form: Form, who: Reviewer, number: int) -> Response:
    """Take a verdict back."""
    _rater(here).undo_rating(number, reviewer=who.name)
    key = here.store.claim(str(form.get("claim", ""))).id
    return _go(form, f"/claims/{key}", "mended=back")


def _shown(
    request: Request,
    here: Site,
    who: Anyone,
    found: Claim,
    *,
    fields: Fields | None = None,
    problem: str = "",
    rating: Mapping[str, str] | None = None,
    verdict_problem: str = "",
    status: int = 200,
) -> Response:
    _, corrections, ratings = _rater(here).history(found.id)
    document = here.store.document(found.document)
    flags = here.store.conflicts(ConflictFilter(claims=(found.id,), limit=MOST))
    return page(
        request,
        who,
        "claim.html",
        status=status,
        claim=found,
        stored=document,
        passage=passage(document.document.text, found, []),
        conflicts=[one.conflict for one in flags],
        threads=here.desk.about([found.id]),
        corrections=[(one, told(one)) for one in corrections if is_of(found, one.quote)],
        ratings=ratings,
        fields=fields or Fields.of(found),
        problem=problem,
        rating=rating or dict.fromkeys((*VERDICT, "note"), ""),
        verdict_problem=verdict_problem,
        back=way_back(here, request.query_params.get("back", "")),
        mended=request.query_params.get("mended", ""),
    )


def _meant(here: Site, key: str, form: Mapping[str, Any]) -> tuple[Claim, bool]:
    """The claim that a form is of, and whether it is another now: corrected by somebody else."""
    try:
        return here.store.claim(key), False
    except InputError:
        start, end = _number(form, "start"), _number(form, "end")
        near = [
            (min(one.end, end) - max(one.start, start), one)
            for one in here.store.claims(documents=[str(form.get("document", ""))], current=False)
        ]
        best = max(near, key=lambda pair: pair[0], default=(0, None))
        if best[0] <= 0 or best[1] is None:
            raise HTTPException(
                404, "This claim is not there any more: it was corrected, or its article is gone."
            ) from None
        return best[1], True


def _mended(here: Site, work: Callable[[Mender], T]) -> T:
    """Do what needs the models in the one thread that may use them."""

    def mend(facade: Claimtrack) -> T:
        return work(
            Mender(here.store, lambda: facade.pipeline, lambda: facade.embedder.fingerprint)
        )

    return here.worker.call(mend)


def _rater(here: Site) -> Mender:
    """A mender for what needs no model: reading, and verdicts."""
    facade = here.worker.facade
    return Mender(here.store, lambda: facade.pipeline, lambda: facade.embedder.fingerprint)


def _document(here: Site, form: Mapping[str, Any]) -> str:
    return here.store.document(str(form.get("document", ""))).document.id


def _go(form: Mapping[str, Any], path: str, query: str) -> Response:
    """Go on; the way back that the form came with is kept."""
    where = str(form.get("back", ""))
    more = f"&back={quote(where, safe='')}" if where else ""
    return RedirectResponse(f"{path}?{query}{more}", 303)


def _number(form: Mapping[str, Any], name: str) -> int:
    text = str(form.get(name, ""))
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
