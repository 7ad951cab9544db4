"""How long after something something came: "70 minutes after the alarm", "within 20 minutes"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import governor, may_name, noun_stem
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.numbers import NUMERAL, value_of
from claimtrack.text.units import UNITS, unit_after
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

_LAG = re.compile(
    rf"\b(?:(?P<within>within|in (?:less|under) than|less than|inside|not)\s+)?"
    rf"(?:(?P<about>about|around|some|nearly|almost|roughly) )?(?:a full |a good |the )?"
    rf"(?P<number>half an|a quarter of an|an|{NUMERAL})[ -](?P<unit>seconds?|minutes?|hours?|days?)"
    r"(?P<side> (?:after|of|later|from|before)\b)",
    re.IGNORECASE,
)
_ARRIVE = frozenset(
    "arrive reach come land get turn appear be respond pull show answer drive go".split()
)
_ALARMS = frozenset("alarm alert call siren report warning distress message emergency".split())
_PARTS = {"half an": 0.5, "a quarter of an": 0.25, "an": 1.0}
_FAR = 15
"""By this factor two lags are of two things, where one does not say after what."""
_NEAR = 0.2
"""By this share of the longer one two lags may differ and be one, as each is rounded."""
_SAID = frozenset("minute hour second day first last time full".split())


@dataclass(frozen=True, slots=True)
class Lag:
    """So many seconds, after what, and what came then: stems; empty where it is not told."""

    low: float
    high: float
    text: str
    anchor: frozenset[str]
    subject: frozenset[str]
    verb: str
    said: frozenset[str]
    token: Token


def lag(a: Reading, b: Reading) -> Signal | None:
    """Two lengths of time after which one thing came clash."""
    for m in lags(a):
        for n in lags(b):
            if _apart(m, n) and _one(m, n):
                said = f"One says “{m.text}”, the other “{n.text}”."
                return Signal("time", ConflictType.DATE, 0.8, said)
    return None


@once
def lags(reading: Reading) -> list[Lag]:
    """Return the lags that a statement tells of its own verb."""
    found = []
    for match in _LAG.finditer(reading.text):
        span = reading.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        unit = unit_after(reading.text, match.end("number"))
        side = match["side"].strip().lower()
        if (
            span is None
            or unit is None
            or side == "before"
            or (match["within"] or "").lower() == "not"
        ):
            continue
        number = match["number"].lower()
        value = _PARTS[number] if number in _PARTS else value_of(number)
        seconds = value * UNITS[unit[0]].factor
        slack = seconds * 0.2 if match["about"] else 0.0
        low = 0.0 if match["within"] else seconds - slack
        verb = governor(span.root)
        found.append(
            Lag(
                low,
                seconds + slack,
                match[0].strip(),
                _after(reading, span.end) if side != "later" else frozenset(),
                frozenset(
                    _stem(child)
                    for child in verb.children
                    if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ in ("NOUN", "PROPN")
                ),
                verb.lemma_.lower(),
                reading.stems - {stem(word) for word in _SAID},
                verb,
            )
        )
    return found


def _after(reading: Reading, end: int) -> frozenset[str]:
    """What the time is counted from: the nouns and verbs next to the lag."""
    words = [t for t in reading.doc[end : end + 5] if t.pos_ in ("NOUN", "VERB")]
    return frozenset("alarm" if t.lemma_.lower() in _ALARMS else _stem(t) for t in words[:2])


def _stem(token: Token) -> str:
    return noun_stem(token.lemma_.lower())


def _apart(m: Lag, n: Lag) -> bool:
    if m.low <= n.high and n.low <= m.high:
        return False
    gap = max(m.low - n.high, n.low - m.high)
    return gap > _NEAR * max(m.high, n.high)


def _one(m: Lag, n: Lag) -> bool:
    """Whether one thing came, after one thing as far as that is told."""
    if m.anchor and n.anchor and not m.anchor & n.anchor and len(m.said & n.said) < 2:
        return False
    told = m.anchor and n.anchor
    if not told and max(m.high, n.high) > _FAR * min(m.high, n.high):
        return False
    came = m.verb == n.verb or (m.verb in _ARRIVE and n.verb in _ARRIVE)
    if came and any(may_name(x, y) for x in m.subject for y in n.subject):
        return True
    return bool(m.anchor & n.anchor) and len(m.said & n.said) >= 3
