"""Which articles tell of one event, pair by pair and as groups."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.candidates.profile import Profile
from claimtrack.candidates.stories import Stories

WORDS = st.frozensets(st.sampled_from("dam gate flood siren vote recount board ship".split()))
PEOPLE = st.frozensets(st.sampled_from(["ada brandt", "brandt", "ivo lehn", "orvale", "tarn"]))
ARTICLES = st.lists(st.builds(Profile, names=PEOPLE, stems=WORDS), min_size=1, max_size=6)


def heap(names: str, words: str, size: int) -> dict[str, Profile]:
    """As many reports of one event, each of which leaves out another name and word."""
    people, stems = names.split(), words.split()
    return {
        f"{people[0]} {n}": Profile(
            frozenset(people) - {people[n % len(people)]},
            frozenset(stems) - {stems[n % len(stems)]},
        )
        for n in range(size)
    }


def test_two_heaps_of_reports_are_two_stories() -> None:
    """Reports of two quakes are told apart by the company they keep, each heap stays one."""
    papua = heap("manokwari papua ranto indonesia", "quake hotel collapse airport rubble", 8)
    aceh = heap("aceh takengon bener indonesia", "quake landslide mosque valley road", 8)
    stories = Stories(papua | aceh)
    one, another = list(papua), list(aceh)
    assert all(stories.two(a, b) for a in one for b in another)
    assert not any(stories.two(a, b) for a in one for b in one)


def test_two_articles_alone_are_never_two_stories() -> None:
    """Two articles with nothing in common may still tell of one event in other words."""
    two = {
        "a": Profile(frozenset({"ada brandt"}), frozenset({"dam"})),
        "b": Profile(frozenset({"ivo lehn"}), frozenset({"ship"})),
    }
    assert not Stories(two).two("a", "b")


def test_a_shorter_name_stands_for_a_longer_one() -> None:
    """An article that says the surname names the person that another names in full."""
    stories = Stories(
        {
            "a": Profile(frozenset({"ada brandt", "orvale"}), frozenset()),
            "b": Profile(frozenset({"brandt", "tarn"}), frozenset()),
        }
    )
    assert np.isclose(stories.names("a", "b"), 1 / 3)


@given(ARTICLES)
def test_names_in_common_are_a_symmetric_share(articles: list[Profile]) -> None:
    """Whatever the articles name, the share lies in [0, 1] and has no direction."""
    about = {str(number): profile for number, profile in enumerate(articles)}
    stories = Stories(about)
    for a in about:
        for b in about:
            assert 0.0 <= stories.names(a, b) <= 1.0
            assert stories.names(a, b) == stories.names(b, a)
            assert stories.two(a, b) == stories.two(b, a)


def test_articles_without_names_or_words_have_nothing_in_common() -> None:
    """Nothing in common is nought, not a division by zero."""
    empty = Profile(frozenset(), frozenset())
    stories = Stories({"a": empty, "b": empty, "c": empty})
    assert stories.names("a", "b") == 0.0
    assert Stories({}).__class__ is Stories
