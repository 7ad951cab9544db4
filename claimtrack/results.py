"""What the facade in ``claimtrack.bootstrap`` hands to its callers. Imports only the model.

``AuditResult`` lives in the model because the reports are made from it; these are the answers
of the other commands, and the one thing that long work is told: how to say how far it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from claimtrack.model import Assessment, Claim, Conflict, Document, Evidence, Failure


class Progress(Protocol):
    """Where long work says how far it is. Stages follow each other; none is inside another."""

    def stage(self, name: str, total: int | None) -> None:
        """Begin a stage of ``total`` steps (None where that is not known)."""
        ...

    def advance(self, n: int = 1) -> None:
        """Say that ``n`` more steps of the stage are done."""
        ...


@runtime_checkable
class Watcher(Progress, Protocol):
    """Progress that is also told of claims and conflicts as they are found.

    What it is told of is what there is so far: of copies of one conflict all are told, and in
    the end one is kept.
    """

    def read(self, claims: Sequence[Claim]) -> None:
        """These claims were read."""
        ...

    def found(self, conflicts: Sequence[Conflict]) -> None:
        """These conflicts and updates were found."""
        ...


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What an ingest added to the store, what was there already, and what could not be read."""

    added: tuple[Document, ...]
    known: tuple[Document, ...]
    claims: int
    errors: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class ComparePair:
    """Two statements to compare, with the dates on which they were said where known."""

    id: str
    a: str
    b: str
    a_time: dt.date | None = None
    b_time: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """The assessment of one pair; None with an ``error`` where it could not be judged."""

    id: str
    assessment: Assessment | None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class ExpectedSide:
    """One side of an expectation: ``text`` as it stands in the document with the stem ``doc``."""

    doc: str
    text: str
    occurrence: int | None = None


@dataclass(frozen=True, slots=True)
class Expectation:
    """One line of a fixture: two passages that are, are not, or may be flagged as a conflict.

    ``label`` is "conflict", "no_conflict" or "optional"; ``types`` are the types that would be
    right (empty: any).
    """

    id: str
    label: str
    a: ExpectedSide
    b: ExpectedSide
    types: tuple[str, ...] = ()
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """An expected conflict that was flagged, by one pair or by several."""

    expectation: Expectation
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """An expected conflict that was not flagged; ``reason`` names the step that dropped it."""

    expectation: Expectation
    reason: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class FalseAlarm:
    """A flag that matches no conflict or optional line; ``reason`` names the signal behind it.

    ``expectation`` is the ``no_conflict`` line that it matches, if there is one.
    """

    conflict: Conflict
    reason: str
    expectation: Expectation | None = None


@dataclass(frozen=True, slots=True)
class CorpusResult:
    """What ``check`` measured on one corpus. ``hash`` is over its articles and expectations.

    ``expected`` counts the lines labelled conflict. Precision is 1 where nothing was flagged,
    recall is 1 where nothing was expected.
    """

    name: str
    expected: int
    found: tuple[Found, ...]
    missed: tuple[Missed, ...]
    false_alarms: tuple[FalseAlarm, ...]
    documents: tuple[Document, ...] = ()
    hash: str = ""

    @property
    def precision(self) -> float:
        """Of what was flagged, the share that was expected (several flags on a line count once)."""
        flagged = len(self.found) + len(self.false_alarms)
        return len(self.found) / flagged if flagged else 1.0

    @property
    def recall(self) -> float:
        """Of what was expected, the share that was flagged."""
        return len(self.found) / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where both are 0."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The corpora of one ``check``, in the order of their names; ``models`` are fingerprints."""

    corpora: tuple[CorpusResult, ...]
    errors: tuple[Failure, ...] = ()
    models: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """A model in use: its part ("embedder", "nli", "parser"), where it came from, and its hash.

    ``fingerprint`` is None where the model could not be found; ``detail`` then says why.
    """

    name: str
    kind: str
    source: str
    fingerprint: str | None
    detail: str = ""
