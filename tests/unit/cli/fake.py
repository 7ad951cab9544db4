"""A facade with made-up answers: the interface of ``claimtrack.bootstrap.Claimtrack``."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from claimtrack.config import Settings
from claimtrack.errors import InputError
from claimtrack.health import examined
from claimtrack.judge.calibration import Calibration
from claimtrack.model import (
    Assessment,
    AuditResult,
    Claim,
    ConflictType,
    Evidence,
    NliScores,
    Verdict,
)
from claimtrack.records import Finding
from claimtrack.results import (
    CheckReport,
    ComparedPair,
    ComparePair,
    CorpusResult,
    Expectation,
    ExpectedSide,
    FalseAlarm,
    Found,
    IngestResult,
    Missed,
    ModelInfo,
)
from claimtrack.review.desk import Desk
from claimtrack.store.repository import Store
from tests.unit.report.samples import sample_result


class Embedder:
    """Four dimensions, and every statement on the first of them."""

    fingerprint = "model"

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        return np.tile(np.eye(4, dtype=np.float32)[0], (len(texts), 1))


class Judge:
    """The judge under whose name the made-up conflicts are stored."""

    fingerprint = "judge"


class Fake:
    """Answers without models; remembers what it was asked."""

    def __init__(self, settings: Settings, result: AuditResult | None = None) -> None:
        self.settings = settings
        self.result = result or sample_result()
        self.asked: list[object] = []
        self.error: Exception | None = None

    def _ask(self, *what: object) -> None:
        self.asked.append(what)
        if self.error is not None:
            raise self.error

    def audit(self, inputs: Sequence[str], *, save=False, progress=None, stdin=None) -> AuditResult:
        self._ask("audit", list(inputs), save)
        if "-" in inputs:
            self.asked.append(stdin.read())
        return self.result

    def scan(self, *, progress=None) -> AuditResult:
        self._ask("scan")
        return self.result

    def explain(self, inputs, claim_a, claim_b, *, progress=None, stdin=None) -> list[Evidence]:
        self._ask("explain", list(inputs), claim_a, claim_b)
        return [Evidence("gate", "different places", 0.0), Evidence("place", "Orvale, Tarn", -2.0)]

    def ingest(self, inputs: Sequence[str], *, progress=None, stdin=None) -> IngestResult:
        self._ask("ingest", list(inputs))
        added, known = self.result.documents
        return IngestResult((added,), (known,), 5, self.result.errors)

    def compare(self, pairs: Iterable[ComparePair]) -> Iterator[ComparedPair]:
        """Draw all pairs before answering, as a facade that batches does."""
        for pair in list(pairs):
            if "broken" in pair.a:
                yield ComparedPair(pair.id, None, "the model could not read it")
                continue
            clash = "not" in pair.b.split()
            yield ComparedPair(
                pair.id,
                Assessment(
                    0.93126 if clash else 0.02,
                    Verdict.CONTRADICTION if clash else Verdict.NEUTRAL,
                    ConflictType.NEGATION if clash else None,
                    (Evidence("nli", f"said on {pair.a_time}", 2.5),),
                    "One denies it." if clash else "",
                    NliScores(0.1, 0.1, 0.8),
                    NliScores(0.1, 0.1, 0.8),
                ),
            )

    def check(self, directory: Path, recursive: bool, *, progress=None) -> CheckReport:
        self._ask("check", directory, recursive)
        lines = [
            Expectation(
                f"c{n}", "conflict", ExpectedSide("one", "a breach"), ExpectedSide("two", "none")
            )
            for n in range(4)
        ]
        found = tuple(Found(line, self.result.conflicts[:1]) for line in lines[:3])
        corpus = CorpusResult(
            name="orvale",
            expected=4,
            found=found,
            missed=(Missed(lines[3], "gate: no shared place"),),
            false_alarms=(FalseAlarm(self.result.conflicts[0], "nli: contradiction 0.9"),),
            documents=self.result.documents,
            hash="abc",
        )
        return CheckReport((corpus, dataclasses.replace(corpus, name="tarn", false_alarms=())))

    def search(self, text: str, k: int) -> list[tuple[Claim, float]]:
        self._ask("search", text, k)
        return [(claim, 0.75) for claim in self.result.claims[:k]]

    def models(self, verify: bool = False) -> list[ModelInfo]:
        self._ask("models", verify)
        return [
            ModelInfo("small", "nli", "shipped", "f00d"),
            ModelInfo("far", "embedder", "hub", None, "not on this machine"),
        ]

    def store(self, read_only: bool = False, *, create: bool = True) -> Store:
        return Store.open(self.settings.store, create=create and not read_only)

    @property
    def judge(self) -> Judge:
        return Judge()

    @property
    def calibration(self) -> Calibration:
        return Calibration.read()

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        with self.store(create=False) as store:
            yield Desk(store)

    def doctor(self, mend: bool = False) -> list[Finding]:
        with self.store(create=False) as store:
            return examined(store, self.embedder, self.settings.cache_dir, mend)

    @property
    def embedder(self) -> Embedder:
        return Embedder()


class Broken(Fake):
    """Raises whatever it is asked."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.error = InputError("no such file: nowhere.txt\nsecond line")
