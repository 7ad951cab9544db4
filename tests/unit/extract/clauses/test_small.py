"""What somebody found or declared a thing to be."""

from __future__ import annotations

import pytest

from ..conftest import Extract


@pytest.mark.parametrize(
    ("text", "holder", "statement"),
    [
        (
            "Arkady Bleu, a diver, found the supports of the pier undamaged by the blast.",
            "Arkady Bleu",
            "The supports of the pier were undamaged by the blast.",
        ),
        ("Inspectors found the brakes worn.", "Inspectors", "The brakes were worn."),
        (
            "The ministry declared the water safe to drink.",
            "ministry",
            "The water was safe to drink.",
        ),
        ("Rescuers found the three miners alive.", "Rescuers", "The three miners were alive."),
        ("The engineer considers the dam unsafe.", "engineer", "The dam is unsafe."),
        ("A survey found 40 of the houses empty.", "survey", "40 of the houses were empty."),
        ("The court found Lund guilty of fraud.", "court", "Lund was guilty of fraud."),
    ],
)
def test_what_is_found_so_is_claimed_by_who_found_it(
    extract: Extract, text: str, holder: str, statement: str
) -> None:
    """A clause without a verb gets one, and the finder holds it."""
    assert [(c.holder.name, c.statement) for c in extract(text)] == [(holder, statement)]


@pytest.mark.parametrize(
    "text",
    [
        "Police found a letter signed by Lund.",
        "The inspectors did not find the gate open.",
        "Divers found the missing boat on Monday.",
    ],
)
def test_what_is_merely_found_stays_as_it_stands(extract: Extract, text: str) -> None:
    """A thing that nobody knew of was found, and not found to be so."""
    assert [claim.statement for claim in extract(text)] == [text]
