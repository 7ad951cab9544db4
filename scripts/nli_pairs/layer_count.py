"""Pairs about numbers, and about the one place, day, cause or actor of an event."""

from __future__ import annotations

import random
from collections.abc import Callable

from .dress import dress
from .grammar import Pair, Scene, Topic, slots_of
from .quantities import (
    FORMS,
    Phrase,
    count_phrase,
    count_value,
    money_phrase,
    other_value,
    percent_phrase,
    relation,
)

MAIN = [
    "{q} {noun} {vp} {ctx}",
    "{ctx}, {q} {noun} {vp}",
    "the number of {noun} that {vp} {ctx} was {q}",
    "{holder} said {q} {noun} {vp} {ctx}",
    "{q} {noun} {vp} {ctx}, {holder} said",
    "the figure given for {noun} that {vp} {ctx} was {q}",
]
NONE = [
    "no {noun} {vp} {ctx}",
    "{ctx}, no {noun} {vp}",
    "there were no {noun} that {vp} {ctx}",
    "{holder} said no {noun} {vp} {ctx}",
    "the number of {noun} that {vp} {ctx} was zero",
]

# Contexts that read well at the head of a sentence.
FRONTED = {"in", "at", "after", "during", "when", "over", "because", "near", "around", "on"}


def _number_last(t: str) -> bool:
    return t.endswith("was {q}")


# Other ways to say the same of a counted set.
SAME = {
    "were killed": ["died", "lost their lives"],
    "were injured": ["were hurt", "suffered injuries"],
    "were hurt": ["were injured"],
    "were arrested": ["were detained"],
    "were cancelled": ["were called off"],
    "were rescued": ["were brought to safety", "were saved"],
    "were missing": ["were unaccounted for"],
    "were closed": ["were shut"],
    "were damaged": ["suffered damage"],
    "were evicted": ["were put out"],
    "were dismissed": ["were fired"],
    "were released": ["were set free"],
    "were seized": ["were confiscated"],
    "were sent home": ["had to go home"],
    "were laid off": ["lost their jobs"],
    "were shot down": ["were brought down"],
}


def _put(scene: Scene, t: str, row: tuple[str, str, str, str], q: str) -> str:
    noun, vp, ctx, _ = row
    if vp in SAME and scene.rng.random() < 0.4:
        vp = scene.rng.choice(SAME[vp])
    if t in NONE and noun == "people" and vp.startswith("were ") and scene.rng.random() < 0.4:
        return scene.say(f"nobody was {vp.removeprefix('were ')} {ctx}")
    if _number_last(t) and q.endswith(" of"):
        t = MAIN[0]
    if t.startswith("{ctx}") and ctx.split()[0] not in FRONTED:
        t = t.removeprefix("{ctx}, ") + " {ctx}"
    if vp.startswith("were ") and " that {vp}" in t and scene.rng.random() < 0.5:
        t = t.replace(" that {vp}", " {vp}")
        vp_out = vp.removeprefix("were ")
    else:
        vp_out = vp
    who = "who" if noun.split()[-1] in PEOPLE else "that"
    out = t.replace("that {vp}", who + " {vp}")
    out = out.replace("{q}", q).replace("{noun}", noun).replace("{vp}", vp_out)
    return scene.say(out.replace("{ctx}", ctx))


PEOPLE = set(
    """people passengers soldiers workers officers patients voters children players students
    residents firefighters employees tourists migrants civilians fans protesters pupils teachers
    nurses guests miners sailors suspects doctors drivers engineers prisoners candidates detainees
    families volunteers participants farmers members lawmakers tenants delegates women men judges
    crew pilots troops customers strikers witnesses visitors researchers athletes economists
    shareholders directors musicians applicants jurors staff hostages""".split()
)


def _phrases(n: int, r: random.Random) -> Phrase:
    while True:
        if (p := count_phrase(n, r.choice(FORMS), r)) is not None:
            return p


def counts(topic: Topic, rng: random.Random) -> list[Pair]:
    """Pairs around one counted set of the topic."""
    if not topic.counts:
        return []
    row = rng.choice(topic.counts)
    noun, vp, ctx, _ = row
    scene = Scene(topic, rng)
    n = count_value(rng)
    m = other_value(n, rng)
    out: list[Pair] = []

    def main(q: str, where: Scene = scene, r: tuple[str, str, str, str] = row) -> str:
        return _put(where, rng.choice(MAIN), r, q)

    def exact(k: int) -> str:
        p = count_phrase(k, "exact", rng)
        assert p is not None
        return p.text

    for _ in range(3):  # two phrases for one true number: they never conflict
        p, q = _phrases(n, rng), _phrases(n, rng)
        label = relation(p, q)
        a, b = main(p.text), main(q.text)
        if label != "contradiction" and a != b:
            kind = "same-count" if {p.form, q.form} <= {"exact", "words"} else "interval"
            out.append(dress(scene, a, b, label, kind))
    for _ in range(4):  # phrases for two numbers
        p, q = _phrases(n, rng), _phrases(m, rng)
        label = relation(p, q)
        kind = "count" if label == "contradiction" else "interval"
        out.append(dress(scene, main(p.text), main(q.text), label, kind, label == "contradiction"))
    none = _put(scene, rng.choice(NONE), row, "")
    none2 = _put(scene, rng.choice(NONE), row, "")
    out.append(
        dress(scene, main(_phrases(n, rng).text), none, "contradiction", "none-v-some", True)
    )
    if none != none2:
        out.append(dress(scene, none, none2, "entailment", "negative-agreement"))
    shared = sorted(slots_of(ctx))
    if shared:  # another event with another number
        other = scene.but(*rng.sample(shared, min(len(shared), rng.choice([1, 2]))))
        t = rng.choice(MAIN)
        a, b = _put(scene, t, row, exact(n)), _put(other, t, row, exact(m))
        out.append(dress(scene, a, b, "neutral", "other-event-count", True))
        b = _put(other, rng.choice(NONE), row, "")
        out.append(
            dress(scene, main(_phrases(n, rng).text), b, "neutral", "other-event-count", True)
        )
        out.append(
            dress(
                scene, main(exact(n)), main(exact(n), other), "neutral", "other-event-count", True
            )
        )
    rest = [c for c in topic.counts if (c[0], c[1]) != (noun, vp)]
    if rest:  # another quantity of the same event
        c = rng.choice(rest)
        a = main(_phrases(n, rng).text)
        out.append(dress(scene, a, main(exact(m), scene, c), "neutral", "other-quantity", True))
        none_c = _put(scene, rng.choice(NONE), c, "")
        out.append(dress(scene, a, none_c, "neutral", "other-quantity", True))
        out.append(dress(scene, none, main(exact(m), scene, c), "neutral", "other-quantity", True))
        both = f"{exact(n)} {noun} {vp} and {exact(m)} {c[0]} {c[1]} {ctx}"
        if c[2] == ctx:
            both = scene.say(both)
            out.append(dress(scene, both, main(exact(n)), "entailment", "conjunct"))
            k = other_value(n, rng)
            label = "contradiction" if k != n else "entailment"
            out.append(dress(scene, both, main(exact(k)), label, "count-of-two", True))
            if m not in (n,):
                out.append(
                    dress(scene, both, main(exact(m)), "contradiction", "count-of-two", True)
                )
    out += _parts(scene, row, n, main, exact)
    out += _updates(scene, row, n, main, exact)
    return [p for p in out if p.premise != p.hypothesis]


def _parts(
    scene: Scene,
    row: tuple[str, str, str, str],
    n: int,
    main: Callable[[str], str],
    exact: Callable[[int], str],
) -> list[Pair]:
    """Parts of a total."""
    r = scene.rng
    noun, vp, ctx, sub = row
    if not sub or n < 6:
        return []
    k = r.randint(2, n // 2)
    j = other_value(k, r)
    who = "who" if noun.split()[-1] in PEOPLE else "that"
    part = [
        "{k} of the {n} {noun} {who} {vp} {ctx} were {sub}",
        "of the {n} {noun} {who} {vp} {ctx}, {k} were {sub}",
        "{n} {noun} {vp} {ctx}, {k} of them {sub}",
    ]

    def say(t: str, kk: str) -> str:
        t = t.replace("{k}", kk).replace("{n}", exact(n)).replace("{noun}", noun)
        t = t.replace("{who}", who).replace("{vp}", vp).replace("{sub}", sub)
        return scene.say(t.replace("{ctx}", ctx))

    a = say(r.choice(part), exact(k))
    of_them = [
        "{k} of the {noun} {who} {vp} {ctx} were {sub}",
        "{k} {sub} were among the {noun} {who} {vp} {ctx}",
    ]
    total = main(exact(n))
    b = say(r.choice(of_them), exact(k))
    out = [
        dress(scene, a, total, "entailment", "part-and-total"),
        dress(scene, total, b, "neutral", "part-v-total", True),
        dress(scene, a, b, "entailment", "part-and-total"),
        dress(scene, a, main(exact(other_value(n, r))), "contradiction", "total", True),
    ]
    if j <= n:
        c = say(r.choice(part[:2] + of_them), exact(j))
        out.append(dress(scene, a, c, "contradiction", "part-count", True))
    none = say(f"none of the {{noun}} {who} {{vp}} {{ctx}} were {{sub}}", "")
    out.append(dress(scene, a, none, "contradiction", "none-v-some", True))
    out.append(dress(scene, total, none, "neutral", "part-v-total", True))
    return out


TIMES_OF_DAY = ["in the morning", "at noon", "by nightfall", "late in the evening", "at midnight"]


def _updates(
    scene: Scene,
    row: tuple[str, str, str, str],
    n: int,
    main: Callable[[str], str],
    exact: Callable[[int], str],
) -> list[Pair]:
    """Counts that rise in time."""
    r = scene.rng
    noun, vp, ctx, _ = row
    if not vp.startswith("were "):
        return []
    more = n + max(1, round(n * r.choice([0.2, 0.5, 0.8, 1.2])))
    what = f"{noun} {vp.removeprefix('were ')} {ctx}"
    rise = [
        "the number of {w} has risen to {m}",
        "the number of {w} rose to {m}",
        "the tally of {w} now stands at {m}",
        "{holder} raised the number of {w} to {m}",
    ]

    def say(t: str, m: int) -> str:
        return scene.say(t.replace("{w}", what).replace("{m}", exact(m)))

    up, up2 = say(r.choice(rise[:2]), more), say(r.choice(rise), more)
    out = [dress(scene, main(exact(n)), up, "neutral", "update", True)]
    if up != up2:
        out.append(dress(scene, up, up2, "entailment", "update"))
    far = other_value(more, r)
    out.append(dress(scene, say(rise[2], more), say(rise[2], far), "contradiction", "count", True))
    t1, t2 = (TIMES_OF_DAY[i] for i in sorted(r.sample(range(len(TIMES_OF_DAY)), 2)))
    at = "{t} the number of {w} stood at {m}"
    a = say(at.replace("{t}", t1 + ","), n)
    out.append(dress(scene, a, say(at.replace("{t}", t2 + ","), more), "neutral", "update", True))
    out.append(
        dress(scene, a, say(at.replace("{t}", t1 + ","), far), "contradiction", "count", True)
    )
    full = scene.say(f"the number of {what} has risen from {exact(n)} to {exact(more)}")
    stays = scene.say(f"the number of {what} has not changed and remains at {exact(n)}")
    out.append(dress(scene, full, up, "entailment", "update"))
    out.append(dress(scene, full, stays, "contradiction", "count", True))
    return out


NUMERIC = {"money": money_phrase, "pct": percent_phrase}


def _amount(slot: str, r: random.Random) -> float:
    if slot == "pct":
        return float(r.choice([r.randint(2, 20), r.randint(2, 90), r.randint(10, 199) / 10]))
    return float(
        r.choice([r.randint(2, 90), r.randint(100, 900), r.randint(11, 99) / 10, 1200, 4500])
    )


def keyed(topic: Topic, rng: random.Random) -> list[Pair]:
    """Pairs around one slot that has one right filler: place, day, cause, actor, amount."""
    if not topic.keyed:
        return []
    slot, kind, forms = rng.choice(topic.keyed)
    scene = Scene(topic, rng)
    base = slot.rstrip("0123456789")
    t1, t2 = rng.sample(forms, 2) if len(forms) > 1 else (forms[0], forms[0])
    out: list[Pair] = []
    rest = sorted((slots_of(t1) & slots_of(t2)) - {slot, "holder", "aud"})
    if base in NUMERIC:
        make = NUMERIC[base]
        v = _amount(base, rng)
        w = v
        while not (w <= 0.68 * v or w >= 1.4 * v):
            w = _amount(base, rng)

        def phrase(x: float) -> Phrase:
            while True:
                if (p := make(x, rng.choice(FORMS[:5] + FORMS[6:12]), rng)) is not None:
                    return p

        def put(t: str, p: Phrase, where: Scene = scene) -> str:
            return where.say(t.replace("{" + slot + "}", p.text))

        for x in (v, v, w, w, w):
            p, q = phrase(v), phrase(x)
            label = relation(p, q)
            if x == v and label == "contradiction":
                continue
            a, b = put(t1, p), put(t2, q)
            if a != b:
                k = kind if label == "contradiction" else "interval"
                out.append(dress(scene, a, b, label, k, label == "contradiction"))
        had = [
            "{holder} had expected that {s}",
            "an early estimate was that {s}",
            "a draft report had assumed that {s}",
        ]
        t = rng.choice(had)
        a = scene.say(t.replace("{s}", put(t1, phrase(v))))
        if " will " not in t1 and " is " not in t1:
            out.append(dress(scene, a, put(t2, phrase(w)), "neutral", "expected-v-actual", True))
        if rest:
            for x in (w, v, w):
                other = scene.but(rng.choice(rest))
                a, b = put(t1, phrase(v)), put(rng.choice([t1, t2]), phrase(x), other)
                out.append(dress(scene, a, b, "neutral", f"other-{kind}", True))
    else:
        a, b = scene.say(t1), scene.say(t2)
        if a != b:
            out.append(dress(scene, a, b, "entailment", "paraphrase"))
        wrong = scene.but(slot)
        out.append(dress(scene, a, wrong.say(t2), "contradiction", kind, True))
        out.append(dress(scene, a, wrong.say(t1), "contradiction", kind, True))
        if rest:
            for _ in range(2):
                name = rng.choice(rest)
                other = wrong.but(name)
                out.append(
                    dress(
                        scene, a, other.say(rng.choice([t1, t2])), "neutral", f"other-{kind}", True
                    )
                )
            other = scene.but(rng.choice(rest))
            out.append(dress(scene, b, other.say(t2), "neutral", f"other-{kind}", True))
    others = [k for k in topic.keyed if k[2] is not forms]
    if others:
        g = rng.choice(others)
        t3 = rng.choice(g[2])
        amounts = {base, g[0].rstrip("0123456789")} & set(NUMERIC)
        if not amounts and slots_of(t1) & slots_of(t3):
            said, third = scene.say(t1), scene.say(t3)
            out.append(dress(scene, said, third, "neutral", "other-matter", True))
    return out
