"""JUnit XML: a suite for each article, a failed case for each conflict that starts in it.

The form that GitLab and Jenkins show: ``file`` and ``line`` on the case, the report as the
failure's text. An accepted conflict is a skipped case. An article without conflicts has one passed
case; an unreadable input is an error.
"""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from claimtrack.model import AuditResult, Conflict, Document, Suppressed
from claimtrack.report.locate import locate, shown_path
from claimtrack.report.text import render_conflict
from claimtrack.report.view import View, accepted_line
from claimtrack.report.wording import printable, shorten, squeeze


def render(result: AuditResult) -> str:
    """Return the XML document. Holds no times, so equal findings give equal bytes."""
    view = View.of(result)
    root = Xml.Element("testsuites", name="claimtrack")
    for document in view.documents:
        found = [c for c in view.conflicts if view.sides(c)[0].document == document.id]
        accepted = [
            item for item in view.suppressed if view.sides(item.conflict)[0].document == document.id
        ]
        _suite(root, document, found, accepted, view)
    if view.errors:
        suite = _element(root, "testsuite", name="inputs that could not be read")
        for error in view.errors:
            case = _element(suite, "testcase", name=error.path, classname="claimtrack.input")
            _element(case, "error", message=error.message, type="InputError")
        _count(suite, tests=len(view.errors), failures=0, errors=len(view.errors), skipped=0)
    cases = sum(int(suite.get("tests", "0")) for suite in root)
    _count(
        root,
        tests=cases,
        failures=len(view.conflicts),
        errors=len(view.errors),
        skipped=len(view.suppressed),
    )
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def _suite(
    root: Xml.Element,
    document: Document,
    found: list[Conflict],
    accepted: list[Suppressed],
    view: View,
) -> None:
    suite = _element(root, "testsuite", name=_name(document))
    for conflict in found:
        case = _case(suite, document, conflict, view)
        failure = _element(
            case,
            "failure",
            message=f"score {conflict.score:.2f}: {conflict.explanation}",
            type=conflict.type.value,
        )
        page = render_conflict(conflict, view)
        failure.text = "\n".join(printable(line) for line in page.splitlines())
    for item in accepted:
        case = _case(suite, document, item.conflict, view)
        _element(case, "skipped", message=accepted_line(item))
    if not found and not accepted:
        _element(suite, "testcase", name="no contradiction", classname=_name(document))
    _count(
        suite,
        tests=max(1, len(found) + len(accepted)),
        failures=len(found),
        errors=0,
        skipped=len(accepted),
    )


def _case(suite: Xml.Element, document: Document, conflict: Conflict, view: View) -> Xml.Element:
    a, b = view.sides(conflict)
    title = (
        f"{conflict.relation.value} ({conflict.type.value}) {conflict.id}: "
        f"{shorten(a.holder.name, 40)} and {shorten(b.holder.name, 40)}"
    )
    case = _element(suite, "testcase", name=title, classname=_name(document))
    source = locate(document, a.start, a.end)
    if source is not None:
        case.set("file", source.path)
        case.set("line", str(source.start_line))
    return case


def _name(document: Document) -> str:
    return shown_path(document.path) if document.path else document.name


def _element(parent: Xml.Element, tag: str, **attributes: str) -> Xml.Element:
    # XML 1.0 has no way to write most control characters, not even escaped.
    clean = {key: squeeze(value) for key, value in attributes.items()}
    return Xml.SubElement(parent, tag, clean)


def _count(element: Xml.Element, **numbers: int) -> None:
    for key, value in numbers.items():
        element.set(key, str(value))
