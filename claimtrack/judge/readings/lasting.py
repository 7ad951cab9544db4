"""How long something took, in whatever words: "lasted", "for six minutes", "was over in two"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.vocabulary import NONE, deeds_of, recurs
from claimtrack.judge.readings.happenings import Happening, happening, named, untimed
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.text.units import UNITS, to_base

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LASTS = frozenset("last continue drag stretch endure".split())
_TAKES = frozenset("take need require".split())
_WITHIN = frozenset("within inside under".split())
_AFTER = frozenset("in within inside under after".split())
_OVER = frozenset("over finished done".split())
_ENDS = frozenset("end finish conclude".split())
_PLACES = frozenset("at in on".split())
_SHORT = re.compile(
    r"\b(?P<words>half an hour|an hour and a half|an hour|a minute|a day|a week|a fortnight|"
    r"(?:a |three )?quarters? of an hour)\b(?! (?:ago|later|earlier|before)\b)",
    re.IGNORECASE,
)
_SECONDS = {
    "half an hour": 1800, "an hour and a half": 5400, "an hour": 3600, "a minute": 60,
    "a day": 86400, "a week": 604800, "a fortnight": 1209600, "a quarter of an hour": 900,
    "quarter of an hour": 900, "three quarters of an hour": 2700,
}  # fmt: skip
_LONG = 86400 * 60
_NEAR = 0.2
"""By this share of the longer one two lengths may differ and be one, as each is rounded."""
_COMES = deeds_of("arrive")


@dataclass(frozen=True, slots=True, eq=False)
class Lasting:
    """So many seconds that something took, or after which it was over or had come."""

    happening: Happening
    text: str
    low: float
    high: float
    days: frozenset[str]
    """The words for days that stand beside it: of two meetings there are two lengths."""
    coming: bool = False
    """Whether it is the time until somebody came."""


@once
def lastings(reading: Reading) -> tuple[Lasting, ...]:
    """Return how long it took what a statement tells."""
    found = []
    for span, low, high in _lengths(reading):
        if reading.negative(span.root) or span.root.i not in {t.i for t in reading.core}:
            continue
        told = _of(span)
        if told is None or reading.negative(told[0].token):
            continue
        event, within = told
        coming = bool(event.deeds & _COMES)
        days = frozenset(mention.text.lower() for mention in reading.dates)
        found.append(Lasting(event, span.text, 0.0 if within else low, high, days, coming))
    return tuple(found)


def length_until(verb: Token, low: float, high: float, text: str) -> Lasting | None:
    """What came, or was done, so many seconds after something."""
    told = _by_verb(verb, "after")
    if told is None:
        return None
    return Lasting(told[0], text, low, high, frozenset(), bool(told[0].deeds & _COMES))


def _lengths(reading: Reading) -> Iterator[tuple[Span, float, float]]:
    """The lengths of time that are told, in seconds."""
    taken: set[int] = set()
    for quantity in reading.quantities:
        known = UNITS.get(quantity.unit)
        if known is None or known.base != "second":
            continue
        low, high, _ = to_base(quantity)
        span = reading.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
        if span is not None and len(span) and (high <= _LONG or math.isinf(high)):
            taken |= {token.i for token in span}
            yield span, low, high
    for match in _SHORT.finditer(reading.text):
        span = reading.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        seconds = _SECONDS.get(match["words"].lower())
        if span is not None and seconds and not taken & {token.i for token in span}:
            yield span, float(seconds), float(seconds)


def _of(span: Span) -> tuple[Happening, bool] | None:
    """What the time is the length of, and whether it took no longer."""
    nouns = [t for t in span if t.pos_ in ("NOUN", "PROPN")]
    unit = next((t for t in nouns if t.head not in span), nouns[0] if nouns else span.root)
    limit = unit.dep_ == "pobj" and unit.head.lower_ in _WITHIN
    for joined in unit.children:  # "nine hours of haggling", not "within two hours of the quake"
        for inner in joined.children if joined.lower_ == "of" and not limit else ():
            if inner.dep_ in ("pobj", "pcomp") and (event := happening(inner)) is not None:
                return event, False
    head = unit.head
    if unit.dep_ in ("compound", "nmod", "amod", "nummod") and head.pos_ == "NOUN":
        event = named(head)  # "a four-hour meeting"
        return (event, False) if event is not None else None
    prep = head.lower_ if unit.dep_ == "pobj" else ""
    verb = head.head if prep else head
    if prep == "of" and verb.pos_ == "NOUN":
        event = named(verb)  # "a siege of three days"
        return (event, False) if event is not None else None
    if verb.lower_ in _OVER | {"out", "empty"} and verb.head.i != verb.i:
        verb = verb.head  # "was out in an hour"
    if verb.dep_ == "pobj":
        verb = verb.head.head  # "was in the witness stand for two hours"
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    return _by_verb(verb, prep)


def _by_verb(verb: Token, prep: str) -> tuple[Happening, bool] | None:
    lemma = verb.lemma_.lower()
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    words = {child.lower_ for child in verb.children}
    event: Happening | None
    if lemma in _TAKES and not prep:
        below = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl")), None)
        if below is not None and below.pos_ == "VERB":
            event = happening(below)
            if event is None:
                return None
            to = [c for c in verb.children if c.dep_ in ("dative", "dobj", "iobj", "nsubj")]
            doers = untimed(tuple(c for c in to if c.pos_ in ("NOUN", "PROPN")))
            return (replace(event, doers=event.doers or doers), False)
        event = next((e for s in subjects if (e := named(s)) is not None), None)
        return (event, False) if event is not None else None
    going_on = lemma in ("go", "run") and "on" in words
    if (lemma in _LASTS or going_on) and prep in ("", "for"):
        event = next((e for s in subjects if (e := named(s)) is not None), None)
        return (event, False) if event is not None else None
    if prep in _AFTER:
        within = prep in _WITHIN
        over = lemma == "be" and words & _OVER
        if (
            over
            or lemma in _ENDS
            or (lemma == "be" and "out" in words and any(map(named, subjects)))
        ):
            event = next((e for s in subjects if (e := named(s)) is not None), None)
            if event is None and over:  # "it was all over in two minutes"
                event = Happening(verb, NONE, NONE, (), ())
            return (event, within) if event is not None else None
        event = happening(verb)
        there = lemma == "be" and words & _PLACES and subjects
        if there and (event is None or not event.events):  # "was at the gate"
            event = Happening(verb, _COMES, NONE, tuple(subjects), ())
        if event is None:
            return None
        done = event.deeds & _COMES or (lemma in ("be", "get", "evacuate") and event.events)
        return (event, within) if done else None
    if prep == "for":
        event = happening(verb)
        if event is None or event.phase or event.token.i != verb.i or event.deeds & _COMES:
            return None  # "the flight was held up for an hour", "were at the scene for an hour"
        return event, False
    return None


def lengths_apart(m: Lasting, n: Lasting) -> bool:
    """Whether one thing cannot have taken both times."""
    gap = max(m.low - n.high, n.low - m.high)
    return gap > _NEAR * min(x for x in (m.high, n.high, m.low or m.high) if not math.isinf(x))


def one_length(m: Lasting, n: Lasting) -> bool:
    """Whether the two are the length of one thing, as far as the words go."""
    if m.coming or n.coming:
        return m.coming and n.coming and m.happening.party(n.happening) > 0
    for one, other in ((m, n), (n, m)):
        if not one.happening.events and not one.happening.deeds:
            # What is "all over" is what the report is about: no meeting, no operation beside it.
            return any(not recurs(frozenset({event})) for event in other.happening.events)
    if m.happening.phase or n.happening.phase or not m.happening.same(n.happening):
        return False
    named_alike = m.happening.party(n.happening) > 0
    return named_alike or m.days == n.days or not recurs(m.happening.events & n.happening.events)
