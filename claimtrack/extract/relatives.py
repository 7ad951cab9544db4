"""Non-restrictive relative clauses: where they are, and of what they tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.extract.grammar import children, subtree

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Relative:
    """A relative clause that tells something more of ``noun``, which ``pronoun`` takes up."""

    clause: Token
    pronoun: Token
    noun: Token
    part: set[int]


def relatives(doc: Doc, tokens: set[int]) -> tuple[list[Relative], set[int]]:
    """Return the non-restrictive relative clauses among ``tokens``, and the tokens left."""
    found: list[Relative] = []
    for index in sorted(tokens):
        clause = doc[index]
        if clause.dep_ != "relcl" or index not in tokens:
            continue
        pronoun = next(
            (w for w in clause.subtree if w.tag_ in ("WDT", "WP", "WP$") and w.lower_ != "what"),
            None,
        )
        part = subtree(clause) & tokens
        if not part or pronoun is None:
            continue
        low = min(part)
        if low == 0 or doc[low - 1].text != "," or pronoun.lower_ == "that":
            continue
        if pronoun.dep_ not in ("nsubj", "nsubjpass", "dobj", "poss") and pronoun.i != low:
            continue
        noun = _thing_of(clause.head) if pronoun.lower_ == "which" else clause.head
        of = _told_of(noun, clause, pronoun)
        if of is None:
            continue
        while max(part) + 1 in tokens and not (
            doc[max(part) + 1].is_punct or doc[max(part) + 1].dep_ == "cc"
        ):
            part.add(max(part) + 1)
        tokens = tokens - part - {low - 1}
        after = max(part) + 1
        if (
            after < len(doc)
            and doc[after].text == ","
            and after in tokens
            and not _beside(doc, after)
        ):
            tokens = tokens - {after}
        found.append(Relative(clause, pronoun, of, part))
    return found, tokens


def _thing_of(noun: Token) -> Token:
    """Return what "which" can stand for: "a meeting with Berg, which …" is of the meeting."""
    host = noun.head.head
    if noun.ent_type_ == "PERSON" and noun.dep_ == "pobj" and host.pos_ == "NOUN":
        return host
    return noun


def _told_of(noun: Token, clause: Token, pronoun: Token) -> Token | None:
    """Return the one of "Berg and Aske, who has …" that the clause tells of, None in doubt.

    The parser gives the clause to the first of a list; what tells of one is of the last.
    """
    if pronoun.lower_ == "which" and not _fits_which(noun, clause, pronoun):
        return None
    listed = [c for c in noun.conjuncts if noun.i < c.i < pronoun.i]
    if not listed:
        return noun
    helpers = [w for w in (clause, *clause.children) if w.tag_ in ("VBZ", "VBP", "VBD")]
    forms = {w.lower_ for w in helpers if w == clause or w.dep_ in ("aux", "auxpass")}
    one = any(w.tag_ == "VBZ" for w in helpers) or "was" in forms
    return listed[-1] if one and pronoun.dep_ in ("nsubj", "nsubjpass") else None


def _fits_which(noun: Token, clause: Token, pronoun: Token) -> bool:
    """Whether "which" can be of the noun: "It leans by 4 degrees, which has no effect" is not."""
    if noun.ent_type_ in ("DATE", "TIME"):
        return False
    helpers = [clause, *children(clause, "aux", "auxpass")]
    one = any(w.tag_ == "VBZ" or w.lower_ == "was" for w in helpers)
    subject = pronoun.dep_ in ("nsubj", "nsubjpass")
    return not (subject and one and noun.tag_ == "NNS")


def _beside(doc: Doc, comma: int) -> bool:
    """Whether an apposition follows the comma, which it needs."""
    following = doc[comma + 1] if comma + 1 < len(doc) else doc[comma]
    return following.pos_ in ("DET", "NOUN", "PROPN")
