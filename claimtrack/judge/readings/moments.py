"""For which moment a figure is given: "by noon on Monday", "at the peak", "when it began".

What stood so at a moment that is over is no count that goes on: another figure for it, however
much later it is given, is another figure. The words are our own lists, from news reports.
"""

from __future__ import annotations

import re

from claimtrack.text.calendar import WEEKDAYS
from claimtrack.text.words import content_stems

_DAYS = "|".join(WEEKDAYS)
# The hour of a day for which a figure is given.
_AS_OF = re.compile(
    rf"\b(?:noon|morning|evening|midnight|nightfall)(?: (?:on|of))? ({_DAYS})\b"
    rf"|\b({_DAYS}) (?:noon|morning|evening|midnight|night)\b",
    re.IGNORECASE,
)
_PEAK = re.compile(
    r"\bat (?:the|its|their|his|her) (?:peak|height|worst|highest|busiest|fullest|lowest)\b"
    r"|\b(?:peaked|topped out) at\b",
    re.IGNORECASE,
)
# "Four were on duty when the outage began". What "since" and "until" open may still go on.
_CLAUSE = re.compile(
    r"\b(?:when|as|before|after|the (?:moment|instant|second|minute|time)(?: that)?)"
    r" (?P<told>(?:an?|the|its?|his|her|their|they|she|he)\b[^,;.]*)",
    re.IGNORECASE,
)


def one_hour(a: str, b: str) -> bool:
    """Whether both give their figure for the same hour of the same day: "by noon on Monday"."""
    first, second = (
        {frozenset(match.group().lower().split()) - {"on", "of"} for match in _AS_OF.finditer(text)}
        for text in (a, b)
    )
    return bool(first & second)


def gone_by(a: str, b: str) -> bool:
    """Whether both figures are of one moment that is over: the peak, or "when it began".

    Nothing that happens later makes a peak lower, nor adds to those who were there at the start.
    """
    if at_peak(a) and at_peak(b):
        return True
    first, second = (
        [content_stems(match["told"]) for match in _CLAUSE.finditer(text)] for text in (a, b)
    )
    return any(one and one == other for one in first for other in second)


def at_peak(text: str) -> bool:
    """Whether the statement gives the most there ever was, which bounds every other count."""
    return bool(_PEAK.search(text))


def without_moments(text: str) -> str:
    """Return a statement without its clauses of time, which tell of something else."""
    return _CLAUSE.sub("", text)
