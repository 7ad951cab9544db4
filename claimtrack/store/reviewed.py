"""What people and threads add to a store: the half of ``Store`` that a review uses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager

import sqlalchemy as sa

from claimtrack.errors import InputError
from claimtrack.model import Decision, HolderKind, Reason, Ruling
from claimtrack.records import (
    Alias,
    Bearing,
    HolderChange,
    Member,
    Opposed,
    Seat,
    StoredHolder,
    StoredThread,
)
from claimtrack.store import bearing, conflicts, decisions, engine, holders, opposed, threads


class Reviewed:
    """Decisions, threads and holders over an open database; every method is one transaction."""

    engine: sa.Engine
    _clock: Callable[[], dt.datetime]

    def reading(self) -> AbstractContextManager[sa.Connection]:
        """A connection that sees one state of the store."""
        return engine.reading(self.engine)

    def writing(self) -> AbstractContextManager[sa.Connection]:
        """A connection whose work is committed at the end, or not at all."""
        return engine.writing(self.engine)

    # What people decided

    def decide(
        self,
        conflict: str,
        ruling: Ruling,
        *,
        reviewer: str,
        reason: Reason | None = None,
        note: str = "",
        expected: int | None = None,
    ) -> Decision:
        """Record a decision on a conflict (id or prefix) and the pairs that say the same.

        Raises InputError for an unknown conflict, or a dismissal without a reason;
        DecidedMeanwhile where ``expected`` is not the number of the last decision on it.
        """
        with self.writing() as connection:
            return decisions.add(
                connection,
                conflicts.find(connection, conflict),
                ruling,
                reviewer=reviewer,
                now=self._clock(),
                reason=reason,
                note=note,
                expected=expected,
            )

    def undo_decision(self, number: int, *, reviewer: str, expected: int | None = None) -> Decision:
        """Take a decision back by a new line of the record.

        Raises InputError if it can't be, and DecidedMeanwhile as ``decide`` does.
        """
        with self.writing() as connection:
            return decisions.undo(
                connection, number, reviewer=reviewer, now=self._clock(), expected=expected
            )

    def bearing(self, ids: Collection[str]) -> dict[str, Bearing]:
        """Return for each of these conflicts what was decided on it or on its like."""
        with self.reading() as connection:
            return bearing.bearing(connection, ids)

    def decisions_for(self, fingerprint: str) -> list[Decision]:
        """Return the decisions on a conflict's fingerprint, the oldest first."""
        with self.reading() as connection:
            return decisions.listed(connection, fingerprint)

    def decisions(self) -> list[Decision]:
        """Return every decision, the oldest first."""
        with self.reading() as connection:
            return decisions.listed(connection)

    # Threads

    def seats(self, ids: Collection[str]) -> dict[str, Seat]:
        """Return the seats of these claims, and those of the anchors of their threads."""
        with self.reading() as connection:
            return threads.seats(connection, ids)

    def seat(self, new: Sequence[Seat], merges: Sequence[tuple[str, str, bool]] = ()) -> None:
        """Give claims their seats, and make threads one: (from, into, whether sides turn)."""
        with self.writing() as connection:
            threads.seat(connection, new, merges, self._clock())

    def threads(
        self,
        *,
        ids: Sequence[str] | None = None,
        contested: bool = False,
        holder: str | None = None,
        smallest: int = 2,
        limit: int | None = None,
    ) -> list[StoredThread]:
        """Return threads, those with most claims first; with ``ids`` exactly these.

        See ``threads.listed`` for the filters. Raises InputError for an unknown holder.
        """
        with self.reading() as connection:
            if ids is None:
                ids = threads.listed(
                    connection, contested=contested, holder=holder, smallest=smallest, limit=limit
                )
            return threads.by_ids(connection, ids)

    def thread(self, prefix: str) -> StoredThread:
        """Return the thread whose id starts so, or the one it went into.

        Raises InputError for none or several.
        """
        with self.reading() as connection:
            key = threads.find(connection, prefix)
            found = threads.by_ids(connection, [key])
        if not found:
            raise InputError(f"thread {key} has no claim in current text any more")
        return found[0]

    def holder_timeline(self, name: str) -> list[tuple[str | None, Member]]:
        """Return a holder's claims, the oldest first, with the ids of their threads.

        Raises InputError for no such holder, or several.
        """
        with self.reading() as connection:
            return threads.of_holder(connection, name)

    # Holders

    def holders(
        self,
        *,
        text: str | None = None,
        kind: HolderKind | None = None,
        ids: Collection[str] | None = None,
    ) -> list[StoredHolder]:
        """Return holders of current claims, those with most claims first; ``ids`` are few."""
        with self.reading() as connection:
            return holders.listed(connection, text=text, kind=kind, ids=ids)

    def holders_like(
        self, holder: str, words: str, *, whole: bool, most: int
    ) -> list[StoredHolder]:
        """Return other holders than ``holder`` (id) with these words in a name.

        With ``whole`` each is a word of the name, without it a part of one.
        """
        with self.reading() as connection:
            ids = holders.alike(connection, holder, words, whole=whole)
            return holders.listed(connection, ids=ids[:most])

    def opposed(self) -> list[Opposed]:
        """Return who disputes whom, those with most undecided disputes first."""
        with self.reading() as connection:
            return opposed.listed(connection)

    def holders_called(self, ids: Collection[str]) -> dict[str, str]:
        """Return the names of the holders with these ids; unknown ids are left out."""
        with self.reading() as connection:
            return holders.called(connection, ids)

    def holder_names(self, name: str) -> tuple[str, list[Alias], list[HolderChange]]:
        """Return a holder's id, the names that are it, and the changes that can be undone.

        ``name`` is a name, alias or id prefix. Raises InputError for none or several.
        """
        with self.reading() as connection:
            key = holders.find(connection, name)
            return key, holders.named(connection, key), holders.history(connection, key)

    def merge_holders(self, into: str, others: Sequence[str], *, reviewer: str) -> int:
        """Make ``others`` one with ``into`` (names or ids); return the change's number."""
        with self.writing() as connection:
            keys = [holders.find(connection, other) for other in others]
            target = holders.find(connection, into)
            return holders.merge(connection, target, keys, reviewer, self._clock())

    def split_holder(self, alias: str, *, reviewer: str) -> int:
        """Give a merged name a holder of its own again; return the change's number."""
        with self.writing() as connection:
            return holders.split(connection, alias, reviewer, self._clock())

    def undo_holder_change(self, number: int, *, reviewer: str) -> int:
        """Take a merge or split back; return the new change's number."""
        with self.writing() as connection:
            return holders.undo(connection, number, reviewer, self._clock())
