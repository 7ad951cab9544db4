"""Keep of labelled pairs those that a model still gets wrong or is unsure of, and some of the rest.

    python scripts/screen_pairs.py --pairs stories.jsonl --nli FOLDER --out hard.jsonl

A training step costs ten times what a judgement costs, and most of the pairs that stories give
are easy by now. Pairs whose label gets less than ``--sure`` are kept, of the others the part
``--easy``, drawn by the hash of their text (hard example mining, Shrivastava et al. 2016). Rows
and their order stay as they are. Goes on where it stopped, for judgements are cached.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from claimtrack.cache import FloatCache
from claimtrack.judge.nli.cache import CachedNli
from claimtrack.judge.nli.models import load_nli
from claimtrack.model import NliScores

AT_ONCE = 2048


def right(scores: NliScores, label: str) -> float:
    """The probability of the label; of a two-way one the sum of its two."""
    return {
        "contradiction": scores.contradiction,
        "entailment": scores.entailment,
        "neutral": scores.neutral,
        "not_contradiction": 1.0 - scores.contradiction,
        "not_entailment": 1.0 - scores.entailment,
    }[label]


def drawn(row: dict[str, str], part: float) -> bool:
    """Whether a pair is among the part of the easy ones that stay."""
    key = hashlib.sha256(f"{row['premise']}\0{row['hypothesis']}".encode()).hexdigest()
    return int(key[:8], 16) < part * 16**8


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--nli", required=True, help="folder of the model that is to be taught")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--sure", type=float, default=0.85)
    parser.add_argument("--easy", type=float, default=0.1)
    parser.add_argument("--cache", type=Path, help="file for judgements (default: beside --out)")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.pairs.read_text(encoding="utf-8").splitlines()]
    cache = FloatCache(args.cache or args.out.with_suffix(".sqlite3"))
    nli = CachedNli(load_nli(args.nli), cache)
    seen: Counter[str] = Counter()
    hard: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    with args.out.open("w", encoding="utf-8") as out:
        for start in range(0, len(rows), AT_ONCE):
            part = rows[start : start + AT_ONCE]
            judged = nli.predict([(row["premise"], row["hypothesis"]) for row in part])
            for row, scores in zip(part, judged, strict=True):
                unsure = right(scores, row["label"]) < args.sure
                seen[row["label"]] += 1
                hard[row["label"]] += unsure
                if unsure or drawn(row, args.easy):
                    kept[row["label"]] += 1
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")
            print(f"{start + len(part)} of {len(rows)}", flush=True)
    table = Table("label", "pairs", "hard", "kept")
    for label, count in seen.items():
        table.add_row(label, str(count), f"{hard[label] / count:.3f}", str(kept[label]))
    Console().print(table)


if __name__ == "__main__":
    main()
