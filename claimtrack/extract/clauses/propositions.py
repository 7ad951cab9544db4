"""What the analysis of one unit yields: propositions, each with its chain of sources."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


SOURCE = "\0source"
"""In a lead: the name of the innermost source, as far as the document tells it."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who stands behind what is walked: sources outermost first, and how they put it.

    ``frame`` holds the tokens of the attributions, where a date is the day of saying.
    """

    sources: tuple[Token, ...] = ()
    verbs: tuple[Token, ...] = ()
    frame: frozenset[int] = frozenset()
    denied: bool = False
    demanded: bool = False
    questioned: bool = False
    predicted: bool = False
    hedged: bool = False
    reported: bool = False

    def said_by(self, source: Token | None, verb: Token, frame: set[int]) -> Voice:
        """Return the voice of ``source`` inside this one; without a source only the frame grows."""
        sources = self.sources
        if source is not None and (not sources or sources[-1] != source):
            sources = (*sources, source)
        return replace(
            self, sources=sources, verbs=(*self.verbs, verb), frame=self.frame | frozenset(frame)
        )


@dataclass(slots=True)
class Proposition:
    """One proposition of a unit, still as tokens.

    ``tokens`` are rendered in text order after ``lead``; ``swap`` gives other tokens or words for
    one index. ``span`` holds all tokens that belong to it in the text, attribution included.
    """

    doc: Doc
    root: Token
    tokens: set[int]
    voice: Voice
    lead: list[int | str] = field(default_factory=list)
    swap: dict[int, list[int | str]] = field(default_factory=dict)
    span: set[int] = field(default_factory=set)
    whole: bool = True
    negate: bool = False
    fixed: str | None = None
