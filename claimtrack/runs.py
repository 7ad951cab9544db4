"""One run over documents with everything it went through, and the report that is made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from claimtrack.errors import InputError
from claimtrack.model import AuditResult, Claim, Document, Failure
from claimtrack.pipeline import Findings, Known, Pipeline
from claimtrack.results import Progress

if TYPE_CHECKING:
    import numpy as np

    Recall = Callable[[Sequence[Document], Sequence[Claim], Mapping[str, np.ndarray]], Known]


class Silence:
    """Progress that nobody watches."""

    def stage(self, name: str, total: int | None) -> None:
        """Say nothing."""

    def advance(self, n: int = 1) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that a comparison depends on: what was read, and what is known beside it."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    vectors: Mapping[str, np.ndarray]
    known: Known
    errors: tuple[Failure, ...]
    seconds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Run(Prepared):
    """New documents with their claims and vectors, what was known, and what was found."""

    findings: Findings

    def claim(self, prefix: str) -> Claim:
        """Return the claim of the run whose id starts so. Raises InputError for none or several."""
        everything = (*self.claims, *self.known.claims)
        found = [claim for claim in everything if claim.id.startswith(prefix)]
        if len(found) == 1:
            return found[0]
        what = "is no claim of this audit" if not found else f"begins {len(found)} claims"
        raise InputError(f"{prefix!r} {what}; audit --verbose prints the ids")

    def result(self, models: Mapping[str, str], settings: Mapping[str, object]) -> AuditResult:
        """Return the report: what is new, and of the stored claims those it refers to."""
        named = {
            key
            for conflict in (*self.findings.conflicts, *self.findings.updates)
            for pair in ((conflict.a.id, conflict.b.id), *conflict.copies)
            for key in pair
        }
        stored = tuple(claim for claim in self.known.claims if claim.id in named)
        needed = sorted({claim.document for claim in stored})
        return AuditResult(
            documents=(*self.documents, *(self.known.documents[key] for key in needed)),
            claims=(*self.claims, *stored),
            conflicts=self.findings.conflicts,
            updates=self.findings.updates,
            errors=self.errors,
            run={
                "counts": self.counts(),
                "models": dict(models),
                "settings": dict(settings),
                "timing": {name: round(value, 3) for name, value in self.seconds.items()},
            },
        )

    def counts(self) -> dict[str, int]:
        """Return how much was read, compared and found."""
        return {
            "documents": len(self.documents),
            "claims": len(self.claims),
            "known_claims": len(self.known.claims),
            "pairs": len(self.findings.judged),
            "conflicts": len(self.findings.conflicts),
            "updates": len(self.findings.updates),
            "errors": len(self.errors),
        }


def prepare(
    pipeline: Pipeline,
    documents: Sequence[Document],
    failures: Sequence[Failure],
    progress: Progress,
    recall: Recall | None,
) -> Prepared:
    """Read and embed the claims of documents; ``recall`` tells what a store knows of the like."""
    start = perf_counter()
    claims, broken = pipeline.extract(documents, progress)
    extracted = perf_counter()
    vectors = pipeline.embed(claims, progress)
    embedded = perf_counter()
    known = Known() if recall is None else recall(documents, claims, vectors)
    seconds = {
        "extract": extracted - start,
        "embed": embedded - extracted,
        "recall": perf_counter() - embedded,
    }
    errors = (*failures, *broken)
    return Prepared(tuple(documents), tuple(claims), vectors, known, errors, seconds)


def compare(pipeline: Pipeline, ready: Prepared, progress: Progress) -> Run:
    """Compare what was read with each other and with what is known."""
    by_id = {document.id: document for document in ready.documents}
    findings = pipeline.compare(ready.claims, ready.vectors, by_id, ready.known, progress)
    seconds = {**ready.seconds, **findings.seconds}
    return Run(
        ready.documents,
        ready.claims,
        ready.vectors,
        ready.known,
        ready.errors,
        {**seconds, "total": sum(seconds.values())},
        findings,
    )


def joined(runs: Sequence[Run]) -> Run:
    """Return the steps of a scan as one run; vectors are left out, nobody asks for them."""
    new = {claim.id for run in runs for claim in run.claims}
    own = {document.id for run in runs for document in run.documents}
    claims = {claim.id: claim for run in runs for claim in run.known.claims}
    documents = {key: value for run in runs for key, value in run.known.documents.items()}
    seconds: Counter[str] = Counter()
    for run in runs:
        seconds.update(dict(run.seconds))
    return Run(
        documents=tuple(document for run in runs for document in run.documents),
        claims=tuple(claim for run in runs for claim in run.claims),
        vectors={},
        known=Known(
            tuple(claim for key, claim in claims.items() if key not in new),
            {},
            {key: value for key, value in documents.items() if key not in own},
        ),
        findings=Findings(
            tuple(conflict for run in runs for conflict in run.findings.conflicts),
            tuple(conflict for run in runs for conflict in run.findings.updates),
            {key: found for run in runs for key, found in run.findings.judged.items()},
            {},
        ),
        errors=tuple(failure for run in runs for failure in run.errors),
        seconds=dict(seconds),
    )
