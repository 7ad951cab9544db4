"""Dispute, reversal, self-contradiction or update: how the two sides of a conflict stand."""

from __future__ import annotations

import re

from claimtrack.judge.readings.overtaken import CORRECTS, grown_within_a_day, overtaken, said
from claimtrack.model import Claim, ConflictType, Relation
from claimtrack.text.clock import find_times, times_apart
from claimtrack.text.negative import negative
from claimtrack.text.voice import one_voice

# "It was the brigade that gave the order": of the deed nothing else is in dispute.
_WHO_DID_IT = re.compile(
    r"\bIt was (?!(?:on|in|at|only|not|when|then|after|before|because|by|here|there)\b)"
    r"[^,;.]{1,60},?[^,;.]{0,60} (?:who|that) \w+"
)
_NOT_UNTIL = re.compile(r"\b(?:until|till|before|earlier than|only)\b", re.IGNORECASE)


def relate(a: Claim, b: Claim, type_: ConflictType, *, sure: bool = False) -> Relation:
    """Return the relation of two claims that contradict each other.

    ``type_`` is what a comparator names: two days alone ("shut on Monday, open on Friday") make
    no conflict of dates. Without dates the order of documents is unknown and makes neither update
    nor reversal; within one article both sides are said at one time. ``sure`` is the assessment's:
    what is told of one thing whatever else is told, so that no other day explains it.
    """
    type_ = _by_words(a, b, type_)
    same = one_voice(a, b)
    order = _order(a, b)
    if order:
        earlier, later = order
        if CORRECTS.search(later.quote) and same:
            return Relation.UPDATE
        if not sure and overtaken(earlier, later, type_, same):
            return Relation.UPDATE
        return Relation.REVERSAL if same else Relation.DISPUTE
    if same and (CORRECTS.search(a.quote) or CORRECTS.search(b.quote)):
        return Relation.UPDATE
    if grown_within_a_day(a, b, type_) or grown_within_a_day(b, a, type_):
        return Relation.UPDATE
    return Relation.SELF_CONTRADICTION if same else Relation.DISPUTE


def kind(a: Claim, b: Claim, found: ConflictType) -> ConflictType:
    """Return the type of a conflict, for what only NLI sees by what the claims tell.

    No comparator names such a conflict, yet two times or two figures that exclude each other, or
    a single denial, say of what kind it most likely is.
    """
    if found is not ConflictType.OTHER:
        return found
    if any(_WHO_DID_IT.search(side.statement) for side in (a, b)):
        return ConflictType.ACTOR
    if not _clash(a, b, measured=True) and _times_apart(a, b):
        return ConflictType.DATE
    return _by_words(a, b, found)


def _by_words(a: Claim, b: Claim, found: ConflictType) -> ConflictType:
    """As ``kind``, without the times. Measures come before a denial: "never above 60 degrees"."""
    if found is not ConflictType.OTHER:
        return found
    if _clash(a, b, measured=True):
        return ConflictType.QUANTITY
    if negative(a.statement) != negative(b.statement):
        return ConflictType.NEGATION
    if _clash(a, b, measured=False):
        return ConflictType.QUANTITY
    return found


def _clash(a: Claim, b: Claim, *, measured: bool) -> bool:
    """Whether figures exclude each other: such as have a unit, or mere counts."""
    return any(
        bool(x.unit) == measured and x.excludes(y) for x in a.quantities for y in b.quantities
    )


def _times_apart(a: Claim, b: Claim) -> bool:
    """Whether each tells a day, or each an hour, and none of one can be one of the other.

    What denies it for its day denies more than the day; "not until three" denies the hour only.
    """
    denied = [side.statement for side in (a, b) if negative(side.statement)]
    if len(denied) == 1 and not _NOT_UNTIL.search(denied[0]):
        return False
    days = (a.event_time, b.event_time)
    if days[0] is not None and days[1] is not None and not days[0].overlaps(days[1]):
        return True
    hours = [(m, n) for m in find_times(a.statement) for n in find_times(b.statement)]
    return bool(hours) and all(times_apart(m, n) for m, n in hours)


def _order(a: Claim, b: Claim) -> tuple[Claim, Claim] | None:
    """The earlier and the later claim, by when they were said; None where that is not known."""
    first, second = said(a), said(b)
    if first is None or second is None or first == second:
        return None
    return (a, b) if first < second else (b, a)
