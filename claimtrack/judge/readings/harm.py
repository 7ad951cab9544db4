"""How a clause tells beside its verb that somebody was hurt, or was not: "with a broken arm"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.people import person

if TYPE_CHECKING:
    from spacy.tokens import Token

_HURTS = frozenset(
    "injury wound burn cut fracture concussion bruise bruising gash laceration break sprain graze "
    "scratch scrape frostbite hypothermia poisoning inhalation shock whiplash".split()
)
_SLIGHT = frozenset("scratch bruise mark harm hurt injury wound graze scrape".split())
_BODY = frozenset(
    "arm leg hand foot head eye nose rib hip wrist ankle shoulder jaw skull collarbone finger knee "
    "back neck face pelvis thigh tooth lung spine".split()
)
_BROKEN = frozenset(
    "broken fractured shattered bruised burned burnt crushed dislocated sprained bleeding swollen "
    "black punctured severed injured wounded".split()
)
_SUFFERING = frozenset("suffer sustain receive get have".split())
_TREATING = frozenset("treat hospitalise hospitalize admit take rush".split())
_SOUND = frozenset("sound well unhurt unharmed uninjured".split())


def harm_told(verb: Token) -> tuple[Token, bool | None] | None:
    """The word that tells harm to the subject, and whether it says that there was none.

    None in the place of that: as the verb has it ("did not suffer a broken arm").
    """
    if not _of_somebody(verb):
        return None
    for preposition, noun in _joined(verb):
        if preposition == "without" and noun.lemma_.lower() in _SLIGHT:
            return noun, True
        if preposition == "in" and noun.lemma_.lower() == "piece" and _one(noun):
            return noun, True
        told = preposition == "with" or (preposition == "for" and _treated(verb))
        if told and _hurt(noun):
            return noun, None
    for child in verb.children:
        if child.lower_ == "safe" and any(word.lower_ in _SOUND for word in child.conjuncts):
            return child, True
        if child.dep_ == "dobj" and verb.lemma_.lower() in _SUFFERING and _broken(child):
            return child, None
    return None


def _of_somebody(verb: Token) -> bool:
    """Whether the subject may be people: a hull without a scratch is not unhurt."""
    return any(
        child.pos_ in ("PROPN", "PRON") or person(child.lemma_.lower())
        for child in verb.children
        if child.dep_ in ("nsubj", "nsubjpass")
    )


def _joined(verb: Token) -> Iterator[tuple[str, Token]]:
    for prep in verb.children:
        for below in (prep, *(c for c in prep.children if c.dep_ == "prep")):
            if below.dep_ == "prep":
                for noun in below.children:
                    if noun.dep_ == "pobj":
                        yield below.lower_, noun
                        yield from ((below.lower_, other) for other in noun.conjuncts)


def _one(noun: Token) -> bool:
    return any(child.lower_ == "one" for child in noun.children)


def _treated(verb: Token) -> bool:
    return verb.lemma_.lower() in _TREATING


def _hurt(noun: Token) -> bool:
    return noun.lemma_.lower() in _HURTS or _broken(noun)


def _broken(noun: Token) -> bool:
    """Whether it is a part of the body that is not whole: "a broken arm", "a black eye"."""
    return noun.lemma_.lower() in _BODY and any(c.lower_ in _BROKEN for c in noun.children)
