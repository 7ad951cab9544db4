"""An audit result in the one order in which every format prints it."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from claimtrack.model import (
    Accepted,
    AuditResult,
    Claim,
    Conflict,
    Document,
    Evidence,
    Failure,
    HolderKind,
    Relation,
    Stance,
    Suppressed,
    conflict_fingerprint,
    normalise,
)
from claimtrack.report.locate import shown_path

PLURALS = {
    Relation.DISPUTE: ("dispute", "disputes"),
    Relation.REVERSAL: ("reversal", "reversals"),
    Relation.SELF_CONTRADICTION: ("self-contradiction", "self-contradictions"),
    Relation.UPDATE: ("update", "updates"),
}

# Words that deny, for marking and ordering; what a denial does is the judge's business.
DENIAL = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|nowhere|neither|nor|without|cannot"
    r"|den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)|dismiss(?:es|ed)?"
    r"|fail(?:s|ed|ure)?|false|untrue|baseless|fabricated)\b|\b\w+n['’]t\b",
    re.IGNORECASE,
)
# Scores have four places, as weights do: the log-odds of a score are off by half a place over
# its slope, the sum of a dozen weights by half a place each. Nearer to 0 or 1 they say little.
_SATURATED = 0.002
_SCORE = 6e-5
_WEIGHTS = 1e-3
# A push on the log-odds under this moves a score by a hundredth at most: no reason to be told.
_TOLD = 0.05
OUTLETS = 4
"""How many outlets are named that repeat a clash; the others are counted."""

# Signals that are the same for every pair, whatever it says.
_PRIORS = frozenset({"base", "rarity"})


@dataclass(frozen=True, slots=True)
class View:
    """Documents, claims and conflicts in a fixed order; every claim referred to is in it."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    updates: tuple[Conflict, ...]
    errors: tuple[Failure, ...]
    by_id: dict[str, Document]
    suppressed: tuple[Suppressed, ...] = ()
    stale: tuple[Failure, ...] = ()

    @classmethod
    def of(cls, result: AuditResult) -> View:
        """Sort ``result``: documents by path, line and address; conflicts by score, then id.

        Raises ValueError where a claim's document is missing: a report would point nowhere.
        """
        accepted = {item.conflict.id: item for item in result.suppressed}
        known = [item.conflict for item in accepted.values()]
        found = (*result.conflicts, *result.updates, *known)
        sides = (claim for conflict in found for claim in (conflict.a, conflict.b))
        claims = {claim.id: claim for claim in (*result.claims, *sides)}
        by_id = {document.id: document for document in result.documents}
        missing = sorted({claim.document for claim in claims.values()} - by_id.keys())
        if missing:
            raise ValueError(f"claims refer to documents that are not in the result: {missing}")
        documents = sorted(by_id.values(), key=_document_key)
        rank = {document.id: number for number, document in enumerate(documents)}
        return cls(
            documents=tuple(documents),
            claims=tuple(
                sorted(claims.values(), key=lambda c: (rank[c.document], c.start, c.end, c.id))
            ),
            conflicts=_by_score(result.conflicts),
            updates=_by_score(result.updates),
            errors=_by_place(result.errors),
            by_id=by_id,
            suppressed=tuple(accepted[conflict.id] for conflict in _by_score(known)),
            stale=_by_place(result.stale),
        )

    def document(self, claim: Claim) -> Document:
        """Return the document of ``claim``."""
        return self.by_id[claim.document]

    def sides(self, conflict: Conflict) -> tuple[Claim, Claim]:
        """Return the two claims as a reader wants them.

        Within one article in the order of its text; else the earlier one first where both dates
        are known and differ, and a denial after what it denies.
        """
        a, b = conflict.a, conflict.b
        if a.document == b.document:
            return (b, a) if b.start < a.start else (a, b)
        said_a, said_b = said_on(a, self.document(a)), said_on(b, self.document(b))
        if said_a is not None and said_b is not None and said_a != said_b:
            return (b, a) if said_b < said_a else (a, b)
        return (b, a) if denies(a) and not denies(b) else (a, b)


def _document_key(document: Document) -> tuple[str, int, str, str]:
    return (document.path or "", document.first_line or 0, document.url or "", document.id)


def _by_score(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    return tuple(sorted(conflicts, key=lambda c: (-round(c.score, 4), c.id)))


def _by_place(failures: Iterable[Failure]) -> tuple[Failure, ...]:
    return tuple(
        Failure(shown_path(failure.path), failure.message)
        for failure in sorted(failures, key=lambda f: (f.path, f.message))
    )


def accepted_line(item: Suppressed) -> str:
    """Return by what a conflict is accepted, by whom and when, and why."""
    who = "" if item.author is None else f" by {item.author}"
    when = "" if item.date is None else f" on {item.date.isoformat()}"
    place = "in the baseline" if item.by is Accepted.BASELINE else "in the article"
    return f"accepted {place}{who}{when}: {item.reason}"


def denies(claim: Claim) -> bool:
    """Whether ``claim`` denies something, by its stance or by its words (to order two sides)."""
    return claim.stance is Stance.DENIED or DENIAL.search(claim.statement) is not None


def said_on(claim: Claim, document: Document) -> dt.date | None:
    """Return the day on which ``claim`` was said, else that of its article, else None."""
    return claim.report_time.start if claim.report_time is not None else document.published


def pushes(conflict: Conflict) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """Return what the score is made of, and what lies behind it; the strongest first in each.

    The judge's evidence comes first and its weights sum to the score's log-odds; the gate's own
    reasons follow, whose weights sum to other log-odds (of "same event", itself one of the
    judge's signals). Where no such beginning is found, all of it counts as the score's.
    """
    evidence = conflict.evidence
    end = len(evidence)
    if _SATURATED < conflict.score < 1 - _SATURATED:
        wanted = math.log(conflict.score / (1 - conflict.score))
        sums = accumulate(item.weight for item in evidence)
        near = _WEIGHTS + _SCORE / (conflict.score * (1 - conflict.score))
        close = (n for n, total in enumerate(sums, start=1) if abs(total - wanted) < near)
        end = next(close, end)
        # What weighs next to nothing changes no sum: it may still be the score's.
        while end < len(evidence) and abs(evidence[end].weight) < near:
            end += 1
    return _strongest(evidence[:end]), _strongest(evidence[end:])


def reasons(conflict: Conflict) -> tuple[Evidence, ...]:
    """Return all evidence: what the score is made of, then what lies behind it."""
    scored, behind = pushes(conflict)
    return scored + behind


def top_reasons(
    evidence: Iterable[Evidence], number: int, *, flagged: bool = True
) -> tuple[Evidence, ...]:
    """Return the strongest few that tell something about this very pair.

    Where it was ``flagged``, what spoke for that comes first.
    """
    own = [
        item
        for item in _strongest(evidence)
        if item.signal not in _PRIORS and abs(item.weight) >= _TOLD
    ]
    if flagged:
        own.sort(key=lambda item: item.weight <= 0)
    return tuple(own[:number])


def _strongest(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(evidence, key=lambda e: (-abs(e.weight), e.signal, e.detail)))


def fingerprint(conflict: Conflict, view: View) -> str:
    """Return the key that outlives moved lines and better models (the design's Identity)."""
    a, b = conflict.a, conflict.b
    return conflict_fingerprint(a, view.document(a), b, view.document(b))


def holder_line(claim: Claim) -> str:
    """Return who says it: the name, the institution it speaks for, and who passed it on."""
    holder = claim.holder
    name = holder.name
    if holder.kind is HolderKind.ANONYMOUS:
        name = f"{name} (not named)"
    if holder.on_behalf_of and normalise(holder.on_behalf_of) != normalise(holder.name):
        name = f"{name}, on behalf of {holder.on_behalf_of}"
    if claim.via:
        name = f"{name}, as told by {', then '.join(source.name for source in claim.via)}"
    return name


def published_line(document: Document) -> str:
    """Return outlet and date as a reader wants them; what is unknown is said to be."""
    date = document.published
    day = "undated" if date is None else f"{date.day} {date:%B} {date.year}"
    return f"{document.outlet or 'outlet unknown'}, {day}"


def copies_line(conflict: Conflict, view: View) -> str:
    """Return in how many further pairs the same clash stands, and whose articles these are."""
    pairs = counted(len(conflict.copies), "further pair", "further pairs")
    ids = {claim for pair in conflict.copies for claim in pair}
    found = [view.document(claim).outlet for claim in view.claims if claim.id in ids]
    outlets = sorted({outlet for outlet in found if outlet})
    if not outlets:
        return f"The same clash stands in {pairs} of claims."
    more = len(outlets) - OUTLETS
    told = [*outlets[:OUTLETS], *([f"{more} more"] if more > 0 else [])]
    listed = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
    return f"The same clash stands in {pairs} of claims (in {listed})."


def counted(number: int, one: str, many: str) -> str:
    """Return ``number`` with the right noun."""
    return f"{number:,} {one if number == 1 else many}"


def summary(view: View) -> str:
    """Return the closing line: how many of what."""
    documents = counted(len(view.documents), "document", "documents")
    claims = counted(len(view.claims), "claim", "claims")
    line = counted(len(view.conflicts), "conflict", "conflicts")
    kinds = [
        counted(number, *PLURALS[relation])
        for relation in Relation
        if (number := sum(c.relation is relation for c in view.conflicts))
    ]
    if kinds:
        line += f" ({', '.join(kinds)})"
    line += f", {counted(len(view.updates), 'update', 'updates')} in {documents}, {claims}."
    if view.suppressed:
        line += f" {len(view.suppressed):,} suppressed ({suppressed_counts(view)})."
    if view.stale:
        line += f" {counted(len(view.stale), 'stale suppression', 'stale suppressions')}."
    if view.errors:
        line += f" {counted(len(view.errors), 'input', 'inputs')} could not be read."
    return line


def suppressed_counts(view: View) -> str:
    """Return how many conflicts were accepted by what."""
    words = {Accepted.BASELINE: "by the baseline", Accepted.INLINE: "by comments"}
    numbers = {by: sum(item.by is by for item in view.suppressed) for by in Accepted}
    return ", ".join(f"{number} {words[by]}" for by, number in numbers.items() if number)
