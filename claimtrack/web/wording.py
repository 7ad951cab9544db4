"""How things are called on the pages."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlsplit

from claimtrack.model import (
    Claim,
    ConflictType,
    DayInterval,
    Decision,
    Document,
    HolderKind,
    Reason,
    Relation,
    Ruling,
)
from claimtrack.report.view import counted
from claimtrack.report.wording import shorten
from claimtrack.store.rows import alias_id
from claimtrack.web.marks import clean

RELATIONS = {
    Relation.DISPUTE: "Dispute",
    Relation.REVERSAL: "Reversal",
    Relation.SELF_CONTRADICTION: "Self-contradiction",
    Relation.UPDATE: "Update",
}
MEANINGS = {
    Relation.DISPUTE: "two sources say what cannot both be true",
    Relation.REVERSAL: "one source later says the contrary",
    Relation.SELF_CONTRADICTION: "one source says both at one time",
    Relation.UPDATE: "the later report overtakes the earlier",
}
TYPES = {
    ConflictType.NEGATION: "whether it is so",
    ConflictType.QUANTITY: "a number",
    ConflictType.DATE: "a date",
    ConflictType.PLACE: "a place",
    ConflictType.ACTOR: "who did it",
    ConflictType.OPPOSITE: "opposites",
    ConflictType.MODALITY: "how sure it is",
    ConflictType.OTHER: "what happened",
}
REASONS = {
    Reason.DIFFERENT_EVENT: "Different event",
    Reason.UPDATE: "Update, not a dispute",
    Reason.NOT_A_CLAIM: "Not a claim",
    Reason.WRONG_SPEAKER: "Wrong speaker",
    Reason.WRONG_EXTRACTION: "Wrongly read",
    Reason.OPINION: "Opinion",
    Reason.OTHER: "Other",
}
RULINGS = {
    Ruling.CONFIRMED: "Confirmed",
    Ruling.DISMISSED: "Dismissed",
    Ruling.UNSURE: "Unsure",
}
KINDS = {
    HolderKind.PERSON: "person",
    HolderKind.ORGANISATION: "organisation",
    HolderKind.OUTLET: "the outlet's own voice",
    HolderKind.ANONYMOUS: "not named",
}


SIGNALS = {
    "base": "starting point",
    "hedge": "hedging",
    "nli.contradiction": "language model: contradiction",
    "nli.neutral": "language model: leaves it open",
    "nli.weaker": "language model: the other way round",
}


def signal(name: str) -> str:
    """Return what a reason is called on the page."""
    return SIGNALS.get(name, name)


def day(value: dt.date | None) -> str:
    """Return a day as a reader has it, "undated" for none."""
    return "undated" if value is None else f"{value.day} {value:%B %Y}"


def days(value: DayInterval | None) -> str:
    """Return an interval of days, "" for none."""
    if value is None:
        return ""
    if value.start == value.end:
        return day(value.start)
    return f"{day(value.start)} – {day(value.end)}"


def moment(value: dt.datetime) -> str:
    """Return an instant, in UTC."""
    return f"{value.day} {value:%B %Y, %H:%M} UTC"


OPENING = tuple("\"'“”‘’„«‹")


def link(url: str | None) -> str | None:
    """Return an address that may be linked: http and https only, nothing that a script could be."""
    if url is None or not url.isprintable():
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def holder_id(claim: Claim) -> str:
    """Return the id under which the store files the claim's holder."""
    return alias_id(claim.holder, claim.document)


def done(decision: Decision) -> str:
    """Return what a decision did, in a word or two."""
    if decision.ruling is None:
        return "Took a decision back"
    word = RULINGS[decision.ruling]
    return f"{word}: {REASONS[decision.reason].lower()}" if decision.reason else word


def named(document: Document) -> str:
    """Return the title of a document, or the best there is; of pasted text its first words."""
    name = document.name
    if document.path == "-" and not (document.title or document.url):
        name = shorten(document.text.strip().partition("\n")[0], 80) or "Pasted text"
    return clean(name).replace("\n", " ")


def marks(text: str) -> tuple[str, str]:
    """Return the marks to put around a quote: none where it begins with one of its own."""
    return ("", "") if text[:1] in OPENING else ("“", "”")


def quoted(text: str) -> str:
    """Return a quote as it is shown in running text: harmless, and in quotation marks."""
    before, after = marks(text)
    return f"{before}{clean(text)}{after}"


def upfirst(text: str) -> str:
    """Return ``text`` with a capital at its beginning and the rest as it was."""
    return text[:1].upper() + text[1:]


FILTERS = {
    "signal": signal,
    "upfirst": upfirst,
    "marks": marks,
    "quoted": quoted,
    "day": day,
    "days": days,
    "moment": moment,
    "link": link,
    "clean": clean,
    "counted": counted,
}
GLOBALS = {
    "RELATIONS": RELATIONS,
    "MEANINGS": MEANINGS,
    "TYPES": TYPES,
    "REASONS": REASONS,
    "RULINGS": RULINGS,
    "KINDS": KINDS,
    "holder_id": holder_id,
    "done": done,
    "named": named,
}
