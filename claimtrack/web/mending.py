"""What a form says is wrong with a claim, as the arguments of ``Mender.correct``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from claimtrack.errors import InputError
from claimtrack.model import Claim, DayInterval, HolderKind
from claimtrack.records import Correction
from claimtrack.review.mend import TIMES
from claimtrack.web.marks import clean

LONGEST = 4_000
"""Characters of a field."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of the form: first what the claim says, then what somebody made of it."""

    holder: str
    kind: str
    on_behalf_of: str
    statement: str
    quote: str
    event_from: str
    event_to: str
    report_from: str
    report_to: str
    note: str = ""

    @classmethod
    def of(cls, claim: Claim) -> Fields:
        """Return the form of a claim as it is."""
        happened, said = _ends(claim.event_time), _ends(claim.report_time)
        return cls(
            _one_line(claim.holder.name),
            claim.holder.kind.value,
            _one_line(claim.holder.on_behalf_of or ""),
            _one_line(claim.statement),
            clean(claim.quote),
            *happened,
            *said,
        )

    @classmethod
    def read(cls, form: Mapping[str, Any]) -> Fields:
        """Return what was sent. Raises InputError for what nobody types."""
        given = {name: str(form.get(name, "")) for name in cls.__slots__}
        for text in given.values():
            if len(text) > LONGEST or "\0" in text:
                raise InputError(f"A field has at most {LONGEST:,} characters.")
        return cls(**{name: text.replace("\r\n", "\n").strip() for name, text in given.items()})

    def wrong(self, claim: Claim) -> dict[str, Any]:
        """Return what differs from ``claim``, as arguments of ``review.mend.changes``.

        Raises InputError for a kind that is none, or an end before its beginning.
        """
        before, after = asdict(Fields.of(claim)), asdict(self)
        made: dict[str, Any] = {
            name: after[name]
            for name in ("holder", "on_behalf_of", "statement", "quote")
            if after[name].split() != before[name].split()
        }
        if self.kind != before["kind"]:
            try:
                made["kind"] = HolderKind(self.kind)
            except ValueError as error:
                raise InputError(f"{self.kind!r} is no kind of holder") from error
        for name in TIMES:
            short = name.removesuffix("_time")
            ends = [f"{short}_from", f"{short}_to"]
            if any(after[end] != before[end] for end in ends):
                made[name] = _interval(*(after[end] for end in ends))
        return made


def told(correction: Correction) -> str:
    """Return what a correction changed, in a line."""
    made = correction.changes
    if made.get("claim") is False:
        return "Marked as no claim"
    parts = []
    if "holder" in made:
        behalf = made["holder"]["on_behalf_of"]
        who = made["holder"]["name"] + (f", for {behalf}" if behalf else "")
        parts.append(f"said by {who}")
    if "statement" in made:
        parts.append(f"reads “{made['statement']}”")
    if "quote" in made:
        parts.append(f"stands as “{made['quote']}”")
    for name, word in zip(TIMES, ("happened", "said"), strict=True):
        if name in made:
            when = made[name].replace("/", " to ") if made[name] else "at no known time"
            parts.append(f"{word} {when}")
    return _one_line("; ".join(parts)[:1].upper() + "; ".join(parts)[1:])


def _ends(time: DayInterval | None) -> tuple[str, str]:
    if time is None:
        return "", ""
    last = "" if time.end == time.start else time.end.isoformat()
    return time.start.isoformat(), last


def _interval(first: str, last: str) -> str:
    if not first:
        if last:
            raise InputError("a time that ends begins too: give its first day")
        return ""
    return f"{first}/{last}" if last and last != first else first


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())
