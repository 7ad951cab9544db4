"""What the review needs of a store. ``claimtrack.store.repository.Store`` has it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from claimtrack.model import Assessment, Decision, Reason, Ruling
from claimtrack.records import (
    Bearing,
    ConflictFilter,
    Member,
    QueueKey,
    Seat,
    StoredConflict,
    StoredDocument,
    StoredThread,
)


class ReviewStore(Protocol):
    """Conflicts with what was decided on them; every method is one transaction."""

    def queue_keys(self, wanted: ConflictFilter) -> list[QueueKey]:
        """Return what a queue is sorted and counted by; limit and offset are not looked at."""
        ...

    def conflict(self, prefix: str) -> StoredConflict:
        """Return the conflict whose id starts so. Raises InputError for none or several."""
        ...

    def conflicts_by_ids(self, ids: Sequence[str]) -> list[StoredConflict]:
        """Return the conflicts with these ids, in their order; unknown ids are left out."""
        ...

    def documents(self, *, ids: Collection[str] | None = None) -> list[StoredDocument]:
        """Return the documents with these ids, sorted by id."""
        ...

    def bearing(self, ids: Collection[str]) -> dict[str, Bearing]:
        """Return for each of these conflicts what was decided on it or on its like."""
        ...

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
        """Record a decision; ``expected`` is the number of the last one that was seen."""
        ...

    def undo_decision(self, number: int, *, reviewer: str, expected: int | None = None) -> Decision:
        """Take a decision back by a new line of the record."""
        ...

    def assessment(self, a: str, b: str, judge: str) -> Assessment | None:
        """Return what ``judge`` found for two claim ids; None where it has not judged them."""
        ...

    def seats(self, ids: Collection[str]) -> dict[str, Seat]:
        """Return the seats of these claims, and those of the anchors of their threads."""
        ...

    def threads(
        self,
        *,
        ids: Sequence[str] | None = None,
        contested: bool = False,
        holder: str | None = None,
        smallest: int = 2,
        limit: int | None = None,
    ) -> list[StoredThread]:
        """Return threads, those with most claims first; with ``ids`` exactly these."""
        ...

    def thread(self, prefix: str) -> StoredThread:
        """Return the thread whose id starts so, or the one it went into."""
        ...

    def holder_timeline(self, name: str) -> list[tuple[str | None, Member]]:
        """Return a holder's claims, the oldest first, with the ids of their threads."""
        ...
