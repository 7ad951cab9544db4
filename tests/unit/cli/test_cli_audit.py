"""``audit``, ``scan``, ``ingest``: formats, exit codes, filters."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from claimtrack.config import Settings
from claimtrack.model import AuditResult
from claimtrack.report import FORMATS, json_
from tests.unit.cli.conftest import Command
from tests.unit.cli.fake import Fake
from tests.unit.report.samples import sample_result


def clean(settings: Settings) -> Fake:
    """A facade that finds nothing wrong anywhere."""
    result = dataclasses.replace(sample_result(), conflicts=(), errors=())
    return Fake(settings, result)


def readable(settings: Settings) -> Fake:
    """A facade that could read everything."""
    return Fake(settings, dataclasses.replace(sample_result(), errors=()))


def test_findings_are_printed_though_an_input_failed(run: Command) -> None:
    """What could be read is reported; what could not is told on stderr; the code is 2."""
    result = run("audit", "articles", "articles/broken.pdf")
    assert result.exit_code == 2
    assert "DISPUTE" in result.stdout
    assert result.stderr == "claimtrack: articles/broken.pdf: not a PDF: give another file\n"
    assert run("audit", "articles", "--exit-zero").exit_code == 2


@pytest.mark.parametrize("command", [["audit", "articles"], ["scan"]])
def test_exit_codes(run: Command, command: list[str]) -> None:
    """1 on a finding, 0 when silenced or clean; an update alone is no finding."""
    run.make = readable
    assert run(*command).exit_code == 1
    assert run(*command, "--exit-zero").exit_code == 0
    run.make = clean
    assert run(*command).exit_code == 0


def test_fail_on_names_the_relations_that_count(run: Command) -> None:
    """Conflicts of other relations are printed and do not fail the run."""
    run.make = readable
    result = run("audit", "x", "--fail-on", "self-contradiction")
    assert result.exit_code == 0
    assert "DISPUTE" in result.stdout
    assert run("audit", "x", "--fail-on", "reversal,self-contradiction").exit_code == 1


def test_min_score_hides_and_counts(run: Command) -> None:
    """What is below is neither shown nor counted as a finding, but it is told how many."""
    run.make = readable
    result = run("audit", "x", "--min-score", "0.9")
    assert "REVERSAL" not in result.stdout
    assert "Not shown: 2 below --min-score 0.9." in result.stdout
    assert result.exit_code == 1
    assert run("audit", "x", "--min-score", "0.99").exit_code == 0
    data = json.loads(run("audit", "x", "--min-score", "0.9", "--format", "json").stdout)
    assert data["run"]["below_min_score"] == 2


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_can_be_asked_for(run: Command, name: str) -> None:
    """Each format of the reports is a choice of ``--format`` and of ``--output``."""
    result = run("audit", "x", "--format", name, "--output", f"{name}=out/report")
    assert result.exit_code == 2
    written = Path("out/report").read_bytes().decode()
    assert "Ilka Thorne" in written
    assert "Ilka Thorne" in result.stdout


def test_json_on_stdout_is_the_contract_and_nothing_else(run: Command) -> None:
    """Standard output can be piped into a parser, whatever else happened."""
    result = run("audit", "x", "--format", "json")
    assert result.stdout_bytes.decode() == json_.render(sample_result())


def test_verbose_and_explain(run: Command) -> None:
    """``--verbose`` prints the ids that ``--explain`` takes, which prints the step first."""
    claim = sample_result().conflicts[0].a.id
    assert claim in run("audit", "x", "--verbose").stdout
    result = run("audit", "x", "--explain", claim, "81d0")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "gate: different places"
    assert "one event:\n  against -2.00  place: Orvale, Tarn" in result.stdout
    assert run.made[-1].asked == [("explain", ["x"], claim, "81d0")]
    data = json.loads(run("audit", "x", "--explain", "a", "b", "--format", "json").stdout)
    assert data["steps"][0]["signal"] == "gate"


def test_save_and_stdin_reach_the_facade(run: Command) -> None:
    """``-`` hands over the bytes of standard input; ``--save`` is passed on."""
    run("audit", "-", "--save", input=b"caf\xe9")
    assert run.made[0].asked == [("audit", ["-"], True), b"caf\xe9"]


def test_an_output_that_cannot_be_written_is_told(run: Command) -> None:
    """A report file in an impossible place is one line and exit 2."""
    Path("file").write_text("x")
    result = run("audit", "x", "--output", "json=file/below.json")
    assert result.exit_code == 2
    assert "can't write file/below.json" in result.stderr


def test_no_colour_off_a_terminal_and_colour_when_forced(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Escape codes are for terminals, or for those who ask."""
    assert "\x1b[" not in run("audit", "x").stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1m" in run("audit", "x").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("audit", "x").stdout


def test_ingest_tells_what_was_added(run: Command) -> None:
    """Added documents with their ids, how many were known, and what failed."""
    result = run("ingest", "articles")
    assert result.exit_code == 2
    document = sample_result().documents[0]
    assert f"{document.id}  @everyone: toll rises (Inland Post, 4 May 2031)" in result.stdout
    assert "1 document added with 5 claims, 1 known already." in result.stdout
    data = json.loads(run("ingest", "articles", "--format", "json").stdout)
    assert data["claims"] == 5
    assert data["added"][0]["id"] == document.id
    assert data["errors"][0]["path"] == "articles/broken.pdf"


def test_a_scan_of_nothing_new_says_so(run: Command) -> None:
    """A second scan does not read as if the store were empty, and still writes its files."""

    def nothing(settings: Settings) -> Fake:
        return Fake(settings, AuditResult((), (), (), (), (), {}))

    run.make = nothing
    result = run("scan", "--output", "json=report.json")
    assert result.exit_code == 0
    assert result.stdout.startswith("Nothing new since the last scan")
    assert json.loads(Path("report.json").read_text())["documents"] == []
