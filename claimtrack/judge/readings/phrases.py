"""A verb with what it takes, as the vocabulary has it, and what it is then done to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.vocabulary import befalls, by_preposition, known
from claimtrack.judge.readings.parties import money, none_of, particles
from claimtrack.judge.readings.topic import canonical

if TYPE_CHECKING:
    from spacy.tokens import Token

Tokens = tuple["Token", ...]

# Verbs that tell nothing without what they take.
LIGHT = frozenset(
    "be have do make take get give go come put set say tell report become seem remain keep let "
    "want plan intend hope wish try need know think believe expect show find hold see say".split()
)
_SEEMING = frozenset("sound look feel smell taste prove appear ring".split())
_MORE = ("up", "down", "out", "off", "away", "back", "on", "in")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb with what it takes ("set_foot_in"; empty where it tells nothing), and its parties."""

    words: str
    doers: Tokens
    things: Tokens


def phrase(verb: Token, doers: Tokens, things: Tokens, others: dict[str, Token]) -> Phrase:
    """Return the longest phrase that the vocabulary has of a verb, else the verb."""
    lemma = verb.lemma_.lower()
    if lemma in _SEEMING and any(child.dep_ in ("acomp", "oprd") for child in verb.children):
        return Phrase("", doers, things)  # "sounded different"
    for words, to in _candidates(verb, things, others):
        if known(words):
            if befalls(words):
                return Phrase(words, to, doers)
            parts = words.split("_")[1:]
            left = tuple(thing for thing in things if thing.lemma_.lower() not in parts)
            return Phrase(words, doers, to or left)
    with_it = particles(verb)
    if with_it:
        return Phrase(f"{lemma}_{with_it[0]}", doers, things)
    return Phrase("" if lemma in LIGHT else canonical(lemma), doers, things)


def _candidates(
    verb: Token, things: Tokens, others: dict[str, Token]
) -> Iterator[tuple[str, Tokens]]:
    """Phrases of the verb, the longest first, and what each would be done to."""
    lemma = verb.lemma_.lower()
    if any(child.lower_ == "still" and child.i < verb.i for child in verb.children):
        yield f"still_{lemma}", things
    with_it = particles(verb)
    with_it += [
        c.lower_
        for c in verb.children
        if c.lower_ in _MORE
        and c.lower_ not in with_it
        and not any(inner.dep_ == "pobj" for inner in c.children)
    ]
    behind: dict[str, Tokens] = {word: (token,) for word, token in others.items()}
    for particle in with_it:
        for word, to in behind.items():
            yield f"{lemma}_{particle}_{word}", to
        for child in verb.children:  # "came back safely"
            if child.dep_ == "advmod" and child.i > verb.i:
                yield f"{lemma}_{particle}_{child.lower_}", things
        for thing in things:  # "laid down their arms"
            yield f"{lemma}_{particle}_{thing.lemma_.lower()}", ()
    for child in verb.children:  # "came first in the trials"
        if child.dep_ == "advmod" and child.i == verb.i + 1:
            for word, to in behind.items():
                yield f"{lemma}_{child.lower_}_{word}", to
    for word, token in others.items():  # "came to nothing", "fights for her life"
        yield f"{lemma}_{word}_{token.lemma_.lower()}", things
    for thing in things:
        name = thing.lemma_.lower()
        for below in thing.children:  # "had nothing to do with the raid"
            if below.dep_ == "relcl" and below.lemma_ == "do":
                yield f"{lemma}_do_with", ()
        after: dict[str, Tokens] = {
            child.lower_: tuple(inner for inner in child.children if inner.dep_ == "pobj")
            for child in thing.children
            if child.dep_ == "prep"
        }
        for word, to in {**behind, **after}.items():
            yield f"{lemma}_{name}_{word}", to
        # "Took control of the village", "spared the village's church".
        yield f"{lemma}_{name}", after.get("of", ())
        if none_of(thing):  # "knew nothing of the payments"
            for word, to in after.items():
                yield f"{lemma}_{word}", to
    if any(money(thing) for thing in things):
        yield f"{lemma}_money", things
    for particle in with_it:
        yield f"{lemma}_{particle}", things
    for word, to in behind.items():
        if word not in _MORE or by_preposition(f"{lemma}_{word}"):
            yield f"{lemma}_{word}", things or to
    for child in verb.children:
        if child.dep_ in ("acomp", "oprd", "advmod") and child.i > verb.i:
            negated = any(part.dep_ == "neg" for part in child.children)  # "pleaded not guilty"
            yield f"{lemma}_{'not_' * negated}{child.lower_}", things
    bare = not things and not with_it and not (lemma in LIGHT and others)
    if bare and not any(c.dep_ in ("ccomp", "xcomp", "acomp", "attr") for c in verb.children):
        yield f"{lemma}_0", things  # "the dam held", "no help came"
    if lemma not in LIGHT or lemma in ("see", "know", "tell", "find", "hold", "remain", "give"):
        yield lemma, things
