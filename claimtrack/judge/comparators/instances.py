"""A general denial against one case: "nobody was hurt" and "a fisherman was injured"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.judge.reading import Reading, once
from claimtrack.judge.signals import Signal
from claimtrack.judge.topic import canonical, events_of, may_name, overlap
from claimtrack.model import ConflictType
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

_FATES = frozenset({"die", "hurt", "hold", "miss", "rescue", "evacuate", "destroy", "damage"})
_NONE = frozenset({"no", "nobody", "none", "never", "neither", "nothing", "any", "anybody"})
_EMPTY = frozenset(
    "be have do make take get give go come put set say tell report record see find know say case "
    "sign report incident instance number people person one thing way time day place part "
    "man woman year month week hour case work".split()
)
_STREETS = frozenset("street road avenue square lane bridge station harbour port".split())


def instance(a: Reading, b: Reading) -> Signal | None:
    """What one side denies altogether and the other tells a case of speaks for a conflict."""
    found = _case(a, b) or _case(b, a)
    if found is None:
        return None
    denied, told = found
    shared = overlap(a, b)
    said = f"One side denies “{denied.text}”, the other tells of “{told.text}”."
    value = round(min(1.0, 0.4 + shared), 4)
    return Signal("negation", ConflictType.NEGATION, value, said)


def _case(denying: Reading, telling: Reading) -> tuple[Token, Token] | None:
    denied = _denied(denying)
    if not denied or _other_places(denying, telling):
        return None
    for keys, token, everything in denied:
        for other, told in _told(telling):
            if not keys & other or not (everything or _same_object(token, told)):
                continue
            if not keys & _FATES and "VERB" not in (token.pos_, told.pos_):
                continue  # "no letters were sold" denies no other deed with letters
            if denying.stems & telling.stems or _named(denying, telling):
                return token, told
    return None


@once
def _denied(reading: Reading) -> list[tuple[frozenset[str], Token, bool]]:
    """What is denied, with whether it is denied of everything there."""
    found = []
    for token in reading.core:
        keys = _keys(token)
        if not keys or reading.negations.get(token.i, 0) != 1:
            continue
        if token.i == reading.root.i or _none_of(token):
            thing = _object(token)
            found.append((keys, token, thing is None or thing.lower_ in _NONE))
    return found


def _none_of(noun: Token) -> bool:
    """Whether "no" or "any" stands before the deed ("made no arrests", "no case of looting")."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    said = any(child.lower_ in _NONE for child in noun.children)
    return said and noun.dep_ in ("dobj", "attr", "nsubjpass")


@once
def _told(reading: Reading) -> list[tuple[frozenset[str], Token]]:
    """What the statement's own clause tells to have happened."""
    return [
        (keys, token)
        for token in reading.core
        if token.i not in reading.negations and _main(token, reading) and (keys := _keys(token))
    ]


def _main(token: Token, reading: Reading) -> bool:
    """Whether the word is the main verb, joined to it, or an argument of it."""
    for verb in (token, token.head):
        if verb.i == reading.root.i or (verb.dep_ == "conj" and verb.head.i == reading.root.i):
            return verb.i == token.i or token.dep_ in ("dobj", "attr", "nsubjpass")
    return False


def _keys(token: Token) -> frozenset[str]:
    """Under which words a deed goes: its class of events, or its own stem."""
    if token.pos_ not in ("VERB", "NOUN", "ADJ") or not token.is_alpha:
        return frozenset()
    lemma = token.lemma_.lower()
    if lemma in _EMPTY:
        return frozenset()
    classes = (events_of(lemma) or events_of(token.lower_)) & _FATES
    if classes:
        return classes
    return frozenset() if token.pos_ == "ADJ" else frozenset({f"={stem(canonical(lemma))}"})


def _same_object(m: Token, n: Token) -> bool:
    """Whether both deeds may be done to one thing: one word for both, or a general one."""
    first, second = _object(m), _object(n)
    if first is None or second is None:
        return False
    return may_name(first.lemma_.lower(), second.lemma_.lower())


def _object(token: Token) -> Token | None:
    verb = token if token.pos_ == "VERB" else token.head
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass") and child.i != token.i:
            return child
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("to", "of"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _other_places(a: Reading, b: Reading) -> bool:
    """Whether both name something that the other does not, streets left out: they lie in towns."""
    first, second = (
        [name for name in reading.names if not name.words & _STREETS] for reading in (a, b)
    )
    return bool(first and second) and not _named(a, b)


def _named(a: Reading, b: Reading) -> bool:
    return any(m.same(n) for m in a.names for n in b.names)
