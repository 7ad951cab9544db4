"""Whether time explains a difference: a count that grew, a figure that was revised, a state
that changed. The words are our own lists, from the vocabulary of news reports; no names.
"""

from __future__ import annotations

import datetime as dt
import re

from claimtrack.judge.lexicon.people import person
from claimtrack.judge.readings.moments import at_peak, gone_by, one_hour, without_moments
from claimtrack.judge.readings.settled import PRESENT, ended_since, settled
from claimtrack.model import Claim, ConflictType, HolderKind, Quantity, Stance
from claimtrack.text.calendar import WEEKDAYS
from claimtrack.text.negative import negative
from claimtrack.text.words import content_stems, stem

# What is counted up while an event goes on, so that a later, higher figure overtakes an earlier
# one. Own list, from the vocabulary of disaster, health, unrest and election reports.
CUMULATIVE = frozenset(
    stem(word)
    for word in (
        "dead death toll fatality casualty victim body killed injured injury wounded hurt missing "
        "hospitalised hospitalized evacuated evacuee displaced homeless refugee rescued arrest "
        "arrested detained case infection infected sickened ill sick donation raised ballot "
        "counted recovered signature destroyed damaged flooded burned acre hectare claimed lives "
        "people person resident household home house died die survivor customer treated returned"
    ).split()
)

# What can't become fewer either, but is no running toll: two voices dispute it.
TOTALS = CUMULATIVE | frozenset(
    stem(word) for word in "sold sale order delivered shipped built booking application".split()
)

_ANYBODY = ("people", "person")
_HOSPITALISED = re.compile(r"\bhospitali[sz]", re.IGNORECASE)

# Of these, what befalls whatever is counted: its noun need not be in the list.
BEFELL = frozenset(
    stem(word)
    for word in (
        "killed injured hurt treated hospitalised evacuated rescued arrested detained infected "
        "died dead drowned perished culled vaccinated sickened ill sick destroyed damaged burned "
        "returned recovered"
    ).split()
)

# What is counted and counted again until it is final, so that a later figure of either size
# overtakes an earlier one.
# Words as they stand: "two matches missed" are not counted anew.
COUNTED_ANEW = re.compile(
    r"\b(?:votes?|ballots?|leads?|majority|margin|missing|unaccounted|trapped|stranded|outages?"
    r"|under control|contain(?:ed|ment)|cut off"
    r"|(?:without|no|have no|had no) (?:power|electricity|water|heating|gas)"
    r"|in (?:hospital|intensive care|(?:police )?custody|detention|quarantine|isolation|captivity"
    r"|(?:a )?(?:serious|critical|stable) condition|(?:emergency )?shelters?)"
    r"|at large|on the run|behind bars|being treated)\b",
    re.IGNORECASE,
)
# By these a voice insists that its count is the last word; another figure then denies it.
INSISTS = re.compile(
    r"\b(?:not one more|no more than|not more than|exactly|precisely|"
    r"final(?! day| hour)|all told|in total|altogether)\b",
    re.IGNORECASE,
)
FINAL = 30
"""Days after an event from which its figures are taken to be counted."""
LONG_PAST = 365
"""Days after an event from which nothing about it changes by itself, figures that bureaus revise
included."""
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_NOT_DAY = re.compile(rf"\bnot (?:on )?({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)

TO_COME = re.compile(
    r"\b(?:will|would|shall|won['’]t|(?:is|are|was|were) (?:due|set|scheduled|expected|likely|to)"
    r"|plans?|expects?|expected|hopes?|aims?|target)\b",
    re.IGNORECASE,
)
"""What is planned or foreseen, and may be planned anew."""

AREAS = ("hectare", "acre")
"""Units of what burns or is flooded, as ``text.units`` names them."""

# Words by which a report says that it overtakes what was said before.
OVERTAKES = re.compile(
    r"\b(?:now stands?|(?:has|have) (?:now )?(?:(?:risen|climbed|grown|increased|dropped|fallen)"
    r"(?! (?:by|ill|sick|silent|asleep|apart|out|into|off|in|from|behind|short)\b)|reached)"
    r"|(?:rose|rises|rising|climbs|climbed|jumped|grew|increased|gone up|went up|raised) to"
    r"|so far|up from|down from|now puts?"
    r"|(?:is|are|has|have) now(?! (?:confirmed|found|shown|said|proved))|by now"
    r"|now (?:has|have|is|are|numbers?|totals?|counts?|at)\b(?! (?:confirmed|found|shown|said))"
    r"|will now|now (?:expect(?:s|ed)?|due|plan(?:s|ned)|scheduled|set|aims?|hopes?)"
    r"|(?:updated|revised|latest|new) (?:count|figures?|numbers?|tally|toll|total|estimates?)"
    r"|(?:has|have|was|were) (?:since |now )?(?:been )?(?:updated|revised)"
    r"|since (?:been )?(?:found|confirmed|reopened|withdrawn)|no longer|any longer"
    r"|for the first time since|has (?:since|reopened)"
    r"|have (?:since|reopened)|reopened|resumed|restored)\b",
    re.IGNORECASE,
)

# By these a report says that it replaces a figure, whoever gave that.
REVISES = re.compile(
    r"\b(?:first|earlier|initial|preliminary|provisional|previous) (?:estimates?|figures?|counts?"
    r"|readings?|tall(?:y|ies))\b|\brevis(?:ed|es|ing|ion)\b|\b(?:after|by|in) (?:the|a) recount\b",
    re.IGNORECASE,
)

# What has come up since something happened can only have become more.
_SINCE = re.compile(r"\bsince (?:the|its|their|his|her|it|they)\b", re.IGNORECASE)

# By these an earlier report says that its count goes on.
SO_FAR = re.compile(r"\b(?:so far|up to now|as yet|by nightfall)\b", re.IGNORECASE)

# What there still is of it.
_LEFT = re.compile(r"\b(?:still|left|remain(?:s|ing)?|down to)\b", re.IGNORECASE)

_POSSIBLE = re.compile(r"\b(?:might|may|could) (?!have\b)")

# By these a date that was set is set anew.
SET_ANEW = re.compile(
    r"\b(?:put (?:back|off)|pushed back|postponed|rescheduled|brought forward|moved to|delayed|"
    r"adjourned|called off|cancelled|canceled)\b",
    re.IGNORECASE,
)

# What changes a state once and for all, as a report announces it: verbs of process, no harm.
CHANGES = re.compile(
    r"\b(?:has|have) (?:\w+ly |now |since |also )?(?:been )?(?:suspended|released|arrested|charged"
    r"|convicted|acquitted|found(?! out| no| that|ed)|signed|left|joined|resigned|withdrawn"
    r"|called off|cancelled|postponed|approved|raised|reopened|resumed|restored|dismissed"
    r"|recovered|ended|begun|lifted|merged|sold|repaired|fixed|mended|replaced|cleared|completed"
    r"|abolished|sworn in|appointed|elected|named|moved|freed|evacuated|sealed off|put out)\b"
    r"|\bannounce[sd]? the\b",
    re.IGNORECASE,
)

# What stands so on the day on which it is said: a count of who is where, and how.
_STANDS = re.compile(r"\b(?:is|are|remains?|stands?|stays?)\b", re.IGNORECASE)
_NONE = re.compile(r"\b(?:no|not|none|nobody|nothing|neither|nor)\b|n['’]t\b", re.IGNORECASE)
# "No patient has died": nothing up to now, of what may come yet; not "never", nor since a day.
# Nor of all there is of a kind, at any time: "hurt by a kettle of ours".
_NONE_YET = re.compile(
    r"\b(?:has|have)\b(?! to\b)(?!.*\b(?:ever|never|since|before|by an?)\b)"
    r"|\bby (?:\w+ ){0,2}(?:noon|midday|morning|afternoon|evening|night|nightfall|midnight)\b",
    re.IGNORECASE,
)

CORRECTS = re.compile(
    r"\b(?:correction|corrected|corrects|an earlier version|earlier (?:reported|stated|said)"
    r"|previously (?:reported|stated|said)|misstated|wrongly|in error|retracted?|withdr[ae]wn?)\b",
    re.IGNORECASE,
)


def overtaken(earlier: Claim, later: Claim, type_: ConflictType, same: bool) -> bool:
    """Whether time explains the difference: a count that grew, or a state that changed.

    ``same`` says that one voice stands behind both. Claims are given in the order of their days.
    """
    if same and earlier.holder.kind is later.holder.kind is HolderKind.OUTLET:
        # News moves on: the paper of another day does not contradict itself, it reports anew.
        return not _long_past(earlier, later) or bool(REVISES.search(later.quote))
    if _happened_since(earlier, later):
        return type_ is not ConflictType.DATE and not settled(earlier, later, type_)
    if _none_yet(earlier, later):
        return True
    if same and type_ is ConflictType.DATE and _planned(earlier) and _planned(later):
        return True
    if type_ in (ConflictType.DATE, ConflictType.ACTOR, ConflictType.PLACE):
        return False
    if type_ is ConflictType.QUANTITY and same and not _witnessed(earlier, later):
        # A voice that gives another figure later has revised it.
        return not _shrank(earlier, later) or _recounted(earlier, later)
    if ended_since(earlier, later):
        return True
    if type_ is ConflictType.QUANTITY or _figures_differ(earlier, later):
        return _counted_on(earlier, later, type_)
    if settled(earlier, later, type_):
        return False
    if _set_anew(earlier, later):
        return True
    if _changed_since(earlier, later):
        return True
    # Two that tell how it has gone of late do not tell of two times: "has risen", "has fallen".
    moved = OVERTAKES.search(later.quote) and not OVERTAKES.search(earlier.quote)
    return bool(moved) and not same


def grown_within_a_day(earlier: Claim, later: Claim, type_: ConflictType) -> bool:
    """Whether of two claims of one day one tells of an earlier count, or that its own has grown."""
    if type_ in (ConflictType.DATE, ConflictType.ACTOR, ConflictType.PLACE):
        return False
    if _then_and_now(earlier, later):
        return _anew(earlier, later)
    says = OVERTAKES.search(later.quote) or SO_FAR.search(earlier.quote)
    return bool(says) and said(earlier) is not None and _grew(earlier, later)


def _then_and_now(earlier: Claim, later: Claim) -> bool:
    """Whether one tells how it stood on a day gone by, the other how it stands."""
    then, now = earlier.event_time, said(later)
    if then is None or now is None or later.event_time is not None:
        return False
    return then.end < now and bool(PRESENT.search(later.statement))


def said(claim: Claim) -> dt.date | None:
    """The day on which a claim was made, None where it is not known."""
    return claim.report_time.end if claim.report_time else None


def _planned(claim: Claim) -> bool:
    return claim.stance is Stance.PREDICTED or bool(TO_COME.search(claim.statement))


def _set_anew(earlier: Claim, later: Claim) -> bool:
    """Whether what was planned, or was only held possible, has been set to another time."""
    if negative(earlier.statement) or negative(later.statement):
        return False
    if _planned(earlier) and SET_ANEW.search(later.quote):
        return True
    return bool(_POSSIBLE.search(earlier.statement)) and _planned(later)


def _counted_on(earlier: Claim, later: Claim, type_: ConflictType) -> bool:
    """Whether a later figure of another voice takes an earlier one's place."""
    if REVISES.search(later.quote):
        return True
    if _counted(earlier) or INSISTS.search(earlier.quote) or INSISTS.search(later.quote):
        return False
    if gone_by(earlier.statement, later.statement) or _over_the_peak(earlier, later):
        return False
    if _shrank(earlier, later) or one_hour(earlier.statement, later.statement):
        # What only grows can't have shrunk, whatever is "now" said; unless it is counted anew.
        return _anew(earlier, later)
    if type_ is ConflictType.QUANTITY and OVERTAKES.search(later.quote):
        return True
    return _grew(earlier, later) or _anew(earlier, later) or _stand(earlier, later)


def _over_the_peak(a: Claim, b: Claim) -> bool:
    """Whether one tells of more than there were at the peak, as the other gives it."""
    return any(
        x.value < y.value and x.unit == y.unit and _counts_alike(x.of, y.of)
        for one, other in ((a, b), (b, a))
        if at_peak(one.statement)
        for x in one.quantities
        for y in other.quantities
    )


def _shrank(earlier: Claim, later: Claim) -> bool:
    """Whether a count that only grows is lower in the later claim."""
    return _grew(later, earlier, TOTALS) and not _grew(earlier, later, TOTALS)


def _recounted(earlier: Claim, later: Claim) -> bool:
    """Whether the later one says that it counts what is left, or counts anew."""
    signs = (REVISES, OVERTAKES, _LEFT)
    return any(sign.search(later.quote) for sign in signs) or _anew(earlier, later)


def _witnessed(earlier: Claim, later: Claim) -> bool:
    """Whether a person tells twice what they did or saw once: "I heard three shots"."""

    def own(claim: Claim) -> bool:
        told = claim.holder.kind is HolderKind.PERSON and claim.statement.startswith(
            f"{claim.holder.name} "
        )
        return (told or claim.statement.startswith("I ")) and not PRESENT.search(claim.statement)

    return own(earlier) and own(later)


def _none_yet(earlier: Claim, later: Claim) -> bool:
    """Whether of what is counted up there was none yet, and has been since."""
    if not _NONE.search(earlier.statement) or _NONE.search(later.statement):
        return False
    if not _NONE_YET.search(earlier.statement):
        return False
    spoken, then = said(earlier), later.event_time
    if spoken is None or (then is not None and then.end < spoken):
        return False
    none, some = (content_stems(side.statement) & CUMULATIVE for side in (earlier, later))
    return bool(none & some) or bool(none & BEFELL and some & BEFELL)


def _stand(earlier: Claim, later: Claim) -> bool:
    """Whether both count who is where on the day on which they speak: three, then five."""
    return all(
        claim.event_time is None and _STANDS.search(claim.statement) for claim in (earlier, later)
    ) and any(
        old.unit == new.unit == "" and _counts_alike(old.of, new.of)
        for old in earlier.quantities
        for new in later.quantities
    )


def _anew(earlier: Claim, later: Claim) -> bool:
    """Whether both count what is counted again every day, each for a day of its own."""
    spoken, then = said(earlier), later.event_time
    if spoken is not None and then is not None and then.start <= spoken <= then.end:
        return False
    return all(COUNTED_ANEW.search(without_moments(claim.statement)) for claim in (earlier, later))


def _figures_differ(a: Claim, b: Claim) -> bool:
    return any(x.unit == y.unit and x.value != y.value for x in a.quantities for y in b.quantities)


def _changed_since(earlier: Claim, later: Claim) -> bool:
    """Whether the later claim announces a change of what the earlier one gave as the state.

    "Nobody has been arrested" announces none.
    """
    if negative(later.statement):
        return False
    return bool(PRESENT.search(earlier.statement) and CHANGES.search(later.quote))


def _happened_since(earlier: Claim, later: Claim) -> bool:
    """Whether what the later one tells of had not happened yet when the earlier one spoke."""
    spoken, told = said(earlier), said(later)
    if spoken is None or told is None:
        return False
    denied = {name.lower() for name in _NOT_DAY.findall(later.statement)}
    if denied & {name.lower() for name in _WEEKDAY.findall(earlier.statement)}:
        return False  # "It was on Thursday, not Friday": of what the earlier one puts on Friday
    days = [_last(name, told) for name in _WEEKDAY.findall(later.statement)]
    if any(day <= spoken for day in days):
        return False  # "found on Thursday that Tuesday's blast had damaged nothing"
    if later.event_time is not None:
        return spoken < later.event_time.start <= told
    # "May open on Thursday" was told of a day to come, "opened on Thursday" of one gone by.
    return bool(days) and (earlier.event_time is None or earlier.event_time.start > spoken)


def _last(weekday: str, told: dt.date) -> dt.date:
    """The last day of that name up to the one on which it was told."""
    return told - dt.timedelta(days=(told.weekday() - WEEKDAYS[weekday.lower()]) % 7)


def _counted(earlier: Claim) -> bool:
    """Whether the event lay so far back when it was first spoken of that its count is final."""
    spoken = said(earlier)
    return bool(spoken and earlier.event_time and (spoken - earlier.event_time.end).days >= FINAL)


def _long_past(earlier: Claim, later: Claim) -> bool:
    """Whether both speak of one time that lay far back already when it was first spoken of."""
    spoken, then = said(earlier), earlier.event_time
    if spoken is None or then is None or later.event_time is None:
        return False
    return (spoken - then.end).days >= LONG_PAST and then.overlaps(later.event_time)


def _grew(earlier: Claim, later: Claim, words: frozenset[str] = CUMULATIVE) -> bool:
    """Whether a count that goes on, of what ``words`` name, is higher in the later claim."""
    old_words, new_words = (_stems(side.statement) & words for side in (earlier, later))
    # "So far 58 flights": whatever is counted, the earlier voice says that it goes on.
    goes_on = bool(SO_FAR.search(earlier.quote)) or all(
        _SINCE.search(side.statement) for side in (earlier, later)
    )
    if not (old_words or new_words or goes_on):
        return False
    return any(
        old.value < new.value
        and old.unit == new.unit
        and (
            goes_on
            or (_cumulative(old.of, old_words, words) and _cumulative(new.of, new_words, words))
        )
        and _counts_alike(old.of, new.of)
        for old in _counts(earlier, later)
        for new in _counts(later, earlier)
    )


def _cumulative(of: str | None, told: frozenset[str], words: frozenset[str]) -> bool:
    """Whether what is counted can still grow: by its noun, or by what befell it.

    ``told`` are the sentence's own ``words`` of what is counted up: of "nine babies have been
    treated" the verb says it. A bare figure counts what the
    sentence is about.
    """
    befell = BEFELL | (words - CUMULATIVE)
    return of is None or bool(_stems(of) & words) or bool(told & befell)


def _stems(text: str) -> frozenset[str]:
    """The stems of a text, of which a hospital is none of those who were hospitalised."""
    found = frozenset(content_stems(text))
    return found if _HOSPITALISED.search(text) else found - {stem("hospital")}


def _counts(claim: Claim, other: Claim) -> list[Quantity]:
    """What is counted: things, and the ground that a fire or a flood covers.

    What the other claim has as well is no count that changed: the number of a model or a ward.
    """
    there = {(quantity.value, quantity.unit) for quantity in other.quantities}
    return [
        quantity
        for quantity in claim.quantities
        if quantity.unit in ("", *AREAS) and (quantity.value, quantity.unit) not in there
    ]


def _counts_alike(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return True
    if bool(content_stems(a) & content_stems(b)):
        return True
    if any(of in _ANYBODY for of in (a, b)) and person(a) and person(b):
        return True  # "58 people", "100 patients"
    return bool(content_stems(a) & CUMULATIVE) and bool(content_stems(b) & CUMULATIVE)
