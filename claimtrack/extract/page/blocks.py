"""Which lines of an article are prose, and which are headings, bylines, captions or navigation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from claimtrack.extract.page.entries import entry
from claimtrack.model import normalise
from claimtrack.text.calendar import WEEKDAY
from claimtrack.text.names import PERSON_ROLES, strip_titles
from claimtrack.text.people import is_human_noun
from claimtrack.text.sentences import sentences

Span = tuple[int, int]
_POINTS_BACK = frozenset("he she it they his her their its this that".split())
_CLAUSE = 4
"""Words of a sentence behind a caption; "Reuters." or "All rights reserved." has fewer."""


class BlockKind(StrEnum):
    """What a block of lines is. Only prose holds claims."""

    PROSE = "prose"
    HEADING = "heading"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together: ``[start, end)`` of the text, lead-ins (bullet, time) cut off.

    ``label`` is a speaker's label before a colon in a transcript ("Q", "A", "Anna Berg"),
    ``topic`` what a list tells of ("The lifts: Neither of them has run"), ``note`` whether it is
    headed as a correction, ``entry`` whether it is one of a list of facts ("Injured: six people").
    """

    start: int
    end: int
    kind: BlockKind
    label: str | None = None
    bullet: bool = False
    topic: str | None = None
    note: bool = False
    entry: bool = False


_TERMINAL = re.compile(r"[.!?…][\"”’'»)\]\s]*$")
_SIGNED = re.compile(r"(?<=[.!?…\"”’'])\s*[(\[][^()\[\]]{1,40}[)\]]$")
"""Who wrote a paragraph, behind its last sentence: "The van left at noon. (Pia)"."""
_NAVIGATION = frozenset(
    """
    source link|read more|read also|advertisement|share|share this|related|related stories
    related articles|sign up|subscribe|follow us|most read|back to top|comments|menu|home|live
    breaking|breaking news|more on this story|also read|see also|print|email|tweet|recommended
    skip to content|trending|top stories|ends|end|notes to editors|about|contact|contacts
    media contact|press contact|transcript|key points|highlights|watch|listen|latest updates
    newsletter|continue reading|loading|view comments|story continues below|image|photos|gallery
    """.replace("\n", "|")
    .replace("  ", "")
    .split("|")
)
_CAPTION = (
    r"^(?:photo|photos|image|picture|caption|credit|file photo|file|pictured|video|audio|"
    r"watch|listen|graphic|map|chart)\s*[:/(|]"
)
_FURNITURE = [
    re.compile(pattern, flags)
    for pattern, flags in [
        (
            r"^(?i:by)\s+(?:[A-Z][\w.'’-]*|(?i:and|,|&|the|of|in|for|associated|press|staff))\b"
            r"(?:[ ,]+(?:[A-Z][\w.'’-]*|and|&|the"
            r"|of|in|for|(?i:staff|writers?|correspondent|editor|reporter)))*\s*\W*$",
            0,
        ),
        (r"\b(?:contributed|contributing) (?:to this|reporting)\b", re.I),
        (
            r"^(?:reporting|writing|edited|editing|compiled|additional reporting|graphics?) by\b",
            re.I,
        ),
        (
            r"^(?:[A-Z][\w.'’-]*|and|,|\s){1,14} (?:writes?|wrote|reported|reports) (?:for|from)\b",
            0,
        ),
        (
            r"^[\w.'’ -]{2,40}\bis (?:a|an|the) (?:[\w-]+ ){0,4}(?:correspondent|reporter|editor|"
            r"columnist) (?:for|at|with)\b",
            0,
        ),
        (_CAPTION, re.I),
        (r"^\(?(?:photo|image|picture|illustration|photograph) (?:by|courtesy|credit)\b", re.I),
        (
            r"(?:getty images|ap photo|afp photo|shutterstock|via ap|/reuters|/afp|/getty"
            r"|handout photo)"
            r"[\w /,]*\)?\.?$",
            re.I,
        ),
        (
            r"^(?:last )?(?:updated?|published|posted|modified|first published|article posted|"
            r"filed|issued|date)\b.{0,60}\d",
            re.I,
        ),
        (r"^(?:copyright|©|\(c\)|all rights reserved)", re.I),
        (
            r"^(?:click|tap|sign up|subscribe|follow|download|read|see|find out|share|join|contact|"
            r"email|call|visit|for more|for further|for media|to learn more)\b[^.]{0,40}"
            r"(?:here|us|our|newsletter|more|full|information|enquiries|inquiries|details|@|www|http)",
            re.I,
        ),
        (r"^(?:read|see|watch) (?:more|also|next|full)\b", re.I),
        (
            r"^(?:tel|phone|e-?mail|fax|web(?:site)?|editor's note|note to editors|media enquiries|"
            r"press office|more information|further information)\b\s*[:.]",
            re.I,
        ),
        (r"https?://\S+$|^www\.\S+$|^\S+@\S+$", re.I),
        (r"^[#*_=~\-–—•·.\s]+$", 0),
        (r"^\d{1,2}[ /.:-]\s*\d{1,2}[ /.:-]\s*\d{2,4}\b.{0,25}$", 0),
        (
            rf"^(?:{WEEKDAY},? )?"
            r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:"
            r"january|february|march|april|may|june|july|august|september|october|november|december)"
            r"\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}\W*$",
            re.I,
        ),
    ]
]
_BULLET = re.compile(r"^(?:[•●▪◦‣·]|\*(?!\*)|[-–—](?=\s)|\d{1,2}[.)](?=\s+[A-Z\"“]))\s*")
_TIME = re.compile(
    r"^(?:\*\*?|__?)?[\[(]?(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:a\.?m\.?|p\.?m\.?)?|\d{1,2}\s*(?:a\.?m\.?|p\.?m\.?))"
    r"\s*(?:GMT|UTC|BST|CES?T|E[DS]?T|P[DS]?T|C[DS]T|M[DS]T|IST|AES?T|local(?: time)?)?[\])]?"
    r"\s*(?:[-–—:|]\s*)?(?:(?:\*\*?|__?)\s*(?:[-–—:|]\s*)?)?(?=[A-Z\"“‘\[]|$)",
    re.I,
)
"""The hour of an entry, which many pages set in bold: "**09:05** Good morning."."""
_BOLD_TIME = re.compile(
    r"(?:\*\*|__)[\[(]?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?[\])]?:?(?:\*\*|__):?\s*(?=\S)", re.I
)
"""The hour of a second entry in one paragraph."""
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z .'’-]{2,30}(?:, ?[A-Z][\w. ]{1,20})?"
    r"(?:, ?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
    r"\s*(?:\([\w .]{2,25}\))?\s*(?:--?|[–—])\s+|"
    r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}(?:, ?[A-Z][\w. ]{1,20})?\s*"
    r"\((?:AP|Reuters|AFP|UPI|CNN|Xinhua|dpa|ANSA|EFE|[A-Z]{2,8})\)\s*(?:--?|[–—])?\s*)"
)
_LABEL = re.compile(
    r"^(?P<label>Q|A|Question|Answer|[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|van|von|der|al)){0,4})"
    r"(?:\s*\([^)]{1,40}\))?\s*[:.](?P<gap>\s+)(?=[\"“‘A-Z\d\[(…])"
)
_FULL_LABEL = re.compile(
    r"^(?:[A-Z][a-z]+ (?:[a-z]+ ){0,2}(?P<role>[a-z]+) )?"
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2})"
    r"(?P<post>(?:, [\w'’ &-]{3,40}){1,2})?:\s+(?=[\"“‘A-Z\d\[(…])"
)
"""A label with the speaker's role: "Housing commissioner Ada Berg:", "Ada Berg, engineer:"."""
_NOTE = re.compile(
    r"^(?:(?:correction|clarification|amendment|corrected|amended|clarified)s?"
    r"(?:,? \(?\w[\w .,]{0,30}\)?)?:|(?:correction|clarification)s?\s*[.–—-])\s+"
    r"(?=[\"“‘A-Z\d])",
    re.IGNORECASE,
)
"""What a correction is headed by: "Correction, 14 March:"."""
_TOPIC = re.compile(r"^(?P<topic>The (?:[a-z][\w-]* ){0,2}[a-z][\w-]*):\s+(?=[\"“‘A-Z\d])")
_HEADING_LABELS = frozenset(
    "update updated correction corrected breaking photo note analysis exclusive watch video live "
    "background timeline summary opinion headline subject date location key what who why how when "
    "where result results verdict source editor's about guests present notes transcript topic "
    "dead killed injured wounded hurt missing arrested detained contact facts".split()
)


def blocks(text: str, title: str | None = None) -> list[Block]:
    """Return the blocks of ``text`` in order. ``title`` is the document's headline, if known."""
    spans = _paragraphs(text)
    entries = _entries(text, spans)
    found = [
        Block(*entries[span], BlockKind.PROSE, entry=True)
        if span in entries
        else _classify(text, *span, title)
        for span in spans
    ]
    if not any(block.kind is BlockKind.PROSE for block in found):
        return [_as_prose(text, block) for block in found]
    return found


def _entries(text: str, spans: list[Span]) -> dict[Span, Span]:
    """Return which paragraphs are entries of a list of facts, and where their words stand."""
    alike: dict[int, Span] = {}
    bullets: set[int] = set()
    for number, (start, end) in enumerate(spans):
        while end > start and text[end - 1].isspace():
            end -= 1
        start += len(text[start:end]) - len(text[start:end].lstrip())
        bullet = _BULLET.match(text[start:end])
        if bullet:
            start += bullet.end()
            bullets.add(number)
        line = text[start:end]
        if entry(line) and not _is_furniture(line):
            alike[number] = (start, end)
    return {
        spans[number]: place
        for number, place in alike.items()
        if number in bullets or number - 1 in alike or number + 1 in alike
    }


def _as_prose(text: str, block: Block) -> Block:
    """A text of nothing but unpunctuated lines: keep those long enough to say something."""
    if block.kind is BlockKind.HEADING and len(text[block.start : block.end].split()) >= 6:
        return Block(block.start, block.end, BlockKind.PROSE, block.label, block.bullet)
    return block


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Join hard-wrapped lines; every other line is a paragraph of its own."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\r\n\u2028\u2029]+", text)]
    paragraphs: list[tuple[int, int]] = []
    group: list[tuple[int, int]] = []
    for line in lines:
        if not text[line[0] : line[1]].strip():
            paragraphs += _unwrap(text, group)
            group = []
            continue
        if group and text[group[-1][1] : line[0]].replace("\r\n", "\n").count("\n") > 1:
            paragraphs += _unwrap(text, group)
            group = []
        group.append(line)
    return paragraphs + _unwrap(text, group)


def _unwrap(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if not lines:
        return []
    joined = [lines[0]]
    width = max(end - start for start, end in lines)
    for index, (start, end) in enumerate(lines[1:], 1):
        previous = lines[index - 1]
        before = text[previous[0] : previous[1]].rstrip()
        here = text[start:end].strip()
        wrapped = (
            45 <= width <= 110
            and len(before) >= 0.7 * width
            and not _TERMINAL.search(before)
            and len(lines) > 2
        )
        if (
            not _BULLET.match(here)
            and not _TERMINAL.search(before)
            and (here[0].islower() or before[-1:] in ",;" or wrapped)
        ) or wrapped_stop(before, here, width, len(lines)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def wrapped_stop(before: str, here: str, width: int, count: int) -> bool:
    """Whether a full line that happens to end in a stop goes on: the next starts in lower case."""
    return count > 2 and width <= 110 and len(before) >= 0.7 * width and here[0].islower()


def _classify(text: str, start: int, end: int, title: str | None) -> Block:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    line = text[start:end]
    if line.startswith("#") and not line.startswith("##NO"):
        return Block(start, end, BlockKind.HEADING)
    if line.startswith(">"):
        cut = len(line) - len(line.lstrip("> "))
        start, line = start + cut, line[cut:]
    told = _behind_caption(text, start, end)
    if told is not None:
        start, line = told, text[told:end]
    if _is_furniture(line):
        return Block(start, end, BlockKind.FURNITURE)
    opening = start
    start, bullet, label = _lead_in(text, start, end)
    note = re.search(r"correct|clarif|amend", text[opening:start], re.IGNORECASE) is not None
    about = _TOPIC.match(text[start:end])
    topic = about["topic"] if about and label is None else None
    start += about.end() if about and topic else 0
    line = text[start:end]
    if not line or _is_furniture(line):
        return Block(start, end, BlockKind.FURNITURE)
    if title and normalise(line) == normalise(title):
        return Block(start, end, BlockKind.HEADING)
    kind = BlockKind.HEADING if _is_heading(line, bullet) else BlockKind.PROSE
    return Block(start, end, kind, label, bullet, topic, note)


def _behind_caption(text: str, start: int, end: int) -> int | None:
    """Return where a caption goes on to tell something: "Pictured: the hall. It burned in May."

    What is in the picture is no claim, and a pronoun would mean somebody in it.
    """
    if not re.match(_CAPTION, text[start:end], re.IGNORECASE):
        return None
    more = sentences(text, start, end)[1:]
    words = text[slice(*more[0])].split() if more else []
    whole = len(words) >= _CLAUSE and words[0].lower() not in _POINTS_BACK
    return more[0][0] if whole else None


def _lead_in(text: str, start: int, end: int) -> tuple[int, bool, str | None]:
    """Cut bullets, time stamps, datelines, notes and speaker labels off a block's front."""
    bullet = False
    label: str | None = None
    for pattern in (_TIME, _BULLET, _TIME, _BULLET, _DATELINE, _NOTE):
        match = pattern.match(text[start:end])
        if match:
            bullet = bullet or pattern is _BULLET
            start += match.end()
    match = _LABEL.match(text[start:end])
    if _frames_quotation(text, start, end):
        return start, bullet, None
    if match and (match["label"] in {"Q", "A"} or ":" in match.group()):
        words = match["label"].split()
        heading = words[0].lower().rstrip(".") in _HEADING_LABELS
        if not heading and len(text[start:end].split()) > len(words):
            label = match["label"]
            bare = strip_titles(label)
            label = bare if " " in bare else label
            start += match.end()
        elif words[0] == "About":
            start += match.end()  # "About Velden Power: Velden Power was founded …"
    full = _FULL_LABEL.match(text[start:end]) if label is None else None
    if full and _has_role(full["role"], full["post"]):
        label = full["name"]
        start += full.end()
    return start, bullet, label


def behind_stamp(text: str, span: Span) -> Span:
    """Return a sentence without the bold hour that opens it as an entry of its own."""
    match = _BOLD_TIME.match(text, *span)
    return (match.end(), span[1]) if match else span


def _frames_quotation(text: str, start: int, end: int) -> bool:
    """Whether what looks like a label stands before a quotation, with words of its own behind it.

    'Ms Lund, the director, said: "We are ready." The port hopes so.' is no transcript.
    """
    match = _LABEL.match(text[start:end]) or _FULL_LABEL.match(text[start:end])
    if match is None or match.group().split(":")[0].isupper() or ":" not in match.group():
        return False
    behind = text[start + match.end() : end]
    words = match.group().split()
    if behind[:1] not in ('"', "“") or len(words) < 2 or words[0] in ("Question", "Answer"):
        return False
    closes = re.search(r"[\"”]", behind[1:])
    return closes is None or bool(behind[1 + closes.end() :].strip()) or len(words) > 2


def _has_role(before: str | None, behind: str | None) -> bool:
    """Whether a person's role stands before or behind the name, and nothing else."""
    if before is None:
        words = (behind or "").lower().replace(",", " ").split()
        return any(is_human_noun(word) or word in PERSON_ROLES for word in words)
    return behind is None and (is_human_noun(before) or before in PERSON_ROLES)


def _is_furniture(line: str) -> bool:
    key = line.strip(" .:>»→|[]()").lower()
    return key in _NAVIGATION or any(pattern.search(line) for pattern in _FURNITURE)


def _is_heading(line: str, bullet: bool) -> bool:
    letters = [char for char in line if char.isalpha()]
    words = line.split()
    if letters and sum(c.isupper() for c in letters) > 0.8 * len(letters) and len(words) > 1:
        return True
    if _TERMINAL.search(_SIGNED.sub("", line)):
        return False
    if line[-1:] in "\"”’'»" and line[:1] in "\"“‘'«":
        return not re.search(r"[.!?,;]", line[1:-1]) and len(words) < 20
    if line[-1:] in ":;,":
        return len(words) < 4
    if bullet:
        return len(words) < 5
    return len(words) <= 30
