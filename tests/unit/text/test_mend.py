"""Parses made anew from another wording: the text and its offsets stay as they are."""

from __future__ import annotations

import pytest

from claimtrack.text.mend import sound
from claimtrack.text.parse import SpacyParser

PARSER = SpacyParser()


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("By noon some forty wards in Rell had closed.", "closed", "wards"),
        ("In Sundby some twenty minutes went by between the two blasts.", "went", "minutes"),
        ("The court's log shows that all 40 voted.", "shows", "log"),
        ("Of Sundby's branches 97 are left.", "left", "97"),
        ("At the bottom of the shaft lay two bodies.", "lay", "bodies"),
    ],
)
def test_the_predicate_has_its_subject(text: str, verb: str, subject: str) -> None:
    """Whatever wording the parser understood, the tokens are those of the text."""
    [doc] = PARSER.parse([text])
    assert doc.text == text
    root = next(token for token in doc if token.dep_ == "ROOT")
    assert root.text == verb
    assert [c.text for c in root.children if c.dep_.startswith("nsubj")] == [subject]


@pytest.mark.parametrize("text", ["Warning signs.", "Ash on the swings.", "Hats off to the army!"])
def test_a_fragment_stays_one(text: str) -> None:
    """No wording makes a sentence of what is none."""
    [doc] = PARSER.parse([text])
    assert not sound(doc)


def test_a_question_is_left_alone() -> None:
    """Its verb stands before its subject by right."""
    [doc] = PARSER.parse(["Why did people run in the first place?"])
    assert doc.text == "Why did people run in the first place?"
