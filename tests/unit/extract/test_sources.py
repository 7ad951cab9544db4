"""Who is taken for the source where a sentence names several that could be."""

from __future__ import annotations

import pytest

from claimtrack.model import HolderKind

from .conftest import Extract


@pytest.mark.parametrize(
    "text",
    [
        "The tunnel was never flooded, said the operator, Norra Roads.",
        "The tunnel was never flooded, the operator, Norra Roads, said.",
        "“The tunnel was never flooded,” said its operator, Norra Roads.",
    ],
)
def test_a_body_named_beside_its_role_is_the_holder(extract: Extract, text: str) -> None:
    """The role tells what kind of holder the name is, which its label need not."""
    [claim] = extract(text)
    assert (claim.holder.name, claim.holder.kind) == ("Norra Roads", HolderKind.ORGANISATION)


def test_an_owner_may_be_a_body_or_a_person(extract: Extract) -> None:
    """What stands beside the role decides, for both can own a thing."""
    [fund] = extract("No train was late, said the line's owner, the Lethonia Investment Fund.")
    [woman] = extract("No train was late, said the line's owner, Ada Lind.")
    assert fund.holder.name == "Lethonia Investment Fund"
    assert fund.holder.kind is HolderKind.ORGANISATION
    assert (woman.holder.name, woman.holder.kind) == ("Ada Lind", HolderKind.PERSON)


@pytest.mark.parametrize(
    ("before", "said", "body"),
    [
        ("Norra Roads runs the tunnel.", "It was never flooded, its spokeswoman said.", True),
        ("Norra Roads denied it.", "“No water got in,” its spokeswoman said.", True),
        ("Norra Roads shut it.", "Its spokeswoman, Ada Lind, said no water got in.", True),
        ("Channel Ost filmed it.", "Its spokesman told Channel Ost the walls were dry.", False),
    ],
)
def test_its_spokeswoman_speaks_for_what_its_takes_up(
    extract: Extract, before: str, said: str, body: bool
) -> None:
    """A body and its spokeswoman are one voice; whom she talks to is not her employer."""
    claim = extract(f"{before} {said}")[-1]
    assert claim.holder.on_behalf_of == ("Norra Roads" if body else None)


@pytest.mark.parametrize(
    "said",
    [
        "He told Channel Ost that no house was pulled down.",
        "“No house was pulled down,” he told Channel Ost.",
        "No house was pulled down, he told Channel Ost on Monday.",
    ],
)
def test_whom_somebody_told_is_not_the_source(extract: Extract, said: str) -> None:
    """The channel hears it; "he" says it, and is the mayor of the sentence before."""
    claim = extract(f"Mayor Jan Olden defended the plan. {said}")[-1]
    assert claim.holder.name == "Jan Olden"
    assert not claim.via


@pytest.mark.parametrize(
    "text",
    [
        "Two men were arrested, police said, the Inland Press reports.",
        "Police said that two men were arrested, the Inland Press reported.",
        "The Inland Press reports that, according to police, two men were arrested.",
        "The Inland Press reports police as saying that two men were arrested.",
        "According to the Inland Press, police said that two men were arrested.",
    ],
)
def test_who_reports_the_saying_is_not_who_says(extract: Extract, text: str) -> None:
    """The innermost source holds the claim; the paper is how it came to us."""
    [claim] = extract(text)
    assert claim.holder.name.lower() == "police"
    assert [via.name for via in claim.via] == ["Inland Press"]
    assert claim.statement == "Two men were arrested."


def test_a_paper_that_names_no_source_is_the_source(extract: Extract) -> None:
    """Only where somebody else says it does the paper become a way of it."""
    [claim] = extract("The minister knew of the leak in May, the Inland Press reports.")
    assert claim.holder.name == "Inland Press"
    assert not claim.via


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for Norvik Rail, Jan Aske, said that no train was late on Monday.",
        "Norvik Rail runs the line. A spokesman for Norvik, Jan Aske, said no train was late.",
    ],
)
def test_a_spokesman_named_behind_his_body_speaks_for_it(extract: Extract, text: str) -> None:
    """The parser takes the name for one of the body; the role says that it is his."""
    holder = extract(text)[-1].holder
    assert (holder.name, holder.on_behalf_of) == ("Jan Aske", "Norvik Rail")


def test_who_is_addressed_by_surname_answers_under_the_full_name(extract: Extract) -> None:
    """A transcript's labels and its questions name one person."""
    claims = extract(
        "Listeners asked about the recall.\n\n"
        "Moritz Kell: Ms Stadt, when did you know?\n\n"
        "Verena Stadt: The food office wrote to us on 4 March.\n\n"
        "Moritz Kell: And the metal?\n\n"
        "Stadt: The metal came from a mixing blade."
    )
    said = [claim.holder.name for claim in claims if claim.holder.kind is HolderKind.PERSON]
    assert said == ["Verena Stadt", "Verena Stadt"]


def test_a_role_and_a_name_at_the_end_are_the_source_whatever_they_are(extract: Extract) -> None:
    """No list holds every role and name: the commas and "said" tell what they do."""
    [claim] = extract(
        "Nobody was hurt by Tuesday's explosion, the harbour master, Vorki Giltin, said."
    )
    assert claim.holder.name == "Vorki Giltin"
    assert claim.statement == "Nobody was hurt by Tuesday's explosion."


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ada Lind, the chief executive of Norra Roads, said no water got in.", "Norra Roads"),
        ("Norra Roads director Ada Lind said no water got in.", "Norra Roads"),
        ("Ada Lind, a former chief executive of Norra Roads, said no water got in.", None),
        ("Ada Lind, an engineer of Norra Roads, said no water got in.", None),
        ("Ada Lind, the mayor of Norra, said no water got in.", None),
    ],
)
def test_the_head_of_a_body_speaks_for_it(extract: Extract, text: str, body: str | None) -> None:
    """Its chief and it are one voice; who left it, works for it or governs speaks for himself."""
    [claim] = extract(text)
    assert (claim.holder.name, claim.holder.on_behalf_of) == ("Ada Lind", body)


def test_what_does_something_to_itself_is_no_person(extract: Extract) -> None:
    """ "The company" is then the name that did, and not whichever the parser calls a body."""
    claims = extract(
        "A train came off the rails at Miller's Curve. Midland Trains has corrected itself. "
        "There were 190 passengers on the train, the company says."
    )
    assert claims[-1].holder.name == "Midland Trains"
    assert claims[-1].holder.kind is HolderKind.ORGANISATION
