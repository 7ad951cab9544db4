"""The one orchestrator: documents → claims → vectors → pairs → assessments → conflicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from claimtrack.candidates.select import Selector
from claimtrack.judge.cohort import Cohort
from claimtrack.judge.context import THRESHOLD, added, in_context, needed
from claimtrack.judge.copies import collapse
from claimtrack.judge.relation import kind, relate
from claimtrack.model import (
    Assessment,
    Claim,
    Conflict,
    ConflictType,
    Document,
    Evidence,
    Failure,
    NliScores,
    Pair,
    Relation,
    Verdict,
)
from claimtrack.ports import Embedder, Judge
from claimtrack.results import Progress, Watcher
from claimtrack.worth import AT_ONCE, Unread, Worth, statements, worth_reading

if TYPE_CHECKING:
    import numpy as np


class Extractor(Protocol):
    """Reads the claims of a document."""

    def extract(self, document: Document) -> list[Claim]:
        """Return the claims in the order of the text."""
        ...


@runtime_checkable
class Expecting(Extractor, Protocol):
    """An extractor that may begin before it is asked."""

    def expect(self, documents: Sequence[Document]) -> None:
        """These will be asked for next, in this order."""
        ...


@dataclass(frozen=True, slots=True)
class Known:
    """What the store adds to a run: claims near the new ones, their vectors and documents.

    ``forward`` is what NLI said earlier of pairs of these claims, from the first to the second.
    """

    claims: tuple[Claim, ...] = ()
    vectors: Mapping[str, np.ndarray] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    forward: Sequence[tuple[str, str, NliScores]] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """What a comparison found, with every pair that was judged and how long each step took.

    ``unread`` holds the pairs that NLI was not asked about, for they stand too low or could not be
    flagged.
    """

    conflicts: tuple[Conflict, ...]
    updates: tuple[Conflict, ...]
    judged: Mapping[tuple[str, str], Assessment]
    seconds: Mapping[str, float]
    unread: Mapping[tuple[str, str], Unread] = field(default_factory=dict)


class Pipeline:
    """Runs the stages in order. Not thread-safe: make one a thread (models may be shared)."""

    def __init__(
        self,
        extractor: Extractor,
        embedder: Embedder,
        selector: Selector,
        judge: Judge,
        threshold: float | None = None,
    ) -> None:
        self._extractor = extractor
        self._embedder = embedder
        self._selector = selector
        self._judge = judge
        self._threshold = threshold

    @property
    def threshold(self) -> float:
        """The score at or over which a pair is a conflict."""
        return THRESHOLD if self._threshold is None else self._threshold

    def expect(self, documents: Sequence[Document]) -> None:
        """Tell which documents will be given to ``extract``, for work ahead."""
        if isinstance(self._extractor, Expecting):
            self._extractor.expect(documents)

    def extract(
        self, documents: Sequence[Document], progress: Progress
    ) -> tuple[list[Claim], list[Failure]]:
        """Return the claims of the documents; one that cannot be read does not stop the rest."""
        progress.stage("reading claims", len(documents))
        self.expect(documents)
        claims: list[Claim] = []
        failures: list[Failure] = []
        for document in documents:
            try:
                read = self._extractor.extract(document)
                claims.extend(read)
                if isinstance(progress, Watcher):
                    progress.read(read)
            except (ValueError, IndexError, KeyError) as error:
                message = f"claims can't be read ({type(error).__name__}: {error}); report this"
                failures.append(Failure(document.path or document.name, message))
            progress.advance()
        return claims, failures

    def embed(self, claims: Sequence[Claim], progress: Progress) -> dict[str, np.ndarray]:
        """Return one unit vector a claim id."""
        if not claims:
            return {}
        progress.stage("embedding", None)
        vectors = self._embedder.encode([claim.statement for claim in claims])
        return {claim.id: vector for claim, vector in zip(claims, vectors, strict=True)}

    def pairs(
        self,
        claims: Sequence[Claim],
        vectors: Mapping[str, np.ndarray],
        documents: Mapping[str, Document],
        known: Known | None = None,
    ) -> list[Pair]:
        """Return the pairs worth judging of new claims with each other and with known ones."""
        known = known or Known()
        return self._selector.pairs(
            claims, known.claims, {**known.vectors, **vectors}, {**known.documents, **documents}
        )

    def compare(
        self,
        claims: Sequence[Claim],
        vectors: Mapping[str, np.ndarray],
        documents: Mapping[str, Document],
        known: Known,
        progress: Progress,
    ) -> Findings:
        """Compare new claims with each other and with the known ones."""
        start = perf_counter()
        progress.stage("finding pairs", None)
        all_pairs = self.pairs(claims, vectors, documents, known)
        chosen = perf_counter()
        new = {claim.id for claim in claims}
        worth = worth_reading(self._judge, all_pairs, new, self.threshold, progress)
        company = {**known.vectors, **vectors}
        assessments, found = self._assess(worth, company, known, progress)
        flags = collapse([c for c in found if c.relation is not Relation.UPDATE])
        updates = collapse([c for c in found if c.relation is Relation.UPDATE])
        seconds = {"candidates": chosen - start, "judge": perf_counter() - chosen}
        judged = {
            (pair.a.id, pair.b.id): final
            for pair, final in zip(worth.pairs, assessments, strict=True)
        }
        unread = {(one.pair.a.id, one.pair.b.id): one for one in worth.unread}
        return Findings(tuple(flags), tuple(updates), judged, seconds, unread)

    def explain(
        self,
        a: Claim,
        b: Claim,
        findings: Findings,
        claims: Sequence[Claim],
        vectors: Mapping[str, np.ndarray],
        documents: Mapping[str, Document],
        known: Known | None = None,
    ) -> list[Evidence]:
        """Return at which step of a finished run a pair was dropped, or what the judge said.

        The first piece of evidence names the step; every reason follows.
        """
        first, second = sorted((a.id, b.id))
        final = findings.judged.get((first, second))
        if final is None and (unread := findings.unread.get((first, second))) is not None:
            return unread.told()
        if final is None:
            known = known or Known()
            together = {**known.vectors, **vectors}, {**known.documents, **documents}
            return self._selector.explain(a, b, claims, known.claims, *together)
        side = "at or over" if final.verdict is Verdict.CONTRADICTION else "under"
        word = f"score {final.score:.4f} is {side} the threshold {self.threshold:.4f}"
        if not final.asked:
            # A bound that rounds up to the threshold is under it all the same.
            word = (
                f"score is at most {final.score:.4f}, under the threshold {self.threshold:.4f}, "
                "whatever NLI would say the other way"
            )
        return [Evidence("judged", f"{final.verdict.value}: {word}", 0.0), *final.evidence]

    def _assess(
        self,
        worth: Worth,
        vectors: Mapping[str, np.ndarray],
        known: Known,
        progress: Progress,
    ) -> tuple[list[Assessment], list[Conflict]]:
        """Return one final assessment a pair and the conflicts."""
        pairs = worth.pairs
        asked = [statements(pair) for pair in pairs]
        parts = [slice(start, start + AT_ONCE) for start in range(0, len(pairs), AT_ONCE)]
        progress.stage("reading pairs", len(pairs))
        forward: list[NliScores] = []
        for part in parts:
            forward += self._judge.forward(asked[part])
            progress.advance(len(asked[part]))
        cohort = Cohort(pairs, forward, known.forward, vectors)
        progress.stage("judging pairs", len(pairs))
        assessments: list[Assessment] = []
        found: list[Conflict] = []
        for part in parts:
            contexts = [(*added(pair), *cohort.added(pair)) for pair in pairs[part]]
            floors = [
                needed(context, self.threshold, said, clash)
                for context, said, clash in zip(
                    contexts, forward[part], worth.clashes[part], strict=True
                )
            ]
            raw = self._judge.assess(asked[part], floors, forward[part])
            final = [
                in_context(one, context, self.threshold)
                for one, context in zip(raw, contexts, strict=True)
            ]
            assessments += final
            progress.advance(len(final))
            new = _conflicts(pairs[part], final)
            found += new
            if isinstance(progress, Watcher):
                progress.found(new)
        return assessments, found


def _conflicts(pairs: Sequence[Pair], assessments: Sequence[Assessment]) -> list[Conflict]:
    return [
        _conflict(pair, final)
        for pair, final in zip(pairs, assessments, strict=True)
        if final.verdict is Verdict.CONTRADICTION
    ]


def _conflict(pair: Pair, final: Assessment) -> Conflict:
    named = final.type or ConflictType.OTHER
    return Conflict(
        a=pair.a,
        b=pair.b,
        type=kind(pair.a, pair.b, named),
        relation=relate(pair.a, pair.b, named, sure=final.sure),
        score=final.score,
        explanation=final.explanation,
        evidence=final.evidence,
    )
