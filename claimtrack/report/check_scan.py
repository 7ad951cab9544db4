"""What ``check`` found wrong for code scanning: SARIF 2.1.0 and GitLab code quality."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claimtrack.model import digest
from claimtrack.report.json_ import dump
from claimtrack.report.locate import shown_path
from claimtrack.report.mistakes import FALSE_ALARM, MISSED, Mistake, Passage, mistakes
from claimtrack.report.sarif import SCHEMA, location, run_head
from claimtrack.results import CheckReport

FINGERPRINT = "claimtrackCheck/v1"
FLOOR = "under a floor"
_RULES = {
    MISSED: ("check/missed", "MissedConflict", "An expected conflict was not flagged."),
    FALSE_ALARM: ("check/false-alarm", "FalseAlarm", "A flag matches no expected conflict."),
    FLOOR: ("check/under-a-floor", "UnderAFloor", "A corpus reaches less than its floor."),
}
_HELP = "The message says at which step it went wrong, or which signal caused it."


def sarif(report: CheckReport, failed: Sequence[str]) -> str:
    """Return a result for each mistake and for each floor that was not reached."""
    run: dict[str, Any] = {
        **run_head([_rule(kind) for kind in _RULES], report.errors),
        "results": [
            *(_result(item) for item in mistakes(report)),
            *(
                {
                    **_head(FLOOR),
                    "level": "error",
                    "message": {"text": f"Under a floor: {line}."},
                    "locations": [_nowhere(line.partition(":")[0])],
                }
                for line in failed
            ),
        ],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(kind: str) -> dict[str, Any]:
    id_, name, text = _RULES[kind]
    return {
        "id": id_,
        "name": name,
        "shortDescription": {"text": text},
        "fullDescription": {"text": text},
        "help": {"text": f"{text} {_HELP}"},
        "defaultConfiguration": {"level": "error" if kind == FLOOR else "warning"},
    }


def _head(kind: str) -> dict[str, Any]:
    return {"ruleId": _RULES[kind][0], "ruleIndex": list(_RULES).index(kind)}


def _result(item: Mistake) -> dict[str, Any]:
    # "[text](1)" is SARIF's link to the related location with that id.
    a, b, reason = (
        text.replace("[", "(").replace("]", ")") for text in (item.a.text, item.b.text, item.reason)
    )
    message = f"{item.kind.capitalize()} ({item.corpus}/{item.id}): “{a}” and [“{b}”](1): {reason}"
    found = {
        **_head(item.kind),
        "level": "warning",
        "message": {"text": f"{message.rstrip('.')}."},
        "locations": [_location(item.a)],
        "relatedLocations": [{"id": 1, **_location(item.b), "message": {"text": item.b.text}}],
        "partialFingerprints": {FINGERPRINT: item.fingerprint},
        "properties": {
            "corpus": item.corpus,
            "line": item.id,
            "type": item.type,
            "evidence": [
                f"{e.weight:+.2f} {e.signal}: {e.detail}" for e in (*item.scored, *item.behind)
            ],
        },
    }
    if item.score is not None:
        found["rank"] = round(item.score * 100, 2)
    return found


def _location(side: Passage) -> dict[str, Any]:
    if side.document is None:
        return _nowhere(side.name)
    return location(side.document, side.start, side.end)


def _nowhere(name: str) -> dict[str, Any]:
    return {"logicalLocations": [{"name": name, "kind": "corpus"}]}


def gitlab(report: CheckReport, failed: Sequence[str]) -> str:
    """Return an issue for each mistake and for each floor that was not reached.

    What has no line in a file stands at the first line of its article, or of its corpus.
    """
    issues = [
        _issue(
            _RULES[item.kind][0],
            f"{item.kind} ({item.corpus}/{item.id}): {item.a.told} and {item.b.told}: "
            f"{item.reason}",
            item.fingerprint,
            *_lines(item),
        )
        for item in mistakes(report)
    ]
    issues += [
        _issue(
            _RULES[FLOOR][0],
            f"under a floor: {line}",
            # Without the figures, which another run changes.
            digest("check-floor", line.partition(" is ")[0]),
            line.partition(":")[0],
            severity="critical",
        )
        for line in failed
    ]
    return dump(issues)


def _lines(item: Mistake) -> tuple[str, int, int]:
    source, document = item.a.source, item.a.document
    if source is not None:
        return source.path, source.start_line, source.end_line
    return item.corpus if document is None or not document.path else shown_path(document.path), 1, 1


def _issue(
    rule: str,
    description: str,
    fingerprint: str,
    path: str,
    begin: int = 1,
    end: int = 1,
    severity: str = "major",
) -> dict[str, Any]:
    return {
        "description": description,
        "check_name": rule,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": begin, "end": end}},
    }
