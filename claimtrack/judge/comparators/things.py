"""One kind of thing, told apart by what stands beside its noun: two things, not two claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.judge.reading import Reading, once
from claimtrack.judge.signals import Signal
from claimtrack.judge.topic import canonical, overlap
from claimtrack.model import ConflictType
from claimtrack.text.countries import kin
from claimtrack.text.words import stem

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
        mine, other = _beside(m), _beside(n)
        mine, other = mine - other - b.stems, other - mine - a.stems
        mine, other = _not_kin(mine, b), _not_kin(other, a)
        if not mine or not other:
            continue
        said = f"“{_phrase(m)}” and “{_phrase(n)}” are two things."
        top = m.dep_ in ("nsubj", "nsubjpass") or n.dep_ in ("nsubj", "nsubjpass")
        doer = m.lemma_.lower() in _ROLES and top
        value = -0.4 if doer else -1.0 if top or m.dep_ == "dobj" else -0.6
        return Signal("thing", ConflictType.OTHER, value, said)
    return None


@once
def _nouns(reading: Reading) -> list[tuple[str, Token]]:
    return [
        (stem(canonical(token.lemma_.lower())), token) for token in reading.core if _stands(token)
    ]


def _stands(token: Token) -> bool:
    return (
        token.pos_ in ("NOUN", "PROPN")
        and token.is_alpha
        and token.dep_ in _POSITIONS
        and token.lower_ not in ("percent", "cent", "per", "points", "point")
    )


def _beside(noun: Token) -> set[str]:
    """Stems of the words that say which one it is: modifiers and the noun after "of"."""
    found: set[str] = set()
    for child in noun.children:
        if child.pos_ in ("PRON", "DET"):
            continue  # "its army" may be anybody's
        if child.dep_ in _BESIDE and child.is_alpha and not _says_little(child):
            found.add(stem(canonical(child.lemma_.lower())))
        elif _which(child):
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.is_alpha:
                    found.add(stem(canonical(inner.lemma_.lower())))
                    found |= {
                        stem(canonical(c.lemma_.lower()))
                        for c in inner.children
                        if c.dep_ in _BESIDE and c.is_alpha
                    }
    return found


def _says_little(word: Token) -> bool:
    """Whether a modifier tells no two things apart: "main", or the pages of a "30-page" one."""
    measured = any(child.pos_ == "NUM" for child in word.children)
    return measured or word.lower_ in _GENERAL


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
