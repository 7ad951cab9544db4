"""What ``check`` found wrong in the forms of other tools: a line, a row, a case, an annotation."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from claimtrack.report.check import total, wilson
from claimtrack.report.csv_ import MARK, cell
from claimtrack.report.github import annotation
from claimtrack.report.jsonl import line as json_line
from claimtrack.report.markdown import escape
from claimtrack.report.mistakes import COLUMNS, mistakes
from claimtrack.report.wording import shorten, squeeze
from claimtrack.results import CheckReport, CorpusResult


def concise(report: CheckReport, failed: Sequence[str]) -> str:
    """Return ``path:line: missed ...``, a line a mistake, then the floors and the figures."""
    lines = [
        f"{item.path or item.corpus}:{item.line or 1}: {item.kind} {item.corpus}/{item.id} "
        f"{shorten(item.a.told, 80)} <> {shorten(item.b.told, 80)}: {item.reason}"
        for item in mistakes(report)
    ]
    lines += [f"under a floor: {line}" for line in failed]
    return "\n".join([*lines, _figures(total(report))]) + "\n"


def jsonl(report: CheckReport, failed: Sequence[str]) -> str:
    """Return a JSON object a line: mistakes, floors that were not reached, figures."""
    rows: list[dict[str, object]] = [item.row() for item in mistakes(report)]
    rows += [{"kind": "under a floor", "floor": line} for line in failed]
    rows += [_row(corpus) for corpus in (*report.corpora, total(report))]
    return "".join(json_line(row) for row in rows)


def as_csv(report: CheckReport, failed: Sequence[str]) -> str:
    """Return the mistakes as a table that a spreadsheet opens rightly."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for item in mistakes(report):
        writer.writerow([cell(value) for value in item.row().values()])
    return MARK + out.getvalue()


def markdown(report: CheckReport, failed: Sequence[str]) -> str:
    """Return the figures as a table, the floors that were not reached, and every mistake."""
    lines = ["# claimtrack check", ""]
    lines += [f"- **under a floor:** {escape(line)}" for line in failed]
    lines += ["", "| corpus | lines | found | false | precision | recall | F1 |"]
    lines += ["|---|--:|--:|--:|--:|--:|--:|"]
    for corpus in (*report.corpora, total(report)):
        row = _row(corpus)
        cells = [escape(corpus.name), *(str(row[name]) for name in _FIGURES)]
        lines.append(f"| {' | '.join(cells)} |")
    lines += ["", "| mistake | line | one side | other side | why |", "|---|---|---|---|---|"]
    lines += [
        f"| {item.kind} | {escape(f'{item.corpus}/{item.id}')} "
        f"| {escape(shorten(item.a.told, 160))} | {escape(shorten(item.b.told, 160))} "
        f"| {escape(item.reason)} |"
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
            failure.text = f"{item.a.told}\n{item.b.told}"
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
            f"{item.a.told}\n{item.b.told}\n{item.reason}",
            path=item.path,
            line=item.line,
        )
        for item in mistakes(report)
    ]
    lines += [annotation("error", "claimtrack check: under a floor", line) for line in failed]
    return "\n".join([*lines, _figures(total(report))]) + "\n"


_FIGURES = ("expected", "found", "false_alarms", "precision", "recall", "f1")


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
