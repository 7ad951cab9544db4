"""Article text → units to parse: narrative sentences, quotation frames, quoted sentences.

A direct quotation confuses a parser; its frame ("Anna Berg said on Monday") and its content are
parsed apart. Marks around a few quoted words inside a sentence are left out of what is parsed.
Every character of a unit knows its offset in the document.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from claimtrack.extract.page.blocks import Block, BlockKind, behind_stamp, blocks
from claimtrack.text.falsehood import called_false
from claimtrack.text.reporting import REPORTING_WORDS
from claimtrack.text.sentences import Quotation, quotations, sentences

Span = tuple[int, int]
_TITLE_STOP = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|Cpl|Adm|Sen|Rep|Gov|Rev|Supt|Insp|Brig|Fr)"
    r"\.(?=\s\w)"
)
"""Stops that a parser takes for the end of a sentence; the statement goes without them."""
_SPACED = re.compile(
    r"(?<=\b[A-Z]\.)\s(?=[A-Z]\.)|(?<=\b[ap]\.)\s(?=m\.)|(?<=\w\.)\s(?=com\b)"
    r"|(?<=\w['’])\s(?=(?:s|t|re|ve|ll|d|m)\b)"
)
"""Spaces inside "U. S.", "3 p. m." and "couldn' t", as some houses set them, and "Example. com"."""
_PLACE_AND_DAY = re.compile(
    r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?:, (?:\w+day,? )?\d{1,2} [A-Z][a-z]+(?: \d{4})?"
    r"|, [A-Z][a-z]+ \d{1,2}(?:, \d{4})?)?\.\s*"
)
"""A dateline that is a sentence of its own: "Lesk, 5 March.", "HALDERBY." """
_WITHDRAWN = re.compile(
    r"\s*(?:That|This|It) (?:was|is) (?:wrong|incorrect|inaccurate|false|untrue"
    r"|not (?:true|correct|right|the case)|an error|a mistake|our mistake)\b"
)
"""Behind "We reported at 9.20 that P." what takes it back."""
_REVEALS = re.compile(
    r"(?:And |But |Now )?(?:today )?(?:[Ww]e|(?:[Tt]he )?[A-Z]\w+(?: [A-Z]\w+){0,2}) can "
    r"(?:now |today |also |exclusively )*(?:reveal|report|disclose|confirm)(?: today)?: (?=\w)"
)
"""How a newspaper opens what it tells first: "The Flash can reveal: …"."""
_POINTS = re.compile(
    r"(?:(?:And|But|So|Now|Just|Please),? )?"
    r"(?:(?:[Rr]emember|[Nn]ote|[Rr]ecall|[Cc]onsider|[Mm]ark)(?: (?:this|that|the facts?|well))?"
    r"|[Bb]ear (?:this |that )?in mind(?: this| that)?"
    r"|(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Ii]ts|[Oo]ne) (?:[a-z]+ )?(?:result|outcome"
    r"|upshot|consequence|reason|cause|explanation|conclusion|finding|verdict|diagnosis|fact|truth"
    r"|point|problem|snag|catch|message|lesson|argument|objection|answer|reply|response)"
    r"(?: (?:of|for|behind|from|to) [\w' -]{3,40})?): (?=(?:\w+ ){2})"
)
"""What only points to the sentence behind its colon: "Remember this: …", "The result: …"."""
_UNNAMED = re.compile(
    r"(?:, (?:who |but |and )?|,? who )(?:(?:has|have|had) )?(?:asked|asking|wished|wishing|wanted"
    r"|wanting|preferred|preferring|insisted|insisting|requested|requesting|spoke|speaking"
    r"|did not (?:want|wish)|declined|declining)\b[^,.;:]{0,40}?\b(?:named|identified|anonymous"
    r"|anonymously|anonymity|unnamed)\b(?: (?:because|as|since|for fear|given|while)\b[^,.;]*)?"
    r"(?P<end>,(?= )|(?=[.;]|$))"
)
"""Why a source has no name: it belongs to the attribution, and the parser gives it to P."""
_WORDS = re.compile(r"[A-Za-z]+")
_DIRECT_END = re.compile(r"[,.!?…—–-]\s*$")
_SAME = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "\n": " ",
        "\r": " ",
        "\t": " ",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
    }
)


@dataclass(frozen=True, slots=True)
class Unit:
    """What is parsed as one text. ``offsets[i]`` is the place of ``text[i]`` in the document.

    ``span`` is the sentence (or the quoted part of it) in the document. A quoted unit belongs to
    the quotation ``quoted``; a frame names the quotations it speaks of in ``frames``. ``denied``
    says that the sentence calls false what is left in ``text``; ``topic`` is what the list entry
    that it opens tells of, ``entry`` whether it is one of a list of facts.
    """

    text: str
    offsets: tuple[int, ...]
    span: Span
    sentence: int
    paragraph: int
    quoted: int | None = None
    frames: tuple[int, ...] = ()
    touches: tuple[int, ...] = ()
    label: str | None = None
    bullet: bool = False
    full_span: Span = (0, 0)
    question: bool = False
    denied: bool = False
    topic: str | None = None
    entry: bool = False


@dataclass(slots=True)
class _State:
    text: str
    units: list[Unit] = field(default_factory=list)
    sentence: int = 0
    quotation: int = 0


def units(text: str, title: str | None = None) -> list[Unit]:
    """Return the units of the prose in ``text``, in document order."""
    state = _State(text)
    open_quote: bool | None = None
    found = blocks(text, title)
    labels = Counter(block.label for block in found if block.label)
    for number, block in enumerate(found):
        if block.label and not _names_speaker(block.label, labels, text):
            block = replace(block, label=None)
        if block.kind is not BlockKind.PROSE:
            open_quote = None
            continue
        open_quote = _block_units(state, block, number, open_quote)
    return state.units


def _still_open(text: str, start: int, whole: bool) -> bool:
    """Whether the next quotation mark after ``start`` closes one, so that it has run on.

    Before a mark that opens a line it has run on only if it was ``whole``, of sentences; words
    quoted inside a sentence do not.
    """
    match = re.compile(r"[\"“”„«»]").search(text, start, start + 2000)
    if match is None or match.group() in "“„«":
        return False
    if match.group() in "”»":
        return True
    before, after = text[match.start() - 1], text[match.end() : match.end() + 1]
    if before == "\n" and after.isalnum() and not whole:
        return False
    tail = text[max(0, match.start() - 3) : match.start()].rstrip()
    return not before.isspace() or not after.isalnum() or tail[-1:] in ".,!?"


def _names_speaker(label: str, labels: Counter[str], text: str) -> bool:
    """Whether a label before a colon is a speaker's: one of several, or a name of the text."""
    if label in ("Q", "A", "Question", "Answer") or len(labels) > 1 or labels[label] > 1:
        return True
    return len(re.findall(rf"\b{re.escape(label.split()[-1])}\b", text, re.IGNORECASE)) > 1


def _block_units(state: _State, block: Block, number: int, open_quote: bool | None) -> bool | None:
    """Add the units of a block; return whether a quotation that it leaves open is whole.

    None where it leaves none open.
    """
    text = state.text
    reopened = text[block.start] in '"“„«‘'
    inside = open_quote is not None and not reopened
    found = quotations(text, block.start, block.end, inside)
    if (
        inside
        and found
        and not found[0].closed
        and not _still_open(text, block.end, bool(open_quote))
    ):
        # Nothing closes the quotation of the paragraph before: it ended there, unmarked.
        found = quotations(text, block.start, block.end)
    first = state.quotation
    if open_quote is not None and found and found[0].start == block.start:
        first -= 1
    ids = {first + index: quote for index, quote in enumerate(found)}
    state.quotation = first + len(found)
    for span in sentences(text, block.start, block.end):
        if not state.units and _PLACE_AND_DAY.fullmatch(text, *span):
            continue
        _sentence_units(state, block, number, behind_stamp(text, span), ids)
        state.sentence += 1
    if not found or found[-1].closed:
        return None
    last = found[-1]
    return (bool(open_quote) and not last.opened) or text[: last.start].rstrip(" ")[
        -1:
    ] in "\n.,:!?"


def _sentence_units(
    state: _State, block: Block, number: int, span: Span, ids: dict[int, Quotation]
) -> None:
    text = state.text
    start, end = span
    parts: list[tuple[int, Span, Span]] = []
    for key, quote in ids.items():
        low, high = max(quote.start, start), min(quote.end, end)
        if low < high:
            inner = (max(quote.inner[0], start), min(quote.inner[1], end))
            parts.append((key, (low, high), inner))
    touched = tuple(key for key, _, _ in parts)
    direct = [part for part in parts if _is_direct(text, span, part, parts)]
    inners: list[tuple[int, list[Span]]] = []
    for key, outer, inner in direct:
        joins = inners and outer[0] > start and text[inner[0] : inner[0] + 1].islower()
        if joins:
            inners[-1][1].append(inner)
        elif inner[0] < inner[1]:
            inners.append((key, [inner]))
    rest = _subtract(span, [outer for _, outer, _ in direct])
    marks = {
        spot
        for _, outer, inner in parts
        for spot in (*range(outer[0], inner[0]), *range(inner[1], outer[1]))
    }
    frame = _unit(
        state,
        block,
        number,
        rest,
        marks,
        span,
        span,
        frames=tuple(k for k, _, _ in direct),
        touches=touched,
    )
    quoted = [
        _unit(state, block, number, spans, set(), (spans[0][0], spans[-1][1]), span, quoted=key)
        for key, spans in inners
    ]
    has_frame = frame is not None and _WORDS.search(frame.text) is not None
    ordered = [unit for unit in quoted if unit is not None]
    if has_frame and frame is not None:
        ordered.append(frame)
    state.units += sorted(ordered, key=lambda unit: (unit.offsets[0], unit.quoted is None))


def _is_direct(
    text: str, span: Span, part: tuple[int, Span, Span], parts: list[tuple[int, Span, Span]]
) -> bool:
    """Whether a quoted part is a sentence of its own and not words worked into another."""
    _, outer, inner = part
    content = text[inner[0] : inner[1]]
    before, after = text[span[0] : outer[0]], text[outer[1] : span[1]]
    lead, trail = before.strip(), after.strip(" .\t\n\"”’'")
    if not lead and not trail:
        return True
    if len(_WORDS.findall(content)) < 2 and not content.endswith((".", "!", "?")):
        return False
    outside = text[span[0] : span[1]]
    for _, (low, high), _ in parts:
        outside = outside.replace(text[low:high], " ")
    words = {word.lower() for word in _WORDS.findall(outside)}
    reports = bool(words & REPORTING_WORDS) or "according" in words
    if not lead:
        ends = bool(_DIRECT_END.search(content)) or after.lstrip().startswith(",")
        return ends and reports
    if lead[-1] == ":":
        return len(_WORDS.findall(content)) > 2
    if lead[-1] in ",—–":
        earlier = any(other[1][1] <= outer[0] for other in parts)
        capital = content[:1].isupper() or content[:1] in "'’[(…."
        return reports and (capital or earlier) and len(_WORDS.findall(content)) > 2
    previous = lead.rsplit(None, 1)[-1].lower()
    return previous in REPORTING_WORDS and content[:1].isupper() and len(content.split()) > 4


def _subtract(span: Span, holes: list[Span]) -> list[Span]:
    left: list[Span] = []
    position = span[0]
    for start, end in sorted(holes):
        if start > position:
            left.append((position, start))
        position = max(position, end)
    if position < span[1]:
        left.append((position, span[1]))
    return left


def _unit(
    state: _State,
    block: Block,
    number: int,
    spans: list[Span],
    skip: set[int],
    span: Span,
    full: Span,
    quoted: int | None = None,
    frames: tuple[int, ...] = (),
    touches: tuple[int, ...] = (),
) -> Unit | None:
    text = state.text
    chars: list[str] = []
    offsets: list[int] = []
    for start, end in spans:
        if chars and not chars[-1].isspace():
            chars.append(" ")
            offsets.append(start)
        spaced = False
        for spot in range(start, end):
            if spot in skip:
                spaced = spaced or text[spot].isspace() or text[spot - 1 : spot].isalnum()
                continue
            if spaced and text[spot].isalnum() and chars and not chars[-1].isspace():
                chars.append(" ")  # 'counted"at least 50"': nothing else parts the words
                offsets.append(spot - 1)
            spaced = False
            if text[spot] == "." and _TITLE_STOP.search(text, max(0, spot - 6), spot + 3):
                continue
            if text[spot].isspace() and _SPACED.match(text, spot):
                continue
            if text[spot] == "*" and "*" in (text[spot - 1 : spot], text[spot + 1 : spot + 2]):
                continue  # bold in Markdown
            char = text[spot].translate(_SAME)
            if char == " " and (not chars or chars[-1] == " "):
                continue
            chars.append(char)
            offsets.append(spot)
    joined = "".join(chars)
    low = len(joined) - len(joined.lstrip(" ,:;—–-"))
    high = len(joined.rstrip(" ,:;—–-"))
    if low >= high:
        return None
    joined, kept = joined[low:high], offsets[low:high]
    preface = _REVEALS.match(joined) or _POINTS.match(joined)
    if preface:
        joined, kept = joined[preface.end() :], kept[preface.end() :]
    unnamed = _UNNAMED.search(joined)
    if unnamed:
        cut = slice(unnamed.start(), unnamed.end())
        joined = joined[: cut.start] + joined[cut.stop :]
        kept = kept[: cut.start] + kept[cut.stop :]
    question = joined.rstrip("\"' ").endswith("?")
    opens = block.note and span[0] == block.start
    denial = called_false(joined, opens or _WITHDRAWN.match(text, span[1]) is not None)
    if denial is not None:
        gone = {spot for low, high in denial for spot in range(low, high)}
        kept = [offset for spot, offset in enumerate(kept) if spot not in gone]
        joined = "".join(char for spot, char in enumerate(joined) if spot not in gone)
        joined = joined[0].upper() + joined[1:]
    return Unit(
        joined,
        tuple(kept),
        span,
        state.sentence,
        number,
        quoted,
        frames,
        touches,
        block.label,
        block.bullet,
        full,
        question,
        denial is not None,
        block.topic if span[0] == block.start else None,
        block.entry,
    )
