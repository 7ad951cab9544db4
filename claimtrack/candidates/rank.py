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

# Log-odds of "conflict" on top of the gate's reasons, fitted (logistic, 272 labelled conflicts
# among 61,000 pairs of fourteen corpora, each left out in turn): of the 30 best pairs of a claim
# ranked so, 0.99 of the conflicts are among them, by the gate alone 0.94; of the 16 best 0.96
# and 0.90. What was tried and told no more: short statements, statements of unlike length.
REASONS = {"similarity": 1.62, "words": 0.83}
"""What the gate's reasons count for here, as a share of their weights there; others in full."""
ONE_VOICE = -1.9
ONE_VOICE_AGAIN = -0.75
DENIED = 0.7
OWN_WORDS = -0.85
"""For each side that an outlet says itself."""
ONE_NEGATED = 1.25
BOTH_NEGATED = -1.3
ONE_UNIT = -1.3
"""Figures of one unit, which agree;"""
FIGURES_DIFFER = 0.65
"""or of which one excludes another."""
NOT_YET = -0.7
"""For each side that holds later or under a condition."""


READ_FROM = 2.2
"""Standing from which a pair is compared, about a third, and read by NLI where that could flag it
(``claimtrack.worth``). Of 330 conflict lines 293 are among them (from 3.3, two fifths of the pairs,
245). What is read is also the company by which a pair is judged: from 3.3, refitted, 88 lines were
found where 97 were, and real reports gave a quarter more false alarms."""


def standing(a: Claim, b: Claim, reasons: Iterable[Evidence]) -> float:
    """Return the log-odds by which pairs are ranked, from the gate's reasons and both claims."""
    event = sum(REASONS.get(reason.signal, 1.0) * reason.weight for reason in reasons)
    return event + contested(a, b)


def told(a: Claim, b: Claim, reasons: Iterable[Evidence]) -> list[Evidence]:
    """Return what ``standing`` adds up, as evidence; the weights sum to it."""
    scaled = [
        replace(reason, weight=round(REASONS.get(reason.signal, 1.0) * reason.weight, 4))
        for reason in reasons
    ]
    weight = round(contested(a, b), 4)
    return [*scaled, Evidence("contested", "who speaks, what is denied, which figures", weight)]


def contested(a: Claim, b: Claim) -> float:
    """Return how much sooner than another pair of one event two claims could clash."""
    sides = (a, b)
    weight = 0.0
    if one_voice(a, b):
        weight += ONE_VOICE if a.document == b.document else ONE_VOICE_AGAIN
    if Stance.DENIED in (a.stance, b.stance):
        weight += DENIED
    weight += OWN_WORDS * sum(side.holder.kind is HolderKind.OUTLET for side in sides)
    weight += NOT_YET * sum(side.stance in (Stance.PREDICTED, Stance.CONDITIONAL) for side in sides)
    negated = sum(negative(side.statement) for side in sides)
    weight += (0.0, ONE_NEGATED, BOTH_NEGATED)[negated]
    return weight + _figures(a, b)


def _figures(a: Claim, b: Claim) -> float:
    """Return what figures of one unit say, whatever they count."""
    alike = [(x, y) for x in a.quantities for y in b.quantities if x.unit == y.unit]
    if not alike:
        return 0.0
    differ = any(x.excludes(y) for x, y in alike)
    return FIGURES_DIFFER if differ else ONE_UNIT
