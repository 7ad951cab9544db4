"""Which words of two quotes clash, so that a reader sees the quarrel before reading the rest.

This marks; it decides nothing. Where it finds nothing that is plainly at odds it marks nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from claimtrack.model import Claim, Conflict, ConflictType, Quantity
from claimtrack.report.view import DENIAL
from claimtrack.text.inflect import participle, past

Span = tuple[int, int]

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_QUOTED = re.compile(r"[\"“‘']([^\"”’']{2,40})[\"”’']")
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ACTORS = frozenset({"PERSON", "ORG", "NORP"})
# Words of the evidence are looked for in the quotes; more hits than this would mark everything.
_MOST_MARKS = 4
# How many words after a denial may be what it denies ("no sign of any damage").
_REACH = 5
# What may stand between a denial and what it denies.
_LIGHT = frozenset(
    """a an the any all at such some more most one of to in on for it its that this there
    be been being is are was were am has have had having do does did done will would can could
    may might shall should must get got yet ever also even fully really simply just only
    sign signs evidence trace traces reason indication proof word report reports""".split()
)


def clashing(conflict: Conflict) -> tuple[list[Span], list[Span]]:
    """Return the clashing spans of the quote of ``a`` and of ``b``, as offsets in the quote."""
    a, b = conflict.a, conflict.b
    if conflict.type is ConflictType.QUANTITY:
        found = _quantities(conflict)
    elif conflict.type is ConflictType.DATE:
        found = _days(a, b)
    elif conflict.type is ConflictType.NEGATION:
        found = _denials(conflict)
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


def _quantities(conflict: Conflict) -> tuple[list[Span], list[Span]]:
    a, b = conflict.a, conflict.b
    pairs = [
        (one.text, two.text)
        for one in a.quantities
        for two in b.quantities
        if _alike(one, two) and one.excludes(two)
    ]
    # Of several the one that the reason names: "13 aircraft and not one more" is about 13.
    said = conflict.explanation.removeprefix("One says")
    named = [pair for pair in pairs if all(_find(said, words) for words in pair)]
    spans: tuple[list[Span], list[Span]] = ([], [])
    for one_text, two_text in named or pairs:
        spans[0].extend(_find(a.quote, one_text))
        spans[1].extend(_find(b.quote, two_text))
    return spans


def _alike(one: Quantity, two: Quantity) -> bool:
    return one.of == two.of or one.of is None or two.of is None


def _days(a: Claim, b: Claim) -> tuple[list[Span], list[Span]]:
    """Mark the days; where the two have one in common it is the hours that clash."""
    one, two = a.event_time, b.event_time
    if one is not None and two is not None and one.overlaps(two):
        return [], []
    return tuple(  # type: ignore[return-value]
        [] if claim.event_time is None else _find(claim.quote, claim.event_time.text)
        for claim in (a, b)
    )


def _denials(conflict: Conflict) -> tuple[list[Span], list[Span]]:
    """Mark the words that deny, and what is denied where the other side speaks of it too.

    Where nothing that is denied is found on the other side, the first denial alone is marked.
    """
    a, b = conflict.a, conflict.b
    phrases = " ".join(_QUOTED.findall(conflict.explanation))
    named = [word for word in _WORD.findall(phrases) if word.casefold() not in _LIGHT]
    spans: tuple[list[Span], list[Span]] = ([], [])
    for own, other, mine, theirs in ((a, b, spans[0], spans[1]), (b, a, spans[1], spans[0])):
        for match in DENIAL.finditer(own.quote):
            denied = _denied(own.quote, match.end(), named)
            if denied is None:
                continue
            words = [denied[0], *(named if _among(denied[0], named) else [])]
            same = [m.span() for m in _WORD.finditer(other.quote) if _among(m[0], words)]
            if same:
                mine += [match.span(), denied.span()]
                theirs += same
    if not any(spans):
        for claim, found in zip((a, b), spans, strict=True):
            found += [match.span() for match in DENIAL.finditer(claim.quote)][:1]
    return spans


def _denied(quote: str, start: int, named: list[str]) -> re.Match[str] | None:
    """Return the word that a denial before ``start`` denies: one that is ``named``, else the next.

    Words that may stand between the two are passed over.
    """
    after = list(_WORD.finditer(quote, start))[:_REACH]
    for word in after:
        if _among(word[0], named):
            return word
    return next((word for word in after if word[0].casefold() not in _LIGHT), None)


def _among(word: str, others: Iterable[str]) -> bool:
    return any(_same_word(word, other) for other in others)


def _same_word(one: str, two: str) -> bool:
    """Whether two words are forms of one ("breach", "breached"; "break", "broke")."""
    one, two = one.casefold(), two.casefold()
    if two in (one, past(one), participle(one)) or one in (past(two), participle(two)):
        return True
    letters = zip(one, two, strict=False)
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
    details = [item.detail for item in conflict.evidence if item.weight > 0]
    words = {word for text in (conflict.explanation, *details) for word in _QUOTED.findall(text)}
    for claim, found in zip((conflict.a, conflict.b), spans, strict=True):
        for word in words:
            found.extend(_find(claim.quote, word))
        if len(found) > _MOST_MARKS:
            found.clear()
    if not all(spans):
        return _denials(conflict)
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
