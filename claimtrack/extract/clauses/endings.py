"""Attributions at a sentence's end that the parser takes for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.extract.clauses.propositions import Voice
from claimtrack.extract.grammar import FINITE_TAGS, children, is_verb, subject_of
from claimtrack.text.reporting import SPEECH_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOT_AT_AN_END = frozenset("ask continue recall repeat report".split())
_TAKEN_FOR_NOUNS = frozenset("reveals stresses stress insists explains admits adds warns".split())
"""Verbs that the parser takes for nouns behind "an insider"."""
_LONGEST = 8
"""Words of a name with its roles: "the regional fire service's deputy commander Ada Berg"."""


def lost_ending(root: Token, tokens: set[int]) -> tuple[Voice, set[int]]:
    """Read "P, a store for fish, fire chief Ada Berg told reporters".

    Behind an apposition the parser takes who said it for one more, and the verb for a predicate
    of P without a subject. Returns the voice and P's own tokens; what came in elsewhere.
    """
    doc = root.doc
    for verb in (doc[i] for i in sorted(tokens, reverse=True)):
        if not _says_alone(verb, root):
            continue
        comma = max((i for i in tokens if i < verb.i and doc[i].text == ","), default=None)
        if comma is None or comma <= root.i:
            continue
        named = list(doc[comma + 1 : verb.i])
        behind = [doc[i] for i in sorted(tokens) if i > verb.i]
        if not _name_with_roles(named) or any(is_verb(w) or w.text == "," for w in behind):
            continue
        frame = {i for i in tokens if i >= comma and not (i == max(tokens) and doc[i].is_punct)}
        return Voice().said_by(named[-1], verb, frame), tokens - frame
    return Voice(), tokens


def _says_alone(verb: Token, root: Token) -> bool:
    """Whether it is a finite verb of saying that has neither a subject nor anything said."""
    lemma = verb.lemma_.lower()
    if verb == root or verb.dep_ not in ("conj", "appos", "dep"):
        return False
    if verb.tag_ in ("NN", "NNS") and verb.lower_ in _TAKEN_FOR_NOUNS:
        return verb.nbor(-1).pos_ in ("NOUN", "PROPN") and verb.i + 2 >= len(verb.doc)
    if verb.tag_ not in FINITE_TAGS or lemma not in SPEECH_VERBS - _NOT_AT_AN_END:
        return False
    if subject_of(verb) is not None or children(verb, "ccomp", "xcomp", "cc"):
        return False
    return bool(children(verb, "dobj", "dative")) == (lemma == "tell")


def _name_with_roles(words: list[Token]) -> bool:
    """Whether the words can be nothing but a noun phrase that ends in who speaks."""
    if not 0 < len(words) <= _LONGEST or words[-1].pos_ not in ("NOUN", "PROPN"):
        return False
    if words[-1].ent_type_ in ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"):
        return False
    return all(w.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PART") for w in words)
