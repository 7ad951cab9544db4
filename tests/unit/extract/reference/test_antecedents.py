"""Whom and what a pronoun takes up, and when it is better left as it stands."""

from __future__ import annotations

import pytest

from ..conftest import Extract


def _said(extract: Extract, text: str) -> list[tuple[str, str]]:
    return [(claim.holder.name, claim.statement) for claim in extract(text, outlet="The Courier")]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Police chief Dagmar Holm is under fire. A third man has been arrested. He is a "
            "watchman of 66.",
            "The third man is a watchman of 66.",
        ),
        (
            "The driver was at the end of a double shift, says Karl Osten of the union. He had "
            "been working since 9 p.m.",
            "The driver had been working since 9 p.m.",
        ),
        (
            "A former curator, Birgit Lahn, said that she had warned the director in 2023. "
            '"I have her reply," she said.',
            "Birgit Lahn has the director's reply.",
        ),
        (
            "It was a lorry driver who made the first call; the plant rang 50 minutes after him.",
            "The plant rang 50 minutes after the lorry driver.",
        ),
        (
            "Denys Harko, a blogger who writes about robots, says the drones flew alone. No pilot "
            "steered them, he claims.",
            "No pilot steered the drones.",
        ),
    ],
)
def test_a_described_person_can_be_meant(extract: Extract, text: str, statement: str) -> None:
    """ "He" is not always somebody who is named: it may be a driver or a third man."""
    assert statement in [said for _, said in _said(extract, text)]


def test_what_somebody_is_or_is_not_is_nobody_else(extract: Extract) -> None:
    """After "He is not a man for speeches" no man for speeches is the one who speaks."""
    text = (
        "Ulf Sand keeps his nets in the yard now. They are black and will not come clean.\n\n"
        "He is not a man for speeches, but somebody read him the firm's on Monday night. "
        '"I saw oil on the water on Sunday," he says. "I rang my sister and told her so."'
    )
    assert not any("speeches" in holder for holder, _ in _said(extract, text))


def test_the_source_of_the_words_before_is_no_antecedent_in_doubt(extract: Extract) -> None:
    """After "The driver was ill, Karl Osten says" a plain "he" may be either."""
    text = "The driver was ill, Karl Osten says. He lives in Norvik."
    assert "He lives in Norvik." in [said for _, said in _said(extract, text)]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "The board has corrected its figure. It was 64 percent and not 61, says Ines Falk.",
            "It was 64 percent and not 61.",
        ),
        (
            "Some of the crew were tired. It was not yet known why the gas had escaped.",
            "It was not yet known why the gas had escaped.",
        ),
        (
            "The alliance called a strike. This has made it much harder to look after the guests.",
            "This has made it much harder to look after the guests.",
        ),
        (
            "The hauliers' federation is angry. With its seven berths, the eastern terminal is "
            "coping well.",
            "With its seven berths, the eastern terminal is coping well.",
        ),
        (
            "The striker loves it, captain Sem Okonski said. In his first season, Arvid Renner "
            "had scored six goals.",
            "In his first season, Arvid Renner had scored six goals.",
        ),
        (
            "Two men were seen. One man of 34 who had locked himself in was carried out.",
            "One man of 34 who had locked himself in was carried out.",
        ),
    ],
)
def test_a_pronoun_that_takes_up_nothing_before_stays(
    extract: Extract, text: str, statement: str
) -> None:
    """A figure is no body, "it is known" is about nothing, and some owners come behind."""
    assert statement in [said for _, said in _said(extract, text)]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Inflation was 3 percent in June. In 2024 it was 7 percent.",
            "In 2024 the inflation was 7 percent.",
        ),
        (
            "The economy of Norland grew by 0.4 percent in spring, the office estimates. In the "
            "first quarter it had shrunk.",
            "In the first quarter the economy of Norland had shrunk.",
        ),
        (
            "It was Dovian artillery that opened fire, he said. It had fired 40 shells.",
            "The Dovian artillery had fired 40 shells.",
        ),
        (
            "The winner of the week is Norvik Airways. It took 2,600 customers on board.",
            "Norvik Airways took 2,600 customers on board.",
        ),
        (
            "One of the airline's planes was diverted to Norvik. It had fuel for another hour.",
            "One of the airline's planes had fuel for another hour.",
        ),
        (
            "Two days after its landing, Hesper 2 is in good health. Contrary to some reports, it "
            "is not lying on its side.",
            "Contrary to some reports, Hesper 2 is not lying on its side.",
        ),
        (
            "Norvik Foods has 1,900 employees. It plans to open a second plant.",
            "Norvik Foods plans to open a second plant.",
        ),
    ],
)
def test_it_takes_up_what_the_sentence_before_is_about(
    extract: Extract, text: str, statement: str
) -> None:
    """Also behind "in the first quarter", and where a cleft or a figure leads."""
    assert statement in [said for _, said in _said(extract, text)]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "More than 12,000 volunteers took part in the study. All of them filled in a diary to "
            "say how far they had walked.",
            "All of the volunteers filled in a diary to say how far they had walked.",
        ),
        (
            "About 900 residents of the harbour quarter were told to leave. They were allowed "
            "back at noon.",
            "The residents of the harbour quarter were allowed back at noon.",
        ),
        (
            "Twelve Dovian tanks were in Brakel on Thursday. They were withdrawn on Friday.",
            "The twelve Dovian tanks were withdrawn on Friday.",
        ),
        (
            "Two inspectors who should have checked the curve were ill. Nobody took their place.",
            "Nobody took the two inspectors' place.",
        ),
        (
            "The study on blood pressure is not finished. Its result is unknown, said Ines Falk.",
            "The result of the study on blood pressure is unknown.",
        ),
    ],
)
def test_an_antecedent_is_written_as_one_would_say_it(
    extract: Extract, text: str, statement: str
) -> None:
    """A phrase taken over is definite, in small letters, and its owner's "s" close to its noun."""
    assert statement in [said for _, said in _said(extract, text)]


def test_his_mother_is_the_mother_of_who_was_described(extract: Extract) -> None:
    """A holder that "his" leads to carries the description on."""
    text = "The driver, 39, is in shock. His mother says that he loves his job."
    assert ("driver's mother", "The driver loves his job.") in _said(extract, text)
