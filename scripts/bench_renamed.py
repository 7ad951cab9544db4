"""Check corpora as they are and under other names and figures; the results must stay alike.

    python scripts/bench_renamed.py fixtures/lander-calyra fixtures/rail-brockdale

Prints precision and recall of both runs by corpus and in all, the counts of each corpus on stderr
as they come, and exits with 1 where one of the figures over all differs by more than --within.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from renaming import renamed
from rich.console import Console
from rich.table import Table

from claimtrack import check
from claimtrack.bootstrap import Claimtrack
from claimtrack.config import Settings
from claimtrack.results import CorpusResult


@dataclass(slots=True)
class Tally:
    """Lines found, lines expected and false alarms of one or several corpora."""

    found: int = 0
    expected: int = 0
    alarms: int = 0

    def add(self, result: CorpusResult) -> None:
        """Count a corpus in."""
        self.found += len(result.found)
        self.expected += result.expected
        self.alarms += len(result.false_alarms)

    @property
    def precision(self) -> float:
        """Lines found among lines found and false alarms, as ``check`` counts it."""
        return self.found / (self.found + self.alarms) if self.found + self.alarms else 1.0

    @property
    def recall(self) -> float:
        """Lines found among lines expected."""
        return self.found / self.expected if self.expected else 1.0


def told(result: CorpusResult) -> str:
    """The counts of one corpus in words."""
    return f"{len(result.found)} of {result.expected} lines, {len(result.false_alarms)} false"


def main() -> int:
    """Check each corpus twice and compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--within", type=float, default=0.03)
    args = parser.parse_args()
    out = Table("corpus", "precision", "renamed", "recall", "renamed")
    app = Claimtrack(Settings())
    plain, other = Tally(), Tally()
    for folder in args.corpora:
        [corpus] = check.corpora(folder, False)
        with tempfile.TemporaryDirectory() as name:
            renamed(corpus, Path(name, "renamed"))
            [first] = app.check(folder).corpora
            [second] = app.check(Path(name, "renamed")).corpora
        plain.add(first)
        other.add(second)
        figures = (first.precision, second.precision, first.recall, second.recall)
        out.add_row(corpus.name, *(f"{figure:.3f}" for figure in figures))
        # A run over all corpora takes long: each is told as it comes.
        counts = f"{told(first)}; renamed {told(second)}"
        print(f"{corpus.name}: {counts}", file=sys.stderr, flush=True)
    figures = (plain.precision, other.precision, plain.recall, other.recall)
    out.add_section()
    out.add_row("all", *(f"{figure:.3f}" for figure in figures))
    Console().print(out)
    apart = max(abs(figures[0] - figures[1]), abs(figures[2] - figures[3]))
    print(f"greatest difference {apart:.3f}, allowed {args.within}")
    return int(apart > args.within)


if __name__ == "__main__":
    sys.exit(main())
