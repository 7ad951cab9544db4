"""Turns "denied that P" round: the statement reads not P."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.extract.grammar import children, negation_of, subject_of
from claimtrack.text.numbers import value_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPPOSITE = {
    "no": "some",
    "nobody": "somebody",
    "nothing": "something",
    "none": "some",
    "neither": "both",
    "never": "",
    "nowhere": "somewhere",
}
_MANY = 10
"""From so many on a count names nobody."""
_FULL = {"wo": "will", "ca": "can", "sha": "shall"}


def negated(root: Token, tokens: set[int]) -> dict[int, list[int | str]]:
    """Return the words to swap, by index, so that the clause of ``root`` says the contrary.

    A negative word is taken out, or its positive put in; else "not" is put behind the first
    auxiliary, with "did", "does" or "do" where there is none.
    """
    counted = _counted(subject_of(root) or root)
    root = _predicate(root)
    mark = negation_of(root)
    if mark is not None and mark.i in tokens:
        swap: dict[int, list[int | str]] = {mark.i: []}
        for helper in children(root, "aux", "auxpass"):
            if helper.lower_ in _FULL and helper.i == mark.i - 1:
                swap[helper.i] = [_FULL[helper.lower_]]
        return swap
    for child in root.children:
        if child.lower_ == "ever" and child.i in tokens:
            return {child.i: ["never"]}
        if child.i not in tokens or child.dep_ not in (
            "nsubj",
            "nsubjpass",
            "dobj",
            "attr",
            "advmod",
        ):
            continue
        for word in (child, *children(child, "det")):
            if word.lower_ == "no" and child.lower_ == "one":
                return {word.i: ["someone"], child.i: []}
            if word.lower_ in _OPPOSITE:
                positive = _OPPOSITE[word.lower_]
                return {word.i: [positive] if positive else []}
    if counted is not None and counted.i in tokens:
        return {counted.i: ["not", counted.i]}
    helpers = [h for h in children(root, "aux", "auxpass") if h.lower_ != "to" and h.i in tokens]
    if helpers:
        return {helpers[0].i: [helpers[0].i, "not"]}
    if root.lemma_ == "be":
        return {root.i: [root.i, "not"]}
    support = {"VBZ": "does not", "VBP": "do not"}.get(root.tag_, "did not")
    return {root.i: [support, root.lemma_.lower()]}


def _counted(subject: Token) -> Token | None:
    """The first word of the figure that a subject has; None where it has none.

    Who denies that 81 were hurt denies the figure, and tells of no 81 who were not. A few may be
    known ones: that two men were held is denied of those two.
    """
    for number in children(subject, "nummod"):
        try:
            if value_of(number.text) >= _MANY and number.left_edge.i == number.i:
                return number
        except ValueError:
            continue
    return None


def _predicate(root: Token) -> Token:
    """Return "applied" of "The new rate applied": the parser may take it for a participle."""
    if root.pos_ != "NOUN" or subject_of(root) is not None:
        return root
    return next((c for c in children(root, "acl") if c.tag_ == "VBD" and c.i > root.i), root)


def noun_denial(noun: str, text: str, holder: str, plural: bool) -> str | None:
    """Return what denying a noun phrase asserts: "denied any wrongdoing" by ``holder``.

    ``noun`` is the head's lemma, ``text`` the phrase without leading possessive or "any".
    None where the phrase alone does not tell what was denied ("the charges").
    """
    was = "were" if plural else "was"
    rest = text[len(text.split()[0]) :].strip() if text else ""
    if noun == "responsibility":
        return f"{holder} {was} not responsible {rest}"
    if noun in ("involvement", "role", "part", "complicity"):
        place = rest if rest else "in it"
        return f"{holder} {was} not involved {place}" if rest else f"{holder} {was} not involved"
    if noun == "knowledge":
        return f"{holder} did not know {rest}" if rest else None
    if noun in (
        "allegation",
        "accusation",
        "claim",
        "report",
        "charge",
        "rumour",
        "rumor",
        "suggestion",
        "speculation",
        "assertion",
        "story",
        "account",
        "statement",
        "it",
        "this",
        "that",
        "they",
    ):
        return None
    return f"There was no {text} by {holder}"


def strip_determiners(words: Sequence[str]) -> str:
    """Return the phrase without a leading "any", "all", article or possessive."""
    kept = list(words)
    while kept and kept[0].lower() in (
        "any",
        "all",
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "such",
        "having",
        "some",
    ):
        kept.pop(0)
    return " ".join(kept)
