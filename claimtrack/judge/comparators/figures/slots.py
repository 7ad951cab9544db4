"""Where in its clause a figure stands: whose figure it is, of what, and what is done.

Two figures of one unit clash only where they fill one place: "killed 34 people" and "a town of
41,000 people" both count people. What fills the place is read off the dependency parse, as the
arguments of an event are (Davidson 1967, "The Logical Form of Action Sentences": what is said of
one event is said of its participants).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.judge.comparators.figures.deeds import plain_verb
from claimtrack.judge.comparators.figures.tallies import NONE, Tally
from claimtrack.judge.readings.topic import events_of, may_name, noun_stem
from claimtrack.text.countries import kin
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NOUNS = ("NOUN", "PROPN")
_TIMES = ("DATE", "TIME")
_HELD = ("nsubj", "nsubjpass", "dobj", "attr", "agent", "prep", "dative", "oprd", "pobj")
_OF_NOUNS = ("compound", "poss", "prep", "pobj", "amod", "nmod")
_CLAUSES = ("xcomp", "conj", "relcl", "acl", "advcl")
_SAYS_LITTLE = frozenset(
    "number amount total figure sum count level value share part rest percent per cent "
    "percentage time rate man woman people person thing way day week month year hour minute "
    "morning evening night today yesterday tomorrow one age".split()
)
"""Nouns that tell a place apart from no other."""
_OURS = frozenset("country nation land republic".split())
_HERE = frozenset("this our".split())
"""Before the noun of a country they name the one that is spoken in."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Stems of what fills the place of a figure: the words, and apart from them the names."""

    said: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


NOWHERE = Slot()
"""The place of a figure of which nothing is told."""


def slot_of(figure: Span, counts: str | None, tally: Tally = NONE) -> Slot:
    """Return what fills the place of ``figure``, its own words and what it ``counts`` left out.

    The words that tell its ``tally`` stand in it under the name of the class.
    """
    counted = figure[-1]
    if counts == "age":
        return _owner(counted)
    path = _path(counted)
    found: list[Token] = []
    for token in path:
        if token.pos_ in _NOUNS:
            found.append(token)
        found += [word for child in token.children for word in _phrase(child, counted)]
    top = path[-1]
    verbs = [top, *top.conjuncts] if top.pos_ == "VERB" else []
    verbs += [c for token in path for c in token.children if c.dep_ == "relcl" and token is not top]
    for verb in verbs[1:] if verbs[:1] == [top] else verbs:
        found += [word for child in verb.children for word in _phrase(child, counted)]
    if top.pos_ == "VERB" and top.dep_ in _CLAUSES and not _has_subject(top):
        above = top.head
        found += [above] if above.pos_ in _NOUNS else []
        found += [w for c in above.children if c.dep_ in _HELD for w in _phrase(c, counted)]
    own = {token.i for token in figure} | tally.tokens
    kept = [token for token in found if token.i not in own and _tells(token)]
    told = (t for t in (*kept, *verbs) if t.pos_ != "PROPN" and t.i not in own)
    said = {word for t in told for word in _words(t)} | {f"~{name}" for name in tally.classes}
    names = {stem(t.lower_) for t in kept if t.pos_ == "PROPN"}
    things = {noun_stem(word) for word in (counts or "").split()}
    return Slot(frozenset(said - things), frozenset(names))


def alike(a: Slot, b: Slot) -> float:
    """Return the share of the smaller place's words that the other holds too, in [0, 1].

    A name makes no place: what a firm earned and what it was fined are both of the firm. Where a
    place has no other word, one word hardly makes it either.
    """
    few, many = sorted((a.said, b.said), key=len)
    if not few:
        return 0.0
    met = sum(any(same(word, other) for other in many) for word in few)
    named = bool(met and a.names & b.names)
    return (met + named) / max(2, len(few) + named)


def _owner(counted: Token) -> Slot:
    """Whose age it is: the nearest noun or name, with what explains it."""
    token = counted
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in _NOUNS:
            break
    beside = [c for c in token.children if c.dep_ in ("compound", "appos")]
    words = [t for t in (token, *beside) if _tells(t)]
    return Slot(
        frozenset(word for t in words if t.pos_ != "PROPN" for word in _words(t)),
        frozenset(stem(t.lower_) for t in words if t.pos_ == "PROPN"),
    )


def _path(counted: Token) -> list[Token]:
    """The tokens from a figure up to its verb, or to what its phrase explains."""
    path = [counted]
    while path[-1].pos_ not in ("VERB", "AUX") and path[-1].head.i != path[-1].i:
        explains = path[-1].dep_ == "appos"
        path.append(path[-1].head)
        if explains:
            break
    return path


def same(a: str, b: str) -> bool:
    """Whether two stems of a place may name one thing."""
    return a == b or may_name(a, b) or kin(a, b)


def _phrase(token: Token, counted: Token) -> Iterator[Token]:
    """The words of one argument; the figure's own phrase has been walked already."""
    if token.dep_ not in (*_HELD, *_OF_NOUNS) or token.ent_type_ in _TIMES:
        return
    if token.left_edge.i <= counted.i <= token.right_edge.i:
        return
    if token.pos_ not in ("ADP", "PRON", "NUM"):
        yield token
    for child in token.children:
        if child.dep_ in _OF_NOUNS or (token.pos_ == "ADP" and child.dep_ == "pcomp"):
            yield from _phrase(child, counted)


def _tells(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if lemma in _OURS and any(child.lower_ in _HERE for child in token.children):
        return False
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB") or token.ent_type_ in _TIMES:
        return False
    return lemma not in _SAYS_LITTLE and not token.like_num and token.tag_ not in ("JJR", "JJS")


def _words(token: Token) -> set[str]:
    """The classes of event that a word is of, else its stem; none for a verb that says little."""
    lemma = token.lemma_.lower()
    if any(child.dep_ == "prt" for child in token.children):
        return {stem(lemma)}  # "dropped out" says more than "dropped"
    # A fire dismisses nobody.
    noun = token.pos_ not in ("VERB", "AUX")
    classes = events_of(lemma) or events_of(token.lower_)
    events = set() if noun and lemma == "fire" else {f"~{name}" for name in classes}
    word = noun_stem(lemma) if noun else plain_verb(lemma)
    return events or ({word} if word else set())


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
