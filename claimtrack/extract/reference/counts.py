"""What a bare number counts, and of which things "three of them" are some."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.extract.cast.described import is_human
from claimtrack.extract.grammar import children
from claimtrack.extract.page.units import Unit
from claimtrack.text.reporting import SPEECH_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_UNCOUNTED = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY")
_NO_THINGS = frozenset(
    "talks figures results accounts news means funds goods hours days weeks months years "
    "metres meters kilometres kilometers miles tonnes tons percent people".split()
)
_PARTS = frozenset("one most some none many both several half few each all neither any".split())


_MEASURES = _NO_THINGS - {"people"}
_OF_PEOPLE = frozenset("missing dead injured wounded hurt killed unaccounted".split())
_DONE_BY_PEOPLE = frozenset(
    "die live leave arrest kill hurt injure wound detain charge rescue treat miss stay flee vote "
    "want work hospitalize hospitalise evacuate drown convict jail sentence fine invite".split()
)


def _is_bare(number: Token) -> bool:
    """Whether a number stands without a noun; a tagger's "DATE" for no more than it is no date."""
    if any(p.lower_ in ("of", "in", "out") for p in children(number, "prep")):
        return bool(number.dep_ in ("dobj", "attr")) and not _shares(number)
    if number.ent_type_ not in _UNCOUNTED:
        return True
    alone = number.ent_iob_ == "B" and (
        number.i + 1 == len(number.doc) or number.nbor().ent_iob_ != "I"
    )
    year = len(number.text) == 4 and number.text.isdigit()
    return alone and number.ent_type_ == "DATE" and not year


def _shares(number: Token) -> bool:
    """Whether the number is of more: "13 of the games", "three in ten"."""
    return any(
        p.lower_ in ("of", "out") or any(o.pos_ == "NUM" and len(o.text) != 4 for o in p.children)
        for p in children(number, "prep")
    )


class Counts:
    """Completes numbers of one document from the sentence before, where it leaves no choice."""

    def __init__(self, docs: Sequence[Doc], units: Sequence[Unit]) -> None:
        self._docs = docs
        self._units = units

    def counted(self, unit: int, token: Token) -> str | None:
        """Return the noun that a number without one counts ("freed 60" → "hostages"), or None.

        The clause before must count with the same verb, or be what "the other three" is of.
        """
        if token.pos_ != "NUM" or not _is_bare(token):
            return None
        others = any(c.lower_ in ("other", "others") for c in token.children)
        if token.dep_ in ("nsubj", "nsubjpass") and not others:
            return self._some_of(unit, token)
        if token.dep_ not in ("dobj", "attr") and not others:
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

    def _some_of(self, unit: int, token: Token) -> str | None:
        """Return what "3,100 dropped out" counts: the only things of which the text gave a number.

        What is done to people, or by them, is done to no things.
        """
        if token.lower_ in ("one", "1") or children(token, "det", "amod", "poss"):
            return None
        told = any(w.tag_ == "NNS" and is_human(w) for w in self._docs[unit] if w.i < token.i)
        if not told and token.i + 1 < len(token.doc) and token.nbor().lower_ in _OF_PEOPLE:
            return "people"  # "Seven missing."
        words = [w for w in self._docs[unit] if w.i < token.i] or self._before(unit, token)
        if not any(w.tag_ == "NNS" for w in words):
            words = self._before(unit, token)
        counted = [w for w in words if w.tag_ == "NNS" and w.ent_type_ not in _UNCOUNTED]
        numbered = [w for w in counted if any(c.pos_ == "NUM" for c in children(w, "nummod"))]
        found = {w.lower_ for w in numbered if w.lower_ not in _MEASURES}
        if len(found) != 1 or any(w.lower_ in _MEASURES for w in numbered):
            return None
        of_people = token.head.lemma_.lower() in _DONE_BY_PEOPLE | SPEECH_VERBS
        return found.pop() if is_human(numbered[0]) or not of_people else None

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
