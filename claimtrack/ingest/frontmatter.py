"""The optional block between ``---`` lines at the head of a text file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from claimtrack.ingest.decode import one_line

_FENCE = re.compile(r"---[ \t]*")
_KEY = re.compile(r"([A-Za-z][\w .-]{0,40}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$")
# A block is a few lines; a page that merely opens with a rule is not searched to its end.
_LONGEST_BLOCK = 100


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The keys of the block in lower case, and the offset and 0-based line where text goes on."""

    values: Mapping[str, str]
    offset: int
    line: int

    def get(self, key: str) -> str | None:
        """Return the value of ``key`` on one line, or None where it is missing or empty."""
        return one_line(self.values.get(key, "")) or None


def read_front_matter(text: str) -> FrontMatter:
    """Read the block at the head of ``text``; without one, no values and offset 0.

    A block opens with ``---`` on the first line that is not blank, closes with ``---`` and holds
    at least one ``key: value``. Unknown keys, YAML lists, comments and continuation lines are
    passed over. Anything else between the rules means that they are rules, and all is text.
    """
    none = FrontMatter({}, 0, 0)
    lines = text.split("\n", _LONGEST_BLOCK)
    opening = next((number for number, line in enumerate(lines) if line.strip()), None)
    if opening is None or not _FENCE.fullmatch(lines[opening]):
        return none
    values: dict[str, str] = {}
    offset = sum(len(line) + 1 for line in lines[: opening + 1])
    for number in range(opening + 1, min(len(lines), _LONGEST_BLOCK)):
        line = lines[number]
        offset += len(line) + 1
        if _FENCE.fullmatch(line):
            return FrontMatter(values, min(offset, len(text)), number + 1) if values else none
        if not line.strip() or line[0] in " \t#" or line.startswith("- "):
            continue
        match = _KEY.fullmatch(line)
        if match is None:
            return none
        values.setdefault(match[1].strip().lower(), _unquote((match[2] or "").strip()))
    return none


def _unquote(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value
