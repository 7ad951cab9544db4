"""Where a thing was done, and where somebody was: two places that cannot both be right.

Unlike ``place``, which asks that nearly all words of two statements agree, this looks at one deed
or one stay and at the phrases that tell where it was, in whatever words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.vocabulary import NONE, Names, done_again, name_of, nouns_of, settles
from claimtrack.judge.readings.clauses import clauses, main
from claimtrack.judge.readings.parties import one_of, parties
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.roles import calendar_words
from claimtrack.judge.readings.sites import AT, NEAR, Chain, apart, chain
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.lexicon import EVENT_NOUNS
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEING = frozenset("be remain stay stand sit lie wait sleep spend".split())
_HAPPENING = frozenset("hold happen occur take begin start open break erupt be".split())
_SEEING = frozenset("see spot notice sight".split())
_WAYS = frozenset("through via by over".split())
_AT, _FROM = "at", "from"
_MAKING = frozenset("make build produce manufacture brew grow bake assemble".split())
_SPREAD = frozenset("sell buy use grow".split())
"""Done to many things in many places."""
_COMING = frozenset("come originate stem be".split())
_OURSELVES = frozenset({"we", "they"})
_MEETING = "meet"
_ANCHORS = frozenset("time when while during after before as".split())
_LESS = 0.7
"""Where it is not sure that one is meant, or where some may have been here and some there."""
_TIMES = ("DATE", "TIME")
_RAGING = frozenset("tear rip sweep rage gut ravage destroy damage engulf".split())
_THERE, _HAPPENS, _LIES = frozenset({"be there"}), frozenset({"happen"}), frozenset({"lie"})
_MADE = frozenset({"made"})
_BEGUN = frozenset({"start"})
_ANYTHING = _THERE | _HAPPENS | _LIES
"""Told of all sorts of things and events: by these alone they are not one."""
_TRACING = "trace"


@dataclass(frozen=True, slots=True, eq=False)
class Siting:
    """What was somewhere: the deed, what it was done to (or who was there), and the places."""

    verb: Token
    deeds: Names
    held: tuple[Token, ...]
    places: tuple[Chain, ...]
    way: str
    when: frozenset[str]
    days: frozenset[str]


def whereabouts(a: Reading, b: Reading) -> Signal | None:
    """Two places for one deed, or for one stay, speak for a conflict."""
    best: tuple[float, Siting, Siting] | None = None
    for m in _sitings(a):
        for n in _sitings(b):
            value = _clash(m, a, n, b)
            if value and (best is None or value > best[0]):
                best = value, m, n
    if best is None:
        return None
    value, m, n = best
    said = f"One places it {_words(m)}, the other {_words(n)}."
    return Signal("place", ConflictType.PLACE, round(value, 4), said)


def _clash(m: Siting, a: Reading, n: Siting, b: Reading) -> float:
    if m.way != n.way or not m.deeds & n.deeds or (m.days and n.days and not m.days & n.days):
        return 0.0
    agreed = min(one_of(m.held, n.held), one_of(n.held, m.held))
    if agreed < 0:
        return 0.0
    unnamed = _begun(m, n)
    if not unnamed and any(t.lower_ == "it" for side in (m, n) for t in side.held):
        return 0.0
    if not agreed and not unnamed and (not (a.stems & b.stems) or not _one_deed_or_time(m, n)):
        return 0.0  # a man is arrested at the station, a weapon lies in his car
    if m.deeds & n.deeds <= _HAPPENS and _two_events(m, n):
        return 0.0  # his meeting took place in one house, his trial in another
    if _mentions(a, m, n) or _mentions(b, n, m):
        return 0.0
    sure = apart(m.places, n.places)
    if not _at_one_time(m, n):
        return 0.0
    if any(_some(t) for t in m.held) and any(_some(t) for t in n.held):
        return 0.0  # a man held in a bar, a man held at the airport
    if unnamed:
        return _LESS * sure
    many = any(t.tag_ == "NNS" for siting in (m, n) for t in siting.held)
    return sure if agreed and not many else sure * _LESS


def _begun(m: Siting, n: Siting) -> bool:
    """Whether one side tells where "it" began, and the other where an event did."""
    if not m.deeds & n.deeds & _BEGUN:
        return False
    return any(
        all(t.lower_ == "it" for t in one.held) and all(_event(t) for t in other.held)
        for one, other in ((m, n), (n, m))
    )


def _one_deed_or_time(m: Siting, n: Siting) -> bool:
    """Whether a deed of their own tells that one is meant, or what else was done then."""
    both = m.deeds & n.deeds
    anchors = (m.when & n.when) - {stem(day) for day in m.days}
    return not both <= _ANYTHING or (both <= _THERE and bool(anchors))


def _two_events(m: Siting, n: Siting) -> bool:
    """Whether what happened has other names on either side: a meeting, a trial."""
    first, second = (
        frozenset(name for t in siting.held for name in nouns_of(t.lemma_.lower()))
        for siting in (m, n)
    )
    return bool(first and second) and not first & second


def _at_one_time(m: Siting, n: Siting) -> bool:
    """Whether what is done again and again, and a stay, are told of one time."""
    both = m.deeds & n.deeds
    if any(t.lower_ in _OURSELVES for siting in (m, n) for t in siting.held):
        return not m.when and not n.when  # "we met in my office" tells of the meeting asked about
    again = any(done_again(siting.verb.lemma_.lower()) for siting in (m, n))
    if both != _THERE and not (again and not both & (_LIES | _HAPPENS)):
        return True
    if m.when and n.when:
        return bool(m.when & n.when)
    return both == _THERE and bool(m.when or n.when)


def _mentions(reading: Reading, own: Siting, other: Siting) -> bool:
    """Whether a statement names a place of the other elsewhere: it may be where its own lies."""
    mine, theirs = (
        {word for place in siting.places for site in place for word in site.names}
        for siting in (own, other)
    )
    return any(name.words & theirs - mine for name in reading.names)


@once
def _sitings(reading: Reading) -> tuple[Siting, ...]:
    return tuple(_found(reading))


def _found(reading: Reading) -> Iterator[Siting]:
    yield from _events(reading)
    deeds: dict[int, Names] = {}
    for clause in clauses(reading):
        if not clause.state and clause.token.pos_ == "VERB":
            deeds[clause.token.i] = deeds.get(clause.token.i, NONE) | clause.deeds
    for verb in reading.core:
        if verb.pos_ not in ("VERB", "AUX") or not main(verb, reading):
            continue
        if reading.negations.get(verb.i, 0):
            continue
        lemma = verb.lemma_.lower()
        doers, things, _ = parties(verb)
        if lemma == "spend" or (lemma == "take" and any(t.lower_ == "place" for t in things)):
            things = ()
        held = tuple(t for t in (things or doers) if _one(t) or _meant(t, verb, things))
        if lemma in _SPREAD:
            held = tuple(t for t in held if t.tag_ != "NNS")
        if not held:
            continue
        for way, places in _places(verb, held):
            done = _deeds(verb, held, deeds.get(verb.i, NONE))
            if way == _FROM and done >= _LIES:
                way = _AT  # "recovered it from the river"
            if lemma in _MAKING or (way == _FROM and lemma in _COMING):
                way, done = _FROM, done | _MADE
            yield Siting(verb, done, held, places, way, _when(verb), _days(verb))


def _events(reading: Reading) -> Iterator[Siting]:
    """ "The fire in Alder Row", "the blaze tore through a house in Cobb Lane": by their names only.

    It may have begun in one room and raged in another.
    """
    for noun in reading.core:
        if noun.lemma_.lower() not in EVENT_NOUNS or noun.tag_ != "NN" or not _one(noun):
            continue
        preps = [c for c in noun.children if c.lower_ in AT | NEAR]
        verb = noun.head
        if noun.dep_ == "nsubj" and verb.lemma_.lower() in _RAGING:
            preps += [c for c in verb.children if c.lower_ in AT | _WAYS]
            preps += [p for c in verb.children if c.dep_ == "dobj" for p in c.children]
        named = (tuple(s for s in chain(prep) if s.names) for prep in preps if prep.dep_ == "prep")
        if places := tuple(place for place in named if place):
            yield Siting(noun, _HAPPENS, (noun,), places, _AT, NONE, _days(noun))


def _days(verb: Token) -> frozenset[str]:
    """The days, months and years that the clause names."""
    near = (c for c in verb.children if c.dep_ in ("prep", "npadvmod", "advmod", "dobj"))
    told = [t for c in near for t in c.subtree]
    years = (t.lower_ for t in told if t.ent_type_ == "DATE" and len(t) == 4 and t.is_digit)
    return calendar_words(told) | frozenset(years)


def _deeds(verb: Token, held: tuple[Token, ...], told: Names) -> Names:
    lemma = verb.lemma_.lower()
    found = set(told)
    if lemma in _HAPPENING and any(_event(t) for t in held):
        found |= _HAPPENS
        found.update(*(nouns_of(t.lemma_.lower()) for t in held))
    elif lemma in _BEING or lemma in _SEEING or _busy(verb, held):
        found |= _THERE
    rest = lemma == "come" and any(c.lower_ == "rest" for c in verb.children)
    if rest or settles(told | {name_of(lemma)}):
        found |= _LIES
    return frozenset(found)


def _busy(verb: Token, held: tuple[Token, ...]) -> bool:
    """Whether it tells where somebody was by what he was doing there: "was skiing in Tarn"."""
    going_on = verb.tag_ == "VBG" and any(
        c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children
    )
    return going_on and all(t.pos_ == "PROPN" and t.dep_ == "nsubj" for t in held)


def _event(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return lemma in EVENT_NOUNS or bool(nouns_of(lemma))


def _places(verb: Token, held: tuple[Token, ...]) -> Iterator[tuple[str, tuple[Chain, ...]]]:
    """The places that the verb, or the noun that it is done to, has beside it; by how."""
    found: dict[str, list[Chain]] = {}
    rest = [c for c in verb.children if c.lower_ == "rest" and verb.lemma_.lower() == "come"]
    beside = [c for c in verb.children if c.dep_ in ("oprd", "acomp", "dobj", "nsubj", "nsubjpass")]
    after = [c for c in beside if c.i > verb.i and (c.pos_ != "NOUN" or c in held)]
    if verb.lemma_.lower() == "spend":
        after = [t for c in verb.children if c.dep_ == "dobj" for t in c.subtree]
    for top in (verb, *rest, *after):
        for child in top.children:
            if child.dep_ not in ("prep", "advmod", "prt", "agent"):
                continue
            lower = child.lower_
            if lower in AT | NEAR or (lower == "to" and top.lemma_.lower() == _TRACING):
                way = _AT
            elif lower in _WAYS:
                way = "through"
            elif lower == _FROM:
                way = _FROM
            else:
                continue
            if place := chain(child):
                found.setdefault(way, []).append(place)
    for way, places in found.items():
        yield way, tuple(places)


def _one(token: Token) -> bool:
    """Whether it is one thing, or a group told as one: not "people", not "three men"."""
    if token.pos_ == "PROPN":
        return True
    beside = {child.lower_ for child in token.children if child.dep_ in ("det", "poss")}
    if token.pos_ != "NOUN" or beside & {"no", "another", "any", "some", "each", "every"}:
        return False
    return token.tag_ == "NN" or bool(beside & {"the", "both", "all", "these", "those"})


def _meant(token: Token, verb: Token, things: tuple[Token, ...]) -> bool:
    """Whether a pronoun stands for what a story tells of: "it began", "we met"."""
    if things:
        return False
    if verb.lemma_.lower() == _MEETING:
        return token.lower_ in _OURSELVES
    return token.lower_ == "it" and verb.lemma_.lower() in _HAPPENING


def _some(token: Token) -> bool:
    return any(child.lower_ in ("a", "an") for child in token.children)


def _when(verb: Token) -> frozenset[str]:
    """Stems of what tells when: a day, an hour, what else was done then."""
    return frozenset(
        stem(token.lemma_.lower())
        for child in verb.children
        if child.dep_ in ("prep", "npadvmod", "advmod", "advcl") or child.ent_type_ in _TIMES
        for told in (tuple(child.subtree),)
        if any(t.ent_type_ in _TIMES or t.lower_ in _ANCHORS for t in told)
        for token in told
        if token.pos_ in ("NOUN", "PROPN", "VERB", "NUM")
    )


def _words(siting: Siting) -> str:
    place = siting.places[0]
    head = place[0].token
    start = next(iter(head.ancestors), head).i if head.dep_ == "pobj" else head.i
    return siting.verb.doc[start : head.right_edge.i + 1].text
