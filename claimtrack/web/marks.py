"""Article text cut into pieces that a page can mark. No markup is made here: templates escape."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.model import Claim
from claimtrack.report.wording import printable

AROUND = 320
"""Characters of context shown before and after a quote, to whole paragraphs or words: with more,
the two quotes and the decision do not fit on one screen."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: of the quote or not, clashing or not, and the claims that it is of."""

    text: str
    quoted: bool = False
    clashing: bool = False
    claims: tuple[Claim, ...] = ()
    first: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote in its context, as paragraphs; ``cut`` where the article goes on."""

    paragraphs: tuple[tuple[Piece, ...], ...]
    cut_before: bool
    cut_after: bool


def clean(text: str) -> str:
    """Return ``text`` of the same length, line ends kept, with nothing that acts or reorders."""
    return "".join(
        character if character == "\n" else shown
        for character, shown in zip(text, printable(text), strict=True)
    )


def pieces(quote: str, clashing: Sequence[Span]) -> tuple[Piece, ...]:
    """Return a quote on one line; ``clashing`` are offsets within it."""
    return tuple(
        Piece(clean(quote[a:b]).replace("\n", " "), True, _within(a, b, clashing))
        for a, b in _cuts(0, len(quote), clashing)
    )


def passage(text: str, claim: Claim, clashing: Sequence[Span]) -> Passage:
    """Return the claim's quote in its context; ``clashing`` are offsets within the quote."""
    start = _back(text, claim.start)
    end = _on(text, claim.end)
    quote = (claim.start, claim.end)
    clash = [(claim.start + first, claim.start + last) for first, last in clashing]
    paragraphs = tuple(
        tuple(
            Piece(clean(text[a:b]), _within(a, b, [quote]), _within(a, b, clash))
            for a, b in _cuts(first, last, [quote, *clash])
        )
        for first, last in _paragraphs(text, start, end)
    )
    return Passage(paragraphs, start > 0, end < len(text.rstrip()))


def annotated(text: str, claims: Sequence[Claim]) -> tuple[tuple[Piece, ...], ...]:
    """Return a whole article as paragraphs whose pieces know the claims that they are of."""
    spans = [(claim.start, claim.end) for claim in claims]
    seen: set[str] = set()
    made = []
    for first, last in _paragraphs(text, 0, len(text)):
        pieces = []
        for a, b in _cuts(first, last, spans):
            here = tuple(claim for claim in claims if claim.start <= a and b <= claim.end)
            new = tuple(claim for claim in here if claim.id not in seen)
            seen.update(claim.id for claim in new)
            pieces.append(Piece(clean(text[a:b]), bool(here), claims=here, first=new))
        made.append(tuple(pieces))
    return tuple(made)


def _paragraphs(text: str, start: int, end: int) -> list[Span]:
    """The lines of ``text[start:end]`` that hold anything, as spans of the whole text."""
    return [
        (start + match.start(), start + match.end())
        for match in re.finditer(r"[^\n]*\S[^\n]*", text[start:end])
    ]


def _cuts(first: int, last: int, spans: Sequence[Span]) -> list[Span]:
    inner = {edge for span in spans for edge in span if first < edge < last}
    edges = [first, *sorted(inner), last]
    return list(itertools.pairwise(edges))


def _within(a: int, b: int, spans: Sequence[Span]) -> bool:
    return any(start <= a and b <= end for start, end in spans)


def _back(text: str, start: int) -> int:
    """Where the context before a quote begins: at a paragraph, else a word, of what is near."""
    floor = start - AROUND
    if floor <= 0:
        return 0
    paragraph = text.find("\n", floor, start)
    if paragraph != -1:
        return paragraph + 1
    space = text.find(" ", floor, start)
    return space + 1 if space != -1 else start


def _on(text: str, end: int) -> int:
    """Where the context after a quote ends."""
    ceiling = end + AROUND
    if ceiling >= len(text):
        return len(text)
    paragraph = text.rfind("\n", end, ceiling)
    if paragraph != -1:
        return paragraph
    space = text.rfind(" ", end, ceiling)
    return space if space != -1 else end
