"""Who "my client" is: the one whose lawyer the text says that the speaker is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from claimtrack.extract.cast.nouns import Referent
from claimtrack.extract.cast.registry import Registry
from claimtrack.extract.grammar import children

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LAWYERS = frozenset("lawyer attorney solicitor barrister".split())
_OWNED = re.compile(r"^(?P<client>.+?)['’]s? (?:\w+ )?(?:lawyer|attorney|solicitor|barrister)$")

Pronoun = Callable[[int, "Token"], Referent | None]
"""Returns what a possessive of the narrative stands for."""


def is_client(token: Token) -> bool:
    """Whether a possessive owns "client", one of them, and the phrase owns nothing further."""
    client = token.head
    one = client.lemma_.lower() == "client" and client.tag_ == "NN"
    return token.dep_ == "poss" and one and client.nbor(-1) == token and not _owns(client)


def _owns(noun: Token) -> bool:
    return noun.dep_ == "poss" or bool(children(noun, "case"))


def client_of(
    docs: Sequence[Doc], registry: Registry, speaker: Referent, pronoun: Pronoun
) -> Referent | None:
    """Return whom ``speaker`` is the lawyer of, or None where the text names nobody, or two."""
    if speaker.actor is None:
        told = _OWNED.match(speaker.text)
        actor = registry.person(told["client"]) if told else None
        return Referent(actor.name, actor) if actor is not None else None
    found: dict[str, Referent] = {}
    for unit, word in _lawyers(docs):
        beside = [word, *children(word, "appos")]
        beside += [word.head] if word.dep_ in ("compound", "appos", "nmod") else []
        if not any(registry.actor_at((unit, w.i)) is speaker.actor for w in beside):
            continue
        owners = [o for w in beside for o in children(w, "poss")]
        for prep in children(word, "prep"):
            owners += children(prep, "pobj") if prep.lower_ == "for" else ()
        for owner in owners:
            client = _person(unit, owner, registry, pronoun)
            if client is not None:
                found[client.text] = client
    return next(iter(found.values())) if len(found) == 1 else None


def _lawyers(docs: Sequence[Doc]) -> Iterator[tuple[int, Token]]:
    for unit, doc in enumerate(docs):
        for word in doc:
            if word.lemma_.lower() in _LAWYERS:
                yield unit, word


def _person(unit: int, owner: Token, registry: Registry, pronoun: Pronoun) -> Referent | None:
    """Return the person whom a possessor or the object of "for" names."""
    if owner.tag_ == "PRP$":
        found = pronoun(unit, owner) if owner.lower_ in ("his", "her") else None
        named = found is not None and found.actor is not None and found.actor.kind == "person"
        return found if named else None
    actor = registry.actor_at((unit, owner.i)) or registry.person(owner.text)
    return Referent(actor.name, actor) if actor is not None and actor.kind == "person" else None
