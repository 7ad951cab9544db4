"""An NLI model that is loaded when it is first asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from claimtrack.model import NliScores
from claimtrack.ports import Nli


class LazyNli:
    """Stands in for a model until its scores are needed.

    ``fingerprint`` may be known without loading (the shipped model's manifest tells it); where
    it is None the model is loaded to ask for it.
    """

    def __init__(self, load: Callable[[], Nli], fingerprint: str | None = None) -> None:
        self._load = load
        self._fingerprint = fingerprint

    @cached_property
    def _model(self) -> Nli:
        return self._load()

    def load(self) -> None:
        """Load the model now. Raises ModelError where it can't be had."""
        _ = self._model

    @property
    def loaded(self) -> bool:
        """Whether the model has been loaded."""
        return "_model" in self.__dict__

    @property
    def fingerprint(self) -> str:
        """The model's."""
        return self._model.fingerprint if self._fingerprint is None else self._fingerprint

    def predict(self, pairs: Sequence[tuple[str, str]]) -> list[NliScores]:
        """Return the model's scores."""
        return self._model.predict(pairs)
