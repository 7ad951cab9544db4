"""Times ``claimtrack audit`` as a whole process: cold cache, then warm, medians of several runs.

    python scripts/bench_audit.py ARTICLE... --runs 5

A cold run has an empty cache folder and loads every model from disk; a warm run is the same
command again. Both start a new process, so that imports count. No store is read.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table


def audit(articles: list[str], folder: Path) -> tuple[float, dict[str, object]]:
    """Seconds and the ``run`` object of one audit whose cache and store lie in ``folder``."""
    command = [
        str(Path(sys.executable).with_name("claimtrack")), "audit", *articles, "--format", "json",
        "--cache-dir", str(folder / "cache"), "--store", str(folder / "store"), "--exit-zero",
    ]  # fmt: skip
    began = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True)
    seconds = time.perf_counter() - began
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    run: dict[str, object] = json.loads(done.stdout)["run"]
    return seconds, run


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    times: dict[str, list[float]] = {"cold": [], "warm": []}
    stages: dict[str, list[dict[str, float]]] = {"cold": [], "warm": []}
    for _ in range(args.runs):
        with tempfile.TemporaryDirectory() as name:
            for state in times:
                seconds, run = audit(args.articles, Path(name))
                times[state].append(seconds)
                stages[state].append(run["timing"])  # type: ignore[arg-type]
    names = [name for name in stages["cold"][0] if name != "total"]
    out = Table("cache", "median s", "lowest", "highest", *(f"{name} s" for name in names))
    for state, values in times.items():
        parts = [statistics.median(one[name] for one in stages[state]) for name in names]
        figures = [statistics.median(values), min(values), max(values), *parts]
        out.add_row(state, *(f"{figure:.1f}" for figure in figures))
    Console().print(out)


if __name__ == "__main__":
    main()
