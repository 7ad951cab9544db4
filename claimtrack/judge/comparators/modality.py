"""Must, may, must not: what is obligatory, free, or forbidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.judge.readings.parties import one_of, parties
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import governor, same_topic
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

# The deontic square (von Wright 1951): obligatory and forbidden exclude each other, and each
# excludes its own contradictory.
_FORCES = {
    "free": re.compile(
        r"\b(?:optional|voluntary|voluntarily|need not|needn['’]t|not (?:be )?(?:required|obliged|"
        r"forced|mandatory|compulsory|obligatory|necessary)|no (?:duty|obligation|requirement)|"
        r"do(?:es)? not (?:have|need) to|don['’]t (?:have|need) to|free to|at (?:their|his|"
        r"her|its) "
        r"discretion|non-binding|not binding|exempt|up to (?:them|each|the))\b",
        re.IGNORECASE,
    ),
    "forbidden": re.compile(
        r"\b(?:must not|mustn['’]t|may not|cannot|can['’]t|can not|not (?:be )?(?:allowed|"
        r"permitted|"
        r"authorised|authorized|entitled|able)|banned|forbidden|prohibited|barred|outlawed|"
        r"illegal|unlawful|off limits|no right)\b"
        # "No other form of funding is allowed", "nobody may enter", not "no later than noon".
        r"|\bno(?:body|ne| one)?\b(?! (?:later|earlier|more|less|fewer)\b)[^.;:,]{0,60}?"
        r" (?:may|can|(?:is|are|was|were|be|been) (?:allowed|permitted|authorised|authorized|"
        r"entitled|legal|lawful))\b",
        re.IGNORECASE,
    ),
    "must": re.compile(
        r"\b(?:must(?! not)|ha(?:ve|s) to|had to|required|obliged|mandatory|compulsory|obligatory|"
        r"forced to|bound to|binding|are to|is to|need to)\b",
        re.IGNORECASE,
    ),
    "may": re.compile(
        r"\b(?:(?-i:may)(?! not)|can(?! ?not)|allowed|permitted|authorised|authorized|entitled|"
        r"free to|legal|lawful|able to|the right to|licensed)\b",
        re.IGNORECASE,
    ),
}
_CLASHES = {
    frozenset({"must", "free"}),
    frozenset({"must", "forbidden"}),
    frozenset({"may", "forbidden"}),
    frozenset({"free", "forbidden"}),
}


def modality(a: Reading, b: Reading) -> Signal | None:
    """Opposite deontic forces over one matter speak for a conflict."""
    first, second = force(a), force(b)
    if first is None or second is None or frozenset({first[0], second[0]}) not in _CLASHES:
        return None
    if not same_topic(a, b, least=0.3):
        return None
    if not _of_one_thing(a, b):
        return None
    said = f"One says “{first[1]}”, the other “{second[1]}”."
    return Signal("modality", ConflictType.MODALITY, 0.9, said)


@once
def force(reading: Reading) -> tuple[str, str] | None:
    """Return the deontic force of a statement and the words that carry it; negative ones first."""
    for name, pattern in _FORCES.items():
        match = pattern.search(reading.text)
        if match:
            return name, match[0]
    return None


def _of_one_thing(a: Reading, b: Reading) -> bool:
    """Whether it is one matter that is free and forbidden: "towns must pay", not "food is exempt".

    What one side says it of may be what the other says is done: "masks are optional", "passengers
    must wear masks".
    """
    mine, other = _said_of(a), _said_of(b)
    agreed = one_of(mine, other)
    if agreed > 0 or (agreed == 0 and not any(_at_the_front(t) for t in (*mine, *other))):
        return True
    first, second = ({stem(t.lemma_.lower()) for t in side} for side in (mine, other))
    return bool(first & (b.stems - second) or second & (a.stems - first))


def _at_the_front(token: Token) -> bool:
    """Whether a noun may be taken for a name only since it begins the sentence."""
    return token.i == 0 and token.pos_ == "PROPN" and not token.ent_type_


@once
def _said_of(reading: Reading) -> tuple[Token, ...]:
    """Who must, may or need not, or what it is that may be done."""
    found = force(reading)
    start = reading.text.find(found[1]) if found else -1
    words = found[1] if found else ""
    span = reading.doc.char_span(start, start + len(words), alignment_mode="expand")
    if span is None:
        return ()
    verb = governor(span.root)
    doers, things, _ = parties(verb.head if verb.dep_ == "aux" else verb)
    return doers or things
