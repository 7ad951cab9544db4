"""Fit what the articles add to the judge's score (the constants of ``claimtrack.judge.context``).

    python scripts/fit_context.py fixtures/flood-karvany fixtures/court-harrow-lane ...

The pairs of the named corpora that pass the gate are rows: 1 where one matches a conflict line,
left out where it matches an optional one, else 0. Of the latter --sample a corpus are judged,
drawn at random, and stand for the others by their weight. Prints the weights of a logistic
regression, and precision and recall by corpus with that corpus left out of the fit.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table
from sklearn.linear_model import LogisticRegression

from claimtrack import check
from claimtrack.bootstrap import Claimtrack
from claimtrack.config import Settings
from claimtrack.judge.context import log_odds
from claimtrack.judge.relation import one_voice
from claimtrack.model import Pair, Statement

NAMES = ("judge", "similarity", "words", "names", "document", "one voice", "one article")


def features(pair: Pair, score: float) -> list[float]:
    """Return what the fit sees of a pair, in the order of ``NAMES``."""
    reasons = {reason.signal: reason.weight for reason in pair.reasons}
    near = pair.a.document == pair.b.document
    return [
        log_odds(score),
        *(reasons.get(name, 0.0) for name in NAMES[1:5]),
        float(near and one_voice(pair.a, pair.b)),
        float(near),
    ]


Rows = tuple[list[list[float]], list[float], list[set[str]], list[float]]


def rows(app: Claimtrack, folder: Path, sample: int) -> Rows:
    """Return features, labels, the lines each pair matches and its weight, of one corpus."""
    [corpus] = check.corpora(folder, False)
    documents, _ = app.read([str(corpus.articles)])
    pairs = app.candidate_pairs(documents)
    lines = check.read_expectations(corpus.expected)
    places = {
        line.id: (check.locate(line.a, documents), check.locate(line.b, documents))
        for line in lines
        if line.label != "no_conflict"
    }
    labels = {line.id: line.label for line in lines}
    matches = [{k for k, place in places.items() if check.hits(p.a, p.b, place)} for p in pairs]
    conflicts = [{k for k in found if labels[k] == "conflict"} for found in matches]
    neither = [n for n, found in enumerate(matches) if not found]
    drawn = random.Random(0).sample(neither, min(sample, len(neither)))
    chosen = [n for n, found in enumerate(conflicts) if found] + drawn
    statements = [
        (Statement(p.a.statement, p.a.event_time), Statement(p.b.statement, p.b.event_time))
        for p in (pairs[n] for n in chosen)
    ]
    scores = [found.score for found in app.judge.assess(statements)]
    return (
        [features(pairs[n], score) for n, score in zip(chosen, scores, strict=True)],
        [float(bool(conflicts[n])) for n in chosen],
        [conflicts[n] for n in chosen],
        [1.0 if conflicts[n] else len(neither) / len(drawn) for n in chosen],
    )


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--sample", type=int, default=150)
    parser.add_argument("--threshold", type=float, default=0.5)
    parser.add_argument("--nli", default="default", help="shipped model, a folder or a hub name")
    args = parser.parse_args()
    console = Console()
    app = Claimtrack(Settings(nli=args.nli))
    parts = [rows(app, folder, args.sample) for folder in args.corpora]
    x, y = np.array([r for p in parts for r in p[0]]), np.array([v for p in parts for v in p[1]])
    group = np.array([n for n, p in enumerate(parts) for _ in p[1]])
    hit = [h for p in parts for h in p[2]]
    weight = np.array([w for p in parts for w in p[3]])

    def fit(keep: np.ndarray) -> LogisticRegression:
        return LogisticRegression(C=1.0, max_iter=1000).fit(x[keep], y[keep], weight[keep])

    whole = fit(np.ones(len(y), dtype=bool))
    table = Table("feature", "weight", title=f"{len(y)} pairs, {int(y.sum())} conflicts")
    table.add_row("base", f"{whole.intercept_[0]:+.3f}")
    for name, value in zip(NAMES, whole.coef_[0], strict=True):
        table.add_row(name, f"{value:+.3f}")
    console.print(table)
    out = Table("corpus", "precision", "recall of lines", "at", title="each left out of the fit")
    scores = np.zeros(len(y))
    for number in range(len(parts)):
        scores[group == number] = fit(group != number).predict_proba(x[group == number])[:, 1]
    for at in sorted({args.threshold, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8}):
        for number, folder in enumerate([*args.corpora, Path("all")]):
            of = (group == number) if number < len(parts) else np.ones(len(y), dtype=bool)
            precision, recall = measure(scores, y, weight, hit, of, at)
            if number == len(parts) or math.isclose(at, args.threshold):
                out.add_row(folder.name, f"{precision:.2f}", f"{recall:.2f}", f"{at:.2f}")
    console.print(out)


def measure(
    scores: np.ndarray,
    y: np.ndarray,
    weight: np.ndarray,
    hit: Sequence[set[str]],
    of: np.ndarray,
    at: float,
) -> tuple[float, float]:
    """Return the precision of pairs and the recall of lines that reached the judge."""
    flagged = np.nonzero((scores >= at) & of)[0]
    lines = {key for n in np.nonzero(of)[0] for key in hit[n]}
    found = {key for n in flagged for key in hit[n]}
    precision = float(np.average(y[flagged], weights=weight[flagged])) if len(flagged) else 1.0
    return precision, len(found) / max(1, len(lines))


if __name__ == "__main__":
    main()
