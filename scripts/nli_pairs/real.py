"""Real neutral pairs out of reports on look-alike events (ECB+; one report a line, one sentence a
line in its text, `event` such as "7" or "7plus").

Only topics whose number leaves 1 when divided by 4 are taken (1, 5, 9, 13, 21, ...); the others
(3, 7, 11, 19, ...) stay unseen and remain a test. Two kinds:

- `look-alike-event`: similar sentences of two look-alike events of one topic (two earthquakes, two
  trials). Such reports hardly ever speak of one thing, so hardly ever contradict each other.
- `same-report`: similar sentences of one report. One voice rarely contradicts itself; near-repeats
  are left out, because they would be entailed.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import defaultdict
from pathlib import Path

from .grammar import Pair

TRAIN_REST = 1  # topic number modulo 4
MIN_WORDS, MAX_WORDS = 6, 40
# TF-IDF cosine: below LOW sentences share a stop word or a name at most, which teaches nothing;
# above the upper bound they are near-repeats (headline and lead, quoted background).
LOW, HIGH_OTHER, HIGH_SAME = 0.12, 0.8, 0.45
PER_SENTENCE = 4


def topic_number(event: str) -> int:
    """ "7plus" -> 7. Raises ValueError where no number leads."""
    m = re.match(r"\d+", event)
    if m is None:
        raise ValueError(f"event {event!r} has no topic number")
    return int(m.group())


def for_training(event: str) -> bool:
    """Whether reports on `event` may be trained on."""
    return topic_number(event) % 4 == TRAIN_REST


def real_neutral(path: Path, seed: int, rows: int = 6000) -> list[Pair]:
    """Up to `rows` neutral pairs, two thirds of them of look-alike events if there are enough."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-untyped]

    rng = random.Random(seed)
    topics: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    seen: dict[int, set[str]] = defaultdict(set)
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            report = json.loads(line)
            event = str(report["event"])
            if not for_training(event):
                continue
            for raw in str(report["text"]).split("\n"):
                s = " ".join(raw.split())
                plain = re.sub(r"\W+", " ", s.lower()).strip()
                number = topic_number(event)
                if MIN_WORDS <= len(s.split()) <= MAX_WORDS and plain not in seen[number]:
                    seen[number].add(plain)
                    topics[number].append((event, str(report["id"]), s))
    other: list[Pair] = []
    same: list[Pair] = []
    for number, sentences in sorted(topics.items()):
        texts = [s for _, _, s in sentences]
        if len(texts) < 3:
            continue
        tfidf = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
        cosine = (tfidf @ tfidf.T).toarray()
        found: list[tuple[float, int, int]] = []
        for i in range(len(texts)):
            for j in range(i + 1, len(texts)):
                one_report = sentences[i][1] == sentences[j][1]
                if not one_report and sentences[i][0] == sentences[j][0]:
                    continue  # two reports on one event may well entail or contradict each other
                if LOW <= cosine[i, j] <= (HIGH_SAME if one_report else HIGH_OTHER):
                    found.append((float(cosine[i, j]), i, j))
        found.sort(key=lambda x: (-x[0], x[1], x[2]))
        used: dict[tuple[int, bool], int] = defaultdict(int)
        for _, i, j in found:
            one_report = sentences[i][1] == sentences[j][1]
            if max(used[i, one_report], used[j, one_report]) >= PER_SENTENCE:
                continue
            used[i, one_report] += 1
            used[j, one_report] += 1
            a, b = (texts[i], texts[j]) if rng.random() < 0.5 else (texts[j], texts[i])
            kind = "same-report" if one_report else "look-alike-event"
            pair = Pair(a, b, "neutral", kind, f"ecb+ {number}", True)
            (same if one_report else other).append(pair)
    rng.shuffle(other)
    rng.shuffle(same)
    wanted = rows * 2 // 3
    other = other[: max(wanted, rows - len(same))]
    out = other + same[: rows - len(other)]
    rng.shuffle(out)
    return out
