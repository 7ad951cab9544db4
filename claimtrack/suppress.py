"""Sets apart the conflicts that a baseline or a comment accepts, and finds stale acceptances."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claimtrack.baseline import Entry, accepts
from claimtrack.model import (
    Accepted,
    AuditResult,
    Claim,
    Conflict,
    Document,
    Failure,
    Ignore,
    Suppressed,
)

Place = tuple[str, Ignore]


def suppress(
    result: AuditResult, entries: Sequence[Entry] = (), *, baseline: str = "baseline"
) -> AuditResult:
    """Return ``result`` with what is accepted set apart as ``suppressed``.

    ``stale`` names the entries and comments that no conflict of this run needs. ``baseline`` is
    the file's name for the reader.
    """
    documents = {document.id: document for document in result.documents}
    matching = matches(result, entries)
    open_: list[Conflict] = []
    accepted: list[Suppressed] = []
    obeyed: set[Place] = set()
    for conflict in result.conflicts:
        places = list(_ignores(conflict, documents))
        obeyed.update(places)
        if places:
            accepted.append(Suppressed(conflict, Accepted.INLINE, places[0][1].reason))
        elif matching[conflict.id]:
            entry = matching[conflict.id][0]
            accepted.append(
                Suppressed(conflict, Accepted.BASELINE, entry.reason, entry.author, entry.date)
            )
        else:
            open_.append(conflict)
    stale = [
        Failure(
            baseline,
            f"entry {entry.fingerprint} accepts nothing any more "
            f"({entry.a.place} and {entry.b.place}); claimtrack baseline update drops it",
        )
        for entry in unneeded(result, entries)
    ]
    stale += [
        Failure(
            f"{document.path or document.name}:{ignore.line}",
            "this ignore covers no conflict; take the comment out",
        )
        for document in result.documents
        for ignore in document.ignores
        if (document.id, ignore) not in obeyed
    ]
    counts = {by.value: sum(item.by is by for item in accepted) for by in Accepted}
    return replace(
        result,
        conflicts=tuple(open_),
        suppressed=(*result.suppressed, *accepted),
        stale=(*result.stale, *stale),
        run={**result.run, "suppressed": counts},
    )


def matches(result: AuditResult, entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Return by id of a conflict, suppressed ones included, the entries that are about it."""
    documents = {document.id: document for document in result.documents}
    claims = {claim.id: claim for claim in result.claims}
    return {
        conflict.id: [
            entry
            for entry in entries
            if any(accepts(entry, a, b, documents) for a, b in _pairs(conflict, claims))
        ]
        for conflict in (*result.conflicts, *(item.conflict for item in result.suppressed))
    }


def unneeded(result: AuditResult, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that no conflict of this run needs.

    One about articles that were not read, and that still exist, is not among them: this run
    can't know.
    """
    used = {entry for found in matches(result, entries).values() for entry in found}
    known = {document.identity for document in result.documents}
    return [
        entry
        for entry in entries
        if entry not in used and all(_told(side.article, known) for side in (entry.a, entry.b))
    ]


def _pairs(conflict: Conflict, claims: Mapping[str, Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of claims that say the conflict, its copies as far as they are known."""
    yield conflict.a, conflict.b
    for first, second in conflict.copies:
        if first in claims and second in claims:
            yield claims[first], claims[second]


def _ignores(conflict: Conflict, documents: Mapping[str, Document]) -> Iterator[Place]:
    for claim in (conflict.a, conflict.b):
        for ignore in documents[claim.document].ignores:
            inside = ignore.start <= claim.start < ignore.end
            if inside and (not ignore.types or conflict.type in ignore.types):
                yield claim.document, ignore


def _told(article: str, known: set[str]) -> bool:
    """Whether this run can say something of an article: it was read, or its file is gone."""
    place = article.partition("|")[2].rpartition("#")[0] or article.partition("|")[2]
    return article in known or ("://" not in place and not os.path.exists(place))
