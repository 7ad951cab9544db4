"""How far two claims stand out from what lies near them."""

from __future__ import annotations

import pytest

from claimtrack.candidates.nearness import BESIDE, USUAL, Nearness
from tests.builders import claim, document

HERE = document("About the dam.", outlet="Ledger")
A = claim("The dam broke.", of=HERE)
B = claim("The dam held.", of=HERE, start=20)
TOWNS = ("Orvale", "Tarn", "Kell", "Brask", "Selm", "Halden", "Ostrel", "Varn", "Lisk", "Pellow")
OTHERS = [claim(f"Rain fell in {town}.", of=HERE, start=40 + n) for n, town in enumerate(TOWNS)]
CLAIMS = {one.id: one for one in (A, B, *OTHERS)}
NOTHING: list[tuple[str, float]] = []


def weight(beside_a: list[tuple[str, float]], cosine: float) -> float:
    near = Nearness(CLAIMS, {A.id: beside_a, B.id: NOTHING})
    return near.evidence(A.id, B.id, cosine).weight


def test_a_claim_that_is_near_to_everything_stands_out_from_less() -> None:
    """A hub's cosine of 0.6 says less than that of a claim that has nothing else near it."""
    hub = [(one.id, 0.7) for one in OTHERS]
    alone = [(one.id, 0.1) for one in OTHERS]
    assert weight(hub, 0.6) < weight(alone, 0.6)
    assert weight(alone, 0.6) == pytest.approx(0.6 - (0.1 + USUAL) / 2)


def test_what_is_missing_in_a_small_run_is_taken_as_usual() -> None:
    """Two claims alone stand as high as their cosine lies over the usual one."""
    assert weight([(B.id, USUAL)], 0.6) == pytest.approx(0.6 - USUAL)


def test_copies_of_one_statement_count_once() -> None:
    """A claim that six outlets print does not lie among its own copies only."""
    copies = [claim("The dam broke.", of=HERE, start=200 + n) for n in range(BESIDE)]
    claims = CLAIMS | {one.id: one for one in copies}
    row = [(one.id, 1.0) for one in copies]
    near = Nearness(claims, {A.id: [*row, (OTHERS[0].id, 0.2)], B.id: NOTHING})
    other = Nearness(claims, {A.id: [(OTHERS[0].id, 0.2)], B.id: NOTHING})
    assert near.evidence(A.id, B.id, 0.6) == other.evidence(A.id, B.id, 0.6)
