"""When what a proposition tells of was, and when it was said."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.extract.clauses.propositions import Proposition
from claimtrack.extract.clauses.spans import dates_verb
from claimtrack.extract.grammar import children, clause_verb, has_aux
from claimtrack.model import DayInterval
from claimtrack.text.calendar import WEEKDAYS
from claimtrack.text.dates import DateMention, find_dates

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_BACK = re.compile(rf"(?:that|the) ({'|'.join(WEEKDAYS)})", re.IGNORECASE)
"""A weekday of which the text has told before."""
_MONTH = 31
"""Days. What is longer is a season or a year."""


class Times:
    """The dates that one document mentions, a list a unit."""

    def __init__(self, docs: Sequence[Doc], published: dt.date | None) -> None:
        """``published`` is the base of relative dates; without it they stay unresolved."""
        self.mentions = _taken_up([find_dates(doc, published) for doc in docs])
        self._docs = docs
        self._published = published

    def event(
        self, number: int, found: Proposition, beside: Sequence[Proposition]
    ) -> DayInterval | None:
        """Return when the proposition's event was: of its own words, else of the sentence's.

        A date that only qualifies a noun ("her 2012 case") tells nothing of the verb, unless the
        noun is the event that is the subject ("the May 5 explosion killed 12"). ``beside`` are
        the propositions of the unit: the date of an attribution tells when it was said.
        """
        frame = found.voice.frame
        inherited: DayInterval | None = None
        for mention in self.mentions[number]:
            indices = [t.i for t in found.doc if mention.start <= t.idx < mention.end]
            edge = found.doc[indices[0] - 1].lower_ if indices and indices[0] else ""
            if edge in ("since", "until", "till", "before", "after", "by"):
                continue  # a bound, not the time
            if set(indices) & found.tokens:
                if not dates_verb(found, indices):
                    continue
                return mention.interval
            if mention.interval is None:
                continue
            aside = any(
                a.dep_ in ("relcl", "acl", "appos")
                for i in indices
                for a in (found.doc[i], *found.doc[i].ancestors)
            )
            if (
                inherited is None
                and not aside
                and _shares_time(found.root, found.doc[indices[0]])
                and not _of_a_later(found.root, found.doc[indices[0]], mention.interval)
                and not set(indices) & frame
                and not any(i in p.voice.frame for p in beside for i in indices)
            ):
                inherited = mention.interval
        return inherited

    def report(self, number: int, found: Proposition, frame: int | None) -> DayInterval | None:
        """Return when it was said: the frame's day, else the day of publication.

        ``frame`` is the unit that frames the quotation in which it is said, if it is quoted.
        """
        places = [number] if frame is None else [number, frame]
        for place in places:
            for mention in self.mentions[place]:
                if mention.interval is None:
                    continue
                doc = self._docs[place]
                indices = [t.i for t in doc if mention.start <= t.idx < mention.end]
                if place != number or set(indices) & found.voice.frame:
                    return mention.interval
        published = self._published
        return DayInterval(published, published) if isinstance(published, dt.date) else None


def _taken_up(units: Sequence[list[DateMention]]) -> list[list[DateMention]]:
    """Let "that Friday" be the Friday that the text has told of last, if it has."""
    known: dict[int, DayInterval] = {}
    found: list[list[DateMention]] = []
    for mentions in units:
        found.append([])
        for mention in mentions:
            interval = mention.interval
            back = _BACK.match(mention.text)
            if interval is None and back is not None:
                interval = known.get(WEEKDAYS[back[1].lower()])
                mention = replace(mention, interval=interval)
            if interval is not None and interval.start == interval.end:
                known[interval.start.weekday()] = interval
            found[-1].append(mention)
    return found


def _shares_time(root: Token, date: Token) -> bool:
    """Whether a clause is of the time that another clause of its sentence tells.

    Not what a relative clause adds ("Berg, who led it, was silent on Monday"), nor what is past
    beside what is not ("was planned for 14 days and ends on 26 March"). A present beside a past
    keeps the day: what is told of a day is often told in both.
    """
    if root.dep_ == "relcl":
        return False
    own, other = tense(root), tense(clause_verb(date))
    return own in (None, "present", other) or other is None


def _of_a_later(root: Token, date: Token, interval: DayInterval) -> bool:
    """Whether a year dates only the predicate that it stands behind.

    "He played fifteen seasons and retired in 1993": only the end is of 1993. A day often dates
    all that its sentence tells.
    """
    verb = clause_verb(date)
    later = verb.dep_ == "conj" and verb.i > root.i and date.i > verb.i
    return later and verb != root and (interval.end - interval.start).days > _MONTH


def tense(verb: Token) -> str | None:
    """Return "past", "present" or "future"; None where the form leaves it open, as "has left"."""
    helpers = children(verb, "aux", "auxpass")
    if any(h.tag_ == "MD" for h in helpers):
        return "future" if any(h.lower_ in ("will", "'ll", "shall") for h in helpers) else None
    if any(h.lemma_.lower() == "have" for h in helpers) or has_aux(verb, "to"):
        return None
    tags = {w.tag_ for w in (verb, *helpers)}
    if "VBD" in tags:
        return "past"
    return "present" if tags & {"VBZ", "VBP"} else None
