"""Dispute, reversal, self-contradiction or update: how the two sides of a conflict stand."""

from __future__ import annotations

import datetime as dt
import re

from claimtrack.model import Claim, ConflictType, Quantity, Relation
from claimtrack.text.calendar import WEEKDAYS
from claimtrack.text.voice import one_voice as one_voice
from claimtrack.text.words import content_stems, stem

# What is counted up while an event goes on, so that a later, higher figure overtakes an earlier
# one. Own list, from the vocabulary of disaster, health, unrest and election reports.
CUMULATIVE = frozenset(
    stem(word)
    for word in (
        "dead death toll fatality casualty victim body killed injured injury wounded hurt missing "
        "hospitalised hospitalized evacuated evacuee displaced homeless refugee rescued arrest "
        "arrested detained case infection infected sickened donation raised vote ballot counted "
        "recovered signature destroyed damaged flooded burned acre hectare claimed lives people "
        "person resident household home house died die survivor customer"
    ).split()
)

# What is counted and counted again until it is final, so that a later figure of either size
# overtakes an earlier one.
# Words as they stand: "two matches missed" are not counted anew.
COUNTED_ANEW = re.compile(
    r"\b(?:votes?|ballots?|leads?|majority|margin|missing|unaccounted|trapped|stranded|outages?"
    r"|under control|contain(?:ed|ment))\b",
    re.IGNORECASE,
)
# By these a voice insists that its count is the last word; another figure then denies it.
INSISTS = re.compile(
    r"\b(?:not one more|no more than|not more than|exactly|precisely|"
    r"final(?! day| hour)|all told)\b",
    re.IGNORECASE,
)
FINAL = 30
"""Days after an event from which its figures are taken to be counted."""
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)

AREAS = ("hectare", "acre")
"""Units of what burns or is flooded, as ``text.units`` names them."""

# Words by which a report says that it overtakes what was said before.
OVERTAKES = re.compile(
    r"\b(?:now stands?|has (?:now )?(?:risen|climbed|grown|reached|increased|fallen|dropped)"
    r"|have (?:now )?(?:risen|climbed|grown|reached|increased|fallen|dropped)"
    r"|(?:rose|rises|rising|climbs|climbed|jumped|grew|increased) to|so far|up from|down from"
    r"|(?:is|are|has|have) now|by now"
    r"|updated?|revised|latest (?:count|figures?|tally)|new (?:count|figures?|tally|toll)"
    r"|since (?:been )?(?:found|confirmed|reopened|withdrawn)|no longer|any longer"
    r"|for the first time since|has (?:since|reopened)"
    r"|have (?:since|reopened)|reopened|resumed|restored)\b",
    re.IGNORECASE,
)

CORRECTS = re.compile(
    r"\b(?:correction|corrected|corrects|an earlier version|earlier (?:reported|stated|said)"
    r"|previously (?:reported|stated|said)|misstated|wrongly|in error|retracted?|withdr[ae]wn?)\b",
    re.IGNORECASE,
)


def relate(a: Claim, b: Claim, type_: ConflictType) -> Relation:
    """Return the relation of two claims that contradict each other.

    Without dates the order of documents is unknown and makes neither update nor reversal;
    within one article both sides are said at one time.
    """
    same = one_voice(a, b)
    order = _order(a, b)
    if order:
        earlier, later = order
        if CORRECTS.search(later.quote) and same:
            return Relation.UPDATE
        if _overtaken(earlier, later, type_, same):
            return Relation.UPDATE
        return Relation.REVERSAL if same else Relation.DISPUTE
    if same and (CORRECTS.search(a.quote) or CORRECTS.search(b.quote)):
        return Relation.UPDATE
    return Relation.SELF_CONTRADICTION if same else Relation.DISPUTE


def _order(a: Claim, b: Claim) -> tuple[Claim, Claim] | None:
    """The earlier and the later claim, by when they were said; None where that is not known."""
    first, second = _said(a), _said(b)
    if first is None or second is None or first == second:
        return None
    return (a, b) if first < second else (b, a)


def _said(claim: Claim) -> dt.date | None:
    return claim.report_time.end if claim.report_time else None


def _overtaken(earlier: Claim, later: Claim, type_: ConflictType, same: bool) -> bool:
    """Whether time explains the difference: a count that grew, or a state that changed."""
    if _happened_since(earlier, later):
        return type_ is not ConflictType.DATE
    if type_ is ConflictType.QUANTITY:
        if same:
            # A voice that gives another figure later has revised it.
            return True
        if OVERTAKES.search(later.quote):
            return True
        if _counted(earlier) or INSISTS.search(earlier.quote) or INSISTS.search(later.quote):
            return False
        both = (COUNTED_ANEW.search(claim.statement) for claim in (earlier, later))
        return _grew(earlier, later) or all(both)
    if type_ in (ConflictType.DATE, ConflictType.ACTOR, ConflictType.PLACE):
        return False
    if earlier.event_time and later.event_time:
        return not earlier.event_time.overlaps(later.event_time)
    return bool(OVERTAKES.search(later.quote)) and not same


def _happened_since(earlier: Claim, later: Claim) -> bool:
    """Whether what the later one tells of had not happened yet when the earlier one spoke."""
    spoken, said = _said(earlier), _said(later)
    if spoken is None or said is None:
        return False
    days = [_last(name, said) for name in _WEEKDAY.findall(later.statement)]
    if any(day <= spoken for day in days):
        return False  # "found on Thursday that Tuesday's blast had damaged nothing"
    if later.event_time is not None:
        return later.event_time.start > spoken
    return bool(days) and earlier.event_time is None


def _last(weekday: str, said: dt.date) -> dt.date:
    """The last day of that name up to the one on which it was said."""
    return said - dt.timedelta(days=(said.weekday() - WEEKDAYS[weekday.lower()]) % 7)


def _counted(earlier: Claim) -> bool:
    """Whether the event lay so far back when it was first spoken of that its count is final."""
    spoken = _said(earlier)
    return bool(spoken and earlier.event_time and (spoken - earlier.event_time.end).days >= FINAL)


def _grew(earlier: Claim, later: Claim) -> bool:
    """Whether a cumulative count is higher in the later claim."""
    if not (content_stems(earlier.statement) | content_stems(later.statement)) & CUMULATIVE:
        return False
    return any(
        old.value < new.value
        and old.unit == new.unit
        and _cumulative(old.of)
        and _cumulative(new.of)
        and _counts_alike(old.of, new.of)
        for old in _counts(earlier)
        for new in _counts(later)
    )


def _cumulative(of: str | None) -> bool:
    """Whether what is counted can still grow; a bare figure counts what the sentence is about."""
    return of is None or bool(content_stems(of) & CUMULATIVE)


def _counts(claim: Claim) -> list[Quantity]:
    """What is counted: things, and the ground that a fire or a flood covers."""
    return [quantity for quantity in claim.quantities if quantity.unit in ("", *AREAS)]


def _counts_alike(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return True
    return bool(content_stems(a) & content_stems(b)) or (
        bool(content_stems(a) & CUMULATIVE) and bool(content_stems(b) & CUMULATIVE)
    )
