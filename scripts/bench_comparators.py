"""Count on labelled pairs how often each comparator speaks, and how often rightly.

    python scripts/bench_comparators.py --pairs fixtures/pairs/tune.jsonl --save now.json
    python scripts/bench_comparators.py --against now.json --errors negation+

Statements are parsed and compared; no NLI model is loaded. A signal "name+" speaks for a
conflict and is right on a contradiction; "name-" speaks against one and is right elsewhere.
With ``--against`` the counts of an earlier run, saved with ``--save``, stand beside the new ones.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from claimtrack.judge.comparators import signals_between
from claimtrack.judge.readings.reading import Reading, read
from claimtrack.judge.signals import Signal
from claimtrack.model import DayInterval, Statement
from claimtrack.text.parse import SpacyParser

ROOT = Path(__file__).resolve().parent.parent
PAIRS = ROOT / "fixtures" / "pairs" / "tune.jsonl"

Row = dict[str, Any]
Counts = dict[str, list[int]]
"""Signal → [times on contradictions, times on other pairs]."""


def statement(row: Row, side: str) -> Statement:
    """One side of a pair with the day it was said on, where given."""
    said = row.get(f"{side}_time")
    day = dt.date.fromisoformat(said) if said else None
    return Statement(row[side], report_time=DayInterval(day, day) if day else None)


def compared(rows: Sequence[Row]) -> Iterator[tuple[Row, list[Signal]]]:
    """Yield each pair with what the comparators find in it."""
    sides = [statement(row, side) for row in rows for side in ("a", "b")]
    docs = SpacyParser().parse([side.text for side in sides])
    readings: list[Reading] = [read(side, doc) for side, doc in zip(sides, docs, strict=True)]
    for number, row in enumerate(rows):
        yield row, signals_between(readings[2 * number], readings[2 * number + 1])


def key(signal: Signal) -> str:
    """Name and direction of a signal, as the calibration calls it."""
    return f"{signal.name}{'+' if signal.value > 0 else '-'}"


def count(found: Sequence[tuple[Row, list[Signal]]]) -> Counts:
    """Count each signal on contradictions and on the others."""
    counts: Counts = defaultdict(lambda: [0, 0])
    for row, signals_ in found:
        for name in {key(signal) for signal in signals_}:
            counts[name][row["label"] != "contradiction"] += 1
    return dict(counts)


def rightness(name: str, counted: Sequence[int]) -> str:
    """The share of a signal's firings that are right."""
    right = counted[0] if name.endswith("+") else counted[1]
    return f"{right / sum(counted):.2f}" if sum(counted) else ""


def show(console: Console, counts: Counts, before: Counts) -> None:
    """Print one line a signal; those that speak for a conflict come first."""
    old = ("before: on conflicts", "on others", "right") if before else ()
    table = Table("signal", *old, "on conflicts", "on others", "right")
    for name in sorted({*counts, *before}, key=lambda n: (n[-1] != "+", n)):
        cells = []
        for counted in (
            (before.get(name, [0, 0]), counts.get(name, [0, 0])) if before else (counts[name],)
        ):
            cells += [str(counted[0]), str(counted[1]), rightness(name, counted)]
        table.add_row(name, *cells)
    console.print(table)


def errors(console: Console, found: Sequence[tuple[Row, list[Signal]]], name: str) -> None:
    """Print the pairs on which a signal is wrong."""
    for row, signals_ in found:
        for signal in signals_:
            if key(signal) == name and (row["label"] == "contradiction") != (name[-1] == "+"):
                console.print(f"[b]{row['id']}[/b] {row['kind']} {signal.value:+.2f}")
                console.print(
                    f"  {row['a']}\n  {row['b']}\n  {signal.detail}", markup=False, highlight=False
                )


def main() -> None:
    """Compare, count, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=Path, default=PAIRS)
    parser.add_argument("--save", type=Path, help="write the counts here")
    parser.add_argument("--against", type=Path, help="counts to print beside the new ones")
    parser.add_argument("--errors", nargs="*", default=(), help="print where these are wrong")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.pairs.read_text(encoding="utf-8").splitlines()]
    found = list(compared(rows))
    counts = count(found)
    before = json.loads(args.against.read_text(encoding="utf-8")) if args.against else {}
    console = Console()
    show(console, counts, before)
    for name in args.errors:
        errors(console, found, name)
    if args.save:
        args.save.write_text(json.dumps(counts, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
