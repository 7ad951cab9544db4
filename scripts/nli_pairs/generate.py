"""Run the layers over the topics."""

from __future__ import annotations

import random
from collections.abc import Callable

from . import topics_a, topics_b, topics_c, topics_d
from .balance import sample, swap_free, unique
from .grammar import Pair, Topic, parse
from .layer_clause import clause
from .layer_count import counts, keyed
from .layer_instance import instances
from .layer_measure import measures
from .layer_modal import modal
from .layer_views import events, groups, opinions

# Rounds a layer gets for every round of the pool: more where a topic has more to say.
LAYERS: list[tuple[Callable[[Topic, random.Random], list[Pair]], int]] = [
    (clause, 4),
    (modal, 3),
    (counts, 2),
    (keyed, 3),
    (groups, 1),
    (opinions, 1),
    (events, 1),
]
# Subjects of their own, made by one layer each.
ALONE = {"measures": (measures, 30), "instances": (instances, 50)}
MIN_WORDS, MAX_WORDS = 4, 34


def all_topics() -> list[Topic]:
    """Every topic, in a fixed order."""
    texts = (topics_a.TEXT, topics_b.TEXT, topics_c.TEXT, topics_d.TEXT)
    return [t for text in texts for t in parse(text)] + [Topic(name) for name in ALONE]


def pool(topics: list[Topic], rounds: int, seed: int) -> list[Pair]:
    """All pairs of `rounds` rounds over the topics, repeats dropped."""
    out: list[Pair] = []
    for t in topics:
        rng = random.Random(f"{seed}/{t.name}")
        for _ in range(rounds):
            for layer, times in [ALONE[t.name]] if t.name in ALONE else LAYERS:
                for _ in range(times):
                    out += layer(t, rng)
    fits = [
        p
        for p in out
        if all(MIN_WORDS <= len(s.split()) <= MAX_WORDS for s in (p.premise, p.hypothesis))
    ]
    return swap_free(unique(fits), random.Random(seed))


def build(topics: list[Topic], rows: int, seed: int) -> list[Pair]:
    """`rows` balanced pairs about `topics`."""
    rounds = max(2, round(rows * 4 / (len(topics) * 110)))
    return sample(unique(pool(topics, rounds, seed)), rows, seed)
