"""What lets two statements stand side by side: hedges, plans, conditions, demands."""

from __future__ import annotations

from collections.abc import Callable

from claimtrack.judge.comparators.modality import force
from claimtrack.judge.readings.reading import Reading
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.moods import Mood

_NAMES = {
    Mood.HEDGE: "One side is hedged",
    Mood.CONDITION: "One side is conditional",
    Mood.PLAN: "One side is a plan or a forecast",
    Mood.DEMAND: "One side is a demand",
    Mood.OPINION: "One side is an opinion",
    Mood.UNCLEAR: "One side leaves it open",
    Mood.INVESTIGATION: "One side is an investigation or an accusation",
    Mood.FUTURE: "One side speaks of what is to come",
}
_TWO_SIDED = (Mood.OPINION,)
_VIEWS = (Mood.OPINION, Mood.DEMAND)
_OUGHT = ("should", "ought to")
ONE_SIDED = -0.6
"""One opinion beside a fact excludes less than two opinions do."""
_TO_COME = {Mood.PLAN: Mood.FUTURE, Mood.FUTURE: Mood.PLAN}
"""A plan and what "will" be are both to come."""
_INTENDS = ("plan", "intend", "aim", "want", "wish", "propos", "seek", "consider", "prepar")

MOODS = tuple(Mood)
"""The moods that have a comparator each."""


def one_sided(a: Reading, b: Reading, *, scheduled: bool = False, asked: bool = False) -> bool:
    """Whether one statement is put as a fact and the other is not.

    Where both may tell of what is ``scheduled``, "closes" and "will close" are put alike; where
    they tell who ``asked`` for something, its being asked for is a fact.
    """
    apart = {mood for mood in a.moods.keys() ^ b.moods.keys() if not _denied_plan(mood, a, b)}
    if asked:
        apart.discard(Mood.DEMAND)
    if scheduled and apart == {Mood.FUTURE, Mood.PLAN}:
        return False  # "is due to start in March", "will not start before June"
    if scheduled and apart == {Mood.FUTURE}:
        plain = a if Mood.FUTURE in b.moods else b
        return plain.root.tag_ in ("VBD", "VBN")
    return any(which not in _TWO_SIDED for which in apart)


def two_views(a: Reading, b: Reading) -> bool:
    """Whether both judge, or both say what ought to be: two views, of which each may be held."""
    return any(_held(which, a) and _held(which, b) for which in _VIEWS)


def _held(which: Mood, reading: Reading) -> bool:
    """Whether it is an opinion, or a demand that orders nothing: "should resign"."""
    words = reading.moods.get(which)
    return words is not None and (which is Mood.OPINION or words.lower() in _OUGHT)


def _denied_plan(which: Mood, a: Reading, b: Reading) -> bool:
    """Whether it is a plan that is denied: to have no plans to sell is a fact, not a plan."""
    if which is not Mood.PLAN:
        return False
    reading = a if which in a.moods else b
    words = reading.moods[which]
    if not words.lower().startswith(_INTENDS):
        return False  # what is not expected may come
    start = reading.text.find(words)
    span = reading.doc.char_span(start, start + len(words), alignment_mode="expand")
    return span is not None and any(reading.negative(token) for token in span)


def mood(which: Mood) -> Callable[[Reading, Reading], Signal | None]:
    """Return a comparator: a statement in that mood against a plain one excludes little."""

    def compare(a: Reading, b: Reading) -> Signal | None:
        one, other = which in a.moods, which in b.moods
        if one == other and not (which in _VIEWS and _held(which, a) and _held(which, b)):
            return None
        if one != other and _TO_COME.get(which) in (b if one else a).moods:
            return None
        if one != other and _denied_plan(which, a, b):
            return None
        words = (a if one else b).moods[which]
        if words.lower() == "may" and force(b if one else a):
            return None  # a permission, where the other side speaks of what is banned or allowed
        value = ONE_SIDED if one != other and which in _TWO_SIDED else -1.0
        return Signal(which.value, ConflictType.OTHER, value, f"{_NAMES[which]} (“{words}”).")

    compare.__name__ = which.value
    return compare
