"""Runs the command line over a fake facade, away from the machine's own settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimtrack.cli import app
from claimtrack.cli.session import Session
from claimtrack.config import Settings
from tests.unit.cli.fake import Fake


class Command:
    """Calls commands; ``made`` are the facades that they built."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made: list[Fake] = []
        self.make: Callable[[Settings], Fake] = Fake

    def __call__(self, *args: str, input: str | bytes | None = None) -> Result:
        def make(settings: Settings) -> Fake:
            self.made.append(self.make(settings))
            return self.made[-1]

        session = Session(make=make)  # type: ignore[arg-type]
        return CliRunner().invoke(app, list(args), input=input, obj=session)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """A command line in an empty folder without settings."""
    for key in Settings.model_fields:
        monkeypatch.delenv(f"CLAIMTRACK_{key.upper()}", raising=False)
    for name in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return Command(tmp_path)
