"""The one cut of a run: of all its pairs those that stand highest go to the judge.

A place too few for one claim is one too many for another: cut claim by claim, at most 36 each, a
run kept as many pairs as the pool does and lost ten more of 715 conflict lines (32 corpora).
"""

from __future__ import annotations

from claimtrack.model import Pair

SLACK = 2
"""How many times its size a pool holds before it throws away what can't stay."""

_Held = tuple[float, tuple[str, str], int, Pair]


class Pool:
    """Keeps the pairs that stand highest, as long as there are places; ids decide between equals.

    A pair takes a place for each of its new claims, so that an article that comes to stored ones
    meets what it had met among them: counted by pairs, it would lose three of a hundred lines more.
    Holds at most ``SLACK`` times as many pairs as there are places, however many are offered.
    """

    def __init__(self, places: int) -> None:
        self.places = places
        self._held: list[_Held] = []
        self._lost: float | None = None

    def offer(self, pair: Pair, standing: float, places: int) -> None:
        """Take a pair that asks for ``places``, unless those that stand higher have them all."""
        self._held.append((-standing, (pair.a.id, pair.b.id), places, pair))
        if len(self._held) > SLACK * self.places:
            self._cut()

    def pairs(self) -> list[Pair]:
        """Return the pairs that have their places, in the order of their ids."""
        self._cut()
        return [pair for *_, pair in sorted(self._held, key=lambda held: held[1])]

    @property
    def full_from(self) -> float | None:
        """Where the first pair stands that found no place; None where there is one for all."""
        self._cut()
        return self._lost

    def _cut(self) -> None:
        self._held.sort(key=lambda held: held[:2])
        taken = 0
        for number, (place, _, places, _) in enumerate(self._held):
            taken += places
            if taken > self.places:
                self._lost = -place if self._lost is None else max(self._lost, -place)
                del self._held[number:]
                return
