"""An embedder that computes each statement once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.cache import FloatCache
from claimtrack.model import digest
from claimtrack.ports import Embedder

if TYPE_CHECKING:
    import numpy as np


class CachedEmbedder:
    """Wraps an embedder; rows are kept under a hash of the model's fingerprint and the text."""

    def __init__(self, embedder: Embedder, cache: FloatCache) -> None:
        self._embedder = embedder
        self._cache = cache

    @property
    def fingerprint(self) -> str:
        """The wrapped embedder's."""
        return self._embedder.fingerprint

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return what the wrapped embedder returns; it is asked only for what is not known."""
        import numpy as np

        keys = [digest("vector", self.fingerprint, text, length=32) for text in texts]
        known = self._cache.get(sorted(set(keys)))
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if missing or not texts:
            fresh = self._embedder.encode(list(missing.values()))
            if not texts:
                return fresh
            rows = dict(zip(missing, fresh, strict=True))
            self._cache.put(rows)
            known.update(rows)
        return np.stack([known[key] for key in keys]).astype(np.float32)
