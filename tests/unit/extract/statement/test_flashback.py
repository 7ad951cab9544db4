"""A time long gone holds for the sentences that go on telling of it, and no further."""

from __future__ import annotations

import pytest

from ..conftest import Extract

NOW = "2025-10-14"


@pytest.mark.parametrize(
    ("text", "statement", "year"),
    [
        (
            "In 2019 a ferry with 31 people on board ran onto the reef. Nobody was hurt.",
            "Nobody was hurt in 2019.",
            2019,
        ),
        (
            "In May 2023 a pump failed and two galleries were flooded. Three men died.",
            "Three men died in May 2023.",
            2023,
        ),
        (
            "The town last flooded in 1998. The water took nine houses. No one drowned.",
            "No one drowned in 1998.",
            1998,
        ),
    ],
)
def test_what_is_told_of_a_time_long_gone_says_so(
    extract: Extract, text: str, statement: str, year: int
) -> None:
    """A sentence in the past tense that names no time is of the one that was named before it."""
    last = extract(text, published=NOW, outlet="Halden Press")[-1]
    assert last.statement == statement
    assert last.event_time is not None
    assert last.event_time.start.year == last.event_time.end.year == year


@pytest.mark.parametrize(
    "text",
    [
        "The mine opened in 1921. It employs 600 people.",
        "In 2019 a ferry ran onto the reef. The harbour has since been dredged.",
        "A ferry ran onto the reef on Monday. Nobody was hurt.",
        "In 2019 a ferry ran onto the reef.\n\nNobody was hurt on Monday.",
        "In 2019 a ferry ran onto the reef.\n\nNobody was hurt.",
        'In 2019 a ferry ran onto the reef. "Nobody was hurt," Ada Berg said.',
    ],
)
def test_other_times_and_voices_end_it(extract: Extract, text: str) -> None:
    """The present, the days of the story, another paragraph or a quotation are not of that time."""
    last = extract(text, published=NOW, outlet="Halden Press")[-1]
    assert "19" not in last.statement
    assert last.event_time is None or last.event_time.start.year == 2025


def test_that_one_is_the_one_told_before(extract: Extract) -> None:
    """What points back itself is of that time, though it lies no season back."""
    text = "In September thieves emptied a vault in Sarn. No one was hurt {}."
    pointed, plain = (
        extract(text.format(how), published=NOW, outlet="Halden Press")[-1]
        for how in ("in that raid", "badly")
    )
    assert pointed.statement == "No one was hurt in that raid in September."
    assert pointed.event_time is not None
    assert pointed.event_time.start.month == 9
    assert plain.event_time is None


def test_without_a_date_of_its_own_an_article_has_no_history(extract: Extract) -> None:
    """Where nobody knows when it was written nothing is long ago."""
    text = "In 2019 a ferry ran onto the reef. Nobody was hurt."
    assert extract(text)[-1].statement == "Nobody was hurt."


def test_the_first_sentence_may_name_the_time_whoever_speaks_last(extract: Extract) -> None:
    """A speaker's label at the end of an article is none of its beginning."""
    text = (
        "In 2019 a ferry ran onto the reef. Nobody was hurt.\n\n"
        "Q: Who dredged it?\n\nA: The harbour is open again."
    )
    first = extract(text, published=NOW, outlet="Halden Press")
    assert "Nobody was hurt in 2019." in {claim.statement for claim in first}
