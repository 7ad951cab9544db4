"""The one place where real objects are built and joined, each when it is first needed."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.apart import available_cores
from claimtrack.cache import FloatCache
from claimtrack.pipeline import Extractor, Pipeline

if TYPE_CHECKING:
    from claimtrack.archive import Archive
    from claimtrack.candidates.apart import EmbedderApart
    from claimtrack.candidates.embed import SentenceTransformerEmbedder
    from claimtrack.candidates.index import FaissIndex
    from claimtrack.config import Settings
    from claimtrack.ingest.fetch import Fetcher
    from claimtrack.judge.calibration import Calibration
    from claimtrack.judge.nli.lazy import LazyNli
    from claimtrack.ports import Embedder, Judge, Nli, Parser
    from claimtrack.sealed import SealedCache
    from claimtrack.store.repository import Store

LOG = logging.getLogger(__name__)


class Parts:
    """The parts of claimtrack over one set of settings.

    ``threads`` are those of the models where other processes need cores too; None takes all.
    """

    def __init__(self, settings: Settings | None = None, threads: int | None = None) -> None:
        from claimtrack.config import Settings

        self._threads = threads
        self.settings = settings or Settings()
        self._kept_index: FaissIndex | None = None

    def __reduce__(self) -> tuple[type[Parts], tuple[Settings, int | None]]:
        """In another process it builds parts of its own."""
        return type(self), (self.settings, self._threads)

    @cached_property
    def parser(self) -> Parser:
        """spaCy's English pipeline."""
        from claimtrack.text.parse import DEFAULT, SpacyParser

        name = self.settings.parser
        # Without workers torch comes in with the embedder all the same.
        lean = self.settings.workers > 0
        return SpacyParser(DEFAULT if name == "default" else name, lean)

    @cached_property
    def embedder(self) -> Embedder:
        """The sentence-transformers model, behind the cache unless that is off."""
        from claimtrack.candidates.cache import CachedEmbedder

        embedder = self._embedder
        cache = self._cache("vectors")
        return CachedEmbedder(embedder, cache) if cache else embedder

    @cached_property
    def _embedder(self) -> SentenceTransformerEmbedder | EmbedderApart:
        from claimtrack.candidates.apart import EmbedderApart
        from claimtrack.candidates.embed import SentenceTransformerEmbedder

        name = self.settings.embedder
        if not self.settings.workers:
            return SentenceTransformerEmbedder(name, self._threads)
        # This process is at work beside it: threads that wait for a core at every step of a
        # model, as torch's do for each other, make it several times slower.
        threads = self._threads or max(1, available_cores() - 1)
        return EmbedderApart(SentenceTransformerEmbedder(name, threads))

    @cached_property
    def nli(self) -> Nli:
        """The NLI cross-encoder, behind the cache unless that is off."""
        from claimtrack.judge.nli.cache import CachedNli
        from claimtrack.remembered import code_fingerprint

        cache = self._cache("nli")
        code = code_fingerprint("judge/nli/models.py", "judge/nli/plain.py", "judge/nli/windows.py")
        return CachedNli(self._nli, cache, code) if cache else self._nli

    @cached_property
    def _nli(self) -> LazyNli:
        from claimtrack import models
        from claimtrack.judge.nli.lazy import LazyNli
        from claimtrack.judge.nli.models import load_nli

        name = self.settings.nli
        if name == "default":
            shipped = models.fingerprint(models.folder("nli"))
            return LazyNli(lambda: load_nli(threads=self._threads), shipped)
        return LazyNli(lambda: load_nli(name, self._threads))

    @cached_property
    def fetcher(self) -> Fetcher:
        """Fetches addresses, those of this machine and its network too: its own user asks."""
        from claimtrack.ingest.fetch import HttpFetcher

        return HttpFetcher()

    @cached_property
    def calibration(self) -> Calibration:
        """The weights of the judge: those that ship, or the settings' file."""
        from claimtrack.judge.calibration import SHIPPED, Calibration

        return Calibration.read(self.settings.calibration or SHIPPED)

    @cached_property
    def judge(self) -> Judge:
        """NLI both ways and the typed comparators, as one calibrated score; no pair twice."""
        from claimtrack.judge.score import StatementJudge
        from claimtrack.remembered import RememberingJudge, code_fingerprint

        judge = StatementJudge(self.nli, self.parser, self.calibration)
        sealed = self._sealed()
        code = code_fingerprint("judge", "text", "model.py")
        return judge if sealed is None else RememberingJudge(judge, sealed, code)

    @cached_property
    def extractor(self) -> Extractor:
        """Claims by dependency parsing; no article twice."""
        from claimtrack.candidates.apart import EmbedderApart
        from claimtrack.extract.ahead import ReadingAhead
        from claimtrack.extract.extractor import ClaimExtractor
        from claimtrack.remembered import RememberingExtractor, code_fingerprint

        reader = ClaimExtractor(self.parser)
        extractor: Extractor = reader
        if isinstance(self._embedder, EmbedderApart):
            # What nobody knew will have to be embedded: the model loads while it is read.
            extractor = ReadingAhead(reader, self.settings.workers, self._embedder.start)
        sealed = self._sealed()
        if sealed is None:
            return extractor
        code = code_fingerprint("extract", "text", "model.py")
        return RememberingExtractor(extractor, sealed, f"{code}-{self.parser.fingerprint}")

    @cached_property
    def pipeline(self) -> Pipeline:
        """The stages in order."""
        from claimtrack.candidates.index import FaissIndex
        from claimtrack.candidates.select import Limits, Selector

        limits = Limits(pairs_per_claim=self.settings.max_pairs_per_claim)
        return Pipeline(
            self.extractor,
            self.embedder,
            Selector(FaissIndex, limits),
            self.judge,
            self.settings.threshold,
        )

    @cached_property
    def archive(self) -> Archive:
        """The pipeline over a store."""
        from claimtrack.archive import Archive
        from claimtrack.review.threads import Placer

        return Archive(
            self.pipeline,
            self.embedder.fingerprint,
            self.judge.fingerprint,
            self._index,
            self._run_settings(),
            Placer(self.parser),
        )

    def _ahead(self) -> None:
        """Begin what a comparison of articles will need, where there is a process to do it."""
        from claimtrack.candidates.apart import EmbedderApart

        if not isinstance(self._embedder, EmbedderApart):
            return
        self._embedder.meanwhile = self._prepare
        cache = self._cache("vectors")
        if cache is None or not cache.path.exists():
            # Nothing was ever embedded: the model will be needed, whatever the articles are.
            self._embedder.start()

    def _prepare(self, statements: Sequence[str]) -> None:
        """Load what is asked after the vectors, and parse the statements for the comparators."""
        import faiss  # noqa: F401
        import scipy.cluster.hierarchy  # type: ignore[import-untyped]  # noqa: F401

        self._nli.load()
        self.parser.parse(statements)

    def _cache(self, name: str) -> FloatCache | None:
        if self.settings.no_cache:
            return None
        return FloatCache(Path(self.settings.cache_dir) / f"{name}.sqlite3")

    def _sealed(self, name: str = "sealed", most: int | None = None) -> SealedCache | None:
        from claimtrack.sealed import SealedCache

        if self.settings.no_cache:
            return None
        return SealedCache(Path(self.settings.cache_dir) / f"{name}.sqlite3", most)

    def _index(self, store: Store) -> FaissIndex:
        """The store's index; the user is told where it had to be made anew."""
        from claimtrack.candidates.index import open_index

        path = store.location.index_path(Path(self.settings.cache_dir))
        kept = self._kept_index
        index, note = open_index(store, self.embedder.fingerprint, path, kept=kept)
        self._kept_index = index
        if note:
            LOG.warning("index: %s", note)
        return index

    def _run_settings(self) -> dict[str, object]:
        return {
            "threshold": self.pipeline.threshold,
            "max_pairs_per_claim": self.settings.max_pairs_per_claim,
        }
