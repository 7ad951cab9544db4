"""Sentences that only call a clause false give the clause."""

from __future__ import annotations

import pytest

from claimtrack.text.falsehood import called_false


def _left(text: str) -> str | None:
    gone = called_false(text)
    if gone is None:
        return None
    spots = {spot for low, high in gone for spot in range(low, high)}
    return "".join(char for spot, char in enumerate(text) if spot not in spots)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Claims that the well is dry are wrong.", "the well is dry."),
        (
            "The office said reports that the mill burned are false.",
            "The office said the mill burned.",
        ),
        ("It is not true that the road was shut.", "the road was shut."),
        ("There is no truth in rumours that he left.", "he left."),
        ("An earlier version of this page said that the mill burned.", "the mill burned."),
        ("This article originally stated that the mill burned.", "the mill burned."),
        ("We wrongly reported that the mill burned.", "the mill burned."),
        ("An earlier version of this page said the mill burned.", "the mill burned."),
        ("Correction: our 10:22 entry first said the mill burned.", "the mill burned."),
        ("Correction: At 08:50 we wrote that the mill burned.", "the mill burned."),
        ("Claims by former staff that rain got in are without foundation.", "rain got in."),
    ],
)
def test_the_clause_is_left(text: str, left: str) -> None:
    """Whatever the words around it are, P is what is denied."""
    assert _left(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Claims that the well is dry may be wrong.",
        "The claim was wrong.",
        "Claims that the well is dry are wrong, but the mill did burn.",
        "It is not true that the road was shut, and the bridge is open.",
        "It is true that the road was shut.",
        "An earlier report by the board said that the mill burned.",
        "We reported that the mill burned.",
        "Correction: the way round is 48 miles, not 84 as we wrote at 07:05.",
    ],
)
def test_other_sentences_are_left_alone(text: str) -> None:
    """A doubt is no denial, and a sentence that says more must not be denied as a whole."""
    assert called_false(text) is None
