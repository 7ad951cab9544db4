"""Finds the articles in the text of one page; most pages hold exactly one.

A page is split where a line closes one article ("Source link", "Originally published at ...", a
signature) and a headline with its text follows. Weaker lines ("Read more", a horizontal rule)
also stand inside single articles, so they split only where every part looks like an article.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimtrack.ingest.dates import is_date_line
from claimtrack.ingest.lines import Kind, Line, Signature, read_lines, read_signature

# A last part without headline and with fewer words than this is the foot of the page.
_FOOT_WORDS = 25
# Section heads are shorter than headlines; a rule alone must be followed by this many words.
_HEADLINE_WORDS = 5


# A signature stands among this many last lines.
_SIGNED_LINES = 6


@dataclass(frozen=True, slots=True)
class Article:
    """One article as ``text[start:end]``; ``line`` is the 0-based line on which it starts.

    ``author`` and ``agency`` come from a signed byline ("Doe writes for the Example Agency."),
    ``published`` from a line that is a date and nothing else.
    """

    start: int
    end: int
    line: int
    title: str | None = None
    author: str | None = None
    agency: str | None = None
    published: dt.date | None = None


def split_articles(text: str) -> list[Article]:
    """Return the articles in ``text`` in order, as slices that start on a line's first character.

    Of several, each leaves out its headline and the closing lines, and a page title before the
    first headline belongs to none. A single article keeps its headline, so that nothing a reader
    sees is lost. Empty if ``text`` holds no words.
    """
    lines = read_lines(text)
    if all(line.kind in (Kind.BLANK, Kind.RULE) for line in lines):
        return []
    for attempt in (_by_closers, _by_read_more, _by_rules):
        parts = attempt(lines)
        if len(parts) > 1:
            return _articles(parts)
    return [_whole(lines)]


def _articles(parts: Sequence[Sequence[Line]]) -> list[Article]:
    usual = min(len(_lead(part)) for part in parts[1:])
    found = []
    for number, part in enumerate(parts):
        lead = _lead(part)
        skipped = _page_titles(lead, usual) if number == 0 else 0
        head = next((line for line in lead[skipped:] if line.is_headline), None)
        after = part[part.index(head) + 1 :] if head else part[skipped:]
        found.append(_article(_trim(after), head.title if head else None, lead))
    return found


def _whole(lines: Sequence[Line]) -> Article:
    body = _trim(lines, closers=True) or _trim(lines)
    lead = _lead(body)
    # Without text below it, a short line is the article and not its headline.
    head = next((line for line in lead[:2] if line.is_headline), None) if _prose(body) else None
    return _article(body, head.title if head else None, lead)


def _article(body: Sequence[Line], title: str | None, lead: Sequence[Line]) -> Article:
    signers = (read_signature(line.text) for line in (*body[: -_SIGNED_LINES - 1 : -1], *lead))
    signature = next((signer for signer in signers if signer), Signature())
    published = next((day for line in lead if (day := is_date_line(line.text))), None)
    return Article(
        start=body[0].start,
        end=body[-1].start + len(body[-1].text.rstrip()),
        line=body[0].number,
        title=title,
        author=signature.author,
        agency=signature.agency,
        published=published,
    )


def _by_closers(lines: Sequence[Line]) -> list[list[Line]]:
    """Cut after closing lines and signatures that a headline with text, or the end, follows."""
    parts: list[list[Line]] = []
    current: list[Line] = []
    for line, rest in _with_rest(lines):
        if line.kind is Kind.CLOSER:
            if _opens_article(rest) or not _is_text(rest):
                parts.append(current)
                current = []
                continue
        elif read_signature(line.text, closing=True) and _opens_article(rest):
            parts.append([*current, line])
            current = []
            continue
        current.append(line)
    return _keep([*parts, current])


def _by_read_more(lines: Sequence[Line]) -> list[list[Line]]:
    """Cut at "Read more" where it closes every part, the last one too: a digest.

    A promotion inside an article ("Read more", a headline, and on goes the text) is not closed.
    """
    parts = _cut(lines, lambda line: line.kind is Kind.READ_MORE)
    if _is_text(parts[-1]):
        return []
    parts = _keep(parts)
    return parts if all(_opens_article(part) for part in parts) else []


def _by_rules(lines: Sequence[Line]) -> list[list[Line]]:
    """Cut at horizontal rules where every part opens with a headline of one level."""
    parts = _keep(_cut(lines, lambda line: line.kind is Kind.RULE))
    heads = [next((line for line in _lead(part) if line.is_headline), None) for part in parts]
    if any(
        head is None or len(head.title.split()) < _HEADLINE_WORDS or head.is_section_head
        for head in heads
    ):
        return []
    return parts if len({head.level for head in heads if head}) == 1 else []


def _cut(lines: Sequence[Line], at: Callable[[Line], bool]) -> list[list[Line]]:
    parts: list[list[Line]] = [[]]
    for line in lines:
        if at(line):
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def _keep(parts: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The parts that hold prose, trimmed; a short last part without headline is the foot."""
    kept = [_trim(part) for part in parts if _prose(part)]
    if len(kept) > 1 and not _opens_article(kept[-1]) and not _is_text(kept[-1]):
        kept.pop()
    return kept


def _with_rest(lines: Sequence[Line]) -> list[tuple[Line, Sequence[Line]]]:
    """Each line with the next few that are not blank: enough to see a headline and its text."""
    solid = [line for line in lines if line.kind is not Kind.BLANK]
    ahead = {line.number: solid[place + 1 : place + 9] for place, line in enumerate(solid)}
    return [(line, ahead.get(line.number, ())) for line in lines]


def _lead(part: Sequence[Line]) -> list[Line]:
    """The lines above the first one of prose: headline, deck, byline, date."""
    lead: list[Line] = []
    for line in part:
        if line.kind is Kind.PROSE or len(lead) == 8:
            break
        if line.kind is not Kind.BLANK:
            lead.append(line)
    return lead


def _opens_article(part: Sequence[Line]) -> bool:
    """Whether a headline comes first and prose after it."""
    solid = [line for line in part if line.kind not in (Kind.BLANK, Kind.RULE)]
    return bool(solid) and solid[0].is_headline and _prose(solid)


def _is_text(part: Sequence[Line]) -> bool:
    """Whether the part is more than the foot of a page."""
    return sum(len(line.text.split()) for line in part if line.kind is Kind.PROSE) >= _FOOT_WORDS


def _prose(part: Sequence[Line]) -> bool:
    return any(line.kind is Kind.PROSE for line in part)


def _page_titles(lead: Sequence[Line], usual: int) -> int:
    """How many lines above the first headline name the page and not the article.

    Where the other articles have ``usual`` lines above their text, the first has that many too;
    a line more is the page's if it is no headline or much shorter than the next.
    """
    if len(lead) < 2 or len(lead) <= usual:
        return 0
    first, second = lead[0], lead[1]
    if not second.is_headline:
        return 0
    return 1 if not first.is_headline or 2 * len(first.text) < len(second.text) else 0


def _trim(part: Sequence[Line], *, closers: bool = False) -> list[Line]:
    """``part`` without blank lines and rules (and closing lines) at its edges."""
    drop = {Kind.BLANK, Kind.RULE} | ({Kind.CLOSER} if closers else set())
    first, last = 0, len(part)
    while first < last and part[first].kind in drop:
        first += 1
    while last > first and part[last - 1].kind in drop:
        last -= 1
    return list(part[first:last])
