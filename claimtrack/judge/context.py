"""From two statements to two claims: what their articles add to the judge's score.

``compare`` is asked about pairs that someone chose, four in ten of which conflict; of the pairs
that an audit looks at, hardly one in fifty does. The same evidence therefore has to be stronger
there, and how closely the two speak of one thing counts.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from claimtrack.judge.cohort import LIMIT as NLI_LIMIT
from claimtrack.judge.odds import log_odds, probability
from claimtrack.model import (
    Assessment,
    Claim,
    Evidence,
    HolderKind,
    NliScores,
    Pair,
    Verdict,
)
from claimtrack.text.calendar import STORY_DAYS
from claimtrack.text.unique import one_of_its_kind
from claimtrack.text.voice import one_voice
from claimtrack.text.words import content_stems

# Fitted by scripts/fit_context.py on the pairs that NLI reads of 32 corpora (some 530 that match a
# conflict line and 6,100 others), those of the 13 corpora whose writers had not seen the code
# counted double: on the others the comparators look better than they are. ``JUDGE`` is held, for
# what the comparators say against a conflict (fitted with the rest it is 0.0). Words in common
# told of our older corpora what was written to clash; beside how far two claims stand out they
# tell nothing. What was tried and told no more, each corpus left out in turn: words, similarity,
# names in common, one article, the surer and the less sure direction of NLI, its neutral and its
# entailment, a comparator's clash by NLI's answer; before that, denials, foreign names, anonymous
# holders, words aligned by their vectors, NLI over shortened statements, trees instead of weights.
RARE = -1.35
JUDGE = 0.24
STANDS_OUT = 2.54
"""For each unit of cosine by which the two are nearer than what lies beside them
(``claimtrack.candidates.nearness``)."""
SUBSTANCE = 0.65
"""For each unit of ln(1 + content words) that the shorter statement has over ``USUAL_WORDS``: what
says little ("There was no reason") fits any story."""
USUAL_WORDS = 5
NLI = 0.49
"""For the mean log-odds of a contradiction by NLI, read both ways. The judge's own weights are
fitted where four pairs in ten conflict; among the pairs of an audit its comparators' weights say
less and NLI's surest answers more."""
ONE_VOICE = -1.19
"""One voice in one article hardly ever contradicts itself."""
OWN_WORDS = -0.36
"""What an outlet says in its own voice is disputed less than what it quotes; for each side."""
CLASH = 1.86
"""For how strongly a comparator speaks (0 to 1); 2.1 where all corpora count alike. Not fitted anew
since: with comparators written on four corpora more, a fit on 36 gives 2.75 and finds 310 of 866
lines at 0.91, each corpus left out, where these weights find 303 at 0.94."""
SURE = 4.4
"""Beside ``CLASH``, where a comparator is sure of whom and of what both sides tell
(``Signal.sure``). It gives back what NLI and the articles take from a pair whose sentences are
about other things (3.5 to 4.2 of log-odds where two outlets give one person's age in passing);
``ANOTHER_TIME`` and two stories still outweigh it. By hand, there are too few to fit. Earned by the
ages of one named person: in 34 corpora they clash on seven pairs, five of them under 0.3 by NLI,
and all seven are conflicts. No other comparator of figures has: under 0.3 counts and sums clash on
15 lines and 22 other pairs, none against a count on 4 and 3."""
ANOTHER_TIME = -3.0
"""What happened at times far apart is two events; by hand, there are too few to fit."""

THRESHOLD = 0.58
"""The score in context from which a pair is flagged: each corpus left out of the fit, 215 of 728
lines at a precision of 0.93 (89 of 339 at 0.87 in the thirteen new corpora); 240 at 0.88 from 0.5,
177 at 0.94 from 0.7."""

READ = "nli.contradiction"
"""The judge's line for NLI's mean log-odds of a contradiction, to which ``NLI`` adds."""

OWN_SIDES = {1: "an outlet says one side itself", 2: "outlets say both sides themselves"}

LIMIT = 12.0

_ONE_THING = 2
"""Words of content that two tellings of the last of something have in common."""


def added(pair: Pair) -> tuple[Evidence, ...]:
    """Return what the pair's articles say for and against a conflict, before it is judged."""
    found = [Evidence("rarity", "few pairs of claims conflict", RARE)]
    for reason in pair.reasons:
        if reason.signal == "stands out":
            weight = round(STANDS_OUT * reason.weight, 4)
            found.append(Evidence("stands out", reason.detail, weight))
        if reason.signal == "two stories":
            # A likelihood ratio, as the gate has it: of four topics of ECB+ (83 reports) 18 flags
            # joined two look-alike events before, none since.
            found.append(reason)
    words = min(len(content_stems(side.statement)) for side in (pair.a, pair.b))
    weight = SUBSTANCE * (math.log1p(words) - math.log1p(USUAL_WORDS))
    detail = f"the shorter one has {words} content words"
    found.append(Evidence("substance", detail, round(weight, 4)))
    if one_voice(pair.a, pair.b) and pair.a.document == pair.b.document:
        found.append(Evidence("one voice", "one voice says both in one article", ONE_VOICE))
    own = [side for side in (pair.a, pair.b) if side.holder.kind is HolderKind.OUTLET]
    if own:
        detail = OWN_SIDES[len(own)]
        found.append(Evidence("own words", detail, round(OWN_WORDS * len(own), 4)))
    gap = days_apart(pair.a, pair.b)
    if gap > STORY_DAYS:
        found.append(Evidence("time", f"the events lie {gap} days apart", ANOTHER_TIME))
    return tuple(found)


def days_apart(a: Claim, b: Claim) -> int:
    """Return the days between two events, 0 where they meet or where one tells no time.

    What tells no time of its own is not of the day on which it is said: "No company ever paid"
    denies what August's register holds. Of the last of its kind, the days are what is disputed.
    """
    first, second = a.event_time, b.event_time
    if first is None or second is None:
        return 0
    common = content_stems(a.statement) & content_stems(b.statement)
    if len(common) >= _ONE_THING and one_of_its_kind(a.statement, b.statement):
        return 0
    return max(0, (second.start - first.end).days, (first.start - second.end).days)


def needed(
    context: Sequence[Evidence], threshold: float, forward: NliScores, clash: float
) -> float:
    """Return the judge's log-odds below which a pair in this context can't be flagged.

    ``forward`` is what NLI said from the first to the second; its surest answer is assumed the
    other way. ``clash`` is what the comparators add (``told_by``).
    """
    said = NLI * (log_odds(forward.contradiction, NLI_LIMIT) + NLI_LIMIT) / 2
    most = sum(part.weight for part in context) + clash
    return (log_odds(threshold, LIMIT) - said - most) / JUDGE


def told_by(assessment: Assessment) -> tuple[Evidence, ...]:
    """Return what the comparators alone say for a conflict of the pair."""
    found = []
    if clash := CLASH * assessment.strength:
        found.append(Evidence("clash", assessment.explanation, round(clash, 4)))
    if assessment.sure:
        detail = "both sides tell this of one thing, whatever else they tell"
        found.append(Evidence("sure", detail, SURE))
    return tuple(found)


def read_both_ways(assessment: Assessment) -> float:
    """Return the mean log-odds of a contradiction that NLI gives, read both ways."""
    ways = (assessment.forward, assessment.backward)
    return sum(log_odds(way.contradiction, NLI_LIMIT) for way in ways) / 2


def in_context(assessment: Assessment, context: Sequence[Evidence], threshold: float) -> Assessment:
    """Return the assessment with the pair's context in its score and evidence."""
    nli = NLI * read_both_ways(assessment)
    clash = told_by(assessment)
    judged = [
        replace(part, weight=round(JUDGE * part.weight + nli * (part.signal == READ), 4))
        for part in assessment.evidence
    ]
    logit = JUDGE * log_odds(assessment.score, LIMIT) + nli
    logit += sum(part.weight for part in (*clash, *context))
    score = round(probability(logit), 4)
    # Where NLI was not asked its surest answer stands in, which rounding must not lift.
    contradiction = score >= threshold and assessment.asked
    verdict = assessment.verdict
    if contradiction:
        verdict = Verdict.CONTRADICTION
    elif verdict is Verdict.CONTRADICTION:
        verdict = Verdict.NEUTRAL
    type_ = (assessment.type or assessment.leaning) if contradiction else None
    return replace(
        assessment, score=score, verdict=verdict, type=type_, evidence=(*clash, *judged, *context)
    )
