"""Which words of two quotes clash, so that a reader sees the quarrel before reading the rest.

This marks; it decides nothing. Where it finds nothing that is plainly at odds it marks nothing.
"""

from __future__ import annotations

import re
from itertools import takewhile

from claimtrack.model import Claim, Conflict, ConflictType, Quantity
from claimtrack.report.view import DENIAL

Span = tuple[int, int]

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ACTORS = frozenset({"PERSON", "ORG", "NORP"})
# Words of the evidence are looked for in the quotes; more hits than this would mark everything.
_MOST_MARKS = 4
# How many words after a denial may be what it denies ("no sign of any damage").
_REACH = 5


def clashing(conflict: Conflict) -> tuple[list[Span], list[Span]]:
    """Return the clashing spans of the quote of ``a`` and of ``b``, as offsets in the quote."""
    a, b = conflict.a, conflict.b
    if conflict.type is ConflictType.QUANTITY:
        found = _quantities(a, b)
    elif conflict.type is ConflictType.DATE:
        found = _times(a), _times(b)
    elif conflict.type is ConflictType.NEGATION:
        found = _denials(a, b)
    elif conflict.type in (ConflictType.PLACE, ConflictType.ACTOR):
        labels = _PLACES if conflict.type is ConflictType.PLACE else _ACTORS
        found = _entities(a, b, labels), _entities(b, a, labels)
    else:
        found = [], []
    if not any(found):
        found = _from_evidence(conflict)
    return _tidy(found[0]), _tidy(found[1])


def _find(quote: str, words: str) -> list[Span]:
    if not words.strip():
        return []
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return [m.span() for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", quote, re.IGNORECASE)]


def _quantities(a: Claim, b: Claim) -> tuple[list[Span], list[Span]]:
    spans: tuple[list[Span], list[Span]] = ([], [])
    for one in a.quantities:
        for two in b.quantities:
            if _alike(one, two) and one.excludes(two):
                spans[0].extend(_find(a.quote, one.text))
                spans[1].extend(_find(b.quote, two.text))
    return spans


def _alike(one: Quantity, two: Quantity) -> bool:
    return one.of == two.of or one.of is None or two.of is None


def _times(claim: Claim) -> list[Span]:
    return [] if claim.event_time is None else _find(claim.quote, claim.event_time.text)


def _denials(a: Claim, b: Claim) -> tuple[list[Span], list[Span]]:
    """Mark the words that deny, and what is denied where the other side has the same word."""
    spans: tuple[list[Span], list[Span]] = ([], [])
    for own, other, mine, theirs in ((a, b, spans[0], spans[1]), (b, a, spans[1], spans[0])):
        for match in DENIAL.finditer(own.quote):
            mine.append(match.span())
            for word in list(_WORD.finditer(own.quote, match.end()))[:_REACH]:
                same = [m for m in _WORD.finditer(other.quote) if _same_stem(word[0], m[0])]
                if same:
                    mine.append(word.span())
                    theirs.extend(m.span() for m in same)
                    break
    return spans


def _same_stem(one: str, two: str) -> bool:
    """Whether two words are forms of one ("breach", "breached"), by their common beginning."""
    letters = zip(one.casefold(), two.casefold(), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], letters))
    return shared >= 4 and shared >= 0.7 * max(len(one), len(two))


def _entities(one: Claim, other: Claim, labels: frozenset[str]) -> list[Span]:
    theirs = {entity.key for entity in other.entities}
    return [
        span
        for entity in one.entities
        if entity.label in labels and entity.key not in theirs
        for span in _find(one.quote, entity.text)
    ]


def _from_evidence(conflict: Conflict) -> tuple[list[Span], list[Span]]:
    """Mark the words that the reasons put in quotation marks, and what denies them."""
    spans: tuple[list[Span], list[Span]] = ([], [])
    quoted = re.compile(r"[\"“‘']([^\"”’']{2,40})[\"”’']")
    details = [item.detail for item in conflict.evidence if item.weight > 0]
    words = {word for text in (conflict.explanation, *details) for word in quoted.findall(text)}
    for claim, found in zip((conflict.a, conflict.b), spans, strict=True):
        for word in words:
            found.extend(_find(claim.quote, word))
        if len(found) > _MOST_MARKS:
            found.clear()
    if not all(spans):
        return _denials(conflict.a, conflict.b)
    for claim, found in zip((conflict.a, conflict.b), spans, strict=True):
        found.extend(match.span() for match in DENIAL.finditer(claim.quote))
    return spans


def _tidy(spans: list[Span]) -> list[Span]:
    """Return ``spans`` in order and joined where they overlap."""
    tidy: list[Span] = []
    for start, end in sorted(spans):
        if tidy and start <= tidy[-1][1]:
            tidy[-1] = (tidy[-1][0], max(end, tidy[-1][1]))
        else:
            tidy.append((start, end))
    return tidy


def adds_words(claim: Claim) -> bool:
    """Whether the statement holds words that the quote does not: something was resolved."""
    quote = {word.casefold() for word in _WORD.findall(claim.quote)}
    statement = {word.casefold() for word in _WORD.findall(claim.statement)}
    return any(len(word) > 3 for word in statement - quote)
