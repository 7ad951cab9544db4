"""The vocabulary of deeds: one place, well formed, and broad."""

from __future__ import annotations

import pytest

from claimtrack.judge.lexicon import vocabulary
from claimtrack.judge.lexicon.vocabulary import deeds_of, generals_of, nouns_of, states_of

LINES = vocabulary._sections()
FIRSTS = {vocabulary.name_of(line.split()[0]) for line in LINES["deeds"]}


@pytest.mark.parametrize("section", ["fates", "acts", "turns", "standings", "converse"])
def test_what_excludes_goes_by_the_name_of_a_line(section: str) -> None:
    """A word that no line begins with would exclude nothing."""
    words = {word for line in LINES[section] for word in line.replace("|", " ").split()}
    assert {word for word in words if vocabulary.name_of(word) not in FIRSTS} == set()


def test_general_deeds_go_by_the_name_of_a_line_or_stand_alone() -> None:
    """A general word that another line holds would never be found by its own name."""
    words = {word for line in LINES["kinds"] for word in line.split("|")[0].split()}
    lost = {w for w in words if vocabulary.name_of(w) not in deeds_of(w)}
    assert lost == set()


def test_no_deed_excludes_itself() -> None:
    """Two words of one line are one deed, and so no fate, act or turn against each other."""
    for line in LINES["deeds"]:
        words = line.partition(";")[0].split()
        for word in words[1:]:
            assert not vocabulary.two_fates(deeds_of(words[0]), deeds_of(word))
            assert not vocabulary.two_acts(deeds_of(words[0]), deeds_of(word))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hit", "tear_through"),
        ("resign", "step_down"),
        ("postpone", "put_off"),
        ("dismiss", "lay_off"),
        ("visit", "set_foot_in"),
        ("convict", "find_guilty"),
    ],
)
def test_two_phrases_for_one_deed(one: str, other: str) -> None:
    """A verb and what reporters say for it share the name of a deed."""
    assert deeds_of(one) & deeds_of(other)


def test_nouns_and_states_tell_the_deed_of_their_verb() -> None:
    """A resignation is that somebody resigned; what is shut has been closed."""
    assert nouns_of("resignation") == deeds_of("resign")
    assert states_of("shut") & deeds_of("close")
    assert states_of("in_custody") & deeds_of("arrest")


def test_a_kind_is_covered_by_its_general_deed_and_not_the_other_way() -> None:
    """Whoever denies damage denies a crack; whoever denies a crack may grant the damage."""
    assert deeds_of("damage") & generals_of(deeds_of("crack"))
    assert not deeds_of("crack") & generals_of(deeds_of("damage"))
