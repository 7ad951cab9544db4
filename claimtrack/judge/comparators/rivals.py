"""What one thing was, by two names that exclude each other: a bribe, a loan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.people import person
from claimtrack.judge.lexicon.vocabulary import rivals
from claimtrack.judge.readings.clauses import main
from claimtrack.judge.readings.parties import one_of
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import overlap
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType

if TYPE_CHECKING:
    from spacy.tokens import Token

_IT = frozenset("it this that they these".split())


def rival(a: Reading, b: Reading) -> Signal | None:
    """Speaks for a conflict where one thing is said to have been two."""
    for subject, name in _named(a):
        for other, called in _named(b):
            if not rivals(name.lemma_.lower(), called.lemma_.lower()):
                continue
            agreed = one_of((subject,), (other,))
            if agreed < 0 or not (agreed or _it(subject, other)):
                continue
            said = f"One says “{name.text}”, the other “{called.text}”."
            value = round(min(1.0, 0.6 + 0.3 * agreed + 0.5 * overlap(a, b)), 4)
            return Signal("opposite", ConflictType.OPPOSITE, value, said)
    return None


def _it(m: Token, n: Token) -> bool:
    """Whether one is "it", and the other a thing."""
    return any(
        one.lower_ in _IT and other.pos_ == "NOUN" and not person(other.lemma_.lower())
        for one, other in ((m, n), (n, m))
    )


@once
def _named(reading: Reading) -> tuple[tuple[Token, Token], ...]:
    """What is said to be what: "the money was a bribe"."""
    return tuple(
        (subject, name)
        for verb in reading.core
        if verb.lemma_ == "be" and main(verb, reading) and not reading.negative(verb)
        for subject in verb.children
        if subject.dep_ == "nsubj"
        for name in verb.children
        if name.dep_ in ("attr", "acomp") and not reading.negative(name)
    )
