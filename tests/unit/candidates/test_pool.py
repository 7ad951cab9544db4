"""The pool: the pairs of a run that stand highest, whichever claims they are of."""

from __future__ import annotations

import random

from claimtrack.candidates.pool import Pool
from claimtrack.model import Pair
from tests.builders import claim, document

CLAIMS = [claim(f"The dam broke {n} times.", of=document(f"Report {n}.")) for n in range(30)]
PAIRS = [
    Pair(*sorted((a, b), key=lambda side: side.id), 0.5, 0.5, ())
    for n, a in enumerate(CLAIMS)
    for b in CLAIMS[:n]
]


def filled(places: int, offers: list[tuple[Pair, float, int]]) -> Pool:
    """A pool to which pairs were offered in this order."""
    pool = Pool(places)
    for offer in offers:
        pool.offer(*offer)
    return pool


def test_what_stands_highest_stays_whatever_came_first() -> None:
    """A pool that throws away as it goes keeps what one sort of everything would have kept."""
    rng = random.Random(1)
    offers = [(pair, rng.randint(-9, 9) / 3, rng.randint(1, 2)) for pair in PAIRS]
    expected, taken = set(), 0
    for pair, _, places in sorted(offers, key=lambda o: (-o[1], o[0].a.id, o[0].b.id)):
        taken += places
        if taken > 40:
            break
        expected.add((pair.a.id, pair.b.id))
    for _ in range(5):
        rng.shuffle(offers)
        pairs = filled(40, offers).pairs()
        assert {(pair.a.id, pair.b.id) for pair in pairs} == expected
        assert pairs == sorted(pairs, key=lambda pair: (pair.a.id, pair.b.id))


def test_a_pool_tells_from_where_its_places_were_taken() -> None:
    """The bar is where the best of the lost pairs stands; with room for all there is none."""
    offers = [(pair, float(n), 1) for n, pair in enumerate(PAIRS)]
    assert filled(len(PAIRS), offers).full_from is None
    assert filled(10, offers).full_from == len(PAIRS) - 11
    assert filled(10, offers[::-1]).full_from == len(PAIRS) - 11


def test_no_places_keep_nothing() -> None:
    """A run without a new claim has no pair to judge."""
    assert filled(0, [(PAIRS[0], 1.0, 1)]).pairs() == []
