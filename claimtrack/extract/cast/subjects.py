"""Which subject a sentence leads with, and which only stands beside what it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.extract.cast.nouns import is_expletive
from claimtrack.extract.grammar import children, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token


def there_are(word: Token) -> bool:
    """Whether it is what there is: "There were 148 passengers in the cabin"."""
    return word.dep_ == "attr" and bool(children(word.head, "expl"))


def pointed_out(subject: Token) -> Token:
    """Return what a sentence without a subject of its own is about, else the subject.

    "It was artillery that opened fire" is about artillery, "The winner is Norvik" about Norvik.
    """
    verb = subject.head
    attributes = children(verb, "attr") if verb.lemma_ == "be" else []
    for attribute in attributes:
        cleft = is_expletive(subject) and children(attribute, "relcl")
        if cleft or (attribute.pos_ == "PROPN" and subject.pos_ == "NOUN"):
            return attribute
    return subject


def behind_its_words(subject: Token) -> bool:
    """Whether a source stands behind what it says: "The house was insured, the court heard"."""
    return any(c.dep_ == "ccomp" and c.i < subject.i for c in subject.head.children)


def answers_charges(token: Token) -> bool:
    """Whether the pronoun is who is accused: "He denies any wrongdoing", "She denies the charges".

    After "Reed was held, prosecutor Berg said" that is no prosecutor.
    """
    verb = token.head
    accused = verb.lemma_.lower() == "deny" and token.dep_ == "nsubj"
    return accused and bool(children(verb, "dobj")) and not children(verb, "ccomp")


def before_its_saying(token: Token) -> bool:
    """Whether the attribution follows: in "They burned, the owners said", "they" came before."""
    return any(
        verb.i > token.i
        and is_verb(verb)
        and any(s.i > token.i and s.i > c.i for s in children(verb, "nsubj") for c in [token])
        and any(c.i < verb.i and c.dep_ == "ccomp" for c in verb.children)
        for verb in token.ancestors
    )


def part_of_named(token: Token, before: Sequence[Token]) -> bool:
    """Whether "two of them" is of those the statement has named: "Eleven …, two of them badly"."""
    part = token.head.head
    counts = part.pos_ in ("NUM", "DET", "ADJ", "PRON") or part.lower_ in ("none", "half", "most")
    if token.lower_ not in ("them", "us") or token.head.lower_ != "of" or not counts:
        return False
    several = ("NNS", "NNPS", "CD")
    return any(
        noun.tag_ in several and noun.i < part.i and noun.dep_ in ("nsubj", "nsubjpass", "dobj")
        for noun in before
    )
