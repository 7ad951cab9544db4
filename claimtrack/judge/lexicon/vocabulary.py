"""Which words of a report tell one deed, which deeds are kinds of others, which exclude each other.

The words stand in ``vocabulary.txt`` beside this module, which says how they are written; it is
read once, when it is first asked. What is denied in a general word is denied of each kind ("was
not damaged" and "was cracked"), not the other way.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from claimtrack.text.words import stem

Names = frozenset[str]
"""Names of deeds: each goes by the first word of its line, in its stem."""

NONE: Names = frozenset()

MONEY = frozenset("money cash sum fund funding cent penny".split())
"""Nouns for what is paid."""


_PEOPLE = frozenset("child relative soldier".split())
"""Nouns in general whose sorts are people."""


def name_of(words: str) -> str:
    """Return the stems of a verb and what it takes, joined as the vocabulary joins them."""
    return "_".join(stem(word) for word in words.split("_"))


def known(word: str) -> bool:
    """Whether the vocabulary has a verb with what it takes ("give_up")."""
    return name_of(word) in _verbs()


def deeds_of(word: str) -> Names:
    """Return the names of a verb's deeds; its own stem where no line has it."""
    name = name_of(word)
    found = _verbs().get(name)
    if found is None:
        return frozenset({name})
    return found | {name} if name in _pairs("kinds") else found


def groups_of(word: str) -> Names:
    """As ``deeds_of``; nothing where no line has the verb."""
    return _verbs().get(name_of(word), NONE)


def nouns_of(noun: str) -> Names:
    """Return the deeds that a noun tells: "resignation", that somebody resigned."""
    return _nouns().get(name_of(noun), NONE)


def states_of(words: str) -> Names:
    """Return the deeds of which an adjective or a phrase tells the result: "shut", "in_custody"."""
    return _states().get(name_of(words), NONE)


def happenings_by(words: str) -> Names:
    """Return the events that a verb with what it takes may tell: "struck", a raid or a quake."""
    return _happenings(0).get(name_of(words), NONE)


def happenings_named(noun: str) -> Names:
    """Return the events that a noun may call."""
    return _happenings(1).get(name_of(noun), NONE)


def recurs(events: Names) -> bool:
    """Whether a story has several of what these events may be: a meeting, not a robbery."""
    several = NONE.union(*(_happenings(0).get(word, NONE) for word in _listed("recurring")))
    several |= NONE.union(*(_happenings(1).get(word, NONE) for word in _listed("recurring")))
    return bool(events & several)


def once_only(deeds: Names) -> bool:
    """Whether a deed is done to one thing once: to arrest, not to question."""
    return bool(deeds & _listed("once"))


def by_preposition(words: str) -> bool:
    """Whether the last word of a phrase is a preposition, though it looks like a particle."""
    return name_of(words) in _listed("prepositions")


def befalls(word: str) -> bool:
    """Whether the subject of a verb has the deed done to it: "lost his life", "fell to"."""
    return name_of(word) in _listed("roles")


def generals_of(names: Names) -> Names:
    """Return ``names`` and those of the deeds that they are kinds of."""
    found = set(names)
    for name in names:
        found |= _pairs("kinds").get(name, NONE)
    return frozenset(found)


def two_fates(a: Names, b: Names) -> bool:
    """Whether two deeds cannot both be true of one thing: to die, to survive."""
    return _meet("fates", a, b)


def two_acts(a: Names, b: Names) -> bool:
    """Whether nobody can have done both to one thing: to accept, to turn down."""
    return _meet("acts", a, b)


def by_standing(a: Names, b: Names) -> bool:
    """As ``by_turns``, of deeds that follow each other in every report: arrested, released."""
    return _meet("standings", a, b)


def two_ends(a: Names, b: Names) -> bool:
    """Whether two deeds are one, told from its two ends: to receive, to send."""
    return _meet("converse", a, b)


def two_manners(a: Names, b: Names) -> bool:
    """Whether one deed cannot have been done both ways: "on_time", "late"."""
    return _meet("manners", a, b)


def rivals(a: str, b: str) -> bool:
    """Whether two nouns cannot both be what one thing was: a bribe, a loan."""
    first, second = _rivals().get(a, NONE), _rivals().get(b, NONE)
    lines = {place.partition(".")[0] for place in first}
    return not first & second and any(place.partition(".")[0] in lines for place in second)


def by_turns(a: Names, b: Names) -> bool:
    """Whether two deeds undo each other: to open, to close."""
    return _meet("turns", a, b)


def counted_as(verb: str) -> str:
    """Return the verb that stands for all of one deed done to what is counted, or nothing."""
    return _firsts("counted").get(verb, "")


def doer_of(noun: str) -> str:
    """Return the noun that stands for all of one kind of doer, or nothing."""
    return _firsts("doers").get(noun, "")


def office_of(title: str) -> str:
    """Return the title that stands for all of one office, or nothing."""
    return _firsts("offices").get(title, "")


def giver_of(noun: str) -> str:
    """Return the noun that stands for all of one kind of giver, or nothing."""
    return _firsts("givers").get(noun, "")


def one_kind(a: str, b: str) -> bool:
    """Whether two nouns are of one kind of thing, or of one body of people."""
    kinds = _field_of_things()
    return bool(kinds.get(a, NONE) & kinds.get(b, NONE))


def sort_of(kind: str, general: str) -> bool:
    """Whether one noun names a sort of what the other does: "pistol", "weapon"."""
    return general in _generals().get(kind, NONE)


def sites_of(noun: str) -> Names:
    """Return the kinds of place that a noun names: two for a word of two meanings, or none."""
    return _sites()[0].get(noun, NONE)


def on_ground(kinds: Names) -> bool:
    """Whether a place is open ground, a road or what goes on it, and no premises."""
    return bool(kinds & _grounds())


def may_lie_in(inner: str, outer: str) -> bool:
    """Whether a place of one kind may be inside one of another: a bar in a hotel."""
    holding = _sites()[1]
    about = holding.get(inner, NONE)
    elsewhere = outer in _grounds() or "*" in holding.get(outer, NONE)
    return outer in about or ("*" in about and not elsewhere)


def of_one_doer(names: Names) -> bool:
    """Whether a deed has one doer, where it is done to one thing: a design, an order."""
    return any(name.split()[0] in _listed("single") for name in names)


def of_many(verb: str) -> bool:
    """Whether many may do to one thing what a verb tells: visit it, criticise it."""
    return bool((groups_of(verb) | {name_of(verb)}) & _listed("shared"))


def done_again(verb: str) -> bool:
    """Whether a verb tells what is done more than once, so that two places may be two times."""
    return name_of(verb) in _listed("again")


def settles(names: Names) -> bool:
    """Whether a deed tells where a thing then lay: to find it, to abandon it."""
    return bool(names & _listed("settling"))


def a_thing(noun: str) -> bool:
    """Whether a noun names a sort of thing, and nobody."""
    generals = _generals().get(noun, NONE)
    return bool(generals) and not generals & _PEOPLE


def _meet(section: str, a: Names, b: Names) -> bool:
    if a & b:
        return False
    pairs = _pairs(section)
    return any(pairs.get(name, NONE) & b for name in a)


@lru_cache(maxsize=1)
def _sections() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    text = files("claimtrack.judge.lexicon").joinpath("vocabulary.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            found[line.strip("[]")] = []
        elif line and not line.startswith("#"):
            found[list(found)[-1]].append(line)
    return found


def _field(number: int) -> dict[str, Names]:
    """The deeds by the words of one field of the lines: verbs, nouns, states."""
    found: dict[str, set[str]] = {}
    for line in _sections()["deeds"]:
        fields = line.split(";")
        words = fields[number].split() if number < len(fields) else []
        for word in words:
            found.setdefault(name_of(word), set()).add(name_of(line.split()[0]))
    return {word: frozenset(names) for word, names in found.items()}


@lru_cache(maxsize=1)
def _verbs() -> dict[str, Names]:
    return _field(0)


@lru_cache(maxsize=1)
def _nouns() -> dict[str, Names]:
    return _field(1)


@lru_cache(maxsize=1)
def _states() -> dict[str, Names]:
    return _field(2)


@lru_cache(maxsize=2)
def _happenings(number: int) -> dict[str, Names]:
    """The lines of events by the words of one of their fields; a line goes by all its words."""
    found: dict[str, set[str]] = {}
    for line in _sections()["happenings"]:
        for word in line.split(";")[number].split():
            found.setdefault(name_of(word), set()).add(line)
    return {word: frozenset(lines) for word, lines in found.items()}


@lru_cache(maxsize=8)
def _listed(section: str) -> frozenset[str]:
    return frozenset(name_of(word) for line in _sections()[section] for word in line.split())


@lru_cache(maxsize=8)
def _pairs(section: str) -> dict[str, Names]:
    """By a deed's name, those that the section sets against it; of kinds, their generals."""
    found: dict[str, set[str]] = {}
    for line in _sections()[section]:
        left, right = ({name_of(word) for word in side.split()} for side in line.split("|"))
        for one in right:
            found.setdefault(one, set()).update(left)
        if section != "kinds":
            for one in left:
                found.setdefault(one, set()).update(right)
    return {name: frozenset(names) for name, names in found.items()}


@lru_cache(maxsize=1)
def _rivals() -> dict[str, Names]:
    """By a noun, where it stands: the number of its line and of its part of it."""
    found: dict[str, set[str]] = {}
    for number, line in enumerate(_sections()["rivals"]):
        for part, words in enumerate(line.split("|")):
            for word in words.split():
                found.setdefault(word, set()).add(f"{number}.{part}")
    return {word: frozenset(places) for word, places in found.items()}


@lru_cache(maxsize=1)
def _sites() -> tuple[dict[str, Names], dict[str, Names]]:
    """By a noun, its kinds of place; by a kind, those that it may lie in."""
    kinds: dict[str, set[str]] = {}
    holding: dict[str, Names] = {}
    for line in (*_sections()["sites"], *_sections()["grounds"]):
        nouns, _, about = line.partition("|")
        kind, *_ = words = nouns.split()
        for word in words:
            kinds.setdefault(word, set()).add(kind)
        holding[kind] = frozenset(about.split())
    return {word: frozenset(names) for word, names in kinds.items()}, holding


@lru_cache(maxsize=1)
def _grounds() -> Names:
    return frozenset(line.split()[0] for line in _sections()["grounds"])


@lru_cache(maxsize=1)
def _field_of_things() -> dict[str, Names]:
    """The first words of the lines that a noun stands in: several for "bank"."""
    found: dict[str, set[str]] = {}
    for line in _sections()["things"]:
        for word in line.split():
            found.setdefault(word, set()).add(line.split()[0])
    return {word: frozenset(firsts) for word, firsts in found.items()}


@lru_cache(maxsize=1)
def _generals() -> dict[str, Names]:
    """By a noun, those that are general for it; a sort's own sorts are sorts as well."""
    above: dict[str, set[str]] = {}
    for line in _sections()["sorts"]:
        generals, sorts = (side.split() for side in line.split("|"))
        for word in sorts:
            above.setdefault(word, set()).update(generals)
    for _ in range(2):
        for found in above.values():
            found |= {over for word in tuple(found) for over in above.get(word, ())}
    return {word: frozenset(found - {word}) for word, found in above.items()}


@lru_cache(maxsize=8)
def _firsts(section: str) -> dict[str, str]:
    return {word: line.split()[0] for line in _sections()[section] for word in line.split()}
