"""What a format reader is given, and the steps that several formats share."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from claimtrack.errors import InputError
from claimtrack.ingest.dates import read_date, unreadable
from claimtrack.ingest.split import split_articles
from claimtrack.model import Document, Failure, Ignore


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one input. ``label`` names it to the user; ``path`` is None for an address."""

    data: bytes
    label: str
    path: str | None = None
    url: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known of the page as a whole."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: dt.date | None = None
    url: str | None = None


def published_or_failure(value: str | None, label: str) -> tuple[dt.date | None, list[Failure]]:
    """Return the day that ``value`` names, and a failure for ``label`` if it cannot be read."""
    if not value:
        return None, []
    day = read_date(value)
    return day, [] if day else [Failure(label, unreadable(value))]


def documents(
    text: str,
    meta: Meta,
    path: str | None,
    line: int | None,
    ignores: Sequence[Ignore] = (),
) -> Iterator[Document]:
    """Yield the articles in ``text``, each with those of ``ignores`` that lie in it.

    ``line`` is the 1-based line of the source on which ``text`` starts, None if it is no slice.
    What the page says of itself goes before what stands in an article; a title of the page is
    not the title of one of several articles.

    Raises:
        InputError: if there is none.
    """
    articles = split_articles(text)
    if not articles:
        raise InputError("is empty; nothing to read")
    several = len(articles) > 1
    for number, article in enumerate(articles, start=1):
        yield Document(
            text=text[article.start : article.end],
            path=path,
            title=article.title if several else meta.title or article.title,
            outlet=meta.outlet,
            author=(article.author or meta.author) if several else meta.author or article.author,
            published=meta.published or article.published,
            url=meta.url,
            first_line=None if line is None else line + article.line,
            part=number if several else None,
            ignores=tuple(
                replace(one, start=one.start - article.start, end=one.end - article.start)
                for one in ignores
                if not several or article.start <= one.start < article.end
            ),
        )


@cache
def silence(*names: str) -> None:
    """Keep the loggers of third-party readers from printing or passing on an article's text."""
    for name in names:
        logger = logging.getLogger(name)
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
