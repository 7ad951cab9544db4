"""Whether two statements, or two words in them, speak of the same thing.

The synonym classes are our own, from the vocabulary of news reports; they hold words that
reporters use for one thing, and no names.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.judge.readings.reading import Reading
from claimtrack.text.lexicon import HYPERNYMS
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words for what happened or is measured; two different classes never measure one thing.
EVENTS = {
    "die": "die kill perish dead death fatality toll claim_lives body corpse slay drown",
    "hurt": "injure wound hurt injury injured wounded hospitalise hospitalize treat treatment",
    "hold": "arrest detain detention custody detainee",
    "miss": "missing unaccounted",
    "rescue": "rescue save survivor survive",
    "evacuate": "evacuate displace flee evacuee relocate",
    "infect": "infect infection case",
    "dismiss": "layoff redundancy dismiss sack job redundant fire cut",
    "profit": "profit earnings net_income",
    "revenue": "revenue sales turnover sale sell",
    "loss": "loss deficit cost",
    "debt": "debt owe borrow loan",
    "fine": "fine fined penalty pay",
    "damages": "damages compensation settlement pay",
    "price": "price cost pay buy purchase sell",
    "spend": "spend cost",
    "wage": "wage salary pay earn",
    "destroy": "destroy raze level demolish",
    "damage": "damage",
    "unemployment": "unemployment jobless joblessness",
    "inflation": "inflation consumer_price",
    "turnout": "turnout voter",
    "growth": "growth gdp grow",
    "rate": "rate",
    "score": "goal point",
    "age": "age",
}
_EVENT: dict[str, frozenset[str]] = {}
for _name, _words in EVENTS.items():
    for _word in _words.split():
        _EVENT[_word] = _EVENT.get(_word, frozenset()) | {_name}

_SAME = (
    "aircraft plane airplane aeroplane jet warplane",
    "people person individual human",
    "house home",
    "car vehicle",
    "lorry truck",
    "ship vessel boat",
    "drone uav",
    "child kid",
    "protester demonstrator marcher",
    "worker employee staff staffer",
    "job post position redundancy",
    "soldier troop serviceman",
    "police officer policeman",
    "pupil student schoolchild",
    "inhabitant resident",
    "company firm business",
    "hospital clinic",
    "city town",
    "film movie",
    "coach manager",
    "mine pit colliery",
    "tonne ton",
    "area surface",
    "minister secretary",
    "blaze fire wildfire flame",
    "quake earthquake tremor",
    "explosion blast bang",
    "victim casualty",
    "cow cattle cattles",
    "first opening",
    "primary elementary",
    "benchmark key",
    "gas fume",
    "vote ballot",
    "case infection",
    "painting picture canvas",
    "forest woodland wood",
    "dam reservoir",
    "thief robber raider burglar",
    "oil crude petroleum",
    "electricity power",
    "dose dos injection jab vaccination inoculation",
    "wind gust",
    "coast shore coastline",
)
_CLASS = {word: group.split()[0] for group in _SAME for word in group.split()}

#: Nouns for people by what they do; a count of one kind can be a count of the other.
_PEOPLE = frozenset(
    "people person man woman child boy girl worker miner employee staff soldier troop officer "
    "protester demonstrator passenger resident inhabitant civilian victim patient pupil student "
    "player driver guest visitor migrant refugee tourist member prisoner inmate hostage sailor "
    "crew pilot villager farmer customer voter spectator fan suspect firefighter rescuer dead "
    "injured wounded missing other death fatality life body toll survivor casualty injury "
    "marcher serviceman adult teenager baby pensioner individual human colleague deputy".split()
)


#: Of these a denial holds for whoever is no soldier.
_ANYBODY = frozenset("civilian person people human individual resident inhabitant soul".split())
_LOCALS = frozenset("civilian resident inhabitant".split())
_SERVING = frozenset(
    "soldier troop serviceman sergeant officer policeman policewoman constable firefighter fireman "
    "rescuer guard militant rebel fighter gunman sailor paramedic".split()
)
_ANYONE = frozenset(
    "man woman child boy girl member victim patient suspect dead injured wounded missing other "
    "adult teenager colleague survivor casualty body colleague deputy".split()
)
_CIVILIANS = frozenset(
    "nurse doctor teacher fisherman shopkeeper journalist reporter mother father mum dad parent "
    "daughter son brother sister wife husband grandmother grandfather couple family neighbour "
    "neighbor tourist bystander passer-by pedestrian cyclist motorist clerk mechanic baker cook "
    "student schoolgirl schoolboy toddler infant widow volunteer caretaker cleaner porter waiter "
    "cashier engineer electrician plumber builder labourer bricklayer miner docker postman priest "
    "monk nun lawyer judge professor lecturer scientist researcher writer poet artist musician "
    "singer actor photographer cameraman apprentice trainee farmhand shepherd gardener hunter "
    "angler hiker climber walker skier swimmer runner jogger camper commuter traveller traveler "
    "holidaymaker newcomer settler homeowner tenant lodger pensioner retiree orphan newborn twin "
    "niece nephew uncle aunt cousin grandson granddaughter grandchild stepson stepdaughter "
    "vendor trader merchant butcher grocer hairdresser tailor typist secretary receptionist "
    "businessman businesswoman housewife carer midwife paramedic medic dentist vet activist "
    "campaigner onlooker spectator eyewitness householder villager townsman "
    "driver courier cabbie biker motorcyclist rider".split()
)


def canonical(lemma: str) -> str:
    """The word that stands for ``lemma`` and its synonyms."""
    return _CLASS.get(lemma, lemma)


def noun_stem(lemma: str) -> str:
    """The stem by which nouns of one thing are told to be the same: "flames" and "fire"."""
    return stem(canonical(lemma))


@lru_cache(maxsize=8192)
def same_noun(a: str, b: str) -> float:
    """How surely two lemmas name one thing: 1 same, 0.7 both are people, else 0."""
    if canonical(a) == canonical(b) or stem(a) == stem(b):
        return 1.0
    heads = a.rsplit(" ", 1)[-1], b.rsplit(" ", 1)[-1]
    if heads[0] == heads[1]:
        return 1.0
    if all(head in _PEOPLE or head.endswith("man") for head in heads):
        return 0.7
    return 0.0


def may_name(a: str, b: str) -> bool:
    """Whether two lemmas may name one thing: one word for both, or one is general."""
    if noun_stem(a) == noun_stem(b):
        return True
    return b in HYPERNYMS.get(a, ()) or a in HYPERNYMS.get(b, ())


def two_kinds(a: str, b: str) -> bool:
    """Whether two lemmas are for people of two kinds: "pilot", "passenger"; not "man", "driver"."""
    both = a in _PEOPLE and b in _PEOPLE and canonical(a) != canonical(b)
    if (a in _LOCALS and b in _SERVING) or (b in _LOCALS and a in _SERVING):
        return True
    return both and not {a, b} & (_ANYBODY | _ANYONE)


def anybody(lemma: str) -> bool:
    """Whether a lemma is for people of any kind."""
    return lemma in _ANYBODY


def somebody(a: str, b: str) -> bool:
    """Whether one lemma is for people of any kind and the other for some of them."""
    if two_kinds(a, b):
        return False
    return any(
        one in _ANYBODY and (other in _PEOPLE or other in _CIVILIANS)
        for one, other in ((a, b), (b, a))
    )


def events_of(lemma: str) -> frozenset[str]:
    """The classes of an event or measure word; empty for other words."""
    return _EVENT.get(lemma, frozenset())


def overlap(a: Reading, b: Reading) -> float:
    """Share of the smaller statement's content stems that the other has too, in [0, 1]."""
    smaller = min(len(a.stems), len(b.stems))
    return len(a.stems & b.stems) / smaller if smaller else 0.0


def same_topic(a: Reading, b: Reading, least: float = 0.25) -> bool:
    """Whether enough is shared for a comparison to mean something."""
    return overlap(a, b) >= least or len(a.stems & b.stems) >= 3


def governor(token: Token) -> Token:
    """The verb above ``token``, or the top of its phrase."""
    current = token
    while current.pos_ not in ("VERB", "AUX") and current.head.i != current.i:
        current = current.head
    return current
