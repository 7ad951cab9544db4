"""Cutting a pair that is longer than a model's window into pairs that fit. Nothing is dropped."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from claimtrack.model import NliScores

Spans = Callable[[str], Sequence[tuple[int, int]]]
"""Gives the (start, end) offsets of a text's tokens, special tokens left out."""


def _units(text: str, spans: Sequence[tuple[int, int]], size: int) -> list[tuple[int, int, int]]:
    """(start, end, tokens) of each word; a word of more than ``size`` tokens is cut in pieces."""
    units: list[tuple[int, int, int]] = []
    position = 0
    for word in re.finditer(r"\S+", text):
        first = position
        while position < len(spans) and spans[position][0] < word.end():
            position += 1
        inside = spans[first:position]
        if len(inside) <= size:
            units.append((word.start(), word.end(), len(inside)))
            continue
        for offset in range(0, len(inside), size):
            part = inside[offset : offset + size]
            units.append((part[0][0], part[-1][1], len(part)))
    return units


def text_windows(text: str, spans: Sequence[tuple[int, int]], size: int) -> list[str]:
    """Overlapping slices of at most ``size`` tokens, cut between words, that cover ``text``.

    Neighbours share up to half a window, so that no clause of half a window's length is split
    in every slice. Raises ValueError if ``size`` is below 1.
    """
    if size < 1:
        raise ValueError("a window holds at least one token")
    if len(spans) <= size:
        return [text]
    units = _units(text, spans, size)
    windows = []
    start = 0
    while True:
        end, total = start, 0
        while end < len(units) and (end == start or total + units[end][2] <= size):
            total += units[end][2]
            end += 1
        windows.append(text[units[start][0] : units[end - 1][1]])
        if end == len(units):
            return windows
        back, shared = end, 0
        # Room is left for the next word, so that each window reads something new.
        most = min(size // 2, size - units[end][2])
        while back - 1 > start and shared + units[back - 1][2] <= most:
            back -= 1
            shared += units[back][2]
        start = back


def pair_windows(premise: str, hypothesis: str, spans: Spans, room: int) -> list[tuple[str, str]]:
    """The pair itself if its tokens fit into ``room``, else all pairs of windows of the two.

    The shorter side is kept whole up to half of the room; the longer side slides beside it.
    """
    tokens = (spans(premise), spans(hypothesis))
    if len(tokens[0]) + len(tokens[1]) <= room:
        return [(premise, hypothesis)]
    short = min(len(tokens[0]), len(tokens[1]), room // 2)
    sizes = [room - short, room - short]
    sizes[0 if len(tokens[0]) <= len(tokens[1]) else 1] = short
    return [
        (a, b)
        for a in text_windows(premise, tokens[0], max(1, sizes[0]))
        for b in text_windows(hypothesis, tokens[1], max(1, sizes[1]))
    ]


def worst(scores: Sequence[NliScores]) -> NliScores:
    """The scores of the window with the most contradiction; the first of equals."""
    return max(scores, key=lambda score: score.contradiction)
