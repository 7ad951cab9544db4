"""The programs themselves, side by side on one SQLite store: ingest, serve and review."""

from __future__ import annotations

import datetime as dt
import itertools
import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from claimtrack.model import Ruling
from claimtrack.records import ConflictFilter
from claimtrack.store.repository import Store
from tests import newsroom

EACH = 20
"""Conflicts that each reviewer has."""
ARTICLES = 12
"""Enough that reading them with the real models takes longer than the reviewers need."""
PATIENCE = 240
"""Seconds that a busy machine may take for what takes it ten."""

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """A function that starts ``claimtrack`` with a store of its own."""
    program = "from claimtrack.cli import main; main()"
    command = [sys.executable, "-c", program, "--store", str(tmp_path / "store")]
    root = str(Path(__file__).parents[2])
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with ExitStack() as started:

        def run(*arguments: str) -> subprocess.Popen[str]:
            process = subprocess.Popen(
                [*command, *arguments],
                cwd=tmp_path,
                env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONPATH": root},
                text=True,
                **pipes,  # type: ignore[call-overload]
            )
            started.callback(process.communicate)
            started.callback(process.kill)
            return process

        yield run


def articles(folder: Path) -> None:
    """Articles of which each says something of its own."""
    folder.mkdir()
    for at in range(ARTICLES):
        (folder / f"ferry-{at}.md").write_text(
            f"---\npublisher: Harbour Post {at}\ndate: 2031-06-01\ntitle: Ferry {at}\n---\n\n"
            f"Ferry {at} to Sund carried {at + 40} people on Sunday, captain Rolf Ager said. "
            f"Its engine was repaired in May, the yard in Tarn said.\n",
            encoding="utf-8",
        )


@pytest.mark.timeout(2 * PATIENCE)
def test_no_decision_and_no_document_is_lost_while_all_run(tmp_path: Path, start: Start) -> None:
    """One reviews in the terminal, one over the page's API, and articles are read meanwhile."""
    articles(tmp_path / "articles")
    with Store.open(str(tmp_path / "store"), create=True) as store:
        newsroom.fill(store, 2 * EACH)
        middle = newsroom.DAY + dt.timedelta(days=EACH)
        before = store.stats()["documents"]
        mine = [one.conflict.id for one in store.conflicts(ConflictFilter(after=middle))]
        assert len(mine) == EACH

        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        serving = start("serve", "--port", str(port))
        assert serving.stdout is not None
        assert str(port) in serving.stdout.readline()
        reviewing = start("review", "--reviewer", "olo", "--before", middle.isoformat())
        assert reviewing.stdin is not None
        ingesting = start("ingest", "articles")

        answers: list[int] = []
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE) as page:
            for _ in range(PATIENCE):
                try:
                    front = page.get("/")
                    break
                except httpx.TransportError:
                    threading.Event().wait(0.5)
            secret = re.search(r'name="csrf" value="([0-9a-f]+)"', front.text)
            assert secret is not None
            for at in itertools.count():
                done = ingesting.poll() is not None
                if at < EACH:
                    reviewing.stdin.write("c")
                    reviewing.stdin.flush()
                answer = page.post(
                    f"/api/conflicts/{mine[at % EACH]}/decisions",
                    json={"ruling": "confirmed"},
                    headers={"x-csrf-token": secret[1]},
                )
                answers.append(answer.status_code)
                if done and at >= EACH:
                    break
        said, _ = reviewing.communicate("q", timeout=PATIENCE)
        read, _ = ingesting.communicate(timeout=PATIENCE)
        assert ingesting.returncode == 0, read
        assert reviewing.returncode == 0, said
        assert f"{EACH} decisions made" in said

        made = store.decisions()
        assert [one.id for one in made] == list(range(1, len(made) + 1))
        assert sum(one.reviewer == "olo" for one in made) == EACH
        assert set(answers) == {201}
        assert sum(one.reviewer != "olo" for one in made) == len(answers)
        assert {one.ruling for one in store.conflicts()} == {Ruling.CONFIRMED}
        added = [one for one in store.documents() if one.document.title.startswith("Ferry")]
        assert len(added) == ARTICLES == store.stats()["documents"] - before
        assert all(one.claims for one in added)
