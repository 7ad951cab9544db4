"""Who is meant by a doer's phrase, and whether two phrases cannot be of one doer.

A person may act for a body, and a body for a country: by their names only two people, or two that
are no people, are two. Which nouns are of one kind of doer, ``vocabulary`` says.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.vocabulary import doer_of, giver_of, office_of
from claimtrack.judge.readings.reading import Reading
from claimtrack.judge.readings.topic import may_name, same_noun
from claimtrack.text.countries import akin
from claimtrack.text.given_names import is_given_name
from claimtrack.text.lexicon import EVENT_NOUNS
from claimtrack.text.names import COMPANY_SUFFIXES, COMPANY_WORDS, COURTESY, PERSON_ROLES, TITLES
from claimtrack.text.people import is_human_noun
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE = ("compound", "amod", "nmod", "poss", "flat")
_STAFF = "worker"
_EMPLOYERS = frozenset(
    "union operator owner hospital clinic insurer institute university laboratory prison".split()
)
"""Besides the bodies that the vocabulary has for givers."""
_NO_MORE = frozenset("until till once formerly previously originally".split())
_COMPANY = COMPANY_WORDS | COMPANY_SUFFIXES
_NO_NAME = COURTESY | TITLES | PERSON_ROLES


def two_agents(
    a: Reading, m: Token, b: Reading, n: Token, *, sole: bool, peers: bool = False
) -> bool:
    """Whether two phrases cannot be of one doer.

    ``sole`` where one side says that it was nobody else; ``peers`` where only people can do it.
    """
    mine, other = names_of(m), names_of(n)
    if mine and other:
        if _named_in(a, other) or _named_in(b, mine):
            return False
        if akin(mine, other):
            return _relatives(m, mine, n, other)
        return peers or _person(m) == _person(n)
    if mine or other:
        # Whoever is named may be the one whom the other side tells by what he is.
        return other_office(a, m, b, n) if mine else other_office(b, n, a, m)
    one, two = noun_of(m), noun_of(n)
    if same_noun(one, two) == 1 or may_name(one, two):
        owners = [{stem(c.lemma_.lower()) for c in t.children if c.dep_ in _BESIDE} for t in (m, n)]
        return sole and bool(owners[0] and owners[1]) and not owners[0] & owners[1]
    kinds = _kind(m), _kind(n)
    if all(kinds):
        return kinds[0] != kinds[1] and (sole or not works_for(one, two))
    return sole


def works_for(one: str, two: str) -> bool:
    """Whether one noun is for staff and the other for a body that acts through its staff."""
    return any(
        doer_of(staff) == _STAFF and (body in _EMPLOYERS or giver_of(body))
        for staff, body in ((one, two), (two, one))
    )


def other_office(naming: Reading, named: Token, other: Reading, bare: Token) -> bool:
    """Whether a name stands with one office and the other phrase is of another, and no more.

    "Governor Kolvin" is not "the minister"; she may be "the woman", or what no title tells.
    """
    own = _office(named)
    if not own or bare.pos_ != "NOUN" or not any(c.lower_ == "the" for c in bare.children):
        return False
    told = any(token.lemma_.lower() == bare.lemma_.lower() for token in naming.core)
    if told or _named_in(other, names_of(named)):
        return False  # both did it, or one for the other
    theirs = _office(bare)
    return bool(theirs) and theirs != own and _person(named)


def over(verb: Token) -> bool:
    """Whether the clause says that it is so no more: "owned it until 2019", "once owned"."""
    return any(child.lower_ in _NO_MORE and (child.dep_ != "mark") for child in verb.children)


def _office(token: Token) -> str:
    """The office that a phrase tells: of "Governor Brandt", "the prime minister"; or nothing."""
    head = token.lemma_.lower()
    before = [c for c in token.children if c.dep_ in ("compound", "amod") and c.i < token.i]
    words = [c.lower_.rstrip(".") for c in before]
    if any(word in ("deputy", "vice", "former", "acting", "ex") for word in words):
        return ""
    said = [*words, head] if token.pos_ == "NOUN" else words
    pairs = [f"{one}_{two}" for one, two in pairwise(said)]
    beside = [c.lemma_.lower() for c in token.children if c.dep_ == "appos"]
    found = [office for word in (*pairs, *said, *beside) if (office := office_of(word))]
    return found[0] if found else ""


def _kind(token: Token) -> str:
    """The kind of a doer; of "army engineers", that of the army."""
    bodies = (doer_of(c.lemma_.lower()) for c in token.children if c.dep_ == "compound")
    return next((kind for kind in bodies if kind), "") or doer_of(noun_of(token))


def noun_of(token: Token) -> str:
    """Return the lemma; the tagger takes the "Guards" that a sentence begins with for a name."""
    lemma = token.lemma_.lower()
    plural = token.is_sent_start and token.tag_ in ("NNP", "NNPS") and lemma.endswith("s")
    single = lemma.removesuffix("s")
    return single if plural and (doer_of(single) or is_human_noun(single)) else lemma


def names_of(token: Token) -> frozenset[str]:
    """The words of the names in a doer's phrase: "Orvale's delegation", "Minister Ada Brandt"."""
    found: set[str] = set()
    for part in _parts(token):
        lower = part.lower_.rstrip(".")
        if part.text[0].isupper() and part.pos_ in ("PROPN", "ADJ", "NOUN") and _a_name(part):
            found.add(lower)
    return frozenset(found - _NO_NAME)


def _parts(token: Token) -> list[Token]:
    """The phrase's head, what stands before it, what it is "of", and its other name."""
    found = [token]
    for child in token.children:
        if child.dep_ in _BESIDE or (child.dep_ == "appos" and child.pos_ == "PROPN"):
            found += [child, *(c for c in child.children if c.dep_ in _BESIDE)]
        elif child.lower_ == "of":
            found += [c for c in child.children if c.dep_ == "pobj"]
    return found


def _a_name(token: Token) -> bool:
    """Whether a capital is that of a name: any first word of a sentence has one."""
    if token.i > 0 and not token.is_sent_start:
        return True
    lemma = noun_of(token)
    common = doer_of(lemma) or is_human_noun(lemma) or lemma in EVENT_NOUNS
    return not common and token.tag_ in ("NNP", "NNPS", "JJ")


def _person(token: Token) -> bool:
    """Whether the phrase names a person, and not a body or what is some body's."""
    own = [t for t in _parts(token) if t.dep_ != "poss" and t.head.dep_ != "poss"]
    words = {t.lower_.rstrip(".") for t in own}
    if words & _COMPANY:
        return False
    told = any(c.dep_ == "appos" and is_human_noun(c.lemma_.lower()) for c in token.children)
    if told or words & _NO_NAME or any(is_given_name(word) for word in words):
        return True
    return token.ent_type_ == "PERSON" or any(
        t.ent_type_ == "PERSON" for t in own if t.dep_ == "appos"
    )


def _relatives(m: Token, mine: frozenset[str], n: Token, other: frozenset[str]) -> bool:
    """Whether two people share a surname and no more: "Karin Holt", "Jonas Holt"."""
    first, second = ({w for w in names if is_given_name(w)} for names in (mine, other))
    return _person(m) and _person(n) and bool(first and second) and not first & second


def _named_in(reading: Reading, names: frozenset[str]) -> bool:
    """Whether a statement has somebody of that name in it, in whatever part."""
    return any(
        name.words <= names or names <= name.words or akin(name.words, names)
        for name in reading.names
        if len(name.words) == 1 or len(names) == 1 or len(name.words & names) > 1
    )
