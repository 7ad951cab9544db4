"""Reads RSS and Atom: one document an entry."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Any, cast

from claimtrack.errors import InputError
from claimtrack.ingest.dates import read_date, unreadable
from claimtrack.ingest.decode import name_binary, one_line
from claimtrack.ingest.html import extract_fragment
from claimtrack.ingest.raw import Raw, silence
from claimtrack.model import Document, Failure


def read_feed(raw: Raw) -> Iterator[Document | Failure]:
    """Yield one document an entry, from its content or else its summary, in the feed's order.

    The outlet is the feed's title (or that of the entry's source); a day is taken as written, in
    the zone of the outlet. An entry without text is a failure.

    Raises:
        InputError: if it is no feed, or a feed without entries.
    """
    import feedparser

    silence("feedparser", "charset_normalizer")
    if not raw.data.strip():
        raise InputError("is empty; nothing to read")
    if binary := name_binary(raw.data):
        raise InputError(f"is not a feed but {binary}")
    headers = {"content-type": f"application/xml; charset={raw.charset}"} if raw.charset else {}
    try:
        # A stream, never a string: feedparser opens strings that look like addresses or paths.
        parsed = feedparser.parse(io.BytesIO(raw.data), response_headers=headers)
    except Exception as error:  # whatever a hostile feed does to a parser, the next one is read
        raise InputError(f"cannot be read as a feed ({type(error).__name__})") from error
    if not parsed.entries:
        if parsed.version:
            raise InputError("is a feed without entries")
        raise InputError("is not RSS or Atom; nothing to read")
    feed_title = _text(parsed.feed, "title")
    for number, entry in enumerate(parsed.entries, start=1):
        yield from _entry(entry, number, feed_title, raw)


def _entry(
    entry: Mapping[str, Any], number: int, feed_title: str | None, raw: Raw
) -> Iterator[Document | Failure]:
    markup = _markup(entry)
    try:
        text = extract_fragment(markup) if markup else ""
    except InputError as error:
        yield Failure(raw.label, f"entry {number}: {error}")
        return
    if not text:
        yield Failure(raw.label, f"entry {number}: has no text; ingest the page it links to")
        return
    date = _text(entry, "published") or _text(entry, "updated")
    published = _day(date) if date else None
    source = _get(entry, "source")
    yield Document(
        text=text,
        path=f"{raw.path}#{number}" if raw.path is not None else None,
        title=_text(entry, "title"),
        outlet=(_text(source, "title") if isinstance(source, Mapping) else None) or feed_title,
        author=_text(entry, "author"),
        published=published,
        url=_link(entry) or (f"{raw.url}#{number}" if raw.url else None),
    )
    if date and published is None:
        yield Failure(raw.label, f"entry {number}: {unreadable(date)}")


def _markup(entry: Mapping[str, Any]) -> str | None:
    contents = _get(entry, "content") or []
    longest = max((str(content.get("value") or "") for content in contents), key=len, default="")
    return longest.strip() or str(_get(entry, "summary") or "").strip() or None


def _text(entry: Mapping[str, Any], key: str) -> str | None:
    value = _get(entry, key)
    return one_line(value) or None if isinstance(value, str) else None


def _link(entry: Mapping[str, Any]) -> str | None:
    link = _text(entry, "link")
    # Without a link feedparser gives the entry's id, which need not be an address.
    return link if link and "://" in link else None


def _get(entry: Mapping[str, Any], key: str) -> Any:
    # dict.get: feedparser's own look-up answers for a missing key with another and warns.
    return dict.get(cast(dict[str, Any], entry), key)


def _day(date: str) -> dt.date | None:
    if day := read_date(date):
        return day
    try:
        return parsedate_to_datetime(date).date()
    except (TypeError, ValueError):
        return None
