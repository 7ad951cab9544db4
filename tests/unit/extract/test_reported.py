"""Who says what in plain news: sentences that got lost, and pronouns that went astray."""

from __future__ import annotations

import datetime as dt

import pytest

from claimtrack.extract.extractor import ClaimExtractor
from claimtrack.model import Claim, Document
from claimtrack.text.parse import SpacyParser


@pytest.fixture(scope="module")
def extractor() -> ClaimExtractor:
    return ClaimExtractor(SpacyParser())


def _claims(extractor: ClaimExtractor, text: str) -> list[Claim]:
    document = Document(outlet="Harbour Post", text=text, published=dt.date(2026, 3, 18))
    return extractor.extract(document)


def _said(extractor: ClaimExtractor, text: str) -> list[tuple[str, str]]:
    return [(c.holder.name, c.statement) for c in _claims(extractor, text)]


def test_whom_somebody_told_and_of_what_is_a_claim(extractor: ClaimExtractor) -> None:
    """ "We told the council of the leak in May" is more than the frame of a quotation."""
    text = '"We told the water board of the leak in May," Ada Lund said.'
    assert _said(extractor, text) == [("Ada Lund", "We told the water board of the leak in May.")]


def test_a_paragraph_that_its_writer_signs_is_no_heading(extractor: ClaimExtractor) -> None:
    text = "12:15 The bank is closed.\n\n12:30 The mayor has left the building. (Ada)"
    assert ("Harbour Post", "The mayor has left the building.") in _said(extractor, text)


def test_a_person_reported_missing_is_not_what_the_report_says(extractor: ClaimExtractor) -> None:
    text = "Ada Lund said she reported her son missing on Sunday morning."
    assert _said(extractor, text) == [
        ("Ada Lund", "Ada Lund reported her son missing on Sunday morning.")
    ]


def test_before_somebody_asked_tells_when_and_not_who_says_it(extractor: ClaimExtractor) -> None:
    text = (
        "Norvik Foods closed the plant on Monday, before the inspectorate had asked for anything."
    )
    assert [holder for holder, _ in _said(extractor, text)] == ["Harbour Post"]


def test_a_clause_behind_a_time_belongs_to_it(extractor: ClaimExtractor) -> None:
    """The parser begins a sentence at "Mr Berg": no sentence begins right behind a word."""
    text = "Ada Lund was sailing at Tarn in the week Mr Berg died, a former colleague said."
    assert _said(extractor, text) == [
        ("former colleague", "Ada Lund was sailing at Tarn in the week Mr Berg died.")
    ]


def test_who_goes_on_speaking_is_who_spoke_last(extractor: ClaimExtractor) -> None:
    """Neither a guest of whom he tells, nor an officer of what he says, is "he"."""
    text = (
        "Anders Holm is first. He says a third guest fell ill. "
        '"All three guests ate mussels on Sunday," he says.'
    )
    assert _said(extractor, text)[-1] == ("Anders Holm", "All three guests ate mussels on Sunday.")
    text = (
        "Adele Lund, prosecuting, says the weapon was a hammer. "
        "It was found in the shed of Berg's uncle, she tells the court."
    )
    assert _said(extractor, text)[-1][0] == "Adele Lund"


def test_of_whom_somebody_tells_is_another_where_the_given_name_shows_it(
    extractor: ClaimExtractor,
) -> None:
    text = (
        "Maria Moor left the hall at ten. "
        "Dr Hugo Berg, who examined the body, says she drowned in the canal."
    )
    assert _said(extractor, text)[-1] == ("Hugo Berg", "Maria Moor drowned in the canal.")


def test_the_prime_minister_is_no_other_minister(extractor: ClaimExtractor) -> None:
    text = (
        "Former transport minister Jan Berg gave evidence. The office of Prime Minister Ada Lund "
        "said Berg did not resign: the prime minister dismissed him."
    )
    assert ("Harbour Post", "Ada Lund dismissed Jan Berg.") in _said(extractor, text)


def test_what_a_body_gives_out_is_its_word(extractor: ClaimExtractor) -> None:
    text = "Rents rose by 3 per cent in May, according to the first estimate of Statistics Norland."
    assert _said(extractor, text)[0][0] == "Statistics Norland"


def test_its_is_that_of_the_subject_of_its_own_clause(extractor: ClaimExtractor) -> None:
    text = "The cost so far is 90 million crowns.\n\nNorvik Foods filed its application on 4 May."
    assert _said(extractor, text)[-1][1] == "Norvik Foods filed its application on 4 May."


def test_days_taken_up_and_days_to_come(extractor: ClaimExtractor) -> None:
    """ "That Friday" is the Friday told of, "is on 20 May" is ahead, and "rang" is past."""
    text = (
        "The camera was working on Friday 6 March. The lamps were lit that Friday. "
        "We searched the lake on Tuesday the tenth. "
        "I rang Irena Solberg on Thursday evening, when it was settled. "
        "The vote is on 20 May. The Saturday was quiet."
    )
    days = [c.event_time.start if c.event_time else None for c in _claims(extractor, text)]
    march = [dt.date(2026, 3, n) for n in (6, 6, 10, 12)]
    assert days == [*march, dt.date(2026, 5, 20), None]


def test_a_correction_denies_what_a_plain_predicate_says(extractor: ClaimExtractor) -> None:
    text = "Correction: An earlier version of this report said the new rate applied from Monday."
    assert _said(extractor, text) == [("Harbour Post", "The new rate did not apply from Monday.")]


def test_who_denies_a_count_denies_the_figure(extractor: ClaimExtractor) -> None:
    """Nobody says that there were forty which were not lost; of two, two known ones are meant."""
    text = "The minister denied that 40 trucks had been lost. The mayor denied that two men fled."
    assert [statement for _, statement in _said(extractor, text)] == [
        "Not 40 trucks had been lost.",
        "Two men did not flee.",
    ]
