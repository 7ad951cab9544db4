"""Who did it, to whom, and where: the same role filled by different names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.vocabulary import done_again, may_lie_in
from claimtrack.judge.readings.agents import over
from claimtrack.judge.readings.doers import doings, two_doers
from claimtrack.judge.readings.events import shared
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.roles import Name, calendar_words
from claimtrack.judge.readings.sites import kinds_of
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

_APART = frozenset("nsubj nsubjpass relcl advcl acl pcomp ccomp csubj appos".split())
"""What stands below these tells of something else than the statement's own verb does."""
_TIMES = ("DATE", "TIME")
_NO_PLACE = frozenset("to into onto from between towards toward across".split())
"""These tell of no place where it was: driven to a prison, a letter from the ministry."""


def place(a: Reading, b: Reading) -> Signal | None:
    """Two places for one event speak for a conflict where all else agrees."""
    first, second = _places(a), _places(b)
    if not first or not second or any(m.same(n) for m in first for n in second):
        return None
    if any(m.same(n) for m in first for n in b.names) or any(
        n.same(m) for n in second for m in a.names
    ):
        return None
    others = _others(a), _others(b)
    if _disjoint(*others) or _two_occasions(a, b):
        return None
    if _two_sorts(a.doc[first[0].token], b.doc[second[0].token]):
        return None
    told = shared(a, b, (_words(first), _words(second)))
    if told.words <= told.names and not told.deed:
        return None
    if not (told.of_one_deed if told.deed else told.words >= 3 and told.share >= 0.5):
        return None
    value = min(1.0, told.share + (0.3 if told.deed else 0.0))
    m, n = first[0], second[0]
    return Signal(
        "place",
        ConflictType.PLACE,
        round(value, 4),
        f"One places it in {m.text}, the other in {n.text}.",
    )


def _two_occasions(a: Reading, b: Reading) -> bool:
    """Whether two may be told of: another one, other days, what is done again and again."""
    first, second = _days(a), _days(b)
    if first and second:
        return not first & second
    if any("another" in {t.lower_ for t in side.core} for side in (a, b)):
        return True
    if not any(done_again(side.root.lemma_.lower()) for side in (a, b)):
        return False
    when = [{t.lemma_ for t in side.core if t.ent_type_ in _TIMES} for side in (a, b)]
    return not when[0] & when[1]


def _days(reading: Reading) -> frozenset[str]:
    """The days, months and years that a statement names."""
    years = (t.lower_ for t in reading.core if t.ent_type_ == "DATE" and len(t) == 4 and t.is_digit)
    return calendar_words(reading.core) | frozenset(years)


def _two_sorts(m: Token, n: Token) -> bool:
    """Whether one may lie in the other: "in Teldin", and "in Mill Road" or "in Brewers Lane".

    Of what stands with an article, no town is; waters may lie in a sea.
    """
    with_it = [any(child.dep_ == "det" for child in token.children) for token in (m, n)]
    first, second = kinds_of(m), kinds_of(n)
    if not first and not second:
        return with_it[0] != with_it[1]
    if not first or not second:
        return True
    return any(may_lie_in(x, y) or may_lie_in(y, x) for x in first for y in second)


@once
def _places(reading: Reading) -> list[Name]:
    """Where the statement's own verb says that it was, and not where one of its nouns is."""
    return [
        name
        for name in reading.names
        if name.role == "place" and _of_the_verb(reading, reading.doc[name.token])
    ]


def _of_the_verb(reading: Reading, token: Token) -> bool:
    """Whether what it stands in belongs to the verb, or to its object ("found the van in Sarn")."""
    while token.i != reading.root.i:
        if token.head.i == token.i or token.dep_ in _APART:
            return False
        if token.dep_ == "prep" and token.lower_ in _NO_PLACE:
            return False
        token = token.head
    return True


def _words(names: list[Name]) -> frozenset[str]:
    return frozenset(stem(word) for name in names for word in name.words)


def actor(a: Reading, b: Reading) -> Signal | None:
    """Two who did one thing to one thing speak for a conflict."""
    if over(a.root) != over(b.root):
        return None
    for mine in doings(a):
        for other in doings(b):
            if mine.denied or other.denied or not mine.same_deed(other):
                continue
            if mine.each and other.each and not (mine.sole or other.sole):
                continue
            both = mine.done & other.done
            size = min(len(mine.done), len(other.done))
            if not both or len(both) < size / 2 or not mine.one_thing(other):
                continue
            if not (mine.heads & other.done or other.heads & mine.done):
                continue
            if not two_doers(a, mine, b, other):
                continue
            said = f"One says {mine.doer.text}, the other {other.doer.text}."
            sure = 0.2 if mine.sole or other.sole else 0.1
            value = min(1.0, round(len(both) / size + sure, 4))
            return Signal("actor", ConflictType.ACTOR, value, said)
    return None


def entity(a: Reading, b: Reading) -> Signal | None:
    """Statements about different named subjects speak of different things."""
    first, second = _subjects(a, b), _subjects(b, a)
    if not _disjoint(first, second):
        return None
    alike = [(m, n) for m in first for n in second if m.role == n.role]
    if not alike:
        return None  # who was not warned, and who had warned them
    m, n = alike[0]
    said = f"One speaks of {m.text}, the other of {n.text}."
    return Signal("entity", ConflictType.OTHER, -1.0, said)


def _subjects(reading: Reading, other: Reading) -> list[Name]:
    """Names in subject or object position that the other statement nowhere mentions."""
    text = other.text.lower()
    found = [name for name in reading.names if name.role in ("subject", "object")]
    if any(name.text.lower() in text for name in found):
        return []
    return [
        name
        for name in found
        if not any(name.same(o) for o in other.names)
        and _proper(reading, name)
        and _of_main_clause(reading, name)
    ]


def _proper(reading: Reading, name: Name) -> bool:
    """Whether the capital is that of a name, and not that of a sentence's first word."""
    token = reading.doc[name.token]
    return token.i > 0 or " " in name.text or token.ent_type_ != ""


def _of_main_clause(reading: Reading, name: Name) -> bool:
    """Whether the verb of the name is the statement's own, or joined to it."""
    verb = reading.doc[name.head]
    while verb.i != reading.root.i:
        if verb.head.i == verb.i or verb.head.pos_ not in ("VERB", "AUX"):
            return False
        verb = verb.head
    return True


def _others(reading: Reading) -> list[Name]:
    return [name for name in reading.names if name.role != "place"]


def _disjoint(first: list[Name], second: list[Name]) -> bool:
    return bool(first and second) and not any(m.same(n) for m in first for n in second)
