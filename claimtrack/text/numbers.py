"""English numerals, in digits and in words, as a pattern and its value."""

from __future__ import annotations

import re

_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "dozen": 12.0, "score": 20.0,
}  # fmt: skip
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12}

_WORD = "|".join(sorted([*_SMALL, *_TENS], key=len, reverse=True))
_SCALE = "hundred|thousand|million|billion|trillion|dozen"
# "2, 000 feet" is a slip of the keyboard: no number of its own begins with a nought like that.
_DIGITS = r"\d{1,3}(?:,\d{3}|, 0\d\d)+(?:\.\d+)?|\d+(?:\.\d+)?"
_SPELLED = rf"(?:{_WORD})(?:[- ](?:{_WORD}))?"

#: One numeral: digits with an optional scale ("1.2 million", "6bn"), or words ("two and a half
#: million", "three hundred and fifty thousand", "a dozen", "half a million").
NUMERAL = (
    rf"(?:(?:{_DIGITS})(?:(?:[ \u00a0-](?:{_SCALE}))+\b|(?:k|mn|mln|bn|tn|m|b)\b)?"
    rf"|half an? (?:{_SCALE})\b"
    rf"|(?:{_SPELLED}) and a half(?: (?:{_SCALE})\b)?"
    rf"|(?:an?|{_SPELLED})(?:[ -](?:{_SCALE}))+(?:(?: and|,)? (?:{_SPELLED})"
    rf"(?: (?:{_SCALE}))*)*\b"
    rf"|(?:{_SPELLED})\b)"
)

_READ = re.compile(rf"({_DIGITS})|([a-z]+)", re.IGNORECASE)


def value_of(numeral: str) -> float:
    """Return the value of text that ``NUMERAL`` matched. Raises ValueError for other text."""
    total = 0.0
    current: float | None = None
    words = _READ.findall(numeral.lower())
    if not words:
        raise ValueError(f"not a numeral: {numeral!r}")
    for digits, word in words:
        if digits:
            current = (current or 0.0) + float(re.sub(r"[, ]", "", digits))
        elif word in ("and", "a", "an"):
            continue
        elif word == "half":
            current = (current or 0.0) + 0.5
        elif word in _SMALL or word in _TENS:
            current = (current or 0.0) + _SMALL.get(word, _TENS.get(word, 0))
        elif word in _SCALES or word in _SHORT_SCALES:
            scale = _SCALES.get(word) or _SHORT_SCALES[word]
            if current is None and total:
                total *= scale
            elif scale < 1000:
                current = (1.0 if current is None else current) * scale
            else:
                total, current = total + (1.0 if current is None else current) * scale, None
        else:
            raise ValueError(f"not a numeral: {numeral!r}")
    return total + (current or 0.0)


def is_number(word: str) -> bool:
    """Whether a word is a figure or names a number above zero; an article is neither."""
    bare = word.strip(".,;:()£$€%")
    if bare[:1].isdigit():
        return True
    try:
        return bare.lower() not in ("a", "an", "no") and value_of(bare) > 0
    except ValueError:
        return False
