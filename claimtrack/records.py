"""What the store hands out beyond the domain types, and how it is asked. Imports only the model.

The stages that read a store (``review``) and the store itself share these words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claimtrack.model import (
    Claim,
    Conflict,
    ConflictType,
    Decision,
    Document,
    Holder,
    Relation,
    Ruling,
    Status,
)

FLAGS = (Relation.DISPUTE, Relation.REVERSAL, Relation.SELF_CONTRADICTION)
"""The relations that are flags; an update is kept, and listed only when asked for."""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document with its place among its versions (1 is the first) and its claim count."""

    document: Document
    series: str
    version: int
    current: bool
    ingested_at: dt.datetime
    claims: int


@dataclass(frozen=True, slots=True)
class StoredHolder:
    """A holder after merges: every name it was read under, and how many claims it holds."""

    id: str
    holder: Holder
    aliases: tuple[str, ...]
    claims: int
    documents: int


REVIEWED = (None, Ruling.UNSURE, Ruling.CONFIRMED, Ruling.DISMISSED)
"""What of two holders' disputes is counted, in the order in which it is shown: open ones first."""


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two holders that dispute each other (or one, since its names were merged).

    ``ids`` and ``holders`` are sorted by name; ``rulings`` count their disputes that are still
    found by what was decided on them, None for undecided.
    """

    ids: tuple[str, str]
    holders: tuple[Holder, Holder]
    rulings: Mapping[Ruling | None, int]

    @property
    def total(self) -> int:
        """How many disputes there are between them."""
        return sum(self.rulings.values())

    def count(self, ruling: Ruling | None) -> int:
        """How many of them were ruled so; None counts the undecided."""
        return self.rulings.get(ruling, 0)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name as it was read; ``merged`` where it was made another name's holder."""

    id: str
    name: str
    merged: bool


@dataclass(frozen=True, slots=True)
class HolderChange:
    """A merge, split or undo of holders that can be taken back, with the names it moved."""

    id: int
    action: str
    names: tuple[str, ...]
    reviewer: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class StoredConflict:
    """A conflict with what was decided on it; ``ruling`` is None while undecided.

    ``first_run`` and ``last_run`` are the runs that found it first and last.
    """

    conflict: Conflict
    fingerprint: str
    status: Status
    ruling: Ruling | None
    judge: str
    first_run: int | None
    last_run: int | None


@dataclass(frozen=True, slots=True)
class ConflictFilter:
    """What to list; None means any. ``holder`` is an id prefix or a name (with ``against``, another
    of that kind, each stands on a side of its own), ``text`` a substring
    of a statement or quote, ``min_score`` inclusive in [0, 1], ``document`` an id, ``claims``
    a few ids of which one is a side; ``after`` and ``before`` bound the day of the newer side
    (inclusive, exclusive)."""

    relations: tuple[Relation, ...] = FLAGS
    types: tuple[ConflictType, ...] = ()
    status: Status | None = Status.OPEN
    rulings: tuple[Ruling, ...] = ()
    undecided: bool = False
    holder: str | None = None
    against: str | None = None
    outlet: str | None = None
    document: str | None = None
    claims: tuple[str, ...] = ()
    text: str | None = None
    min_score: float | None = None
    after: dt.date | None = None
    before: dt.date | None = None
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class QueueKey:
    """What a queue is sorted and counted by: a conflict without its claims.

    ``outlets`` counts the independent outlets on both sides (2 where each side has one),
    ``newest`` is the day on which the newer side was said or published. ``threads`` are those
    of both sides, sorted; None where a side is in none.
    """

    id: str
    score: float
    relation: Relation
    type: ConflictType
    status: Status
    ruling: Ruling | None
    outlets: int
    newest: dt.date | None
    threads: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Bearing:
    """What was decided on a conflict or on its like.

    ``history`` holds every decision that bears on it, undone ones and undos included, the
    oldest first: on the same quotes, on quotes that overlap by half, or on a pair that said
    the same. ``standing`` is the one that rules it. Where there is none, ``changed`` is the
    last decision on the same two articles whose wording is not there any more.
    """

    standing: Decision | None = None
    history: tuple[Decision, ...] = ()
    changed: Decision | None = None

    @property
    def last(self) -> int:
        """The number of the newest decision; 0 where there is none."""
        return self.history[-1].id if self.history else 0


@dataclass(frozen=True, slots=True)
class Seat:
    """A claim's seat in a thread; ``denies`` says on which side, ``anchor`` that it began it."""

    claim: str
    thread: str
    denies: bool
    anchor: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """A claim in a thread, with the document it stands in (its text left out)."""

    claim: Claim
    document: Document
    denies: bool
    anchor: bool


@dataclass(frozen=True, slots=True)
class StoredThread:
    """A thread with its members and the flags between them that nobody dismissed.

    ``dismissed`` counts those that were. ``merged`` are the ids of threads that went into it.
    """

    id: str
    members: tuple[Member, ...]
    flags: tuple[str, ...]
    dismissed: int
    merged: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reviewer corrected in a claim: of the document at ``place``, with that quote.

    ``changes`` hold what is new: "holder" (name, kind, on_behalf_of), "statement", "quote",
    "event_time" and "report_time" (ISO or null), or "claim": false where it is none. "of" is
    the statement that was corrected. ``quote`` is normalised.
    """

    id: int
    place: str
    quote: str
    changes: Mapping[str, Any]
    note: str
    reviewer: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Rating:
    """A verdict on one claim, by an organisation, with its reason and where it is published."""

    id: int
    place: str
    quote: str
    rating: str
    reason: str
    organisation: str
    link: str
    note: str
    reviewer: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command that writes; ``finished`` is None if it was interrupted."""

    id: int
    kind: str
    started: dt.datetime
    finished: dt.datetime | None
    settings: Mapping[str, object]
    counts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the doctor looked at; ``detail`` says how to mend what it could not."""

    name: str
    ok: bool
    detail: str
    mended: bool = False
