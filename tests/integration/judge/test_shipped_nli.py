"""The NLI model that ships, as it ships."""

from __future__ import annotations

import random

import pytest

from claimtrack import models
from claimtrack.judge.nli.models import OnnxNli, load_nli

PAIRS = [
    ("The dam above Orlo burst on Friday.", "The dam above Orlo did not burst on Friday."),
    ("The minister has resigned.", "The minister has not resigned."),
    ("Twelve people were killed in the fire.", "Nobody was killed in the fire."),
    ("The mayor of Varn signed the contract.", "The contract was signed by the mayor of Varn."),
    ("The company closed its plant in Ostrel.", "The company closed a plant."),
    ("The court met on Monday.", "The harvest in the south was good this year."),
    ("Police arrested two men in Lind.", "The striker will miss the match on Sunday."),
]


@pytest.fixture(scope="module")
def nli() -> OnnxNli:
    """The shipped judge."""
    judge = load_nli()
    assert isinstance(judge, OnnxNli)
    return judge


def test_files_are_those_of_the_manifest() -> None:
    """Weights, config and tokenizer have the sizes and hashes that the manifest says."""
    assert models.verify(models.folder("nli")) == []


def test_no_file_is_larger_than_allowed() -> None:
    """Each file can be pushed: at most 90 MB."""
    assert all(file.stat().st_size <= 90_000_000 for file in models.folder("nli").iterdir())


def test_plain_cases_are_judged_rightly(nli: OnnxNli) -> None:
    """Plain denials contradict, plain paraphrases follow, other matters are neutral."""
    scores = nli.predict(PAIRS)
    best = [
        max(("entailment", "neutral", "contradiction"), key=lambda name: getattr(score, name))
        for score in scores
    ]
    assert best == ["contradiction"] * 3 + ["entailment"] * 2 + ["neutral"] * 2


def test_probabilities_sum_to_one(nli: OnnxNli) -> None:
    """The three scores of a pair are probabilities."""
    for score in nli.predict(PAIRS):
        assert score.entailment + score.neutral + score.contradiction == pytest.approx(1, abs=1e-5)


def test_score_does_not_depend_on_the_batch(nli: OnnxNli) -> None:
    """Alone, in a batch, shuffled, doubled and on other threads a pair scores the same."""
    together = nli.predict(PAIRS)
    order = list(range(len(PAIRS)))
    random.Random(1).shuffle(order)
    shuffled = dict(zip(order, nli.predict([PAIRS[i] for i in order]), strict=True))
    doubled = nli.predict(PAIRS + PAIRS)
    one_thread = OnnxNli(models.folder("nli"), threads=1).predict(PAIRS)
    for number, score in enumerate(together):
        others = [
            nli.predict([PAIRS[number]])[0],
            shuffled[number],
            doubled[number],
            doubled[number + len(PAIRS)],
            one_thread[number],
        ]
        for other in others:
            assert other.contradiction == pytest.approx(score.contradiction, abs=1e-4)
            assert other.entailment == pytest.approx(score.entailment, abs=1e-4)


def test_what_stands_beyond_the_window_is_read(nli: OnnxNli) -> None:
    """A denial after 400 words of other matter still contradicts."""
    filler = "The council spoke about the budget of the library and the school. " * 34
    statement = "The bridge at Hale was closed on Monday."
    denial = "The bridge at Hale was not closed on Monday."
    with_denial, without = nli.predict([(filler + denial, statement), (filler, statement)])
    assert with_denial.contradiction > 0.5
    assert with_denial.contradiction > without.contradiction + 0.2


def test_no_pairs_no_scores(nli: OnnxNli) -> None:
    """An empty list is answered by an empty list."""
    assert nli.predict([]) == []
