"""Reading ahead in other processes changes nothing but the time it takes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

import pytest

from claimtrack.extract import ahead
from claimtrack.extract.ahead import ReadingAhead
from claimtrack.model import Document
from tests.apart_things import Reader

TEXTS = [f"The bridge number {n} was closed." for n in range(40)]


@pytest.fixture(autouse=True)
def _any_size_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "WORTH", 1)


def reading(workers: int = 2) -> ReadingAhead:
    """Read with children; the reader knows which process is the parent."""
    return ReadingAhead(Reader(os.getpid()), workers)  # type: ignore[arg-type]


def until(reached: Callable[[], bool]) -> None:
    """Wait for a state that children bring about."""
    while not reached():
        time.sleep(0.01)


def test_claims_come_in_the_order_in_which_they_are_asked_for() -> None:
    """Each document has its own claims, whoever read it, and children read some of them."""
    documents = [Document(text) for text in TEXTS]
    reader = reading()
    places = set()
    # The parent reads so fast that children only come in where it waits for more.
    for start in range(0, len(documents), 10):
        reader.expect(documents[start:])
        until(lambda: bool(reader._read))
        for document in documents[start : start + 10]:
            [claim] = reader.extract(document)
            assert (claim.document, claim.quote) == (document.id, document.text)
            places.add(claim.holder.name)
    assert "child" in places


def test_an_error_belongs_to_its_document() -> None:
    """It is raised when that is asked for; the others are read."""
    documents = [Document(text) for text in (*TEXTS[:5], "broken", *TEXTS[5:10])]
    reader = reading()
    reader.expect(documents)
    until(lambda: len(reader._read) == len(documents))
    for document in documents:
        if document.text == "broken":
            with pytest.raises(ValueError, match="not a text"):
                reader.extract(document)
        else:
            assert reader.extract(document)[0].quote == document.text


def test_a_child_that_dies_costs_no_document() -> None:
    """What it held is read here."""
    documents = [Document(text) for text in ("deadly", *TEXTS)]
    reader = reading(1)
    reader.expect(documents)
    until(lambda: not reader._running)
    read = [reader.extract(document)[0] for document in documents]
    assert [claim.quote for claim in read] == ["deadly", *TEXTS]
    assert {claim.holder.name for claim in read} == {"parent"}


def test_what_was_not_expected_is_read_all_the_same() -> None:
    """A document may be asked for out of the blue, or twice."""
    reader = reading()
    document = Document(TEXTS[0])
    assert reader.extract(document) == reader.extract(document)


def test_few_articles_start_no_reader_but_begin_what_comes_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A process takes seconds to start; the embedder is needed for one article as well."""
    monkeypatch.setattr(ahead, "WORTH", 50_000)
    begun: list[bool] = []
    reader = ReadingAhead(Reader(os.getpid()), 2, lambda: begun.append(True))  # type: ignore[arg-type]
    reader.expect([])
    assert not begun
    reader.expect([Document(text) for text in TEXTS])
    assert begun
    assert not reader._running


def test_no_more_is_kept_than_will_soon_be_asked_for() -> None:
    """A large corpus does not pile up in memory while this process stores the first of it."""
    documents = [Document(f"{text} Again: {n}.") for n, text in enumerate(TEXTS * 3)]
    reader = reading()
    reader.expect(documents)
    until(lambda: len(reader._read) >= ahead.AHEAD and not reader._held)
    assert len(reader._read) < len(documents) / 2
    assert [reader.extract(one)[0].quote for one in documents] == [one.text for one in documents]
