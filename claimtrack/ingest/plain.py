"""Reads .txt and .md: text with an optional front matter block."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.errors import InputError
from claimtrack.ingest.decode import decode
from claimtrack.ingest.frontmatter import read_front_matter
from claimtrack.ingest.ignores import in_text, without_comments
from claimtrack.ingest.raw import Meta, Raw, documents, published_or_failure
from claimtrack.model import Document, Failure


def read_plain(raw: Raw) -> Iterator[Document | Failure]:
    """Yield the articles of a text file, and failures for a date or a comment to us that is bad.

    Comments are blanks in the text of an article: they are no part of it, and lines stay.

    Raises:
        InputError: if it is no text, or holds none.
    """
    text = decode(raw.data, raw.charset)
    front = read_front_matter(text)
    body = without_comments(text[front.offset :])
    if not body.strip():
        raise InputError(
            "has no text below its front matter" if front.values else "is empty; nothing to read"
        )
    published, failures = published_or_failure(front.get("date"), raw.label)
    meta = Meta(
        title=front.get("title"),
        outlet=front.get("publisher"),
        author=front.get("author"),
        published=published,
        url=front.get("url") or raw.url,
    )
    ignores, wrong = in_text(text[front.offset :], front.line + 1, raw.label)
    yield from documents(body, meta, raw.path, front.line + 1, ignores)
    yield from (*failures, *wrong)
