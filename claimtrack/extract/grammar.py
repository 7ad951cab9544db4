"""Small questions about spaCy's dependency trees, asked in one place.

Dependencies follow ClearNLP labels, as English spaCy models give them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
CLAUSES = (
    "ccomp",
    "xcomp",
    "advcl",
    "relcl",
    "acl",
    "conj",
    "parataxis",
    "csubj",
    "csubjpass",
    "pcomp",
)
FINITE_TAGS = ("VBD", "VBZ", "VBP", "MD")
NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "WP", "WDT")


def is_verb(token: Token) -> bool:
    """Whether the token heads a predicate."""
    return token.pos_ in ("VERB", "AUX")


def children(token: Token, *labels: str) -> list[Token]:
    """Return the children with one of the dependency ``labels``, in text order."""
    return [child for child in token.children if child.dep_ in labels]


def subject_of(verb: Token) -> Token | None:
    """Return the head of the verb's own subject, or None. An expletive counts."""
    subjects = children(verb, "nsubj", "nsubjpass", "csubj", "csubjpass")
    if subjects:
        beside = len(subjects) > 1 and (subjects[0].dep_ == "csubj" or _apposed(*subjects[:2]))
        return subjects[-1] if beside else subjects[0]
    expletives = children(verb, "expl")
    if expletives:
        return expletives[0]
    # "The bridge was closed": the parser may hang the subject on the auxiliary.
    return next((s for a in children(verb, "auxpass", "aux") for s in children(a, "nsubj")), None)


def _apposed(first: Token, second: Token) -> bool:
    """Whether the first of two subjects only tells what the second is: "A good cook, Berg …"."""
    comma = max(w.i for w in first.subtree if not w.is_punct) + 1
    named = second.pos_ == "PROPN" and first.pos_ == "NOUN" and comma < second.i
    return named and first.doc[comma].text == "," and min(subtree(second)) == comma + 1


def has_aux(verb: Token, *lemmas: str) -> bool:
    """Whether the verb has an auxiliary with one of ``lemmas`` (any, where none is given)."""
    return any(
        not lemmas or child.lemma_.lower() in lemmas for child in children(verb, "aux", "auxpass")
    )


def is_finite(verb: Token) -> bool:
    """Whether the predicate shows tense: its own form, or an auxiliary's."""
    if verb.tag_ in FINITE_TAGS:
        return True
    return any(child.tag_ in FINITE_TAGS for child in children(verb, "aux", "auxpass"))


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive."""
    return bool(children(verb, "auxpass", "nsubjpass"))


def negation_of(verb: Token) -> Token | None:
    """Return the verb's own "not" or "n't" or "never", or None."""
    marks = children(verb, "neg")
    return marks[0] if marks else None


def subtree(token: Token) -> set[int]:
    """Return the indices of the token and all that depends on it."""
    return {part.i for part in token.subtree}


def trees(tokens: Iterable[Token]) -> set[int]:
    """Return the union of the subtrees."""
    found: set[int] = set()
    for token in tokens:
        found |= subtree(token)
    return found


def core_np(token: Token) -> set[int]:
    """Return the indices of a noun phrase without relative clauses, appositions and asides."""
    found = {token.i}
    for child in token.children:
        if child.dep_ in ("case", "preconj"):
            continue
        if child.dep_ == "npadvmod" and token.lower_ == "old":
            found |= subtree(child)  # "the 36-year-old"
            continue
        if child.dep_ in (
            "relcl",
            "appos",
            "acl",
            "punct",
            "cc",
            "conj",
            "advcl",
            "parataxis",
            "ccomp",
            "advmod",
            "npadvmod",
        ) and not (child.dep_ == "punct" and child.text in "-'\"[]"):
            continue
        if child.dep_ == "prep" and child.lower_ not in (
            "of",
            "for",
            "at",
            "in",
            "from",
            "to",
            "on",
            "beneath",
            "under",
            "with",
            "near",
            "outside",
            "off",
            "inside",
            "between",
        ):
            continue
        found |= subtree(child) if child.dep_ != "prep" else _prep_tree(child)
    return found


def _prep_tree(prep: Token) -> set[int]:
    found = {prep.i}
    if children(prep, "pcomp"):
        return subtree(prep)  # "the risk of developing it"
    for child in prep.children:
        found |= core_np(child) if child.dep_ == "pobj" else set()
        for other in child.conjuncts if child.dep_ == "pobj" else ():
            if other.i > child.i:
                found |= core_np(other) | set(range(child.i + 1, other.i))
    return found


def name_tokens(token: Token) -> list[Token]:
    """Return the run of proper nouns that ``token`` ends, within its own phrase."""
    run = [token]
    position = token.i - 1
    while position >= 0:
        before = token.doc[position]
        joined = before.pos_ == "PROPN" or (
            before.lower_ in ("de", "von", "van", "al", "bin", "der", "la", "el", "&", "-", "del")
            and position > 0
            and token.doc[position - 1].pos_ == "PROPN"
        )
        if not joined or before.dep_ in ("pobj", "nsubj", "dobj"):
            break
        run.insert(0, before)
        position -= 1
    return run


def is_numbered(name: Token) -> bool:
    """Whether a figure is part of the name, as no one's: "Apollo 13"."""
    return name.pos_ == "PROPN" and any(
        c.i == name.i + 1 and c.text.isdigit() and len(c.text) < 4 for c in children(name, "nummod")
    )


def text_of(token: Token, indices: Iterable[int]) -> str:
    """Return the words at ``indices`` joined as in the text, white space collapsed."""
    ordered = sorted(indices)
    parts: list[str] = []
    for here, index in enumerate(ordered):
        part = token.doc[index]
        parts.append(part.text)
        gap = here + 1 < len(ordered) and ordered[here + 1] != index + 1
        parts.append(" " if gap else part.whitespace_)
    return " ".join("".join(parts).split()).strip(" ,;:-–—")


def clause_verb(token: Token) -> Token:
    """Return the nearest predicate that ``token`` depends on (or is)."""
    while not is_verb(token) and token.head != token:
        token = token.head
    return token
