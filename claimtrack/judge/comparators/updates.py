"""A later report that overtakes an earlier one: counts that go on, states that ended."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from claimtrack.judge.comparators.figures.measures import Measure, alike, measures
from claimtrack.judge.readings.overtaken import COUNTED_ANEW, CUMULATIVE, INSISTS, SET_ANEW
from claimtrack.judge.readings.periods import Period, apart, meet, periods
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import governor
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.clock import times_apart
from claimtrack.text.moods import Mood
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

_CUMULATIVE = frozenset({"die", "hurt", "hold", "miss", "rescue", "evacuate", "infect"})

_LATER = re.compile(
    r"\bha(?:s|ve) (?:by )?(?:now|since)\b"
    r"|\bha(?:s|ve) (?:risen|climbed|grown|reached|increased|gone up|crept up|swollen) to\b"
    r"|\b(?:rose|rises|climbed|climbs|grew|jumped|spread) to\b|\bso far\b|\bnow stands?\b"
    r"|\bsince then\b"
    r"|\bno longer\b|\bup from\b|\bdown from\b|\b(?:final|latest|updated|revised) "
    r"(?:count|toll|figure|tally)\b|\b(?:at first|initially|originally)\b|\b(?:early|first|initial|"
    r"preliminary|provisional) (?:report|count|estimate|figure|result)s?\b|\bover the weekend\b"
    r"|\b(?:no|none|nobody|nothing)\b[^.;:]{1,40}\byet\b"
    r"|\bcorrect(?:ed|ion)\b|(?<!put )(?<!came )(?<!come )\bdown to\b|\bnot yet\b|\byet to\b"
    r"|\bha(?:s|ve) (?:strengthened|weakened|spread|shrunk)\b"
    r"|\bby (?:the )?(?P<hour>noon|midday|nightfall|dawn|evening|end|morning|following"
    r"|\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m|(?= o['’]clock))|\d{1,2}[.:]\d\d(?= (?:hours|local))"
    r"|[a-z]+(?= o['’]clock)|half past [a-z]+|(?:a )?quarter (?:past|to) [a-z]+)\b",
    re.IGNORECASE,
)

# By these a count or a force is another than it was; where only one side has them, it is later.
_NOW = re.compile(
    r"\bnow (?:has|have|counts?|numbers?|employs?)\b|\b(?:is|are) now\b", re.IGNORECASE
)
# How far a count has come for which a share is given: "with a fifth of the ballots counted".
_STAGE = re.compile(
    r"\b(?:with|after|when|once) (?P<share>[\w.,%' -]{1,40}?)\b(?:of (?:the |all )?)?"
    r"(?:votes?|ballots?|precincts?|polling (?:stations?|places?)|ballot boxes|districts?|returns)"
    r" (?:had |have |has |were |was |being )?(?:been )?(?:counted|reported|reporting|in|tallied)\b",
    re.IGNORECASE,
)
# By these a later report tells what is left of what there was, where a level has moved
# to, or that it is over.
_SINCE = re.compile(
    r"\b(?:still|left|remain(?:s|ing)?|now|down to|up to|down from|up from"
    r"|(?:is|are) (?:over|back)|ha(?:s|ve) ended|resumed?|again)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"(?:\bnot|n['’]t) yet\b|\bha(?:s|ve|d) yet to\b|\b(?:no|none|nobody|nothing)\b[^.;:]*\byet\b",
    re.IGNORECASE,
)
# What goes on from one report to the next: "goes into its second day".
_DAY_OF = re.compile(
    r"\b(?:goes|go|enters?|is|are) (?:in(?:to)? )?(?:its|their|the) \w+ day\b", re.I
)
_OPEN_STATES = frozenset(
    "remain continue stay need require await wait lack want face consider seek prepare".split()
)


def update(a: Reading, b: Reading) -> Signal | None:
    """A later report of a grown count or of a new state overtakes the earlier one.

    A later date alone overtakes nothing: disputes are reported on different days too.
    """
    first, second = a.statement.report_time, b.statement.report_time
    if first is not None and second is not None and first.start != second.start:
        earlier, later = (a, b) if first.start < second.start else (b, a)
        found = _overtaken(earlier, later)
        if found is not None:
            return found
    if _stages_differ(a, b):
        said = "Two stages of one count."
        return Signal("update", ConflictType.OTHER, -1.0, said)
    now = [match for side in (a, b) if (match := _now(side))]
    if len(now) == 1 and not any(_there_are(side) for side in (a, b)):
        return Signal("later", ConflictType.OTHER, -1.0, f"Time has passed (“{now[0][0]}”).")
    words = [
        match
        for match, side, other in ((_later(a), a, b), (_later(b), b, a))
        if match and (match["hour"] or not _shrunk(side, other))
    ]
    # "By noon" on one side and "has now" on the other are two times, told by both.
    passed = len(words) == 1 or sum(bool(match["hour"]) for match in words) == 1
    if passed and not _at_one_time(a, b):
        return Signal("later", ConflictType.OTHER, -1.0, f"Time has passed (“{words[0][0]}”).")
    return None


def _overtaken(earlier: Reading, later: Reading) -> Signal | None:
    for holds, value, said in _OVERTAKES:
        if holds(earlier, later):
            return Signal("update", ConflictType.OTHER, value, said)
    return None


@once
def _later(reading: Reading) -> re.Match[str] | None:
    """The words by which time has passed for the statement itself, and not for a clause in it."""
    to_come = reading.moods.keys() & {Mood.FUTURE, Mood.PLAN}
    for match in _LATER.finditer(reading.text):
        by = match[0].lower().startswith("by ")
        if by and (to_come or _asked_for(reading, match)):
            continue  # a deadline
        if _of_the_statement(reading, match):
            return match
    return None


def _asked_for(reading: Reading, match: re.Match[str]) -> bool:
    """Whether words stand with what must be, or what somebody is to do."""
    verb = _verb_of(reading, match)
    return verb is not None and any(
        c.tag_ in ("MD", "TO") for c in verb.children if c.dep_ in ("aux", "auxpass")
    )


def _verb_of(reading: Reading, match: re.Match[str]) -> Token | None:
    """The verb with which matched words stand; None where they stand in no token."""
    span = reading.doc.char_span(match.start(), match.end(), alignment_mode="expand")
    return None if span is None else governor(span.root)


def _there_are(reading: Reading) -> bool:
    """Whether it tells, without a word of when, how many there are: "there are 8,000 people"."""
    there = any(child.dep_ == "expl" for child in reading.root.children)
    return there and reading.root.tag_ in ("VBZ", "VBP") and not _now(reading)


@once
def _now(reading: Reading) -> re.Match[str] | None:
    """The words by which so many are now; a share of them may have been the same before."""
    if any(quantity.unit == "%" for quantity in reading.quantities):
        return None
    match = _NOW.search(reading.text)
    return match if match and _of_the_statement(reading, match) else None


def _of_the_statement(reading: Reading, match: re.Match[str]) -> bool:
    """Whether words stand in the main clause: not "as pictures have now confirmed"."""
    verb = _verb_of(reading, match)
    if verb is None:
        return True
    while verb.i != reading.root.i:
        if verb.head.i == verb.i or verb.dep_ in ("advcl", "relcl", "acl", "csubj"):
            return verb.head.i == verb.i
        verb = governor(verb.head)
    return True


def _at_one_time(a: Reading, b: Reading) -> bool:
    """Whether both tell the same day and hour: "by noon on Monday" twice."""
    days = [(m, n) for m in periods(a) for n in periods(b)]
    hours = [(m, n) for m in a.times for n in b.times]
    if not days or not hours or any(times_apart(m, n) for m, n in hours):
        return False
    return all(meet(m, n) or _one_weekday(m, n) for m, n in days)


def _one_weekday(m: Period, n: Period) -> bool:
    return m.weekday is not None and m.weekday == n.weekday and not apart(m, n)


def _shrunk(later: Reading, other: Reading) -> bool:
    """Whether a count that only goes up stands lower where time is said to have passed."""
    alikes = [
        (m, n)
        for m in measures(later)
        for n in measures(other)
        if alike(m, n) >= 0.5 and _goes_on(m, n)
    ]
    return bool(alikes) and all(m.high < n.low for m, n in alikes)


@once
def _stage(reading: Reading) -> str | None:
    match = _STAGE.search(reading.text)
    return " ".join(match["share"].lower().split()) if match else None


def _stages_differ(a: Reading, b: Reading) -> bool:
    first, second = _stage(a), _stage(b)
    return first is not None and second is not None and first != second


def _happened_since(earlier: Reading, later: Reading) -> bool:
    """Whether the later one tells of a day after the earlier one spoke and before it spoke."""
    spoken, told = earlier.statement.report_time, later.statement.report_time
    if spoken is None or told is None:
        return False
    return any(
        mention.interval is not None and _between(mention.interval.start, spoken.end, told.end)
        for mention in later.dates
    )


def _between(day: dt.date, after: dt.date, until: dt.date) -> bool:
    return after < day <= until


def _not_yet(earlier: Reading, later: Reading) -> bool:
    return bool(_NOT_YET.search(earlier.text)) and not later.negative(later.root)


def _ended(earlier: Reading, later: Reading) -> bool:
    return _pending(earlier) and not _pending(later)


def _since(earlier: Reading, later: Reading) -> bool:
    if not _pending(earlier):
        return False
    return bool(_SINCE.search(later.text)) or _happened_since(earlier, later)


def _came(earlier: Reading, later: Reading) -> bool:
    happened = later.root.tag_ in ("VBD", "VBN") and Mood.FUTURE not in later.moods
    return happened and Mood.FUTURE in earlier.moods


def _set_anew(earlier: Reading, later: Reading) -> bool:
    planned = earlier.moods.keys() & {Mood.PLAN, Mood.FUTURE}
    stands = planned or earlier.root.tag_ in ("VBZ", "VBP")
    return bool(stands and SET_ANEW.search(later.text))


def _grown(earlier: Reading, later: Reading) -> bool:
    if INSISTS.search(earlier.text):
        return False
    return any(
        alike(m, n) >= 0.5 and n.low > m.high and m.unit in ("", "m2") and _goes_on(m, n)
        for m in measures(earlier)
        for n in measures(later)
    )


def _counted_anew(earlier: Reading, later: Reading) -> bool:
    """Whether both count who is without power, missing or trapped on their own day."""
    if not all(COUNTED_ANEW.search(side.text) and _present(side) for side in (earlier, later)):
        return False
    return any(
        alike(m, n) >= 0.5 and (n.high < m.low or m.high < n.low) and not m.unit
        for m in measures(earlier)
        for n in measures(later)
    )


def _present(reading: Reading) -> bool:
    verbs = (reading.root, *(c for c in reading.root.children if c.dep_ in ("aux", "auxpass")))
    return any(verb.tag_ in ("VBZ", "VBP") for verb in verbs)


def _goes_on(m: Measure, n: Measure) -> bool:
    """Whether what is counted is still being counted up while an event goes on."""
    counted = {stem(word) for q in (m.quantity, n.quantity) for word in (q.of or "").split()}
    return bool((m.events | n.events) & _CUMULATIVE or counted & CUMULATIVE or m.unit == "m2")


@once
def _pending(reading: Reading) -> bool:
    """Whether the statement tells what goes on or has not happened yet."""
    root = reading.root
    words = {child.lower_ for child in root.children}
    lemma = root.lemma_.lower()
    going = root.lower_ in ("is", "are") or bool(words & {"is", "are", "’s", "'s", "'re"})
    going = going or lemma in ("remain", "continue", "stay") or _open_state(root)
    has_not = bool({*words, root.lower_} & {"has", "have"}) and _denied(reading, root)
    still = bool(words & {"still", "yet", "remains"})
    return (going and lemma != "say") or has_not or still or bool(_DAY_OF.search(reading.text))


def _open_state(root: Token) -> bool:
    """Whether it tells what is wanting or waited for: "needs the approval of the council"."""
    return root.lemma_.lower() in _OPEN_STATES and root.tag_ in ("VBZ", "VBP")


def _denied(reading: Reading, root: Token) -> bool:
    """Whether the verb is denied, or what it has ("has had no chief")."""
    held = (c for c in root.children if root.lemma_.lower() == "have" and c.dep_ == "dobj")
    return reading.negative(root) or any(reading.negative(token) for token in held)


_OVERTAKES: tuple[tuple[Callable[[Reading, Reading], bool], float, str], ...] = (
    (_grown, -1.0, "A count that goes on, and was reported higher later."),
    (_counted_anew, -1.0, "What comes and goes was counted anew."),
    (_not_yet, -1.0, "What had not happened yet when the first was said, happened since."),
    (_ended, -0.8, "A state that lasted when the first was said, and ended later."),
    (_since, -0.8, "The later one tells what has become of it since."),
    (_came, -0.8, "The earlier one told what was to come, the later one what came."),
    (_set_anew, -1.0, "What was set when the first was said has been set anew."),
)
"""By what a later report overtakes an earlier one, the surest signs first."""
