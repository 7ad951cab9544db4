"""What ``claimtrack check`` measured: figures with their intervals, and all of it as JSON."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from claimtrack.model import Claim, Conflict, Document
from claimtrack.report.json_ import dump
from claimtrack.results import CheckReport, CorpusResult, Expectation, ExpectedSide

SCHEMA = "claimtrack.check/1"
TOTAL = "total"


def wilson(successes: int, trials: int, z: float = 1.959964) -> tuple[float, float]:
    """Return Wilson's score interval of a share (Wilson 1927), 95 % by default; (0, 1) of none."""
    if not trials:
        return 0.0, 1.0
    share = successes / trials
    middle = share + z * z / (2 * trials)
    half = z * math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    scale = 1 + z * z / trials
    return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


def total(report: CheckReport) -> CorpusResult:
    """Return all corpora as one: every line and every flag counts the same."""
    return CorpusResult(
        name=TOTAL,
        expected=sum(corpus.expected for corpus in report.corpora),
        found=tuple(item for corpus in report.corpora for item in corpus.found),
        missed=tuple(item for corpus in report.corpora for item in corpus.missed),
        false_alarms=tuple(item for corpus in report.corpora for item in corpus.false_alarms),
    )


def as_dict(report: CheckReport, failed: Sequence[str] = ()) -> dict[str, Any]:
    """Return the report as JSON's object; ``failed`` are the floors that were not reached."""
    return {
        "schema": SCHEMA,
        "corpora": [_corpus(corpus) for corpus in report.corpora],
        "total": _figures(total(report)),
        "types": {
            name: {"found": row[0], "missed": row[1], "false_alarms": row[2]}
            for name, row in by_type(report).items()
        },
        "models": dict(sorted(report.models.items())),
        "failed_floors": list(failed),
        "errors": [{"path": error.path, "message": error.message} for error in report.errors],
    }


def as_json(report: CheckReport, failed: Sequence[str] = ()) -> str:
    """Return ``as_dict`` as JSON text."""
    return dump(as_dict(report, failed))


def _figures(corpus: CorpusResult) -> dict[str, Any]:
    flagged = len(corpus.found) + len(corpus.false_alarms)
    return {
        "expected": corpus.expected,
        "found": len(corpus.found),
        "missed": len(corpus.missed),
        "false_alarms": len(corpus.false_alarms),
        "precision": round(corpus.precision, 4),
        "precision_interval": [round(x, 4) for x in wilson(len(corpus.found), flagged)],
        "recall": round(corpus.recall, 4),
        "recall_interval": [round(x, 4) for x in wilson(len(corpus.found), corpus.expected)],
        "f1": round(corpus.f1, 4),
    }


def _corpus(corpus: CorpusResult) -> dict[str, Any]:
    documents = {document.id: document for document in corpus.documents}
    return {
        "name": corpus.name,
        "hash": corpus.hash,
        **_figures(corpus),
        "found_lines": [
            {
                "id": found.expectation.id,
                "conflicts": [_flag(conflict, documents) for conflict in found.conflicts],
            }
            for found in corpus.found
        ],
        "missed_lines": [
            {
                "id": missed.expectation.id,
                "reason": missed.reason,
                "a": _expected(missed.expectation.a, corpus.documents),
                "b": _expected(missed.expectation.b, corpus.documents),
                "evidence": [
                    {"signal": e.signal, "detail": e.detail, "weight": round(e.weight, 4)}
                    for e in missed.evidence
                ],
            }
            for missed in corpus.missed
        ],
        "false_alarm_flags": [
            {
                "line": None if alarm.expectation is None else alarm.expectation.id,
                "reason": alarm.reason,
                "conflict": _flag(alarm.conflict, documents),
            }
            for alarm in corpus.false_alarms
        ],
    }


def _expected(side: ExpectedSide, documents: Sequence[Document]) -> dict[str, Any]:
    titles = [document.title for document in documents if document.file == side.doc]
    return {"document": side.doc, "title": titles[0] if titles else None, "quote": side.text}


def _flag(conflict: Conflict, documents: dict[str, Document]) -> dict[str, Any]:
    def side(claim: Claim) -> dict[str, Any]:
        document = documents.get(claim.document)
        return {
            "document": claim.document if document is None else document.file,
            "title": None if document is None else document.title,
            "holder": claim.holder.name,
            "quote": claim.quote,
            "statement": claim.statement,
        }

    return {
        "type": conflict.type.value,
        "relation": conflict.relation.value,
        "score": round(conflict.score, 4),
        "a": side(conflict.a),
        "b": side(conflict.b),
        "evidence": [
            {"signal": e.signal, "detail": e.detail, "weight": round(e.weight, 4)}
            for e in sorted(conflict.evidence, key=lambda e: -abs(e.weight))
        ],
    }


def by_type(report: CheckReport) -> dict[str, tuple[int, int, int]]:
    """Return (found, missed, false alarms) for each type that occurs, "any" for lines without one.

    A line counts under the first type that it names, a false alarm under the type it was given.
    """
    table: dict[str, list[int]] = {}
    whole = total(report)
    rows = [
        *((_type(item.expectation), 0) for item in whole.found),
        *((_type(item.expectation), 1) for item in whole.missed),
        *((item.conflict.type.value, 2) for item in whole.false_alarms),
    ]
    for name, column in rows:
        table.setdefault(name, [0, 0, 0])[column] += 1
    return {name: (row[0], row[1], row[2]) for name, row in sorted(table.items())}


def _type(expectation: Expectation) -> str:
    return expectation.types[0] if expectation.types else "any"
