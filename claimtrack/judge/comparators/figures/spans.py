"""Whether two figures are of times of two lengths: of one day, and of a week up to it."""

from __future__ import annotations

import re

from claimtrack.judge.comparators.figures.measures import measures
from claimtrack.judge.readings.reading import Reading
from claimtrack.text.calendar import WEEKDAY

_SPAN = re.compile(
    r"\b(?:since|so far|up to now|to date|(?:over|in|within|during|for) (?:the )?(?:past|last|"
    r"first|whole|entire|two|three|four|five|six|seven|eight|nine|ten|\d+)\b[ -]?(?:\w+ )?"
    r"(?:days?|weeks?|weekend|months?|years?|decade)"
    rf"|{WEEKDAY}(?:,| and| to)+ (?:\w+ )?{WEEKDAY}"
    r"|last year|by (?:now|then)"
    r"|this (?:week|month|year|season)|per (?:week|month|year)|a (?:week|month|year))\b",
    re.IGNORECASE,
)
"""Words by which a figure is of a longer time than a day."""
_DAY = re.compile(
    rf"\b(?:alone|(?:on|this|last|late|early) {WEEKDAY}|yesterday|"
    r"today|tonight|last night|overnight|on the (?:first|second|third|last) day|one-day|in one day|"
    r"in a (?:single )?day|this (?:morning|afternoon|evening)|on \d+ [A-Z]\w+)\b",
    re.IGNORECASE,
)
"""Words by which it is of a day, or of less."""
_YEARLY = re.compile(r"\b(?:last year|(?:a|per|each|every) year|annually|yearly)\b", re.IGNORECASE)


def spans(a: Reading, b: Reading) -> bool:
    """Whether one tells of one day and the other of a longer time, so that both figures hold."""
    if bool(_YEARLY.search(a.text)) != bool(_YEARLY.search(b.text)) and not any(
        m.unit for m in (*measures(a), *measures(b))
    ):
        return True
    longer = bool(_SPAN.search(a.text)), bool(_SPAN.search(b.text))
    day = bool(_DAY.search(a.text)), bool(_DAY.search(b.text))
    return longer[0] != longer[1] and (day[1] if longer[0] else day[0])
