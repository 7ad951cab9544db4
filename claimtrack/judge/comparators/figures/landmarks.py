"""From where a distance is measured, and of what: "500 metres beyond the end of the runway".

Two distances answer one question where they are of one thing, in one direction, from one place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.judge.readings.topic import governor, may_name, noun_stem

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_DIRECTIONS = {
    "from": "from off away_from",
    "past": "past beyond after",
    "before": "before short",
    "above": "above over",
    "below": "below beneath under underneath",
    "inside": "inside into within",
    "outside": "outside",
    "behind": "behind",
    "north": "north northwards",
    "south": "south southwards",
    "east": "east eastwards",
    "west": "west westwards",
    "down": "downstream downwind downriver",
    "up": "upstream upwind upriver",
}
_WAY = {word: name for name, words in _DIRECTIONS.items() for word in words.split()}
_ALONE = frozenset({"up", "down", "north", "south", "east", "west"})
"""Directions that need no place: "300 metres downstream"."""
_SKIPPED = frozenset({"away", "further", "farther", "straight", "due", "just"})
_NOUNS = ("NOUN", "PROPN")


@dataclass(frozen=True, slots=True)
class Landmark:
    """In which direction from what; ``of`` is what is there, empty where a pronoun tells it.

    ``place`` is empty where only the direction is told: "300 metres downstream".
    """

    way: str
    place: frozenset[str]
    of: str


def landmark_of(figure: Span) -> Landmark | None:
    """Return from where the distance ``figure`` is measured; None where that is not told."""
    last = figure[-1]
    way = last.nbor(1) if last.i + 1 < len(last.doc) else None
    while way is not None and way.lower_ in _SKIPPED and way.i + 1 < len(way.doc):
        if way.lower_ == "away" and way.nbor(1).lower_ not in _WAY:
            return Landmark("from", frozenset(), _thing(last))
        way = way.nbor(1)
    if way is not None and way.lower_ in _WAY:
        places = list(_places(way))
        if places or _WAY[way.lower_] in _ALONE:
            return Landmark(_WAY[way.lower_], _stems(places), _thing(last))
        return None
    for child in governor(last).children:
        if child.dep_ == "nsubj" and child.lemma_.lower() == "distance" and child.i < last.i:
            froms = [prep for prep in child.children if prep.lower_ in ("from", "to")]
            places = [place for prep in froms for place in _places(prep)]
            return Landmark("from", _stems(places), "") if places else None
    return None


def one_spot(a: Landmark, b: Landmark) -> bool:
    """Whether two distances are measured from one place, the same way."""
    return a.way == b.way and any(may_name(m, n) for m in a.place for n in b.place)


def one_thing(a: Landmark, b: Landmark) -> bool:
    """Whether they may be the distances of one thing."""
    return not a.of or not b.of or may_name(a.of, b.of)


def _places(way: Token) -> Iterator[Token]:
    """The noun after a preposition, and those after its "of"s: the end, the runway."""
    for child in way.children:
        if child.dep_ in ("pobj", "pcomp") and child.pos_ in _NOUNS:
            yield child
            for of in child.children:
                if of.lower_ == "of":
                    yield from _places(of)
        elif child.dep_ == "prep":
            yield from _places(child)


def _stems(places: list[Token]) -> frozenset[str]:
    return frozenset(noun_stem(token.lemma_.lower()) for token in places)


def _thing(measured: Token) -> str:
    """What is so far off: the noun that the distance explains, else the subject of its verb."""
    token = measured
    verb = governor(measured)
    while token.i != verb.i and token.head.i != token.i:
        token = token.head
        if token.pos_ in _NOUNS:
            return noun_stem(token.lemma_.lower())
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            return noun_stem(child.lemma_.lower()) if child.pos_ in _NOUNS else ""
    return ""
