"""Sentences and quotations by rule."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.sentences import quotations, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The U.S. Navy left. Gen. Paul R. Denby stayed.", 2),
        ("It fell in Feb. 2019. No one saw it.", 2),
        ("He lives in the U.S. The rest of us left.", 2),
        ("It sank at 4 a.m. on Sunday.", 1),
        ("“Who opened it?” Ruth Calder asked in court.", 1),
        ("“Go home!” he said. “Now.”", 2),
        ("“We have two. We need three.”", 2),
        ("It cost $1.5 million. That was too much.", 2),
        ("The pump … failed at noon.", 1),
        ("It failed… Then it burned.", 2),
        ("(It was dark. Nobody saw.) They left.", 2),
        ("Norvik Inc. said so. Velden Ltd. did not.", 2),
        ("Is it safe? It is.", 2),
    ],
)
def test_boundaries(text: str, count: int) -> None:
    """Abbreviations, initials, decimals and frames do not end a sentence; stops do."""
    assert len(split(text)) == count


@given(st.text(max_size=100))
def test_sentences_cover_all_but_white_space(text: str) -> None:
    """No word is lost and spans do not overlap."""
    spans = sentences(text)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))


def quoted(text: str, inside: bool = False) -> list[str]:
    return [text[q.inner[0] : q.inner[1]] for q in quotations(text, 0, len(text), inside)]


def test_quotations_of_all_marks() -> None:
    """Curly, straight and single marks; an apostrophe is none."""
    assert quoted('“One,” she said, "two".') == ["One,", "two"]
    assert quoted("‘The workers’ rights matter,’ he said.") == ["The workers’ rights matter,"]
    assert quoted("It's the firm's own fault.") == []


def test_a_quotation_left_open_ends_with_the_text() -> None:
    """It is marked as not closed."""
    found = quotations("“The roof was old.", 0, 18)
    assert [q.closed for q in found] == [False]


def test_a_quotation_open_before_starts_at_once() -> None:
    """``inside`` continues the one of the paragraph before."""
    assert quoted('It leaked," she said.', inside=True) == ["It leaked,"]


def test_a_quotation_that_nobody_closed_ends_with_its_sentence() -> None:
    """The mark that opens the next quotation does not close the one before."""
    text = 'He saw "a crater. It grew. "We ran," said Berg.'
    found = quotations(text, 0, len(text))
    assert [text[q.start : q.end] for q in found] == ['"a crater.', '"We ran,"']


def test_a_space_before_the_closing_mark_does_not_hide_it() -> None:
    """As some houses' pages have it: 'We ran. '."""
    text = "Berg said: 'We ran. '"
    found = quotations(text, 0, len(text))
    assert [text[q.start : q.end] for q in found] == ["'We ran. '"]
