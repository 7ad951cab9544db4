"""Processes that ingest synthetic documents and are killed; run by test_store_kill.py.

Started by multiprocessing's fork server, so that each is a process of its own which can be
killed for real, without paying for the imports again.
"""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from claimtrack.model import Claim, Document
from claimtrack.store.repository import Store
from tests.unit.store.samples import MODEL, document, sentences, vectors

DOCUMENTS = 6


def planned() -> list[tuple[Document, list[Claim]]]:
    """The documents of every ingest: the fifth is a new version of the first."""
    found = []
    for number in range(DOCUMENTS):
        text = " ".join(f"Sentence {i} of report {number} is about Velin." for i in range(8))
        doc = document(text, url=f"https://velin.example/{number % 4}")
        found.append((doc, sentences(doc)))
    return found


def ingest(address: str, log: str, kill_at: int | None = None, after: bool = False) -> None:
    """Ingest the plan and write to ``log`` what was committed.

    With ``kill_at`` the process kills itself at that commit (the first is 0), before or after
    the database has made it.
    """
    commits = 0

    def committing(dialect: Any, do: Any) -> Any:
        def commit(connection: Any) -> None:
            nonlocal commits
            if commits == kill_at and not after:
                os.kill(os.getpid(), signal.SIGKILL)
            do(connection)
            if commits == kill_at and after:
                os.kill(os.getpid(), signal.SIGKILL)
            commits += 1

        return commit

    def instrument(engine: sa.Engine) -> None:
        engine.dialect.do_commit = committing(engine.dialect, engine.dialect.do_commit)  # type: ignore[method-assign]

    # Every engine that is made in this process, so that the migration's commit counts too.
    make = sa.create_engine

    def create_engine(*args: Any, **kwargs: Any) -> sa.Engine:
        engine = make(*args, **kwargs)
        instrument(engine)
        return engine

    sa.create_engine = create_engine
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def note(line: str) -> None:
        # One write, straight to the kernel: it survives the kill.
        os.write(descriptor, f"{line}\n".encode())

    note("started")
    with Store.open(address, create=True) as store:
        run = store.start_run("ingest")
        for doc, claims in planned():
            if store.add_document(doc, claims, vectors(claims), MODEL, run=None):
                note(doc.id)
        store.finish_run(run, {"documents": DOCUMENTS})
    note(f"commits {commits}")


def committed(log: Path) -> list[str]:
    """The ids of documents that the child was told were committed."""
    return [line for line in log.read_text().split("\n")[:-1] if len(line) == 16]
