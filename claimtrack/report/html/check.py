"""The page of a check: figures, floors, and every mistake with both passages in context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.report.check import by_type, total, wilson
from claimtrack.report.html.page import Piece, Side, fill, pieces, web_link
from claimtrack.report.html.waterfall import Waterfall, waterfall
from claimtrack.report.locate import place
from claimtrack.report.mistakes import Mistake, Passage, mistakes
from claimtrack.report.view import counted, published_line
from claimtrack.report.wording import squeeze
from claimtrack.results import CheckReport, CorpusResult


@dataclass(frozen=True, slots=True)
class Card:
    """One mistake as the page shows it."""

    number: int
    kind: str
    line: str
    type: str
    score: str
    reason: str
    sides: tuple[Side, Side]
    scored: Waterfall
    behind: Waterfall


def html(report: CheckReport, failed: Sequence[str]) -> str:
    """Return one page that needs no network; equal findings give equal bytes."""
    whole = total(report)
    cards = [_card(number, item) for number, item in enumerate(mistakes(report), start=1)]
    several = len(report.corpora) > 1
    return fill(
        "check.html",
        summary=(
            f"{len(whole.found)} of "
            f"{counted(whole.expected, 'expected conflict', 'expected conflicts')} found, "
            f"{counted(len(whole.false_alarms), 'false alarm', 'false alarms')} in "
            f"{counted(len(report.corpora), 'corpus', 'corpora')}."
        ),
        failed=[squeeze(line) for line in failed],
        corpora=[_row(corpus) for corpus in (*report.corpora, *([whole] if several else []))],
        by_type=by_type(report),
        cards=cards,
        kinds=sorted({card.kind for card in cards}),
        types=sorted({card.type for card in cards}),
        errors=report.errors,
        made=sorted(report.models.items()),
    )


def _row(corpus: CorpusResult) -> dict[str, object]:
    flagged = len(corpus.found) + len(corpus.false_alarms)
    return {
        "name": squeeze(corpus.name),
        "expected": corpus.expected,
        "found": len(corpus.found),
        "false_alarms": len(corpus.false_alarms),
        "precision": _share(corpus.precision, len(corpus.found), flagged),
        "recall": _share(corpus.recall, len(corpus.found), corpus.expected),
        "f1": f"{corpus.f1:.2f}",
        "hash": corpus.hash,
    }


def _share(value: float, successes: int, trials: int) -> str:
    low, high = wilson(successes, trials)
    return f"{value:.2f} ({low:.2f} to {high:.2f})" if trials else "none"


def _card(number: int, item: Mistake) -> Card:
    return Card(
        number=number,
        kind=item.kind,
        line=squeeze(f"{item.corpus}/{item.id}"),
        type=item.type,
        score="" if item.score is None else f"{item.score:.2f}",
        reason=item.reason,
        sides=(_side(item.a), _side(item.b)),
        scored=waterfall(item.scored),
        behind=waterfall(item.behind),
    )


def _side(passage: Passage) -> Side:
    document = passage.document
    if document is None:
        quote = (Piece(passage.text, "quote"),)
        return Side(squeeze(passage.file), "asserted", "", "", "", None, quote, None)
    return Side(
        holder=passage.holder or squeeze(document.name),
        stance="asserted",
        origin=squeeze(published_line(document)),
        title="" if passage.holder is None else squeeze(document.title or ""),
        place=squeeze(place(document, passage.start, passage.end)),
        link=web_link(document),
        pieces=tuple(pieces(document, passage.start, passage.end)),
        statement=passage.statement,
    )
