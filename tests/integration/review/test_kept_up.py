"""Threads are kept up by scans, and what a new article costs does not grow with the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import pytest
import sqlalchemy as sa

from claimtrack.archive import Archive
from claimtrack.candidates.index import FaissIndex, open_index
from claimtrack.candidates.select import Selector
from claimtrack.model import (
    Assessment,
    Claim,
    Document,
    Evidence,
    NliScores,
    Relation,
    Statement,
    Verdict,
)
from claimtrack.pipeline import Pipeline
from claimtrack.recall import ARTICLES
from claimtrack.review.desk import Desk
from claimtrack.review.threads import Placer
from claimtrack.runs import Silence
from claimtrack.store.repository import Store
from claimtrack.text.parse import SpacyParser
from tests.builders import claim, person

MODEL = "words"
PLACES = ("Orvale", "Tarn", "Velin", "Lumen", "Brock", "Sevra", "Dovra", "Karva", "Calyra", "Oster")


class Reader:
    """One claim an article, by its author; its vector counts its words."""

    def extract(self, document: Document) -> list[Claim]:
        names = tuple((place, "GPE") for place in PLACES if place in document.text)
        holder = person(document.author or "Ada Brunn")
        return [claim(document.text, of=document, holder=holder, names=names)]

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        found = np.zeros((len(texts), 256), dtype=np.float32)
        for row, text in zip(found, texts, strict=True):
            for word in text.lower().strip(".").split():
                row[sum(word.encode()) % 256] += 1
            row /= np.linalg.norm(row)
        return found

    fingerprint = MODEL


class Judge:
    """Finds a contradiction where one of the two has a "not"."""

    fingerprint = "judge"
    threshold = 0.5

    def forward(self, pairs: Sequence[tuple[Statement, Statement]]) -> list[NliScores]:
        return [one.forward for one in self.assess(pairs)]

    def suppose(
        self, pairs: Sequence[tuple[Statement, Statement]], answer: NliScores
    ) -> list[Assessment]:
        sure = replace(self._one(True, False), forward=answer, backward=answer, asked=False)
        return [sure for _ in pairs]

    def assess(
        self,
        pairs: Sequence[tuple[Statement, Statement]],
        needed: Sequence[float] | None = None,
        forward: Sequence[NliScores] | None = None,
    ) -> list[Assessment]:
        return [self._one(*(" not " in side.text for side in pair)) for pair in pairs]

    def _one(self, a: bool, b: bool) -> Assessment:
        scores = NliScores(0.0, 0.0, 1.0) if a != b else NliScores(0.0, 1.0, 0.0)
        score = 0.9999 if a != b else 0.0001
        verdict = Verdict.CONTRADICTION if a != b else Verdict.NEUTRAL
        return Assessment(score, verdict, None, (Evidence("not", "", 1.0),), "", scores, scores)


class Watched(Placer):
    """A placer that notes how many claims were put before it."""

    seen = 0

    def place(self, new, known, *rest):  # type: ignore[no-untyped-def]
        """Note, then place."""
        self.seen = len(new) + len(known)
        return super().place(new, known, *rest)


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    """The parser that ships."""
    return SpacyParser()


def archive(parser: SpacyParser) -> tuple[Archive, Watched]:
    """An archive without models, and its placer."""
    reader, placer = Reader(), Watched(parser)
    pipeline = Pipeline(reader, reader, Selector(FaissIndex), Judge(), 0.5)

    def index(store: Store) -> FaissIndex:
        return open_index(store, MODEL, None, dimension=256)[0]

    return Archive(pipeline, MODEL, "judge", index, {}, placer), placer


def article(text: str, number: int, author: str = "Ada Brunn") -> Document:
    return Document(
        text, outlet=f"Outlet {number}", url=f"https://o{number}.example/", author=author
    )


def filler(number: int) -> Document:
    """An article on a subject of its own in one of ten places."""
    place = PLACES[number % len(PLACES)]
    return article(f"Mill {number} of {place} sold {number} tons of flour.", 1000 + number)


@contextmanager
def queries(store: Store) -> Iterator[list[str]]:
    """The statements sent to the database meanwhile."""
    sent: list[str] = []

    def note(_c: object, _k: object, statement: str, *_: object) -> None:
        sent.append(statement)

    sa.event.listen(store.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        sa.event.remove(store.engine, "before_cursor_execute", note)


def test_a_scan_puts_what_arrives_into_threads(store: Store, parser: SpacyParser) -> None:
    """A denial that comes later joins the thread, whose id stays; scanning again adds nothing."""
    kept, _ = archive(parser)
    first = article("The Orvale dam was breached on Sunday.", 1)
    kept.ingest(store, [first, filler(1)], [], Silence())
    kept.scan(store, Silence())
    desk = Desk(store)
    (before,) = [t for t in desk.threads(smallest=1) if "dam" in t.proposition]
    later = article("The Orvale dam was not breached on Sunday.", 2, "Tor Malk")
    kept.ingest(store, [later], [], Silence())
    run = kept.scan(store, Silence())
    assert [c.relation for c in run.findings.conflicts] == [Relation.DISPUTE]
    thread = desk.thread(before.id)
    assert [s.holder.name for s in thread.affirms.speakers] == ["Ada Brunn"]
    assert [s.holder.name for s in thread.denies.speakers] == ["Tor Malk"]
    assert thread.contested
    kept.scan(store, Silence())
    assert desk.thread(before.id) == thread


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_new_article_costs_the_same_in_a_large_store(store: Store, parser: SpacyParser) -> None:
    """The claims looked at and the queries sent are bounded, whether 150 are stored or 600."""
    kept, placer = archive(parser)
    seen, sent = [], []
    for start, end in ((0, 150), (150, 600)):
        kept.ingest(store, [filler(n) for n in range(start, end)], [], Silence())
        kept.scan(store, Silence())
        new = article(f"Mill {end} of Orvale sold nothing.", 2000 + end)
        kept.ingest(store, [new], [], Silence())
        with queries(store) as asked:
            kept.scan(store, Silence())
        seen.append(placer.seen)
        sent.append(len(asked))
    assert max(seen) <= ARTICLES + 1
    assert abs(sent[1] - sent[0]) <= 4
