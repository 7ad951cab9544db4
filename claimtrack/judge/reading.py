"""A statement, read once: what its words count, date, name, negate and do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from claimtrack.judge.roles import Name, find_names
from claimtrack.model import Quantity, Statement
from claimtrack.text.clock import TimeMention, find_times
from claimtrack.text.dates import DateMention, find_dates
from claimtrack.text.moods import Mood, cues, evaluative
from claimtrack.text.polarity import negated
from claimtrack.text.quantities import find_quantities
from claimtrack.text.reporting import ASSERT_VERBS, DEMAND_VERBS
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_T = TypeVar("_T")

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN"})
_REPORTED = (Mood.OPINION, Mood.DEMAND, Mood.UNCLEAR, Mood.INVESTIGATION, Mood.PLAN)
_GOVERNING = (
    Mood.HEDGE,
    Mood.PLAN,
    Mood.DEMAND,
    Mood.INVESTIGATION,
    Mood.FUTURE,
    Mood.OPINION,
)
_JUDGES = frozenset("call describe label brand hail dub denounce deem consider".split())
"""Verbs that judge what they have for an object, where they say as what."""
_SPINE = frozenset(
    "aux auxpass advmod neg acomp attr xcomp ccomp oprd prt npadvmod intj agent".split()
)
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj")
_STARTS = frozenset("open launch begin start continue order face await remain exist".split())
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
        moods=_moods(doc, outside, root),
        root=root,
        core=core,
        stems=frozenset(
            stem(token.lemma_)
            for token in core
            if token.pos_ in _CONTENT and token.is_alpha and token.lemma_.lower() not in _LIGHT
        ),
    )


def _moods(doc: Doc, outside: frozenset[int], root: Token) -> dict[Mood, str]:
    """The moods of the proposition and those that the words which report it give it, each with
    the words that show it."""
    found: dict[Mood, str] = {}
    for mood, start, end in cues(doc.text):
        span = doc.char_span(start, end, alignment_mode="expand")
        if mood in found or span is None:
            continue
        if mood not in _REPORTED and any(token.i in outside for token in span):
            continue
        if mood in _GOVERNING and not any(_governs(token, root) for token in span):
            continue
        if mood is not Mood.OPINION or all(_judges(token) for token in span):
            found[mood] = doc.text[start:end]
    bare = not any(child.dep_ in ("aux", "auxpass") for child in root.children)
    asked = root.head.i != root.i and root.head.lemma_.lower() in DEMAND_VERBS
    if root.tag_ in ("VB", "VBP") and root.dep_ == "ccomp" and bare and asked:
        found.setdefault(Mood.DEMAND, root.head.text)  # "they insist that it pay": the subjunctive
    if Mood.OPINION not in found and (judged := _evaluated(root)):
        found[Mood.OPINION] = judged
    return found


def _judges(token: Token) -> bool:
    """Whether a verb that may judge does: "called it an insult", not "called the strike"."""
    if token.lemma_.lower() not in _JUDGES:
        return True
    return any(
        child.dep_ in ("oprd", "ccomp", "attr") or (child.dep_ == "prep" and child.lower_ == "as")
        for child in token.children
    )


def _evaluated(root: Token) -> str:
    """The adjective by which the predicate judges: "was ugly", "was a great statesman"."""
    if root.lemma_.lower() not in ("be", "seem", "look", "call", "find"):
        return ""
    for held in root.children:
        if held.dep_ not in ("acomp", "attr", "oprd"):
            continue
        for word in (held, *(child for child in held.children if child.dep_ == "amod")):
            compared = word.tag_ == "JJR"
            if (
                word.pos_ == "ADJ"
                and not compared
                and {word.lemma_.lower(), word.lower_} & evaluative()
            ):
                return word.text
    return ""


def _governs(cue: Token, root: Token) -> bool:
    """Whether a cue is said of the whole proposition, and not of a part of it.

    It is its verb, stands above that, or belongs to it as an auxiliary, an adverb or a
    complement; an argument counts where the verb only says that there is such a thing ("an
    inquiry was opened").
    """
    if cue.i == root.i or cue.is_ancestor(root):
        return True
    token = cue
    while token.i != root.i and token.head.i != token.i:
        argument = token.dep_ in _ARGUMENTS and token.head.lemma_.lower() in _LIGHT | _STARTS
        if token.dep_ not in _SPINE and not argument:
            return False
        token = token.head
    return token.i == root.i


def main_verb(doc: Doc) -> Token:
    """Return the head of what is said: below "X said that ..." where the report has a clause."""
    roots = [token for token in doc if token.head.i == token.i]
    root = max(roots, key=lambda token: len(list(token.subtree)))
    for _ in range(3):
        if root.lemma_.lower() not in ASSERT_VERBS:
            break
        clauses = [c for c in root.children if c.dep_ in ("ccomp", "xcomp") and c.pos_ != "PART"]
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
