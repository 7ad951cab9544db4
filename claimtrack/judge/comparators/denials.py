"""One side denies a deed that the other tells in other words, of the same parties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.judge.clauses import Clause, clauses, only_when
from claimtrack.judge.deeds import generals_of
from claimtrack.judge.parties import none_of, one_of, same_party
from claimtrack.judge.reading import Reading
from claimtrack.judge.signals import Signal
from claimtrack.judge.topic import overlap
from claimtrack.model import ConflictType
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token


def denial(a: Reading, b: Reading) -> Signal | None:
    """Speaks for a conflict where one side denies a deed and the other tells it or a kind of it."""
    found = _clash(a, b) or _clash(b, a)
    if found is None:
        return None
    denied, told, agreed = found
    said = f"One side denies “{denied.token.text}”, the other tells of “{told.token.text}”."
    value = round(min(1.0, 0.3 + 0.2 * agreed + overlap(a, b)), 4)
    return Signal("negation", ConflictType.NEGATION, value, said)


def _clash(denying: Reading, telling: Reading) -> tuple[Clause, Clause, int] | None:
    for denied in clauses(denying):
        if not denied.denied or only_when(denied.token, telling):
            continue
        for told in clauses(telling):
            if told.denied or told.token.i in telling.negations:
                continue
            if not denied.deeds & generals_of(told.deeds):
                continue
            agreed = _agreed(denied, told, denying, telling)
            if agreed:
                return denied, told, agreed
    return None


def _agreed(denied: Clause, told: Clause, a: Reading, b: Reading) -> int:
    """How many parties both have; 0 where one tells the two apart, or none is shared."""
    others = [
        same_party(denied.others[word], told.others[word])
        for word in denied.others.keys() & told.others.keys()
        if not _time(denied.others[word]) and not _time(told.others[word])
    ]
    found = [[*parts, *others] for parts in _aligned(denied, told)]
    agreed = [sum(parts) for parts in found if min(parts) >= 0]
    if not agreed or max(agreed):
        return max(agreed, default=0)
    own = {stem(part.lemma_.lower()) for part in (denied.token, *denied.token.children)}
    if denied.sweeping:
        named = any(m.same(n) for m in a.names for n in b.names)
        return int(named or a.stems <= own)  # "nobody was killed" denies nothing else
    own |= {stem(told.token.lemma_.lower())}
    unnamed = any(t.pos_ == "PRON" for t in (*_parties(denied), *_parties(told)))
    return int(unnamed and bool(a.stems & b.stems - own))


def _parties(clause: Clause) -> tuple[Token, ...]:
    return (*clause.doers, *clause.things)


def _aligned(denied: Clause, told: Clause) -> Iterator[list[int]]:
    """How doers and things agree; what a verb without an object tells may be done to its subject.

    "The hall was not damaged by the fire" and "the hall burned down" are of one hall.
    """
    things = one_of(denied.things, told.things)
    anything = any(none_of(thing) and thing.pos_ == "PRON" for thing in denied.things)
    yield [one_of(denied.doers, told.doers), max(things, 0) if anything else things]
    if not told.things and denied.things:
        yield [one_of(denied.things, told.doers)]
    if not denied.things and told.things:
        yield [one_of(denied.doers, told.things)]


def _time(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME")
