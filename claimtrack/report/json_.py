"""JSON as the contract ``claimtrack.audit/1`` has it; the schema ships beside this module."""

from __future__ import annotations

import json
import math
from dataclasses import asdict
from typing import Any

from claimtrack.model import AuditResult, Claim, Conflict, Document, Holder, Quantity, Suppressed
from claimtrack.report.locate import locate, shown_path
from claimtrack.report.view import View, reasons

SCHEMA = "claimtrack.audit/1"


def render(result: AuditResult) -> str:
    """Return one JSON object, indented, ending in a newline."""
    return dump(as_dict(result))


def dump(value: object) -> str:
    """Return ``value`` as JSON that is the same for the same value: UTF-8, no NaN, indented."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def as_dict(result: AuditResult) -> dict[str, Any]:
    """Return the contract's object; keys stand in the contract's order, ``run``'s sorted."""
    view = View.of(result)
    present = {claim.id for claim in view.claims}
    return {
        "schema": SCHEMA,
        "run": plain(result.run),
        "documents": [document_record(document) for document in view.documents],
        "claims": [claim_record(claim, view.document(claim)) for claim in view.claims],
        "conflicts": [conflict_record(conflict, present) for conflict in view.conflicts],
        "updates": [conflict_record(update, present) for update in view.updates],
        "errors": [asdict(error) for error in view.errors],
        "suppressed": [
            {**conflict_record(item.conflict, present), "suppression": suppression_record(item)}
            for item in view.suppressed
        ],
        "stale": [asdict(failure) for failure in view.stale],
    }


def plain(value: object) -> Any:
    """Return ``value`` with sorted keys and only what JSON knows; paths and enums as text."""
    if hasattr(value, "items"):
        return {str(key): plain(value[key]) for key in sorted(value.keys(), key=str)}  # type: ignore[index, attr-defined]
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, set | frozenset):
        return [plain(item) for item in sorted(value, key=str)]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, bool | int):
        return value
    return str(value)


def document_record(document: Document) -> dict[str, Any]:
    """Return a document as the contract has it."""
    return {
        "id": document.id,
        "path": None if document.path is None else shown_path(document.path),
        "title": document.title,
        "outlet": document.outlet,
        "published": None if document.published is None else document.published.isoformat(),
        "url": document.url,
        "text": document.text,
    }


def holder_record(holder: Holder) -> dict[str, Any]:
    """Return a holder as the contract has it."""
    return {
        "name": holder.name,
        "kind": holder.kind.value,
        "on_behalf_of": holder.on_behalf_of,
    }


def claim_record(claim: Claim, document: Document) -> dict[str, Any]:
    """Return a claim as the contract has it; ``source`` is null where no file line is known."""
    source = locate(document, claim.start, claim.end)
    return {
        "id": claim.id,
        "document": claim.document,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "source": None if source is None else asdict(source),
        "statement": claim.statement,
        "holder": holder_record(claim.holder),
        "via": [holder_record(holder) for holder in claim.via],
        "stance": claim.stance.value,
        "event_time": None if claim.event_time is None else claim.event_time.iso,
        "report_time": None if claim.report_time is None else claim.report_time.iso,
        "quantities": [quantity_record(quantity) for quantity in claim.quantities],
        "entities": [
            {"text": entity.text, "label": entity.label, "name": entity.name}
            for entity in claim.entities
        ],
    }


def quantity_record(quantity: Quantity) -> dict[str, Any]:
    """Return a quantity as the contract has it; an open end ("at least 12") is null."""
    return {
        "text": quantity.text,
        "value": plain(quantity.value),
        "low": plain(quantity.low),
        "high": plain(quantity.high),
        "unit": quantity.unit,
        "of": quantity.of,
    }


def suppression_record(item: Suppressed) -> dict[str, Any]:
    """Return by what and why a conflict was accepted, and by whom and when where that is known."""
    return {
        "by": item.by.value,
        "reason": item.reason,
        "author": item.author,
        "date": None if item.date is None else item.date.isoformat(),
    }


def conflict_record(conflict: Conflict, present: set[str] | None = None) -> dict[str, Any]:
    """Return a conflict as the contract has it.

    ``copies`` are further pairs of claim ids that say the same; where ``present`` is given,
    only those whose claims are in the report, because every id in it must be found there.
    """
    return {
        "id": conflict.id,
        "type": conflict.type.value,
        "relation": conflict.relation.value,
        "score": round(conflict.score, 4),
        "a": conflict.a.id,
        "b": conflict.b.id,
        "explanation": conflict.explanation,
        "evidence": [
            {
                "signal": item.signal,
                "detail": item.detail,
                "weight": round(item.weight, 4),
            }
            for item in reasons(conflict)
        ],
        "copies": sorted(
            [list(pair) for pair in conflict.copies if present is None or present.issuperset(pair)]
        ),
    }
