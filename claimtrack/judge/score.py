"""NLI in both directions and typed comparators as one calibrated, explained score."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import islice
from typing import TypeVar

from claimtrack.judge.calibration import Calibration, features
from claimtrack.judge.comparators import signals_between
from claimtrack.judge.odds import probability
from claimtrack.judge.readings.reading import Reading, read
from claimtrack.judge.signals import Signal
from claimtrack.model import (
    Assessment,
    ConflictType,
    Evidence,
    NliScores,
    Statement,
    Verdict,
    digest,
)
from claimtrack.ports import Nli, Parser

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

ENTAILED = 0.5
"""Probability of an entailment, in either direction, from which the verdict is one."""

SUREST = NliScores(entailment=0.0, neutral=0.0, contradiction=1.0)
"""The answer of NLI that speaks most for a contradiction: a bound where it was not asked."""

SURE = 0.5
"""Probability of a contradiction, in either direction, under which NLI names none."""

SPEAKS = 0.3
"""Value from which a signal names the type of a conflict."""

KEPT = 30_000
"""Pairs whose comparison is kept between what is supposed of them and what is judged: a page of
three articles has 1,100, ten reports of one event 3,500."""

READINGS = 2_000
"""Readings that are kept, the newest: as many as there are parses. A claim stands in a dozen pairs,
which come in parts."""

VERSION = "11"
"""Raised when comparators or features change what a score means."""


class StatementJudge:
    """Judges pairs of statements. Pure apart from its models; as thread-safe as they are.

    A pair is first asked about on a supposition and then judged: what the comparators said of it
    is kept.
    """

    def __init__(self, nli: Nli, parser: Parser, calibration: Calibration | None = None) -> None:
        self._nli = nli
        self._parser = parser
        self._calibration = calibration or Calibration.read()
        self._compared: dict[tuple[Statement, Statement], list[Signal]] = {}
        self._readings: dict[Statement, Reading] = {}

    @property
    def fingerprint(self) -> str:
        """A hash of the models, the calibration and the comparators' version."""
        parts = (self._nli.fingerprint, self._parser.fingerprint, self._calibration.fingerprint)
        return digest("judge", VERSION, *parts)

    @property
    def threshold(self) -> float:
        """The calibrated score at or over which two statements contradict each other."""
        return self._calibration.threshold

    def assess(
        self,
        pairs: Sequence[tuple[Statement, Statement]],
        needed: Sequence[float] | None = None,
        forward: Sequence[NliScores] | None = None,
    ) -> list[Assessment]:
        """Return one assessment a pair, order kept; no score depends on the other pairs.

        ``needed`` are log-odds, one a pair, below which the caller does not care. NLI is asked
        for the second direction only where its surest answer could lift a pair that high: the
        two passes are most of what an audit costs.
        """
        signals = self._signals(pairs)
        floors = [-math.inf] * len(pairs) if needed is None else list(needed)
        ahead = self.forward(pairs) if forward is None else list(forward)
        backward = [SUREST] * len(pairs)
        asked = [
            number
            for number, floor in enumerate(floors)
            if self._logit(ahead[number], SUREST, signals[number]) >= floor
        ]
        turned = [(pairs[number][1].text, pairs[number][0].text) for number in asked]
        for number, score in zip(asked, self._nli.predict(turned), strict=True):
            backward[number] = score
        return [self._assess(*parts) for parts in zip(signals, ahead, backward, strict=True)]

    def forward(self, pairs: Sequence[tuple[Statement, Statement]]) -> list[NliScores]:
        """Return what NLI alone says of each pair from the first to the second, order kept."""
        return self._nli.predict([(a.text, b.text) for a, b in pairs])

    def suppose(
        self, pairs: Sequence[tuple[Statement, Statement]], answer: NliScores
    ) -> list[Assessment]:
        """Return what the assessments would be were NLI to answer so both ways; it is not asked."""
        return [
            self._assess(signals, answer, answer, supposed=True) for signals in self._signals(pairs)
        ]

    def _logit(self, forward: NliScores, backward: NliScores, signals: Sequence[Signal]) -> float:
        weights = self._calibration.weights
        found = features(forward, backward, signals)
        return self._calibration.base + sum(
            weights.get(name, 0.0) * value for name, value in found.items()
        )

    def signals(self, a: Reading, b: Reading) -> list[Signal]:
        """Return what the comparators find; those that have nothing to say are left out."""
        return signals_between(a, b)

    def _signals(self, pairs: Sequence[tuple[Statement, Statement]]) -> list[list[Signal]]:
        """What the comparators find in each pair; each pair is compared once."""
        fresh = [pair for pair in dict.fromkeys(pairs) if pair not in self._compared]
        readings = self._read(fresh)
        new = {(a, b): self.signals(readings[a], readings[b]) for a, b in fresh}
        found = [new[pair] if pair in new else self._compared[pair] for pair in pairs]
        self._compared.update(new)
        _keep_newest(self._compared, KEPT)
        return found

    def _read(self, pairs: Sequence[tuple[Statement, Statement]]) -> dict[Statement, Reading]:
        statements = list(dict.fromkeys(side for pair in pairs for side in pair))
        docs = self._parser.parse([statement.text for statement in statements])
        found: dict[Statement, Reading] = {}
        for statement, doc in zip(statements, docs, strict=True):
            kept = self._readings.pop(statement, None)
            # Of another Doc it would be a reading of other tokens.
            found[statement] = kept if kept and kept.doc is doc else read(statement, doc)
        self._readings.update(found)
        _keep_newest(self._readings, READINGS)
        return found

    def _assess(
        self,
        signals: Sequence[Signal],
        forward: NliScores,
        backward: NliScores,
        supposed: bool = False,
    ) -> Assessment:
        told = _supposed if supposed else _told
        evidence = self._evidence(signals, forward, backward, told)
        logit = sum(part.weight for part in evidence)
        score = round(probability(logit), 4)
        strongest = max(signals, key=lambda signal: (signal.sure, signal.value), default=None)
        if strongest is not None and strongest.value < SPEAKS:
            strongest = None
        if score >= self.threshold:
            verdict = Verdict.CONTRADICTION
        elif max(forward.entailment, backward.entailment) >= ENTAILED:
            verdict = Verdict.ENTAILMENT
        else:
            verdict = Verdict.NEUTRAL
        type_ = strongest.type if strongest else ConflictType.OTHER
        return Assessment(
            score=score,
            verdict=verdict,
            type=type_ if verdict is Verdict.CONTRADICTION else None,
            evidence=evidence,
            explanation=strongest.detail if strongest else _by_model(forward, backward, supposed),
            forward=forward,
            backward=backward,
            leaning=type_,
            strength=strongest.value if strongest else 0.0,
            asked=not supposed and backward is not SUREST,
            sure=strongest is not None and strongest.sure,
        )

    def _evidence(
        self,
        signals: Sequence[Signal],
        forward: NliScores,
        backward: NliScores,
        told: Callable[[NliScores, NliScores, str], str],
    ) -> tuple[Evidence, ...]:
        """The waterfall: the base and the push of every feature; the weights sum to the logit.

        ``told`` says in words what NLI gives for a label.
        """
        calibration = self._calibration
        contradiction, entailment, neutral = (
            told(forward, backward, label) for label in ("contradiction", "entailment", "neutral")
        )
        details = {
            f"{signal.name}{'+' if signal.value > 0 else '-'}": signal.detail for signal in signals
        }
        details |= {
            "nli.contradiction": f"NLI gives a contradiction {contradiction}",
            "nli.weaker": "the direction in which NLI is less sure of a contradiction",
            "nli.entailment": f"NLI gives an entailment {entailment}",
            "nli.neutral": f"NLI leaves it open {neutral}",
        }
        pushes = [
            Evidence(name.rstrip("+-"), details[name], round(weight * value, 4))
            for name, value in features(forward, backward, signals).items()
            if (weight := calibration.weights.get(name, 0.0))
        ]
        pushes.sort(key=lambda part: -abs(part.weight))
        return (*pushes, Evidence("base", "before anything is known", calibration.base))


def _keep_newest(kept: dict[_Key, _Value], most: int) -> None:
    for key in list(islice(kept, max(0, len(kept) - most))):
        del kept[key]


def _told(forward: NliScores, backward: NliScores, label: str) -> str:
    # The bound is nothing that NLI said.
    turned = (
        "not asked the other way, where even certainty would not do"
        if backward is SUREST
        else f"{getattr(backward, label):.2f} the other"
    )
    return f"{getattr(forward, label):.2f} one way, {turned}"


def _supposed(forward: NliScores, backward: NliScores, label: str) -> str:
    return f"{getattr(forward, label):.2f} either way, as is supposed before it is asked"


def _by_model(forward: NliScores, backward: NliScores, supposed: bool) -> str:
    if supposed:
        return "No word names a clash, and NLI was not asked."
    if backward is SUREST:
        return "No word names a clash, and NLI was not asked both ways."
    surer = max(forward.contradiction, backward.contradiction)
    if surer < SURE:
        return f"No word names the clash, and NLI gives a contradiction {surer:.2f} at most."
    return f"Read together, the two statements exclude each other (NLI {surer:.2f})."
