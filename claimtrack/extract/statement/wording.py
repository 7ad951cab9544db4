"""Words of a statement that its writer puts otherwise than the text, and its last touches."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from claimtrack.extract.clauses.propositions import Proposition
from claimtrack.extract.grammar import children
from claimtrack.text.names import COMPANY_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token

CONTRACTED = {"'m": "is", "'ve": "has", "'re": "are", "'ll": "will", "'d": "would"}
_DITRANSITIVE = frozenset("tell give ask offer pay award grant promise owe teach send".split())
"""Verbs whose passive keeps an object: "he's told that", "he's paid a fee"."""
_SHOPS = frozenset(
    "shop store business bakery restaurant bar cafe pub hotel brand jeweller boutique garage "
    "brewery farm club gallery workshop chain".split()
)


def is_business(name: Token) -> bool:
    """Whether a surname stands for a firm here: "at Lind, a family business", "jeweller's Lind"."""
    beside = any(c.lemma_.lower() in COMPANY_WORDS | _SHOPS for c in children(name, "appos"))
    owner = name.nbor(-2) if name.i > 1 and name.nbor(-1).text in ("'s", "’s") else None
    return beside or (owner is not None and owner.pos_ == "NOUN" and owner.text.islower())


def second_that(token: Token) -> bool:
    """Whether it is the second of "says that P and that Q", which the parser takes for "that Q"."""
    joined = token.i > 1 and token.nbor(-1).lower_ in ("and", "but", "or")
    return joined and any(w.lower_ == "that" and w.dep_ == "mark" for w in token.doc[: token.i])


def written_out(
    found: Proposition, swap: Mapping[int, Sequence[int | str]]
) -> dict[int, list[int | str]]:
    """Write out what is contracted with a relative pronoun that a noun takes the place of."""
    return {
        token.i: [CONTRACTED[token.lower_]]
        for index in swap
        for token in found.doc[index + 1 : index + 2]
        if found.doc[index].tag_ in ("WP", "WDT") and token.lower_ in CONTRACTED
    }


def has_done(verb: Token, helper: Token) -> bool:
    """Whether "'s" before the verb is "has": one is not "shown an ally", one has shown it."""
    if verb.tag_ != "VBN":
        return False
    given = verb.lemma_.lower() in _DITRANSITIVE
    return helper.dep_ == "aux" or (not given and bool(children(verb, "dobj", "ccomp")))


def addressed(our: Token) -> set[int]:
    """Return the "you" and its commas in "you, our readers": who is spoken of is the readers."""
    you = our.head.head
    if our.head.dep_ != "appos" or you.lower_ != "you" or you.i > our.i:
        return set()
    doc, last = our.doc, our.head.i
    after = {last + 1} if last + 1 < len(doc) and doc[last + 1].text == "," else set()
    return {i for i in range(you.i, our.i) if doc[i].is_punct or i == you.i} | after


def ahead_of_its_verb(token: Token) -> set[int]:
    """Return what stands before the verb besides its subject, where the token is the subject.

    In "In the first quarter it had shrunk" the quarter is not what shrank.
    """
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return set()
    ahead = [c for c in token.head.lefts if c.dep_ in ("prep", "npadvmod", "advmod", "advcl")]
    plain = [c for c in ahead if not children(c, "nsubj", "nsubjpass")]
    found: set[int] = set()
    for child in plain:
        words = list(child.subtree)
        if not any(word.pos_ in ("VERB", "AUX") for word in words):
            found |= {word.i for word in words if word.i < token.i}
    return found


def tidy(text: str) -> str | None:
    """Return ``text`` as one sentence: single spaces, a capital, a full stop. None if empty."""
    text = re.sub(r"\s+", " ", text).strip(" ,;:-–—")
    text = re.sub(r"\s+(?!\.\d)([,.;:!?%)\]])", r"\1", text)
    text = re.sub(r"\s+('s|n't|'ll|'re|'ve|'m|'d)\b", r"\1", text)
    text = re.sub(r"(?<=\ws) '(?= \w)", "'", text)
    text = re.sub(r"([(\[$£€])\s+", r"\1", text)
    text = re.sub(r"(,\s*)+,", ",", text)
    text = re.sub(r"[,;:–—-]+(?=[.!?]*$)", "", text).strip()
    text = re.sub(r"\bthe (?=[Tt]he )", "", text)
    text = re.sub(r"'s's\b", "'s", text)
    if text.count(")") > text.count("(") and (stray := re.search(r"\)[.!]*$", text)):
        text = text[: stray.start()]  # a whole sentence in brackets
    text = (
        text.rstrip(".!…")
        if not re.search(
            r"\b(?:[A-Za-z]\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|"
            r"[ap]\.m)\.$",
            text,
        )
        else text.rstrip("!…")
    )
    if not re.search(r"\w", text):
        return None
    return text[0].upper() + text[1:] + ("" if text.endswith(".") else ".")
