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
from claimtrack.judge.relation import one_voice
from claimtrack.model import Assessment, Claim, Evidence, HolderKind, Pair, Stance, Verdict

# Fitted by scripts/fit_context.py on twelve corpora of our own (228 pairs that match a conflict
# line, 12,728 others, the latter by sampling), each left out in turn. What was tried and told no
# more: foreign names, anonymous holders, one article.
RARE = -2.55
JUDGE = 0.68
REASONS = {"similarity": 0.14, "words": 0.76}
"""What the gate's reasons count for, as a share of their weights there."""
ONE_VOICE = -1.94
"""One voice in one article hardly ever contradicts itself,"""
ONE_VOICE_AGAIN = -0.61
"""and in another article seldom."""
DENIED = 1.81
"""Who denies denies what somebody says."""
OWN_WORDS = -0.82
"""What an outlet says in its own voice is disputed less than what it quotes; for each side."""
ANOTHER_STORY = -2.0
"""Articles that name nobody in common tell of two stories; less where they share some names. By
hand, for pairs of one story cannot teach it: of two topics of ECB+ (41 reports) 18 flags joined
look-alike events without it and 4 with it, most of them short statements that fit any story."""
ANOTHER_TIME = -3.0
"""What happened at times far apart is two events; by hand, there are too few to fit."""
FAR_APART = 45
"""Days between two events from which they are taken for two: longer than a story stays news."""

THRESHOLD = 0.45
"""The score in context from which a pair is flagged. On the twelve corpora, of which it saw all,
63 lines found and 20 false alarms there; 76 and 33 from 0.35, 43 and 6 from 0.65. NLI leads to
hardly more of the lines: from 0.1 on half of them."""

OWN_SIDES = {1: "an outlet says one side itself", 2: "outlets say both sides themselves"}

LIMIT = 12.0


def added(pair: Pair) -> tuple[Evidence, ...]:
    """Return what the pair's articles say against a conflict, before it is judged.

    Closeness takes back what the rarity of conflicts costs, and no more: that two statements
    are alike is no reason to think that they clash.
    """
    close = [
        Evidence(reason.signal, reason.detail, round(REASONS[reason.signal] * reason.weight, 4))
        for reason in pair.reasons
        if reason.signal in REASONS
    ]
    spare = sum(evidence.weight for evidence in close) + RARE
    rarity = RARE - max(0.0, spare)
    found = [*close, Evidence("rarity", "few pairs of claims conflict", round(rarity, 4))]
    for reason in pair.reasons:
        if reason.signal == "document" and reason.weight < 1.0:
            weight = ANOTHER_STORY * (1.0 - reason.weight)
            found.append(Evidence("story", reason.detail, round(weight, 4)))
    if one_voice(pair.a, pair.b):
        if pair.a.document == pair.b.document:
            found.append(Evidence("one voice", "one voice says both in one article", ONE_VOICE))
        else:
            found.append(Evidence("one voice", "one voice says both", ONE_VOICE_AGAIN))
    if Stance.DENIED in (pair.a.stance, pair.b.stance):
        found.append(Evidence("denied", "one side is a denial", DENIED))
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
