"""The facade behind command line and library: what claimtrack does, with its parts joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from claimtrack.apart import available_cores
from claimtrack.bootstrap.parts import Parts
from claimtrack.errors import InputError, StoreMissing
from claimtrack.model import (
    AuditResult,
    Claim,
    Document,
    Evidence,
    Failure,
    Pair,
)
from claimtrack.pipeline import Known
from claimtrack.results import (
    CheckReport,
    ComparedPair,
    ComparePair,
    CorpusResult,
    IngestResult,
    ModelInfo,
    Progress,
)
from claimtrack.runs import Run, Silence, compare, prepare

if TYPE_CHECKING:
    import numpy as np

    from claimtrack.baseline import Entry
    from claimtrack.check import Corpus
    from claimtrack.records import Finding
    from claimtrack.reruns import RememberedAudits
    from claimtrack.review.desk import Desk
    from claimtrack.store.repository import Store

    Vectors = Mapping[str, np.ndarray]


class Claimtrack(Parts):
    """Everything claimtrack does, over one set of settings.

    Models are loaded when they are first needed. An instance may be used by one thread at a
    time; several instances may share a store and a cache.
    """

    def audit(
        self,
        inputs: Sequence[str],
        *,
        save: bool = False,
        progress: Progress | None = None,
        stdin: BinaryIO | None = None,
    ) -> AuditResult:
        """Compare articles with each other and with the store; store nothing unless ``save``.

        Inputs that can't be read are in ``errors``; the others are audited all the same.
        """
        entries = self._baseline()
        self._ahead()
        documents, failures = self.read(inputs, stdin)
        result = self._audited(documents, failures, save, progress or Silence())
        return self._accepted(result, entries)

    def audit_documents(
        self,
        documents: Sequence[Document],
        *,
        save: bool = False,
        progress: Progress | None = None,
    ) -> AuditResult:
        """Audit documents that are at hand, with each other and with the store."""
        entries = self._baseline()
        result = self._audited(documents, [], save, progress or Silence())
        return self._accepted(result, entries)

    def explain(
        self,
        inputs: Sequence[str],
        claim_a: str,
        claim_b: str,
        *,
        progress: Progress | None = None,
        stdin: BinaryIO | None = None,
    ) -> list[Evidence]:
        """Return at which step an audit of ``inputs`` dropped a pair of claims, and why.

        The claims are named by id or by the unique beginning of one. Raises InputError where
        one is not among the claims of the run.
        """
        documents, failures = self.read(inputs, stdin)
        run = self._run(documents, failures, progress or Silence(), against_store=True)
        a, b = run.claim(claim_a), run.claim(claim_b)
        return self._explain(run, a, b)

    def compare(self, pairs: Iterable[ComparePair]) -> Iterator[ComparedPair]:
        """Judge pairs of statements, in order; one that can't be judged carries its error."""
        from claimtrack.comparing import compared

        return compared(self.judge, pairs)

    def check(
        self,
        directory: str | Path,
        recursive: bool = False,
        *,
        progress: Progress | None = None,
    ) -> CheckReport:
        """Run fixture corpora and measure what was flagged; never touches a store.

        Many are run side by side where there are ``workers``; the report is the same. Raises
        FixtureError where a corpus or an expectation can't be read, and InputError where an
        article can't.
        """
        from claimtrack import check
        from claimtrack.bootstrap.abreast import EACH, Abreast

        corpora = check.corpora(Path(directory), recursive)
        beside = min(self.settings.workers, len(corpora) // EACH)
        if beside:
            alone = self.settings.model_copy(update={"workers": 0})
            share = type(self)(alone, max(1, available_cores() // (beside + 1)))
            here = partial(share.check_corpus, progress=progress)
            results = tuple(Abreast(here, share, beside).results(corpora))
        else:
            results = tuple(self.check_corpus(corpus, progress) for corpus in corpora)
        models = {kind: key for kind, key in self._models().items() if kind != "judge"}
        return CheckReport(results, models=models)

    def check_corpus(self, corpus: Corpus, progress: Progress | None = None) -> CorpusResult:
        """Run one fixture corpus and measure what was flagged; raises what ``check`` raises."""
        from claimtrack import check

        documents, failures = self.read([str(corpus.articles)], as_set=False)
        if failures:
            raise InputError(f"{failures[0].path}: {failures[0].message}")
        run = self._run(documents, [], progress or Silence(), against_store=False)
        return check.score(corpus, self._result(run), partial(self._explain, run))

    def read(
        self, inputs: Sequence[str], stdin: BinaryIO | None = None, *, as_set: bool = True
    ) -> tuple[list[Document], list[Failure]]:
        """Return the documents of the inputs, each once, and what could not be read.

        With ``as_set``, the settings say what is ignored, and the outlet and date of a path.
        """
        from claimtrack.inputs import read_documents

        if not as_set:
            return read_documents(inputs, stdin)
        settings = self.settings
        return read_documents(
            inputs,
            stdin,
            fetcher=self.fetcher,
            ignore=settings.ignore,
            sources=settings.sources,
            root=settings.root,
        )

    def ingest(
        self,
        inputs: Sequence[str],
        *,
        progress: Progress | None = None,
        stdin: BinaryIO | None = None,
    ) -> IngestResult:
        """Read articles into the store, each with its claims and vectors in one transaction."""
        documents, failures = self.read(inputs, stdin)
        with self.store() as store:
            return self.archive.ingest(store, documents, failures, progress or Silence())

    def scan(self, *, progress: Progress | None = None) -> AuditResult:
        """Compare what is stored and not yet compared by this judge; keep what is found.

        Raises StoreMissing where there is no store.
        """
        with self.store(create=False) as store:
            return self._result(self.archive.scan(store, progress or Silence()))

    def search(self, text: str, k: int = 10) -> list[tuple[Claim, float]]:
        """Return the ``k`` stored claims nearest in meaning with their cosines, best first.

        Raises StoreMissing where there is no store.
        """
        with self.store(read_only=True) as store:
            index = self._index(store)
            [hits] = index.search(self.embedder.encode([text]), k)
            claims = {claim.id: claim for claim in store.claims(ids=[key for key, _ in hits])}
        return [(claims[key], cosine) for key, cosine in hits if key in claims]

    def store(self, read_only: bool = False, *, create: bool = True) -> Store:
        """Open the store. Raises StoreMissing where it is only to be read and there is none."""
        from claimtrack.store.repository import Store

        return Store.open(self.settings.store, create=create and not read_only)

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The reviewer's desk over the store: queue, conflicts, decisions.

        A server opens one and keeps it: it may be shared between threads. Raises StoreMissing
        where there is no store.
        """
        from claimtrack.review.desk import Desk

        with self.store(create=False) as store:
            yield Desk(store)

    def doctor(self, mend: bool = False) -> list[Finding]:
        """Examine the store, and mend what can be mended if asked to.

        Raises StoreMissing where there is no store.
        """
        from claimtrack.health import examined

        with self.store(create=False) as store:
            return examined(store, self.embedder, self.settings.cache_dir, mend)

    def candidate_pairs(self, documents: Sequence[Document]) -> list[Pair]:
        """Return the pairs of claims that an audit of ``documents`` alone would judge."""
        claims, _ = self.pipeline.extract(documents, Silence())
        vectors = self.pipeline.embed(claims, Silence())
        by_id = {document.id: document for document in documents}
        return self.pipeline.pairs(claims, vectors, by_id)

    def models(self, verify: bool = False) -> list[ModelInfo]:
        """Return the models in use, where they come from and their hashes.

        With ``verify`` the shipped files are read and held against their manifest; what is
        wrong stands in ``detail`` and the fingerprint is None.
        """
        from claimtrack.inventory import inventory

        names = {kind: str(getattr(self.settings, kind)) for kind in ("parser", "embedder", "nli")}
        return inventory(names, self._models(), verify=verify)

    # -- inside ------------------------------------------------------------------------------

    def _audited(
        self,
        documents: Sequence[Document],
        failures: Sequence[Failure],
        save: bool,
        progress: Progress,
    ) -> AuditResult:
        """Audit, or say again what was found where neither articles nor anything else changed."""
        from claimtrack.reruns import may_have_store

        if documents:
            self._ahead()
        kept = None if save else self._audits()
        if kept is not None and not may_have_store(self.settings.store):
            # Nothing is known beside the articles: they need not even be read again.
            found = kept.get(documents, failures)
            if found is not None:
                return found
        ready = prepare(self.pipeline, documents, failures, progress, self._known)
        whole = len(ready.errors) == len(failures)
        if kept is not None and whole:
            found = kept.get(documents, failures, ready.known, ready.seconds)
            if found is not None:
                return found
        run = compare(self.pipeline, ready, progress)
        if save:
            with self.store() as store:
                self.archive.save(store, run)
        result = self._result(run)
        if kept is not None and whole:
            kept.put(documents, result, ready.known)
        return result

    def _audits(self) -> RememberedAudits | None:
        """The cache of whole audits; None where it is off."""
        from claimtrack.remembered import code_fingerprint
        from claimtrack.reruns import KEPT, RememberedAudits

        cache = self._sealed("audits", KEPT)
        if cache is None:
            return None
        stages = ("extract", "text", "candidates", "judge")
        code = code_fingerprint(*stages, "model.py", "pipeline.py", "runs.py", "worth.py")
        return RememberedAudits(cache, code, self._models(), self._run_settings())

    def _models(self) -> dict[str, str]:
        return {
            "parser": self.parser.fingerprint,
            "embedder": self.embedder.fingerprint,
            "nli": self.nli.fingerprint,
            "judge": self.judge.fingerprint,
        }

    def _run(
        self,
        documents: Sequence[Document],
        failures: Sequence[Failure],
        progress: Progress,
        *,
        against_store: bool,
    ) -> Run:
        self._ahead()
        recall = self._known if against_store else None
        ready = prepare(self.pipeline, documents, failures, progress, recall)
        return compare(self.pipeline, ready, progress)

    def _known(
        self, documents: Sequence[Document], claims: Sequence[Claim], vectors: Vectors
    ) -> Known:
        """What an audit compares with: nothing where there is no store."""
        from claimtrack.reruns import may_have_store

        if not may_have_store(self.settings.store):
            return Known()
        try:
            store = self.store(read_only=True)
        except StoreMissing:
            return Known()
        with store:
            return self.archive.known(store, documents, claims, vectors)

    def _result(self, run: Run) -> AuditResult:
        return run.result(self._models(), self._run_settings())

    def _baseline(self) -> tuple[Entry, ...]:
        """Read the baseline, before the work begins. Raises ConfigError for a bad one."""
        from claimtrack import baseline

        return () if self.settings.baseline is None else baseline.read(self.settings.baseline)

    def _accepted(self, result: AuditResult, entries: Sequence[Entry]) -> AuditResult:
        """Return the result with what the baseline and comments accept set apart."""
        from claimtrack.suppress import suppress

        name = "" if self.settings.baseline is None else self.settings.baseline.name
        return suppress(result, entries, baseline=name)

    def _explain(self, run: Run, a: Claim, b: Claim) -> list[Evidence]:
        documents = {document.id: document for document in run.documents}
        return self.pipeline.explain(
            a, b, run.findings, run.claims, run.vectors, documents, run.known
        )
