"""Places as phrases tell them, and whether two of them cannot be one, nor one inside the other.

Which nouns name which kinds of place, and what may lie in what,
``claimtrack.judge.lexicon.vocabulary`` says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.vocabulary import NONE, Names, may_lie_in, on_ground, sites_of
from claimtrack.text.countries import akin

if TYPE_CHECKING:
    from spacy.tokens import Token

AT = frozenset("in at on inside aboard within beside upon".split())
"""What stands where its object is, or so near that it is nowhere else."""
NEAR = frozenset(
    "near outside off around next opposite beyond past along behind under beneath above".split()
)
"""What stands not far from its object: the object names a neighbourhood, and no more."""
_FRONT = frozenset("front back rear middle centre center heart side north south east west".split())
"""Of what they are "of", these tell no more than where it was, or what it was not far from."""
_NOT_FAR = frozenset("front back rear north south east west".split())
_AMOUNTS = frozenset("DATE TIME CARDINAL QUANTITY PERCENT MONEY ORDINAL".split())
_WAYS = frozenset({"street", "square", "bridge", "tunnel", "river", "beach", "island"})
"""A building may stand in or on one of these that has a name."""
_OPEN = _WAYS | frozenset("field park port car_park forest mountain valley sea lake farm".split())
"""Not far from a building may be in one of these."""
_DIRECTIONS = tuple(
    (frozenset(one.split()), frozenset(two.split()))
    for one, two in (
        ("north northern northbound", "south southern southbound"),
        ("east eastern eastbound", "west western westbound"),
        ("left", "right"),
        ("front main", "back rear side"),
        ("upper upstream", "lower downstream"),
        ("inner", "outer"),
    )
)
_TOWNS = frozenset("port castle church field mill bridge hill mount".split())
"""Before a name these make a name of a town: "Port Aurin"."""
_PART = "part "
_RANKS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth ground top bottom".split()
)
_BEFORE = ("compound", "amod", "nmod", "poss", "nummod")
_SURE, _LIKELY, _MAYBE = 1.0, 0.8, 0.6


@dataclass(frozen=True, slots=True)
class Site:
    """One step of a place: "a lay-by", "the plant", "Tarsk", with what tells it from its like.

    ``loose`` where the phrase tells only that it is not far from there.
    """

    token: Token
    kinds: Names
    names: frozenset[str]
    beside: frozenset[str]
    owner: str
    loose: bool
    article: bool

    @property
    def bare(self) -> bool:
        """Whether it is a name and nothing else: a town, a country, a district."""
        return not self.kinds and bool(self.names)


Chain = tuple[Site, ...]
"""A place from the inside out: the cellar, the bar, the town."""


def chain(prep: Token) -> Chain:
    """Return the place that a preposition joins; empty where what it joins is none."""
    return tuple(_steps(prep, loose=prep.lower_ in NEAR))


def _steps(prep: Token, *, loose: bool) -> Iterator[Site]:
    for inner in prep.children:
        if inner.dep_ != "pobj":
            continue
        lemma = inner.lemma_.lower()
        if (site := _site(inner, loose=loose)) is not None:
            yield site
        elif lemma not in _FRONT and not inner.ent_type_ and inner.pos_ != "NOUN":
            continue
        for child in inner.children:
            of = child.lower_ == "of"
            if child.dep_ == "prep" and (of or child.lower_ in AT | NEAR):
                near = child.lower_ in NEAR or (of and lemma in _NOT_FAR)
                yield from _steps(child, loose=loose or near)
            elif child.dep_ == "appos" and child.pos_ == "PROPN":
                further = _site(child, loose=loose)
                if further is not None and further.names:
                    yield further


def _site(head: Token, *, loose: bool) -> Site | None:
    if head.pos_ not in ("NOUN", "PROPN", "ADJ", "ADV") or head.ent_type_ in _AMOUNTS:
        return None
    near = [c for c in head.children if c.dep_ in _BEFORE]
    # "St Anne's Hospital" is a name, "Brandt's flat" is Brandt's.
    owners = [c for c in near if c.dep_ == "poss" and head.text[0].islower()]
    near = [c for c in near if c not in owners]
    kinds, by = _kinds(head, near)
    if (
        not kinds
        and head.pos_ == "NOUN"
        and any(t.lower_ in side for t in near for sides in _DIRECTIONS for side in sides)
    ):
        kinds = frozenset({_PART + head.lemma_.lower()})  # "the upper deck", "the western side"
    if not kinds and (head.pos_ not in ("NOUN", "PROPN") or head.ent_type_ == "PERSON"):
        return None
    named = [head, *near, *(c for n in near for c in n.children if c.dep_ == "compound")]
    names = frozenset(
        token.lower_.rstrip(".")
        for token in named
        if token.text[0].isupper() and token.pos_ in ("PROPN", "ADJ", "NOUN") and token is not by
    )
    if not names and (not kinds or _several(head)):
        return None
    owner = next((c.lower_ for c in owners if c.pos_ in ("NOUN", "PROPN")), "")
    numbers = (c for c in head.children if c.like_num and c.i == head.i + 1)
    beside = frozenset(c.lower_ for c in (*near, *numbers) if not c.text[0].isupper())
    article = any(c.dep_ == "det" for c in head.children)
    return Site(head, kinds, names, beside, owner, loose, article)


def kinds_of(head: Token) -> Names:
    """The kinds of place that a noun, or the name that it heads or stands before, is of."""
    top = head.head if head.dep_ == "compound" and head.head.pos_ in ("NOUN", "PROPN") else head
    return _kinds(top, [c for c in top.children if c.dep_ in _BEFORE])[0]


def _several(head: Token) -> bool:
    """Whether it is some of a kind: "in shops"; not "the works", "woods"."""
    plural = head.tag_ in ("NNS", "NNPS") and not sites_of(head.lower_)
    return plural and not any(c.dep_ in ("det", "poss") for c in head.children)


def _kinds(head: Token, near: Sequence[Token]) -> tuple[Names, Token | None]:
    """The kinds of a noun, or of the noun in its name, and the word that tells them."""
    lemma = head.lemma_.lower()
    for word in near:
        if found := sites_of(f"{word.lemma_.lower()}_{lemma}"):
            return found, head
    if found := sites_of(head.lower_) or sites_of(lemma):
        return found, head
    if head.pos_ == "PROPN":  # "Hotel Aurin", "Lake Sorrel"; "Port Aurin" is a town
        for word in near:
            if word.lower_ not in _TOWNS and word.i < head.i and (found := sites_of(word.lower_)):
                return found, word
    return NONE, None


def apart(a: Sequence[Chain], b: Sequence[Chain]) -> float:
    """Return how surely two places are two, in [0, 1]; 0 where one may lie in the other.

    Each side may tell a place by several phrases ("in a car park in Tarn"), and each step of a
    phrase lies in the next: any two steps apart tell all that lies in them apart.
    """
    first = [(i, site) for place in a for i, site in enumerate(place)]
    second = [(i, site) for place in b for i, site in enumerate(place)]
    shared = [(i, j, m, n) for i, m in first for j, n in second if _same(m, n)]
    if any(m.names and n.names and 0 in (i, j) for i, j, m, n in shared if len(a) == len(b) == 1):
        return 0.0  # one of them is, or lies in, what the other names first
    met = {id(site) for _, _, m, n in shared for site in (m, n)}
    left, right = ([s for _, s in side if id(s) not in met] for side in (first, second))
    return max((_told_apart(m, n) for m in left for n in right), default=0.0)


def _same(m: Site, n: Site) -> bool:
    if m.names and n.names:
        return akin(m.names, n.names) and not _otherwise(m, n)
    return bool(m.kinds & n.kinds) and not _otherwise(m, n)


def _told_apart(m: Site, n: Site) -> float:
    if m.loose and n.loose:
        return 0.0
    if m.bare and n.bare:
        two = not akin(m.names, n.names) and m.article == n.article and not (m.loose or n.loose)
        return _MAYBE if two else 0.0
    if m.bare or n.bare:
        return 0.0  # a hotel may lie in any town
    if m.kinds & n.kinds:
        if _otherwise(m, n):
            return _SURE
        return _SURE if m.names and n.names and not akin(m.names, n.names) else 0.0
    if any(kind.startswith(_PART) for kind in m.kinds | n.kinds):
        return 0.0
    for one, other in ((m, n), (n, m)):
        if one.names and one.kinds & _WAYS and not on_ground(other.kinds):
            return 0.0  # a shop may stand in any street
        if one.loose and (one.kinds | other.kinds) & _OPEN:
            return 0.0
    if any(_one_in_other(one, two) for one in m.kinds for two in n.kinds):
        return 0.0
    if m.loose or n.loose:
        return _MAYBE
    return _SURE if m.names and n.names else _LIKELY


def _one_in_other(one: str, two: str) -> bool:
    return may_lie_in(one, two) or may_lie_in(two, one)


def _otherwise(m: Site, n: Site) -> bool:
    """Whether words beside two nouns of one kind tell them apart: "north", "Ward 7", "sister's"."""
    if any(
        (one & m.beside and two & n.beside) or (two & m.beside and one & n.beside)
        for one, two in _DIRECTIONS
    ):
        return True
    for sort in (_RANKS, _figures(m) | _figures(n)):
        one, two = m.beside & sort, n.beside & sort
        if one and two and not one & two:
            return True
    return bool(m.owner and n.owner and m.owner != n.owner)


def _figures(site: Site) -> frozenset[str]:
    return frozenset(word for word in site.beside if word[0].isdigit())
