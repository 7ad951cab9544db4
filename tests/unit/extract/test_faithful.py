"""What a statement says of whom: faults that reports of other newsrooms showed."""

from __future__ import annotations

import pytest

from .conftest import Extract


def _said(extract: Extract, text: str, outlet: str = "The Courier") -> list[tuple[str, str]]:
    return [(claim.holder.name, claim.statement) for claim in extract(text, outlet=outlet)]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Peter Lohmar has signed for a tour. He has a long list of credits, from a musical to "
            "a part beside Bruno Askell.\nHe is also a trained pilot.",
            "Peter Lohmar is a trained pilot.",
        ),
        (
            "The 36-year-old, who had lived in Orvale, slipped and fell 200 metres.",
            "The 36-year-old fell 200 metres.",
        ),
        (
            "The Orvale Harriers lost to a late rally.\nThe score was even at the break.\n"
            "They blew it in the third quarter.",
            "The Orvale Harriers blew it in the third quarter.",
        ),
        (
            "Orvale was one of the surprises of last season, and the Harriers expected a deep run."
            "\nThey signed Aldo Brandt for a fee of 4 million euros.",
            "The Harriers signed Aldo Brandt for a fee of 4 million euros.",
        ),
        (
            "Peter Lohmar coached the youth teams of Norvik for two years. In May he guided the "
            "team to a draw.",
            "In May Peter Lohmar guided the team to a draw.",
        ),
        (
            "The basin held back all of the water that the fire service had used.\n"
            "No one lost their life.",
            "No one lost their life.",
        ),
    ],
)
def test_a_pronoun_goes_on_with_what_the_text_tells_of(
    extract: Extract, text: str, statement: str
) -> None:
    """The subject that is told of leads, and not whoever else is named beside it."""
    assert statement in [said for _, said in _said(extract, text)]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "The clashes broke out after the police shooting of a boy, which set off the riots.",
            "The police shooting of a boy set off the riots.",
        ),
        (
            "Ivo Lehn was fired as coach of the Orvale Harriers, who are last in the league.",
            "The Orvale Harriers are last in the league.",
        ),
        (
            '"I could not tell my daughter, who\'d be looking on the internet," Peter Lohmar said.',
            "Peter Lohmar's daughter would be looking on the internet.",
        ),
    ],
)
def test_a_relative_clause_is_of_what_it_can_be_of(
    extract: Extract, text: str, statement: str
) -> None:
    """ "Which" is no human being, and "who are" are several."""
    assert statement in [said for _, said in _said(extract, text)]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "They handed the ball over and the Hawks took it down the field and won the game.",
            ["The Hawks took it down the field.", "The Hawks won the game."],
        ),
        (
            "A gifted defender, Lohmar played in four finals and was a member of the board.",
            ["Lohmar was a member of the board."],
        ),
        (
            "Orva Systems suggested that all clients install and configure a free tool.",
            ["All clients install and configure a free tool."],
        ),
        (
            "The teenager was shot and killed by police in Ardo.",
            ["The teenager was shot and killed by police in Ardo."],
        ),
        (
            "The agency said that the drones had destroyed or damaged 51 Orvan planes.",
            ["The drones had destroyed or damaged 51 Orvan planes."],
        ),
        (
            "The mayor said the council had rejected the plan and closed the pool.",
            ["The council had rejected the plan.", "The council closed the pool."],
        ),
        (
            "The mayor said the bridge had been closed and opened a new ferry line.",
            ["The bridge had been closed.", "The mayor opened a new ferry line."],
        ),
        (
            "Most experts have recommended a plain remedy: Stop using the program altogether.",
            ["Most experts have recommended a plain remedy."],
        ),
        (
            '"As part of Orva, Lendry\'s business will continue to operate in Norvik," the firm '
            "said.",
            ["As part of Orva, Lendry's business will continue to operate in Norvik."],
        ),
    ],
)
def test_coordinated_verbs_keep_their_subject_and_object(
    extract: Extract, text: str, statements: list[str]
) -> None:
    """Each predicate is told of whoever does it, with what both have in common."""
    said = [statement for _, statement in _said(extract, text)]
    assert set(statements) <= set(said)


def test_a_question_put_into_a_clause_is_no_claim(extract: Extract) -> None:
    """ "I don't know who I'm supposed to vote for" says nothing of a vote."""
    text = "\"I still don't know who I'm supposed to vote for,\" said Ada Brandt, a resident."
    assert _said(extract, text) == []


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The U.S. Harbour Survey said the pier sank by 10 centimetres.", "U.S. Harbour Survey"),
        ("According to data from the Norvik Harbour Survey, the pier sank.", "Harbour Survey"),
        ('"We want more of this," said 32-year-old protester Baris Kyrialdes.', "Baris Kyrialdes"),
        (
            "Girgos Kyrtas, publisher of two newspapers, said the crowd was angry.\n"
            '"The crisis began in May," Kyrtas said.',
            "Girgos Kyrtas",
        ),
    ],
)
def test_a_name_is_read_whole(extract: Extract, text: str, holder: str) -> None:
    """A holder is whom the words name, not a part of the name nor what came before it."""
    assert all(name.endswith(holder) for name, _ in _said(extract, text))
    assert _said(extract, text)


def test_the_we_of_a_person_whom_a_noun_tells_is_no_name(extract: Extract) -> None:
    """ "Protester Baris Kyrialdes" is a person, whose "we" may be anybody."""
    text = '"We want to close the port for a week," said 32-year-old protester Baris Kyrialdes.'
    assert _said(extract, text) == [("Baris Kyrialdes", "We want to close the port for a week.")]


def test_we_on_a_firms_own_page_is_the_firm(extract: Extract) -> None:
    """Where the address is that of a body which acts in the text, its "our" is that body's."""
    text = "Norvik has agreed to buy Lendry Boats. The deal will expand our yard in Ardo."
    own = [said for _, said in _said(extract, text, outlet="press.norvik.com")]
    assert own[1] == "The deal will expand Norvik's yard in Ardo."
    other = [said for _, said in _said(extract, text, outlet="harbournews.com")]
    assert other[1] == "The deal will expand our yard in Ardo."


def test_a_year_dates_the_predicate_that_it_stands_behind(extract: Extract) -> None:
    """ "Played 15 seasons and retired in 1993": a career has more years than its end."""
    text = "Ivo Lehn played fifteen seasons with Orvale and retired in 1993."
    found = {c.statement: c.event_time for c in extract(text)}
    assert found["Ivo Lehn played fifteen seasons with Orvale."] is None
    retired = found["Ivo Lehn retired in 1993."]
    assert retired is not None
    assert retired.iso == "1993-01-01/1993-12-31"


def test_spaced_out_marks_are_read_as_one_word(extract: Extract) -> None:
    """Houses that set "couldn’ t" and "3 p. m. UTC" tell the same as those that do not."""
    text = (
        "The quake struck Ardo at 3:37 p. m. UTC on the Kern-Mt. Holm road, police said. "
        "It’ s the Colts’ s fault that they couldn’ t win."
    )
    said = [statement for _, statement in _said(extract, text)]
    assert said[0] == "The quake struck Ardo at 3:37 p.m. UTC on the Kern-Mt. Holm road."
    assert all("’ " not in statement and "' " not in statement for statement in said)


def test_another_than_the_speaker_can_be_told_of(extract: Extract) -> None:
    """ "Reeve said others held Brandt, but that he died" does not tell that Reeve died."""
    text = (
        "Inspector Peter Reeve said that other climbers held Bruno Askell on the rope, but that "
        "he died on the way down. Reeve said Askell was wearing a helmet but was inexperienced."
    )
    said = [statement for _, statement in _said(extract, text)]
    assert "Peter Reeve died on the way down." not in said
    assert "Bruno Askell was inexperienced." in said


def test_their_is_of_the_listed_subject_before_it_is_the_speakers(extract: Extract) -> None:
    """ "Two fell to their deaths, police said" tells nothing of deaths of the police."""
    text = "One pilot and one climber have fallen to their deaths in Ardo, police confirmed."
    assert _said(extract, text) == [
        ("police", "One pilot and one climber have fallen to their deaths in Ardo.")
    ]


def test_a_shared_surname_is_of_whoever_was_named_last(extract: Extract) -> None:
    """Of two people of one surname the one just spoken of goes on speaking."""
    text = (
        "The evening had remarks from Peter Lohmar, Anna Lohmar and Bruno Askell.\n"
        "Peter Lohmar recalled the first run of the year.\n"
        '"The runners left at noon," Lohmar said.'
    )
    assert ("Peter Lohmar", "The runners left at noon.") in _said(extract, text)


def test_a_town_is_no_person_of_its_regions_name(extract: Extract) -> None:
    """Beside "in Aceh" the capital "Banda Aceh" is no one whose surname is Aceh."""
    text = (
        "A quake struck the province of Aceh on Tuesday. Houses fell in the capital Banda Aceh. "
        "Aceh is often hit. People ran outside in Banda Aceh."
    )
    assert "Aceh is often hit." in [statement for _, statement in _said(extract, text)]


def test_who_is_not_of_a_name_farther_off(extract: Extract) -> None:
    """ "Berdan, the heir of the dictator Niyaz, who ruled it": nobody says that Berdan did."""
    text = (
        "Halls had pictures of Gurban Berdan, the successor of eccentric dictator Saparmur Niyaz, "
        "who ruled the country for two decades until his death in 2006."
    )
    said = [statement for _, statement in _said(extract, text)]
    assert all("Saparmur Niyaz" in statement for statement in said if "ruled" in statement)


def test_he_in_a_quotation_is_not_who_is_quoted(extract: Extract) -> None:
    """A diplomat without a name who says "his photo" speaks of another."""
    text = (
        '"The facade has changed," said a Western diplomat, who requested anonymity.\n'
        '"Power rests with the army. His photo appears every day on the front of the papers."'
    )
    said = [statement for _, statement in _said(extract, text)]
    assert "His photo appears every day on the front of the papers." in said


def test_a_list_in_an_inner_clause_stays_in_it(extract: Extract) -> None:
    """Who stood back did not torch what the gangs torched."""
    text = (
        "Police stood back as gangs of youths smashed windows, torched rubbish bins and set light "
        "to cars."
    )
    assert [statement for _, statement in _said(extract, text)] == [text]


def test_two_tolls_share_their_place(extract: Extract) -> None:
    """ "Five died and seven were hurt in Ardo": both are of Ardo."""
    text = "Five people died and seven were injured in Ardo in the quake."
    assert [statement for _, statement in _said(extract, text)] == [
        "Five people died in Ardo in the quake.",
        "Seven people were injured in Ardo in the quake.",
    ]


def test_the_groups_spokesman_speaks_for_a_group_named_before(extract: Extract) -> None:
    """What "the group" is stands before it, not ten sentences behind."""
    text = (
        "The Organization for Ports in Europe sent eight experts. The group's spokesman, Jan "
        "Eschen, said the experts would not speak. Others came from the Union of Coastal States."
    )
    found = [c.holder.on_behalf_of for c in extract(text) if c.holder.name == "Jan Eschen"]
    assert found == ["Organization for Ports in Europe"]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Gurban Berdan took over from Saparmur Niyaz, who had months named after himself and "
            "his mother.",
            "Saparmur Niyaz had months named after himself and his mother.",
        ),
        (
            "The registration runs until May. At a meeting of the commission it was decided to "
            "hold seminars.",
            "At a meeting of the commission it was decided to hold seminars.",
        ),
        (
            "The Ardo Rescue Team flew to the peak. The body was recovered in the afternoon.",
            "The body was recovered in the afternoon.",
        ),
    ],
)
def test_words_that_have_their_owner_are_left(extract: Extract, text: str, statement: str) -> None:
    """ "His" behind "himself", the "it" of what was decided and a dead man's body stay."""
    assert statement in [said for _, said in _said(extract, text)]


def test_a_name_with_and_in_it_is_one_holder(extract: Extract) -> None:
    """ "The Organisation for Security and Co-operation" has both in its name."""
    text = "The Organisation for Security and Co-operation in Europe said the vote was unfair."
    assert _said(extract, text) == [
        ("Organisation for Security and Co-operation", "The vote was unfair.")
    ]


def test_figures_and_words_keep_their_spaces(extract: Extract) -> None:
    """A figure without its nought stands apart, and so do words that only a mark parted."""
    text = 'The team raised its share to .519 in May. The radio counted"at least 50 people" there.'
    said = [statement for _, statement in _said(extract, text)]
    assert said == [
        "The team raised its share to .519 in May.",
        "The radio counted at least 50 people there.",
    ]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The ministry denied that 40 soldiers had died.", "Not 40 soldiers had died."),
        ("Lund denied that the three boats were sold.", "The three boats were not sold."),
    ],
)
def test_a_count_that_is_denied_is_denied_as_a_count(
    extract: Extract, text: str, statement: str
) -> None:
    """Who denies that 40 died does not speak of 40 who live."""
    assert statement in [claim.statement for claim in extract(text)]
