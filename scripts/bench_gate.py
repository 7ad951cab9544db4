"""Count the labelled conflicts that reach the judge, and at which step the others are lost.

    python scripts/bench_gate.py fixtures/* --lost

Reads, embeds and pairs the claims of each corpus; no NLI model is loaded. A conflict line reaches
the judge where one claim of each side makes a pair that passes the gate and the cut. Prints by
corpus the lines, those of which both sides were read as claims, those that reach the judge, the
pairs a claim (unordered pairs by claims, and the most that one claim is part of), and what was
lost by its stage. Of what reaches the judge NLI reads the pairs that stand high enough: "read"
counts their lines and their share of the pairs. --lost prints every lost line with both statements
and the reason.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from claimtrack import check
from claimtrack.bootstrap import Claimtrack
from claimtrack.candidates.index import FaissIndex
from claimtrack.candidates.select import Limits, Selector
from claimtrack.config import Settings
from claimtrack.model import Claim
from claimtrack.results import Expectation
from claimtrack.runs import Silence
from claimtrack.worth import worth_reading


@dataclass(slots=True)
class Counted:
    """What became of the conflict lines of one corpus, or of several."""

    lines: int = 0
    extracted: int = 0
    judged: int = 0
    read: int = 0
    claims: int = 0
    pairs: int = 0
    pairs_read: int = 0
    most: int = 0
    reasons: Counter[str] = field(default_factory=Counter)

    def add(self, other: Counted) -> None:
        """Count another corpus in."""
        self.lines += other.lines
        self.extracted += other.extracted
        self.judged += other.judged
        self.read += other.read
        self.claims += other.claims
        self.pairs += other.pairs
        self.pairs_read += other.pairs_read
        self.most = max(self.most, other.most)
        self.reasons.update(other.reasons)

    def row(self, name: str) -> tuple[str, ...]:
        """The cells of its line in the table."""
        return (
            name,
            str(self.lines),
            str(self.extracted),
            str(self.judged),
            f"{self.judged / max(1, self.lines):.3f}",
            str(self.claims),
            f"{self.pairs / max(1, self.claims):.1f}",
            str(self.most),
            f"{self.read} ({self.pairs_read / max(1, self.pairs):.0%})",
            ", ".join(f"{count} {reason}" for reason, count in self.reasons.most_common()),
        )


@dataclass(frozen=True, slots=True)
class Lost:
    """A line that does not reach the judge: the stage, and what stands behind it."""

    line: Expectation
    stage: str
    detail: tuple[str, ...] = ()


def matching(claims: Sequence[Claim], place: check.Span) -> list[Claim]:
    """The claims that stand at a place."""
    return [
        claim
        for claim in claims
        if check.Span(claim.document, claim.start, claim.end).matches(place)
    ]


def measured(app: Claimtrack, corpus: check.Corpus) -> tuple[Counted, list[Lost]]:
    """Follow the conflict lines of a corpus up to the judge."""
    documents, _ = app.read([str(corpus.articles)], as_set=False)
    claims, _ = app.pipeline.extract(documents, Silence())
    vectors = app.pipeline.embed(claims, Silence())
    by_id = {document.id: document for document in documents}
    selector = Selector(FaissIndex, Limits(pairs_per_claim=app.settings.max_pairs_per_claim))
    pairs = selector.pairs(claims, (), vectors, by_id)
    kept = {(pair.a.id, pair.b.id) for pair in pairs}
    new = {claim.id for claim in claims}
    worth = worth_reading(app.judge, pairs, new, app.pipeline.threshold, Silence()).pairs
    read = {(pair.a.id, pair.b.id) for pair in worth}
    degree = Counter(end for pair in kept for end in pair)
    most = max(degree.values(), default=0)
    counted = Counted(claims=len(claims), pairs=len(kept), pairs_read=len(read), most=most)
    lost: list[Lost] = []
    for line in check.read_expectations(corpus.expected):
        if line.label != "conflict":
            continue
        counted.lines += 1
        one, two = (matching(claims, check.locate(s, documents)) for s in (line.a, line.b))
        missing = [
            f"no claim: {side.text}"
            for side, found in zip((line.a, line.b), (one, two), strict=True)
            if not found
        ]
        both = [(a, b) for a in one for b in two if a.id != b.id]
        if missing or not both:
            stage = "not extracted" if missing else "one claim for both"
            lost.append(Lost(line, stage, tuple(missing)))
            continue
        counted.extracted += 1
        ends = {(min(a.id, b.id), max(a.id, b.id)) for a, b in both}
        if ends & kept:
            counted.judged += 1
            counted.read += bool(ends & read)
            continue
        told = [(a, b, selector.explain(a, b, claims, (), vectors, by_id)) for a, b in both]
        furthest = max(told, key=lambda one: STAGES.index(one[2][0].detail.split(":")[0]))
        detail = [
            f"{a.statement} | {b.statement} | {'; '.join(f'{s.signal}: {s.detail}' for s in steps)}"
            for a, b, steps in told
        ]
        first = furthest[2][0].detail.split(":")[0]
        reason = f" ({furthest[2][1].signal})" if first == STAGES[0] else ""
        lost.append(Lost(line, first + reason, tuple(detail)))
    counted.reasons.update(one.stage for one in lost)
    return counted, lost


STAGES = ("before comparison", "at the gate", "among the candidates", "at the cut")
"""Where a pair is dropped, in the order of the steps, as ``Selector.explain`` words it."""


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--lost", action="store_true", help="print every lost line")
    parser.add_argument(
        "--cap", type=int, help="pairs kept for each claim (default: the settings')"
    )
    parser.add_argument("--cache", type=Path, help="folder for claims and vectors between runs")
    args = parser.parse_args()
    settings = {} if args.cap is None else {"max_pairs_per_claim": args.cap}
    if args.cache:
        settings["cache_dir"] = args.cache
    app = Claimtrack(Settings(**settings))
    heads = (
        "corpus",
        "lines",
        "extracted",
        "judged",
        "recall",
        "claims",
        "pairs a claim",
        "most",
        "read",
    )
    out = Table(*heads, "lost")
    total, all_lost = Counted(), []
    for folder in args.corpora:
        if not (folder / "expected.jsonl").is_file():
            continue
        for corpus in check.corpora(folder, False):
            counted, lost = measured(app, corpus)
            out.add_row(*counted.row(corpus.name))
            total.add(counted)
            all_lost += [(corpus.name, one) for one in lost]
    out.add_section()
    out.add_row(*total.row("all"))
    console = Console()
    if args.lost:
        for name, one in all_lost:
            console.print(f"[b]{name} {one.line.id}[/b] {one.stage}", highlight=False)
            console.print(f"  a: {one.line.a.text}\n  b: {one.line.b.text}", markup=False)
            for detail in one.detail:
                console.print(f"    {detail}", markup=False, highlight=False)
    console.print(out)


if __name__ == "__main__":
    main()
