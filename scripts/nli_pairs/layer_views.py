"""Pairs about groups (all, none, most), opinions, and who did or answers for an event."""

from __future__ import annotations

import random

from .dress import dress
from .grammar import Pair, Scene, Topic, slots_of

# quantifier: (forms, low, high) as a share of the group; `{n}` noun, `{v}` verb phrase, `{x}` its
# negation. Open ends are written with a small epsilon.
E = 1e-9
QUANT: list[tuple[list[str], float, float]] = [
    (["all of {n} {v}", "every one of {n} {v}", "without exception, {n} {v}", "{n} all {v}"], 1, 1),
    (["none of {n} {v}", "not one of {n} {v}", "all of {n} {x}"], 0, 0),
    (["some of {n} {v}", "at least some of {n} {v}", "several of {n} {v}"], E, 1),
    (["not all of {n} {v}", "some of {n} {x}", "a few of {n} {x}"], 0, 1 - E),
    (["most of {n} {v}", "the majority of {n} {v}", "more than half of {n} {v}"], 0.5 + E, 1),
    (["fewer than half of {n} {v}", "only a minority of {n} {v}"], 0, 0.5 - E),
    (["nearly all of {n} {v}", "almost all of {n} {v}"], 0.85, 1 - E),
    (["hardly any of {n} {v}", "almost none of {n} {v}"], 0, 0.12),
    (["most of {n} {x}", "the majority of {n} {x}"], 0, 0.5 - E),
    (["at least two thirds of {n} {v}"], 0.66, 1),
    (["only a third of {n} {v}", "a third of {n} {v}"], 0.33, 0.34),
    (["half of {n} {v}", "exactly half of {n} {v}"], 0.5, 0.5),
]


def share_label(a: tuple[float, float], b: tuple[float, float]) -> str:
    """Label of share interval `a` against `b`."""
    if a[1] < b[0] or b[1] < a[0]:
        return "contradiction"
    if b[0] <= a[0] and a[1] <= b[1]:
        return "entailment"
    return "neutral"


def groups(topic: Topic, rng: random.Random) -> list[Pair]:
    """Pairs of quantified statements."""
    if not topic.groups:
        return []
    noun, vp, neg = rng.choice(topic.groups)
    scene = Scene(topic, rng)
    out = []

    def say(form: str, where: Scene = scene, g: tuple[str, str, str] = (noun, vp, neg)) -> str:
        return where.say(form.replace("{n}", g[0]).replace("{v}", g[1]).replace("{x}", g[2]))

    for _ in range(6):
        (fa, *ra), (fb, *rb) = rng.choice(QUANT), rng.choice(QUANT)
        label = share_label((ra[0], ra[1]), (rb[0], rb[1]))
        a, b = say(rng.choice(fa)), say(rng.choice(fb))
        if a != b:
            kind = "quantifier" if label == "contradiction" else "quantifier-compatible"
            out.append(dress(scene, a, b, label, kind, label == "contradiction"))
    shared = sorted(slots_of(noun + vp))
    if shared:
        for _ in range(2):
            other = scene.but(rng.choice(shared))
            a, b = (
                say(rng.choice(rng.choice(QUANT)[0])),
                say(rng.choice(rng.choice(QUANT)[0]), other),
            )
            out.append(dress(scene, a, b, "neutral", "other-entity", True))
    rest = [g for g in topic.groups if g != (noun, vp, neg)]
    if rest:
        g2 = rng.choice(rest)
        a = say(rng.choice(rng.choice(QUANT)[0]))
        b = say(rng.choice(rng.choice(QUANT)[0]), scene, g2)
        out.append(dress(scene, a, b, "neutral", "other-matter", True))
    return out


FOR = """{w} backed {t};{w} supported {t};{w} welcomed {t};{w} spoke out in favour of {t};
{w} praised {t};{t} won the backing of {w};{w} described {t} as a step forward""".replace(
    "\n", ""
).split(";")
AGAINST = """{w} opposed {t};{w} criticised {t};{w} attacked {t};{w} spoke out against {t};
{w} condemned {t};{w} rejected {t};{w} described {t} as a mistake;
{w} refused to back {t}""".replace("\n", "").split(";")
GOOD = """{t} is fair;{t} is long overdue;{t} makes sense;{t} is the right answer;
{t} deserves a chance""".replace("\n", "").split(";")
BAD = """{t} is unfair;{t} is a mistake;{t} makes no sense;{t} is the wrong answer;
{t} goes too far""".replace("\n", "").split(";")
SAYS = ["{w} thinks {o}", "{w} said {o}", "in the view of {w}, {o}", "{w} argued that {o}"]
ACTS = """{w} has presented {t};{w} put forward {t};{w} drew up {t};{w} is the author of {t};
{t} was proposed by {w}""".replace("\n", "").split(";")


# Judgements that are no opposites of each other: two people, or one, may well hold both.
CALLED = """bold;reckless;generous;too expensive;brilliant;badly prepared;a triumph;
a waste of money;historic;disappointing;courageous;naive;overdue;rushed;beautiful;dull;inspired;
a gamble;elegant;clumsy;welcome news;a missed chance;impressive;
unconvincing""".replace("\n", "").split(";")
CROWD = """critics;supporters;many residents;some experts;several lawmakers;a few analysts;
local business owners;former ministers;younger voters;older residents;most commentators;
some members""".replace("\n", "").split(";")
CALL = ["{w} called {t} {c}", "{w} described {t} as {c}", "to {w}, {t} is {c}", "{w} found {t} {c}"]
BARE = ["{t} is {c}", "{t} is simply {c}", "{t} was called {c}"]
EFFECT: list[tuple[list[str], list[str]]] = [
    (
        ["{t} will create jobs", "{t} will bring more work"],
        ["{t} will cost jobs", "{t} will destroy jobs"],
    ),
    (
        ["{t} will bring prices down", "{t} will make life cheaper"],
        ["{t} will push prices up", "{t} will make life dearer"],
    ),
    (
        ["{t} will save lives", "{t} will make people safer"],
        ["{t} will put lives at risk", "{t} will make people less safe"],
    ),
    (
        ["{t} will unite the country", "{t} will bring people together"],
        ["{t} will divide the country", "{t} will drive people apart"],
    ),
    (
        ["{t} will pay for itself", "{t} will cost taxpayers nothing"],
        ["{t} will burden taxpayers", "{t} will cost taxpayers dearly"],
    ),
]
THINKS = [
    "{w} believes {o}",
    "{w} argued that {o}",
    "{w} predicted that {o}",
    "in the view of {w}, {o}",
]


def _judgements(scene: Scene, t: str, w: str, w2: str) -> list[Pair]:
    """Verdicts and forecasts of two people."""
    r = scene.rng
    c, d, e = r.sample(CALLED, 3)
    one, two = r.sample(CROWD, 2)

    def call(who: str, what: str) -> str:
        return r.choice(CALL).replace("{w}", who).replace("{t}", t).replace("{c}", what)

    def bare(what: str) -> str:
        return r.choice(BARE).replace("{t}", t).replace("{c}", what)

    good, bad = r.choice(EFFECT)
    if r.random() < 0.5:
        good, bad = bad, good

    def think(who: str, forms: list[str]) -> str:
        return (
            r.choice(THINKS).replace("{w}", who).replace("{o}", r.choice(forms).replace("{t}", t))
        )

    a, b = (x.replace("{w}", w).replace("{t}", t).replace("{c}", c) for x in r.sample(CALL, 2))
    f, g = (
        x.replace("{w}", w).replace("{o}", y.replace("{t}", t))
        for x, y in zip(r.sample(THINKS, 2), r.sample(good, 2), strict=True)
    )
    return [
        dress(scene, call(one, c), call(two, d), "neutral", "opinion-v-opinion", True),
        dress(scene, call(w, c), call(w2, d), "neutral", "opinion-v-opinion", True),
        dress(scene, bare(d), bare(e), "neutral", "opinion-v-opinion", True),
        dress(scene, think(w, good), think(w2, bad), "neutral", "opinion-v-opinion", True),
        dress(scene, think(w, good), think(w, bad), "contradiction", "stance", True),
        dress(scene, a, b, "entailment", "paraphrase"),
        dress(scene, f, g, "entailment", "paraphrase"),
    ]


def opinions(topic: Topic, rng: random.Random) -> list[Pair]:
    """Opinions clash only when one person holds both."""
    if not topic.things:
        return []
    scene = Scene(topic, rng)
    t = scene.say(rng.choice(topic.things))
    who = rng.choice(["{person}", "{person}", "{holder}", "{party}", "{union}", "{country}"])
    w = scene.say(who)
    w2 = scene.say(rng.choice(["{person2}", "{person3}", "{party2}", "{holder2}", "{union2}"]))

    def say(forms: list[str], whom: str, what: str = t) -> str:
        return rng.choice(forms).replace("{w}", whom).replace("{t}", what)

    def think(forms: list[str], whom: str) -> str:
        return rng.choice(SAYS).replace("{w}", whom).replace("{o}", say(forms, ""))

    out = [
        dress(scene, say(FOR, w), say(AGAINST, w), "contradiction", "stance", True),
        dress(scene, think(GOOD, w), say(AGAINST, w), "contradiction", "stance", True),
        dress(scene, say(FOR, w), think(BAD, w), "contradiction", "stance", True),
        dress(scene, say(FOR, w), say(AGAINST, w2), "neutral", "opinion-v-opinion", True),
        dress(scene, think(GOOD, w), think(BAD, w2), "neutral", "opinion-v-opinion", True),
        dress(scene, say(AGAINST, w), think(GOOD, w2), "neutral", "opinion-v-opinion", True),
        dress(scene, say(ACTS, w2), say(AGAINST, w), "neutral", "rejected-v-proposed", True),
    ]
    a, b = rng.sample(FOR[:4] + FOR[5:6], 2)
    out.append(
        dress(
            scene,
            a.replace("{w}", w).replace("{t}", t),
            b.replace("{w}", w).replace("{t}", t),
            "entailment",
            "paraphrase",
        )
    )
    a, b = rng.sample([AGAINST[i] for i in (0, 3, 5)] + ["{w} came out against {t}"], 2)
    out.append(
        dress(
            scene,
            a.replace("{w}", w).replace("{t}", t),
            b.replace("{w}", w).replace("{t}", t),
            "entailment",
            "paraphrase",
        )
    )
    out += _judgements(scene, t, w, w2)
    if len(topic.things) > 1:
        t2 = t
        while t2 == t:
            t2 = scene.say(rng.choice(topic.things))
        out.append(dress(scene, say(FOR, w), say(AGAINST, w, t2), "neutral", "other-matter", True))
        out.append(dress(scene, say(ACTS, w), say(AGAINST, w, t2), "neutral", "other-matter", True))
    no = ["{w} did not back {t}", "{w} never supported {t}", "{t} did not win the backing of {w}"]
    out.append(dress(scene, say(AGAINST, w), say(no, w), "entailment", "opposite-implies-not"))
    out.append(dress(scene, say(FOR[:4], w), say(no, w), "contradiction", "negation", True))
    out.append(dress(scene, say(FOR[:4], w2), say(no, w), "neutral", "other-entity", True))
    return out


DID = [
    "{o} was behind {e}",
    "{o} carried out {e}",
    "{e} was the work of {o}",
    "responsibility for {e} lies with {o}",
]
DID_NOT = [
    "{o} was not behind {e}",
    "{o} had nothing to do with {e}",
    "{e} was not the work of {o}",
    "{o} played no part in {e}",
]
CLAIM = ["{o} claimed responsibility for {e}", "{o} claimed to be behind {e}"]
BLAME = ["{o} was to blame for {e}", "{e} was the fault of {o}", "the blame for {e} lies with {o}"]
NO_BLAME = [
    "{o} was not to blame for {e}",
    "{e} was not the fault of {o}",
    "no blame for {e} lies with {o}",
]
TAKE_BLAME = ["{o} accepted the blame for {e}", "{o} took the blame for {e}"]
DENY_BLAME = ["{o} denied being to blame for {e}", "{o} rejected any blame for {e}"]
DENY = [
    "{o} denied responsibility for {e}",
    "{o} denied any part in {e}",
    "{o} denied being behind {e}",
]
ABOUT = """{o} has opened an inquiry into {e};{o} asked for patience while {e} is investigated;
{o} called {e} a tragedy;{o} declined to comment on {e};{o} said it was too early to name a cause
 of {e};{o} demanded an explanation of {e};{o} blamed poor preparation for {e};
experts are studying pictures of {e};nobody has yet been charged over {e};
questions about {e} remain unanswered;the cause of {e} is not known""".replace("\n", "").split(";")
NOT_ABOUT = """{o} has not opened any inquiry into {e};{o} commented at length on {e};
the cause of {e} has been found;a suspect has been charged over {e};
{o} sees no need for an inquiry into {e}""".replace("\n", "").split(";")
CLASH = [
    ("{o} has opened an inquiry into {e}", "{o} has not opened any inquiry into {e}"),
    ("{o} declined to comment on {e}", "{o} commented at length on {e}"),
    ("the cause of {e} is not known", "the cause of {e} has been found"),
    ("nobody has been charged over {e}", "a suspect has been charged over {e}"),
    ("{o} demanded an inquiry into {e}", "{o} sees no need for an inquiry into {e}"),
    ("an inquiry into {e} is under way", "there is no inquiry into {e}"),
]


def events(topic: Topic, rng: random.Random) -> list[Pair]:
    """Whether an event happened, who did it, who answers for it."""
    if not topic.events:
        return []
    scene = Scene(topic, rng)
    np, yes, no, sort = rng.choice(topic.events)
    act = sort == "A"
    did, did_not, claim, deny = (
        (DID, DID_NOT, CLAIM, DENY) if act else (BLAME, NO_BLAME, TAKE_BLAME, DENY_BLAME)
    )
    e = scene.say(np)
    if act:
        who = rng.choice(["{country}", "{group}", "{person}"])
    else:
        who = rng.choice(["{country}", "{holder}", "{party}", "{person}"])
    o, o2 = scene.say(who), scene.say("{country2}" if who == "{country}" else "{person2}")
    h = scene.say("{holder}")
    y, n = scene.say(yes), scene.say(no)

    def say(forms: list[str], whom: str = o, what: str = e) -> str:
        return rng.choice(forms).replace("{o}", whom).replace("{e}", what)

    never = [
        f"there was no such thing as {e}",
        f"{e} never took place",
        f"{e} did not happen",
        f"{e} is an invention",
    ]
    took = [f"{e} did take place", f"{e} was real", f"{e} happened"]
    out = [
        dress(scene, y, n, "contradiction", "negation", True),
        dress(scene, y, rng.choice(never), "contradiction", "vague-denial", True),
        dress(scene, rng.choice(took), n, "contradiction", "vague-denial", True),
        dress(scene, rng.choice(never), n, "entailment", "vague-denial"),
        dress(scene, y, rng.choice(took), "entailment", "paraphrase"),
        dress(scene, y, say(ABOUT, h), "neutral", "reaction-v-event", True),
        dress(scene, y, say(NOT_ABOUT, h), "neutral", "reaction-v-event", True),
    ]
    if act:
        out.append(dress(scene, say(did), say(did, o2), "contradiction", "actor", True))
    if sort != "W":
        d, dn = rng.sample(did, 2), rng.sample(did_not, 2)
        out += [
            dress(scene, y, say(deny), "neutral", "denied-responsibility", True),
            dress(scene, y, say(did_not), "neutral", "denied-responsibility", True),
            dress(scene, say(ABOUT, h), say(did_not), "neutral", "denied-responsibility", True),
            dress(scene, say(did), say(did_not), "contradiction", "actor", True),
            dress(scene, say(claim), say(deny), "contradiction", "actor", True),
            dress(scene, say(deny), say(deny, o2), "neutral", "other-entity", True),
            dress(scene, say(did), say(did_not, o2), "neutral", "other-entity", True),
            dress(scene, say(dn[:1]), say(dn[1:]), "entailment", "negative-agreement"),
            dress(scene, say(d[:1]), say(d[1:]), "entailment", "paraphrase"),
        ]
    a, b = rng.choice(CLASH)
    out.append(dress(scene, say([a], h), say([b], h), "contradiction", "status", True))
    shared = sorted(slots_of(np))
    shared = [x for x in shared if scene.get(x) not in (o, o2)]
    if shared:
        other = scene.but(rng.choice(shared))
        out.append(dress(scene, y, other.say(no), "neutral", "other-entity", True))
        e2 = other.say(np)
        out.append(dress(scene, say([a], h), say([b], h, e2), "neutral", "other-event", True))
        if sort != "W":
            out.append(dress(scene, say(did), say(did_not, o, e2), "neutral", "other-event", True))
            out.append(dress(scene, say(did), say(did, o2, e2), "neutral", "other-event", True))
    return out
