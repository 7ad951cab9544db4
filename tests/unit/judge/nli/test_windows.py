"""Windows over pairs that are longer than the model's own."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.judge.nli.windows import pair_windows, text_windows, worst
from claimtrack.model import NliScores

lengths = st.lists(st.integers(1, 12), min_size=1, max_size=60)


def different_letters(word_lengths: list[int]) -> str:
    """Words of these lengths in which no letter comes twice, so that a slice has one place."""
    letters = iter(range(0x4E00, 0x9FFF))
    return " ".join("".join(chr(next(letters)) for _ in range(n)) for n in word_lengths)


def letters_in_threes(text: str) -> list[tuple[int, int]]:
    """A tokenizer for tests: at most three letters a token."""
    return [match.span() for match in re.finditer(r"\w{1,3}", text)]


@given(lengths, st.integers(1, 20))
def test_windows_cover_the_text_in_order(word_lengths: list[int], size: int) -> None:
    """Every character that is not white space is in a window, in order, with no gap between."""
    text = different_letters(word_lengths)
    reached = 0
    for window in text_windows(text, letters_in_threes(text), size):
        start = text.index(window)
        assert not text[reached:start].strip()
        assert start + len(window) > reached
        reached = start + len(window)
    assert reached == len(text)


@given(lengths, st.integers(1, 20))
def test_no_window_is_too_long(word_lengths: list[int], size: int) -> None:
    """A window never holds more tokens than it may."""
    text = different_letters(word_lengths)
    for window in text_windows(text, letters_in_threes(text), size):
        assert len(letters_in_threes(window)) <= size


def test_neighbours_overlap() -> None:
    """A clause at the end of one window is whole in the next."""
    text = " ".join(f"w{number:02}" for number in range(20))
    windows = text_windows(text, letters_in_threes(text), 8)
    for left, right in itertools.pairwise(windows):
        assert set(left.split()) & set(right.split())


def test_short_pairs_stay_whole() -> None:
    """A pair that fits is given back unchanged, white space included."""
    assert pair_windows(" a  b", "c ", letters_in_threes, 3) == [(" a  b", "c ")]


def test_the_longer_side_slides_beside_the_shorter() -> None:
    """The shorter statement is whole in each pair and the longer one is read to its end."""
    long = " ".join(f"w{number:02}" for number in range(50))
    pairs = pair_windows("one two", long, letters_in_threes, 12)
    assert len(pairs) > 3
    assert all(premise == "one two" for premise, _ in pairs)
    assert pairs[-1][1].endswith("w49")
    assert [pair[::-1] for pair in pair_windows(long, "one two", letters_in_threes, 12)] == pairs


def test_two_long_sides_are_read_against_each_other() -> None:
    """Where both are too long, each part of one meets each part of the other."""
    left = " ".join(f"a{number:02}" for number in range(20))
    right = " ".join(f"b{number:02}" for number in range(20))
    pairs = pair_windows(left, right, letters_in_threes, 12)
    assert any(a.endswith("a19") and b.startswith("b00") for a, b in pairs)
    assert any(a.startswith("a00") and b.endswith("b19") for a, b in pairs)


def test_a_window_holds_something() -> None:
    """A size of zero is refused and not an endless loop."""
    with pytest.raises(ValueError, match="at least one"):
        text_windows("a b", letters_in_threes("a b"), 0)


def test_the_most_contradicting_window_decides() -> None:
    """A contradiction in one part of a long statement is not averaged away."""
    calm, clash = NliScores(0.1, 0.8, 0.1), NliScores(0.05, 0.05, 0.9)
    assert worst([calm, clash, calm]) is clash
