"""What one side says was never used did it on the other: "no live rounds", "by a live round"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.judge.readings.clauses import main
from claimtrack.judge.readings.holders import places
from claimtrack.judge.readings.parties import none_of, one_of
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import governor, noun_stem
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType

if TYPE_CHECKING:
    from spacy.tokens import Token

_USED = frozenset("use fire throw drop launch deploy employ shoot lob discharge involve".split())
_STRUCK = frozenset(
    "kill hit strike hurt wound injure stab shoot beat attack burn blind choke poison die destroy "
    "damage sink pierce graze maim disperse drive overcome".split()
)
_WITH = ("by", "with", "from", "of")


def means(a: Reading, b: Reading) -> Signal | None:
    """Speaks for a conflict where what was not used has struck somebody or something."""
    for denying, telling in ((a, b), (b, a)):
        for unused in _unused(denying):
            for struck in _struck(telling):
                if _one_means(unused, struck) and one_of(places(unused), places(struck)) >= 0:
                    said = f"One side denies the use of “{unused.text}”, the other tells of it."
                    return Signal("negation", ConflictType.NEGATION, 0.9, said)
    return None


@once
def _unused(reading: Reading) -> tuple[Token, ...]:
    """What it is said that none of was used."""
    return tuple(
        noun
        for noun in reading.core
        if noun.pos_ == "NOUN" and noun.dep_ in ("dobj", "nsubjpass") and none_of(noun)
        if noun.head.lemma_.lower() in _USED and main(noun.head, reading)
    )


@once
def _struck(reading: Reading) -> tuple[Token, ...]:
    return tuple(_by_means(reading))


def _by_means(reading: Reading) -> Iterator[Token]:
    """By what, with what or of what it was done."""
    for noun in reading.core:
        if noun.pos_ != "NOUN" or noun.dep_ != "pobj" or noun.head.lower_ not in _WITH:
            continue
        verb = noun.head.head
        if verb.lemma_.lower() not in _STRUCK or reading.negations.get(noun.i, 0):
            continue
        if main(governor(noun), reading):
            yield noun


def _one_means(unused: Token, struck: Token) -> bool:
    """Whether both are of one kind, as far as the words beside them say: "live rounds"."""
    if noun_stem(unused.lemma_.lower()) != noun_stem(struck.lemma_.lower()):
        return False
    return _kind(unused) <= _kind(struck)


def _kind(noun: Token) -> set[str]:
    return {c.lower_ for c in noun.children if c.dep_ in ("amod", "compound")} - {"single"}
