"""Ingesting and reviewing at once, in processes of their own."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

from claimtrack.model import Ruling
from claimtrack.records import ConflictFilter
from claimtrack.review.desk import Desk
from claimtrack.store.repository import Store
from tests.integration.store.ingest_child import DOCUMENTS, ingest
from tests.unit.store.samples import JUDGE, MODEL, conflict, document, other, sentences, vectors

processes = multiprocessing.get_context("forkserver")


def review(address: str, reviewer: str) -> None:
    """Confirm everything again and again, whatever the other reviewer does."""
    with Store.open(address) as store:
        desk = Desk(store)
        for _ in range(4):
            for one in desk.order(ConflictFilter()):
                desk.decide(one.id, Ruling.CONFIRMED, reviewer=reviewer)


def test_two_review_while_a_third_ingests(store: Store, tmp_path: Path) -> None:
    """Nobody fails or waits for ever, no decision is lost, and no number is given twice."""
    sides = []
    for doc in (document(url="https://orsk.example/1"), other()):
        found = sentences(doc)
        store.add_document(doc, found, vectors(found), MODEL)
        sides.append(found)
    flags = [conflict(a, b) for a, b in zip(*sides, strict=True)]
    store.save_conflicts(flags, JUDGE, scanned=[d.document.id for d in store.documents()])
    address = store.location.url.render_as_string(hide_password=False)
    children = [
        processes.Process(target=ingest, args=(address, str(tmp_path / "log"))),
        processes.Process(target=review, args=(address, "ina")),
        processes.Process(target=review, args=(address, "olo")),
    ]
    for child in children:
        child.start()
    for child in children:
        child.join(timeout=120)
    assert [child.exitcode for child in children] == [0, 0, 0]
    made = store.decisions()
    assert [decision.id for decision in made] == list(range(1, 2 * 4 * len(flags) + 1))
    assert {one.ruling for one in store.conflicts()} == {Ruling.CONFIRMED}
    assert len(store.documents(current=None)) == 2 + DOCUMENTS
