"""Whose body the people of an interview or a briefing speak for, where only its frame tells.

"An interview with the chairwoman of the Cabin Guild" names her body once, before her name is
read; "your company" in a question tells that who answers has one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from claimtrack.extract.cast.actors import Actor
from claimtrack.extract.cast.phrases import describe
from claimtrack.extract.grammar import children
from claimtrack.extract.page.units import Unit
from claimtrack.text.names import COMPANY_SUFFIXES, HEADING_ROLES, ORG_ROLES

if TYPE_CHECKING:
    from spacy.tokens import Doc

_YOURS = frozenset(
    "company firm club party union bank airline business charity agency office department "
    "ministry board authority guild association society council".split()
)
"""What "your" before it makes the body of whoever is asked."""

_POSTS = frozenset("position job post role place".split())

Answerer = Callable[[int], Actor | None]
"""The person whose label stands before a unit, or None."""


def learn_bodies(units: Sequence[Unit], docs: Sequence[Doc], labelled: Answerer) -> None:
    """Give the people who answer in a transcript the body that its frame tells."""
    speaking = {n: labelled(n) for n, unit in enumerate(units) if unit.label is not None}
    if not speaking:
        return
    for actor in {id(a): a for a in speaking.values() if a is not None}.values():
        if actor.institution is None:
            actor.institution = _listed(units, actor)
    _introduced(units, docs, speaking)
    for number in speaking:
        asked = _next_speaker(units, speaking, number)
        if asked is not None and asked.institution is None and units[number].question:
            asked.institution = _asked(docs[number])


def _listed(units: Sequence[Unit], actor: Actor) -> str | None:
    """Return the body of "Ina Roth, Ardo Forest Service, and ...", before anybody speaks."""
    name = re.escape(actor.name)
    for unit in units:
        if unit.label is not None:
            return None
        run = re.search(rf"\b{name}, ((?:[A-Z][\w'-]*(?: of)? ?)+)(?=[,;.)]| and\b|$)", unit.text)
        last = run.group(1).split()[-1].lower() if run else ""
        if run and last in ORG_ROLES | COMPANY_SUFFIXES:
            return f"the {run.group(1).strip()}" if last in ORG_ROLES else run.group(1).strip()
    return None


def _introduced(
    units: Sequence[Unit], docs: Sequence[Doc], speaking: dict[int, Actor | None]
) -> None:
    """Read "the interview with the chairwoman of the guild" as the body of who answers it."""
    turns = Counter(id(a) for a in speaking.values() if a is not None)
    asks = Counter(id(a) for n, a in speaking.items() if a is not None and units[n].question)
    people = {id(a): a for a in speaking.values() if a is not None}
    if len(people) != 2 or None in speaking.values():
        return
    asker = max(people, key=lambda key: asks[key] / turns[key])
    answers = next(person for key, person in people.items() if key != asker)
    if not asks[asker] or asks[id(answers)] or answers.institution is not None:
        return
    heads = [
        found.institution
        for doc in docs[: min(speaking)]
        for token in doc
        for found in [describe(token)]
        if found.role in HEADING_ROLES and found.institution and not children(token, "appos")
    ]
    if len(heads) == 1:
        answers.institution = heads[0]


def _next_speaker(
    units: Sequence[Unit], speaking: dict[int, Actor | None], number: int
) -> Actor | None:
    """Return who speaks next after the unit ``number``, under another label."""
    for later in range(number + 1, len(units)):
        if units[later].label not in (None, units[number].label):
            return speaking.get(later)
    return None


def _asked(doc: Doc) -> str | None:
    """Return "the firm" of "your position in the firm", "the company" of "your company"."""
    for token in doc:
        owned = any(c.lower_ == "your" for c in children(token, "poss"))
        if owned and token.lemma_.lower() in _YOURS:
            return f"the {token.lower_}"
        if owned and token.lemma_.lower() in _POSTS:
            for prep in children(token, "prep"):
                for body in children(prep, "pobj"):
                    the = any(d.lower_ == "the" for d in children(body, "det"))
                    if the and prep.lower_ in ("in", "at", "with") and body.lower_ in _YOURS:
                        return f"the {body.lower_}"
    return None
