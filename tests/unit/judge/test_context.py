"""The pair's context moves the judge's score."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from claimtrack.judge.context import CLASH, LIMIT, added, in_context, needed, told_by
from claimtrack.judge.odds import log_odds
from claimtrack.model import (
    Assessment,
    ConflictType,
    DayInterval,
    Evidence,
    NliScores,
    Pair,
    Verdict,
)
from tests.builders import OUTLET, claim, document, person

NLI = NliScores(0.02, 0.08, 0.9)
KIND = ConflictType.NEGATION
FOUND = Assessment(0.97, Verdict.CONTRADICTION, KIND, (), "Clash.", NLI, NLI, KIND)
HERE, THERE = document("One.", outlet="A"), document("Two.", outlet="B")
A = claim("The dam broke.", of=HERE, holder=person("Ada Brandt"))


def pair(close: float, *, same_voice: bool = False) -> Pair:
    """A pair as the gate measured it; ``close`` is how far its cosine stands out."""
    b = claim(
        "The dam held.",
        of=HERE if same_voice else THERE,
        holder=person("Ada Brandt") if same_voice else person("Ivo Lehn"),
        sentence=1,
        start=40,
    )
    return Pair(A, b, 0.8, 0.9, (Evidence("stands out", "nearer than others", close),))


def test_the_less_they_have_in_common_the_lower_the_score() -> None:
    """How closely two claims speak of one thing counts."""
    near, far = (in_context(FOUND, added(pair(close)), 0.5).score for close in (0.4, 0.0))
    assert near > far


def test_one_voice_in_one_article_needs_more() -> None:
    """The same evidence weighs less where one voice says both in one article."""
    two = in_context(FOUND, added(pair(0.4)), 0.5)
    one = in_context(FOUND, added(pair(0.4, same_voice=True)), 0.5)
    assert one.score < two.score
    assert "one voice" in {evidence.signal for evidence in one.evidence}


def test_what_an_outlet_says_itself_needs_more() -> None:
    """What outlets say in their own words is seldom disputed."""
    said = pair(0.2)
    own = replace(said, b=replace(said.b, holder=OUTLET))
    both = replace(own, a=replace(own.a, holder=OUTLET))
    scores = [in_context(FOUND, added(one), 0.5).score for one in (said, own, both)]
    assert scores == sorted(set(scores), reverse=True)
    assert len(scores) == 3


def test_what_nli_was_not_asked_about_is_never_flagged() -> None:
    """Its surest answer stands in for NLI's, and rounding may lift that to the threshold."""
    bound = replace(FOUND, asked=False)
    assert in_context(bound, added(pair(0.4)), 0.5).verdict is not Verdict.CONTRADICTION


def test_verdict_and_type_follow_the_threshold() -> None:
    """A type is given exactly where the verdict is a contradiction."""
    under = in_context(FOUND, added(pair(0.4)), 0.999)
    over = in_context(FOUND, added(pair(0.4)), 0.5)
    assert (under.verdict, under.type) == (Verdict.NEUTRAL, None)
    assert (over.verdict, over.type) == (Verdict.CONTRADICTION, ConflictType.NEGATION)


def test_what_says_little_needs_more() -> None:
    """A short statement fits any story, so that the same evidence weighs less beside it."""
    said = pair(0.2)
    more = "The dam above the town of Orvale held through the storm of Monday night."
    longer = replace(
        said,
        a=replace(A, statement=f"{A.statement[:-1]} above the town of Orvale on Monday night."),
        b=replace(said.b, statement=more),
    )
    short, long = (in_context(FOUND, added(one), 0.5).score for one in (said, longer))
    assert short < long


def test_reports_of_two_events_need_more() -> None:
    """Where the gate saw two groups of articles, the score falls and the reason is told."""
    said = pair(0.4)
    reasons = (*said.reasons, Evidence("two stories", "two groups", -2.9))
    one, two = (
        in_context(FOUND, added(replace(said, reasons=found)), 0.5)
        for found in (said.reasons, reasons)
    )
    assert two.score < one.score
    assert "two stories" in {evidence.signal for evidence in two.evidence}


def test_both_directions_of_nli_count() -> None:
    """A contradiction that NLI finds in one direction only weighs less than one in both."""
    neutral = NliScores(0.1, 0.8, 0.1)
    both, one = (
        in_context(found, added(pair(0.2)), 0.5).score
        for found in (FOUND, replace(FOUND, backward=neutral))
    )
    assert one < both


@pytest.mark.parametrize("close", [0.0, 2.0, 4.0])
@pytest.mark.parametrize("score", [0.3, 0.8, 0.99])
@pytest.mark.parametrize("other", [0.1, 0.6, 1.0])
@pytest.mark.parametrize(("strength", "sure"), [(0.0, False), (0.9, False), (0.9, True)])
def test_what_is_needed_is_what_could_be_flagged(
    close: float, score: float, other: float, strength: float, sure: bool
) -> None:
    """No pair is flagged whose log-odds are under what it needed; with NLI's surest answer all."""
    back = NliScores(0.0, 1.0 - other, other)
    found = Assessment(score, Verdict.NEUTRAL, None, (), "", NLI, back, KIND, strength)
    found = replace(found, sure=sure)
    clash = sum(part.weight for part in told_by(found))
    context = added(pair(close))
    flagged = in_context(found, context, 0.5).verdict is Verdict.CONTRADICTION
    enough = log_odds(score, LIMIT) >= needed(context, 0.5, NLI, clash)
    assert enough or not flagged
    assert flagged or not enough or other < 1.0


def test_a_comparator_that_speaks_counts_by_itself() -> None:
    """What it found is told as evidence, in its own words, with what it adds to the log-odds."""
    told = replace(FOUND, strength=0.8, explanation="One says 41, the other 12 aircraft.")
    silent, clear = (in_context(one, added(pair(0.2)), 0.5) for one in (FOUND, told))
    assert silent.score < clear.score
    assert "clash" not in {part.signal for part in silent.evidence}
    [clash] = [part for part in clear.evidence if part.signal == "clash"]
    assert clash.detail == "One says 41, the other 12 aircraft."
    assert clash.weight == pytest.approx(CLASH * 0.8)


def test_a_sure_comparator_outweighs_nli_and_not_another_time() -> None:
    """Two ages of one person are a conflict in sentences that tell of two other things."""
    neutral = NliScores(0.01, 0.96, 0.03)
    said = Assessment(0.2, Verdict.NEUTRAL, None, (), "61, 58.", neutral, neutral, KIND, 0.9)
    near = pair(0.0)
    when = (DayInterval(date(year, 1, 1), date(year, 1, 1), text="") for year in (2019, 2025))
    first, second = when
    far = replace(near, a=replace(near.a, event_time=first), b=replace(near.b, event_time=second))
    sure = replace(said, sure=True)
    told = in_context(sure, added(near), 0.58)
    assert in_context(said, added(near), 0.58).verdict is Verdict.NEUTRAL
    assert told.verdict is Verdict.CONTRADICTION
    assert "sure" in {part.signal for part in told.evidence}
    assert in_context(sure, added(far), 0.58).verdict is Verdict.NEUTRAL


def test_two_times_far_apart_weigh_and_one_alone_does_not() -> None:
    """Only what both sides say of when tells two events apart: a denial has no day of its own."""
    august, march = (
        DayInterval(date(2025, month, 1), date(2025, month, 28), text="") for month in (8, 3)
    )
    said = pair(0.4)
    one = replace(said, b=replace(said.b, event_time=august))
    both = replace(one, a=replace(one.a, event_time=march))
    signals = [{part.signal for part in added(each)} for each in (said, one, both)]
    assert [("time" in found) for found in signals] == [False, False, True]


def test_two_days_for_the_last_of_its_kind_are_no_two_events() -> None:
    """Of the last inspection the day is what is disputed; of any inspection it tells two."""
    spring = DayInterval(date(2023, 4, 1), date(2023, 4, 30))
    before = DayInterval(date(2019, 1, 1), date(2019, 12, 31))
    said = pair(0.2)
    told = {}
    for last in ("last ", ""):
        a = replace(said.a, statement=f"Harn {last}inspected the dam in April.", event_time=spring)
        b = replace(
            said.b, statement=f"The {last}check of Harn dam was in 2019.", event_time=before
        )
        told[last] = {found.signal for found in added(replace(said, a=a, b=b))}
    assert "time" not in told["last "]
    assert "time" in told[""]
