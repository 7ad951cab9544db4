"""Where a span of a document stands in its source file: lines and columns, both from 1."""

from __future__ import annotations

import os
from dataclasses import dataclass

from claimtrack.model import Document


@dataclass(frozen=True, slots=True)
class Source:
    """A half-open region of a file. Columns count code points; the end column is excluded."""

    path: str
    start_line: int
    start_column: int
    end_line: int
    end_column: int


def shown_path(path: str) -> str:
    """Return ``path`` with ``/``; an absolute one relative to the working folder.

    Reports are compared between machines, so no absolute path may reach them.
    """
    shown = os.path.relpath(path) if os.path.isabs(path) else path
    return shown.replace("\\", "/").removeprefix("./")


def position(text: str, offset: int, first_line: int) -> tuple[int, int]:
    """Return (line, column) of ``offset`` in ``text`` that starts on ``first_line``."""
    line_start = text.rfind("\n", 0, offset) + 1
    return first_line + text.count("\n", 0, offset), offset - line_start + 1


def locate(document: Document, start: int, end: int) -> Source | None:
    """Return the region of ``[start, end)``; None where the text is not a slice of a file."""
    if document.path is None or document.first_line is None:
        return None
    start_line, start_column = position(document.text, start, document.first_line)
    # The end is taken from the last character, lest it fall on the next line after a newline.
    last = max(start, end - 1)
    end_line, end_column = position(document.text, last, document.first_line)
    return Source(
        path=shown_path(document.path),
        start_line=start_line,
        start_column=start_column,
        end_line=end_line,
        end_column=end_column + (1 if end > start else 0),
    )


def place(document: Document, start: int, end: int) -> str:
    """Return ``path:line:column`` for a reader, else the path or address, else the name."""
    source = locate(document, start, end)
    if source is not None:
        return f"{source.path}:{source.start_line}:{source.start_column}"
    if document.url is not None:
        return document.url
    return shown_path(document.path) if document.path is not None else document.name
