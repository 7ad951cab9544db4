"""What tells two counts apart that share a noun: people listed by origin, two polls."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import noun_stem
from claimtrack.text.countries import country, kin
from claimtrack.text.numbers import NUMERAL, value_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_POLL = re.compile(
    r"\b(?P<which>an?|one|another|the|this|that|its|his|her|their|\w+['’]s)? ?(?:[\w-]+ ){0,3}?"
    rf"(?:poll|survey|sample|study)s? (?:of|among|with) (?:[a-z]+ )?(?P<size>{NUMERAL})\b",
    re.IGNORECASE,
)
_OF_PLACE = re.compile(r"(?:an|ese|ish)$")
_ANY = frozenset({"a", "an", "one", "another", ""})
_HOME_NATIONS = {"english": "british", "scottish": "british", "welsh": "british"}

Listing = dict[str, dict[str, float]]
"""Stem of a noun → how many of it, by where they come from."""


def lists_more(a: Reading, b: Reading) -> bool:
    """Whether one side lists by origin what the other tells a part of.

    "One Swiss and one Belgian hiker" and "a Belgian hiker" can both be true.
    """
    return _within(_listing(a), _listing(b)) or _within(_listing(b), _listing(a))


def two_polls(a: Reading, b: Reading) -> bool:
    """Whether both tell of a poll, any poll, and asked different numbers of people."""
    first, second = _sample(a), _sample(b)
    return first is not None and second is not None and first != second


def _within(part: Listing, whole: Listing) -> bool:
    return any(
        noun in whole and len(origins) < len(whole[noun]) and _all_in(origins, whole[noun])
        for noun, origins in part.items()
    )


def _all_in(part: dict[str, float], whole: dict[str, float]) -> bool:
    return all(
        any(number == other and kin(origin, place) for place, other in whole.items())
        for origin, number in part.items()
    )


@once
def _listing(reading: Reading) -> Listing:
    found: Listing = {}
    for token in reading.core:
        number = _number(token)
        origin = _origin(token)
        if number is None or origin is None:
            continue
        noun = _noun(token)
        if noun is not None:
            place = _HOME_NATIONS.get(origin.lower_, origin.lower_)
            found.setdefault(noun_stem(noun.lemma_.lower()), {})[place] = number
    return found


def _number(token: Token) -> float | None:
    if token.lower_ in ("a", "an"):
        return 1.0
    if token.tag_ != "CD" or not re.fullmatch(NUMERAL, token.text, re.IGNORECASE):
        return None
    return value_of(token.text)


def _origin(number: Token) -> Token | None:
    """The adjective after ``number`` that says where its people come from."""
    if number.i + 1 >= len(number.doc):
        return None
    word = number.nbor(1)
    if not word.text[0].isupper() or word.tag_ not in ("JJ", "NNP"):
        return None
    named = country(word.text) or word.lower_ in _HOME_NATIONS or _OF_PLACE.search(word.text)
    return word if named or word.tag_ == "JJ" else None


def _noun(number: Token) -> Token | None:
    """The noun that a list of origins ends in: "one Swiss and one Belgian hiker"."""
    for token in number.doc[number.i + 2 : number.i + 12]:
        if token.tag_ in ("NN", "NNS"):
            return token
        listed = token.tag_ in ("CC", "CD", "JJ", "DT", "NNP", ",")
        if not listed:
            return None
    return None


@once
def _sample(reading: Reading) -> float | None:
    """How many a poll asked; None where it is one that was spoken of, or none is told."""
    match = _POLL.search(reading.text)
    if match is None or (match["which"] or "").lower() not in _ANY:
        return None
    return value_of(match["size"])
