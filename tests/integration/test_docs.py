"""The documentation: built with warnings as errors, and every command line in it run."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimtrack import Claimtrack
from claimtrack.cli import app
from claimtrack.cli.session import Session
from claimtrack.config import Settings, load

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))
# What only the shell of the reader can do.
FOREIGN = ("pip ",)


def lines(page: Path) -> list[str]:
    """The command lines of a page, in order."""
    blocks = re.findall(r"```console\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    found = [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]
    return [line for line in found if not line.startswith(FOREIGN)]


def test_no_command_line_escapes() -> None:
    """A line that calls claimtrack stands in a block whose lines are run, and nowhere else."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        blocks = re.findall(r"^```(\w*)\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
        called = [
            line.removeprefix("$ ")
            for _, block in blocks
            for line in block.splitlines()
            if re.match(r"(\$ |claimtrack |scripts/|python )", line)
        ]
        assert [line for line in called if not line.startswith(FOREIGN)] == lines(page), page.name


def test_the_library_is_shown_by_an_example_that_runs() -> None:
    """The lines on its page are those of the README, which a test of its own runs."""
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert example in (ROOT / "README.md").read_text(encoding="utf-8")


def articles() -> dict[str, str]:
    """The articles that the first page has its reader write, by path."""
    text = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    names = re.findall(r"`(articles/\w+\.md)`", text)
    bodies = re.findall(r"```markdown\n(---.*?)```", text, re.DOTALL)
    return dict(zip(names, bodies, strict=True))


@pytest.fixture(scope="module")
def models() -> Claimtrack:
    """A facade whose models are loaded once for all pages."""
    return Claimtrack(Settings())


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git checkout with the articles of the first page, and a corpus with expectations."""
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith("CLAIMTRACK_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name, text in articles().items():
        for path in (Path(name), Path("corpus-with-gold") / name):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    Path("corpus-with-gold/expected.jsonl").write_text(
        '{"id": "1", "a": {"doc": "ledger", "text": "The Orvale dam broke on Monday"},'
        ' "b": {"doc": "courier", "text": "The Orvale dam did not break on Monday"}}\n'
    )
    who = ["-c", "user.name=T", "-c", "user.email=t@t.invalid"]
    for args in (["init", "-q"], ["add", "."], ["commit", "-qm", "first"]):
        subprocess.run(["git", *who, *args], check=True, capture_output=True)
    return tmp_path


def invoke(line: str, models: Claimtrack) -> Result:
    """Run a command line in this process."""

    def make(settings: Settings) -> Claimtrack:
        made = Claimtrack(settings)
        # The parts without settings of their own are those that take long to load.
        made.parser = models.parser
        if not settings.no_cache:
            made.nli, made.embedder = models.nli, models.embedder
        return made

    words = shlex.split(line)
    assert words[0] == "claimtrack", line
    return CliRunner().invoke(app, words[1:], obj=Session(make=make))  # type: ignore[arg-type]


@pytest.mark.parametrize("page", [p for p in PAGES if lines(p)], ids=lambda p: p.stem)
def test_every_command_line_runs(page: Path, corpus: Path, models: Claimtrack) -> None:
    """In the order of the page, in one folder; none ends with a usage or internal error."""
    for line in lines(page):
        done = invoke(line, models)
        assert done.exit_code in (0, 1), f"{line}\n{done.output}"


def test_the_check_fails_and_passes_as_the_page_says(corpus: Path, models: Claimtrack) -> None:
    """With the settings of the page the audit needs no path: 1 before the baseline, 0 after."""
    page = ROOT / "docs" / "ci.md"
    [settings] = re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    Path("claimtrack.toml").write_text(settings)
    accept = next(line for line in lines(page) if line.startswith("claimtrack baseline write"))
    codes = [invoke(line, models).exit_code for line in ("claimtrack audit", accept)]
    assert [*codes, invoke("claimtrack audit", models).exit_code] == [1, 0, 0]


def test_the_first_audit_finds_what_the_page_says(corpus: Path, models: Claimtrack) -> None:
    """The two articles of the first page contradict each other."""
    made = Claimtrack(load().settings)
    made.parser, made.nli, made.embedder = models.parser, models.nli, models.embedder
    [conflict] = made.audit(["articles"]).conflicts
    assert {conflict.a.holder.name, conflict.b.holder.name} == {"Ada Brandt", "Ivo Lehn"}


def test_the_settings_of_the_page_are_settings(tmp_path: Path) -> None:
    """The example of a configuration file is one that loads."""
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    file = tmp_path / "claimtrack.toml"
    file.write_text(example)
    settings = load(file=file, directory=tmp_path).settings
    assert settings.sources[0].outlet == "The Ledger"
    assert settings.min_score == 0.8


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    """Every link leads somewhere, and every command has its help on the page of commands."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", tmp_path / "site"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    page = (tmp_path / "site" / "commands" / "index.html").read_text(encoding="utf-8")
    for name in ("audit", "baseline write", "export", "import"):
        assert f"claimtrack {name}" in page
    told = (tmp_path / "site" / "configuration" / "index.html").read_text(encoding="utf-8")
    for key in Settings.model_fields:
        assert f"<code>{key}</code>" in told
