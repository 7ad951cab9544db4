"""JSON Lines."""

from __future__ import annotations

import datetime as dt
import io
import json

import pytest

from claimtrack.errors import InputError
from claimtrack.ingest.jsonl import read_jsonl
from claimtrack.model import Document, Failure

TEXT = "The pier stands."


def read(*lines: str | bytes, longest: int = 10_000) -> list[Document | Failure]:
    data = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return list(read_jsonl(io.BytesIO(data), "in/a.jsonl", "in/a.jsonl", longest))


def test_each_line_is_a_document() -> None:
    """All fields are taken, and the path tells the line, or the id where there is one."""
    full = {
        "text": TEXT,
        "title": "Pier",
        "publisher": "Courier",
        "author": ["Jo Tamm", "A. Quillon"],
        "date": "2025-06-04",
        "url": "https://courier.example/1",
        "id": "pier-1",
        "other": {"x": [1]},
    }
    first, second, third = read(
        json.dumps(full), "", json.dumps({"text": TEXT}), '{"text":"x","id":7}'
    )
    assert first == Document(
        text=TEXT,
        path="in/a.jsonl#pier-1",
        title="Pier",
        outlet="Courier",
        author="Jo Tamm, A. Quillon",
        published=dt.date(2025, 6, 4),
        url="https://courier.example/1",
    )
    assert second.path == "in/a.jsonl#3"
    assert third.path == "in/a.jsonl#7"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{not json", "is not JSON"),
        ("[1, 2]", "is not a JSON object"),
        ("{}", 'has no "text"'),
        ('{"text": "  "}', 'has no "text"'),
        ('{"text": 5}', 'has no "text"'),
        ('{"text": "x", "title": 5}', 'has a "title" that is not a string'),
        ('{"text": "x", "id": true}', 'has an "id"'),
        ('{"text": "a\\u0000b"}', "NUL"),
        ("[" * 200_000, "is longer"),
        ("[" * 9_000 + "]" * 900, "is JSON nested too deeply"),
        ('{"text": "x", "n": ' + "9" * 9000 + "}", "a number that is too long"),
        (b'{"text": "caf\xe9"}', "is not UTF-8"),
    ],
)
def test_a_bad_line_is_one_failure(line: str | bytes, message: str) -> None:
    """A bad line is named by its number, and those around it are read."""
    before, failure, after = read('{"text": "one"}', line, '{"text": "two"}')
    assert isinstance(before, Document)
    assert isinstance(after, Document)
    assert isinstance(failure, Failure)
    assert failure.path == "in/a.jsonl"
    assert failure.message.startswith("line 2: ")
    assert message in failure.message
    assert after.path == "in/a.jsonl#3"


def test_a_bad_date_is_told_with_its_line() -> None:
    """The document is read without its date, and the failure names the line."""
    document, failure = read(json.dumps({"text": TEXT, "date": "soon"}))
    assert document.path == "in/a.jsonl#1"
    assert failure == Failure(
        "in/a.jsonl", "line 1: date 'soon' cannot be read; write it as YYYY-MM-DD"
    )


def test_lone_surrogates_do_not_reach_the_text() -> None:
    """JSON can carry half a character; the text can still be stored as UTF-8."""
    (document,) = read('\ufeff{"text": "a \\ud800 b", "title": "\\udc00"}')
    assert isinstance(document, Document)
    assert document.text == "a \ufffd b"
    assert document.id


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"PK\x03\x04xx", "ZIP"),
        ("{}".encode("utf-16"), "UTF-16"),
    ],
)
def test_what_is_no_jsonl_is_one_failure(data: bytes, message: str) -> None:
    """An empty file and a binary are one line, not one a line."""
    with pytest.raises(InputError, match=message):
        read(data)
