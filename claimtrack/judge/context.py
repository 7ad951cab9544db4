"""From two statements to two claims: what their articles add to the judge's score.

``compare`` is asked about pairs that someone chose; an audit meets mostly pairs that do not
conflict. The same evidence therefore has to be stronger there, and the gate's doubt counts.
"""

from __future__ import annotations

import math
from dataclasses import replace

from claimtrack.judge.relation import one_voice
from claimtrack.model import Assessment, ConflictType, Evidence, Pair, Verdict

SAME_EVENT = 0.6
"""Push of the gate's log-odds of "same event" on the log-odds of a conflict."""

SAME_EVENT_CEILING = 1.5
"""Log-odds beyond which more certainty of the event adds nothing to a conflict."""

RARE = -0.6
"""Prior shift: in an audit conflicts are rarer than among pairs that someone chose."""

ONE_VOICE = -1.6
"""One voice in one article hardly ever contradicts itself."""

LIMIT = 12.0


def in_context(assessment: Assessment, pair: Pair, threshold: float) -> Assessment:
    """Return the assessment with the pair's context in its score and evidence."""
    event = log_odds(pair.same_event)
    added = [
        Evidence(
            "same event",
            f"the gate puts one event at {pair.same_event:.2f}",
            round(SAME_EVENT * min(event, SAME_EVENT_CEILING) + RARE, 4),
        )
    ]
    if pair.a.document == pair.b.document and one_voice(pair.a, pair.b):
        added.append(Evidence("one voice", "one voice says both in one article", ONE_VOICE))
    logit = log_odds(assessment.score) + sum(evidence.weight for evidence in added)
    score = round(1.0 / (1.0 + math.exp(-logit)), 4)
    contradiction = score >= threshold
    verdict = assessment.verdict
    if contradiction:
        verdict = Verdict.CONTRADICTION
    elif verdict is Verdict.CONTRADICTION:
        verdict = Verdict.NEUTRAL
    type_ = (assessment.type or ConflictType.OTHER) if contradiction else None
    return replace(
        assessment,
        score=score,
        verdict=verdict,
        type=type_,
        evidence=(*assessment.evidence, *added),
    )


def log_odds(probability: float) -> float:
    """Return the log-odds of a probability, within ±``LIMIT``."""
    if probability <= 0.0:
        return -LIMIT
    if probability >= 1.0:
        return LIMIT
    return max(-LIMIT, min(LIMIT, math.log(probability / (1.0 - probability))))
