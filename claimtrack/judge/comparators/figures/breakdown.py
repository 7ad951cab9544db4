"""A total and its parts in one breath: "17 people, 11 prisoners and six guards".

What was done with all was done with each part; the parser hangs the parts wherever it likes, but
that they add up to the total is told by the figures themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.judge.readings.reading import Reading
from claimtrack.judge.readings.topic import noun_stem
from claimtrack.model import Quantity

_OPENS = re.compile(
    r"^(?: [\w'’-]+){0,5}?(?: ?[,:;(]| [–—-]|—)\s*"
    r"(?:including |among them |of whom |namely |made up of )?$"
)
"""Between a total and the first of its parts."""
_NEXT = re.compile(r"^(?: [\w'’-]+){1,6}?(?:,|;|,? and|,? plus) $")
"""Between two parts."""


def totals(text: str, quantities: Sequence[Quantity]) -> dict[int, int]:
    """Return for each figure that is listed as a part of a total the place of that total."""
    found: dict[int, int] = {}
    for place, whole in enumerate(quantities):
        if place in found or whole.unit or not _exact(whole):
            continue
        added, last = 0.0, whole
        for number in range(place + 1, len(quantities)):
            part = quantities[number]
            between = text[last.end : part.start]
            joins = _OPENS if last is whole else _NEXT
            if part.unit or not _exact(part) or not joins.match(between):
                break
            added, last = added + part.value, part
            if added >= whole.value:
                break
        parts = [n for n in range(place + 1, len(quantities)) if quantities[n].start <= last.start]
        if len(parts) > 1 and added == whole.value:
            found |= dict.fromkeys(parts, place)
    return found


def words_of(reading: Reading, parts: list[int]) -> frozenset[str]:
    """Return the stems of the nouns and names behind each of the figures at ``parts``."""
    figures = reading.quantities
    found = set()
    for number in parts:
        ahead = [q.start for q in figures if q.start > figures[number].start]
        end = min(ahead, default=len(reading.text))
        span = reading.doc.char_span(figures[number].end, end, alignment_mode="contract")
        for token in span or ():
            if token.is_punct:
                break
            if token.pos_ in ("NOUN", "PROPN"):
                found.add(noun_stem(token.lemma_.lower()))
    return frozenset(found)


def _exact(quantity: Quantity) -> bool:
    return quantity.low == quantity.high == quantity.value
