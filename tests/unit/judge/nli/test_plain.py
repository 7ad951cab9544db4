"""Rare names are read as common ones, the same on both sides."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from claimtrack.judge.nli.plain import PLAIN, plain_names

COMMON = {"Monday", "London", *PLAIN}


def rare(word: str) -> bool:
    """Whether the pretended vocabulary lacks the word."""
    return word not in COMMON and word.lower() not in {"police", "firefighters", "nobody", "the"}


def test_a_rare_name_is_the_same_common_one_on_both_sides() -> None:
    """What is one thing in two statements stays one thing."""
    a, b = plain_names("The dam at Orvesk broke.", "The dam at Orvesk held.", rare)
    name = a.removeprefix("The dam at ").removesuffix(" broke.")
    assert name in PLAIN
    assert b == f"The dam at {name} held."


def test_two_names_stay_two() -> None:
    """What differs goes on to differ."""
    a, b = plain_names("The mayor of Orvesk won.", "The mayor of Tillund won.", rare)
    assert a != b


def test_common_names_and_words_stay() -> None:
    """What the vocabulary has is not touched, nor is a word that only begins a sentence."""
    pair = ("Firefighters came to London on Monday.", "Nobody came to London.")
    assert plain_names(*pair, rare) == pair
    start = ("Kettledrums were heard in London.", "No kettledrums were heard.")
    assert plain_names(*start, rare) == start


def test_a_name_at_the_start_is_known_by_what_follows_or_by_another_place() -> None:
    """ "Halvair's", "Anselby Freight" and a name that stands within a sentence too are names."""
    a, _ = plain_names("Halvair's crew struck.", "The crew struck.", rare)
    assert "Halvair" not in a
    a, _ = plain_names("Anselby Freight paid.", "Nobody paid.", rare)
    assert "Anselby" not in a
    a, b = plain_names("Halvair paid the crew.", "The crew was not paid by Halvair.", rare)
    assert "Halvair" not in a + b


def test_a_common_name_that_is_in_the_texts_is_not_given_to_another() -> None:
    """No two things become one."""
    text = f"{PLAIN[0]} met the mayor of Orvesk in {PLAIN[1]}."
    a, _ = plain_names(text, "Nobody met.", rare)
    assert a == f"{PLAIN[0]} met the mayor of {PLAIN[2]} in {PLAIN[1]}."


def test_more_names_than_there_are_common_ones_stay_as_they_are() -> None:
    """The rest is read as it is written."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [f"Z{letter}x" for letter in letters]
    a, _ = plain_names("They met " + ", ".join(names) + ".", "Nobody met.", rare)
    assert names[-1] in a
    assert names[0] not in a


WORDS = st.sampled_from(["Orvesk", "Tillund", "the", "dam", "broke", "London", "on"])
TEXTS = st.lists(WORDS, max_size=8).map(lambda words: " ".join(["A", *words]))


@given(TEXTS, TEXTS)
def test_swapping_the_sides_swaps_the_results(a: str, b: str) -> None:
    """Both directions are read under the same names."""
    assert plain_names(b, a, rare) == plain_names(a, b, rare)[::-1]


@given(TEXTS, TEXTS)
def test_renaming_what_is_rare_changes_nothing(a: str, b: str) -> None:
    """A score cannot hang on how a rare name looks."""

    def renamed(text: str) -> str:
        return text.replace("Orvesk", "Zultar").replace("Tillund", "Bivolk")

    def nameless(text: str) -> list[str]:
        return [word for word in text.split() if word not in ("Orvesk", "Tillund", "London")]

    # Of two texts that differ in names alone, either may come first.
    assume(nameless(a) != nameless(b))
    assert plain_names(renamed(a), renamed(b), rare) == plain_names(a, b, rare)
