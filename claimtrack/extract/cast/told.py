"""What the sentences around people tell of them: a gender, or which of two namesakes is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.extract.cast.actors import Actor, Mention, Place
from claimtrack.extract.cast.phrases import Description, describe
from claimtrack.extract.grammar import children, core_np
from claimtrack.text.given_names import is_given_name
from claimtrack.text.names import same_person, strip_titles
from claimtrack.text.reporting import SPEECH_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FRAME = 8
"""Words of a frame that tells nothing else: "he told reporters on Monday"."""


def as_person(token: Token, found: Description) -> Description:
    """Return the description of a name as that of a human being: "his daughter Klara"."""
    name = strip_titles(found.name or token.text)
    beside = describe(token.head) if token.dep_ == "appos" and token.head.pos_ == "NOUN" else None
    if beside is None or found.role or not beside.role or beside.plural:
        return replace(found, shape="person", name=name)
    return replace(found, shape="person", name=name, role=beside.role, gender=beside.gender)


def addressed(token: Token) -> bool:
    """Whether a name is only whom somebody spoke to: "told the Business Post"."""
    verb = token.head if token.dep_ in ("dobj", "dative") else token.head.head
    return (
        token.dep_ in ("dobj", "dative", "pobj")
        and verb.lemma_.lower() == "tell"
        and (token.dep_ != "pobj" or token.head.dep_ == "dative")
    )


def is_an_it(name: str, verb: Token) -> bool:
    """Whether the subject of a verb is no person: "Norvik shut the mine itself", "cut its price".

    "Its" behind the verb is its subject's, unless that has a given name: "Ada Berg cut its price".
    """
    if any(child.lower_ == "itself" for child in verb.children):
        return True
    # "Norvik regrets the delay and thanks its customers": of either verb.
    verbs = [verb, *(v for v in children(verb, "conj") if not children(v, "nsubj", "nsubjpass"))]
    objects = [o for v in verbs for o in children(v, "dobj") if o.i > v.i]
    own = any(w.lower_ == "its" for o in objects for w in children(o, "poss"))
    itself = any(w.lower_ == "itself" for o in objects for w in children(o, "appos"))
    return (own or itself) and not is_given_name(name.split()[0])


def learn_genders(docs: Sequence[Doc], mentions: Sequence[Mention]) -> None:
    """Learn that Emil Lind is a man from 'Emil Lind shrugged. "It was on," he told us.'.

    Only where he is the one person in the text so far near enough, and nothing else tells it.
    """
    for unit, doc in enumerate(docs):
        if len(doc) > _FRAME:
            continue
        for token in doc:
            says = token.dep_ == "nsubj" and token.head.lemma_.lower() in SPEECH_VERBS
            if token.lower_ not in ("he", "she") or not says:
                continue
            near = {
                id(m.actor): m.actor
                for m in mentions
                if unit - 3 <= m.place[0] < unit and m.actor.kind == "person"
            }
            only = next(iter(near.values())) if len(near) == 1 else None
            if only is not None and only.gender is None:
                only.genders["m" if token.lower_ == "he" else "f"] += 1


def namesakes(
    docs: Sequence[Doc], people: Sequence[Actor], at: Mapping[Place, Actor]
) -> dict[Place, Actor]:
    """Return who of two of one surname is meant where the body is told: "Dr Berg of the board"."""
    found: dict[Place, Actor] = {}
    for (unit, index), actor in at.items():
        token = docs[unit][index]
        name = token.text
        if actor.kind != "person" or (index and docs[unit][index - 1].text in actor.name.split()):
            continue
        fits = [a for a in people if same_person(name, a.name)]
        if len(fits) < 2:
            continue
        bodies = {
            docs[unit][i].lower_
            for prep in children(token, "prep")
            if prep.lower_ in ("of", "at", "from")
            for body in children(prep, "pobj")
            for i in core_np(body)
            if docs[unit][i].pos_ in ("NOUN", "PROPN")
        }
        told = [a for a in fits if bodies & set((a.institution or "").lower().split())]
        if len(told) == 1 and told[0] is not actor:
            found[unit, index] = told[0]
    return found
