"""Which lines are entries of a list of facts: "Injured: six people", "The kitchen: 1.1 million".

A box beside an article tells its figures without a verb. A line of the kind is an entry where it
stands in a list, by a bullet or beside another one, and gives a figure.
"""

from __future__ import annotations

import re

from claimtrack.text.numbers import is_number

_ENTRY = re.compile(r"(?P<label>[A-Z][\w'’,-]*(?: [\w'’,-]+){0,6}): (?P<value>\S.*)")
_STOPS = re.compile(r"(?<!\b[ap]\.m)[.!?…;]\W*$")
"""What ends like a sentence is read as one."""
_LONGEST = 20
"""Words of a value; a longer one is a sentence."""
_OF_THE_PAGE = frozenset(
    """
    date published updated posted modified tel phone telephone fax email contact page pages price
    source sources photo picture image by author reporter editor words edition issue volume isbn id
    ref reference duration length reading section chapter part step question answer figure table
    note code file version tags share subscribe hotline helpline opening website copyright day week
    round lesson room when where who what why how time place venue
    """.split()
)
"""Labels of what belongs to the page, to a list that only counts, or to what is told elsewhere."""


def entry(line: str) -> bool:
    """Whether a line is a label and a value that tells a figure."""
    match = _ENTRY.fullmatch(line.strip())
    if match is None or len(match["value"].split()) > _LONGEST:
        return False
    if match["label"].split()[0].lower() in _OF_THE_PAGE:
        return False
    value = match["value"]
    if _STOPS.search(value):
        return False
    return value[0] not in '"“‘' and any(is_number(word) for word in re.split(r"[\s-]+", value))
