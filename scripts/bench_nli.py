"""Accuracy and speed of NLI models, side by side.

Accuracy on held-out sets (nothing is tuned on them)::

    bench_nli.py accuracy --eval NLI/eval --rows 300 \\
        --model teacher=MODELS/nli-mpnet --model student=RUN/news/student \\
        --model shipped=claimtrack/models/nli

Speed, all in one run and in turns, of a shipped folder against sentence-transformers'
CrossEncoder.predict on the same weights in fp32 and against random weights of DeBERTa-v3-base's
shape (its bare forward pass, without tokenising, which is in its favour)::

    bench_nli.py speed --shipped claimtrack/models/nli --student RUN/news/student
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rich.console import Console
from rich.table import Table

from claimtrack.judge.nli.models import load_nli
from claimtrack.model import NliScores
from claimtrack.ports import Nli

LENGTHS = (24, 48, 96)


def average_precision(scores: list[float], positive: list[bool]) -> float | None:
    """Average precision of a ranking; ties are ranked as they come. None without positives."""
    if not any(positive):
        return None
    found, total = 0, 0.0
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    for rank, index in enumerate(order, start=1):
        if positive[index]:
            found += 1
            total += found / rank
    return total / found


def best_label(score: NliScores, allowed: set[str]) -> str:
    """The likeliest of the labels that a set uses.

    Against not_entailment, neutral and contradiction count together, as in training.
    """
    chances = {
        "entailment": score.entailment,
        "neutral": score.neutral,
        "contradiction": score.contradiction,
        "not_entailment": score.neutral + score.contradiction,
    }
    return max(sorted(allowed), key=lambda label: chances[label])


def accuracy(rows: list[dict[str, str]], scores: list[NliScores]) -> float:
    """Accuracy over the labels that the set uses: three-way, or two-way where it has two."""
    allowed = {row["label"] for row in rows}
    pairs = zip(rows, scores, strict=True)
    return sum(best_label(score, allowed) == row["label"] for row, score in pairs) / len(rows)


def read(path: Path, count: int, seed: int) -> list[dict[str, str]]:
    """Up to ``count`` rows of a set, drawn with ``seed`` (all for 0)."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    if count and len(rows) > count:
        rows = random.Random(f"{seed}/{path.name}").sample(rows, count)
    return rows


def run_accuracy(args: argparse.Namespace, console: Console) -> None:
    """Prints a table: accuracy and average precision of contradiction by set and model."""
    models = dict(entry.split("=", 1) for entry in args.model)
    loaded: dict[str, Nli] = {name: load_nli(path) for name, path in models.items()}
    files = sorted(args.eval.glob("*.jsonl.gz"))
    if args.sets:
        files = [file for file in files if file.name.removesuffix(".jsonl.gz") in args.sets]
    table = Table(title=f"accuracy / average precision of contradiction, {args.rows or 'all'} rows")
    table.add_column("set")
    table.add_column("rows", justify="right")
    for name in loaded:
        table.add_column(name, justify="right")
    sums: dict[str, list[float]] = {name: [] for name in loaded}
    for file in files:
        rows = read(file, args.rows, args.seed)
        cells = []
        for name, nli in loaded.items():
            scores = nli.predict([(row["premise"], row["hypothesis"]) for row in rows])
            share = accuracy(rows, scores)
            sums[name].append(share)
            precision = average_precision(
                [score.contradiction for score in scores],
                [row["label"] == "contradiction" for row in rows],
            )
            cells.append(f"{share:.3f} / {'–' if precision is None else f'{precision:.3f}'}")
        name = file.name.removesuffix(".jsonl.gz")
        table.add_row(name, str(len(rows)), *cells)
        console.print(f"{name}: {'  '.join(cells)}", style="dim")
    table.add_section()
    table.add_row("mean accuracy", "", *(f"{statistics.mean(sums[name]):.3f}" for name in loaded))
    console.print(table)


def pairs_of(tokens: int, count: int, tokenizer: Any) -> list[tuple[str, str]]:
    """Different pairs of plain words that come to exactly ``tokens`` tokens, specials included."""
    words = (
        "river bridge market school winter doctor music paper garden window letter street".split()
    )
    rng = random.Random(tokens)
    room = tokens - tokenizer.num_special_tokens_to_add(pair=True)
    pairs = []
    for _ in range(count):
        chosen = [rng.choice(words) for _ in range(room)]
        pairs.append((" ".join(chosen[: room // 2]), " ".join(chosen[room // 2 :])))
    assert {len(tokenizer(a, b)["input_ids"]) for a, b in pairs} == {tokens}
    return pairs


def deberta_base() -> Any:
    """Random weights in the shape of DeBERTa-v3-base with three labels."""
    from transformers import DebertaV2Config, DebertaV2ForSequenceClassification

    return DebertaV2ForSequenceClassification(
        DebertaV2Config(
            vocab_size=128100,
            hidden_size=768,
            num_hidden_layers=12,
            num_attention_heads=12,
            intermediate_size=3072,
            max_position_embeddings=512,
            type_vocab_size=0,
            relative_attention=True,
            max_relative_positions=-1,
            position_buckets=256,
            norm_rel_ebd="layer_norm",
            share_att_key=True,
            pos_att_type=["p2c", "c2p"],
            position_biased_input=False,
            num_labels=3,
        )
    ).eval()


def run_speed(args: argparse.Namespace, console: Console) -> None:
    """Prints pairs a second: the best of several rounds in turns, so that noise hits all alike."""
    import torch
    from sentence_transformers import CrossEncoder

    torch.set_num_threads(args.threads)
    began = time.perf_counter()
    shipped = load_nli(args.shipped, threads=args.threads)
    loading = time.perf_counter() - began
    floats = CrossEncoder(str(args.student), device="cpu", model_kwargs={"dtype": torch.float32})
    deberta = None if args.no_deberta else deberta_base()

    def forward(count: int, tokens: int) -> None:
        assert deberta is not None
        ids = torch.randint(1000, 100_000, (count, tokens))
        with torch.inference_mode():
            for part in ids.split(32):
                deberta(input_ids=part, attention_mask=torch.ones_like(part))

    table = Table(title=f"pairs a second, {args.threads} threads, best of {args.rounds} rounds")
    for column in ("tokens", "shipped", "CrossEncoder fp32", "DeBERTa-v3-base", "times", "times"):
        table.add_column(column, justify="right")
    for tokens in LENGTHS:
        pairs = pairs_of(tokens, args.pairs, floats.tokenizer)
        small = pairs[: max(32, args.pairs // 4)]
        runs: list[tuple[int, Callable[[], object]]] = [
            (len(pairs), lambda pairs=pairs: shipped.predict(pairs)),
            (len(small), lambda small=small: floats.predict(small, show_progress_bar=False)),
        ]
        if deberta is not None:
            runs.append((32, lambda tokens=tokens: forward(32, tokens)))
        speeds = [0.0] * len(runs)
        for _ in range(args.rounds):
            for number, (count, run) in enumerate(runs):
                began = time.perf_counter()
                run()
                speeds[number] = max(speeds[number], count / (time.perf_counter() - began))
        last = speeds[2] if deberta is not None else None
        table.add_row(
            str(tokens),
            f"{speeds[0]:.1f}",
            f"{speeds[1]:.1f}",
            "–" if last is None else f"{last:.1f}",
            f"{speeds[0] / speeds[1]:.2f}",
            "–" if last is None else f"{speeds[0] / last:.2f}",
        )
    console.print(table)
    console.print(f"the shipped model loads in {loading:.2f} s (first imports included)")


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parts = parser.add_subparsers(dest="part", required=True)
    right = parts.add_parser("accuracy", help="on held-out sets")
    right.add_argument("--eval", type=Path, required=True, help="folder of .jsonl.gz sets")
    right.add_argument("--model", action="append", required=True, help="NAME=FOLDER, repeatable")
    right.add_argument("--rows", type=int, default=0, help="rows a set; 0 for all")
    right.add_argument("--sets", nargs="*", help="only these sets")
    right.add_argument("--seed", type=int, default=1)
    fast = parts.add_parser("speed", help="pairs a second")
    fast.add_argument("--shipped", type=Path, required=True)
    fast.add_argument("--student", type=Path, required=True, help="the same weights in fp32")
    fast.add_argument("--threads", type=int, default=2)
    fast.add_argument("--pairs", type=int, default=256)
    fast.add_argument("--rounds", type=int, default=3)
    fast.add_argument("--no-deberta", action="store_true")
    args = parser.parse_args()
    console = Console(width=140)
    (run_accuracy if args.part == "accuracy" else run_speed)(args, console)


if __name__ == "__main__":
    main()
