"""What a bare number counts, and of which things "three of them" are some."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.extract.grammar import children
from claimtrack.extract.units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_UNCOUNTED = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY")
_NO_THINGS = frozenset(
    "talks figures results accounts news means funds goods hours days weeks months years "
    "metres meters kilometres kilometers miles tonnes tons percent people".split()
)
_PARTS = frozenset("one most some none many both several half few each all neither any".split())


class Counts:
    """Completes numbers of one document from the sentence before, where it leaves no choice."""

    def __init__(self, docs: Sequence[Doc], units: Sequence[Unit]) -> None:
        self._docs = docs
        self._units = units

    def counted(self, unit: int, token: Token) -> str | None:
        """Return the noun that a number without one counts ("freed 60" → "hostages"), or None.

        The clause before must count with the same verb, or be what "the other three" is of.
        """
        if token.pos_ != "NUM" or token.ent_type_ in _UNCOUNTED or children(token, "prep"):
            return None
        others = any(c.lower_ in ("other", "others") for c in token.children)
        if token.dep_ not in ("dobj", "attr") and not (others and token.dep_.startswith("nsubj")):
            return None
        verb = token.head.lemma_.lower()
        found: set[str] = set()
        for word in self._before(unit, token):
            number = any(c.pos_ == "NUM" for c in children(word, "nummod"))
            if word.tag_ != "NNS" or not number or word.ent_type_ in _UNCOUNTED:
                continue
            same = word.dep_ in ("dobj", "attr") and word.head.lemma_.lower() == verb
            if same or (others and word.lower_ not in _NO_THINGS):
                found.add(word.lower_)
        return found.pop() if len(found) == 1 else None

    def whole(self, unit: int, token: Token) -> str | None:
        """Return "the boats" for "them" in "three of them", or None where it is in doubt."""
        of = token.head
        if token.lower_ != "them" or token.dep_ != "pobj" or of.lower_ != "of":
            return None
        if of.head.pos_ != "NUM" and of.head.lower_ not in _PARTS:
            return None
        if any(w.tag_ == "NNS" for w in self._docs[unit][: token.i]):
            return None
        topic = self._units[unit].topic
        if topic is not None:
            return f"the {topic[4:]}" if topic.endswith("s") else None
        words = [
            w
            for w in self._before(unit, token)
            if w.tag_ == "NNS"
            and w.lower_ not in _NO_THINGS
            and w.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "pobj", "conj")
        ]
        numbered = [w for w in words if any(c.pos_ == "NUM" for c in children(w, "nummod"))]
        chosen = {w.lower_ for w in words}
        if len(chosen) > 1:
            chosen = {w.lower_ for w in numbered}
        return f"the {chosen.pop()}" if len(chosen) == 1 else None

    def _before(self, unit: int, token: Token) -> list[Token]:
        """Return the words of the clause or sentence before, none of a question."""
        words = [w for w in self._docs[unit] if w.i < token.i and w.head != token.head]
        if any(w.tag_ == "NNS" for w in words):
            return words
        here = self._units[unit]
        earlier = [
            n for n in range(unit) if here.sentence - 1 <= self._units[n].sentence < here.sentence
        ]
        return [w for n in earlier for w in self._docs[n]]
