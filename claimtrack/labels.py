"""Label files of other tools, two texts and a label a line, measured like a fixture corpus.

CSV, TSV and JSON Lines; the columns are found by the names that NLI and fact-checking sets use.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimtrack.errors import FixtureError
from claimtrack.model import (
    Assessment,
    Claim,
    Conflict,
    ConflictType,
    Document,
    Holder,
    HolderKind,
    Relation,
    Verdict,
)
from claimtrack.results import (
    ComparedPair,
    ComparePair,
    CorpusResult,
    Expectation,
    ExpectedSide,
    FalseAlarm,
    Found,
    Missed,
)

SUFFIXES = (".csv", ".tsv", ".jsonl")
PAIRS = (
    ("a", "b"),
    ("text_a", "text_b"),
    ("text1", "text2"),
    ("premise", "hypothesis"),
    ("sentence1", "sentence2"),
    ("statement1", "statement2"),
    ("claim1", "claim2"),
    ("claim", "evidence"),
)
LABELS = ("label", "gold_label", "verdict", "relation", "class")
POSITIVE = frozenset(
    "contradiction contradictory contradicts contradicted conflict refutes refuted dispute".split()
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """One line: two texts, and whether its label says that they contradict each other."""

    id: str
    a: str
    b: str
    conflict: bool


def read_labels(path: Path, positive: Collection[str] = ()) -> list[Labelled]:
    """Return the lines of a label file; ``positive`` are the labels that mean a contradiction.

    Raises FixtureError, one line, where it can't be read, has no columns known here, or no label
    that means a contradiction.
    """
    shown = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
        rows = _rows(path, text)
    except (OSError, UnicodeDecodeError, ValueError, csv.Error) as error:
        raise FixtureError(f"the label file {shown} can't be read: {error}") from error
    if not rows:
        raise FixtureError(f"the label file {shown} has no line")
    names = {str(name).strip().lower(): name for name in rows[0]}
    pair = next((pair for pair in PAIRS if set(pair) <= names.keys()), None)
    label = next((name for name in LABELS if name in names), None)
    if pair is None or label is None:
        raise FixtureError(
            f"the label file {shown} needs two texts ({', '.join('/'.join(p) for p in PAIRS)}) "
            f"and a label ({', '.join(LABELS)}); its columns are {', '.join(map(str, rows[0]))}"
        )
    wanted = {word.strip().lower() for word in positive} or POSITIVE
    found = []
    for number, row in enumerate(rows, start=1):
        a, b, said = (str(row.get(names[name]) or "").strip() for name in (*pair, label))
        if not a or not b:
            raise FixtureError(f"the label file {shown}: line {number} needs two texts")
        key = str(row.get(names.get("id", ""), "") or number)
        found.append(Labelled(key, a, b, said.lower() in wanted))
    if not any(line.conflict for line in found):
        labels = sorted({str(row.get(names[label])) for row in rows})[:8]
        raise FixtureError(
            f"no label of {shown} means a contradiction ({', '.join(labels)}); "
            "name those that do with --contradiction"
        )
    return found


def _rows(path: Path, text: str) -> list[Mapping[str, object]]:
    if path.suffix == ".jsonl":
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
        if not all(isinstance(row, dict) for row in rows):
            raise ValueError("every line must be an object")
        return rows
    delimiter = "\t" if path.suffix == ".tsv" else ","
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def pairs(lines: Iterable[Labelled]) -> list[ComparePair]:
    """Return the lines as pairs to compare."""
    return [ComparePair(line.id, line.a, line.b) for line in lines]


def score(path: Path, lines: Iterable[Labelled], compared: Iterable[ComparedPair]) -> CorpusResult:
    """Match the verdicts with the labels; what could not be judged counts as not flagged."""
    found: list[Found] = []
    missed: list[Missed] = []
    alarms: list[FalseAlarm] = []
    documents: list[Document] = []
    for line, pair in zip(lines, compared, strict=True):
        told = pair.assessment
        flagged = told is not None and told.verdict is Verdict.CONTRADICTION
        expectation = Expectation(
            line.id,
            "conflict" if line.conflict else "no_conflict",
            ExpectedSide(path.stem, line.a),
            ExpectedSide(path.stem, line.b),
        )
        if told is not None and flagged:
            document = Document(f"{line.a}\n\n{line.b}", title=f"{path.name}, {line.id}")
            documents.append(document)
            conflict = _conflict(line, document, told)
            if line.conflict:
                found.append(Found(expectation, (conflict,)))
            else:
                strongest = max(told.evidence, key=lambda item: item.weight)
                reason = f"{strongest.signal}: {strongest.detail}"
                alarms.append(FalseAlarm(conflict, reason, expectation))
        elif line.conflict and told is None:
            missed.append(Missed(expectation, f"not judged: {pair.error}"))
        elif line.conflict and told is not None:
            reason = f"judged: {told.verdict.value}, score {told.score:.4f}"
            missed.append(Missed(expectation, reason, told.evidence))
    return CorpusResult(
        name=path.name,
        expected=len(found) + len(missed),
        found=tuple(found),
        missed=tuple(missed),
        false_alarms=tuple(alarms),
        documents=tuple(documents),
        hash=hashlib.sha256(path.read_bytes()).hexdigest()[:16],
    )


def _conflict(line: Labelled, document: Document, told: Assessment) -> Conflict:
    holder = Holder(f"line {line.id}", HolderKind.ANONYMOUS)
    a = Claim(document.id, line.a, 0, len(line.a), line.a, holder)
    start = len(line.a) + 2
    b = Claim(document.id, line.b, start, start + len(line.b), line.b, holder)
    return Conflict(
        a,
        b,
        told.type or ConflictType.OTHER,
        Relation.DISPUTE,
        told.score,
        told.explanation,
        told.evidence,
    )
