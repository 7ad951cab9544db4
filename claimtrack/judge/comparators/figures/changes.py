"""Whether a figure tells how far something moved or differs, which way, and what it moves to.

"Fell 12 per cent", "12 per cent lower" and "is cut by 12 per cent" tell how far it moved down;
"is 12 per cent" tells how much it is, and "drops to 12 per cent" how much it is from then on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from claimtrack.judge.readings.topic import governor
from claimtrack.model import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Way = Literal["up", "down", "by", ""]

_UP = frozenset(
    "rise grow increase climb jump soar surge gain raise expand advance swell rebound rally "
    "strengthen hike boost growth upturn leap".split()
)
_DOWN = frozenset(
    "fall shrink decrease decline drop slump slip slide plunge plummet tumble dip lose cut reduce "
    "contract ease weaken slash trim lower crash sink reduction contraction downturn loss".split()
)
_HIGHER = (
    "higher faster greater bigger larger longer taller deeper dearer older heavier warmer hotter "
    "better stronger richer wider"
)
_LOWER = (
    "lower slower smaller shorter cheaper younger lighter colder worse fewer weaker poorer narrower"
)
_COMPARED = re.compile(
    rf"^\s*(?:\w+ )?(?:(?P<up>{'|'.join(_HIGHER.split())})|(?P<down>{'|'.join(_LOWER.split())}))\b",
    re.IGNORECASE,
)
_SHARE_COMPARED = re.compile(
    r"^\s*(?:(?P<up>more|above|up)|(?P<down>less|below|down|off))\b", re.IGNORECASE
)
_BY = re.compile(r"\bby $", re.IGNORECASE)
_UP_OR_DOWN = re.compile(
    r"\b(?<!come )(?<!came )(?<!shot )(?<!brought )(?<!knocked )(?<!rounded )"
    r"(?<!picked )(?<!locked )(?<!ended )(?<!took )(?P<way>up|down) $",
    re.IGNORECASE,
)
_TO = re.compile(r"\bto(?: just| only| about| around)? $", re.IGNORECASE)
_ALONG = ("up", "down", "back", "off")
_NUMBERS = ("nummod", "compound", "quantmod", "nmod")


def moved(text: str, quantity: Quantity, span: Span | None) -> Way:
    """Return which way a figure tells that something moved, or lies from another."""
    before, after = text[: quantity.start], text[quantity.end :]
    for pattern in (_COMPARED, *([_SHARE_COMPARED] if quantity.unit == "%" else [])):
        match = pattern.match(after)
        if match:
            return "up" if match["up"] else "down"
    told = _told(span) if span is not None else ""
    if quantity.unit == "%" and told:
        return told
    if _BY.search(before) and (quantity.unit or quantity.of is None):
        verb = governor(span[0]).lemma_.lower() if span is not None else ""
        return _way(verb) or "by"
    match = _UP_OR_DOWN.search(before)
    return ("up" if match["way"].lower() == "up" else "down") if match else ""


def moves_to(text: str, quantity: Quantity, span: Span | None) -> bool:
    """Whether something is told to move to a figure, now or later: "drops to 6 per cent"."""
    if span is None or not _TO.search(text[: quantity.start]):
        return False
    verb = governor(span[0])
    if not _way(verb.lemma_.lower()):
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.tag_ in ("VBD", "VBN") and not helpers & {"will", "is", "are", "be", "to"}:
        return False
    return not helpers & {"was", "were", "has", "have", "had"}


def _way(lemma: str) -> Way:
    return "up" if lemma in _UP else "down" if lemma in _DOWN else ""


def _told(figure: Span) -> Way:
    """Which way the verb or the noun of a share tells: "fell 12 per cent", "growth of 2"."""
    token: Token = next((token for token in figure if token.tag_ == "CD"), figure.root)
    while token.dep_ in ("pobj", *_NUMBERS) and token.head.i != token.i:
        if token.dep_ == "pobj" and token.head.lower_ != "of":
            return ""
        token = token.head.head if token.dep_ == "pobj" else token.head
        if token.pos_ == "NOUN" and _way(token.lemma_.lower()):
            return _way(token.lemma_.lower())
    verb = token.head
    if token.dep_ not in ("dobj", "npadvmod", "attr", "advmod") or verb.pos_ != "VERB":
        return ""
    if any(child.dep_ == "prt" and child.lower_ not in _ALONG for child in verb.children):
        return ""  # "a quarter dropped out"
    return _way(verb.lemma_.lower())
