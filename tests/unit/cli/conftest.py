"""Runs the command line over a fake facade, away from the machine's own settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner, Result

from claimtrack.cli import app
from claimtrack.cli.session import Session
from claimtrack.config import Settings
from claimtrack.store.repository import Store
from tests.unit.cli.fake import Fake
from tests.unit.report.samples import sample_result


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


@pytest.fixture
def filled(run: Command) -> Command:
    """A command line in a folder whose store holds the made-up result."""
    result = sample_result()
    found = (*result.conflicts, *result.updates)
    claims = {c.id: c for c in (*result.claims, *(s for f in found for s in (f.a, f.b)))}
    with Store.open("./store", create=True) as store:
        for document in result.documents:
            own = [claim for claim in claims.values() if claim.document == document.id]
            vectors = {claim.id: np.eye(4, dtype=np.float32)[0] for claim in own}
            store.add_document(document, own, vectors, "model")
        store.save_conflicts(found, "judge", scanned=[d.id for d in result.documents])
    return run
