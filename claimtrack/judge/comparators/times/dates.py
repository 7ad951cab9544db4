"""Days and periods: two days for one event, or two periods for two measurements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.judge.readings.events import deed_stems, one_deed, shared
from claimtrack.judge.readings.periods import Period, all_apart, meet, periods
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import may_name, noun_stem, overlap, same_topic
from claimtrack.judge.readings.whens import (
    both_fit,
    of_clause_beside,
    other_deeds,
    two_ends,
    two_things,
)
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.clock import times_apart
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

_RANK = re.compile(
    r"\b(?:the|a|its|his|her|their) (first|last|second|third|fourth|final|next|other|"
    r"another|opening|closing)\b(?! time)",
    re.IGNORECASE,
)
_BEGIN = frozenset("begin start open commence depart leave launch board".split())
_END = frozenset("end finish close conclude stop cease arrive land reach resume reopen".split())
_RANKS = {"opening": "first", "final": "last", "closing": "last"}
_TIMES = frozenset("hour morning afternoon evening night eve day dawn noon midnight minute".split())
_TIME_STEMS = frozenset(stem(word) for word in (*_TIMES, "early", "late", "weekend", "shortly"))


def date(a: Reading, b: Reading) -> Signal | None:
    """Disjoint dates of one event speak for a conflict where nothing else differs.

    Figures, opposite predicates and nouns that a period belongs to ("wages for May") make two
    periods out of two dates, and then two statements that do not meet.
    """
    found = all_apart(a, b)
    if found is None or not same_topic(a, b):
        return None
    if a.negative(a.root) != b.negative(b.root):
        return None  # it did not sail on Monday, it sailed on Tuesday
    m, n = found
    if _belongs(a, m) or _belongs(b, n) or measured(a, b):
        said = f"Different periods: {m.text}, {n.text}."
        return Signal("date", ConflictType.DATE, -1.0, said)
    if not _one_event(a, b) or both_fit(a, b) or two_things(a, b):
        return None
    if two_ends(a, b) or other_deeds(a, b):
        return None
    if any(of_clause_beside(r, d) for r in (a, b) for d in r.dates):
        return None
    said = f"One speaks of {m.text}, the other of {n.text}."
    value = min(1.0, 0.5 + overlap(a, b) / 2)
    return Signal("date", ConflictType.DATE, round(value, 4), said)


def one_time(a: Reading, b: Reading) -> Signal | None:
    """Two times that meet, told of one and the same thing, speak against a conflict.

    Nothing else may tell the two apart: not a word, not a denial, not a mood.
    """
    if a.negations or b.negations or a.moods.keys() != b.moods.keys():
        return None
    words = _told_times(a), _told_times(b)
    if words[0] == words[1] or not _meet(a, b):
        return None
    first, second = _untimed(a), _untimed(b)
    if len(first & second) < 2 or not (first <= second or second <= first):
        return None
    said = f"Both can be true: {', '.join(sorted(words[0]))}; {', '.join(sorted(words[1]))}."
    return Signal("date", ConflictType.DATE, -0.6, said)


def _meet(a: Reading, b: Reading) -> bool:
    """Whether each tells when, and all that they tell is known to meet."""
    days = [meet(m, n) for m in periods(a) for n in periods(b)]
    hours = [not times_apart(m, n) for m in a.times for n in b.times]
    same = bool(periods(a)) == bool(periods(b)) and bool(a.times) == bool(b.times)
    return same and bool(days or hours) and all(days) and all(hours)


def _told_times(reading: Reading) -> frozenset[str]:
    """The words by which it tells when."""
    told = [period.text.lower() for period in periods(reading)]
    told += [mention.text.lower() for mention in reading.times]
    return frozenset(re.sub(r"^(?:on|in|at|during) (?:the )?|\.$", "", text) for text in told)


@once
def _time_words(reading: Reading) -> frozenset[str]:
    """Stems of the words that tell when."""
    told = {stem(word) for text in _told_times(reading) for word in re.findall(r"[a-z]+", text)}
    return _TIME_STEMS | told


def _untimed(reading: Reading) -> frozenset[str]:
    """Stems of what is told, the words that tell when left out."""
    return reading.stems - _time_words(reading)


def time(a: Reading, b: Reading) -> Signal | None:
    """Two times of day for one event speak for a conflict."""
    if len(a.times) != 1 or len(b.times) != 1:
        return None
    if not same_topic(a, b) and not _one_subject_and_deed(a, b):
        return None
    m, n = a.times[0], b.times[0]
    if not times_apart(m, n) or all_apart(a, b) or measured(a, b) or other_deeds(a, b):
        return None
    if of_clause_beside(a, m) or of_clause_beside(b, n) or two_things(a, b):
        return None
    if _begins_and_ends(a, b) or two_ends(a, b) or not _one_hour(a, b) or _rank(a) != _rank(b):
        return None
    said = f"One says “{m.text}”, the other “{n.text}”."
    return Signal("time", ConflictType.DATE, min(1.0, round(0.4 + overlap(a, b), 4)), said)


def _begins_and_ends(a: Reading, b: Reading) -> bool:
    """Whether one tells when it began and the other when it was over."""
    first, second = a.root.lemma_.lower(), b.root.lemma_.lower()
    return (first in _BEGIN and second in _END) or (first in _END and second in _BEGIN)


@once
def _rank(reading: Reading) -> str:
    """Which of several it is that has a time: the first bus, the last."""
    match = _RANK.search(reading.text)
    return _RANKS.get(match[1].lower(), match[1].lower()) if match else ""


def _one_event(a: Reading, b: Reading) -> bool:
    """Whether two days are told of one event: by one verb, or with most words in common.

    A denial on one side tells of another day that it was not then.
    """
    told = shared(a, b, (_time_words(a), _time_words(b)))
    if told.deed:
        return told.of_one_deed
    return (
        told.words >= 2
        and told.words > told.names
        and told.share > 0.5
        and bool(a.negations) == bool(b.negations)
    )


def _one_hour(a: Reading, b: Reading) -> bool:
    """Whether two hours are told of one thing, and not just of one place."""
    told = shared(a, b, (_time_words(a), _time_words(b)))
    if _one_subject_and_deed(a, b):
        return True
    if told.words <= told.names or told.share < 0.4:
        return False
    if told.deed or told.words >= 2:
        return True
    # Of one subject two verbs tell two things: it derailed, it had left Orvale.
    both_tell = bool(deed_stems(a)) and bool(deed_stems(b))
    return not both_tell and bool(_subjects(a) & _subjects(b))


def _one_subject_and_deed(a: Reading, b: Reading) -> bool:
    """Whether other words tell the same: "the fire started", "the blaze broke out"."""
    return one_deed(a, b) and any(may_name(m, n) for m in _subjects(a) for n in _subjects(b))


def _subjects(reading: Reading) -> frozenset[str]:
    """Stems of what the statement's own verb is said of."""
    return frozenset(
        noun_stem(child.lemma_.lower())
        for child in reading.root.children
        if child.dep_ in ("nsubj", "nsubjpass")
    )


def measured(a: Reading, b: Reading) -> bool:
    """Whether both give figures, so that another time means another figure."""
    values = [{(q.value, q.unit) for q in reading.quantities} for reading in (a, b)]
    return bool(values[0] and values[1]) and not values[0] & values[1]


def _belongs(reading: Reading, period: Period) -> bool:
    """Whether the date belongs to a noun ("wages for May", "the 2018 election")."""
    start = reading.text.find(period.text)
    if start < 0:
        return False
    span = reading.doc.char_span(start, start + len(period.text), alignment_mode="expand")
    if span is None or not len(span):
        return False
    head: Token = span.root
    if span.start > 1 and reading.doc[span.start - 1].lower_ in ("for", "of"):
        return _owner(reading.doc[span.start - 2])
    if head.dep_ == "pobj" and head.head.lower_ in ("for", "of") and _owner(head.head.head):
        return True
    return head.dep_ in ("poss", "compound", "nmod", "amod", "nummod") and (
        head.head.pos_ in ("NOUN", "PROPN") and head.head.i not in range(span.start, span.end)
    )


def _owner(token: Token) -> bool:
    """Whether a noun has its own time: wages have ("for May"), hours are one ("of Sunday")."""
    return token.pos_ == "NOUN" and token.lemma_.lower() not in _TIMES
