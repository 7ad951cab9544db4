"""Who is taken for the source of what is said, and what an announcement announces."""

from __future__ import annotations

import pytest

from ..conftest import Extract


@pytest.mark.parametrize(
    ("text", "holder", "statement"),
    [
        (
            "Two guards spoke to us. The gate stood open, one of them said.",
            "one of them",
            "The gate stood open.",
        ),
        (
            "Three cooks were asleep, two of the inmates told reporters.",
            "two of the inmates",
            "Three cooks were asleep.",
        ),
        (
            "The ministry regrets to announce that a prisoner died on Tuesday.",
            "ministry",
            "A prisoner died on Tuesday.",
        ),
        (
            "Orva Steel is proud to announce that it will build a plant in Norvik.",
            "Orva Steel",
            "Orva Steel will build a plant in Norvik.",
        ),
        (
            "The museum is sorry to report that three vases were broken.",
            "museum",
            "Three vases were broken.",
        ),
    ],
)
def test_some_of_a_group_and_those_who_regret_to_say_it_are_sources(
    extract: Extract, text: str, holder: str, statement: str
) -> None:
    """The attribution is no part of what is claimed, however politely it is put."""
    assert (holder, statement) in [(c.holder.name, c.statement) for c in extract(text)]


def test_when_somebody_was_told_is_no_part_of_what_was_told(extract: Extract) -> None:
    """ "Told them earlier that there had been none": none at all, not none earlier."""
    text = (
        "Spokesman Pavel Dorn now says there was a list. "
        "He told the Northern Press Agency earlier that there had been none."
    )
    assert [claim.statement for claim in extract(text)][1] == "There had been none."
