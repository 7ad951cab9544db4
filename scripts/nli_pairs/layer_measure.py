"""Pairs about lengths, weights and temperatures in different units."""

from __future__ import annotations

import random
from collections.abc import Callable

from .dress import dress
from .grammar import Pair, Scene, Topic

# what is measured; unit as written; other unit; value there from the value here; range of values.
# Factors: international mile 1.609344 km, foot 0.3048 m, pound 0.45359237 kg, acre 0.40468564 ha.
Rule = tuple[list[str], str, str, Callable[[float], float], tuple[int, int]]
RULES: list[Rule] = [
    (
        [
            "the tunnel near {city} is {q} long",
            "the length of the tunnel near {city} is {q}",
            "the tunnel near {city} has a length of {q}",
        ],
        "kilometres",
        "miles",
        lambda v: v / 1.609344,
        (8, 300),
    ),
    (
        [
            "the camp lies {q} from {city}",
            "the distance between {city} and the camp is {q}",
            "it is {q} from {city} to the camp",
        ],
        "km",
        "miles",
        lambda v: v / 1.609344,
        (10, 400),
    ),
    (
        [
            "the wave that hit {city} was {q} high",
            "a wave of {q} hit {city}",
            "{city} was struck by a wave {q} high",
        ],
        "metres",
        "feet",
        lambda v: v / 0.3048,
        (5, 30),
    ),
    (
        [
            "the bomb found in {city} weighed {q}",
            "the weight of the bomb found in {city} was {q}",
            "in {city} a bomb weighing {q} was found",
        ],
        "kilograms",
        "pounds",
        lambda v: v / 0.45359237,
        (40, 900),
    ),
    (
        [
            "the fire near {city} burned {q} of forest",
            "{q} of forest burned near {city}",
            "near {city}, the fire destroyed {q} of forest",
        ],
        "hectares",
        "acres",
        lambda v: v / 0.40468564,
        (30, 5000),
    ),
    (
        [
            "temperatures in {city} reached {q}",
            "the thermometer in {city} showed {q}",
            "in {city} it was {q} at the peak of the heat",
        ],
        "degrees Celsius",
        "degrees Fahrenheit",
        lambda v: v * 9 / 5 + 32,
        (24, 47),
    ),
    (
        [
            "the jet was flying at {q} over {city}",
            "over {city} the height of the jet was {q}",
            "the jet passed over {city} at a height of {q}",
        ],
        "metres",
        "feet",
        lambda v: v / 0.3048,
        (900, 12000),
    ),
]


def _round(v: float) -> int:
    """To two figures, or to a whole number below 100."""
    step = 1
    while v / step >= 200:
        step *= 10
    return round(v / step) * step


def measures(topic: Topic, rng: random.Random) -> list[Pair]:
    """Pairs of one measurement in two units (rounded by at most 1 %), and of two measurements."""
    scene = Scene(topic, rng)
    forms, unit, other_unit, convert, (low, high) = rng.choice(RULES)
    for _ in range(50):
        v = _round(rng.uniform(low, high))
        c = _round(convert(v))
        if abs(c - convert(v)) <= 0.01 * c:
            break
    else:
        return []
    w = v
    celsius = unit.startswith("degrees")
    while abs(w - v) < (6 if celsius else 0.35 * v):
        w = _round(rng.uniform(low, high))

    def say(x: float, u: str, where: Scene = scene, hedge: str = "") -> str:
        q = f"{hedge}{round(x):,} {u}"
        return where.say(rng.choice(forms).replace("{q}", q))

    far = _round(convert(w))
    about = rng.choice(["about ", "around ", "roughly ", "some "])
    other = scene.but("city")
    return [
        dress(scene, say(v, unit), say(c, other_unit, scene, about), "entailment", "unit-same"),
        dress(scene, say(c, other_unit), say(v, unit, scene, about), "entailment", "unit-same"),
        dress(scene, say(v, unit), say(far, other_unit), "contradiction", "unit", True),
        dress(scene, say(v, unit), say(v, other_unit), "contradiction", "unit", True),
        dress(scene, say(v, unit), say(w, unit), "contradiction", "measure", True),
        dress(scene, say(v, unit), say(far, other_unit, other), "neutral", "other-measure", True),
        dress(scene, say(v, unit), say(w, unit, other), "neutral", "other-measure", True),
    ]
