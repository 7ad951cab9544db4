"""Entries of a list of facts: "Injured: six people", "The kitchen: 1.1 million crowns".

A box beside an article tells its figures without a verb. A line of the kind is an entry where it
stands in a list, by a bullet or beside another one, and gives a figure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.extract.propositions import Proposition, Voice
from claimtrack.text.numbers import value_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

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
_SUFFERED = frozenset(
    """
    dead killed injured wounded hurt missing arrested detained evacuated displaced rescued trapped
    hospitalised hospitalized infected stranded charged
    """.split()
)
"""Labels that say what the people counted are: "Arrested: twelve" is "Twelve were arrested"."""


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
    return value[0] not in '"“‘' and any(_is_number(word) for word in re.split(r"[\s-]+", value))


def stated(doc: Doc) -> Proposition:
    """Return what an entry states."""
    root = next(token for token in doc if token.dep_ == "ROOT")
    whole = set(range(len(doc)))
    colon = next(token.i for token in doc if token.text == ":")
    lead: list[int | str] = []
    body = set(whole)
    if colon == 1 and doc[0].lower_ in _SUFFERED and _is_number(doc[2].text):
        told = next((t.i for t in doc[2:] if t.text in ",;.("), len(doc))
        verb = "was" if value_of(doc[2].text) == 1 else "were"
        lead = [*range(2, told), verb, doc[0].lower_]
        # The last word of the lead takes the comma, which would else open what is left.
        if told < len(doc) and doc[told].text == ",":
            lead[-1] = f"{doc[0].lower_},"
            told += 1
        body = set(range(told, len(doc)))
    return Proposition(doc, root, body, Voice(), lead, {}, whole, True, False, fixed="entry")


def _is_number(word: str) -> bool:
    bare = word.strip(".,;:()£$€%")
    if bare[:1].isdigit():
        return True
    try:
        return bare.lower() not in ("a", "an", "no") and value_of(bare) > 0
    except ValueError:
        return False
