"""Find in real reports the pairs of claims that NLI calls contradictions, for a reader to label.

    python scripts/mine_pairs.py events.jsonl.gz --out unsure.jsonl            # to be read
    python scripts/mine_pairs.py events.jsonl.gz --out labelled.jsonl --known  # to be trained on

The reports' claims go through extraction, candidates and gate; of each topic's pairs --sample
are read by NLI, and those that it takes for a contradiction with more than --unsure either way
are written: {"key", "premise", "hypothesis", "topic"}. Only topics that nli_pairs/real.py trains on
are taken. ``nli_pairs/read.txt`` holds the labels that readers gave, a key and a letter a line: c
cannot both be true, u an earlier and a later state, n both can be true; no word of the reports.
With --known only pairs that were read are written, with their label, in both directions.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from nli_pairs.real import for_training, topic_number

from claimtrack import Claimtrack, Document, Settings

READ = Path(__file__).parent / "nli_pairs" / "read.txt"
LABELS = {"c": "contradiction", "u": "not_contradiction", "n": "not_contradiction"}


def key(a: str, b: str) -> str:
    """Names a pair of statements, in either order, without a word of theirs."""
    return hashlib.sha256("\0".join(sorted((a, b))).encode()).hexdigest()[:16]


def read_labels(path: Path = READ) -> dict[str, str]:
    """The readers' labels by key. Raises ValueError for a letter that is none."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, letter = line.split()
        found[name] = LABELS[letter]
    return found


def reports(path: Path) -> dict[int, list[dict[str, str]]]:
    """The reports of the topics that are trained on, by topic number."""
    found: dict[int, list[dict[str, str]]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if for_training(row["event"]):
                found[topic_number(row["event"])].append(row)
    return dict(sorted(found.items()))


def pairs(app: Claimtrack, rows: list[dict[str, str]], sample: int) -> list[tuple[str, str]]:
    """Statements of the pairs that pass the gate; ``sample`` of them where there are more."""
    documents = [
        Document(text=row["text"], outlet=row.get("publisher"), path=row["id"]) for row in rows
    ]
    found = [(pair.a.statement, pair.b.statement) for pair in app.candidate_pairs(documents)]
    return random.Random(1).sample(found, min(sample, len(found)))


def unsure(app: Claimtrack, found: list[tuple[str, str]], least: float) -> list[tuple[str, str]]:
    """The pairs that NLI takes for a contradiction with more than ``least`` either way."""
    ahead = app.nli.predict(found)
    kept = [pair for pair, scores in zip(found, ahead, strict=True) if scores.contradiction > least]
    back = app.nli.predict([(b, a) for a, b in kept])
    return [pair for pair, scores in zip(kept, back, strict=True) if scores.contradiction > least]


def labelled(found: list[tuple[str, str]], labels: dict[str, str]) -> Iterator[dict[str, str]]:
    """Rows for training, in both directions, of the pairs that were read."""
    for a, b in found:
        label = labels.get(key(a, b))
        if label is not None:
            for premise, hypothesis in ((a, b), (b, a)):
                yield {"premise": premise, "hypothesis": hypothesis, "label": label}


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--known", action="store_true", help="only what was read, with its label")
    parser.add_argument("--sample", type=int, default=3500, help="pairs of a topic that are read")
    parser.add_argument("--unsure", type=float, default=0.12)
    args = parser.parse_args()
    app = Claimtrack(Settings())
    with args.out.open("w", encoding="utf-8") as out:
        for topic, rows in reports(args.reports).items():
            if args.known:
                found = pairs(app, rows, 10**9)
                lines = list(labelled(found, read_labels()))
            else:
                found = unsure(app, pairs(app, rows, args.sample), args.unsure)
                lines = [{"key": key(a, b), "premise": a, "hypothesis": b} for a, b in found]
            for line in lines:
                row = {**line, "topic": f"real-{topic}"}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
            print(f"topic {topic}: {len(rows)} reports, {len(lines)} rows", flush=True)


if __name__ == "__main__":
    main()
