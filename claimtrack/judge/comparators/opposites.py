"""Opposite words in the predicate of one and the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.judge.antonyms import OPPOSITES
from claimtrack.judge.reading import Reading, once
from claimtrack.judge.signals import Signal
from claimtrack.judge.topic import canonical, governor, overlap
from claimtrack.model import ConflictType
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

# Nouns that only look like the verbs that the table of opposites has.
_NO_DEEDS = frozenset("fire sack land spare block bar strike lock arm post pass lead".split())


def opposites(a: Reading, b: Reading) -> Signal | None:
    """Opposite predicates speak for a conflict; opposite modifiers name two things."""
    predicates: list[tuple[Token, Token]] = []
    modifiers: list[tuple[Token, Token]] = []
    theirs = _words(b)
    for key, m in _words(a):
        for other, n in theirs:
            if other not in OPPOSITES[key]:
                continue
            if _modifier(m) and _modifier(n):
                if stem(m.head.lemma_) == stem(n.head.lemma_):
                    modifiers.append((m, n))
            elif _predicate(m) and _predicate(n):
                predicates.append((m, n))
    shared = overlap(a, b)
    if modifiers and shared >= 0.25:
        m, n = modifiers[0]
        said = f"“{m.text} {m.head.text}” and “{n.text} {n.head.text}” are two things."
        return Signal("opposite", ConflictType.OPPOSITE, -0.8, said)
    if not predicates or shared < 0.2:
        return None
    aligned = [(m, n) for m, n in predicates if _one_thing(m, n, a, b)]
    if not aligned:
        return None
    m, n = max(aligned, key=lambda pair: _central(pair[0], a) + _central(pair[1], b))
    if a.negative(m) != b.negative(n):
        said = f"“{m.text}” and “{n.text}” agree, since one of them is negated."
        return Signal("opposite", ConflictType.OPPOSITE, -0.6, said)
    said = f"One says “{m.text}”, the other “{n.text}”."
    central = _central(m, a) + _central(n, b)
    value = min(1.0, (0.3 + shared) * (0.5 + 0.25 * central))
    return Signal("opposite", ConflictType.OPPOSITE, round(value, 4), said)


@once
def _words(reading: Reading) -> list[tuple[str, Token]]:
    """The words that have an opposite, each with the form under which the table has it."""
    words = (token for token in reading.core if token.is_alpha and len(token) > 1)
    return [(key, token) for token in words if (key := _key(token)) in OPPOSITES]


def _key(token: Token) -> str:
    """The lemma; participles and comparatives as they stand where they are adjectives."""
    if token.pos_ in ("ADJ", "ADV", "ADP"):
        return token.lower_
    if token.pos_ == "NOUN" and token.lemma_.lower() in _NO_DEEDS:
        return ""
    for child in token.children:
        if child.dep_ == "prt" and f"{token.lemma_}_{child.lower_}" in ("lay_off", "take_off"):
            return f"{token.lemma_}_{child.lower_}".lower()
    return token.lemma_.lower()


def _modifier(token: Token) -> bool:
    return token.dep_ in ("amod", "compound", "nummod") and token.head.pos_ in ("NOUN", "PROPN")


def _predicate(token: Token) -> bool:
    if token.pos_ in ("VERB", "AUX"):
        return token.dep_ not in ("amod", "aux", "compound")
    if token.pos_ == "ADJ":
        return token.dep_ in ("acomp", "oprd", "ROOT", "ccomp", "attr", "conj", "advcl", "xcomp")
    if token.pos_ == "NOUN":
        return token.dep_ in ("dobj", "attr", "pobj", "ROOT", "nsubj", "conj", "nsubjpass")
    return token.pos_ == "ADV" and token.dep_ == "advmod"


def _central(token: Token, reading: Reading) -> bool:
    return reading.root.i in (token.i, token.head.i)


def _one_thing(m: Token, n: Token, a: Reading, b: Reading) -> bool:
    """Whether the two predicates are said of one subject or of one object."""
    first, second = _arguments(m), _arguments(n)
    crossed = first[0] & second[1] or first[1] & second[0]
    straight = first[0] & second[0] or first[1] & second[1]
    if crossed and not straight:
        return _stative(m) or _stative(n)  # not: "Anders beat Kohl", "Kohl lost to Anders"
    for mine, other in zip(first, second, strict=True):
        if mine & other:
            return True
    if all(first) and all(second):
        return False
    return overlap(a, b) >= (0.5 if any(first) and any(second) else 0.3)


def _stative(token: Token) -> bool:
    """Whether it tells a state of its subject: "is closed", "is open"."""
    return token.pos_ == "ADJ" or any(c.dep_ == "nsubjpass" for c in token.children)


def _arguments(token: Token) -> tuple[set[str], set[str]]:
    """Stems of the subject and of the object; the subject of a passive is an object."""
    verb = token if token.pos_ in ("VERB", "AUX") else governor(token)
    subjects: set[str] = set()
    objects: set[str] = set()
    for child in verb.children:
        if child.pos_ == "PRON" or child.i == token.i:
            continue
        if child.dep_ == "nsubj":
            subjects |= _stems(child)
        elif child.dep_ in ("nsubjpass", "dobj", "attr"):
            objects |= _stems(child)
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("to", "against", "by"):
            for inner in child.children:
                objects |= _stems(inner)
    if token.pos_ == "NOUN":
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "in", "to"):
                for inner in child.children:
                    objects |= _stems(inner)
            elif child.dep_ in ("compound", "poss"):
                objects |= _stems(child)
    if verb.dep_ in ("xcomp", "relcl", "acl") and not subjects:
        outer = [c for c in verb.head.children if c.dep_ == "nsubj" and c.pos_ != "PRON"]
        subjects |= _stems(outer[0]) if outer else _stems(verb.head) - _stems(verb)
    return subjects, objects


def _stems(head: Token) -> set[str]:
    """Stems of a phrase's head and of the nouns that name it."""
    words = [head, *(c for c in head.children if c.dep_ in ("compound", "poss", "appos"))]
    return {stem(canonical(w.lemma_.lower())) for w in words if w.pos_ in ("NOUN", "PROPN")}
