"""Whose "we", "us" and "our" a statement speaks of, and where it stays as it was written."""

from __future__ import annotations

import pytest

from ..conftest import Extract


def _statements(extract: Extract, text: str, outlet: str | None = None) -> list[str]:
    return [claim.statement for claim in extract(text, outlet=outlet)]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("“We paid,” said a spokeswoman for Norvik Rail.", "Norvik Rail paid."),
        ("“We saw no effect,” said Ina Roth, lead author of the study.",
         "The study's authors saw no effect."),
        ("Hans Lund, who leads the nurses' union, was firm. “We will strike on 3 May,” Lund said.",
         "The nurses' union will strike on 3 May."),
        ("Norvik Rail cancelled the train. “We had no driver,” its director, Ina Roth, said.",
         "Norvik Rail had no driver."),
        ("The Hawks lost. “We had no plan,” said Hawks interim coach Ina Roth.",
         "The Hawks had no plan."),
        ("“We do owe 4 million,” said Ina Roth, president and CEO, Velden Power. It grew.",
         "Velden Power does owe 4 million."),
        ("“We cannot spend what we have not earned,” said Ina Roth, the head of Velden Power.",
         "Velden Power cannot spend what it has not earned."),
        ("“We repair our pipes ourselves,” said Ina Roth, the head of Velden Power.",
         "Velden Power repairs its pipes itself."),
        ("“We shall pay on 3 May,” said Ina Roth, the head of Velden Power.",
         "Velden Power will pay on 3 May."),
        ("“We respect the truce,” said armed forces spokesman Karl Osten of Velland.",
         "The armed forces respect the truce."),
    ],
)  # fmt: skip
def test_we_is_the_body_that_the_speaker_heads_or_speaks_for(
    extract: Extract, text: str, statement: str
) -> None:
    """The article names the body somewhere beside the name; the verb agrees with it."""
    assert statement in _statements(extract, text)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("“We sat in the dark,” said Ina Roth, a resident of Ardo.", "We sat in the dark."),
        ("“We closed the docks,” said Ina Roth, the mayor of Ardo.", "We closed the docks."),
        ("“We have 40,000 more jobs,” said Finance Minister Ina Roth.",
         "We have 40,000 more jobs."),
        ("“We saw no proof,” said Anna Berg's lawyer, Karl Osten.", "We saw no proof."),
        ("“Our nation is tired,” said Ina Roth, director of the Lind Institute.",
         "Our nation is tired."),
        ("“One of us was hurt,” said Ina Roth, director of Velden Power.", "One of us was hurt."),
        ("“We all know the risk,” said Ina Roth, director of Velden Power.",
         "We all know the risk."),
        ("“We stand at 4,200 hectares,” said Ina Roth, head of the Ardo Forest Service.",
         "We stand at 4,200 hectares."),
        ("On Monday chairman Jan Aske spoke up. “We paid nothing,” Aske said.",
         "We paid nothing."),
    ],
)  # fmt: skip
def test_a_doubtful_we_is_left_as_it_was_written(
    extract: Extract, text: str, statement: str
) -> None:
    """A wrong antecedent makes a false claim; a pronoun makes only a poor one."""
    assert statement in _statements(extract, text)


def test_on_a_bodys_own_page_we_is_the_body(extract: Extract) -> None:
    """An authority or a firm that publishes its own page speaks of itself, and so does its head."""
    text = (
        "We have not received any letter. Seven of our staff were hurt. "
        "“Our customers can rely on us,” said Karl Osten, managing director."
    )
    assert _statements(extract, text, "Lind Rail Authority") == [
        "The Lind Rail Authority has not received any letter.",
        "Seven of the Lind Rail Authority's staff were hurt.",
        "The Lind Rail Authority's customers can rely on it.",
    ]
    firm = "Frostline regrets the leak. We wish all of them well."
    assert "Frostline wishes all of them well." in _statements(extract, firm, "Frostline")


def test_a_newsroom_says_we_of_its_own_doings_only(extract: Extract) -> None:
    """ "A letter that we have seen" is the paper; a columnist's "we" is everybody."""
    outlet = "The Daily Bell"
    assert _statements(extract, "A letter that we have seen warned him in May.", outlet) == [
        "A letter that the Daily Bell has seen warned him in May."
    ]
    assert _statements(extract, "We live in an age of noise.", outlet) == [
        "We live in an age of noise."
    ]
    assert _statements(extract, "By noon you, our readers, had given 52,000 crowns.", outlet) == [
        "By noon the Daily Bell's readers had given 52,000 crowns."
    ]


def test_forces_of_a_ministry_or_a_general_staff_are_the_countrys(extract: Extract) -> None:
    """ "Its army" and "our own troops" name whose they are, for the other side's words to meet."""
    assert "Senn's army did not break the truce." in _statements(
        extract, "Senn's defence ministry has denied that its army broke the truce."
    )
    text = (
        "Seven men were killed, the general staff in Dovra said. The roads in Dovra are closed.\n\n"
        "Our own troops have not fired a shot, General Petar Lund said. "
        "They have pulled their guns back."
    )
    said = _statements(extract, text)
    assert "Dovra's own troops have not fired a shot." in said
    assert "Dovra's own troops have pulled their guns back." in said


def test_a_transcript_tells_once_whose_head_answers(extract: Extract) -> None:
    """Its introduction, a list of the speakers or a question ("your company") names the body."""
    intro = (
        "This is Thursday's interview with the chairwoman of the Cabin Crew Guild.\n\n"
        "Mara Dell: Was it worth it?\n\nRosa Lund: We handed in the notice on 24 February.\n\n"
        "Dell: And now?\n\nLund: Our fund would last for three weeks.\n"
    )
    said = _statements(extract, intro)
    assert "The Cabin Crew Guild handed in the notice on 24 February." in said
    assert "The Cabin Crew Guild's fund would last for three weeks." in said
    listed = (
        "Speaking for the authorities: Luis Ambry, Ardo Forest Service, and Sheriff Dana Crowe.\n\n"
        "Question: How many are there?\n\nAmbry: We have 1,100 people there.\n\n"
        "Question: And the houses?\n\nCrowe: We have counted 61.\n"
    )
    said = _statements(extract, listed)
    assert "Ardo Forest Service has 1,100 people there." in said
    asked = (
        "Moritz Kell: Ms Stadt, when did your company hear of it?\n\n"
        "Verena Stadt: We learned of it on 4 March.\n\nKell: And then?\n\n"
        "Stadt: We stopped sales.\n"
    )
    said = _statements(extract, asked)
    assert "The company stopped sales." in said


def test_words_before_a_role_are_a_body_without_its_rank(extract: Extract) -> None:
    """ "Velden Power vice president" speaks of Velden Power, a district attorney of no district."""
    text = "“We paid,” said Velden Power vice president Ina Roth."
    assert "Velden Power paid." in _statements(extract, text)
    text = "“We lost two trials,” said Ardo County District Attorney Karl Osten."
    assert "We lost two trials." in _statements(extract, text)


def test_we_think_is_said_by_the_speaker_and_not_by_his_body(extract: Extract) -> None:
    """ "We believe that P" in a head's words has the head as holder, like all else that he says."""
    text = "“We believe that the pipe burst at noon,” said Ina Roth, the head of Velden Power."
    assert [(c.holder.name, c.statement) for c in extract(text)] == [
        ("Ina Roth", "The pipe burst at noon.")
    ]
    own = extract("We learned that the pipe burst at noon.", outlet="The Daily Bell")
    assert [c.holder.name for c in own] == ["The Daily Bell"]


def test_myself_is_said_of_the_speaker(extract: Extract) -> None:
    """ "I find myself" becomes what the speaker does with himself, or with an unknown self."""
    text = "Peter Lund was named on Sunday. “I find myself in a state of terror,” Lund said."
    assert "Peter Lund finds himself in a state of terror." in _statements(extract, text)
    text = "“I find myself in a state of terror,” said a neighbour."
    assert "The neighbour finds themself in a state of terror." in _statements(extract, text)
