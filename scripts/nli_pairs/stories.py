"""Pairs from stories: what many mouths say on one event, with what cannot both be true marked.

A story (a line of ``stories/*.jsonl``, written by us) has points of dispute and other statements.
A point has sides ``a``, ``b`` and perhaps ``c``: statements of two sides contradict each other,
the first of a side is entailed by the others of it. ``near`` looks like a side and contradicts
none. So a page of text gives hundreds of labelled pairs in the proportions that an audit meets:
look-alikes of one story, worded by different people, few of which clash.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from .grammar import Pair

SIDES = ("a", "b", "c")
FOLDER = Path(__file__).parent / "stories"
NOT_CONTRADICTION = "not_contradiction"
"""Entailment or neutral, which of the two is not said."""

ACROSS = 40
"""Pairs of a story whose sides belong to different points; there are hundreds, mostly easy, so
that those with the most words in common are taken first."""


@dataclass(frozen=True, slots=True)
class Point:
    """One matter of dispute: its sides, and what only looks like one of them."""

    kind: str
    sides: tuple[tuple[str, ...], ...]
    near: tuple[str, ...]

    @property
    def statements(self) -> list[str]:
        """All of it."""
        return [*(text for side in self.sides for text in side), *self.near]


@dataclass(frozen=True, slots=True)
class Story:
    """All that is said on one event."""

    id: str
    points: tuple[Point, ...]
    others: tuple[str, ...]


def read_stories(paths: Sequence[Path]) -> list[Story]:
    """The stories of some files. Raises ValueError naming a line that is none."""
    found = []
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.strip():
                try:
                    found.append(_story(json.loads(line)))
                except (KeyError, TypeError, ValueError) as error:
                    raise ValueError(f"{path.name} line {number}: {error!r}") from error
    return found


def _story(row: dict[str, Any]) -> Story:
    points = tuple(
        Point(
            str(point["kind"]),
            tuple(tuple(point[side]) for side in SIDES if point.get(side)),
            tuple(point.get("near", ())),
        )
        for point in row["points"]
    )
    if not points or any(len(point.sides) < 2 for point in points):
        raise ValueError("a point has two sides or more")
    return Story(str(row["id"]), points, tuple(row.get("others", ())))


def pairs(story: Story, rng: random.Random) -> Iterator[Pair]:
    """The labelled pairs of a story, the same for the same generator."""
    for point in story.points:
        for first, second in combinations(point.sides, 2):
            for a in first:
                for b in second:
                    sides = [a, b]
                    rng.shuffle(sides)
                    yield _pair(story, *sides, "contradiction", point.kind)
        for side in point.sides:
            core, *rest = side
            for text in rest:
                yield _pair(story, text, core, "entailment", f"{point.kind} one side")
                yield _pair(story, core, text, NOT_CONTRADICTION, f"{point.kind} one side")
            for a, b in combinations(rest, 2):
                sides = [a, b]
                rng.shuffle(sides)
                yield _pair(story, *sides, NOT_CONTRADICTION, f"{point.kind} one side")
            for text in side:
                for near in point.near:
                    sides = [text, near]
                    rng.shuffle(sides)
                    yield _pair(story, *sides, NOT_CONTRADICTION, f"{point.kind} near")
    yield from _across(story, rng)


def _across(story: Story, rng: random.Random) -> Iterator[Pair]:
    groups = [*(point.statements for point in story.points), *([text] for text in story.others)]
    found = [
        (_overlap(a, b) + 0.2 * rng.random(), a, b)
        for first, second in combinations(groups, 2)
        for a in first
        for b in second
    ]
    found.sort(reverse=True)
    for _, *sides in found[:ACROSS]:
        rng.shuffle(sides)
        yield _pair(story, *sides, NOT_CONTRADICTION, "across")


def _overlap(a: str, b: str) -> float:
    first, second = set(a.lower().split()), set(b.lower().split())
    return len(first & second) / min(len(first), len(second))


def _pair(story: Story, premise: str, hypothesis: str, label: str, kind: str) -> Pair:
    return Pair(premise, hypothesis, label, kind, story.id)
