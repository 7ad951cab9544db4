"""The date an article was published, read without ever asking the machine's clock."""

from __future__ import annotations

import datetime as dt
import re

from claimtrack.ingest.decode import one_line

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)(?:[T ].*)?$")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")
_NUMERIC = re.compile(r"\s*(\d{1,2})[/.\-](\d{1,2})[/.\-]\d{4}\b")
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|2[01])\d\d(?!\d)")
_MONTH_WORD = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE
)


def read_date(value: str) -> dt.date | None:
    """Return the calendar day that ``value`` names in full, as written (no zone is applied).

    ISO 8601 and English free text are read. None where day, month or year is missing, where the
    day would depend on today ("yesterday"), or where day and month could be swapped
    ("04/05/2025"): a wrong date is worse than none, for relative dates are resolved against it.
    """
    value = " ".join(value.split())
    if match := _ISO.match(value) or _COMPACT.match(value):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if len(value) > 80 or not _YEAR.search(value):
        return None
    if match := _NUMERIC.match(value):
        first, second = int(match[1]), int(match[2])
        if first != second and first <= 12 and second <= 12:
            return None
    return _free_text(value)


def unreadable(value: str) -> str:
    """Return the line that tells the user of a date that ``read_date`` could not read."""
    return f"date {one_line(value, 60)!r} cannot be read; write it as YYYY-MM-DD"


def is_date_line(line: str) -> dt.date | None:
    """Return the day if ``line`` is a date of publication and nothing else, else None."""
    words = re.sub(r"^(?:published|posted)(?:\s+on)?\s*:?\s+", "", line.strip(), flags=re.I)
    if len(words) > 60 or not _YEAR.search(words):
        return None
    if not (_MONTH_WORD.search(words) or _ISO.match(words)):
        return None
    return read_date(words)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _free_text(value: str) -> dt.date | None:
    import dateparser

    # Only the absolute parser runs: the relative one ("2 days ago") reads the machine's clock.
    found = dateparser.parse(
        value,
        languages=["en"],
        settings={
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
            "STRICT_PARSING": True,
        },
    )
    return found.date() if found else None
