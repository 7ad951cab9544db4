"""Who was told of something on one day, and is said to have learned of it only on a later one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.vocabulary import deeds_of
from claimtrack.judge.readings.parties import one_of
from claimtrack.judge.readings.reading import Reading
from claimtrack.judge.readings.whens import BY, FROM, When, days_order, one_story, whens
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

_TELLING = deeds_of("tell") | deeds_of("mention") | deeds_of("send") | deeds_of("warn")
_KNOWING = deeds_of("know")
_ONLY = re.compile(r"\b(?:first|only|for the first time|no earlier than)\b", re.IGNORECASE)
_STANDS_IN = frozenset("it that this one them these".split())
_ABOUT = frozenset("of about on".split())


def told_before(a: Reading, b: Reading) -> tuple[When, When] | None:
    """Return a telling, and the later day on which who was told first knew of it."""
    for first, second in ((a, b), (b, a)):
        for telling in _tellings(first):
            for learning in _learnings(second):
                if _clash(telling, first, learning, second):
                    return telling, learning
    return None


def _tellings(reading: Reading) -> Iterator[When]:
    for when in whens(reading):
        deeds = when.happening.deeds
        if deeds & _TELLING and not when.denied and when.bound in ("", BY) and when.period:
            yield when


def _learnings(reading: Reading) -> Iterator[When]:
    for when in whens(reading):
        # "Knew of the leak" is told as a leak: its verb tells what it is of who knew.
        deeds = when.happening.deeds | deeds_of(when.happening.token.lemma_.lower())
        if not deeds & _KNOWING or when.period is None:
            continue
        only = not when.denied and not when.bound and _ONLY.search(reading.text)
        if only or (when.denied and when.bound == FROM):
            yield when


def _clash(telling: When, a: Reading, learning: When, b: Reading) -> bool:
    if one_of(_receivers(telling), learning.happening.doers) <= 0:
        return False
    people = (*_receivers(telling), *learning.happening.doers, *telling.happening.doers)
    one = _of_one(a, b, {stem(t.lemma_.lower()) for t in people})
    return one and days_order(telling, learning) < 0 and one_story(telling, learning)


def _receivers(telling: When) -> tuple[Token, ...]:
    verb = telling.happening.token
    to = (c for c in verb.children if c.dep_ in ("prep", "dative") and c.lower_ == "to")
    objects = tuple(inner for prep in to for inner in prep.children if inner.dep_ == "pobj")
    return (*telling.happening.things, *objects)


def _of_one(a: Reading, b: Reading, people: set[str]) -> bool:
    """Whether both tell of one thing: by a word of it that is no name, or by "it" or "one".

    ``people`` are the stems of who told, and who was told.
    """
    names = {stem(word) for r in (a, b) for name in r.names for word in name.words}
    days = {stem(w) for r in (a, b) for m in r.dates for w in re.findall(r"[a-z]+", m.text.lower())}
    if (a.stems & b.stems) - names - days - people:
        return True
    return any(
        t.lower_ in _STANDS_IN and t.dep_ == "pobj" and t.head.lower_ in _ABOUT
        for r in (a, b)
        for t in r.core
    )
