"""Times of day as closed intervals of minutes since midnight."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrack.text.calendar import WEEKDAY
from claimtrack.text.numbers import value_of
from claimtrack.text.zones import minutes_ahead, zone_behind


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words that name a time of day; ``low``/``high`` are minutes since midnight, closed."""

    start: int
    end: int
    text: str
    low: int
    high: int
    either: bool = False
    """Whether it is not told which half of the day is meant."""
    zone: str = ""
    """The clock it is told by where that is named ("gmt", "oldranian"), else empty."""


_HEDGE = (
    r"(?P<hedge>shortly before|just before|shortly after|just after|before|after|by|until|around|"
    r"about|at about|at around|nearly|almost)?\s*"
)
_CLOCK = re.compile(
    rf"\b{_HEDGE}(?:(?P<share>half|quarter|five|ten|twenty|twenty-five) (?P<to>past|to) "
    r"(?P<hour_at>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?: in the (?P<at>morning|afternoon|evening)| at (?P<at_night>night)"
    r"| ?(?P<at_half>a\.?m\b\.?|p\.?m\b\.?))"
    r"|(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?"
    r"(?P<half>a\.?m\b\.?|p\.?m\b\.?)"
    r"|(?P<hour_on>1[0-2]|[1-9])[.:](?P<minute_on>[0-5]\d) (?:on \w+day |in the )"
    r"(?P<on>morning|afternoon|evening)\b|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?!\d|:)"
    r"|(?P<word>noon|midday|midnight)\b|(?P<hour12>\d\d?|one|two|three|four|five|six|seven|eight|"
    r"nine|ten|eleven|twelve) (?:o['’]clock(?: in the (?P<daytime>morning|afternoon|"
    r"evening))?|in the "
    r"(?P<part>morning|afternoon|evening)))",
    re.IGNORECASE,
)
_WORDS = {w: i for i, w in enumerate(
    "one two three four five six seven eight nine ten eleven twelve".split(), start=1)}  # fmt: skip
_SHARES = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
# Parts of the day, generously: neighbours overlap by an hour or more.
_PARTS = {
    "dawn": (240, 480), "breakfast": (330, 630), "morning": (240, 740), "lunchtime": (660, 870),
    "lunch": (660, 870), "afternoon": (700, 1110), "dusk": (960, 1320),
    "nightfall": (960, 1320), "evening": (990, 1439),
}  # fmt: skip
_PART = re.compile(
    r"\b(?:in the|during the|by|by the|early|late|that|this|yesterday|before|after|at|just after|"
    rf"around|{WEEKDAY}) (?:early |late )?"
    rf"(?P<part>{'|'.join(_PARTS)})\b",
    re.IGNORECASE,
)
# Times in words, and on a clock of which no half is told: "a quarter to six", "before nine that
# morning", "at 5.40 on Tuesday".
_HOUR = r"(?:1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_MINUTES = (
    r"(?:(?:an? )?quarter|half(?= past)|(?:five|ten|twenty|twenty-five)(?= past)|"
    # "Won by ten to nine" is a vote.
    r"(?:(?<=\bat )|(?<=\bat about )|(?<=\buntil )|(?<=\btill )|(?<=\bbefore )|(?<=\bsince ))"
    r"(?:five|ten|twenty|twenty-five)(?= to)|(?:one|two|three|"
    r"four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty(?:-\w+)?|\d\d?) minutes?)"
)
_DAYPART = (
    r"(?: ?(?P<{0}half>a\.?m\b\.?|p\.?m\b\.?)|,? (?:in the|that|this|on (?:the )?\w+day|the same|"
    r"the next|the following|yesterday|tomorrow|\w+day)(?: early| late)? "
    r"(?P<{0}part>morning|afternoon|evening|night)\b| at (?P<{0}night>night)\b)"
)
_AT = r"(?P<hedge>shortly before|just before|shortly after|just after|before|after|by|until|around|"
_AT += r"about|towards|nearly|almost|soon after|at|since|from|till)"
_SPOKEN = re.compile(
    rf"\b(?:{_AT} )?(?:(?:about|around|exactly|precisely) )?(?P<minutes>{_MINUTES}) "
    rf"(?P<side>past|to|before|after) (?P<hour>{_HOUR}|noon|midday|midnight)\b"
    rf"(?! (?:minutes|hours|days|weeks|months|years|people|per)\b)(?:{_DAYPART.format('s')})?",
    re.IGNORECASE,
)
_ON_HOUR = re.compile(
    rf"\b{_AT} (?:(?:about|around|nearly) )?(?P<hour>{_HOUR})(?: o['’]clock)?{_DAYPART.format('h')}"
    rf"|\b(?:{_AT.replace('hedge', 'hedge2')} )?(?P<clock>{_HOUR}) o['’]clock\b",
    re.IGNORECASE,
)
_DIGITAL = re.compile(
    rf"\b{_AT} (?:(?:about|around|nearly) )?(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)"
    rf"(?:{_DAYPART.format('d')}|(?=\s*[.,;!?)]|$| (?:on|in|when|and|but|the|after|before|as|to|"
    r"local|gmt|utc|cet|bst|with|while|hours)\b)"
    # No number but that of a clock begins with a nought like that.
    r"|(?<=\b0\d[.:]\d\d)(?![\d%]| (?:per|million|billion|percent)))",
    re.IGNORECASE,
)
_SLACK = {"towards": 30, "around": 30, "about": 30, "at about": 30, "at around": 30}


def find_times(text: str) -> list[TimeMention]:
    """Return the times of day in ``text`` by offset; hedges widen them."""
    found: list[TimeMention] = []
    for pattern, read in _CLOCKS:
        for match in pattern.finditer(text):
            if any(time.start < match.end() and match.start() < time.end for time in found):
                continue
            told = read(match)
            if told is not None:
                at, either, hedge = told
                found.append(_mention(match, at, hedge, either))
    for match in _PART.finditer(text):
        low, high = _PARTS[match["part"].lower()]
        if not any(time.start < match.end() and match.start() < time.end for time in found):
            found.append(TimeMention(match.start(), match.end(), match[0], low, high))
    return sorted(found, key=lambda time: time.start)


def _mention(match: re.Match[str], at: int, hedge: str, either: bool) -> TimeMention:
    """The time ``at`` so many minutes, widened as its hedge allows."""
    low = high = at
    if hedge in ("shortly before", "just before", "nearly", "almost"):
        low -= 60
    elif hedge in ("shortly after", "just after", "soon after"):
        high += 60
    elif hedge in ("before", "by"):
        low = min(low, 0)
    elif hedge == "after":
        high = 1439
    else:
        low, high = low - _SLACK.get(hedge, 0), high + _SLACK.get(hedge, 0)
    if high > 1439 and low <= 1440:
        low, high = (0, high) if low < 0 else (low, high)
    zone = zone_behind(match.string[match.end() :])
    return TimeMention(match.start(), match.end(), match[0].strip(), low, high, either, zone)


def _is_hour(match: re.Match[str]) -> bool:
    """Whether what minutes are counted from is an hour: no "ten minutes after six people"."""
    named = match["hour"].lower() in ("noon", "midday", "midnight")
    part = match["spart"] or match["snight"] or match["shalf"]
    return named or bool(part) or match["side"].lower() in ("past", "to")


def _hour(word: str) -> int:
    return _WORDS.get(word) or int(word)


def _half(hour: int, part: str, half: str) -> tuple[int, bool]:
    """The hour on a clock of 24, and whether it may be twelve more."""
    if half:
        return hour % 12 + (12 if half[0] == "p" else 0), False
    if part == "morning":
        return hour % 12, False
    if part in ("afternoon", "evening"):
        return hour % 12 + 12, False
    if part == "night":
        return (hour % 12 + 12 if 6 <= hour < 12 else hour % 12), False
    return hour % 12, True


def _clock(match: re.Match[str]) -> tuple[int, bool, str] | None:
    minutes = _minutes(match)
    return None if minutes is None else (minutes[0], False, (match["hedge"] or "").lower())


def _spoken(match: re.Match[str]) -> tuple[int, bool, str] | None:
    if not _is_hour(match):
        return None
    words = match["minutes"].lower().removesuffix("s").removesuffix(" minute")
    words = words.removeprefix("a ").removeprefix("an ")
    off = _SHARES.get(words) or int(value_of(words))
    off = off if match["side"].lower() in ("past", "after") else -off
    named = {"noon": 720, "midday": 720, "midnight": 1440}.get(match["hour"].lower())
    hedge = (match["hedge"] or "").lower()
    if named is not None:
        return (named + off) % 1440, False, hedge
    part = (match["spart"] or match["snight"] or "").lower()
    hour, either = _half(_hour(match["hour"].lower()), part, (match["shalf"] or "").lower())
    return (hour * 60 + off) % 1440, either, hedge


def _on_hour(match: re.Match[str]) -> tuple[int, bool, str]:
    if match["clock"]:
        return _hour(match["clock"].lower()) % 12 * 60, True, (match["hedge2"] or "").lower()
    part = (match["hpart"] or match["hnight"] or "").lower()
    hour, either = _half(_hour(match["hour"].lower()), part, (match["hhalf"] or "").lower())
    return hour * 60, either, match["hedge"].lower()


def _digital(match: re.Match[str]) -> tuple[int, bool, str]:
    hour, part = int(match["hour"]), (match["dpart"] or match["dnight"] or "").lower()
    half = (match["dhalf"] or "").lower()
    either = False
    if hour <= 12 and (part or half):
        hour, either = _half(hour, part, half)
    elif hour <= 12 and not match["hour"].startswith("0"):
        hour, either = _half(hour, "", "")
    return hour * 60 + int(match["minute"]), either, match["hedge"].lower()


def _minutes(match: re.Match[str]) -> tuple[int, int] | None:
    if match["share"]:
        word = match["hour_at"].lower()
        hour = _WORDS.get(word) or int(word)
        part = (match["at"] or match["at_night"] or match["at_half"]).lower()
        off = _SHARES[match["share"].lower()] * (1 if match["to"].lower() == "past" else -1)
        late = not (part == "morning" or part.replace(".", "") == "am")
        at = ((hour % 12 + (12 if late else 0)) * 60 + off) % 1440
        return at, at
    if match["on"]:
        late = match["on"].lower() != "morning"
        at = (int(match["hour_on"]) % 12 + (12 if late else 0)) * 60 + int(match["minute_on"])
        return at, at
    if match["word"]:
        at = 1440 if match["word"].lower() == "midnight" else 720
        return at, at
    if match["hour24"]:
        at = int(match["hour24"]) * 60 + int(match["minute24"])
        return at, at
    if match["hour12"]:
        hour = _WORDS.get(match["hour12"].lower()) or int(match["hour12"])
        if hour > 12:
            return None
        part = match["daytime"] or match["part"]
        if part:
            late = part.lower() != "morning"
            at = (hour % 12 + (12 if late else 0)) * 60
            return at, at
        return None  # which half of the day is not said
    hour = int(match["hour"])
    if hour > 12:
        return None
    late = match["half"].lower().startswith("p")
    at = (hour % 12 + (12 if late else 0)) * 60 + int(match["minute"] or 0)
    return at, at


_CLOCKS = ((_SPOKEN, _spoken), (_CLOCK, _clock), (_ON_HOUR, _on_hour), (_DIGITAL, _digital))


def times_apart(a: TimeMention, b: TimeMention) -> bool:
    """Whether no minute of the day fits both; midnight belongs to both of its days.

    By two clocks of which one is not known, any two times may be one.
    """
    ahead = minutes_ahead(b.zone, a.zone)
    if ahead is None:
        return False
    halves = (-720, 720) if a.either or b.either else ()
    for shift in (ahead + off for off in (-1440, *halves, 0, 1440)):
        if a.low + shift <= b.high and b.low <= a.high + shift:
            return False
    return True
