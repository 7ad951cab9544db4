"""Two results of one vote: "by 14 votes to 12", "fourteen said yes and eleven no"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrack.judge.readings.periods import all_apart, periods
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import same_topic
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.numbers import NUMERAL, value_of

_VOTING = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|ballots?|motion|bill|resolution|amendment|councillors?|deput(?:y|ies)|"
    r"lawmakers|senators?|MPs|members|parliament|council|assembly|senate|jury|board|judges|"
    r"carried|majority|said (?:yes|no))\b",
    re.IGNORECASE,
)
_N = NUMERAL
_TO = re.compile(
    rf"\b(?P<win>{_N}) votes? (?:to|against) (?P<lose>{_N})\b"
    rf"|\b(?:by|vote of|voted|score of) (?P<win2>{_N})(?:[-–]| to | votes? to )(?P<lose2>{_N})\b"
    rf"(?! (?:per cent|percent|%|million|billion))",
    re.IGNORECASE,
)
_YES = re.compile(
    rf"\b(?P<n>{_N}) (?:of (?:them|the \w+) |[a-z]+ )?(?:had |have )?"
    r"(?:voted (?:for|yes|in favou?r)|(?:said|say) (?:yes|aye)|were (?:for|in favou?r)|backed|"
    r"supported|approved|in favou?r)\b"
    rf"|\b(?P<n2>{_N}) (?:votes? )?(?:for|in favou?r)\b(?= (?:and|it|the)|,)",
    re.IGNORECASE,
)
_NO = re.compile(
    rf"\b(?P<n>{_N}) (?:of (?:them|the \w+) |[a-z]+ )?(?:had |have )?(?:voted (?:against|no)\b|"
    r"(?:said|say) (?:no|nay)\b|were against\b|opposed\b|rejected\b|against\b)"
    rf"|\b(?P<n2>{_N}) (?:(?:votes? )?against\b|no(?=[.,;]|$))",
    re.IGNORECASE,
)
_MAJORITY = re.compile(
    rf"\b(?:majority|margin|lead) of (?:only |just )?(?P<n>{_N})"
    r"(?! per| %|%|[,.]?\d| (?:seats|years))\b",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:rejected|defeated|lost|failed|fell|blocked|beaten|scuppered|"
    r"(?:voted|turned|went|shot) down|(?:thrown|threw|kicked) out)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Ballot:
    """Votes of the winning and of the losing side, and how many more the one had, where told."""

    win: float | None
    lose: float | None
    ahead: float | None
    lost: bool


def ballot(a: Reading, b: Reading) -> Signal | None:
    """Two results of one vote clash where no numbers fit both."""
    first, second = result(a), result(b)
    if first is None or second is None:
        return None
    two_times = all_apart(a, b) is not None or _years(a) != _years(b)
    if two_times or first.lost != second.lost:
        said = "These are two votes: of two times, or one won and the other lost."
        return Signal("quantity", ConflictType.QUANTITY, -0.6, said)
    for m, n in (
        (first.win, second.win),
        (first.lose, second.lose),
        (first.ahead, second.ahead),
    ):
        if m is not None and n is not None and m != n:
            said = f"One counts {m:g}, the other {n:g} in the vote."
            value = 0.9 if same_topic(a, b) else 0.6
            return Signal("quantity", ConflictType.QUANTITY, value, said)
    return None


def _years(reading: Reading) -> frozenset[int]:
    return frozenset(p.year for p in periods(reading) if p.year is not None and not p.months)


@once
def result(reading: Reading) -> Ballot | None:
    """Return the result of a vote that a statement tells; None where it tells none."""
    text = reading.text
    if not _VOTING.search(text):
        return None
    lost = bool(_LOST.search(text))
    to, yes, no = _TO.search(text), _YES.search(text), _NO.search(text)
    majority = _MAJORITY.search(text)
    if to:
        win, lose = value_of(to["win"] or to["win2"]), value_of(to["lose"] or to["lose2"])
        return Ballot(win, lose, win - lose, lost) if win > lose else None
    if yes and no:
        sides = sorted(value_of(match["n"] or match["n2"]) for match in (yes, no))
        if sides[0] == sides[1] or sides[1] < 2:
            return None
        # Whoever tells the sides tells the outcome too.
        against = value_of(no["n"] or no["n2"]) == sides[1]
        return Ballot(sides[1], sides[0], sides[1] - sides[0], against)
    if majority:
        return Ballot(None, None, value_of(majority["n"]), lost)
    return None
