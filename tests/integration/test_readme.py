"""What the README shows is run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"


def test_the_python_of_the_readme_runs_and_flags_its_conflict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The library in a few lines: the two reports of the example contradict each other."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    [code] = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(code, "README.md", "exec"), {"__name__": "readme"})
    printed = capsys.readouterr().out
    assert "Ada Brandt" in printed
    assert "Ivo Lehn" in printed


def test_every_command_of_the_table_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    """No command is named that does not exist."""
    from typer.testing import CliRunner

    from claimtrack.cli import app

    text = README.read_text(encoding="utf-8")
    named = {name for row in re.findall(r"^\| (`.*?) \|", text, re.MULTILINE)
             for name in re.findall(r"`(?:claimtrack )?([a-z]+)", row)}  # fmt: skip
    assert named
    for name in sorted(named):
        done = CliRunner().invoke(app, [name, "--help"])
        assert done.exit_code == 0, name
        assert "Example" in done.output, name
