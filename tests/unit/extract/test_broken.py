"""Sentences that were taken apart in the wrong place."""

from __future__ import annotations

import pytest

from .conftest import Extract


@pytest.mark.parametrize(
    ("text", "holder", "statement"),
    [
        (
            "We will open the books as soon as they ask for them, Victor Lund said.",
            "Victor Lund",
            "We will open the books as soon as they ask for them.",
        ),
        (
            "Not one new job has been created on balance, according to its president, Jan Brahms.",
            "Jan Brahms",
            "Not one new job has been created on balance.",
        ),
        (
            "Norvik Rail said only that production had been halted.",
            "Norvik Rail",
            "Production had been halted.",
        ),
        (
            "All I can say is that there was no lightning on Saturday, said Luis Amber.",
            "Luis Amber",
            "There was no lightning on Saturday.",
        ),
        (
            "Ines Falk does not expect anyone to move back before the spring.",
            "Ines Falk",
            "Nobody will move back before the spring.",
        ),
        (
            "The recount confirmed the victory with a lead of 164 votes.",
            "The Courier",
            "The recount confirmed the victory with a lead of 164 votes.",
        ),
        (
            "Correction: An earlier version of this report said that the probe had come down on "
            "11 March.",
            "The Courier",
            "The probe had not come down on 11 March.",
        ),
    ],
)
def test_what_is_said_is_whole_and_nothing_else(
    extract: Extract, text: str, holder: str, statement: str
) -> None:
    """Neither a piece of the clause nor of its attribution is lost or left."""
    claims = extract(text, outlet="The Courier")
    assert [(c.holder.name, c.statement) for c in claims] == [(holder, statement)]


def test_what_somebody_may_yet_find_is_not_asserted(extract: Extract) -> None:
    """ "If they find that P" claims no P."""
    text = "The councillors meet on Monday. If they find that Ines Falk lied, she could be sacked."
    assert not [c for c in extract(text) if c.statement == "Ines Falk lied."]


def test_a_passive_auxiliary_goes_on_to_a_verb_that_needs_an_object(extract: Extract) -> None:
    """ "was questioned and sent home": nobody sent anything."""
    statements = [c.statement for c in extract("A former fitter was questioned and sent home.")]
    assert statements == ["A former fitter was questioned.", "A former fitter was sent home."]


def test_a_label_with_a_role_names_the_speaker(extract: Extract) -> None:
    """In a transcript the label tells who speaks, with a role before or behind the name."""
    text = (
        "Mayor Casper Vahl: The block has not been sold.\n\n"
        "Inga Roth, engineer, Kestrel and Roth: I measured 14 millimetres in March.\n\n"
        "Housing commissioner Dagny Orlow: I read the report in November."
    )
    said = {(c.holder.name, c.statement) for c in extract(text, outlet="City of Norvik")}
    assert said == {
        ("Casper Vahl", "The block has not been sold."),
        ("Inga Roth", "Inga Roth measured 14 millimetres in March."),
        ("Dagny Orlow", "Dagny Orlow read the report in November."),
    }


def test_the_topic_before_a_colon_is_no_source_and_can_be_taken_up(extract: Extract) -> None:
    """ "The lifts: Neither of them has run" is about the lifts; lifts say nothing."""
    text = (
        "The clearing: The tenants' association says that people got an hour to pack.\n\n"
        "The lifts: Neither of them has run since March, says Ines Falk.\n\n"
        "The rents: They have risen by 12 per cent, according to Norvik Homes."
    )
    said = [(c.holder.name, c.statement) for c in extract(text)]
    assert said == [
        ("tenants' association", "People got an hour to pack."),
        ("Ines Falk", "Neither of the lifts has run since March."),
        ("Norvik Homes", "The rents have risen by 12 per cent."),
    ]
