"""Pairs about plans, decisions, demands, promises, conditions, forecasts: what is said of the
future or the possible is neutral to what happened, and clashes only with its own contrary."""

from __future__ import annotations

import random
import re

from .dress import dress
from .grammar import Frame, Pair, Scene, Topic, slots_of

# family: (forms, contraries). {S} subject, {b} base form, {d} past tense, {p} participle.
MODAL: dict[str, tuple[list[str], list[str]]] = {
    "plan": (
        [
            "{S} plan<s> to {b}",
            "{S} intend<s> to {b}",
            "{S} <is> planning to {b}",
            "{S} <has> drawn up plans to {b}",
        ],
        [
            "{S} <has> no plans to {b}",
            "{S} <does> not intend to {b}",
            "{S} <has> ruled out any plan to {b}",
            "{S} <is> not planning to {b}",
        ],
    ),
    "future": (
        ["{S} will {b} {fut}", "{S} <is> to {b} {fut}", "{S} <is> going to {b} {fut}"],
        ["{S} will not {b} {fut}", "{S} <is> not going to {b} {fut}"],
    ),
    "decision": (
        [
            "{S} <has> decided to {b}",
            "{S} <has> taken the decision to {b}",
            "{S} <has> resolved to {b}",
        ],
        [
            "{S} <has> not decided whether to {b}",
            "{S} <is> still weighing whether to {b}",
            "{S} <has> yet to decide whether to {b}",
            "{S} <has> decided not to {b}",
            "{S} <has> decided against a move to {b}",
        ],
    ),
    "demand": (
        [
            "{holder} urged {S} to {b}",
            "{holder} called on {S} to {b}",
            "{holder} has asked {S} to {b}",
            "{holder} said it was time for {S} to {b}",
        ],
        [
            "{holder} urged {S} not to {b}",
            "{holder} has asked {S} not to {b}",
            "{holder} said there was no need for {S} to {b}",
            "{holder} warned {S} not to {b}",
        ],
    ),
    "promise": (
        [
            "{S} promised to {b}",
            "{S} pledged to {b}",
            "{S} gave an undertaking to {b}",
            "{S} vowed to {b}",
        ],
        ["{S} never promised to {b}", "{S} did not pledge to {b}", "{S} refused to promise to {b}"],
    ),
    "condition": (
        [
            "{S} will {b} only if {cond}",
            "{S} will not {b} unless {cond}",
            "{S} <is> ready to {b} only if {cond}",
        ],
        [
            "{S} will {b} whether or not {cond}",
            "{S} will {b} even if it is not the case that {cond}",
        ],
    ),
    "forecast": (
        [
            "{S} <is> expected to {b} {fut}",
            "{holder} expects {S} to {b} {fut}",
            "{holder} believes {S} will {b} {fut}",
        ],
        [
            "{holder} does not expect {S} to {b} {fut}",
            "{holder} believes {S} will not {b} {fut}",
            "{holder} sees no chance that {S} will {b} {fut}",
        ],
    ),
    "hope": (
        [
            "{holder} hopes {S} will {b}",
            "{holder} would like {S} to {b}",
            "{holder} wants {S} to {b}",
        ],
        ["{holder} does not want {S} to {b}", "{holder} hopes {S} will not {b}"],
    ),
    "maybe": (
        ["{S} may have {p}", "{S} might have {p}", "{S} could have {p}"],
        ["{S} cannot have {p}", "{S} could not possibly have {p}"],
    ),
    "possible-future": (
        ["{S} may {b} {fut}", "{S} could {b} {fut}", "{S} <is> considering whether to {b} {fut}"],
        [],
    ),
    "try": (
        ["{S} tried to {b}", "{S} attempted to {b}", "{S} made an attempt to {b}"],
        ["{S} never tried to {b}", "{S} made no attempt to {b}"],
    ),
    "right": (
        [
            "{S} <has> the right to {b}",
            "{S} <is> free to {b}",
            "nothing prevents {S} from a move to {b}",
        ],
        ["{S} <has> no right to {b}", "{S} <is> not allowed to {b}"],
    ),
}
_MARK = {
    "has": ("has", "have"),
    "is": ("is", "are"),
    "does": ("does", "do"),
    "s": ("s", ""),
}
# Families whose contraries say nothing about the past: neutral to P and to not-P.
SAFE_ANTI = ("plan", "demand", "promise", "hope", "condition")


def write(template: str, f: Frame) -> str:
    """The modal template with subject and verb of the frame; other slots stay."""
    out = template.replace("{S}", f.subj).replace("{b}", f.base).replace("{p}", f.pp)
    out = out.replace("{d}", f.past)
    return re.sub(r"<(\w+)>", lambda m: _MARK[m.group(1)][f.plural], out)


def modal(topic: Topic, rng: random.Random) -> list[Pair]:
    """Pairs around the action of one frame."""
    frames = [f for f in topic.frames if f.subj]
    if not frames:
        return []
    f = rng.choice(frames)
    scene = Scene(topic, rng)
    name = rng.choice(list(MODAL))
    pro, anti = MODAL[name]

    def m(forms: list[str], frame: Frame = f, where: Scene = scene) -> str:
        return where.say(write(rng.choice(forms), frame))

    a, b = (scene.say(write(x, f)) for x in rng.sample(pro, 2))
    p, n = scene.say(rng.choice(f.pos)), scene.say(rng.choice(f.neg))
    fact = f"{name}-v-fact"
    out = []
    if name != "try":
        out.append(dress(scene, a, n, "neutral", fact, True))
    if name not in ("maybe", "condition"):
        out.append(dress(scene, a, p, "neutral", fact, True))
    if name == "maybe":
        out.append(dress(scene, a, p, "neutral", fact))
        out.append(dress(scene, p, a, "entailment", fact))
    if name not in ("possible-future",):
        out.append(dress(scene, a, b, "entailment", f"{name}-paraphrase"))
    if anti:
        c, d = (scene.say(write(x, f)) for x in rng.sample(anti, 2))
        out.append(dress(scene, a, c, "contradiction", f"modality-{name}", True))
        out.append(dress(scene, b, d, "contradiction", f"modality-{name}", True))
        if name not in ("decision", "promise", "demand"):
            out.append(dress(scene, c, d, "entailment", f"{name}-paraphrase"))
        if name in SAFE_ANTI:
            out.append(dress(scene, c, n, "neutral", fact, True))
            if name in ("demand", "promise", "hope"):
                out.append(dress(scene, c, p, "neutral", fact, True))
        if name == "maybe":
            out.append(dress(scene, p, c, "contradiction", "modality-maybe", True))
            out.append(dress(scene, c, n, "entailment", "maybe-paraphrase"))
        if name == "try":
            out.append(dress(scene, p, c, "contradiction", "modality-try", True))
            out.append(dress(scene, c, n, "entailment", "try-paraphrase"))
        shared = sorted(slots_of(f.subj + f.base))
        if name in ("demand", "hope", "forecast") and "{holder}" in "".join(anti):
            shared = ["holder"]
        if shared:
            other = scene.but(rng.choice(shared))
            e, g = m(pro), m(anti, f, other)
            if not (shared == ["holder"] and name == "forecast" and "expected" in e):
                out.append(dress(scene, e, g, "neutral", "other-entity", True))
            g2 = m(pro, f, other)
            if e != g2 and shared != ["holder"]:
                out.append(dress(scene, e, g2, "neutral", "other-entity", True))
        same = [
            g for g in frames if g is not f and g.subj == f.subj and not (g.tag and g.tag == f.tag)
        ]
        if same:
            g1 = rng.choice(same)
            out.append(dress(scene, m(pro), m(anti, g1), "neutral", "other-matter", True))
            out.append(dress(scene, m(anti), m(pro, g1), "neutral", "other-matter", True))
    return out
