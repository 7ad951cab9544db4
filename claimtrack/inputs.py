"""Inputs as documents: read, with what the settings say of their paths, each document once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from claimtrack.ingest.fetch import Fetcher
from claimtrack.ingest.reader import read_inputs
from claimtrack.model import Document, Failure
from claimtrack.sources import Source, matcher, told_by


def read_documents(
    inputs: Sequence[str],
    stdin: BinaryIO | None = None,
    *,
    fetcher: Fetcher | None = None,
    ignore: Sequence[str] = (),
    sources: Sequence[Source] = (),
    root: Path = Path("."),
) -> tuple[list[Document], list[Failure]]:
    """Return the documents of ``inputs`` in order, and what could not be read.

    Addresses are read through ``fetcher``, and are failures without one. ``ignore`` and the
    patterns of ``sources`` start from ``root``.
    """
    ignored = matcher(ignore, root) if ignore else None
    told = told_by(sources, root)
    documents: dict[str, Document] = {}
    failures: list[Failure] = []
    for item in read_inputs(inputs, stdin=stdin, fetcher=fetcher, ignored=ignored):
        if isinstance(item, Failure):
            failures.append(item)
        else:
            document = told(item)
            documents.setdefault(document.id, document)
    return list(documents.values()), failures
