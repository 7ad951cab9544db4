"""SARIF 2.1.0: a result for each conflict, the other article as its related location.

Rule ids are fixed, one for each ``ConflictType``. Updates are no flags and are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote as percent

from claimtrack.model import (
    Accepted,
    AuditResult,
    Claim,
    Conflict,
    ConflictType,
    Document,
    Failure,
    Suppressed,
)
from claimtrack.report.json_ import dump
from claimtrack.report.locate import locate, shown_path
from claimtrack.report.version import tool_version
from claimtrack.report.view import View, fingerprint, holder_line, published_line, reasons
from claimtrack.report.wording import squeeze

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "claimtrackConflict/v1"
_HELP = {
    ConflictType.NEGATION: "One side affirms what the other denies.",
    ConflictType.QUANTITY: "The numbers given for the same thing cannot both be true.",
    ConflictType.DATE: "The dates given for the same event cannot both be true.",
    ConflictType.PLACE: "The places given for the same event cannot both be true.",
    ConflictType.ACTOR: "Different people or bodies are said to have done the same thing.",
    ConflictType.OPPOSITE: "The two sides use words that exclude each other.",
    ConflictType.MODALITY: "One side takes for certain what the other takes for impossible.",
    ConflictType.OTHER: "The two statements cannot both be true.",
}


def rule_id(type_: ConflictType) -> str:
    """Return the fixed id of the rule for ``type_``."""
    return f"contradiction/{type_.value}"


def render(result: AuditResult, *, with_suppressed: bool = True) -> str:
    """Return the SARIF log as JSON.

    Accepted conflicts carry ``suppressions``; some readers don't look at those and show them
    like any other, for whom they can be left out. They are counted in ``properties`` either way.
    """
    view = View.of(result)
    accepted = view.suppressed if with_suppressed else ()
    run: dict[str, Any] = {
        **run_head([_rule(type_) for type_ in ConflictType], view.errors, view.stale),
        "results": [
            *(_result(conflict, view) for conflict in view.conflicts),
            *(
                {**_result(item.conflict, view), "suppressions": [_suppression(item)]}
                for item in accepted
            ),
        ],
        "properties": {
            "suppressed": {
                by.value: sum(item.by is by for item in view.suppressed) for by in Accepted
            }
        },
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def run_head(
    rules: Sequence[dict[str, Any]], errors: Sequence[Failure], notes: Sequence[Failure] = ()
) -> dict[str, Any]:
    """Return how a run begins: the tool with its rules, and what it had to say."""
    said = [*(("error", one) for one in errors), *(("note", one) for one in notes)]
    return {
        "tool": {
            "driver": {
                "name": "claimtrack",
                "semanticVersion": tool_version(),
                "rules": list(rules),
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not errors,
                "toolExecutionNotifications": [
                    {"level": level, "message": {"text": f"{one.path}: {one.message}"}}
                    for level, one in said
                ],
            }
        ],
    }


def _rule(type_: ConflictType) -> dict[str, Any]:
    return {
        "id": rule_id(type_),
        "name": f"Contradiction{type_.value.title()}",
        "shortDescription": {"text": f"Contradicting claims: {type_.value}."},
        "fullDescription": {"text": _HELP[type_]},
        "help": {
            "text": f"{_HELP[type_]} Read both passages: a rising toll is an update and no "
            "dispute, and two events alike are not one. What is wrong is the article, or the "
            "detection; a conflict says only that both claims cannot be true."
        },
        "defaultConfiguration": {"level": "warning"},
    }


def _result(conflict: Conflict, view: View) -> dict[str, Any]:
    here, there = _primary(conflict, view)
    return {
        "ruleId": rule_id(conflict.type),
        "ruleIndex": list(ConflictType).index(conflict.type),
        "level": "warning",
        # SARIF's rank runs from 0 to 100.
        "rank": round(conflict.score * 100, 2),
        "message": {"text": _message(conflict, here, there, view)},
        "locations": [_location(here, view)],
        "relatedLocations": [
            {
                "id": 1,
                **_location(there, view),
                "message": {"text": _said(there, view)},
            }
        ],
        "partialFingerprints": {FINGERPRINT: fingerprint(conflict, view)},
        "properties": {
            "conflict": conflict.id,
            "relation": conflict.relation.value,
            "score": round(conflict.score, 4),
            "evidence": [f"{e.weight:+.2f} {e.signal}: {e.detail}" for e in reasons(conflict)],
        },
    }


def _suppression(item: Suppressed) -> dict[str, Any]:
    found: dict[str, Any] = {
        "kind": "external" if item.by is Accepted.BASELINE else "inSource",
        "status": "accepted",
        "justification": item.reason,
    }
    if item.author is not None or item.date is not None:
        found["properties"] = {
            "author": item.author,
            "date": None if item.date is None else item.date.isoformat(),
        }
    return found


def _primary(conflict: Conflict, view: View) -> tuple[Claim, Claim]:
    """Return the side to show first: one that has a line in a file, if only one has."""
    a, b = view.sides(conflict)
    found = [locate(view.document(c), c.start, c.end) is not None for c in (a, b)]
    return (b, a) if found == [False, True] else (a, b)


def _message(conflict: Conflict, here: Claim, there: Claim, view: View) -> str:
    # "[text](1)" is SARIF's link to the related location with that id.
    other = _said(there, view).replace("[", "(").replace("]", ")")
    own = _said(here, view).replace("[", "(").replace("]", ")")
    return f"{conflict.relation.value.capitalize()}: {own} But [{other}](1)"


def _said(claim: Claim, view: View) -> str:
    document = view.document(claim)
    return (
        f"{squeeze(holder_line(claim))} ({squeeze(published_line(document))}): "
        f"“{squeeze(claim.quote)}”"
    )


def _location(claim: Claim, view: View) -> dict[str, Any]:
    return location(view.document(claim), claim.start, claim.end)


def location(document: Document, start: int, end: int) -> dict[str, Any]:
    """Return where ``[start, end)`` of a document stands, as exactly as is known."""
    source = locate(document, start, end)
    if source is not None:
        physical: dict[str, Any] = {
            "artifactLocation": {"uri": percent(source.path), "uriBaseId": "%SRCROOT%"},
            "region": {
                "startLine": source.start_line,
                "startColumn": source.start_column,
                "endLine": source.end_line,
                "endColumn": source.end_column,
                "snippet": {"text": document.text[start:end]},
            },
        }
        return {"physicalLocation": physical}
    logical = {"logicalLocations": [{"name": document.name, "kind": "article"}]}
    if document.url is not None:
        return {"physicalLocation": {"artifactLocation": {"uri": document.url}}, **logical}
    if document.path is not None:
        uri = {"uri": percent(shown_path(document.path)), "uriBaseId": "%SRCROOT%"}
        return {"physicalLocation": {"artifactLocation": uri}, **logical}
    return logical
