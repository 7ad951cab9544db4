"""All, most, some, none of the same things: do the shares meet?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.vocabulary import groups_of
from claimtrack.judge.readings.parties import joined_apart, one_of, same_party
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import governor, noun_stem, overlap
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.polarity import cues
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

_TINY = 0.001
# Shares in [0, 1]; "some" and numbers exclude nothing but none, "most" is over half.
_SHARES = {
    "all": (1.0, 1.0), "every": (1.0, 1.0), "each": (1.0, 1.0), "both": (1.0, 1.0),
    "everyone": (1.0, 1.0), "everybody": (1.0, 1.0), "everything": (1.0, 1.0),
    "entire": (1.0, 1.0), "whole": (1.0, 1.0),
    "most": (0.5 + _TINY, 1.0), "majority": (0.5 + _TINY, 1.0),
    "minority": (_TINY, 0.5 - _TINY), "some": (_TINY, 1.0), "several": (_TINY, 1.0),
    "many": (_TINY, 1.0), "few": (0.0, 0.4), "half": (0.4, 0.6), "number": (_TINY, 1.0),
    "dozens": (_TINY, 1.0), "hundreds": (_TINY, 1.0), "handful": (_TINY, 0.4),
    "no": (0.0, 0.0), "none": (0.0, 0.0), "neither": (0.0, 0.0), "nobody": (0.0, 0.0),
}  # fmt: skip
_EVERY = ("all", "every", "each", "both", "everyone", "everybody", "everything")
_REVERSING = frozenset("refuse fail reject decline oppose miss lack skip boycott".split())


@dataclass(frozen=True, slots=True)
class _Share:
    """A share of a group, the group's noun, and what it is said of."""

    low: float
    high: float
    noun: str
    verb: str
    text: str
    reversed: bool
    objects: tuple[Token, ...]
    deed: Token
    group: Token | None


def quantifier(a: Reading, b: Reading) -> Signal | None:
    """Disjoint shares of one group under one predicate speak for a conflict."""
    shared = overlap(a, b)
    if shared < 0.3 or max(len(cues(a.doc)), len(cues(b.doc))) > 1:
        return None
    for m in _shares(a):
        for n in _shares(b):
            if m.noun != n.noun and not (not m.noun or not n.noun):
                continue
            if m.verb != n.verb and (shared < 0.6 or not m.noun or not n.noun):
                continue
            if m.verb != n.verb and not _one_deed(m.deed, n.deed):
                continue  # "held seven soldiers", "no soldier was hurt"
            if m.verb == n.verb and one_of(m.objects, n.objects) < 0:
                continue
            if joined_apart(m.deed, n.deed) or _of_two_groups(m, n):
                continue
            low, high = (m.low, m.high)
            other = (n.low, n.high)
            if m.reversed != n.reversed:
                other = (1 - n.high, 1 - n.low)
            if high < other[0] or other[1] < low:
                said = f"One says “{m.text}”, the other “{n.text}”."
                value = min(1.0, 0.5 + shared * (0.5 if m.verb == n.verb else 0.3))
                return Signal("quantifier", ConflictType.QUANTITY, round(value, 4), said)
    return None


@once
def _shares(reading: Reading) -> list[_Share]:
    found = []
    for token in reading.core:
        share = _SHARES.get(token.lower_)
        if share is None and token.pos_ == "NUM" and token.dep_ == "nummod":
            share = (_TINY, 1.0)
        if token.pos_ == "NUM" and _some_of_more(token):
            share = (_TINY, 1.0 - _TINY)
        if share is not None and (_phrase(token) or token.ent_type_ in ("DATE", "TIME")):
            continue
        if share is None or (token.lower_ == "no" and token.dep_ not in ("det", "neg")):
            continue
        noun = _noun(token)
        top = noun if noun is not None else token
        verb = governor(top)
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        negatives = reading.negations.get(verb.i, 0)
        if token.lower_ in ("no", "none", "neither", "nobody"):
            negatives -= 1
        backwards = verb.lemma_.lower() in _REVERSING
        low, high = share
        if negatives % 2 == 1:
            if _not_every(reading, token):
                low, high = 0.0, 1.0 - _TINY
            else:
                backwards = not backwards
        objects = tuple(c for c in verb.children if c.dep_ == "dobj" and c.i != top.i)
        key = _verb_key(verb)
        found.append(
            _Share(low, high, _key(noun), key, _text(token, noun), backwards, objects, verb, noun)
        )
    return found


def _of_two_groups(m: _Share, n: _Share) -> bool:
    """Whether the groups are told apart: "both pumps at the mill", "one of the dock's pumps"."""
    if m.group is None or n.group is None:
        return False
    return same_party(m.group, n.group) < 0


def _one_deed(m: Token, n: Token) -> bool:
    """Whether two verbs tell one deed, or how things stood."""
    if "be" in (m.lemma_, n.lemma_):
        return True
    return bool(groups_of(m.lemma_.lower()) & groups_of(n.lemma_.lower()))


def _phrase(token: Token) -> bool:
    """Whether it counts nothing: "not at all", "in all", "all the same"."""
    if token.lower_ != "all":
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    after = token.doc[token.i + 1 : token.i + 3].text.lower()
    return before in ("at", "in", "after", "above") or after == "the same"


def _some_of_more(token: Token) -> bool:
    """ "Only four", "four of the nine": not all of them."""
    before = token.nbor(-1).lower_ if token.i else ""
    of = next((child for child in token.children if child.lower_ == "of"), None)
    numbers = [part for part in of.subtree if part.pos_ == "NUM"] if of is not None else []
    return before in ("only", "just") or bool(numbers and numbers[0].lower_ != token.lower_)


def _not_every(reading: Reading, token: Token) -> bool:
    return token.lower_ in _EVERY and token.i > 0 and token.nbor(-1).lower_ in ("not", "n't")


def _noun(token: Token) -> Token | None:
    if token.dep_ in ("det", "predet", "amod", "nummod") and token.head.pos_ in ("NOUN", "PROPN"):
        return token.head
    for child in token.children:
        if child.lower_ == "of":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    return None


def _key(noun: Token | None) -> str:
    return noun_stem(noun.lemma_.lower()) if noun is not None else ""


def _verb_key(verb: Token) -> str:
    if verb.lemma_.lower() in _REVERSING:
        inner = [child for child in verb.children if child.dep_ == "xcomp"]
        if inner:
            return stem(inner[0].lemma_.lower())
    objects = [child for child in verb.children if child.dep_ in ("dobj", "acomp", "attr")]
    if verb.lemma_.lower() in ("be", "have", "need", "undergo", "get", "receive") and objects:
        return stem(objects[0].lemma_.lower())
    return stem(verb.lemma_.lower())


def _text(token: Token, noun: Token | None) -> str:
    return f"{token.text} {noun.text}" if noun is not None else token.text
