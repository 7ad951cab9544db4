"""``baseline`` and what the linter's options of ``audit`` do."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
from pathlib import Path

import pytest

from claimtrack import baseline
from claimtrack.config import Settings
from claimtrack.model import AuditResult
from claimtrack.suppress import suppress
from tests.unit.cli.conftest import Command
from tests.unit.cli.fake import Fake
from tests.unit.report.samples import sample_result


class Linter(Fake):
    """Finds the sample's conflicts and obeys the baseline, as the real facade does."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings, dataclasses.replace(sample_result(), errors=()))

    def audit(self, inputs, *, save=False, progress=None, stdin=None) -> AuditResult:
        found = super().audit(inputs, save=save, stdin=stdin)
        file = self.settings.baseline
        entries = () if file is None else baseline.read(file)
        return suppress(found, entries, baseline="" if file is None else file.name)


@pytest.fixture
def lint(run: Command) -> Command:
    """A command line over that facade."""
    run.make = Linter
    return run


WRITE = ("baseline", "write", "articles", "--reason", "known", "--author", "Ada Brandt")


def test_what_is_accepted_fails_no_more(lint: Command) -> None:
    """The baseline of the usual name is used without being named, and its count is printed."""
    assert lint("audit", "articles").exit_code == 1
    done = lint(*WRITE, "--date", "2031-05-04")
    assert done.exit_code == 0
    assert done.stdout == "claimtrack-baseline.json: 2 accepted now, 0 kept, 0 dropped as stale.\n"
    again = lint("audit", "articles")
    assert again.exit_code == 0
    assert "2 suppressed (2 by the baseline)." in " ".join(again.stdout.split())
    assert "DISPUTE" not in again.stdout
    assert "known" in lint("audit", "articles", "--verbose").stdout


def test_its_path_is_told_from_the_working_folder(lint: Command) -> None:
    """Whatever folder the configuration stands in, no path of this machine is printed."""
    Path("claimtrack.toml").write_text('paths = ["articles"]\n')
    Path("deep").mkdir()
    os.chdir("deep")
    missing = lint("baseline", "show")
    assert missing.exit_code == 2
    assert missing.stderr.startswith("claimtrack: no baseline ../claimtrack-baseline.json: ")
    assert lint(*WRITE).stdout.startswith("../claimtrack-baseline.json: 2 accepted now")
    told = json.loads(lint("baseline", "show", "--format", "json").stdout)
    assert told["baseline"] == "../claimtrack-baseline.json"
    rows = lint("config").stdout.splitlines()
    assert [" ".join(row.split()) for row in rows if row.startswith(("paths", "baseline"))] == [
        "paths ../articles ../claimtrack.toml",
        "baseline ../claimtrack-baseline.json default (it is there)",
    ]
    Path("../claimtrack-baseline.json").write_text("{}")
    for command in (("audit",), ("baseline", "show")):
        bad = lint(*command)
        assert bad.exit_code == 2
        assert bad.stderr.startswith("claimtrack: baseline ../claimtrack-baseline.json has not")


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "sarif", "junit", "gitlab"])
def test_every_format_counts_what_is_suppressed(lint: Command, name: str) -> None:
    """Where a format has no place for a count, it is told on stderr as well."""
    lint(*WRITE)
    done = lint("audit", "articles", "--format", name)
    assert done.stderr == "claimtrack: 2 conflicts suppressed (2 by the baseline)\n"


@pytest.mark.parametrize("name", ["concise", "markdown", "github", "html"])
def test_formats_for_people_say_it_themselves(lint: Command, name: str) -> None:
    """The summary has the number."""
    lint(*WRITE)
    done = lint("audit", "articles", "--format", name)
    assert "2 suppressed" in done.stdout
    assert done.stderr == ""


def test_sarif_can_leave_them_out(lint: Command) -> None:
    """For readers that look at no suppressions."""
    lint(*WRITE)
    full = json.loads(lint("audit", "a", "--format", "sarif").stdout)
    bare = json.loads(lint("audit", "a", "--format", "sarif", "--omit-suppressed").stdout)
    assert len(full["runs"][0]["results"]) == 2
    assert bare["runs"][0]["results"] == []


def test_a_baseline_is_not_overwritten_by_accident(lint: Command) -> None:
    """Reasons that somebody wrote are not lost to a repeated command."""
    lint(*WRITE)
    done = lint(*WRITE)
    assert done.exit_code == 2
    assert "is there already" in done.stderr
    assert lint(*WRITE, "--force").exit_code == 0


def test_update_keeps_reasons_adds_what_is_new_and_drops_what_is_stale(lint: Command) -> None:
    """Old entries stay as they are; one that nothing needs goes."""
    lint(*WRITE, "--date", "2031-05-04")
    path = Path(baseline.FILE_NAME)
    old = baseline.read(path)
    gone = dataclasses.replace(
        old[0],
        fingerprint="0" * 16,
        a=dataclasses.replace(old[0].a, article="ledger|gone.md", quote="Gone."),
        b=dataclasses.replace(old[0].b, article="ledger|gone.md", quote="Lost."),
    )
    baseline.write(path, [old[1], gone])
    told = lint("audit", "articles")
    assert told.exit_code == 1
    assert "accepts nothing any more" in told.stdout
    done = lint("baseline", "update", "articles", "--reason", "later", "--author", "Ivo Lehn")
    assert "1 accepted now, 1 kept, 1 dropped as stale." in done.stdout
    now = {entry.fingerprint: entry.reason for entry in baseline.read(path)}
    assert now == {old[1].fingerprint: "known", old[0].fingerprint: "later"}


def test_show_tells_who_accepted_what_and_why(lint: Command) -> None:
    """In 80 columns and as JSON."""
    lint(*WRITE, "--date", "2031-05-04")
    done = lint("baseline", "show")
    assert "2031-05-04  Ada Brandt" in done.stdout
    assert "known" in done.stdout
    assert "2 accepted conflicts." in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    data = json.loads(lint("baseline", "show", "--format", "json").stdout)
    assert {entry["reason"] for entry in data["entries"]} == {"known"}


@pytest.mark.parametrize(
    ("args", "wanted"),
    [
        (("baseline", "show"), "claimtrack baseline write makes one"),
        (("baseline", "update", "a", "--reason", "x"), "claimtrack baseline write makes one"),
        (("baseline", "write", "a", "--reason", " "), "--reason needs words"),
        (("baseline", "write", "a", "--reason", "x", "--date", "May"), "--date takes a day"),
        (("baseline", "write", "--reason", "x"), "no paths are set"),
        (("audit", "a", "--baseline", "none.json"), "baseline none.json can't be read"),
        (("audit", "a", "--statistics", "--format", "csv"), "--statistics prints text or json"),
        (("audit", "a", "--changed-since", "main"), "--changed-since:"),
    ],
)
def test_mistakes_are_one_line(lint: Command, args: tuple[str, ...], wanted: str) -> None:
    """Exit 2, and the way out."""
    done = lint(*args)
    assert done.exit_code == 2
    assert wanted in done.stderr
    assert done.stderr.count("\n") == 1


def test_paths_come_from_the_settings(lint: Command) -> None:
    """A bare ``claimtrack audit`` reads what the file names, from the folder of the file."""
    Path("claimtrack.toml").write_text('paths = ["articles", "-"]\n')
    lint("audit", input="x")
    [asked, _] = lint.made[-1].asked
    assert [Path(path).name for path in asked[1]] == ["articles", "-"]


def test_statistics_count_instead_of_listing(lint: Command) -> None:
    """By kind, article and holder, the most frequent first."""
    done = lint("audit", "a", "--statistics")
    assert done.exit_code == 1
    assert "1  dispute/negation" in done.stdout
    assert "2  Ilka Thorne" in done.stdout
    assert "breached, the Harbour" not in done.stdout
    data = json.loads(lint("audit", "a", "--statistics", "--format", "json").stdout)
    assert data["conflicts"] == 2
    assert data["by_article"][0] == {"article": "articles/draft one.txt", "conflicts": 2}


def test_changed_since_looks_only_at_changed_files(lint: Command) -> None:
    """Conflicts between articles that nobody touched do not fail the build."""
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}

    def git(*args: str) -> None:
        who = ["-c", "user.name=T", "-c", "user.email=t@t.invalid"]
        subprocess.run(["git", *who, *args], check=True, capture_output=True, env=env)

    Path(".git").rmdir()
    git("init", "-q")
    Path("articles").mkdir()
    Path("articles/draft one.txt").write_text("x")
    git("add", ".")
    git("commit", "-qm", "first")
    assert lint("audit", "articles", "--changed-since", "HEAD").exit_code == 0
    Path("articles/draft one.txt").write_text("changed")
    assert lint("audit", "articles", "--changed-since", "HEAD").exit_code == 1
