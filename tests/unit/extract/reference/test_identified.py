"""What "it", "he" and a place's name are, where a nearer name would make a false claim."""

from __future__ import annotations

import pytest

from ..conftest import Extract


def _said(extract: Extract, text: str, outlet: str | None = None) -> list[tuple[str, str]]:
    return [(claim.holder.name, claim.statement) for claim in extract(text, outlet=outlet)]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Orsk Mining broke three rules. It is not a matter of taste.", "Orsk Mining is not"),
        ("The Lantern says it was a hotel.", "The Lantern was"),
        ("We reported that Hall A had burned down. It was Hall B; Hall A stands.", "Hall A was"),
        (
            "Arson can be ruled out. It may have been a gas leak, engineer Ove Lind said.",
            "arson may have been",
        ),
    ],
)
def test_no_name_before_is_what_it_is_not(extract: Extract, text: str, statement: str) -> None:
    """A firm is no matter of taste, and "it was Hall B" is not said of Hall A."""
    assert not any(statement.lower() in said.lower() for _, said in _said(extract, text))


def test_a_body_is_a_kind_of_body(extract: Extract) -> None:
    """A firm can be a member of a guild, so that "it" is the firm."""
    text = "Norvik Steel broke three rules. It is a member of the guild."
    assert "Norvik Steel is a member of the guild." in [said for _, said in _said(extract, text)]


def test_a_town_whose_name_a_firm_has_stays_the_town(extract: Extract) -> None:
    """ "In Lund" on the page of Lund Kraft is the town, which the firm is named for."""
    text = (
        "Lund Kraft regrets the outage and thanks its customers. "
        "By noon every home in Lund had power again."
    )
    said = [statement for _, statement in _said(extract, text, "Lund Kraft")]
    assert "By noon every home in Lund had power again." in said


def test_whom_the_words_name_does_not_say_them(extract: Extract) -> None:
    """In "Reed led the revolt, he said" another than Reed says it."""
    text = (
        "The guard named him. Convicted robber Tom Reed, 41, was the leader of the riot, he said."
    )
    assert not any("Reed" in holder for holder, _ in _said(extract, text))


def test_the_accused_denies_and_no_prosecutor(extract: Extract) -> None:
    """Behind "Brenn was arrested, prosecutor Storck said" he who denies it is Brenn."""
    text = (
        "Depot manager Olaf Brenn was arrested on Monday, prosecutor Emil Storck said. "
        "He denies any wrongdoing."
    )
    assert "There was no wrongdoing by Olaf Brenn." in [said for _, said in _said(extract, text)]


def test_who_spoke_goes_on_and_not_whom_the_words_named(extract: Extract) -> None:
    """Behind "“Mr Pell was there,” Leese says" he who does not say more is Leese."""
    text = '"Mr Pell was at the table," Conrad Leese says in a statement. He does not say which.'
    assert "Conrad Leese does not say which." in [said for _, said in _said(extract, text)]


def test_one_of_several_has_what_is_his(extract: Extract) -> None:
    """ "One of them left his shoes" is of the one's shoes, and not of who told it."""
    text = (
        "Three prisoners escaped over the wall, a guard told the Post. "
        "One of them left his shoes behind."
    )
    assert any(said.endswith("left his shoes behind.") for _, said in _said(extract, text))


def test_a_council_is_the_town_s(extract: Extract) -> None:
    """ "Its council said" is said by the council of the town that the sentence names."""
    text = "Windows were broken in Kellberg. Nobody was hurt in Kellberg, its council said."
    assert ("Kellberg's council", "Nobody was hurt in Kellberg.") in _said(extract, text)
