"""Which claims are on one proposition, and on which side of it. Pure: the store is outside.

A new claim is held against the claims at hand (its own articles' and those nearby, a bounded
number), never against the whole store.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.model import Claim, Conflict, ConflictType, Relation, Stance, digest
from claimtrack.ports import Parser
from claimtrack.records import Seat
from claimtrack.text.polarity import cues
from claimtrack.text.words import content_stems

if TYPE_CHECKING:
    import numpy as np

CLOSE = 0.7
"""Cosine from which two statements may say the same, whatever their polarity; by hand."""
WITHIN = 0.8
"""Share of the shorter statement's content words that the other must have; by hand, high:
a claim left alone is found by `track` all the same, one in a wrong thread misleads."""
SHORTEST = 2
"""A statement with fewer content words says too little to be on one proposition with others."""
FAR = 180
"""Days between two reports beyond which like words tell of two events, unless times say else."""
SURE = 0.7
"""Score from which a flag makes threads one; by hand. A weaker one joins two claims that are each
alone: where it is wrong, it would put two well-filled threads under one proposition."""
FAR_EVENTS = 45
"""Days between two event times beyond which they are two events: the judge's measure."""

# In what one side has it otherwise, and does not deny it.
SAME_SIDE = frozenset(
    {ConflictType.QUANTITY, ConflictType.DATE, ConflictType.PLACE, ConflictType.ACTOR}
)
ASSERTS_NOTHING = frozenset({Stance.QUESTIONED, Stance.DEMANDED})


@dataclass(frozen=True, slots=True)
class Placed:
    """Where claims go: new seats, and threads that are one (from, into, whether sides turn)."""

    seats: tuple[Seat, ...]
    merges: tuple[tuple[str, str, bool], ...]


class Placer:
    """Gives claims their threads. As thread-safe as its parser."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser

    def place(
        self,
        new: Sequence[Claim],
        known: Sequence[Claim],
        vectors: Mapping[str, np.ndarray],
        seats: Mapping[str, Seat],
        conflicts: Sequence[Conflict] = (),
    ) -> Placed:
        """Return the seats of those ``new`` claims that have none, and the merges.

        ``vectors`` holds unit vectors by claim id, ``seats`` those that are taken, with the
        anchors of their threads among ``known``. Both sides of a conflict are on one
        proposition; a thread id follows from its first claim, so the same input gives the same.
        """
        # The surest first: with it settled, a weaker one finds no claim alone.
        conflicts = sorted(conflicts, key=lambda one: (-one.score, one.id))
        waiting = sorted(
            (c for c in new if c.id not in seats and c.stance not in ASSERTS_NOTHING),
            key=lambda claim: (claim.report_time is None, _said(claim), claim.id),
        )
        table = _Table(seats, conflicts)
        negated = self._negated(waiting)
        links = _links(waiting, [*known, *new], vectors)
        for claim in waiting:
            table.sit(claim, links.get(claim.id, ()), negated)
        for conflict in conflicts:
            table.meet(conflict)
        return table.placed()

    def _negated(self, claims: Sequence[Claim]) -> dict[str, bool]:
        docs = self._parser.parse([claim.statement for claim in claims]) if claims else []
        return {claim.id: len(cues(doc)) % 2 == 1 for claim, doc in zip(claims, docs, strict=True)}


def joins(conflict: Conflict) -> bool:
    """Whether the sides of a conflict are on one proposition.

    Those of a flag are, and of an update that gives another figure; but that something was open
    and later shut are two things, and nobody contests either.
    """
    return conflict.relation is not Relation.UPDATE or conflict.type in SAME_SIDE


def one_proposition(a: Claim, b: Claim, cosine: float) -> bool:
    """Whether two claims affirm or deny the same thing, by their words, names and times."""
    if cosine < CLOSE or _apart(a, b):
        return False
    first, second = content_stems(a.statement), content_stems(b.statement)
    fewer = min(len(first), len(second))
    if fewer < SHORTEST or len(first & second) / fewer < WITHIN:
        return False
    mine, theirs = _names(a), _names(b)
    return not mine or not theirs or bool(mine & theirs)


class _Table:
    """The seats while claims are placed."""

    def __init__(self, seats: Mapping[str, Seat], conflicts: Sequence[Conflict]) -> None:
        self._old = dict(seats)
        self._stored = {seat.thread for seat in seats.values()}
        self._seats = dict(seats)
        self._merges: dict[str, tuple[str, bool]] = {}
        self._size = Counter(seat.thread for seat in seats.values())
        self._anchors = {seat.thread: seat.claim for seat in seats.values() if seat.anchor}
        self._against: dict[str, list[tuple[str, bool]]] = {}
        for conflict in conflicts:
            if conflict.score < SURE:
                continue
            flips = conflict.type not in SAME_SIDE
            for one, other in ((conflict.a.id, conflict.b.id), (conflict.b.id, conflict.a.id)):
                self._against.setdefault(one, []).append((other, flips))

    def sit(self, claim: Claim, links: Iterable[str], negated: Mapping[str, bool]) -> None:
        """Give a claim the thread with most links to it, or one of its own."""
        partners = dict(self._against.get(claim.id, ()))
        near = [other for other in dict.fromkeys((*links, *partners)) if other in self._seats]
        votes = Counter(self._seats[other].thread for other in near)
        fit = [
            thread
            for thread, count in votes.items()
            if self._anchors.get(thread) in near
            or any(self._seats[other].thread == thread for other in partners if other in near)
            or 2 * count >= self._size[thread]
        ]
        denies = negated.get(claim.id, claim.stance is Stance.DENIED)
        if not fit:
            thread = digest("thread", claim.id)
            self._take(Seat(claim.id, thread, denies, True))
            return
        thread = min(fit, key=lambda one: (-votes[one], one))
        for other in near:
            if self._seats[other].thread == thread and partners.get(other):
                denies = not self._seats[other].denies
                break
        self._take(Seat(claim.id, thread, denies))

    def meet(self, conflict: Conflict) -> None:
        """Make the threads of a conflict's sides one: the stored and larger one stays."""
        a, b = self._seats.get(conflict.a.id), self._seats.get(conflict.b.id)
        if a is None or b is None or a.thread == b.thread:
            return
        if conflict.score < SURE and (self._size[a.thread] > 1 or self._size[b.thread] > 1):
            return
        gone, stays = sorted(
            (a.thread, b.thread), key=lambda one: (one in self._stored, self._size[one], one)
        )
        turn = conflict.type not in SAME_SIDE and a.denies == b.denies
        for key, seat in list(self._seats.items()):
            if seat.thread == gone:
                self._seats[key] = Seat(key, stays, seat.denies != turn)
        self._size[stays] += self._size.pop(gone)
        self._merges[gone] = (stays, turn)

    def placed(self) -> Placed:
        """The seats that were taken, and the merges of threads that were stored."""
        merges = tuple(
            (gone, *self._last(gone)) for gone in sorted(self._merges) if gone in self._stored
        )
        new = [seat for key, seat in self._seats.items() if key not in self._old]
        return Placed(tuple(sorted(new, key=lambda seat: seat.claim)), merges)

    def _take(self, seat: Seat) -> None:
        self._seats[seat.claim] = seat
        self._size[seat.thread] += 1
        if seat.anchor:
            self._anchors[seat.thread] = seat.claim

    def _last(self, thread: str) -> tuple[str, bool]:
        """Where a merged thread's claims are in the end, and whether their sides turned."""
        turned = False
        while thread in self._merges:
            thread, turn = self._merges[thread]
            turned ^= turn
        return thread, turned


def _links(
    new: Sequence[Claim], everything: Sequence[Claim], vectors: Mapping[str, np.ndarray]
) -> dict[str, list[str]]:
    """For each new claim the others on one proposition with it, the nearest first."""
    import numpy as np

    others = [claim for claim in {c.id: c for c in everything}.values() if claim.id in vectors]
    mine = [claim for claim in new if claim.id in vectors]
    if not mine or not others:
        return {}
    cosines = np.stack([vectors[c.id] for c in mine]) @ np.stack([vectors[c.id] for c in others]).T
    found: dict[str, list[str]] = {}
    for claim, row in zip(mine, cosines, strict=True):
        order = sorted(np.flatnonzero(row >= CLOSE), key=lambda at: (-row[at], others[at].id))
        found[claim.id] = [
            others[at].id
            for at in order
            if others[at].id != claim.id and one_proposition(claim, others[at], float(row[at]))
        ]
    return found


def _names(claim: Claim) -> set[str]:
    things = {"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT"}
    return {
        word
        for entity in claim.entities
        if entity.label in things
        for word in entity.key.removeprefix("the ").split()
    }


def _apart(a: Claim, b: Claim) -> bool:
    for first, second, days in (
        (a.event_time, b.event_time, FAR_EVENTS),
        (a.report_time, b.report_time, FAR),
    ):
        if first and second:
            gap = max((second.start - first.end).days, (first.start - second.end).days)
            return gap > days
    return False


def _said(claim: Claim) -> int:
    return claim.report_time.end.toordinal() if claim.report_time else 0
