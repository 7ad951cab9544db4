"""The floors of ``check``: what a corpus must reach, from flags or from a file."""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
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


MODELS = "models"


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors by corpus, and the fingerprints of the models that they were set with."""

    corpora: Mapping[str, Floor] = field(default_factory=dict)
    models: Mapping[str, str] = field(default_factory=dict)


def read_floors(path: Path) -> Floors:
    """Read a table for each corpus, ``[kerch-bridge]`` with ``precision``, ``recall``, ``hash``.

    ``[total]`` is for all corpora together; ``[models]`` holds the hash of each model. Raises
    ConfigError, one line, for what can't be used.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"floors {path.as_posix()} can't be read: {error}") from error
    models = data.pop(MODELS, {})
    if not isinstance(models, dict) or not all(isinstance(v, str) for v in models.values()):
        raise ConfigError(f"floors {path.as_posix()}: {MODELS} must be a table of hashes")
    return Floors({name: _floor(path, name, table) for name, table in data.items()}, models)


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


def under(report: CheckReport, floors: Floors, everywhere: Floor) -> list[str]:
    """Return a line for each floor that was not reached.

    ``everywhere`` holds for each corpus. Raises ConfigError where a floor's corpus is not in
    the report, or is not the one that the floor was set on, or the models are others.
    """
    for name, then in floors.models.items():
        now = report.models.get(name)
        if now != then:
            raise ConfigError(
                f"the floors were set with another {name} ({then} then, {now} now): look at what "
                "changed and set them anew with --update-floors"
            )
    corpora = {corpus.name: corpus for corpus in report.corpora}
    lines = [line for corpus in report.corpora for line in _lower(corpus, everywhere)]
    for name, floor in floors.corpora.items():
        corpus = corpora.get(name) or (total(report) if name == TOTAL else None)
        if corpus is None:
            raise ConfigError(f"floors name {name!r}; the corpora are {', '.join(corpora)}")
        if floor.hash is not None and floor.hash != corpus.hash:
            raise ConfigError(
                f"corpus {name} changed since its floors were set "
                f"({floor.hash} then, {corpus.hash} now): set them anew with --update-floors"
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


def update_floors(path: Path, report: CheckReport, *, lower: bool, margin: float = 0.0) -> None:
    """Write what the corpora reach now as their floors, with the hashes of corpora and models.

    The floors are set ``margin`` below what is reached, since figures differ a little between
    kinds of processor; a floor that stands higher, and is reached, is kept without ``lower``.
    Raises ConfigError where a floor that stands is not reached and ``lower`` is not given, and
    where the file can't be written; nothing is written then.
    """
    old = read_floors(path) if path.is_file() else Floors()
    reached = {corpus.name: corpus for corpus in report.corpora} | {TOTAL: total(report)}
    fallen = [
        line
        for name, floor in old.corpora.items()
        if name in reached
        for line in _lower(reached[name], floor)
    ]
    if fallen and not lower:
        raise ConfigError(
            f"this would lower floors, which takes --lower-floors: {'; '.join(fallen)}"
        )
    lines = [f"[{MODELS}]", *(f"{name} = {_text(key)}" for name, key in report.models.items())]
    for name, corpus in reached.items():
        lines += ["", f"[{_text(name)}]"]
        stands = Floor() if lower else old.corpora.get(name, Floor())
        for key, value, least in (
            ("precision", corpus.precision, stands.precision),
            ("recall", corpus.recall, stands.recall),
        ):
            lines.append(f"{key} = {max(_down(value - margin), least or 0.0)}")
        lines += [f"hash = {_text(corpus.hash)}"] if corpus.hash else []
    try:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise ConfigError(f"can't write {path.as_posix()}: {error.strerror}") from error


def _down(value: float) -> float:
    """Four places, rounded down: a floor is never above what was reached."""
    # Lest 0.75 - 0.03, which is 0.71999..., become 0.7199.
    return math.floor(round(value * 10_000, 6)) / 10_000


def _text(value: str) -> str:
    # A JSON string without control characters is a TOML basic string.
    return json.dumps(value, ensure_ascii=False)
