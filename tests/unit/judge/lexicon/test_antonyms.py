"""The table of opposites: WordNet's pairs and our own, one look-up."""

from __future__ import annotations

import subprocess
import sys

import pytest

from claimtrack.judge.lexicon.antonyms import opposites_of, own, wordnet


def test_pairs_are_symmetric_and_never_reflexive() -> None:
    """If one word is the opposite of another, so is the other of the one; none is its own."""
    pairs = {*wordnet(), *(("", *pair) for pair in own())}
    assert len(pairs) >= 1000
    for pos, one, other in pairs:
        assert one != other
        assert other in opposites_of(one, pos)
        assert one in opposites_of(other, pos)


def test_our_own_tables_hold_only_what_wordnet_lacks() -> None:
    """Every word of our own has an opposite there that WordNet's table has not."""
    known = {frozenset(pair) for _, *pair in wordnet()}
    adds = {word for pair in own() if frozenset(pair) not in known for word in pair}
    assert {word for pair in own() for word in pair} == adds


@pytest.mark.parametrize(
    ("one", "other", "pos"),
    [
        ("damaged", "undamaged", "a"),
        ("harmed", "unharmed", "a"),
        ("legal", "illegal", "a"),
        ("switch_on", "switch_off", "v"),
        ("lose", "win", "v"),
        ("fall", "rise", "n"),
        ("illegally", "legally", "r"),
        ("alive", "dead", "a"),
    ],
)
def test_what_excludes_each_other_is_there(one: str, other: str, pos: str) -> None:
    """Results, directions and states that are the one or the other."""
    assert other in opposites_of(one, pos)


@pytest.mark.parametrize(
    ("one", "other", "pos"),
    [
        ("good", "bad", "a"),
        ("big", "small", "a"),
        ("happy", "sad", "a"),
        ("fair", "unfair", "a"),
        ("love", "hate", "v"),
        ("covered", "uncovered", "v"),
        ("birth", "death", "n"),
    ],
)
def test_opinions_and_degrees_are_not(one: str, other: str, pos: str) -> None:
    """What is a matter of opinion or of degree, or two deeds, is no pair of opposites."""
    assert other not in opposites_of(one, pos)


def test_the_part_of_speech_counts() -> None:
    """ "Purge" is the opposite of "rehabilitate" as a verb alone."""
    assert "rehabilitate" in opposites_of("purge", "v")
    assert "rehabilitate" not in opposites_of("purge", "n")


def test_the_table_is_read_when_first_asked() -> None:
    """Importing the module opens no table."""
    code = (
        "from claimtrack.judge.lexicon import antonyms as a;"
        "assert a._table.cache_info().currsize == 0;"
        "a.opposites_of('win', 'v'); assert a._table.cache_info().currsize == 1"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
