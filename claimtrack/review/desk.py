"""The reviewer's desk: the queue, one conflict with all that belongs to it, and deciding."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimtrack.model import Conflict, Decision, Document, Reason, Ruling
from claimtrack.records import Bearing, ConflictFilter, Member, StoredConflict
from claimtrack.review.port import ReviewStore
from claimtrack.review.quality import Decided
from claimtrack.review.queue import Counts, Queue, Ranked, counted, queued, without_facets
from claimtrack.review.timeline import Thread, told

PAGE = 25
"""Conflicts on a page of the queue."""
WAITING = ConflictFilter(undecided=True)
"""What a reviewer begins with: open flags on which nobody has decided."""


@dataclass(frozen=True, slots=True)
class Item:
    """A conflict as a reviewer sees it.

    ``bearing.standing`` is the decision that rules it, ``bearing.changed`` one that was made
    before the text changed, ``bearing.last`` the number to give as ``expected`` when deciding.
    ``alike`` is how many more pairs of its dispute a page leaves out for it.
    """

    stored: StoredConflict
    in_a: Document
    in_b: Document
    bearing: Bearing
    ranked: Ranked | None = None
    alike: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a queue; ``number`` and ``pages`` count from 1.

    ``total`` is how many conflicts all pages hold, ``disputes`` how many disputes they make;
    ``decided`` and ``left`` tell how far the review of all that the other filters admit is.
    """

    items: tuple[Item, ...]
    number: int
    pages: int
    size: int
    total: int
    counts: Counts
    disputes: int = 0
    decided: int = 0
    left: int = 0


class Desk:
    """Reading a queue and deciding on what is in it. As thread-safe as its store."""

    def __init__(self, store: ReviewStore) -> None:
        self._store = store

    def queue(
        self,
        wanted: ConflictFilter = WAITING,
        *,
        page: int = 1,
        size: int = PAGE,
        grouped: bool = False,
    ) -> Page:
        """Return a page of the conflicts that ``wanted`` admits, by priority.

        ``grouped`` shows of each dispute its most urgent pair. A page beyond the last is the
        last. The number of queries is the same however many conflicts there are. Raises
        InputError for a holder that is not stored.
        """
        keys = self._store.queue_keys(without_facets(wanted))
        line = queued(keys, wanted)
        rows = line.disputes if grouped else tuple((one,) for one in line.order)
        pages = max(1, math.ceil(len(rows) / size))
        number = min(max(1, page), pages)
        shown = {pairs[0].id: pairs for pairs in rows[(number - 1) * size : number * size]}
        items = tuple(
            replace(item, ranked=pairs[0], alike=len(pairs) - 1)
            for item in self.items(list(shown))
            for pairs in (shown[item.stored.conflict.id],)
        )
        counts = counted(keys, wanted)
        return Page(
            items,
            number,
            pages,
            size,
            counts.total,
            counts,
            disputes=len(line.disputes),
            decided=line.decided,
            left=line.left,
        )

    def items(self, ids: Sequence[str]) -> list[Item]:
        """Return the conflicts with these ids, in their order; unknown ids are left out."""
        return self._made(self._store.conflicts_by_ids(ids))

    def line(self, wanted: ConflictFilter = WAITING) -> Queue:
        """Return the whole queue without its claims: ids, priorities, and how far it is.

        One query; it tells which conflict comes before and after another. Raises InputError for
        a holder that is not stored.
        """
        return queued(self._store.queue_keys(without_facets(wanted)), wanted)

    def order(self, wanted: ConflictFilter = WAITING) -> list[Ranked]:
        """Return the pairs of ``line`` one by one."""
        return self.line(wanted).order

    def item(self, conflict: str) -> Item:
        """Return the conflict whose id starts so. Raises InputError for none or several."""
        (item,) = self._made([self._store.conflict(conflict)])
        return item

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
        """Record a decision on a conflict (id or prefix), and with it on its copies.

        ``expected`` is the ``bearing.last`` that the reviewer saw (0: nothing decided); None
        decides whatever stands. Raises DecidedMeanwhile where somebody decided since, and
        InputError for an unknown conflict or a dismissal without a reason; nothing is written
        in either case.
        """
        return self._store.decide(
            conflict, ruling, reviewer=reviewer, reason=reason, note=note, expected=expected
        )

    def undo(self, decision: int, *, reviewer: str, expected: int | None = None) -> Decision:
        """Take a decision back by a new one; what was decided before it stands again.

        Raises InputError where it can't be taken back, DecidedMeanwhile as ``decide`` does.
        """
        return self._store.undo_decision(decision, reviewer=reviewer, expected=expected)

    def decided(self, judge: str | None = None) -> list[Decided]:
        """Return the flags that somebody confirmed or dismissed, withdrawn ones included.

        A decided flag keeps the evidence it was decided on. With ``judge``, a fingerprint, each
        has what that judge found for it; those that it has not judged are left out.
        """
        wanted = ConflictFilter(status=None, rulings=(Ruling.CONFIRMED, Ruling.DISMISSED))
        found = []
        for item in self._made(self._store.conflicts_by_ids([o.id for o in self.order(wanted)])):
            conflict: Conflict | None = item.stored.conflict
            if judge is not None and item.stored.judge != judge:
                conflict = self._judged(item.stored.conflict, judge)
            if conflict is not None and item.bearing.standing is not None:
                found.append(Decided(conflict, item.bearing.standing, (item.in_a, item.in_b)))
        return found

    def _judged(self, conflict: Conflict, judge: str) -> Conflict | None:
        found = self._store.assessment(conflict.a.id, conflict.b.id, judge)
        if found is None:
            return None
        return replace(conflict, score=found.score, evidence=found.evidence)

    def threads(
        self,
        *,
        contested: bool = False,
        holder: str | None = None,
        smallest: int = 2,
        limit: int | None = None,
    ) -> list[Thread]:
        """Return threads, those with most claims first.

        ``contested`` keeps those in which somebody denies what others affirm, or a flag stands;
        ``holder`` those in which it speaks. Raises InputError for an unknown holder.
        """
        found = self._store.threads(
            contested=contested, holder=holder, smallest=smallest, limit=limit
        )
        return [told(thread) for thread in found]

    def thread(self, prefix: str) -> Thread:
        """Return the thread whose id starts so, or the one that it went into.

        Raises InputError for none or several.
        """
        return told(self._store.thread(prefix))

    def about(self, claims: Sequence[str]) -> list[Thread]:
        """Return the threads of these claims, in the order in which they first come."""
        seats = self._store.seats(claims)
        ids = dict.fromkeys(seats[key].thread for key in claims if key in seats)
        return [told(thread) for thread in self._store.threads(ids=list(ids))]

    def holder(self, name: str) -> list[tuple[str | None, Member]]:
        """Return a holder's claims, the oldest first and undated last, with their threads' ids.

        Raises InputError for no such holder, or several.
        """
        return self._store.holder_timeline(name)

    def _made(self, stored: Sequence[StoredConflict]) -> list[Item]:
        ids = {claim.document for one in stored for claim in (one.conflict.a, one.conflict.b)}
        documents = {item.document.id: item.document for item in self._store.documents(ids=ids)}
        bearing = self._store.bearing([one.conflict.id for one in stored])
        return [
            Item(
                one,
                documents[one.conflict.a.document],
                documents[one.conflict.b.document],
                bearing[one.conflict.id],
            )
            for one in stored
        ]
