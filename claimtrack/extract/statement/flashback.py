"""Sentences that go on telling of a time long gone that the one before named.

"In 2019 a ferry ran onto the same reef. Nobody was hurt." The second sentence is of 2019, and
beside today's accident it would deny what it does not speak of. Where it says itself that it goes
on with the other event ("in that robbery"), any earlier time will do.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimtrack.extract.clauses.propositions import Proposition
from claimtrack.extract.grammar import clause_verb
from claimtrack.extract.page.units import Unit
from claimtrack.extract.statement.timing import tense
from claimtrack.model import DayInterval
from claimtrack.text.calendar import STORY_DAYS
from claimtrack.text.dates import DateMention

if TYPE_CHECKING:
    from spacy.tokens import Doc

RECENT = 7
"""Days within which a time that was named is likely the story's own."""
_THAT_ONE = re.compile(
    r"\b(?:in|at|during|after|from|of) that (?!case\b|way\b|sense\b|order\b|regard\b)\w+[.,;]?\s*$"
    r"|\b(?:on that occasion|that time|back then)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\b(in|on|during)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Then:
    """A time of the past as it was named, and its days."""

    phrase: str
    interval: DayInterval
    long_ago: bool


def flashbacks(
    units: Sequence[Unit],
    docs: Sequence[Doc],
    mentions: Sequence[Sequence[DateMention]],
    published: dt.date | None,
) -> dict[int, Then]:
    """Return by number the units that name no time and go on telling of one long gone.

    Such a run stays in one paragraph and in the simple past, and ends where another time, a
    quotation or another tense begins. Without ``published`` nothing is known to be long ago.
    """
    found: dict[int, Then] = {}
    then: Then | None = None
    for number, unit in enumerate(units):
        before = units[number - 1] if number else None
        if before is None or before.paragraph != unit.paragraph:
            then = None
        other = before is not None and before.label != unit.label
        if unit.quoted is not None or unit.frames or other:
            then = None
            continue
        roots = [token for token in docs[number] if token.dep_ == "ROOT"]
        past = bool(roots) and all(tense(root) == "past" for root in roots)
        if mentions[number]:
            then = _named(docs[number], mentions[number], published) if past else None
        elif not past:
            then = None
        elif then is not None and (then.long_ago or _THAT_ONE.search(docs[number].text)):
            found[number] = then
    return found


def told(found: Proposition, then: Then) -> Proposition:
    """Return the proposition with the time behind it."""
    last = max((i for i in found.tokens if not found.doc[i].is_punct), default=None)
    if last is None or tense(found.root) != "past":
        return found
    swap: dict[int, list[int | str]] = {**found.swap, last: [last, then.phrase]}
    return replace(found, swap=swap)


def _named(doc: Doc, mentions: Sequence[DateMention], published: dt.date | None) -> Then | None:
    """The one time that the main clause names, where it lies before the story's own."""
    if published is None or len(mentions) != 1 or mentions[0].interval is None:
        return None
    mention, interval = mentions[0], mentions[0].interval
    ago = (published - interval.end).days
    if ago <= RECENT:
        return None
    token = next(t for t in doc if t.idx + len(t.text) > mention.start)
    if clause_verb(token).dep_ != "ROOT":
        return None
    behind = _PREPOSITION.search(doc.text[: mention.start])
    if not behind:
        return None
    long_ago = ago > STORY_DAYS and not mention.relative
    return Then(f"{behind[1].lower()} {mention.text}", interval, long_ago)
