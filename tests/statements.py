"""Statements read for the tests of comparators, and what a comparator says of two of them."""

from __future__ import annotations

from claimtrack.judge.comparators import COMPARATORS, signals_between
from claimtrack.judge.comparators.comparison import Comparison
from claimtrack.judge.readings.reading import Reading, read
from claimtrack.model import Statement
from claimtrack.text.parse import SpacyParser


def readings(parser: SpacyParser, *texts: str) -> list[Reading]:
    """Return the texts read, in their order."""
    docs = parser.parse(list(texts))
    return [read(Statement(text), doc) for text, doc in zip(texts, docs, strict=True)]


def value(name: str, a: Reading, b: Reading) -> float:
    """What a comparator says, 0 where it abstains; for or against must hold in either order."""
    said = [COMPARATORS[name](Comparison(m, n)) for m, n in ((a, b), (b, a))]
    values = [0.0 if found is None else found.value for found in said]
    assert [found > 0 for found in values] in ([True, True], [False, False])
    assert [found < 0 for found in values] in ([True, True], [False, False])
    return values[0]


def clashes(name: str, a: Reading, b: Reading) -> bool:
    """Whether the comparator speaks for a conflict, which it must do in either order."""
    return value(name, a, b) > 0


def pairs(block: str) -> list[tuple[str, str]]:
    """Two statements a line, with a bar between them."""
    lines = (line.split(" | ") for line in block.strip().splitlines())
    return [(one, other) for one, other in lines]


def speaks(parser: SpacyParser, one: str, other: str) -> list[str]:
    """Names of the comparators that speak for a conflict."""
    found = signals_between(*readings(parser, one, other))
    return [signal.name for signal in found if signal.value >= 0.3]
