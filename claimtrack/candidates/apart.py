"""An embedder that loads in a process of its own while the articles are read in this one."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from claimtrack.apart import Apart, Gone
from claimtrack.candidates.embed import SentenceTransformerEmbedder

if TYPE_CHECKING:
    import numpy as np

LOG = logging.getLogger(__name__)


class EmbedderApart:
    """Wraps an embedder that is not loaded yet. For one thread at a time.

    Once ``start`` was called a child process embeds; before that, and where the child is gone,
    the wrapped embedder does it here. Both give the same vectors. ``meanwhile`` is called once with
    the texts, while a child embeds them: what comes next can be loaded and read there.
    """

    def __init__(self, embedder: SentenceTransformerEmbedder) -> None:
        self._embedder = embedder
        self._apart = Apart(embedder)
        self._here = False
        self.meanwhile: Callable[[Sequence[str]], object] | None = None

    def start(self) -> None:
        """Begin to load the model in a child; return at once. Again is for nothing."""
        if self._here or self._apart.started:
            return
        try:
            self._apart.start("load")
        except Gone as error:
            self._alone(error)

    @property
    def fingerprint(self) -> str:
        """The wrapped embedder's."""
        return self._embedder.fingerprint

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return what the wrapped embedder returns, and raise what it raises."""
        if self._apart.started:
            try:
                self._apart.ask("encode", list(texts))
                self._use_the_wait(texts)
                vectors: np.ndarray = self._apart.answer()
                return vectors
            except Gone as error:
                self._alone(error)
        self._here = True
        return self._embedder.encode(texts)

    def _use_the_wait(self, texts: Sequence[str]) -> None:
        work, self.meanwhile = self.meanwhile, None
        if work is None:
            return
        try:
            work(texts)
        except BaseException:
            self._apart.close()  # its answer would be taken for another
            raise

    def _alone(self, error: Gone) -> None:
        LOG.warning("the embedder's own process is gone (%s); it goes on in this one", error)
        self._here = True
