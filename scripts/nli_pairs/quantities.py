"""Quantities as intervals, and the phrases that newspapers use for them.

A `Phrase` has a core interval (what it surely covers) and a wide one (what a generous reader lets
it cover). Two phrases conflict only when even the wide intervals are disjoint; one entails the
other only when its wide interval lies in the other's core. What is in between is neutral.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

INF = float("inf")
# "about": newspapers round to one or two figures, so 5 % is safely covered and 18 % safely is not.
ABOUT_CORE, ABOUT_WIDE = 0.05, 0.18
WORDS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen twenty""".split()


@dataclass(frozen=True)
class Phrase:
    """A quantity as written: `text`, core interval [low, high], wide interval [wlow, whigh]."""

    text: str
    low: float
    high: float
    wlow: float
    whigh: float
    form: str


def relation(p: Phrase, q: Phrase) -> str:
    """Label of premise `p` against hypothesis `q` for one and the same quantity."""
    if p.whigh < q.wlow or q.whigh < p.wlow:
        return "contradiction"
    if q.low <= p.wlow and p.whigh <= q.high:
        return "entailment"
    return "neutral"


def spell(n: int) -> str:
    """1187 -> "1,187"."""
    return f"{n:,}"


def count_phrase(n: int, form: str, r: random.Random) -> Phrase | None:
    """A phrase that is true of the whole number `n`, in the given form; None if none is natural."""
    f = float(n)
    if form == "exact":
        text = WORDS[n] if n <= 10 and r.random() < 0.7 else spell(n)
        return Phrase(text, f, f, f, f, form)
    if form == "words":
        return Phrase(WORDS[n], f, f, f, f, form) if n <= 20 else None
    if form == "least":
        k = n if r.random() < 0.5 else max(2, n - r.randint(1, max(1, n // 3)))
        word = r.choice(["at least", "no fewer than", "at least"])
        return Phrase(f"{word} {spell(k)}", k, INF, k, INF, form)
    if form == "more":
        k = _round_down(n - 1)
        return Phrase(f"{r.choice(['more than', 'over'])} {spell(k)}", k + 1, INF, k + 1, INF, form)
    if form == "fewer":
        k = _round_up(n + 1)
        return Phrase(f"{r.choice(['fewer than', 'under'])} {spell(k)}", 0, k - 1, 0, k - 1, form)
    if form == "about":
        k = _round_near(n)
        if k < 10 or abs(k - n) > ABOUT_CORE * k:
            return None
        text = f"{r.choice(['about', 'around', 'roughly', 'some'])} {spell(k)}"
        return Phrase(
            text,
            k * (1 - ABOUT_CORE),
            k * (1 + ABOUT_CORE),
            k * (1 - ABOUT_WIDE),
            k * (1 + ABOUT_WIDE),
            form,
        )
    if form == "nearly":
        k = _round_up(n + 1)
        if k < 20 or n < 0.93 * k:
            return None
        text = f"{r.choice(['nearly', 'almost', 'close to'])} {spell(k)}"
        return Phrase(text, k * 0.93, k - 1, k * 0.8, k, form)
    if form == "dozens":
        if 30 <= n <= 90:
            return Phrase("dozens of", 26, 96, 12, 200, form)
        if 250 <= n <= 900:
            return Phrase("hundreds of", 210, 990, 100, 2500, form)
        if 2500 <= n <= 9000:
            return Phrase("thousands of", 2100, 9900, 1000, 30000, form)
        return None
    if form == "between":
        a, b = _round_down(max(2, n - 1)), _round_up(n + 1)
        return Phrase(f"between {spell(a)} and {spell(b)}", a, b, a, b, form) if a < b else None
    raise ValueError(f"unknown form {form!r}")


FORMS = (
    "exact exact exact exact exact words least least more fewer about nearly dozens between".split()
)


def _step(n: int) -> int:
    step = 5 if n < 60 else 10
    while step * 20 < n:
        step *= 10
    return step if n >= 12 else 1


def _round_down(n: int) -> int:
    s = _step(n)
    return max(1, n // s * s)


def _round_up(n: int) -> int:
    s = _step(n)
    return -(-n // s) * s


def _round_near(n: int) -> int:
    s = _step(n)
    return round(n / s) * s


def count_value(r: random.Random) -> int:
    """A count as news has them: small ones are frequent, the spread is wide."""
    band = r.random()
    if band < 0.4:
        return r.randint(2, 20)
    if band < 0.75:
        return r.randint(21, 99)
    if band < 0.92:
        return r.randint(100, 999)
    return r.randint(1000, 9000)


def other_value(n: int, r: random.Random) -> int:
    """A count that cannot be taken for `n`: at least 40 % off, often much more."""
    for _ in range(50):
        m = round(n * r.choice([0.15, 0.25, 0.4, 0.5, 0.6, 1.5, 1.8, 2.4, 3.5, 6]))
        m += r.randint(-1, 1)
        if m >= 2 and (m <= 0.68 * n or m >= 1.4 * n):
            return m
    return n * 3 + 2


def money_phrase(v: float, form: str, r: random.Random) -> Phrase | None:
    """`v` in millions of dollars."""
    return _scaled(v, form, r, _money)


def percent_phrase(v: float, form: str, r: random.Random) -> Phrase | None:
    return _scaled(v, form, r, _percent)


def _money(v: float, r: random.Random) -> str:
    num = f"{v:g}"
    unit = "million"
    if v >= 1000:
        num, unit = f"{v / 1000:g}", "billion"
    return r.choice([f"${num} {unit}", f"${num} {unit}", f"{num} {unit} dollars"])


def _percent(v: float, r: random.Random) -> str:
    return r.choice([f"{v:g} per cent", f"{v:g}%", f"{v:g} percent"])


def _scaled(
    v: float, form: str, r: random.Random, write: Callable[[float, random.Random], str]
) -> Phrase | None:
    if form == "exact":
        return Phrase(write(v, r), v, v, v, v, form)
    if form == "least":
        k = v if r.random() < 0.5 else float(max(1, int(v * 0.85)))
        return Phrase(f"at least {write(k, r)}", k, INF, k, INF, form)
    if form == "more":
        k = float(int(v * 0.9))
        if k < 1 or k >= v:
            return None
        return Phrase(f"more than {write(k, r)}", k * 1.0001, INF, k * 1.0001, INF, form)
    if form == "fewer":
        k = float(int(v * 1.12) + 1)
        return Phrase(f"less than {write(k, r)}", 0, k * 0.9999, 0, k * 0.9999, form)
    if form == "about":
        k = float(round(v))
        if k < 5 or abs(k - v) > ABOUT_CORE * k:
            return None
        return Phrase(
            f"{r.choice(['about', 'around', 'roughly'])} {write(k, r)}",
            k * (1 - ABOUT_CORE),
            k * (1 + ABOUT_CORE),
            k * (1 - ABOUT_WIDE),
            k * (1 + ABOUT_WIDE),
            form,
        )
    if form == "nearly":
        k = float(int(v) + 1)
        if k < 8 or v < 0.93 * k:
            return None
        return Phrase(f"nearly {write(k, r)}", k * 0.93, k * 0.999, k * 0.8, k, form)
    return None
