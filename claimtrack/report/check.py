"""What ``claimtrack check`` prints: figures with their intervals, misses and false alarms."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from claimtrack.model import Claim, Conflict, Document, Evidence
from claimtrack.report.json_ import dump
from claimtrack.report.view import counted, pushes
from claimtrack.report.wording import cells, shorten, squeeze
from claimtrack.results import CheckReport, CorpusResult, Expectation, FalseAlarm, Missed

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


def _flag(conflict: Conflict, documents: dict[str, Document]) -> dict[str, Any]:
    def side(claim: Claim) -> dict[str, Any]:
        document = documents.get(claim.document)
        return {
            "document": claim.document if document is None else document.name,
            "holder": claim.holder.name,
            "quote": claim.quote,
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


def text(report: CheckReport, failed: Sequence[str] = (), *, width: int = 80) -> str:
    """Return the table, every miss and every false alarm with the signal that caused it."""
    lines = [*_table(report), "", *_types(report)]
    for corpus in report.corpora:
        if corpus.missed:
            lines += ["", f"{corpus.name}: missed ({len(corpus.missed)})"]
            lines += [line for missed in corpus.missed for line in _miss(missed, width)]
        if corpus.false_alarms:
            lines += ["", f"{corpus.name}: false alarms ({len(corpus.false_alarms)})"]
            lines += [line for alarm in corpus.false_alarms for line in _alarm(alarm, width)]
    lines += ["", *(f"UNDER A FLOOR: {line}" for line in failed)]
    whole = total(report)
    lines += textwrap.wrap(
        f"{counted(len(report.corpora), 'corpus', 'corpora')}: {len(whole.found)} of "
        f"{counted(whole.expected, 'expected conflict', 'expected conflicts')} found, "
        f"{counted(len(whole.false_alarms), 'false alarm', 'false alarms')}.",
        width,
    )
    return "\n".join(lines) + "\n"


def _table(report: CheckReport) -> Iterator[str]:
    rows = [*report.corpora, *([total(report)] if len(report.corpora) > 1 else [])]
    room = max(6, min(22, max((cells(row.name) for row in rows), default=6)))
    yield (
        f"{'corpus':<{room}}  {'lines':>5} {'found':>5} {'false':>5}"
        f"  {'precision (95 %)':<18} {'recall (95 %)':<18} {'F1':>4}"
    )
    for row in rows:
        flagged = len(row.found) + len(row.false_alarms)
        precision = _share(row.precision, wilson(len(row.found), flagged), flagged)
        recall = _share(row.recall, wilson(len(row.found), row.expected), row.expected)
        yield (
            f"{shorten(row.name, room):<{room}}  {row.expected:>5} {len(row.found):>5} "
            f"{len(row.false_alarms):>5}  {precision:<18} {recall:<18} {row.f1:.2f}"
        )


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


def _types(report: CheckReport) -> Iterator[str]:
    yield f"{'type':<12} {'found':>6} {'missed':>6} {'false':>6}"
    for name, row in by_type(report).items():
        yield f"{name:<12} {row[0]:>6} {row[1]:>6} {row[2]:>6}"


def _share(value: float, interval: tuple[float, float], trials: int) -> str:
    if not trials:
        return "-"
    return f"{value:.2f} [{interval[0]:.2f}, {interval[1]:.2f}]"


def _miss(missed: Missed, width: int) -> Iterator[str]:
    yield from _expected(missed.expectation, width)
    yield from _because(missed.reason, width)
    yield from _pushes(missed.evidence, width)


def _alarm(alarm: FalseAlarm, width: int) -> Iterator[str]:
    conflict = alarm.conflict
    line = "" if alarm.expectation is None else f", line {alarm.expectation.id}"
    yield (f"  {conflict.relation.value} · {conflict.type.value}, score {conflict.score:.2f}{line}")
    for claim in (conflict.a, conflict.b):
        quote = f"{squeeze(claim.holder.name)}: “{squeeze(claim.quote)}”"
        yield from textwrap.wrap(quote, width, initial_indent="    ", subsequent_indent="      ")
    yield from _because(alarm.reason, width)
    yield from _pushes(pushes(conflict)[0], width)


def _pushes(evidence: Iterable[Evidence], width: int) -> Iterator[str]:
    """The reasons with their pushes; those without one only name the step already told."""
    for item in evidence:
        if item.weight:
            yield from textwrap.wrap(
                squeeze(f"{item.signal}: {item.detail}"),
                width,
                initial_indent=f"       {item.weight:+6.2f}  ",
                subsequent_indent=" " * 15,
            )


def _expected(expectation: Expectation, width: int) -> Iterator[str]:
    types = f" ({', '.join(expectation.types)})" if expectation.types else ""
    yield f"  line {expectation.id}{types}"
    for side in (expectation.a, expectation.b):
        quote = f"{squeeze(side.doc)}: “{squeeze(side.text)}”"
        yield from textwrap.wrap(quote, width, initial_indent="    ", subsequent_indent="      ")


def _because(reason: str, width: int) -> list[str]:
    return textwrap.wrap(
        squeeze(reason), width, initial_indent="    -> ", subsequent_indent="       "
    )
