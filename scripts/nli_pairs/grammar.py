"""The line language in which the topics are written, and the scenes that fill its templates.

A topic is a block of lines. `{slot}` is filled from the scene; `{city2}` is a second, other city.

    # name                      begins a topic
    S slot: a; b; c             the topic's own slot
    V subj | base | past | pp   begins a frame with an action (`V+` plural subject, `V*` repeatable,
                                so that two periods do not clash; a last field `#tag` keeps frames
                                of one tag from being paired as independent); `pp` if not `past`
    F                           begins a frame without an action (`F*`, `F #tag` alike)
    P / N / O clause            paraphrases of P, of not-P, of something contrary to P
    K slot kind | t // t        paraphrases in which another filler of `slot` is a conflict
    C noun | vp | ctx | part    a counted set: plural noun, plural verb phrase, context, a sub-group
    G noun | vp | not-vp        a set to quantify over (all, none, most)
    T thing                     what people may be for or against
    E event | clause | not      an event as a noun, that it happened, that it did not
    A event | clause | not      the same for a deed that somebody did on purpose
    W event | clause | not      the same where nobody is to blame
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from .vocab import MAKERS

SLOT = re.compile(r"\{([a-z]+)(\d?)\}")


@dataclass
class Frame:
    """One proposition: paraphrases of it, of its negation, of a contrary; perhaps its action."""

    subj: str = ""
    base: str = ""
    past: str = ""
    pp: str = ""
    plural: bool = False
    repeat: bool = False
    tag: str = ""
    pos: list[str] = field(default_factory=list)
    neg: list[str] = field(default_factory=list)
    opp: list[str] = field(default_factory=list)


@dataclass
class Topic:
    """A news subject with all that can be said in it."""

    name: str
    slots: dict[str, list[str]] = field(default_factory=dict)
    frames: list[Frame] = field(default_factory=list)
    keyed: list[tuple[str, str, list[str]]] = field(default_factory=list)
    counts: list[tuple[str, str, str, str]] = field(default_factory=list)
    groups: list[tuple[str, str, str]] = field(default_factory=list)
    things: list[str] = field(default_factory=list)
    events: list[tuple[str, str, str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Pair:
    """One row; `free` tells that the two sides may be swapped without changing the label."""

    premise: str
    hypothesis: str
    label: str
    kind: str
    topic: str
    free: bool = False


class Scene:
    """Fillers of one situation, drawn when first asked for; `but` makes a copy with one changed."""

    def __init__(self, topic: Topic, rng: random.Random, values: dict[str, str] | None = None):
        self.topic, self.rng = topic, rng
        self.values: dict[str, str] = dict(values or {})

    def get(self, name: str) -> str:
        if name not in self.values:
            self.values[name] = self._draw(name)
        return self.values[name]

    def _draw(self, name: str) -> str:
        base = name.rstrip("0123456789")
        taken = {v for k, v in self.values.items() if k.rstrip("0123456789") == base}
        own = self.topic.slots.get(base)
        for _ in range(40):
            value = self.say(self.rng.choice(own) if own else MAKERS[base](self.rng))
            if value not in taken:
                return value
        raise ValueError(f"slot {name} of {self.topic.name} has too few fillers")

    def but(self, *names: str) -> Scene:
        """The same situation with other fillers for `names`."""
        for n in names:
            self.get(n)
        new = Scene(self.topic, self.rng, self.values)
        for n in names:
            old = new.values[n]
            for _ in range(40):
                if (value := new._draw(n)) != old:
                    new.values[n] = value
                    break
        return new

    def say(self, template: str) -> str:
        """The template with its slots filled."""
        return SLOT.sub(lambda m: self.get(m.group(1) + m.group(2)), template)


def slots_of(template: str) -> set[str]:
    return {a + b for a, b in SLOT.findall(template)}


def parse(text: str) -> list[Topic]:
    """Topics of a block of text in the line language; ValueError on a line it cannot read."""
    topics: list[Topic] = []
    frame: Frame | None = None
    for raw in text.strip().splitlines():
        line = raw.strip()
        if not line:
            continue
        head, _, rest = line.partition(" ")
        rest = rest.strip()
        if head == "#":
            topics.append(Topic(rest))
            frame = None
            continue
        t = topics[-1]
        parts = [p.strip() for p in rest.split("|")]
        if head == "S":
            name, _, values = rest.partition(":")
            t.slots[name.strip()] = [v.strip() for v in values.split(";") if v.strip()]
        elif head[0] in "VF" and set(head[1:]) <= {"+", "*"}:
            tag = parts.pop()[1:] if parts[-1].startswith("#") else ""
            frame = Frame(plural="+" in head, repeat="*" in head, tag=tag)
            if head[0] == "V":
                frame.subj, frame.base, frame.past = parts[:3]
                frame.pp = parts[3] if len(parts) > 3 else parts[2]
                have = "have" if frame.plural else "has"
                frame.pos += [f"{frame.subj} {frame.past}", f"{frame.subj} {have} {frame.pp}"]
                frame.neg += [
                    f"{frame.subj} did not {frame.base}",
                    f"{frame.subj} {have} not {frame.pp}",
                ]
            t.frames.append(frame)
        elif head in ("P", "N", "O") and frame is not None:
            {"P": frame.pos, "N": frame.neg, "O": frame.opp}[head].append(rest)
        elif head == "K":
            slot, kind = parts[0].split()
            t.keyed.append((slot, kind, [p.strip() for p in parts[1].split("//")]))
        elif head == "C" and len(parts) == 4:
            t.counts.append((parts[0], parts[1], parts[2], parts[3]))
        elif head == "G" and len(parts) == 3:
            t.groups.append((parts[0], parts[1], parts[2]))
        elif head == "T":
            t.things.append(rest)
        elif head in ("E", "A", "W") and len(parts) == 3:
            t.events.append((parts[0], parts[1], parts[2], head))
        else:
            raise ValueError(f"topic {t.name}: cannot read {line!r}")
    return topics
