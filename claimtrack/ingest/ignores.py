"""Comments in an article that accept the conflicts of the paragraph after them.

``<!-- claimtrack: ignore[quantity, date] both tolls are quoted on purpose -->`` in Markdown, plain
text or HTML; ``all`` stands for every type. A reason is required: without one nobody knows later
whether the conflict was looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from claimtrack.errors import InputError
from claimtrack.ingest.decode import one_line
from claimtrack.model import ConflictType, Failure, Ignore

ALL = "all"
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_OURS = re.compile(r"<!--\s*claimtrack:(.*?)-->", re.DOTALL)
_BODY = re.compile(r"\s*ignore\s*\[([^\]]*)\](.*)", re.DOTALL)
_PARAGRAPH = re.compile(r"\s*(\S.*?)\s*(?=\n[ \t]*\n|\Z)", re.DOTALL)
_FORM = "<!-- claimtrack: ignore[TYPE] REASON -->"
_BLOCKS = "p li blockquote h1 h2 h3 h4 h5 h6 td dd dt pre figcaption"


@dataclass(frozen=True, slots=True)
class Directive:
    """What one comment says."""

    types: tuple[ConflictType, ...]
    reason: str


def parse_directive(body: str) -> Directive:
    """Read what follows ``claimtrack:``. Raises InputError, one line, for what can't be meant."""
    match = _BODY.fullmatch(body)
    if match is None:
        raise InputError(f"a claimtrack comment reads {_FORM}")
    reason = one_line(match[2])
    if not reason:
        raise InputError(f"an ignore needs a reason: {_FORM}")
    names = [name.strip().lower() for name in match[1].split(",") if name.strip()]
    if not names:
        raise InputError(f"an ignore names its types, or all: {_FORM}")
    known = [type_.value for type_ in ConflictType]
    for name in names:
        if name not in (*known, ALL):
            near = get_close_matches(name, [*known, ALL], 1, 0)[0]
            raise InputError(f"there is no type {name!r} to ignore; the nearest is {near!r}")
    return Directive(() if ALL in names else tuple(ConflictType(name) for name in names), reason)


def without_comments(text: str) -> str:
    """Return ``text``, of the same length and lines, with its HTML comments as blanks."""
    return _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def in_text(text: str, line: int, label: str) -> tuple[list[Ignore], list[Failure]]:
    """Return the ignores of Markdown or plain text, and what is wrong with others.

    ``line`` is the 1-based line of the source on which ``text`` starts.
    """
    found: list[Ignore] = []
    failures: list[Failure] = []
    blank = without_comments(text) if "claimtrack:" in text else ""
    for match in _OURS.finditer(text) if blank else ():
        here = line + text.count("\n", 0, match.start())
        try:
            said = parse_directive(match[1])
        except InputError as error:
            failures.append(Failure(f"{label}:{here}", str(error)))
            continue
        paragraph = _PARAGRAPH.match(blank, match.end())
        start, end = paragraph.span(1) if paragraph else (match.end(), match.end())
        found.append(Ignore(start, end, said.types, said.reason, here))
    return found, failures


def in_page(markup: str, text: str, label: str) -> tuple[list[Ignore], list[Failure]]:
    """Return the ignores of a page whose article is ``text``, and what is wrong with others.

    One that stands before no paragraph of the article covers nothing.
    """
    found: list[Ignore] = []
    failures: list[Failure] = []
    if "claimtrack:" not in markup:
        return found, failures
    for body, here, words in _page_comments(markup):
        try:
            said = parse_directive(body)
        except InputError as error:
            failures.append(Failure(f"{label}:{here}", str(error)))
            continue
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        match = re.search(pattern, text) if pattern else None
        start, end = match.span() if match else (0, 0)
        found.append(Ignore(start, end, said.types, said.reason, here))
    return found, failures


def _page_comments(markup: str) -> Iterator[tuple[str, int, str]]:
    """Yield each comment of ours: what it says, its line, the text of the next paragraph."""
    from lxml import etree, html

    tree = html.fromstring(markup.encode(), parser=html.HTMLParser(encoding="utf-8"))
    blocks = " or ".join(f"self::{name}" for name in _BLOCKS.split())
    for comment in tree.iter(etree.Comment):
        body = (comment.text or "").strip()
        if body.startswith("claimtrack:"):
            after = comment.xpath(f"following::*[{blocks}][normalize-space()][1]")
            words = after[0].text_content() if after else ""
            yield body.removeprefix("claimtrack:"), comment.sourceline or 1, words
