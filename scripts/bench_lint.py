"""Times the linter over a git repository of 200 Markdown articles, and counts what is judged.

    python scripts/bench_lint.py [--articles 200]

Makes the repository in a temporary folder (seeded, invented towns and people), commits it, and runs
``claimtrack audit`` as a process of its own: first with an empty cache, then unchanged, then with
one article changed. Beside the seconds, as a clock and as the processors counted them (they differ
on a busy machine), it prints how many pairs the run looked at, how many of them were judged anew,
how many articles were read anew, and which of the heavy packages the command's own process (not
those that it starts) imported. No store is read.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

SEED = 6
REPORTS = 4
"""Reports of one event, by as many outlets."""
HEAVY = ("torch", "spacy", "transformers", "sentence_transformers", "onnxruntime", "faiss")

# The same entry as the command's, with the judge and the extractor counted behind their caches.
PROGRAM = """
import json, sys
from pathlib import Path
from claimtrack.cli import main
from claimtrack.apart import available_cores
from claimtrack.extract.ahead import ReadingAhead
from claimtrack.extract.extractor import ClaimExtractor
from claimtrack.judge.score import StatementJudge
# Children read articles too; what they are asked for goes through the one that reads ahead.
reader = ReadingAhead if available_cores() > 1 else ClaimExtractor
counts = {{"judged": 0, "read": 0}}
def counting(cls, method, key, size):
    inner = getattr(cls, method)
    def outer(self, items, *more, **named):
        counts[key] += size(items)
        return inner(self, items, *more, **named)
    setattr(cls, method, outer)
counting(StatementJudge, "assess", "judged", len)
counting(reader, "extract", "read", lambda document: 1)
target = Path(sys.argv.pop(1))
try:
    main()
finally:
    counts["loaded"] = [name for name in {heavy!r} if name in sys.modules]
    target.write_text(json.dumps(counts))
"""

TOWNS = ("Or", "Bre", "Kal", "Tam", "Ves", "Dun", "Hal", "Mir", "Sel", "Gor")
ENDS = ("vale", "nick", "mere", "stad", "by")
FIRST = ("Ada", "Ivo", "Mara", "Teo", "Lena", "Olaf", "Nina", "Jon", "Vera", "Kai")
LAST = ("Brandt", "Lehn", "Torsk", "Halden", "Quist", "Renner", "Solberg", "Weyl", "Ingram", "Dask")
OUTLETS = ("Ledger", "Courier", "Observer", "Gazette")


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, of which the outlets tell."""

    town: str
    what: str
    day: int
    mayor: str
    engineer: str
    hurt: int
    cost: int


THINGS = (
    ("bridge", "collapsed", "did not collapse"),
    ("dam", "broke", "did not break"),
    ("mill", "burned down", "was not damaged by fire"),
    ("tunnel", "was closed", "stayed open"),
    ("school", "was evacuated", "was never evacuated"),
)


def events(number: int) -> list[Event]:
    """Return ``number`` events in towns of their own, the same on every machine."""
    rng = random.Random(SEED)
    towns = [start + end for start in TOWNS for end in ENDS]
    rng.shuffle(towns)
    found = []
    for n in range(number):
        town = towns[n % len(towns)] + ("" if n < len(towns) else f" {n // len(towns) + 1}")
        mayor, engineer = (f"{rng.choice(FIRST)} {rng.choice(LAST)}" for _ in range(2))
        found.append(
            Event(
                town, THINGS[n % len(THINGS)][0], 1 + n % 27, mayor, engineer,
                rng.randint(3, 40), rng.randint(2, 90),
            )
        )  # fmt: skip
    return found


def article(event: Event, outlet: int, hurt: int) -> str:
    """Return one outlet's report: two of four affirm, and the figures differ here and there."""
    verb, denial = next((yes, no) for what, yes, no in THINGS if what == event.what)
    said = verb if outlet % 2 == 0 else denial
    who = event.mayor if outlet % 2 == 0 else event.engineer
    role = "Mayor" if outlet % 2 == 0 else "engineer"
    return (
        f"---\npublisher: {OUTLETS[outlet % len(OUTLETS)]}\ndate: 2031-05-{event.day:02d}\n"
        f"title: The {event.what} of {event.town}\n---\n"
        f"The {event.town} {event.what} {said} on Monday, {role} {who} said.\n\n"
        f"At least {hurt} people were hurt in {event.town}, the district hospital said on Tuesday. "
        f"Repairs to the {event.what} will cost {event.cost} million crowns, according to the town "
        f"council.\n\n"
        f"Residents of {event.town} gathered in the market square. The council of {event.town} "
        f"meets again on Friday, {event.mayor} said.\n\n"
        f"{event.engineer} said the {event.what} in {event.town} had been inspected in March. "
        f"Police in {event.town} denied that anybody had been arrested.\n"
    )


def write_repository(folder: Path, number: int) -> Path:
    """Write and commit the articles; return the one that is changed later."""
    articles = folder / "articles"
    articles.mkdir(parents=True)
    for n, event in enumerate(events((number + REPORTS - 1) // REPORTS)):
        for outlet in range(min(REPORTS, number - n * REPORTS)):
            file = articles / f"{n:03d}-{OUTLETS[outlet].lower()}.md"
            file.write_text(article(event, outlet, event.hurt + (outlet == 2)), encoding="utf-8")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "articles")
    return sorted(articles.iterdir())[number // 2]


def git(folder: Path, *args: str) -> None:
    """Run git as nobody in particular."""
    who = ["-c", "user.name=bench", "-c", "user.email=bench@bench.invalid"]
    subprocess.run(["git", "-C", str(folder), *who, *args], check=True, capture_output=True)


def audit(folder: Path, *more: str) -> tuple[float, float, dict[str, Any], dict[str, Any]]:
    """Return both seconds of the whole process, its ``run`` object, and what was counted."""
    counts = folder.parent / "counts.json"
    program = PROGRAM.format(heavy=HEAVY)
    command = [
        sys.executable, "-c", program, str(counts), "audit", "articles", "--format", "json",
        "--cache-dir", str(folder.parent / "cache"), "--store", "none", "--exit-zero", *more,
    ]  # fmt: skip
    began, spent = time.perf_counter(), processors()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    seconds = time.perf_counter() - began
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    run: dict[str, Any] = json.loads(done.stdout)["run"]
    return seconds, processors() - spent, run, json.loads(counts.read_text())


def processors() -> float:
    """Return the seconds that processors have spent on processes started here and ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=200)
    args = parser.parse_args()
    out = Table("run", "clock s", "processor s", "read", "pairs", "judged", "conflicts", "imported")

    def measure(name: str, folder: Path, *more: str) -> None:
        seconds, spent, run, counts = audit(folder, *more)
        figures = run["counts"]
        out.add_row(
            name, f"{seconds:.1f}", f"{spent:.1f}", str(counts["read"]), str(figures["pairs"]),
            str(counts["judged"]), str(figures["conflicts"]), " ".join(counts["loaded"]) or "none",
        )  # fmt: skip

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "repository"
        changed = write_repository(folder, args.articles)
        measure("first", folder)
        measure("unchanged", folder)
        text = changed.read_text(encoding="utf-8")
        changed.write_text(text + "\nNobody was hurt, the fire service said.\n", encoding="utf-8")
        measure("one changed", folder, "--changed-since", "HEAD")
    Console(width=110).print(out)


if __name__ == "__main__":
    main()
