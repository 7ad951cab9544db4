"""Two deeds or states of one thing that exclude each other, told in whatever words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.people import person
from claimtrack.judge.lexicon.vocabulary import (
    Names,
    by_standing,
    by_turns,
    name_of,
    two_acts,
    two_fates,
    two_manners,
)
from claimtrack.judge.readings.clauses import Clause, clauses, timed
from claimtrack.judge.readings.parties import joined_apart, one_of, same_party
from claimtrack.judge.readings.reading import Reading
from claimtrack.judge.readings.roles import calendar_words
from claimtrack.judge.readings.topic import canonical, overlap
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHOLE = frozenset("all both the these those each its their his her our".split())
_EVERY = frozenset("all both every each".split())
_AGENTS = frozenset("by at on in".split())
"""Prepositions that join no party: a time, a place, a manner."""


def exclusive(a: Reading, b: Reading) -> Signal | None:
    """Speaks for a conflict where one thing is told of what cannot both be true of it."""
    for m in clauses(a):
        for n in clauses(b):
            if m.denied or n.denied:
                continue
            if not (agreed := _excluded(m, n) or _otherwise(m, n)):
                continue
            said = f"One says “{_words(m)}”, the other “{_words(n)}”."
            value = round(min(1.0, 0.3 + 0.2 * agreed + overlap(a, b)), 4)
            return Signal("opposite", ConflictType.OPPOSITE, value, said)
    return None


def _excluded(m: Clause, n: Clause) -> int:
    """How many parties two clauses share that cannot both be true; 0 where they can."""
    if _told_apart(m, n):
        return 0
    if two_fates(m.deeds, n.deeds) or (by_turns(m.deeds, n.deeds) and _at_one_time(m, n)):
        return _one_held(m, n)
    if by_standing(m.deeds, n.deeds) and _stood(m, n):
        return _one_held(m, n)
    if two_acts(m.deeds, n.deeds):
        doers, things = one_of(m.doers, n.doers), one_of(m.things, n.things)
        if min(doers, things) < 0:
            return 0
        if things > 0 or (doers > 0 and not (m.things and n.things)):
            return doers + things
    return 0


def _otherwise(m: Clause, n: Clause) -> int:
    """How many parties share one deed that is told in two manners: "on time", "late"."""
    if not m.deeds & n.deeds or not two_manners(_manners(m), _manners(n)):
        return 0
    doers, things = one_of(m.doers, n.doers), one_of(m.things, n.things)
    return max(0, doers + things) if min(doers, things) >= 0 else 0


def _manners(clause: Clause) -> Names:
    """How the clause says that it was done: adverbs, and prepositions with their noun."""
    found: set[str] = set()
    for word in (*clause.token.children, *(c for thing in clause.things for c in thing.children)):
        if word.dep_ == "advmod":
            found.add(name_of(word.lower_))
        elif word.dep_ in ("prep", "agent"):
            nouns = [c for c in word.children if c.dep_ in ("pobj", "pcomp", "amod")]
            if word.lower_ == "with" and any(_somebody(noun) for noun in nouns):
                found.add(name_of("together"))  # "left with a friend"
            found |= {name_of(f"{word.lower_}_{noun.lemma_.lower()}") for noun in nouns}
    return frozenset(found)


def _somebody(token: Token) -> bool:
    return token.ent_type_ == "PERSON" or person(token.lemma_.lower())


def _at_one_time(m: Clause, n: Clause) -> bool:
    """Whether one side tells how things stood, and the other no deed of some other time."""
    if not (m.state or n.state):
        return False
    days = calendar_words(m.token.subtree), calendar_words(n.token.subtree)
    if all(days) and not days[0] & days[1]:
        return False  # "stood still on Saturday", "have been turning since 22 May"
    when = [timed(c.token) or (c.state and timed(c.token.head)) for c in (m, n)]
    return all(when) or not any(t and not c.state for t, c in zip(when, (m, n), strict=True))


def _stood(m: Clause, n: Clause) -> bool:
    """Whether both sides tell how things stood, or one how they still do."""
    still = any(c.lower_ == "still" for clause in (m, n) for c in clause.token.head.children)
    still = still or any(c.lower_ == "still" for clause in (m, n) for c in clause.token.children)
    return (m.state and n.state) or ((m.state or n.state) and still)


def _one_held(m: Clause, n: Clause) -> int:
    """Whether it befell one thing; who does what has no object, it befalls as well."""
    if (_some(m) and not _of_all(n, m)) or (_some(n) and not _of_all(m, n)):
        return 0  # of some, where it is not told of all of them: "twelve died", "all survived"
    if m.things and n.things:
        if m.doers and n.doers:
            return max(0, one_of(m.things, n.things)) if one_of(m.doers, n.doers) >= 0 else 0
        if one_of(m.things, n.things) > 0:
            return 1
    first, second = (c.things or (() if _done(c) else c.doers) for c in (m, n))
    held = max(0, one_of(first, second))
    for one, other in ((m, n), (n, m)):
        if other.state and other.doers:  # "is still in the capital": the place is its thing
            held = max(held, one_of(one.things or one.doers, other.doers))
    return held


def _some(clause: Clause) -> bool:
    """Whether it is told of some of a kind: "twelve were killed", "three shops were shut"."""
    return any(
        child.dep_ == "nummod" and not {c.lower_ for c in held.children} & _WHOLE
        for held in (*clause.things, *clause.doers)
        for child in held.children
    )


def _of_all(clause: Clause, some: Clause) -> bool:
    """Whether it is told of all that the other tells of some of: "both trawlers"."""
    nouns = {canonical(held.lemma_.lower()) for held in (*some.things, *some.doers)}
    return any(
        canonical(held.lemma_.lower()) in nouns
        for held in (*clause.things, *clause.doers)
        if {child.lower_ for child in held.children} & _EVERY
    )


def _done(clause: Clause) -> bool:
    """Whether it is done to something that the phrase has in it: "set fire to the barn"."""
    return any(child.dep_ == "dobj" for child in clause.token.children)


def _told_apart(m: Clause, n: Clause) -> bool:
    """Whether what a preposition joins to both is not one thing: "of fraud", "of forgery"."""
    if joined_apart(m.token, n.token):
        return True
    both = (m.others.keys() & n.others.keys()) - _AGENTS
    return any(same_party(m.others[word], n.others[word]) < 0 for word in both)


def _words(clause: Clause) -> str:
    """The verb or the state, with a particle or preposition that belongs to it."""
    token = clause.token
    inner = [c for c in token.children if c.dep_ in ("prt", "pobj", "acomp", "oprd")]
    return " ".join(t.text for t in sorted((token, *inner), key=lambda t: t.i))
