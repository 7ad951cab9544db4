"""Which question a figure answers, read off its noun, its verb and what is said of it.

"Nineteen lost their lives" and "the toll is five" answer one, "nineteen were treated" another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.judge.comparators.figures.counting import (
    ARMS,
    OF_MONEY,
    OF_PEOPLE,
    OF_SHARES,
    OF_SPEED,
    OF_THINGS,
    Words,
)
from claimtrack.judge.lexicon.people import JOBS, person
from claimtrack.text.units import is_currency

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NOUNS = ("NOUN", "PROPN")
_INSIDE = ("nummod", "quantmod", "compound", "nmod", "amod", "advmod")
_TAKEN = ("prt", "advmod", "prep", "acomp", "oprd", "dobj", "attr", "intj", "dative")
_SUBJECTS = ("nsubj", "nsubjpass")
_CROWDS = frozenset("total number group sum amount maximum minimum estimate handful rest".split())
_REACH = frozenset(
    "be come stand reach total amount set put rise fall hit exceed value estimate run add number "
    "measure climb grow drop remain stay top pass surpass average jump estimate give peg place "
    "increase decrease soar swell slip slump slide sink shrink".split()
)
"""Verbs by which a noun has a figure: "losses came to 3 million"."""
_BE = frozenset("be remain stay lie sit stand keep declare".split())
_HELD = frozenset({"acomp", "oprd", "advmod", "attr", "prep"})
_SIDES = {"for": frozenset({"support"}), "against": frozenset({"oppose"})}
_TELLS = frozenset(
    "have count report register record list name cite claim speak talk tell say announce confirm "
    "know see hear find involve include make take get give leave cause bring result end claim "
    "expect attract draw".split()
)
_ACTS = frozenset("bring take leave get give make draw attract".split())
"""Of these, what says of its subject what it did or what befell it."""
_SENT_OUT = frozenset(
    "officer policeman policewoman police soldier troop firefighter rescuer volunteer searcher "
    "ranger constable diver".split()
)
_STATES = frozenset({"hold", "hurt", "close", "evacuate", "strike", "trap", "aboard", "cancel"})
"""What goes on for a while: how many still are is not how many have been."""
_MAY = frozenset({"can", "could", "may", "might"})
_PURPOSES = frozenset(
    "repair restoration renovation insurance rent lease bonus tax interest investment".split()
)
_MADE = frozenset(
    "payment call visit trip attempt stop request offer mistake change arrest decision appearance "
    "statement appeal claim speech journey effort error promise threat complaint report transfer "
    "withdrawal deposit donation recommendation proposal demand phone-call landing".split()
)
"""Deeds that are made without anything that is: two payments are no two products."""
_STILL = frozenset({"still", "yet"})
_REMAIN = frozenset({"remain", "stay", "keep", "continue"})

Keys = dict[str, tuple["Token", ...]]


@dataclass(frozen=True, slots=True)
class Tally:
    """The classes of a figure (``judge.counting``) and the tokens that tell them."""

    classes: frozenset[str] = frozenset()
    tokens: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.classes)


NONE = Tally()
"""The tally of a figure of which no known word tells what it counts."""

OUT_OF = Tally(frozenset({"out of"}))
"""The tally of a figure of which another is a part."""


def tally_of(figure: Span, unit: str, counts: str | None) -> Tally:
    """Return which question ``figure`` answers; ``unit`` is its base unit, ``counts`` its noun."""
    head = _head(_number(figure, unit))
    of = head.head
    if head.dep_ == "pobj" and of.lower_ == "of" and of.head.pos_ == "VERB" and of.i < of.head.i:
        return OUT_OF  # "of the 34 that came, 29 were shot down": out of how many
    if unit == "m/s" and _of_wind(head):
        return Tally(frozenset({"wind"}))
    for words in _tables(unit, counts):
        found = _found(figure, head, words, by_noun=words is not OF_PEOPLE)
        if found:
            return found
    return NONE


def _found(figure: Span, head: Token, words: Words, *, by_noun: bool) -> Tally:
    said = _merged(_said(head, words))
    told = _merged(_told(head, figure, words))
    named = _merged(_named(head, figure, words))
    # A sum is what its noun says ("paid a fine of"); people are counted by what befell them.
    verb = _verb(head)
    if not by_noun and not told and not _plain(verb, head):
        named = NONE  # "a participant has died": what befell them is none of the lists
    if said and told and any(child.lower_ == "all" for child in head.children):
        said = _merged((said, told))  # "all nine on duty were unhurt"
    found = said or ((named or told) if by_noun else (told or named))
    if words is OF_MONEY:
        found = _worth(head, said, told) or found
        if any(child.lemma_.lower() in _MAY for child in verb.children if child.dep_ == "aux"):
            return Tally(frozenset({"limit"}), found.tokens)
        purpose = _merged(_purpose(verb, words))
        found = purpose or found
    if not found and words is OF_THINGS and _were_there(head):
        found = Tally(frozenset({"launch", "hit"}), frozenset({verb.i}))
    if found.classes & _STATES and _goes_on(head):
        return Tally(frozenset(f"{name} still" for name in found.classes), found.tokens)
    return found


def _of_wind(head: Token) -> bool:
    """Whether the clause, or one above it, tells of the wind: "it was light, under 15 knots"."""
    verb = _verb(head)
    while True:
        subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
        if any("wind" in OF_SPEED.noun.get(child.lemma_.lower(), ()) for child in subjects):
            return True
        if verb.head.i == verb.i:
            return False
        verb = _verb(verb.head)


def _worth(head: Token, said: Tally, told: Tally) -> Tally:
    """What is worth a sum, and what befell it: "made off with 2 million euros' worth of gold"."""
    if "worth" in said.classes | told.classes or head.lower_ == "worth":
        of = [noun for c in head.children if c.lower_ == "of" for noun in c.children]
        named = _merged(tally for noun in of for tally in _look(OF_MONEY.noun, _noun_keys(noun)))
        if named:
            return named  # "200 million worth of damage"
        thing = head if head.lower_ == "worth" else head.head.head
        below = thing.dep_ in ("dobj", "pobj", *_SUBJECTS) and head.head.lower_ == "worth"
        befell = _merged(_befell(thing)) if below or thing is head else NONE
        return _merged((Tally(frozenset({"worth"})), said, told, befell))
    return NONE


def _befell(thing: Token) -> Iterator[Tally]:
    """What is done to a thing, or with it."""
    verb = thing.head.head if thing.dep_ == "pobj" else thing.head
    if verb.pos_ == "VERB" and thing.dep_ != "nsubj":
        keys = _keys(verb)
        yield from _look(OF_MONEY.done, keys)
        yield from _look(OF_THINGS.done, keys)


def _were_there(head: Token) -> bool:
    """Whether arms are counted that there were, which were fired: "there were six bombs"."""
    if head.lemma_.lower() not in ARMS or head.head.lemma_.lower() != "be":
        return False
    told = head.head.children
    return any(child.dep_ == "expl" for child in told) and not _beside(head)


def _beside(head: Token) -> bool:
    return any(child.dep_ in ("prep", "acl", "relcl", "amod") for child in head.children)


def _tables(unit: str, counts: str | None) -> tuple[Words, ...]:
    """The lists that a figure's words are sought in, in this order."""
    if unit == "%":
        return (OF_SHARES,)
    if unit == "m/s":
        return (OF_SPEED,)
    if is_currency(unit):
        return (OF_MONEY,)
    if unit == "second" or counts == "age":
        return ()
    counted = (counts or "").rsplit(" ", 1)[-1]
    if unit == "" and not counted:
        return OF_PEOPLE, OF_THINGS
    if unit == "" and (counted in JOBS or counted in OF_PEOPLE.noun or person(counted)):
        return (OF_PEOPLE,)
    # What no list of currencies has may be one.
    return (OF_THINGS, OF_MONEY) if unit == "" else (OF_THINGS,)


def _purpose(verb: Token, words: Words) -> Iterator[Tally]:
    """What a sum is for: "spent 3 million on repairs"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("on", "for", "in"):
            for noun in child.children:
                if noun.dep_ == "pobj" and noun.lemma_.lower() in _PURPOSES:
                    yield from _look(words.noun, {noun.lemma_.lower(): (noun,)})


def _plain(verb: Token, head: Token) -> bool:
    """Whether a verb says no more of what is counted than that it is told."""
    lemma = verb.lemma_.lower()
    if head.dep_ in _SUBJECTS and lemma in _ACTS:
        return False  # "three passengers were brought in"
    if verb.pos_ != "VERB" or lemma in _TELLS:
        return True
    return lemma in _REACH and head.dep_ not in _SUBJECTS


def _merged(found: Iterable[Tally]) -> Tally:
    classes: set[str] = set()
    tokens: set[int] = set()
    for one in found:
        classes |= one.classes
        tokens |= one.tokens
    return Tally(frozenset(classes), frozenset(tokens))


def _number(figure: Span, unit: str) -> Token:
    """The token that counts: "600" of "some 600", but "kilometres" of "70 kilometres an hour"."""
    numbers = [token for token in figure if token.tag_ == "CD"]
    return numbers[-1] if numbers and not unit else figure.root


def _head(counted: Token) -> Token:
    """The head of the phrase that a figure counts in: "talers" of "1.4 billion talers"."""
    token = counted
    if token.dep_ == "conj" and token.tag_ == "CD" and token.head.tag_ == "CD":
        token = token.head  # "between 10 and 15 passengers"
    while token.dep_ in _INSIDE and token.head.pos_ in (*_NOUNS, "NUM", "SYM", "ADJ"):
        token = token.head
    if token.dep_ == "poss" and token.head.lower_ == "worth":
        token = token.head  # "a million euros' worth"
    while token.dep_ == "pobj" and token.head.lower_ == "of":
        above = token.head.head
        if above.pos_ not in _NOUNS or above.lemma_.lower() not in _CROWDS:
            break
        token = above
    return token


def _goes_on(head: Token) -> bool:
    verb = _verb(head)
    if verb.lemma_.lower() in _REMAIN or any(child.lower_ == "being" for child in verb.children):
        return True
    return any(child.lower_ in _STILL for t in (verb, head) for child in t.children)


def _said(head: Token, words: Words) -> Iterator[Tally]:
    """What is said of those counted in their own phrase, or after "be"."""
    after = head.nbor(1) if head.i + 2 < len(head.doc) else None
    if after is not None and after.nbor(1).lower_ == "of":
        after = None  # "200 million worth of damage"
    if after is not None and after.pos_ in ("ADJ", "VERB", "ADV") and after.dep_ != "amod":
        yield from _look(words.said, {after.lower_: (after,), after.lemma_.lower(): (after,)})
    for child in head.children:
        if child.dep_ in ("acl", "amod") and child.tag_ == "VBN":
            yield from _look(words.done, _keys(child))
        elif child.dep_ == "acl" and child.tag_ == "VBG":
            yield from _look(words.does, _keys(child))
        elif child.dep_ == "relcl":
            part = words.done if _passive(child) else words.does
            yield from _look(part, _keys(child))
            for said in child.children if child.lemma_.lower() in _BE else ():
                yield from _look(words.said, _phrase(said))
        elif child.dep_ in ("amod", "acomp"):
            yield from _look(words.said, {child.lower_: (child,)})
        elif child.dep_ in ("prep", "advmod"):
            yield from _look(words.said, _phrase(child))
            if words is OF_SHARES:
                yield from _look(_SIDES, {child.lower_: (child,)})
        if child.lower_ == "of" and head.dep_ == "ROOT":
            # A past tense that the parser takes for a participle: "50 tonnes of oil leaked".
            for verb in (w for of in child.children for w in of.children if w.dep_ == "acl"):
                yield from _look(words.does, _keys(verb))
    verb = head.head
    subject = head.dep_ in _SUBJECTS
    if words is OF_PEOPLE and head.lemma_.lower() in _SENT_OUT and verb.lemma_.lower() == "be":
        for out in (*verb.children, *head.children):
            if out.lower_ == "out" and all(child.lower_ != "of" for child in out.children):
                yield Tally(frozenset({"deploy"}), frozenset({out.i}))
    there = any(child.dep_ == "expl" for child in verb.children)
    if (subject or there or head.dep_ == "attr") and verb.pos_ in ("VERB", "AUX"):
        held = _HELD if verb.lemma_.lower() in _BE else _HELD - {"prep"}
        for child in verb.children:
            if child.dep_ in held:
                yield from _look(words.said, _phrase(child) | {child.lower_: (child,)})
                if child.lower_ == "among":
                    yield from _among(child, words)
                if verb.lemma_.lower() in _BE and words in (OF_SHARES, OF_PEOPLE):
                    yield from _look(_SIDES, {child.lower_: (child,)})


def _among(prep: Token, words: Words) -> Iterator[Tally]:
    """What befell those among whom some are: "are among those who died", "among the dead"."""
    for noun in prep.children:
        if noun.dep_ == "pobj":
            yield from _look(words.noun, _noun_keys(noun))
            yield from _look(words.said, {noun.lower_: (noun,)})
            for clause in noun.children:
                if clause.dep_ in ("relcl", "acl"):
                    part = words.does if clause.dep_ == "relcl" else words.done
                    part = words.done if _passive(clause) else part
                    yield from _look(part, _keys(clause))


def _told(head: Token, figure: Span, words: Words) -> Iterator[Tally]:
    """What the verb tells of those counted."""
    verb, part = head.head, head.dep_
    if part == "pobj" and figure.start <= verb.i < figure.end:
        part, verb = "dobj", verb.head  # "carried between 10 and 15 passengers"
    if part == "pobj" and head.head.pos_ == "ADP":
        verb = head.head.head
        if verb.pos_ in _NOUNS and verb.head.pos_ == "VERB":
            # "claimed the lives of six": the verb with its object.
            joined = f"{verb.head.lemma_.lower()}_{verb.lemma_.lower()}"
            yield from _look(words.done, {joined: (verb.head, verb)})
            if words is OF_MONEY and verb.dep_ == "dobj":  # "insured the warehouse for"
                yield from _look(words.done, _keys(verb.head))
        if verb.pos_ not in ("VERB", "AUX"):
            yield from _look(words.said, {verb.lower_: (verb,)})
            return
        if words is not OF_PEOPLE:
            yield from _look(words.done, _keys(verb))
            yield from _look(words.does, _keys(verb))
        return
    if verb.pos_ not in ("VERB", "AUX"):
        if part == "npadvmod":
            yield from _look(words.said, {verb.lower_: (verb,)})
        return
    keys = _keys(verb)
    if part == "nsubj":
        yield from _look(words.does, keys)
        for below in verb.children:  # "had to leave their homes"
            if below.dep_ == "xcomp":
                table = words.done if _passive(below) else words.does
                yield from _look(table, _keys(below))
        if words is OF_MONEY:
            return
        for other in verb.conjuncts:
            if other.pos_ == "VERB" and not _own_subject(other):
                yield from _look(words.does, _keys(other))
    elif part in ("nsubjpass", "dobj", "attr", "npadvmod", "oprd", "dep", "ccomp", "advmod"):
        if words is OF_MONEY:  # "got 900,000 crowns from the firm"
            to = (child for child in head.children if child.dep_ == "prep")
            keys |= {f"{verb.lemma_.lower()}_{child.lower_}": (verb, child) for child in to}
        if verb.lemma_.lower() == "make" and head.lemma_.lower() in _MADE:
            return
        yield from _look(words.done, keys)
        for other in verb.conjuncts:  # "destroyed or damaged"
            if other.pos_ == "VERB" and not _own_subject(_last(other, verb)) and _bare(other, verb):
                yield from _look(words.done, _keys(other))
        if part == "npadvmod" or words is OF_SPEED:
            yield from _look(words.does, keys)


def _named(head: Token, figure: Span, words: Words) -> Iterator[Tally]:
    """What the noun tells: that of the figure, that before "of", or the one that has the figure."""
    nouns = [head] if head.i not in (figure[-1].i,) or head.pos_ in _NOUNS else []
    verb = _verb(head)
    if head.dep_ == "pobj":
        above = head.head.head
        if above.pos_ in _NOUNS and head.head.lower_ in ("of", "at", "to", "for"):
            nouns.append(above)
            verb = _verb(above)
    if head.dep_ in ("compound", "nmod", "appos", "dep") and head.head.pos_ in _NOUNS:
        nouns.append(head.head)
    for noun in nouns:
        yield from _look(words.noun, _noun_keys(noun))
    if verb.pos_ in ("VERB", "AUX") and verb.lemma_.lower() in _REACH:
        for child in verb.children:
            if child.dep_ in (*_SUBJECTS, "dobj") and child.i < head.i and child.pos_ in _NOUNS:
                yield from _look(words.noun, _noun_keys(child))


def _noun_keys(noun: Token) -> Keys:
    lemma = noun.lemma_.lower()
    keys: Keys = {lemma: (noun,), noun.lower_: (noun,)}
    if noun.i > 1 and noun.nbor(-1).text == "-":
        keys[f"{noun.nbor(-2).lower_}-{lemma}"] = (noun.nbor(-2), noun)
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "poss"):
            keys[f"{child.lemma_.lower()}_{lemma}"] = (child, noun)
        if child.lower_ == "of" and lemma in _CROWDS:
            for of in child.children:
                if of.dep_ == "pobj":
                    keys[of.lemma_.lower()] = (of,)
    return keys


def _keys(verb: Token) -> Keys:
    """The verb alone and with what it takes, as ``judge.counting`` writes it."""
    lemma = verb.lemma_.lower()
    keys: Keys = {lemma: (verb,)}
    adverbs = [child for child in verb.children if child.dep_ in ("prt", "advmod")]
    for child in verb.children:
        if child.dep_ == "prep" and child.nbor(1).ent_type_ in ("DATE", "TIME"):
            continue  # "taken on Tuesday": no crew that was taken on
        if child.dep_ in _TAKEN:
            keys[f"{lemma}_{child.lemma_.lower()}"] = (verb, child)
        if child.dep_ in ("prep", "prt", "advmod", "dative"):
            for key, tokens in _phrase(child).items():
                keys[f"{lemma}_{key}"] = (verb, *tokens)
                for adverb in adverbs:  # "make off with", "flow out of"
                    if adverb.i < child.i:
                        joined = (verb, adverb, *tokens)
                        keys[f"{lemma}_{adverb.lower_}_{key}"] = joined
    return keys


def _phrase(prep: Token) -> Keys:
    """A preposition alone and with its noun: "on", "on_board"; "out_of" and its noun too."""
    keys: Keys = {prep.lower_: (prep,)}
    for child in prep.children:
        if child.dep_ == "pobj":
            keys[f"{prep.lower_}_{child.lemma_.lower()}"] = (prep, child)
        elif child.dep_ == "prep":
            for key, tokens in _phrase(child).items():
                keys[f"{prep.lower_}_{key}"] = (prep, *tokens)
                keys[key] = tokens
    return keys


def _look(table: dict[str, frozenset[str]], keys: Keys) -> Iterator[Tally]:
    """The classes of the longest key that the table has; none of what is denied."""
    hits = [key for key in keys if key in table]
    if hits:
        longest = max(hits, key=lambda key: key.count("_"))
        tokens = frozenset(token.i for token in keys[longest])
        yield Tally(table[longest], tokens)


def _verb(token: Token) -> Token:
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def _passive(verb: Token) -> bool:
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)


def _last(a: Token, b: Token) -> Token:
    return a if a.i > b.i else b


def _bare(other: Token, verb: Token) -> bool:
    """Whether two verbs side by side share their object."""
    return not any(child.dep_ == "dobj" for child in (other if other.i < verb.i else verb).children)


def _own_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)
