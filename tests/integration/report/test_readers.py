"""Formats as their own readers read them: SARIF's validator and schema, junitparser, a browser."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import io
import json
import os
import subprocess
from pathlib import Path

import jsonschema
import pytest
from junitparser import Error, Failure, JUnitXml, Skipped

from claimtrack.model import Accepted, AuditResult, ConflictType, Suppressed
from claimtrack.model import Failure as Note
from claimtrack.report import csv_, gitlab, junit, sarif
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


def test_sarif_is_valid_by_the_official_schema(found: AuditResult) -> None:
    """The schema is the one that OASIS publishes, as the validator's package ships it."""
    schema = json.loads((TOOL / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(sarif.render(found)))


def test_sarif_passes_the_official_validator(found: AuditResult, tmp_path: Path) -> None:
    """Microsoft's multitool, which GitHub's upload stands on, finds no error and no warning."""
    log = tmp_path / "claims.sarif"
    log.write_text(sarif.render(found), encoding="utf-8")
    done = subprocess.run(
        [TOOL / "Sarif.Multitool", "validate", log, "--output", tmp_path / "out.sarif"],
        capture_output=True,
        text=True,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    verdicts = json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8-sig"))
    told = [
        (item["ruleId"], item["message"])
        for run in verdicts["runs"]
        for item in run.get("results", [])
        if item.get("level", "warning") in ("error", "warning")
        # It asks for a home page of the tool, and there is none yet.
        and item["ruleId"] != "SARIF2005"
    ]
    assert told == [], done.stdout
    assert done.returncode == 0, done.stdout + done.stderr


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


def test_gitlab_shows_only_what_is_no_accepted_conflict(found: AuditResult) -> None:
    """The fields are those that GitLab documents, each of the kind that it documents."""
    [issue] = json.loads(gitlab.render(found))
    assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
    assert issue["check_name"] in {f"contradiction/{type_.value}" for type_ in ConflictType}
    assert not issue["location"]["path"].startswith(("/", "./"))
    assert isinstance(issue["location"]["lines"]["begin"], int)
