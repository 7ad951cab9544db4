"""Puts the page together: what the template shows, as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from claimtrack.model import AuditResult, Claim, Conflict, Document, Suppressed
from claimtrack.report.clash import adds_words, clashing
from claimtrack.report.groups import numbered
from claimtrack.report.html.network import network, voice_name
from claimtrack.report.html.timeline import timeline
from claimtrack.report.html.waterfall import Waterfall, waterfall
from claimtrack.report.json_ import plain
from claimtrack.report.locate import place
from claimtrack.report.version import tool_version
from claimtrack.report.view import (
    View,
    accepted_line,
    copies_line,
    holder_line,
    published_line,
    pushes,
    summary,
)
from claimtrack.report.wording import printable, squeeze

CONTEXT = 320
"""Characters shown before and after a quote, at most to the end of its paragraph."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a passage: its words, and whether they are quoted and clash."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Side:
    """One passage in its context, and whose it is."""

    holder: str
    stance: str
    origin: str
    title: str
    place: str
    link: str | None
    pieces: tuple[Piece, ...]
    statement: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """One conflict as the page shows it; ``note`` tells why it is no finding, if it is none."""

    number: int
    id: str
    relation: str
    type: str
    score: str
    explanation: str
    sides: tuple[Side, ...]
    scored: Waterfall
    behind: Waterfall
    copies: str
    holders: str
    note: str = ""


def render(result: AuditResult) -> str:
    """Return the page. Equal findings give equal bytes; ``run.timing`` is left out."""
    view = View.of(result)
    items = [_item(number, c, view) for number, c in numbered(view.conflicts)]
    run = {key: value for key, value in result.run.items() if key != "timing"}
    return fill(
        "page.html",
        summary=summary(view),
        items=items,
        updates=[_item(number, c, view) for number, c in enumerate(view.updates, start=1)],
        suppressed=[_suppressed(number, s, view) for number, s in enumerate(view.suppressed, 1)],
        relations=sorted({item.relation for item in items}),
        types=sorted({item.type for item in items}),
        network=network(view),
        timeline=timeline(view),
        articles=[_article(document, view) for document in view.documents],
        stale=view.stale,
        errors=view.errors,
        made=_flat(plain(run)),
    )


def fill(template: str, **values: object) -> str:
    """Return a page of this folder's templates with ``values`` in it, all of them as text."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("claimtrack.report.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(version=tool_version(), **values)


def _item(number: int, conflict: Conflict, view: View, note: str = "") -> Item:
    marks = dict(zip((conflict.a.id, conflict.b.id), clashing(conflict), strict=True))
    scored, behind = pushes(conflict)
    return Item(
        number=number,
        id=conflict.id,
        relation=conflict.relation.value,
        type=conflict.type.value,
        score=f"{conflict.score:.2f}",
        explanation=squeeze(conflict.explanation),
        sides=tuple(_side(claim, view, marks[claim.id]) for claim in view.sides(conflict)),
        scored=waterfall(scored),
        behind=waterfall(behind),
        copies=squeeze(copies_line(conflict, view)) if conflict.copies else "",
        holders="\n".join(voice_name(claim) for claim in view.sides(conflict)),
        note=note,
    )


def _suppressed(number: int, item: Suppressed, view: View) -> Item:
    return _item(number, item.conflict, view, squeeze(accepted_line(item)))


def _side(claim: Claim, view: View, marks: list[tuple[int, int]]) -> Side:
    document = view.document(claim)
    return Side(
        holder=squeeze(holder_line(claim)),
        stance=claim.stance.value,
        origin=squeeze(published_line(document)),
        title=squeeze(document.title or ""),
        place=squeeze(place(document, claim.start, claim.end)),
        link=web_link(document),
        pieces=tuple(pieces(document, claim.start, claim.end, marks)),
        statement=squeeze(claim.statement) if adds_words(claim) else None,
    )


def pieces(
    document: Document, start: int, end: int, marks: Sequence[tuple[int, int]] = ()
) -> list[Piece]:
    """Cut the passage into its context, its quote, and the words of it that clash."""
    quote = document.text[start:end]
    before = document.text[max(0, start - CONTEXT) : start].rpartition("\n\n")[2]
    after = document.text[end : end + CONTEXT].partition("\n\n")[0]
    found = [Piece("…" if len(before) == CONTEXT else "", "context"), Piece(before, "context")]
    at = 0
    for first, last in marks:
        found += [Piece(quote[at:first], "quote"), Piece(quote[first:last], "clash")]
        at = last
    found += [Piece(quote[at:], "quote"), Piece(after, "context")]
    found.append(Piece("…" if len(after) == CONTEXT else "", "context"))
    return [Piece(printable(piece.text), piece.kind) for piece in found if piece.text]


def _article(document: Document, view: View) -> dict[str, Any]:
    return {
        "name": squeeze(document.name),
        "origin": squeeze(published_line(document)),
        "place": squeeze(place(document, 0, 0)),
        "link": web_link(document),
        "conflicts": sum(document.id in (c.a.document, c.b.document) for c in view.conflicts),
    }


def web_link(document: Document) -> str | None:
    """Return the address of an article if it is one that a browser may be sent to."""
    url = document.url
    return url if url is not None and urlsplit(url).scheme in ("http", "https") else None


def _flat(value: Any, name: str = "") -> list[tuple[str, str]]:
    """Return nested settings as rows of a table."""
    if isinstance(value, dict):
        return [
            row
            for key, inner in value.items()
            for row in _flat(inner, f"{name}.{key}" if name else str(key))
        ]
    return [(name, squeeze(str(value)))]
