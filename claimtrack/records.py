"""What the store hands out beyond the domain types, and how it is asked. Imports only the model.

The stages that read a store (``review``) and the store itself share these words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from claimtrack.model import Conflict, ConflictType, Document, Holder, Relation, Ruling, Status

FLAGS = (Relation.DISPUTE, Relation.REVERSAL, Relation.SELF_CONTRADICTION)
"""The relations that are flags; an update is kept, and listed only when asked for."""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document with its place among its versions (1 is the first) and its claim count."""

    document: Document
    series: str
    version: int
    current: bool
    ingested_at: dt.datetime
    claims: int


@dataclass(frozen=True, slots=True)
class StoredHolder:
    """A holder after merges: every name it was read under, and how many claims it holds."""

    id: str
    holder: Holder
    aliases: tuple[str, ...]
    claims: int
    documents: int


@dataclass(frozen=True, slots=True)
class StoredConflict:
    """A conflict with what was decided on it; ``ruling`` is None while undecided.

    ``first_run`` and ``last_run`` are the runs that found it first and last.
    """

    conflict: Conflict
    fingerprint: str
    status: Status
    ruling: Ruling | None
    judge: str
    first_run: int | None
    last_run: int | None


@dataclass(frozen=True, slots=True)
class ConflictFilter:
    """What to list; None means any. ``holder`` is an id prefix or a name, ``text`` a substring
    of a statement or quote, ``min_score`` inclusive in [0, 1], ``document`` an id."""

    relations: tuple[Relation, ...] = FLAGS
    types: tuple[ConflictType, ...] = ()
    status: Status | None = Status.OPEN
    rulings: tuple[Ruling, ...] = ()
    undecided: bool = False
    holder: str | None = None
    outlet: str | None = None
    document: str | None = None
    text: str | None = None
    min_score: float | None = None
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command that writes; ``finished`` is None if it was interrupted."""

    id: int
    kind: str
    started: dt.datetime
    finished: dt.datetime | None
    settings: Mapping[str, object]
    counts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the doctor looked at; ``detail`` says how to mend what it could not."""

    name: str
    ok: bool
    detail: str
    mended: bool = False
