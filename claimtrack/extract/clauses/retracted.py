"""What a correction takes back is nobody's claim any more.

"An earlier version of this page gave the number of dead as 16" tells what the outlet no longer
says; where it stands in a clause of its own, ``claimtrack.text.falsehood`` reads it as denied. The
words are our own list, from the corrections that newspapers print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.extract.clauses.propositions import Proposition
from claimtrack.extract.grammar import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

# What an outlet prints and puts right.
_PIECES = frozenset(
    "article story report page piece headline caption post item graphic chart map table photograph "
    "column dispatch bulletin alert blog programme broadcast newsletter".split()
)
_VERSIONS = frozenset("version edition headline caption graphic chart".split())
_EARLIER = frozenset("early previous original initial first old".split())
_BEFORE = frozenset("originally initially previously earlier first".split())
_WRONGLY = frozenset("wrongly incorrectly mistakenly erroneously inaccurately".split())
_MISSTATES = frozenset("misstate misspell misidentify misquote misattribute misreport".split())


def retracted(found: Proposition) -> bool:
    """Whether a proposition is what an earlier version of the text said, or tells of that."""
    if any(_version(source, source.head) for source in found.voice.sources):
        return True
    subject = subject_of(found.root)
    return subject is not None and _version(subject, found.root)


def _version(token: Token, verb: Token) -> bool:
    """Whether ``token`` is a text that ``verb`` says was put otherwise before, or wrongly."""
    lemma = token.lemma_.lower()
    words = {child.lemma_.lower() for child in token.children}
    how = {child.lower_ for child in verb.children}
    if lemma in _VERSIONS and words & _EARLIER:
        of = [thing for prep in token.children if prep.lower_ == "of" for thing in prep.children]
        return all(thing.lemma_.lower() in _PIECES for thing in of)
    ours = token.lower_ == "we"
    this = lemma in _PIECES and bool(words & {"this", "the", "our", "that"})
    if verb.lemma_.lower() in _MISSTATES:
        return this or ours
    return (this and bool(how & (_WRONGLY | _BEFORE))) or (ours and bool(how & _WRONGLY))
