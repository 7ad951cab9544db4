"""Content words of English text as stems, and how rare each is among the texts at hand."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from runpy import run_path

WORD = re.compile(r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*|\d[\d.,]*\d|\d")


NEGATIVE_PREFIXES = ("un", "non", "dis", "in", "im", "il", "ir")
"""Quirk, Greenbaum, Leech and Svartvik 1985, "A Comprehensive Grammar of the English Language",
appendix I.21."""


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    # Run alone: it is a file of words, while ``import spacy`` brings torch with it, which a run
    # that finds everything in its cache does without.
    spec = find_spec("spacy")
    assert spec is not None
    assert spec.submodule_search_locations
    file = Path(spec.submodule_search_locations[0], "lang", "en", "stop_words.py")
    return frozenset(run_path(str(file))["STOP_WORDS"])


@lru_cache(maxsize=1)
def _stemmer() -> object:
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the Porter2 stem (Porter 2001, Snowball) of one word in lower case."""
    stemmed: str = _stemmer().stemWord(word.lower())  # type: ignore[attr-defined]
    return stemmed


@lru_cache(maxsize=16384)
def content_words(text: str) -> tuple[str, ...]:
    """Return in order the stems of the words that are no function words or numbers."""
    stop = _stop_words()
    words = (match.group().lower().replace("’", "'") for match in WORD.finditer(text))
    bare = (word.removesuffix("'s") for word in words)
    return tuple(stem(w) for w in bare if w not in stop and not w[0].isdigit())


def content_stems(text: str) -> frozenset[str]:
    """Return the stems of the words of ``text`` that are no function words or numbers."""
    return frozenset(content_words(text))


def rarity(texts: Iterable[Iterable[str]]) -> dict[str, float]:
    """Return the smoothed inverse document frequency, ln(1 + n/df), of each item in ``texts``."""
    counts: Counter[str] = Counter()
    total = 0
    for items in texts:
        counts.update(set(items))
        total += 1
    return {item: math.log(1 + total / count) for item, count in counts.items()}


def unnegated(stems: Iterable[str], others: Collection[str]) -> frozenset[str]:
    """Return ``stems`` without a negative prefix where the bare stem is among ``others``.

    "undamaged" and "damaged" speak of one thing as "not damaged" and "damaged" do.
    """
    return frozenset(_unnegated(stem, others) for stem in stems)


def _unnegated(stem: str, others: Collection[str]) -> str:
    if not stem.startswith(NEGATIVE_PREFIXES):
        return stem
    for prefix in NEGATIVE_PREFIXES:
        bare = stem.removeprefix(prefix)
        if bare != stem and len(bare) >= 4 and bare in others:
            return bare
    return stem


def containment(a: Iterable[str], b: Iterable[str], weight: Mapping[str, float]) -> float:
    """Return the weighted share of the smaller set that is in the other, in [0, 1].

    The overlap coefficient (Szymkiewicz–Simpson) with weights; 0 where either set is empty.
    """
    first, second = set(a), set(b)
    shared = sum(weight.get(item, 1.0) for item in first & second)
    smaller = min(
        sum(weight.get(item, 1.0) for item in first),
        sum(weight.get(item, 1.0) for item in second),
    )
    return shared / smaller if smaller else 0.0
