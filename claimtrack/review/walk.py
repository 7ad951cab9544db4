"""Going through a queue one conflict at a time, forwards and back: what a terminal shows."""

from __future__ import annotations

from contextlib import suppress
from itertools import count

from claimtrack.errors import DecidedMeanwhile
from claimtrack.model import Decision, Reason, Ruling
from claimtrack.records import ConflictFilter
from claimtrack.review.desk import WAITING, Desk, Item


class Walk:
    """A reviewer's way through the queue as it was at the start.

    A decision does not move the others: what was decided stays where it was and can be gone
    back to. ``note`` is what the next decision on the conflict in hand will say.
    """

    def __init__(
        self,
        desk: Desk,
        reviewer: str,
        wanted: ConflictFilter = WAITING,
        start: str | None = None,
    ) -> None:
        """Begin at the top, or at the conflict ``start`` (an id or prefix).

        Raises InputError for a start that is in no conflict of the store.
        """
        self._desk = desk
        self._reviewer = reviewer
        order = desk.order(wanted)
        self._order = [one.id for one in order]
        self._disputes = {one.id: one.dispute for one in order}
        self._at = 0
        self._made: list[tuple[int, Decision]] = []
        self._notes: dict[str, str] = {}
        self._item: Item | None = None
        if start is not None:
            key = desk.item(start).stored.conflict.id
            if key not in self._order:
                self._order.insert(0, key)
            self._at = self._order.index(key)

    @property
    def total(self) -> int:
        """How many conflicts there are to go through."""
        return len(self._order)

    @property
    def place(self) -> int:
        """Which of them is in hand, from 1; one more than ``total`` at the end."""
        return self._at + 1

    @property
    def decided(self) -> int:
        """How many decisions of this walk stand."""
        return len(self._made)

    @property
    def here(self) -> str | None:
        """The id of the conflict in hand; None at the end."""
        return self._order[self._at] if self._at < len(self._order) else None

    @property
    def item(self) -> Item | None:
        """The conflict in hand with all that belongs to it; None at the end."""
        if self._item is None and self.here is not None:
            self._item = self._desk.item(self.here)
        return self._item

    @property
    def note(self) -> str:
        """What the next decision on the conflict in hand will say."""
        return self._notes.get(self.here or "", "")

    @note.setter
    def note(self, text: str) -> None:
        if self.here is not None:
            self._notes[self.here] = text.strip()

    def next(self) -> bool:
        """Go on; return False where there is nothing further."""
        if self.here is None:
            return False
        self._go(self._at + 1)
        return True

    def previous(self) -> bool:
        """Go back; return False at the top."""
        if self._at == 0:
            return False
        self._go(self._at - 1)
        return True

    def decide(self, ruling: Ruling, reason: Reason | None = None) -> Decision | None:
        """Record a decision on the conflict in hand and go on; None at the end of the queue.

        Raises DecidedMeanwhile where somebody decided since it was shown: then nothing was
        recorded, the walk stays here, and ``item`` shows the other's decision.
        """
        item = self.item
        if item is None:
            return None
        try:
            made = self._desk.decide(
                item.stored.conflict.id,
                ruling,
                reviewer=self._reviewer,
                reason=reason,
                note=self.note,
                expected=item.bearing.last,
            )
        except DecidedMeanwhile:
            self._item = None
            raise
        self._made.append((self._at, made))
        self._notes.pop(item.stored.conflict.id, None)
        self._go(self._at + 1)
        return made

    def repeat(self) -> list[Decision]:
        """Decide like the last decision on what lies ahead of its dispute, and go on behind it.

        Each pair gets a decision of its own. One on which somebody decided is left as it is.
        """
        if not self._made:
            return []
        at, last = self._made[-1]
        dispute = self._disputes.get(self._order[at])
        if dispute is None or last.ruling is None:
            return []
        places = {
            key: place
            for place, key in enumerate(self._order)
            if place >= self._at and self._disputes.get(key) == dispute
        }
        made = []
        for item in self._desk.items(list(places)):
            key, seen = item.stored.conflict.id, item.bearing
            if seen.standing is not None:
                continue
            with suppress(DecidedMeanwhile):
                one = self._desk.decide(
                    key,
                    last.ruling,
                    reviewer=self._reviewer,
                    reason=last.reason,
                    note=last.note,
                    expected=seen.last,
                )
                made.append((places[key], one))
        self._made += made
        done = {place for place, _ in self._made}
        self._go(next(place for place in count(self._at) if place not in done))
        return [one for _, one in made]

    def undo(self) -> Decision | None:
        """Take this walk's last decision back and go to its conflict; None where there is none.

        Raises DecidedMeanwhile where somebody has decided on it since.
        """
        if not self._made:
            return None
        at, made = self._made.pop()
        self._go(at)
        self._notes[self._order[at]] = made.note
        return self._desk.undo(made.id, reviewer=self._reviewer, expected=made.id)

    def _go(self, at: int) -> None:
        self._at = at
        self._item = None
