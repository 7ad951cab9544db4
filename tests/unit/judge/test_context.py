"""The pair's context moves the judge's score."""

from __future__ import annotations

from claimtrack.judge.context import in_context
from claimtrack.model import Assessment, ConflictType, NliScores, Pair, Verdict
from tests.builders import claim, document, person

NLI = NliScores(0.02, 0.08, 0.9)
FOUND = Assessment(0.9, Verdict.CONTRADICTION, ConflictType.NEGATION, (), "Clash.", NLI, NLI)
HERE, THERE = document("One.", outlet="A"), document("Two.", outlet="B")
A = claim("The dam broke.", of=HERE, holder=person("Ada Brandt"))


def pair(same_event: float, *, same_voice: bool = False) -> Pair:
    """A pair as the gate measured it."""
    b = claim(
        "The dam held.",
        of=HERE if same_voice else THERE,
        holder=person("Ada Brandt") if same_voice else person("Ivo Lehn"),
        sentence=1,
        start=40,
    )
    return Pair(A, b, 0.8, same_event)


def test_doubt_about_the_event_lowers_the_score() -> None:
    """The less likely one event, the lower the score."""
    sure, doubtful = (in_context(FOUND, pair(p), 0.5).score for p in (0.95, 0.4))
    assert sure > doubtful


def test_one_voice_in_one_article_needs_more() -> None:
    """The same evidence weighs less where one voice says both in one article."""
    two = in_context(FOUND, pair(0.9), 0.5)
    one = in_context(FOUND, pair(0.9, same_voice=True), 0.5)
    assert one.score < two.score
    assert one.evidence[-1].signal == "one voice"


def test_verdict_and_type_follow_the_threshold() -> None:
    """A type is given exactly where the verdict is a contradiction."""
    under = in_context(FOUND, pair(0.9), 0.999)
    over = in_context(FOUND, pair(0.9), 0.5)
    assert (under.verdict, under.type) == (Verdict.NEUTRAL, None)
    assert (over.verdict, over.type) == (Verdict.CONTRADICTION, ConflictType.NEGATION)
