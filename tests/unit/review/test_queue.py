"""The order of the queue and its counts, without a store."""

from __future__ import annotations

import dataclasses
import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import ConflictType, Relation, Ruling, Status
from claimtrack.records import ConflictFilter, QueueKey
from claimtrack.review.queue import (
    BROAD,
    FORMULA,
    FRESH,
    HALF,
    SURE,
    counted,
    priority,
    queued,
)

TODAY = dt.date(2026, 3, 1)
KEY = QueueKey("k", 0.8, Relation.DISPUTE, ConflictType.NEGATION, Status.OPEN, None, 2, TODAY)


def key(id: str, **fields: object) -> QueueKey:
    return dataclasses.replace(KEY, id=id, **fields)  # type: ignore[arg-type]


scores = st.floats(0, 1)
outlets = st.integers(0, 500)
ages = st.none() | st.integers(0, 20_000)


@given(scores, outlets, ages)
def test_a_priority_lies_between_nothing_and_the_score(
    score: float, outlets: int, age: int | None
) -> None:
    """However many outlets print it, an unlikely conflict is never urgent."""
    assert 0 <= priority(score, outlets, age) <= score


@given(st.floats(0.01, 1), st.integers(2, 500), st.integers(0, 20_000))
def test_more_outlets_and_fewer_days_are_more_urgent(score: float, outlets: int, age: int) -> None:
    """Each part of the formula pushes in its own direction."""
    here = priority(score, outlets, age)
    assert priority(score, outlets + 1, age) > here
    assert priority(score, outlets, age + 1) < here
    assert priority(score, outlets, None) < here


def test_the_formula_that_is_shown_is_the_one_that_is_used() -> None:
    """The numbers in the words are those of the code."""
    assert f"{SURE} + {BROAD} × breadth + {FRESH} × recency" in FORMULA
    assert f"{HALF} / ({HALF} + days" in FORMULA
    assert SURE + BROAD + FRESH == 1
    assert priority(1, 4, HALF) == SURE + BROAD * 0.5 + FRESH * 0.5


def test_the_most_urgent_comes_first() -> None:
    """Score, then breadth and recency; ties by id, so that the order is always the same."""
    old = TODAY - dt.timedelta(days=90)
    found = queued(
        [
            key("unsure", score=0.6),
            key("b"),
            key("a"),
            key("broad", outlets=8),
            key("old", newest=old),
            key("undated", newest=None),
        ],
        ConflictFilter(),
    )
    assert [one.id for one in found.order] == ["broad", "a", "b", "old", "undated", "unsure"]


def test_the_pairs_of_one_dispute_stand_together() -> None:
    """They come where their most urgent pair does; without a thread each pair is on its own."""
    bridge, raid = ("t1", "t2"), ("t3", "t3")
    found = queued(
        [
            key("bridge", score=0.9, threads=bridge),
            key("raid", score=0.8, threads=raid),
            key("bridge again", score=0.5, threads=bridge),
            key("turned", score=0.4, threads=bridge, relation=Relation.REVERSAL),
            key("alone", score=0.7),
            key("alone too", score=0.6),
        ],
        ConflictFilter(),
    )
    assert [[one.id for one in dispute] for dispute in found.disputes] == [
        ["bridge", "bridge again"],
        ["raid"],
        ["alone"],
        ["alone too"],
        ["turned"],
    ]
    assert found.order == [one for dispute in found.disputes for one in dispute]


def test_a_decision_moves_no_place() -> None:
    """Of a dispute whose most urgent pair is decided the rest stays where it was."""
    bridge = ("t1", "t2")
    keys = [
        key("bridge", score=0.9, threads=bridge),
        key("raid", score=0.8),
        key("bridge again", score=0.5, threads=bridge),
    ]
    waiting = ConflictFilter(undecided=True)
    before = queued(keys, waiting)
    keys[0] = dataclasses.replace(keys[0], ruling=Ruling.CONFIRMED)
    after = queued(keys, waiting)
    assert before.places == after.places == {"bridge": 1, "bridge again": 2, "raid": 3}
    assert [one.id for one in after.order] == ["bridge again", "raid"]
    assert ((before.decided, before.left), (after.decided, after.left)) == ((0, 3), (1, 2))
    confirmed = queued(keys, ConflictFilter(rulings=(Ruling.CONFIRMED,)))
    assert [one.id for one in confirmed.order] == ["bridge"]
    assert (confirmed.places, confirmed.decided) == (after.places, 1)
    assert queued(keys, ConflictFilter(types=(ConflictType.DATE,))).places == {}


def test_recency_hangs_on_what_is_there_and_not_on_what_is_shown() -> None:
    """A filter by type moves no priority: recency counts from the newest conflict of all."""
    old = key("old", newest=TODAY - dt.timedelta(days=30), type=ConflictType.DATE)
    keys = [old, key("new")]
    (everything,) = [one for one in queued(keys, ConflictFilter()).order if one.id == "old"]
    (alone,) = queued(keys, ConflictFilter(types=(ConflictType.DATE,))).order
    assert alone.priority == everything.priority == round(priority(0.8, 2, 30), 6)


def test_counts_stand_beside_every_choice() -> None:
    """A filter's own counts are those of the other choices; the total is of what is listed."""
    keys = [
        key("a"),
        key("b", type=ConflictType.DATE),
        key("c", type=ConflictType.DATE, ruling=Ruling.CONFIRMED),
        key("d", relation=Relation.UPDATE, type=ConflictType.QUANTITY),
        key("e", status=Status.WITHDRAWN),
    ]
    counts = counted(keys, ConflictFilter(types=(ConflictType.DATE,), undecided=True))
    assert counts.total == 1
    assert counts.types == {"date": 1, "negation": 1}
    assert counts.rulings == {"confirmed": 1, "undecided": 1}
    assert counts.relations == {"dispute": 1}
    assert counts.statuses == {"open": 1}
    assert counted(keys, ConflictFilter()).statuses == {"open": 3, "withdrawn": 1}
