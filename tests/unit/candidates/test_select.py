"""Candidates: from vectors and from shared rare words; ranked, then cut."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from claimtrack.candidates.select import Limits, Selector
from claimtrack.model import Claim, Document
from tests.builders import claim, document

HERE = document("About the dam.", outlet="Ledger")
THERE = document("Also about the dam.", outlet="Courier")
DOCUMENTS: dict[str, Document] = {HERE.id: HERE, THERE.id: THERE}
ORVALE = (("Orvale", "GPE"),)


class ExactIndex:
    """The VectorIndex port over a plain matrix product."""

    def __init__(self, dimension: int) -> None:
        self.ids: list[str] = []
        self.rows = np.zeros((0, dimension), np.float32)

    def add(self, ids: Sequence[str], vectors: np.ndarray) -> None:
        """Keep the vectors."""
        self.ids.extend(ids)
        self.rows = np.concatenate([self.rows, vectors])

    def search(self, vectors: np.ndarray, k: int) -> list[list[tuple[str, float]]]:
        """Sort all."""
        return [
            sorted(
                ((key, float(value)) for key, value in zip(self.ids, self.rows @ row, strict=True)),
                key=lambda hit: (-hit[1], hit[0]),
            )[:k]
            for row in vectors
        ]


def unit(*values: float) -> np.ndarray:
    """A unit vector in the direction of ``values``."""
    vector = np.array(values, np.float32)
    return vector / np.linalg.norm(vector)


def test_a_pair_far_apart_in_vectors_is_found_by_its_words() -> None:
    """Entity blocking finds what the nearest neighbours miss."""
    a = claim("The Orvale dam broke on Monday.", of=HERE, names=ORVALE)
    b = claim("No breach of the dam occurred in Orvale.", of=THERE, names=ORVALE)
    vectors = {a.id: unit(1, 0), b.id: unit(0.6, 0.8)}
    found = Selector(ExactIndex, Limits(looked_at=0, neighbours=1)).pairs(
        [a, b], [], vectors, DOCUMENTS
    )
    assert [(pair.a.id, pair.b.id) for pair in found] == [tuple(sorted((a.id, b.id)))]


def test_lists_are_ranked_before_they_are_cut() -> None:
    """With one place a claim, the pair that is likeliest one event stays."""
    a = claim("The Orvale dam broke.", of=HERE, names=ORVALE)
    near = claim("The Orvale dam did not break.", of=THERE, names=ORVALE)
    far = claim("The dam in Orvale is old.", of=THERE, names=ORVALE, start=60, sentence=1)
    vectors = {a.id: unit(1, 0), near.id: unit(0.9, 0.1), far.id: unit(0.5, 0.8)}
    selector = Selector(ExactIndex, Limits(pairs_per_claim=1))
    found = selector.pairs([a], [near, far], vectors, DOCUMENTS)
    assert [{pair.a.id, pair.b.id} for pair in found] == [{a.id, near.id}]


def test_copies_of_one_statement_share_one_place() -> None:
    """Two prints of one report leave room for the next thing that was said."""
    a = claim("The Orvale dam did not break.", of=HERE, names=ORVALE)
    near = claim("The Orvale dam broke.", of=THERE, names=ORVALE)
    copy = claim("The Orvale dam broke.", of=THERE, names=ORVALE, start=80, sentence=1)
    far = claim("The Orvale dam was holding in May.", of=THERE, names=ORVALE, start=160, sentence=2)
    claims = [a, near, copy, far]
    vectors = {c.id: unit(1, n / 10) for n, c in enumerate(claims)}

    def met(places: int) -> set[str]:
        selector = Selector(ExactIndex, Limits(pairs_per_claim=places))
        pairs = selector.pairs([a], [near, copy, far], vectors, DOCUMENTS)
        return {side for pair in pairs for side in (pair.a.id, pair.b.id)} - {a.id}

    assert met(1) == {near.id, copy.id}
    assert met(2) == {near.id, copy.id, far.id}


def test_known_claims_are_not_compared_with_each_other() -> None:
    """Only pairs with a new claim are returned."""
    a = claim("The Orvale dam broke.", of=HERE, names=ORVALE)
    b = claim("The Orvale dam did not break.", of=THERE, names=ORVALE)
    vectors = {a.id: unit(1, 0), b.id: unit(0.9, 0.1)}
    assert Selector(ExactIndex).pairs([], [a, b], vectors, DOCUMENTS) == []


def test_explain_names_the_step_that_dropped_a_pair() -> None:
    """A pair below the gate's floor is told apart from one that reached the judge."""
    a = claim("The Orvale dam broke.", of=HERE, names=ORVALE)
    b = claim("The Orvale dam did not break.", of=THERE, names=ORVALE)
    c = claim("Shares in Lumen rose.", of=THERE, names=(("Lumen", "ORG"),), start=70, sentence=1)
    vectors = {a.id: unit(1, 0), b.id: unit(0.9, 0.1), c.id: unit(0, 1)}
    claims: list[Claim] = [a, b, c]
    selector = Selector(ExactIndex, Limits(same_event=0.04))
    assert selector.explain(a, b, claims, vectors, DOCUMENTS)[0].signal == "judged"
    dropped = selector.explain(a, c, claims, vectors, DOCUMENTS)
    assert dropped[0].signal == "dropped"
    assert "gate" in dropped[0].detail


def test_the_order_of_the_claims_changes_nothing() -> None:
    """Pairs come in canonical order whatever order the claims came in."""
    a = claim("The Orvale dam broke.", of=HERE, names=ORVALE)
    b = claim("The Orvale dam did not break.", of=THERE, names=ORVALE)
    c = claim("Nobody saw the Orvale dam break.", of=THERE, names=ORVALE, start=60, sentence=1)
    vectors = {a.id: unit(1, 0), b.id: unit(0.9, 0.1), c.id: unit(0.8, 0.3)}
    selector = Selector(ExactIndex)
    first = selector.pairs([a, b, c], [], vectors, DOCUMENTS)
    assert first == selector.pairs([c, b, a], [], vectors, DOCUMENTS)
    assert all(pair.a.id < pair.b.id for pair in first)


def test_explain_names_a_pair_that_was_never_a_candidate() -> None:
    """Claims that share nothing and lie behind nearer ones are not met at all."""
    a = claim("It never started.", of=HERE)
    b = claim("A backup took over.", of=THERE)
    near = claim("It was late.", of=THERE, start=60, sentence=1)
    vectors = {a.id: unit(1, 0.3), b.id: unit(0.3, 1), near.id: unit(1, 0.5)}
    selector = Selector(ExactIndex, Limits(looked_at=0, neighbours=1, same_event=0.0))
    told = selector.explain(a, b, [a, b, near], vectors, DOCUMENTS)
    assert "among the candidates" in told[0].detail


def test_every_pair_of_a_few_hundred_claims_is_looked_at() -> None:
    """Two sides without a word in common, far apart in their vectors, meet in a small run."""
    a = claim("It never started.", of=HERE)
    b = claim("A backup took over.", of=THERE)
    nearer = [claim(f"It was late {n} times.", of=THERE, start=60 + n) for n in range(80)]
    vectors = {one.id: unit(1, 0.5) for one in nearer} | {a.id: unit(1, 0.3), b.id: unit(0.3, 1)}
    claims = [a, b, *nearer]

    def met(limits: Limits) -> bool:
        found = Selector(ExactIndex, limits).pairs(claims, [], vectors, DOCUMENTS)
        return (min(a.id, b.id), max(a.id, b.id)) in {(p.a.id, p.b.id) for p in found}

    assert met(Limits(same_event=0.0))
    assert not met(Limits(looked_at=0, neighbours=20, same_event=0.0))
