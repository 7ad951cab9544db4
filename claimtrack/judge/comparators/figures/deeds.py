"""What is done with the things or the money that a clause counts: by which verb, and by whom.

Which verbs tell one deed, ``claimtrack.judge.lexicon.vocabulary`` says, and which nouns are of
one giver.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.vocabulary import counted_as, giver_of
from claimtrack.judge.readings.topic import canonical, governor, may_name, noun_stem
from claimtrack.text.countries import akin, country, kin
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs that say little by themselves of what they count; and those that do so only of a figure
# that is reached ("inflation hit 5 percent"), not of things that act ("nine bullets hit him").
_LIGHT = frozenset(
    "be have do make take get give put set say tell report announce stand reach rise fall climb go "
    "come total number amount count remain include involve see leave find confirm record "
    "register estimate grow increase drop exceed top pass".split()
)
_REACHING = frozenset({"hit"})
_COUNTS = frozenset("number total count group crowd couple pair sum amount series batch".split())

_GIVING = frozenset(
    "give donate contribute pay pledge put provide add grant offer spend invest lend award".split()
)

_PAYING = _GIVING | frozenset(
    "hand wire transfer send remit compensate reimburse refund owe fine fin".split()
)
_RECEIVING = frozenset("receive get earn collect accept take pocket".split())

_PUBLIC = frozenset({"state", "city", "county", "parish"})

_SUBJECTS = ("nsubj", "nsubjpass")
_ARGUMENTS = (*_SUBJECTS, "dobj", "dative", "attr", "oprd")
_NOUNS = ("NOUN", "PROPN")


@dataclass(frozen=True, slots=True)
class Giver:
    """Who gives or gets a sum: the lemma of a common noun, or the words of a name."""

    noun: str
    name: frozenset[str]
    each: bool = False
    """Whether it is each of several."""


@dataclass(frozen=True, slots=True)
class Deed:
    """The verb that a quantity belongs to.

    ``verb`` is its stem, empty where it says nothing by itself. ``parties`` are the stems of who
    does it or has it done to them, ``named`` those of all that the clause names, owners left out;
    ``giver`` is who gives, where it is a verb of giving, and ``receiver`` to whom.
    """

    verb: str = ""
    parties: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    giver: Giver | None = None
    receiver: Giver | None = None


def deed_of(counted: Token) -> Deed:
    """Return what is done with what is counted at ``counted``."""
    verb = governor(counted)
    if verb.pos_ != "VERB":
        return Deed()
    lemma = verb.lemma_.lower()
    light = (lemma in _REACHING and _is_object(counted, verb)) or _within_noun(counted, verb)
    named = (t for t in verb.subtree if t.pos_ in _NOUNS and t.dep_ not in ("poss", "compound"))
    return Deed(
        verb="" if light else plain_verb(lemma),
        parties=frozenset(_stem(party) for party in _parties(verb, counted)),
        named=frozenset(_stem(noun) for noun in named),
        giver=_giver(verb) if lemma in _GIVING else None,
        receiver=_receiver(verb, counted),
    )


def plain_verb(lemma: str) -> str:
    """Return the stem that stands for a verb and its synonyms; empty where it says little."""
    return "" if lemma in _LIGHT else stem(counted_as(lemma) or canonical(lemma))


def two_deeds(a: Deed, b: Deed) -> bool:
    """Whether two verbs that mean different things are told of different parties.

    "He was hit by seven bullets", "the gun was loaded with four": one noun, two counts.
    """
    if not a.verb or not b.verb or a.verb == b.verb or not a.parties or not b.parties:
        return False
    return _none_in(a.parties, b.named) and _none_in(b.parties, a.named)


def _none_in(parties: frozenset[str], named: frozenset[str]) -> bool:
    return not any(may_name(m, n) or kin(m, n) for m in parties for n in named)


def two_givers(a: Deed, b: Deed) -> bool:
    """Whether two sums are given by two: "the city gave 3 million", "the parish gave one"."""
    return a.giver is not None and b.giver is not None and _unlike(a.giver, b.giver)


def two_receivers(a: Deed, b: Deed) -> bool:
    """Whether two sums are given to two: "paid the widow 3,000", "paid each family 50,000"."""
    m, n = a.receiver, b.receiver
    if m is None or n is None:
        return False
    if m.each != n.each:
        return True
    if m.name and n.name:
        return not m.name & n.name and not akin(m.name, n.name)
    return bool(m.noun and n.noun) and not (m.noun == n.noun or may_name(m.noun, n.noun))


def _unlike(a: Giver, b: Giver) -> bool:
    if a.name and b.name:
        return not a.name & b.name and not akin(a.name, b.name)
    if not a.name and not b.name:
        return bool(a.noun and b.noun) and a.noun != b.noun
    # A name may be that of "the company", but not that of a body that goes by its place's name.
    noun, name = (a.noun, b.name) if b.name else (b.noun, a.name)
    return noun in _PUBLIC and not any(giver_of(word) or country(word) for word in name)


def _is_object(counted: Token, verb: Token) -> bool:
    return any(
        child.dep_ in ("dobj", "attr", "npadvmod")
        and child.left_edge.i <= counted.i <= child.right_edge.i
        for child in verb.children
    )


def _within_noun(counted: Token, verb: Token) -> bool:
    """Whether the verb is that of another noun: "shocked by the theft of eleven coins"."""
    token = counted
    while token.i != verb.i:
        if token.lower_ == "of" and token.head.pos_ == "NOUN":
            return token.head.lemma_.lower() not in _COUNTS
        token = token.head
    return False


def _parties(verb: Token, counted: Token) -> Iterator[Token]:
    """Heads of the verb's subject and objects, but for what is counted."""
    for child in verb.children:
        if child.dep_ == "agent":
            found = [inner for inner in child.children if inner.dep_ == "pobj"]
        else:
            found = [child] if child.dep_ in _ARGUMENTS else []
        for party in found:
            inside = party.left_edge.i <= counted.i <= party.right_edge.i
            if party.pos_ in _NOUNS and not inside and party.ent_type_ != "DATE":
                yield party
    if not any(child.dep_ in _SUBJECTS for child in verb.children):
        above = _above(verb)
        yield from (c for c in above.children if c.dep_ in _SUBJECTS and c.pos_ in _NOUNS)


def _stem(token: Token) -> str:
    return noun_stem(token.lemma_.lower())


def _above(verb: Token) -> Token:
    """The verb whose subject is also that of ``verb``; ``verb`` itself where there is none."""
    return verb.head if verb.dep_ in ("xcomp", "conj") and verb.head.pos_ == "VERB" else verb


def _giver(verb: Token) -> Giver | None:
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    if passive:
        heads = [i for c in verb.children if c.dep_ == "agent" for i in c.children]
    else:
        heads = [c for v in (verb, _above(verb)) for c in v.children if c.dep_ == "nsubj"]
    for head in heads:
        found = _party(head)
        if found is not None:
            return replace(found, noun=giver_of(found.noun)) if found.noun else found
    return None


def _party(head: Token) -> Giver | None:
    each = any(child.lower_ in ("each", "every") for child in head.children)
    if head.pos_ == "PROPN":
        run = [head, *(c for c in head.children if c.dep_ == "compound")]
        return Giver("", frozenset(token.lower_ for token in run), each)
    if head.pos_ == "NOUN":
        return Giver(head.lemma_.lower(), frozenset(), each)
    return None


def _receiver(verb: Token, counted: Token) -> Giver | None:
    """Who gets a sum that is counted at ``counted``."""
    lemma = verb.lemma_.lower()
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    if lemma in _RECEIVING and not passive:
        heads = [child for child in verb.children if child.dep_ == "nsubj"]
    elif lemma in _PAYING:
        parts = ("dative", "dobj", "nsubjpass") if passive else ("dative", "dobj")
        heads = [child for child in verb.children if child.dep_ in parts]
        to = [child for child in verb.children if child.lower_ == "to" and child.dep_ != "aux"]
        heads += [inner for prep in to for inner in prep.children if inner.dep_ == "pobj"]
    else:
        return None
    for head in heads:
        if not head.left_edge.i <= counted.i <= head.right_edge.i:
            found = _party(head)
            if found is not None:
                return found
    return None
