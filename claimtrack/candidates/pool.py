"""The one cut of a run: of all its pairs those that stand highest go to the judge.

A place too few for one claim is one too many for another: cut claim by claim, at most 36 each, a
run kept no fewer pairs (24.4 for 24.2 a claim of 32 corpora) and six conflict lines of 728 less.
"""

from __future__ import annotations

from claimtrack.model import Pair
from claimtrack.text.words import content_words

ENDS = 2
"""Claims in a pair."""
COPIES = 2
"""How many pairs there may be to a place, on the whole: six outlets that print one report make six
pairs of what was said once, and would else fill a pool with it."""
SLACK = 2
"""How many times what it may keep a pool holds before it throws away what can't stay."""

_Place = tuple[float, tuple[str, str]]
_Held = tuple[_Place, int, Pair]


class Pool:
    """Keeps the pairs that stand highest, as long as there are places; ids decide between equals.

    A pair takes a place for each of its new claims, so that an article that comes to stored ones
    meets what it had met among them: counted by pairs, it would lose three of a hundred lines more.
    Pairs of the same two things said have their places together, up to ``COPIES`` for each.
    What is held is bounded, however many are offered.
    """

    def __init__(self, places: int) -> None:
        self.places = places
        self._held: list[_Held] = []
        self._end: _Place | None = None

    def offer(self, pair: Pair, standing: float, places: int) -> None:
        """Take a pair that asks for ``places``, unless those that stand higher have them all."""
        place = (-standing, (pair.a.id, pair.b.id))
        # Behind the first that found no place nothing is taken, though a smaller one might fit:
        # what is kept would else depend on the order of the offers.
        if self._end is not None and place >= self._end:
            return
        self._held.append((place, places, pair))
        if len(self._held) > SLACK * COPIES * self.places:
            self._cut()

    def pairs(self) -> list[Pair]:
        """Return the pairs that have their places, in the order of their ids."""
        self._cut()
        return [pair for *_, pair in sorted(self._held, key=lambda held: held[0][1])]

    @property
    def full_from(self) -> float | None:
        """Where the first pair stands that found no place; None where there is one for all."""
        self._cut()
        return None if self._end is None else -self._end[0]

    def _cut(self) -> None:
        self._held.sort(key=lambda held: held[0])
        taken = copied = 0
        said: set[frozenset[tuple[str, ...]]] = set()
        for number, (place, places, pair) in enumerate(self._held):
            what = frozenset(content_words(side.statement) for side in (pair.a, pair.b))
            copied += places
            taken += places * (what not in said)
            said.add(what)
            if taken > self.places or copied > COPIES * self.places:
                self._end = place
                del self._held[number:]
                return
