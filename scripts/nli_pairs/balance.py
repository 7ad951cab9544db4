"""Sample a pool of pairs so that labels are balanced and cheap cues do not give them away.

Adversarial filtering in small (after Le Bras et al. 2020, AFLite): a bag-of-words model that sees
the hypothesis alone and a model that sees surface cues are cross-fitted on the pool; rows whose
label they guess with ease are kept more rarely."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from .grammar import Pair

LABELS = ("contradiction", "entailment", "neutral")
SHARE = {"contradiction": 0.4, "neutral": 0.4, "entailment": 0.2}
NEGATION = re.compile(
    r"\b(not|no|never|none|nobody|nothing|without|neither|cannot|refused|denied|rejected|false"
    r"|untrue|failed|un\w+ed)\b|n't"
)
NUMBER = re.compile(r"\d|\b(two|three|four|five|six|seven|eight|nine|ten)\b")

# Kinds that the first teacher got wrong most often and the layers make too few of.
PREFER = {
    "other-period": 4.0,
    "later-state": 2.5,
    "opinion-v-opinion": 1.5,
    "rejected-v-proposed": 2.5,
    "plan-v-fact": 3.0,
    "future-v-fact": 3.0,
    "condition-v-fact": 3.0,
    "forecast-v-fact": 3.0,
    "possible-future-v-fact": 3.0,
    "decision-v-fact": 2.5,
    "maybe-v-fact": 3.0,
    "try-v-fact": 2.0,
    "expected-v-actual": 4.0,
    "denial-of-something-else": 2.0,
    "double-negation": 1.5,
    "interval": 1.5,
    "same-count": 2.0,
    "update": 1.3,
    "place": 2.0,
    "cause": 2.0,
    "weapon": 2.0,
    "time": 2.0,
    "score": 2.0,
}


def overlap_cues(p: Pair) -> list[float]:
    """Word overlap and lengths: the overlap-only baseline's features."""
    a, b = (set(re.findall(r"\w+", s.lower())) for s in (p.premise, p.hypothesis))
    la, lb = len(p.premise.split()), len(p.hypothesis.split())
    same = len(a & b)
    return [
        same / len(a | b),
        same / len(a),
        same / len(b),
        (same / len(a | b)) ** 2,
        la / 20,
        lb / 20,
        (la - lb) / 10,
        abs(la - lb) / 10,
    ]


def surface_cues(p: Pair) -> list[float]:
    """Overlap, and negation and numbers by side."""
    na, nb = len(NEGATION.findall(p.premise.lower())), len(NEGATION.findall(p.hypothesis.lower()))
    xa, xb = (set(re.findall(r"[\d,.]*\d", s)) for s in (p.premise, p.hypothesis))
    numbers = float(bool(NUMBER.search(p.premise)) and bool(NUMBER.search(p.hypothesis)))
    return [
        *overlap_cues(p),
        float(na > 0),
        float(nb > 0),
        float((na > 0) != (nb > 0)),
        float(na > 0 and nb > 0),
        numbers,
        float(bool(xa) and bool(xb) and xa != xb),
        float(bool(xa) and xa == xb),
    ]


def guesses(pairs: Sequence[Pair], features: str, seed: int, folds: int = 3) -> list[float]:
    """Cross-fitted probability of each pair's own label, from cheap `features`
    (`hypothesis`, `premise` or `surface`)."""
    import numpy as np
    from sklearn.linear_model import SGDClassifier  # type: ignore[import-untyped]
    from sklearn.model_selection import GroupKFold  # type: ignore[import-untyped]
    from sklearn.preprocessing import StandardScaler  # type: ignore[import-untyped]

    y = np.array([LABELS.index(p.label) for p in pairs])
    x: Any
    if features == "surface":
        x = StandardScaler().fit_transform(np.array([surface_cues(p) for p in pairs]))
    else:
        x = words([getattr(p, features) for p in pairs])
    out = np.zeros(len(pairs))
    # Folds by topic: what gives a label away must be a habit of the generator, not of a subject.
    groups = [p.topic for p in pairs]
    folds = min(folds, len(set(groups)))
    if folds < 2:
        groups = [str(i % 3) for i in range(len(pairs))]
        folds = 3
    for train, test in GroupKFold(folds).split(np.zeros(len(y)), y, groups):
        # Stochastic: 130,000 rows take seconds where L-BFGS took ten minutes on a busy machine.
        model = SGDClassifier(loss="log_loss", alpha=1e-5, max_iter=6, tol=None, random_state=seed)
        model.fit(x[train], y[train])
        out[test] = model.predict_proba(x[test])[np.arange(len(test)), y[test]]
    return [float(v) for v in out]


def words(texts: Sequence[str]) -> Any:
    """Hashed words and word pairs, 2^15 columns."""
    from sklearn.feature_extraction.text import HashingVectorizer  # type: ignore[import-untyped]

    vec = HashingVectorizer(n_features=2**15, ngram_range=(1, 2), alternate_sign=False, norm="l2")
    return vec.transform(texts)


def swap_free(pairs: list[Pair], rng: random.Random) -> list[Pair]:
    """Turn half of the pairs that may be turned."""
    return [
        Pair(p.hypothesis, p.premise, p.label, p.kind, p.topic, True)
        if p.free and rng.random() < 0.5
        else p
        for p in pairs
    ]


def unique(pairs: list[Pair]) -> list[Pair]:
    """Drop repeats, pairs of equal sentences, and pairs that got two labels (all of them)."""
    labels: dict[tuple[str, str], set[str]] = defaultdict(set)
    for p in pairs:
        labels[p.premise, p.hypothesis].add(p.label)
    seen: set[tuple[str, str]] = set()
    out = []
    for p in pairs:
        key = (p.premise, p.hypothesis)
        if p.premise == p.hypothesis or key in seen or len(labels[key]) > 1:
            continue
        seen.add(key)
        out.append(p)
    return out


def sample(pairs: list[Pair], rows: int, seed: int, kind_cap: float = 0.06) -> list[Pair]:
    """`rows` pairs with the label shares of SHARE, no kind over `kind_cap` of them, preferring
    those whose label the cheap models guess wrong."""
    rng = random.Random(seed)
    views = [guesses(pairs, v, seed) for v in ("hypothesis", "premise", "surface")]
    cheap = [(max(row) + sum(row) / len(row)) / 2 for row in zip(*views, strict=True)]
    # Efraimidis-Spirakis weighted sampling: the key u^(1/w) with w falling in the guess.
    keyed = []
    for i, c in enumerate(cheap):
        weight = max(0.01, (1.0 - c) ** 2.5) * PREFER.get(pairs[i].kind, 1.0)
        keyed.append((rng.random() ** (1.0 / weight), i))
    keyed.sort(reverse=True)
    left = {k: round(rows * v) for k, v in SHARE.items()}
    kinds: dict[tuple[str, str], int] = defaultdict(int)
    picked = []
    for _, i in keyed:
        p = pairs[i]
        if left[p.label] <= 0 or kinds[p.label, p.kind] >= rows * kind_cap:
            continue
        left[p.label] -= 1
        kinds[p.label, p.kind] += 1
        picked.append(p)
    rng.shuffle(picked)
    return picked
