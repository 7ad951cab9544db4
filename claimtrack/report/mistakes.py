"""The misses and false alarms of a check, each with both passages and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimtrack.model import Claim, Document, Evidence, digest, normalise
from claimtrack.report.clash import adds_words
from claimtrack.report.locate import Source, locate
from claimtrack.report.view import holder_line, pushes
from claimtrack.report.wording import squeeze
from claimtrack.results import CheckReport, CorpusResult, ExpectedSide

MISSED = "missed"
FALSE_ALARM = "false alarm"


@dataclass(frozen=True, slots=True)
class Passage:
    """One side of a mistake; ``document`` is None where the text stands in no article.

    ``file`` names the article as the fixture does. Of what is only expected nobody has said yet
    who holds it; ``statement`` is told where it says more than the quote.
    """

    text: str
    name: str
    file: str
    document: Document | None
    start: int = 0
    end: int = 0
    holder: str | None = None
    statement: str | None = None

    @property
    def source(self) -> Source | None:
        """The region of the article's file."""
        return None if self.document is None else locate(self.document, self.start, self.end)

    @property
    def told(self) -> str:
        """The side on one line: which article, who, and the words."""
        who = "" if self.holder is None else f", {self.holder}"
        return f"{squeeze(self.file)}{who}: “{self.text}”"


@dataclass(frozen=True, slots=True)
class Mistake:
    """A miss or a false alarm: which line of which corpus, both sides, and why.

    ``scored`` is what the score is made of, ``behind`` the gate's reasons. Of a false alarm
    ``expected`` is the line that says that there is none.
    """

    kind: str
    corpus: str
    id: str
    type: str
    a: Passage
    b: Passage
    reason: str
    scored: tuple[Evidence, ...] = ()
    behind: tuple[Evidence, ...] = ()
    score: float | None = None
    relation: str = ""
    explanation: str = ""
    expected: str | None = None

    @property
    def path(self) -> str | None:
        """The file of the first side."""
        return None if self.a.source is None else self.a.source.path

    @property
    def line(self) -> int | None:
        """The line on which the first side begins."""
        return None if self.a.source is None else self.a.source.start_line

    @property
    def fingerprint(self) -> str:
        """A key that outlives moved lines and other models, as a conflict's does."""
        sides = sorted((side.name, normalise(side.text)) for side in (self.a, self.b))
        return digest("check-mistake", self.kind, self.corpus, *sides[0], *sides[1])

    def row(self) -> dict[str, object]:
        """Return the mistake as a flat row, in the order of ``COLUMNS``."""
        return {
            "kind": self.kind,
            "corpus": self.corpus,
            "id": self.id,
            "path": self.path,
            "line": self.line,
            "type": self.type,
            "a_document": self.a.file,
            "a": self.a.text,
            "b_document": self.b.file,
            "b": self.b.text,
            "reason": self.reason,
        }


COLUMNS = (
    *("kind", "corpus", "id", "path", "line", "type"),
    *("a_document", "a", "b_document", "b", "reason"),
)


def mistakes(report: CheckReport) -> Iterator[Mistake]:
    """Yield every miss and every false alarm, corpus by corpus."""
    for corpus in report.corpora:
        for missed in corpus.missed:
            line = missed.expectation
            yield Mistake(
                MISSED,
                corpus.name,
                line.id,
                ",".join(line.types) or "any",
                _expected(line.a, corpus),
                _expected(line.b, corpus),
                squeeze(missed.reason),
                tuple(item for item in missed.evidence if item.weight),
            )
        documents = {document.id: document for document in corpus.documents}
        for alarm in corpus.false_alarms:
            conflict = alarm.conflict
            scored, behind = pushes(conflict)
            yield Mistake(
                FALSE_ALARM,
                corpus.name,
                conflict.id if alarm.expectation is None else alarm.expectation.id,
                conflict.type.value,
                _claimed(conflict.a, documents),
                _claimed(conflict.b, documents),
                squeeze(alarm.reason),
                scored,
                behind,
                conflict.score,
                conflict.relation.value,
                squeeze(conflict.explanation),
                None if alarm.expectation is None else alarm.expectation.id,
            )


def _claimed(claim: Claim, documents: Mapping[str, Document]) -> Passage:
    document = documents.get(claim.document)
    name = claim.document if document is None else document.name
    # A line of a label file has no holder but its number.
    article = document is not None and bool(document.path or document.url)
    return Passage(
        squeeze(claim.quote),
        name,
        name if document is None else document.file,
        document,
        claim.start,
        claim.end,
        squeeze(holder_line(claim)) if article else None,
        squeeze(claim.statement) if adds_words(claim) else None,
    )


def _expected(side: ExpectedSide, corpus: CorpusResult) -> Passage:
    text = squeeze(side.text)
    pattern = re.compile(r"\s+".join(re.escape(word) for word in side.text.split()))
    for document in corpus.documents:
        if document.file == side.doc:
            hits = list(pattern.finditer(document.text))
            if hits:
                hit = hits[min(side.occurrence or 1, len(hits)) - 1]
                return Passage(text, document.name, side.doc, document, hit.start(), hit.end())
    return Passage(text, side.doc, side.doc, None)
