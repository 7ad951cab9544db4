"""What lets two statements stand side by side: hedges, plans, conditions, later states."""

from __future__ import annotations

import re
from collections.abc import Callable

from claimtrack.judge.comparators.measures import alike, measures
from claimtrack.judge.reading import Reading
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.moods import Mood, cue

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

_LATER = re.compile(
    r"\bha(?:s|ve) (?:now|since)\b|\bha(?:s|ve) (?:risen|climbed|grown|reached|increased) to\b"
    r"|\b(?:rose|rises|climbed|climbs|grew|jumped|spread) to\b|\bso far\b|\bnow stands?\b"
    r"|\bsince then\b|\bno longer\b|\bup from\b|\bdown from\b|\b(?:final|latest|updated|revised) "
    r"(?:count|toll|figure|tally)\b|\b(?:at first|initially|originally)\b|\b(?:early|first|initial|"
    r"preliminary|provisional) (?:report|count|estimate|figure|result)s?\b|\bover the weekend\b"
    r"|\bnot yet\b|\byet to\b|\bha(?:s|ve) (?:strengthened|weakened|spread|shrunk)\b"
    r"|\bby (?:noon|midday|nightfall|dawn|the (?:evening|end|morning|following))\b",
    re.IGNORECASE,
)


MOODS = tuple(Mood)
"""The moods that have a comparator each."""


def one_sided(a: Reading, b: Reading) -> bool:
    """Whether one statement is put as a fact and the other is not."""
    return any(
        (which in a.moods) != (which in b.moods) for which in MOODS if which not in _TWO_SIDED
    )


def mood(which: Mood) -> Callable[[Reading, Reading], Signal | None]:
    """Return a comparator: a statement in that mood against a plain one excludes little."""

    def compare(a: Reading, b: Reading) -> Signal | None:
        one, other = which in a.moods, which in b.moods
        if one == other and not (one and which in _TWO_SIDED):
            return None
        words = cue(a.text if one else b.text, which)
        value = -1.0 if one != other or which in _TWO_SIDED else -0.5
        return Signal(which.value, ConflictType.OTHER, value, f"{_NAMES[which]} (“{words}”).")

    compare.__name__ = which.value
    return compare


def update(a: Reading, b: Reading) -> Signal | None:
    """A later report of a higher count or of a new state overtakes the earlier one."""
    first, second = a.statement.report_time, b.statement.report_time
    dated = first is not None and second is not None and first.start != second.start
    if dated:
        if first is not None and second is not None and second.start < first.start:
            a, b = b, a
        rising = [
            (m, n)
            for m in measures(a)
            for n in measures(b)
            if alike(m, n) and not m.quantity.unit and n.low >= m.low
        ]
        falls = any(alike(m, n) for m in measures(a) for n in measures(b)) and not rising
        value = -0.4 if falls else -1.0
        return Signal("update", ConflictType.OTHER, value, "One was reported later.")
    words = [match for match in (_LATER.search(a.text), _LATER.search(b.text)) if match]
    if len(words) == 1:
        return Signal("later", ConflictType.OTHER, -1.0, f"Time has passed (“{words[0][0]}”).")
    return None
