"""The pool: the pairs of a run that stand highest, whichever claims they are of."""

from __future__ import annotations

import random

from claimtrack.candidates.pool import Pool
from claimtrack.model import Pair
from tests.builders import claim, document

WORDS = [
    a + b for a in ("ab", "ec", "id", "of", "ug") for b in ("ran", "sen", "tin", "von", "wu", "xa")
]
CLAIMS = [claim(f"The {word} broke.", of=document(f"Report {word}.")) for word in WORDS]
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
    copies = [claim(one.statement, of=document(f"Print of {one.statement}")) for one in CLAIMS[:9]]
    pairs = PAIRS + [
        Pair(*sorted((a, b), key=lambda side: side.id), 0.5, 0.5, ())
        for a in copies
        for b in CLAIMS[10:]
    ]
    for places in (1, 7, 40, 160):
        offers = [(pair, rng.randint(-9, 9) / 3, rng.randint(1, 2)) for pair in pairs]
        ways = set()
        for _ in range(5):
            rng.shuffle(offers)
            whole = filled(places, offers)
            ways.add((tuple((p.a.id, p.b.id) for p in whole.pairs()), whole.full_from))
        ((kept, end),) = ways
        assert end is not None
        assert kept == tuple(sorted(kept))
        higher = {(p.a.id, p.b.id) for p, standing, _ in offers if standing > end}
        assert higher <= set(kept)
        assert all(standing >= end for p, standing, _ in offers if (p.a.id, p.b.id) in kept)


def test_a_pool_tells_from_where_its_places_were_taken() -> None:
    """The bar is where the best of the lost pairs stands; with room for all there is none."""
    offers = [(pair, float(n), 1) for n, pair in enumerate(PAIRS)]
    assert filled(len(PAIRS), offers).full_from is None
    assert filled(10, offers).full_from == len(PAIRS) - 11
    assert filled(10, offers[::-1]).full_from == len(PAIRS) - 11


def test_copies_of_one_statement_share_a_place() -> None:
    """Prints of one report leave room for what else was said, but not without end."""
    broke, held = CLAIMS[0], CLAIMS[1]
    prints = [claim("The dam is safe.", of=document(f"Print {n}.")) for n in range(5)]
    wire = [
        (Pair(*sorted((broke, one), key=lambda side: side.id), 0.5, 0.5, ()), 2.0, 1)
        for one in prints
    ]
    aside = (Pair(*sorted((broke, held), key=lambda side: side.id), 0.5, 0.5, ()), 1.0, 1)
    assert aside[0] in filled(3, [*wire, aside]).pairs()
    assert len(filled(3, [*wire, aside]).pairs()) == 6
    assert len(filled(2, [*wire, aside]).pairs()) == 4


def test_no_places_keep_nothing() -> None:
    """A run without a new claim has no pair to judge."""
    assert filled(0, [(PAIRS[0], 1.0, 1)]).pairs() == []
