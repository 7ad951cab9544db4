"""SIGKILL during an ingest: what was committed is there, whole, and nothing else is."""

from __future__ import annotations

import multiprocessing
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from claimtrack.candidates.index import open_index
from claimtrack.errors import StoreMissing
from claimtrack.store.doctor import examine
from claimtrack.store.repository import Store
from tests.integration.store.ingest_child import DOCUMENTS, committed, ingest, planned
from tests.unit.store.samples import MODEL

# Starting and finishing the run, and one commit a document; making the store is one more.
COMMITS = DOCUMENTS + 2
# A killed client of a server is a lost connection, whatever the moment; a killed SQLite process
# is the database itself.
MOMENTS = {"sqlite": 20, "postgresql": 5}

processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(["tests.integration.store.ingest_child", "alembic.command"])


def start(*args: object) -> multiprocessing.process.BaseProcess:
    child = processes.Process(target=ingest, args=args)
    child.start()
    return child


def finished(child: multiprocessing.process.BaseProcess) -> int:
    child.join(timeout=60)
    assert child.exitcode is not None
    return child.exitcode


def assert_whole(address: str, log: Path, tmp_path: Path, *, more: int) -> int:
    """Hold a store after a kill against what the child said; return how many documents it has.

    ``more`` is how many documents may be there beyond those that the child could still report.
    """
    said = committed(log)
    plan = {doc.id: (doc, claims) for doc, claims in planned()}
    with Store.open(address) as store:
        there = {d.document.id: d for d in store.documents(current=None)}
        assert set(said) <= set(there) <= set(plan)
        assert len(there) - len(said) <= more
        for key, found in there.items():
            document, claims = plan[key]
            assert found.document == document
            mine = store.claims(ids=[claim.id for claim in claims])
            assert mine == claims
            assert len(store.vectors(MODEL, ids=[claim.id for claim in claims])[0]) == len(claims)
        assert store.stats()["vectors"] == sum(found.claims for found in there.values())
        assert [f for f in examine(store, model=MODEL) if not f.ok] == []
        index, _ = open_index(store, MODEL, store.location.index_path(tmp_path))
        assert len(index) == store.stats()["claims"]
    return len(there)


def assert_goes_on(address: str, log: Path, tmp_path: Path) -> None:
    """The same ingest, run again after a kill, ends with everything in its place."""
    assert finished(start(address, str(log))) == 0
    assert assert_whole(address, log, tmp_path, more=DOCUMENTS) == DOCUMENTS
    with Store.open(address) as store:
        assert store.stats()["documents"] == 4


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_kill_at_any_commit_leaves_whole_documents(
    empty: Callable[[], str], tmp_path: Path, after: bool
) -> None:
    """Killed just before or just after each commit, the store holds exactly what was committed."""
    for commit in range(COMMITS):
        address, log = empty(), tmp_path / f"{commit}.log"
        assert finished(start(address, str(log), commit, after)) == -signal.SIGKILL
        count = assert_whole(address, log, tmp_path, more=1)
        # Commit 0 starts the run, the next are documents.
        assert count == min(max(0, commit - 1 + after), DOCUMENTS)
        if commit % 4 == 0:
            assert_goes_on(address, log, tmp_path)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_kill_while_a_store_is_made_leaves_none_or_an_empty_one(
    fresh: Callable[[], str], tmp_path: Path, after: bool
) -> None:
    """There is no store with half its tables, and the next ingest makes or fills it."""
    address, log = fresh(), tmp_path / "log"
    assert finished(start(address, str(log), 0, after)) == -signal.SIGKILL
    if after:
        Store.open(address).close()
    else:
        with pytest.raises(StoreMissing):
            Store.open(address)
    assert_goes_on(address, log, tmp_path)


def test_the_commits_are_all_there_are(empty: Callable[[], str], tmp_path: Path) -> None:
    """The number of boundaries that the test above walks is the true one."""
    log = tmp_path / "log"
    assert finished(start(empty(), str(log))) == 0
    assert log.read_text().split("\n")[-2] == f"commits {COMMITS}"


def test_a_kill_at_any_moment_leaves_whole_documents(
    backend: str, empty: Callable[[], str], tmp_path: Path
) -> None:
    """Killed at seeded moments of an ingest, nothing half-written is ever found."""
    log = tmp_path / "whole.log"
    begin = time.monotonic()
    assert finished(start(empty(), str(log))) == 0
    whole = time.monotonic() - begin
    moments = random.Random(20261122)
    seen = set()
    for number in range(MOMENTS[backend]):
        address, log = empty(), tmp_path / f"{number}.log"
        child = start(address, str(log))
        time.sleep(moments.uniform(0, whole))
        child.kill()
        assert finished(child) in {-signal.SIGKILL, 0}
        if not log.exists():
            continue
        seen.add(assert_whole(address, log, tmp_path, more=1))
        if number % 7 == 0:
            assert_goes_on(address, log, tmp_path)
    # The moments fall into different parts of the ingest, or they would show nothing.
    assert len(seen) >= 2 or backend == "postgresql"
