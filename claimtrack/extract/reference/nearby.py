"""Things close before a pronoun that only their kind tells: an event, a figure, "a trawler"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.extract.cast.described import is_human
from claimtrack.extract.cast.nouns import Referent, definite
from claimtrack.extract.grammar import children
from claimtrack.extract.page.units import Unit
from claimtrack.text.lexicon import EVENT_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AMOUNTS = frozenset(
    "offer bid fine reward bill price cost fee toll total figure sum loan grant bonus salary wage "
    "budget deficit debt surplus loss profit quota tariff rate share turnout distance depth height "
    "length weight speed temperature dose margin ransom donation discount rent tax penalty".split()
)
"""What is so much: nouns of which a number is said."""
_MEASURING = {"be", "cost", "stand", "average", "total"}


class Nearby:
    """Looks back from a pronoun of one document, at most to the sentence before."""

    def __init__(self, docs: Sequence[Doc], units: Sequence[Unit]) -> None:
        self._docs = docs
        self._units = units

    def figure(self, unit: int) -> Referent | None:
        """Take "inflation" for it in "Inflation was 3 percent. In 2024 it was 7 percent".

        Also "the offer" in "Oslo made an offer on cod. It was 12 tonnes".
        """
        here = self._units[unit]
        before = [
            n
            for n in range(unit)
            if self._units[n].sentence == here.sentence - 1
            and (self._units[n].quoted, self._units[n].label) == (here.quoted, here.label)
        ]
        for verb in (w for n in before for w in self._docs[n] if w.lemma_.lower() in _MEASURING):
            worth = [w for a in children(verb, "acomp") for w in children(a, "npadvmod")]
            measured = any(
                w.like_num
                for a in (*children(verb, "attr", "dobj"), *worth)
                for w in children(a, "nummod")
            )
            for subject in children(verb, "nsubj") if measured else ():
                if subject.pos_ == "NOUN" and not is_human(subject):
                    return Referent(definite(subject))
        amounts = {
            definite(w)
            for n in before
            for w in self._docs[n]
            if w.lemma_.lower() in _AMOUNTS
            and w.tag_ == "NN"
            and w.dep_ in ("dobj", "nsubj", "nsubjpass", "attr")
            and not any(c.tag_ in ("PRP$", "CD") for c in w.children)
        }
        return Referent(amounts.pop()) if len(amounts) == 1 else None

    def single(self, unit: int, token: Token) -> Referent | None:
        """Take "a trawler" for it in "fired on a trawler, claiming it rammed a boat"."""
        doc = self._docs[unit]
        for index in range(token.i - 1, -1, -1):
            word = doc[index]
            if (
                word.dep_ in ("dobj", "pobj")
                and word.pos_ == "NOUN"
                and word.tag_ == "NN"
                and any(d.lower_ in ("a", "an") for d in children(word, "det"))
            ):
                return Referent(definite(word))
        return None

    def event(self, unit: int, token: Token) -> Referent | None:
        doc = self._docs[unit]
        for index in range(token.i - 1, -1, -1):
            word = doc[index]
            if (
                word.lemma_.lower() in EVENT_NOUNS
                and word.pos_ == "NOUN"
                and (word.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "pobj"))
            ):
                return Referent(definite(word))
        here = self._units[unit].sentence
        for number in range(unit - 1, -1, -1):
            if self._units[number].sentence < here - 1:
                return None
            for word in self._docs[number]:
                if word.lemma_.lower() in EVENT_NOUNS and word.dep_ in (
                    "nsubj",
                    "nsubjpass",
                    "dobj",
                    "attr",
                ):
                    return Referent(definite(word))
        return None
