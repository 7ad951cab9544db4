"""What lets two statements stand side by side: hedges, plans, conditions, later states."""

from __future__ import annotations

import re
from collections.abc import Callable

from claimtrack.judge.comparators.measures import Measure, alike, measures
from claimtrack.judge.overtaken import CUMULATIVE
from claimtrack.judge.reading import Reading, once
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.moods import Mood, cue
from claimtrack.text.words import stem

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
_CUMULATIVE = frozenset({"die", "hurt", "hold", "miss", "rescue", "evacuate", "infect"})
_TWO_SIDED = (Mood.OPINION,)

_LATER = re.compile(
    r"\bha(?:s|ve) (?:now|since)\b|\bha(?:s|ve) (?:risen|climbed|grown|reached|increased) to\b"
    r"|\b(?:rose|rises|climbed|climbs|grew|jumped|spread) to\b|\bso far\b|\bnow stands?\b"
    r"|\bsince then\b"
    r"|\bno longer\b|\bup from\b|\bdown from\b|\b(?:final|latest|updated|revised) "
    r"(?:count|toll|figure|tally)\b|\b(?:at first|initially|originally)\b|\b(?:early|first|initial|"
    r"preliminary|provisional) (?:report|count|estimate|figure|result)s?\b|\bover the weekend\b"
    r"|\bcorrect(?:ed|ion)\b|\bdown to\b|\bnot yet\b|\byet to\b"
    r"|\bha(?:s|ve) (?:strengthened|weakened|spread|shrunk)\b"
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
    """A later report of a grown count or of a new state overtakes the earlier one.

    A later date alone overtakes nothing: disputes are reported on different days too.
    """
    first, second = a.statement.report_time, b.statement.report_time
    if first is not None and second is not None and first.start != second.start:
        earlier, later = (a, b) if first.start < second.start else (b, a)
        if _grown(earlier, later):
            said = "A count that goes on, and was reported higher later."
            return Signal("update", ConflictType.OTHER, -1.0, said)
        if _pending(earlier) and not _pending(later):
            said = "A state that lasted when the first was said, and ended later."
            return Signal("update", ConflictType.OTHER, -0.8, said)
    words = [match for match in (_later(a), _later(b)) if match]
    if len(words) == 1:
        return Signal("later", ConflictType.OTHER, -1.0, f"Time has passed (“{words[0][0]}”).")
    return None


@once
def _later(reading: Reading) -> re.Match[str] | None:
    return _LATER.search(reading.text)


def _grown(earlier: Reading, later: Reading) -> bool:
    return any(
        alike(m, n) >= 0.5 and n.low > m.high and m.unit in ("", "m2") and _goes_on(m, n)
        for m in measures(earlier)
        for n in measures(later)
    )


def _goes_on(m: Measure, n: Measure) -> bool:
    """Whether what is counted is still being counted up while an event goes on."""
    counted = {stem(word) for q in (m.quantity, n.quantity) for word in (q.of or "").split()}
    return bool((m.events | n.events) & _CUMULATIVE or counted & CUMULATIVE or m.unit == "m2")


def _pending(reading: Reading) -> bool:
    """Whether the statement tells what goes on or has not happened yet."""
    root = reading.root
    words = {child.lower_ for child in root.children}
    going = root.lower_ in ("is", "are") or bool(words & {"is", "are", "’s", "'s", "'re"})
    going = going or root.lemma_.lower() in ("remain", "continue", "stay")
    has_not = bool(words & {"has", "have"}) and reading.negative(root)
    still = bool(words & {"still", "yet", "remains"})
    return (going and root.lemma_.lower() != "say") or has_not or still
