"""Turns inputs of every kind into documents; one that can't be read never stops the next."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import BinaryIO, TextIO, cast
from urllib.parse import urlsplit

from claimtrack.errors import InputError
from claimtrack.ingest.claimreview import read_claimreview
from claimtrack.ingest.decode import name_binary, one_line
from claimtrack.ingest.feed import read_feed
from claimtrack.ingest.fetch import Fetcher
from claimtrack.ingest.html import read_html
from claimtrack.ingest.jsonl import read_jsonl
from claimtrack.ingest.language import foreign_passage, require_english
from claimtrack.ingest.limits import IngestLimits
from claimtrack.ingest.pdf import read_pdf
from claimtrack.ingest.plain import read_plain
from claimtrack.ingest.raw import Raw
from claimtrack.ingest.walk import Ignored, find_files, reason, shown
from claimtrack.model import Document, Failure

_SUFFIXES = {
    ".txt": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonld": "claimreview",
}
_MEDIA_TYPES = {
    "text/plain": "text",
    "text/markdown": "text",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/xml": "feed",
    "text/xml": "feed",
    "application/ld+json": "claimreview",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
    "application/x-jsonlines": "jsonl",
}
# What servers send when they do not know; the address and the first bytes tell more.
_UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
_STDIN = "-"


class Reader:
    """Reads files, folders, ``-`` (standard input) and http(s) addresses.

    ``stdin`` and ``fetcher`` are what ``-`` and addresses are read through; without them, such
    an input is a failure. ``ignored`` files are passed over in folders. A reader holds no state
    between calls and may be shared by threads, save that they share ``stdin``.
    """

    def __init__(
        self,
        *,
        stdin: BinaryIO | TextIO | None = None,
        fetcher: Fetcher | None = None,
        limits: IngestLimits | None = None,
        ignored: Ignored | None = None,
    ) -> None:
        self._ignored = ignored
        self._stdin = stdin
        self._fetcher = fetcher
        self._limits = limits or IngestLimits()

    def read(self, inputs: Sequence[str]) -> Iterator[Document | Failure]:
        """Yield documents and failures in the order of ``inputs``, folders sorted.

        A file that several inputs name is read once. A document that was read but has, say, a
        date that can't be read is followed by a failure that says so.
        """
        seen: set[str] = set()
        for given in inputs:
            yield from self._input(given, seen)

    def _input(self, given: str, seen: set[str]) -> Iterator[Document | Failure]:
        try:
            if given == _STDIN:
                yield from self._from_stdin()
            elif match := _SCHEME.match(given):
                yield from self._from_address(given, match[1].lower())
            else:
                for found in find_files(given, self._ignored):
                    place = os.path.realpath(found.file)
                    if place not in seen:
                        seen.add(place)
                        yield from self._from_file(found.file, found.shown)
        except InputError as error:
            label = given if _SCHEME.match(given) or given == _STDIN else shown(Path(given))
            yield _failure(_without_password(label), error)

    def _from_file(self, file: Path, label: str) -> Iterator[Document | Failure]:
        try:
            stream = file.open("rb")
        except (OSError, ValueError) as error:  # ValueError: a NUL in the name
            yield Failure(label, f"cannot be opened: {reason(error)}")
            return
        with stream:
            try:
                kind = _SUFFIXES.get(file.suffix.lower())
                if kind == "jsonl":
                    found = read_jsonl(stream, label, label, self._limits.max_bytes)
                else:
                    data = self._bounded(stream)
                    found = self._parse(kind or _sniff(data), Raw(data, label, label))
                yield from self._admit(found, label)
            except InputError as error:
                yield _failure(label, error)
            except OSError as error:
                yield Failure(label, f"cannot be read: {reason(error)}")

    def _from_stdin(self) -> Iterator[Document | Failure]:
        if self._stdin is None:
            raise InputError("standard input is not read here; name a file")
        source = getattr(self._stdin, "buffer", self._stdin)
        data = source.read(self._limits.max_bytes + 1)
        if isinstance(data, str):
            data = data.encode("utf-8", "surrogatepass")
        data = self._bounded(io.BytesIO(cast(bytes, data)))
        yield from self._admit(self._parse(_sniff(data), Raw(data, _STDIN, _STDIN)), _STDIN)

    def _from_address(self, url: str, scheme: str) -> Iterator[Document | Failure]:
        if scheme not in ("http", "https"):
            raise InputError(f"{scheme} addresses are not read; only http and https are")
        if self._fetcher is None:
            raise InputError("addresses are not read here; save the page and name the file")
        page = self._fetcher.fetch(url)
        kind = _MEDIA_TYPES.get(page.media_type)
        if kind is None:
            if page.media_type not in _UNTOLD:
                raise InputError(
                    f"sends {one_line(page.media_type, 60)}; "
                    "only pages, PDF, feeds and plain text are read"
                )
            suffix = PurePosixPath(urlsplit(page.url).path).suffix.lower()
            kind = _SUFFIXES.get(suffix) or _sniff(page.body)
        label = _without_password(url)
        raw = Raw(page.body, label, None, page.url, page.charset)
        yield from self._admit(self._parse(kind, raw), label)

    def _bounded(self, stream: BinaryIO) -> bytes:
        data = stream.read(self._limits.max_bytes + 1)
        if len(data) > self._limits.max_bytes:
            raise InputError(f"is larger than {self._limits.max_bytes:,} bytes; split it")
        return data

    def _parse(self, kind: str, raw: Raw) -> Iterator[Document | Failure]:
        if kind == "html":
            return read_html(raw)
        if kind == "pdf":
            return read_pdf(raw, self._limits.max_pages, self._limits.max_characters)
        if kind == "feed":
            return read_feed(raw)
        if kind == "claimreview":
            return read_claimreview(raw)
        if kind == "jsonl":
            stream = io.BytesIO(raw.data)
            return read_jsonl(stream, raw.label, raw.path, self._limits.max_bytes, raw.url)
        return read_plain(raw)

    def _admit(
        self, found: Iterable[Document | Failure], label: str
    ) -> Iterator[Document | Failure]:
        """Pass on what can be worked with; a text too long or not English becomes a failure."""
        longest = self._limits.max_characters
        for item in found:
            if isinstance(item, Document):
                try:
                    if len(item.text) > longest:
                        raise InputError(
                            f"has {len(item.text):,} characters in one article, "
                            f"over {longest:,}; split it"
                        )
                    require_english(item.text)
                except InputError as error:
                    yield _failure(_name(item, label), error)
                    continue
            yield item
            if isinstance(item, Document) and (passage := foreign_passage(item.text)):
                number, name = passage
                yield Failure(
                    one_line(_name(item, label), 1000),
                    f"from paragraph {number} on looks like {name}; claimtrack reads English only",
                )


def read_inputs(
    inputs: Sequence[str],
    *,
    stdin: BinaryIO | TextIO | None = None,
    fetcher: Fetcher | None = None,
    limits: IngestLimits | None = None,
    ignored: Ignored | None = None,
) -> Iterator[Document | Failure]:
    """Yield the documents and failures of ``inputs``; see ``Reader``."""
    reader = Reader(stdin=stdin, fetcher=fetcher, limits=limits, ignored=ignored)
    return reader.read(inputs)


def _sniff(data: bytes) -> str:
    """Tell the kind of what carries no name from its first bytes; text where nothing tells."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if name_binary(data):
        return "text"
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")) or (
        head.startswith(b"<?xml") and b"<html" in head
    ):
        return "html"
    if head.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf:rdf")):
        return "feed"
    if head.startswith(b"{") and b'"text"' in data.partition(b"\n")[0]:
        return "jsonl"
    return "text"


def _name(item: Document, label: str) -> str:
    """What a failure names: the part of a page where there are several."""
    place = item.path or label
    return f"{place} (article {item.part})" if item.part is not None else place


def _failure(label: str, error: InputError) -> Failure:
    return Failure(one_line(label, 1000), one_line(str(error)))


def _without_password(label: str) -> str:
    """The address without the user and password that it may carry."""
    return re.sub(r"^([A-Za-z][\w+.-]*://)[^/?#]*@", r"\1", label)
