"""Front matter, and the slices of plain text below it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import InputError
from claimtrack.ingest.decode import newlines
from claimtrack.ingest.frontmatter import read_front_matter
from claimtrack.ingest.plain import read_plain
from claimtrack.ingest.raw import Raw
from claimtrack.model import Document, Failure


def plain(text: str) -> list[Document | Failure]:
    return list(read_plain(Raw(text.encode(), "a.txt", "a.txt")))


def test_known_keys_are_taken() -> None:
    """Title, publisher, author, date and url come from the block; the text starts below it."""
    (document,) = plain(
        '---\ntitle: "A: B"\nPublisher: The Westhaven Courier\nauthor: Jo Tamm\n'
        "date: 4 June 2025\nurl: https://courier.example/1\ntags:\n  - port\n- x\n# note\n"
        "mood: unknown\n---\n\nThe pier stands.\n"
    )
    assert document == Document(
        text="The pier stands.",
        path="a.txt",
        title="A: B",
        outlet="The Westhaven Courier",
        author="Jo Tamm",
        published=dt.date(2025, 6, 4),
        url="https://courier.example/1",
        first_line=14,
    )


def test_a_bad_date_costs_the_date_only() -> None:
    """The document is read without its date, and one line says so."""
    document, failure = plain("---\ndate: foo\n---\nThe pier stands.\n")
    assert isinstance(document, Document)
    assert document.published is None
    assert failure == Failure("a.txt", "date 'foo' cannot be read; write it as YYYY-MM-DD")


@pytest.mark.parametrize(
    "text",
    [
        "---\nA rule opens this page.\n---\nAnd on it goes.",
        "---\ntitle: never closed\n\nAnd on it goes.",
        "---\n---\nAn empty block.",
        "No block at all.\n---\ntitle: x\n---",
        "",
    ],
)
def test_what_is_no_block_is_text(text: str) -> None:
    """Rules around prose, an unclosed block and a block lower down are all text."""
    front = read_front_matter(text)
    assert not front.values
    assert front.offset == front.line == 0


def test_nothing_below_the_block_is_a_failure() -> None:
    """An article without text is refused with a line that tells the two cases apart."""
    with pytest.raises(InputError, match="below its front matter"):
        plain("---\ntitle: x\n---\n\n \n")
    with pytest.raises(InputError, match="is empty"):
        plain(" \n\n")


keys = st.sampled_from(["title", "publisher", "author", "url", "section", "Word Count", "x-id"])
values = st.text(alphabet="abc XYZ:-#'\"éß€", max_size=30)
body = st.text(alphabet="abc .\n\r\t“”é\u2028\x0b#-*", min_size=0, max_size=200)


@given(st.lists(st.tuples(keys, values), max_size=6), body, st.sampled_from(["\n", "\r\n", "\r"]))
def test_text_is_a_slice_that_starts_on_first_line(
    pairs: list[tuple[str, str]], text: str, end: str
) -> None:
    """Whatever the block and the body, each document's lines are the source's from first_line."""
    block = ["---", *(f"{key}: {value}" for key, value in pairs), "---"] if pairs else []
    source = end.join([*block, "Opening words of the story.", text])
    lines = newlines(source).split("\n")
    documents = [
        item for item in read_plain(Raw(source.encode(), "a", "a")) if isinstance(item, Document)
    ]
    assert documents
    for document in documents:
        assert document.first_line is not None
        taken = document.text.split("\n")
        there = lines[document.first_line - 1 : document.first_line - 1 + len(taken)]
        assert taken[:-1] == there[:-1]
        assert there[-1].startswith(taken[-1])
        assert document.text.strip()


@given(st.text(max_size=200))
def test_any_text_has_a_block_or_not(text: str) -> None:
    """Reading never raises, and the offset is the start of the line it names."""
    front = read_front_matter(text)
    assert 0 <= front.offset <= len(text)
    assert text[: front.offset].count("\n") in (front.line, front.line - 1)
