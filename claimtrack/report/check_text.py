"""What ``claimtrack check`` prints for a reader: the figures, then every miss and false alarm."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from claimtrack.report import steps
from claimtrack.report.check import by_type, total, wilson
from claimtrack.report.mistakes import FALSE_ALARM, MISSED, Mistake, Passage, mistakes
from claimtrack.report.push import SEEN
from claimtrack.report.view import counted, published_line
from claimtrack.report.wording import cells, shorten, squeeze
from claimtrack.results import CheckReport


def text(report: CheckReport, failed: Sequence[str] = (), *, width: int = 80) -> str:
    """Return the table, every miss and every false alarm with the signal that caused it."""
    lines = [*_table(report), "", *_types(report)]
    wrong = list(mistakes(report))
    for corpus in report.corpora:
        for kind, named in ((MISSED, "missed"), (FALSE_ALARM, "false alarms")):
            own = [item for item in wrong if item.corpus == corpus.name and item.kind == kind]
            if own:
                lines += ["", f"{squeeze(corpus.name)}: {named} ({len(own)})"]
                for item in own:
                    lines += ["", *_mistake(item, width)]
    lines += ["", *(f"UNDER A FLOOR: {line}" for line in failed)]
    whole = total(report)
    lines += textwrap.wrap(
        f"{counted(len(report.corpora), 'corpus', 'corpora')}: {len(whole.found)} of "
        f"{counted(whole.expected, 'expected conflict', 'expected conflicts')} found, "
        f"{counted(len(whole.false_alarms), 'false alarm', 'false alarms')}.",
        width,
    )
    return "\n".join(lines) + "\n"


def _table(report: CheckReport) -> Iterator[str]:
    rows = [*report.corpora, *([total(report)] if len(report.corpora) > 1 else [])]
    room = max(6, min(22, max((cells(row.name) for row in rows), default=6)))
    yield (
        f"{'corpus':<{room}}  {'lines':>5} {'found':>5} {'false':>5}"
        f"  {'precision (95 %)':<18} {'recall (95 %)':<18} {'F1':>4}"
    )
    for row in rows:
        flagged = len(row.found) + len(row.false_alarms)
        precision = _share(row.precision, wilson(len(row.found), flagged), flagged)
        recall = _share(row.recall, wilson(len(row.found), row.expected), row.expected)
        yield (
            f"{shorten(row.name, room):<{room}}  {row.expected:>5} {len(row.found):>5} "
            f"{len(row.false_alarms):>5}  {precision:<18} {recall:<18} {row.f1:.2f}"
        )


def _types(report: CheckReport) -> Iterator[str]:
    yield f"{'type':<12} {'found':>6} {'missed':>6} {'false':>6}"
    for name, row in by_type(report).items():
        yield f"{name:<12} {row[0]:>6} {row[1]:>6} {row[2]:>6}"


def _share(value: float, interval: tuple[float, float], trials: int) -> str:
    if not trials:
        return "-"
    return f"{value:.2f} [{interval[0]:.2f}, {interval[1]:.2f}]"


def _mistake(item: Mistake, width: int) -> Iterator[str]:
    """A heading, both sides with their articles, the step or the clash, and the reasons."""
    if item.kind == MISSED:
        types = "" if item.type == "any" else f" ({item.type.replace(',', ', ')})"
        heading, label, why = f"line {item.id}{types}", "->", item.reason
    else:
        heading = f"{item.relation} · {item.type}, score {item.score:.2f}"
        heading += f", where line {item.expected} expects none" if item.expected else ""
        label, why = "why:", item.explanation or item.reason
    yield from _wrapped(heading, width, 2)
    for side in (item.a, item.b):
        yield from _side(side, width)
    yield from textwrap.wrap(
        why, width, initial_indent=f"    {label} ", subsequent_indent=" " * (5 + len(label))
    )
    step = item.reason if item.kind == MISSED else steps.JUDGED
    told = [reason for reason in item.scored if abs(reason.weight) >= SEEN]
    yield from steps.reasons(step, told, width, indent=6)


def _side(side: Passage, width: int) -> Iterator[str]:
    """The article by its file, outlet and date, then who says what."""
    document = side.document
    origin = side.file
    if document is not None and (document.path or document.outlet):
        origin += f" · {published_line(document)}"
    yield from _wrapped(origin, width, 4)
    who = "" if side.holder is None else f"{side.holder}: "
    yield from _wrapped(f"{who}“{side.text}”", width, 6)
    if side.statement is not None:
        yield from _wrapped(f"read as: {side.statement}", width, 6)


def _wrapped(line: str, width: int, indent: int) -> list[str]:
    space = " " * indent
    return textwrap.wrap(squeeze(line), width, initial_indent=space, subsequent_indent=f"{space}  ")
