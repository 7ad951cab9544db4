"""One JSON object a line, each whole in itself: for ``jq``, logs and data frames.

``kind`` is "conflict", "update", "suppressed", "stale", "error" or, on the last line, "summary".
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from claimtrack.model import AuditResult, Claim, Conflict
from claimtrack.report.json_ import (
    claim_record,
    conflict_record,
    document_record,
    plain,
    suppression_record,
)
from claimtrack.report.view import View, fingerprint


def render(result: AuditResult) -> str:
    """Return the lines; either side holds its claim and its document without the full text."""
    view = View.of(result)
    records: list[dict[str, Any]] = [
        *({"kind": "conflict", **_record(conflict, view)} for conflict in view.conflicts),
        *({"kind": "update", **_record(update, view)} for update in view.updates),
        *(
            {
                "kind": "suppressed",
                **_record(item.conflict, view),
                "suppression": suppression_record(item),
            }
            for item in view.suppressed
        ),
        *({"kind": "stale", **asdict(failure)} for failure in view.stale),
        *({"kind": "error", **asdict(error)} for error in view.errors),
        {
            "kind": "summary",
            "documents": len(view.documents),
            "claims": len(view.claims),
            "conflicts": len(view.conflicts),
            "updates": len(view.updates),
            "suppressed": len(view.suppressed),
            "stale": len(view.stale),
            "errors": len(view.errors),
            "run": plain({key: value for key, value in result.run.items() if key != "timing"}),
        },
    ]
    return "".join(line(record) for record in records)


def line(record: object) -> str:
    """Return ``record`` as one line of JSON."""
    return json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n"


def _record(conflict: Conflict, view: View) -> dict[str, Any]:
    present = {claim.id for claim in view.claims}
    return {
        **conflict_record(conflict, present),
        "fingerprint": fingerprint(conflict, view),
        "a": _side(conflict.a, view),
        "b": _side(conflict.b, view),
    }


def _side(claim: Claim, view: View) -> dict[str, Any]:
    document = document_record(view.document(claim))
    del document["text"]
    return {**claim_record(claim, view.document(claim)), "document": document}
