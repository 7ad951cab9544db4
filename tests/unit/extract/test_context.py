"""What a statement takes over from the sentences around it, and what it must not."""

from __future__ import annotations

import pytest

from .conftest import Extract


def _said(extract: Extract, text: str) -> list[tuple[str, str]]:
    return [(claim.holder.name, claim.statement) for claim in extract(text)]


_INTRO = "Station master Ines Falk of Norvik Rail was interviewed.\n\n"


@pytest.mark.parametrize(
    ("question", "answer", "statement"),
    [
        ("Where did the fire start?", "In the attic.", "The fire started in the attic."),
        ("Where did the smoke come from?", "From a pump.", "The smoke came from a pump."),
        ("How high will the fine be?", "40,000 euros.", "The fine will be 40,000 euros."),
        ("How many trains are late?", "Seven.", "Seven trains are late."),
        ("Will the fare go up?", "Yes, by 30 cents.", "The fare will go up by 30 cents."),
        ("Did Mr Kast ring the police?", "He did not.", "Mr Kast did not ring the police."),
        ("Were you at home?", "I was not.", "Ines Falk was not at home."),
    ],
)
def test_a_short_answer_takes_its_subject_from_the_question(
    extract: Extract, question: str, answer: str, statement: str
) -> None:
    """In an interview the question holds what the answer is about."""
    text = f"{_INTRO}Q: {question}\n\nA: {answer}"
    assert ("Ines Falk", statement) in _said(extract, text)


@pytest.mark.parametrize("answer", ["Maybe.", "No comment.", "Thank you."])
def test_an_answer_that_states_nothing_makes_no_claim(extract: Extract, answer: str) -> None:
    """Putting such words into the question would invent a claim."""
    text = f"{_INTRO}Q: What caused the fire?\n\nA: {answer}"
    assert not [s for holder, s in _said(extract, text) if holder == "Ines Falk"]


def test_the_witness_is_who_was_called_last(extract: Extract) -> None:
    """In a transcript "A" is another person after each "sworn"."""
    text = (
        "Anna Berg, sworn.\n\nQ. Did the bell ring?\n\nA. It rang at noon.\n\n"
        "Karl Osten, sworn.\n\nQ. Was the gate shut?\n\nA. The gate stood open."
    )
    assert ("Karl Osten", "The gate stood open.") in _said(extract, text)


def test_we_of_a_head_is_the_body_that_he_heads(extract: Extract) -> None:
    """A director speaks for the firm; a passenger or a mayor does not settle who "we" are."""
    assert ("Rikke Borg", "Velden Power paid no fine.") in _said(
        extract, "“We paid no fine,” said Rikke Borg, chief executive of Velden Power."
    )
    assert ("Orla Finn", "We heard two bangs.") in _said(
        extract, "“We heard two bangs,” said Orla Finn, a teacher."
    )


def test_a_bare_number_takes_the_noun_that_the_same_verb_counted(extract: Extract) -> None:
    """ "Belmar freed 60" is of hostages only where hostages were freed just before."""
    assert "Belmar freed 60 hostages." in [
        s for _, s in _said(extract, "Marova freed 90 hostages. Belmar freed 60.")
    ]
    assert "Belmar sent 60." in [
        s for _, s in _said(extract, "Marova freed 90 hostages. Belmar sent 60.")
    ]


def test_of_them_is_left_where_two_things_fit(extract: Extract) -> None:
    """A wrong noun makes a false claim; the pronoun makes only a poor one."""
    text = "The navy sent boats. Three of them sank."
    assert "Three of the boats sank." in [s for _, s in _said(extract, text)]
    text = "The farmers bought goats and ploughs. Three of them were stolen."
    assert "Three of them were stolen." in [s for _, s in _said(extract, text)]


def test_damage_is_to_what_was_spoken_of(extract: Extract) -> None:
    """ "…," he said of the tower: the frame names what the quotation is about."""
    text = "A quake shook Tarn Bay. “There was no damage,” mayor Ina Roth said of the Lind Tower."
    assert ("Ina Roth", "There was no damage to the Lind Tower.") in _said(extract, text)


def test_a_text_answers_the_question_that_it_asks_itself(extract: Extract) -> None:
    """ "When was it built? In 1974." states when, in the outlet's own voice; "Nobody." nothing."""
    said = [s for _, s in _said(extract, "When was the curve inspected? On 2 May, by Ada Lind.")]
    assert said == ["The curve was inspected on 2 May, by Ada Lind."]
    assert _said(extract, "Who was to blame? Nobody.") == []


def test_who_asks_may_tell_what_others_say(extract: Extract) -> None:
    """A question claims nothing itself, but keeps what it says of a third party's claim."""
    text = f"{_INTRO}Question: The mayor says that the depot closed the gate.\n\nAnswer: Nonsense."
    assert ("mayor", "The depot closed the gate.") in _said(extract, text)


def test_i_think_of_an_answer_is_the_one_who_answers(extract: Extract) -> None:
    """A preface in the first person does not make the outlet the holder."""
    text = f"{_INTRO}Q: Was it the driver?\n\nA: I think now that it was somebody else."
    assert ("Ines Falk", "It was somebody else.") in _said(extract, text)


@pytest.mark.parametrize(
    ("text", "holder", "statement"),
    [
        (
            "A cable started the fire at Tarn Bay, the state fire inspector, Ada Berg, said on "
            "Friday.",
            "Ada Berg",
            "A cable started the fire at Tarn Bay.",
        ),
        (
            "One of the planes was diverted to Norvik, the airline's spokesman, Ivo Lehn, said.",
            "Ivo Lehn",
            "One of the planes was diverted to Norvik.",
        ),
    ],
)
def test_role_and_name_between_commas_are_who_says_it(
    extract: Extract, text: str, holder: str, statement: str
) -> None:
    """The parser hangs them on the last noun of what is said; they are its source."""
    assert _said(extract, text) == [(holder, statement)]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday less than a tenth of the edge was under control.",
        "In Tarn Bay, people who were queuing at noon were sent home.",
    ],
)
def test_a_subject_that_the_parser_misreads_makes_a_claim(extract: Extract, text: str) -> None:
    """A finite predicate is kept where its subject was taken for an adverb or an apposition."""
    assert [s for _, s in _said(extract, text)] == [text]
