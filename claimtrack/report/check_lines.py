"""What ``check`` found wrong in the forms of other tools: a line, a row, a case, an annotation."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from xml.etree import ElementTree as Xml

from claimtrack.model import Claim, Document
from claimtrack.report.check import total, wilson
from claimtrack.report.csv_ import MARK, cell
from claimtrack.report.github import annotation
from claimtrack.report.jsonl import line as json_line
from claimtrack.report.locate import Source, locate
from claimtrack.report.markdown import escape
from claimtrack.report.wording import shorten, squeeze
from claimtrack.results import CheckReport, CorpusResult, ExpectedSide


@dataclass(frozen=True, slots=True)
class Mistake:
    """A miss or a false alarm: where its first side stands, both sides, and why."""

    kind: str
    corpus: str
    id: str
    path: str | None
    line: int | None
    type: str
    a: str
    b: str
    reason: str


def mistakes(report: CheckReport) -> Iterator[Mistake]:
    """Yield every miss and every false alarm, corpus by corpus."""
    for corpus in report.corpora:
        for missed in corpus.missed:
            line = missed.expectation
            place = _expected_at(line.a, corpus)
            yield Mistake(
                "missed",
                corpus.name,
                line.id,
                None if place is None else place.path,
                None if place is None else place.start_line,
                ",".join(line.types) or "any",
                squeeze(line.a.text),
                squeeze(line.b.text),
                squeeze(missed.reason),
            )
        documents = {document.id: document for document in corpus.documents}
        for alarm in corpus.false_alarms:
            conflict = alarm.conflict
            place = _claim_at(conflict.a, documents)
            yield Mistake(
                "false alarm",
                corpus.name,
                conflict.id if alarm.expectation is None else alarm.expectation.id,
                None if place is None else place.path,
                None if place is None else place.start_line,
                conflict.type.value,
                squeeze(conflict.a.quote),
                squeeze(conflict.b.quote),
                squeeze(alarm.reason),
            )


def _claim_at(claim: Claim, documents: Mapping[str, Document]) -> Source | None:
    document = documents.get(claim.document)
    return None if document is None else locate(document, claim.start, claim.end)


def _expected_at(side: ExpectedSide, corpus: CorpusResult) -> Source | None:
    pattern = re.compile(r"\s+".join(re.escape(word) for word in side.text.split()))
    for document in corpus.documents:
        if PurePosixPath(document.path or "").stem == side.doc:
            match = pattern.search(document.text)
            if match is not None:
                return locate(document, match.start(), match.end())
    return None


def concise(report: CheckReport, failed: Sequence[str]) -> str:
    """Return ``path:line: missed ...``, a line a mistake, then the floors and the figures."""
    lines = [
        f"{item.path or item.corpus}:{item.line or 1}: {item.kind} {item.corpus}/{item.id} "
        f'"{shorten(item.a, 60)}" <> "{shorten(item.b, 60)}": {item.reason}'
        for item in mistakes(report)
    ]
    lines += [f"under a floor: {line}" for line in failed]
    return "\n".join([*lines, _figures(total(report))]) + "\n"


def jsonl(report: CheckReport, failed: Sequence[str]) -> str:
    """Return a JSON object a line: mistakes, floors that were not reached, figures."""
    rows: list[dict[str, object]] = [asdict(item) for item in mistakes(report)]
    rows += [{"kind": "under a floor", "floor": line} for line in failed]
    rows += [_row(corpus) for corpus in (*report.corpora, total(report))]
    return "".join(json_line(row) for row in rows)


def as_csv(report: CheckReport, failed: Sequence[str]) -> str:
    """Return the mistakes as a table that a spreadsheet opens rightly."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(Mistake.__slots__)
    for item in mistakes(report):
        writer.writerow([cell(value) for value in asdict(item).values()])
    return MARK + out.getvalue()


def markdown(report: CheckReport, failed: Sequence[str]) -> str:
    """Return the figures as a table, the floors that were not reached, and every mistake."""
    lines = ["# claimtrack check", ""]
    lines += [f"- **under a floor:** {escape(line)}" for line in failed]
    lines += ["", "| corpus | lines | found | false | precision | recall | F1 |"]
    lines += ["|---|--:|--:|--:|--:|--:|--:|"]
    for corpus in (*report.corpora, total(report)):
        row = _row(corpus)
        cells = [escape(corpus.name), *(str(row[name]) for name in _COLUMNS)]
        lines.append(f"| {' | '.join(cells)} |")
    lines += ["", "| mistake | line | one side | other side | why |", "|---|---|---|---|---|"]
    lines += [
        f"| {item.kind} | {escape(f'{item.corpus}/{item.id}')} | {escape(shorten(item.a, 120))} "
        f"| {escape(shorten(item.b, 120))} | {escape(item.reason)} |"
        for item in mistakes(report)
    ]
    return "\n".join(lines) + "\n"


def junit(report: CheckReport, failed: Sequence[str]) -> str:
    """Return a suite a corpus: a case an expected line, a failure for each mistake."""
    root = Xml.Element("testsuites", name="claimtrack check")
    wrong = list(mistakes(report))
    for corpus in report.corpora:
        own = [item for item in wrong if item.corpus == corpus.name]
        count = len(corpus.found) + len(own)
        suite = Xml.SubElement(root, "testsuite", name=corpus.name)
        _count(suite, count, len(own))
        for found in corpus.found:
            Xml.SubElement(suite, "testcase", name=found.expectation.id, classname=corpus.name)
        for item in own:
            case = Xml.SubElement(
                suite, "testcase", name=f"{item.kind} {item.id}", classname=corpus.name
            )
            if item.path is not None:
                case.set("file", item.path)
                case.set("line", str(item.line))
            failure = Xml.SubElement(case, "failure", message=item.reason, type=item.kind)
            failure.text = f"{item.a}\n{item.b}"
    suite = Xml.SubElement(root, "testsuite", name="floors")
    _count(suite, max(1, len(failed)), len(failed))
    for line in failed or ["reached"]:
        case = Xml.SubElement(suite, "testcase", name=squeeze(line), classname="floors")
        if failed:
            Xml.SubElement(case, "failure", message=squeeze(line), type="floor")
    cases = [int(suite.get("tests", "0")) for suite in root]
    _count(root, sum(cases), len(wrong) + len(failed))
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def github(report: CheckReport, failed: Sequence[str]) -> str:
    """Return a warning on the line of each mistake, an error for each floor, and the figures."""
    lines = [
        annotation(
            "warning",
            f"claimtrack check: {item.kind} ({item.corpus}/{item.id})",
            f"{item.a}\n{item.b}\n{item.reason}",
            path=item.path,
            line=item.line,
        )
        for item in mistakes(report)
    ]
    lines += [annotation("error", "claimtrack check: under a floor", line) for line in failed]
    return "\n".join([*lines, _figures(total(report))]) + "\n"


FORMATS: Mapping[str, Callable[[CheckReport, Sequence[str]], str]] = {
    "concise": concise,
    "jsonl": jsonl,
    "csv": as_csv,
    "markdown": markdown,
    "junit": junit,
    "github": github,
}
_COLUMNS = ("expected", "found", "false_alarms", "precision", "recall", "f1")


def _row(corpus: CorpusResult) -> dict[str, object]:
    return {
        "kind": "figures",
        "corpus": corpus.name,
        "expected": corpus.expected,
        "found": len(corpus.found),
        "false_alarms": len(corpus.false_alarms),
        "precision": round(corpus.precision, 4),
        "recall": round(corpus.recall, 4),
        "f1": round(corpus.f1, 4),
    }


def _figures(corpus: CorpusResult) -> str:
    low, high = wilson(len(corpus.found), len(corpus.found) + len(corpus.false_alarms))
    return (
        f"precision {corpus.precision:.2f} [{low:.2f}, {high:.2f}], recall {corpus.recall:.2f} "
        f"on {corpus.expected} expected conflicts"
    )


def _count(element: Xml.Element, tests: int, failures: int) -> None:
    for key, value in {"tests": tests, "failures": failures, "errors": 0, "skipped": 0}.items():
        element.set(key, str(value))
