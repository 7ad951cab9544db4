"""One side denies a deed that the other tells in other words, of the same parties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.judge.comparators.denied.negation import of_other_contents
from claimtrack.judge.lexicon.vocabulary import deeds_of, generals_of, two_ends
from claimtrack.judge.readings.clauses import INVOLVED, Clause, clauses, only_when
from claimtrack.judge.readings.holders import places
from claimtrack.judge.readings.narrower import narrower
from claimtrack.judge.readings.parties import nobody, none_of, one_of, same_party
from claimtrack.judge.readings.reading import Reading
from claimtrack.judge.readings.topic import overlap
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token


_PERSONS = frozenset("i we you he she it they".split())
_MOVING = ("out_of", "into", "from", "onto", "off")
# Whatever is wrong with a thing is about its state.
_VAGUE = frozenset("state condition situation safety matter problem danger risk".split())
_IN = ("in", "at", "near")
_KILL = "kill"
_SITTING = deeds_of("sit_on_panel")
_OF_ALL = 0.75
_ABOUT = ("of", "about", "on")


def denial(a: Reading, b: Reading) -> Signal | None:
    """Speaks for a conflict where one side denies a deed and the other tells it or a kind of it."""
    found = _clash(a, b) or _clash(b, a)
    if found is None:
        return None
    denied, told, agreed = found
    said = f"One side denies “{denied.token.text}”, the other tells of “{told.token.text}”."
    # "Nobody was killed" shares no word with "one prisoner died in the yard", and needs none.
    fewest = _OF_ALL if any(_general(party) for party in _swept(denied)) else 0.0
    value = round(min(1.0, max(fewest, 0.3 + 0.2 * agreed + overlap(a, b))), 4)
    return Signal("negation", ConflictType.NEGATION, value, said)


def _clash(denying: Reading, telling: Reading) -> tuple[Clause, Clause, int] | None:
    for denied in clauses(denying):
        if not denied.denied or only_when(denied.token, telling) or _of_which(denied):
            continue
        for told in clauses(telling):
            if told.denied or told.token.i in telling.negations:
                continue
            if told.things and _of_clause(denied):
                continue  # "did not know how fast it was" and "learned a lesson"
            if narrower(denied.token, told.token, telling) or _of_another(denied, told, telling):
                continue
            if _of_its_cause(denied, told) or of_other_contents(denied.token, told.token):
                continue
            if denied.deeds & told.deeds:
                agreed = _agreed(denied, told, denying, telling)
            elif denied.deeds & generals_of(told.deeds):
                if INVOLVED & denied.deeds:
                    if one_of(denied.doers, told.doers) < 1 or _on_another(denied, told, telling):
                        continue
                elif (
                    told.doers
                    and told.things
                    and one_of(denied.things, told.things) < 1
                    and denied.doers
                ):
                    continue  # who never found out did not sign this
                agreed = _agreed(denied, told, denying, telling)
            elif two_ends(denied.deeds, told.deeds):
                agreed = _other_end(denied, told, telling)
            else:
                continue
            if agreed:
                return denied, told, agreed
    return None


def _on_another(denied: Clause, told: Clause, telling: Reading) -> bool:
    """Whether one sat on a panel that nothing says was of what he had no part in."""
    if not told.deeds & _SITTING:
        return False
    doers = {part.i for doer in denied.doers for part in doer.subtree}
    nouns = (t for t in denied.token.subtree if t.pos_ == "NOUN" and t.i not in doers)
    return not {stem(noun.lemma_.lower()) for noun in nouns} & telling.stems


def _of_clause(denied: Clause) -> bool:
    """Whether what the verb takes is a clause, and no thing."""
    inside = {child.dep_ for child in denied.token.children}
    return "ccomp" in inside and not denied.things


def _swept(denied: Clause) -> list[Token]:
    return [party for party in _parties(denied) if none_of(party)]


def _general(party: Token) -> bool:
    return party.pos_ == "PRON" or nobody(party)


def _of_its_cause(denied: Clause, told: Clause) -> bool:
    """Whether only who or what caused it is denied: "the drug did not kill her", "she died"."""
    killed = _KILL in denied.deeds and not any(none_of(doer) for doer in denied.doers)
    return bool(killed and denied.doers and denied.things) and not (told.doers and told.things)


def _of_another(denied: Clause, told: Clause, telling: Reading) -> bool:
    """Whether one refused to get out of a car, and then took off: told of no car."""
    named = {word.partition("_")[0] for word in told.others}
    moved = [denied.others[word] for word in _MOVING if word in denied.others]
    if (
        told.things
        or named & {*_MOVING, "out"}
        or told.token.pos_ == "NOUN"
        or not (denied.doers and told.doers)
    ):
        return False
    return one_of(denied.things, told.doers) < 1 and any(
        thing.pos_ in ("NOUN", "PROPN")
        and not none_of(thing)
        and stem(thing.lemma_.lower()) not in telling.stems
        for thing in (*denied.things, *moved)
    )


def _of_which(denied: Clause) -> bool:
    """Whether only the sentences before tell of whom it is denied: "she spoke to neither"."""
    tokens = (*denied.doers, *denied.things, *denied.others.values())
    return any(token.lower_ == "neither" and token.pos_ == "PRON" for token in tokens)


def _other_end(denied: Clause, told: Clause, telling: Reading) -> int:
    """How many parties two ends of one deed share: "got no dose", "doses were sent to it"."""
    named = (*denied.things, *(denied.others[word] for word in _ABOUT if word in denied.others))
    named += tuple(
        inner
        for thing in denied.things
        for prep in thing.children
        if prep.dep_ == "prep"
        for inner in prep.children
    )
    if not {stem(token.lemma_.lower()) for token in named} & telling.stems:
        return 0
    knowing = bool(denied.deeds & deeds_of("know"))
    things = 0 if knowing else one_of(denied.things, told.things)
    ends = [
        one_of(one.doers, (*((other.others["to"],) if "to" in other.others else ()), *other.things))
        for one, other in ((denied, told), (told, denied))
    ]
    return things + max(ends) if things >= 0 and max(ends) > 0 else 0


def _agreed(denied: Clause, told: Clause, a: Reading, b: Reading) -> int:
    """How many parties both have; 0 where one tells the two apart, or none is shared."""
    others = [
        same_party(denied.others[word], told.others[word])
        for word in denied.others.keys() & told.others.keys()
        if denied.others[word].lemma_.lower() not in _VAGUE
        and not _time(denied.others[word])
        and not _time(told.others[word])
    ]
    if _elsewhere(denied, told):
        return 0
    found = [[*parts, *others] for parts in _aligned(denied, told)]
    agreed = [sum(parts) for parts in found if min(parts) >= 0]
    if not agreed or max(agreed):
        return max(agreed, default=0)
    swept = [party for party in _swept(denied) if _general(party)]
    apart = {party.i for party in _parties(denied)} - {party.i for party in swept}
    around = [part for part in denied.token.children if part.i not in apart]
    own = {stem(part.lemma_.lower()) for part in (denied.token, *around, *swept)}
    if denied.sweeping:
        if any(party.lower_ in _PERSONS for party in _parties(denied)) and not a.stems - own:
            return 0  # what "we saw nothing" is about only the sentences before tell
        named = any(m.same(n) for m in a.names for n in b.names)
        # "Nobody was killed" denies nothing else.
        return int(named or a.stems - own <= b.stems)
    own |= {stem(told.token.lemma_.lower())}
    unnamed = any(t.pos_ == "PRON" for t in (*_parties(denied), *_parties(told)))
    return int(unnamed and bool(a.stems & b.stems - own))


def _elsewhere(denied: Clause, told: Clause) -> bool:
    """Whether each says by name where it was, and neither where the other does."""
    mine, theirs = (
        tuple(
            place
            for place in (*(c.others[word] for word in _IN if word in c.others), *_places(c))
            if place.pos_ == "PROPN" and not _time(place)
        )
        for c in (denied, told)
    )
    return one_of(mine, theirs) < 0


def _places(clause: Clause) -> Iterator[Token]:
    for party in _parties(clause):
        yield from places(party)


def _parties(clause: Clause) -> tuple[Token, ...]:
    return (*clause.doers, *clause.things)


def _aligned(denied: Clause, told: Clause) -> Iterator[list[int]]:
    """How doers and things agree; what a verb without an object tells may be done to its subject.

    "The hall was not damaged by the fire" and "the hall burned down" are of one hall.
    """
    things = one_of(denied.things, told.things)
    befell = denied.things and told.doers and not (told.things or denied.doers)
    anything = any(
        none_of(thing) and thing.pos_ == "PRON" and not thing.lower_.endswith("body")
        for thing in denied.things
    )
    if not befell:
        yield [one_of(denied.doers, told.doers), max(things, 0) if anything else things]
    if not told.things and denied.things:
        yield [one_of(denied.things, told.doers)]
    for one, other in ((denied, told), (told, denied)):  # "supplied the army", "sent it to"
        if one.things and "to" in other.others and other.doers:
            yield [one_of(denied.doers, told.doers), one_of(one.things, (other.others["to"],))]
    if not denied.things and told.things and denied.token.pos_ != "NOUN":
        yield [one_of(denied.doers, told.things)]


def _time(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME")
