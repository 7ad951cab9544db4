"""What NLI says of the other pairs of two claims moves their score."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.judge.cohort import NO_SUPPORT, USUAL, Cohort
from claimtrack.model import Claim, NliScores, Pair
from tests.builders import claim, document, person

HERE = document("One. Two. Three. Four. Five. Six.", outlet="A")
CLAIMS = [
    claim(f"Statement {n}.", of=HERE, holder=person("Ada Brandt"), sentence=n, start=5 * n)
    for n in range(6)
]


def pair(a: Claim, b: Claim, similarity: float = 0.4) -> Pair:
    """A pair in canonical order."""
    first, second = sorted((a, b), key=lambda one: one.id)
    return Pair(first, second, similarity, 0.9)


def scores(contradiction: float, entailment: float = 0.0) -> NliScores:
    """What NLI said, the rest neutral."""
    return NliScores(entailment, 1.0 - contradiction - entailment, contradiction)


def weights(cohort: Cohort, of: Pair) -> dict[str, float]:
    """The evidence by signal."""
    return {evidence.signal: evidence.weight for evidence in cohort.added(of)}


def test_a_claim_that_seems_to_contradict_much_counts_for_less() -> None:
    """The same pair weighs more beside quiet pairs than beside loud ones, and least alone less."""
    pairs = [pair(CLAIMS[0], other) for other in CLAIMS[1:]]
    quiet, loud = (
        weights(Cohort(pairs, [scores(0.9), *[scores(rest)] * 4]), pairs[0])["background"]
        for rest in (0.001, 0.9)
    )
    assert quiet > 0 > loud


def test_a_pair_without_company_is_left_as_it_is() -> None:
    """Nothing is known of its claims, so that nothing is added, however sure NLI is of it."""
    one = pair(CLAIMS[0], CLAIMS[1])
    cohort = Cohort([one], [scores(0.99)])
    assert weights(cohort, one) == {"background": 0.0}
    [told] = cohort.added(one)
    assert told.detail == "NLI read no other pair of the two"


def test_who_says_the_same_and_clashes_too_supports_a_pair() -> None:
    """Likeness is entailment and similarity together; one alone is not enough."""
    one, like, other = (
        pair(CLAIMS[0], CLAIMS[1]),
        pair(CLAIMS[0], CLAIMS[2], 0.8),
        pair(CLAIMS[1], CLAIMS[2]),
    )
    said = [scores(0.5), scores(0.0, 0.9), scores(0.95)]
    assert weights(Cohort([one, like, other], said), one)["support"] > 0
    unlike = [scores(0.5), scores(0.0, 0.1), scores(0.95)]
    assert "support" not in weights(Cohort([one, like, other], unlike), one)


def test_support_tells_who_says_it_again_and_where() -> None:
    """The same voice in the same article is not "others": what is counted is said."""
    there = document("Two.", outlet="B")
    again = [
        (CLAIMS[2], "Ada Brandt says much the same again in the same article"),
        (
            claim("Elsewhere.", of=there, holder=person("Ada Brandt")),
            "Ada Brandt says much the same again elsewhere",
        ),
        (
            claim("Other.", of=there, holder=person("Ivo Lehn")),
            "Ivo Lehn says much the same as Ada Brandt elsewhere",
        ),
    ]
    for like, wanted in again:
        pairs = [pair(CLAIMS[0], CLAIMS[1]), pair(CLAIMS[0], like, 0.8), pair(CLAIMS[1], like)]
        cohort = Cohort(pairs, [scores(0.5), scores(0.0, 0.9), scores(0.95)])
        told = {evidence.signal: evidence.detail for evidence in cohort.added(pairs[0])}
        assert wanted in told["support"]
        assert "contradiction 0.95 with the other side" in told["support"]


def test_what_was_read_earlier_counts_and_gives_way_to_what_is_read_now() -> None:
    """Stored pairs of a claim are its company too; a pair read twice counts once."""
    one = pair(CLAIMS[0], CLAIMS[1])
    earlier = [(one.a.id, f"elsewhere {n}", scores(0.9)) for n in range(4)]
    alone = Cohort([one], [scores(0.9)]).background(one)
    assert Cohort([one], [scores(0.9)], earlier).background(one) > alone
    same = [(one.a.id, one.b.id, scores(0.1))]
    assert Cohort([one], [scores(0.9)], same).background(one) == alone


def test_a_dispute_that_many_repeat_is_no_background_of_its_own() -> None:
    """Five outlets print one denial: the affirmation contradicts one claim, not five."""
    pairs = [pair(CLAIMS[0], other) for other in CLAIMS[1:]]
    said = [scores(0.9)] * 5
    affirmed, denied = np.array([1.0, 0.0]), np.array([0.0, 1.0])
    vectors = {one.id: denied for one in CLAIMS[1:]} | {CLAIMS[0].id: affirmed}
    repeated = Cohort(pairs, said, vectors=vectors).background(pairs[0])
    assert repeated < Cohort(pairs, said).background(pairs[0])
    assert np.isclose(repeated, USUAL)


@given(st.lists(st.floats(0, 1), min_size=15, max_size=15))
def test_background_and_support_stay_in_bounds_in_any_order(values: list[float]) -> None:
    """Neither depends on the order of the pairs; both stay within the clipped log-odds."""
    pairs = [pair(a, b) for n, a in enumerate(CLAIMS) for b in CLAIMS[n + 1 :]]
    said = [scores(value) for value in values]
    there, back = Cohort(pairs, said), Cohort(pairs[::-1], said[::-1])
    for one in pairs:
        assert abs(there.background(one) - back.background(one)) < 1e-9
        assert there.support(one) == back.support(one) >= NO_SUPPORT
        assert -5.3 <= there.background(one) <= 5.3


def test_the_usual_background_adds_nothing() -> None:
    """A cohort at the usual log-odds moves no score."""
    import math

    usual = 1 / (1 + math.exp(-USUAL))
    pairs = [pair(CLAIMS[0], other) for other in CLAIMS[1:]]
    found = weights(Cohort(pairs, [scores(usual)] * 5), pairs[0])["background"]
    assert abs(found) < 1e-3
