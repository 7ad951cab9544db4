"""The floors of ``check``: what a corpus must reach, from flags or from a file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimtrack.errors import ConfigError
from claimtrack.report.check import TOTAL, total
from claimtrack.results import CheckReport, CorpusResult


@dataclass(frozen=True, slots=True)
class Floor:
    """The least precision and recall of a corpus; ``hash`` is that of the corpus it is for."""

    precision: float | None = None
    recall: float | None = None
    hash: str | None = None


def read_floors(path: Path) -> dict[str, Floor]:
    """Read a table for each corpus, ``[kerch-bridge]`` with ``precision``, ``recall``, ``hash``.

    ``[total]`` is for all corpora together. Raises ConfigError, one line, for what can't be used.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"floors {path.as_posix()} can't be read: {error}") from error
    return {name: _floor(path, name, table) for name, table in data.items()}


def _floor(path: Path, name: str, table: object) -> Floor:
    where = f"floors {path.as_posix()}: {name}"
    if not isinstance(table, dict):
        raise ConfigError(f"{where} must be a table with precision, recall, hash")
    for key, value in table.items():
        if key in ("precision", "recall"):
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
                raise ConfigError(f"{where}: {key} must be a number from 0 to 1")
        elif key != "hash" or not isinstance(value, str):
            raise ConfigError(f"{where}: {key!r} is none of precision, recall, hash (text)")
    return Floor(**table)


def under(report: CheckReport, floors: dict[str, Floor], everywhere: Floor) -> list[str]:
    """Return a line for each floor that was not reached.

    ``everywhere`` holds for each corpus. Raises ConfigError where a floor's corpus is not in
    the report, or is not the one that the floor was set on.
    """
    corpora = {corpus.name: corpus for corpus in report.corpora}
    lines = [line for corpus in report.corpora for line in _lower(corpus, everywhere)]
    for name, floor in floors.items():
        corpus = corpora.get(name) or (total(report) if name == TOTAL else None)
        if corpus is None:
            raise ConfigError(f"floors name {name!r}; the corpora are {', '.join(corpora)}")
        if floor.hash is not None and floor.hash != corpus.hash:
            raise ConfigError(
                f"corpus {name} changed since its floors were set "
                f"({floor.hash} then, {corpus.hash} now): set them anew"
            )
        lines += _lower(corpus, floor)
    return lines


def _lower(corpus: CorpusResult, floor: Floor) -> Iterator[str]:
    for name, value, least in (
        ("precision", corpus.precision, floor.precision),
        ("recall", corpus.recall, floor.recall),
    ):
        if least is not None and value < least:
            yield f"{corpus.name}: {name} {value:.4f} is under {least:.4f}"
