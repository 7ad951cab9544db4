"""Whether a text says no to something, by its words alone (``polarity`` reads a parse)."""

from __future__ import annotations

import re
from functools import lru_cache

_NEGATIVE = re.compile(
    r"\b(?:not|no|never|nobody|none|nothing|neither|nor|without|false|untrue|wrong|cannot"
    r"|fail(?:s|ed|ing)?|den(?:y|ies|ied))\b|n[’']t\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def negative(text: str) -> bool:
    """Whether a word of denial stands anywhere in ``text``."""
    return bool(_NEGATIVE.search(text))
