"""What one line of a page is: blank, prose, short (a headline perhaps), or a separator."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """The part a line plays on a page."""

    BLANK = auto()
    PROSE = auto()
    SHORT = auto()
    CLOSER = auto()
    READ_MORE = auto()
    RULE = auto()


# Longer lines are paragraphs; no pattern below is run on them (one line may be 20 MB long).
_LONGEST = 300
_TAIL = r"[\s:.»›→>…]*"
_CLOSER = re.compile(
    r"(?:(?:the )?(?:original )?source(?: link| article| url)?s?"
    r"|(?:link to )?(?:the )?(?:original|full|source) (?:article|story|post|report|text|link)"
    r"|view (?:the )?(?:original|source)(?: article| story| post)?"
    r"|(?:this (?:article|story|report|post) (?:was |has been )?(?:first |originally )"
    r"|(?:first |originally ))(?:published|appeared|posted)\b.{0,120}"
    r"|(?:source|via)\s*:?\s*https?://\S+)" + _TAIL,
    re.IGNORECASE,
)
# What a closing line starts with: most lines of a long text are told by their first word.
_CLOSER_STARTS = frozenset(
    "the this original originally first source sources link full view via".split()
)
_READ_MORE = re.compile(
    r"(?:read|see|view) (?:more|on|(?:the )?(?:full|whole|entire) (?:article|story|report))"
    r"|(?:continue|keep) reading|full (?:article|story)",
    re.IGNORECASE,
)
_RULE = re.compile(r"(?:[-*_=~–—⸻•·]\s*){3,}|⸻+")
_BULLET = re.compile(r"(?:[-*•·–]|\d{1,2}[.)])\s")
_BYLINE = re.compile(r"by:?\s+\S", re.IGNORECASE)
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}[\"'”’]?$")
_SECTION = re.compile(
    r"(?:what|why|how|who|when|where|background|analysis|more on|in brief|key|at a glance)\b",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w.'’\-]*(?:\s+(?:(?:de|da|del|der|la|van|von|al|bin|el)\s+)*[A-Z][\w.'’\-]*){0,3}"
_SIGNATURE = re.compile(
    rf"(?P<author>{_NAME}(?:(?:,\s+and\s+|,\s+|\s+and\s+|\s+&\s+){_NAME}){{0,5}}),?\s+"
    r"(?:(?:also\s+)?(?:writes?|reports?|reported|contributes)\s+for"
    r"|(?:is|are)\s+(?:an?\s+|the\s+)?(?:[\w\-]+\s+){0,3}"
    r"(?:writers?|reporters?|correspondents?|journalists?|editors?|columnists?)\s+(?:for|at|with))"
    r"\s+(?:the\s+)?(?P<agency>[A-Z][^.;:,]{1,60}?)(?=[.,;]|$)"
)
_BY = re.compile(rf"[Bb][Yy]:?\s+(?P<author>{_NAME}(?:(?:,\s+|\s+and\s+){_NAME}){{0,3}})\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its text, offset and 0-based number in the page, and its kind."""

    text: str
    start: int
    number: int
    kind: Kind

    @property
    def level(self) -> int:
        """The Markdown level of a heading, 0 for a plain line."""
        stripped = self.text.lstrip()
        return len(stripped) - len(stripped.lstrip("#"))

    @property
    def title(self) -> str:
        """The words of a heading without its Markdown marks."""
        return self.text.strip().strip("#").strip().strip("*_").strip()

    @property
    def is_headline(self) -> bool:
        """Whether the line could head an article: short, no full stop, no byline or bullet."""
        if self.kind is not Kind.SHORT:
            return False
        words = self.title
        return (
            len(words.split()) >= 3
            and not words[0].islower()
            and not _BYLINE.match(words)
            and not _BULLET.match(self.text.lstrip())
            and (words[-1] not in ".,;:" or bool(_INITIALS.search(words)))
        )

    @property
    def is_section_head(self) -> bool:
        """Whether the words are the kind that head a section rather than an article."""
        return bool(_SECTION.match(self.title))


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, and for which agency."""

    author: str | None = None
    agency: str | None = None


def classify(line: str) -> Kind:
    """Return what part ``line`` plays by its own words."""
    stripped = line.strip()
    if not stripped:
        return Kind.BLANK
    if len(stripped) > _LONGEST:
        return Kind.PROSE
    if _RULE.fullmatch(stripped):
        return Kind.RULE
    words = stripped.split()
    if words[0].rstrip(":.»›→>…").lower() in _CLOSER_STARTS and _CLOSER.fullmatch(stripped):
        return Kind.CLOSER
    if _READ_MORE.fullmatch(stripped.rstrip(" :.»›→>…")):
        return Kind.READ_MORE
    ends = stripped.rstrip("\"'”’)»")[-1:] in (".", "!", "?", "…")
    if len(words) > 30 or (len(words) >= 6 and ends and not _INITIALS.search(stripped)):
        # A headline may ask ("Who will pay for the new bridge?"): one short question is no prose.
        if stripped.endswith("?") and len(words) <= 14:
            return Kind.SHORT
        return Kind.PROSE
    return Kind.SHORT


def read_lines(text: str) -> list[Line]:
    """Return the lines of ``text`` (split at ``\\n`` alone) with their offsets."""
    lines = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        lines.append(Line(line, start, number, classify(line)))
        start += len(line) + 1
    return lines


def read_signature(line: str, *, closing: bool = False) -> Signature | None:
    """Return who signs in ``line``, or None.

    With ``closing`` only what ends an article counts ("Doe writes for the Example Agency."), not
    a byline at its head ("By Jane Doe").
    """
    stripped = line.strip()
    if len(stripped) > 3 * _LONGEST:
        return None
    signs = " for " in stripped or " at " in stripped or " with " in stripped
    if signs and (match := _SIGNATURE.match(stripped)):
        return Signature(match["author"], match["agency"].strip())
    if not closing and (match := _BY.fullmatch(stripped)):
        return Signature(match["author"])
    return None
