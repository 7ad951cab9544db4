"""Which decisions bear on a conflict, though the machine reads its text otherwise by now.

Within the caller's transaction; the number of queries does not grow with the conflicts asked
for (but for their chunks).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import sqlalchemy as sa

from claimtrack.model import (
    Claim,
    Decision,
    Document,
    Reason,
    Ruling,
    conflict_fingerprint,
    digest,
    normalise,
)
from claimtrack.records import Bearing
from claimtrack.store import claims, rows, schema

table, copies = schema.decisions, schema.decision_copies

SAME_SENTENCE = 0.5
"""Share of words (of the shorter quote) from which a sentence is a changed wording of another."""


class Home(NamedTuple):
    """A claim's document, its text left out, and its place (see ``rows.place_of``)."""

    document: Document
    place: str


class Quoted(NamedTuple):
    """One pair that was decided on: the places and the normalised quotes of its sides."""

    fingerprint: str
    places: tuple[str, str]
    quotes: tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Record:
    """A decision with every pair it was made for, that of the conflict first."""

    decision: Decision
    pairs: list[Quoted] = field(default_factory=list)


Side = tuple[Claim, Home]


def decision_from(row: sa.Row[Any]) -> Decision:
    """Read a decision from a row of ``decisions``."""
    return Decision(
        id=row.id,
        fingerprint=row.fingerprint,
        conflict=row.conflict,
        ruling=Ruling(row.verdict) if row.verdict else None,
        reason=Reason(row.reason) if row.reason else None,
        note=row.note,
        reviewer=row.reviewer,
        at=row.at,
        undo_of=row.undo_of,
    )


def place_key(places: Iterable[str]) -> str:
    """Return the key of two documents' places, in either order."""
    return digest("place", *sorted(places))


def homes(connection: sa.Connection, claim_ids: Collection[str]) -> dict[str, Home]:
    """Return where each claim stands; unknown claims are left out."""
    found: dict[str, Home] = {}
    document, claim = schema.documents.c, schema.claims.c
    for part in rows.chunks(sorted(set(claim_ids))):
        query = (
            sa.select(claim.id, document.outlet, document.url, document.path, document.identity)
            .join(schema.documents, document.id == claim.document)
            .where(claim.id.in_(part))
        )
        for row in connection.execute(query):
            bare = Document(text="", outlet=row.outlet, url=row.url, path=row.path)
            found[row.id] = Home(bare, row.identity)
    return found


def bearing(connection: sa.Connection, conflicts: Collection[str]) -> dict[str, Bearing]:
    """Return for each conflict what was decided on it or on its like; unknown ids are left out.

    The decision that stands is the newest on the same two quotes; else on quotes that overlap
    by half, in the text as it is; else on a pair that said the same.
    """
    found: list[Any] = []
    column = schema.conflicts.c
    for part in rows.chunks(sorted(set(conflicts))):
        query = sa.select(column.id, column.fingerprint, column.a, column.b, column.copies)
        found.extend(connection.execute(query.where(column.id.in_(part))).all())
    if connection.execute(sa.select(table.c.id).limit(1)).first() is None:
        return {row.id: Bearing() for row in found}
    wanted = {key for row in found for pair in [(row.a, row.b), *row.copies] for key in pair}
    where = homes(connection, wanted)
    sides = {
        claim.id: (claim, where[claim.id])
        for claim in claims.listed(connection, ids=wanted)
        if claim.id in where
    }
    pairs = {row.id: _pairs(row, sides) for row in found}
    records = _records(
        connection,
        {place_key(home.place for _, home in pair) for mine in pairs.values() for pair in mine},
        {row.fingerprint for row in found},
    )
    undone = {record.decision.undo_of for record in records} - {None}
    words = Words(
        connection, {pair[0].document for mine in pairs.values() for pair in sum(mine, ())}
    )
    return {
        row.id: _weighed(row.fingerprint, pairs[row.id], records, undone, words) for row in found
    }


def _pairs(row: sa.Row[Any], sides: Mapping[str, Side]) -> list[tuple[Side, Side]]:
    """The conflict's pair and then its copies, as far as their claims are there.

    A claim can be missing where its document was deleted.
    """
    named = [(row.a, row.b), *row.copies]
    return [(sides[a], sides[b]) for a, b in named if a in sides and b in sides]


def _records(
    connection: sa.Connection, places: Collection[str], fingerprints: Collection[str]
) -> list[Record]:
    """The decisions at these places, undos included, the oldest first, with all their pairs."""
    ids: set[int] = set()
    for column, key, wanted in (
        (table.c.place, table.c.id, places),
        (table.c.fingerprint, table.c.id, fingerprints),
        (copies.c.place, copies.c.decision, places),
    ):
        for part in rows.chunks(sorted(wanted)):
            ids.update(connection.execute(sa.select(key).where(column.in_(part))).scalars())
    for some in rows.chunks(sorted(ids)):
        undos = sa.select(table.c.id).where(table.c.undo_of.in_(some))
        ids.update(connection.execute(undos).scalars())
    records: dict[int, Record] = {}
    for some in rows.chunks(sorted(ids)):
        for row in connection.execute(sa.select(table).where(table.c.id.in_(some))):
            records[row.id] = Record(decision_from(row), [_quoted(row)])
        order = sa.select(copies).where(copies.c.decision.in_(some)).order_by(copies.c.number)
        for row in connection.execute(order):
            records[row.decision].pairs.append(_quoted(row))
    return [records[key] for key in sorted(records)]


def _quoted(row: sa.Row[Any]) -> Quoted:
    places = (row.a_identity, row.b_identity)
    return Quoted(row.fingerprint, places, (row.a_quote, row.b_quote))


def _weighed(
    fingerprint: str,
    pairs: Sequence[tuple[Side, Side]],
    records: Sequence[Record],
    undone: Collection[int | None],
    words: Words,
) -> Bearing:
    history: list[Decision] = []
    best: tuple[int, int] = (0, 0)
    standing = changed = None
    for record in records:
        decision = record.decision
        rank = _rank(fingerprint, pairs, record.pairs, words)
        taken_back = decision.undo_of is not None or decision.id in undone
        if rank:
            history.append(decision)
            if not taken_back and (rank, decision.id) > best:
                best, standing = (rank, decision.id), decision
        elif not taken_back and pairs and words.changed(pairs[0], record.pairs[0]):
            changed = decision
    known = {decision.id for decision in history}
    history += [r.decision for r in records if r.decision.undo_of in known - {None}]
    ordered = {decision.id: decision for decision in sorted(history, key=lambda one: one.id)}
    return Bearing(standing, tuple(ordered.values()), changed if standing is None else None)


def _rank(
    fingerprint: str,
    pairs: Sequence[tuple[Side, Side]],
    decided: Sequence[Quoted],
    words: Words,
) -> int:
    """3 for a decision on the same quotes, 2 on quotes that overlap, 1 on a copy, else 0."""
    if decided[0].fingerprint == fingerprint:
        return 3
    for number, pair in enumerate(pairs):
        for place, quoted in enumerate(decided):
            if words.same(pair, quoted):
                return 1 if number or place else 2
    return 0


class Words:
    """The words of stored documents, read once each, and whether quotes still stand there."""

    def __init__(self, connection: sa.Connection, documents: Collection[str]) -> None:
        self._connection = connection
        self._documents = sorted(set(documents))
        self._texts: dict[str, str] = {}
        self._spans: dict[str, tuple[int, int]] = {}
        self._found: dict[tuple[str, str], list[int]] = {}

    def same(self, pair: tuple[Side, Side], quoted: Quoted) -> bool:
        """Whether a decided pair is this one: the same quotes, or some that overlap by half."""
        key = conflict_fingerprint(pair[0][0], pair[0][1].document, pair[1][0], pair[1][1].document)
        if key == quoted.fingerprint:
            return True
        return any(
            self._overlaps(first, one) and self._overlaps(second, two)
            for first, second, one, two in self._facing(pair, quoted)
        )

    def changed(self, pair: tuple[Side, Side], quoted: Quoted) -> bool:
        """Whether this pair is a decided one in other words: a quote is gone from its article."""
        return any(
            (self._gone(first, one) or self._gone(second, two))
            and all(
                self._reworded(claim, quote)
                if self._gone(claim, quote)
                else self._overlaps(claim, quote)
                for claim, quote in ((first, one), (second, two))
            )
            for first, second, one, two in self._facing(pair, quoted)
        )

    @staticmethod
    def _facing(pair: tuple[Side, Side], quoted: Quoted) -> Iterable[tuple[Claim, Claim, str, str]]:
        """The sides of a pair, each with the quote that was decided on at its place."""
        (first, at), (second, there) = pair
        for one, two in ((0, 1), (1, 0)):
            quotes = quoted.quotes[one], quoted.quotes[two]
            if (quoted.places[one], quoted.places[two]) != (at.place, there.place):
                continue
            if quotes[0] is not None and quotes[1] is not None:
                yield first, second, quotes[0], quotes[1]

    def _text(self, document: str) -> str:
        if not self._texts:
            column = schema.documents.c
            for part in rows.chunks(self._documents):
                query = sa.select(column.id, column.text).where(column.id.in_(part))
                self._texts.update((row.id, row.text) for row in self._connection.execute(query))
        return self._texts[document]

    def _overlaps(self, claim: Claim, quote: str) -> bool:
        """Whether ``quote`` (normalised) covers half of the shorter of it and the claim's."""
        if normalise(claim.quote) == quote:
            return True
        length = len(quote.split())
        start, end = self._span(claim)
        half = min(end - start, length) / 2
        return any(
            min(end, at + length) - max(start, at) >= half > 0
            for at in self._places(claim.document, quote)
        )

    def _span(self, claim: Claim) -> tuple[int, int]:
        """Where the claim's words stand among those of its document."""
        if claim.id not in self._spans:
            start = len(normalise(self._text(claim.document)[: claim.start]).split())
            self._spans[claim.id] = (start, start + len(normalise(claim.quote).split()))
        return self._spans[claim.id]

    def _places(self, document: str, quote: str) -> list[int]:
        """At which words of the document the quote begins."""
        if (document, quote) not in self._found:
            words, sought = normalise(self._text(document)).split(), quote.split()
            self._found[document, quote] = [
                at
                for at in range(len(words) - len(sought) + 1 if sought else 0)
                if words[at : at + len(sought)] == sought
            ]
        return self._found[document, quote]

    def _gone(self, claim: Claim, quote: str) -> bool:
        return not self._places(claim.document, quote)

    @staticmethod
    def _reworded(claim: Claim, quote: str) -> bool:
        mine, theirs = set(normalise(claim.quote).split()), set(quote.split())
        fewer = min(len(mine), len(theirs))
        return fewer > 0 and len(mine & theirs) / fewer >= SAME_SENTENCE
