"""What a path says of an article: whether it is read at all, its outlet, and its date."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, field_validator

from claimtrack.model import Document

_DIRECTIVES = {
    "%Y": r"\d{4}",
    "%m": r"\d{1,2}",
    "%d": r"\d{1,2}",
    "%b": r"[A-Za-z]{3}",
    "%B": r"[A-Za-z]{3,9}",
    "%%": "%",
}
_TOKEN = re.compile(r"%.|[^%]+")
# Not strptime, whose names of months depend on the locale of the machine.
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


class Source(BaseModel):
    """The articles below one pattern. What an article says of itself goes before this.

    ``files`` is a pattern as in .gitignore. ``date`` is a day, or how it stands in the path:
    ``%Y-%m-%d`` reads 2031-05-02 anywhere in it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    files: str = Field(min_length=1)
    outlet: str | None = Field(None, min_length=1)
    date: dt.date | str | None = None

    @field_validator("date")
    @classmethod
    def _known_directives(cls, value: dt.date | str | None) -> dt.date | str | None:
        if isinstance(value, str):
            signs = [token for token in _TOKEN.findall(value) if token.startswith("%")]
            for sign in signs:
                if sign not in _DIRECTIVES:
                    raise ValueError(f"{sign!r} is none of {' '.join(_DIRECTIVES)}")
            if "%Y" not in signs or not {"%m", "%b", "%B"} & set(signs) or "%d" not in signs:
                raise ValueError("a date is a day such as 2031-05-02, or has %Y, %m and %d")
        return value


def matcher(patterns: Iterable[str], root: Path) -> Callable[[Path], bool]:
    """Return whether a file matches one of ``patterns``, which are as in .gitignore from ``root``.

    A file that is not below ``root`` matches none.
    """
    import pathspec

    spec = pathspec.GitIgnoreSpec.from_lines(patterns)
    base = os.path.abspath(root)

    def matches(file: Path) -> bool:
        relative = os.path.relpath(os.path.abspath(file), base).replace(os.sep, "/")
        return not relative.startswith("../") and spec.match_file(relative)

    return matches


def told_by(sources: Sequence[Source], root: Path) -> Callable[[Document], Document]:
    """Return what gives a document the outlet and date that its path tells, where it has none.

    The first source that matches and tells something decides, for each of the two alone.
    """
    matchers = [(source, matcher([source.files], root)) for source in sources]
    base = os.path.abspath(root)

    def told(document: Document) -> Document:
        if document.path is None or document.path == "-":
            return document
        file = Path(document.path)
        for source, matches in matchers:
            if matches(file):
                relative = os.path.relpath(os.path.abspath(file), base).replace(os.sep, "/")
                document = replace(
                    document,
                    outlet=document.outlet or source.outlet,
                    published=document.published or date_in(relative, source.date),
                )
        return document

    return told


def date_in(path: str, template: dt.date | str | None) -> dt.date | None:
    """Return the day that ``path`` holds in the form of ``template``, or None."""
    if not isinstance(template, str):
        return template
    signs: list[str] = []
    pattern = ""
    for token in _TOKEN.findall(template):
        if token in _DIRECTIVES and token != "%%":
            signs.append(token)
            pattern += f"({_DIRECTIVES[token]})"
        else:
            pattern += re.escape(_DIRECTIVES.get(token, token))
    for match in re.finditer(rf"(?<!\d){pattern}(?!\d)", path):
        values = dict(zip(signs, match.groups(), strict=True))
        try:
            return dt.date(int(values["%Y"]), _month(values), int(values["%d"]))
        except ValueError:
            continue
    return None


def _month(values: dict[str, str]) -> int:
    if "%m" in values:
        return int(values["%m"])
    name = values.get("%b") or values["%B"]
    return _MONTHS.index(name[:3].lower()) + 1
