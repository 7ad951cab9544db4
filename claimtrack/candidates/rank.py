"""Which pairs of one event are judged first: those that two voices could contest.

A claim's list is cut, so what stands in front of it must be what conflicts, and not only what is
alike: the nearest neighbours of a claim are its own repetitions. The judge pays for every pair.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimtrack.model import Claim, Evidence, HolderKind, Stance
from claimtrack.text.negative import negative
from claimtrack.text.voice import one_voice

# Log-odds of "conflict", fitted by scripts/fit_rank.py (463 conflict lines among 170,000 pairs of
# 23 corpora). Each corpus left out in turn, of the lines of four corpora by writers who knew
# nothing of the code 0.66 are among the 5 best pairs a claim, 0.74 among 8, 0.88 among 25 (before
# 0.61, 0.70 and 0.86); of our nineteen 0.89, 0.92 and 1.00 (0.85, 0.90 and 0.99). What was tried
# and told no more: denials, names and rare words by their number, words and vectors of the
# neighbouring sentences, vectors without their mean or first directions, the articles' vectors,
# lengths. What tells more has to be embedded as well: with each claim's paragraph the four have
# 0.73 and 0.83.
REASONS = {"similarity": 0.54, "words": 0.59, "stands out": 6.71}
"""What the gate's reasons count for here, as a share of their weights there; others in full."""
BY_HAND = {"document": 0.3, "names": 0.0}
"""Names tell events apart, which corpora of one story can't teach: fitted on them the articles'
names count for nothing, and two statements that name nothing in common stand a little higher, for
the two sides of a dispute call one thing by two names."""
CONTESTED = {
    "one voice": -1.63,
    "one voice again": -1.08,
    "one article": -0.66,
    "own words": -0.87,
    "one negated": 1.24,
    "both negated": -1.24,
    "figures agree": -2.4,
    "figures differ": 0.84,
    "not yet": -1.04,
}
"""What who speaks, what is denied and which figures are told count for, each as ``contest`` has it.
"""
FEATURES = (*REASONS, *CONTESTED)
SHARES = REASONS | BY_HAND


READ_FROM = -1.0
"""Standing from which a pair is compared, eleven a claim, and read by NLI where that could flag it
(``claimtrack.worth``), five a claim. Of our 380 conflict lines 364 are among them, of the 83 of
others 64 (from -1.5, sixteen a claim, 371 and 70); NLI reads 319 and 41, and hardly one more from
-1.5, for no answer of it could flag the others. What is read is also the company by which a pair is
judged."""


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
    return [*scaled, Evidence("contested", "who speaks, what is denied, which figures", weight)]


def features(a: Claim, b: Claim, reasons: Iterable[Evidence]) -> dict[str, float]:
    """Return what a pair's fitted weights are multiplied by, each of ``FEATURES``."""
    given = {reason.signal: reason.weight for reason in reasons}
    return {**{name: given.get(name, 0.0) for name in REASONS}, **contest(a, b)}


def contested(a: Claim, b: Claim) -> float:
    """Return how much sooner than another pair of one event two claims could clash."""
    return sum(CONTESTED[name] * value for name, value in contest(a, b).items() if value)


def contest(a: Claim, b: Claim) -> dict[str, float]:
    """Return who speaks, what is denied and which figures are told, each of ``CONTESTED``."""
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
    }
