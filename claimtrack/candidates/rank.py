"""Which pairs of one event are judged first: those that two voices could contest.

A claim's list is cut, so what stands in front of it must be what conflicts, and not only what is
alike: the nearest neighbours of a claim are its own repetitions. The judge pays for every pair.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from claimtrack.model import Claim, Evidence, HolderKind, Stance
from claimtrack.text.clock import find_times
from claimtrack.text.negative import negative
from claimtrack.text.sweeping import sweeping
from claimtrack.text.voice import one_voice
from claimtrack.text.words import content_stems

# Log-odds of "conflict", fitted by scripts/fit_rank.py (893 conflict lines among 318,000 pairs of
# 37 corpora). Each corpus left out in turn, 0.97 of the lines whose claims are there are among the
# 24 best pairs a claim, 0.93 among 11 (0.96 and 0.92 without what is told around both, rare words,
# hours, sweeping words and length). What was tried and told no more: denials, names, rare words by
# their number, vectors without their mean or first directions, who is spoken of, institutions and
# persons, days, what the comparators say. That articles are alike tells against a conflict in
# corpora of one story, and would lift another story's pairs.
REASONS = {
    "similarity": -0.25,
    "words": 0.2,
    "stands out": 6.48,
    "setting": 3.02,
    "rare word": 3.12,
}
"""What the gate's reasons count for here, as a share of their weights there; others in full."""
BY_HAND = {"document": 0.3, "names": 0.0}
"""Names tell events apart, which corpora of one story can't teach: fitted on them the articles'
names count for nothing, and two statements that name nothing in common stand a little higher, for
the two sides of a dispute call one thing by two names."""
CONTESTED = {
    "one voice": -0.94,
    "one voice again": -0.57,
    "one article": 0.04,
    "own words": -0.85,
    "one negated": 0.95,
    "both negated": -1.35,
    "figures agree": -1.15,
    "figures differ": 0.76,
    "not yet": -0.85,
    "hours": 1.56,
    "one sweeping": 0.7,
    "longer": 0.65,
}
"""What who speaks, what is denied and what is told count for, each as ``contest`` has it."""
FEATURES = (*REASONS, *CONTESTED)
SHARES = REASONS | BY_HAND


READ_FROM = 0.42
"""Standing from which a pair is compared, twelve a claim, and read by NLI where that could flag it
(``claimtrack.worth``). Of 893 conflict lines of 37 corpora 832 are among them; as many pairs held
813 by the weights that were fitted on 23 corpora."""


def standing(a: Claim, b: Claim, reasons: Iterable[Evidence]) -> float:
    """Return the log-odds by which pairs are ranked, from the gate's reasons and both claims."""
    event = sum(SHARES.get(reason.signal, 1.0) * reason.weight for reason in reasons)
    return event + contested(a, b)


def told(a: Claim, b: Claim, reasons: Iterable[Evidence]) -> list[Evidence]:
    """Return what ``standing`` adds up, as evidence; the weights sum to it."""
    scaled = [
        replace(reason, weight=round(SHARES.get(reason.signal, 1.0) * reason.weight, 4))
        for reason in reasons
    ]
    weight = round(contested(a, b), 4)
    return [*scaled, Evidence("contested", "who speaks, what is denied, what is told", weight)]


def features(a: Claim, b: Claim, reasons: Iterable[Evidence]) -> dict[str, float]:
    """Return what a pair's fitted weights are multiplied by, each of ``FEATURES``."""
    given = {reason.signal: reason.weight for reason in reasons}
    return {**{name: given.get(name, 0.0) for name in REASONS}, **contest(a, b)}


def contested(a: Claim, b: Claim) -> float:
    """Return how much sooner than another pair of one event two claims could clash."""
    return sum(CONTESTED[name] * value for name, value in contest(a, b).items() if value)


def contest(a: Claim, b: Claim) -> dict[str, float]:
    """Return who speaks, what is denied and what is told, each of ``CONTESTED``."""
    sides = (a, b)
    again = one_voice(a, b)
    negated = sum(negative(side.statement) for side in sides)
    # Figures of one unit, whatever they count.
    alike = [(x, y) for x in a.quantities for y in b.quantities if x.unit == y.unit]
    differ = any(x.excludes(y) for x, y in alike)
    return {
        "one voice": again and a.document == b.document,
        "one voice again": again and a.document != b.document,
        "one article": a.document == b.document,
        # For each side: an outlet says it itself, it holds later or under a condition.
        "own words": sum(side.holder.kind is HolderKind.OUTLET for side in sides),
        "one negated": negated == 1,
        "both negated": negated == 2,
        "figures agree": bool(alike) and not differ,
        "figures differ": differ,
        "not yet": sum(side.stance in (Stance.PREDICTED, Stance.CONDITIONAL) for side in sides),
        "hours": all(_tells_hour(side.statement) for side in sides),
        # One of them leaves nothing out, so that any other case contradicts it.
        "one sweeping": sum(sweeping(side.statement) for side in sides) == 1,
        "longer": max(_length(side.statement) for side in sides),
    }


# Each claim stands in hundreds of pairs: what its text alone tells is asked once.
@lru_cache(maxsize=16384)
def _length(text: str) -> float:
    return math.log1p(len(content_stems(text)))


@lru_cache(maxsize=16384)
def _tells_hour(text: str) -> bool:
    return bool(find_times(text))
