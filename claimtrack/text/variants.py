"""Other wordings of a sentence that a parser lost its way in, which it may read better.

They say the same, so that the parse of one is the sentence's own: a comma behind what comes before
the subject ("In Oslo, some twenty men …"), a verb that is no noun ("whispers" → "says"), "there"
before a subject that stands behind its verb, and clauses read apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.text.reporting import ASSERT_VERBS
from claimtrack.text.verb_nouns import STANDING, verb_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Word = tuple[str, int | None]
"""A word of a variant, and the index of the token that it stands for; None for an added one."""

_FARTHEST = 24
"""Words before the subject: longer openings have a comma of their own."""
_ENDING = 12
"""Words of "the head of the harbour authority, Ada Berg, told reporters on Monday"."""
_NEGATED = 4
"""Words in which the sentence shows that its opening is negative: "At no time", "Not once"."""
_SUBJECT = 8
"""Words of a subject between a helping verb and the rest."""
NEGATIVE = frozenset("no not never nor neither rarely seldom hardly scarcely nowhere".split())
HELPERS = frozenset(
    """
    is are was were has have had does do did will would can could may might shall should must
    """.split()
)
_OPENS = ("DT", "PRP", "PRP$", "EX", "PDT")
"""Tags that begin a noun phrase."""
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_TELLS = {"VBZ": ("says", "takes", "goes"), "VBP": ("say", "take", "go"), "VBD": ("took", "went")}


@dataclass(frozen=True, slots=True)
class Variant:
    """``parts`` are parsed each for itself, and joined as ``join`` says.

    ``subject`` is where the first part's subject must begin, ``verb`` what must be its predicate,
    ``gap`` where what was left out stands, ``helper`` what must be, or help, the predicate.
    """

    parts: tuple[tuple[Word, ...], ...]
    join: str = ""
    subject: int | None = None
    verb: int | None = None
    tag: str | None = None
    gap: tuple[int, int] | None = None
    helper: int | None = None


def clauses(doc: Doc) -> Iterator[Variant]:
    """Yield the sentence as two clauses, parted at a semicolon or a colon."""
    for mark in doc:
        if mark.text not in (";", ":") or not 3 <= mark.i < len(doc) - 3:
            continue
        if mark.text == ":" and doc[mark.i - 1].lemma_.lower() in ASSERT_VERBS:
            continue
        yield Variant((_words(doc, 0, mark.i), _words(doc, mark.i + 1, len(doc))), "clauses")
        return


def rewordings(doc: Doc) -> Iterator[Variant]:
    """Yield the variants of a sentence that has no predicate with a subject, likely ones first."""
    yield from _uninverted(doc)
    yield from _apart(doc)
    yield from _parted_opening(doc)
    yield from _ending(doc)
    yield from _named_last(doc)
    yield from _aside(doc)
    yield from _plain_verb(doc)
    yield from _numbered(doc)
    yield from _inverted(doc)


def _words(doc: Doc, start: int, end: int) -> tuple[Word, ...]:
    return tuple((doc[i].text, i) for i in range(start, end))


def _uninverted(doc: Doc) -> Iterator[Variant]:
    """Put the subject of "Nor had he asked", "At no time was it shut" before its verb."""
    opening = doc[:_NEGATED].text.lower().split()
    start = next((i for i, word in enumerate(opening) if word.strip(",") in NEGATIVE), None)
    if start is None:
        return
    helper = next((t for t in doc[1:_FARTHEST] if t.lower_ in HELPERS), None)
    if helper is None or helper.i + 2 >= len(doc) or helper.nbor().is_punct:
        return
    front, i = _words(doc, 0, helper.i), helper.i
    if doc[0].lower_ in ("nor", "neither"):
        front = _words(doc, 2 if doc[1].text == "," else 1, helper.i)
    elif i > 1 and doc[i - 1].text != ",":
        front = (*front, (",", None))
    ends = range(min(i + 1 + _SUBJECT, len(doc) - 2), i + 1, -1)
    # Before a verb first: "has | the firm | paid"; else the longest subject.
    for end in sorted(ends, key=lambda end: doc[end].pos_ not in ("VERB", "AUX")):
        if doc[end].pos_ == doc[end - 1].pos_ == "PROPN":
            continue
        rest = (*_words(doc, i + 1, end), (helper.text, i), *_words(doc, end, len(doc)))
        yield Variant(((*front, *rest),), subject=i + 1, helper=i)


def _apart(doc: Doc) -> Iterator[Variant]:
    """Leave out "whose …" between commas, which the parser lost its way in."""
    commas = [t.i for t in doc if t.text == ","]
    for first, second in pairwise(commas):
        if first > 1 and doc[first + 1].lower_ in ("who", "which", "whose", "where", "whom"):
            rest = (*_words(doc, 0, first), (",", None), *_words(doc, second + 1, len(doc)))
            yield Variant((rest,), "apart", gap=(first, second))


def _parted_opening(doc: Doc) -> Iterator[Variant]:
    """Put a comma between "At that time" and "41 men were in the mine"."""
    opens = doc[0].pos_ in ("ADP", "SCONJ", "ADV") or doc[0].ent_type_ in ("DATE", "TIME")
    if not opens:
        return
    last = min(_last_verb(doc), _FARTHEST)
    sure: list[int] = []
    unsure: list[int] = []
    for i in range(2, last + 1):
        token, before = doc[i], doc[i - 1]
        if before.is_punct or before.tag_ not in (*_NOUNS, "CD", "RB", "PRP", "JJ"):
            continue
        counted = token.tag_ == "CD" and before.tag_ in (*_NOUNS, "CD")
        if counted or token.tag_ in _OPENS or token.lower_ in ("no", "some"):
            sure.append(i)
        elif token.tag_ in ("NNP", "NNPS"):
            named = before.tag_ in ("NNP", "NNPS")
            dated = before.ent_type_ in ("DATE", "TIME") and token.ent_type_ not in (
                "DATE",
                "TIME",
            )
            (unsure if named and not dated else sure).append(i)
        elif token.tag_ in ("NN", "NNS", "JJ", "JJR"):
            unsure.append(i)
    for i in [*sure, *unsure]:
        words = (*_words(doc, 0, i), (",", None), *_words(doc, i, len(doc)))
        yield Variant((words,), subject=i)


def _last_verb(doc: Doc) -> int:
    return max((t.i for t in doc if t.pos_ in ("VERB", "AUX")), default=0)


def _plain_verb(doc: Doc) -> Iterator[Variant]:
    """Put "says" for "whispers", which the parser took for a noun, "took" for "compared"."""
    if len([t for t in doc if t.is_alpha]) < 4:
        return
    roots = {t.i for t in doc if t.dep_ == "ROOT" or lost_verb(t)}
    places = sorted(range(1, len(doc)), key=lambda i: (i not in roots, i))
    for i in places:
        tag = _misread(doc[i])
        for word in _likeliest(doc, i, tag) if tag else ():
            yield Variant(
                (tuple((word if t.i == i else t.text, t.i) for t in doc),), verb=i, tag=tag
            )


def _misread(token: Token) -> str | None:
    """Return the tag of the finite verb that a token can be against the parser's word."""
    before = token.nbor(-1)
    if before.tag_ not in (*_NOUNS, "CD", "PRP") and before.text not in (",", ")"):
        return None
    if lost_verb(token) and token.tag_ == "NN":
        return "VBD"
    if token.tag_ in ("NNS", "NNPS") and token.text.islower() and verb_of(token.lower_):
        return "VBZ"
    several = before.tag_ in ("NNS", "NNPS", "CD")
    if several and token.tag_ in ("NN", "VB", "JJ") and verb_of(token.lower_) == token.lower_:
        return "VBP"
    behind = token.nbor() if token.i + 1 < len(token.doc) else None
    if token.tag_ not in ("VBN", "VBD") or token.dep_ in ("aux", "ROOT") or behind is None:
        return None
    has_object = behind.tag_ in (*_NOUNS, "DT", "CD", "PRP", "PRP$", "RP", "JJ", "JJR")
    return "VBD" if has_object and token.doc[-1].text == "." else None


def lost_verb(token: Token) -> bool:
    """Whether a noun that can be a verb is joined to a finite predicate, as no noun is."""
    head = token.head
    return (
        token.dep_ == "conj"
        and token.pos_ == "NOUN"
        and head.pos_ in ("VERB", "AUX")
        and token.i > head.i + 1
        and head.tag_ in ("VBD", "VBZ", "VBP")
        and verb_of(token.lower_) is not None
    )


def _likeliest(doc: Doc, i: int, tag: str | None) -> tuple[str, ...]:
    words = _TELLS[tag or "VBZ"]
    following = doc[i + 1] if i + 1 < len(doc) else None
    if following is None or following.is_punct or following.lower_ == "that":
        return words[:1]
    if following.pos_ in ("ADP", "PART", "ADV"):
        return words[::-1]
    return words[1:]


def _ending(doc: Doc) -> Iterator[Variant]:
    """Read "P, police chief Ada Berg said on Monday" as P and who said it."""
    commas = [t.i for t in doc if t.text == "," and t.i >= 3 and len(doc) - t.i <= _ENDING]
    for comma in commas:
        said = [t for t in doc[comma + 2 :] if verb_says(t)]
        if said:
            parts = (_words(doc, 0, comma), _words(doc, comma + 1, len(doc)))
            yield Variant(parts, "ending", verb=said[0].i)


def _named_last(doc: Doc) -> Iterator[Variant]:
    """Read "P, said Ada Berg, harbour master of Lune, who was there" as "Ada Berg said, …"."""
    for token in doc[4:-1]:
        if doc[token.i - 1].text != "," or not verb_says(token) or token.tag_ not in _TELLS:
            continue
        end = next((t.i for t in doc[token.i + 1 :] if t.is_punct), len(doc))
        if 1 < end - token.i < _ENDING:
            named = (*_words(doc, token.i + 1, end), (token.text, token.i))
            parts = (_words(doc, 0, token.i - 1), (*named, *_words(doc, end, len(doc))))
            yield Variant(parts, "ending", verb=token.i)


def _aside(doc: Doc) -> Iterator[Variant]:
    """Read "The fire, it calculates, cost 12 million" without who says it."""
    commas = [t.i for t in doc if t.text == ","]
    for first, second in pairwise(commas):
        said = [t for t in doc[first + 2 : second] if verb_says(t)]
        if said and 2 < second - first < _ENDING and first > 0:
            rest = (*_words(doc, 0, first), *_words(doc, second + 1, len(doc)))
            yield Variant((rest, _words(doc, first + 1, second)), "aside", verb=said[0].i)


def verb_says(token: Token) -> bool:
    """Whether the token is, or may be, a finite verb that takes what is said."""
    lemma = verb_of(token.lower_) if token.pos_ == "NOUN" else token.lemma_.lower()
    return lemma in ASSERT_VERBS and token.tag_ not in ("VB", "VBG") and token.text.islower()


def _numbered(doc: Doc) -> Iterator[Variant]:
    """Put "the" before "train 241", which the parser took for a verb and its object."""
    for token in doc[:-3]:
        opens = token.i == 0 or token.nbor(-1).text == ","
        if opens and token.pos_ in ("VERB", "ADJ") and token.nbor().tag_ == "CD":
            name = ("the" if token.i else "The", None), (token.lower_, token.i)
            words = (*_words(doc, 0, token.i), *name, *_words(doc, token.i + 1, len(doc)))
            yield Variant((words,))


def _inverted(doc: Doc) -> Iterator[Variant]:
    """Put "there" into "On the quay lie the nets", where the subject stands behind its verb."""
    if doc[0].pos_ not in ("ADP", "ADV"):
        return
    for token in doc[2:-1]:
        i = token.i
        noun = token.nbor().pos_ in ("DET", "NUM", "ADJ", "NOUN")
        if token.lower_ not in STANDING or not noun:
            continue
        if token.nbor(-1).tag_ not in (*_NOUNS, "CD", ","):
            continue
        words = (*_words(doc, 0, i), ("there", None), *_words(doc, i, len(doc)))
        yield Variant((words,), "there", verb=i)
        many = any(t.tag_ in ("NNS", "NNPS", "CD") for t in doc[i + 1 : i + 4])
        being = tuple((("were" if many else "was") if n == i else w, n) for w, n in words)
        yield Variant((being,), "there", verb=i, tag="VBD")
        return
