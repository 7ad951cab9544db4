"""A pair's score read against its company: what NLI says of the other pairs of the two claims.

A claim that seems to contradict much contradicts little: a short or general statement ("There
was no reason") is called a contradiction of whatever is said beside it. So a pair counts by how
far it stands out from the other pairs of its claims, as speaker verification counts a voice's
score by its scores against a cohort of others (Auckenthaler, Carey and Lloyd-Thomas 2000, "Score
Normalization for Text-Independent Speaker Verification Systems"). Where others repeat what one
side says (five outlets print one denial), their pairs are no cohort; and they ought to contradict
the other side as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from claimtrack.judge.odds import log_odds, probability
from claimtrack.model import Claim, Evidence, NliScores, Pair
from claimtrack.text.voice import one_voice

if TYPE_CHECKING:
    import numpy as np

# Fitted by scripts/fit_context.py with the weights of claimtrack.judge.context. One true dispute
# that twenty outlets tell makes the background look worth little (real reports alone: -0.4), and
# at that one misread statement clashes with forty (ECB+ 39: 49 flags then).
BACKGROUND = -1.11
"""For each unit of log-odds that the other pairs of the two claims lie over ``USUAL``."""
SUPPORT = 0.12
"""For each unit of log-odds that the surest pair of a like claim lies over ``NO_SUPPORT``."""

USUAL = -3.0
"""Mean log-odds of a contradiction over the pairs that NLI reads, of which few contradict."""
SHRINK = 3
"""How many pairs ``USUAL`` stands for in a claim's mean, so that one other pair moves little."""
NO_SUPPORT = -3.0
"""What a pair gets that no like claim speaks for."""
ALIKE = 0.6
"""Mean of cosine and entailment from which two claims say the same."""
REPEATED = 0.7
"""Cosine from which another claim repeats one of the two and stands in no cohort of it. On corpora
with few copies this changes nothing; in a story that six outlets print from one wire report a
denial met each affirmation, and by each of those pairs the others fell."""
LIMIT = 5.3
"""Log-odds are kept within this (probability 0.005), lest one sure answer outweigh a dozen."""


class Cohort:
    """The pairs of a run with what NLI said of each, from ``a`` to ``b``."""

    def __init__(
        self,
        pairs: Sequence[Pair],
        forward: Sequence[NliScores],
        earlier: Sequence[tuple[str, str, NliScores]] = (),
        vectors: Mapping[str, np.ndarray] | None = None,
    ) -> None:
        """Take all pairs of a run with their scores, and earlier pairs by their claims' ids.

        ``vectors`` holds unit vectors by claim id; one that has none repeats nothing.
        """
        self._vectors = vectors or {}
        self._contradiction: dict[str, dict[str, float]] = defaultdict(dict)
        for one, other, scores in earlier:
            sure = log_odds(scores.contradiction, LIMIT)
            self._contradiction[one][other] = self._contradiction[other][one] = sure
        self._claims: dict[str, Claim] = {}
        self._alike: dict[str, set[str]] = defaultdict(set)
        for pair, scores in zip(pairs, forward, strict=True):
            a, b = pair.a.id, pair.b.id
            sure = log_odds(scores.contradiction, LIMIT)
            self._contradiction[a][b] = self._contradiction[b][a] = sure
            self._claims |= {a: pair.a, b: pair.b}
            if (pair.similarity + scores.entailment) / 2 >= ALIKE:
                self._alike[a].add(b)
                self._alike[b].add(a)

    def added(self, pair: Pair) -> tuple[Evidence, ...]:
        """Return what the company of a pair says for and against a conflict."""
        company = self._company(pair)
        background = _mean(company)
        if not any(company):
            detail = "NLI read no other pair of the two"
        elif background > USUAL:
            detail = "the two seem to contradict other claims as well"
        else:
            detail = "the two seem to contradict hardly anything else"
        found = [Evidence("background", detail, round(BACKGROUND * (background - USUAL), 4))]
        support, side, like = self._surest(pair)
        if side is not None and like is not None and support > NO_SUPPORT:
            weight = round(SUPPORT * (support - NO_SUPPORT), 4)
            found.append(Evidence("support", _again(side, like, support), weight))
        return tuple(found)

    def background(self, pair: Pair) -> float:
        """Return the mean log-odds of a contradiction over the other pairs of both claims."""
        return _mean(self._company(pair))

    def support(self, pair: Pair) -> float:
        """Return the highest log-odds with which a claim like one side contradicts the other."""
        return self._surest(pair)[0]

    def _surest(self, pair: Pair) -> tuple[float, Claim | None, Claim | None]:
        """The support, the side that is said again and the claim that says it, if there is one."""
        found = [
            (against[like], side, like)
            for side, other in ((pair.a, pair.b), (pair.b, pair.a))
            if (against := self._contradiction[other.id])
            for like in self._alike[side.id]
            if like in against
        ]
        if not found:
            return NO_SUPPORT, None, None
        # Ids decide between equals: sets have no order, and equal runs give equal bytes.
        sure, side, like = max(found, key=lambda one: (one[0], one[1].id, one[2]))
        return max(NO_SUPPORT, sure), side, self._claims[like]

    def _company(self, pair: Pair) -> tuple[list[float], list[float]]:
        """What NLI said of the other pairs of each side, in the order in which they were given."""
        a, b = pair.a.id, pair.b.id
        return self._said(a, b), self._said(b, a)

    def _said(self, claim: str, without: str) -> list[float]:
        return [
            sure
            for key, sure in self._contradiction[claim].items()
            if key != without and not self._repeats(key, without)
        ]

    def _repeats(self, one: str, other: str) -> bool:
        a, b = self._vectors.get(one), self._vectors.get(other)
        return a is not None and b is not None and float(a @ b) >= REPEATED


def _mean(company: tuple[list[float], list[float]]) -> float:
    """The mean of both sides, each drawn to ``USUAL`` where it has few pairs."""
    a, b = ((sum(said) + SHRINK * USUAL) / (len(said) + SHRINK) for said in company)
    return (a + b) / 2


def _again(side: Claim, like: Claim, sure: float) -> str:
    """Who says one side again, where, and what NLI gives that against the other side."""
    said = "says much the same again"
    if not one_voice(side, like):
        said = f"says much the same as {side.holder.name}"
    where = "in the same article" if side.document == like.document else "elsewhere"
    share = probability(sure)
    return f"{like.holder.name} {said} {where}; NLI: contradiction {share:.2f} with the other side"
