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


_UNANIMOUS = re.compile(
    r"(?<!not )(?<!n't )\b(?:unanimous(?:ly)?|with one voice|"
    r"without (?:a (?:single )?)?(?:dissent\b|dissenting|vote against))|"
    r"\b(?:nobody|no one|none) (?:of \w+ \w+ )?(?:voted|was|were) against\b",
    re.IGNORECASE,
)
_BODIES = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in {
        "house": r"parliament\w*|deput(?:y|ies)|lawmakers?|legislat\w+|assembly|chamber|MPs|"
        r"senat(?:e|ors?)|house of \w+",
        "council": r"(?:city|town|county|district|village) council|councillors?|aldermen",
        "court": r"judges?|justices|tribunal|(?:supreme|appeal|high|regional|constitutional) court",
        "jury": r"jury|jurors?",
        "board": r"boards?|directors|trustees",
        "committee": r"committee|commission|panel",
        "cabinet": r"cabinet|ministers",
        "members": r"shareholders|union|referendum|congress|conference|delegates",
    }.items()
}
"""Who votes: of two of these, two votes are told."""
_SEATS = 1.5
"""So many times as many votes cast make it the vote of another body."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """Votes of the winning and of the losing side, and how many more the one had, where told."""

    win: float | None
    lose: float | None
    ahead: float | None
    lost: bool
    bodies: frozenset[str] = frozenset()

    @property
    def cast(self) -> float | None:
        """How many voted for or against; None where it is not told."""
        return None if self.win is None or self.lose is None else self.win + self.lose


def ballot(a: Reading, b: Reading) -> Signal | None:
    """Two results of one vote clash where no numbers fit both."""
    first, second = result(a), result(b)
    if first is None or second is None:
        return None
    two_times = all_apart(a, b) is not None or _years(a) != _years(b)
    if two_times or first.lost != second.lost:
        said = "These are two votes: of two times, or one won and the other lost."
        return Signal("quantity", ConflictType.QUANTITY, -0.6, said)
    if _two_bodies(first, second):
        return Signal("quantity", ConflictType.QUANTITY, -0.6, "These are votes of two bodies.")
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


def _two_bodies(a: Ballot, b: Ballot) -> bool:
    """Whether the board voted and then the house: by their names, or by how many they are."""
    if a.bodies and b.bodies and not a.bodies & b.bodies:
        return True
    if not a.cast or not b.cast:
        return False
    return max(a.cast, b.cast) > _SEATS * min(a.cast, b.cast)


def _years(reading: Reading) -> frozenset[int]:
    return frozenset(p.year for p in periods(reading) if p.year is not None and not p.months)


@once
def result(reading: Reading) -> Ballot | None:
    """Return the result of a vote that a statement tells; None where it tells none."""
    text = reading.text
    unanimous = _UNANIMOUS.search(text)
    if not _VOTING.search(text) and not unanimous:
        return None
    lost = bool(_LOST.search(text))
    bodies = frozenset(name for name, words in _BODIES.items() if words.search(text))
    to, yes, no = _TO.search(text), _YES.search(text), _NO.search(text)
    majority = _MAJORITY.search(text)
    if to:
        win, lose = value_of(to["win"] or to["win2"]), value_of(to["lose"] or to["lose2"])
        return Ballot(win, lose, win - lose, lost, bodies) if win > lose else None
    if yes and no:
        sides = sorted(value_of(match["n"] or match["n2"]) for match in (yes, no))
        if sides[0] == sides[1] or sides[1] < 2:
            return None
        # Whoever tells the sides tells the outcome too.
        against = value_of(no["n"] or no["n2"]) == sides[1]
        return Ballot(sides[1], sides[0], sides[1] - sides[0], against, bodies)
    if majority:
        return Ballot(None, None, value_of(majority["n"]), lost, bodies)
    if unanimous:
        return Ballot(None, 0.0, None, lost, bodies)
    return None
