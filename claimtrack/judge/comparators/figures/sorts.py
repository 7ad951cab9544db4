"""Words before the noun of a figure that make it the figure of something else.

Core inflation is not inflation, and the unemployment of the young not that of all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_NARROWER = frozenset(
    "core underlying youth female male rural urban regional local producer wholesale factory "
    "import export food energy fuel rent service services real long-term short-term graduate "
    "primary secondary second-hand overnight two-year ten-year year-ahead".split()
)
"""These name a part of what the bare noun names: of the two each has its own figure."""
_BASES = frozenset("net gross operating pre-tax nominal basic adjusted unadjusted".split())
"""Of these the bare noun may mean any: only two of them are two figures."""
_NOUNS = ("NOUN", "PROPN")


def sorts_of(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the words before the nouns among ``tokens`` that make theirs another figure."""
    found = set()
    for noun in tokens:
        if noun.pos_ not in _NOUNS:
            continue
        for word in noun.children:
            if word.dep_ in ("amod", "compound", "nmod") and word.i < noun.i:
                found |= {word.lower_} & (_NARROWER | _BASES)
    return frozenset(found)


def two_sorts(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two figures of one noun are of two sorts of it."""
    if a & _NARROWER != b & _NARROWER:
        return True
    first, second = a & _BASES, b & _BASES
    return bool(first and second and not first & second)
