"""Feeds."""

from __future__ import annotations

import datetime as dt

import pytest

from claimtrack.errors import InputError
from claimtrack.ingest.feed import read_feed
from claimtrack.ingest.raw import Raw
from claimtrack.model import Document, Failure

BODY = (
    "<p>The harbour bridge in Westhaven was closed on Tuesday after a barge struck its pier.</p>"
    "<p>Nobody was hurt, said Mara Ellison, a spokeswoman for the port authority.</p>"
)
RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Westhaven Courier</title>
<item><title>Barge &amp; bridge</title><link>https://courier.example/1</link>
 <dc:creator>Jo Tamm</dc:creator><pubDate>Tue, 03 Mar 2026 23:30:00 -0500</pubDate>
 <description>Short.</description><content:encoded><![CDATA[{BODY}]]></content:encoded></item>
<item><title>Only a summary</title><description>Ferries &lt;b&gt;run&lt;/b&gt; again.</description>
 <source url="https://wire.example/f">Example Wire</source><pubDate>someday</pubDate></item>
<item><title>Nothing</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Port News</title>
<entry><title>One</title><id>1</id><link href="https://port.example/1"/>
<published>2026-03-03T23:00:00-11:00</published><updated>2026-03-09T00:00:00Z</updated>
<summary>The pier stands.</summary></entry>
<entry><title>Two</title><id>2</id><updated>2026-03-04T00:00:00Z</updated>
<content type="html">&lt;p&gt;The pier fell.&lt;/p&gt;</content></entry></feed>"""


def read(markup: str | bytes, url: str | None = None) -> list[Document | Failure]:
    data = markup.encode() if isinstance(markup, str) else markup
    return list(read_feed(Raw(data, url or "f.xml", None if url else "f.xml", url)))


def test_rss_entries_are_documents() -> None:
    """Content goes before the summary, markup is stripped, and the day is the outlet's own."""
    first, second, date, nothing = read(RSS)
    assert first == Document(
        text="The harbour bridge in Westhaven was closed on Tuesday after a barge struck its pier."
        "\n\nNobody was hurt, said Mara Ellison, a spokeswoman for the port authority.",
        path="f.xml#1",
        title="Barge & bridge",
        outlet="Westhaven Courier",
        author="Jo Tamm",
        published=dt.date(2026, 3, 3),
        url="https://courier.example/1",
    )
    assert isinstance(second, Document)
    assert (second.text, second.outlet) == ("Ferries run again.", "Example Wire")
    assert second.published is None
    assert date == Failure(
        "f.xml", "entry 2: date 'someday' cannot be read; write it as YYYY-MM-DD"
    )
    assert nothing == Failure("f.xml", "entry 3: has no text; ingest the page it links to")


def test_atom_entries_are_documents() -> None:
    """An entry is dated by its publication, and by its update only where that is all it has."""
    first, second = read(ATOM)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.text, first.published) == ("The pier stands.", dt.date(2026, 3, 3))
    assert (second.text, second.published) == ("The pier fell.", dt.date(2026, 3, 4))
    assert (first.outlet, second.url) == ("Port News", None)


def test_entries_of_a_fetched_feed_have_addresses() -> None:
    """An entry without a link is told apart by its number; none has a path."""
    first, second = read(ATOM, "https://port.example/feed")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.path, first.url) == (None, "https://port.example/1")
    assert (second.path, second.url) == (None, "https://port.example/feed#2")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "is empty"),
        ("plain words", "is not RSS or Atom"),
        ("<html><body>no feed</body></html>", "is not RSS or Atom"),
        ('<rss version="2.0"><channel><title>t</title></channel></rss>', "without entries"),
        (b"\x1f\x8b\x08\x00", "gzip"),
    ],
)
def test_what_is_no_feed_is_one_failure(data: str | bytes, message: str) -> None:
    """What holds no entries is refused with a line that says why."""
    with pytest.raises(InputError, match=message):
        read(data)


def test_entities_are_not_expanded_from_files() -> None:
    """A feed cannot pull a local file into its text, nor grow by entities."""
    (document,) = read(
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/hostname">'
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss version="2.0"><channel>'
        "<title>t</title><item><title>x</title><description>Words &f;&b; here.</description>"
        "</item></channel></rss>"
    )
    assert isinstance(document, Document)
    assert len(document.text) < 60
    assert document.text.startswith("Words")
