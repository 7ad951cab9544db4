"""The parser reads a text once, and what it keeps is bounded."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence

import pytest
import spacy
from spacy.tokens import Doc

from claimtrack.text import parse
from claimtrack.text.parse import SpacyParser


class Counting:
    """A pipeline that only cuts words, and notes what it was given."""

    def __init__(self) -> None:
        self.nlp = spacy.blank("en")
        self.read: list[str] = []

    def pipe(self, texts: Sequence[str], batch_size: int) -> Iterator[Doc]:
        """Cut each text."""
        self.read += texts
        return self.nlp.pipe(texts, batch_size=batch_size)


@pytest.fixture
def counting() -> tuple[SpacyParser, Counting]:
    """A parser over a pipeline that counts."""
    parser, pipeline = SpacyParser(), Counting()
    parser.__dict__["_nlp"] = pipeline
    return parser, pipeline


def test_a_text_is_parsed_once(counting: tuple[SpacyParser, Counting]) -> None:
    """Order is kept, whatever was known before."""
    parser, pipeline = counting
    parser.parse(["The dam broke.", "It held."])
    docs = parser.parse(["It held.", "Nobody was hurt.", "The dam broke."])
    assert [doc.text for doc in docs] == ["It held.", "Nobody was hurt.", "The dam broke."]
    assert pipeline.read == ["The dam broke.", "It held.", "Nobody was hurt."]


def test_a_text_that_is_there_twice_has_two_parses(counting: tuple[SpacyParser, Counting]) -> None:
    """A token of one sentence is not a token of its repetition."""
    parser, _ = counting
    parser.parse(["It held."])
    first, second = parser.parse(["It held.", "It held."])
    assert first is not second
    assert first[0] != second[0]


def test_only_the_newest_are_kept(
    counting: tuple[SpacyParser, Counting], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large corpus does not stay in memory."""
    monkeypatch.setattr(parse, "KEPT", 2)
    parser, pipeline = counting
    parser.parse(["one", "two", "three"])
    parser.parse(["three", "one"])
    assert pipeline.read == ["one", "two", "three", "one"]


def test_what_it_loaded_does_not_go_with_it_to_another_process(
    counting: tuple[SpacyParser, Counting],
) -> None:
    """A child is sent the pipeline's name, not the pipeline, at whatever moment it starts."""
    parser, _ = counting
    parser.parse(["It held."])
    sent = pickle.loads(pickle.dumps(parser))
    assert vars(sent) == vars(SpacyParser(parser.package))
    lean = SpacyParser(lean=True)
    assert vars(pickle.loads(pickle.dumps(lean))) == vars(lean)


def test_a_lean_one_reads_the_same_without_torch() -> None:
    """Our pipeline needs none, and a process that has it takes a second more and twice the memory.

    In a process of its own: here somebody may have loaded it.
    """
    text = "The 40-year-old dam at Orvale broke on Monday, Mayor Ada Brandt said."
    program = (
        "import sys; from claimtrack.text.parse import SpacyParser\n"
        f"[doc] = SpacyParser(lean=True).parse([{text!r}])\n"
        "print('torch' in sys.modules, *((t.lemma_, t.dep_, t.ent_type_) for t in doc))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    [doc] = SpacyParser().parse([text])
    read = " ".join(str((token.lemma_, token.dep_, token.ent_type_)) for token in doc)
    assert ran.stdout.strip() == f"False {read}"


def test_no_sentence_begins_with_a_small_letter() -> None:
    """A mark in brackets does not cut "very few (if any!) people" in two."""
    doc = SpacyParser().parse(["Very few (if any!) people saw it. It was gone."])[0]
    assert [span.text for span in doc.sents] == [
        "Very few (if any!) people saw it.",
        "It was gone.",
    ]
