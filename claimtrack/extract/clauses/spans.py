"""Which tokens of a sentence belong to a proposition: its dates, and its stretch of text."""

from __future__ import annotations

from claimtrack.extract.clauses.propositions import Proposition
from claimtrack.text.lexicon import EVENT_NOUNS


def dates_verb(found: Proposition, indices: list[int]) -> bool:
    """Whether a date hangs on the proposition's predicate and not inside a noun phrase."""
    token = found.doc[indices[0]]
    while token.i in indices and token.head.i in indices and token.head != token:
        token = token.head
    while token != found.root and token.head != token:
        host = token.head
        if token.dep_ in ("acl", "relcl", "appos"):
            return False
        noun = host.pos_ in ("NOUN", "PROPN") and host.i not in indices
        if noun and token.dep_ in ("compound", "nmod", "amod", "nummod", "poss"):
            return host.lemma_.lower() in EVENT_NOUNS and host.dep_ in ("nsubj", "nsubjpass")
        token = host
    return True


def with_frame(frame: frozenset[int], span: set[int]) -> set[int]:
    """Return the clause's tokens with those of its attribution that join on without a gap."""
    if not span:
        return set()
    low, high = min(span), max(span)
    while low - 1 in frame or low - 2 in frame:
        low -= 1
    while high + 1 in frame or high + 2 in frame:
        high += 1
    return set(range(low, high + 1))
