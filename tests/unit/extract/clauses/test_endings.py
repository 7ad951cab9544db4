"""Whose word a sentence is where that stands at its end."""

from __future__ import annotations

import pytest

from ..conftest import Extract


@pytest.mark.parametrize(
    ("text", "holder", "statement"),
    [
        (
            "The gas escaped from a pipe at Norvik, a store for frozen meat, fire chief Ada Lunde "
            "told reporters at the gate.",
            "Ada Lunde",
            "The gas escaped from a pipe at Norvik, a store for frozen meat.",
        ),
        (
            "Nine of the injured were in hospital on Friday night, two of them in a serious "
            "condition, said Ines Falk, a doctor at Halden General Hospital.",
            "Ines Falk",
            "Nine of the injured were in hospital on Friday night, two of them in a serious "
            "condition.",
        ),
        (
            "The tower was sold to the property giant Clearwater, an insider reveals.",
            "insider",
            "The tower was sold to the property giant Clearwater.",
        ),
        (
            "Rents were 4 percent higher in June than a year ago, the Tenants' League has worked "
            "out.",
            "Tenants' League",
            "Rents were 4 percent higher in June than a year ago.",
        ),
        (
            "A broken weld sent the crane to the ground, the Beacon has been told by a yard "
            "worker who was on the scene.",
            "yard worker",
            "A broken weld sent the crane to the ground.",
        ),
        (
            "Nobody was in the lorry at noon, the police stress.",
            "police",
            "Nobody was in the lorry at noon.",
        ),
    ],
)
def test_who_said_it_is_found_behind_an_apposition_or_an_unusual_verb(
    extract: Extract, text: str, holder: str, statement: str
) -> None:
    """Otherwise the paper would assert what a fire chief or an insider said."""
    assert [(c.holder.name, c.statement) for c in extract(text)] == [(holder, statement)]


def test_what_follows_an_attribution_between_commas_is_said_too(extract: Extract) -> None:
    """ "The wind blew, the service says, and the fire died": both are the service's word."""
    claims = extract(
        "The wind blew from the west all night, the weather service says, and Norvik lies to "
        "the east of the works.",
        outlet="The Courier",
    )
    assert {claim.holder.name for claim in claims} == {"weather service"}
    assert not [claim for claim in claims if "says" in claim.statement]


def test_a_verb_of_the_sentence_itself_is_no_attribution(extract: Extract) -> None:
    """What the subject did after a list is no saying of the list's last member."""
    claims = extract(
        "The gas escaped from a pipe, a hose and a valve, told the store nothing and cost it days.",
        outlet="The Courier",
    )
    assert [claim.holder.name for claim in claims] == ["The Courier"]


def test_sobbing_is_a_way_of_saying(extract: Extract) -> None:
    """Who sobs, whispers or yells beside a quotation is its speaker."""
    claims = extract('Greta Lunde packed her bags. "They knocked at noon," she sobs.')
    assert ("Greta Lunde", "They knocked at noon.") in [
        (claim.holder.name, claim.statement) for claim in claims
    ]


def test_a_leak_or_a_fault_is_not_done_to_a_thing_named_before(extract: Extract) -> None:
    """ "No fault was found" says not where; the hospital of the sentence before is no answer."""
    text = (
        "Two men were taken to Halden General Hospital. The store was last inspected in March "
        "and no fault was found, the inspectorate said."
    )
    assert "No fault was found." in [claim.statement for claim in extract(text)]
