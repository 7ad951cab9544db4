"""Negation cues and what lies in their scope.

Cues and scopes follow Morante & Blanco, "*SEM 2012 Shared Task: Resolving the Scope and Focus of
Negation", narrowed to what comparators need: which words stand under an odd number of cues.
Verbs that negate their complement are the implicative verbs of Karttunen (1971).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.text.numbers import NUMERAL
from claimtrack.text.reporting import SAID_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HARDLY = frozenset({"hardly", "barely", "scarcely"})
_NOT = frozenset({"not", "n't", "n’t", "never"}) | _HARDLY
_NOBODY = frozenset({"nobody", "none", "nothing", "neither", "nowhere", "noone"})
NEGATIVE_VERBS = frozenset(
    "deny fail refuse decline neglect avoid lack prevent refute disprove rule escape "
    "abstain refrain omit forbid stop cease avert foil thwart".split()
)
"""Verbs that deny what they take: "denied shelling", "failed to pay"."""
_NEGATIVE_NOUNS = frozenset("absence lack failure refusal denial".split())
_FALSE = frozenset(
    "false untrue incorrect wrong fake baseless unfounded groundless fabricated".split()
)
_CLAUSE = ("conj", "advcl", "parataxis", "relcl", "cc", "punct")


def negated(doc: Doc) -> dict[int, int]:
    """Return, by token index, how many negation cues each token stands under; 0 is left out."""
    counts: dict[int, int] = {}

    def under(tokens: set[int]) -> None:
        for index in tokens:
            counts[index] = counts.get(index, 0) + 1

    for token in doc:
        scope = _scope(token)
        if scope:
            under(scope)
    return counts


def cues(doc: Doc) -> list[Token]:
    """Return the tokens that negate something."""
    return [token for token in doc if _scope(token)]


def _scope(token: Token) -> set[int]:
    lower, lemma = token.lower_, token.lemma_.lower()
    if (aside := set_aside(token)) is not None:
        return {part.i for part in aside.subtree} - {token.i}
    if lower in _NOT:
        if lower == "not" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "only":
            return set()
        if lower in _HARDLY and _figure_follows(token):
            return set()
        if lower == "not" and (noun := _not_one(token)) is not None:
            return _nominal(noun) - {token.i}
        return _clause(token.head) - {token.i}
    if lower == "no" and token.dep_ in ("det", "neg") and token.head.i != token.i:
        if token.nbor(1).lower_ in ("longer", "more") and token.i + 2 < len(token.doc):
            return _clause(_verb(token)) - {token.i}
        return _nominal(token.head) - {token.i}
    if lower == "no" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("longer", "one"):
        return _clause(_verb(token)) - {token.i, token.i + 1}
    if lower == "neither" and token.dep_ in ("det", "preconj", "cc") and token.head.i != token.i:
        return _nominal(token.head) - {token.i}
    if lower in _NOBODY and token.pos_ in ("PRON", "NOUN", "DET"):
        return _nominal(token) - {token.i}
    if lower == "yet" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to":
        return _clause(token.nbor(1).head)  # "has yet to see it"
    if lower == "short" and token.head.lemma_.lower() in ("stop", "fall"):
        return {part.i for child in token.children for part in child.subtree}
    if lower == "without":
        return {part.i for child in token.children for part in child.subtree}
    if lemma in ("reject", "dismiss", "dispute") and token.pos_ == "VERB":
        return _rejected(token)
    if lemma in NEGATIVE_VERBS and token.pos_ in ("VERB", "AUX"):
        return _complement(token)
    if lemma in _NEGATIVE_NOUNS and token.pos_ == "NOUN":
        return {p.i for c in token.children if c.dep_ in ("prep", "acl") for p in c.subtree}
    if lower in _FALSE and token.dep_ in ("acomp", "attr", "oprd", "amod", "ROOT"):
        return _falsified(token)
    return set()


def set_aside(token: Token) -> Token | None:
    """The top of what a cue puts something else in the place of: "timber, not coal"."""
    lower, after = token.lower_, token.i + 1
    if lower == "not":
        before = token.nbor(-1).lower_ if token.i else ""
        if before not in (",", "and", "but") or token.head.i > token.i or token.head.pos_ == "AUX":
            return None
    elif lower == "instead" and after < len(token.doc) and token.nbor(1).lower_ == "of":
        after += 1
    elif lower != "than" or not token.i or token.nbor(-1).lower_ != "rather":
        return None
    tops = [word for word in token.doc[after:] if word.left_edge.i == after]
    tops = [word for word in tops if not word.is_ancestor(token)]
    top = max(tops, key=lambda word: word.right_edge.i, default=None)
    nominal = top is not None and top.pos_ in ("NOUN", "PROPN", "NUM", "ADP", "PRON")
    return top if nominal or lower != "not" else None


def _not_one(token: Token) -> Token | None:
    """The noun of which "not one", "not a single", "not a" says that there is none."""
    one = token.head.lower_ == "one" and token.head.dep_ in ("nummod", "det", "amod")
    word = token.head if one else token
    noun = word.head
    counted = word is not token or any(child.lower_ == "single" for child in noun.children)
    if token.nbor(1).lower_ in ("a", "an") and noun.dep_ in ("nsubj", "nsubjpass"):
        counted = True  # "not a drop of oil leaked"
    return noun if counted and noun.pos_ in ("NOUN", "PROPN") else None


def _figure_follows(token: Token) -> bool:
    """Whether it bounds a figure and denies nothing: "barely a fifth", "hardly 40 people"."""
    after = token.doc[token.i + 1 : token.i + 3].text
    return bool(re.match(rf"{NUMERAL}|an? (?:half|third|quarter|fifth|tenth)\b|half\b", after))


def _verb(token: Token) -> Token:
    current = token
    while current.pos_ not in ("VERB", "AUX") and current.head.i != current.i:
        current = current.head
    return current


def _clause(head: Token) -> set[int]:
    """The words of the clause of ``head``, without clauses that hang on it."""
    found = {head.i}
    for child in head.children:
        if child.dep_ in _CLAUSE:
            continue
        if head.pos_ in ("VERB", "AUX") and child.dep_ in ("nsubj", "nsubjpass"):
            continue  # what it is said of stands outside
        found |= {part.i for part in child.subtree if part.dep_ not in ("punct",)}
    return found


def _nominal(noun: Token) -> set[int]:
    """\"No survivors were found\": the phrase itself and the clause that it is an argument of."""
    found = {part.i for part in noun.subtree}
    if noun.dep_ == "conj" and not any(noun.doc[i].lower_ == "nor" for i in found):
        return found  # "13 cars and not one more": the 13 are not denied
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        return found  # they voted on "a motion of no confidence"
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "pobj", "expl", "conj"):
        verb = _verb(noun)
        found |= _clause(verb)
    return found


def _complement(verb: Token) -> set[int]:
    """What a negative verb denies: its clause or object, not its subject."""
    found: set[int] = set()
    for child in verb.children:
        if verb.lemma_.lower() == "stop" and child.dep_ == "xcomp" and child.tag_ == "VB":
            continue  # whoever stops to talk does talk
        if child.dep_ in ("ccomp", "xcomp", "dobj", "pcomp", "nsubjpass") or (
            child.dep_ == "prep" and child.lower_ in ("from", "of")
        ):
            if child.dep_ == "dobj" and child.lemma_.lower() in _NEGATIVE_NOUNS:
                continue
            found |= {part.i for part in child.subtree}
    if verb.lemma_.lower() in ("fail", "refuse", "decline", "stop", "cease", "neglect"):
        return {i for i in found if verb.doc[i].head.i != verb.i or verb.doc[i].dep_ != "dobj"}
    return found


def _rejected(verb: Token) -> set[int]:
    """ "Rejected the claim that P" denies P; a rejected offer or appeal denies nothing."""
    found: set[int] = set()
    for child in verb.children:
        if child.dep_ == "dobj" and child.lemma_.lower() in SAID_NOUNS:
            for clause in child.children:
                if clause.dep_ in ("acl", "relcl", "ccomp"):
                    found |= {part.i for part in clause.subtree}
    return found


def _falsified(token: Token) -> set[int]:
    head = token.head
    found: set[int] = set()
    for child in head.children:
        if child.dep_ in ("nsubj", "ccomp", "csubj") and child.i != token.i:
            found |= {part.i for part in child.subtree}
    for child in token.children:
        if child.dep_ in ("ccomp", "csubj"):
            found |= {part.i for part in child.subtree}
    return found
