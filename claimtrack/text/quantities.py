"""Numbers in text as closed intervals: how many, how much, of what.

The direction of each hedge follows Ferson et al., "Natural language of uncertainty: numeric
hedge words", Int. J. Approximate Reasoning 57 (2015): "about" opens both sides, "nearly" and
"almost" lie below, "over" above. The widths are ours and generous, since a false conflict costs
more than a missed one: a tenth on a hedged side, rounded outward to whole things.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.model import Quantity
from claimtrack.text.clock import find_times
from claimtrack.text.dates import find_dates
from claimtrack.text.numbers import NUMERAL, value_of
from claimtrack.text.quantity_context import counted, is_name_or_time
from claimtrack.text.units import CURRENCY_SYMBOLS, ISO_CURRENCIES, UNITS, is_currency, unit_after
from claimtrack.text.untold_units import untold_unit

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Share of the value by which a hedge opens its side.
TOLERANCE = 0.1

_SYMBOL = "|".join(re.escape(s) for s in sorted(CURRENCY_SYMBOLS, key=len, reverse=True))
_CODE = "|".join(sorted(ISO_CURRENCIES))
_MONEY = rf"(?P<symbol>{_SYMBOL}|(?:{_CODE})[ \u00a0]?)?"

#: Words before a number → how they bound it. The longest one that fits is taken.
_BEFORE = {
    "at_least": r"at least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of|minimum|"
    r"as few as|as little as|>=|≥",
    "over": r"(?:slightly |a little |just )?(?:more than|over|above|upwards? of|in excess of|"
    r"exceed(?:ing|s|ed)?|surpass(?:ing|es|ed)|greater than|higher than|topping|north of)|"
    r"(?:well|far) (?:over|above|more than)|>",
    "at_most": r"at most|no more than|not more than|up to|as many as|as much as|a maximum of|"
    r"maximum|<=|≤",
    "under": r"(?:well |far )?(?:fewer than|less than|under|below|short of|lower than)|<",
    "near": r"nearly|almost|close to|nearing|approaching|virtually|"
    r"(?:just|slightly|a little) (?:under|below|short of|less than|fewer than)|not quite",
    "about": r"about|around|some|roughly|approximately|approx\.?|circa|an estimated|estimated|"
    r"an average of|in the region of|more or less|or so|~|≈|≃|perhaps|maybe",
}
_LEADING = re.compile(
    rf"(?:(?P<near>{_BEFORE['near']})|(?P<at_least>{_BEFORE['at_least']})"
    rf"|(?P<over>{_BEFORE['over']})|(?P<at_most>{_BEFORE['at_most']})"
    rf"|(?P<under>{_BEFORE['under']})|(?P<about>{_BEFORE['about']}))"
    r"(?: the| a total of)?[ \u00a0]*$",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:\s*\+|-plus\b| plus\b)|(?P<more> or (?:more|above|over|greater)\b)"
    r"|(?P<less> or (?:less|fewer|under|below)\b)|(?P<so> or so\b)",
    re.IGNORECASE,
)

# A vague plural lies between three quarters of two of it and the next plural up.
_VAGUE = {
    "dozens": (18.0, 199.0), "scores": (30.0, 199.0), "hundreds": (150.0, 1999.0),
    "thousands": (1500.0, 99_999.0), "millions": (1.5e6, 9.99e8), "billions": (1.5e9, 9.99e11),
    "trillions": (1.5e12, math.inf),
}  # fmt: skip
_VAGUE_SCALE = {"tens": 10.0, "dozens": 12.0, "hundreds": 100.0}
_VAGUE_PATTERN = re.compile(
    rf"(?<![\w-])(?:(?P<count>tens|dozens|hundreds) of (?P<scale>thousands|millions|billions)"
    rf"|(?P<plural>{'|'.join(_VAGUE)})(?! of {'|'.join(_VAGUE)}))(?= of | [a-z]|[.,;]|$)"
    r"(?<!scores(?! of | more\b| (?:were|are|have|had|died|dead|killed|injured|wounded)\b))",
    re.IGNORECASE,
)
_FEW = {
    "a couple": (2.0, 3.0),
    "a few": (2.0, 9.0),
    "several": (3.0, 12.0),
    "a handful": (2.0, 9.0),
}
_FEW_PATTERN = re.compile(
    r"(?<![\w-])(?P<few>a couple(?: of)?|a few|several|a handful of)"
    r"(?P<scale> (?:dozen|hundred|thousand|million|billion))?(?= [a-z])",
    re.IGNORECASE,
)
_FEW_SCALE = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}

_FRACTIONS = {
    "half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "sixth": 100 / 6,
    "eighth": 12.5, "tenth": 10.0,
}  # fmt: skip
_FRACTION = re.compile(
    r"(?<![\w-])(?:(?P<top>one|two|three|four|five|six|seven|eight|nine|a|an)[ -])?"
    r"(?P<part>half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)"
    r"(?: of(?= (?:the|its|their|his|her|our|all|those|these|[a-z]+))"
    r"|(?= (?:the|its|their|all)\b)|(?P<end>(?=\s*(?:[.,;:!?]|$))))(?! an? )",
    re.IGNORECASE,
)
_HEDGED = re.compile(r"\b(?:barely|hardly|scarcely|only|just|merely)(?: about)? $", re.IGNORECASE)
"""By these a fraction of what is not told is one: "it is barely a third"."""
_HALF = re.compile(r"(?<![\w-])(?<!and a )half an?(?= )", re.IGNORECASE)
_ONE = re.compile(
    r"\b(?:(?P<barely>barely|scarcely|hardly|little more than)|only|just"
    rf"|(?:{'|'.join(_BEFORE.values())}))"
    r" (?P<one>an?) (?=(?:second|minute|hour|day|week|month|year)\b"
    r"(?! (?:ago|earlier|later|before|after|from now|of\b|in\b)|-))",
    re.IGNORECASE,
)
"""One of a unit of time, where a hedge tells that it is counted: "barely an hour"."""
_RATIO = re.compile(
    rf"(?<![\w-])(?P<top>{NUMERAL}) (?:in|out of)(?: every)? (?P<bottom>{NUMERAL})(?= [a-z])",
    re.IGNORECASE,
)
_RATIO_OF = re.compile(
    rf"(?<![\w-])(?P<top>{NUMERAL}) [a-z]+ (?:in|out of)(?: every)? (?P<bottom>{NUMERAL})"
    r"(?= (?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|now|still|lost|lose|"
    r"loses|lacks?|lacked|lives?|lived|says?|said|supports?|supported|backs?|backed|wants?)\b)",
    re.IGNORECASE,
)
"""A share with its noun inside, of which the verb follows: "two homes in three lost power"."""
_NUMBER = re.compile(
    rf"(?<![\w.,/:#№-])(?<![\d]-)(?P<sign>[-−])?{_MONEY}(?P<number>{NUMERAL})(?![\d/:]|[.,]\d)"
    rf"(?!(?:st|nd|rd|th)\b)(?!-\d+-)",
    re.IGNORECASE,
)
_SECOND = re.compile(
    rf"(?P<join>\s*[-–—]\s*| to | and | or )(?P<symbol>{_SYMBOL})?(?P<number>{NUMERAL})"
    r"(?![\d/:]|[.,]\d)(?!(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_WENT = re.compile(
    r"\b(?:go|goes|went|gone|going|rose|rise|risen|moved?|push\w*|bring\w*|brought|shot|add\w*|"
    r"came|come|comes|climb\w*|put|taken|took) $",
    re.IGNORECASE,
)
_OVER_TO = re.compile(
    r"\b(?:hand|turn|sign|pay|fork|carry|carri|bring|brought|took|tak|win|won|made|mak|pass|mull|"
    r"held|hold|roll)(?:s|es|e|en|ed|ing)? $",
    re.IGNORECASE,
)
"""Verbs that take "over" as their particle: "handed over 5,000 dollars"."""
_LASTED = re.compile(
    r"\b(?:for|just|well|took|taken|takes|lasted|lasts|wait\w*|of|in) $", re.IGNORECASE
)
_CHANGE = re.compile(
    r"\b(?:rise|rose|risen|rising|fall|fell|fallen|falling|climb\w*|drop\w*|cut\w*|rais\w+|"
    r"increas\w+|decreas\w+|grow\w*|grew|shr[aiu]nk\w*|slow\w*|up|down|jump\w*|soar\w*|"
    r"plung\w*|slid\w*|declin\w*|lower\w*|reduc\w+|expand\w*|revis\w+|chang\w+|"
    r"mov\w+|tripl\w+|doubl\w+|surg\w+|dip\w*|eas\w+|ris\w+)\b[^.;]*$",
    re.IGNORECASE,
)


def find_quantities(doc: Doc) -> list[Quantity]:
    """Return the quantities of ``doc`` by offset; intervals are closed, open ends infinite.

    Left out: dates, clock times, years, ordinals, sports scores, and numbers that are names
    ("Boeing 737", "Tu-95", "Article 5").
    """
    found: list[Quantity] = []
    taken = 0
    text = doc.text
    dates = [(mention.start, mention.end) for mention in find_dates(doc, None)]
    dates += [(mention.start, mention.end) for mention in find_times(text)]
    candidates = sorted(
        [*_fractions(text), *_halves(text), *_ones(text), *_vague(text), *_numbers(doc)],
        key=lambda quantity: (quantity.start, -quantity.end),
    )
    for quantity in candidates:
        in_date = any(start < quantity.end and quantity.start < end for start, end in dates)
        if quantity.start >= taken and not in_date:
            taken = quantity.end
            previous = found[-1] if found else None
            if previous and _converted(text, previous, quantity):
                continue
            joined = previous and _sum(text, previous, quantity)
            if joined:
                found[-1] = replace(joined, of=counted(doc, joined))
            else:
                found.append(replace(quantity, of=counted(doc, quantity)))
    return found


def _converted(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether the second is the first in another currency: "5 million euros ($5.9 million)"."""
    if not (is_currency(first.unit) and is_currency(second.unit)):
        return False
    return text[first.end : second.start].strip() == "(" and text[second.end :].startswith(")")


def _sum(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """ "13 hours and 55 minutes" as one quantity in the larger unit; None where it is none."""
    big, small = UNITS.get(first.unit), UNITS.get(second.unit)
    between = text[first.end : second.start]
    if big is None or small is None or big.base != small.base or big.base in ("%", "°C"):
        return None
    if big.factor <= small.factor or not re.fullmatch(r",? (?:and )?", between):
        return None
    share = small.factor / big.factor
    if second.high * share >= 1:
        return None
    low, value, high = (
        one + other * share
        for one, other in (
            (first.low, second.low),
            (first.value, second.value),
            (first.high, second.high),
        )
    )
    shown = text[first.start : second.end]
    return Quantity(shown, value, low, high, first.unit, start=first.start, end=second.end)


def _halves(text: str) -> Iterator[Quantity]:
    """Half of one unit: "half an hour", "half a percentage point"."""
    for match in _HALF.finditer(text):
        unit, end = _unit(text, match.end(), "")
        if unit and unit != "%":
            start, bound = _leading(text, match.start())
            yield _quantity(text, start, end, 0.5, 0.5, bound, unit)


def _ones(text: str) -> Iterator[Quantity]:
    for match in _ONE.finditer(text):
        unit, end = _unit(text, match.end("one"), "")
        if unit:
            start, bound = _leading(text, match.start("one"))
            if match["barely"]:
                start, bound = match.start(), "about"
            yield _quantity(text, start, end, 1.0, 1.0, bound, unit)


def _fractions(text: str) -> Iterator[Quantity]:
    for match in _FRACTION.finditer(text):
        before = text[: match.start()].rstrip().rsplit(" ", 1)[-1].lower()
        part = match["part"].lower().rstrip("s") if match["part"] != "half" else "half"
        if before in ("first", "second", "other", "final", "last", "latter", "former"):
            continue
        if not match["top"] and part != "half":
            continue  # "third of the month" is an ordinal
        if match["end"] is not None and not _share_alone(text, match):
            continue
        top = 1.0 if (match["top"] or "a").lower() in ("a", "an") else value_of(match["top"])
        start, bound = _leading(text, match.start())
        share = top * _FRACTIONS[part]
        end = match.end() - (3 if match[0].lower().endswith(" of") else 0)
        yield _quantity(text, start, end, share, share, bound, "%")
    for match in (*_RATIO.finditer(text), *_RATIO_OF.finditer(text)):
        top, bottom = value_of(match["top"]), value_of(match["bottom"])
        if 0 < top < bottom <= 100:
            start, bound = _leading(text, match.start())
            share = 100 * top / bottom
            yield _quantity(text, start, match.end(), share, share, bound, "%")


def _share_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a fraction that nothing follows is a share: "two thirds", "about a quarter"."""
    if (match["top"] or "a").lower() not in ("a", "an", "one"):
        return True
    hedged = _LEADING.search(text, max(0, match.start() - 40), match.start())
    return bool(match["top"]) and bool(hedged or _HEDGED.search(text, 0, match.start()))


def _vague(text: str) -> Iterator[Quantity]:
    for match in _VAGUE_PATTERN.finditer(text):
        start, bound = _leading(text, match.start())
        if match["plural"]:
            low, high = _VAGUE[match["plural"].lower()]
        else:
            scale = _VAGUE[match["scale"].lower()][0] / 1.5
            factor = _VAGUE_SCALE[match["count"].lower()]
            low, high = 1.5 * factor * scale, 20 * factor * scale
        unit, end = _unit(text, match.end(), "")
        if text[end : end + 4].lower() == " of " and not unit:
            unit, end = _unit(text, end + 3, "")
            end = end if unit else match.end()
        if bound in ("at_least", "over"):
            high = math.inf
        shown = text[start:end]
        yield Quantity(shown, low, low, high, unit, start=start, end=end)
    for match in _FEW_PATTERN.finditer(text):
        name = match["few"].lower().removesuffix(" of")
        factor = _FEW_SCALE[match["scale"].strip().lower()] if match["scale"] else 1.0
        low, high = (factor * end for end in _FEW[name])
        start, bound = _leading(text, match.start())
        unit, end = _unit(text, match.end(), "")
        high = math.inf if bound in ("at_least", "over") else high
        yield Quantity(text[start:end], low, low, high, unit, start=start, end=end)


def _numbers(doc: Doc) -> Iterator[Quantity]:
    text = doc.text
    position = 0
    while match := _NUMBER.search(text, position):
        position = match.end()
        symbol = (match["symbol"] or "").strip()
        unit = CURRENCY_SYMBOLS.get(symbol.upper(), symbol.upper())
        if symbol and symbol != symbol.upper():
            continue  # "all 5" is no Albanian lek: codes are capitals
        number, end = match["number"], match.end()
        first = second = _signed(match, number)
        unit, end = _unit(text, end, unit)
        number_end = match.end()
        if not unit and number[-1:] in "mMbB" and number[-2:-1].isdigit():
            if not _millions(doc, match.end()):
                first = second = _signed(match, number[:-1])
                unit = "m" if number[-1] in "mM" else ""
            elif unit_after(text, match.end()):
                unit, end = _unit(text, match.end(), "")
        special = untold_unit(doc, match.start("number"), number_end)
        if special and not unit:
            unit = special
        if not unit and re.match(r"[A-Za-z]", text[end : end + 1]):
            continue  # "50p", "4x4"
        if is_name_or_time(doc, match.start("number"), number_end, bool(unit)):
            continue
        joined = _second(text, match, end, unit)
        start, bound = _leading(text, match.start())
        if joined is not None:
            first, second, unit, end, start = (
                joined[0],
                joined[1],
                joined[2],
                joined[3],
                (joined[4] if joined[4] is not None else start),
            )
            position = end
        else:
            position = max(position, end)
        trailing = _TRAILING.match(text, end)
        if trailing:
            end = trailing.end()
            bound = "at_most" if trailing["less"] else "about" if trailing["so"] else "at_least"
        yield _quantity(text, start, end, first, second, bound, unit)


def _signed(match: re.Match[str], number: str) -> float:
    return -value_of(number) if match["sign"] else value_of(number)


def _second(
    text: str, match: re.Match[str], end: int, unit: str
) -> tuple[float, float, str, int, int | None] | None:
    """Read the second number of a range; None where there is none or it is no range."""
    other = _SECOND.match(text, end)
    if other is None:
        return None
    join = other["join"].strip().lower()
    before = text[: match.start()]
    between = re.search(r"\bbetween $", before, re.IGNORECASE)
    from_ = re.search(r"\bfrom $", before, re.IGNORECASE)
    if join == "and" and not between:
        return None
    if join == "to" and _CHANGE.search(before) and not between:
        return None
    low_text, high_text = match["number"], other["number"]
    low, high = value_of(low_text), value_of(high_text)
    sign = unit if is_currency(unit) else ""
    other_unit, other_end = _unit(text, other.end(), sign)
    if unit and not other_unit:
        return None
    if unit and other_unit != unit:
        return None
    if not unit and low_text[-1:].isdigit() and not high_text[-1:].isdigit() and low < 1000:
        scale = value_of(high_text) / value_of(re.sub(r"\D+$", "", high_text) or "1")
        low = low * scale if low * scale < high else low  # "3 to 5 million"
    elif unit and low < 1000 <= high and low_text.replace(".", "").isdigit():
        digits = re.match(r"[\d.,]+", high_text)
        scale = high / value_of(digits[0]) if digits else 1.0
        low = low * scale if low * scale < high else low
    if match["sign"] or not low < high:
        return None
    start = None
    if between or from_:
        start = (between or from_).start()  # type: ignore[union-attr]
    return low, high, other_unit, other_end, start


def _leading(text: str, start: int) -> tuple[int, str]:
    """Return where the quantity starts with its hedge, and the name of the hedge ("" if none)."""
    match = _LEADING.search(text, max(0, start - 40), start)
    if match is None or (match.start() and text[match.start() - 1].isalnum()):
        return start, ""
    name = match.lastgroup or ""
    words = match[0].lower()
    if words.strip() == "over" and _OVER_TO.search(text, 0, match.start()):
        return start, ""
    if name == "over" and words.startswith(("just", "slightly", "a little")):
        name = "just_over"
    if words.startswith("up to") and _WENT.search(text, 0, match.start()):
        return start, ""
    return match.start(), name


def _unit(text: str, end: int, unit: str) -> tuple[str, int]:
    """Return the unit after ``end`` and where it ends; ``unit`` is a currency sign before it."""
    after = unit_after(text, end)
    if after is None or (unit and not is_currency(after[0])):
        return unit, end
    name, stop = after
    if name == "GBP" and _is_weight(text, end, stop):
        return "lb", stop
    if name == "GBP" and re.match(r" of (?!(?:debt|aid|damage|fund|tax|support))", text[stop:]):
        return "lb", stop  # "20 pounds of explosives"
    if name == "second" and text[end:stop].strip() == "second":
        return unit, end  # "a second strike" is an ordinal
    if name == "l" and text[end:stop].strip().lower() == "l":
        return unit, end
    return name, stop


def _is_weight(text: str, end: int, stop: int) -> bool:
    """Whether pounds are a weight: "a 200-pound man", "weighed 12 pounds"; no "200-pound fine"."""
    if re.search(r"\bweigh\w* (?:[\w.,]+ ){0,4}[\w.,]+$", text[:end], re.IGNORECASE):
        return True
    return text[end : end + 1] == "-" and not re.match(
        r" (?:[a-z]+ )?(?:fine|note|coin|bill|bonus|ticket|fee|prize|reward|contract|deal|loan|"
        r"grant|debt|budget|payment|cheque|voucher|donation|cut|rise|increase|a[- ])",
        text[stop:],
    )


def _millions(doc: Doc, end: int) -> bool:
    """Whether "5m" before ``end`` counts millions: a plural noun or another unit follows."""
    following = [token for token in doc if token.idx >= end][:3]
    for token in following:
        if token.tag_ in ("NNS", "NNPS"):
            return True
        if token.tag_ not in ("JJ", "NN", "HYPH"):
            return False
    return False


def _duration(text: str, start: int, bound: str, unit: str) -> bool:
    """Whether "over four days" tells how long, and not that it was longer."""
    known = UNITS.get(unit)
    return (
        bound == "over"
        and known is not None
        and known.base == "second"
        and text[start : start + 5].lower() == "over "
        and not _LASTED.search(text, 0, start)
    )


def _quantity(
    text: str, start: int, end: int, first: float, second: float, bound: str, unit: str
) -> Quantity:
    if _duration(text, start, bound, unit):
        start, bound = start + 5, ""
    low, high = _interval(min(first, second), max(first, second), bound, unit)
    value = first if first == second else (first + second) / 2
    return Quantity(text[start:end], value, low, high, unit, start=start, end=end)


def _interval(low: float, high: float, bound: str, unit: str) -> tuple[float, float]:
    """Open the interval as its hedge allows; whole things stay whole."""
    whole = not unit and low == int(low)
    slack_low, slack_high = abs(low) * TOLERANCE, abs(high) * TOLERANCE
    bottom = 0.0 if unit not in UNITS or UNITS[unit].offset == 0 else -math.inf
    bottom = -math.inf if unit in ("%", "pp") and low < 0 else bottom
    if unit in ("°C", "degree"):
        bottom = -math.inf
    step = 1.0 if whole else 0.0
    if bound == "at_least":
        return low, math.inf
    if bound == "over":
        return low + step, math.inf
    if bound == "just_over":
        return low, _outward(high + slack_high, whole, up=True)
    if bound == "at_most":
        return min(bottom, low), high
    if bound == "under":
        return min(bottom, low), max(min(bottom, low), high - step)
    if bound == "near":
        return _outward(low - slack_low, whole, up=False), high
    if bound == "about":
        return (
            _outward(low - slack_low, whole, up=False),
            _outward(high + slack_high, whole, up=True),
        )
    return low, high


def _outward(value: float, whole: bool, *, up: bool) -> float:
    if not whole:
        return value
    return float(math.ceil(value - 1e-9) if up else math.floor(value + 1e-9))
