"""What an entry of a list of facts states: "Injured: six people" is "six people were injured"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.extract.clauses.propositions import Proposition, Voice
from claimtrack.text.numbers import is_number, value_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SUFFERED = frozenset(
    """
    dead killed injured wounded hurt missing arrested detained evacuated displaced rescued trapped
    hospitalised hospitalized infected stranded charged
    """.split()
)
"""Labels that say what the people counted are: "Arrested: twelve" is "Twelve were arrested"."""


def stated(doc: Doc) -> Proposition:
    """Return what an entry states."""
    root = next(token for token in doc if token.dep_ == "ROOT")
    whole = set(range(len(doc)))
    colon = next(token.i for token in doc if token.text == ":")
    lead: list[int | str] = []
    body = set(whole)
    if colon == 1 and doc[0].lower_ in _SUFFERED and is_number(doc[2].text):
        told = next((t.i for t in doc[2:] if t.text in ",;.("), len(doc))
        verb = "was" if value_of(doc[2].text) == 1 else "were"
        lead = [*range(2, told), verb, doc[0].lower_]
        # The last word of the lead takes the comma, which would else open what is left.
        if told < len(doc) and doc[told].text == ",":
            lead[-1] = f"{doc[0].lower_},"
            told += 1
        body = set(range(told, len(doc)))
    return Proposition(doc, root, body, Voice(), lead, {}, whole, True, False, fixed="entry")
