"""Sentence pairs for training: reading, splitting by topic, mixing, batching by length.

Nothing is drawn at random while a run goes on: chunk ``n`` of a mix is a pure function of the
seed and of ``n``, so that a run that is stopped and resumed sees the pairs it would have seen.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LABELS = {
    "contradiction": 0,
    "entailment": 1,
    "neutral": 2,
    "not_entailment": 3,
    "not_contradiction": 4,
}
"""Class ids; 3 is two-way: neutral or contradiction; 4 is neutral or entailment."""

STORIES_KEPT = 10
"""Per cent of the stories that are never trained on: the judge's calibration is fitted there."""

LONGEST_CHARACTERS = 420
"""Longer pairs are left out: they cost several short ones each (about 4.5 characters a token)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled pair; ``topic`` keeps training and development topics apart."""

    premise: str
    hypothesis: str
    label: int
    kind: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Rows with the share of the mix that they are to have (any positive unit).

    ``guided`` rows are also held to the teacher; contrast pairs, which it gets wrong, are not.
    """

    name: str
    rows: tuple[Row, ...]
    share: float
    guided: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """What a pair's output is held to: its gold label and, if ``guided``, the teacher's output."""

    label: int
    guided: bool


def read_rows(path: Path, longest: int = LONGEST_CHARACTERS) -> list[Row]:
    """Rows of a ``.jsonl`` or ``.jsonl.gz`` file whose text is at most ``longest`` characters."""
    opener: Any = gzip.open if path.suffix == ".gz" else open
    rows: list[Row] = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if not line.strip():
                continue
            data = json.loads(line)
            if len(data["premise"]) + len(data["hypothesis"]) > longest:
                continue
            rows.append(
                Row(
                    data["premise"],
                    data["hypothesis"],
                    LABELS[data["label"]],
                    str(data.get("kind", "")),
                    str(data.get("topic", "")),
                )
            )
    return rows


def is_dev(row: Row, percent: int = 4) -> bool:
    """Whether a row is kept for development: by its topic if it has one, else by its text."""
    key = row.topic or f"{row.premise}\0{row.hypothesis}"
    return int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) % 100 < percent


def split(rows: list[Row], percent: int = 4) -> tuple[list[Row], list[Row]]:
    """(training rows, development rows); a topic is wholly on one side."""
    train = [row for row in rows if not is_dev(row, percent)]
    return train, [row for row in rows if is_dev(row, percent)]


class Mix:
    """An endless, deterministic stream of batches from weighted sources.

    A source that is used up is shuffled anew. Batches hold pairs of like length.
    """

    def __init__(
        self,
        sources: list[Source],
        tokenizer: Any,
        *,
        batch: int,
        seed: int,
        swap: float = 0.3,
        max_tokens: int = 112,
        chunk_batches: int = 40,
    ) -> None:
        self._sources = [source for source in sources if source.rows and source.share > 0]
        total = sum(source.share for source in self._sources)
        self._shares = [source.share / total for source in self._sources]
        self._tokenizer = tokenizer
        self._batch = batch
        self._seed = seed
        self._swap = swap
        self._max_tokens = max_tokens
        self._chunk_batches = chunk_batches
        self._orders: dict[tuple[int, int], list[int]] = {}

    def _row(self, source: int, position: int) -> Row:
        rows = self._sources[source].rows
        epoch, offset = divmod(position, len(rows))
        key = (source, epoch)
        if key not in self._orders:
            order = list(range(len(rows)))
            random.Random(f"{self._seed}/{self._sources[source].name}/{epoch}").shuffle(order)
            self._orders[key] = order
        return rows[self._orders[key][offset]]

    def chunk(self, number: int) -> list[tuple[dict[str, Any], list[Target]]]:
        """Batches of chunk ``number``: (token ids and mask as int64 tensors [B, T], labels)."""
        size = self._batch * self._chunk_batches
        rng = random.Random(f"{self._seed}/{number}")
        rows: list[Row] = []
        targets: list[Target] = []
        for index, share in enumerate(self._shares):
            first, last = int(share * size * number), int(share * size * (number + 1))
            some = [self._row(index, position) for position in range(first, last)]
            rows += some
            targets += [Target(row.label, self._sources[index].guided) for row in some]
        pairs = [
            (row.hypothesis, row.premise)
            # A contradiction holds in either direction, an entailment does not.
            if row.label == 0 and rng.random() < self._swap
            else (row.premise, row.hypothesis)
            for row in rows
        ]
        encoded = self._tokenizer(
            [a for a, _ in pairs],
            [b for _, b in pairs],
            truncation="longest_first",
            max_length=self._max_tokens,
        )["input_ids"]
        order = sorted(range(len(rows)), key=lambda i: (len(encoded[i]), rng.random()))
        batches = []
        for start in range(0, len(order), self._batch):
            part = order[start : start + self._batch]
            inputs = self._tokenizer.pad(
                {"input_ids": [encoded[i] for i in part]}, return_tensors="pt"
            )
            batches.append((dict(inputs), [targets[i] for i in part]))
        rng.shuffle(batches)
        return batches

    def batches(self, start: int = 0) -> Iterator[tuple[int, dict[str, Any], list[Target]]]:
        """(step, inputs, labels) from step ``start`` on, for ever."""
        step = start
        per_chunk: int | None = None
        number = 0
        seen = 0
        while True:
            batches = self.chunk(number)
            per_chunk = len(batches)
            for inputs, labels in batches:
                if seen >= start:
                    yield step, inputs, labels
                    step += 1
                seen += 1
            number += 1
            # Rounding of the shares may make a chunk one batch shorter, so chunks are counted
            # as they come and never assumed to be equal.
            assert per_chunk > 0
