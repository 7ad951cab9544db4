"""How noun phrases are written when they stand for a pronoun, and which "it" stands for nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.extract.actors import Actor
from claimtrack.extract.grammar import children, core_np, is_verb, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Referent:
    """What a phrase stands for: the words to put in its place, and the actor, if it is one.

    ``institution`` is the body that somebody without a name speaks from.
    """

    text: str
    actor: Actor | None = None
    plural: bool = False
    institution: str | None = None


def claimed_of(verb: Token) -> bool:
    """Whether the clause is what "…, claiming it …" claims: of a thing, for of itself one says
    "claiming to"."""
    return (
        verb.dep_ == "ccomp"
        and verb.head.tag_ == "VBG"
        and verb.head.lemma_.lower() in ("claim", "allege")
    )


def is_expletive(token: Token) -> bool:
    """Whether "it" stands for nothing: "it was unclear whether", "it is raining"."""
    if token.dep_ == "expl":
        return True
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubjpass") or not is_verb(verb):
        return False
    if verb.lemma_ == "be":
        if children(verb, "acomp") and any(
            c.i > verb.i
            for c in (
                *children(verb, "ccomp", "xcomp", "csubj", "advcl"),
                *(
                    x
                    for a in children(verb, "acomp")
                    for x in children(a, "ccomp", "xcomp", "advcl")
                ),
            )
        ):
            return True
        if children(verb, "attr") and any(
            c.dep_ in ("relcl", "ccomp", "acl")
            for a in children(verb, "attr")
            for c in (*a.children, *verb.children)
        ):
            return True
    return (
        verb.lemma_.lower() in ("rain", "snow", "take", "seem", "appear", "turn")
        and bool(children(verb, "ccomp", "xcomp", "prt"))
    ) or verb.lemma_.lower() in ("rain", "snow")


def definite(token: Token) -> str:
    """Return the noun phrase of ``token`` with "the" for "a" or nothing before a common noun."""
    body = sorted(core_np(token))
    words = text_of(token, body)
    first = token.doc[body[0]]
    if first.lower_ in ("a", "an", "another", "this", "that", "one"):
        return "the " + words[len(first.text) :].lstrip()
    if first.lower_ == "the":
        return "the" + words[3:]
    if first.is_sent_start and first.pos_ != "PROPN" and not first.ent_type_:
        words = words[0].lower() + words[1:]
    if (
        first.dep_ in ("poss", "det", "nummod")
        or token.pos_ == "PROPN"
        or any(c.dep_ == "poss" for c in token.children)
        or token.tag_ == "NNS"
    ):
        return words
    return "the " + words


def named(actor: Actor) -> str:
    """Return the actor's name as running text, with its article."""
    return f"the {actor.name}" if actor.article else actor.name


def with_article(text: str, first: Token) -> str:
    """Return a name with "the" in small letters where it began with an article."""
    return "the" + text[3:] if first.lower_ == "the" else text


def fits_gender(actor: Actor, gender: str) -> bool:
    """Whether "he" (m) or "she" (f) can stand for the actor."""
    return actor.kind == "person" and actor.gender in (None, gender)


def depth_of(token: Token) -> int:
    """Return how many heads lie above the token."""
    depth = 0
    while token.head != token:
        token, depth = token.head, depth + 1
    return depth
