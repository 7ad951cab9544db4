"""In which order conflicts are worth a reviewer's time, and how many there are of each kind."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain

from claimtrack.records import ConflictFilter, QueueKey

SURE, BROAD, FRESH = 0.6, 0.25, 0.15
"""Shares of the score alone, of breadth and of recency; by hand. They sum to 1, so that a
priority lies between 0 and the score: no breadth makes an unlikely conflict urgent."""
HALF = 30
"""Days after which recency is a half; about how long a story stays in the news."""

FORMULA = (
    f"priority = score × ({SURE} + {BROAD} × breadth + {FRESH} × recency); "
    "breadth = 1 − 2 / independent outlets on both sides; "
    f"recency = {HALF} / ({HALF} + days before the newest conflict), 0 without a date. "
    "The pairs of one dispute stand together, where the most urgent of them does, decided or not"
)
"""The formula in words, for the page and the terminal."""


def priority(score: float, outlets: int, age: int | None) -> float:
    """Return how urgent a conflict is, from 0 to its score (see ``FORMULA``).

    ``outlets`` counts the independent outlets on both sides, ``age`` the days by which it is
    older than the newest one (None without a date).
    """
    breadth = 1 - 2 / max(2, outlets)
    recency = 0.0 if age is None else HALF / (HALF + max(0, age))
    return score * (SURE + BROAD * breadth + FRESH * recency)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A conflict's place in the queue: its id, what it is sorted by, and its priority."""

    key: QueueKey
    priority: float

    @property
    def id(self) -> str:
        """The conflict's id."""
        return self.key.id

    @property
    def dispute(self) -> tuple[str, ...]:
        """What it shares with the other pairs of its dispute: the relation and both threads.

        A conflict with a side in no thread is a dispute of its own.
        """
        key = self.key
        return (key.id,) if key.threads is None else (key.relation, *key.threads)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many conflicts there are, in all and by each value.

    Each mapping counts what would be listed with another choice of that one filter, so that a
    page can show the number beside every choice. ``rulings`` has the key "undecided" too.
    """

    total: int
    relations: Mapping[str, int]
    types: Mapping[str, int]
    statuses: Mapping[str, int]
    rulings: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Queue:
    """What a filter admits, in order, and how far its review is.

    ``disputes`` hold their pairs, the most urgent first in each and among all. ``places`` tell
    where each conflict stands from 1, those included that the filter admits but for their ruling:
    a decision moves no place. ``decided`` and ``left`` count these with a ruling and without.
    """

    disputes: tuple[tuple[Ranked, ...], ...] = ()
    places: Mapping[str, int] = field(default_factory=dict)
    decided: int = 0

    @property
    def order(self) -> list[Ranked]:
        """The pairs one by one, those of a dispute together."""
        return list(chain.from_iterable(self.disputes))

    @property
    def left(self) -> int:
        """How many have no ruling yet."""
        return len(self.places) - self.decided


def queued(keys: Sequence[QueueKey], wanted: ConflictFilter) -> Queue:
    """Return the queue of the keys that ``wanted`` admits.

    The most urgent come first, then by score and id; the pairs of one dispute follow on its most
    urgent one, decided or not. Recency counts from the newest of all ``keys``, so that it does not
    hang on the filters by relation, type, status and ruling.
    """
    newest = max((key.newest for key in keys if key.newest), default=None)
    # Of thousands of conflicts a few dozen differ in what is filtered by: each sort is asked once.
    whatever = replace(wanted, rulings=(), undecided=False)
    admits = {sort: _admitted(key, whatever) for sort, key in {_sort(k): k for k in keys}.items()}
    whole = [
        Ranked(key, round(priority(key.score, key.outlets, _age(key.newest, newest)), 6))
        for key in keys
        if admits[_sort(key)]
    ]
    whole.sort(key=lambda one: (-one.priority, -one.key.score, one.id))
    groups: dict[tuple[str, ...], list[Ranked]] = {}
    for one in whole:
        groups.setdefault(one.dispute, []).append(one)
    admitted = (tuple(one for one in pairs if _ruled(one.key, wanted)) for pairs in groups.values())
    return Queue(
        tuple(pairs for pairs in admitted if pairs),
        {one.id: at for at, one in enumerate(chain.from_iterable(groups.values()), start=1)},
        sum(one.key.ruling is not None for one in whole),
    )


def counted(keys: Sequence[QueueKey], wanted: ConflictFilter) -> Counts:
    """Return the counts of ``keys`` under ``wanted``."""

    # Of thousands of conflicts a few dozen differ in what is counted: each sort is looked at once.
    number = Counter(_sort(key) for key in keys)
    sorts = [(key, number[sort]) for sort, key in {_sort(key): key for key in keys}.items()]

    def by(facet: str, value: Callable[[QueueKey], StrEnum | None]) -> dict[str, int]:
        others = [admits for name, admits in _FACETS.items() if name != facet]
        found: Counter[str] = Counter()
        for key, count in sorts:
            if all(admits(key, wanted) for admits in others):
                found[str(value(key) or "undecided")] += count
        return dict(sorted(found.items()))

    return Counts(
        total=sum(count for key, count in sorts if _admitted(key, wanted)),
        relations=by("relation", lambda key: key.relation),
        types=by("type", lambda key: key.type),
        statuses=by("status", lambda key: key.status),
        rulings=by("ruling", lambda key: key.ruling),
    )


def without_facets(wanted: ConflictFilter) -> ConflictFilter:
    """Return the filter that the store is asked with; the rest is looked at here, and counted."""
    return replace(wanted, relations=(), types=(), status=None, rulings=(), undecided=False)


def _sort(key: QueueKey) -> tuple[StrEnum | None, ...]:
    return key.relation, key.type, key.status, key.ruling


def _admitted(key: QueueKey, wanted: ConflictFilter) -> bool:
    return all(admits(key, wanted) for admits in _FACETS.values())


def _age(day: dt.date | None, newest: dt.date | None) -> int | None:
    return None if day is None or newest is None else (newest - day).days


def _ruled(key: QueueKey, wanted: ConflictFilter) -> bool:
    if wanted.undecided:
        return key.ruling is None
    return not wanted.rulings or key.ruling in wanted.rulings


_FACETS: dict[str, Callable[[QueueKey, ConflictFilter], bool]] = {
    "relation": lambda key, wanted: not wanted.relations or key.relation in wanted.relations,
    "type": lambda key, wanted: not wanted.types or key.type in wanted.types,
    "status": lambda key, wanted: wanted.status is None or key.status is wanted.status,
    "ruling": _ruled,
}
