"""A general denial against one case: "nobody was hurt" and "a fisherman was injured"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.judge.comparators.denied.negation import TO_COME, further
from claimtrack.judge.readings.clauses import only_when
from claimtrack.judge.readings.narrower import narrower
from claimtrack.judge.readings.parties import agreement, joined_apart, none_of
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import events_of, governor, may_name, noun_stem, overlap
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.lexicon import EVENT_NOUNS
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

_FATES = frozenset({"die", "hurt", "hold", "miss", "rescue", "evacuate", "destroy", "damage"})
_NONE = frozenset({"no", "nobody", "none", "never", "neither", "nothing", "any", "anybody"})
_WHICH = frozenset("the this that these those its his her their one".split())
_EMPTY = frozenset(
    "be have do make take get give go come put set say tell report record see find know say case "
    "sign report incident instance number people person one thing way time day place part "
    "man woman year month week hour case work".split()
)
# Words for one deed besides those of ``topic.EVENTS``: whoever was robbed, a theft it was.
_CLASSES = {
    "theft": "theft steal rob robbery loot looting burgle burglary",
    "offer": "offer bid",
}
_CLASS = {word: name for name, words in _CLASSES.items() for word in words.split()}
# What comes in before it can be answered, and the verbs by which it is: "turned down a bid".
_SENT = frozenset(
    "offer bid request application proposal invitation appeal complaint petition letter warning "
    "notice demand report tip".split()
)
_ANSWERS = frozenset(
    "turn reject refuse decline accept answer ignore welcome withdraw consider study return weigh "
    "dismiss examine receive get file lodge".split()
)
_STREETS = frozenset("street road avenue square lane bridge station harbour port".split())


def instance(a: Reading, b: Reading) -> Signal | None:
    """What one side denies altogether and the other tells a case of speaks for a conflict."""
    found = _case(a, b) or _case(b, a)
    if found is None:
        return None
    denied, told = found
    shared = overlap(a, b)
    said = f"One side denies “{denied.text}”, the other tells of “{told.text}”."
    value = round(min(1.0, 0.4 + shared), 4)
    return Signal("negation", ConflictType.NEGATION, value, said)


def none(a: Reading, b: Reading) -> Signal | None:
    """As ``instance``, where the case is counted: none against six excludes as two counts do."""
    found = _case(a, b) or _case(b, a)
    if found is None or _count(found[1]) is None:
        return None
    denied, told = found
    said = f"One side denies “{denied.text}”, the other counts {_count(told)}."
    return Signal("quantity", ConflictType.NEGATION, 0.9, said)


def _count(told: Token) -> str | None:
    """The number of what a deed befell, or of the deeds; None where none is told."""
    things = [told] if told.pos_ == "NOUN" else []
    verb = told if told.pos_ == "VERB" else told.head
    things += [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass", "nsubj")]
    for thing in things:
        for child in (thing, *thing.children):
            # "Ada Brandt, 31": her age stands after the name.
            if child.tag_ == "CD" and (child.i < thing.i or child is thing):
                return child.text
    return None


def _case(denying: Reading, telling: Reading) -> tuple[Token, Token] | None:
    denied = _denied(denying)
    if not denied or _other_places(denying, telling):
        return None
    for keys, token, everything in denied:
        for other, told in _told(telling):
            if only_when(token, telling):
                continue
            if not keys & other or not (everything or _same_object(token, told)):
                continue
            if token.pos_ == told.pos_ == "VERB" and _other_doing(token, told, telling):
                continue
            above = governor(token)
            named = token.pos_ == "NOUN" and told.pos_ == above.pos_ == "VERB"
            if named and not keys & _FATES and agreement(above, told)[0] < 0:
                continue  # the crew made no call, the coastguard called
            deed = keys & _FATES or "VERB" in (token.pos_, told.pos_)
            if not deed and (not _event(token) or _ends(told)):
                continue  # "no letters were sold" denies no other deed with letters
            if denying.stems & telling.stems or _named(denying, telling):
                return token, told
    return _answered(denying, telling)


def _other_doing(token: Token, told: Token, telling: Reading) -> bool:
    """Whether another did it, or it is denied of some only: who did not order it, others did."""
    if joined_apart(token, told):
        return True
    # "Nobody was hurt by the blast": by whatever else of it they were hurt, somebody was.
    befell = any(child.dep_ == "nsubjpass" and none_of(child) for child in token.children)
    doers, things = agreement(token, told)
    return narrower(token, told, telling) or (doers < 0 and not befell) or things < 0


def _answered(denying: Reading, telling: Reading) -> tuple[Token, Token] | None:
    """No offer came in, and yet one was turned down."""
    for token in _absent(denying):
        for told in telling.core:
            if told.dep_ not in ("dobj", "nsubjpass") or _thing(told) != _thing(token):
                continue
            verb = told.head
            answered = verb.lemma_.lower() in _ANSWERS and verb.i == telling.root.i
            if not answered or telling.negations.get(verb.i, 0) or _no(told):
                continue
            about = denying.stems & telling.stems - {stem(t.lemma_.lower()) for t in (token, told)}
            if about or _named(denying, telling):
                return token, verb
    return None


@once
def _absent(reading: Reading) -> list[Token]:
    """What is said not to have come in: "no offer had been received", "there was no warning"."""
    return [
        token
        for token in reading.core
        if token.lemma_.lower() in _SENT and _none_of(token) and token.head.i == reading.root.i
    ]


def _thing(token: Token) -> str:
    lemma = token.lemma_.lower()
    return _CLASS.get(lemma, lemma)


def _no(noun: Token) -> bool:
    return any(child.lower_ in _NONE for child in noun.children)


def _event(noun: Token) -> bool:
    """Whether it is an event that is said not to have been: "there was no strike"."""
    there = any(child.dep_ == "expl" for child in noun.head.children)
    return noun.dep_ == "attr" and there and noun.lemma_.lower() in EVENT_NOUNS


def _ends(told: Token) -> bool:
    """Whether the verb tells that the event was kept from happening."""
    return told.head.lemma_.lower() in ("avert", "prevent", "avoid", "fear", "expect", "foil")


@once
def _denied(reading: Reading) -> list[tuple[frozenset[str], Token, bool]]:
    """What is denied, with whether it is denied of everything there."""
    found = []
    for token in reading.core:
        keys = _keys(token)
        if not keys or reading.negations.get(token.i, 0) != 1:
            continue
        if token.i == reading.root.i or _none_of(token):
            thing = _object(token)
            nobody = thing.lower_ in _NONE if thing else not _somebody(token)
            found.append((keys, token, nobody))
    return found


def _somebody(token: Token) -> bool:
    """Whether it is denied of one that is named or meant: "it did not explode"."""
    if token.pos_ != "VERB":
        return False
    doers = [child for child in token.children if child.dep_ == "nsubj"]
    return any(
        doer.lower_ not in _NONE
        and (
            doer.pos_ in ("PRON", "PROPN") or any(child.lower_ in _WHICH for child in doer.children)
        )
        for doer in doers
    )


def _none_of(noun: Token) -> bool:
    """Whether "no" or "any" stands before the deed ("made no arrests", "no case of looting")."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    return not further(noun) and _no(noun) and noun.dep_ in ("dobj", "attr", "nsubjpass")


@once
def _told(reading: Reading) -> list[tuple[frozenset[str], Token]]:
    """What the statement's own clause tells to have happened."""
    return [
        (keys, token)
        for token in reading.core
        if token.i not in reading.negations and _main(token, reading) and (keys := _keys(token))
        if token.pos_ == "VERB" or token.head.lemma_.lower() not in TO_COME
    ]


def _main(token: Token, reading: Reading) -> bool:
    """Whether the word is the main verb, joined to it, or an argument of it."""
    if token.dep_ == "pobj" and token.head.lower_ == "on" and token.lemma_.lower() == "strike":
        token = token.head  # "went on strike"
        return token.head.i == reading.root.i
    if token.dep_ == "nsubj" and token.lemma_.lower() in EVENT_NOUNS:
        return token.head.i == reading.root.i
    for verb in (token, token.head):
        if verb.i == reading.root.i or (verb.dep_ == "conj" and verb.head.i == reading.root.i):
            return verb.i == token.i or token.dep_ in ("dobj", "attr", "nsubjpass")
    return False


def _keys(token: Token) -> frozenset[str]:
    """Under which words a deed goes: its class of events, or its own stem."""
    if token.pos_ not in ("VERB", "NOUN", "ADJ") or not token.is_alpha:
        return frozenset()
    lemma = token.lemma_.lower()
    if lemma in _EMPTY:
        return frozenset()
    classes = (events_of(lemma) or events_of(token.lower_)) & _FATES
    if classes:
        return classes
    if token.pos_ == "ADJ":
        return frozenset()
    return frozenset({f"={_CLASS.get(lemma) or noun_stem(lemma)}"})


def _same_object(m: Token, n: Token) -> bool:
    """Whether both deeds may be done to one thing: one word for both, or a general one."""
    first, second = _object(m), _object(n)
    if first is None or second is None:
        return False
    return may_name(first.lemma_.lower(), second.lemma_.lower())


def _object(token: Token) -> Token | None:
    verb = token if token.pos_ == "VERB" else token.head
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass") and child.i != token.i:
            return child
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("to", "of"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _other_places(a: Reading, b: Reading) -> bool:
    """Whether both name something that the other does not, streets left out: they lie in towns."""
    first, second = (
        [name for name in reading.names if not name.words & _STREETS] for reading in (a, b)
    )
    return bool(first and second) and not _named(a, b)


def _named(a: Reading, b: Reading) -> bool:
    return any(m.same(n) for m in a.names for n in b.names)
