"""The same as JSON, under /api: conflicts, decisions, threads, documents, search, audit.

A log-in's cookie with its ``X-CSRF-Token``, or the token as a bearer, opens it; an open page
needs neither, and takes JSON from its own origin only. Described at /api/openapi.json.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi import Path as InPath
from pydantic import BaseModel, ConfigDict, Field

from claimtrack.errors import InputError
from claimtrack.model import Conflict, ConflictType, Decision, Reason, Relation, Ruling, Status
from claimtrack.records import FLAGS, ConflictFilter, Member, StoredDocument
from claimtrack.report import stored as reported
from claimtrack.report.json_ import as_dict, claim_record, document_record
from claimtrack.report.view import View
from claimtrack.review.desk import Item
from claimtrack.review.timeline import Thread, said
from claimtrack.web.access import Visitor
from claimtrack.web.given import Given
from claimtrack.web.site import Anyone, Here, Reviewer, check_csrf

Json = dict[str, Any]
Id = Annotated[str, InPath(min_length=4, max_length=32, pattern="^[0-9a-f]+$")]
Text = Annotated[str, Field(max_length=4_000, pattern=r"^[^\x00]*$")]
Words = Annotated[str | None, Query(min_length=1, max_length=300, pattern=r"^[^\x00]+$")]
SIZE, MOST = 25, 200
PROBLEMS: dict[int | str, dict[str, Any]] = {
    401: {"description": "A log-in or token is needed."},
    403: {"description": "Not with this role, or not from there."},
    404: {"description": "There is no such thing."},
    409: {"description": "Somebody decided meanwhile; `last` is the newest decision."},
    421: {"description": "Called by a name that is not answered to."},
    429: {"description": "Too much is waiting."},
}
router = APIRouter(prefix="/api", responses=PROBLEMS)


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewDecision(_Body):
    """A ruling on a conflict; a dismissal, and only that, has a reason.

    ``expected`` is the conflict's ``last``, so that nobody is overruled unseen.
    """

    ruling: Ruling
    reason: Reason | None = None
    note: Text = ""
    expected: Annotated[int, Field(ge=0, lt=2**31)] | None = None


class NewAudit(_Body):
    """An article to audit; nothing is stored unless ``save``."""

    text: Annotated[str, Field(min_length=1, max_length=1_000_000, pattern=r"^[^\x00]*$")]
    title: Annotated[str, Field(max_length=500)] = ""
    outlet: Annotated[str, Field(max_length=500)] = ""
    published: dt.date | None = None
    url: Annotated[str, Field(max_length=500)] = ""
    save: bool = False


def writer(request: Request, who: Reviewer) -> Visitor:
    """Return who may write. Raises 403 where a browser's session is used without its secret."""
    if who.session != "bearer" and not who.fresh:
        check_csrf(request, request.headers.get("x-csrf-token", ""))
    return who


Writer = Annotated[Visitor, Depends(writer)]


@router.get("/conflicts")
def conflicts(
    here: Here,
    who: Anyone,
    relation: Annotated[list[Relation] | None, Query()] = None,
    type: Annotated[list[ConflictType] | None, Query()] = None,
    status: Literal["open", "withdrawn", "any"] = "open",
    ruling: Annotated[list[Ruling] | None, Query()] = None,
    undecided: bool = False,
    holder: Words = None,
    against: Words = None,
    outlet: Words = None,
    text: Words = None,
    min_score: Annotated[float | None, Query(ge=0, le=1)] = None,
    after: dt.date | None = None,
    before: dt.date | None = None,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    size: Annotated[int, Query(ge=1, le=MOST)] = SIZE,
) -> Json:
    """List conflicts by priority, with how many there are of each kind."""
    wanted = ConflictFilter(
        relations=tuple(relation or FLAGS),
        types=tuple(type or ()),
        status=None if status == "any" else Status(status),
        rulings=tuple(ruling or ()),
        undecided=undecided,
        holder=holder,
        against=against,
        outlet=outlet,
        text=text,
        min_score=min_score,
        after=after,
        before=before,
    )
    found = here.desk.queue(wanted, page=page, size=size)
    counts = found.counts
    return {
        "total": found.total,
        "page": found.number,
        "pages": found.pages,
        "counts": {
            "relations": counts.relations,
            "types": counts.types,
            "statuses": counts.statuses,
            "rulings": counts.rulings,
        },
        "conflicts": [_item(item) for item in found.items],
    }


@router.get("/conflicts/{key}")
def conflict(here: Here, who: Anyone, key: Id) -> Json:
    """Return a conflict with both claims, its evidence and its decisions."""
    return _item(here.desk.item(key))


@router.post("/conflicts/{key}/decisions", status_code=201)
def decide(here: Here, who: Writer, key: Id, new: NewDecision) -> Json:
    """Record a decision under the visitor's name."""
    if (new.ruling is Ruling.DISMISSED) != (new.reason is not None):
        raise HTTPException(422, "a dismissal, and only that, has a reason")
    made = here.desk.decide(
        here.desk.item(key).stored.conflict.id,
        new.ruling,
        reviewer=who.name,
        reason=new.reason,
        note=new.note,
        expected=new.expected,
    )
    return _decision(made)


@router.get("/decisions")
def decisions(
    here: Here,
    who: Anyone,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    size: Annotated[int, Query(ge=1, le=MOST)] = SIZE,
) -> Json:
    """List decisions, the newest first; one that was taken back is followed by its undo."""
    made = here.store.decisions()[::-1]
    start = (page - 1) * size
    return {
        "total": len(made),
        "decisions": [_decision(one) for one in made[start : start + size]],
    }


@router.post("/decisions/{number}/undo", status_code=201)
def undo(here: Here, who: Writer, number: Annotated[int, InPath(ge=1, lt=2**31)]) -> Json:
    """Take a decision back."""
    return _decision(here.desk.undo(number, reviewer=who.name))


@router.get("/threads")
def threads(
    here: Here,
    who: Anyone,
    contested: bool = False,
    holder: Words = None,
    limit: Annotated[int, Query(ge=1, le=MOST)] = SIZE,
) -> Json:
    """List threads, those with most claims first."""
    found = here.desk.threads(contested=contested, holder=holder, limit=limit)
    return {"threads": [_thread(thread) for thread in found]}


@router.get("/threads/{key}")
def thread(here: Here, who: Anyone, key: Id) -> Json:
    """Return a thread: who affirms, who denies, since when."""
    return _thread(here.desk.thread(key))


@router.get("/documents")
def documents(
    here: Here,
    who: Anyone,
    text: Words = None,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    size: Annotated[int, Query(ge=1, le=MOST)] = SIZE,
) -> Json:
    """List articles, the newest first, without their texts."""
    found = here.store.documents(text=text, limit=size, offset=(page - 1) * size)
    return {"documents": [_brief(item) for item in found]}


@router.get("/documents/{key}")
def document(here: Here, who: Anyone, key: Id) -> Json:
    """Return an article with its text and claims."""
    found = here.store.document(key)
    claims = here.store.claims(documents=[found.document.id], current=False)
    return {
        **_brief(found),
        "text": found.document.text,
        "claims": [claim_record(claim, found.document) for claim in claims],
    }


@router.get("/search")
def search(
    here: Here,
    who: Anyone,
    text: Annotated[str, Query(min_length=1, max_length=1_000, pattern=r"[^\s\x00]")],
    limit: Annotated[int, Query(ge=1, le=100)] = 10,
) -> Json:
    """Return the stored claims nearest in meaning, best first."""
    hits = here.worker.call(lambda facade: facade.search(text, limit))
    where = here.store.documents(ids={claim.document for claim, _ in hits})
    by_id = {item.document.id: item.document for item in where}
    return {
        "claims": [
            {"similarity": round(score, 4), **claim_record(claim, by_id[claim.document])}
            for claim, score in hits
            if claim.document in by_id
        ]
    }


@router.post("/audit")
def audit(here: Here, who: Writer, new: NewAudit) -> Json:
    """Audit an article; the answer is ``claimtrack.audit/1``."""
    given = Given(
        text=new.text,
        title=new.title,
        outlet=new.outlet,
        published=new.published.isoformat() if new.published else "",
        url=new.url,
    )
    try:
        given.check()
        read, failures = given.read()
    except InputError as error:
        raise HTTPException(422, str(error)) from error
    if not read:
        reason = failures[0].message if failures else "there is no article in it"
        raise HTTPException(422, reason)
    return as_dict(here.worker.call(lambda facade: facade.audit_documents(read, save=new.save)))


def _item(item: Item) -> Json:
    found: Conflict = item.stored.conflict
    view: View = reported.view_of([item.stored], [item.in_a, item.in_b])
    standing = item.bearing.standing
    return {
        **reported.record(item.stored, view),
        "priority": item.ranked.priority if item.ranked else None,
        "explanation": found.explanation,
        "decision": _decision(standing) if standing else None,
        "decisions": [_decision(made) for made in item.bearing.history],
        "last": item.bearing.last,
    }


def _decision(made: Decision) -> Json:
    return {
        "id": made.id,
        "conflict": made.conflict,
        "ruling": made.ruling,
        "reason": made.reason,
        "note": made.note,
        "reviewer": made.reviewer,
        "at": made.at.isoformat(),
        "undo_of": made.undo_of,
    }


def _brief(item: StoredDocument) -> Json:
    record = document_record(item.document)
    del record["text"]
    return {**record, "version": item.version, "current": item.current, "claims_count": item.claims}


def _thread(found: Thread) -> Json:
    def side(denies: bool) -> list[Json]:
        return [_member(one) for one in found.members if one.denies is denies]

    return {
        "id": found.id,
        "proposition": found.proposition,
        "contested": found.contested,
        "voices": found.voices,
        "first": found.first.isoformat() if found.first else None,
        "last": found.last.isoformat() if found.last else None,
        "affirms": side(False),
        "denies": side(True),
        "conflicts": list(found.flags),
        "merged": list(found.merged),
    }


def _member(one: Member) -> Json:
    day = said(one)
    return {
        "claim": one.claim.id,
        "document": one.claim.document,
        "statement": one.claim.statement,
        "quote": one.claim.quote,
        "holder": one.claim.holder.name,
        "outlet": one.document.outlet,
        "said": day.isoformat() if day else None,
    }
