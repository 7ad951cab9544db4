"""Names in a statement and the parts they play: who acts, on whom, and where."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimtrack.text.countries import country, kin
from claimtrack.text.names import COURTESY

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Role = Literal["subject", "agent", "object", "place", "other"]

_PLACE_PREPOSITIONS = frozenset(
    "in at near outside inside off around across from to into onto towards toward through "
    "north south east west above below along between".split()
)
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december".split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A run of proper nouns, its role, and the verb (or noun) that it plays it for."""

    text: str
    words: frozenset[str]
    role: Role
    head: int
    token: int

    def same(self, other: Name) -> bool:
        """Whether the two may be one.

        One is part of the other, they share two words, or they are a country, its capital or
        what is named after it.
        """
        if self.words <= other.words or other.words <= self.words:
            return True
        if len(self.words & other.words) > 1:
            return True
        known = country(self.text)
        if known is not None and known == country(other.text):
            return True
        if len(self.words) == len(other.words) == 1:
            return kin(*self.words, *other.words)
        return False


def calendar_words(tokens: Iterable[Token]) -> frozenset[str]:
    """The names of days and months among ``tokens``."""
    return frozenset(token.lower_ for token in tokens if token.lower_ in _CALENDAR)


def find_names(doc: Doc, outside: Collection[int]) -> Iterator[Name]:
    """Yield the names of ``doc`` in order; ``outside`` are tokens of the reporting clause."""
    run: list[Token] = []
    for token in [*doc, None]:
        if token is not None and _is_name(token) and (not run or token.i == run[-1].i + 1):
            run.append(token)
            continue
        if run:
            if run[0].i not in outside:
                yield _name(run)
            run = []
        if token is not None and _is_name(token):
            run = [token]


def _is_name(token: Token) -> bool:
    if not token.text[0].isupper() or token.lower_ in _CALENDAR:
        return False
    if token.tag_ in ("NNP", "NNPS"):
        return True
    # A capital inside a sentence marks a name, whatever the tagger makes of an unknown word.
    inside = token.i > 0 and not token.is_sent_start and token.nbor(-1).is_alpha
    return inside and token.is_alpha and len(token) > 2 and token.pos_ in ("NOUN", "VERB", "X")


def _name(run: list[Token]) -> Name:
    head = next((token for token in run if token.head not in run), run[-1])
    role, verb = role_of(head)
    return Name(
        text=" ".join(token.text for token in run),
        words=frozenset(token.lower_.rstrip(".") for token in _untitled(run)),
        role=role,
        head=verb.i,
        token=head.i,
    )


def _untitled(run: list[Token]) -> list[Token]:
    """The words of a name without the titles before it: "Ms Orlo" may be "Nadja Orlo"."""
    words = [token for token in run if token.text[0].isalnum()]
    while len(words) > 1 and words[0].lower_.rstrip(".") in COURTESY:
        del words[0]
    return words


def role_of(token: Token) -> tuple[Role, Token]:
    """Return the role of the phrase headed at or above ``token``, and what it plays it for."""
    current = token
    while current.dep_ in ("compound", "amod", "poss", "appos", "flat", "nmod", "conj", "det"):
        if current.head.i == current.i:
            break
        current = current.head
    if current.dep_ == "pobj" and current.head.lower_ == "of" and current.head.head.pos_ == "NOUN":
        return role_of(current.head.head)
    head = current.head
    if current.dep_ in ("nsubj", "csubj"):
        return "subject", head
    if current.dep_ == "nsubjpass":
        return "object", head
    if current.dep_ in ("dobj", "dative", "attr", "oprd"):
        return "object", head
    if current.dep_ == "pobj":
        if head.dep_ == "agent" or (head.lower_ == "by" and head.head.tag_ == "VBN"):
            return "agent", head.head
        if head.lower_ in _PLACE_PREPOSITIONS and current.pos_ in ("PROPN", "NOUN"):
            return "place", head.head
    return "other", head
