"""Which claims are put on one proposition, and on which side; over the real parser."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from claimtrack.model import Claim, Conflict, ConflictType, Relation, Stance
from claimtrack.records import Seat
from claimtrack.review.threads import SURE, Placed, Placer, joins
from claimtrack.text.parse import SpacyParser
from tests.builders import claim, document, person

DAM = (("Orvale", "GPE"),)
BREACHED = claim("The Orvale dam was breached.", of=document("one"), said="2026-02-01", names=DAM)
HOLDS = claim("The Orvale dam was not breached.", of=document("two"), said="2026-02-02", names=DAM)
AGAIN = claim(
    "The Orvale dam was breached on Sunday.", of=document("six"), said="2026-02-03", names=DAM
)
RAIL = claim("Shares in Lumen Rail rose by two percent.", of=document("ten"), said="2026-02-01")


@pytest.fixture(scope="module")
def placer() -> Placer:
    """A placer with the parser that ships."""
    return Placer(SpacyParser())


def near(*claims: Claim, apart: tuple[Claim, ...] = ()) -> dict[str, np.ndarray]:
    """Vectors: one direction for all but those ``apart``, which have one of their own each."""
    size = len(apart) + 1
    found = {one.id: np.eye(size, dtype=np.float32)[0] for one in claims}
    return found | {one.id: np.eye(size, dtype=np.float32)[n + 1] for n, one in enumerate(apart)}


def conflict(a: Claim, b: Claim, type: ConflictType = ConflictType.OPPOSITE) -> Conflict:
    return Conflict(a, b, type, Relation.DISPUTE, 0.9, "they differ", ())


def by_claim(placed: Placed) -> dict[str, Seat]:
    return {seat.claim: seat for seat in placed.seats}


def test_a_denial_is_on_the_other_side_of_one_thread(placer: Placer) -> None:
    """Like words about one thing are one thread; who negates it denies; the rest is apart."""
    vectors = near(BREACHED, HOLDS, AGAIN, apart=(RAIL,))
    seats = by_claim(placer.place([AGAIN, HOLDS, RAIL, BREACHED], [], vectors, {}))
    dam = {seats[one.id].thread for one in (BREACHED, HOLDS, AGAIN)}
    assert len(dam) == 1
    assert [seats[one.id].denies for one in (BREACHED, HOLDS, AGAIN)] == [False, True, False]
    assert [seats[one.id].anchor for one in (BREACHED, HOLDS, AGAIN)] == [True, False, False]
    assert seats[RAIL.id].thread not in dam


def test_a_thread_keeps_its_id_when_members_join(placer: Placer) -> None:
    """A later article joins what is there; only the new claim gets a seat."""
    first = placer.place([BREACHED], [], near(BREACHED), {})
    seats = by_claim(first)
    vectors = near(BREACHED, HOLDS)
    second = placer.place([HOLDS], [BREACHED], vectors, seats)
    assert [seat.claim for seat in second.seats] == [HOLDS.id]
    assert second.seats[0].thread == first.seats[0].thread
    assert second.merges == ()
    assert placer.place([HOLDS], [BREACHED], vectors, seats | by_claim(second)).seats == ()


def test_words_or_times_that_differ_keep_claims_apart(placer: Placer) -> None:
    """Near vectors alone make no thread: other words, other names or a year between do not."""
    closed = claim("The Orvale dam will cost a fortune to repair.", of=document("five"), names=DAM)
    tarn = claim("The dam was breached.", of=document("four"), names=(("Tarn", "GPE"),))
    old = claim("The Orvale dam was breached.", of=document("old"), said="2024-01-01", names=DAM)
    everything = [BREACHED, closed, tarn, old]
    placed = placer.place(everything, [], near(*everything), {})
    assert len({seat.thread for seat in placed.seats}) == len(everything)


def test_a_conflict_joins_what_words_do_not(placer: Placer) -> None:
    """Its sides are on one proposition: opposed, or with another figure on the same side."""
    safe = claim("Engineers call the barrage sound.", of=document("safe"), said="2026-02-05")
    vectors = near(BREACHED, apart=(safe,))
    seats = by_claim(placer.place([BREACHED, safe], [], vectors, {}, [conflict(BREACHED, safe)]))
    assert seats[BREACHED.id].thread == seats[safe.id].thread
    assert (seats[BREACHED.id].denies, seats[safe.id].denies) == (False, True)
    figure = conflict(BREACHED, safe, ConflictType.QUANTITY)
    seats = by_claim(placer.place([BREACHED, safe], [], vectors, {}, [figure]))
    assert not seats[safe.id].denies


def test_an_update_joins_by_its_figures_only() -> None:
    """A toll that rose is one matter; what was shut and then opened is not contested."""
    update = replace(conflict(BREACHED, HOLDS), relation=Relation.UPDATE)
    assert not joins(update)
    assert joins(replace(update, type=ConflictType.QUANTITY))
    assert joins(conflict(BREACHED, HOLDS))


def test_threads_that_a_conflict_joins_are_merged(placer: Placer) -> None:
    """The larger stays; the merge says whether the other's sides turn."""
    safe = claim("Engineers call the barrage sound.", of=document("safe"), said="2026-02-05")
    vectors = near(BREACHED, AGAIN, apart=(safe,))
    seats = by_claim(placer.place([BREACHED, AGAIN, safe], [], vectors, {}))
    placed = placer.place([], [BREACHED, AGAIN, safe], vectors, seats, [conflict(AGAIN, safe)])
    assert placed.seats == ()
    assert placed.merges == ((seats[safe.id].thread, seats[BREACHED.id].thread, True),)


def test_a_weak_conflict_merges_no_threads_that_others_fill(placer: Placer) -> None:
    """It joins two claims that are alone; a thread of several it leaves as it is."""
    safe = claim("Engineers call the barrage sound.", of=document("safe"), said="2026-02-05")
    weak = replace(conflict(AGAIN, safe), score=SURE - 0.01)
    vectors = near(BREACHED, AGAIN, apart=(safe,))
    seats = by_claim(placer.place([BREACHED, AGAIN, safe], [], vectors, {}, [weak]))
    assert seats[AGAIN.id].thread == seats[BREACHED.id].thread != seats[safe.id].thread
    sure = replace(weak, score=SURE)
    seats = by_claim(placer.place([BREACHED, AGAIN, safe], [], vectors, {}, [sure]))
    assert len({seat.thread for seat in seats.values()}) == 1
    alone = by_claim(placer.place([AGAIN, safe], [], near(AGAIN, apart=(safe,)), {}, [weak]))
    assert alone[AGAIN.id].thread == alone[safe.id].thread
    assert not alone[AGAIN.id].denies
    assert alone[safe.id].denies


def test_a_question_is_in_no_thread(placer: Placer) -> None:
    """What asserts nothing is on no side."""
    asked = claim("The dam was breached.", of=document("q"), stance=Stance.QUESTIONED)
    assert placer.place([asked], [], near(asked), {}).seats == ()


def test_the_order_of_the_claims_changes_nothing(placer: Placer) -> None:
    """The same articles make the same threads with the same ids."""
    spoken = claim("The Orvale dam was breached.", of=document("p"), holder=person("Ada Brunn"))
    everything = [BREACHED, HOLDS, AGAIN, spoken]
    forth = placer.place(everything, [], near(*everything), {})
    assert placer.place(everything[::-1], [], near(*everything), {}) == forth
