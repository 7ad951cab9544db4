"""Opposite words in the predicate of one and the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.antonyms import VERBS, opposites_of
from claimtrack.judge.lexicon.vocabulary import deeds_of, two_ends
from claimtrack.judge.readings.clauses import main
from claimtrack.judge.readings.parties import agreement, joined_apart, one_of, parties
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import governor, noun_stem, overlap
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

_POS = {"NOUN": "n", "VERB": "v", "AUX": "v", "ADJ": "a", "ADV": "r"}
# Deeds that are undone by others of them, and what one is in between.
_TURNS = frozenset(
    "arrest detain jail imprison book hold release free custody prison bail freedom begin start "
    "commence resume end stop halt finish complete enter arrive leave depart suspend cancel stay "
    "remain join quit open reopen close shut".split()
)
# Who drops something does not fall, who loses her nerve may win.
_GOVERNING = frozenset(VERBS.strip().splitlines()[0].replace("|", " ").split()) | {"win", "lose"}
# What figures are counted in names nothing that they are of.
_COUNTED_IN = frozenset(
    stem(word)
    for word in "percent point year quarter month week day hour time first second third".split()
)
_BECOMING = frozenset("fall turn run stand stay remain keep lie grow hold go".split())
# What is asked for, feared or refused is not there.
_WITHOUT = frozenset(
    "refuse deny reject seek ask request demand want oppose fear avoid prevent avert rule withhold "
    "propose suggest offer discuss consider predict expect call".split()
)
# Nouns that only look like the verbs that the table of opposites has.
_NO_DEEDS = frozenset("fire sack land spare block bar strike lock arm post pass lead".split())


def opposites(a: Reading, b: Reading) -> Signal | None:
    """Opposite predicates speak for a conflict; opposite modifiers name two things."""
    predicates: list[tuple[Token, Token]] = []
    modifiers: list[tuple[Token, Token]] = []
    theirs = _words(b)
    for mine, m in _words(a):
        for other, n in theirs:
            if not _opposed(mine, other):
                continue
            if _modifier(m) and _modifier(n):
                if stem(m.head.lemma_) == stem(n.head.lemma_):
                    modifiers.append((m, n))
            elif _predicate(m) and _predicate(n):
                predicates.append((m, n))
    shared = overlap(a, b)
    if modifiers and shared >= 0.25:
        m, n = modifiers[0]
        said = f"“{m.text} {m.head.text}” and “{n.text} {n.head.text}” are two things."
        return Signal("opposite", ConflictType.OPPOSITE, -0.8, said)
    if not predicates or shared < 0.2:
        return None
    aligned = [
        (m, n)
        for m, n in predicates
        if _one_thing(m, n, a, b)
        and not (a.negative(m) and b.negative(n))  # neither raised nor cut: contraries
        and not (_set_apart(m, a, b) or _set_apart(n, b, a))
        and (a.negative(m) != b.negative(n) or _clash(m, n, a, b))
    ]
    if not aligned:
        return None
    m, n = max(aligned, key=lambda pair: _central(pair[0], a) + _central(pair[1], b))
    if a.negative(m) != b.negative(n):
        said = f"“{_phrase(m)}” and “{_phrase(n)}” agree, since one of them is negated."
        return Signal("opposite", ConflictType.OPPOSITE, -0.6, said)
    said = f"One says “{_phrase(m)}”, the other “{_phrase(n)}”."
    central = _central(m, a) + _central(n, b)
    value = min(1.0, (0.3 + shared) * (0.5 + 0.25 * central))
    return Signal("opposite", ConflictType.OPPOSITE, round(value, 4), said)


_Senses = dict[str, frozenset[str]]
"""Forms under which the tables have a word, and the opposites of each."""


@once
def _words(reading: Reading) -> list[tuple[_Senses, Token]]:
    """The words that have an opposite."""
    words = (token for token in reading.core if token.is_alpha and len(token) > 1)
    return [(senses, token) for token in words if (senses := _senses(token))]


def _opposed(one: _Senses, other: _Senses) -> bool:
    """Whether each is an opposite of the other, as the part of speech that it is."""
    return any(
        second in opposites and first in others
        for first, opposites in one.items()
        for second, others in other.items()
    )


def _senses(token: Token) -> _Senses:
    """The lemma; participles and comparatives as they stand where they are adjectives."""
    pos = _POS.get(token.pos_, "")
    if _of_another_sense(token):
        return {}
    if token.pos_ in ("ADJ", "ADV", "ADP"):
        forms = [(token.lower_, pos)]
    elif token.pos_ == "NOUN" and token.lemma_.lower() in _NO_DEEDS:
        forms = []
    else:
        lemma = token.lemma_.lower()
        phrasal = [f"{lemma}_{particle.lower_}" for particle in _particles(token)]
        known = [(form, pos) for form in phrasal if opposites_of(form, pos)]
        forms = known or [(lemma, pos)]
        if _resulting(token):
            forms.append((token.lower_, "a"))
    return {form: found for form, pos in forms if (found := opposites_of(form, pos))}


def _of_another_sense(token: Token) -> bool:
    """Whether what it takes makes it tell no opposite: "fell ill", "free to go", "refused bail"."""
    after = {child.dep_ for child in token.children if child.i > token.i}
    if token.pos_ == "VERB":
        return token.lemma_.lower() in _BECOMING and bool(after & {"acomp", "oprd"})
    if token.pos_ == "ADJ":
        return token.lower_ == "free" and "xcomp" in after
    return (
        token.pos_ == "NOUN"
        and token.dep_ in ("dobj", "nsubjpass")
        and token.head.lemma_.lower() in _WITHOUT
    )


def _resulting(token: Token) -> bool:
    """Whether a participle may tell a state: "was damaged", not "has damaged"."""
    if token.tag_ != "VBN":
        return False
    helpers = [child for child in token.children if child.dep_ in ("aux", "auxpass")]
    return any(c.dep_ == "auxpass" for c in helpers) or all(
        c.lemma_.lower() != "have" for c in helpers
    )


def _particles(token: Token) -> list[Token]:
    """Its particles; the parser takes the "on" of "switched on the light" for a preposition."""
    return [
        child
        for child in token.children
        if child.dep_ == "prt" or (child.lower_ in ("on", "off") and child.i == token.i + 1)
    ]


def _phrase(token: Token) -> str:
    """The word as it stands, with its particle where that makes the opposite."""
    particles = [p for p in _particles(token) if opposites_of(f"{token.lemma_}_{p}".lower(), "v")]
    return " ".join(part.text for part in (token, *particles))


def _modifier(token: Token) -> bool:
    return token.dep_ in ("amod", "compound", "nummod") and token.head.pos_ in ("NOUN", "PROPN")


def _predicate(token: Token) -> bool:
    if token.pos_ in ("VERB", "AUX"):
        return token.dep_ not in ("amod", "aux", "compound")
    if token.pos_ == "ADJ":
        return token.dep_ in ("acomp", "oprd", "ROOT", "ccomp", "attr", "conj", "advcl", "xcomp")
    if token.pos_ == "NOUN":
        return token.dep_ in ("dobj", "attr", "pobj", "ROOT", "nsubj", "conj", "nsubjpass")
    return token.pos_ == "ADV" and token.dep_ == "advmod"


def _central(token: Token, reading: Reading) -> bool:
    return reading.root.i in (token.i, token.head.i)


def _one_thing(m: Token, n: Token, a: Reading, b: Reading) -> bool:
    """Whether the two predicates are said of one subject or of one object."""
    if m.pos_ == n.pos_ == "VERB" and _other_parties(m, n):
        return False
    if m.pos_ == n.pos_ == "ADV" and m.head.lemma_ != n.head.lemma_:
        return False  # "were still together", "left alone"
    if joined_apart(m, n) or ((_stative(m) or _stative(n)) and _other_holders(m, n)):
        return False
    first, second = _arguments(m), _arguments(n)
    crossed = first[0] & second[1] or first[1] & second[0]
    straight = first[0] & second[0] or first[1] & second[1]
    if crossed and not straight:
        return _stative(m) or _stative(n)  # not: "Anders beat Kohl", "Kohl lost to Anders"
    if first[0] & second[0] and bool(first[1]) != bool(second[1]):
        lemmas = {m.lemma_.lower(), n.lemma_.lower()}
        return not lemmas <= _GOVERNING or bool((first[1] | second[1]) & a.stems & b.stems)
    for mine, other in zip(first, second, strict=True):
        if mine & other:
            return True
    if all(first) and all(second):
        return False
    if _told_apart(m, n, bool(first[1] | second[1])):
        return False
    if not a.stems & b.stems - _COUNTED_IN:
        return False
    return overlap(a, b) >= (0.5 if any(first) and any(second) else 0.3)


def _other_holders(m: Token, n: Token) -> bool:
    """Whether two states are of two things: the factory was shut, the factory shop is open."""
    mine, other = (parties(governor(token)) for token in (m, n))
    return one_of(mine[0] + mine[1], other[0] + other[1]) < 0


def _other_parties(m: Token, n: Token) -> bool:
    """Whether two do it, or it is done to two: the club sold its captain, and bought a keeper."""
    doers, things = agreement(m, n)
    mine, other = parties(m)[1], parties(n)[1]
    if mine and other and things < 1 and not any(t.pos_ == "PRON" for t in (*mine, *other)):
        return True
    if things < 0 or (doers < 0 and things < 1) or joined_apart(m, n):
        return True
    # Whoever buys, another sells.
    return doers < 1 and two_ends(deeds_of(m.lemma_.lower()), deeds_of(n.lemma_.lower()))


def _told_apart(m: Token, n: Token, objects: bool) -> bool:
    """Whether two are what the predicates are said of: investment fell, the economy grew."""
    mine, other = (parties(governor(token)) for token in (m, n))
    if not objects and one_of(mine[0], other[0]) < 0:
        return True
    return _stative(m) and _stative(n) and one_of(mine[0] + mine[1], other[0] + other[1]) < 0


def _set_apart(token: Token, reading: Reading, other: Reading) -> bool:
    """Whether the other speaks of what this is set apart from: "unlike bread, milk rose"."""
    unlike = {
        noun_stem(inner.lemma_.lower())
        for word in reading.core
        if word.lower_ == "unlike"
        for inner in word.children
        if inner.dep_ == "pobj"
    }
    verb = governor(token)
    subjects = {
        word for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") for word in _stems(c)
    }
    return bool(unlike & other.stems) and bool(subjects) and not subjects & other.stems


def _clash(m: Token, n: Token, a: Reading, b: Reading) -> bool:
    """Whether the two are the statements' own predicates, and not told of one after the other."""
    if not (main(governor(m), a) and main(governor(n), b)):
        return False
    return not (_in_turn(m, n) or _both(a) or _both(b))


@once
def _both(reading: Reading) -> bool:
    """Whether a statement itself tells a deed and its reversal: "was booked and released"."""
    return any(
        _opposed(mine, other)
        for mine, m in _words(reading)
        for other, n in _words(reading)
        if m.i < n.i and {m.lemma_.lower(), n.lemma_.lower()} <= _TURNS
    )


def _in_turn(m: Token, n: Token) -> bool:
    """Whether both tell what happened, and the one undoes the other: an arrest, a release."""
    return {m.lemma_.lower(), n.lemma_.lower()} <= _TURNS and _happened(m) and _happened(n)


def _happened(token: Token) -> bool:
    """Whether its verb tells an event of the past, and no state that goes on."""
    verb = governor(token)
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.lemma_ == "be" or helpers & {"is", "are", "being", "will", "would"}:
        return False
    return verb.tag_ in ("VBD", "VBN", "VB")


def _stative(token: Token) -> bool:
    """Whether it tells a state of its subject: "is closed", "is open", "is in custody"."""
    verb = token if token.pos_ != "NOUN" else governor(token)
    return token.pos_ == "ADJ" or any(c.dep_ == "nsubjpass" for c in verb.children)


def _arguments(token: Token) -> tuple[set[str], set[str]]:
    """Stems of the subject and of the object; the subject of a passive is an object."""
    verb = token if token.pos_ in ("VERB", "AUX") else governor(token)
    subjects: set[str] = set()
    objects: set[str] = set()
    for child in verb.children:
        if child.pos_ == "PRON" or child.i == token.i:
            continue
        if child.dep_ == "nsubj":
            subjects |= _stems(child)
        elif child.dep_ in ("nsubjpass", "dobj", "attr"):
            objects |= _stems(child)
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("to", "against", "by"):
            for inner in child.children:
                if not any(part.pos_ == "NUM" for part in inner.children):  # "rose to 20 wins"
                    objects |= _stems(inner)
    if token.pos_ == "NOUN":
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "in", "to"):
                for inner in child.children:
                    objects |= _stems(inner)
            elif child.dep_ in ("compound", "poss"):
                objects |= _stems(child)
    if verb.dep_ in ("xcomp", "relcl", "acl") and not subjects:
        outer = [c for c in verb.head.children if c.dep_ == "nsubj" and c.pos_ != "PRON"]
        subjects |= _stems(outer[0]) if outer else _stems(verb.head) - _stems(verb)
    return subjects, objects


def _stems(head: Token) -> set[str]:
    """Stems of a phrase's head and of the nouns that name it."""
    words = [head, *(c for c in head.children if c.dep_ in ("compound", "poss", "appos"))]
    found = {noun_stem(w.lemma_.lower()) for w in words if w.pos_ in ("NOUN", "PROPN")}
    return found - _COUNTED_IN
