"""The words of claimtrack as frozen types. Imports nothing of the project.

Offsets are half-open and count Unicode code points of ``Document.text``. Dates are calendar
days; an interval of days is closed on both ends and prints as an ISO 8601 interval.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import PurePosixPath


class HolderKind(StrEnum):
    """What stands behind a claim."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    ANONYMOUS = "anonymous"


class Stance(StrEnum):
    """How the holder puts the proposition. A denial's statement already reads *not P*."""

    ASSERTED = "asserted"
    DENIED = "denied"
    REPORTED = "reported"
    QUESTIONED = "questioned"
    CONDITIONAL = "conditional"
    PREDICTED = "predicted"
    DEMANDED = "demanded"


class Certainty(StrEnum):
    """How surely it is said: plainly, or with a hedge ("may", "apparently")."""

    FIRM = "firm"
    HEDGED = "hedged"


class ConflictType(StrEnum):
    """In what two statements clash."""

    NEGATION = "negation"
    QUANTITY = "quantity"
    DATE = "date"
    PLACE = "place"
    ACTOR = "actor"
    OPPOSITE = "opposite"
    MODALITY = "modality"
    OTHER = "other"


class Relation(StrEnum):
    """How the two sides stand to each other. ``UPDATE`` is kept apart and is no flag."""

    DISPUTE = "dispute"
    REVERSAL = "reversal"
    SELF_CONTRADICTION = "self-contradiction"
    UPDATE = "update"


class Verdict(StrEnum):
    """The judge's word on two statements."""

    CONTRADICTION = "contradiction"
    ENTAILMENT = "entailment"
    NEUTRAL = "neutral"


class Status(StrEnum):
    """Whether a conflict still holds by the newest run."""

    OPEN = "open"
    WITHDRAWN = "withdrawn"


class Ruling(StrEnum):
    """A reviewer's verdict on a conflict."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    UNSURE = "unsure"


class Reason(StrEnum):
    """Why a conflict was dismissed."""

    DIFFERENT_EVENT = "different-event"
    UPDATE = "update"
    NOT_A_CLAIM = "not-a-claim"
    WRONG_SPEAKER = "wrong-speaker"
    WRONG_EXTRACTION = "wrong-extraction"
    OPINION = "opinion"
    OTHER = "other"


def digest(*parts: str | None, length: int = 16) -> str:
    """Return the first ``length`` hex digits of a SHA-256 over ``parts``, unambiguous in order."""
    joined = "\x1f".join("" if part is None else part for part in parts)
    return hashlib.sha256(joined.encode("utf-8")).hexdigest()[:length]


@lru_cache(maxsize=16384)
def normalise(text: str) -> str:
    """Return ``text`` in lower case, letters and digits only, single spaces: a key, not prose."""
    return " ".join(re.findall(r"\w+", text.casefold()))


@dataclass(frozen=True, slots=True)
class DayInterval:
    """A closed interval of calendar days, with the words it was read from."""

    start: dt.date
    end: dt.date
    text: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"interval ends ({self.end}) before it starts ({self.start})")

    @property
    def iso(self) -> str:
        """The interval as ISO 8601: ``2026-05-01`` or ``2026-05-01/2026-05-31``."""
        if self.start == self.end:
            return self.start.isoformat()
        return f"{self.start.isoformat()}/{self.end.isoformat()}"

    @classmethod
    def from_iso(cls, iso: str, text: str = "") -> DayInterval:
        """Read ``iso``. Raises ValueError if it is no ISO date or interval of dates."""
        start, _, end = iso.partition("/")
        first = dt.date.fromisoformat(start[:10])
        return cls(first, dt.date.fromisoformat(end[:10]) if end else first, text)

    def overlaps(self, other: DayInterval) -> bool:
        """Whether the two share at least one day."""
        return self.start <= other.end and other.start <= self.end


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in text, as the closed interval of values that its words allow.

    ``unit`` is a canonical unit ("" for a plain count, "USD", "%", "pp", "km", "year", ...);
    ``of`` is the head of what is counted, in lower case ("aircraft"), or None.
    ``start``/``end`` are offsets in the text it was read from.
    """

    text: str
    value: float
    low: float
    high: float
    unit: str = ""
    of: str | None = None
    start: int = 0
    end: int = 0

    def __post_init__(self) -> None:
        if math.isnan(self.low) or math.isnan(self.high) or self.low > self.high:
            raise ValueError(f"not an interval: [{self.low}, {self.high}] from {self.text!r}")

    def excludes(self, other: Quantity) -> bool:
        """Whether the two are of one unit and no value fits both, whatever they count."""
        return self.unit == other.unit and (self.high < other.low or other.high < self.low)


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: the words, spaCy's OntoNotes label, and its full name in the document."""

    text: str
    label: str
    name: str

    @property
    def key(self) -> str:
        """The full name as a key for comparison."""
        return normalise(self.name)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who stands behind a claim; ``on_behalf_of`` names the institution that speaks through it."""

    name: str
    kind: HolderKind
    on_behalf_of: str | None = None

    @property
    def key(self) -> str:
        """The name as a key; an anonymous source is nobody else, so its key holds its kind."""
        return f"{self.kind.value}:{normalise(self.name)}"

    @property
    def voice(self) -> str:
        """The key of the institution if there is one, else of the holder."""
        return normalise(self.on_behalf_of or self.name)


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment in an article that accepts the conflicts of ``[start, end)`` of its text.

    ``types`` are those that it covers, none meaning all; ``line`` is where the comment stands in
    the source, None where that is not known.
    """

    start: int
    end: int
    types: tuple[ConflictType, ...]
    reason: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article as one outlet published it.

    ``first_line`` is the 1-based line of the source file on which ``text`` starts, where the
    text is a slice of that file; None where it was taken out of a page (HTML, PDF, a feed).
    ``part`` counts the articles of a page that holds several, from 1; else None.
    """

    text: str
    path: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: dt.date | None = None
    url: str | None = None
    first_line: int | None = None
    part: int | None = None
    ignores: tuple[Ignore, ...] = ()

    @property
    def id(self) -> str:
        """The same text of the same outlet and address is the same document."""
        return digest("document", self.outlet, self.url, self.text)

    @property
    def identity(self) -> str:
        """Outlet and address (else path): what stays when the text is changed.

        The articles of one page share its address, so their titles tell them apart; standard
        input ("-") is no address, so each text from it stands for itself.
        """
        place = self.url or (self.path if self.path != "-" else None) or self.id
        if self.part is not None:
            place += f"#{normalise(self.title or str(self.part))}"
        return f"{normalise(self.outlet or '')}|{place}"

    @property
    def file(self) -> str:
        """The name of its file without folder and ending, as fixtures name it; else ``name``."""
        return PurePosixPath(self.path).stem if self.path else self.name

    @property
    def name(self) -> str:
        """The best short name for a reader."""
        path = "standard input" if self.path == "-" else self.path
        return self.title or self.url or path or self.id


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition asserted in a document."""

    document: str
    quote: str
    start: int
    end: int
    statement: str
    holder: Holder
    via: tuple[Holder, ...] = ()
    stance: Stance = Stance.ASSERTED
    certainty: Certainty = Certainty.FIRM
    event_time: DayInterval | None = None
    report_time: DayInterval | None = None
    quantities: tuple[Quantity, ...] = ()
    entities: tuple[Entity, ...] = ()
    sentence: int = 0

    @property
    def id(self) -> str:
        """Follows from the document, the span and the statement."""
        return _claim_id(self.document, self.start, self.end, self.statement)


@lru_cache(maxsize=16384)
def _claim_id(document: str, start: int, end: int, statement: str) -> str:
    # Every pair asks for the ids of its two claims, several times over.
    return digest("claim", document, str(start), str(end), statement)


@dataclass(frozen=True, slots=True)
class NliScores:
    """Probabilities of a three-way NLI model; they sum to 1."""

    entailment: float
    neutral: float
    contradiction: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason: what was looked at, what was found, and its push on the log-odds."""

    signal: str
    detail: str
    weight: float


@dataclass(frozen=True, slots=True)
class Statement:
    """What the judge reads of a claim: its words and, where known, its times."""

    text: str
    event_time: DayInterval | None = None
    report_time: DayInterval | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the judge found for a pair. ``type`` is None unless it is a contradiction.

    ``leaning`` is the type that it would have, ``strength`` in [0, 1] how strongly a comparator
    speaks for that, and ``sure`` whether its word holds whatever NLI says. ``asked`` is False
    where NLI was not asked in both directions, since no answer could have mattered; the score is
    then an upper bound.
    """

    score: float
    verdict: Verdict
    type: ConflictType | None
    evidence: tuple[Evidence, ...]
    explanation: str
    forward: NliScores
    backward: NliScores
    leaning: ConflictType = ConflictType.OTHER
    strength: float = 0.0
    asked: bool = True
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that may speak of one event. ``a`` sorts before ``b`` (canonical order).

    ``similarity`` is the cosine of the statements' vectors; ``same_event`` in [0, 1] is the
    gate's measure of shared participants, place and time; ``reasons`` say how it came about.
    """

    a: Claim
    b: Claim
    similarity: float
    same_event: float
    reasons: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """An assessment at or over the threshold. ``copies`` are further pairs that say the same."""

    a: Claim
    b: Claim
    type: ConflictType
    relation: Relation
    score: float
    explanation: str
    evidence: tuple[Evidence, ...]
    copies: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """Follows from the two claims, in either order."""
        first, second = sorted((self.a.id, self.b.id))
        return digest("conflict", first, second)


def conflict_fingerprint(a: Claim, in_a: Document, b: Claim, in_b: Document) -> str:
    """Return what stays of a conflict when offsets, statements, scores and models change.

    A digest of each side's document identity (outlet and address) and normalised quote, in
    either order: decisions, baselines and SARIF key on it.
    """
    first = (in_a.identity, normalise(a.quote))
    second = (in_b.identity, normalise(b.quote))
    sides = sorted((first, second))
    return digest("conflict-identity", *sides[0], *sides[1])


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the append-only record; an undo has ``undo_of`` and no ruling of its own."""

    id: int
    fingerprint: str
    conflict: str
    ruling: Ruling | None
    reason: Reason | None
    note: str
    reviewer: str
    at: dt.datetime
    undo_of: int | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A place and what is wrong there, in one line that says how to mend it."""

    path: str
    message: str


class Accepted(StrEnum):
    """By what a conflict is accepted: an entry of the baseline, or a comment in an article."""

    BASELINE = "baseline"
    INLINE = "inline"


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A conflict that somebody accepted, with the reason; it is counted and is no finding."""

    conflict: Conflict
    by: Accepted
    reason: str
    author: str | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class AuditResult:
    """What one run found. ``run`` holds counts, model hashes, settings and timing.

    ``stale`` are acceptances that no conflict needs any more, each with its place.
    """

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    updates: tuple[Conflict, ...]
    errors: tuple[Failure, ...]
    run: Mapping[str, object]
    suppressed: tuple[Suppressed, ...] = ()
    stale: tuple[Failure, ...] = ()
