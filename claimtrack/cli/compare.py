"""``compare``: two statements, or a file of pairs."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any, Literal

import typer

from claimtrack.cli.session import emit, finish, say, session, warn_line, width
from claimtrack.errors import InputError
from claimtrack.model import Verdict
from claimtrack.report.compare import record, text
from claimtrack.report.json_ import dump
from claimtrack.report.jsonl import line
from claimtrack.results import ComparedPair, ComparePair

if TYPE_CHECKING:
    from claimtrack.bootstrap import Claimtrack


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the input: its own ``id`` as it was written, and the pair or what is wrong."""

    id: Any
    pair: ComparePair | None
    error: str = ""


def compare(
    ctx: typer.Context,
    a: Annotated[str | None, typer.Argument(help="A statement.")] = None,
    b: Annotated[str | None, typer.Argument(help="Another statement.")] = None,
    input: Annotated[
        str | None,
        typer.Option(
            "--input", metavar="FILE", help='Lines {"id","a","b","a_time"?,"b_time"?}; - for stdin.'
        ),
    ] = None,
    a_time: Annotated[
        str | None, typer.Option("--a-time", metavar="DATE", help="When A was said (ISO date).")
    ] = None,
    b_time: Annotated[
        str | None, typer.Option("--b-time", metavar="DATE", help="When B was said (ISO date).")
    ] = None,
    format: Annotated[
        Literal["text", "json", "jsonl"], typer.Option("--format", help="What to print.")
    ] = "text",
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 on contradictions (never on errors).")
    ] = False,
) -> None:
    """Say whether two statements contradict each other, and why.

    Exits with 1 on a contradiction, with 2 where a pair could not be judged.

    \b
    Examples:
      claimtrack compare "The bridge was damaged." "The bridge was not damaged."
      claimtrack compare --input pairs.jsonl --format jsonl
    """
    if (input is None) == (a is None and b is None):
        raise typer.BadParameter("give two statements, or --input FILE")
    if input is None and (a is None or b is None):
        raise typer.BadParameter("compare needs two statements")
    app = session(ctx).app()
    found = failed = False
    records = []
    with _open(input) as source:
        entries = _given(a, b, a_time, b_time) if source is None else _lines(source)
        for entry, compared in _judge(app, entries):
            assessment = compared.assessment
            failed |= assessment is None
            found |= assessment is not None and assessment.verdict is Verdict.CONTRADICTION
            row = {**record(compared), "id": entry.id}
            if format == "jsonl":
                emit(line(row))
            elif format == "json":
                records.append(row)
            else:
                shown = entry.pair or ComparePair(str(entry.id), "", "")
                head = "" if input is None else f"[{entry.id}] "
                say(head + text(shown, compared, width=width() - len(head)))
            if assessment is None:
                where = "" if input is None or entry.pair is None else f"pair {entry.id}: "
                warn_line(f"{where}{compared.error}")
    if format == "json":
        emit(dump(records[0] if input is None else {"pairs": records}))
    finish(found=found, failed=failed, exit_zero=exit_zero)


class _Nothing:
    """In place of an open file where the statements stand on the command line."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        return None


def _open(path: str | None) -> IO[bytes] | _Nothing:
    if path is None:
        return _Nothing()
    if path == "-":
        return sys.stdin.buffer
    try:
        return Path(path).open("rb")
    except OSError as error:
        raise InputError(f"can't read {path}: {error.strerror or error}") from error


def _given(a: str | None, b: str | None, a_time: str | None, b_time: str | None) -> Iterator[Entry]:
    row = {"id": "1", "a": a, "b": b, "a_time": a_time, "b_time": b_time}
    try:
        yield Entry("1", _pair(row, "1"))
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _lines(source: IO[bytes]) -> Iterator[Entry]:
    for number, raw in enumerate(source, start=1):
        if not raw.strip():
            continue
        name: Any = f"line {number}"
        try:
            row = json.loads(raw.decode("utf-8-sig"))
            if not isinstance(row, dict):
                raise ValueError("a line is an object with id, a and b")
            if row.get("id") is not None:
                name = row["id"]
            yield Entry(name, _pair(row, str(number)))
        # Its own words count lines too, of this one line.
        except json.JSONDecodeError as error:
            wrong = f"is no JSON ({error.msg}, column {error.colno})"
            yield Entry(name, None, f"line {number} can't be used: {wrong}")
        # UnicodeDecodeError is a ValueError; depth gives RecursionError.
        except (ValueError, RecursionError) as error:
            yield Entry(name, None, f"line {number} can't be used: {error}")


def _pair(row: dict[str, Any], key: str) -> ComparePair:
    """Return the pair of a line. Raises ValueError that says what is missing."""
    for side in ("a", "b"):
        if not isinstance(row.get(side), str) or not row[side].strip():
            raise ValueError(f"{side!r} must be a statement")
    return ComparePair(key, row["a"], row["b"], _date(row, "a_time"), _date(row, "b_time"))


def _date(row: dict[str, Any], name: str) -> dt.date | None:
    value = row.get(name)
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        raise ValueError(f"{name!r} is no ISO date: {value!r}") from None


def _judge(app: Claimtrack, entries: Iterator[Entry]) -> Iterator[tuple[Entry, ComparedPair]]:
    """Yield every entry with its answer, in order; the facade may draw many before it answers."""
    waiting: deque[Entry] = deque()

    def pairs() -> Iterator[ComparePair]:
        for entry in entries:
            waiting.append(entry)
            if entry.pair is not None:
                yield entry.pair

    def unusable() -> Iterator[tuple[Entry, ComparedPair]]:
        while waiting and waiting[0].pair is None:
            entry = waiting.popleft()
            yield entry, ComparedPair(str(entry.id), None, entry.error)

    for compared in app.compare(pairs()):
        yield from unusable()
        yield waiting.popleft(), compared
    yield from unusable()
