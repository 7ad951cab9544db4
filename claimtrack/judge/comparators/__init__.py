"""Typed comparators: each looks at one thing in two statements and gives evidence, or abstains."""

from __future__ import annotations

from collections.abc import Callable

from claimtrack.judge.comparators.causes import cause
from claimtrack.judge.comparators.compatible import MOODS, mood, one_sided, update
from claimtrack.judge.comparators.dates import date as days
from claimtrack.judge.comparators.dates import measured, time
from claimtrack.judge.comparators.modality import modality
from claimtrack.judge.comparators.negation import negation
from claimtrack.judge.comparators.opposites import opposites
from claimtrack.judge.comparators.quantifiers import quantifier
from claimtrack.judge.comparators.quantities import quantity, unlike
from claimtrack.judge.comparators.roles import actor, entity, place
from claimtrack.judge.comparators.things import thing
from claimtrack.judge.periods import all_apart
from claimtrack.judge.reading import Reading
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.clock import times_apart

Comparator = Callable[[Reading, Reading], "Signal | None"]


def date(a: Reading, b: Reading) -> Signal | None:
    """As ``days``; where besides the time the predicates differ, these are two events."""
    found = all_apart(a, b)
    if found is None:
        return None
    for comparator in (opposites, negation, quantity):
        other = comparator(a, b)
        if other is not None and other.value > 0:
            said = f"Different periods: {found[0].text}, {found[1].text}."
            return Signal("date", ConflictType.DATE, -1.0, said)
    return days(a, b)


def guarded(comparator: Comparator) -> Comparator:
    """Return ``comparator`` held back from speaking for a conflict between unlike statements.

    Where one side only plans, asks or guesses, where the two speak of different periods or of
    two things of one kind, a difference is no clash.
    """

    def compare(a: Reading, b: Reading) -> Signal | None:
        found = comparator(a, b)
        if found is None or found.value <= 0:
            return found
        if comparator is quantity and (elsewhere(a, b) or later(a, b)):
            return None
        if comparator is opposites and elsewhere(a, b):
            return None
        others = (date, update) if comparator is actor else (date, update, thing, entity)
        if one_sided(a, b) or any(_against(other(a, b)) for other in others):
            return None
        if comparator is place and measured(a, b):
            return None
        return found

    compare.__name__ = comparator.__name__
    return compare


def elsewhere(a: Reading, b: Reading) -> bool:
    """Whether both name something, and nothing that the other names."""
    return bool(a.names and b.names) and not any(m.same(n) for m in a.names for n in b.names)


def later(a: Reading, b: Reading) -> bool:
    """Whether the two tell of different times, the ends of periods included."""
    clocks = a.times and b.times and all(times_apart(m, n) for m in a.times for n in b.times)
    return bool(clocks) or all_apart(a, b, bounds=True) is not None


def other_place(a: Reading, b: Reading) -> Signal | None:
    """As ``entity``, and also where figures or opposites are told of two other places."""
    who = actor(a, b)
    if who is not None and who.value > 0:
        return None
    found = entity(a, b)
    if found is not None or not elsewhere(a, b):
        return found
    if not any(s is not None and s.value > 0 for s in (quantity(a, b), opposites(a, b))):
        return None
    said = f"One names {a.names[0].text}, the other {b.names[0].text}."
    return Signal("entity", ConflictType.OTHER, -0.6, said)


def _against(signal: Signal | None) -> bool:
    return signal is not None and signal.value < -0.6


COMPARATORS: tuple[Comparator, ...] = (
    *(guarded(comparator) for comparator in (quantity, date, time, negation, opposites)),
    *(guarded(comparator) for comparator in (quantifier, place, actor, cause)),
    modality,
    other_place,
    thing,
    unlike,
    update,
    *(mood(which) for which in MOODS),
)
"""In the order in which their evidence is read."""
