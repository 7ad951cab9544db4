"""Correcting what the machine misread, so that it stays corrected when the text is read again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from claimtrack.errors import InputError
from claimtrack.model import Claim, DayInterval, Document, Holder, HolderKind, normalise
from claimtrack.records import Correction

TIMES = ("event_time", "report_time")


def changes(
    document: Document,
    claim: Claim,
    *,
    holder: str | None = None,
    kind: HolderKind | None = None,
    on_behalf_of: str | None = None,
    statement: str | None = None,
    quote: str | None = None,
    event_time: str | None = None,
    report_time: str | None = None,
    no_claim: bool = False,
) -> dict[str, Any]:
    """Return what is corrected in a claim, checked, as JSON; None leaves a thing as it is.

    Times are ISO days or intervals, "" for none. ``quote`` is the right passage, word for word;
    how its words are spaced does not matter. Raises InputError where nothing is corrected or
    something can't be.
    """
    made: dict[str, Any] = {}
    if no_claim:
        made["claim"] = False
    if holder is not None or kind is not None or on_behalf_of is not None:
        name = claim.holder.name if holder is None else holder.strip()
        if not name:
            raise InputError("a holder needs a name")
        made["holder"] = {
            "name": name,
            "kind": (kind or claim.holder.kind).value,
            "on_behalf_of": (claim.holder.on_behalf_of if on_behalf_of is None else on_behalf_of)
            or None,
        }
    if statement is not None:
        if not statement.strip():
            raise InputError("a statement needs words; --no-claim marks what is none")
        made["statement"] = " ".join(statement.split())
    if quote is not None:
        exact = _spaced(document.text, quote, claim.start)
        if exact is None:
            raise InputError(f"the passage {quote!r} does not stand in the document")
        made["quote"] = exact
    for name, value in zip(TIMES, (event_time, report_time), strict=True):
        if value is not None:
            try:
                made[name] = DayInterval.from_iso(value).iso if value else None
            except ValueError as error:
                raise InputError(f"{value!r} is no ISO day or interval of days") from error
    if not made:
        raise InputError("nothing to correct: say what is wrong (see --help)")
    if no_claim and len(made) > 1:
        raise InputError("what is no claim has nothing else to correct")
    return {"of": claim.statement, **made}


def mended(
    document: Document, claims: Sequence[Claim], corrections: Sequence[Correction]
) -> list[Claim]:
    """Return the claims of a document with its corrections, in the order they were made.

    A correction is of the claim whose words overlap by half with the passage it was made on;
    where several do, of the one whose statement is likest. One that fits none is left out: the
    machine no longer reads it so.
    """
    found = list(claims)
    for correction in corrections:
        near = _near(document, found, correction)
        if correction.changes.get("claim") is False:
            found = [claim for claim in found if claim not in near]
        elif near:
            best = max(near, key=lambda claim: (_likeness(claim, correction), claim.id))
            found[found.index(best)] = corrected(document, best, correction.changes)
    return found


def corrected(document: Document, claim: Claim, made: Mapping[str, Any]) -> Claim:
    """Return one claim with what was corrected in it."""
    values: dict[str, Any] = {}
    if "holder" in made:
        holder = made["holder"]
        values["holder"] = Holder(
            holder["name"], HolderKind(holder["kind"]), holder["on_behalf_of"]
        )
    if "statement" in made:
        values["statement"] = made["statement"]
    for name in TIMES:
        if name in made:
            values[name] = DayInterval.from_iso(made[name]) if made[name] else None
    at = _located(document.text, made["quote"], claim.start) if "quote" in made else None
    if at is not None:
        values |= {"quote": made["quote"], "start": at, "end": at + len(made["quote"])}
    return replace(claim, **values)


def is_of(claim: Claim, quote: str) -> bool:
    """Whether a normalised quote is the claim's: one of the two holds the other."""
    mine = normalise(claim.quote)
    return f" {quote} " in f" {mine} " or f" {mine} " in f" {quote} "


def _near(document: Document, claims: Sequence[Claim], correction: Correction) -> list[Claim]:
    spans = _places(document.text, correction.quote)
    return [
        claim
        for claim in claims
        if any(
            2 * (min(claim.end, end) - max(claim.start, start))
            >= min(claim.end - claim.start, end - start)
            for start, end in spans
        )
    ]


def _places(text: str, quote: str) -> list[tuple[int, int]]:
    """Where a normalised quote stands in a text, as offsets of the text."""
    words = [(m.group().casefold(), m.start(), m.end()) for m in re.finditer(r"\w+", text)]
    sought = quote.split()
    size = len(sought)
    return [
        (words[at][1], words[at + size - 1][2])
        for at in range(len(words) - size + 1 if size else 0)
        if [word for word, _, _ in words[at : at + size]] == sought
    ]


def _spaced(text: str, quote: str, near: int) -> str | None:
    """The words of ``quote`` as they stand in the text nearest to ``near``, line ends included."""
    words = [re.escape(word) for word in quote.split()]
    found = list(re.finditer(r"\s+".join(words), text)) if words else []
    best = min(found, key=lambda match: abs(match.start() - near), default=None)
    return best.group() if best else None


def _located(text: str, quote: str, near: int) -> int | None:
    """The offset at which ``quote`` stands, the nearest to ``near``."""
    found = [m.start() for m in re.finditer(re.escape(quote), text)] if quote.strip() else []
    return min(found, key=lambda at: abs(at - near), default=None)


def _likeness(claim: Claim, correction: Correction) -> float:
    from rapidfuzz.fuzz import ratio

    before = str(correction.changes.get("of", ""))
    return ratio(normalise(claim.statement), normalise(before))
