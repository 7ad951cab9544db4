"""What short definite phrases stand for: "the agency", "the bridge", "the fire"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.extract.cast.actors import role_fit
from claimtrack.extract.cast.nouns import Referent, definite, named, with_article
from claimtrack.extract.cast.phrases import describe
from claimtrack.extract.cast.registry import Registry
from claimtrack.extract.grammar import children, core_np, text_of
from claimtrack.extract.page.units import Unit
from claimtrack.text.lexicon import HYPERNYMS, PLACE_NOUNS
from claimtrack.text.names import ORG_ROLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_TIMES = frozenset(
    "time moment second minute hour day night morning afternoon evening week weekend month season "
    "offseason spring summer autumn winter year decade century quarter half period today".split()
)
"""What "this season" is of is told by the date of the report, and by no earlier phrase."""


_SOLE = frozenset("president minister premier chancellor king queen pope mayor governor".split())
"""Roles of which a text tells one, unless it names two."""
_WHICHEVER = frozenset("any every each no another either neither".split())
"""What they stand before is none in particular: "the team" is not "any team"."""


class Definites:
    """Finds what definite phrases of one document take up."""

    def __init__(self, docs: Sequence[Doc], units: Sequence[Unit], registry: Registry) -> None:
        self._docs = docs
        self._units = units
        self._registry = registry

    def phrase(self, unit: int, token: Token) -> Referent | None:
        """Return what a definite phrase headed by ``token`` stands for, or None."""
        determiners = [d for d in children(token, "det") if d.lower_ in ("the", "this", "that")]
        if not determiners or token.pos_ not in ("NOUN", "PROPN") or token.dep_ == "compound":
            return None  # "the ferry company Sund Lines" names the company itself
        place = (unit, token.i)
        if self._registry.actor_at(place) is not None and token.pos_ == "PROPN":
            return None
        if token.lemma_.lower() in _TIMES or token.ent_type_ in ("DATE", "TIME"):
            return None
        found = describe(token)
        beside = () if found.role in _SOLE else ("conj",)
        if any(
            c.dep_ in ("relcl", "acl", "prep", "appos", "nummod", *beside) for c in token.children
        ):
            return None
        if found.plural:
            return None
        if found.shape in ("role", "anonymous") and found.role:
            actor = self._registry.by_role(found, place)
            if actor is None and found.role in _SOLE:
                # A live blog's newest entry comes first; who is called so only below is the one.
                held = [a for a in self._registry.people if found.role in a.roles]
                actor = held[0] if len(held) == 1 and role_fit(found, held[0]) else None
            if actor is not None:
                return Referent(actor.name, actor)
            return None
        if found.head in ORG_ROLES and found.head != "body":  # which may be somebody's
            actor = self._registry.by_org_role(found, place)
            if actor is not None:
                return Referent(named(actor), actor)
        return self._named_thing(unit, token) or self._fuller(unit, token)

    def _named_thing(self, unit: int, token: Token) -> Referent | None:
        """ "the bridge" or "the structure" after one named bridge is that bridge."""
        head = token.lemma_.lower()
        heads = {head} | set(HYPERNYMS.get(head, ()))
        if any(c.dep_ in ("amod", "compound", "poss") for c in token.children):
            return None
        names: dict[str, int] = {}
        for number in range(unit + 1):
            for chunk in self._docs[number].noun_chunks:
                root = chunk.root
                if (number, root.i) >= (unit, token.i) or root.pos_ != "PROPN":
                    continue
                if head in PLACE_NOUNS and root.ent_type_ == "GPE":
                    continue
                proper = [w for w in chunk if w.pos_ == "PROPN"]
                if len(proper) > 1 and {root.lemma_.lower(), root.lower_} & heads:
                    text = text_of(root, [w.i for w in chunk if w.dep_ != "appos"])
                    names[with_article(text, chunk[0])] = number
        if len(names) == 1:
            return Referent(next(iter(names)))
        if names:
            here = self._units[unit].sentence
            near = [n for n, at in names.items() if here - self._units[at].sentence <= 1]
            return Referent(near[0]) if len(near) == 1 else None
        return None

    def _fuller(self, unit: int, token: Token) -> Referent | None:
        """Repeat the fuller phrase with the same head that came within three sentences."""
        if any(c.dep_ not in ("det", "punct") for c in token.children):
            return None
        here = self._units[unit].sentence
        head = token.lemma_.lower()
        heads = {head} | set(HYPERNYMS.get(head, ()))
        for number in range(unit, -1, -1):
            if here - self._units[number].sentence > 3:
                return None
            for word in reversed(list(self._docs[number])):
                if (number, word.i) >= (unit, token.i) or word.pos_ not in ("NOUN", "PROPN"):
                    continue
                if word.lemma_.lower() not in heads or word.tag_ in ("NNS", "NNPS"):
                    continue
                if word.dep_ in ("compound", "poss") or number == unit:
                    continue
                body = core_np(word)
                extra = [i for i in body if word.doc[i].dep_ != "det" and i != word.i]
                pronouns = any(word.doc[i].tag_ in ("PRP", "PRP$") for i in body)
                other = word.lemma_.lower() != head
                if any(d.lower_ in _WHICHEVER for d in children(word, "det")):
                    continue
                if any(word.doc[i].tag_ == "JJR" for i in body):
                    return None  # "a lower risk" is lower than the one of "the risk"
                if (extra or other) and not pronouns and len(body) <= 9:
                    return Referent(definite(word))
                if pronouns and not other:
                    return None  # "his first game" is nearer than what came before it
        return None
