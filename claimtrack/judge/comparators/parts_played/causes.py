"""Why it happened: two causes of one effect."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrack.judge.lexicon.vocabulary import one_kind
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import noun_stem
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType

# Cause after the link, effect before it, and the other way round. Own list, after the causal
# links of Girju (2003), "Automatic Detection of Causal Relations for Question Answering".
_BACKWARD = re.compile(
    r"\b(?:caused (?:solely |mainly )?by|because of|because|due to|"
    r"(?:was|were|is|are) the result of|as a result of|result of|resulted from|blamed on|"
    r"attributed to|triggered by|sparked by|started by|set off by|owing to|on account of|"
    r"as a consequence of|(?:was|were|is|are) the consequence of|traced (?:back )?to|"
    r"originated (?:in|from|with)|prompted by|provoked by|precipitated by|touched off by|"
    r"ignited by|laid at the door of|the fault of|(?:was|were|is|are) down to|"
    r"put down to|delayed (?:solely |mainly )?by|brought about by|stemmed from|died (?:of|from)|"
    r"succumbed to|killed by)\b",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    r"\b(?:caused|triggered|sparked|set off|started|ignited|touched off|"
    r"led to|brought about|brought down|resulted in|gave rise to|prompted|provoked|"
    r"precipitated|(?:lay|lies) behind|(?:is|are) to blame for|(?:is|are) behind|"
    r"brought (?:\w+ ){1,3}down|"
    r"was behind|were behind|was to blame for|were to blame for|was the cause of|"
    r"was responsible for)\b(?! by)",
    re.IGNORECASE,
)
_END = re.compile(r"[;.]|\s?, (?:and|but|which|who|not|said|according)\b")
_NOT_THIS = re.compile(r",? \b(?:and )?not (?:an? |the |by |because |its )[^,;.]*,?", re.IGNORECASE)
_OPEN = frozenset("unknown unclear several many reason cause investigation".split())
_DYING = frozenset("drown suffocate starve".split())
_EMPTY = frozenset(
    "say report tell cause result because due find conclude show be have do its not only also an "
    "the".split()
)


@dataclass(frozen=True, slots=True)
class _Causation:
    """Lemmas of a cause and of its effect, and the words of the cause."""

    cause: frozenset[str]
    effect: frozenset[str]
    text: str


def cause(a: Reading, b: Reading) -> Signal | None:
    """Two causes of one effect that share no word speak for a conflict."""
    first, second = _causation(a), _causation(b)
    if first is None or second is None:
        return None
    met = sum(any(_one(m, n) for n in second.effect) for m in first.effect)
    if not met or any(_one(m, n) for m in first.cause for n in second.cause):
        return None
    both = first.effect & second.effect
    if _one_of(first.cause - both, second.effect) or _one_of(second.cause - both, first.effect):
        return None  # who set off the blast, and what the blast did
    shared = min(1.0, met / min(len(first.effect), len(second.effect)))
    if shared < 0.4:
        return None
    said = f"One says the cause was {first.text}, the other {second.text}."
    return Signal("cause", ConflictType.OTHER, round(0.4 + 0.6 * shared, 4), said)


def _one_of(mine: frozenset[str], other: frozenset[str]) -> bool:
    return any(_one(m, n) for m in mine for n in other)


def _one(a: str, b: str) -> bool:
    """Whether two words are of one thing, or of one kind of thing: an alarm, a detector."""
    return noun_stem(a) == noun_stem(b) or one_kind(a, b)


@once
def _causation(reading: Reading) -> _Causation | None:
    if reading.negative(reading.root):
        return None  # what did not cause it leaves all other causes open
    text = _NOT_THIS.sub(" ", " ".join(token.text for token in reading.core))
    match, backward = _BACKWARD.search(text), True
    if match is None:
        match, backward = _FORWARD.search(text), False
    if match is None:
        return _of_death(reading)
    before, after = text[: match.start()], text[match.end() :]
    end = _END.search(after)
    after = after[: end.start()] if end else after
    why, what = (after, before) if backward else (before, after)
    causes, effects = _words(reading, why), _words(reading, what)
    if not causes or not effects or causes & _OPEN:
        return None
    return _Causation(causes, effects, why.strip(" ,."))


def _of_death(reading: Reading) -> _Causation | None:
    """What a verb tells that somebody died of: "the boy drowned"."""
    verb = reading.root
    done = any(child.dep_ in ("dobj", "auxpass") for child in verb.children)
    if verb.lemma_.lower() not in _DYING or done:
        return None
    subjects = [part for c in verb.children if c.dep_ == "nsubj" for part in c.subtree]
    who = frozenset(t.lemma_.lower() for t in subjects if t.pos_ in ("NOUN", "PROPN"))
    return _Causation(frozenset({verb.lemma_.lower()}), who, verb.text) if who else None


def _words(reading: Reading, part: str) -> frozenset[str]:
    words = set(re.findall(r"[a-z]+", part.lower()))
    return frozenset(
        token.lemma_.lower()
        for token in reading.core
        if token.lower_ in words
        and token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ")
        and token.lemma_.lower() not in _EMPTY
    )
