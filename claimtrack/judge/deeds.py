"""Which words of a report tell one and the same deed, and which are a kind of it.

The groups are our own, from the vocabulary of news reports; they hold no names. What is denied in
a general word is denied of each kind ("was not damaged" and "was cracked"), not the other way.
"""

from __future__ import annotations

from functools import lru_cache

from claimtrack.text.words import stem

# Verbs that reporters use for one deed; a low line joins a verb to what it takes ("turn_down",
# "lose_life"), a participle after "un-" is looked up as well ("undamaged").
_ONE_DEED = """
fire shoot shell bombard open_fire
drop abandon give_up renounce relinquish waive
reject refuse decline turn_down rebuff
delay postpone put_off push_back defer
stop suspend halt discontinue
capture seize conquer overrun take_over take_control fall_to
tell inform notify brief
mention speak_of talk_of speak_about talk_about refer_to tell_about
pay donate contribute give_money send_money transfer_money hand_money
steal rob loot burgle take_from
inspect check examine
arrest detain
die lose_life perish kill
hurt injure wound harm suffer_injury suffer_burn suffer_wound suffer_cut suffer_fracture
sack dismiss
leave depart take_off lift_off
sound go_off wail blare ring hear
destroy raze level flatten wreck demolish
evacuate relocate
resign step_down quit stand_down
start begin commence
move cover_metre cover_meter cover_kilometre cover_kilometer cover_mile
sign ink
approve endorse
build erect construct
buy purchase acquire
see spot
publish release make_public
allow permit
cancel call_off scrap
order instruct
admit concede acknowledge
help assist
block obstruct
attack assault
"""
# A general word and, behind the bar, kinds of what it tells.
_KINDS = """
damage | crack dent shatter smash wreck destroy flatten ruin scorch gut char burn_down
discipline punish | suspend sack dismiss reprimand fine demote
hurt | kill stab maim
change | rise fall grow increase decrease drop raise lower go_up go_down come_down climb shrink
attack | shell bombard bomb raid storm shoot stab
release | publish
take_part | attend join
use_force | beat shoot
"""
# Nouns for what is told, asked or allowed, and the verb of the same deed.
_SAID = {
    "warning": "warn",
    "alert": "warn",
    "notice": "tell",
    "notification": "tell",
    "information": "tell",
    "order": "order",
    "instruction": "order",
    "permission": "allow",
    "approval": "approve",
    "invitation": "invite",
    "apology": "apologise",
    "help": "help",
    "aid": "help",
}
# Of these the subject is whom or what it is done to.
_INVERTED = frozenset(
    "lose_life fall_to suffer_injury suffer_burn suffer_wound suffer_cut suffer_fracture".split()
)
# What is fired, as far as a report that tells of firing says it in one word.
_THINGS = (
    "shot shell round bullet rocket missile salvo projectile mortar grenade".split(),
    "soldier troop army military force artillery gunner battery unit serviceman".split(),
    "clinic hospital".split(),
    "offer bid".split(),
    "warehouse plant factory site works premise facility depot building store".split(),
)
_THING = {word: words[0] for words in _THINGS for word in words}

MONEY = frozenset("money cash sum fund funding cent penny".split())
"""Nouns for what is paid."""


def _name(words: str) -> str:
    return "_".join(stem(word) for word in words.split("_"))


@lru_cache(maxsize=1)
def _deeds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _ONE_DEED.strip().splitlines():
        words = [_name(word) for word in line.split()]
        for word in words:
            found.setdefault(word, set()).add(words[0])
    return {word: frozenset(names) for word, names in found.items()}


@lru_cache(maxsize=1)
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _KINDS.strip().splitlines():
        general, special = line.split("|")
        for one in special.split():
            for name in deeds_of(_name(one)):
                found.setdefault(name, set()).update(_name(word) for word in general.split())
    return {name: frozenset(generals) for name, generals in found.items()}


def known(word: str) -> bool:
    """Whether a verb with what it takes ("give_up") is one of the tables."""
    return _name(word) in _deeds() or f"_{_name(word)}" in _joined()


@lru_cache(maxsize=1)
def _joined() -> frozenset[str]:
    special = (word for line in _KINDS.strip().splitlines() for word in line.split())
    return frozenset(f"_{_name(word)}" for word in special if "_" in word)


def deeds_of(word: str) -> frozenset[str]:
    """Return the names under which a verb's deed goes; its own stem where no group has it."""
    name = _name(word)
    return _deeds().get(name) or frozenset({name})


def inverted(word: str) -> bool:
    """Whether what it is done to is the subject of the verb with what it takes ("fall_to")."""
    return word in _INVERTED


def said_in(noun: str) -> frozenset[str]:
    """Return the deed that a noun for something said tells: a warning, that one warned."""
    verb = _SAID.get(noun)
    return deeds_of(verb) if verb else frozenset()


def generals_of(names: frozenset[str]) -> frozenset[str]:
    """Return ``names`` and those of the deeds that they are kinds of."""
    found = set(names)
    for name in names:
        found |= _kinds().get(name, frozenset())
    return frozenset(found)


def one_kind(a: str, b: str) -> bool:
    """Whether two nouns are of one kind of thing, or of one body of people."""
    return a in _THING and _THING.get(a) == _THING.get(b)
