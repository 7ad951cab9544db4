"""Learning from decisions: how far each signal can be trusted, and where to flag from.

A logistic model over the pushes that each flag was kept with: every signal of the judge gets a
factor, pulled towards 1, and the whole a shift, pulled towards 0. Few decisions move little.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from claimtrack.model import digest
from claimtrack.review.quality import Decided, Share

NEEDED, NEEDED_EACH = 50, 10
"""Decisions before anything is refitted: 50 in all, 10 of each kind. With 10 the standard error
of a shift is about 0.4 in log-odds, the size of what there is to be learned."""
SEEN = 8
"""Decisions in which a signal must speak before it gets a factor of its own."""
FACTOR_SPREAD, SHIFT_SPREAD = 0.5, 1.5
"""Standard deviations of the priors: a factor is rarely under 0 or over 2."""
FOLDS = 5
FEWEST = 10
"""Flags that must be left over a threshold for its precision to be worth a number."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What was learned: a factor for signals (1 for all others) and a shift in log-odds."""

    factors: Mapping[str, float]
    shift: float

    def score(self, one: Decided) -> float:
        """Return the probability that a flag is right."""
        return 1 / (1 + math.exp(-self.logit(one)))

    def logit(self, one: Decided) -> float:
        """Return the log-odds that a flag is right."""
        return self.shift + sum(
            self.factors.get(part.signal, 1.0) * part.weight for part in one.conflict.evidence
        )


UNCHANGED = Fit({}, 0.0)


@dataclass(frozen=True, slots=True)
class Threshold:
    """A score to flag from: what it would have kept, out of fold, and how much of the right."""

    score: float
    kept: Share
    recall: float


@dataclass(frozen=True, slots=True)
class Learned:
    """The outcome. ``fit`` is None where there are too few decisions, or it did not help.

    ``before`` and ``after`` are the mean log-losses, the second cross-validated; ``missing``
    says how many more decisions are needed (confirmed, dismissed, in all).
    """

    decided: Share
    missing: tuple[int, int, int]
    fit: Fit | None
    before: float
    after: float | None
    threshold: Threshold | None


def learned(
    decided: Sequence[Decided], signals: Collection[str], target: float | None = None
) -> Learned:
    """Return what can be learned from decisions on flags.

    ``signals`` are those of the judge, which alone are refitted; ``target`` is the precision
    for which a threshold is sought.
    """
    right = sum(one.confirmed for one in decided)
    share = Share("all", len(decided), right)
    wrong = len(decided) - right
    missing = (
        max(0, NEEDED_EACH - right),
        max(0, NEEDED_EACH - wrong),
        max(0, NEEDED - len(decided)),
    )
    before = _loss(decided, [UNCHANGED.score(one) for one in decided])
    if any(missing):
        return Learned(share, missing, None, before, None, None)
    scores = [0.0] * len(decided)
    for fold in range(FOLDS):
        train = [one for one in decided if _fold(one) != fold]
        fit = fitted(train, signals)
        for at, one in enumerate(decided):
            if _fold(one) == fold:
                scores[at] = fit.score(one)
    after = _loss(decided, scores)
    better = after < before
    if not better:
        scores = [one.conflict.score for one in decided]
    found = None if target is None else threshold(decided, scores, target)
    return Learned(
        share, missing, fitted(decided, signals) if better else None, before, after, found
    )


def fitted(decided: Sequence[Decided], signals: Collection[str]) -> Fit:
    """Return the most probable factors and shift. Deterministic."""
    import numpy as np
    from scipy.optimize import minimize  # type: ignore[import-untyped]

    seen = Counter(
        name
        for one in decided
        for name in {part.signal for part in one.conflict.evidence if part.weight}
    )
    names = sorted(name for name in signals if seen[name] >= SEEN)
    pushes = np.array(
        [
            [sum(p.weight for p in one.conflict.evidence if p.signal == name) for name in names]
            for one in decided
        ]
    ).reshape(len(decided), len(names))
    rest = np.array([UNCHANGED.logit(one) for one in decided]) - pushes.sum(axis=1)
    labels = np.array([one.confirmed for one in decided], dtype=float)

    def cost(values: np.ndarray) -> tuple[float, np.ndarray]:
        factors, shift = values[:-1], values[-1]
        logits = rest + pushes @ factors + shift
        errors = 1 / (1 + np.exp(-logits)) - labels
        loss = float(np.sum(np.logaddexp(0, logits) - labels * logits))
        loss += float(np.sum((factors - 1) ** 2)) / (2 * FACTOR_SPREAD**2)
        loss += float(shift**2) / (2 * SHIFT_SPREAD**2)
        slope = np.append(
            pushes.T @ errors + (factors - 1) / FACTOR_SPREAD**2,
            errors.sum() + shift / SHIFT_SPREAD**2,
        )
        return loss, slope

    # No factor turns round: what speaks for a conflict never comes to speak against it.
    bounds = [(0.0, None)] * len(names) + [(None, None)]
    start = np.append(np.ones(len(names)), 0.0)
    found = minimize(cost, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    factors = {name: round(float(value), 4) for name, value in zip(names, found, strict=False)}
    return Fit(factors, round(float(found[-1]), 4))


def threshold(
    decided: Sequence[Decided], scores: Sequence[float], target: float
) -> Threshold | None:
    """Return the lowest score from which at least ``target`` of the flags were confirmed.

    None where no score leaves ``FEWEST`` flags with that precision.
    """
    order = sorted(zip(scores, decided, strict=True), key=lambda pair: -pair[0])
    all_right = sum(one.confirmed for one in decided)
    best, right = None, 0
    for number, (score, one) in enumerate(order, start=1):
        right += one.confirmed
        last = number == len(order) or order[number][0] < score
        if last and number >= FEWEST and right / number >= target:
            kept = Share("kept", number, right)
            best = Threshold(math.floor(score * 1e4) / 1e4, kept, right / max(1, all_right))
    return best


def _fold(one: Decided) -> int:
    """Both articles decide, so that what two of them say is never on both sides of a fold."""
    names = sorted((one.conflict.a.document, one.conflict.b.document))
    return int(digest("fold", *names), 16) % FOLDS


def _loss(decided: Sequence[Decided], scores: Sequence[float]) -> float:
    if not decided:
        return 0.0
    return sum(
        -math.log(max(1e-9, score if one.confirmed else 1 - score))
        for one, score in zip(decided, scores, strict=True)
    ) / len(decided)
