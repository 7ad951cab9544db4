"""Fixture corpora: expected conflicts against flagged ones, as precision and recall."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimtrack.errors import FixtureError
from claimtrack.model import AuditResult, Claim, Conflict, Document, Evidence
from claimtrack.results import (
    CorpusResult,
    Expectation,
    ExpectedSide,
    FalseAlarm,
    Found,
    Missed,
)

LABELS = ("conflict", "no_conflict", "optional")
ARTICLES = ("articles", "corpus")
EXPECTED = ("expected.jsonl", "gold.jsonl")


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder with articles and the conflicts that are expected among them."""

    name: str
    articles: Path
    expected: Path

    @property
    def hash(self) -> str:
        """SHA-256 over the articles' and expectations' bytes, in the order of their names."""
        sha = hashlib.sha256()
        files = sorted(path for path in self.articles.rglob("*") if path.is_file())
        for path in (*files, self.expected):
            sha.update(path.name.encode())
            sha.update(hashlib.sha256(path.read_bytes()).digest())
        return sha.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open span of a document's text."""

    document: str
    start: int
    end: int

    def matches(self, other: Span) -> bool:
        """Whether both lie in one document and overlap by half of the shorter one or more."""
        if self.document != other.document:
            return False
        overlap = min(self.end, other.end) - max(self.start, other.start)
        return overlap > 0 and 2 * overlap >= min(self.end - self.start, other.end - other.start)


def corpora(directory: Path, recursive: bool) -> list[Corpus]:
    """Return the corpora in ``directory``, sorted by name.

    Raises FixtureError where there is none, or where articles have no expectations.
    """
    if not directory.is_dir():
        raise FixtureError(f"{directory.as_posix()} is no folder; name a fixture corpus")
    folders = [directory]
    if recursive:
        folders += sorted(path for path in directory.rglob("*") if path.is_dir())
    found = [corpus for folder in folders if (corpus := _corpus(folder, directory))]
    if not found:
        hint = "" if recursive else ", or use --recursive"
        raise FixtureError(
            f"{directory.as_posix()} holds no corpus; it needs articles/ and expected.jsonl{hint}"
        )
    return found


def _corpus(folder: Path, root: Path) -> Corpus | None:
    articles = next((folder / name for name in ARTICLES if (folder / name).is_dir()), None)
    expected = next((folder / name for name in EXPECTED if (folder / name).is_file()), None)
    if articles is None or expected is None:
        return None
    name = folder.relative_to(root).as_posix() if folder != root else folder.resolve().name
    return Corpus(name, articles, expected)


def read_expectations(path: Path) -> list[Expectation]:
    """Return the lines of an expectations file. Raises FixtureError naming a bad line."""
    expectations: list[Expectation] = []
    seen: set[str] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        where = f"{path.name} line {number}"
        try:
            expectation = _expectation(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise FixtureError(f"{where} is no expectation: {error}") from error
        if expectation.id in seen:
            raise FixtureError(f"{where} repeats the id {expectation.id!r}")
        seen.add(expectation.id)
        expectations.append(expectation)
    return expectations


def _expectation(row: Mapping[str, object]) -> Expectation:
    label = str(row.get("label", "conflict"))
    if label not in LABELS:
        raise ValueError(f"label {label!r} is none of {', '.join(LABELS)}")
    types = row.get("type") or ()
    relation = row.get("relation")
    return Expectation(
        id=str(row["id"]),
        label=label,
        a=_side(row["a"]),
        b=_side(row["b"]),
        types=(types,) if isinstance(types, str) else tuple(types),  # type: ignore[arg-type]
        relation=None if relation is None else str(relation),
    )


def _side(row: object) -> ExpectedSide:
    if not isinstance(row, Mapping):
        raise TypeError("a and b are objects with doc and text")
    occurrence = row.get("occurrence")
    return ExpectedSide(
        str(row["doc"]), str(row["text"]), None if occurrence is None else int(occurrence)
    )


def locate(side: ExpectedSide, documents: Sequence[Document]) -> Span:
    """Return where the side's text stands, sought with white space collapsed.

    Raises FixtureError where the text is not found, or found twice without ``occurrence``
    (1-based).
    """
    named = [document for document in documents if document.file == side.doc]
    if not named:
        raise FixtureError(f"no article is called {side.doc!r}")
    words = [re.escape(word) for word in side.text.split()]
    if not words:
        raise FixtureError(f"an empty text is expected in {side.doc!r}")
    pattern = re.compile(r"\s+".join(words))
    hits = [
        Span(document.id, match.start(), match.end())
        for document in named
        for match in pattern.finditer(document.text)
    ]
    if not hits:
        raise FixtureError(f"{side.doc} does not hold the text {side.text!r}")
    if side.occurrence is not None:
        if not 1 <= side.occurrence <= len(hits):
            raise FixtureError(f"{side.doc} holds {side.text!r} only {len(hits)} times")
        return hits[side.occurrence - 1]
    if len(hits) > 1:
        raise FixtureError(
            f"{side.doc} holds {side.text!r} {len(hits)} times; add an occurrence or more words"
        )
    return hits[0]


def score(
    corpus: Corpus,
    result: AuditResult,
    explain: Callable[[Claim, Claim], list[Evidence]],
) -> CorpusResult:
    """Match what an audit of the corpus flagged with what is expected.

    ``explain`` tells at which step a pair of claims was dropped: its first piece of evidence
    names the step, as ``Pipeline.explain`` does.
    """
    expectations = read_expectations(corpus.expected)
    places: dict[str, tuple[Span, Span]] = {}
    for expectation in expectations:
        try:
            places[expectation.id] = (
                locate(expectation.a, result.documents),
                locate(expectation.b, result.documents),
            )
        except FixtureError as error:
            raise FixtureError(f"{corpus.name}: {expectation.id}: {error}") from error
    claims = {claim.id: claim for claim in result.claims}
    matched: dict[str, list[Conflict]] = {}
    alarms: list[FalseAlarm] = []
    for conflict in result.conflicts:
        pairs = [(conflict.a.id, conflict.b.id), *conflict.copies]
        lines = [
            expectation
            for expectation in expectations
            if any(hits(claims[a], claims[b], places[expectation.id]) for a, b in pairs)
        ]
        for line in lines:
            matched.setdefault(line.id, []).append(conflict)
        if not any(line.label in ("conflict", "optional") for line in lines):
            strongest = max(conflict.evidence, key=lambda evidence: evidence.weight)
            reason = f"{strongest.signal}: {strongest.detail}"
            alarms.append(FalseAlarm(conflict, reason, lines[0] if lines else None))
    found: list[Found] = []
    missed: list[Missed] = []
    for expectation in expectations:
        if expectation.label != "conflict":
            continue
        if expectation.id in matched:
            found.append(Found(expectation, tuple(matched[expectation.id])))
        else:
            missed.append(_missed(expectation, places[expectation.id], result, explain))
    return CorpusResult(
        name=corpus.name,
        expected=len(found) + len(missed),
        found=tuple(found),
        missed=tuple(missed),
        false_alarms=tuple(alarms),
        documents=result.documents,
        hash=corpus.hash,
    )


def hits(a: Claim, b: Claim, place: tuple[Span, Span]) -> bool:
    """Whether two claims match the two places, in either order."""
    first, second = _span(a), _span(b)
    straight = first.matches(place[0]) and second.matches(place[1])
    return straight or (first.matches(place[1]) and second.matches(place[0]))


def _span(claim: Claim) -> Span:
    return Span(claim.document, claim.start, claim.end)


def _missed(
    expectation: Expectation,
    place: tuple[Span, Span],
    result: AuditResult,
    explain: Callable[[Claim, Claim], list[Evidence]],
) -> Missed:
    sides = [[claim for claim in result.claims if _span(claim).matches(span)] for span in place]
    for side, expected in zip(sides, (expectation.a, expectation.b), strict=True):
        if not side:
            return Missed(expectation, f"extract: no claim was read from {expected.text!r}")
    for update in _updates(result, place):
        return Missed(expectation, f"relation: taken for an update ({update.score:.2f})")
    told = [explain(a, b) for a in sides[0] for b in sides[1] if a.id != b.id]
    if not told:
        return Missed(expectation, "extract: both sides were read as one claim")
    furthest = min(told, key=lambda steps: steps[0].signal != "judged")
    step = furthest[0]
    return Missed(expectation, f"{step.signal}: {step.detail}", tuple(furthest))


def _updates(result: AuditResult, place: tuple[Span, Span]) -> Iterator[Conflict]:
    claims = {claim.id: claim for claim in result.claims}
    for update in result.updates:
        pairs = [(update.a.id, update.b.id), *update.copies]
        if any(hits(claims[a], claims[b], place) for a, b in pairs):
            yield update
