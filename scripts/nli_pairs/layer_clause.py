"""Pairs about whether something happened: paraphrase, negation, opposites, other entity, other
period, other matter, denials, double negation, doubt, reported speech."""

from __future__ import annotations

import random

from .dress import PERIODS, dress, timeable
from .grammar import Frame, Pair, Scene, Topic, slots_of

FALSE = """it is not true that {s};reports that {s} are false;claims that {s} are untrue;
there is no truth in reports that {s};it is wrong to say that {s};
suggestions that {s} have no basis;{holder} dismissed as false reports that {s};
{holder} called it a lie that {s};it was falsely reported that {s}""".replace("\n", "").split(";")
TRUE = """it is true that {s};reports that {s} are accurate;there is no doubt that {s};
{holder} confirmed that {s};{holder} acknowledged that {s};it has been established that {s};
nobody disputes that {s};it is no longer in question that {s};
records leave no doubt that {s}""".replace("\n", "").split(";")
# (family, forms, what contradicts them if the same person or body speaks)
OPEN: list[tuple[str, list[str], list[str]]] = [
    (
        "unclear",
        [
            "it is unclear whether {s}",
            "it was not immediately clear whether {s}",
            "whether {s} is still an open question",
            "nobody has established whether {s}",
            "it is not known whether {s}",
        ],
        [
            "it has been established whether {s}",
            "it is now known for certain whether {s}",
            "there is no longer any question whether {s}",
        ],
    ),
    (
        "unconfirmed",
        [
            "{holder} has not confirmed that {s}",
            "{holder} has yet to confirm that {s}",
            "there has been no confirmation from {holder} that {s}",
            "{holder} has stopped short of confirming that {s}",
        ],
        [
            "{holder} has confirmed that {s}",
            "{holder} has now confirmed reports that {s}",
            "confirmation that {s} has come from {holder}",
        ],
    ),
    (
        "would-not-say",
        [
            "{holder} refused to say whether {s}",
            "{holder} would not say whether {s}",
            "{holder} declined to comment on whether {s}",
            "asked whether {s}, {holder} gave no answer",
        ],
        [
            "{holder} was willing to say whether {s}",
            "{holder} answered the question whether {s}",
        ],
    ),
    (
        "inquiry",
        [
            "investigators are looking into whether {s}",
            "an inquiry is examining whether {s}",
            "{holder} has opened an inquiry into whether {s}",
        ],
        [
            "nobody is looking into whether {s}",
            "there is no inquiry into whether {s}",
        ],
    ),
    (
        "rumour",
        [
            "there were rumours that {s}",
            "unverified posts on social media claimed that {s}",
            "rumours circulated that {s}",
        ],
        [
            "there were no rumours that {s}",
            "there was never any rumour that {s}",
        ],
    ),
    (
        "possible",
        [
            "it is possible that {s}",
            "it cannot be ruled out that {s}",
            "{holder} has not ruled out that {s}",
        ],
        [
            "it is impossible that {s}",
            "it can be ruled out that {s}",
        ],
    ),
]


def clause(topic: Topic, rng: random.Random) -> list[Pair]:
    """A handful of pairs around one frame of the topic."""
    frames = [f for f in topic.frames if f.pos and f.neg]
    if not frames:
        return []
    f = rng.choice(frames)
    scene = Scene(topic, rng)
    out = _plain(f, scene) + _other(f, scene, frames) + _denials(f, scene, frames)
    out += _open(f, scene, frames) + _speech(f, scene, frames)
    return out + _order(f, scene, frames) + _compound(f, scene, frames)


def _pick(rng: random.Random, forms: list[str], n: int) -> list[str]:
    return rng.sample(forms, min(n, len(forms))) if len(forms) > 1 else forms * n


def _plain(f: Frame, scene: Scene) -> list[Pair]:
    r, say = scene.rng, scene.say
    out = []
    p = [say(x) for x in _pick(r, f.pos, 2)]
    n = [say(x) for x in _pick(r, f.neg, 2)]
    if len(p) > 1 and p[0] != p[1]:
        out.append(dress(scene, p[0], p[1], "entailment", "paraphrase", repeat=f.repeat))
    if len(n) > 1 and n[0] != n[1]:
        out.append(dress(scene, n[0], n[1], "entailment", "negative-agreement", repeat=f.repeat))
    out.append(dress(scene, p[0], n[0], "contradiction", "negation", True, repeat=f.repeat))
    out.append(dress(scene, p[-1], n[-1], "contradiction", "negation", True, repeat=f.repeat))
    if f.opp:
        o = [say(x) for x in _pick(r, f.opp, 2)]
        out.append(dress(scene, p[0], o[0], "contradiction", "opposite", True, repeat=f.repeat))
        out.append(dress(scene, p[-1], o[-1], "contradiction", "opposite", True, repeat=f.repeat))
        out.append(dress(scene, o[0], n[0], "entailment", "opposite-implies-not", repeat=f.repeat))
        if len(f.opp) > 1:
            out.append(dress(scene, o[0], o[1], "entailment", "paraphrase", repeat=f.repeat))
    return out


def _other(f: Frame, scene: Scene, frames: list[Frame]) -> list[Pair]:
    """Another entity, another period, another matter: neutral, whatever the polarity."""
    r = scene.rng
    out = []
    all_forms = f.pos + f.neg + f.opp
    for _ in range(3):
        a, b = r.choice(all_forms), r.choice(all_forms)
        shared = sorted((slots_of(a) & slots_of(b)) - {"fut", "cond"})
        if shared:
            other = scene.but(*r.sample(shared, min(len(shared), r.choice([1, 1, 2]))))
            x, y = scene.say(a), other.say(b)
            if x != y:
                out.append(dress(scene, x, y, "neutral", "other-entity", True))
    if f.repeat:
        for _ in range(3):
            x, y = scene.say(r.choice(f.pos)), scene.say(r.choice(f.neg + f.opp + f.pos))
            if timeable(x) and timeable(y):
                when = r.choice(PERIODS)
                out.append(dress(scene, x, y, "neutral", "other-period", True, periods=when))
    elif f.subj:  # not yet then, done later
        x, y = scene.say(r.choice(f.pos)), scene.say(r.choice(f.neg))
        if timeable(x) and timeable(y):
            when = r.choice(PERIODS)
            out.append(dress(scene, x, y, "neutral", "later-state", True, periods=when))
    others = _apart(f, frames)
    for _ in range(3 if others else 0):
        g = r.choice(others)
        a, b = r.choice(all_forms), r.choice(g.pos + g.neg + g.opp)
        if slots_of(a) & slots_of(b):
            out.append(dress(scene, scene.say(a), scene.say(b), "neutral", "other-matter", True))
    return out


def _denials(f: Frame, scene: Scene, frames: list[Frame]) -> list[Pair]:
    r, say = scene.rng, scene.say
    p, p2, n = say(r.choice(f.pos)), say(r.choice(f.pos)), say(r.choice(f.neg))
    false, true = r.choice(FALSE), r.choice(TRUE)
    fp, fn = say(false.replace("{s}", p2)), say(false.replace("{s}", n))
    tp = say(true.replace("{s}", p2))
    fp2 = say(r.choice(FALSE).replace("{s}", p))
    menu = [
        (p, fp, "contradiction", "denial", True),
        (fp, n, "entailment", "denial", False),
        (fn, p, "entailment", "double-negation", False),
        (n, fn, "contradiction", "double-negation", True),
        (tp, fp2, "contradiction", "denial", True),
        (tp, p, "entailment", "confirmation", False),
        (tp, n, "contradiction", "negation", True),
        (fp2, fp, "entailment", "denial", False),
    ]
    out = [dress(scene, *row, repeat=f.repeat) for row in r.sample(menu, 3) if row[0] != row[1]]
    others = _apart(f, frames)
    if others:
        g = r.choice(others)
        q = say(r.choice(g.pos + g.opp))
        fq = say(r.choice(FALSE).replace("{s}", q))
        tq = say(r.choice(TRUE).replace("{s}", q))
        out.append(dress(scene, p, fq, "neutral", "denial-of-something-else", True))
        out.append(dress(scene, n, r.choice([tq, fq]), "neutral", "other-matter", True))
        out.append(dress(scene, fp, tq, "neutral", "other-matter", True))
    return out


def _open(f: Frame, scene: Scene, frames: list[Frame]) -> list[Pair]:
    r, say = scene.rng, scene.say
    name, pro, anti = r.choice(OPEN)
    p, q, n = say(r.choice(f.pos)), say(r.choice(f.pos)), say(r.choice(f.neg))
    a, b = (say(x.replace("{s}", p)) for x in _pick(r, pro, 2))
    c = say(r.choice(anti).replace("{s}", q))
    a2 = say(r.choice(pro).replace("{s}", q))
    out = [
        dress(scene, a, q, "neutral", f"hedge-{name}", name != "possible"),
        dress(scene, a, n, "neutral", f"hedge-{name}", True),
        dress(scene, a2, c, "contradiction", f"certainty-{name}", True, repeat=f.repeat),
    ]
    if a != b and name in ("unclear", "unconfirmed", "would-not-say", "rumour"):
        out.append(dress(scene, b, a, "entailment", f"hedge-{name}"))
    others = _apart(f, frames)
    if others:
        s = say(r.choice(r.choice(others).pos))
        d = say(r.choice(anti).replace("{s}", s))
        out.append(dress(scene, a, d, "neutral", "other-matter", True))
    return out


SPEECH = [
    "{person} told {aud} that {s}",
    "{person} said {s}",
    "{person} said in an interview that {s}",
    "speaking to {aud}, {person} said {s}",
    "{person} insisted that {s}",
]


def _speech(f: Frame, scene: Scene, frames: list[Frame]) -> list[Pair]:
    r = scene.rng
    if "person" in {s for x in f.pos + f.neg for s in slots_of(x)}:
        return []
    p, p2, n = (scene.say(r.choice(x)) for x in (f.pos, f.pos, f.neg))
    a, b = r.choice(SPEECH), r.choice(SPEECH)
    sp, sp2 = scene.say(a.replace("{s}", p)), scene.say(b.replace("{s}", p2))
    sn = scene.say(b.replace("{s}", n))
    out = [dress(scene, sp, sn, "contradiction", "reported-speech", True, repeat=f.repeat)]
    if r.random() < 0.5:
        out.append(dress(scene, n, sp, "contradiction", "reported-speech", True, repeat=f.repeat))
    else:
        out.append(dress(scene, p2, sn, "contradiction", "reported-speech", True, repeat=f.repeat))
    if sp != sp2 and "{aud}" not in b:
        out.append(dress(scene, sp, sp2, "entailment", "reported-speech"))
    others = _apart(f, frames)
    if others:
        g = r.choice(others)
        q = scene.say(r.choice(g.pos + g.neg))
        other = scene.but("person") if r.random() < 0.5 else scene
        sq = other.say(b.replace("{s}", q))
        out.append(dress(scene, r.choice([sp, sn]), sq, "neutral", "said-something-else", True))
    return out


def _apart(f: Frame, frames: list[Frame]) -> list[Frame]:
    """The topic's other propositions, which `f` neither entails nor excludes."""
    return [g for g in frames if g is not f and not (g.tag and g.tag == f.tag)]


def _order(f: Frame, scene: Scene, frames: list[Frame]) -> list[Pair]:
    """Which of two things came first."""
    r, say = scene.rng, scene.say
    others = [g for g in _apart(f, frames) if g.subj]
    if not f.subj or f.repeat or not others:
        return []
    g = r.choice(others)

    def past(x: Frame) -> str:
        return say(r.choice([t for t in x.pos if timeable(t)] or x.pos[:1]))

    p, q = past(f), past(g)
    first = [f"{p} before {q}", f"{q} only after {p}", f"{p}, and later {q}"]
    second = [f"{p} after {q}", f"{q} before {p}", f"{q}, and later {p}"]
    a, b = r.sample(first, 2)
    out = [
        dress(scene, a, r.choice(second), "contradiction", "order", True),
        dress(scene, b, a, "entailment", "order"),
        dress(scene, a, r.choice([p, q]), "entailment", "order"),
    ]
    rest = [h for h in _apart(f, others) if h is not g and not (h.tag and h.tag == g.tag)]
    if rest:
        c = f"{p} after {past(r.choice(rest))}"
        out.append(dress(scene, a, c, "neutral", "other-order", True))
        c = say(r.choice(r.choice(rest).neg))
        out.append(dress(scene, a, c, "neutral", "other-matter", True))
    return out


JOIN = ["{a}, but {b}", "{a}, while {b}", "although {a}, {b}", "{a}; {b}", "{a} and {b}"]


def _compound(f: Frame, scene: Scene, frames: list[Frame]) -> list[Pair]:
    """Sentences that say two things: a conflict with either half is a conflict."""
    r, say = scene.rng, scene.say
    others = _apart(f, frames)
    if not others:
        return []
    g = r.choice(others)
    p, p2, n = say(r.choice(f.pos)), say(r.choice(f.pos)), say(r.choice(f.neg + f.opp))
    q, m = say(r.choice(g.pos)), say(r.choice(g.neg + g.opp))
    halves = [(p, q), (p, m), (n, q), (n, m)]
    x, y = r.choice(halves)
    join = r.choice(JOIN)
    both = (
        join.replace("{a}", x).replace("{b}", y)
        if r.random() < 0.5
        else (join.replace("{a}", y).replace("{b}", x))
    )
    contrary = p2 if x == n else say(r.choice(f.neg + f.opp))
    same = say(r.choice(f.pos)) if x == p else say(r.choice(f.neg))
    if x == n and n not in [say(t) for t in f.neg]:
        same = say(r.choice(f.neg))
    out = [
        dress(scene, both, contrary, "contradiction", "half-of-two", True),
        dress(scene, both, same, "entailment", "half-of-two"),
        dress(scene, same, both, "neutral", "half-of-two"),
    ]
    again = r.choice(JOIN).replace("{a}", y).replace("{b}", same)
    if (x == p or x in [say(t) for t in f.neg]) and again != both:
        out.append(dress(scene, both, again, "entailment", "two-and-two"))
    rest = [h for h in _apart(f, others) if h is not g and not (h.tag and h.tag == g.tag)]
    if rest:
        h = r.choice(rest)
        out.append(
            dress(
                scene, both, say(r.choice(h.pos + h.neg + h.opp)), "neutral", "other-matter", True
            )
        )
    shared = sorted(set.intersection(*(slots_of(t) for t in f.pos + f.neg + f.opp)))
    if shared:
        z = scene.but(r.choice(shared)).say(r.choice(f.neg + f.opp + f.pos))
        out.append(dress(scene, both, z, "neutral", "other-entity", True))
    return out
