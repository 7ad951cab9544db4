"""Negation scopes, moods, clock times and periods: what comparators read out of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.judge.readings.periods import all_apart
from claimtrack.judge.readings.reading import read
from claimtrack.model import Statement
from claimtrack.text.clock import find_times, times_apart
from claimtrack.text.moods import Mood
from claimtrack.text.parse import SpacyParser
from claimtrack.text.polarity import negated


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.mark.parametrize(
    ("text", "word", "count"),
    [
        ("The dam was not inspected.", "inspected", 1),
        ("The army denied shelling the hospital.", "shelling", 1),
        ("The club denied that the coach would not return.", "return", 2),
        ("No survivors were found.", "survivors", 1),
        ("The dam was inspected.", "inspected", 0),
        ("The dam was hardly inspected.", "inspected", 1),
        ("Barely a fifth of the island is wooded.", "wooded", 0),
        ("Hardly 40 people came.", "people", 0),
        ("Not one siren was heard.", "heard", 1),
        ("Not a single tram left the depot.", "left", 1),
        ("The storm sank nine boats and not one more.", "sank", 0),
    ],
)
def test_negation_counts_the_cues_over_a_word(
    parser: SpacyParser, text: str, word: str, count: int
) -> None:
    """Each cue counts once for the words in its scope, so that two of them cancel."""
    doc = parser.parse([text])[0]
    (token,) = [token for token in doc if token.text == word]
    assert negated(doc).get(token.i, 0) == count


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("The volcano may erupt.", Mood.HEDGE),
        ("If it rains, the match will be off.", Mood.CONDITION),
        ("The firm plans to close the mill.", Mood.PLAN),
        ("The union demands more pay.", Mood.DEMAND),
        ("It is unclear who fired.", Mood.UNCLEAR),
        ("Police are investigating the fire.", Mood.INVESTIGATION),
        ("The mill will close.", Mood.FUTURE),
    ],
)
def test_moods_are_told_by_their_cues(parser: SpacyParser, text: str, mood: Mood) -> None:
    """Each mood is found, with words that stand in the text."""
    assert moods_of(parser, text)[mood] in text


@pytest.mark.parametrize(
    "text",
    [
        "The mill burned down on 9 May.",
        "The man suspected of the theft is in custody.",
        "The commission of inquiry put the loss at four million.",
        "He was held against his will.",
        "Weak demand held exports back.",
        "The first call came in at two.",
        "The union called off the strike.",
        "The letter was written by the man who may run for mayor.",
    ],
)
def test_a_plain_fact_has_no_mood(parser: SpacyParser, text: str) -> None:
    """A cue that is said of a part of the proposition, or means something else, is none."""
    assert moods_of(parser, text) == {}


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("The king was a great statesman.", True),
        ("The hall is ugly.", True),
        ("The leader called the budget a disaster.", True),
        ("The sentence was far too mild.", True),
        ("Exports were greater than imports.", False),
        ("The great hall was closed.", False),
        ("The milk was contaminated.", False),
    ],
)
def test_who_judges_tells_no_fact(parser: SpacyParser, text: str, judged: bool) -> None:
    """A predicate that judges makes an opinion; a judging word elsewhere, or a comparison, none."""
    assert (Mood.OPINION in moods_of(parser, text)) is judged


def moods_of(parser: SpacyParser, text: str) -> dict[Mood, str]:
    return read(Statement(text), parser.parse([text])[0]).moods


@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 23), st.integers(0, 59))
def test_clock_times_are_apart_unless_equal(h: int, m: int, hour: int, minute: int) -> None:
    """Two exact times are apart in both orders unless they are the same minute."""
    (a,) = find_times(f"It began at {h:02}:{m:02}.")
    (b,) = find_times(f"It began at {hour:02}:{minute:02}.")
    assert times_apart(a, b) == times_apart(b, a) == ((h, m) != (hour, minute))


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("Sales fell in the first quarter.", "Sales fell between July and September.", True),
        ("Sales fell in winter.", "Sales fell in January.", False),
        ("Sales fell in 2019.", "Sales fell in 2021.", True),
        ("Sales fell last year.", "Sales fell this year.", True),
        ("Sales fell.", "Sales fell in 2021.", False),
    ],
)
def test_periods_are_compared_by_name(parser: SpacyParser, a: str, b: str, apart: bool) -> None:
    """Months, seasons, quarters and years are told apart without any date to resolve against."""
    first, second = (
        read(Statement(text), doc) for text, doc in zip((a, b), parser.parse([a, b]), strict=True)
    )
    assert (all_apart(first, second) is not None) == apart
