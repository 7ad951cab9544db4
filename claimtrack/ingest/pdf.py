"""Reads PDF with pypdf: the text layer, put back into paragraphs."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from claimtrack.errors import InputError
from claimtrack.ingest.decode import newlines, one_line, without_surrogates
from claimtrack.ingest.raw import Meta, Raw, documents, silence
from claimtrack.model import Document, Failure

_ENDS = (".", "!", "?", ":", "…", '"', "”", "’", ")")
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE)
# Titles that programs write and no editor did.
_NO_TITLE = re.compile(
    r"untitled|microsoft word|\(?anonymous|.*\.(?:docx?|pdf|tex|indd|odt)$", re.I
)


def read_pdf(raw: Raw, max_pages: int, max_characters: int) -> Iterator[Document | Failure]:
    """Yield the articles in a PDF's text layer.

    Lines are joined to paragraphs, hyphenated words healed, page numbers and lines that repeat
    on most pages dropped. The title is the file's own if it has one. A PDF's dates tell when the
    file was made, not when the article was published, so the document has none.

    Raises:
        InputError: if it is encrypted, damaged, a scan without text, or over a limit.
    """
    pages, title = _pages(raw.data, max_pages, max_characters)
    text = "\n\n".join(_paragraphs(pages))
    if not text.strip():
        raise InputError("has no text layer (a scan?); run OCR on it first, for instance ocrmypdf")
    yield from documents(text, Meta(title=title, url=raw.url), raw.path, None)


def _pages(data: bytes, max_pages: int, max_characters: int) -> tuple[list[str], str | None]:
    if not data:
        raise InputError("is empty; nothing to read")
    from pypdf import PdfReader

    silence("pypdf")
    pages: list[str] = []
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError("is encrypted; save it without a password")
        if len(reader.pages) > max_pages:
            raise InputError(f"has {len(reader.pages):,} pages, over {max_pages:,}; split it")
        total = 0
        for page in reader.pages:
            pages.append(_clean(page.extract_text()))
            total += len(pages[-1])
            if total > 4 * max_characters:  # a few articles may share a file; a bomb may not
                raise InputError(f"holds over {4 * max_characters:,} characters; split it")
        title = one_line(str(reader.metadata.title or "")) if reader.metadata else ""
    except InputError:
        raise
    except Exception as error:  # whatever a hostile file does to a parser, the next one is read
        raise InputError(
            f"cannot be read as a PDF ({type(error).__name__}); is it damaged? save it anew, "
            "or its text as .txt"
        ) from error
    return pages, None if not title or _NO_TITLE.match(title) else title


def _clean(text: str) -> str:
    return without_surrogates(newlines(text)).replace("\x00", "").replace("\u00ad", "")


def _paragraphs(pages: Sequence[str]) -> list[str]:
    """Join the lines of all pages; a paragraph may run over the end of a page."""
    rows = _without_running_lines([page.split("\n") for page in pages])
    widths = [len(row) for row in rows if row]
    usual = median(widths) if widths else 0
    paragraphs: list[str] = []
    current = ""
    heading = False  # whether ``current`` is one short row without a full stop
    for row in [*rows, ""]:
        if current and (not row or (heading and not row[0].islower())):
            paragraphs.append(current)
            current = ""
        heading = not current and len(row) < 0.75 * usual and not row.endswith((*_ENDS, ","))
        if not current:
            current = row
        elif re.search(r"[a-z]-$", current) and row[0].islower():
            current = current[:-1] + row
        else:
            current = f"{current} {row}"
        # A short row that ends a sentence ends its paragraph; blank rows are rare in PDF text.
        if current and len(row) < 0.75 * usual and current.endswith(_ENDS):
            paragraphs.append(current)
            current = ""
    return paragraphs


def _without_running_lines(pages: Sequence[Sequence[str]]) -> list[str]:
    """All rows, stripped, without page numbers and lines at the edges of most pages."""
    cleaned = [[" ".join(row.split()) for row in page] for page in pages]
    edges: Counter[str] = Counter()
    for page in cleaned:
        solid = [row for row in page if row]
        edges.update({*solid[:2], *solid[-2:]})
    running = {row for row, count in edges.items() if len(pages) > 2 and 2 * count > len(pages)}
    rows: list[str] = []
    for page in cleaned:
        kept = [row for row in page if row not in running and not _PAGE_NUMBER.fullmatch(row)]
        while kept and not kept[0]:
            kept.pop(0)
        while kept and not kept[-1]:
            kept.pop()
        # Only a finished sentence ends with its page.
        if rows and rows[-1].endswith(_ENDS):
            rows.append("")
        rows.extend(kept)
    return rows
