"""Article text made fit for a terminal: no control characters, wrapped, with marked spans."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Bidirectional overrides and isolates reorder what follows them on a terminal or a web page,
# so a quote that holds one could show words that it does not contain.
_REORDERING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(text: str) -> str:
    """Return ``text``, of the same length, with white space as spaces and nothing that acts.

    Articles come from anywhere: an escape sequence in one must not reach a terminal.
    """
    return "".join(_printable(character) for character in text)


def _printable(character: str) -> str:
    if character.isspace():
        return " "
    if character in _REORDERING or unicodedata.category(character) in ("Cc", "Cs"):
        return "\N{REPLACEMENT CHARACTER}"
    return character


def squeeze(text: str) -> str:
    """Return ``text`` printable, with single spaces and none at its ends."""
    return " ".join(printable(text).split())


def shorten(text: str, width: int) -> str:
    """Return ``text`` squeezed and cut at a word to at most ``width`` characters."""
    line = squeeze(text)
    if len(line) <= width:
        return line
    cut = line[: width - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > width // 2 else cut).rstrip() + "…"


def cells(text: str) -> int:
    """Return how many columns ``text`` takes on a terminal (East Asian wide: two)."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    marks = sum(unicodedata.combining(character) != 0 for character in text)
    return len(text) + wide - marks


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line that is either marked or not."""

    text: str
    marked: bool


def wrapped(text: str, spans: Sequence[tuple[int, int]], width: int) -> list[list[Run]]:
    """Break ``text`` into lines of at most ``width`` columns; ``spans`` of it are marked.

    A word that is wider than a line is broken. Marks on neighbouring words run through the
    space between them.
    """
    text = printable(text)
    marked = [False] * len(text)
    for start, end in spans:
        marked[start:end] = [True] * len(marked[start:end])
    lines: list[list[Run]] = []
    line: list[tuple[str, bool]] = []
    used = 0
    for start, end in _words(text, width):
        word = [(text[i], marked[i]) for i in range(start, end)]
        size = cells(text[start:end])
        if line and used + 1 + size > width:
            lines.append(_runs(line))
            line, used = [], 0
        if line:
            line.append((" ", line[-1][1] and word[0][1]))
            used += 1
        line.extend(word)
        used += size
    if line:
        lines.append(_runs(line))
    return lines


def _words(text: str, width: int) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        if text[start] == " ":
            start += 1
            continue
        end = start
        used = 0
        while end < len(text) and text[end] != " ":
            size = cells(text[end])
            if used and used + size > width:
                break
            used += size
            end += 1
        yield start, end
        start = end


def _runs(characters: Sequence[tuple[str, bool]]) -> list[Run]:
    runs: list[Run] = []
    for character, marked in characters:
        if runs and runs[-1].marked is marked:
            runs[-1] = Run(runs[-1].text + character, marked)
        else:
            runs.append(Run(character, marked))
    return runs
