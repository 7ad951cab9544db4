"""Whom the labels of a transcript name: "Q:", "A:", "MS BERG:"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.extract.cast.actors import Actor
from claimtrack.extract.cast.nouns import Referent
from claimtrack.extract.cast.registry import Registry
from claimtrack.extract.page.units import Unit
from claimtrack.extract.voices.holders import Source
from claimtrack.model import Holder, HolderKind

_CALLED = re.compile(r", (?:sworn|affirmed|recalled|resumed)\b", re.IGNORECASE)
"""How a transcript says who takes the stand."""


class Labelled:
    """Resolves the labels of one document's units."""

    def __init__(self, units: Sequence[Unit], registry: Registry) -> None:
        self._units = units
        self._registry = registry

    def source(self, number: int) -> Source | None:
        """Return the speaker that a transcript's label names: "A:" is who is interviewed."""
        label = self._units[number].label
        if label is None:
            return None
        if label in ("A", "Answer"):
            named = [m for m in self._registry.mentions if m.actor.kind == "person"]
            # Who is interviewed is introduced before the questions; those may name others.
            intro = [m.actor for m in named if self._units[m.place[0]].label is None]
            people = intro or [m.actor for m in named]
            first = self._witness(number)
            first = first or next((a for a in people if a.roles or a.institution), None)
            chosen = first or (people[0] if people else None)
            if chosen is None:
                return None
            return Source(
                Holder(chosen.name, HolderKind.PERSON, chosen.behalf),
                Referent(chosen.name, chosen),
            )
        if label in ("Q", "Question"):
            return Source(Holder("interviewer", HolderKind.ANONYMOUS), Referent(""))
        name = label.title() if label.isupper() else label
        actor = self._registry.person(name, (number, 0)) or self._registry.find(name)
        if actor is not None:
            kind = HolderKind.PERSON if actor.kind == "person" else HolderKind.ORGANISATION
            behalf = actor.behalf
            return Source(Holder(actor.name, kind, behalf), Referent(actor.name, actor))
        person = Actor(name, "person", (number, 0), {name})
        return Source(Holder(name, HolderKind.PERSON), Referent(name, person))

    def _witness(self, number: int) -> Actor | None:
        """Return who was last called to the stand before the unit: "Anna Berg, sworn."."""
        called = [
            n
            for n in range(number)
            if self._units[n].label is None and _CALLED.search(self._units[n].text)
        ]
        inside = [m.actor for m in self._registry.mentions if called and m.place[0] == called[-1]]
        return next((actor for actor in inside if actor.kind == "person"), None)
