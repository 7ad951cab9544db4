"""PDF."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from pypdf import PdfWriter

from claimtrack.errors import InputError
from claimtrack.ingest.pdf import read_pdf
from claimtrack.ingest.raw import Raw
from claimtrack.model import Document

MakePdf = Callable[..., bytes]
PAGE = [
    "Barge strikes pier of bridge",
    "The harbour bridge in Westhaven was closed on Tuesday after a barge struck its nor-",
    "thern pier, the port authority said. Nobody was hurt, according to Mara Ellison, a",
    "spokeswoman.",
    "The barge's owner said that the damage was slight and that the vessel had been moored",
    "again by the evening, and that the work on the pier of the bridge would go on for",
]
NEXT = [
    "three weeks at least. The city council will meet on the closure of the bridge again",
    "on Friday.",
]


def read(data: bytes, pages: int = 100, characters: int = 100_000) -> list[Document]:
    return [
        item
        for item in read_pdf(Raw(data, "a.pdf", "a.pdf"), pages, characters)
        if isinstance(item, Document)
    ]


def test_lines_become_paragraphs(make_pdf: MakePdf) -> None:
    """Lines are joined, also over the end of a page, and a hyphenated word is healed."""
    (document,) = read(make_pdf([[*PAGE, "1"], [*NEXT, "2"]], title="Barge strikes bridge"))
    head, first, second = document.text.split("\n\n")
    assert head == PAGE[0]
    assert "struck its northern pier" in first
    assert first.endswith("a spokeswoman.")
    assert "would go on for three weeks at least." in second
    assert document.title == "Barge strikes bridge"
    assert document.published is None
    assert document.first_line is None


@pytest.mark.parametrize("title", ["Microsoft Word - draft3.docx", "untitled", "", "final.pdf"])
def test_a_title_no_editor_wrote_is_none(make_pdf: MakePdf, title: str) -> None:
    """Titles that programs write give way to the headline in the text."""
    (document,) = read(make_pdf([PAGE], title=title))
    assert document.title == PAGE[0]


def test_running_heads_and_page_numbers_are_dropped(make_pdf: MakePdf) -> None:
    """A line at the edge of most pages, and a number alone, are no part of the article."""
    pages = [["The Westhaven Courier", *PAGE[1:4], f"Page {n} of 3"] for n in (1, 2, 3)]
    (document,) = read(make_pdf(pages))
    assert "Courier" not in document.text
    assert "Page" not in document.text
    assert document.text.count("Nobody was hurt") == 3


def _written(writer: PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_an_encrypted_file_is_refused(make_pdf: MakePdf) -> None:
    """A file with a password is refused with a line that says so; an empty password is none."""
    for password, ok in (("secret", False), ("", True)):
        writer = PdfWriter(clone_from=io.BytesIO(make_pdf([PAGE])))
        writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
        data = _written(writer)
        if ok:
            assert read(data)
        else:
            with pytest.raises(InputError, match="is encrypted"):
                read(data)


def test_a_scan_is_refused() -> None:
    """Pages without a text layer are told apart from empty articles."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    with pytest.raises(InputError, match="no text layer"):
        read(_written(writer))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\ngarbage", b"no PDF at all", bytes(5000)])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    """What pypdf cannot read is one line, whatever it raises."""
    with pytest.raises(InputError) as caught:
        read(data)
    assert "\n" not in str(caught.value)


def test_bounds_hold(make_pdf: MakePdf) -> None:
    """Too many pages and too much text are refused before they are all read."""
    with pytest.raises(InputError, match="3 pages, over 2"):
        read(make_pdf([NEXT] * 3), pages=2)
    with pytest.raises(InputError, match="holds over 400 characters"):
        read(make_pdf([PAGE] * 3), characters=100)
