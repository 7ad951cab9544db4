"""Who disputes whom: holders as nodes, their disputes as edges, laid out once and drawn as SVG."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from claimtrack.model import Claim, HolderKind
from claimtrack.report.view import View
from claimtrack.report.wording import cells, shorten, squeeze

WIDTH = 960.0
MOST_NODES = 60
"""More than this can't be told apart on a page; those with most conflicts are drawn."""
_LABEL = 24
_LETTER = 6.6
_GAP = 24.0
_LINE = 34.0
# Names need more room across than down.
_FLAT = 0.75


@dataclass(frozen=True, slots=True)
class Node:
    """A holder: its place, size and name. ``rings`` counts what it says against itself."""

    name: str
    label: str
    kind: str
    x: float
    y: float
    radius: float
    conflicts: int
    rings: int


@dataclass(frozen=True, slots=True)
class Edge:
    """The conflicts between two holders."""

    a: Node
    b: Node
    conflicts: int
    width: float


@dataclass(frozen=True, slots=True)
class Network:
    """The drawing; ``left_out`` counts the holders that are not in it."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: float
    height: float
    left_out: int


def network(view: View) -> Network:
    """Lay out the holders of all conflicts; an institution and its speakers are one node."""
    names: dict[str, str] = {}
    kinds: dict[str, str] = {}
    pairs: Counter[tuple[str, str]] = Counter()
    own: Counter[str] = Counter()
    for conflict in view.conflicts:
        keys = []
        for claim in view.sides(conflict):
            key = _key(claim)
            names.setdefault(key, voice_name(claim))
            kinds.setdefault(key, claim.holder.kind.value)
            keys.append(key)
        if keys[0] == keys[1]:
            own[keys[0]] += 1
        else:
            pairs[min(keys), max(keys)] += 1
    total: Counter[str] = Counter(own)
    for (a, b), number in pairs.items():
        total[a] += number
        total[b] += number
    drawn = sorted(total, key=lambda key: (-total[key], names[key], key))[:MOST_NODES]
    edges = {pair: n for pair, n in pairs.items() if set(pair) <= set(drawn)}
    labels = {key: shorten(names[key], _LABEL) for key in drawn}
    places, height = _layout(drawn, edges, labels)
    nodes = {
        key: Node(
            names[key],
            labels[key],
            kinds[key],
            round(places[key][0], 1),
            round(places[key][1], 1),
            round(6 + 3 * math.sqrt(total[key]), 1),
            total[key],
            own[key],
        )
        for key in drawn
    }
    lines = tuple(
        Edge(nodes[a], nodes[b], n, round(1 + 1.2 * math.sqrt(n), 1))
        for (a, b), n in sorted(edges.items())
    )
    return Network(tuple(nodes.values()), lines, WIDTH, round(height, 1), len(total) - len(drawn))


def voice_name(claim: Claim) -> str:
    """Return the name of the institution that speaks, if one does, else the holder's."""
    return squeeze(claim.holder.on_behalf_of or claim.holder.name)


def _key(claim: Claim) -> str:
    """An anonymous source is nobody else, and nobody in another article."""
    if claim.holder.kind is HolderKind.ANONYMOUS:
        return f"{claim.holder.key}|{claim.document}"
    return claim.holder.voice


def _layout(
    keys: list[str], edges: dict[tuple[str, str], int], labels: dict[str, str]
) -> tuple[dict[str, list[float]], float]:
    """Place each group of holders that are joined, then the groups in rows; the largest first."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(keys)
    graph.add_edges_from(sorted(edges))
    order = {key: number for number, key in enumerate(keys)}
    groups = sorted(
        (sorted(group, key=order.__getitem__) for group in nx.connected_components(graph)),
        key=lambda group: (-len(group), order[group[0]]),
    )
    places: dict[str, list[float]] = {}
    x, y, row = 0.0, 0.0, 0.0
    for group in groups:
        inside, width, height = _group(graph.subgraph(group), group, labels)
        if x and x + width > WIDTH:
            x, y, row = 0.0, y + row, 0.0
        for key, (left, top) in inside.items():
            places[key] = [x + left, y + top]
        x, row = x + width, max(row, height)
    return places, y + row


def _group(
    graph: Any, keys: list[str], labels: dict[str, str]
) -> tuple[dict[str, list[float]], float, float]:
    """Return where the nodes of one group stand in its box, and the box's size."""
    import networkx as nx

    halves = {key: max(24.0, cells(labels[key]) * _LETTER / 2) + _GAP / 2 for key in keys}
    if len(keys) <= 2:
        x, places = 0.0, {}
        for key in keys:
            places[key] = [x + halves[key], 44.0]
            x += 2 * halves[key] + _GAP
        return places, x, 108.0
    # From a circle in a fixed order, so that the same findings give the same picture.
    start = nx.circular_layout(sorted(keys))
    found = _level(nx.kamada_kawai_layout(graph, pos={key: start[key] for key in keys}))
    xs, ys = ([place[axis] for place in found.values()] for axis in (0, 1))
    widest = max(halves.values())
    size = min(WIDTH, 2 * widest + 115.0 * math.sqrt(len(keys)))
    scale = (size - 2 * widest) / ((max(xs) - min(xs)) or 1.0)
    places = {
        key: [widest + scale * (x - min(xs)), _FLAT * scale * (y - min(ys))]
        for key, (x, y) in found.items()
    }
    _part(places, halves)
    top = min(y for _, y in places.values())
    for place in places.values():
        place[1] += 36 - top
    return places, size, max(y for _, y in places.values()) + 64


def _level(places: dict[str, Any]) -> dict[str, tuple[float, float]]:
    """Turn a layout so that it is widest from left to right, as the page is."""
    points = [(float(x), float(y)) for x, y in places.values()]
    angle = 0.5 * math.atan2(
        2 * sum(x * y for x, y in points), sum(x * x - y * y for x, y in points)
    )
    cos, sin = math.cos(angle), math.sin(angle)
    return {
        key: (cos * x + sin * y, cos * y - sin * x)
        for key, (x, y) in zip(places, points, strict=True)
    }


def _part(places: dict[str, list[float]], halves: dict[str, float]) -> None:
    """Push names that lie on each other apart, up and down, until none do (or a while is over)."""
    for _ in range(200):
        moved = False
        for a, b in combinations(sorted(places), 2):
            near = abs(places[a][0] - places[b][0]) < halves[a] + halves[b]
            gap = places[b][1] - places[a][1]
            if near and abs(gap) < _LINE + 12:
                push = (_LINE + 12 - abs(gap)) / 2 + 0.5
                sign = 1 if gap >= 0 else -1
                places[a][1] -= sign * push
                places[b][1] += sign * push
                moved = True
        if not moved:
            return
