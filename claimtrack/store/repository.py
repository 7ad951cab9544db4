"""The store: every method is one transaction, and either all of it happened or nothing.

Imported only when a store is used (SQLAlchemy takes a third of a second to import).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import sqlalchemy as sa

from claimtrack.model import (
    Assessment,
    Claim,
    Conflict,
    Document,
    NliScores,
)
from claimtrack.records import (
    ConflictFilter,
    Correction,
    QueueKey,
    Run,
    StoredConflict,
    StoredDocument,
)
from claimtrack.store import (
    claims,
    conflicts,
    documents,
    engine,
    holders,
    namesakes,
    notes,
    queue,
    rows,
    runs,
    threads,
)
from claimtrack.store.reviewed import Reviewed

if TYPE_CHECKING:
    import numpy as np


def now() -> dt.datetime:
    """The present instant, for records only; no date is ever resolved against it."""
    return dt.datetime.now(dt.UTC)


class Store(Reviewed):
    """Documents, claims, vectors, conflicts, decisions. May be shared between threads."""

    def __init__(
        self,
        bound: sa.Engine,
        location: engine.Location,
        clock: Callable[[], dt.datetime] = now,
    ) -> None:
        self.engine = bound
        self.location = location
        self._clock = clock

    @classmethod
    def open(
        cls,
        address: str | Path,
        *,
        create: bool = False,
        clock: Callable[[], dt.datetime] = now,
    ) -> Store:
        """Open the store at a folder, a file or a URL; with ``create`` make it if need be.

        Raises StoreMissing, SchemaMismatch or StoreError (see ``engine.open_engine``).
        """
        bound, location = engine.open_engine(address, create=create)
        return cls(bound, location, clock)

    def now(self) -> dt.datetime:
        """The present instant by the store's clock, for records."""
        return self._clock()

    def close(self) -> None:
        """Close every connection. The store can't be used afterwards."""
        self.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    # Documents and claims

    def add_document(
        self,
        document: Document,
        found: Sequence[Claim],
        vectors: Mapping[str, np.ndarray],
        model: str,
        *,
        run: int | None = None,
        siblings: Collection[str] = (),
    ) -> bool:
        """Add a document, its claims and their vectors (by claim id) at once.

        Returns False if it was there. New text at the address of an older one becomes its next
        version; ``siblings``, the ids of all documents read from the same file or page, are not
        taken for older ones. Raises ValueError for claims that do not fit the document, and
        InputError for text that can't be stored.
        """
        rows.check_text(document)
        with self.writing() as connection:
            known = documents.has(connection, document.id)
            if not documents.add(
                connection, document, siblings=siblings, run=run, now=self._clock()
            ):
                return False
            if not known:
                claims.add(connection, document, found, vectors, model)
                namesakes.join(connection, found, self._clock())
            conflicts.withdraw_superseded(connection, document.id)
            return True

    def replace_claims(
        self,
        document: Document,
        found: Sequence[Claim],
        vectors: Mapping[str, np.ndarray],
        model: str,
    ) -> None:
        """Put what a newer extractor read in the place of a stored document's claims."""
        with self.writing() as connection:
            old = claims.listed(connection, of=[document.id], current=False)
            kept = {claim.id for claim in old}
            heirs = threads.inherit(connection, old, [c for c in found if c.id not in kept])
            claims.replace(connection, document, found, vectors, model)
            namesakes.join(connection, found, self._clock())
            threads.put(connection, heirs)

    def amend(
        self,
        document: Document,
        gone: Collection[Claim],
        new: Sequence[Claim],
        vectors: Mapping[str, np.ndarray],
        model: str,
    ) -> None:
        """Put ``new`` claims of a document in the place of ``gone`` ones; it is scanned again."""
        with self.writing() as connection:
            heirs = threads.inherit(connection, gone, new)
            claims.amend(connection, document, gone, new, vectors, model)
            namesakes.join(connection, new, self._clock())
            threads.put(connection, heirs)

    def corrections(self, document: Document) -> list[Correction]:
        """Return the corrections that stand on claims of this document, the oldest first."""
        with self.reading() as connection:
            return notes.corrections(connection, [rows.place_of(document)])

    def has_document(self, document: str) -> bool:
        """Whether a document of this id is stored, as the current version or an older one."""
        with self.reading() as connection:
            return documents.has(connection, document)

    def document(self, prefix: str) -> StoredDocument:
        """Return the document whose id starts so. Raises InputError for none or several."""
        with self.reading() as connection:
            return documents.find(connection, prefix)

    def documents(
        self,
        *,
        ids: Collection[str] | None = None,
        outlet: str | None = None,
        after: dt.date | None = None,
        before: dt.date | None = None,
        text: str | None = None,
        path: str | None = None,
        current: bool | None = True,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[StoredDocument]:
        """Return documents, the newest first; with ``ids`` exactly these, sorted by id.

        For the filters see ``documents.listed``; ``current=None`` includes older versions.
        """
        with self.reading() as connection:
            if ids is not None:
                return documents.by_ids(connection, ids)
            return documents.listed(
                connection,
                outlet=outlet,
                after=after,
                before=before,
                text=text,
                path=path,
                current=current,
                limit=limit,
                offset=offset,
            )

    def versions(self, series: str) -> list[StoredDocument]:
        """Return all versions of one article, the first one first."""
        with self.reading() as connection:
            return documents.versions(connection, series)

    def expired(self, before: dt.date) -> list[StoredDocument]:
        """Return the documents of which no version was published on or after a day.

        What has no date counts from the day on which it was stored.
        """
        with self.reading() as connection:
            return documents.by_ids(connection, documents.expired(connection, before))

    def delete_documents(self, ids: Collection[str]) -> list[str]:
        """Delete documents, their other versions and all that was derived; return what is gone."""
        with self.writing() as connection:
            return documents.delete(connection, ids)

    def claims(
        self,
        *,
        ids: Collection[str] | None = None,
        documents: Collection[str] | None = None,
        holder: str | None = None,
        current: bool = True,
    ) -> list[Claim]:
        """Return claims by document and place in it; ``holder`` is a name, alias or id prefix."""
        with self.reading() as connection:
            key = None if holder is None else holders.find(connection, holder)
            return claims.listed(connection, ids=ids, of=documents, holder=key, current=current)

    def said_by(self, holder: str, *, limit: int, offset: int = 0) -> tuple[list[Claim], int]:
        """Return claims of a holder (id), the newest first, and how many there are in all."""
        with self.reading() as connection:
            return claims.said_by(connection, holder, limit=limit, offset=offset)

    def claim(self, prefix: str) -> Claim:
        """Return the claim whose id starts so. Raises InputError for none or several."""
        with self.reading() as connection:
            return claims.find(connection, prefix)

    def claims_naming(self, entities: Iterable[str], *, limit: int = 40) -> dict[str, list[str]]:
        """Return the ids of current claims by name, for names in at most ``limit`` claims.

        Case and a leading "the" do not matter.
        """
        with self.reading() as connection:
            return claims.naming(connection, entities, limit=limit)

    # Vectors

    def vector_ids(self, model: str) -> list[str]:
        """Return the ids of current claims with a vector of ``model``, sorted."""
        with self.reading() as connection:
            return claims.vector_ids(connection, model)

    def vectors(
        self, model: str, ids: Collection[str] | None = None
    ) -> tuple[list[str], np.ndarray]:
        """Return ids, sorted, and float32 vectors of shape (len(ids), dimension), (0, 0) if none.

        Of current claims, or of exactly ``ids`` as far as they have one.
        """
        with self.reading() as connection:
            return claims.vectors(connection, model, ids=ids)

    def missing_vectors(self, model: str) -> list[Claim]:
        """Return the claims, older versions' included, that have no vector of ``model``."""
        with self.reading() as connection:
            missing = claims.missing_vectors(connection, model)
            return claims.listed(connection, ids=missing)

    def add_vectors(self, vectors: Mapping[str, np.ndarray], model: str) -> None:
        """Add vectors by claim id, for claims that have none of ``model``."""
        with self.writing() as connection:
            claims.add_vectors(connection, vectors, model)

    # What the judge found

    def unscanned(self, judge: str) -> list[str]:
        """Return the ids of current documents that ``judge`` has not compared, sorted."""
        with self.reading() as connection:
            return conflicts.unscanned(connection, judge)

    def save_conflicts(
        self,
        found: Sequence[Conflict],
        judge: str,
        *,
        run: int | None = None,
        scanned: Collection[str] = (),
        judged: Iterable[tuple[str, str, Assessment]] = (),
    ) -> None:
        """Add or update conflicts, keep assessments, and mark documents as compared, at once.

        Decisions are never touched. Undecided conflicts of the documents ``scanned`` (ids) with
        each other, or with what this judge has scanned before, are withdrawn unless they are in
        ``found``. Give updates with the flags: what is left out counts as not found. Raises
        StoreError for a claim that is not stored.
        """
        with self.writing() as connection:
            conflicts.save(connection, found, judge, run, scanned)
            conflicts.save_assessments(connection, judged, judge, run)

    def conflict(self, prefix: str) -> StoredConflict:
        """Return the conflict whose id starts so. Raises InputError for none or several."""
        with self.reading() as connection:
            return conflicts.find(connection, prefix)

    def conflicts(self, wanted: ConflictFilter | None = None) -> list[StoredConflict]:
        """Return conflicts, the highest score first; by default all open flags."""
        with self.reading() as connection:
            return conflicts.listed(connection, wanted or ConflictFilter())

    def count_conflicts(self, wanted: ConflictFilter | None = None) -> int:
        """Return how many conflicts there are, whatever the filter's limit."""
        with self.reading() as connection:
            return conflicts.count(connection, wanted or ConflictFilter())

    def conflicts_by_ids(self, ids: Sequence[str]) -> list[StoredConflict]:
        """Return the conflicts with these ids, in their order; unknown ids are left out."""
        with self.reading() as connection:
            return conflicts.by_ids(connection, ids)

    def queue_keys(self, wanted: ConflictFilter) -> list[QueueKey]:
        """Return what a queue is sorted and counted by; limit and offset are not looked at."""
        with self.reading() as connection:
            return queue.keys(connection, conflicts.conditions(connection, wanted))

    def assessment(self, a: str, b: str, judge: str) -> Assessment | None:
        """Return what ``judge`` found for two claim ids, ``forward`` being from a to b."""
        with self.reading() as connection:
            return conflicts.assessment(connection, a, b, judge)

    def forward(self, claims: Sequence[str], judge: str) -> list[tuple[str, str, NliScores]]:
        """Return what NLI told ``judge`` of stored pairs of these claim ids, first to second."""
        with self.reading() as connection:
            return conflicts.forward(connection, claims, judge)

    # Runs

    def start_run(self, kind: str, settings: Mapping[str, object] | None = None) -> int:
        """Record that a run begins; return its number."""
        with self.writing() as connection:
            return runs.start(connection, kind, settings or {}, self._clock())

    def finish_run(self, run: int, counts: Mapping[str, object] | None = None) -> None:
        """Record that a run ended, and what it did (JSON values)."""
        with self.writing() as connection:
            runs.finish(connection, run, counts or {}, self._clock())

    def runs(self, *, limit: int | None = None) -> list[Run]:
        """Return runs, the newest first."""
        with self.reading() as connection:
            return runs.listed(connection, limit=limit)

    def stats(self) -> dict[str, int]:
        """Count what is stored."""
        with self.reading() as connection:
            return runs.stats(connection)
