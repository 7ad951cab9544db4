"""What cheap baselines make of the pairs: they should stay near chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from .balance import LABELS, overlap_cues, surface_cues, words
from .grammar import Pair

# Enough for the baselines to level off (20,000 rows gave the same figures within a point).
TRAIN_ROWS = 12000


def audit(pairs: Sequence[Pair]) -> dict[str, Any]:
    """Accuracy, on every fourth topic, of logistic models that see one side or overlap only, beside
    chance (the share of the most frequent label), three-way and for contradiction or not."""
    import numpy as np
    from sklearn.linear_model import SGDClassifier  # type: ignore[import-untyped]
    from sklearn.preprocessing import StandardScaler  # type: ignore[import-untyped]

    topics = sorted({p.topic for p in pairs})
    kept = set(topics[::4])
    train = [p for p in pairs if p.topic not in kept][:TRAIN_ROWS]
    test = [p for p in pairs if p.topic in kept]
    out: dict[str, Any] = {"rows": len(pairs), "labels": dict(Counter(p.label for p in pairs))}
    views: dict[str, Any] = {}
    for side in ("hypothesis", "premise"):
        views[side] = tuple(words([getattr(p, side) for p in part]) for part in (train, test))
    for name, cues in (("overlap", overlap_cues), ("surface", surface_cues)):
        scale = StandardScaler().fit(np.array([cues(p) for p in train]))
        views[name] = tuple(
            scale.transform(np.array([cues(p) for p in part])) for part in (train, test)
        )
    for task in ("three-way", "conflict-or-not"):
        ys = []
        for part in (train, test):
            if task == "three-way":
                ys.append(np.array([LABELS.index(p.label) for p in part]))
            else:
                ys.append(np.array([int(p.label == "contradiction") for p in part]))
        chance = max(Counter(ys[1].tolist()).values()) / len(ys[1])
        figures = {"chance": round(chance, 3)}
        for name, (a, b) in views.items():
            model = SGDClassifier(
                loss="log_loss", alpha=1e-5, max_iter=15, tol=None, average=True, random_state=0
            ).fit(a, ys[0])
            figures[name] = round(float((model.predict(b) == ys[1]).mean()), 3)
        out[task] = figures
    return out
