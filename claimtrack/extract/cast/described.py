"""People whom a document only describes: "the driver", "a third man"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.extract.cast.nouns import depth_of
from claimtrack.extract.cast.phrases import describe
from claimtrack.extract.cast.subjects import behind_its_words
from claimtrack.extract.grammar import children, clause_verb, is_numbered
from claimtrack.text.people import gender_of_noun, is_human_noun

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PERSONAL = ("person", "role", "anonymous")
_NOBODY_YET = frozenset("it there this that".split())
"""Subjects of which a noun behind "be" tells for the first time who it was."""


def is_human(token: Token) -> bool:
    """Whether the phrase that the token heads is of human beings, by its noun or its name."""
    if token.pos_ == "NOUN" and is_human_noun(token.lemma_.lower()):
        return True
    return describe(token).shape in _PERSONAL and not is_numbered(token)


def gender_of(token: Token) -> str | None:
    """Return "m" or "f" where the noun tells it, else None."""
    return describe(token).gender or gender_of_noun(token.lemma_.lower())


def one_described(token: Token, gender: str) -> bool:
    """Whether the token heads a description of one human being for whom "he" or "she" can stand."""
    if token.pos_ != "NOUN" or token.tag_ != "NN" or token.dep_ in ("compound", "appos"):
        return False
    if any(d.lower_ in ("no", "any", "every", "each") for d in children(token, "det")):
        return False
    if token.dep_ == "attr" and not any(
        subject.lower_ in _NOBODY_YET for subject in children(token.head, "nsubj", "expl")
    ):
        return False  # "He is not a man for speeches": it tells of him, and of no other
    one = any(c.lower_ == "one" for c in children(token, "nummod"))
    if not (one or any(children(token, "det", "poss"))) or not is_human(token):
        return False
    if any(p.tag_ in ("PRP$", "WP$") for p in children(token, "poss")):
        return False
    if token.lower_ == "head" and not children(token, "prep", "poss", "compound"):
        return False  # "a blow to the head"
    beside = children(token, "appos")
    for prep in children(token, "prep"):
        # "A spokeswoman for Oslo, Anna Berg": the parser gives the name to the body.
        beside += [a for body in children(prep, "pobj") for a in children(body, "appos")]
    if any(a.pos_ == "PROPN" for a in beside):
        return False  # "its head, Anna Berg": the name is the mention
    return gender_of(token) in (None, gender)


def leading_subject(docs: Sequence[Doc], gender: str) -> Token | None:
    """Return the described person that is the subject highest in the trees, or None."""
    found = [
        w
        for doc in docs
        for w in doc
        if w.dep_ in ("nsubj", "nsubjpass")
        and one_described(w, gender)
        and not any(c.dep_ == "ccomp" and c.i < w.i for c in w.head.children)
    ]
    return min(found, key=depth_of, default=None)


def plainly(docs: Sequence[Doc], leading: Token | None, gender: str) -> Token | None:
    """Return the one person whose noun tells the gender, before a ``leading`` one that does not.

    In "The driver fled after the woman was hit. Her …" it is the woman's.
    """
    if leading is None or gender_of(leading) == gender:
        return leading
    told = [w for d in docs for w in d if one_described(w, gender) and gender_of(w) == gender]
    return told[0] if len(told) == 1 else leading


def only_described(docs: Sequence[Doc], gender: str) -> Token | None:
    """Return the one described person of the texts, whatever part it has, or None."""
    found = [w for doc in docs for w in doc if one_described(w, gender) and not behind_its_words(w)]
    return found[0] if len(found) == 1 else None


def goes_on_telling(token: Token) -> bool:
    """Whether the clause of a pronoun goes on with what was said: "He had been working"."""
    verb = clause_verb(token)
    had = any(a.lower_ in ("had", "'d") for a in children(verb, "aux"))
    return had and verb.tag_ in ("VBN", "VBG")
