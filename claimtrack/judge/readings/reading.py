"""A statement, read once: what its words count, date, name, negate and do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from claimtrack.judge.readings.mood import moods_of
from claimtrack.judge.readings.roles import Name, find_names
from claimtrack.model import Quantity, Statement
from claimtrack.text.clock import TimeMention, find_times
from claimtrack.text.dates import DateMention, find_dates
from claimtrack.text.moods import Mood
from claimtrack.text.polarity import negated
from claimtrack.text.quantities import find_quantities
from claimtrack.text.reporting import ASSERT_VERBS, DEMAND_VERBS
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_T = TypeVar("_T")

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN"})
_LIGHT = frozenset(
    "be have do make take get give go come put set say tell report announce accord well also "
    "more most other such very just still even there here then now".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What comparators look at. Offsets and token indices refer to ``doc``.

    ``negations`` counts by token index the cues that a token stands under; ``core`` holds the
    tokens of the statement without the clause that reports it; ``stems`` their content stems;
    ``moods`` the words that show each mood.
    """

    statement: Statement
    doc: Doc
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    times: tuple[TimeMention, ...]
    names: tuple[Name, ...]
    negations: dict[int, int]
    moods: dict[Mood, str]
    root: Token
    core: tuple[Token, ...]
    stems: frozenset[str]
    found: dict[Callable[[Reading], Any], Any] = field(default_factory=dict, repr=False)
    """What ``once`` keeps with the reading."""

    @property
    def text(self) -> str:
        """The statement's words."""
        return self.statement.text

    def negative(self, token: Token) -> bool:
        """Whether ``token`` stands under an odd number of negation cues."""
        return self.negations.get(token.i, 0) % 2 == 1


def once(look: Callable[[Reading], _T]) -> Callable[[Reading], _T]:
    """Return ``look`` so that it looks at each reading once: many pairs share a statement."""

    @wraps(look)
    def kept(reading: Reading) -> _T:
        if look not in reading.found:
            reading.found[look] = look(reading)
        found: _T = reading.found[look]
        return found

    return kept


def read(statement: Statement, doc: Doc) -> Reading:
    """Read a statement from its parse; relative dates resolve against its report time."""
    said = statement.report_time
    base = said.end if said is not None and said.start == said.end else None
    root = main_verb(doc)
    outside = reporting_tokens(doc, root)
    core = tuple(token for token in doc if token.i not in outside)
    return Reading(
        statement=statement,
        doc=doc,
        quantities=tuple(find_quantities(doc)),
        dates=tuple(find_dates(doc, base)),
        times=tuple(find_times(doc.text)),
        names=tuple(find_names(doc, outside)),
        negations=negated(doc),
        moods=moods_of(doc, outside, root),
        root=root,
        core=core,
        stems=frozenset(
            stem(token.lemma_)
            for token in core
            if token.pos_ in _CONTENT and token.is_alpha and token.lemma_.lower() not in _LIGHT
        ),
    )


def main_verb(doc: Doc) -> Token:
    """Return the head of what is said: below "X said that ..." where the report has a clause."""
    roots = [token for token in doc if token.head.i == token.i]
    root = max(roots, key=lambda token: len(list(token.subtree)))
    for _ in range(3):
        if root.lemma_.lower() not in ASSERT_VERBS:
            break
        asked = root.lemma_.lower() in DEMAND_VERBS  # "was told to leave" is not "left"
        below = ("ccomp",) if asked else ("ccomp", "xcomp")
        clauses = [c for c in root.children if c.dep_ in below and c.pos_ != "PART"]
        if not clauses:
            break
        root = max(clauses, key=lambda token: len(list(token.subtree)))
    return root


def reporting_tokens(doc: Doc, root: Token) -> frozenset[int]:
    """Return the indices of the tokens that only say who says it."""
    inside = {token.i for token in root.subtree}
    outside = set()
    if root.head.i != root.i or len(inside) < len(doc):
        above = root.head
        if above.i != root.i and above.lemma_.lower() in ASSERT_VERBS:
            outside = {token.i for token in doc if token.i not in inside}
    for child in root.children:
        if child.lower_ == "according":
            outside |= {token.i for token in child.subtree}
        if child.dep_ in ("parataxis", "ccomp") and child.lemma_.lower() in ASSERT_VERBS:
            outside |= {token.i for token in child.subtree}
    return frozenset(outside)
