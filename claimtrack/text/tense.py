"""Whether a place in a sentence is told of the future."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FUTURE_AUX = frozenset({"will", "shall", "'ll", "’ll"})
# With a bare verb these speak of a day to come: "may open on Thursday", "must leave by Friday".
_PERMITS = frozenset({"may", "must"})
_AHEAD = frozenset("plan expect schedule due set intend prepare agree promise vow pledge hope "
                   "hopes hoping "  # the lemmatiser makes them "hop"
                   "propose want aim slate poise likely".split())  # fmt: skip


def is_future(doc: Doc, offset: int) -> bool:
    """Whether the verb that governs the word at ``offset`` points ahead of the text's own day."""
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    if span is None or not len(span):
        return False
    verb = governing_verb(span[0])
    if verb is None:
        return False
    return verb_is_future(verb) or _is_on(verb, span[0])


def _is_on(verb: Token, day: Token) -> bool:
    """Whether a day is all that a present "is" tells: "The vote is on 20 March"."""
    told = any(c.dep_ in ("attr", "acomp", "neg") for c in verb.children)
    if verb.lemma_ != "be" or verb.tag_ not in ("VBZ", "VBP") or verb.dep_ == "auxpass" or told:
        return False
    first = next((p for p in verb.children if p.dep_ == "prep" and p.i > verb.i), None)
    return first is not None and first.lower_ == "on" and first in (day, *day.ancestors)


def governing_verb(token: Token) -> Token | None:
    """The nearest verb at or above ``token`` in the parse, or None."""
    current = token
    while current.pos_ not in ("VERB", "AUX"):
        if current.head == current:
            return None
        current = current.head
    return current


def verb_is_future(verb: Token) -> bool:
    """Whether ``verb`` has a future auxiliary, follows a plan, or is a scheduled present."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    lowered = {child.lower_ for child in auxiliaries}
    if lowered & _FUTURE_AUX:
        return True
    if "would" in lowered and "have" not in lowered:
        return True  # "said that it would open on Thursday"
    if lowered & _PERMITS and "have" not in lowered:
        return True
    if lowered & {"has", "have", "had", "did", "was", "were", "been", "would", "could"}:
        return verb.lemma_.lower() in _AHEAD and bool(lowered & {"has", "have"})
    if verb.tag_ == "VB" and "to" in lowered:
        above = verb.head
        if above.lemma_.lower() == "be" and above.tag_ in ("VBZ", "VBP"):
            return True  # "is to start"
        words = {above.lemma_.lower(), above.lower_, *(c.lemma_.lower() for c in above.children)}
        told = above.tag_ == "VBD" and above.dep_ == "ccomp"  # "said he expected it to open"
        forms = ("VBZ", "VBP", "VBN", "VBG", "NN", "JJ")
        return (told or above.tag_ in forms) and bool(words & _AHEAD)
    present = {c.tag_ for c in auxiliaries} & {"VBZ", "VBP"}
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() not in ("be", "say", "have"):
        return True
    return bool(present) and (verb.tag_ == "VBG" or verb.lemma_.lower() in _AHEAD)
