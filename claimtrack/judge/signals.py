"""What a comparator found in a pair of statements."""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.model import ConflictType


@dataclass(frozen=True, slots=True)
class Signal:
    """Evidence of one comparator, never a verdict.

    ``value`` is in [-1, 1]: 1 speaks strongly for a conflict of ``type``, -1 strongly against
    any; ``detail`` says in a sentence what was found. ``sure`` is the word of a comparator that
    knows of whom and of what both sides tell, so that nine in ten of its clashes hold whatever NLI
    says: two sentences that give one person two ages may tell of quite different things.
    """

    name: str
    type: ConflictType
    value: float
    detail: str
    sure: bool = False

    def __post_init__(self) -> None:
        if not -1.0 <= self.value <= 1.0:
            raise ValueError(f"a signal lies in [-1, 1], not at {self.value}")
