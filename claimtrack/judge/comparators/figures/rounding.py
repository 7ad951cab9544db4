"""How exactly a figure is meant, by how it is written."""

from __future__ import annotations

import math
import re

from claimtrack.model import Quantity


def rounding(quantity: Quantity) -> float:
    """How far the true value may lie from the stated one, for how coarsely it is stated.

    Half a unit of the last digit that is not zero, at most a twentieth (Krifka 2007, "Approximate
    interpretation of number words"); small whole counts are exact.
    """
    value = abs(quantity.value)
    if value == 0 or math.isinf(value):
        return 0.0
    if not re.search(r"\d", quantity.text) and quantity.unit == "%":
        return 2.5  # "two thirds", "half"
    if value < 100 and quantity.unit == "" and value == int(value):
        return 0.0
    digits = f"{value:.10g}"
    if "e" in digits:
        digits = f"{value:.0f}"
    if "." in digits:
        place = 10.0 ** -len(digits.rsplit(".", 1)[1])
    else:
        place = 10.0 ** (len(digits) - len(digits.rstrip("0")))
    return float(min(place / 2, value / 20))
