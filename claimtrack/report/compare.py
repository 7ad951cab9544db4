"""What ``claimtrack compare`` prints: a line of JSON a pair, or a few lines for a reader."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

from claimtrack.model import Verdict
from claimtrack.report.jsonl import line
from claimtrack.report.push import reason
from claimtrack.report.view import top_reasons
from claimtrack.report.wording import squeeze
from claimtrack.results import ComparedPair, ComparePair

TOP_REASONS = 3


def record(compared: ComparedPair) -> dict[str, Any]:
    """Return the pair as the contract has it; null and an ``error`` where it was not judged."""
    assessment = compared.assessment
    if assessment is None:
        return {
            "id": compared.id,
            "verdict": None,
            "score": None,
            "type": None,
            "evidence": [],
            "error": compared.error or "the pair could not be judged",
        }
    return {
        "id": compared.id,
        "verdict": assessment.verdict.value,
        "score": round(assessment.score, 4),
        "type": None if assessment.type is None else assessment.type.value,
        "evidence": [
            {"signal": item.signal, "detail": item.detail, "weight": round(item.weight, 4)}
            for item in sorted(assessment.evidence, key=lambda e: (-abs(e.weight), e.signal))
        ],
    }


def json_line(compared: ComparedPair) -> str:
    """Return the record as one line."""
    return line(record(compared))


def text(pair: ComparePair, compared: ComparedPair, *, width: int = 80) -> str:
    """Return the verdict, both statements and the strongest reasons."""
    return "\n".join([*_lines(pair, compared, width), ""])


def _lines(pair: ComparePair, compared: ComparedPair, width: int) -> Iterator[str]:
    assessment = compared.assessment
    if assessment is None:
        yield f"NOT JUDGED  {squeeze(compared.error or '')}"
    else:
        verdict = assessment.verdict
        kind = f" · {assessment.type.value}" if assessment.type is not None else ""
        name = verdict.value.upper() if verdict is Verdict.CONTRADICTION else verdict.value
        yield f"{name}{kind}  (score {assessment.score:.2f})"
    for label, statement in (("A", pair.a), ("B", pair.b)):
        yield from textwrap.wrap(
            squeeze(statement), width, initial_indent=f"  {label}: ", subsequent_indent="     "
        )
    if assessment is None:
        return
    flagged = assessment.verdict is Verdict.CONTRADICTION
    # What would clash is no word on a pair that does not.
    if flagged and assessment.explanation:
        yield from textwrap.wrap(
            squeeze(assessment.explanation),
            width,
            initial_indent="  why: ",
            subsequent_indent="  ",
        )
    for item in top_reasons(assessment.evidence, TOP_REASONS, flagged=flagged):
        yield from reason(item, width, indent=2)
