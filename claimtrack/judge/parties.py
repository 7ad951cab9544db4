"""Who does what a verb tells and what it is done to, and whether two phrases mean one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.judge.deeds import MONEY, one_kind
from claimtrack.judge.topic import anybody, canonical, may_name, somebody, two_kinds
from claimtrack.text.countries import country, kin
from claimtrack.text.lexicon import EVENT_NOUNS, PLACE_NOUNS
from claimtrack.text.names import COURTESY
from claimtrack.text.units import is_currency, unit_after
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

_NONE = frozenset("no any nobody none nothing neither anybody anything nowhere".split())
_ALL = frozenset("both all each either".split())
# "Part of the village", "a dozen of the shops": what it is a part of.
_PARTS = frozenset(
    "part half third quarter most majority minority rest number handful dozen hundred thousand "
    "section portion share drop trace scrap shred".split()
)
_PARTICLES = frozenset("up down off out back away".split())
_SIDES = frozenset("side party army camp".split())


def none_of(token: Token) -> bool:
    """Whether a phrase is "nobody", "no ship", "any ship", "a single ship", "not one ship"."""
    if token.lower_ in _NONE:
        return True
    words = [child.lower_ for child in token.children]
    if any(word in _NONE for word in words) or ("a" in words and "single" in words):
        return True
    return "one" in words and any(
        part.lower_ == "not" for child in token.children for part in child.subtree
    )


def agreement(m: Token, n: Token) -> tuple[int, int]:
    """Whether two verbs have one doer, and one thing that it is done to: as ``same_party``."""
    doers, things, _ = parties(m)
    others, theirs, _ = parties(n)
    return one_of(doers, others), one_of(things, theirs)


def one_of(mine: tuple[Token, ...], other: tuple[Token, ...]) -> int:
    """1 where one of each may be one thing, -1 where all are told apart, 0 where nothing tells."""
    if not mine or not other:
        return 0
    return max(same_party(m, n) for m in mine for n in other)


def verb_of(verb: Token) -> str:
    """The lemma, with its particle where it has one: "take_off" is no "take"."""
    return "_".join([verb.lemma_.lower(), *particles(verb)[:1]])


def particles(verb: Token) -> list[str]:
    """Its particles; the parser takes the "down" of "stepped down" for an adverb."""
    return [
        child.lower_
        for child in verb.children
        if child.dep_ == "prt" or (child.lower_ in _PARTICLES and child.i == verb.i + 1)
    ]


def parties(verb: Token) -> tuple[tuple[Token, ...], tuple[Token, ...], dict[str, Token]]:
    """Who does what the verb tells, what it is done to, and what prepositions join to it."""
    doers: list[Token] = []
    things: list[Token] = []
    others: dict[str, Token] = {}
    for child in verb.children:
        inner = [c for c in child.children if c.dep_ == "pobj"]
        if child.dep_ == "nsubj":
            doers.append(_meant(child, verb))
        elif child.dep_ in ("nsubjpass", "dobj"):
            things.append(_meant(child, verb))
        elif child.dep_ == "agent":
            doers += inner
        elif child.dep_ in ("prep", "dative") and inner:
            others.setdefault(child.lower_, inner[0])
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    if passive and not things:
        things += _subjects(verb)
    elif not passive and not doers:
        doers += _subjects(verb)
    return tuple(_all(doers)), tuple(_all(things)), others


def _meant(subject: Token, verb: Token) -> Token:
    """What "who" or "which" stands for."""
    relative = subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl"
    return verb.head if relative else subject


def _subjects(verb: Token) -> list[Token]:
    """The subject that a verb has from the one above it: "came and left", "was told to leave"."""
    above = verb
    while True:
        ordered = above.dep_ == "xcomp"
        if above.dep_ == "pcomp":  # "called it without giving notice"
            above = above.head
        elif above.dep_ not in ("conj", "xcomp"):
            return []
        if above.head.pos_ not in ("VERB", "AUX"):
            return []
        above = above.head
        passive = any(child.dep_ == "auxpass" for child in above.children)
        objects = [child for child in above.children if child.dep_ == "dobj"]
        if ordered and objects and not passive:
            return objects  # "the law compels witnesses to testify"
        found = [c for c in above.children if c.dep_ in ("nsubj", "nsubjpass")]
        if found:
            return [_meant(token, above) for token in found]


def _all(heads: list[Token]) -> Iterator[Token]:
    """The heads and what is joined to them by "and"; of "two of them", what they are of."""
    for head in heads:
        of = next((c for c in head.children if c.lower_ == "of" and c.dep_ == "prep"), None)
        lemma = head.lemma_.lower()
        counted = head.pos_ in ("NUM", "PRON", "DET") or lemma in _PARTS or lemma in _NONE
        inner = next((c for c in of.children if c.dep_ == "pobj"), None) if of and counted else None
        yield inner if inner is not None else head
        yield from (c for c in head.conjuncts if c.i > head.i and c.pos_ in ("NOUN", "PROPN"))


def money(token: Token) -> bool:
    """Whether it is a sum."""
    unit = unit_after(token.text, 0)
    return token.lemma_.lower() in MONEY or (unit is not None and is_currency(unit[0]))


def _stem(token: Token) -> str:
    return stem(canonical(token.lemma_.lower()))


def _which(token: Token) -> set[str]:
    """The words that name which one it is, in lower case."""
    near = [token, *(c for c in token.children if c.dep_ in ("compound", "poss", "amod", "nmod"))]
    near += [c for p in token.children if p.lower_ == "of" for c in p.children]
    near += [c for word in near[1:] for c in word.children if c.dep_ == "compound"]
    return {
        word.lower_
        for word in near
        if word.text[0].isupper()
        and word.pos_ in ("PROPN", "ADJ", "NOUN")
        and word.ent_type_ not in ("DATE", "TIME")
    } - COURTESY


def same_party(denied: Token, told: Token) -> int:
    """Whether two phrases are of one thing: 1 so, -1 of two, 0 where nothing tells.

    What is denied of everybody is denied of a nurse; of nurses, not of everybody.
    """
    m, n = denied, told
    if _everyone(m) or _everyone(n):
        return 1
    if "PRON" in (m.pos_, n.pos_) or _nobody(m) or _nobody(n):
        return 0
    first, second = m.lemma_.lower(), n.lemma_.lower()
    if two_kinds(first, second) and not one_kind(first, second):
        return -1
    mine, other = _which(m), _which(n)
    if mine & other or any(kin(one, two) for one in mine for two in other):
        return 1
    if (known := _country(m)) is not None and known == _country(n):
        return 1
    if money(m) and money(n):
        return 1
    if somebody(first, second) and anybody(second) and not anybody(first):
        return -1
    if mine and other:
        return -1  # "the guards of Tamarn", "the guards of Ostrel"
    if any(_stem(m) == _stem(c) for c in n.children if c.dep_ == "poss"):
        return 1  # the viaduct and the viaduct's pillars
    alike = (
        _stem(m) == _stem(n)
        or may_name(first, second)
        or somebody(first, second)
        or one_kind(first, second)
    )
    if alike:
        return 1
    if "PROPN" in (m.pos_, n.pos_) and m.pos_ != n.pos_:
        # "Tolman" may be "the firm"; "the country" is the one that is named.
        return int(first in PLACE_NOUNS or second in PLACE_NOUNS)
    return 0 if {first, second} <= EVENT_NOUNS else -1


def _country(token: Token) -> str | None:
    words = [c.text for c in token.children if c.dep_ == "compound"]
    return country(" ".join([*words, token.text]))


def _everyone(token: Token) -> bool:
    """ "Both sides": whichever of them is meant."""
    return token.lemma_.lower() in _SIDES and any(c.lower_ in _ALL for c in token.children)


def _nobody(token: Token) -> bool:
    """ "No one", "no person": whoever it is."""
    return none_of(token) and token.lemma_.lower() in ("one", "person", "people", "nobody", "soul")
