"""Times of day as closed intervals of minutes since midnight."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words that name a time of day; ``low``/``high`` are minutes since midnight, closed.

    ``zone`` is the clock it is told by where that is named ("GMT", "Oldranian"), else empty.
    """

    start: int
    end: int
    text: str
    low: int
    high: int
    zone: str = ""


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
    r"around|(?:mon|tues|wednes|thurs|fri|satur|sun)day) (?:early |late )?"
    rf"(?P<part>{'|'.join(_PARTS)})\b",
    re.IGNORECASE,
)
# By whose clock: "GMT", "Central European Time", "by Halden's clocks", "local time".
_ZONE = re.compile(
    r"^[ ,]*\(?(?:(?P<code>GMT|UTC|Z|BST|CES?T|WES?T|EES?T|MSK|[ECMP][SD]T|AE[SD]T|IST|JST)\b"
    r"|(?:by |in )?(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}|local)(?:['’]s)? (?:time|clocks?)\b)"
)
# Minutes ahead of GMT (IANA time zone database); a name that is not here is some other clock.
_AHEAD = {
    "gmt": 0, "utc": 0, "z": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "cest": 120,
    "eet": 120, "eest": 180, "msk": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "aest": 600, "aedt": 660, "jst": 540,
    "moscow": 180, "greenwich mean": 0,
}  # fmt: skip
_SLACK = {"around": 30, "about": 30, "at about": 30, "at around": 30}


def find_times(text: str) -> list[TimeMention]:
    """Return the times of day in ``text`` by offset; hedges widen them."""
    found = []
    for match in _CLOCK.finditer(text):
        minutes = _minutes(match)
        if minutes is None:
            continue
        low, high = minutes
        hedge = (match["hedge"] or "").lower()
        if hedge in ("shortly before", "just before", "nearly", "almost"):
            low, high = low - 60, high
        elif hedge in ("shortly after", "just after"):
            high += 60
        elif hedge in ("before", "by", "until"):
            low = min(low, 0) if hedge != "until" else low
        elif hedge == "after":
            high = 1439
        else:
            low, high = low - _SLACK.get(hedge, 0), high + _SLACK.get(hedge, 0)
        if high > 1439 and low <= 1440:
            low, high = (0, high) if low < 0 else (low, high)
        zone = _zone(text[match.end() :])
        found.append(TimeMention(match.start(), match.end(), match[0].strip(), low, high, zone))
    for match in _PART.finditer(text):
        low, high = _PARTS[match["part"].lower()]
        if not any(time.start < match.end() and match.start() < time.end for time in found):
            found.append(TimeMention(match.start(), match.end(), match[0], low, high))
    return sorted(found, key=lambda time: time.start)


def _zone(rest: str) -> str:
    match = _ZONE.match(rest)
    return (match["code"] or match["name"]).lower() if match else ""


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


def times_apart(a: TimeMention, b: TimeMention) -> bool:
    """Whether no minute of the day fits both; midnight belongs to both of its days.

    By two clocks of which one is not known, any two times may be one.
    """
    ahead = 0
    if a.zone != b.zone and a.zone and b.zone:
        if a.zone not in _AHEAD or b.zone not in _AHEAD:
            return False
        ahead = _AHEAD[b.zone] - _AHEAD[a.zone]
    for shift in (ahead - 1440, ahead, ahead + 1440):
        if a.low + shift <= b.high and b.low <= a.high + shift:
            return False
    return True
