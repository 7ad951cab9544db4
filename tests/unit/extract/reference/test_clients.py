"""Who a lawyer's client is, whom "him" is behind another's deed, and what "this was"."""

from __future__ import annotations

import pytest

from ..conftest import Extract


def _said(extract: Extract, text: str) -> list[str]:
    return [claim.statement for claim in extract(text, outlet="The Courier")]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            'Ida Moss was held in Lund. "My client was at home," said Moss\'s lawyer, Karl Dahl.',
            "Ida Moss was at home.",
        ),
        (
            "Olaf Brenn was arrested on Monday. Brenn's lawyer said his client was not in Osk.",
            "Olaf Brenn was not in Osk.",
        ),
        (
            "Timur Halvik was arrested in Kesten. A judge released him on Monday. His lawyer, "
            'Davit Oru, said: "My client never worked for the firm."',
            "Timur Halvik never worked for the firm.",
        ),
    ],
)
def test_the_client_is_whose_lawyer_speaks(extract: Extract, text: str, statement: str) -> None:
    """ "My client" is the one whose lawyer the text says the speaker is."""
    assert statement in _said(extract, text)


def test_a_client_whom_nothing_names_stays_a_client(extract: Extract) -> None:
    """Where the text does not say whose lawyer it is, the client may be another."""
    text = 'Ida Moss was charged. "My client paid every bill," said lawyer Karl Dahl.'
    assert not any("Moss paid" in said for said in _said(extract, text))


def test_whom_somebody_new_acts_on_goes_on_being_told_of(extract: Extract) -> None:
    """Behind "A nurse found her" she is the one who was found, and no nurse."""
    text = "Ida Moss was held in Lund. A nurse found her at dawn. She was taken to the clinic."
    assert _said(extract, text)[1:] == [
        "A nurse found Ida Moss at dawn.",
        "Ida Moss was taken to the clinic.",
    ]


@pytest.mark.parametrize("words", ["This was a cyberattack", "It was arson", "That was murder"])
def test_a_short_sentence_that_names_the_deed_is_a_claim(extract: Extract, words: str) -> None:
    """What happened can be false, however few words tell it."""
    said = _said(extract, f'"{words}," Interior Minister Jonas Rehn told reporters.')
    assert said == [f"{words}."]


def test_a_short_sentence_that_names_no_deed_is_none(extract: Extract) -> None:
    """ "It was a mess" judges, and states nothing that can be checked."""
    assert not _said(extract, '"It was a mess," Interior Minister Jonas Rehn told reporters.')


def test_one_who_talks_of_another_and_himself_is_heard(extract: Extract) -> None:
    """ "Mr Pell and I talked" is a claim, though the parser parts the two."""
    said = _said(extract, '"Mr Pell and I talked about the fighter jets," Conrad Leese says.')
    assert len(said) == 1
    assert "talked about the fighter jets" in said[0]
