"""One kind of thing, told apart by what stands beside its noun: two things, not two claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.people import person
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import noun_stem, overlap
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.countries import kin
from claimtrack.text.names import COURTESY

if TYPE_CHECKING:
    from spacy.tokens import Token

_POSITIONS = ("nsubj", "nsubjpass", "dobj", "pobj", "appos", "attr", "poss", "ROOT")
_BESIDE = ("compound", "amod", "poss", "nmod")
_GENERAL = frozenset(
    "new old former local national regional major minor senior last latest recent several many "
    "total whole entire same other main own big large small young late few first-ever".split()
)
_ROLES = frozenset("minister president secretary director chief leader official spokesman".split())


def thing(a: Reading, b: Reading) -> Signal | None:
    """The same noun with different words beside it on both sides names two things."""
    if overlap(a, b) < 0.2:
        return None
    second: dict[str, Token] = {}
    for key, token in _nouns(b):
        second.setdefault(key, token)
    for key, m in _nouns(a):
        n = second.get(key)
        if n is None:
            continue
        if not _told_apart(m, n, a, b):
            continue
        said = f"“{_phrase(m)}” and “{_phrase(n)}” are two things."
        top = m.dep_ in ("nsubj", "nsubjpass") or n.dep_ in ("nsubj", "nsubjpass")
        doer = m.lemma_.lower() in _ROLES and top
        value = -0.4 if doer else -1.0 if top or m.dep_ == "dobj" else -0.6
        return Signal("thing", ConflictType.OTHER, value, said)
    return None


@once
def _nouns(reading: Reading) -> list[tuple[str, Token]]:
    return [(noun_stem(token.lemma_.lower()), token) for token in reading.core if _stands(token)]


def _stands(token: Token) -> bool:
    return (
        token.pos_ in ("NOUN", "PROPN")
        and token.is_alpha
        and token.dep_ in _POSITIONS
        and token.lower_ not in ("percent", "cent", "per", "points", "point")
    )


def _told_apart(m: Token, n: Token, a: Reading, b: Reading) -> bool:
    """Whether words of one sort beside the two nouns differ: of what kind it is, or whose.

    "The commuter train" and "the Brockdale train" may be one, and so may "Brandt's brigade" and
    "the fire brigade".
    """
    for sort, mine in _beside(m).items():
        others = _beside(n).get(sort, set())
        first = _not_kin(mine - others - b.stems, b)
        second = _not_kin(others - mine - a.stems, a)
        if first and second:
            return True
    return False


def _beside(noun: Token) -> dict[str, set[str]]:
    """Stems of the words that say which one it is, by their sort."""
    found: dict[str, set[str]] = {}
    for child in noun.children:
        if child.pos_ in ("PRON", "DET"):
            continue  # "its army" may be anybody's
        if noun.pos_ == "PROPN" and child.pos_ == "NOUN" and person(child.lemma_.lower()):
            continue  # "boss Ada Brandt" and "chief executive Ada Brandt" are one person
        if child.dep_ in _BESIDE and child.is_alpha and not _says_little(child):
            found.setdefault(_sort(child), set()).add(noun_stem(child.lemma_.lower()))
        elif _which(child):
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.is_alpha and inner.pos_ != "PRON":
                    words = [inner, *(c for c in inner.children if c.dep_ in _BESIDE)]
                    stems = {noun_stem(c.lemma_.lower()) for c in words if c.is_alpha}
                    found.setdefault("whose", set()).update(stems)
    return found


def _sort(word: Token) -> str:
    """Names, owners and "of" say whose or where it is; nouns and adjectives say of what kind."""
    return "whose" if word.pos_ == "PROPN" or word.dep_ == "poss" else "kind"


def _says_little(word: Token) -> bool:
    """Whether a modifier tells no two things apart: "main", "Mr", the pages of a "30-page" one."""
    measured = any(child.pos_ == "NUM" for child in word.children)
    title = word.lower_.rstrip(".") in COURTESY
    return measured or title or word.lower_ in _GENERAL


def _not_kin(words: set[str], other: Reading) -> set[str]:
    """The words but those that the other statement has as a country or its people."""
    named = {word for name in other.names for word in name.words}
    named |= {token.lower_ for token in other.core if token.pos_ == "ADJ"}
    return {word for word in words if not any(kin(word, one) for one in named)}


def _phrase(noun: Token) -> str:
    """The noun with all that tells it apart: what stands before it, and what it is "of"."""
    after = [
        word
        for prep in noun.children
        if _which(prep)
        for inner in prep.children
        if inner.dep_ == "pobj"
        for word in (prep, *_before(inner), inner)
    ]
    return " ".join(token.text for token in (*_before(noun), noun, *after))


def _before(noun: Token) -> list[Token]:
    return [child for child in noun.children if child.dep_ in _BESIDE and child.i < noun.i]


def _which(token: Token) -> bool:
    """Whether a preposition says which one it is ("the risk of diabetes")."""
    return token.dep_ == "prep" and token.lower_ in ("of", "for")
