"""An NLI model that judges each pair once."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.cache import FloatCache
from claimtrack.model import NliScores, digest
from claimtrack.ports import Nli


class CachedNli:
    """Wraps an NLI model; scores are kept under a hash of its fingerprint and the two texts.

    ``code`` is a fingerprint of what comes before the weights: how names are read and long texts
    are cut. Under the weights' own alone, answers of earlier code lived on.

    Where every pair is known the wrapped model is not asked, so that one that loads on first
    use is never loaded.
    """

    def __init__(self, nli: Nli, cache: FloatCache, code: str = "") -> None:
        self._nli = nli
        self._cache = cache
        self._code = code

    @property
    def fingerprint(self) -> str:
        """The wrapped model's."""
        return self._nli.fingerprint

    def predict(self, pairs: Sequence[tuple[str, str]]) -> list[NliScores]:
        """Return what the wrapped model returns; it is asked only for what is not known."""
        keys = [digest("nli", self._code, self.fingerprint, *pair, length=32) for pair in pairs]
        known = {
            key: NliScores(*(float(value) for value in row))
            for key, row in self._cache.get(sorted(set(keys))).items()
        }
        missing = {key: pair for key, pair in zip(keys, pairs, strict=True) if key not in known}
        if missing:
            fresh = dict(zip(missing, self._nli.predict(list(missing.values())), strict=True))
            self._cache.put(
                {k: (s.entailment, s.neutral, s.contradiction) for k, s in fresh.items()}
            )
            known.update(fresh)
        return [known[key] for key in keys]
