"""``check``: figures, floors, and what is told of a miss and a false alarm."""

from __future__ import annotations

import dataclasses
import json
from importlib import resources
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.config import Settings
from claimtrack.report import FORMATS
from claimtrack.report.check import wilson
from claimtrack.report.check_text import text
from claimtrack.results import CheckReport
from tests.unit.cli.conftest import Command
from tests.unit.cli.fake import Fake


def test_text_shows_the_table_and_every_mistake(run: Command) -> None:
    """Precision and recall with intervals, each miss and each false alarm with its cause."""
    result = run("check", "fixtures", "--recursive")
    assert result.exit_code == 0
    rows = {line.split()[0]: line for line in result.stdout.splitlines() if line[:1].isalpha()}
    assert "0.75 [0.30, 0.95]" in rows["orvale"]
    assert "1.00 [0.44, 1.00]" in rows["tarn"]
    assert "0.86 [0.49, 0.97]" in rows["total"]
    missed = (
        "line c3\n    one\n      “a breach”\n    two\n      “none”\n    -> gate: no shared place"
    )
    assert missed in result.stdout
    alarm = result.stdout.partition("  reversal · other, score 0.61\n")[2]
    assert alarm.startswith(
        "    draft one · Coast Herald, 2 May 2031\n"
        "      Ilka Thorne, on behalf of the Cabinet: “But minister Ilka Thorne said\n"
        "        there was no breach at all.”\n"
        "      read as: There was no breach of the Orvale dam.\n"
        "    @everyone: toll rises · Inland Post, 4 May 2031\n"
        "      Inland Post: “=SUM(A1)"
    )
    assert alarm.index("why: One affirms it") < alarm.index(
        "for     +3.50  nli: contradiction 0.98"
    )
    assert alarm.index("for     +0.50  negation") < alarm.index("against -0.25  speaker")
    assert "any               6      2      0\nother             0      0      1\n" in result.stdout
    assert max(len(line) for line in result.stdout.splitlines()) <= 80
    assert run.made[0].asked == [("check", Path("fixtures"), True)]


@pytest.mark.parametrize(
    ("flags", "code"),
    [
        (["--min-precision", "0.75"], 0),
        (["--min-precision", "0.76"], 1),
        (["--min-recall", "0.76"], 1),
        (["--min-recall", "0.76", "--exit-zero"], 0),
    ],
)
def test_floors_from_flags_hold_for_each_corpus(run: Command, flags: list[str], code: int) -> None:
    """One corpus under the floor fails the run, whatever the others reach."""
    result = run("check", "fixtures", *flags)
    assert result.exit_code == code
    assert ("UNDER A FLOOR" in result.stdout) == (code == 1 or "--exit-zero" in flags)


@pytest.mark.parametrize(
    ("text", "code", "wanted"),
    [
        ("[orvale]\nprecision = 0.7\nhash = 'abc'\n", 0, ""),
        ("[tarn]\nrecall = 0.9\n", 1, "tarn: recall 0.7500 is under 0.9000"),
        ("[total]\nprecision = 0.9\n", 1, "total: precision 0.8571 is under 0.9000"),
        ("[orvale]\nhash = 'old'\n", 2, "corpus orvale changed since its floors were set"),
        ("[elsewhere]\nrecall = 0.1\n", 2, "floors name 'elsewhere'; the corpora are orvale, tarn"),
        ("[orvale]\nprecison = 0.1\n", 2, "'precison' is none of precision, recall, hash"),
        ("[orvale]\nprecision = 7\n", 2, "precision must be a number from 0 to 1"),
        ("orvale = 1\n", 2, "must be a table"),
        ("[orvale\n", 2, "can't be read"),
    ],
)
def test_floors_from_a_file(run: Command, text: str, code: int, wanted: str) -> None:
    """A floor is for one corpus as it was; a file that fits nothing is an error, not a pass."""
    Path("floors.toml").write_text(text)
    result = run("check", "fixtures", "--floors", "floors.toml")
    assert result.exit_code == code
    assert wanted in result.output


def test_json_is_valid_by_the_schema(run: Command) -> None:
    """What is printed is what ``claimtrack schema check`` promises."""
    data = json.loads(run("check", "x", "--min-recall", "0.9", "--format", "json").stdout)
    name = "schemas/check.json"
    schema = json.loads(resources.files("claimtrack.report").joinpath(name).read_text())
    jsonschema.Draft202012Validator(schema).validate(data)
    assert data["corpora"][0]["precision"] == 0.75
    assert data["total"]["false_alarms"] == 1
    assert data["types"]["any"] == {"found": 6, "missed": 2, "false_alarms": 0}
    assert len(data["failed_floors"]) == 2


def test_json_names_an_article_as_the_fixture_does(run: Command) -> None:
    """``document`` is the file's stem on every side, ``title`` stands by itself."""
    data = json.loads(run("check", "x", "--format", "json").stdout)
    corpus = data["corpora"][0]
    alarm = corpus["false_alarm_flags"][0]["conflict"]
    assert alarm["a"]["document"] == "draft one"
    assert alarm["a"]["title"] == "Dam [breached]"
    assert alarm["a"]["statement"] == "There was no breach of the Orvale dam."
    assert corpus["missed_lines"][0]["a"] == {"document": "one", "title": None, "quote": "a breach"}


def test_a_false_alarm_names_the_line_that_expects_none() -> None:
    """Who reads the list can look the line up."""
    report = Fake(Settings()).check(Path("fixtures"), False)
    corpus = report.corpora[0]
    line = dataclasses.replace(corpus.missed[0].expectation, id="n7", label="no_conflict")
    alarm = dataclasses.replace(corpus.false_alarms[0], expectation=line)
    page = text(CheckReport((dataclasses.replace(corpus, false_alarms=(alarm,)),)))
    assert "  reversal · other, score 0.61, where line n7 expects none\n" in page


@given(st.integers(0, 200), st.integers(0, 200))
def test_wilson_holds_the_share(successes: int, more: int) -> None:
    """The interval lies in [0, 1] and holds the observed share."""
    trials = successes + more
    low, high = wilson(successes, trials)
    assert 0 <= low <= high <= 1
    if trials:
        assert low <= successes / trials + 1e-12
        assert high >= successes / trials - 1e-12


def test_wilson_against_published_figures() -> None:
    """Newcombe 1998, table I: 81 of 263 gives 0.2553 to 0.3662 at 95 %."""
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)


def test_floors_hold_for_the_models_they_were_set_with(run: Command) -> None:
    """Another model is told before its figures are held against another's floors."""
    Path("floors.toml").write_text('[models]\nnli = "old"\n')
    result = run("check", "fixtures", "--floors", "floors.toml")
    assert result.exit_code == 2
    assert "set with another nli (old then, None now)" in result.stderr


def test_floors_are_written_and_lowered_only_on_purpose(run: Command) -> None:
    """What is reached becomes the floor; a lower one takes a flag of its own."""
    file = Path("floors.toml")
    write = ("check", "fixtures", "--floors", "floors.toml", "--update-floors")
    assert run(*write).exit_code == 0
    assert run("check", "fixtures", "--floors", "floors.toml").exit_code == 0
    text = file.read_text()
    file.write_text(text.replace("recall = 0.75", "recall = 0.99"))
    assert run("check", "fixtures", "--floors", "floors.toml").exit_code == 1
    told = run(*write)
    assert told.exit_code == 2
    assert "takes --lower-floors: orvale: recall 0.7500 is under 0.9900" in told.stderr
    assert run(*write, "--lower-floors").exit_code == 0
    assert file.read_text() == text
    assert run("check", "fixtures", "--update-floors").exit_code == 2


def test_floors_leave_a_margin_and_stand_once_set(run: Command) -> None:
    """Another processor may reach a little less; a later margin takes nothing back by itself."""
    file = Path("floors.toml")
    write = ("check", "fixtures", "--floors", "floors.toml", "--update-floors")
    assert run(*write, "--margin", "0.03").exit_code == 0
    assert "recall = 0.72\n" in file.read_text()
    assert run(*write, "--margin", "0.01").exit_code == 0
    higher = file.read_text()
    assert "recall = 0.74\n" in higher
    assert run(*write, "--margin", "0.03").exit_code == 0
    assert file.read_text() == higher
    assert run(*write, "--margin", "0.03", "--lower-floors").exit_code == 0
    assert "recall = 0.72\n" in file.read_text()
    told = run("check", "fixtures", "--floors", "floors.toml", "--margin", "0.03")
    assert told.exit_code == 2
    assert "go with --update-floors" in told.stderr


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"text", "json"}))
def test_mistakes_are_told_in_every_format(run: Command, name: str) -> None:
    """Each names the corpus, the line, and the reason of a miss and of a false alarm."""
    done = run("check", "fixtures", "--min-recall", "0.76", "--format", name)
    assert done.exit_code == 1
    for wanted in ("orvale", "c3", "gate: no shared place", "contradiction 0.9"):
        assert wanted in done.stdout.replace("\\", "")
    assert "draft one" in done.stdout.replace("%20", " "), "where the false alarm stands"
    if name == "jsonl":
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        assert rows[-1]["corpus"] == "total"
    if name == "junit":
        from junitparser import JUnitXml

        xml = JUnitXml.fromstring(done.stdout.encode())
        # Two corpora with a miss each and one false alarm; both are under the floor.
        assert (xml.tests, xml.failures) == (3 * 2 + 3 + 2, 5)


def test_a_check_writes_reports_to_files(run: Command) -> None:
    """Every format of ``audit`` is one of ``check``, printed or written, and the same twice."""
    flags = [f"--output={name}=out/{name}" for name in FORMATS]
    assert run("check", "fixtures", *flags).exit_code == 0
    for name in set(FORMATS) - {"text"}:
        printed = run("check", "fixtures", "--format", name).stdout_bytes
        assert Path("out", name).read_bytes() == printed, name


def test_a_floor_is_told_where_a_table_has_no_place_for_it(run: Command) -> None:
    """The exit code alone would leave a reader guessing."""
    done = run("check", "fixtures", "--min-recall", "0.76", "--format", "csv")
    assert "under a floor: tarn: recall 0.7500 is under 0.7600" in done.stderr
