"""Whether two statements tell of one deed: by one verb, or by a verb and the noun made of it.

The groups of verbs are our own, from the vocabulary of news reports; each holds verbs by which
reporters tell one and the same deed. They hold no names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.judge.reading import Reading, once
from claimtrack.judge.topic import canonical
from claimtrack.text.lexicon import EVENT_NOUNS
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

# Phrasal verbs stand with their particle.
_ONE_DEED = (
    "begin start open commence break_out erupt",
    "end finish conclude close adjourn",
    "stop halt suspend",
    "reach arrive get come",
    "leave depart set_off",
    "land touch_down",
    "launch lift_off blast_off take_off",
    "crash come_down",
    "sink founder go_down go_under",
    "escape leak flow flee",
    "hit strike shake",
    "find discover locate recover spot detect uncover turn_up",
    "arrest detain catch capture pick_up seize",
    "free release",
    "die perish pass_away",
    "kill murder slay",
    "shoot fire",
    "shell bombard bomb",
    "drive steer",
    "win take lift land clinch",
    "score net",
    "resign quit step_down",
    "appoint name elect",
    "dismiss sack fire lay_off",
    "lead conduct command head run direct",
    "write draft draw_up compose pen author",
    "propose put_forward table introduce",
    "reject refuse turn_down decline rebuff",
    "call_off cancel scrap axe drop",
    "break_off abandon walk_out",
    "delay put_off postpone",
    "order instruct command",
    "alert alarm call",
    "warn alert",
    "buy purchase acquire",
    "pay meet foot cover",
    "build erect construct",
    "demolish tear_down raze pull_down",
    "steal rob loot snatch",
    "take_place hold happen occur stage host",
    "sign ink",
    "hand_down pass deliver announce",
    "own hold",
    "rescue save pull",
    "ignite light kindle set",
    "see spot notice sight",
    "inspect examine check test",
    "learn hear",
)
_GROUP: dict[str, frozenset[int]] = {}
for _number, _group in enumerate(_ONE_DEED):
    for _verb in _group.split():
        _GROUP[_verb] = _GROUP.get(_verb, frozenset()) | {_number}

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
    return bool(first & b.stems) or bool(second & a.stems)


@once
def deed_stems(reading: Reading) -> frozenset[str]:
    """Stems of the verb; where it says little, those of the noun that names the deed."""
    return stems_of_deed(reading.root)


def stems_of_deed(verb: Token) -> frozenset[str]:
    """As ``deed_stems``, of one verb."""
    lemma = verb.lemma_.lower()
    if lemma not in _BARE:
        return frozenset({stem(canonical(lemma)), stem(lemma)})
    nouns = [child for child in verb.children if child.pos_ == "NOUN" and child.lower_ != "place"]
    named = [noun for noun in nouns if noun.dep_ == "dobj"]
    if not named and (lemma in _HAPPEN or "place" in {child.lower_ for child in verb.children}):
        named = [noun for noun in nouns if noun.dep_ in _SUBJECTS]
    if lemma == "be":
        named = [noun for noun in nouns if noun.lemma_.lower() in EVENT_NOUNS]
    return frozenset(stem(noun.lemma_.lower()) for noun in named)


def deed_groups(word: Token) -> frozenset[int]:
    """The groups of verbs for one deed that a verb, or a noun of its form, stands in."""
    lemma = word.lemma_.lower()
    found = frozenset[int]()
    for child in word.children:
        if child.dep_ == "prt" or (child.dep_ == "dobj" and child.lower_ == "place"):
            found |= deed_group(f"{lemma}_{child.lower_}")
    return found or deed_group(lemma)


def deed_group(lemma: str) -> frozenset[int]:
    """The groups that hold a lemma; a phrasal verb stands with its particle after ``_``."""
    return _GROUP.get(lemma, frozenset())
