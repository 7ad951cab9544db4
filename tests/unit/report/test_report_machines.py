"""SARIF, CSV, GitHub, Markdown, concise: what their readers rely on."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from xml.etree import ElementTree

import pytest

from claimtrack.model import AuditResult, ConflictType
from claimtrack.report import (
    FORMATS,
    concise,
    csv_,
    github,
    gitlab,
    junit,
    markdown,
    render,
    sarif,
)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_renders_and_repeats_itself(sample: AuditResult, name: str) -> None:
    """Each format prints the findings, ends in a newline, and prints them the same again."""
    first = render(sample, name)
    assert first.endswith("\n")
    assert "Ilka Thorne" in first
    assert render(sample, name) == first


def test_sarif_points_at_both_articles(sample: AuditResult) -> None:
    """Rule, region, related location and fingerprint of a dispute inside one file."""
    log = json.loads(sarif.render(sample))
    run = log["runs"][0]
    assert log["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == [f"contradiction/{type_.value}" for type_ in ConflictType]
    result = run["results"][0]
    assert rules[result["ruleIndex"]] == result["ruleId"] == "contradiction/negation"
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {
        "uri": "articles/draft%20one.txt",
        "uriBaseId": "%SRCROOT%",
    }
    assert location["region"]["startLine"] == 7
    assert location["region"]["startColumn"] == 1
    assert location["region"]["endColumn"] == len(location["region"]["snippet"]["text"]) + 1
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 9
    assert "](1)" in result["message"]["text"]
    assert len(run["results"]) == 2
    notes = run["invocations"][0]["toolExecutionNotifications"]
    assert notes[0]["message"]["text"].startswith("articles/broken.pdf")


def test_sarif_shows_the_side_that_has_a_file_first(sample: AuditResult) -> None:
    """A conflict with a web page is annotated on the local article, the page being related."""
    result = json.loads(sarif.render(sample))["runs"][0]["results"][1]
    assert "region" in result["locations"][0]["physicalLocation"]
    related = result["relatedLocations"][0]["physicalLocation"]
    assert related == {"artifactLocation": {"uri": "https://inland.example/toll"}}


def _fingerprints(result: AuditResult) -> list[str]:
    run = json.loads(sarif.render(result))["runs"][0]
    return [item["partialFingerprints"][sarif.FINGERPRINT] for item in run["results"]]


def test_fingerprint_outlives_moved_lines_and_better_models(sample: AuditResult) -> None:
    """Other offsets, statements, scores and side order keep it; another quote does not."""
    before = _fingerprints(sample)
    draft = next(d for d in sample.documents if d.path)
    moved = dataclasses.replace(draft, text=f"A new first line.\n{draft.text}", first_line=30)
    shift = len("A new first line.\n")

    def move(claim, quote=None):
        if claim.document != draft.id:
            return claim
        return dataclasses.replace(
            claim,
            document=moved.id,
            start=claim.start + shift,
            end=claim.end + shift,
            statement=claim.statement + " Better.",
            quote=quote or claim.quote,
        )

    conflicts = tuple(
        dataclasses.replace(c, a=move(c.b), b=move(c.a), score=c.score - 0.01)
        for c in sample.conflicts
    )
    documents = tuple(moved if d is draft else d for d in sample.documents)
    after = dataclasses.replace(
        sample, documents=documents, claims=(), conflicts=conflicts, updates=()
    )
    assert _fingerprints(after) == before
    changed = dataclasses.replace(conflicts[1], a=move(sample.conflicts[1].a, "Another quote."))
    assert _fingerprints(dataclasses.replace(after, conflicts=(changed,)))[0] not in before


def test_csv_opens_in_a_spreadsheet(sample: AuditResult) -> None:
    """It starts with the mark that says UTF-8, has a row a finding, and computes nothing."""
    content = csv_.render(sample)
    assert content.startswith("\ufeff")
    assert "\r\n" in content
    rows = list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"))))
    assert [row["relation"] for row in rows] == ["dispute", "reversal", "update"]
    assert rows[0]["score"] == "0.97"
    assert rows[1]["b_quote"].startswith("'=SUM(A1)")
    assert rows[2]["b_title"] == "'@everyone: toll rises"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", " =1", "\t=1", "＝1"])
def test_csv_cells_never_compute(text: str) -> None:
    """Every sign that starts a formula is preceded by an apostrophe."""
    assert str(csv_.cell(text)).startswith("'")


def test_csv_leaves_numbers_and_plain_text_alone() -> None:
    """Only text can be a formula; a negative number stays a number."""
    assert csv_.cell(-0.5) == -0.5
    assert csv_.cell("a-b") == "a-b"
    assert csv_.cell(None) == ""


def test_github_annotates_either_side_and_escapes(sample: AuditResult) -> None:
    """Both lines of a dispute are marked; line breaks and colons cannot end a command early."""
    lines = github.render(sample).splitlines()
    warnings = [line for line in lines if line.startswith("::warning ")]
    assert len(warnings) == 3
    assert "file=articles/draft one.txt,line=7,endLine=7,col=1,endColumn=53::" in warnings[0]
    assert "%0AIlka Thorne" in warnings[0]
    assert any(line.startswith("::notice ") for line in lines)
    assert any(line.startswith("::error title=claimtrack%3A") for line in lines)


def test_markdown_acts_on_nothing_in_a_quote(sample: AuditResult) -> None:
    """Titles and quotes can neither notify people nor make links or tags."""
    page = markdown.render(sample)
    assert r"\@everyone" in page
    assert r"Dam \[breached\]" in page
    assert page.count("| dispute | negation | 0.97 |") == 1
    assert "## Updates" in page
    assert "## Could not be read" in page


def test_concise_is_one_line_each(sample: AuditResult) -> None:
    """An editor can jump to the first side, and the id can be given to ``show``."""
    lines = concise.render(sample).splitlines()
    assert len(lines) == 4
    assert lines[0].startswith("articles/draft one.txt:7:1: dispute/negation 0.97 Harbour Agency:")
    assert lines[0].endswith(f"(articles/draft one.txt:9:1) [{sample.conflicts[1].id}]")


def test_junit_has_a_failed_case_for_each_conflict(sample: AuditResult) -> None:
    """Counts agree with the cases, a case points at its line, unreadable inputs are errors."""
    root = ElementTree.fromstring(junit.render(sample).encode())
    counts = {"tests": "4", "failures": "2", "errors": "1", "skipped": "0"}
    assert root.attrib == {"name": "claimtrack", **counts}
    assert len(root.findall(".//testcase")) == 4
    case = root.findall(".//failure/..")[0]
    assert (case.get("file"), case.get("line")) == ("articles/draft one.txt", "7")
    failure = case.find("failure")
    assert failure is not None
    assert "no breach at all" in (failure.text or "")
    for suite in root:
        assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))


def test_gitlab_issues_have_the_documented_fields(sample: AuditResult) -> None:
    """Each has a line in a file, a known severity and a fingerprint of its own."""
    issues = json.loads(gitlab.render(sample))
    assert len(issues) == 2
    assert len({issue["fingerprint"] for issue in issues}) == 2
    first = issues[0]
    assert set(first) == {"description", "check_name", "fingerprint", "severity", "location"}
    assert first["severity"] in {"info", "minor", "major", "critical", "blocker"}
    assert first["location"] == {"path": "articles/draft one.txt", "lines": {"begin": 7, "end": 7}}
