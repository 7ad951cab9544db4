"""Of the pairs that pass the gate, NLI reads those that stand high and could be flagged."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import pytest

from claimtrack.candidates.index import FaissIndex
from claimtrack.candidates.rank import READ_FROM, standing
from claimtrack.candidates.select import Selector
from claimtrack.judge.context import THRESHOLD
from claimtrack.model import Assessment, Claim, Document, Evidence, NliScores, Statement
from claimtrack.pipeline import Findings, Known, Pipeline
from claimtrack.report.steps import render
from claimtrack.runs import Silence
from claimtrack.worth import READ_PER_CLAIM, SUPPOSED
from tests.integration.review.test_kept_up import Judge, Reader, article


class Doubtful(Judge):
    """Has reasons against every pair that names Tarn, and notes what NLI was asked."""

    def __init__(self) -> None:
        self.read: list[tuple[Statement, Statement]] = []

    def suppose(
        self, pairs: Sequence[tuple[Statement, Statement]], answer: NliScores
    ) -> list[Assessment]:
        assert answer is SUPPOSED
        against = (Evidence("place", "elsewhere", -9.2102), Evidence("nli.contradiction", "", 0.0))
        doubts = [any("Tarn" in side.text for side in pair) for pair in pairs]
        return [
            replace(one, score=0.0001, evidence=against) if doubt else one
            for one, doubt in zip(super().suppose(pairs, answer), doubts, strict=True)
        ]

    def forward(self, pairs: Sequence[tuple[Statement, Statement]]) -> list[NliScores]:
        self.read += pairs
        return super().forward(pairs)


def compared(
    documents: Sequence[Document], judge: Judge, threshold: float
) -> tuple[Findings, Pipeline, list[Claim]]:
    reader = Reader()
    pipeline = Pipeline(reader, reader, Selector(FaissIndex), judge, threshold)
    claims, _ = pipeline.extract(documents, Silence())
    vectors = pipeline.embed(claims, Silence())
    by_id = {document.id: document for document in documents}
    return pipeline.compare(claims, vectors, by_id, Known(), Silence()), pipeline, claims


BREACHED = [
    article("The Orvale dam was breached on Sunday.", 1),
    article("The Orvale dam was not breached on Sunday.", 2, "Tor Malk"),
    article("The Orvale dam near Tarn was breached on Sunday.", 3, "Ivo Lehn"),
]


def test_a_pair_that_no_answer_could_lift_is_not_read_and_says_so() -> None:
    """Comparators and articles are asked before NLI; what speaks against a pair is told."""
    judge = Doubtful()
    findings, pipeline, claims = compared(BREACHED, judge, THRESHOLD)
    tarn = claims[2].id
    assert findings.unread
    assert all(tarn in key for key in findings.unread)
    assert not any("Tarn" in side.text for pair in judge.read for side in pair)
    assert len(judge.read) == len(findings.judged)
    assert len(findings.conflicts) == 1
    one = next(iter(findings.unread.values()))
    assert one.supposed is not None
    told = pipeline.explain(one.pair.a, one.pair.b, findings, claims, {}, {})
    assert told[0].signal == "dropped"
    assert "even were it to give a contradiction 0.95 both ways" in told[0].detail
    assert f"{one.supposed.score:.4f}, under the threshold {THRESHOLD:.4f}" in told[0].detail
    assert "place" in [reason.signal for reason in told]
    assert "rarity" in [reason.signal for reason in told]
    logit = sum(reason.weight for reason in told)
    assert 1 / (1 + math.exp(-logit)) == pytest.approx(one.supposed.score, abs=1e-3)
    assert "for and against a conflict" in render(told)


@pytest.mark.parametrize(("threshold", "fewer"), [(THRESHOLD, True), (0.9, True), (0.0, False)])
def test_a_lower_threshold_reads_more_and_a_higher_one_no_less(
    threshold: float, fewer: bool
) -> None:
    """Who wants more flags gets what they need read; who wants fewer changes no pair's company."""
    findings, _, _ = compared(BREACHED, Doubtful(), threshold)
    usual, _, _ = compared(BREACHED, Doubtful(), THRESHOLD)
    assert findings.judged.keys() >= usual.judged.keys()
    assert (findings.judged.keys() == usual.judged.keys()) == fewer


def test_where_all_pairs_could_be_flagged_nli_reads_a_share_a_claim_and_the_rest_say_so() -> None:
    """What NLI reads grows with the claims of a run and not with its pairs, best chances first."""
    lost = (
        "gates pumps doors walls pipes lamps boats crates cables pylons valves tiles planks".split()
    )
    said = [article(f"The dam at Orvale lost {one} on Sunday.", n) for n, one in enumerate(lost, 1)]
    judge = Doubtful()
    findings, pipeline, claims = compared(said, judge, 0.0)
    assert len(findings.judged) == int(READ_PER_CLAIM * len(claims))
    crowded = [one for one in findings.unread.values() if one.crowded]
    assert crowded
    one = crowded[0]
    assert one.supposed is not None
    assert one.supposed.score <= one.floor
    told = pipeline.explain(one.pair.a, one.pair.b, findings, claims, {}, {})
    assert f"the {READ_PER_CLAIM:g} pairs a claim that it reads" in told[0].detail
    assert "for and against a conflict" in render(told)


def test_a_pair_that_stands_low_is_not_read_and_says_so() -> None:
    """What has little in common and nothing to contest is left to the reasons of its rank."""
    late = article("Ferries ran late on the coast, so shops had few customers in spring.", 3)
    findings, pipeline, claims = compared([*BREACHED[:2], late], Judge(), 0.5)
    assert findings.conflicts
    assert not findings.judged.keys() & findings.unread.keys()
    assert findings.unread
    for unread in findings.unread.values():
        pair = unread.pair
        assert unread.supposed is None
        assert standing(pair.a, pair.b, pair.reasons) < READ_FROM
        told = pipeline.explain(pair.a, pair.b, findings, claims, {}, {})
        assert told[0].signal == "dropped"
        assert "before NLI" in told[0].detail
        assert "for and against reading the pair" in render(told)
        signals = [reason.signal for reason in told[1:]]
        assert signals == [*(one.signal for one in pair.reasons), "contested"]
        place = standing(pair.a, pair.b, pair.reasons)
        assert sum(reason.weight for reason in told) == pytest.approx(place, abs=1e-3)
