"""The judge's calibration with what reviewers' decisions teach."""

from __future__ import annotations

import json
from pathlib import Path

from claimtrack.errors import InputError
from claimtrack.judge.calibration import Calibration
from claimtrack.judge.context import JUDGE
from claimtrack.model import digest
from claimtrack.review.calibrate import Fit


def signals(calibration: Calibration) -> set[str]:
    """Return the signals that a calibration weighs, by the names under which evidence has them."""
    return {name.rstrip("+-") for name in calibration.weights}


def refitted(calibration: Calibration, fit: Fit) -> Calibration:
    """Return the calibration with every weight times its signal's factor, and its base shifted.

    In context the judge's log-odds count ``JUDGE`` times, so the shift is divided by it.
    """
    return Calibration(
        base=round(calibration.base + fit.shift / JUDGE, 4),
        weights={
            name: round(weight * fit.factors.get(name.rstrip("+-"), 1.0), 4)
            for name, weight in calibration.weights.items()
        },
        threshold=calibration.threshold,
        nli=calibration.nli,
        data=digest("decisions", calibration.fingerprint, repr(sorted(fit.factors.items()))),
    )


def write(calibration: Calibration, path: Path) -> None:
    """Write a calibration to a file. Raises InputError where that can't be done."""
    try:
        path.write_text(json.dumps(calibration.as_json(), indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise InputError(f"can't write {path}: {error.strerror or error}") from error
