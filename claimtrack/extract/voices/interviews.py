"""Who answers in an interview without labels: questions stand bare, answers in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimtrack.extract.cast.nouns import Referent
from claimtrack.extract.cast.registry import Registry
from claimtrack.extract.page.units import Unit
from claimtrack.extract.voices.holders import Source
from claimtrack.model import Holder, HolderKind

_FEWEST = 3
"""Answers that make an interview of a text: one or two can be a scene."""


def interviewee(units: Sequence[Unit], registry: Registry) -> Source | None:
    """Return whom the text interviews, or None where it is no interview.

    At least three bare paragraphs, most of them questions, each stand before one that opens with
    a quotation; who answers is the first person whom the text tells of ahead of them.
    """
    paragraphs: dict[int, list[Unit]] = {}
    for unit in units:
        paragraphs.setdefault(unit.paragraph, []).append(unit)
    order = sorted(paragraphs)
    asked = [
        before
        for before, here in pairwise(order)
        if all(unit.quoted is None and not unit.frames for unit in paragraphs[before])
        and paragraphs[here][0].quoted is not None
        and paragraphs[before][0].label is None
    ]
    questions = [number for number in asked if paragraphs[number][-1].question]
    if len(asked) < _FEWEST or 2 * len(questions) < len(asked):
        return None
    opening = [m for m in registry.mentions if units[m.place[0]].paragraph < asked[0]]
    people = [m.actor for m in opening if m.actor.kind == "person" and m.subject]
    if not people:
        return None
    person = people[0]
    return Source(
        Holder(person.name, HolderKind.PERSON, person.behalf), Referent(person.name, person)
    )
