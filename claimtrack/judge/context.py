"""From two statements to two claims: what their articles add to the judge's score.

``compare`` is asked about pairs that someone chose, four in ten of which conflict; of the pairs
that an audit looks at, hardly one in fifty does. The same evidence therefore has to be stronger
there, and how closely the two speak of one thing counts.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from claimtrack.judge.odds import log_odds
from claimtrack.model import Assessment, Claim, Evidence, HolderKind, Pair, Verdict
from claimtrack.text.voice import one_voice

# Fitted by scripts/fit_context.py on fourteen corpora of our own (300 pairs that match a conflict
# line, 25,503 others), with the weights of claimtrack.judge.cohort. What was tried and told no
# more, each corpus left out in turn: denials, similarity, one voice in two articles, foreign names,
# anonymous holders, trees instead of weights.
RARE = -2.446
JUDGE = 0.727
WORDS = 0.757
"""What rare words in common count for, as a share of their weight at the gate."""
ONE_VOICE = -1.185
"""One voice in one article hardly ever contradicts itself."""
OWN_WORDS = -0.678
"""What an outlet says in its own voice is disputed less than what it quotes; for each side."""
ANOTHER_STORY = -1.0
"""Articles that name nobody in common tell of two stories; less where they share some names. By
hand, for pairs of one story cannot teach it: of two topics of ECB+ (41 reports) 5 flags join
look-alike events with it, most of them short statements that fit any story. With the weights of
before 18 did without it and 4 with twice as much, which costs our own corpora 9 of 108 lines."""
ANOTHER_TIME = -3.0
"""What happened at times far apart is two events; by hand, there are too few to fit."""
FAR_APART = 45
"""Days between two events from which they are taken for two: longer than a story stays news."""

THRESHOLD = 0.4
"""The score in context from which a pair is flagged. Of fourteen corpora, each left out of its fit,
103 of 285 lines at a precision of 0.77; 128 at 0.63 from 0.25, 78 at 0.80 from 0.6."""

OWN_SIDES = {1: "an outlet says one side itself", 2: "outlets say both sides themselves"}

LIMIT = 12.0


def added(pair: Pair) -> tuple[Evidence, ...]:
    """Return what the pair's articles say for and against a conflict, before it is judged."""
    found = [Evidence("rarity", "few pairs of claims conflict", RARE)]
    for reason in pair.reasons:
        if reason.signal == "words":
            weight = round(WORDS * reason.weight, 4)
            found.append(Evidence("words", reason.detail, weight))
        if reason.signal == "document" and reason.weight < 1.0:
            weight = ANOTHER_STORY * (1.0 - reason.weight)
            found.append(Evidence("story", reason.detail, round(weight, 4)))
    if one_voice(pair.a, pair.b) and pair.a.document == pair.b.document:
        found.append(Evidence("one voice", "one voice says both in one article", ONE_VOICE))
    own = [side for side in (pair.a, pair.b) if side.holder.kind is HolderKind.OUTLET]
    if own:
        detail = OWN_SIDES[len(own)]
        found.append(Evidence("own words", detail, round(OWN_WORDS * len(own), 4)))
    gap = days_apart(pair.a, pair.b)
    if gap > FAR_APART:
        found.append(Evidence("time", f"the events lie {gap} days apart", ANOTHER_TIME))
    return tuple(found)


def days_apart(a: Claim, b: Claim) -> int:
    """Return the days between two events, 0 where they meet or where nothing is known.

    A claim that says no time of its own speaks of the days around its report.
    """
    first, second = (claim.event_time or claim.report_time for claim in (a, b))
    if first is None or second is None or not (a.event_time or b.event_time):
        return 0
    return max(0, (second.start - first.end).days, (first.start - second.end).days)


def needed(context: Sequence[Evidence], threshold: float) -> float:
    """Return the judge's log-odds below which a pair in this context can't be flagged."""
    return (log_odds(threshold, LIMIT) - sum(part.weight for part in context)) / JUDGE


def in_context(assessment: Assessment, context: Sequence[Evidence], threshold: float) -> Assessment:
    """Return the assessment with the pair's context in its score and evidence."""
    judged = [
        replace(evidence, weight=round(JUDGE * evidence.weight, 4))
        for evidence in assessment.evidence
    ]
    logit = JUDGE * log_odds(assessment.score, LIMIT) + sum(part.weight for part in context)
    score = round(1.0 / (1.0 + math.exp(-logit)), 4)
    # Where NLI was not asked its surest answer stands in, which rounding must not lift.
    contradiction = score >= threshold and assessment.asked
    verdict = assessment.verdict
    if contradiction:
        verdict = Verdict.CONTRADICTION
    elif verdict is Verdict.CONTRADICTION:
        verdict = Verdict.NEUTRAL
    type_ = (assessment.type or assessment.leaning) if contradiction else None
    return replace(
        assessment, score=score, verdict=verdict, type=type_, evidence=(*judged, *context)
    )
