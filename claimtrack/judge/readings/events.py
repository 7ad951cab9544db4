"""Whether two statements tell of one deed: by one verb, or by a verb and the noun made of it.

Which verbs tell one deed, ``claimtrack.judge.lexicon.vocabulary`` says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.vocabulary import NONE, Names, groups_of, nouns_of
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import noun_stem
from claimtrack.text.lexicon import EVENT_NOUNS
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs that say only that there was what their object names, and those of what their subject does.
_BARE = frozenset(
    "be have do make take give get hold happen occur come go carry issue place put set face see "
    "suffer commit perform conduct stage launch begin start".split()
)
_HAPPEN = frozenset("happen occur hold stage begin start end".split())
_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Shared:
    """What two statements have in common, a name of several words counted once.

    ``words`` is how many words of content both have, ``names`` how many of these are of names,
    ``share`` the part that ``words`` are of the shorter statement.
    """

    words: int
    names: int
    share: float
    deed: bool

    @property
    def of_one_deed(self) -> bool:
        """Whether a deed that both tell is done to one thing, as far as the words go."""
        return self.deed and (self.share >= 0.4 if self.words >= 2 else self.share >= 1)


def shared(
    a: Reading,
    b: Reading,
    without: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset()),
) -> Shared:
    """Compare what is told, the stems that are to differ left out of each side."""
    first, second = a.stems - without[0], b.stems - without[1]
    both = first & second
    of_names = {stem(word) for reading in (a, b) for name in reading.names for word in name.words}
    merged = _merged(a, both)
    size = min(len(first) - _merged(a, first), len(second) - _merged(b, second))
    deed = one_deed(a, b)
    words = len(both) - merged
    names = len(both & of_names) - merged
    if deed and not deed_stems(a) & both:
        words += 1  # two verbs for one deed
    return Shared(words, names, words / size if size > 0 else 0.0, deed)


def _merged(reading: Reading, stems: frozenset[str]) -> int:
    """By how many words the names among ``stems`` are longer than one word each."""
    lengths = (len({stem(word) for word in name.words} & stems) for name in reading.names)
    return sum(length - 1 for length in lengths if length > 1)


def one_deed(a: Reading, b: Reading) -> bool:
    """Whether the verb of one is that of the other, a synonym, or stands there as a noun."""
    first, second = deed_stems(a), deed_stems(b)
    if first & second or deed_groups(a.root) & deed_groups(b.root):
        return True
    return bool(first & _told_by(b)) or bool(second & _told_by(a))


@once
def _told_by(reading: Reading) -> frozenset[str]:
    """Stems of the verbs, and the nouns for events, of the statement's own clause.

    "She was at a dinner when the riot broke out" tells where she was, and not where the riot was;
    the shells in "the shells were in the cellar" are no shelling.
    """
    return frozenset(
        stem(token.lemma_.lower())
        for token in reading.core
        if token.pos_ in ("VERB", "NOUN", "PROPN")
        if token.pos_ != "NOUN" or _an_event(token)
        if not _aside(token, reading.root)
    )


def _an_event(noun: Token) -> bool:
    """Whether a noun tells of a deed; things that have something done to them are not deeds."""
    done_to = noun.tag_ == "NNS" and noun.dep_ in _SUBJECTS
    if done_to and noun.head.lemma_.lower() not in _BARE:
        return False
    return noun.lemma_.lower() in EVENT_NOUNS or bool(nouns_of(noun.lemma_.lower()))


def _aside(token: Token, root: Token) -> bool:
    """Whether a word stands in a clause that tells when it was or who is meant."""
    dated = root.lemma_ == "be" and any(child.lower_ == "it" for child in root.children)
    while token.i != root.i and token.head.i != token.i:
        if token.dep_ == "relcl" or (token.dep_ == "advcl" and not dated) or _run_on(token):
            return True
        token = token.head
    return False


def _run_on(verb: Token) -> bool:
    """Whether the parser joins a clause to a verb without an "and": "the week he died"."""
    if verb.dep_ != "conj" or verb.pos_ != "VERB":
        return False
    own = any(child.dep_ in _SUBJECTS for child in verb.children)
    return own and not any(child.dep_ in ("cc", "punct") for child in verb.head.children)


@once
def deed_stems(reading: Reading) -> frozenset[str]:
    """Stems of the verb; where it says little, those of the noun that names the deed."""
    return stems_of_deed(reading.root)


def stems_of_deed(verb: Token) -> frozenset[str]:
    """As ``deed_stems``, of one verb."""
    lemma = verb.lemma_.lower()
    if lemma not in _BARE:
        return frozenset({noun_stem(lemma), stem(lemma)})
    nouns = [child for child in verb.children if child.pos_ == "NOUN" and child.lower_ != "place"]
    named = [noun for noun in nouns if noun.dep_ == "dobj"]
    if not named and (lemma in _HAPPEN or "place" in {child.lower_ for child in verb.children}):
        named = [noun for noun in nouns if noun.dep_ in _SUBJECTS]
    if lemma == "be":
        named = [noun for noun in nouns if noun.lemma_.lower() in EVENT_NOUNS]
    return frozenset(stem(noun.lemma_.lower()) for noun in named)


def deed_groups(word: Token) -> Names:
    """The deeds that a verb with its particle or object tells, or a noun."""
    lemma = word.lemma_.lower()
    taken = ("prt", "dobj", "nsubjpass")
    tails = [c.lemma_.lower() for c in word.children if c.dep_ in taken or c.lower_ == "to"]
    found = NONE.union(*(groups_of(f"{lemma}_{tail}") for tail in tails))
    return found or deed_group(lemma) | (nouns_of(lemma) if word.pos_ == "NOUN" else NONE)


def deed_group(lemma: str) -> Names:
    """The deeds that a lemma tells; a phrasal verb stands with its particle after ``_``."""
    return groups_of(lemma)
