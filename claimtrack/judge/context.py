"""From two statements to two claims: what their articles add to the judge's score.

``compare`` is asked about pairs that someone chose, four in ten of which conflict; of the pairs
that an audit looks at, hardly one in fifty does. The same evidence therefore has to be stronger
there, and how closely the two speak of one thing counts.
"""

from __future__ import annotations

import math
from dataclasses import replace

from claimtrack.judge.relation import one_voice
from claimtrack.model import Assessment, Evidence, Pair, Verdict

# Fitted by scripts/fit_context.py on ten corpora of our own (177 conflicts that pass the gate
# among 1,477 sampled pairs); "document" by hand, since pairs within one story cannot teach it.
RARE = -4.58
JUDGE = 0.89
REASONS = {"similarity": 0.46, "words": 0.96, "document": 1.0}
"""What the gate's reasons count for, as a share of their weights there."""
ONE_VOICE = -1.37
"""One voice in one article hardly ever contradicts itself."""

THRESHOLD = 0.5
"""The score in context from which a pair is flagged."""

LIMIT = 12.0


def added(pair: Pair) -> tuple[Evidence, ...]:
    """Return what the pair's articles say for and against a conflict, before it is judged."""
    close = [
        Evidence(reason.signal, reason.detail, round(REASONS[reason.signal] * reason.weight, 4))
        for reason in pair.reasons
        if reason.signal in REASONS
    ]
    if pair.a.document == pair.b.document and one_voice(pair.a, pair.b):
        close.append(Evidence("one voice", "one voice says both in one article", ONE_VOICE))
    return (*close, Evidence("rarity", "few pairs in an article conflict", RARE))


def needed(pair: Pair, threshold: float) -> float:
    """Return the judge's log-odds from which the pair would be flagged."""
    context = sum(evidence.weight for evidence in added(pair))
    return (log_odds(threshold) - context) / JUDGE


def in_context(assessment: Assessment, pair: Pair, threshold: float) -> Assessment:
    """Return the assessment with the pair's context in its score and evidence."""
    context = added(pair)
    judged = [
        replace(evidence, weight=round(JUDGE * evidence.weight, 4))
        for evidence in assessment.evidence
    ]
    logit = JUDGE * log_odds(assessment.score) + sum(evidence.weight for evidence in context)
    score = round(1.0 / (1.0 + math.exp(-logit)), 4)
    contradiction = score >= threshold
    verdict = assessment.verdict
    if contradiction:
        verdict = Verdict.CONTRADICTION
    elif verdict is Verdict.CONTRADICTION:
        verdict = Verdict.NEUTRAL
    type_ = (assessment.type or assessment.leaning) if contradiction else None
    return replace(
        assessment, score=score, verdict=verdict, type=type_, evidence=(*judged, *context)
    )


def log_odds(probability: float) -> float:
    """Return the log-odds of a probability, within ±``LIMIT``."""
    if probability <= 0.0:
        return -LIMIT
    if probability >= 1.0:
        return LIMIT
    return max(-LIMIT, min(LIMIT, math.log(probability / (1.0 - probability))))
