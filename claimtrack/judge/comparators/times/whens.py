"""Two times, or two lengths, of one event: "broke out", "the fire", "since nine", "for an hour"."""

from __future__ import annotations

from claimtrack.judge.comparators.figures.lags import lags
from claimtrack.judge.comparators.times.learning import told_before
from claimtrack.judge.readings.lasting import (
    Lasting,
    lastings,
    length_until,
    lengths_apart,
    one_length,
)
from claimtrack.judge.readings.reading import Reading
from claimtrack.judge.readings.whens import one_story, told_apart, whens
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType

_NAMED = 1.0
"""Where both name what it happened to, or who did it."""
_UNNAMED = 0.8


def when(a: Reading, b: Reading) -> Signal | None:
    """Two times at which one thing happened clash."""
    for m in whens(a):
        for n in whens(b):
            if m.happening.same(n.happening) and one_story(m, n) and told_apart(a, b, m, n):
                said = f"One says “{m.text}”, the other “{n.text}”."
                value = _NAMED if m.happening.party(n.happening) > 0 else _UNNAMED
                return Signal("time", ConflictType.DATE, value, said)
    known = told_before(a, b)
    if known is None:
        return None
    said = f"One was told on “{known[0].text}”, and knew of it on “{known[1].text}” only."
    return Signal("time", ConflictType.DATE, _UNNAMED, said)


def _lengths(reading: Reading) -> list[Lasting]:
    """How long things took, the times after an alarm until somebody came among them."""
    until = (length_until(g.token, g.low, g.high, g.text) for g in lags(reading))
    return [*lastings(reading), *(found for found in until if found is not None)]


def length(a: Reading, b: Reading) -> Signal | None:
    """Two lengths of one thing clash, and two times that it took somebody to come."""
    for m in _lengths(a):
        for n in _lengths(b):
            if one_length(m, n) and lengths_apart(m, n):
                said = f"One says “{m.text}”, the other “{n.text}”."
                value = _NAMED if m.happening.party(n.happening) > 0 else _UNNAMED
                return Signal("time", ConflictType.DATE, value, said)
    return None
