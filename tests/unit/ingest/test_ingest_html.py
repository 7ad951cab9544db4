"""Web pages."""

from __future__ import annotations

import datetime as dt
import io
import logging

import pytest

from claimtrack.errors import InputError
from claimtrack.ingest.html import extract_fragment, read_html
from claimtrack.ingest.raw import Raw
from claimtrack.model import Document

BODY = (
    "<p>The harbour bridge in Westhaven was closed on Tuesday after a barge struck its northern "
    "pier, the port authority said.</p><p>Nobody was hurt, according to Mara Ellison, a "
    "spokeswoman for the authority, and the pier “stands as before”.</p><p>The owner of the barge "
    "said that the damage was slight and that the vessel had been moored again by evening.</p>"
)


def page(head: str = "", body: str = BODY, foot: str = "") -> str:
    return (
        f"<!doctype html><html lang=en><head><title>Barge strikes bridge</title>{head}</head><body>"
        "<nav><a href=/>Home</a> <a href=/sea>Sea</a></nav>"
        f"<article><h1>Barge strikes bridge</h1>{body}</article>"
        f"<aside><h3>Also of interest</h3><a href=/x>Ferries late again</a></aside>"
        f"<footer>{foot}</footer></body></html>"
    )


def read(markup: str | bytes, url: str | None = None, charset: str | None = None) -> Document:
    data = markup.encode() if isinstance(markup, str) else markup
    (document,) = read_html(Raw(data, "a.html", None if url else "a.html", url, charset))
    assert isinstance(document, Document)
    return document


def test_text_and_metadata_are_read() -> None:
    """The article's paragraphs, title, author, publisher, date and address are found."""
    document = read(
        page(
            '<meta property="og:site_name" content="Westhaven Courier">'
            '<meta name="author" content="Jo Tamm">'
            '<meta property="article:published_time" content="2026-03-03T22:15:00-05:00">'
            '<link rel="canonical" href="https://courier.example/a/1">'
        )
    )
    assert "closed on Tuesday after a barge struck its northern pier" in document.text
    assert "\n\nNobody was hurt" in document.text
    assert "Home" not in document.text
    assert "Ferries" not in document.text
    assert document.title == "Barge strikes bridge"
    assert document.outlet == "Westhaven Courier"
    assert document.author == "Jo Tamm"
    assert document.published == dt.date(2026, 3, 3)
    assert document.url == "https://courier.example/a/1"
    assert document.first_line is None


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="DC.date.issued" content="2026-03-03">', BODY),
        ('<meta itemprop="datePublished" content="March 3, 2026">', BODY),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle",'
            '"datePublished":"2026-03-03T10:00:00Z","dateModified":"2026-03-09"}]}</script>',
            BODY,
        ),
        ("", f'<p>Posted <time datetime="2026-03-03">3 March</time></p>{BODY}'),
        ("", f"<time pubdate datetime=2026-03-03>Tuesday</time>{BODY}"),
        ('<script type="application/ld+json">{broken</script>', f"<p>March 3, 2026</p>{BODY}"),
    ],
    ids="dublin-core microdata json-ld time pubdate visible".split(),
)
def test_each_declaration_of_the_date_counts(head: str, body: str) -> None:
    """Metadata, JSON-LD, the article's time element and a date line above the text are read."""
    assert read(page(head, body)).published == dt.date(2026, 3, 3)


@pytest.mark.parametrize(
    ("head", "body", "foot"),
    [
        ("", BODY, "© Westhaven Courier 2019, last changed March 5, 2021"),
        ('<meta property="article:modified_time" content="2026-03-09">', BODY, ""),
        ("", f'<p>Updated <time datetime="2026-03-09">9 March</time></p>{BODY}', ""),
        (
            '<script type="application/ld+json">{"@type":"Person","datePublished":"2020-01-01"}'
            "</script>",
            BODY,
            "",
        ),
    ],
    ids="footer modified updated other-thing".split(),
)
def test_no_date_is_guessed(head: str, body: str, foot: str) -> None:
    """A year in the footer, a change and another thing's date do not date the article."""
    assert read(page(head, body, foot)).published is None


def test_a_day_in_the_address_dates_the_page() -> None:
    """The last resort is the day in the address."""
    document = read(page(), "https://www.courier.example/2026/3/3/barge?x=1")
    assert document.published == dt.date(2026, 3, 3)
    assert document.outlet == "courier.example"
    assert document.path is None


def test_a_canonical_address_elsewhere_is_not_taken() -> None:
    """A copy keeps its own address, whatever original it points to; its own canonical counts."""
    link = '<link rel="canonical" href="https://courier.example/a/1">'
    assert read(page(link), "https://copy.example/b").url == "https://copy.example/b"
    assert read(page(link), "https://www.courier.example/a/1?m=1").url == (
        "https://courier.example/a/1"
    )


def test_the_page_or_the_server_names_the_charset() -> None:
    """Quotes come out whole from Windows-1252 by meta and by header, and from UTF-16."""
    for data, charset in (
        (page('<meta charset="windows-1252">').encode("cp1252"), None),
        (page().encode("cp1252"), "iso-8859-1"),
        (page().encode("utf-16"), None),
    ):
        assert "“stands as before”" in read(data, charset=charset).text


@pytest.mark.parametrize(
    "closer",
    [
        "<p>Source link</p>",
        '<p><a href="https://x.example/">Source link</a></p>',
        '<div class="src"><a href="https://x.example/">Source link</a></div>',
        '<a href="https://x.example/">Source link</a>',
    ],
)
def test_a_page_with_several_articles_is_split(closer: str) -> None:
    """Headlines between closing lines split a page as they split a file; the lines may be links."""
    more = (
        "<h2>Ferry crews to strike at Port Lindow over pay</h2><p>Ferry crews at Port Lindow will "
        "walk out on Friday, their union said on Monday after talks about pay had failed.</p>"
        "<p>The company said that it had offered a rise of four per cent, and would do no more.</p>"
    )
    markup = page(body=f"{BODY}{closer}{more}{closer}")
    found = [
        item for item in read_html(Raw(markup.encode(), "a", "a")) if isinstance(item, Document)
    ]
    assert [item.title for item in found] == [
        "Barge strikes bridge",
        "Ferry crews to strike at Port Lindow over pay",
    ]
    assert [item.part for item in found] == [1, 2]
    assert "Source link" not in "".join(item.text for item in found)


@pytest.mark.parametrize(
    "markup",
    ["", "<html></html>", "<" * 50_000, "<div>" * 50_000 + "x", "<p>", "\ufeff <!-- -->"],
)
def test_pages_without_an_article_are_refused(markup: str) -> None:
    """Empty, broken and hostile pages are one line."""
    with pytest.raises(InputError):
        read(markup)


def test_fragments_lose_their_markup() -> None:
    """A summary in a feed is stripped, however short it is."""
    assert extract_fragment("Short <b>summary</b> &amp; more.") == "Short summary & more."
    assert "<" not in extract_fragment(BODY)


def test_no_text_reaches_the_logs() -> None:
    """Whatever the readers log about a draft stays out of the program's log, at any level."""
    # Not caplog: it also listens to loggers that pass nothing on.
    heard = io.StringIO()
    root, handler = logging.getLogger(), logging.StreamHandler(heard)
    handler.setFormatter(logging.Formatter("%(name)s %(message)s"))
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        read(page())
        with pytest.raises(InputError):
            read("<html><head><title>bridge draft</title></head><body></body></html>")
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
    assert "bridge" not in heard.getvalue()
    assert "trafilatura" not in heard.getvalue()
