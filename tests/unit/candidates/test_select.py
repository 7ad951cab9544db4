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


def test_pairs_are_ranked_before_they_are_cut() -> None:
    """Of the stored claims a new one meets those first that could contest it."""
    a = claim("The Orvale dam broke.", of=HERE, names=ORVALE)
    near = claim("The Orvale dam did not break.", of=THERE, names=ORVALE)
    again = claim("No Orvale dam broke.", of=THERE, names=ORVALE, start=60, sentence=1)
    far = claim("The dam in Orvale is old.", of=THERE, names=ORVALE, start=90, sentence=2)
    vectors = {a.id: unit(1, 0), far.id: unit(0.5, 0.8)}
    vectors |= {near.id: unit(0.9, 0.1), again.id: unit(0.9, 0.2)}
    selector = Selector(ExactIndex, Limits(pairs_per_claim=1))
    found = selector.pairs([a], [near, again, far], vectors, DOCUMENTS)
    met = {frozenset((pair.a.id, pair.b.id)) for pair in found}
    assert met == {frozenset((a.id, near.id)), frozenset((a.id, again.id))}


def test_places_that_one_claim_leaves_go_to_another() -> None:
    """What is much disputed may have more pairs than a claim has on average."""
    broke = claim("The Orvale dam broke.", of=HERE, names=ORVALE)
    denials = [
        claim(f"The Orvale dam did not break, {who} said.", of=THERE, names=ORVALE, start=n)
        for n, who in enumerate(("Ada", "Ivo", "Tor"))
    ]
    aside = [
        claim(f"Shares in {name} rose.", of=HERE, names=((name, "ORG"),), start=300 + 40 * n)
        for n, name in enumerate(("Lumen", "Corvo", "Tarn"))
    ]
    claims = [broke, *denials, *aside]
    axes = [unit(1, 0, 0), *(unit(1, 0.2, 0) for _ in denials), *(unit(0, 0, 1) for _ in aside)]
    vectors = {one.id: axis for one, axis in zip(claims, axes, strict=True)}
    pairs = Selector(ExactIndex, Limits(pairs_per_claim=1)).pairs(claims, [], vectors, DOCUMENTS)
    met = [{pair.a.id, pair.b.id} for pair in pairs]
    assert all({broke.id, denial.id} in met for denial in denials)
    assert len(pairs) == len(claims)


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
    assert selector.explain(a, b, claims, [], vectors, DOCUMENTS)[0].signal == "judged"
    dropped = selector.explain(a, c, claims, [], vectors, DOCUMENTS)
    assert dropped[0].signal == "dropped"
    assert "gate" in dropped[0].detail


def test_explain_tells_where_a_pair_stands_that_was_cut() -> None:
    """Who asks why a pair was not kept sees its standing, that of the first one lost, and why."""
    a = claim("The Orvale dam broke.", of=HERE, names=ORVALE)
    others = [
        claim(words, of=THERE, names=ORVALE, start=70 * n, sentence=n)
        for n, words in enumerate(
            ("The Orvale dam did not break.", "No Orvale dam broke.", "The dam in Orvale is old.")
        )
    ]
    vectors = {a.id: unit(1, 0)} | {b.id: unit(1, n) for n, b in enumerate(others)}
    selector = Selector(ExactIndex, Limits(pairs_per_claim=1))
    steps = selector.explain(a, others[2], [a], others, vectors, DOCUMENTS)
    place = sum(step.weight for step in steps)
    assert f"at the cut: the pair stands at {place:.2f}" in steps[0].detail
    assert f"all places are taken from {place:.2f}" in steps[0].detail
    kept = selector.explain(a, others[0], [a], others, vectors, DOCUMENTS)
    assert kept[0].signal == "judged"


def test_explaining_a_run_does_not_choose_its_pairs_again() -> None:
    """Vectors are indexed once a run, however many of its pairs are explained."""
    made: list[int] = []

    def index(dimension: int) -> ExactIndex:
        made.append(dimension)
        return ExactIndex(dimension)

    a = claim("The Orvale dam broke.", of=HERE, names=ORVALE)
    b = claim("The Orvale dam did not break.", of=THERE, names=ORVALE)
    c = claim("Nobody saw the Orvale dam break.", of=THERE, names=ORVALE, start=60, sentence=1)
    vectors = {a.id: unit(1, 0), b.id: unit(0.9, 0.1), c.id: unit(0.8, 0.3)}
    selector = Selector(index)
    selector.pairs([a, b], [c], vectors, DOCUMENTS)
    for other in (b, c):
        assert selector.explain(a, other, [a, b], [c], vectors, DOCUMENTS)[0].signal == "judged"
    assert len(made) == 1
    moved = {**vectors, c.id: unit(0, 1)}
    selector.explain(a, c, [a, b], [c], moved, DOCUMENTS)
    assert len(made) == 2


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
    told = selector.explain(a, b, [a, b, near], [], vectors, DOCUMENTS)
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
