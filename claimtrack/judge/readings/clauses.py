"""The deeds that a statement's main clauses tell or deny."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.vocabulary import Names, deeds_of, groups_of, nouns_of, states_of
from claimtrack.judge.readings.harm import harm_told
from claimtrack.judge.readings.parties import none_of, parties
from claimtrack.judge.readings.phrases import Tokens, phrase
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.states import states
from claimtrack.judge.readings.topic import noun_stem
from claimtrack.text.names import HEADING_ROLES
from claimtrack.text.polarity import NEGATIVE_VERBS
from claimtrack.text.reporting import ASSERT_VERBS, DEMAND_VERBS
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

_FACTS = ASSERT_VERBS | NEGATIVE_VERBS | frozenset("know see mean prove".split())
_ANNOUNCED = frozenset("announce say confirm report state inform declare".split())
# Their own clause is what they say of: "is going to delay", "had to leave".
_AUXILIARY = frozenset("go have begin start continue manage use".split())
_LEVELS = frozenset(
    "rate price tax duty wage pay salary fee fare target forecast limit level age spirit profit "
    "output pension levy tariff charge rent estimate outlook share dividend".split()
)
_GETTING = frozenset("have get receive obtain".split())
_GIVING = frozenset("give issue send hand deliver serve grant present submit".split())
_MAKING = frozenset(
    "make carry hold conduct perform do launch stage pay cause commit reach strike take tender "
    "pass score mount undertake inflict".split()
)
_OCCURRING = frozenset("happen occur take be follow".split())
# What is heard, and so is itself what sounds.
_BELLS = frozenset("siren alarm detector bell".split())
_OF = ("of", "to", "on", "against", "at", "for", "in")
_GIVEN = frozenset("notice notification warning alert apology".split())
_REACHING = frozenset("reach come arrive go".split())
_TIMES = frozenset("day night morning evening afternoon time moment week month year".split())
_STATES = frozenset("in on under at out".split())
_STANDING = frozenset("be remain stay stand hold put lie".split())
_AVOIDING = frozenset("avoid escape avert".split())
_BY_WAY_OF = frozenset("through via under during despite as".split())
_LIMITS = frozenset("before until".split())
_REMAINING = frozenset("remain stay".split())
_OFFICES = HEADING_ROLES | frozenset("president secretary ambassador leader chancellor".split())
# The brakes worked, the machine still functions.
_WORKING = frozenset("work function operate run".split())
_TOLLS = frozenset("casualty death fatality injury arrest survivor".split())
# Whoever is involved or present does it himself, and nothing is done to him.
INVOLVED = deeds_of("involve")
_DONE_BY = INVOLVED | deeds_of("attend")
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
    preposition that is their key; ``denied`` where the clause says that it is not so, ``state``
    where it tells how things stood and not what was done.
    """

    token: Token
    deeds: Names
    denied: bool
    doers: tuple[Token, ...]
    things: tuple[Token, ...]
    others: dict[str, Token]
    state: bool = False

    @property
    def sweeping(self) -> bool:
        """Whether it is denied of everybody or of everything."""
        said = (self.token, *self.doers, *self.things)
        return self.denied and any(none_of(token) for token in said)


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
        told = lemma in _FACTS and (
            current.dep_ == "ccomp" or (current.dep_ == "xcomp" and lemma not in DEMAND_VERBS)
        )
        told = told or (current.dep_ == "ccomp" and current.i < head.i)  # "both fired, it is said"
        if current.dep_ == "pcomp" and head.lower_ == "of" and head.head.lower_ == "short":
            current = head.head.head  # "stopped short of calling a strike"
            continue
        without = current.dep_ == "pcomp" and head.lower_ == "without"
        if without or (current.dep_ == "relcl" and _cleft(head)):
            current = head.head
            continue
        told = told or (current.dep_ == "xcomp" and _yet_to(head))
        told = told or (current.dep_ == "xcomp" and (lemma in _AUXILIARY or head.pos_ == "ADJ"))
        told = told or current.dep_ == "acomp"  # "are free to sell"
        # "Regrets to announce", "can confirm", "wishes to state": it is said all the same.
        told = told or (current.dep_ == "xcomp" and current.lemma_.lower() in _ANNOUNCED)
        if head.i == current.i or not (current.dep_ == "conj" or told) or _asks(current):
            return False
        current = head
    return True


def _yet_to(verb: Token) -> bool:
    return any(child.lower_ == "yet" for child in verb.children)


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
    if any(child.lower_ == "since" for child in inside):
        return False
    sweeping = any(none_of(child) for child in inside)
    if not sweeping and not any(child.dep_ == "neg" for child in inside):
        return False
    for prep in denied.children:
        told = {token.lower_ for token in telling.core}
        if prep.lower_ == "because" or (prep.dep_ == "advcl" and _because(prep)):
            return not {t.lower_ for t in prep.subtree if t.pos_ in ("NOUN", "VERB")} & told
        if prep.dep_ == "prep" and prep.lower_ in _BY_WAY_OF:
            nouns = {stem(inner.lemma_.lower()) for inner in prep.children}
            if not nouns & telling.stems:
                return True  # "has never hired through agencies"
        exact = _EXACT if not sweeping else _LIMITS
        if prep.dep_ != "prep" or prep.lower_ not in exact:
            continue
        for inner in prep.children:
            numbers = [part.lower_ for part in inner.subtree if part.ent_type_ in _AMOUNTS]
            if numbers and not set(numbers) <= told:
                return True
    return False


def _because(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "because" for child in clause.children)


def _told(verb: Token, reading: Reading) -> Iterator[Clause]:
    if verb.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
        return
    count = reading.negations.get(verb.i, 0)
    if count > 1:
        return  # two negations: what is said is left to others
    denied = count == 1
    doers, things, others = parties(verb)
    lemma = verb.lemma_.lower()
    if verb.pos_ == "VERB" and (told := phrase(verb, doers, things, others)).words:
        deeds = deeds_of(told.words)
        if "about" in others:
            deeds |= groups_of(lemma)  # "told the police about it" tells them, and mentions it
        deeds = _of_a_level(deeds, things, others)
        lasting = _lasting(verb)
        if lasting and verb.tag_ == "VBN":
            deeds |= states_of(verb.lower_)  # "was broken"
        by, to = told.doers, told.things
        if deeds >= INVOLVED:  # "was involved in it", "took no part in it"
            by, to = by or to, ()
        yield Clause(verb, deeds, denied, by, to, others, lasting)
    yield from _said(verb, denied, doers, things, others)
    yield from _harmed(verb, reading)
    yield from _stood(verb, reading, doers, things, others)
    if lemma in _AVOIDING:
        for thing in things:
            yield Clause(thing, _within(thing), not denied, (), doers, {})


def _of_a_level(deeds: Names, things: Tokens, others: dict[str, Token]) -> Names:
    """A rate that is lifted is raised, and not repealed."""
    if not {"rais", "repeal"} <= deeds:
        return deeds
    level = any(thing.lemma_.lower() in _LEVELS for thing in things)
    level = level or any(
        others[word].ent_type_ in _AMOUNTS for word in ("to", "by") if word in others
    )
    return deeds - {"repeal" if level else "rais"}


def _lasting(verb: Token) -> bool:
    """Whether a verb tells how things stood: "was running", "still holds", "were locked"."""
    words = {child.lower_ for child in verb.children}
    if "still" in words:
        return True
    helpers = {c.lemma_.lower() for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.lemma_.lower() in _WORKING and not helpers:
        return not any(child.dep_ == "dobj" for child in verb.children)
    if "be" not in helpers or "have" in helpers:
        return False
    if verb.tag_ == "VBN":
        return bool(states_of(verb.lower_)) and "by" not in words and not timed(verb)
    return verb.tag_ == "VBG"


def timed(verb: Token) -> bool:
    """Whether the clause says when."""
    return any(
        part.ent_type_ in ("DATE", "TIME")
        for child in verb.children
        if child.dep_ in ("prep", "npadvmod", "advmod")
        for part in (child, *child.children)
    )


def _stood(
    verb: Token, reading: Reading, doers: Tokens, things: Tokens, others: dict[str, Token]
) -> Iterator[Clause]:
    """How the clause says that its subject, or its object, stood."""
    denied = reading.negative(verb)
    subjects = (*doers, *things)
    if any(child.dep_ == "expl" for child in verb.children):
        yield from _on_board(verb, denied)
    found = False
    for held, deeds, of_object in states(verb):
        own = tuple(c for c in held.children if c.dep_ in ("nsubj", "nsubjpass"))
        of = own or (things if of_object else subjects)
        found = True
        by, to = (of, _where(held)) if deeds & _DONE_BY else ((), of)
        yield Clause(held, deeds, reading.negative(held), by, to, others, state=True)
    if verb.lemma_.lower() in _STANDING:
        for word, noun in others.items():
            named = noun.pos_ == "NOUN" and noun.lemma_.lower() not in _TIMES
            if word in _STATES and named:
                yield Clause(noun, _within(noun), denied, (), subjects, {}, state=True)
        still = any(child.lower_ == "still" for child in verb.children)
        place = next((others[word] for word in _STATES if word in others), None)
        if not found and still and place is not None:  # "is still in the valley"
            yield Clause(verb, deeds_of("stay"), denied, subjects, (place,), {}, state=True)
    if verb.lemma_.lower() in _REMAINING and _in_office(verb):
        yield Clause(verb, deeds_of("stay_in_office"), denied, (), subjects, {}, state=True)
    if (harm := harm_told(verb)) is not None:
        told, none = harm
        hurt = reading.negative(told) if none is None else none
        yield Clause(told, deeds_of("hurt"), hurt, (), things or doers, {}, state=True)
    for held in (verb, *verb.children):
        of_it = held is verb or held.dep_ in ("acomp", "oprd", "attr", "ccomp")
        if of_it and held.pos_ in ("ADJ", "VERB") and (state := _unharmed(held)):
            own = tuple(c for c in held.children if c.dep_ in ("nsubj", "nsubjpass"))
            yield Clause(held, state, not denied, (), own or things or doers, {}, state=True)


def _in_office(verb: Token) -> bool:
    """Whether somebody stays what he was: "remains chief executive", for no stated time."""
    if any(child.lower_ == "until" for child in verb.children):
        return False
    return any(
        child.dep_ in ("attr", "oprd") and child.lemma_.lower() in _OFFICES
        for child in verb.children
    )


def _on_board(verb: Token, denied: bool) -> Iterator[Clause]:
    """ "There was nobody on board": what there is in a place."""
    for noun in verb.children:
        if noun.dep_ == "attr" and noun.pos_ in ("NOUN", "PRON"):
            for prep in (*noun.children, *verb.children):
                inner = next((c for c in prep.children if c.dep_ == "pobj"), None)
                if prep.lower_ in _STATES and inner is not None and inner.pos_ == "NOUN":
                    yield Clause(inner, _within(inner), denied, (), (noun,), {}, state=True)


def _where(held: Token) -> Tokens:
    """At what somebody is present or absent."""
    return tuple(
        inner
        for prep in held.children
        if prep.dep_ == "prep" and prep.lower_ in ("at", "in", "from")
        for inner in prep.children
        if inner.dep_ == "pobj"
    )


def _said(
    verb: Token, denied: bool, doers: Tokens, things: Tokens, others: dict[str, Token]
) -> Iterator[Clause]:
    """What is told by a noun: "had no notice", "no warning reached them", "without an order"."""
    lemma = verb.lemma_.lower()
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    there = tuple(child for child in verb.children if child.dep_ == "attr")
    for noun in (*doers, *things, *there, *others.values()):
        deeds = nouns_of(noun.lemma_.lower())
        if not deeds or noun.pos_ != "NOUN":
            continue
        after = {
            child.lower_: inner
            for child in noun.children
            for inner in child.children
            if inner.dep_ == "pobj"
        }
        by = tuple(after[word] for word in ("from", "by") if word in after)
        of = tuple(after[word] for word in _OF if word in after)
        about = {word: token for word, token in after.items() if word in ("about", "of")}
        if noun.lemma_.lower() in _BELLS and noun in there:
            yield Clause(noun, deeds, denied, (), (noun,), {})
        elif noun in things and lemma in _GETTING:
            to = () if passive else doers
            yield Clause(noun, deeds, denied, by or (doers if passive else ()), to, about)
        elif noun in things and lemma in _GIVING:
            to = tuple(c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP")
            to = to or tuple(others[word] for word in ("to",) if word in others)
            yield Clause(noun, deeds, denied, doers, to, about)
        elif noun in things and lemma in _MAKING:
            yield Clause(noun, deeds, denied, doers, of, about)
        elif noun in doers and lemma in _REACHING:
            to = things or tuple(others[word] for word in ("to",) if word in others)
            yield Clause(noun, deeds, denied, by, to, about)
        elif (noun in doers or noun in there) and lemma in _OCCURRING and (of or by):
            yield Clause(noun, deeds, denied, by, of, about)
        elif noun in there and none_of(noun) and noun.lemma_.lower() in _TOLLS:
            yield Clause(noun, deeds, denied, (), (), about)
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


def _within(noun: Token) -> frozenset[str]:
    """Being in what a noun names: "in custody", "on leave", "in a recession"."""
    return frozenset({f"in {noun_stem(noun.lemma_.lower())}"})


def _unharmed(word: Token) -> frozenset[str]:
    """What "undamaged" or "intact" says that has not been done."""
    lower = word.lower_
    if lower in _WHOLE:
        return deeds_of(_WHOLE[lower])
    bare = lower.removeprefix("un")
    if bare != lower and lower.endswith("ed") and len(bare) > 4:
        return deeds_of(bare)
    return frozenset()
