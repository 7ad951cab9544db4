"""Two readings side by side, and what is found in them, asked once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from claimtrack.judge.comparators.compatible import one_sided
from claimtrack.judge.readings.periods import Period, all_apart
from claimtrack.judge.readings.reading import Reading
from claimtrack.judge.readings.roles import Name
from claimtrack.judge.signals import Signal
from claimtrack.text.clock import times_apart

Plain = Callable[[Reading, Reading], "Signal | None"]
"""A comparator that looks at the two statements and at nothing that others found."""


class Comparison:
    """A pair of readings. Most comparators ask what the others say; each is asked once."""

    def __init__(self, a: Reading, b: Reading) -> None:
        self.a = a
        self.b = b
        self._found: dict[Plain, Signal | None] = {}

    def says(self, comparator: Plain) -> Signal | None:
        """What ``comparator`` finds in the pair."""
        if comparator not in self._found:
            self._found[comparator] = comparator(self.a, self.b)
        return self._found[comparator]

    def clashes(self, comparator: Plain) -> bool:
        """Whether ``comparator`` speaks for a conflict."""
        found = self.says(comparator)
        return found is not None and found.value > 0

    def excludes(self, comparator: Plain) -> bool:
        """Whether ``comparator`` speaks against a conflict, and not just faintly."""
        found = self.says(comparator)
        return found is not None and found.value < -0.6

    @cached_property
    def one_sided(self) -> bool:
        """Whether one statement is put as a fact and the other is not."""
        return one_sided(self.a, self.b)

    @cached_property
    def one_sided_but_scheduled(self) -> bool:
        """As ``one_sided``, with "closes" and "will close" put alike."""
        return one_sided(self.a, self.b, scheduled=True)

    @cached_property
    def one_sided_but_asked(self) -> bool:
        """As ``one_sided``, with what was asked for and what was done on request put alike."""
        return one_sided(self.a, self.b, asked=True)

    @cached_property
    def apart(self) -> tuple[Period, Period] | None:
        """A time of each side where all times of one are apart from all of the other."""
        return all_apart(self.a, self.b)

    @cached_property
    def elsewhere(self) -> bool:
        """Whether both name something, and nothing that the other names."""
        a, b = self.a.names, self.b.names
        if not a or not b or any(m.same(n) for m in a for n in b):
            return False
        # A name that the tagger took for a noun is one for all that.
        return not (_says(self.a, b) or _says(self.b, a))

    @cached_property
    def later(self) -> bool:
        """Whether the two tell of different times, the ends of periods included."""
        a, b = self.a.times, self.b.times
        if a and b and all(times_apart(m, n) for m in a for n in b):
            return True
        return all_apart(self.a, self.b, bounds=True) is not None


def _says(reading: Reading, names: Sequence[Name]) -> bool:
    """Whether a statement has one of the names of the other, word for word."""
    written = {token.text for token in reading.core if token.text[0].isupper()}
    return any(name.text in written for name in names)
