"""Turn clauses into news sentences: lead-in times, sources, circumstances, capitals, full stops."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from . import vocab
from .grammar import Pair, Scene

PERFECT = re.compile(
    r"\b(has|have|will|would|may|might|could|plans?|intends?|is|are|cannot|does|do|sees|wants"
    r"|hopes|expects|believes|lies|stays|thinks|remains?|says?|continues?|goes|holds|owes|stands"
    r"|cost|costs|comes|plays|meets|begins?|opens|starts|faces|supplies|exports|earns|disputes"
    r"|needs|makes|deserves|allows?|must|falls|dates|had been|nothing)\b"
)
TIME = re.compile(
    r"\b(on (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last|this|next|in (January|February|March"
    r"|April|May|June|July|August|September|October|November|December|\d{4})|[ap]m\b|quarter|season|noon|morning|evening|midnight|nightfall|overnight|weekend)"
)
TIMES = (
    [f"on {d}" for d in vocab.DAYS]
    + [f"late on {d}" for d in vocab.DAYS]
    + ["last week", "earlier this week", "last month", "overnight", "over the weekend"]
    + [f"in {m}" for m in vocab.MONTHS]
)
MONTHLY = [f"in {m}" for m in vocab.MONTHS]
DAILY = [f"on {d}" for d in vocab.DAYS]
YEARLY = [f"in {y}" for y in range(2009, 2026)]
LONG_AGO = ["last year", "two years ago", "a decade ago", "this week", "in the 1990s"]
# Each list holds periods that do not overlap.
PERIODS = (MONTHLY, DAILY, YEARLY, LONG_AGO)


def sentence(clause: str) -> str:
    """Capital and full stop."""
    clause = re.sub(r"\s+", " ", clause).strip().rstrip(".")
    return clause[0].upper() + clause[1:] + "."


def put_time(clause: str, time: str, rng: random.Random) -> str:
    if rng.random() < 0.65:
        return f"{time}, {clause}"
    return f"{clause} {time}"


def put_source(clause: str, source: str, rng: random.Random) -> str:
    style = rng.random()
    if style < 0.2:
        return f'"{clause[0].upper()}{clause[1:]}," {source} said'
    if style < 0.6:
        return f"{clause}, {source} {'say' if rng.random() < 0.2 and _many(source) else 'said'}"
    return f"according to {source}, {clause}"


def _many(source: str) -> bool:
    return source in ("officials", "police", "witnesses", "residents", "the authorities")


def _quiet(clause: str) -> bool:
    """Whether a source or a circumstance may be hung on the clause without hanging in the air."""
    return not re.search(r", |; | that |whether|\bsaid\b|\band\b|\bbut\b|\bwhile\b", clause)


def timeable(clause: str) -> bool:
    """Whether a past time may be added: no time in it yet, no perfect or future tense."""
    return not PERFECT.search(clause) and not TIME.search(clause)


def dress(
    scene: Scene,
    a: str,
    b: str,
    label: str,
    kind: str,
    free: bool = False,
    periods: Sequence[str] = (),
    repeat: bool = False,
) -> Pair:
    """A pair of sentences out of two clauses. What is added changes no label, save that a detail
    on the hypothesis alone turns entailment into neutral (kind `elaboration`).

    `periods` gives the two sides different times out of it; `repeat` marks what happens again and
    again, so that a time on one side alone would leave open whether both mean the same."""
    r = scene.rng
    if periods:
        t1, t2 = r.sample(periods, 2)
        a, b = put_time(a, t1, r), put_time(b, t2, r)
    elif timeable(a) and timeable(b) and r.random() < 0.4:
        t = r.choice(TIMES)
        mode = r.random()
        if mode < 0.45 or (repeat and label != "neutral"):
            a, b = put_time(a, t, r), put_time(b, t, r)
        elif mode < 0.75 or (label == "entailment" and r.random() < 0.7):
            a = put_time(a, t, r)
        else:
            b = put_time(b, t, r)
            if label == "entailment":
                label, kind = "neutral", "elaboration"
    m = r.random()
    quiet, quiet_b = _quiet(a), _quiet(b)
    if m < 0.10 and quiet:
        a = put_source(a, r.choice(vocab.SOURCES), r)
    elif m < 0.20 and quiet_b:
        b = put_source(b, r.choice(vocab.SOURCES), r)
    elif m < 0.28 and quiet:
        tail = r.choice(vocab.TAILS)
        a = f"{a} {tail}"
        if r.random() < 0.6 and quiet_b:
            b = f"{b} {tail}"
    elif m < 0.36 and quiet_b:
        b = f"{b} {r.choice(vocab.TAILS)}"
        if label == "entailment":
            label, kind = "neutral", "elaboration"
    if r.random() < 0.2:
        for name, value in scene.values.items():
            if name.startswith("person") and value in a and value in b:
                b = b.replace(value, value.split()[-1])
    return Pair(sentence(a), sentence(b), label, kind, scene.topic.name, free)
