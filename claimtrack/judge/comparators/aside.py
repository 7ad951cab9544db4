"""What lets two statements of one thing stand side by side, by what they say it is part of.

"No patient on any other ward" leaves this ward out; "nobody was seriously hurt" leaves out whoever
was hurt slightly; "falls to six per cent" tells what becomes of the eighteen that it is. The words
are our own lists; no names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.judge.comparators.figures.measures import Measure, measures
from claimtrack.judge.readings.parties import none_of
from claimtrack.judge.readings.periods import periods
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import noun_stem

if TYPE_CHECKING:
    from spacy.tokens import Token

_SEPARATE = frozenset("separate another different other unrelated second earlier".split())
# What a charge, a claim or a suspicion may be about, of which there may be two.
_MATTERS = frozenset(
    "matter case inquiry investigation affair proceeding dispute trial issue context claim "
    "respect connection incident charge deal contract project".split()
)
_OTHER = frozenset("other another others further additional".split())
_EVER = re.compile(r"\b(?:n?ever|always)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_ELSE = re.compile(r"\b(?:else|elsewhere)\b", re.IGNORECASE)
_BADLY = re.compile(
    r"\b(?:seriously|badly|gravely|severely|critically|life-threatening|serious|severe|grave"
    r"|critical|heavily|heavy|major|significant(?:ly)?|extensive(?:ly)?)\b",
    re.IGNORECASE,
)
# What is worse than bad: "nobody was seriously hurt" denies it too.
_WORSE = re.compile(
    r"\b(?:die[sd]?|dead|death|killed|fatal\w*|lost|destroyed|collapsed|intensive care|coma|surgery"
    r"|fighting for|amputat\w+)\b",
    re.IGNORECASE,
)

# As ``extract.statement.flashback`` puts it behind what goes on with an event told before.
_THAT_THEN = re.compile(r"\bthat \w+ (?:in|on|during) [\w ]+\.?$", re.IGNORECASE)

# What becomes of a figure, and what tells that it is one that stands.
_FALLS = frozenset("drop fall sink shrink slip plunge decline reduce cut lower slash halve".split())
_RISES = frozenset("rise climb increase raise grow jump soar lift".split())
_STANDING = frozenset("present current existing today old former previous original".split())
_TO_BE = frozenset("new future planned proposed".split())

# Who did these to some of them says nothing of the rest.
_SOME_OF_THEM = frozenset("see name identify photograph interview bury meet visit show".split())


def aside(a: Reading, b: Reading) -> bool:
    """Whether one statement leaves out what the other tells, by its own words."""
    return any(leaves_out(one, other) for one, other in ((a, b), (b, a)) for leaves_out in _WAYS)


def _of_others(denying: Reading, telling: Reading) -> bool:
    """Whether it is denied of the others: "on any other ward", "nobody else"."""
    if not _denies(denying):
        return False
    if _ELSE.search(denying.text) and not _ELSE.search(telling.text):
        return True
    others = {noun_stem(n.lemma_.lower()) for n in denying.core if _other(n)}
    return any(
        noun_stem(noun.lemma_.lower()) in others and not _other(noun) for noun in telling.core
    )


def _of_another_year(denying: Reading, telling: Reading) -> bool:
    """Whether nobody had it happen to him in a year that the other side does not speak of."""
    years = {period.year for period in periods(denying)} - {None}
    if not years or periods(telling) or not _denies(denying) or _EVER.search(telling.text):
        return False
    if denying.negative(denying.root) and not any(none_of(c) for c in denying.root.children):
        return False  # "he did not resign in 2021", "he resigned"
    said = telling.statement.report_time
    return said is None or said.end.year not in years


def _of_an_earlier_year(telling: Reading, denying: Reading) -> bool:
    """Whether one tells of a year gone by, the other of what now has not been, or of one day.

    "Guards have not been hurt", "a riot in 2019 left four hurt".
    """
    years = {t.lower_ for t in telling.core if _YEAR.fullmatch(t.lower_)}
    said = denying.statement.report_time or telling.statement.report_time
    now = {str(said.end.year)} if said is not None else set()
    own = {t.lower_ for t in denying.core if _YEAR.fullmatch(t.lower_)}
    if not years or own or years & now or not _denies(denying):
        return False
    if _EVER.search(denying.text) or "since" in {t.lower_ for t in denying.core}:
        return False
    inside = {child.lower_ for child in (denying.root, *denying.root.children)}
    dated = [p for p in periods(denying) if p.days is not None or p.months or p.weekday is not None]
    return bool(inside & {"has", "have", "is", "are", "it"}) or bool(dated)


def _of_a_separate_matter(telling: Reading, other: Reading) -> bool:
    """Whether one side says that what it tells is of another matter: "in a separate case"."""
    return _separate(telling) and not _separate(other)


@once
def _separate(reading: Reading) -> bool:
    return any(
        noun.lemma_.lower() in _MATTERS
        and noun.dep_ == "pobj"
        and any(child.lower_ in _SEPARATE for child in noun.children)
        for noun in reading.core
    )


def _other(noun: Token) -> bool:
    return noun.pos_ in ("NOUN", "PROPN") and any(c.lower_ in _OTHER for c in noun.children)


@once
def _denies(reading: Reading) -> bool:
    """Whether the predicate is denied, or said of nobody and nothing."""
    return reading.negative(reading.root) or any(
        none_of(child) and (child.i < reading.root.i or child.dep_ in ("dobj", "attr"))
        for child in reading.root.children
    )


def _of_grave_ones(denying: Reading, telling: Reading) -> bool:
    """Whether only the bad of it is denied, and the other side tells nothing so bad."""
    if not _denies(denying) or not _BADLY.search(denying.text) or measures(denying):
        return False  # "nine were treated, none of them badly hurt" counts them
    return not _BADLY.search(telling.text) and not _WORSE.search(telling.text)


def _of_what_comes(changing: Reading, standing: Reading) -> bool:
    """Whether one tells what a level becomes, the other what it is before: "the present rate"."""
    down = _moves(changing)
    if down is None:
        return False
    return any(
        m.unit == n.unit and (n.low > m.high if down else n.high < m.low) and _stands(n, standing)
        for m in measures(changing)
        for n in measures(standing)
    )


def _of_the_old(standing: Reading, coming: Reading) -> bool:
    """Whether one tells of a thing that is, the other of that which takes its place."""
    return bool(_said_of(standing, _STANDING) & _said_of(coming, _TO_BE))


def _said_of(reading: Reading, words: frozenset[str]) -> set[str]:
    """The nouns beside which one of ``words`` stands."""
    return {
        noun_stem(token.head.lemma_.lower())
        for token in reading.core
        if token.lower_ in words and token.dep_ == "amod"
    }


def _of_another_time(reading: Reading, other: Reading) -> bool:
    """Whether one points back to another event with its time: "in that robbery in March"."""
    return bool(_THAT_THEN.search(reading.text) and periods(reading)) and not periods(other)


def _moves(reading: Reading) -> bool | None:
    """Whether the predicate tells of a fall to a figure; False of a rise to one."""
    verb = reading.root
    lemma = verb.lemma_.lower()
    if lemma not in _FALLS | _RISES or not any(c.lower_ == "to" for c in verb.children):
        return None
    return lemma in _FALLS


def _stands(measure: Measure, reading: Reading) -> bool:
    """Whether a figure is told as that which is there: "the present rate", "the 4 per cent tax"."""
    span = reading.doc.char_span(
        measure.quantity.start or 0, measure.quantity.end or 0, alignment_mode="expand"
    )
    if span is None:
        return False
    noun = span.root.head
    given = noun.pos_ == "NOUN" and noun.i > span.end - 1
    if given and any(child.lower_ == "the" for child in noun.children):
        return True
    subjects = [c for c in reading.root.children if c.dep_ in ("nsubj", "nsubjpass")]
    return any(c.lower_ in _STANDING for subject in subjects for c in subject.children)


def _of_some(telling: Reading, counting: Reading) -> bool:
    """Whether one has seen or named some of those whom the other counts."""
    if telling.root.lemma_.lower() not in _SOME_OF_THEM or telling.negative(telling.root):
        return False
    if counting.root.lemma_.lower() in _SOME_OF_THEM:
        return False
    return any(
        not m.unit and m.unit == n.unit and m.high < n.low
        for m in measures(telling)
        for n in measures(counting)
    )


_WAYS = (
    _of_a_separate_matter,
    _of_another_year,
    _of_an_earlier_year,
    _of_others,
    _of_grave_ones,
    _of_what_comes,
    _of_the_old,
    _of_some,
    _of_another_time,
)
