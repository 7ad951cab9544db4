"""Which part of the whole a figure is: a part, the rest, what was added, or nothing of it.

A figure that tells by how much something changed or differs is none that tells how much it is.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from claimtrack.judge.reading import Reading
from claimtrack.judge.topic import governor
from claimtrack.model import Quantity
from claimtrack.text.units import is_currency

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Part = Literal["part", "just", "more", "from", "by", "whole", "wide", "not", ""]

_MORE = re.compile(
    r"\b(?:another|a further|further|an additional|additional|an extra|extra|other|remaining)\s+$",
    re.IGNORECASE,
)
_MORE_AFTER = re.compile(r"^\s*(?:more|additional|further|other|extra)\b(?! than)", re.IGNORECASE)
_PART_AFTER = re.compile(
    r"^\s*(?:\w+ )?(?:of (?:them|whom|which|those|these|his|her|its|their)\b)"
    r"|^[^.,;]{0,40}\bamong (?:them|those|the)\b|^[^.,;]{0,30}\b(?:were|are) among\b",
    re.IGNORECASE,
)
_PART_BEFORE = re.compile(
    r"\b(?:including|among them|of whom|of which|among whom|among the \w+|of them)[^.,;]{0,30}$",
    re.IGNORECASE,
)
_SOME = re.compile(r"\b(?:first|last|final)\s+$", re.IGNORECASE)
_PART_CLAUSE = re.compile(
    r"\b(?:alone|(?:first|second|third|initial|last) (?:phase|stage|instalment|tranche|part)|"
    r"all that (?:\w+ )?\w+ \w+ed)\b",
    re.IGNORECASE,
)
_OF_THE = re.compile(
    r"^\s*(?:(?:dozen|hundred|thousand|million|billion) )?of (?:the|its|his|her|their|those|all)\b",
    re.IGNORECASE,
)
_REST = re.compile(
    r"^(?: \w+){0,6}? "
    r"(?:in (?:cash|stock|shares|loans)|(?:and|with) the (?:rest|remainder|balance))\b"
)
"""What a sum is paid in, or what is left of it: the sum is a part of the price."""
_JUST = re.compile(r"\b(?:just|only|merely|a mere|exactly) $", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:total|in all|altogether|combined|overall|taken together|together|add up|in sum)\b",
    re.IGNORECASE,
)
_WIDE = re.compile(
    r"\b(?:nationwide|whole country|across the country|countrywide|worldwide|whole region)\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"\b(?:instead of|rather than|as opposed to|not)(?: the| at| in| by| to)? $", re.IGNORECASE
)
"""Before a figure these take it back: "54 names instead of 80", "by 31 percent and not 38"."""
_NOT = frozenset({"not", "n't", "n’t", "never"})
_COMPARED = (
    "higher lower faster slower greater bigger smaller larger longer shorter taller deeper dearer "
    "cheaper older younger heavier lighter warmer colder hotter better worse fewer stronger "
    "weaker richer poorer wider narrower"
)
_THAN = re.compile(rf"^\s*(?:\w+ )?(?:{'|'.join(_COMPARED.split())})\b", re.IGNORECASE)
_THAN_SHARE = re.compile(
    r"^\s*(?:more|less|above|below|up|down|off)\b(?! than half)", re.IGNORECASE
)
"""After a figure these tell by how much one thing differs from another."""
_CHANGES = frozenset(
    "rise fall grow shrink increase decrease decline drop slump slip slide climb jump soar surge "
    "plunge plummet tumble dip gain lose cut reduce raise expand contract ease advance swell "
    "rebound rally recover weaken strengthen hike slash trim lower boost edge crash sink".split()
)
_CHANGE_NOUNS = _CHANGES | frozenset("growth reduction contraction upturn downturn".split())
_NUMBERS = ("nummod", "compound", "quantmod", "nmod")
_REACHES = frozenset("reach hit top exceed pass surpass touch attain".split())


def part_of(reading: Reading, quantity: Quantity, span: Span | None) -> Part:
    """Return which part of its whole a figure is; "not" where the figure itself is denied."""
    text = reading.text
    before, after = text[: quantity.start], text[quantity.end :]
    taken_back = span is not None and _denied(span) and as_told(quantity, span) is quantity
    if _CONTRAST.search(before) or taken_back:
        return "not"
    if _MORE.search(before) or (_MORE_AFTER.match(after) and quantity.unit != "%"):
        return "more"
    if _PART_AFTER.match(after) or _PART_BEFORE.search(before):
        return "part"
    if not quantity.unit and _SOME.search(before):
        return "part"
    if _PART_CLAUSE.search(text) or (is_currency(quantity.unit) and _REST.match(after)):
        return "part"
    if _OF_THE.match(after) and quantity.unit != "%":
        return "just" if _just(before, quantity) else "part"
    if re.search(r"\bfrom $", before, re.IGNORECASE):
        return "from"
    if _differs(after, quantity) or (span is not None and _changed(span, quantity)):
        return "by"
    if re.search(r"\bby $", before, re.IGNORECASE) and (quantity.unit or quantity.of is None):
        return "by"
    if re.search(
        r"\b(?<!come )(?<!came )(?<!shot )(?<!brought )(?<!knocked )(?<!rounded )"
        r"(?<!picked )(?<!locked )(?<!ended )(?<!took )(?:up|down) $",
        before,
        re.IGNORECASE,
    ):
        return "by"
    if _WIDE.search(text):
        return "wide"
    return "whole" if _WHOLE.search(text) else ""


def _just(before: str, quantity: Quantity) -> bool:
    """Whether "just six of the schools" says that it were no more."""
    return bool(_JUST.search(before)) or quantity.text.lower().startswith("no more than")


def as_told(quantity: Quantity, span: Span | None) -> Quantity:
    """Return the figure with its bound turned round where the bound is denied.

    What "never went above 61" was 61 at most, and what "did not reach 61" too.
    """
    if span is None or not _denied(span):
        return quantity
    value = quantity.value
    reached = governor(span[-1]).lemma_.lower() in _REACHES
    if quantity.low >= value and math.isinf(quantity.high):
        return replace(quantity, low=-math.inf, high=value)
    if quantity.high <= value and quantity.low < value:
        return replace(quantity, low=value, high=math.inf)
    return replace(quantity, low=-math.inf, high=value) if reached else quantity


def _denied(span: Span) -> bool:
    """Whether it is denied that it was so many: "she was not 43", "did not hit 61 degrees"."""
    head = span[-1]
    verb = governor(head)
    if verb.i > span.start or not any(child.lower_ in _NOT for child in verb.children):
        return False
    while head.head.i != verb.i and head.head.i != head.i:
        if head.lower_ == "of" or head.dep_ in ("relcl", "acl", "advcl"):
            return False
        head = head.head
    return head.dep_ in ("attr", "dobj", "npadvmod", "acomp", "oprd", "prep")


def _differs(after: str, quantity: Quantity) -> bool:
    """Whether a figure tells by how much: "38 percent lower", "20 knots faster"."""
    if _THAN.match(after):
        return True
    return quantity.unit == "%" and bool(_THAN_SHARE.match(after))


def _changed(span: Span, quantity: Quantity) -> bool:
    """Whether a share tells how far something moved: "fell 12 per cent", "growth of 2 per cent"."""
    if quantity.unit != "%":
        return False
    token: Token = span[-1]
    while (
        token.dep_ in ("pobj", "nummod", "compound", "quantmod", "nmod") and token.head.i != token.i
    ):
        if token.dep_ == "pobj" and token.head.lower_ != "of":
            return False
        token = token.head
        if token.lemma_.lower() in _CHANGE_NOUNS and token.pos_ == "NOUN":
            return True
        if token.lower_ == "of":
            return token.head.lemma_.lower() in _CHANGE_NOUNS
    verb = token.head
    return verb.lemma_.lower() in _CHANGES and token.dep_ in ("dobj", "npadvmod", "attr", "advmod")
