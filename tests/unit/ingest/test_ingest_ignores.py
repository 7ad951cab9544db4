"""Comments that accept the conflicts of a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.ingest.html import read_html
from claimtrack.ingest.ignores import parse_directive, without_comments
from claimtrack.ingest.plain import read_plain
from claimtrack.ingest.raw import Raw
from claimtrack.model import ConflictType, Document, Failure

PAGE = """---
title: The dam
---
The dam at Orvale broke on Monday, the mayor said in the morning.

<!-- claimtrack: ignore[quantity, date] both tolls
     are quoted -->

Twelve people were hurt when
the water came, she added.

Nineteen were hurt, said the hospital in the evening of that day.
"""


def test_a_comment_covers_the_next_paragraph_and_leaves_the_text() -> None:
    """The ignore spans the paragraph after it; the comment is no part of the article."""
    [document] = read_plain(Raw(PAGE.encode(), "a.md", "a.md"))
    assert isinstance(document, Document)
    [ignore] = document.ignores
    assert document.text[ignore.start : ignore.end] == (
        "Twelve people were hurt when\nthe water came, she added."
    )
    assert ignore.types == (ConflictType.QUANTITY, ConflictType.DATE)
    assert ignore.reason == "both tolls are quoted"
    assert ignore.line == 6
    assert "claimtrack" not in document.text
    assert document.first_line == 4
    line = document.first_line + document.text[: ignore.start].count("\n")
    assert PAGE.splitlines()[line - 1].startswith("Twelve people")


def test_a_comment_may_stand_right_above_or_before_its_paragraph() -> None:
    """No blank line is needed between the comment and what it covers."""
    text = "One thing was said.\n\n<!-- claimtrack: ignore[all] known -->\nAnother was.\n\nA third."
    [document] = read_plain(Raw(text.encode(), "a.md", "a.md"))
    assert isinstance(document, Document)
    [ignore] = document.ignores
    assert document.text[ignore.start : ignore.end] == "Another was."
    assert ignore.types == ()


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("ignore[quantity]", "needs a reason"),
        ("ignore[] known", "names its types"),
        ("ignore known", "reads <!-- claimtrack: ignore[TYPE] REASON -->"),
        ("ignore[quantitty] known", "the nearest is 'quantity'"),
    ],
)
def test_a_bad_comment_is_one_line_that_names_its_place(body: str, wanted: str) -> None:
    """A comment that can't be obeyed is an error, and the article is read all the same."""
    text = f"One thing was said.\n\n<!-- claimtrack: {body} -->\nAnother was.\n"
    document, failure = read_plain(Raw(text.encode(), "a.md", "a.md"))
    assert isinstance(document, Document)
    assert isinstance(failure, Failure)
    assert failure.path == "a.md:3"
    assert wanted in failure.message
    assert "\n" not in failure.message


def test_a_page_has_them_too() -> None:
    """In HTML the next paragraph is the next element that holds text."""
    words = "Twelve people were hurt when the water came, the mayor of the town said."
    page = (
        "<html><head><title>The dam</title></head><body><article>"
        "<p>The dam at Orvale broke on Monday, the mayor of the town said in the morning.</p>\n"
        "<!-- claimtrack: ignore[quantity] quoted on purpose -->\n"
        f"<p>{words.replace('water', '<em>water</em>')}</p>"
        "<p>Nineteen people were hurt, the hospital said in the evening of that same day.</p>"
        "</article></body></html>"
    )
    [document] = read_html(Raw(page.encode(), "a.html", "a.html"))
    assert isinstance(document, Document)
    [ignore] = document.ignores
    assert document.text[ignore.start : ignore.end] == words
    assert ignore.line == 2


def test_a_page_with_a_bad_comment_says_so() -> None:
    """The line of the comment in the page is named."""
    page = (
        "<html><body><article><p>The dam at Orvale broke on Monday, the mayor said.</p>\n\n"
        "<!-- claimtrack: ignore[date] --><p>It happened in the night of Sunday.</p>"
        "</article></body></html>"
    )
    found = list(read_html(Raw(page.encode(), "a.html", "a.html")))
    assert [item.path for item in found if isinstance(item, Failure)] == ["a.html:3"]


@given(st.text(alphabet="<!-> ab\n"))
def test_blanking_keeps_length_and_lines(text: str) -> None:
    """Offsets and lines of what is left are those of the file."""
    blank = without_comments(text)
    assert len(blank) == len(text)
    assert [i for i, c in enumerate(blank) if c == "\n"] == [
        i for i, c in enumerate(text) if c == "\n"
    ]


def test_types_are_read_in_any_case() -> None:
    """``ignore[Quantity]`` is what it looks like."""
    assert parse_directive(" ignore[Quantity] x").types == (ConflictType.QUANTITY,)
