"""Typed comparators: each looks at one thing in two statements and gives evidence, or abstains."""

from __future__ import annotations

from collections.abc import Callable

from claimtrack.judge.comparators.aside import aside
from claimtrack.judge.comparators.comparison import Comparison, Plain
from claimtrack.judge.comparators.compatible import MOODS, mood, two_views
from claimtrack.judge.comparators.denied.absences import absence
from claimtrack.judge.comparators.denied.contrasts import contrast
from claimtrack.judge.comparators.denied.denials import denial
from claimtrack.judge.comparators.denied.instances import instance, none
from claimtrack.judge.comparators.denied.means import means
from claimtrack.judge.comparators.denied.negation import negation
from claimtrack.judge.comparators.exclusives import exclusive
from claimtrack.judge.comparators.figures.ages import age
from claimtrack.judge.comparators.figures.ballots import ballot
from claimtrack.judge.comparators.figures.disowned import disowned
from claimtrack.judge.comparators.figures.lags import lag
from claimtrack.judge.comparators.figures.quantifiers import quantifier
from claimtrack.judge.comparators.figures.quantities import quantity, unlike
from claimtrack.judge.comparators.modality import modality
from claimtrack.judge.comparators.opposites import opposites
from claimtrack.judge.comparators.parts_played.causes import cause
from claimtrack.judge.comparators.parts_played.homes import home
from claimtrack.judge.comparators.parts_played.one_doer import one_doer
from claimtrack.judge.comparators.parts_played.roles import actor, entity, place
from claimtrack.judge.comparators.parts_played.swapped import swapped
from claimtrack.judge.comparators.parts_played.whereabouts import whereabouts
from claimtrack.judge.comparators.rivals import rival
from claimtrack.judge.comparators.things import thing
from claimtrack.judge.comparators.times.dates import date as days
from claimtrack.judge.comparators.times.dates import measured, one_time, time
from claimtrack.judge.comparators.times.whens import length, when
from claimtrack.judge.comparators.updates import update
from claimtrack.judge.readings.reading import Reading
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.units import is_currency

Comparator = Callable[[Comparison], "Signal | None"]


_DATED = (
    opposites,
    exclusive,
    rival,
    negation,
    instance,
    denial,
    absence,
    contrast,
    means,
    quantity,
)
"""Comparators whose clash is none between two periods."""
_OF_ONE = (actor, one_doer, swapped, home, whereabouts)
"""Comparators that ask themselves whether both sides speak of one thing."""

_TIMES = (time, when)
"""Comparators of when something was or is to be: "closes" and "will close" are put alike."""


def signals_between(a: Reading, b: Reading) -> list[Signal]:
    """Return what the comparators find; those that have nothing to say are left out."""
    pair = Comparison(a, b)
    found = (comparator(pair) for comparator in COMPARATORS.values())
    return [signal for signal in found if signal is not None and signal.value]


def date(pair: Comparison) -> Signal | None:
    """As ``days``; where besides the time the predicates differ, these are two events."""
    if pair.apart is None:
        others = (opposites, exclusive, negation, quantity, actor, place, time)
        return None if any(pair.clashes(other) for other in others) else pair.says(one_time)
    if any(pair.clashes(other) for other in _DATED):
        m, n = pair.apart
        return Signal("date", ConflictType.DATE, -1.0, f"Different periods: {m.text}, {n.text}.")
    return pair.says(days)


def guarded(comparator: Plain) -> Comparator:
    """Return ``comparator`` held back from speaking for a conflict between unlike statements.

    Where one side only plans, asks or guesses, where the two speak of different periods or of
    two things of one kind, a difference is no clash.
    """

    def compare(pair: Comparison) -> Signal | None:
        found = pair.says(comparator)
        if found is None or found.value <= 0:
            return found
        if comparator is quantity and (pair.elsewhere or pair.later or pair.excludes(opposites)):
            return None  # "last season", "in his first season"
        if comparator in (opposites, exclusive) and pair.elsewhere:
            return None
        if comparator is exclusive and pair.later:
            return None
        if comparator in _TIMES and pair.clashes(opposites):
            return None  # it took off at seven and landed at eight
        return None if _unlike_statements(pair, comparator) else found

    return compare


def _unlike_statements(pair: Comparison, comparator: Plain) -> bool:
    one_sided = pair.one_sided
    if comparator in _TIMES or (comparator is quantity and _sums(pair)):
        one_sided = pair.one_sided_but_scheduled
    elif comparator is one_doer:
        one_sided = pair.one_sided_but_asked
    if one_sided or pair.excludes(update):
        return True
    if aside(pair.a, pair.b) or two_views(pair.a, pair.b):
        return True
    if comparator not in _OF_ONE and (pair.excludes(thing) or pair.excludes(entity)):
        return True
    dated = date(pair)
    if dated is not None and dated.value < 0:
        return True
    return comparator is place and measured(pair.a, pair.b)


def _sums(pair: Comparison) -> bool:
    """Whether all figures are sums or shares: "costs 48 million", "will cost 61 million"."""
    figures = (*pair.a.quantities, *pair.b.quantities)
    return all(figure.unit == "%" or is_currency(figure.unit) for figure in figures)


def dates(pair: Comparison) -> Signal | None:
    """As ``date``, held back like the others."""
    found = date(pair)
    if found is None or found.value <= 0:
        return found
    return None if _unlike_statements(pair, days) else found


def other_place(pair: Comparison) -> Signal | None:
    """As ``entity``, and also where figures or opposites are told of two other places."""
    if pair.clashes(actor) or pair.clashes(one_doer):
        return None
    found = pair.says(entity)
    if found is not None or not pair.elsewhere:
        return found
    if not pair.clashes(quantity) and not pair.clashes(opposites):
        return None
    said = f"One names {pair.a.names[0].text}, the other {pair.b.names[0].text}."
    return Signal("entity", ConflictType.OTHER, -0.6, said)


def either(*comparators: Plain) -> Comparator:
    """Return the first of them that has something to say, held back as ``guarded``."""
    held = [(comparator, guarded(comparator)) for comparator in comparators]

    def compare(pair: Comparison) -> Signal | None:
        return next((says(pair) for plain, says in held if pair.says(plain)), None)

    return compare


def _first(*comparators: Comparator) -> Comparator:
    def compare(pair: Comparison) -> Signal | None:
        return next((found for says in comparators if (found := says(pair))), None)

    return compare


def _plain(comparator: Plain) -> Comparator:
    return lambda pair: pair.says(comparator)


COMPARATORS: dict[str, Comparator] = {
    "quantity": _first(_plain(age), either(disowned, ballot, quantity, none)),
    "date": dates,
    "time": either(time, lag, when, length),
    "negation": either(negation, instance, denial, absence, contrast, means),
    "opposites": either(opposites, exclusive, rival),
    "quantifier": guarded(quantifier),
    "place": either(place, whereabouts, home),
    "actor": either(actor, one_doer, swapped),
    "cause": guarded(cause),
    "modality": _plain(modality),
    "entity": other_place,
    "thing": _plain(thing),
    "unlike": _plain(unlike),
    "update": _plain(update),
    **{which.value: _plain(mood(which)) for which in MOODS},
}
"""By name, in the order in which their evidence is read."""
