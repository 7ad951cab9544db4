"""The pipeline over a store: fill it, compare what is new in it, look things up beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from claimtrack.errors import InputError
from claimtrack.model import Claim, Document, Failure, Ruling
from claimtrack.pipeline import Known, Pipeline
from claimtrack.ports import VectorIndex
from claimtrack.recall import nearby
from claimtrack.results import IngestResult, Progress
from claimtrack.review.mend import mended
from claimtrack.review.threads import Placer, joins
from claimtrack.runs import Run, Silence, joined

if TYPE_CHECKING:
    import numpy as np

    from claimtrack.store.repository import Store

SCANNED_AT_ONCE = 50
"""Stored articles that a scan compares and keeps in one step."""

_Pages = Mapping[str | None, Sequence[str]]


class Archive:
    """A store with the pipeline that fills and compares it.

    ``model`` and ``judge`` are the fingerprints that vectors and findings are kept under;
    ``index`` gives the vector index over a store, ``placer`` puts claims into threads. Not
    thread-safe.
    """

    def __init__(
        self,
        pipeline: Pipeline,
        model: str,
        judge: str,
        index: Callable[[Store], VectorIndex],
        settings: Mapping[str, object],
        placer: Placer,
    ) -> None:
        self._pipeline = pipeline
        self._model = model
        self._judge = judge
        self._index = index
        self._settings = settings
        self._placer = placer

    def known(
        self,
        store: Store,
        documents: Sequence[Document],
        claims: Sequence[Claim],
        vectors: Mapping[str, np.ndarray],
        later: Sequence[str] = (),
    ) -> Known:
        """Return what the store adds to a run over ``documents``."""
        index = self._index(store)
        found = nearby(store, index, self._model, claims, vectors, documents, later)
        read = store.forward([claim.id for claim in found.claims], self._judge)
        return replace(found, forward=read)

    def ingest(
        self,
        store: Store,
        documents: Sequence[Document],
        failures: Sequence[Failure],
        progress: Progress,
    ) -> IngestResult:
        """Add documents, each with its claims and vectors in one transaction."""
        added: list[Document] = []
        known: list[Document] = []
        errors = list(failures)
        number = 0
        run = store.start_run("ingest", self._settings)
        pages = _pages(documents)
        progress.stage("ingesting", len(documents))
        self._pipeline.expect([one for one in documents if not store.has_document(one.id)])
        for document in documents:
            try:
                new = self._ingest(store, document, pages, run)
            except InputError as error:
                errors.append(Failure(document.path or document.name, str(error)))
            else:
                (known if new is None else added).append(document)
                number += new or 0
            progress.advance()
        store.finish_run(run, {"added": len(added), "known": len(known), "claims": number})
        return IngestResult(tuple(added), tuple(known), number, tuple(errors))

    def scan(self, store: Store, progress: Progress) -> Run:
        """Compare the stored articles that this judge has not compared; keep what is found."""
        number = store.start_run("scan", self._settings)
        self._fill_vectors(store)
        waiting = store.unscanned(self._judge)
        runs: list[Run] = []
        for start in range(0, len(waiting), SCANNED_AT_ONCE):
            part = waiting[start : start + SCANNED_AT_ONCE]
            later = waiting[start + SCANNED_AT_ONCE :]
            runs.append(self._scan(store, part, later, progress))
            self._keep(store, runs[-1], number)
        run = joined(runs)
        store.finish_run(number, run.counts())
        return run

    def save(self, store: Store, run: Run) -> None:
        """Keep an audit: its articles, and what it found among them and in the store."""
        number = store.start_run("audit", self._settings)
        of: dict[str, list[Claim]] = {document.id: [] for document in run.documents}
        for claim in run.claims:
            of[claim.document].append(claim)
        pages = _pages(run.documents)
        for document in run.documents:
            vectors = {claim.id: run.vectors[claim.id] for claim in of[document.id]}
            self._add(store, document, of[document.id], vectors, pages, number)
        self._keep(store, run, number)
        for document in run.documents:
            self._correct(store, document)
        store.finish_run(number, run.counts())

    def _ingest(self, store: Store, document: Document, pages: _Pages, run: int) -> int | None:
        """Add one document; return its number of claims, or None where it was there.

        Raises InputError where it can't be read or stored.
        """
        claims: list[Claim] = []
        if not store.has_document(document.id):
            claims, broken = self._pipeline.extract([document], Silence())
            if broken:
                raise InputError(broken[0].message)
            claims = mended(document, claims, store.corrections(document))
        vectors = self._pipeline.embed(claims, Silence())
        new = self._add(store, document, claims, vectors, pages, run)
        return len(claims) if new else None

    def _correct(self, store: Store, document: Document) -> None:
        """Make good in stored claims what a reviewer corrected; the next scan compares them."""
        standing = store.corrections(document)
        if not standing:
            return
        old = store.claims(documents=[document.id], current=False)
        new = mended(document, old, standing)
        gone = [claim for claim in old if claim not in new]
        added = [claim for claim in new if claim not in old]
        if gone or added:
            vectors = self._pipeline.embed(added, Silence())
            store.amend(document, gone, added, vectors, self._model)

    def _fill_vectors(self, store: Store) -> None:
        """Give every stored claim a vector of the embedder in use."""
        missing = store.missing_vectors(self._model)
        if missing:
            store.add_vectors(self._pipeline.embed(missing, Silence()), self._model)

    def _scan(
        self, store: Store, part: Sequence[str], later: Sequence[str], progress: Progress
    ) -> Run:
        start = perf_counter()
        documents = {item.document.id: item.document for item in store.documents(ids=part)}
        claims = store.claims(documents=part)
        ids, matrix = store.vectors(self._model, ids=[claim.id for claim in claims])
        vectors = dict(zip(ids, matrix, strict=True))
        known = self.known(store, list(documents.values()), claims, vectors, later)
        findings = self._pipeline.compare(claims, vectors, documents, known, progress)
        seconds = {**findings.seconds, "total": perf_counter() - start}
        return Run(tuple(documents.values()), tuple(claims), vectors, known, (), seconds, findings)

    def _add(
        self,
        store: Store,
        document: Document,
        claims: Sequence[Claim],
        vectors: Mapping[str, np.ndarray],
        pages: _Pages,
        run: int,
    ) -> bool:
        beside = pages.get(_page(document), ())
        return store.add_document(document, claims, vectors, self._model, run=run, siblings=beside)

    def _keep(self, store: Store, run: Run, number: int) -> None:
        """Write what a run found; decisions are never touched."""
        store.save_conflicts(
            [*run.findings.conflicts, *run.findings.updates],
            self._judge,
            run=number,
            scanned=[document.id for document in run.documents],
            judged=[(a, b, found) for (a, b), found in run.findings.judged.items()],
        )
        self._thread(store, run)

    def _thread(self, store: Store, run: Run) -> None:
        """Put a run's claims into threads; what it looks at is what the run had at hand."""
        found = [one for one in (*run.findings.conflicts, *run.findings.updates) if joins(one)]
        kept = store.conflicts_by_ids([conflict.id for conflict in found])
        dismissed = {one.conflict.id for one in kept if one.ruling is Ruling.DISMISSED}
        seats = store.seats([claim.id for claim in (*run.claims, *run.known.claims)])
        placed = self._placer.place(
            run.claims,
            run.known.claims,
            {**run.known.vectors, **run.vectors},
            seats,
            [conflict for conflict in found if conflict.id not in dismissed],
        )
        if placed.seats or placed.merges:
            store.seat(placed.seats, placed.merges)


def _pages(documents: Sequence[Document]) -> _Pages:
    """Return the ids of the articles of each page: they stand beside each other."""
    found: dict[str | None, list[str]] = {}
    for document in documents:
        if (page := _page(document)) is not None:
            found.setdefault(page, []).append(document.id)
    return found


def _page(document: Document) -> str | None:
    """The address or file that holds an article."""
    return document.url or document.path
