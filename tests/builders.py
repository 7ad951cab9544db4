"""Short ways to write documents and claims in tests."""

from __future__ import annotations

import datetime as dt

from claimtrack.model import (
    Certainty,
    Claim,
    DayInterval,
    Document,
    Entity,
    Holder,
    HolderKind,
    Quantity,
    Stance,
)

OUTLET = Holder("The Morning Ledger", HolderKind.OUTLET)


def person(name: str, on_behalf_of: str | None = None) -> Holder:
    """A person as holder."""
    return Holder(name, HolderKind.PERSON, on_behalf_of)


def day(iso: str) -> DayInterval:
    """One day, or an interval of days, from ISO."""
    return DayInterval.from_iso(iso)


def document(text: str = "The dam at Orvale broke.", **fields: object) -> Document:
    """A document with ``text``."""
    published = fields.pop("published", None)
    if isinstance(published, str):
        published = dt.date.fromisoformat(published)
    return Document(text=text, published=published, **fields)  # type: ignore[arg-type]


def claim(
    statement: str,
    *,
    of: Document | None = None,
    start: int = 0,
    sentence: int = 0,
    holder: Holder = OUTLET,
    names: tuple[tuple[str, str], ...] = (),
    quantities: tuple[Quantity, ...] = (),
    stance: Stance = Stance.ASSERTED,
    said: str | None = None,
    happened: str | None = None,
) -> Claim:
    """A claim whose quote is its statement; ``names`` are (name, label) pairs."""
    return Claim(
        document=(of or document()).id,
        quote=statement,
        start=start,
        end=start + len(statement),
        statement=statement,
        holder=holder,
        stance=stance,
        certainty=Certainty.FIRM,
        event_time=day(happened) if happened else None,
        report_time=day(said) if said else None,
        quantities=quantities,
        entities=tuple(Entity(name, label, name) for name, label in names),
        sentence=sentence,
    )


def count(value: float, of: str | None = None, *, high: float | None = None) -> Quantity:
    """A plain count, exact or from ``value`` to ``high``."""
    return Quantity(str(value), value, value, value if high is None else high, "", of)
