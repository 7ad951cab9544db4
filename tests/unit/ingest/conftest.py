"""Makers of small PDF files."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

MakePdf = Callable[..., bytes]


def _make_pdf(pages: Sequence[Sequence[str]], title: str | None = None) -> bytes:
    """A PDF by hand: one Helvetica text object a page, one ``Tj`` a line."""
    objects: list[bytes] = [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    parent = 2 + 2 * len(pages)
    kids = []
    for lines in pages:
        shown = b" ".join(b"(%s) Tj T*" % _escape(line) for line in lines)
        stream = b"BT /F1 11 Tf 14 TL 72 760 Td %s ET" % shown
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 1 0 R >> >> >>" % (parent, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects.append(b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids)))
    objects.append(b"<< /Type /Catalog /Pages %d 0 R >>" % parent)
    root = len(objects)
    objects.append(b"<< /Title (%s) >>" % _escape(title or ""))
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    out += b"trailer << /Size %d /Root %d 0 R /Info %d 0 R >>\n" % (size, root, root + 1)
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def _escape(line: str) -> bytes:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")


@pytest.fixture
def make_pdf() -> MakePdf:
    """Return a function (pages of lines, title=None) → bytes of a PDF with a text layer."""
    return _make_pdf
