"""Whether a text leaves nothing out: what it says of all, of none or of one alone."""

from __future__ import annotations

import re
from functools import lru_cache

_SWEEPING = re.compile(
    r"\b(?:every|all|each|both|none|nobody|no one|nothing|never|not one|not a single|no|only"
    r"|always|any|entire|whole|nowhere|exactly|ever|neither|sole|solely|alone|himself|herself"
    r"|themselves|itself|full|fully|entirely|completely)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def sweeping(text: str) -> bool:
    """Whether one exception would make ``text`` false: "every machine", "nobody", "exactly one"."""
    return bool(_SWEEPING.search(text))
