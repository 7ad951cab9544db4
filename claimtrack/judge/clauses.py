"""The deeds that a statement's main clauses tell or deny."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.judge.deeds import deeds_of, inverted, known, said_in
from claimtrack.judge.parties import money, none_of, particles, parties
from claimtrack.judge.reading import Reading, once
from claimtrack.judge.topic import canonical
from claimtrack.text.polarity import NEGATIVE_VERBS
from claimtrack.text.reporting import ASSERT_VERBS
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs that tell nothing without what they take.
_LIGHT = frozenset(
    "be have do make take get give go come put set say tell report become seem remain keep let "
    "want plan intend hope wish try need know think believe expect show find hold see say".split()
)
_FACTS = ASSERT_VERBS | NEGATIVE_VERBS | frozenset("know see mean prove".split())
# Their own clause is what they say of: "is going to delay", "had to leave".
_AUXILIARY = frozenset("go have begin start continue manage use".split())
_GETTING = frozenset("have get receive obtain".split())
_GIVING = frozenset("give issue send hand deliver serve grant".split())
_GIVEN = frozenset("notice notification warning alert apology".split())
_REACHING = frozenset("reach come arrive go".split())
_TIMES = frozenset("day night morning evening afternoon time moment week month year".split())
_STATES = frozenset("in on under at out".split())
_STANDING = frozenset("be remain stay stand hold put lie".split())
_AVOIDING = frozenset("avoid escape avert".split())
_EXACT = frozenset("on at until for before after by".split())
_AMOUNTS = frozenset("DATE TIME CARDINAL QUANTITY PERCENT MONEY".split())
# Of what has no damage or hurt to show.
_WHOLE = {
    "intact": "damage",
    "unscathed": "hurt",
    "unhurt": "hurt",
    "unharmed": "hurt",
}


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """What one verb or participle tells.

    ``doers`` do it, ``things`` have it done to them, ``others`` are joined to it by the
    preposition that is their key; ``denied`` where the clause says that it is not so.
    """

    token: Token
    deeds: frozenset[str]
    denied: bool
    doers: tuple[Token, ...]
    things: tuple[Token, ...]
    others: dict[str, Token]

    @property
    def sweeping(self) -> bool:
        """Whether it is denied of everybody or of everything."""
        return self.denied and any(none_of(token) for token in (*self.doers, *self.things))


@once
def clauses(reading: Reading) -> tuple[Clause, ...]:
    """Return the deeds of the main clauses, in the order of their words."""
    return tuple(
        clause for verb in reading.core if main(verb, reading) for clause in _told(verb, reading)
    )


def main(token: Token, reading: Reading) -> bool:
    """Whether a verb is the statement's own, or tells what the statement says to be so."""
    current = token.head if token.dep_ in ("oprd", "attr") else token
    while current.i != reading.root.i:
        head = current.head
        lemma = head.lemma_.lower()
        told = current.dep_ in ("ccomp", "xcomp") and lemma in _FACTS
        told = told or (current.dep_ == "ccomp" and current.i < head.i)  # "both fired, it is said"
        without = current.dep_ == "pcomp" and head.lower_ == "without"
        if without or (current.dep_ == "relcl" and _cleft(head)):
            current = head.head
            continue
        told = told or (current.dep_ == "xcomp" and (lemma in _AUXILIARY or head.pos_ == "ADJ"))
        told = told or current.dep_ == "acomp"  # "are free to sell"
        if head.i == current.i or not (current.dep_ == "conj" or told) or _asks(current):
            return False
        current = head
    return True


def _asks(verb: Token) -> bool:
    """Whether a clause leaves open what it is about: "who fired", "whether they fired"."""
    asking = verb.dep_ in ("ccomp", "xcomp")
    return asking and any(
        child.tag_ in ("WP", "WRB") or child.lower_ in ("whether", "if") for child in verb.children
    )


def _cleft(noun: Token) -> bool:
    """Whether it is brought to the front: "it was the pilot who radioed"."""
    be = noun.head
    return noun.dep_ == "attr" and be.lemma_ == "be" and any(c.lower_ == "it" for c in be.children)


def only_when(denied: Token, telling: Reading) -> bool:
    """Whether only a time or an amount is denied: "did not land on Monday", "not for an hour"."""
    inside = list(denied.children)
    if not any(child.dep_ == "neg" for child in inside):
        return False
    if any(child.lower_ == "since" or none_of(child) for child in inside):
        return False
    for prep in denied.children:
        if prep.dep_ != "prep" or prep.lower_ not in _EXACT:
            continue
        for inner in prep.children:
            numbers = [part.lower_ for part in inner.subtree if part.ent_type_ in _AMOUNTS]
            if numbers and not set(numbers) <= {token.lower_ for token in telling.core}:
                return True
    return False


def _told(verb: Token, reading: Reading) -> Iterator[Clause]:
    if verb.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
        return
    count = reading.negations.get(verb.i, 0)
    if count > 1:
        return  # two negations: what is said is left to others
    denied = count == 1
    doers, things, others = parties(verb)
    lemma = verb.lemma_.lower()
    if verb.pos_ == "VERB" and (word := _with_what_it_takes(verb, things, others)):
        deeds = deeds_of(word)
        if "about" in others and known(f"{lemma}_about") and known(lemma):
            deeds |= deeds_of(lemma)  # "told the police about it" tells them, and mentions it
        done_by, done_to = _parts(word, doers, things, others)
        yield Clause(verb, deeds, denied, done_by, done_to, others)
    yield from _said(verb, denied, doers, things, others)
    yield from _harmed(verb, reading)
    subjects = (*doers, *things)
    if lemma in _AVOIDING:
        for thing in things:
            yield Clause(thing, _state(thing), not denied, (), doers, {})
    if lemma in _STANDING:
        for word, held in others.items():
            if word in _STATES and held.pos_ == "NOUN" and held.lemma_.lower() not in _TIMES:
                yield Clause(held, _state(held), denied, (), subjects, {})
    for held in (verb, *verb.children):
        of_it = held is verb or held.dep_ in ("acomp", "oprd", "attr", "ccomp")
        if of_it and held.pos_ in ("ADJ", "VERB") and (state := _unharmed(held)):
            own = tuple(c for c in held.children if c.dep_ in ("nsubj", "nsubjpass"))
            yield Clause(held, state, not denied, (), own or things or doers, {})


_Parts = tuple[tuple["Token", ...], tuple["Token", ...]]


def _parts(
    word: str, doers: tuple[Token, ...], things: tuple[Token, ...], others: dict[str, Token]
) -> _Parts:
    """Who does it and what it is done to, where the verb has that in another place."""
    tail = word.partition("_")[2]
    if inverted(word):
        return tuple(others[prep] for prep in ("to",) if prep == tail and prep in others), doers
    taken = [thing for thing in things if tail and thing.lemma_.lower() == tail]
    if taken:  # "took control of the village"
        of = (prep for noun in taken for prep in noun.children if prep.lower_ == "of")
        return doers, tuple(inner for prep in of for inner in prep.children)
    if not things and tail in others:  # "spoke of asbestos"
        return doers, (others[tail],)
    return doers, things


def _said(
    verb: Token,
    denied: bool,
    doers: tuple[Token, ...],
    things: tuple[Token, ...],
    others: dict[str, Token],
) -> Iterator[Clause]:
    """What is told by a noun: "had no notice", "no warning reached them", "without an order"."""
    lemma = verb.lemma_.lower()
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    for noun in (*doers, *things, *others.values()):
        deeds = said_in(noun.lemma_.lower())
        if not deeds:
            continue
        after = {
            child.lower_: inner
            for child in noun.children
            for inner in child.children
            if inner.dep_ == "pobj"
        }
        by = tuple(after[word] for word in ("from", "by") if word in after)
        about = {word: token for word, token in after.items() if word in ("about", "of")}
        if noun in things and lemma in _GETTING:
            to = () if passive else doers
            yield Clause(noun, deeds, denied, by or (doers if passive else ()), to, about)
        elif noun in things and lemma in _GIVING:
            to = tuple(c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP")
            to = to or tuple(others[word] for word in ("to",) if word in others)
            yield Clause(noun, deeds, denied, doers, to, about)
        elif noun in doers and lemma in _REACHING:
            to = things or tuple(others[word] for word in ("to",) if word in others)
            yield Clause(noun, deeds, denied, by, to, about)
        elif others.get("without") is noun:
            done_by = by or (doers if noun.lemma_.lower() in _GIVEN else ())
            yield Clause(noun, deeds, not denied, done_by, (), about)
        elif others.get("on") is noun and "of" in after:
            yield Clause(noun, deeds, denied, (after["of"],), (), {})


def _harmed(verb: Token, reading: Reading) -> Iterator[Clause]:
    """What a noun for damage tells: "there was no damage to the pier", "it caused damage to it"."""
    for noun in verb.children:
        if noun.dep_ in ("attr", "dobj") and noun.lemma_.lower() == "damage":
            to = (prep for prep in noun.children if prep.lower_ == "to")
            things = tuple(inner for prep in to for inner in prep.children if inner.dep_ == "pobj")
            yield Clause(noun, deeds_of("damage"), reading.negative(noun), (), things, {})


def _state(noun: Token) -> frozenset[str]:
    """Being in what a noun names: "in custody", "on leave", "in a recession"."""
    return frozenset({f"in {stem(canonical(noun.lemma_.lower()))}"})


def _unharmed(word: Token) -> frozenset[str]:
    """What "undamaged" or "intact" says that has not been done."""
    lower = word.lower_
    if lower in _WHOLE:
        return deeds_of(_WHOLE[lower])
    bare = lower.removeprefix("un")
    if bare != lower and lower.endswith("ed") and len(bare) > 4:
        return deeds_of(bare)
    return frozenset()


def _with_what_it_takes(verb: Token, things: tuple[Token, ...], others: dict[str, Token]) -> str:
    """The verb as the tables have it ("give_up", "lose_life"); empty where it tells nothing."""
    lemma = verb.lemma_.lower()
    with_it = particles(verb)
    paid = ["money"] if any(money(thing) for thing in things) else []
    tails = [*with_it, *paid, *(thing.lemma_.lower() for thing in things), *others]
    tails += [child.lower_ for thing in things for child in thing.children if child.dep_ == "prep"]
    for tail in tails:
        if known(f"{lemma}_{tail}"):
            return f"{lemma}_{tail}"
    if with_it:
        return f"{lemma}_{with_it[0]}"
    if known(lemma):
        return lemma
    return "" if lemma in _LIGHT else canonical(lemma)
