"""The few interfaces between the stages and the outside; one or two methods each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from claimtrack.model import Assessment, NliScores, Statement

if TYPE_CHECKING:
    import numpy as np
    from spacy.tokens import Doc


class Embedder(Protocol):
    """Turns statements into vectors of unit length."""

    @property
    def fingerprint(self) -> str:
        """A hash of the weights and configuration, the same on every machine."""
        ...

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return float32 of shape (len(texts), dimension), rows of L2 norm 1, order kept."""
        ...


class Nli(Protocol):
    """Judges whether a premise entails, contradicts or leaves open a hypothesis."""

    @property
    def fingerprint(self) -> str:
        """A hash of the weights and configuration, the same on every machine."""
        ...

    def predict(self, pairs: Sequence[tuple[str, str]]) -> list[NliScores]:
        """Return the scores of each (premise, hypothesis), order kept, independent of the batch."""
        ...


class Parser(Protocol):
    """Parses English text: tokens, sentences, dependencies, named entities."""

    @property
    def fingerprint(self) -> str:
        """Name and version of the parser."""
        ...

    def parse(self, texts: Sequence[str]) -> list[Doc]:
        """Return one parsed Doc a text, order kept."""
        ...


class VectorIndex(Protocol):
    """Nearest neighbours by cosine among unit vectors that carry string ids."""

    def add(self, ids: Sequence[str], vectors: np.ndarray) -> None:
        """Add vectors of shape (len(ids), dimension)."""
        ...

    def search(self, vectors: np.ndarray, k: int) -> list[list[tuple[str, float]]]:
        """Return for each row up to k (id, cosine), best first; ties by id."""
        ...


class Judge(Protocol):
    """Says how likely two statements contradict each other, and why."""

    @property
    def fingerprint(self) -> str:
        """A hash of everything that a score depends on."""
        ...

    @property
    def threshold(self) -> float:
        """The score at or over which the verdict is a contradiction."""
        ...

    def forward(self, pairs: Sequence[tuple[Statement, Statement]]) -> list[NliScores]:
        """Return what NLI alone says of each pair from the first to the second, order kept."""
        ...

    def suppose(
        self, pairs: Sequence[tuple[Statement, Statement]], answer: NliScores
    ) -> list[Assessment]:
        """Return what the assessments would be were NLI to answer so both ways; it is not asked.

        Order kept; ``asked`` is False.
        """
        ...

    def assess(
        self,
        pairs: Sequence[tuple[Statement, Statement]],
        needed: Sequence[float] | None = None,
        forward: Sequence[NliScores] | None = None,
    ) -> list[Assessment]:
        """Return one assessment a pair, order kept; no score depends on the other pairs.

        ``needed`` are log-odds, one a pair, below which the caller does not care: such a pair
        may come back with an upper bound of its score (``asked`` is then False). ``forward`` is
        what ``forward`` said of the pairs, for a caller who has asked.
        """
        ...
