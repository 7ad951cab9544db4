"""Which part of the whole a figure is: a part, the rest, what was added, or nothing of it.

A figure that tells by how much something changed or differs is none that tells how much it is.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from claimtrack.judge.comparators.figures.changes import moved, moves_to
from claimtrack.judge.readings.reading import Reading
from claimtrack.judge.readings.topic import governor
from claimtrack.model import Quantity
from claimtrack.text.units import is_currency

if TYPE_CHECKING:
    from spacy.tokens import Span

Part = Literal[
    "part", "just", "more", "from", "to", "by", "up", "down", "whole", "wide", "peak", "not", ""
]

_MORE = re.compile(
    r"\b(?:another|a further|further|an additional|additional|an extra|extra|other|remaining|"
    r"all but)\s+$",
    re.IGNORECASE,
)
_MORE_AFTER = re.compile(r"^\s*(?:more|additional|further|other|extra)\b(?! than)", re.IGNORECASE)
_PART_AFTER = re.compile(
    r"^\s*(?:\w+ )?(?:of (?:them|whom|which|those|these|his|her|its|their)\b)"
    r"|^[^.,;]{0,40}\bamong (?:them|those|the)\b|^[^.,;]{0,30}\b(?:were|are) among\b",
    re.IGNORECASE,
)
_PART_BEFORE = re.compile(
    r"\b(?:including|among them|of whom|of which|among whom|among the \w+|of them)[^.,;]{0,30}$"
    # "Of those, 900 are at the mill": of a number told before, as are "these two".
    r"|(?:^|[;:,] |\band )of (?:those|these|them|the (?:total|rest|others?))(?: \w+)?, "
    r"[^.,;]{0,30}$"
    r"|\b(?:these|those) $",
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
_SHARE_OF = re.compile(
    r"\b(?:share|part|portion|slice|contribution) (?:of|to|towards?) [^.,;]{1,40}$", re.IGNORECASE
)
_JUST = re.compile(r"\b(?:just|only|merely|a mere|exactly) $", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:total|in all|altogether|combined|overall|taken together|together|add up|in sum)\b",
    re.IGNORECASE,
)
_WIDE = re.compile(
    r"\b(?:nationwide|whole country|across the country|countrywide|worldwide|whole region)\b",
    re.IGNORECASE,
)
_PEAK = re.compile(
    r"\bat (?:the|its|their|his|her|one|that) (?:(?:very|absolute) )?"
    r"(?:peak|height|high point|highest point|worst point|maximum|worst)\b"
    r"|\bat (?:its|their) (?:worst|most|highest|fullest|busiest|deepest)\b"
    r"|\bpeak(?:ed|ing|s)? at\b|\ba (?:high|peak) of\b|\b(?:reached|hit) (?:a|its|their) peak\b",
    re.IGNORECASE,
)
"""What stood at the peak: at any other time there were fewer."""
_CONTRAST = re.compile(
    r"\b(?:instead of|rather than|as opposed to|not)(?: the| at| in| by| to)? $", re.IGNORECASE
)
"""Before a figure these take it back: "54 names instead of 80", "by 31 percent and not 38"."""
_NOT = frozenset({"not", "n't", "n’t", "never"})
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
    if is_currency(quantity.unit) and _SHARE_OF.search(before):
        return "part"
    if _PART_CLAUSE.search(text) or (is_currency(quantity.unit) and _REST.match(after)):
        return "part"
    if _OF_THE.match(after) and quantity.unit != "%":
        return "just" if _just(before, quantity) else "part"
    if re.search(r"\bfrom $", before, re.IGNORECASE):
        return "from"
    way = moved(text, quantity, span)
    if way:
        return way
    if (quantity.unit == "%" or is_currency(quantity.unit)) and moves_to(text, quantity, span):
        return "to"
    if _PEAK.search(text):
        return "peak"
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
