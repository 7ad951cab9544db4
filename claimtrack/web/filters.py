"""The queue's filters as they stand in an address, and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from claimtrack.model import ConflictType, Relation, Ruling, Status
from claimtrack.records import FLAGS, ConflictFilter

UNDECIDED, ANY, EACH = "undecided", "any", "each"
Kind = TypeVar("Kind", bound=StrEnum)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Choice:
    """What was asked for: the filter, the words it came from, and what could not be read."""

    wanted: ConflictFilter
    given: tuple[tuple[str, str], ...]
    problems: tuple[str, ...] = ()

    @property
    def query(self) -> str:
        """The filters as a query string, "" for the plain queue."""
        return urlencode(self.given)

    def address(self, path: str, **more: str | int | Sequence[str]) -> str:
        """Return ``path`` with the filters and ``more``."""
        query = urlencode([*self.given, *more.items()], doseq=True)
        return f"{path}?{query}" if query else path

    def without(self, path: str, name: str) -> str:
        """Return ``path`` with the filters but one."""
        query = urlencode([(key, value) for key, value in self.given if key != name])
        return f"{path}?{query}" if query else path

    def value(self, name: str) -> str:
        """The words given for one filter, "" for none."""
        return next((value for key, value in self.given if key == name), "")

    def has(self, name: str, value: str) -> bool:
        """Whether this value was given for one filter."""
        return (name, value) in self.given

    @property
    def narrowed(self) -> bool:
        """Whether anything but the plain queue was asked for."""
        return any(key != EACH for key, _ in self.given)

    @property
    def each(self) -> bool:
        """Whether every pair of a dispute is to be listed, and not the most urgent alone."""
        return bool(self.value(EACH))


def read(params: QueryParams) -> Choice:
    """Read the filters of an address; what can't be read is left out and said."""
    problems: list[str] = []
    given: list[tuple[str, str]] = []

    def kinds(name: str, of: type[Kind]) -> tuple[Kind, ...]:
        found: list[Kind] = []
        for word in _words(params, name):
            try:
                found.append(of(word))
            except ValueError:
                problems.append(f"{name}: {word[:40]!r} is none of {', '.join(of)}")
            else:
                given.append((name, word))
        return tuple(dict.fromkeys(found))

    def one(name: str, make: Callable[[str], Value], hint: str) -> Value | None:
        for word in _words(params, name):
            try:
                value = make(word)
            except ValueError:
                problems.append(f"{name}: {word[:40]!r} is not {hint}")
            else:
                given.append((name, word))
                return value
        return None

    relations = kinds("relation", Relation)
    types = kinds("type", ConflictType)
    ruling = one("ruling", _ruling, "undecided, any, confirmed, dismissed or unsure")
    status = one("status", _status, "open, withdrawn or any")
    one(EACH, _each, "1")
    wanted = ConflictFilter(
        relations=relations or FLAGS,
        types=types,
        status=Status.OPEN if status is None else (None if status == ANY else Status(status)),
        rulings=() if ruling in (None, ANY, UNDECIDED) else (Ruling(str(ruling)),),
        undecided=ruling in (None, UNDECIDED),
        holder=one("holder", str, ""),
        against=one("against", str, ""),
        outlet=one("outlet", str, ""),
        document=one("document", str, ""),
        text=one("text", str, ""),
        min_score=one("min_score", _share, "a number from 0 to 1"),
        after=one("after", dt.date.fromisoformat, "a date such as 2026-05-01"),
        before=one("before", dt.date.fromisoformat, "a date such as 2026-05-31"),
    )
    return Choice(wanted, tuple(given), tuple(problems))


def _words(params: QueryParams, name: str) -> Iterable[str]:
    # NUL is in no stored text, and PostgreSQL refuses it.
    return (word.strip() for word in params.getlist(name) if word.strip() and "\0" not in word)


def _ruling(word: str) -> str:
    return word if word in (UNDECIDED, ANY) else Ruling(word).value


def _status(word: str) -> str:
    return word if word == ANY else Status(word).value


def _each(word: str) -> str:
    if word != "1":
        raise ValueError(word)
    return word


def _share(word: str) -> float:
    value = float(word)
    if not 0 <= value <= 1:
        raise ValueError(word)
    return value
