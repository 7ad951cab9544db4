"""The weights that turn signals into one probability, and where they came from."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimtrack.errors import ConfigError
from claimtrack.judge.odds import log_odds
from claimtrack.judge.signals import Signal
from claimtrack.model import NliScores, digest

SHIPPED = Path(__file__).parent / "calibration.json"
LIMIT = math.log(999)
"""Log-odds of NLI's probabilities are kept within this (0.001 to 0.999)."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic model: ``base`` plus one weight a feature; scores at ``threshold`` are flagged.

    ``nli`` is the fingerprint of the model whose scores it was fitted on, ``data`` the hash of
    the pairs.
    """

    base: float
    weights: Mapping[str, float]
    threshold: float
    nli: str
    data: str

    @property
    def fingerprint(self) -> str:
        """A hash of everything in it."""
        return digest("calibration", json.dumps(self.as_json(), sort_keys=True))

    def as_json(self) -> dict[str, object]:
        """The calibration as it stands in its file."""
        return {
            "schema": "claimtrack.calibration/1",
            "base": self.base,
            "weights": dict(sorted(self.weights.items())),
            "threshold": self.threshold,
            "nli": self.nli,
            "data": self.data,
        }

    @classmethod
    def read(cls, path: Path = SHIPPED) -> Calibration:
        """Read a calibration. Raises ConfigError if the file is missing or broken."""
        try:
            row = json.loads(path.read_text(encoding="utf-8"))
            return cls(
                base=float(row["base"]),
                weights={str(key): float(value) for key, value in row["weights"].items()},
                threshold=float(row["threshold"]),
                nli=str(row["nli"]),
                data=str(row["data"]),
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise ConfigError(
                f"the calibration {path.name} can't be read ({error}); "
                "make it anew with scripts/calibrate.py"
            ) from error


def features(
    forward: NliScores, backward: NliScores, signals: Sequence[Signal]
) -> dict[str, float]:
    """Return the features of a pair, the same whichever statement comes first.

    ``nli.contradiction`` is the mean log-odds of a contradiction over both directions and
    ``nli.weaker`` the lower of the two; ``nli.entailment`` the higher probability of an
    entailment, ``nli.neutral`` the mean probability of neither. A comparator gives
    ``name+`` (0 to 1) where it speaks for a conflict and ``name-`` where against.
    """
    odds = sorted(log_odds(scores.contradiction, LIMIT) for scores in (forward, backward))
    found = {
        "nli.contradiction": sum(odds) / 2,
        "nli.weaker": odds[0],
        "nli.entailment": max(forward.entailment, backward.entailment),
        "nli.neutral": (forward.neutral + backward.neutral) / 2,
    }
    for signal in signals:
        key = f"{signal.name}{'+' if signal.value > 0 else '-'}"
        found[key] = max(found.get(key, 0.0), abs(signal.value))
    return found
