"""Must, may, must not: what is obligatory, free, or forbidden."""

from __future__ import annotations

import re

from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import same_topic
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType

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
        r"\b(?:may(?! not)|can(?! ?not)|allowed|permitted|authorised|authorized|entitled|free to|"
        r"legal|lawful|able to|the right to|licensed)\b",
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
