"""Reads .txt and .md: text with an optional front matter block."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.errors import InputError
from claimtrack.ingest.decode import decode
from claimtrack.ingest.frontmatter import read_front_matter
from claimtrack.ingest.raw import Meta, Raw, documents, published_or_failure
from claimtrack.model import Document, Failure


def read_plain(raw: Raw) -> Iterator[Document | Failure]:
    """Yield the articles of a text file, and a failure if its date cannot be read.

    Raises:
        InputError: if it is no text, or holds none.
    """
    text = decode(raw.data, raw.charset)
    front = read_front_matter(text)
    if not text[front.offset :].strip():
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
    yield from documents(text[front.offset :], meta, raw.path, front.line + 1)
    yield from failures
