"""Where somebody is from, as reports tell it beside a name: "Ann Orlo, 36, of Teldin"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.countries import akin

_RUN = r"[A-Z][\w’'-]+(?:\.? [A-Z][\w’'-]*)*"
# With a comma before it: the University of Teldin is nobody's home.
_HOME = re.compile(
    rf"(?P<name>{_RUN}), (?:(?:aged )?\d{{1,3}},? )?(?:of|from) (?P<home>{_RUN})"
    rf"(?:,| in)?(?: (?P<region>{_RUN}))?"
)
TWO_HOMES = 0.7
"""What two homes say: a village and its district are told of one home now and then."""


@dataclass(frozen=True, slots=True)
class Home:
    """The words of a name, and those of the places that it is said to be from."""

    name: frozenset[str]
    text: str
    places: tuple[frozenset[str], ...]

    def meets(self, other: Home) -> bool:
        """Whether both may be one place, or one is named after the other."""
        return any(one & two or akin(one, two) for one in self.places for two in other.places)


def home(a: Reading, b: Reading) -> Signal | None:
    """Two homes of one person speak for a conflict."""
    for m in _homes(a):
        for n in _homes(b):
            if (m.name <= n.name or n.name <= m.name) and not m.meets(n):
                said = f"One says from {m.text}, the other from {n.text}."
                return Signal("place", ConflictType.PLACE, TWO_HOMES, said)
    return None


@once
def _homes(reading: Reading) -> list[Home]:
    return [
        Home(
            _words(match["name"]),
            match["home"],
            tuple(_words(match[key]) for key in ("home", "region") if match[key]),
        )
        for match in _HOME.finditer(reading.text)
    ]


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip(".").lower() for word in text.split())
