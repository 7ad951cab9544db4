"""Trains the NLI student that claimtrack ships. Resumable, seeded, logged.

Two phases, each one call:

1. ``recover``: a student of some of the teacher's layers learns to follow it again on public
   pairs (hidden states, logits and gold labels)::

     train_nli.py recover --teacher MODELS/nli-mpnet --public NLI/train --out RUN/recover

2. ``news``: that student (or the folder that ships, whose int8 weights are read back) learns from
   stories and contrast pairs (make_nli_pairs.py), real neutral pairs and a share of public pairs,
   so that nothing is forgotten::

     train_nli.py news --student RUN/recover/student --teacher MODELS/nli-mpnet \\
         --public NLI/train --pairs news.jsonl --neutral real_neutral.jsonl \\
         --stories stories.jsonl --out RUN/news

The same command again goes on from the last checkpoint. A run ends after ``--count`` pairs or
at ``--until HH:MM`` (UTC), whichever is first; the learning rate decays accordingly. Then
scripts/export_nli.py turns ``OUT/student`` into the folder that ships.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import logging
import os
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import torch

sys.path.insert(0, str(Path(__file__).resolve().parent))

from nli.data import LABELS, STORIES_KEPT, Mix, Row, Source, Target, read_rows, split
from nli.recipe import PUBLIC
from nli.student import (
    cut_layers,
    evaluate,
    freeze,
    gold_loss,
    hidden_loss,
    load_classifier,
)
from nli.unpack import GRAPH, unpack
from nli.workers import Workers, parts

log = logging.getLogger("train_nli")


def arguments() -> argparse.Namespace:
    """The command line; see the module's docstring for the phases."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("phase", choices=["recover", "news"])
    parser.add_argument(
        "--out", type=Path, required=True, help="run folder: log, checkpoint, student"
    )
    parser.add_argument("--teacher", type=Path, help="folder of the teacher (news: optional)")
    parser.add_argument(
        "--layers", default="0,1,3,5,6,7,8,11", help="teacher layers that make the student"
    )
    parser.add_argument("--student", type=Path, help="folder of the student to go on from (news)")
    parser.add_argument("--public", type=Path, required=True, help="folder of public training sets")
    parser.add_argument("--pairs", type=Path, help="contrast pairs, JSON lines (news)")
    parser.add_argument("--neutral", type=Path, help="real neutral pairs, JSON lines (news)")
    parser.add_argument(
        "--dev", type=Path, help="contrast pairs of other topics, to look at (news)"
    )
    parser.add_argument("--freeze", type=int, default=0, help="lowest layers that are not trained")
    parser.add_argument("--stories", type=Path, help="pairs of stories, JSON lines (news)")
    parser.add_argument(
        "--shares", default="12,6,26,56", help="pairs, neutral, public, stories (news)"
    )
    parser.add_argument("--count", type=int, default=60_000, help="pairs to train on")
    parser.add_argument("--until", help="UTC time HH:MM by which the decay must have ended")
    parser.add_argument("--rate", type=float, default=8e-5, help="peak learning rate")
    parser.add_argument("--final", type=float, default=0.0, help="last rate as a part of the peak")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--every", type=float, default=300, help="seconds between checkpoints")
    parser.add_argument("--status", type=Path, help="file that gets a line at every checkpoint")
    return parser.parse_args()


STORY_LABELS = {"contradiction": 0.42, "entailment": 0.13, "not_contradiction": 0.45}
"""Parts of the stories' share: of all their pairs four in five do not contradict each other."""


def public_sources(folder: Path) -> tuple[list[Source], list[Row]]:
    """The public mix and its development rows (a few of each of the main sets)."""
    sources, dev = [], []
    for name, share in PUBLIC.items():
        train, kept = split(read_rows(folder / f"{name}.jsonl.gz"))
        sources.append(Source(name, tuple(train), share, guided=True))
        dev += kept[: max(2, share // 150)]
    return sources, dev


def news_sources(args: argparse.Namespace) -> tuple[list[Source], list[Row], list[Row]]:
    """(mix, public development rows, news development rows of topics that are not trained on)."""
    public, dev = public_sources(args.public)
    shares = [float(part) for part in args.shares.split(",")]
    total = sum(source.share for source in public)
    sources = [Source(s.name, s.rows, s.share / total * shares[2], guided=True) for s in public]
    kept_news: list[Row] = []
    for name, path, share in (
        ("pairs", args.pairs, shares[0]),
        ("neutral", args.neutral, shares[1]),
    ):
        if path is None:
            continue
        train, kept = split(read_rows(path), percent=6)
        sources.append(Source(name, tuple(train), share))
        kept_news += thin(kept, 100 if name == "pairs" else 40)
    if args.stories is not None:
        train, kept = split(read_rows(args.stories), percent=STORIES_KEPT)
        for label, part in STORY_LABELS.items():
            some = tuple(row for row in train if row.label == LABELS[label])
            sources.append(Source(f"stories {label}", some, shares[3] * part))
        kept_news += thin(kept, 300)
    if args.dev is not None:
        kept_news += thin(read_rows(args.dev), 200)
    return sources, dev, kept_news


def thin(rows: list[Row], count: int) -> list[Row]:
    """About ``count`` rows, evenly from the whole list."""
    return rows[:: max(1, len(rows) // count)]


def seconds_until(clock: str | None) -> float:
    """Seconds from now to a UTC time of today (or of tomorrow, if it has passed)."""
    if clock is None:
        return float("inf")
    now = dt.datetime.now(dt.UTC)
    hour, minute = (int(part) for part in clock.split(":"))
    end = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    if end < now - dt.timedelta(hours=12):
        end += dt.timedelta(days=1)
    return (end - now).total_seconds()


def save(path: Path, state: dict[str, Any]) -> None:
    """Writes a checkpoint whole or not at all."""
    part = path.with_suffix(".part")
    torch.save(state, part)
    os.replace(part, path)


class Weights(NamedTuple):
    """Weights of the gold labels and of the hidden states beside the teacher's logits (1)."""

    gold: float
    hidden: float


PHASES = {"recover": Weights(gold=0.5, hidden=1.0), "news": Weights(gold=1.0, hidden=0.5)}
"""Contrast pairs have nothing but gold labels, which therefore weigh more in the news phase."""


def backward(
    model: Any,
    teacher: Any,
    layers: list[int],
    weights: Weights,
    size: int,
    part: tuple[dict[str, torch.Tensor], list[Target]],
) -> tuple[float, float, float]:
    """Adds the gradient of a part of a batch of ``size``; (gold, logit, hidden) losses' shares."""
    inputs, targets = part
    guided = [number for number, target in enumerate(targets) if target.guided]
    follow = teacher is not None and bool(guided)
    out = model(**inputs, output_hidden_states=follow)
    weight = len(targets) / size
    gold = torch.tensor([target.label for target in targets])
    loss = hard = gold_loss(out.logits, gold, smoothing=0.05)
    soft = hidden = torch.zeros(())
    if follow:
        some = {key: value[guided] for key, value in inputs.items()}
        with torch.no_grad():
            aim = teacher(**some, output_hidden_states=True)
        soft = torch.nn.functional.kl_div(
            out.logits[guided].log_softmax(-1),
            aim.logits.log_softmax(-1),
            reduction="batchmean",
            log_target=True,
        )
        states = tuple(state[guided] for state in out.hidden_states)
        hidden = hidden_loss(states, aim.hidden_states, layers, some["attention_mask"])
        share = len(guided) / len(targets)
        loss = weights.gold * hard + share * (soft + weights.hidden * hidden)
    (loss * weight).backward()
    values = (float(value.detach()) * weight for value in (hard, soft, hidden))
    return next(values), next(values), next(values)


def train(args: argparse.Namespace) -> None:
    """Runs one phase to its end; goes on from ``OUT/checkpoint.pt`` where that exists."""
    from transformers import AutoTokenizer

    torch.manual_seed(args.seed)
    workers = Workers(args.threads)
    layers = [int(part) for part in args.layers.split(",")]
    weights = PHASES[args.phase]
    teacher = None if args.teacher is None else load_classifier(args.teacher)
    if args.phase == "recover":
        if teacher is None:
            raise SystemExit("recover needs --teacher FOLDER")
        model, tokenizer = cut_layers(teacher, layers), AutoTokenizer.from_pretrained(args.teacher)
        sources, dev = public_sources(args.public)
        news_dev: list[Row] = []
    else:
        if args.student is None or args.pairs is None:
            raise SystemExit("news needs --student FOLDER and --pairs FILE")
        shipped = (args.student / GRAPH).is_file()
        model = unpack(args.student) if shipped else load_classifier(args.student)
        tokenizer = AutoTokenizer.from_pretrained(args.student)
        sources, dev, news_dev = news_sources(args)
    trained = freeze(model, args.freeze)
    optimizers = [
        torch.optim.AdamW(
            [
                {"params": [p for p in some if p.ndim > 1], "weight_decay": 0.01},
                {"params": [p for p in some if p.ndim <= 1], "weight_decay": 0.0},
            ],
            lr=args.rate,
            fused=True,
        )
        for some in (trained[number :: args.threads] for number in range(args.threads))
    ]
    mix = Mix(sources, tokenizer, batch=args.batch, seed=args.seed)
    checkpoint = args.out / "checkpoint.pt"
    done, spent, start = 0, 0.0, 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(state["model"])
        for optimizer, saved_state in zip(optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(saved_state)
        done, spent, start = state["pairs"], state["spent"], state["step"]
        log.info("resumed at step %d, %d pairs", start, done)
    for source in sources:
        log.info("source %s rows %d share %.1f", source.name, len(source.rows), source.share)
    model.train()
    began, length = time.monotonic(), seconds_until(args.until)
    budget = spent + length
    saved = shown = began
    sums = [0.0, 0.0, 0.0]
    counted = 0

    def keep(step: int, note: str) -> None:
        accuracy, false = evaluate(model, tokenizer, dev, workers)
        line = (
            f"{dt.datetime.now(dt.UTC):%H:%M} {args.phase} {note} step {step} pairs {done} "
            f"public-dev {accuracy:.3f} (false contradictions {false:.3f}, n={len(dev)})"
        )
        if news_dev:
            news, false_news = evaluate(model, tokenizer, news_dev, workers)
            line += f" news-dev {news:.3f} (false {false_news:.3f}, n={len(news_dev)})"
        log.info(line)
        if args.status:
            with args.status.open("a", encoding="utf-8") as out:
                out.write(line + "\n")
        model.save_pretrained(args.out / "student")
        tokenizer.save_pretrained(args.out / "student")
        used = spent + time.monotonic() - began
        optimizer_states = [optimizer.state_dict() for optimizer in optimizers]
        state = {"model": model.state_dict(), "optimizers": optimizer_states}
        save(checkpoint, {**state, "pairs": done, "spent": used, "step": step})

    step = start
    for step, inputs, labels in mix.batches(start):
        used = spent + time.monotonic() - began
        progress = max(done / args.count, used / budget)
        if progress >= 1:
            break
        warm = min(1.0, (step + 1) / 40)
        rate = args.rate * warm * (1 - (1 - args.final) * progress)
        for optimizer in optimizers:
            optimizer.zero_grad(set_to_none=True)
            for group in optimizer.param_groups:
                group["lr"] = rate
        losses = workers.map(
            partial(backward, model, teacher, layers, weights, len(labels)),
            parts(inputs, labels, args.threads),
        )
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        workers.map(lambda optimizer: optimizer.step(), optimizers)
        done += len(labels)
        counted += 1
        sums = [
            total + sum(values)
            for total, values in zip(sums, zip(*losses, strict=True), strict=True)
        ]
        now = time.monotonic()
        if counted == 20:
            log.info(
                "step %d pairs %d progress %.3f rate %.2e gold %.3f kl %.3f hidden %.4f "
                "%.1f pairs/s",
                step, done, progress, rate, *(value / counted for value in sums),
                counted * args.batch / (now - shown),
            )  # fmt: skip
            sums, counted, shown = [0.0, 0.0, 0.0], 0, now
        if now - saved > args.every:
            keep(step + 1, "checkpoint")
            saved = shown = time.monotonic()
    keep(step, "end")


def main() -> None:
    """Entry point."""
    args = arguments()
    args.out.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(message)s",
        handlers=[logging.StreamHandler(), logging.FileHandler(args.out / "log.txt")],
    )
    (args.out / "args.json").write_text(json.dumps(vars(args), default=str, indent=1))
    train(args)


if __name__ == "__main__":
    main()
