"""Fit by what pairs are ranked: the weights of ``claimtrack.candidates.rank`` and ``nearness``.

    python scripts/fit_rank.py fixtures/* [MORE...] [--cache FOLDER]

Every pair of a corpus that may be compared is a row: 1 where it matches a conflict line (a line's
pairs weigh one together), left out where it matches an optional one, else 0. What tells events
apart (names, the articles' names, two stories) keeps its weight, since one story's corpus can't
teach it. Prints the weights of a logistic regression and, with each corpus left out of the fit, the
share of its lines among the best pairs: a claim's own best, and those that stand over one bar for
all, by how many pairs a claim they are.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table
from scipy.optimize import minimize

from claimtrack import check
from claimtrack.bootstrap import Claimtrack
from claimtrack.candidates.index import FaissIndex
from claimtrack.candidates.rank import BY_HAND, FEATURES, REASONS, features
from claimtrack.candidates.select import Limits, Selector
from claimtrack.config import Settings
from claimtrack.runs import Silence

EVERY = 10**9
RIDGE = 1.0
A_CLAIM = (3, 5, 8, 12, 20, 25)


@dataclass(frozen=True, slots=True)
class Rows:
    """A corpus: its pairs' features, what is held, their lines, and where its pairs end."""

    name: str
    claims: int
    x: np.ndarray
    held: np.ndarray
    lines: Sequence[Sequence[int]]
    optional: frozenset[int]
    ends: np.ndarray

    def scores(self, w: np.ndarray) -> np.ndarray:
        """Return the standing of each pair, by base and weights."""
        return np.asarray(self.held + w[0] + self.x @ w[1:])


def rows(app: Claimtrack, corpus: check.Corpus) -> Rows:
    """Read a corpus and measure every pair of it."""
    documents, _ = app.read([str(corpus.articles)], as_set=False)
    claims, _ = app.pipeline.extract(documents, Silence())
    vectors = app.pipeline.embed(claims, Silence())
    limits = Limits(looked_at=EVERY, pairs_per_claim=EVERY, same_event=0.0)
    pairs = Selector(FaissIndex, limits).pairs(
        claims, (), vectors, {document.id: document for document in documents}
    )
    lines: list[list[int]] = []
    optional: set[int] = set()
    for line in check.read_expectations(corpus.expected):
        place = (check.locate(line.a, documents), check.locate(line.b, documents))
        found = [n for n, pair in enumerate(pairs) if check.hits(pair.a, pair.b, place)]
        if line.label == "optional":
            optional.update(found)
        elif line.label == "conflict" and found:
            lines.append(found)
    number = {key: n for n, key in enumerate(sorted({c.id for c in claims}))}
    taken = [features(pair.a, pair.b, pair.reasons) for pair in pairs]
    return Rows(
        corpus.name,
        len(number),
        np.array([[row[name] for name in FEATURES] for row in taken]),
        np.array(
            [
                sum(
                    BY_HAND.get(reason.signal, 1.0) * reason.weight
                    for reason in pair.reasons
                    if reason.signal not in REASONS
                )
                for pair in pairs
            ]
        ),
        lines,
        frozenset(optional.difference(*lines)),
        np.array([(number[pair.a.id], number[pair.b.id]) for pair in pairs]),
    )


def fit(corpora: Sequence[Rows]) -> np.ndarray:
    """Return base and weights of a logistic regression over the pairs of the corpora."""
    parts = []
    for one in corpora:
        y, share = np.zeros(len(one.x)), np.ones(len(one.x))
        for line in one.lines:
            y[line], share[line] = 1.0, 1.0 / len(line)
        share[sorted(one.optional)] = 0.0
        parts.append((one.x, one.held, y, share))
    x, held, y, share = (np.concatenate(column) for column in zip(*parts, strict=True))
    spread = x.std(axis=0) + 1e-9
    scaled = np.column_stack([np.ones(len(x)), x / spread])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        logit = held + scaled @ w
        wrong = share * (1 / (1 + np.exp(-np.clip(logit, -60, 60))) - y)
        value = share @ (np.logaddexp(0, logit) - y * logit)
        shrunk = np.r_[0.0, w[1:]]
        return value + RIDGE * shrunk @ shrunk / 2, scaled.T @ wrong + RIDGE * shrunk

    w = minimize(loss, np.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B").x
    return np.r_[w[0], w[1:] / spread]


def own_best(one: Rows, scores: np.ndarray, count: int) -> np.ndarray:
    """Return which pairs are among the ``count`` best of either claim."""
    kept = np.zeros(len(scores), bool)
    for claim in range(one.claims):
        mine = np.flatnonzero((one.ends == claim).any(axis=1))
        kept[mine[np.argsort(-scores[mine], kind="stable")[:count]]] = True
    return kept


def found(one: Rows, kept: np.ndarray) -> int:
    """Return how many lines have a pair among those kept."""
    return sum(bool(kept[line].any()) for line in one.lines)


def table(corpora: Sequence[Rows], scores: Mapping[str, np.ndarray], groups: str) -> Table:
    """Return the share of the lines by how many pairs a claim are kept."""
    claims = sum(one.claims for one in corpora)
    standing = np.sort(np.concatenate([scores[one.name] for one in corpora]))[::-1]
    heads = [f"{count} a claim" for count in A_CLAIM]
    out = Table("", *heads, title=groups)
    lines = sum(len(one.lines) for one in corpora)
    bars = [float(standing[min(len(standing), count * claims) - 1]) for count in A_CLAIM]
    out.add_row("bar", *(f"{bar:.2f}" for bar in bars))
    for title, keeps in (
        ("over it", lambda one, at: scores[one.name] >= bars[at]),
        ("own best", lambda one, at: own_best(one, scores[one.name], A_CLAIM[at])),
    ):
        cells = []
        for at in range(len(A_CLAIM)):
            kept = {one.name: keeps(one, at) for one in corpora}
            hit = sum(found(one, kept[one.name]) for one in corpora)
            pairs = sum(int(k.sum()) for k in kept.values()) / claims
            cells.append(f"{hit / lines:.3f} ({pairs:.1f})")
        out.add_row(title, *cells)
    return out


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--cache", type=Path, help="folder for claims and vectors between runs")
    parser.add_argument("--folds", type=int, default=8, help="parts that are left out in turn")
    args = parser.parse_args()
    app = Claimtrack(Settings(**({"cache_dir": args.cache} if args.cache else {})))
    corpora = [
        rows(app, corpus)
        for folder in args.corpora
        if (folder / "expected.jsonl").is_file()
        for corpus in check.corpora(folder, False)
    ]
    scores: dict[str, np.ndarray] = {}
    for part in range(args.folds):
        left_out = corpora[part :: args.folds]
        w = fit([one for one in corpora if one not in left_out])
        scores |= {one.name: one.scores(w) for one in left_out}
    console = Console()
    for group in sorted({str(folder.resolve().parent.name) for folder in args.corpora}):
        names = {f.name for f in args.corpora if f.resolve().parent.name == group}
        chosen = [one for one in corpora if one.name in names]
        if chosen:
            console.print(table(chosen, scores, group))
    console.print(table(corpora, scores, "all"))
    w = fit(corpora)
    for name, weight in zip(("base", *FEATURES), w, strict=True):
        console.print(f"{name:16} {weight:7.2f}")


if __name__ == "__main__":
    main()
