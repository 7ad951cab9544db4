"""One side negates what the other asserts of the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.judge.readings.clauses import main, only_when
from claimtrack.judge.readings.holders import holders, places
from claimtrack.judge.readings.narrower import narrower, of_a_count
from claimtrack.judge.readings.parties import (
    agreement,
    joined_apart,
    nobody,
    none_of,
    one_of,
    parties,
    same_party,
    verb_of,
)
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import governor, may_name, noun_stem, overlap, somebody
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.polarity import cues
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

_LIGHT = frozenset(
    "be have do make take get say tell report one there thing see hear find record go come occur "
    "happen exist remain confirm know".split()
)
_EMPTY = frozenset("be have do make take get say tell report one there thing".split())
_INDEFINITE = frozenset(
    "nobody noone anybody anyone somebody someone everybody everyone "
    "anything something nothing everything one it that this them any none".split()
)
_FURTHER = frozenset("further more other new additional fresh".split())
# By these it is told that something is to be or is not let be, not that it was.
TO_COME = frozenset(
    "plan schedule expect demand promise propose announce order await refuse reject seek request "
    "ask want withhold oppose".split()
)
_ASKING = frozenset(
    "want wish hope plan intend order tell ask urge advise offer promise threaten expect seek "
    "request demand intention threat call invite".split()
)
_HAPPENING = frozenset("come happen occur follow begin start continue last be".split())
_PERSONS = frozenset("i he she it we they him her us them".split())
_ASKS = ("WP", "WRB", "WDT")
# What something was may also stand with these verbs: "became leader", "was caused by a bomb".
_NAMING = frozenset("become remain make call name elect appoint choose describe treat".split())
_CAUSING = frozenset(
    "cause trigger spark start kill bring lead result blame destroy damage happen occur be".split()
)
_MEETING = frozenset("meet see visit greet help teach address treat protect hear call".split())
_ARGUMENTS = ("dobj", "nsubjpass", "attr")


def negation(a: Reading, b: Reading) -> Signal | None:
    """Speaks for a conflict where a shared predicate or its object has opposite polarity."""
    shared = overlap(a, b)
    if shared < 0.4:
        return None
    flipped: list[tuple[Token, Token]] = []
    kept: list[tuple[Token, Token]] = []
    pairs = [(m, n) for m, n in _pairs(a, b) if not _no_more(m, n)]
    pairs = [(m, n) for m, n in pairs if _alike(m, n, a, b)]
    verbs = [(m, n) for m, n in pairs if m.pos_ in ("VERB", "AUX") or m.dep_ == "acomp"]
    pairs = [(m, n) for m, n in pairs if not _two_deeds(m, n) and not _doers(m, n)]
    if not verbs and max(len(cues(a.doc)), len(cues(b.doc))) > 1:
        return None
    for m, n in verbs or pairs:
        (flipped if a.negative(m) != b.negative(n) else kept).append((m, n))
    if not flipped:
        if verbs and any(_cancelled(m, a) or _cancelled(n, b) for m, n in verbs):
            said = "Two negations on one side cancel each other."
            return Signal("negation", ConflictType.NEGATION, -0.9, said)
        if kept and any(a.negative(m) for m, _ in kept):
            return Signal("negation", ConflictType.NEGATION, -0.5, "Both deny the same.")
        return None
    m, n = flipped[0]
    negative = m if a.negative(m) else n
    said = f"One side denies “{negative.text}”, the other asserts it."
    if _other_object(m, n, a, b):
        return Signal("negation", ConflictType.NEGATION, -0.8, "What is denied is something else.")
    share = len(flipped) / (len(flipped) + len(kept))
    if _one_deed(m, n, a, b):
        value = 0.6 + shared
    else:
        central = _central(m, a) or _central(n, b)
        value = shared * (1.0 if central else 0.6)
    value *= 0.5 + 0.5 * share
    return Signal("negation", ConflictType.NEGATION, round(min(1.0, value), 4), said)


def _alike(m: Token, n: Token, a: Reading, b: Reading) -> bool:
    """Whether what one denies is what the other tells, as far as their clauses show."""
    if a.negative(m) == b.negative(n):
        return True
    if a.negative(m):
        denied, told, denying, telling = m, n, a, b
    else:
        denied, told, denying, telling = n, m, b, a
    if _unnamed(denied) and len(denying.stems & telling.stems) < 2:
        return False
    if denied.pos_ == "NOUN":
        if _of_another_count(denied, told) or _no_such_thing_as(denied, told):
            return False
        if denied.dep_ == "nsubj" and not none_of(denied):
            return False  # "customers need do nothing" denies no customers
        above, over = governor(denied), governor(told)
        if above.pos_ == "VERB" and only_when(above, telling):
            return False
        if denied.dep_ in ("nsubj", "nsubjpass") and above.pos_ == "VERB":
            mine, other = verb_of(above), verb_of(over)
            if mine not in _LIGHT and noun_stem(mine) != noun_stem(other):
                return False  # "no patient died", "three patients went home"
        one = above.pos_ == over.pos_ == "VERB" and above.lemma_ == over.lemma_
        if one and agreement(above, over)[0] < 0 and not none_of(denied):
            return False  # "the army did not use gas", and the police did
        if told.lemma_ == denied.lemma_ and same_party(denied, told) < 0:
            return False
        if told.pos_ == "NOUN" and _told_apart(denied, told):
            return False
        if telling.negations.get(over.i, 0) and not telling.negations.get(told.i, 0):
            return False  # "the warning was not passed on" tells of none that came
        if not none_of(denied) and above.pos_ == "VERB" and not main(above, denying):
            return False  # "rules do not require him to declare gifts"
        held = told.pos_ == "NOUN" and governor(denied).lemma_ == governor(told).lemma_
        held = held and not (denied.dep_ == "attr" and told.dep_ == "nsubj")  # "is not the driver"
        there = held or _none_such(denied) or (denied.dep_ == "attr" and told.dep_ != "nsubj")
        return there and governor(told).lemma_.lower() not in TO_COME
    if told.pos_ == "NOUN":
        if denied.pos_ == "ADJ":
            return False
        happened = told.dep_ != "nsubj" or governor(told).lemma_.lower() in _HAPPENING
        if not happened and not _of_what(denied) & telling.stems:
            return False  # "was not tested", "tests have confirmed it"
        return governor(told).lemma_.lower() not in TO_COME
    if narrower(denied, told, telling):
        return False
    if _two_frames(denied, told) or of_other_contents(denied, told):
        return False
    doers, things = agreement(_deed_of(denied), _deed_of(told))
    # "Nobody was hurt by the blast" denies it of all; "they found nothing", of what they found.
    swept = not parties(denied)[0] and any(none_of(thing) for thing in parties(denied)[1])
    swept = swept or any(c.dep_ == "auxpass" for c in denied.children)
    indefinite = any(thing.lower_ in _INDEFINITE for thing in parties(denied)[1])
    indefinite |= any(c.lower_ == "none" and c.dep_ in _ARGUMENTS for c in denied.children)
    none = any(
        none_of(thing) and thing.pos_ == "NOUN" and not nobody(thing)
        for thing in parties(denied)[1]
        if stem(thing.lemma_.lower()) not in telling.stems
    )
    if (
        (doers < 0 and not swept)
        or (none and things < 1 and any(t.pos_ == "NOUN" for t in parties(told)[1]))
        or (things < 0 and indefinite)
        or joined_apart(denied, told)
        or _two_of_a_kind(denied, told)
    ):
        return False
    if not (main(denied, denying) and main(told, telling)) and max(doers, things) < 1:
        return False
    return _asked(denied) == _asked(told) and not only_when(denied, telling)


def _of_another_count(denied: Token, told: Token) -> bool:
    """Whether so many are denied, or so many have none: "does not have two", "90 have no power"."""
    mine, other = ({c.lower_ for c in t.children if c.tag_ == "CD"} for t in (denied, told))
    if not none_of(denied) and mine - {"one"} and not mine & other:
        return True
    return of_a_count(governor(denied), governor(told))


def _no_such_thing_as(denied: Token, told: Token) -> bool:
    """Whether it is denied to be what something was, and only told of: "it was not the smoke"."""
    be = governor(denied)
    if denied.dep_ != "attr" or be.lemma_ != "be" or none_of(denied):
        return False
    if any(child.dep_ == "expl" for child in be.children):
        return False
    over = governor(told)
    called = told.dep_ in ("attr", "oprd") or over.lemma_.lower() in _NAMING
    return told.pos_ == "NOUN" and not (called or over.lemma_.lower() in _CAUSING)


def _of_what(verb: Token) -> set[str]:
    """Stems of whoever has it done to him, and of what."""
    doers, things, _ = parties(verb)
    return {noun_stem(token.lemma_.lower()) for token in (*doers, *things)}


def _two_frames(m: Token, n: Token) -> bool:
    """Whether one verb takes two things: to pay somebody and for something, to ask for it."""
    (_, mine, first), (_, other, second) = parties(m), parties(n)
    return any(
        "for" in joined and not objects and theirs and "for" not in others
        for objects, joined, theirs, others in (
            (mine, first, other, second),
            (other, second, mine, first),
        )
    )


def of_other_contents(m: Token, n: Token) -> bool:
    """Whether each takes a clause of its own: what they know, who it was that did it."""
    clauses = [
        {stem(t.lemma_.lower()) for c in verb.children if c.dep_ == "ccomp" for t in _content(c)}
        for verb in (m, n)
    ]
    asked = [
        {t.lower_ for c in verb.children if c.dep_ == "ccomp" for t in c.subtree if t.tag_ in _ASKS}
        for verb in (m, n)
    ]
    if not all(clauses):
        return False
    return not clauses[0] & clauses[1] or (all(asked) and asked[0] != asked[1])


def _content(clause: Token) -> list[Token]:
    return [t for t in clause.subtree if t.pos_ in ("NOUN", "VERB", "PROPN", "ADJ", "NUM")]


def _told_apart(denied: Token, told: Token) -> bool:
    """Whether it is denied of one holder or place, and told of another.

    "The robbers had no guns", "police fired their guns"; "no children on the bus", "in the school".
    """
    mine, theirs = holders(denied), holders(told)
    if denied.head.lemma_ == "have" and told.head.lemma_.lower() not in _LIGHT and not theirs:
        return _of_another(parties(denied.head)[0], told)
    if mine and theirs:
        return one_of(mine, theirs) < 0
    there, elsewhere = places(denied), places(told)
    return told.head.lemma_.lower() not in _LIGHT and one_of(there, elsewhere) < 0


def _of_another(mine: tuple[Token, ...], told: Token) -> bool:
    """Whether what somebody has none of is told of another: "a warning was sent to the harbour"."""
    verb = told.head
    if verb.lemma_.lower() in _MEETING:
        return True  # who has no children may meet some
    doers, _, others = parties(verb)
    near = doers if told.dep_ == "dobj" else tuple(others.values())
    return one_of(mine, near) < 0


def _one_deed(m: Token, n: Token, a: Reading, b: Reading) -> bool:
    """Whether both sides' own verbs tell one deed of one party, however many words they share."""
    if not (m.pos_ == n.pos_ == "VERB" and main(m, a) and main(n, b)):
        return False
    doers, things = agreement(m, n)
    return min(doers, things) >= 0 and doers + things > 0


def _deed_of(token: Token) -> Token:
    """The verb that has the subject of an adjective: "his wounds are not grave"."""
    return token.head if token.dep_ == "acomp" else token


def _two_of_a_kind(m: Token, n: Token) -> bool:
    """Whether two of a kind have it done to them: "the union's letter", "a letter of the bank"."""
    mine, other = parties(m)[1], parties(n)[1]
    lemmas = {t.lemma_ for t in mine} & {t.lemma_ for t in other}
    return bool(lemmas) and one_of(mine, other) < 0


def _none_such(noun: Token) -> bool:
    """Whether it is denied that there is one: "no crack", "has no cracks", not "her crack"."""
    return none_of(noun) or not any(
        child.dep_ == "poss" or child.lower_ in ("the", "this", "that") for child in noun.children
    )


def _unnamed(verb: Token) -> bool:
    """Whether the clause names nobody and nothing: "they were not warned"."""
    doers, things, _ = parties(verb)
    found = (*doers, *things)
    return bool(found) and all(token.lower_ in _PERSONS for token in found)


def _asked(verb: Token) -> bool:
    """Whether it is wanted, ordered, claimed: "wants to go" and "was told to go" are not "went"."""
    above = verb.head.lemma_.lower()
    if verb.dep_ == "acomp":
        return above == "plead"
    return verb.dep_ in ("xcomp", "acl") and above in _ASKING


def _two_deeds(m: Token, n: Token) -> bool:
    """Whether two nouns belong to two verbs that each say something else of them."""
    if "NOUN" not in (m.pos_, n.pos_):
        return False
    one, other = (_deed(governor(token)) for token in (m, n))
    lemmas = [verb_of(verb) for verb in (one, other)]
    if any(verb.pos_ not in ("VERB", "ADJ") for verb in (one, other)) or _LIGHT & set(lemmas):
        return False
    if {stem(lemma) for lemma in lemmas} & {stem(t.lemma_.lower()) for t in (m, n)}:
        return False
    return noun_stem(lemmas[0]) != noun_stem(lemmas[1])


def _doers(m: Token, n: Token) -> bool:
    """Whether both nouns only say who does it; "no ship" denies the ship itself."""
    if not (m.dep_ == n.dep_ == "nsubj"):
        return False
    return not any(child.lower_ in ("no", "neither") for noun in (m, n) for child in noun.children)


def _deed(verb: Token) -> Token:
    """The verb, or the adjective that it joins to its subject: "was unaware"."""
    if verb.pos_ != "AUX":
        return verb
    return next((child for child in verb.children if child.dep_ == "acomp"), verb)


def _cancelled(token: Token, reading: Reading) -> bool:
    count = reading.negations.get(token.i, 0)
    return count > 0 and count % 2 == 0


def _pairs(a: Reading, b: Reading) -> list[tuple[Token, Token]]:
    """Verbs, adjectives and nouns in predicate position that both statements have."""
    second: dict[str, Token] = {}
    for key, token in _predicates(b):
        second.setdefault(key, token)
    return [(token, second[key]) for key, token in _predicates(a) if key in second]


@once
def _predicates(reading: Reading) -> list[tuple[str, Token]]:
    return [
        (noun_stem(token.lemma_.lower()), token) for token in reading.core if _predicative(token)
    ]


def _predicative(token: Token) -> bool:
    if token.lemma_.lower() in _EMPTY or not token.is_alpha:
        return False
    if token.pos_ in ("VERB", "AUX", "ADJ"):
        return token.dep_ not in ("amod", "aux", "auxpass", "compound")
    return token.pos_ == "NOUN" and token.dep_ in ("dobj", "attr", "nsubjpass", "nsubj", "conj")


def further(noun: Token) -> bool:
    """Whether no more of it is told than there was: "no further arrests" were made."""
    words = _before(noun)
    return bool(words & _FURTHER and words & {"no", "any"})


def _before(noun: Token) -> set[str]:
    """The words of a noun phrase up to its noun: "further security and stability updates"."""
    return {word.lower_ for word in noun.subtree if word.i < noun.i}


def _no_more(m: Token, n: Token) -> bool:
    """Whether one side only denies that there was more of what the other tells of."""
    for one, other in ((m, n), (n, m)):
        things = [one, *(child for child in one.children if child.dep_ in _ARGUMENTS)]
        theirs = [other, *(child for child in other.children if child.dep_ in _ARGUMENTS)]
        if any(further(thing) for thing in things) and not any(
            _before(thing) & _FURTHER for thing in theirs
        ):
            return True
    return False


def _central(token: Token, reading: Reading) -> bool:
    return token.i == reading.root.i or token.head.i == reading.root.i


def _other_object(m: Token, n: Token, a: Reading, b: Reading) -> bool:
    """Whether the two verbs act on different things."""
    first, second = (_objects(token) for token in (m, n))
    if not first or not second or (first | second) & _INDEFINITE:
        return False
    if agreement(m, n)[1] > 0:
        return False
    if any(may_name(one, other) for one in first for other in second):
        return False
    if any(somebody(one, other) for one in first for other in second):
        return False
    return not any(stem(w) in b.stems for w in first) and not any(
        stem(w) in a.stems for w in second
    )


def _objects(token: Token) -> set[str]:
    found = {child.lemma_.lower() for child in token.children if child.dep_ in _ARGUMENTS}
    for child in token.children:
        if token.pos_ == "NOUN" and child.lower_ == "to":
            found |= {inner.lemma_.lower() for inner in child.children if inner.dep_ == "pobj"}
    return found
