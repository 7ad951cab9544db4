"""Predicates that tell what "it" is: no body is "a matter", and "It was Lund" names another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.extract.grammar import children
from claimtrack.text.lexicon import EVENT_KINDS
from claimtrack.text.names import COMPANY_SUFFIXES, COMPANY_WORDS, GENERIC_ORG, ORG_ROLES
from claimtrack.text.people import is_human_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_BODIES = frozenset(
    """
    member victim party supporter target leader owner partner subsidiary charity part signatory
    customer client player pioneer rival competitor buyer seller tenant landlord debtor creditor
    shareholder investor employer contractor subcontractor sponsor donor backer candidate state
    democracy country nation city town village island republic monarchy kingdom ally neighbour
    participant applicant bidder winner loser unit branch arm division start-up newcomer parent
    hospital school university church museum club team newspaper paper magazine broadcaster
    """.split()
)
"""What a body, a place or a medium can be, besides its kind."""
_GUESSES = frozenset("may might could".split())


def names_another(verb: Token) -> bool:
    """Whether the clause says by name what "it" is: "It was Block B", which Block A is not."""
    return verb.lemma_ == "be" and any(
        a.pos_ == "PROPN" and a.i > verb.i and not children(a, "det")
        for a in children(verb, "attr")
    )


def names_a_deed(verb: Token) -> bool:
    """Whether "this was …" says what happened: "This was an attack", "It was arson"."""
    return any(a.lemma_.lower() in EVENT_KINDS for a in children(verb, "attr", "acomp"))


def guesses_what(verb: Token) -> bool:
    """Whether the clause guesses what it was, whatever "it" is: "It may have been a gas leak"."""
    return any(a.lower_ in _GUESSES for a in children(verb, "aux")) and bool(_kinds(verb))


def is_no_body(verb: Token) -> bool:
    """Whether the clause tells of a kind that no body is: "It is a matter of taste"."""
    known = ORG_ROLES | COMPANY_WORDS | COMPANY_SUFFIXES | GENERIC_ORG | _OF_BODIES
    kinds = _kinds(verb)
    return bool(kinds) and not any(
        k.lemma_.lower() in known or is_human_noun(k.lemma_.lower()) for k in kinds
    )


def _kinds(verb: Token) -> list[Token]:
    """Return the common nouns with "a" behind "be"."""
    if verb.lemma_ != "be":
        return []
    return [
        a
        for a in children(verb, "attr")
        if a.pos_ == "NOUN" and any(d.lower_ in ("a", "an") for d in children(a, "det"))
    ]
