"""One side denies a deed that the other tells in other words, of the same parties."""

from __future__ import annotations

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
    if not denied.things and not told.doers:
        # "No siren sounded", "a siren was heard".
        both = [one_of(denied.doers, told.things)]
    elif not told.things and not denied.doers:
        both = [one_of(denied.things, told.doers)]
    else:
        things = one_of(denied.things, told.things)
        anything = any(none_of(thing) and thing.pos_ == "PRON" for thing in denied.things)
        both = [one_of(denied.doers, told.doers), max(things, 0) if anything else things]
    both += [
        same_party(denied.others[word], told.others[word])
        for word in denied.others.keys() & told.others.keys()
        if not _time(denied.others[word]) and not _time(told.others[word])
    ]
    if min(both) < 0:
        return 0
    shared = sum(both)
    if shared or not denied.sweeping:
        return shared
    named = any(m.same(n) for m in a.names for n in b.names)
    own = {stem(part.lemma_.lower()) for part in (denied.token, *denied.token.children)}
    return int(named or a.stems <= own)  # "nobody was killed" denies nothing else


def _time(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME")
