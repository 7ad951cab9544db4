"""Stems and their rarity."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.words import containment, content_stems, rarity, unnegated


def test_forms_of_a_word_share_a_stem() -> None:
    """Inflection and function words make no difference."""
    assert content_stems("The bridges were damaged.") == content_stems("damage to a bridge")


def test_numbers_are_no_content_words() -> None:
    """Figures are compared by the judge."""
    assert content_stems("41 aircraft in 2025") == content_stems("aircraft")


def test_the_rarer_the_word_the_heavier() -> None:
    """What every text says weighs least."""
    weight = rarity([{"war", "dam"}, {"war"}, {"war", "port"}])
    assert weight["dam"] == weight["port"] > weight["war"]


def test_a_negative_prefix_falls_where_the_other_side_has_the_bare_word() -> None:
    """ "Undamaged" speaks of damage; "union" has nothing to do with an ion."""
    damaged, undamaged = content_stems("The pier was damaged."), content_stems("an undamaged pier")
    assert unnegated(undamaged, damaged) == damaged
    assert unnegated(damaged, undamaged) == damaged
    assert unnegated({"union"}, {"ion"}) == {"union"}


words = st.frozensets(st.sampled_from(["dam", "port", "war", "toll", "court"]))


@given(words, words)
def test_containment_is_a_symmetric_share(a: frozenset[str], b: frozenset[str]) -> None:
    """It lies in [0, 1], the order does not matter, and a non-empty set holds itself."""
    value = containment(a, b, {"dam": 2.0})
    assert 0.0 <= value <= 1.0
    assert value == containment(b, a, {"dam": 2.0})
    assert containment(a, a, {}) == (1.0 if a else 0.0)
