"""Log-odds of probabilities, kept within limits, and back."""

from __future__ import annotations

import math


def log_odds(probability: float, limit: float) -> float:
    """Return ln(p / (1 - p)) within ±``limit``; 0 and 1 give the limits."""
    if probability <= 0.0:
        return -limit
    if probability >= 1.0:
        return limit
    return max(-limit, min(limit, math.log(probability / (1.0 - probability))))


def probability(odds: float) -> float:
    """Return 1 / (1 + e^-odds), the probability of log-odds."""
    return 1.0 / (1.0 + math.exp(-odds))
