"""Claims as a whole: spans, order, determinism, holders and statements of short articles."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.extract.extractor import FALLBACK_HOLDER, ClaimExtractor
from claimtrack.model import Certainty, Document, HolderKind, Stance
from claimtrack.text.sentences import sentences

from .conftest import Extract

PIECES = st.sampled_from(
    [
        "Anna Berg said",
        "“The dam broke,”",
        '"No one was hurt."',
        "on Monday",
        "killed 12 people",
        "and injured 30",
        ", which opened in 1974,",
        "It",
        "denied that",
        "the agency",
        "\n\n",
        "Q:",
        "A:",
        "according to Norvik Rail",
        "U.S.",
        "Gen.",
        "…",
        "?",
        ".",
        ",",
        "‘",
        "’",
        "“",
        '"',
        "(",
        "- ",
        "14:32 GMT",
        "claiming it",
        "said",
        "\u00a0",
        "😀",
        "he",
        "there was no damage",
        "not",
    ]
)
ARTICLES = st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=80)


@given(text=ARTICLES)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_quote_is_exactly_its_slice_of_the_text(text: str, extract: Extract) -> None:
    """Whatever the text, each quote is ``text[start:end]``, not empty, of two sentences at most."""
    for claim in extract(text):
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.quote == text[claim.start : claim.end]
        assert claim.quote.strip()
        assert len(sentences(claim.quote)) <= 2


@given(text=ARTICLES)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_statements_are_sentences_and_quantities_lie_in_them(text: str, extract: Extract) -> None:
    """A statement starts without white space, ends in a stop, and holds its quantities' words."""
    for claim in extract(text):
        assert claim.statement == claim.statement.strip()
        assert claim.statement.endswith(".")
        for quantity in claim.quantities:
            assert claim.statement[quantity.start : quantity.end] == quantity.text


@given(text=ARTICLES)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_same_text_gives_the_same_claims(text: str, extract: Extract) -> None:
    """Extraction depends on nothing but the document."""
    assert extract(text) == extract(text)


def test_a_second_extractor_agrees(parser: object, extract: Extract) -> None:
    """No state is kept between documents."""
    text = "Mayor Ilse Tarn visited the school. She said the boiler exploded."
    extract("Karl Moss denied the theft. He said it was raining.")
    fresh = ClaimExtractor(parser)  # type: ignore[arg-type]
    assert extract(text) == fresh.extract(Document(text))


def test_a_denial_names_what_was_damaged(extract: Extract) -> None:
    """ "There was no damage" takes over what the sentence before says was damaged."""
    claims = extract(
        "Marova's security agency said it set off a blast Tuesday on the pier beneath the Lind "
        "Bridge, claiming it caused damage to the structure.\n\nBut palace spokesperson Egon "
        "Varga said Wednesday that there was no damage."
    )
    by_statement = {claim.statement: claim for claim in claims}
    denied = by_statement["There was no damage to the Lind Bridge."]
    assert denied.holder.name == "Egon Varga"
    assert denied.holder.on_behalf_of == "palace"
    claimed = by_statement["The blast caused damage to the Lind Bridge."]
    assert claimed.holder.name == "Marova's security agency"
    assert claimed.quote == "claiming it caused damage to the structure"


def test_without_a_speaker_the_outlet_holds_the_claim(extract: Extract) -> None:
    """The outlet's name is the holder, or a fixed word where it is not known."""
    text = "The ferry sank at noon."
    assert extract(text)[0].holder.name == FALLBACK_HOLDER
    assert extract(text, outlet="Dorvik Post")[0].holder.name == "Dorvik Post"
    assert extract(text)[0].holder.kind is HolderKind.OUTLET


def test_what_the_outlet_says_of_itself_is_its_own_voice(extract: Extract) -> None:
    """ "The Post has learned" in the Dorvik Post is no other holder than the Dorvik Post."""
    claims = extract("Two guards were asleep, the Post said on Monday.", outlet="Dorvik Post")
    assert [claim.holder.kind for claim in claims] == [HolderKind.OUTLET]


def test_weekdays_resolve_against_the_day_of_publication(extract: Extract) -> None:
    """The day of saying and the day of the event are kept apart."""
    claim = extract(
        "Harbour master Lena Quist said Wednesday that the crane fell on Monday.", "2031-03-14"
    )[0]
    assert claim.report_time is not None
    assert claim.report_time.start == dt.date(2031, 3, 12)
    assert claim.event_time is not None
    assert claim.event_time.start == dt.date(2031, 3, 10)


def test_without_a_date_nothing_is_resolved(extract: Extract) -> None:
    """An undated document gives no times for weekdays: the machine's clock is never asked."""
    claim = extract("Lena Quist said Wednesday that the crane fell on Monday.")[0]
    assert claim.report_time is None
    assert claim.event_time is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Velden Power has run the dam since 1974.", None),
        ("Karl Moss was tried for the 2019 robbery.", None),
        ("Karl Moss was tried in 2019.", "2019-01-01/2019-12-31"),
        ("The 3 May 2030 explosion killed two men.", "2030-05-03"),
    ],
)
def test_only_a_date_of_the_event_is_its_time(
    text: str, expected: str | None, extract: Extract
) -> None:
    """A bound, or a date that qualifies some other noun, is not when the thing happened."""
    claim = extract(text)[0]
    assert (claim.event_time.iso if claim.event_time else None) == expected


def test_nested_sources_go_outermost_first(extract: Extract) -> None:
    """The holder is the innermost source; who passes it on is in ``via``."""
    claim = extract("Spokesman Egon Varga said that Belmar claims its troops hold the airfield.")[0]
    assert claim.holder.name == "Belmar"
    assert [holder.name for holder in claim.via] == ["Egon Varga"]
    assert claim.stance is Stance.REPORTED


def test_a_hedge_is_kept_apart_from_the_stance(extract: Extract) -> None:
    """ "May" lowers certainty; it does not change who says it nor how."""
    claim = extract("The virus may have come from a farm in Ardo.")[0]
    assert claim.certainty is Certainty.HEDGED
    assert claim.stance is Stance.ASSERTED


def test_entities_carry_the_full_name_of_the_document(extract: Extract) -> None:
    """A surname alone is linked with the full name given earlier."""
    claims = extract("Anna Berg chairs the inquiry. Berg said that Karl Osten met Berg in Oslo.")
    names = {entity.name for entity in claims[-1].entities}
    assert "Karl Osten" in names
    assert "Berg" not in names


def test_empty_text_has_no_claims(extract: Extract) -> None:
    """Nothing in, nothing out."""
    assert extract("") == []
    assert extract("\n \n") == []
