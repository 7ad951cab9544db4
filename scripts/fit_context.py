"""Fit what the articles and the other pairs add to the judge's score.

The constants of ``claimtrack.judge.context`` and of ``claimtrack.judge.cohort``:

    python scripts/fit_context.py fixtures/flood-karvany fixtures/court-harrow-lane ...

The pairs of the named corpora that pass the gate are rows: 1 where one matches a conflict line,
left out where it matches an optional one, else 0. Pairs that NLI is not asked about (by the weights
as they are now) are left out, as in an audit; it reads the others both ways. Weights set by hand
(two stories, another time, the judge's own) are in the log-odds as they are. A share weighs the
pairs of corpora named with ``--light``: those that the rules were written after, or real reports,
where one dispute is told by twenty outlets. Prints the
weights of a logistic regression, and precision and recall by corpus with that corpus left out of
the fit. Updates are no flags.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table
from scipy.optimize import minimize

from claimtrack import check
from claimtrack.bootstrap import Claimtrack
from claimtrack.config import Settings
from claimtrack.judge.cohort import NO_SUPPORT, USUAL, Cohort
from claimtrack.judge.context import JUDGE, LIMIT, SUBSTANCE, SURE, added, read_both_ways
from claimtrack.judge.odds import log_odds
from claimtrack.judge.relation import relate
from claimtrack.model import Assessment, HolderKind, Pair, Relation
from claimtrack.runs import Silence
from claimtrack.text.voice import one_voice
from claimtrack.worth import statements, worth_reading

NAMES = (
    "nli",
    "stands out",
    "substance",
    "one voice",
    "own words",
    "background",
    "support",
    "clash",
)
BY_HAND = ("two stories", "time")
RIDGE = 1.0


def features(pair: Pair, found: Assessment, cohort: Cohort) -> list[float]:
    """Return what the fit sees of a pair, in the order of ``NAMES``; last what is set by hand."""
    reasons = {reason.signal: reason.weight for reason in pair.reasons}
    near = pair.a.document == pair.b.document
    context = added(pair)
    [substance] = [part.weight for part in context if part.signal == "substance"]
    by_hand = sum(part.weight for part in context if part.signal in BY_HAND) + SURE * found.sure
    return [
        read_both_ways(found),
        reasons.get("stands out", 0.0),
        substance / SUBSTANCE,
        float(near and one_voice(pair.a, pair.b)),
        float(sum(side.holder.kind is HolderKind.OUTLET for side in (pair.a, pair.b))),
        cohort.background(pair) - USUAL,
        cohort.support(pair) - NO_SUPPORT,
        found.strength,
        by_hand + JUDGE * log_odds(found.score, LIMIT),
    ]


def logits(w: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Return the log-odds of pairs, shape (len(x),), by base, weights and what is set by hand."""
    return np.asarray(w[0] + x[:, :-1] @ w[1:] + x[:, -1])


def fit(x: np.ndarray, y: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Return base and weights, shape (1 + len(NAMES),), that minimise the penalised log loss.

    ``share`` says what each row counts for.
    """

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = logits(w, x)
        error = share * (1.0 / (1.0 + np.exp(-z)) - y)
        value = share @ (np.logaddexp(0.0, z) - y * z) + 0.5 * RIDGE * (w[1:] @ w[1:])
        return value, np.concatenate([[error.sum()], x[:, :-1].T @ error + RIDGE * w[1:]])

    return np.asarray(minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x)


Rows = tuple[list[list[float]], list[float], list[set[str]], list[bool]]


def rows(app: Claimtrack, folder: Path) -> Rows:
    """Return features, labels, the lines each pair matches, and what is an update."""
    [corpus] = check.corpora(folder, False)
    documents, _ = app.read([str(corpus.articles)])
    candidates = app.candidate_pairs(documents)
    new = {side.id for pair in candidates for side in (pair.a, pair.b)}
    pairs = worth_reading(app.judge, candidates, new, app.pipeline.threshold, Silence()).pairs
    lines = check.read_expectations(corpus.expected)
    places = {
        line.id: (check.locate(line.a, documents), check.locate(line.b, documents))
        for line in lines
        if line.label != "no_conflict"
    }
    labels = {line.id: line.label for line in lines}
    matches = [{k for k, place in places.items() if check.hits(p.a, p.b, place)} for p in pairs]
    conflicts = [{k for k in found if labels[k] == "conflict"} for found in matches]
    chosen = [n for n, found in enumerate(matches) if conflicts[n] or not found]
    asked = [statements(pair) for pair in pairs]
    forward = app.judge.forward(asked)
    sides = {side.id: side.statement for pair in pairs for side in (pair.a, pair.b)}
    vectors = dict(zip(sides, app.embedder.encode(list(sides.values())), strict=True))
    cohort = Cohort(pairs, forward, vectors=vectors)
    every = app.judge.assess(asked, forward=forward)
    judged = [every[n] for n in chosen]
    return (
        [features(pairs[n], found, cohort) for n, found in zip(chosen, judged, strict=True)],
        [float(bool(conflicts[n])) for n in chosen],
        [conflicts[n] for n in chosen],
        [
            relate(pairs[n].a, pairs[n].b, found.leaning) is Relation.UPDATE
            for n, found in zip(chosen, judged, strict=True)
        ],
    )


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--light", nargs="*", type=Path, default=[])
    parser.add_argument("--share", type=float, default=0.2, help="what a light row counts for")
    parser.add_argument("--threshold", type=float, default=0.5)
    parser.add_argument("--nli", default="default", help="shipped model, a folder or a hub name")
    args = parser.parse_args()
    console = Console()
    app = Claimtrack(Settings(nli=args.nli))
    folders = [*args.corpora, *args.light]
    parts = [rows(app, folder) for folder in folders]
    x, y = np.array([r for p in parts for r in p[0]]), np.array([v for p in parts for v in p[1]])
    group = np.array([n for n, p in enumerate(parts) for _ in p[1]])
    light = group >= len(args.corpora)
    share = np.where(light, args.share, 1.0)
    hit = [{f"{n}/{key}" for key in h} for n, p in enumerate(parts) for h in p[2]]
    update = np.array([v for p in parts for v in p[3]])
    whole = fit(x, y, share)
    table = Table("feature", "weight", title=f"{len(y)} pairs, {int(y.sum())} conflicts")
    for name, value in zip(("base", *NAMES), whole, strict=True):
        table.add_row(name, f"{value:+.3f}")
    console.print(table)
    out = Table("corpus", "precision", "recall of lines", "at", title="each left out of the fit")
    scores = np.zeros(len(y))
    for number in range(len(parts)):
        others, own = group != number, group == number
        z = logits(fit(x[others], y[others], share[others]), x[own])
        scores[own] = np.where(update[own], 0.0, 1.0 / (1.0 + np.exp(-z)))
    for at in sorted({args.threshold, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8}):
        views = [(folder.name, group == number) for number, folder in enumerate(folders)]
        views = views if math.isclose(at, args.threshold) else []
        for name, of in (*views, ("all", ~light), *([("all light", light)] if args.light else [])):
            precision, recall = measure(scores, y, hit, of, at)
            out.add_row(name, f"{precision:.2f}", f"{recall:.2f}", f"{at:.2f}")
    console.print(out)


def measure(
    scores: np.ndarray,
    y: np.ndarray,
    hit: Sequence[set[str]],
    of: np.ndarray,
    at: float,
) -> tuple[float, float]:
    """Return the precision of pairs and the recall of lines that reached the judge."""
    flagged = np.nonzero((scores >= at) & of)[0]
    lines = {key for n in np.nonzero(of)[0] for key in hit[n]}
    found = {key for n in flagged for key in hit[n]}
    precision = float(y[flagged].mean()) if len(flagged) else 1.0
    return precision, len(found) / max(1, len(lines))


if __name__ == "__main__":
    main()
