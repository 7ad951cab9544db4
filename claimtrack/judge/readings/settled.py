"""What no later day can change, and what every day may: how a claim stands to the days after it.

A death, a deed of a day gone by and what is denied of the past are settled: who tells them
otherwise later disputes them. What goes on, what is still so and what is not known yet is open.
The words are our own lists, from the language of news reports; no names.
"""

from __future__ import annotations

import re

from claimtrack.judge.lexicon.vocabulary import NONE, Names, generals_of, groups_of, states_of
from claimtrack.model import Claim, ConflictType
from claimtrack.text.inflect import base_of
from claimtrack.text.negative import negative

# What is, or has been done up to now, and may be otherwise on another day.
# The month of May is no such word.
PRESENT = re.compile(r"\b(?:is|are|am|has|have|will|would|might|(?-i:may)|stays?)\b", re.IGNORECASE)

# Of one person the end: no report of another day undoes it.
_DEAD = re.compile(
    r"\b(?:died|dead|killed|drowned|perished|murdered|executed|lost (?:his|her|their) li(?:fe|ves)"
    r"|succumbed)\b",
    re.IGNORECASE,
)
# "Has been cancelled", "were shot": told as done.
_DONE = re.compile(
    r"\b(?:has|have|had|was|were|did)\b(?! (?:no|not|never|to|yet|still|being)\b)", re.IGNORECASE
)
# "Have not been cancelled", "did not meet", "never took", "nobody has been arrested": told as never
# done, up to now.
_NEVER_DONE = re.compile(
    r"\b(?:has|have|had|was|were|did)(?: not\b|n['’]t\b)|(?<!having )\bnever\b"
    r"|\b(?:nobody|nothing|none|neither|no(?: [\w-]+){1,2})(?: of [\w ]+?)?"
    r" (?:has|have|had|was|were)\b",
    re.IGNORECASE,
)
_NO_MORE = re.compile(r"\b(?:no longer|any ?(?:longer|more)|not yet|yet to|since)\b", re.IGNORECASE)

# What goes on when it is told: "goes on through the night", "is under way", "is being searched".
_GOES_ON = re.compile(
    r"\b(?:goes|go) on\b|\bgoing on\b|\bcontinu(?:es?|ing)\b|\bunder ?way\b|\bremains?\b"
    r"|\b(?:is|are) (?:\w+ly |still |now |also |being )?\w+ing\b|\bon the (?:run|loose)\b"
    r"|\bat large\b|\bpending\b|\b(?:missing|trapped|stranded|unaccounted|hostage|in a coma)\b"
    r"|\b(?:is|are|has|have) still\b|\bstill (?:is|are|has|have|\w+s)\b",
    re.IGNORECASE,
)
_STILL = re.compile(r"\b(?:still|remains?)\b", re.IGNORECASE)
# That it is over, or that things are again as they were.
_OVER = re.compile(
    r"\b(?:is|are|was|were|has been|have been) (?:now |all |already )?(?:over|ended|finished"
    r"|completed?|concluded|done|called off|halted|lifted|back|resolved|settled|solved|found|caught"
    r"|arrested|captured|rescued|reopened|restored|freed|released|set free)\b"
    r"|\b(?:has|have) (?:now |since |finally )?(?:ended|finished|stopped|concluded|closed|gone"
    r"|cleared|resumed|returned|reopened|surrendered|been \w+ed)\b"
    r"|\b(?:ended|finished|resumed|reopened|surrendered)\b|\bagain\b"
    r"|\b(?:came|went|got|is|are) back\b|\b(?:no|any) longer\b",
    re.IGNORECASE,
)
_BACK = re.compile(r"\b(?:again|back|reopened|resumed|restored|returned)\b", re.IGNORECASE)
# What was not known, said or done yet.
_NOT_YET = re.compile(
    r"\bnot (?:yet |immediately )?(?:known|clear|certain|established)\b|\bunclear\b"
    r"|\b(?:is|are|was|were|remains?) (?:still )?unknown\b"
    r"|\b(?:not|n['’]t) yet\b|\byet to\b|\b(?:is|are|was|were) (?:still )?(?:awaited|pending)\b"
    r"|\bno word\b|\bremains? (?:to be seen|open)\b|\bexpects? results?\b"
    r"|\bno (?:\w+ )?(?:date|day|time|venue|decision|successor|name|verdict|ruling)"
    r"(?: for [\w ]+)?"
    r" (?:has|have) (?:yet )?been\b"
    r"|\bnot be ruled out\b|\bcannot (?:yet )?(?:say|rule out)\b",
    re.IGNORECASE,
)

_SHORT = 3
"""Letters of "on", "out" and "off", which tell a state only of some subjects."""


def settled(earlier: Claim, later: Claim, type_: ConflictType) -> bool:
    """Whether the earlier claim is of a kind that what happens later leaves as it is."""
    return (
        _dead(earlier, later)
        or _denied_since(earlier, later)
        or _still_so(earlier, later)
        or (type_ is ConflictType.OTHER and _two_deeds(earlier, later))
    )


def ended_since(earlier: Claim, later: Claim) -> bool:
    """Whether what went on, or was not known yet, has ended or come out by a later day."""
    if _looks_back(earlier, later):
        return False
    if _NOT_YET.search(earlier.statement):
        return not _NOT_YET.search(later.statement)
    over = _OVER.search(later.statement) or _DEAD.search(later.statement)
    return bool(_GOES_ON.search(earlier.statement) and over) and not (
        _NEVER_DONE.search(later.statement)
    )


def _looks_back(earlier: Claim, later: Claim) -> bool:
    """Whether the later one tells of the day on which the earlier one spoke, or of one before."""
    spoken = earlier.report_time
    return (
        spoken is not None and later.event_time is not None and later.event_time.start <= spoken.end
    )


def _dead(earlier: Claim, later: Claim) -> bool:
    if earlier.quantities or negative(earlier.statement):
        return False
    return bool(_DEAD.search(earlier.statement)) and not _DEAD.search(later.statement)


def _denied_since(earlier: Claim, later: Claim) -> bool:
    """Whether what was told as done is told as never done: "have been", "have not been"."""
    return (
        bool(_DONE.search(earlier.statement))
        and not negative(earlier.statement)
        and bool(_NEVER_DONE.search(later.statement))
        and not _NO_MORE.search(later.statement)
    )


def _still_so(earlier: Claim, later: Claim) -> bool:
    """Whether the later one says that what the earlier one tells the end of goes on."""
    return bool(_STILL.search(later.statement) and _OVER.search(earlier.statement))


def _two_deeds(earlier: Claim, later: Claim) -> bool:
    """Whether both tell a deed of a day gone by, as of another day: "was sacked on Tuesday"."""
    for claim in (earlier, later):
        spoken, then = claim.report_time, claim.event_time
        if spoken is None or then is None or then.end > spoken.end:
            return False
        if PRESENT.search(claim.statement):
            return False
    if any(_BACK.search(claim.statement) for claim in (earlier, later)):
        return False
    return bool(_deeds(earlier) & _deeds(later))


def _deeds(claim: Claim) -> Names:
    """The deeds that a claim's words may tell."""
    words = [base_of(word) for word in re.findall(r"[a-z]+", claim.statement.lower())]
    found: Names = NONE
    for word, after in zip(words, [*words[1:], ""], strict=True):
        found |= groups_of(f"{word}_{after}") | groups_of(word)
        if len(word) > _SHORT:
            found |= states_of(word)
    return generals_of(found)
