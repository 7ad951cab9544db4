"""Plain assertions of which a small parser, or a rule, would let nothing through."""

from __future__ import annotations

import pytest

from .conftest import Extract


def told(extract: Extract, text: str) -> list[tuple[str, str]]:
    return [(c.holder.name, c.statement) for c in extract(text, outlet="Daily Post")]


@pytest.mark.parametrize(
    "text",
    [
        "Before the hearing no witness had spoken to the press.",
        "During the first half Lowen keeper Bas Trum made nine saves.",
        "At the clinic in Rell doctors treated 41 people for smoke.",
        "Under the new treaty coastal states keep their fishing rights.",
        "In the village of Aldra not a single house stood after the storm.",
        "At no time in the trial was the bank insolvent.",
        "At the bottom of the shaft lay two bodies.",
        "On the slope above the town stand three wind turbines.",
        "The mining levies brought in three million crowns more than in the year before.",
        "Mirela Oduya, a structural engineer who surveys crossings for the port, compared radar "
        "images taken before and after the blast.",
    ],
)
def test_a_sentence_whose_subject_the_parser_lost_is_a_claim(extract: Extract, text: str) -> None:
    """What stands before the subject, or behind the verb, hides no assertion."""
    assert told(extract, text) == [("Daily Post", text)]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody at the embassy told the family of the arrest.",
        "The council said no to the casino.",
        "Two in three voters said yes.",
        "The striker asked for a transfer in January.",
        "Investigators were told nothing about the second account.",
    ],
)
def test_a_verb_of_saying_can_tell_what_happened(extract: Extract, text: str) -> None:
    """Only that somebody spoke, and nothing of what, is no claim."""
    assert told(extract, text) == [("Daily Post", text)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg said on Monday.",
        "Here are the questions that readers sent most.",
        "To the nurses, whether in white or in blue: thank you.",
        "The sources asked not to be named because the figures are private.",
        "Ash in the font of St Agnes.",
        "So did hundreds of others.",
    ],
)
def test_what_asserts_nothing_stays_out(extract: Extract, text: str) -> None:
    """Attributions, announcements, thanks and fragments are no claims, however they are read."""
    assert told(extract, text) == []


@pytest.mark.parametrize(
    ("text", "holder", "statement"),
    [
        (
            "A diplomat whispers that the talks will resume in June.",
            "diplomat",
            "The talks will resume in June.",
        ),
        (
            "There have been no arrests, an officer tells us.",
            "officer",
            "There have been no arrests.",
        ),
        (
            "The flu killed 120 people, most of them over 70, health officer Mara Quist told "
            "reporters.",
            "Mara Quist",
            "The flu killed 120 people, most of them over 70.",
        ),
        (
            "Building the hall at Tarn Field, the paper calculates, will cost 61 million.",
            "paper",
            "Building the hall at Tarn Field will cost 61 million.",
        ),
        (
            "The vaccine cut the risk by half, wrote Lena Holt, professor of medicine at Sundby, "
            "in the journal.",
            "Lena Holt",
            "The vaccine cut the risk by half.",
        ),
        (
            "Nor, the ministry said, were any prisoners exchanged.",
            "ministry",
            "No prisoners were exchanged.",
        ),
    ],
)
def test_who_says_it_is_found_where_the_parser_made_a_noun_of_it(
    extract: Extract, text: str, holder: str, statement: str
) -> None:
    """A saying taken for a noun, or an apposition, still has its source."""
    assert (holder, statement) in told(extract, text)


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "The fire broke out at 3 a.m.; the roof collapsed an hour later.",
            ["The fire broke out at 3 a.m.", "The roof collapsed an hour later."],
        ),
        (
            "Rain is forecast for the coast: up to 60 millimetres could fall by Sunday.",
            ["Rain is forecast for the coast.", "Up to 60 millimetres could fall by Sunday."],
        ),
        (
            "The siren went at 1.48 am and the first bomb burst at 1.52.",
            ["The siren went at 1.48 am.", "The first bomb burst at 1.52."],
        ),
        (
            "Fourteen councillors said yes to the grant and eleven said no.",
            ["Fourteen councillors said yes to the grant.", "Eleven councillors said no."],
        ),
    ],
)
def test_two_clauses_are_two_claims(extract: Extract, text: str, statements: list[str]) -> None:
    """Each can be compared with what another text says of it."""
    assert [statement for _, statement in told(extract, text)] == statements


def test_what_follows_a_semicolon_is_still_the_source_s_word(extract: Extract) -> None:
    """Unless it has a saying of its own."""
    assert ("police", "Nobody was hurt.") in told(
        extract, "According to police, the van struck a tree; nobody was hurt."
    )


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Nor did the minister apologise to the families.",
            "The minister did not apologise to the families.",
        ),
        ("Nor has any pilot complained.", "No pilot has complained."),
        (
            "Neither has the firm paid its taxes since 2021.",
            "The firm has not paid its taxes since 2021.",
        ),
        (
            "Nor will the trial be moved to another city.",
            "The trial will not be moved to another city.",
        ),
    ],
)
def test_nor_is_written_as_a_denial(extract: Extract, text: str, statement: str) -> None:
    """ "Nor" leans on the sentence before, which the statement goes without."""
    assert told(extract, text) == [("Daily Post", statement)]


@pytest.mark.parametrize("verb", ["fumed", "shrugged", "snarled", "laughed"])
def test_any_voice_frames_a_quotation(extract: Extract, verb: str) -> None:
    """The tone in which it is said is no part of what is said."""
    found = told(extract, f'"I asked for the lot and I got nothing," {verb} Enno Falk.')
    assert found[-1] == ("Enno Falk", "Enno Falk got nothing.")


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Talk centred on Lind Trust, the country's second-largest bank, whose shares rose.",
            "Lind Trust's shares rose.",
        ),
        (
            "A note mentions a separate annex of 31 pages, which the Post has not seen.",
            "The Post has not seen a separate annex of 31 pages.",
        ),
        (
            "The ship's captain, 61, who had sailed the route for years, was asleep.",
            "The ship's captain, 61, was asleep.",
        ),
    ],
)
def test_a_relative_clause_tells_of_its_own_noun(
    extract: Extract, text: str, statement: str
) -> None:
    """Of the name before an apposition, of what is measured, and leaves an age its commas."""
    assert statement in [found for _, found in told(extract, text)]


def test_nobody_is_no_source(extract: Extract) -> None:
    """What nobody asked for is nobody's demand."""
    assert told(extract, "Neither reported unusual withdrawals.") == [
        ("Daily Post", "Neither reported unusual withdrawals.")
    ]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Lind Bank has a new owner.\n\nWhat did Norvik pay?\n\nOne crown.",
            "Norvik paid one crown.",
        ),
        (
            "Lind Bank has a new owner.\n\nWhy did people run?\n\nNot because of a hoax.",
            "People did not run because of a hoax.",
        ),
    ],
)
def test_a_question_that_stands_alone_heads_its_answer(
    extract: Extract, text: str, statement: str
) -> None:
    """An explainer asks in one paragraph and answers in the next."""
    assert statement in [found for _, found in told(extract, text)]


def test_answers_in_marks_are_of_whom_the_text_interviews(extract: Extract) -> None:
    """Bare questions before quotations make an interview of a text."""
    text = (
        "Ruben Askeld is chairman of the federation. We met on Thursday.\n\nHow did it end?\n\n"
        '"Quietly. At midnight the chairs were empty."\n\nWhat do you want?\n\n'
        '"Somebody has to ring me up."\n\nHow much do you earn?\n\n"I earn 5,200 crowns a month."'
    )
    assert ("Ruben Askeld", "Ruben Askeld earns 5,200 crowns a month.") in told(extract, text)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The freighter left Kiel on Monday. She carried wheat.", "The freighter carried wheat."),
        ("The mayor, Anna Berg, boarded the ferry. She waved to all.", "Anna Berg waved to all."),
        (
            "The captain was questioned for five hours and then allowed to go home.",
            "The captain was then allowed to go home.",
        ),
        (
            "Claims go to the firm's insurers, whose cover amounts to 90 million.",
            "The firm's insurers' cover amounts to 90 million.",
        ),
        (
            "Eleven miners were hurt, two of them badly.",
            "Eleven miners were hurt, two of them badly.",
        ),
    ],
)
def test_statements_keep_whom_they_tell_of(extract: Extract, text: str, statement: str) -> None:
    """A ship is "she", a passive keeps its auxiliary, "two of them" are of those named."""
    assert statement in [found for _, found in told(extract, text)]


def test_a_place_and_a_day_are_no_claim_and_no_body(extract: Extract) -> None:
    """A dateline that is a sentence names nobody whose "we" it could be."""
    text = "Lesk, 5 March. The mine is shut. By the end of March some forty men had left."
    assert [statement for _, statement in told(extract, text)] == [
        "The mine is shut.",
        "By the end of March some forty men had left.",
    ]


def test_a_line_that_begins_with_by_can_be_a_sentence(extract: Extract) -> None:
    """Only names stand behind the "by" of a byline."""
    text = "By the end of March some forty wards had closed."
    assert told(extract, text) == [("Daily Post", text)]


def test_it_said_is_whoever_can_speak(extract: Extract) -> None:
    """Nothing that cannot speak is a holder, whatever stands nearest."""
    text = (
        "The roof of Hall 14 gave way at noon, according to the labour inspectorate. "
        "Forty people were inside, it said."
    )
    assert ("labour inspectorate", "Forty people were inside.") in told(extract, text)


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "And remember this: the council voted for the tram in May.",
            ["The council voted for the tram in May."],
        ),
        (
            "The result: two engines failed and the crew turned back.",
            ["Two engines failed.", "The crew turned back."],
        ),
        ("The upshot: 400 families have no water.", ["400 families have no water."]),
        (
            "And the reason for the delay: the crane had broken down.",
            ["The crane had broken down."],
        ),
        ("My conclusion: the bank lied to its customers.", ["The bank lied to its customers."]),
        ("The problem: a shortage of nurses.", []),
        ("Her answer: no.", []),
    ],
)
def test_what_a_colon_points_to_is_said(extract: Extract, text: str, statements: list[str]) -> None:
    """Words that only point ahead are no part of the statement."""
    assert [statement for _, statement in told(extract, text)] == statements


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "Nor had the firm paid its taxes, and the town closed it in May.",
            ["The firm had not paid its taxes.", "The town closed it in May."],
        ),
        (
            "Nor is the bridge safe: it will stay shut.",
            ["The bridge is not safe.", "The bridge will stay shut."],
        ),
        (
            "Nor was the gate locked, and the guard was asleep.",
            ["The gate was not locked.", "The guard was asleep."],
        ),
        (
            "Nor was the delay of our making: the date was lost in May.",
            ["The date was lost in May."],
        ),
        (
            "Nor did the pilot answer, but the tower kept calling.",
            ["The pilot did not answer.", "The tower kept calling."],
        ),
    ],
)
def test_nor_denies_the_first_clause_only(
    extract: Extract, text: str, statements: list[str]
) -> None:
    """A second clause neither takes the "nor" away nor is lost with it."""
    assert [statement for _, statement in told(extract, text)] == statements


def test_entries_of_a_list_of_facts_are_claims(extract: Extract) -> None:
    """A figure told by a label alone is told; when and where are told of something else."""
    text = (
        "The storm hit Lesk on Monday.\n\nDead: 4\nInjured: eleven, two of them badly\n"
        "Missing: one woman\nHomes without power: 12,000\nPhoto: Norpress, 12 March\n"
        "When: Monday, 10 March\n"
    )
    assert [statement for _, statement in told(extract, text)] == [
        "The storm hit Lesk on Monday.",
        "4 were dead.",
        "Eleven were injured, two of them badly.",
        "One woman was missing.",
        "Homes without power: 12,000.",
    ]


def test_a_line_with_a_label_that_stands_alone_is_a_heading(extract: Extract) -> None:
    """Only a list tells facts so."""
    text = "Fire in Lesk: 40 days on\n\nThe hall is still shut."
    assert [statement for _, statement in told(extract, text)] == ["The hall is still shut."]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "Pictured: Ada Wren outside the hall. Two engines were sent to the fire.",
            ["Two engines were sent to the fire."],
        ),
        ("Photo: a rescue boat near the pier. Norpress.", []),
        ("Photo: Ada Wren near the pier. She resigned in May.", []),
    ],
)
def test_a_caption_may_go_on_to_tell_something(
    extract: Extract, text: str, statements: list[str]
) -> None:
    """What is in the picture is no claim; a sentence of its own behind it is."""
    text += "\n\nThe mayor thanked the crews."
    found = [statement for _, statement in told(extract, text)]
    assert found == [*statements, "The mayor thanked the crews."]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("It was an accident.", True),
        ("This was sabotage.", True),
        ("That was a crime.", True),
        ("It was a shame.", False),
        ("That is a lie.", False),
    ],
)
def test_what_something_was_is_a_claim_however_short(
    extract: Extract, text: str, kept: bool
) -> None:
    """A kind of event can be checked; what somebody makes of it cannot."""
    found = extract(f'A bridge near Toller fell on Monday. "{text}" said police chief Ada Berg.')
    # A bridge is no accident: "it" is what happened, and stays.
    assert any(claim.statement == text for claim in found) is kept
