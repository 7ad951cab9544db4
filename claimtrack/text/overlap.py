"""Whether two readings of one text are of the same passage, by words and not by offsets."""

from __future__ import annotations

from claimtrack.model import normalise


def same_passage(text: str, start: int, quote: str, sought: str) -> bool:
    """Whether ``sought`` shares half of the shorter of it and ``quote``, which is at ``start``.

    Words are compared as ``normalise`` gives them, so case, spaces and signs don't matter.
    """
    words, wanted = normalise(text).split(), normalise(sought).split()
    first = len(normalise(text[:start]).split())
    last = first + len(normalise(quote).split())
    half = min(last - first, len(wanted)) / 2
    if not half:
        return False
    for at in range(len(words) - len(wanted) + 1):
        shared = min(last, at + len(wanted)) - max(first, at)
        if shared >= half and words[at : at + len(wanted)] == wanted:
            return True
    return False
