"""Measure how labelled pairs stand to each other: dispute, reversal, self-contradiction or update.

    python scripts/bench_relations.py fixtures/* --wrong

For every line of the corpora that has a relation, the claims of both sides are asked for their
relation and, on conflicts, for their type, as the comparators alone see it; no NLI model is
loaded, and whether the pair would be flagged at all is not asked. Of several claims on a side
the pair that overlaps the labelled words most stands for the line. Prints a table of labelled
against found relations, the accuracy of both, and with --wrong every line that is taken wrongly.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from claimtrack import check
from claimtrack.bootstrap import Claimtrack
from claimtrack.config import Settings
from claimtrack.judge.relation import kind, relate
from claimtrack.model import Claim, ConflictType, Document, Relation, Statement
from claimtrack.results import Expectation
from claimtrack.runs import Silence


@dataclass(frozen=True, slots=True)
class Related:
    """A labelled line with the pair that stands for it and what was found."""

    line: Expectation
    a: Claim
    b: Claim
    relation: Relation
    type: ConflictType


def best(claims: Sequence[Claim], place: check.Span) -> Claim | None:
    """The claim that shares most of its own words with a place."""
    at_place = [c for c in claims if check.Span(c.document, c.start, c.end).matches(place)]

    def share(claim: Claim) -> float:
        overlap = min(claim.end, place.end) - max(claim.start, place.start)
        return overlap / max(claim.end - claim.start, place.end - place.start)

    return max(at_place, key=share, default=None)


def related(app: Claimtrack, corpus: check.Corpus) -> list[Related]:
    """The lines of a corpus that say how their sides are related, each with what is found."""
    documents, _ = app.read([str(corpus.articles)], as_set=False)
    claims, _ = app.pipeline.extract(documents, Silence())
    found: list[tuple[Expectation, Claim, Claim]] = []
    for line in check.read_expectations(corpus.expected):
        if line.relation is None:
            continue
        pair = sides(line, claims, documents)
        if pair is not None:
            found.append((line, *pair))
    statements = [
        (Statement(a.statement, a.event_time), Statement(b.statement, b.event_time))
        for _, a, b in found
    ]
    told = app.judge.assess(statements, [math.inf] * len(statements))
    return [
        Related(line, a, b, relate(a, b, one.leaning), kind(a, b, one.leaning))
        for (line, a, b), one in zip(found, told, strict=True)
    ]


def sides(
    line: Expectation, claims: Sequence[Claim], documents: Sequence[Document]
) -> tuple[Claim, Claim] | None:
    """The two claims that stand for a line; None where one side was not read as a claim."""
    a, b = (best(claims, check.locate(side, documents)) for side in (line.a, line.b))
    return None if a is None or b is None or a.id == b.id else (a, b)


def wrong(console: Console, one: Related) -> None:
    """Print a line that was taken wrongly, both sides in the order in which they were said."""
    console.print(
        f"[b]{one.line.id}[/b] {one.line.relation} taken for {one.relation.value} "
        f"({one.type.value}, labelled {'/'.join(one.line.types) or 'none'})",
        highlight=False,
    )
    for side in (one.a, one.b):
        said, then = (t.iso if t else "?" for t in (side.report_time, side.event_time))
        text = f"  {said} of {then}, {side.holder.name}: {side.statement} «{side.quote}»"
        console.print(text, markup=False, highlight=False, soft_wrap=True)


def main() -> None:
    """Ask, count and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--wrong", action="store_true", help="print every wrong line")
    parser.add_argument("--cache", type=Path, help="folder for claims between runs")
    args = parser.parse_args()
    app = Claimtrack(Settings(cache_dir=args.cache) if args.cache else Settings())
    console = Console()
    counted: Counter[tuple[str, str]] = Counter()
    types: Counter[bool] = Counter()
    for folder in args.corpora:
        if not (folder / "expected.jsonl").is_file():
            continue
        [corpus] = check.corpora(folder, False)
        for one in related(app, corpus):
            counted[str(one.line.relation), one.relation.value] += 1
            if one.line.label == "conflict" and one.line.types:
                types[one.type.value in one.line.types] += 1
            if args.wrong and one.line.relation != one.relation.value:
                console.print(corpus.name)
                wrong(console, one)
    names = [relation.value for relation in Relation]
    out = Table("labelled", *names, "right")
    for name in names:
        row = [counted[name, other] for other in names]
        out.add_row(name, *map(str, row), f"{counted[name, name] / max(1, sum(row)):.2f}")
    console.print(out)
    right = sum(counted[name, name] for name in names)
    for name, good, of in (
        ("relations", right, counted.total()),
        ("types", types[True], types.total()),
    ):
        console.print(f"{name}: {good} of {of} ({good / max(1, of):.3f})")


if __name__ == "__main__":
    main()
