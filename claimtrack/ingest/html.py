"""Reads web pages with trafilatura: the article's text, and what the page says about it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from claimtrack.errors import InputError
from claimtrack.ingest.decode import declared_in, decode, newlines, one_line
from claimtrack.ingest.ignores import in_page
from claimtrack.ingest.lines import Kind, classify
from claimtrack.ingest.pagedate import Tree, declared_date
from claimtrack.ingest.raw import Meta, Raw, documents, silence
from claimtrack.model import Document, Failure

# htmldate, whose result is not used, reads the machine's clock unless it is given a bound.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2199-12-31"}


def read_html(raw: Raw) -> Iterator[Document | Failure]:
    """Yield the articles of a page.

    The date is one that the page declares (see ``pagedate``), never a guess. Reader comments
    and tables are left out.

    Raises:
        InputError: if no article is found on the page.
    """
    markup = decode(raw.data, raw.charset or declared_in(raw.data))
    if not markup.strip():
        raise InputError("is empty; nothing to read")
    page = extract_page(markup, raw.url)
    if page is None:
        raise InputError("has no article text on its page; save the text alone as .txt")
    text, meta = page
    ignores, wrong = in_page(markup, text, raw.label)
    yield from documents(text, meta, raw.path, None, ignores)
    yield from wrong


def extract_page(markup: str, url: str | None) -> tuple[str, Meta] | None:
    """Return the article's text, a blank line between paragraphs, and its metadata.

    None where no text is found.
    """
    import trafilatura

    silence("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer")
    try:
        tree = trafilatura.load_html(markup)
        if tree is None:
            return None
        published = declared_date(tree, url)
        _keep_closers(tree)
        found = trafilatura.bare_extraction(
            tree,
            url=url,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=dict(_DATES),
        )
    except Exception as error:  # whatever a hostile page does to a parser, the next one is read
        raise InputError(f"cannot be read as a page ({type(error).__name__})") from error
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        return None
    meta = Meta(
        title=_clean(found.title),
        outlet=_outlet(_clean(found.sitename), url),
        author=_clean((found.author or "").replace(";", ",")),
        published=published,
        url=_own_address(found.url, url),
    )
    return spaced(found.text or ""), meta


def extract_fragment(markup: str) -> str:
    """Return the text of a piece of HTML, such as a feed's entry, a blank line a paragraph."""
    page = extract_page(f"<html><body><article>{markup}</article></body></html>", None)
    if page is not None:
        return page[0]
    import trafilatura

    return spaced(trafilatura.html2txt(f"<html><body>{markup}</body></html>"))


def spaced(text: str) -> str:
    """Return ``text``, one paragraph a line, with a blank line between paragraphs."""
    lines = (line.strip() for line in newlines(text).replace("\x00", "").split("\n"))
    return "\n\n".join(line for line in lines if line)


def _keep_closers(tree: Tree) -> None:
    """Turn links such as "Source link" into plain paragraphs.

    They part the articles of a page, and trafilatura drops paragraphs that are only a link.
    """
    for link in list(tree.iter("a")):
        if classify(link.text_content()) is Kind.CLOSER:
            box = link.getparent()
            if box is not None and classify(box.text_content()) is Kind.CLOSER:
                box.tag = "p"
                link.drop_tag()
            else:
                link.tag = "p"


def _clean(value: str | None) -> str | None:
    return one_line(value or "") or None


def _outlet(name: str | None, url: str | None) -> str | None:
    """The site's name, without the sign of a handle; its host where it has no name."""
    if url and (not name or name == urlsplit(url).netloc):
        return _bare_host(urlsplit(url).hostname)
    return (name or "").lstrip("@") or None


def _bare_host(host: str | None) -> str | None:
    return host.removeprefix("www.") if host else None


def _own_address(canonical: str | None, fetched: str | None) -> str | None:
    """The page's canonical address, unless it points to a host that it was not fetched from."""
    if not fetched:
        return canonical or None
    if canonical and _bare_host(urlsplit(canonical).hostname) == _bare_host(
        urlsplit(fetched).hostname
    ):
        return canonical
    return fetched
