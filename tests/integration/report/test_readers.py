"""Formats as their own readers read them: SARIF's validator, junitparser, a spreadsheet program."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import io
import json
import os
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from playwright.sync_api import Browser

from claimtrack.config import Settings
from claimtrack.model import Accepted, AuditResult, ConflictType, Suppressed
from claimtrack.model import Failure as Note
from claimtrack.report import check_lines, check_scan, csv_, gitlab, junit, sarif
from claimtrack.report.check_formats import render
from claimtrack.results import CheckReport
from tests.unit.cli.fake import Fake
from tests.unit.report.samples import sample_result

TOOL = Path(__file__).parents[3] / ".venv/readers/node_modules/@microsoft/sarif-multitool-linux"


@pytest.fixture
def found() -> AuditResult:
    """A result with a finding, an accepted conflict, and a stale entry."""
    sample = sample_result()
    first, second = sample.conflicts
    accepted = Suppressed(
        first, Accepted.BASELINE, "known [since] May", "Ada Brandt", dt.date(2031, 5, 4)
    )
    return dataclasses.replace(
        sample,
        conflicts=(second,),
        suppressed=(accepted,),
        stale=(Note("b.json", "entry abc accepts nothing any more"),),
    )


@pytest.fixture
def tool() -> Path:
    """The folder of the validator; without it the test fails and says what installs it."""
    if not (TOOL / "Sarif.Multitool").is_file():
        pytest.fail("the SARIF validator is missing; run scripts/readers (it needs npm)")
    return TOOL


@pytest.fixture
def spreadsheet() -> str:
    """LibreOffice; without it the test fails and says what installs it."""
    found = shutil.which("soffice")
    if found is None:
        pytest.fail(
            "no LibreOffice; run `apt-get install --no-install-recommends libreoffice-calc-nogui` "
            "(scripts/system-deps does)"
        )
    return found


@pytest.fixture
def checked() -> CheckReport:
    """A check with misses and false alarms, and two floors that were not reached."""
    return Fake(Settings()).check("fixtures", True)


FLOORS = ["orvale: precision 0.7500 is under 0.8000", "tarn: recall 0.7500 is under 0.8000"]


def complaints(log: str, tool: Path, folder: Path) -> list[tuple[str, object]]:
    """What Microsoft's multitool, which GitHub's upload stands on, finds wrong with a log."""
    file = folder / "claims.sarif"
    file.write_text(log, encoding="utf-8")
    done = subprocess.run(
        [
            *(tool / "Sarif.Multitool", "validate", file),
            *("--output", folder / "out.sarif", "--log", "ForceOverwrite"),
        ],
        capture_output=True,
        text=True,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    verdicts = json.loads((folder / "out.sarif").read_text(encoding="utf-8-sig"))
    return [
        (item["ruleId"], item["message"])
        for run in verdicts["runs"]
        for item in run.get("results", [])
        if item.get("level", "warning") in ("error", "warning")
        # It asks for a home page of the tool, and there is none yet.
        and item["ruleId"] != "SARIF2005"
    ]


def test_sarif_is_valid_by_the_official_schema(
    found: AuditResult, checked: CheckReport, tool: Path
) -> None:
    """The schema is the one that OASIS publishes, as the validator's package ships it."""
    schema = json.loads((tool / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    for log in (sarif.render(found), check_scan.sarif(checked, FLOORS)):
        jsonschema.Draft202012Validator(schema).validate(json.loads(log))


def test_sarif_passes_the_official_validator(
    found: AuditResult, checked: CheckReport, tool: Path, tmp_path: Path
) -> None:
    """Neither an audit nor a check gives it an error or a warning to tell."""
    assert complaints(sarif.render(found), tool, tmp_path) == []
    assert complaints(check_scan.sarif(checked, FLOORS), tool, tmp_path) == []


def test_sarif_carries_suppressions_or_leaves_them_out(found: AuditResult) -> None:
    """Accepted conflicts are marked so, with the reason; by flag they are only counted."""
    [run] = json.loads(sarif.render(found))["runs"]
    assert [len(item.get("suppressions", [])) for item in run["results"]] == [0, 1]
    [suppression] = run["results"][1]["suppressions"]
    assert suppression["kind"] == "external"
    assert suppression["justification"] == "known [since] May"
    assert run["properties"]["suppressed"] == {"baseline": 1, "inline": 0}
    [bare] = json.loads(sarif.render(found, with_suppressed=False))["runs"]
    assert len(bare["results"]) == 1
    assert bare["properties"] == run["properties"]


def test_sarif_regions_are_the_words_of_the_file(found: AuditResult) -> None:
    """Line and column, in code points from 1, cut the quote out of the text."""
    [run] = json.loads(sarif.render(found))["runs"]
    draft = next(document for document in found.documents if document.path)
    assert draft.first_line is not None
    lines = ["front matter"] * (draft.first_line - 1) + draft.text.split("\n")
    places = [
        place["physicalLocation"]
        for item in run["results"]
        for place in (*item["locations"], *item["relatedLocations"])
    ]
    regions = [place["region"] for place in places if "region" in place]
    assert len(regions) == 3
    for region in regions:
        assert region["startLine"] == region["endLine"]
        line = lines[region["startLine"] - 1]
        words = line[region["startColumn"] - 1 : region["endColumn"] - 1]
        assert words == region["snippet"]["text"]


def test_junit_is_read_by_junitparser(found: AuditResult) -> None:
    """Failures, accepted conflicts as skipped, and unreadable inputs as errors, all counted."""
    xml = JUnitXml.fromstring(junit.render(found).encode())
    assert (xml.tests, xml.failures, xml.errors, xml.skipped) == (4, 1, 1, 1)
    results = [result for suite in xml for case in suite for result in case.result]
    assert [type(result) for result in results].count(Failure) == 1
    assert [type(result) for result in results].count(Error) == 1
    [skipped] = [result for result in results if isinstance(result, Skipped)]
    assert "known [since] May" in skipped.message
    for suite in xml:
        assert suite.tests == len(list(suite))


def test_csv_keeps_accepted_conflicts_apart(found: AuditResult) -> None:
    """A column says why a row is no finding; every cell is text that no spreadsheet computes."""
    rows = list(csv.DictReader(io.StringIO(csv_.render(found).removeprefix("\ufeff"))))
    assert [bool(row["suppressed"]) for row in rows] == [False, False, True]
    signs = ("=", "+", "-", "@", "\t", "\r")
    assert not any(str(value).startswith(signs) for row in rows for value in row.values())


def test_csv_is_read_by_a_spreadsheet_program(
    found: AuditResult, checked: CheckReport, spreadsheet: str, tmp_path: Path
) -> None:
    """LibreOffice opens every cell as the text that was meant, umlauts and quotes included.

    It is asked for its own format, so that a cell that computes would be told from text. What
    its window would ask or see by the mark stands in INFILTER: commas, UTF-8, numbers are
    numbers, and formulas compute.
    """
    evil = dataclasses.replace(
        found,
        documents=tuple(
            dataclasses.replace(item, title="=1+1, Größe “é”\n2") if item.path is None else item
            for item in found.documents
        ),
    )
    texts = {
        "audit": csv_.render(evil),
        "check": check_lines.as_csv(checked, []),
        # What shows that the question can be answered otherwise.
        "bare": "a,b\r\nx,=1+1\r\n",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    done = subprocess.run(
        [
            spreadsheet,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", f"--infilter={INFILTER}", "--convert-to", "fods"),
            *("--outdir", tmp_path, *(tmp_path / f"{name}.csv" for name in texts)),
        ],
        capture_output=True,
        text=True,
        timeout=240,
    )
    for name, text in texts.items():
        assert (tmp_path / f"{name}.fods").is_file(), done.stdout + done.stderr
        cells, formulas = opened(tmp_path / f"{name}.fods")
        assert formulas == (1 if name == "bare" else 0), name
        if name != "bare":
            rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
            assert cells == rows


INFILTER = "CSV:44,34,76,1,,0,false,true,true,false,false,0,true"
ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"


def opened(file: Path) -> tuple[list[list[str]], int]:
    """The cells of a sheet as LibreOffice shows them, and how many of them compute.

    As wide as the first row: beyond it a sheet goes on with empty cells.
    """
    formulas = 0
    rows: list[list[str]] = []
    for row in ElementTree.parse(file).iter(ODF % "table" + "table-row"):
        cells: list[str] = []
        for cell in row.findall(ODF % "table" + "table-cell"):
            formulas += cell.get(ODF % "table" + "formula") is not None
            paragraphs = cell.findall(ODF % "text" + "p")
            shown = "\n".join("".join(paragraph.itertext()) for paragraph in paragraphs)
            cells += [shown] * int(cell.get(ODF % "table" + "number-columns-repeated", "1"))
        rows.append(cells)
    width = len([cell for cell in rows[0] if cell])
    return [cells[:width] for cells in rows if any(cells)], formulas


def test_the_page_of_a_check_is_whole_offline(
    checked: CheckReport, chromium: Browser, tmp_path: Path
) -> None:
    """Figures, floors and mistakes with both passages; it can be searched, and asks for nothing."""
    file = tmp_path / "check.html"
    file.write_text(render(checked, FLOORS, "html"), encoding="utf-8")
    context = chromium.new_context(offline=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(file.as_uri())
    assert page.locator(".errors li").all_inner_texts()[0] == f"Under a floor: {FLOORS[0]}"
    assert page.locator("article.conflict:visible").count() == 3
    page.select_option("#relation", "false alarm")
    assert page.locator("article.conflict:visible").count() == 1
    assert page.locator("article.conflict:visible .side").count() == 2
    page.select_option("#relation", "")
    page.fill("#search", "shared place tarn")
    assert page.locator("#shown").inner_text() == "1 of 3 shown"
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert told == []
    context.close()


def test_gitlab_shows_only_what_is_no_accepted_conflict(found: AuditResult) -> None:
    """The fields are those that GitLab documents, each of the kind that it documents."""
    [issue] = json.loads(gitlab.render(found))
    assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
    assert issue["check_name"] in {f"contradiction/{type_.value}" for type_ in ConflictType}
    assert not issue["location"]["path"].startswith(("/", "./"))
    assert isinstance(issue["location"]["lines"]["begin"], int)


def test_gitlab_is_told_every_mistake_of_a_check(checked: CheckReport) -> None:
    """Misses, false alarms and floors, each with a path, a line and a fingerprint of its own."""
    issues = json.loads(check_scan.gitlab(checked, FLOORS))
    assert len(issues) == 5
    assert len({issue["fingerprint"] for issue in issues}) == 5
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["location"]["path"]
        assert issue["location"]["lines"]["begin"] >= 1
    assert [issue["severity"] for issue in issues[-2:]] == ["critical", "critical"]
