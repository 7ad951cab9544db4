"""Quotations, their frames, and offsets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.extract.page.units import Unit, units


def shape(text: str) -> list[tuple[str, bool]]:
    return [(unit.text, unit.quoted is not None) for unit in units(text)]


def test_a_direct_quotation_and_its_frame_are_apart() -> None:
    """What is said is parsed without who says it."""
    assert shape("“The dam broke,” Anna Berg said.") == [
        ("The dam broke", True),
        ("Anna Berg said.", False),
    ]


def test_a_quotation_broken_by_its_frame_is_one() -> None:
    """The halves of an interrupted sentence are joined."""
    assert ("The turbine failed, because a bolt broke.", True) in shape(
        "“The turbine failed,” said Marek Olin, “because a bolt broke.”"
    )


def test_quoted_words_inside_a_sentence_stay_in_it() -> None:
    """Scare quotes lose their marks and nothing else."""
    assert shape("The so-called “green” cement holds ash.") == [
        ("The so-called green cement holds ash.", False)
    ]


def test_sentences_of_one_quotation_share_its_number() -> None:
    """So that they share its speaker."""
    found = units("“The dam broke. No one was hurt,” Anna Berg said.")
    quoted = [unit.quoted for unit in found if unit.quoted is not None]
    assert len(quoted) == 2
    assert len(set(quoted)) == 1
    assert found[-1].frames == (quoted[0],)


def test_a_quotation_may_run_over_paragraphs() -> None:
    """A paragraph that opens again without a closing mark before goes on with the same speech."""
    found = units("“The roof was old.\n\n“It leaked in May,” Mona Brandt said.")
    assert {unit.quoted for unit in found if unit.quoted is not None} == {0}


def test_a_single_label_is_no_speaker_unless_the_text_names_it() -> None:
    """ "SHOCK:" before one line is no transcript."""
    assert units("SHOCK: The striker has left the club.")[0].label is None
    assert units("HOLM: It failed.\n\nBERG: It did not.")[0].label == "HOLM"


@given(st.text(alphabet="aB .,\"“”‘’'\n?!—", max_size=60))
def test_every_character_knows_its_place(text: str) -> None:
    """Each unit's offsets point at the characters that it was made of."""
    for unit in units(text):
        assert len(unit.text) == len(unit.offsets)
        for char, offset in zip(unit.text, unit.offsets, strict=True):
            assert same(char, text[offset], unit)


def same(char: str, original: str, unit: Unit) -> bool:
    quotes = {"’": "'", "‘": "'", "“": '"', "”": '"'}
    return char == " " or char == quotes.get(original, original)
