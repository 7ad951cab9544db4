"""The baseline: conflicts that somebody accepted, with the reason, kept in a file beside the texts.

An entry is found again by the design's Identity: outlet and address of both articles with their
quotes, never offsets, statements, scores or models. Where a better extractor cuts a quote
otherwise, half of its words suffice.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimtrack.errors import ConfigError
from claimtrack.model import (
    Claim,
    Conflict,
    ConflictType,
    Document,
    Relation,
    conflict_fingerprint,
    normalise,
)
from claimtrack.text.overlap import same_passage

SCHEMA = "claimtrack.baseline/1"
FILE_NAME = "claimtrack-baseline.json"


@dataclass(frozen=True, slots=True)
class Side:
    """One passage: the identity of its article, who says it there, and the words."""

    article: str
    holder: str
    quote: str

    @property
    def place(self) -> str:
        """The address or path of the article."""
        return self.article.partition("|")[2]


@dataclass(frozen=True, slots=True)
class Entry:
    """One accepted conflict. ``relation`` and ``type`` are for readers; nothing is sought by them.

    ``author`` may be unknown, the reason and the day may not.
    """

    fingerprint: str
    relation: Relation
    type: ConflictType
    a: Side
    b: Side
    reason: str
    author: str | None
    date: dt.date


def make_entry(
    conflict: Conflict,
    documents: Mapping[str, Document],
    *,
    reason: str,
    author: str | None,
    date: dt.date,
) -> Entry:
    """Return the entry that accepts ``conflict``; ``documents`` are by id."""
    sides = [
        Side(documents[claim.document].identity, claim.holder.name, claim.quote)
        for claim in (conflict.a, conflict.b)
    ]
    first, second = sorted(sides, key=lambda side: (side.article, normalise(side.quote)))
    in_a, in_b = documents[conflict.a.document], documents[conflict.b.document]
    return Entry(
        fingerprint=conflict_fingerprint(conflict.a, in_a, conflict.b, in_b),
        relation=conflict.relation,
        type=conflict.type,
        a=first,
        b=second,
        reason=reason,
        author=author,
        date=date,
    )


def accepts(entry: Entry, a: Claim, b: Claim, documents: Mapping[str, Document]) -> bool:
    """Whether ``entry`` is about these two claims, in either order."""
    in_a, in_b = documents[a.document], documents[b.document]
    if entry.fingerprint == conflict_fingerprint(a, in_a, b, in_b):
        return True
    return any(
        _is_at(first, a, in_a) and _is_at(second, b, in_b)
        for first, second in ((entry.a, entry.b), (entry.b, entry.a))
    )


def _is_at(side: Side, claim: Claim, document: Document) -> bool:
    return side.article == document.identity and same_passage(
        document.text, claim.start, claim.quote, side.quote
    )


def shown(path: Path) -> str:
    """Return a baseline's path for a reader: from the working folder, with ``/``."""
    return Path(os.path.relpath(path)).as_posix()


def read(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a baseline file. Raises ConfigError, one line, where it is none."""
    name = shown(path)
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(
            f"baseline {name} can't be read: {error.strerror}; claimtrack baseline write makes one"
        ) from error
    except ValueError as error:
        raise ConfigError(f"baseline {name} is no JSON ({error}); write it anew") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise ConfigError(f"baseline {name} has not the schema {SCHEMA}; write it anew")
    entries = data.get("entries")
    if not isinstance(entries, list):
        raise ConfigError(f"baseline {name} has no list of entries; write it anew")
    found = []
    for number, item in enumerate(entries, start=1):
        try:
            found.append(_entry(item))
        except (KeyError, TypeError, ValueError) as error:
            what = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            raise ConfigError(f"baseline {name}: entry {number} can't be read: {what}") from error
    return tuple(found)


def _entry(item: Mapping[str, Any]) -> Entry:
    reason = str(item["reason"]).strip()
    if not reason:
        raise ValueError("an entry needs a reason")
    return Entry(
        fingerprint=str(item["fingerprint"]),
        relation=Relation(item["relation"]),
        type=ConflictType(item["type"]),
        a=_side(item["a"]),
        b=_side(item["b"]),
        reason=reason,
        author=None if item.get("author") is None else str(item["author"]),
        date=dt.date.fromisoformat(item["date"]),
    )


def _side(item: Mapping[str, Any]) -> Side:
    return Side(str(item["article"]), str(item["holder"]), str(item["quote"]))


def as_record(entry: Entry) -> dict[str, Any]:
    """Return an entry as it stands in the file."""

    def side(one: Side) -> dict[str, str]:
        return {"article": one.article, "holder": one.holder, "quote": one.quote}

    return {
        "fingerprint": entry.fingerprint,
        "relation": entry.relation.value,
        "type": entry.type.value,
        "reason": entry.reason,
        "author": entry.author,
        "date": entry.date.isoformat(),
        "a": side(entry.a),
        "b": side(entry.b),
    }


def write(path: Path, entries: Iterable[Entry]) -> None:
    """Write the entries, in an order of their own, so that a change of one is a small diff.

    Raises ConfigError where the file can't be written.
    """
    rows = [as_record(entry) for entry in sorted(entries, key=lambda entry: entry.fingerprint)]
    text = json.dumps({"schema": SCHEMA, "entries": rows}, ensure_ascii=False, indent=2) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ConfigError(f"can't write the baseline {shown(path)}: {error.strerror}") from error
