"""Quotations and sentences of English news text, by rule, with exact offsets.

A parser's own sentence boundaries fail just where claims are: at quotations, initials and
abbreviations. Rules keep a quotation and its "she said" together, and a rule can be tested.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrack.text.reporting import REPORTING_WORDS

Span = tuple[int, int]

_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof gen col maj capt lt sgt cpl adm cmdr sen rep gov pres rev fr st mt ft
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
    no nos vs v inc ltd co corp bros dept est approx ca cf eg e.g ie i.e al etc
    a.m p.m u.s u.k u.n e.u d.c u.s.a ph.d jr sr hon messrs supt insp det const pvt brig
    fig vol pp p ed eds art sec
    """.split()
)
_MAY_END = frozenset("a.m p.m u.s u.k u.n e.u d.c u.s.a inc ltd co corp jr sr etc ph.d".split())
"""Abbreviations after which a sentence may also end; the next word decides."""

_STARTERS = frozenset(
    """
    the a an it he she they we i you this that these those there in on at by for from with after
    before but and or so yet if when while as although though however meanwhile his her their its
    our my what who how why where not no one two some many most all both police officials
    """.split()
)

_END = re.compile(r"(?:[.!?]+|…)(?:[.…])*[\"”’'»)\]*]*(?=\s|$)")
_WORD_BEFORE = re.compile(r"(\S+)$")
_HALF = re.compile(r"\d (?P<half>[ap])\. m$", re.IGNORECASE)
_SINGLE_END = re.compile(r"(?<=[\w.,!?…])['’](?!\w)|(?<=[.,!?…] )['’](?=\s|$)")
_CLOSERS = "\"”’'»"
_FRAME_AFTER = re.compile(
    r"\s+(?:(?P<verb>\w+)\s+[\w\"“]|(?:[\w'’.-]+[\s,]+){1,6}?(?P<late>\w+)\b)"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks: ``[start, end)`` with its marks, ``inner`` without them.

    Where a mark is missing because the quotation runs over a paragraph's edge, the span ends
    at that edge.
    """

    start: int
    end: int
    inner: Span
    opened: bool = True
    closed: bool = True


def quotations(text: str, start: int, end: int, inside: bool = False) -> list[Quotation]:
    """Return the quotations in ``text[start:end]``, in order, not nested.

    ``inside`` says that a quotation is already open at ``start``. Double marks of any kind count;
    single ones only where they stand like marks and not like apostrophes, outside double ones.
    """
    found: list[Quotation] = []
    open_at: int | None = start if inside else None
    opened = not inside
    kind = ""
    position = start
    while position < end:
        char = text[position]
        before = text[position - 1] if position > start else " "
        after = text[position + 1] if position + 1 < end else " "
        if open_at is None:
            opens = char in '"“„«' or (char == "”" and before.isspace() and after.isalnum())
            if not opens and char in "‘'" and not before.isalnum() and after.isalnum():
                opens = _single_closes(text, position, end) is not None
            if opens:
                open_at, opened = position, True
                kind = "single" if char in "‘'" else "double"
        elif (
            position == _single_closes(text, open_at, end)
            if kind == "single"
            else char in '"”»' or (char == "“" and not after.isalnum())
        ):
            unclosed = _ends_before(text, open_at, position) if kind == "double" else None
            end_at = position + 1 if unclosed is None else unclosed
            found.append(_quotation(text, open_at, end_at, opened, unclosed is None))
            open_at, kind = (None, "") if unclosed is None else (position, "double")
            opened = True
        position += 1
    if open_at is not None and kind != "single":
        found.append(_quotation(text, open_at, end, opened, False))
    return found


def _ends_before(text: str, opening: int, mark: int) -> int | None:
    """Return where the quotation opened at ``opening`` ends if ``mark`` opens another, or None.

    In 'saw "a crater. It grew. "We left,"' the first was never closed: it ends with its sentence.
    """
    tail = text[opening + 1 : mark]
    opens = text[mark] == '"' and tail[-1:].isspace() and text[mark + 1 : mark + 2].isupper()
    if not opens or tail.rstrip()[-1:] not in ".!?" or _frame_follows(" " + text[mark + 1 :]):
        return None
    first = _END.search(text, opening + 1, mark)
    return first.end() if first is not None else None


def _single_closes(text: str, opening: int, end: int) -> int | None:
    """Return where the single quotation opened at ``opening`` closes, or None.

    A closing mark follows a letter or stop and is followed by none; one behind a full stop or
    comma wins over one that may be a plural's apostrophe ("the workers' rights").
    """
    first = None
    for match in _SINGLE_END.finditer(text, opening + 1, end):
        spot = match.start()
        if "\n" in text[opening:spot]:
            break
        if text[spot - 1] in ".,!?… ":
            return spot
        if first is None and (text[spot - 1] not in "sS" or spot - opening < 60):
            first = spot
    return first


def _quotation(text: str, start: int, end: int, opened: bool, closed: bool) -> Quotation:
    inner_start = start + 1 if opened else start
    inner_end = max(inner_start, end - 1 if closed else end)
    while inner_start < inner_end and text[inner_start].isspace():
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    return Quotation(start, end, (inner_start, inner_end), opened, closed)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the sentences of ``text[start:end]`` as spans without surrounding white space.

    A quotation that ends in "?" or "." stays with the "he said" behind it; sentences inside one
    quotation are apart. No boundary falls after an initial or an abbreviation that goes on.
    """
    stop = len(text) if end is None else end
    spans: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, stop):
        if match.start() < begin:
            continue
        if _is_boundary(text, begin, match, stop):
            spans.append((begin, match.end()))
            begin = match.end()
    spans.append((begin, stop))
    trimmed = (_trim(text, first, last) for first, last in spans)
    return [span for span in trimmed if span[1] > span[0]]


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_boundary(text: str, begin: int, match: re.Match[str], stop: int) -> bool:
    rest = text[match.end() : min(stop, match.end() + 120)]
    following = rest.lstrip()
    if not following:
        return True
    ending = match.group()
    lead = following.lstrip("\"“‘'«([*–—-• ")
    if not lead:
        return not re.fullmatch(r"[\"”’'»)\]]+\s*", following)
    if lead[0].islower():
        return False
    if _bracket_open(text, begin, match.start()) and not re.search(r"[)\]]", ending):
        return False
    if any(mark in ending for mark in _CLOSERS) and _frame_follows(rest):
        return False
    if ending[0] == "." and (len(ending) == 1 or ending[1] not in "."):
        word_match = _WORD_BEFORE.search(text[begin : match.start()])
        word = word_match.group(1).lstrip("\"“‘'([") if word_match else ""
        if not word:
            return False
        key = word.lower().rstrip(".").rsplit("-", 1)[-1]
        if key == "m" and (half := _HALF.search(text[begin : match.start()])):
            key = half["half"].lower() + ".m"  # "at 3 p. m.", as some houses set it
        next_word = re.match(r"[\w'’.-]+", lead)
        follower = next_word.group().rstrip(".").lower() if next_word else ""
        if re.fullmatch(r"(?:[A-Z]-)?(?:[A-Z]\.)*[A-Z]", word) and key not in _MAY_END:
            return len(word) > 1 and follower in _STARTERS
        if key in _MAY_END:
            if key in {"a.m", "p.m"} and lead[0].isupper():
                return follower in _STARTERS or not re.match(
                    r"(?:[A-Z]{2,4}|Eastern|Pacific|Central|Mountain|Greenwich|Mon|Tue|Wed|Thu|Fri"
                    r"|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)",
                    lead,
                )
            return follower in _STARTERS
        if key in _ABBREVIATIONS:
            if key == "no" and not text[begin : match.start()].strip(" \t\n\"“‘'")[2:]:
                return not lead[0].isdigit()  # "No. Berg was at home": an answer
            return key in {"no", "sun", "sat", "art", "mar"} and follower in _STARTERS
        if re.fullmatch(r"\d+", word) and match.start() - begin <= 3:
            return False
    return True


def _bracket_open(text: str, begin: int, end: int) -> bool:
    part = text[begin:end]
    return part.rfind("(") > part.rfind(")") or part.rfind("[") > part.rfind("]")


def _frame_follows(rest: str) -> bool:
    """Whether ``rest`` goes on with "Putin asked in ..." or "said Anna Berg" after a quotation."""
    match = _FRAME_AFTER.match(rest)
    if not match:
        return False
    words = re.findall(r"[\w'’.-]+|[^\w\s]", rest)[:9]
    for index, word in enumerate(words):
        if word in {"“", '"', "‘", "that", ":"} or (word == "." and index):
            return False
        if word.lower() in REPORTING_WORDS:
            follower = words[index + 1] if index + 1 < len(words) else "."
            return (
                follower.lower()
                not in {"that", "the", "he", "she", "it", "they", "there", '"', "“", ":"}
                or follower == "."
            )
    return False
