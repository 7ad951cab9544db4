"""A deed that has one doer, told of two: a design, an order, a first shot, a signature for a side.

``actor`` asks that the words of two clauses agree; this asks what the deed is. Where one side says
that it was nobody else ("it was X that left"), any deed is of one doer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.vocabulary import (
    NONE,
    Names,
    deeds_of,
    name_of,
    nouns_of,
    of_many,
    of_one_doer,
    sites_of,
)
from claimtrack.judge.readings.agents import over, two_agents
from claimtrack.judge.readings.clauses import clauses
from claimtrack.judge.readings.doers import clefts
from claimtrack.judge.readings.parties import one_of, parties
from claimtrack.judge.readings.phrases import phrase
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.roles import calendar_words
from claimtrack.judge.readings.topic import noun_stem
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.lexicon import EVENT_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_SOLE = frozenset("alone solely himself herself themselves itself single-handedly first".split())
_ORDERS = frozenset({"order", "command", "instruct", "direct"})
_ORDERED = "order "
_AT_WHOSE = frozenset("request invitation insistence behest order instruction initiative".split())
_BY_WORD = ("at", "on", "by", "under")
_WEAPONS = frozenset("gun rifle pistol weapon battery line position side artillery".split())
_ENDS_OF = frozenset({"start", "stop", "end"})
_SIGN, _COME = "sign", "come"
_SURE, _LIKELY, _LESS = 1.0, 0.7, 0.6


@dataclass(frozen=True, slots=True, eq=False)
class Doing:
    """A deed, who did it, to what, for whom; ``about`` are the stems of all else that is told.

    ``named`` where the deed itself is spoken of as known: "the order came from X".
    """

    token: Token
    doer: Token
    deeds: Names
    things: tuple[Token, ...]
    about: frozenset[str]
    sole: bool
    whose: frozenset[str] = NONE
    named: bool = False


def one_doer(a: Reading, b: Reading) -> Signal | None:
    """Two doers of a deed that has one speak for a conflict."""
    for m in _doings(a):
        for n in _doings(b):
            value = _clash(m, a, n, b)
            if value:
                said = f"One says {m.doer.text}, the other {n.doer.text}."
                return Signal("actor", ConflictType.ACTOR, value, said)
    return None


def _clash(m: Doing, a: Reading, n: Doing, b: Reading) -> float:
    both, sole = m.deeds & n.deeds, m.sole or n.sole
    if not both or m.whose != n.whose or not (sole or m.whose or of_one_doer(both)):
        return 0.0
    days = calendar_words(m.token.subtree), calendar_words(n.token.subtree)
    if all(days) and not days[0] & days[1]:
        return 0.0
    if over(m.token) != over(n.token) or (not sole and all(_by_many(x.token) for x in (m, n))):
        return 0.0
    if not two_agents(a, m.doer, b, n.doer, sole=sole, peers=bool(m.whose)):
        return 0.0
    if m.whose:
        return _SURE
    if _told_by_it(m) or _told_by_it(n):
        return _LESS if _known_deed(m) and _known_deed(n) else 0.0
    if m.things and n.things:
        agreed = min(one_of(m.things, n.things), one_of(n.things, m.things))
        if any(_own(t) for side in (m, n) for t in side.things):
            return 0.0  # each cancelled his visit
        if agreed < 0 or not any(_definite(t) for side in (m, n) for t in side.things):
            return 0.0
        return _SURE if agreed else (_LIKELY if m.about & n.about else 0.0)
    if not (m.named or n.named or sole or any(deed.startswith(_ORDERED) for deed in both)):
        return 0.0  # who won, and who won four years ago
    if bool(sites_of(m.doer.lemma_.lower())) != bool(sites_of(n.doer.lemma_.lower())):
        return 0.0  # a plane that left, a delegation that did
    return _LIKELY if sole or m.about & n.about else 0.0


def _by_many(verb: Token) -> bool:
    """Whether each may do it for himself: crew and passengers abandon a ship."""
    lemma = verb.lemma_.lower()
    return of_many(lemma) and not of_one_doer(frozenset({name_of(lemma)}))


def _told_by_it(doing: Doing) -> bool:
    """Whether all that it is done to is "it", of which the statement does not say what it is."""
    return bool(doing.things) and all(thing.lower_ == "it" for thing in doing.things)


def _known_deed(doing: Doing) -> bool:
    """Whether it is done to "it", or to one thing that is known."""
    return any(
        t.lower_ == "it" or (t.tag_ != "NNS" and _definite(t) and _of_its_sort(t, doing.deeds))
        for t in doing.things
    )


def _of_its_sort(thing: Token, deeds: Names) -> bool:
    """Whether what was begun or ended is an event: a riot is started otherwise than a car."""
    lemma = thing.lemma_.lower()
    return not deeds & _ENDS_OF or lemma in EVENT_NOUNS or bool(nouns_of(lemma))


def _definite(token: Token) -> bool:
    """Whether a phrase is of one that is known: not "a goal", "houses", "two men"."""
    if token.pos_ == "PROPN":
        return True
    beside = {child.lower_ for child in token.children if child.dep_ == "det"}
    owned = any(child.dep_ == "poss" for child in token.children)
    return owned or bool(beside & {"the", "this", "that", "these", "those", "both", "all"})


def _own(token: Token) -> bool:
    return any(child.dep_ == "poss" and child.pos_ == "PRON" for child in token.children)


@once
def _doings(reading: Reading) -> tuple[Doing, ...]:
    return tuple(_found(reading))


def _found(reading: Reading) -> Iterator[Doing]:
    for doer, verb in clefts(reading.root):
        if not reading.negations.get(verb.i, 0) and not reading.negative(reading.root):
            _, things, others = parties(verb)
            yield _doing(doer, verb, _deeds(verb, things, others), things, sole=True)
    for clause in clauses(reading):
        verb = clause.token
        if clause.denied or clause.state or reading.negations.get(verb.i, 0):
            continue
        for doer in clause.doers:
            if doer.pos_ not in ("NOUN", "PROPN") or doer.i == verb.i:
                continue
            if _SIGN in clause.deeds and verb.lemma_ == _SIGN:
                continue
            sole = any(word.lower_ in _SOLE for word in verb.children)
            deeds, things = _ordered(verb, clause.deeds, clause.things)
            yield _doing(doer, verb, deeds, things, sole=sole)
    for token in reading.core:
        yield from _signed(token, reading)
        yield from _at_the_word(token, reading)
        yield from _came_from(token, reading)


def _doing(
    doer: Token,
    token: Token,
    deeds: Names,
    things: tuple[Token, ...],
    *,
    sole: bool = False,
    named: bool = False,
) -> Doing:
    inside = {t.i for t in doer.subtree}
    if token.i in inside:
        inside -= {t.i for t in token.subtree}
    about = frozenset(
        word
        for t in token.subtree
        if t.i not in inside and t.i != token.i and t.pos_ in ("NOUN", "PROPN", "VERB")
        if t.ent_type_ not in ("DATE", "TIME")
        for word in (noun_stem(t.lemma_.lower()), *nouns_of(t.lemma_.lower()))
    )
    return Doing(token, doer, deeds, things, about, sole, named=named)


def _deeds(verb: Token, things: tuple[Token, ...], others: dict[str, Token]) -> Names:
    words = phrase(verb, (), things, others).words or verb.lemma_.lower()
    return _ordered(verb, deeds_of(words), things)[0]


def _ordered(
    verb: Token, deeds: Names, things: tuple[Token, ...]
) -> tuple[Names, tuple[Token, ...]]:
    """What somebody orders, told apart from what somebody does: "ordered the closure"."""
    if not deeds & _ORDERS:
        return deeds, things
    for top in (verb, *(c for c in verb.children if c.dep_ == "dobj")):
        for clause in top.children:
            if clause.dep_ in ("acl", "xcomp", "ccomp", "relcl") and clause.pos_ == "VERB":
                doers, inner, others = parties(clause)
                done = deeds_of(phrase(clause, doers, inner, others).words or clause.lemma_.lower())
                return _as_orders(done), inner or doers
    for thing in things:
        if done := nouns_of(thing.lemma_.lower()) - _ORDERS:
            of = (i for c in thing.children if c.lower_ == "of" for i in c.children)
            return _as_orders(done), tuple(of)
    return frozenset({"order"}), ()


def _as_orders(done: Names) -> Names:
    return frozenset({"order", *(_ORDERED + deed for deed in done)})


def _signed(verb: Token, reading: Reading) -> Iterator[Doing]:
    """Who signed for which side: one for each, in whatever order it is told."""
    if verb.lemma_ != _SIGN or verb.pos_ != "VERB" or reading.negations.get(verb.i, 0):
        return
    told = [
        (prep.lower_, inner)
        for prep in verb.subtree
        if prep.lower_ in ("for", "by")
        for inner in prep.children
        if inner.dep_ == "pobj" and inner.pos_ in ("PROPN", "NOUN")
    ]
    sides = [t for word, t in told if word == "for" and t.pos_ == "PROPN"]
    doers = [t for word, t in told if word == "by"] or list(parties(verb)[0])
    if len(sides) == len(doers):
        for side, doer in zip(sides, doers, strict=True):
            yield Doing(verb, doer, frozenset({_SIGN}), (), NONE, False, frozenset({side.lower_}))


def _at_the_word(noun: Token, reading: Reading) -> Iterator[Doing]:
    """ "Was held at X's request", "was shut on the orders of X"."""
    prep = noun.head
    if noun.lemma_.lower() not in _AT_WHOSE or noun.dep_ != "pobj" or prep.lower_ not in _BY_WORD:
        return
    verb = prep.head
    if verb.pos_ != "VERB" or reading.negations.get(verb.i, 0):
        return
    owners = [c for c in noun.children if c.dep_ == "poss" and c.pos_ != "PRON"]
    owners += [i for c in noun.children if c.lower_ == "of" for i in c.children if i.dep_ == "pobj"]
    _, things, _ = parties(verb)
    deeds = nouns_of(noun.lemma_.lower())
    if deeds & _ORDERS:
        named = (nouns_of(thing.lemma_.lower()) for thing in things)
        deeds = _as_orders(deeds_of(verb.lemma_.lower()).union(*named))
    for owner in owners:
        yield _doing(owner, verb, deeds, things)


def _came_from(verb: Token, reading: Reading) -> Iterator[Doing]:
    """ "The order came from X", "the shot came from X's gun"."""
    if verb.lemma_ != _COME or reading.negations.get(verb.i, 0):
        return
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"]
    for prep in verb.children:
        if prep.lower_ != "from":
            continue
        for inner in prep.children:
            if inner.dep_ != "pobj" or inner.pos_ not in ("NOUN", "PROPN"):
                continue
            owner = [c for c in inner.children if c.dep_ == "poss"]
            armed = owner and inner.lemma_.lower() in _WEAPONS
            for subject in subjects:
                if deeds := nouns_of(subject.lemma_.lower()):
                    doer = owner[0] if armed else inner
                    yield _doing(doer, verb, deeds, (), named=_definite(subject))
