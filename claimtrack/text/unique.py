"""What there is one of: the last of its kind, the first, the only one; a birth, a founding.

Two days for it are two tellings of one event, however far they lie apart, where for anything else
they would be two events.
"""

from __future__ import annotations

import re

from claimtrack.text.calendar import MONTHS, WEEKDAY

_UNITS = "second|minute|hour|day|night|evening|weekend|week|month|quarter|season|spring|summer|"
_UNITS += "autumn|winter|year|decade|century|time|few|two|three|four|five|six|ten|couple"
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_ONE = re.compile(
    rf"\b(?P<last>last|latest|most recent(?:ly)?|final)\b(?! (?:{_UNITS}|{_MONTH}|{WEEKDAY})s?\b)"
    rf"|\b(?P<first>first|earliest)\b(?! (?:{_UNITS}|of {_MONTH})s?\b)(?!, )"
    r"|\b(?P<only>only) (?:\w+ )?(?:inspection|visit|meeting|audit|test|check|contact|time)\b"
    r"|\b(?P<born>born)\b(?! in mind)|\b(?P<founded>founded|established|set up|incorporated)\b",
    re.IGNORECASE,
)


def one_of_its_kind(a: str, b: str) -> bool:
    """Whether both tell the last, the first or the only one of something, or how it began.

    Of what kind it is on either side is not asked.
    """
    first, second = ({match.lastgroup for match in _ONE.finditer(text)} for text in (a, b))
    return bool(first & second)
