"""Fit the judge's calibration on labelled pairs and measure it on others.

    python scripts/calibrate.py --tune fixtures/pairs/tune.jsonl --test fixtures/pairs/test.jsonl \
        --stories 1200 --write claimtrack/judge/calibration.json

A logistic regression with a ridge (L2) penalty whose signs are held: what speaks for a conflict
can only raise the score, what speaks against only lower it (Sill 1998, monotonic networks, in
its simplest form). The threshold is the lowest one from which the precision on the tuning pairs
is at least --precision; the cross-validated figures beside it say how much the fit flatters it.

With --shipped nothing is fitted: the calibration of the package is measured on --test.

With --stories, as many pairs of the stories that the NLI model never saw are fitted beside the
tuning pairs. The comparators were written with the tuning pairs in view, so that these alone
trust them too much and NLI too little.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from nli.data import LABELS, STORIES_KEPT, Row, is_dev
from nli_pairs.stories import FOLDER, pairs, read_stories
from rich.console import Console
from rich.table import Table
from scipy.optimize import minimize

from claimtrack.bootstrap import Claimtrack
from claimtrack.config import Settings
from claimtrack.judge.calibration import Calibration, features
from claimtrack.judge.readings.reading import read
from claimtrack.judge.score import StatementJudge
from claimtrack.model import DayInterval, Statement

RIDGE = 0.3
FOLDS = 10


def load(path: Path) -> list[dict[str, str]]:
    """Return the pairs of a file, one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def kept_stories(count: int) -> list[dict[str, str]]:
    """Return ``count`` pairs of the stories kept out of training, two in five contradictions."""
    rng = random.Random(0)
    found: dict[bool, list[dict[str, str]]] = {True: [], False: []}
    for story in read_stories(sorted(FOLDER.glob("*.jsonl"))):
        for pair in pairs(story, random.Random(story.id)):
            row = Row(pair.premise, pair.hypothesis, LABELS[pair.label], topic=pair.topic)
            if is_dev(row, STORIES_KEPT):
                clash = pair.label == "contradiction"
                label = pair.label if clash else "neutral"
                kind = f"story {pair.kind}"
                side = {"a": pair.premise, "b": pair.hypothesis, "label": label, "kind": kind}
                found[clash].append(side)
    clashes = min(len(found[True]), count * 2 // 5)
    return [*rng.sample(found[True], clashes), *rng.sample(found[False], count - clashes)]


def table(app: Claimtrack, rows: Sequence[dict[str, str]]) -> list[dict[str, float]]:
    """Return the features of each pair."""
    unfitted = Calibration(0.0, {}, 0.5, "", "")
    judge = StatementJudge(app.nli, app.parser, unfitted)
    texts = [(row["a"], row["b"]) for row in rows]
    scores = app.nli.predict([*texts, *((b, a) for a, b in texts)])
    found = []
    for number, row in enumerate(rows):
        sides = [statement(row, side) for side in ("a", "b")]
        docs = app.parser.parse([side.text for side in sides])
        a, b = (read(side, doc) for side, doc in zip(sides, docs, strict=True))
        found.append(features(scores[number], scores[number + len(rows)], judge.signals(a, b)))
    return found


def statement(row: dict[str, str], side: str) -> Statement:
    """One side of a pair with the day it was said on, where given."""
    said = row.get(f"{side}_time")
    day = dt.date.fromisoformat(said) if said else None
    return Statement(row[side], report_time=DayInterval(day, day) if day else None)


def sign(name: str) -> tuple[float | None, float | None]:
    """Return the bounds of a feature's weight."""
    if name.endswith("+") or name in ("nli.contradiction", "nli.weaker"):
        return (0.0, None)
    return (None, 0.0)


def fit(x: np.ndarray, y: np.ndarray, names: Sequence[str], ridge: float) -> np.ndarray:
    """Return base and weights, shape (1 + features,), that minimise the penalised log loss."""

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = w[0] + x @ w[1:]
        p = 1.0 / (1.0 + np.exp(-z))
        value = np.logaddexp(0.0, z).sum() - y @ z + 0.5 * ridge * (w[1:] @ w[1:])
        error = p - y
        return value, np.concatenate([[error.sum()], x.T @ error + ridge * w[1:]])

    bounds = [(None, None), *(sign(name) for name in names)]
    start = np.zeros(len(names) + 1)
    return np.asarray(minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x)


def predict(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Return the probabilities of a contradiction, shape (len(x),)."""
    return np.asarray(1.0 / (1.0 + np.exp(-(w[0] + x @ w[1:]))))


def cross_validated(x: np.ndarray, y: np.ndarray, names: Sequence[str], ridge: float) -> np.ndarray:
    """Return each pair's probability by a fit that has not seen its fold."""
    folds = np.random.default_rng(0).permutation(len(y)) % FOLDS
    p = np.zeros(len(y))
    for fold in range(FOLDS):
        held = folds == fold
        p[held] = predict(x[held], fit(x[~held], y[~held], names, ridge))
    return p


def threshold_for(p: np.ndarray, y: np.ndarray, precision: float) -> float:
    """Return the lowest threshold from which the precision is at least ``precision``."""
    order = np.argsort(-p)
    hits = np.cumsum(y[order])
    good = np.nonzero(hits / np.arange(1, len(y) + 1) >= precision)[0]
    return float(p[order[good[-1]]]) if len(good) else 1.0


def average_precision(p: np.ndarray, y: np.ndarray) -> float:
    """Return the area under precision and recall as a sum of steps."""
    order = np.argsort(-p, kind="stable")
    hits = y[order]
    return float((hits * np.cumsum(hits) / np.arange(1, len(y) + 1)).sum() / max(1.0, hits.sum()))


def calibration_error(p: np.ndarray, y: np.ndarray, bins: int = 10) -> float:
    """Return the expected calibration error over equal-width bins (Guo et al. 2017)."""
    which = np.minimum((p * bins).astype(int), bins - 1)
    return float(
        sum(
            (which == b).mean() * abs(p[which == b].mean() - y[which == b].mean())
            for b in range(bins)
            if (which == b).any()
        )
    )


def measure(p: np.ndarray, y: np.ndarray, threshold: float) -> dict[str, float]:
    """Return precision, recall, F1, average precision and calibration error."""
    flagged = p >= threshold
    hits = float((flagged & (y == 1)).sum())
    precision = hits / max(1.0, float(flagged.sum()))
    recall = hits / max(1.0, float(y.sum()))
    return {
        "pairs": float(len(y)),
        "precision": precision,
        "recall": recall,
        "F1": 2 * precision * recall / max(1e-9, precision + recall),
        "AP": average_precision(p, y),
        "ECE": calibration_error(p, y),
    }


def show(console: Console, title: str, rows: dict[str, dict[str, float]]) -> None:
    """Print one line of figures a row."""
    columns = list(next(iter(rows.values())))
    out = Table("", *columns, title=title)
    for name, figures in rows.items():
        cells = [f"{v:.0f}" if c == "pairs" else f"{v:.3f}" for c, v in figures.items()]
        out.add_row(name, *cells)
    console.print(out)


def by_kind(
    console: Console, rows: Sequence[dict[str, str]], p: np.ndarray, threshold: float
) -> None:
    """Print recall of each kind of conflict and false alarms of each kind of look-alike."""
    groups: dict[tuple[bool, str], list[bool]] = defaultdict(list)
    for row, value in zip(rows, p, strict=True):
        groups[row["label"] == "contradiction", row["kind"]].append(bool(value >= threshold))
    out = Table("kind", "pairs", "flagged", title="by kind")
    for (conflict, kind), flags in sorted(groups.items(), key=lambda g: (-g[0][0], g[0][1])):
        style = "green" if conflict else ""
        out.add_row(kind, str(len(flags)), f"{np.mean(flags):.2f}", style=style)
    console.print(out)


def tested(
    console: Console,
    app: Claimtrack,
    path: Path,
    names: Sequence[str],
    w: np.ndarray,
    threshold: float,
) -> None:
    """Print how base and weights, shape (1 + len(names),), do on the pairs of a file."""
    test = load(path)
    seen = table(app, test)
    x = np.array([[row.get(name, 0.0) for name in names] for row in seen])
    y = np.array([row["label"] == "contradiction" for row in test], dtype=float)
    only = np.array([1 / (1 + np.exp(-row["nli.contradiction"])) for row in seen])
    figures = {"test": measure(predict(x, w), y, threshold), "NLI alone": measure(only, y, 0.5)}
    show(console, f"{path.name}: precision, recall, calibration", figures)
    by_kind(console, test, predict(x, w), threshold)


def main() -> None:
    """Fit, measure, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--tune", type=Path)
    what.add_argument("--shipped", action="store_true", help="fit nothing: test what ships")
    parser.add_argument("--test", type=Path)
    parser.add_argument("--write", type=Path, help="where the calibration is written")
    parser.add_argument("--stories", type=int, default=0, help="pairs of stories kept aside")
    parser.add_argument("--precision", type=float, default=0.9)
    parser.add_argument("--ridge", type=float, default=RIDGE)
    parser.add_argument("--nli", default="default", help="shipped model, a folder or a hub name")
    parser.add_argument("--errors", type=int, default=0, help="print this many tuning errors")
    args = parser.parse_args()
    console = Console()
    app = Claimtrack(Settings(nli=args.nli))
    if args.shipped:
        if args.test is None:
            parser.error("--shipped asks for --test FILE")
        ships = Calibration.read()
        held = np.array([ships.base, *ships.weights.values()])
        tested(console, app, args.test, list(ships.weights), held, ships.threshold)
        return
    tune = load(args.tune)
    rows = [*tune, *kept_stories(args.stories)]
    own = np.arange(len(rows)) < len(tune)
    found = table(app, rows)
    names = sorted({name for row in found for name in row})
    x = np.array([[row.get(name, 0.0) for name in names] for row in found])
    y = np.array([row["label"] == "contradiction" for row in rows], dtype=float)
    held = cross_validated(x, y, names, args.ridge)
    w = fit(x, y, names, args.ridge)
    fitted = predict(x, w)
    threshold = round(threshold_for(fitted[own], y[own], args.precision), 4)
    weights = {
        name: round(float(v), 4) for name, v in zip(names, w[1:], strict=True) if abs(v) > 1e-4
    }
    out = Table("feature", "weight", title=f"base {w[0]:.3f}, threshold {threshold}")
    for name, value in sorted(weights.items(), key=lambda item: -item[1]):
        out.add_row(name, f"{value:+.3f}")
    console.print(out)
    alone = np.array([1 / (1 + np.exp(-row["nli.contradiction"])) for row in found])
    figures = {
        "tune": measure(fitted[own], y[own], threshold),
        "tune, cross-validated": measure(held[own], y[own], threshold),
        "tune, NLI alone at 0.5": measure(alone[own], y[own], 0.5),
    }
    if args.stories:
        figures["stories, cross-validated"] = measure(held[~own], y[~own], threshold)
        figures["stories, NLI alone at 0.5"] = measure(alone[~own], y[~own], 0.5)
    show(console, "precision, recall, calibration", figures)
    by_kind(console, rows, held, threshold)
    if args.test:
        tested(console, app, args.test, names, w, threshold)
    wrong = [n for n in np.argsort(-np.abs(held - y)) if (held[n] >= threshold) != (y[n] == 1)]
    for n in wrong[: args.errors]:
        row = rows[n]
        console.print(f"[b]{held[n]:.2f}[/b] {row['label']} {row['kind']}")
        console.print(f"   {row['a']}\n   {row['b']}", highlight=False)
        console.print("   ", {k: round(v, 2) for k, v in found[n].items()})
    if args.write:
        made = Calibration(
            base=round(float(w[0]), 4),
            weights=weights,
            threshold=threshold,
            nli=app.nli.fingerprint,
            data=hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()[:16],
        )
        args.write.write_text(json.dumps(made.as_json(), indent=2) + "\n", encoding="utf-8")
        console.print(f"written: {args.write}")


if __name__ == "__main__":
    main()
