"""Pages with several articles."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.ingest.lines import Kind, classify, read_signature
from claimtrack.ingest.split import split_articles

BARGE = (
    "The harbour bridge in Westhaven was closed on Tuesday after a barge struck its pier.\n\n"
    "“Nobody was hurt,” said Mara Ellison, a spokeswoman for the port authority.\n\n"
    "The owner of the barge said that the damage was slight."
)
FERRY = (
    "Ferry crews at Port Lindow will walk out on Friday, their union said on Monday.\n\n"
    "Pay and hours\n\n"
    "The company said that it had offered a rise of four per cent, and that talks would go on."
)
FLOOD = (
    "Water levels on the river Orme fell overnight, the regional flood office said.\n\n"
    "What the town will do\n\n"
    "About 300 people were still in shelters on Sunday, according to the mayor of Ormeby."
)
HEADS = (
    "Barge strikes harbour bridge, closing Westhaven road link",
    "Ferry crews to strike at Port Lindow over pay",
    "Flood office says the Orme has peaked",
)


def parts(text: str) -> list[tuple[str | None, str]]:
    return [(article.title, text[article.start : article.end]) for article in split_articles(text)]


THREE = list(zip(HEADS, (BARGE, FERRY, FLOOD), strict=True))


def page(closer: str, *, last: bool = True, top: str = "") -> str:
    body = f"\n\n{closer}\n\n".join(f"{head}\n\n{text}" for head, text in THREE)
    return top + body + (f"\n\n{closer}\n" if last else "\n")


@pytest.mark.parametrize(
    "closer",
    [
        "Source link",
        "Source link »",
        "SOURCE:",
        "Original article",
        "Originally published at westhaven.example on June 4, 2025",
        "This story first appeared in The Westhaven Courier.",
        "View original",
        "Source: https://westhaven.example/a/1",
        "Source link\n\n---",
    ],
)
@pytest.mark.parametrize("last", [True, False])
def test_closing_lines_split(closer: str, last: bool) -> None:
    """A line that closes an article splits the page, whether or not it follows the last one."""
    assert parts(page(closer, last=last)) == THREE


@pytest.mark.parametrize("closer", ["Read more", "Continue reading →", "Read the full story"])
def test_a_digest_closed_by_read_more_splits(closer: str) -> None:
    """Articles that each end in "Read more" are several."""
    assert parts(page(closer)) == THREE


@pytest.mark.parametrize("closer", ["---", "* * *", "_____", "=====", "⸻"])
def test_rules_before_headlines_split(closer: str) -> None:
    """Horizontal rules split where a headline follows each."""
    assert parts(page(closer, last=False)) == THREE


def test_markdown_headings_lose_their_marks() -> None:
    """A Markdown headline gives a title without its signs."""
    text = f"# {HEADS[0]}\n\n{BARGE}\n\n---\n\n# **{HEADS[1]}**\n\n{FERRY}\n"
    assert parts(text) == THREE[:2]


@pytest.mark.parametrize("top", ["harbour news\n\n", "Shipping\n\n", "westhaven\n"])
def test_a_page_title_belongs_to_no_article(top: str) -> None:
    """A line above the first headline names the page and is left out."""
    assert parts(page("Source link", top=top)) == THREE


def test_signatures_split_and_name_the_author() -> None:
    """A signed article ends at its signature, which stays in it and names author and agency."""
    text = (
        f"{HEADS[0]}\n\n{BARGE}\n\nQuillon writes for the Example Press.\n\n"
        f"{HEADS[1]}\n\n{FERRY}\n\n"
        "Tamm and Oduya-Reyes write for the Example Press. Tamm reported from Port Lindow.\n"
    )
    first, second = split_articles(text)
    assert (first.author, first.agency) == ("Quillon", "Example Press")
    assert (second.author, second.agency) == ("Tamm and Oduya-Reyes", "Example Press")
    assert text[first.start : first.end].endswith("Example Press.")
    assert second.title == HEADS[1]


def test_bylines_and_dates_at_the_head_are_read() -> None:
    """A byline and a date line above the text give the author and the day."""
    text = f"{HEADS[0]}\n\nBy Jo Tamm\n\nPublished June 4, 2025\n\n{BARGE}\n\nSource link\n"
    (article,) = split_articles(text)
    assert (article.title, article.author) == (HEADS[0], "Jo Tamm")
    assert article.published == dt.date(2025, 6, 4)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADS[1]}\n\n{FERRY}\n\nMore ships on the way\n\n{BARGE}\n",
        f"{HEADS[0]}\n\n{BARGE}\n\n---\n\nBackground\n\n{FLOOD}\n",
        f"{HEADS[0]}\n\n{BARGE}\n\n---\n\nWhat we know so far about the pier\n\n{FLOOD}\n",
        f"# {HEADS[0]}\n\n{BARGE}\n\n---\n\n## {HEADS[1]}\n\n{FERRY}\n",
        f"{HEADS[0]}\n\n{BARGE}\n\nRead more\n\n{HEADS[1]}\n\n{FLOOD}\n",
        f"{HEADS[0]}\n\n{BARGE}\n\nSource link\n\nThe inquiry goes on, the authority said, and "
        "its report is to be laid before the council of Westhaven by the end of the month, when "
        "the road may be open again for cars.\n",
        f"{BARGE}\n\n{FERRY}\n\n{FLOOD}",
    ],
    ids="sections rule-background rule-question levels promotion no-headline plain".split(),
)
def test_a_single_article_is_not_split(text: str) -> None:
    """Section heads, rules between sections and promotions leave an article whole."""
    (article,) = split_articles(text)
    assert text[article.start : article.end] == text.rstrip("\n")


def test_a_single_article_keeps_its_headline_and_loses_the_closing_line() -> None:
    """The headline is title and text; "Source link" at the end is neither."""
    assert parts(f"{HEADS[0]}\n\n{BARGE}\n\nSource link\n") == [
        (HEADS[0], f"{HEADS[0]}\n\n{BARGE}")
    ]


def test_the_foot_of_a_page_is_no_article() -> None:
    """What follows the last closing line without headline and with few words is left out."""
    foot = "\n\nSubscribe to our letter and never miss any news again.\n\n© Westhaven Courier\n"
    assert parts(page("Source link") + foot) == THREE


def test_blank_text_holds_no_article() -> None:
    """Nothing in, nothing out."""
    assert split_articles(" \n\n\t\n") == split_articles("---\n\n***") == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("", Kind.BLANK),
        ("Source link", Kind.CLOSER),
        ("The source said the link was broken by the storm.", Kind.PROSE),
        ("Originally published plans were dropped by the council after a long debate on costs, "
        "the mayor said, and the town will now look for money elsewhere.", Kind.PROSE),
        ("Read more", Kind.READ_MORE),
        ("- - -", Kind.RULE),
        ("Talks collapse in the U.S.", Kind.SHORT),
        ("Who will pay for the new bridge in Westhaven?", Kind.SHORT),
    ],
)  # fmt: skip
def test_lines_are_told_by_their_words(line: str, kind: Kind) -> None:
    """Each line is classed by its own words; sentences that resemble a separator are prose."""
    assert classify(line) is kind


def test_prose_is_no_signature() -> None:
    """A sentence about someone who writes for a living signs nothing."""
    assert read_signature("The mayor writes for hours every night.") is None
    assert read_signature("Quillon is a staff writer at the Westhaven Courier.") is not None


lines = st.sampled_from(
    ["", "Source link", "---", "Read more", *HEADS, *BARGE.split("\n"), "harbour news", "  x", "#"]
)


@given(st.lists(lines, max_size=30))
def test_articles_are_ordered_slices_of_whole_lines(chosen: list[str]) -> None:
    """Whatever the page, articles do not overlap and start where the line they name starts."""
    text = "\n".join(chosen)
    end = 0
    for article in split_articles(text):
        assert end <= article.start < article.end <= len(text)
        assert text[: article.start].count("\n") == article.line
        assert article.start == 0 or text[article.start - 1] == "\n"
        assert text[article.start : article.end].strip()
        end = article.end


def test_hostile_lines_take_no_time() -> None:
    """Long lines of capitals, rules and commas are classed without backtracking for seconds."""
    started = time.process_time()
    for line in ("A" * 900, "Aa, " * 220, "- " * 149 + "x", "Aa and " * 120 + "x", "By A" * 200):
        classify(line)
        read_signature(line)
    assert time.process_time() - started < 2
