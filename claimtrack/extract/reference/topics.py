"""What bare nouns like "damage" and "casualties" are of, taken from the sentences before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.extract.cast.nouns import definite
from claimtrack.extract.grammar import children, core_np, text_of
from claimtrack.extract.page.units import Unit
from claimtrack.extract.reference.coreference import Resolver
from claimtrack.text.lexicon import (
    EVENT_NOUNS,
    FINDING_NOUNS,
    HARM_NOUNS,
    PHYSICAL_NOUNS,
    TOLL_NOUNS,
)
from claimtrack.text.reporting import SPEECH_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PREPOSITIONS = ("to", "in", "at", "on", "of", "from", "for", "among", "aboard", "between")
_PHYSICAL = ("FAC", "LOC", "PRODUCT", "GPE", "ORG")
_MEANS = ("bomb", "missile", "drone", "rocket")
_REACH = 3
"""How many sentences back a topic may stand; farther ones were wrong more often than right."""


class Topics:
    """Completes bare relational nouns of one document."""

    def __init__(self, docs: Sequence[Doc], units: Sequence[Unit], resolver: Resolver) -> None:
        self._docs = docs
        self._units = units
        self._resolver = resolver

    def missing(self, unit: int, token: Token, tokens: set[int]) -> str | None:
        """Return the phrase that ``token`` lacks ("to the Kerch Bridge"), or None.

        Only nouns that stand bare in a predicate ("there was no damage", "reported no injuries")
        are completed: the subject of a longer clause has its setting there already.
        """
        word, lemma = token.lower_, token.lemma_.lower()
        toll = word in TOLL_NOUNS or lemma in TOLL_NOUNS
        if not (toll or lemma in HARM_NOUNS or lemma in FINDING_NOUNS):
            return None
        if token.dep_ not in ("attr", "dobj", "nsubjpass", "nsubj") or self._placed(token, tokens):
            return None
        if token.dep_ == "dobj" and any(
            s.pos_ in ("NOUN", "PROPN") and s.lemma_.lower() in EVENT_NOUNS
            for s in children(token.head, "nsubj")
        ):
            return None
        about = self._said_of(unit)
        if about is not None:
            return f"{'in' if toll else 'of' if lemma in FINDING_NOUNS else 'to'} {about}"
        same = self._same_noun(unit, token)
        if same or lemma in FINDING_NOUNS:
            return same
        return self._event(unit, token) if toll else self._object(unit, token)

    @staticmethod
    def _placed(token: Token, tokens: set[int]) -> bool:
        """Whether the noun or its clause already says where or of what."""
        for host in (token, token.head):
            for child in host.children:
                if child.i not in tokens:
                    continue
                if child.dep_ in ("prep", "relcl", "acl", "advcl", "poss") and child.lower_ not in (
                    "as",
                    "despite",
                    "with",
                    "during",
                    "after",
                    "before",
                ):
                    if child.dep_ == "prep" and any(
                        o.ent_type_ in ("DATE", "TIME") for o in children(child, "pobj")
                    ):
                        continue
                    return True
        return any(
            c.dep_ in ("compound", "poss") and c.pos_ in ("PROPN", "NOUN") for c in token.children
        )

    def _earlier(self, unit: int, token: Token) -> list[tuple[int, Token]]:
        here = self._units[unit].sentence
        found: list[tuple[int, Token]] = []
        for number in range(unit, -1, -1):
            if here - self._units[number].sentence > _REACH:
                break
            words = [w for w in self._docs[number] if number != unit or w.i < token.i]
            found += [(number, w) for w in reversed(words)]
        return found

    def _said_of(self, unit: int) -> str | None:
        """Return of what a quotation was said: "“…,” Berg said of the bridge"."""
        quoted = self._units[unit].quoted
        for number, other in enumerate(self._units):
            if quoted is None or quoted not in other.frames:
                continue
            for verb in self._docs[number]:
                if verb.lemma_.lower() not in SPEECH_VERBS:
                    continue
                for prep in children(verb, "prep"):
                    for thing in children(prep, "pobj") if prep.lower_ == "of" else ():
                        return self._named(number, thing)
        return None

    def _same_noun(self, unit: int, token: Token) -> str | None:
        lemma = token.lemma_.lower()
        for number, word in self._earlier(unit, token):
            if word.lemma_.lower() != lemma or (word.i == token.i and number == unit):
                continue
            for prep in children(word, "prep"):
                if prep.lower_ not in _PREPOSITIONS:
                    continue
                for thing in children(prep, "pobj"):
                    if thing.tag_ in ("PRP", "PRP$") or thing.ent_type_ in ("DATE", "TIME"):
                        continue
                    return f"{prep.lower_} {self._named(number, thing)}"
        verb = {"damage": "damage", "injury": "injure", "death": "kill"}.get(lemma)
        for number, word in self._earlier(unit, token):
            if verb and word.lemma_.lower() == verb and word.pos_ == "VERB" and lemma == "damage":
                for thing in children(word, "dobj", "nsubjpass"):
                    if thing.pos_ in ("NOUN", "PROPN"):
                        return f"to {self._named(number, thing)}"
        return None

    def _named(self, unit: int, thing: Token) -> str:
        referent = self._resolver.phrase(unit, thing)
        if referent is not None:
            return referent.text
        if thing.pos_ == "PROPN" or any(w.dep_ in ("det", "poss") for w in thing.children):
            return definite(thing)
        return text_of(thing, core_np(thing))

    def _event(self, unit: int, token: Token) -> str | None:
        for number, word in self._earlier(unit, token):
            if word.pos_ != "NOUN" or word.lemma_.lower() not in EVENT_NOUNS:
                continue
            if word.dep_ == "compound" or word.tag_ == "NNS" or word.lower_ in _MEANS:
                continue
            if number == unit and self._resolver is None:
                continue
            referent = self._resolver.phrase(number, word)
            return f"in {referent.text if referent is not None else definite(word)}"
        return None

    def _object(self, unit: int, token: Token) -> str | None:
        """Take the thing that an event of the sentences before struck."""
        for _number, word in self._earlier(unit, token):
            struck = (
                word.dep_ == "pobj"
                and word.head.lower_
                in (
                    "at",
                    "near",
                    "on",
                    "beneath",
                    "under",
                    "through",
                    "of",
                    "in",
                    "outside",
                    "against",
                )
            ) or word.dep_ in ("dobj", "nsubjpass")
            physical = word.lemma_.lower() in PHYSICAL_NOUNS
            if not struck or not (physical or word.ent_type_ in _PHYSICAL):
                continue
            if word.ent_type_ == "ORG" and word.pos_ != "PROPN":
                continue
            if word.dep_ == "pobj" and word.head.lower_ == "in" and word.ent_type_ == "GPE":
                return f"in {definite(word)}"
            return f"to {definite(word)}"
        return None
