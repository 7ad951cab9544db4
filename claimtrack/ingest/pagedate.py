"""The day on which a web page says that its article was published.

htmldate, which trafilatura calls, falls back on any date in the page (a copyright line, a sidebar);
that serves corpora. Here relative dates are resolved against the day, so a wrong one is worse than
none, and only what the page declares counts.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from claimtrack.ingest.dates import read_date

Tree = Any  # lxml.html.HtmlElement; lxml ships no types

# Open Graph, schema.org, Dublin Core, and what Parse.ly and Sailthru ask publishers to write.
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "article_date_original",
    "dc.date",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)")
_CHANGED = re.compile(r"\b(?:updated|modified|edited|corrected)\b", re.IGNORECASE)


def declared_date(tree: Tree, url: str | None) -> dt.date | None:
    """Return the day of publication that ``tree`` declares, the surest declaration first.

    Looks at ``<meta>``, JSON-LD, microdata, the ``<time>`` of the article, and a day in the
    address. None if there is none that can be read.
    """
    for value in (*_metas(tree), *_json_ld(tree), *_times(tree)):
        if day := read_date(value):
            return day
    if url and (match := _IN_ADDRESS.search(urlsplit(url).path)):
        return read_date(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}")
    return None


def _metas(tree: Tree) -> Iterator[str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            key = (meta.get(attribute) or "").strip().lower()
            if key in _PUBLISHED and meta.get("content"):
                found.setdefault(key, meta.get("content", ""))
    for key in _PUBLISHED:
        if key in found:
            yield found[key]


def _json_ld(tree: Tree) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue  # many pages carry broken JSON-LD; the next declaration may be sound
        yield from _published_in(data)


def _published_in(data: Any) -> Iterator[str]:
    """The page's own articles, as a list or a graph; not what they mention."""
    if isinstance(data, list):
        for item in data:
            yield from _published_in(item)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        names = kinds if isinstance(kinds, list) else [kinds]
        value = data.get("datePublished")
        if isinstance(value, str) and any(
            isinstance(name, str) and re.search("Article|Posting|Report|WebPage", name)
            for name in names
        ):
            yield value
        if isinstance(data.get("@graph"), list):
            yield from _published_in(data["@graph"])


def _times(tree: Tree) -> Iterator[str]:
    for element in tree.iter("time"):
        marked = element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
        value = element.get("datetime") or element.text_content()
        if marked and value:
            yield value
    for article in tree.iter("article"):
        element = next(article.iter("time"), None)
        parent = element.getparent() if element is not None else None
        if element is not None and parent is not None:
            label = " ".join(parent.text_content().split())
            if len(label) < 200 and not _CHANGED.search(label):
                yield element.get("datetime") or element.text_content()
        return  # further articles on a page are teasers for other days
