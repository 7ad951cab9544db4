"""Orders that hold because an authority gives them, and no mere wishes.

"Shops must stay closed until Saturday", says the city, and that is how it is until Saturday; "the
minister must go", says a union, and he may well stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.extract.clauses.propositions import Proposition
from claimtrack.extract.grammar import children, has_aux, subject_of
from claimtrack.extract.voices.holders import Source
from claimtrack.model import HolderKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_AUTHORITIES = frozenset(
    """
    police ministry board authority council city town county district municipality government
    court agency department regulator inspectorate commission commissioner office service
    administration coastguard customs prosecutor tribunal watchdog directorate bureau brigade
    army military hospital airport harbour port railways railway operator committee parliament
    hall executive inspector
    """.split()
)
_COMMANDING = frozenset("mayor governor judge commissioner inspector marshal sheriff".split())
_ABOVE = frozenset(
    """
    government minister president parliament mayor council state country nation world leader
    politician court ministry board governor chancellor side party premier king regime
    """.split()
)
"""Whom nobody in an article commands: "the government must act" is a wish."""
_TURNS = frozenset(
    "open reopen start begin finish end return arrive complete resume land launch repair".split()
)


def in_force(found: Proposition, sources: Sequence[Source]) -> bool:
    """Whether "must" is an order of who may give it, to others than those who rule."""
    root = found.root
    subject = subject_of(root)
    if found.voice.demanded or not has_aux(root, "must") or subject is None:
        return False
    heads = [subject, *children(subject, "conj")]
    ruling = _ABOVE | _AUTHORITIES
    common = all(s.pos_ == "NOUN" and s.lemma_.lower() not in ruling for s in heads)
    return common and _may_order(sources)


def _may_order(sources: Sequence[Source]) -> bool:
    """Whether the last source is an authority, or speaks for one; none is the outlet's own word."""
    if not sources:
        return True
    holder, actor = sources[-1].holder, sources[-1].referent.actor
    if actor is not None and actor.roles & _COMMANDING:
        return True
    told = holder.on_behalf_of or (actor.institution if actor is not None else None)
    if told is None and holder.kind is HolderKind.PERSON:
        return False
    words = re.findall(r"[a-z]+", (told or holder.name).lower())
    return bool(_AUTHORITIES & set(words))


def expected(found: Proposition) -> bool:
    """Whether "should" tells when something will be: "The hall should be open by the autumn"."""
    root = found.root
    if found.voice.demanded or not has_aux(root, "should") or has_aux(root, "have"):
        return False
    ready = root.lemma_ == "be" or root.lemma_.lower() in _TURNS
    subject = subject_of(root)
    person = subject is not None and (subject.pos_ == "PRON" or subject.ent_type_ == "PERSON")
    return ready and not person and any(_deadline(child) for child in _behind(root))


def _behind(root: Token) -> list[Token]:
    """Return what follows the predicate, and what follows its complement."""
    inner = [c for c in root.children if c.dep_ in ("acomp", "attr", "prep", "advmod")]
    return [*root.children, *(g for c in inner for g in c.children)]


def _deadline(prep: Token) -> bool:
    if prep.lower_ not in ("by", "before", "within") or prep.dep_ not in ("prep", "agent"):
        return False
    return any(
        t.ent_type_ in ("DATE", "TIME") or t.lower_ in ("spring", "summer", "autumn", "winter")
        for t in prep.subtree
    )
