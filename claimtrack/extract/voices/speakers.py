"""Who speaks a quotation: the frame around it, else whoever spoke just before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimtrack.extract.page.units import Unit


class Speakers:
    """Matches quotations with the units that frame them."""

    def __init__(self, units: Sequence[Unit], speaking: Mapping[int, bool]) -> None:
        """``speaking[i]`` says whether unit ``i`` names somebody who says something."""
        self._units = units
        self._speaking = speaking
        self._frame_of: dict[int, int] = {}
        for number, unit in enumerate(units):
            if speaking.get(number):
                for key in (*unit.frames, *unit.touches):
                    self._frame_of.setdefault(key, number)

    def frame(self, number: int) -> int | None:
        """Return the unit whose speaker speaks the quoted unit ``number``, or None.

        In turn: the frame of its own quotation; a frame earlier in its paragraph; an opening
        ("She said:") or a quotation's frame at the end of the paragraph before; a frame that
        follows in its paragraph.
        """
        unit = self._units[number]
        if unit.quoted is None:
            return None
        own = self._frame_of.get(unit.quoted)
        if own is not None:
            return own
        earlier = [
            n
            for n in range(number)
            if self._units[n].paragraph == unit.paragraph and self._speaking.get(n)
        ]
        if earlier:
            return earlier[-1]
        later = [
            n
            for n in range(number, len(self._units))
            if self._units[n].paragraph == unit.paragraph
            and self._speaking.get(n)
            and self._units[n].frames
        ]
        if later:
            return later[0]
        before = [n for n in range(number) if self._units[n].paragraph < unit.paragraph]
        if not before:
            return None
        last = self._units[before[-1]].paragraph
        spoke = [n for n in before if self._units[n].paragraph == last and self._speaking.get(n)]
        if spoke:
            return spoke[-1]
        quoted = [
            n
            for n in before
            if self._units[n].paragraph == last and self._units[n].quoted is not None
        ]
        return self.frame(quoted[-1]) if quoted and len(quoted) else None
