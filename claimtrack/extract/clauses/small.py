"""Clauses without a verb: "found the supports undamaged" says that the supports were undamaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.extract.clauses.propositions import Proposition, Voice
from claimtrack.extract.clauses.sources import may_speak, source_like
from claimtrack.extract.grammar import (
    children,
    has_aux,
    is_passive,
    negation_of,
    subject_of,
    subtree,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINDING = frozenset("find declare pronounce deem consider judge certify".split())
_MEANT = frozenset("the this that these those its their his her our my all both".split())
_MANY = ("NNS", "NNPS")


def found_so(verb: Token, voice: Voice, allowed: set[int]) -> Proposition | None:
    """Return what somebody found or declared a thing to be, None where it is no such clause.

    Only of what is known: "found a letter signed by Lund" tells that there was one.
    """
    source = subject_of(verb)
    if verb.lemma_.lower() not in _FINDING or is_passive(verb) or negation_of(verb) is not None:
        return None
    if source is None or has_aux(verb, "to", "would", "may", "might", "could", "should", "can"):
        return None
    if not (source_like(source) or may_speak(source, verb.lemma_.lower(), behind=True)):
        return None
    for thing, state in _states(verb):
        inside = state.i in subtree(thing)
        named = subtree(thing) - subtree(state) if inside else subtree(thing)
        told = {i for i in subtree(state) | named if i in allowed}
        behind = [i for i in told if i > max(named)]
        if not behind or verb.i > min(told) or state.i not in told:
            continue
        be = _copula(thing, present=verb.tag_ in ("VBZ", "VBP"))
        frame = subtree(verb) & allowed
        inner = voice.said_by(source, verb, frame - told)
        swap: dict[int, list[int | str]] = {min(behind): [be, min(behind)]}
        return Proposition(
            verb.doc, state, told, inner, [], swap, frame, False, False, fixed="small"
        )
    return None


def _states(verb: Token) -> list[tuple[Token, Token]]:
    """What it is said of, and what is said: the parser makes a clause of it, or more of the noun.

    It may hang "undamaged" on the last noun of "the supports of the bridge".
    """
    clauses = [
        (subject, state)
        for state in children(verb, "ccomp", "oprd")
        if state.tag_ in ("JJ", "VBN") and not children(state, "aux", "auxpass", "mark")
        for subject in children(state, "nsubj", "nsubjpass")
    ]
    hung = [
        (thing, state)
        for thing in children(verb, "dobj")
        for noun in thing.subtree
        for state in noun.children
        if state.i > noun.i and max(subtree(state)) == max(subtree(thing))
        if (state.dep_ == "acl" and state.tag_ == "VBN") or (state.dep_ == "amod")
    ]
    return [(thing, state) for thing, state in (*clauses, *hung) if _known(thing)]


def _known(thing: Token) -> bool:
    if thing.pos_ == "PRON":
        return False
    counted = thing.like_num  # "40 of the houses"
    meant = any(c.lower_ in _MEANT for c in thing.subtree if counted or c.i <= thing.i)
    return meant or thing.pos_ == "PROPN"


def _copula(thing: Token, *, present: bool) -> str:
    counted = thing.pos_ == "NUM" and thing.lower_ not in ("one", "1")
    many = thing.tag_ in _MANY or counted or bool(children(thing, "conj"))
    return ("are" if many else "is") if present else ("were" if many else "was")
