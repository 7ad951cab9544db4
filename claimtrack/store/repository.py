"""The store: every method is one transaction, and either all of it happened or nothing.

Imported only when a store is used (SQLAlchemy takes a third of a second to import).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import sqlalchemy as sa

from claimtrack.errors import InputError
from claimtrack.model import (
    Assessment,
    Claim,
    Conflict,
    Decision,
    Document,
    HolderKind,
    Reason,
    Ruling,
)
from claimtrack.records import (
    Bearing,
    ConflictFilter,
    Correction,
    Member,
    QueueKey,
    Run,
    Seat,
    StoredConflict,
    StoredDocument,
    StoredHolder,
    StoredThread,
)
from claimtrack.store import (
    bearing,
    claims,
    conflicts,
    decisions,
    documents,
    engine,
    holders,
    notes,
    queue,
    rows,
    runs,
    threads,
)

if TYPE_CHECKING:
    import numpy as np


def now() -> dt.datetime:
    """The present instant, for records only; no date is ever resolved against it."""
    return dt.datetime.now(dt.UTC)


class Store:
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

    def reading(self) -> AbstractContextManager[sa.Connection]:
        """A connection that sees one state of the store."""
        return engine.reading(self.engine)

    def writing(self) -> AbstractContextManager[sa.Connection]:
        """A connection whose work is committed at the end, or not at all."""
        return engine.writing(self.engine)

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

    # What people decided

    def decide(
        self,
        conflict: str,
        ruling: Ruling,
        *,
        reviewer: str,
        reason: Reason | None = None,
        note: str = "",
        expected: int | None = None,
    ) -> Decision:
        """Record a decision on a conflict (id or prefix) and the pairs that say the same.

        Raises InputError for an unknown conflict, or a dismissal without a reason;
        DecidedMeanwhile where ``expected`` is not the number of the last decision on it.
        """
        with self.writing() as connection:
            return decisions.add(
                connection,
                conflicts.find(connection, conflict),
                ruling,
                reviewer=reviewer,
                now=self._clock(),
                reason=reason,
                note=note,
                expected=expected,
            )

    def undo_decision(self, number: int, *, reviewer: str, expected: int | None = None) -> Decision:
        """Take a decision back by a new line of the record.

        Raises InputError if it can't be, and DecidedMeanwhile as ``decide`` does.
        """
        with self.writing() as connection:
            return decisions.undo(
                connection, number, reviewer=reviewer, now=self._clock(), expected=expected
            )

    def bearing(self, ids: Collection[str]) -> dict[str, Bearing]:
        """Return for each of these conflicts what was decided on it or on its like."""
        with self.reading() as connection:
            return bearing.bearing(connection, ids)

    def decisions_for(self, fingerprint: str) -> list[Decision]:
        """Return the decisions on a conflict's fingerprint, the oldest first."""
        with self.reading() as connection:
            return decisions.listed(connection, fingerprint)

    def decisions(self) -> list[Decision]:
        """Return every decision, the oldest first."""
        with self.reading() as connection:
            return decisions.listed(connection)

    # Threads

    def seats(self, ids: Collection[str]) -> dict[str, Seat]:
        """Return the seats of these claims, and those of the anchors of their threads."""
        with self.reading() as connection:
            return threads.seats(connection, ids)

    def seat(self, new: Sequence[Seat], merges: Sequence[tuple[str, str, bool]] = ()) -> None:
        """Give claims their seats, and make threads one: (from, into, whether sides turn)."""
        with self.writing() as connection:
            threads.seat(connection, new, merges, self._clock())

    def threads(
        self,
        *,
        ids: Sequence[str] | None = None,
        contested: bool = False,
        holder: str | None = None,
        smallest: int = 2,
        limit: int | None = None,
    ) -> list[StoredThread]:
        """Return threads, those with most claims first; with ``ids`` exactly these.

        See ``threads.listed`` for the filters. Raises InputError for an unknown holder.
        """
        with self.reading() as connection:
            if ids is None:
                ids = threads.listed(
                    connection, contested=contested, holder=holder, smallest=smallest, limit=limit
                )
            return threads.by_ids(connection, ids)

    def thread(self, prefix: str) -> StoredThread:
        """Return the thread whose id starts so, or the one it went into.

        Raises InputError for none or several.
        """
        with self.reading() as connection:
            key = threads.find(connection, prefix)
            found = threads.by_ids(connection, [key])
        if not found:
            raise InputError(f"thread {key} has no claim in current text any more")
        return found[0]

    def holder_timeline(self, name: str) -> list[tuple[str | None, Member]]:
        """Return a holder's claims, the oldest first, with the ids of their threads.

        Raises InputError for no such holder, or several.
        """
        with self.reading() as connection:
            return threads.of_holder(connection, name)

    # Holders

    def holders(
        self, *, text: str | None = None, kind: HolderKind | None = None
    ) -> list[StoredHolder]:
        """Return holders of current claims, those with most claims first."""
        with self.reading() as connection:
            return holders.listed(connection, text=text, kind=kind)

    def merge_holders(self, into: str, others: Sequence[str], *, reviewer: str) -> int:
        """Make ``others`` one with ``into`` (names or ids); return the change's number."""
        with self.writing() as connection:
            keys = [holders.find(connection, other) for other in others]
            target = holders.find(connection, into)
            return holders.merge(connection, target, keys, reviewer, self._clock())

    def split_holder(self, alias: str, *, reviewer: str) -> int:
        """Give a merged name a holder of its own again; return the change's number."""
        with self.writing() as connection:
            return holders.split(connection, alias, reviewer, self._clock())

    def undo_holder_change(self, number: int, *, reviewer: str) -> int:
        """Take a merge or split back; return the new change's number."""
        with self.writing() as connection:
            return holders.undo(connection, number, reviewer, self._clock())

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
