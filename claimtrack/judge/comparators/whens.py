"""Two times of one event that is told in other words: "broke out", "the fire", "since nine"."""

from __future__ import annotations

from claimtrack.judge.reading import Reading
from claimtrack.judge.signals import Signal
from claimtrack.judge.whens import one_story, whens, whens_apart
from claimtrack.model import ConflictType

_NAMED = 1.0
"""Where both name what it happened to, or who did it."""
_UNNAMED = 0.8


def when(a: Reading, b: Reading) -> Signal | None:
    """Two times at which one thing happened clash."""
    for m in whens(a):
        for n in whens(b):
            if m.happening.same(n.happening) and one_story(m, n) and whens_apart(m, n):
                said = f"One says “{m.text}”, the other “{n.text}”."
                value = _NAMED if m.happening.party(n.happening) > 0 else _UNNAMED
                return Signal("time", ConflictType.DATE, value, said)
    return None
