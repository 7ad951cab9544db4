"""Reporting verbs that report nothing: "reported her son missing", "does not know how"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.extract.grammar import children, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def state_of_another(verb: Token) -> bool:
    """Whether "reported her son missing" tells of a report made: its clause has no finite verb."""
    clauses = children(verb, "ccomp")
    return bool(clauses) and all(
        c.i > verb.i
        and subject_of(c) is not None
        and c.tag_ in ("VBG", "VBN", "JJ")
        and not children(c, "aux", "auxpass", "mark")
        for c in clauses
    )


def neither(verb: Token) -> bool:
    """Whether the verb is one of "neither confirmed nor denied"."""
    first = verb.head if verb.dep_ == "conj" else verb
    return any(c.lower_ == "neither" for c in first.children) or (
        verb.dep_ == "conj" and any(c.lower_ == "nor" for c in children(first, "cc"))
    )


def first_person(verb: Token) -> bool:
    """Whether it is "I mean", "I know", "I guess": the speaker's own preface."""
    subject = subject_of(verb)
    return (
        subject is not None
        and subject.lower_ == "i"
        and verb.lemma_.lower() in ("mean", "know", "guess", "understand", "feel", "imagine")
    )


def is_question_word(clause: Token) -> bool:
    """Whether a clause opens with a word that asks: "how P", "who did it"; not with "that"."""
    first = min(clause.subtree, key=lambda t: t.i)
    return first.tag_ in ("WP", "WRB", "WDT", "WP$") and first.lower_ != "that"
