"""Who does what a verb tells and what it is done to, and whether two phrases mean one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.antonyms import opposites_of
from claimtrack.judge.lexicon.people import person
from claimtrack.judge.lexicon.vocabulary import MONEY, a_thing, doer_of, giver_of, one_kind, sort_of
from claimtrack.judge.readings.topic import anybody, may_name, noun_stem, somebody, two_kinds
from claimtrack.text.countries import country, kin
from claimtrack.text.lexicon import EVENT_NOUNS, PHYSICAL_NOUNS, PLACE_NOUNS
from claimtrack.text.names import COURTESY
from claimtrack.text.units import is_currency, unit_after

if TYPE_CHECKING:
    from spacy.tokens import Token

_NONE = frozenset("no any nobody none nothing neither anybody anything nowhere".split())
_ALL = frozenset("both all each either".split())
# "Part of the village", "a dozen of the shops": what it is a part of.
_PARTS = frozenset(
    "part half third quarter most majority minority rest number handful dozen hundred thousand "
    "section portion share drop trace scrap shred line page word sentence paragraph chapter piece "
    "ounce gram bit bulk copy stretch string series number dozens scores hundreds group "
    "list set catalogue team handful couple pair wreck wreckage litre liter gallon barrel "
    "tonne ton kilo kilogram "
    "pound sack bag box crate bottle truckload".split()
)
_PARTICLES = frozenset("up down off out back away".split())
_JOINING = tuple(
    frozenset(words.split())
    for words in ("of", "in", "at", "on", "for", "from by", "to towards into", "between")
)
_ANY = frozenset("of in at on from by".split())
_AMOUNTS = frozenset("DATE TIME CARDINAL QUANTITY PERCENT MONEY ORDINAL".split())
_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth last next other another "
    "opening final closing winning new old former current previous present outgoing incoming left "
    "right upper lower front rear eastern western northern southern inner outer main side elder "
    "younger senior junior local national".split()
)
_PARTS_OF = frozenset("of to with about against for from into over at on onto".split())
_ANOTHER = frozenset("first second third fourth another other next previous".split())
_BODY = frozenset(
    "hand arm leg foot head face eye finger shoulder back chest knee neck skull rib hip wrist "
    "ankle stomach body hair ear nose skin life".split()
)
_THEIRS = frozenset({"his", "her"})
_SIDES = frozenset("side party army camp".split())
# By these endings a noun may be for a person who does something.
_PERSONAL = ("er", "or", "ist", "ian", "ant", "ent", "ee", "man", "woman", "people", "ess")


def none_of(token: Token) -> bool:
    """Whether a phrase is "nobody", "no ship", "any ship", "a single ship", "not one ship"."""
    if token.lower_ in _NONE:
        return True
    words = [child.lower_ for child in token.children]
    if any(word in _NONE for word in words) or ("a" in words and "single" in words):
        return True
    return "one" in words and any(
        part.lower_ == "not" for child in token.children for part in child.subtree
    )


def agreement(m: Token, n: Token) -> tuple[int, int]:
    """Whether two verbs have one doer, and one thing that it is done to: as ``same_party``."""
    doers, things, _ = parties(m)
    others, theirs, _ = parties(n)
    return one_of(doers, others), one_of(things, theirs)


def joined_apart(m: Token, n: Token) -> bool:
    """Whether one preposition joins two things to two verbs: "cleared of fraud", "of forgery"."""
    first, second = (parties(verb)[2] for verb in (m, n))
    return any(
        same_party(first[word], second[word]) < 0
        for word in first.keys() & second.keys()
        if word in _PARTS_OF and not {first[word].ent_type_, second[word].ent_type_} & _AMOUNTS
    )


def one_of(mine: tuple[Token, ...], other: tuple[Token, ...]) -> int:
    """1 where one of each may be one thing, -1 where all are told apart, 0 where nothing tells."""
    if not mine or not other:
        return 0
    return max(same_party(m, n) for m in mine for n in other)


def verb_of(verb: Token) -> str:
    """The lemma, with its particle where it has one: "take_off" is no "take"."""
    return "_".join([verb.lemma_.lower(), *particles(verb)[:1]])


def particles(verb: Token) -> list[str]:
    """Its particles; the parser takes the "down" of "stepped down" for an adverb."""
    return [
        child.lower_
        for child in verb.children
        if child.dep_ == "prt" or (child.lower_ in _PARTICLES and child.i == verb.i + 1)
    ]


def parties(verb: Token) -> tuple[tuple[Token, ...], tuple[Token, ...], dict[str, Token]]:
    """Who does what the verb tells, what it is done to, and what prepositions join to it."""
    doers: list[Token] = []
    things: list[Token] = []
    others: dict[str, Token] = {}
    for child in verb.children:
        inner = [c for c in child.children if c.dep_ == "pobj"]
        if child.dep_ == "nsubj":
            doers.append(_meant(child, verb))
        elif child.dep_ in ("nsubjpass", "dobj"):
            things.append(_meant(child, verb))
            for below in child.children:  # "consulted parliament about the budget"
                for token in below.children if below.lower_ == "about" else ():
                    others.setdefault("about", token)
        elif child.dep_ == "npadvmod" and child.pos_ == "PROPN" and things:
            if child.ent_type_ not in _AMOUNTS and child.nbor(-1).dep_ in ("punct", "compound"):
                things.append(child)  # "sacked its chief, Ada Brandt": what the parser makes of it
        elif child.dep_ == "agent":
            doers += inner
        elif child.dep_ == "dative" and child.pos_ in ("NOUN", "PROPN", "PRON"):
            others.setdefault("to", child)  # "paid each family 500 crowns"
        elif child.dep_ in ("prep", "dative") or (
            child.dep_ in ("prt", "advmod") and child.pos_ == "ADP"
        ):
            if inner:
                others.setdefault(child.lower_, inner[0])
            for below in child.children:  # "walked out of the talks"
                for token in below.children if below.dep_ == "prep" else ():
                    if token.dep_ == "pobj":
                        others.setdefault(f"{child.lower_}_{below.lower_}", token)
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    if passive and not things:
        things += _subjects(verb)
    elif not passive and not doers:
        doers += _subjects(verb)
    return tuple(_all(doers)), tuple(_all(things)), others


def _meant(subject: Token, verb: Token) -> Token:
    """What "who" or "which" stands for."""
    relative = subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl"
    return verb.head if relative else subject


def _subjects(verb: Token) -> list[Token]:
    """The subject that a verb has from the one above it: "came and left", "was told to leave"."""
    above = verb
    while True:
        ordered = above.dep_ == "xcomp"
        if above.dep_ == "pcomp":  # "called it without giving notice"
            above = above.head
        elif above.dep_ not in ("conj", "xcomp"):
            return []
        if above.head.pos_ not in ("VERB", "AUX"):
            return []
        above = above.head
        passive = any(child.dep_ == "auxpass" for child in above.children)
        objects = [child for child in above.children if child.dep_ == "dobj"]
        if ordered and objects and not passive:
            return objects  # "the law compels witnesses to testify"
        found = [c for c in above.children if c.dep_ in ("nsubj", "nsubjpass")]
        if found:
            return [_meant(token, above) for token in found]


def _all(heads: list[Token]) -> Iterator[Token]:
    """The heads and what is joined to them by "and"; of "two of them", what they are of."""
    for head in heads:
        of = next((c for c in head.children if c.lower_ == "of" and c.dep_ == "prep"), None)
        lemma = head.lemma_.lower()
        counted = head.pos_ in ("NUM", "PRON", "DET") or lemma in _PARTS or lemma in _NONE
        inner = next((c for c in of.children if c.dep_ == "pobj"), None) if of and counted else None
        yield inner if inner is not None else head
        if head.pos_ == "NUM":  # "the Vulkan 3"
            yield from (c for c in head.children if c.dep_ == "compound" and c.pos_ == "PROPN")
        yield from (c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN")
        yield from (among for c in head.children if c.dep_ == "appos" for among in _among(c))
        yield from (c for c in head.conjuncts if c.i > head.i and c.pos_ in ("NOUN", "PROPN"))


def _among(appos: Token) -> Iterator[Token]:
    """Those whom somebody is one of: "Orsa, one of the four hostages"."""
    if appos.lower_ == "one":
        for of in appos.children:
            if of.lower_ == "of":
                yield from (inner for inner in of.children if inner.dep_ == "pobj")


def money(token: Token) -> bool:
    """Whether it is a sum."""
    unit = unit_after(token.text, 0)
    return token.lemma_.lower() in MONEY or (unit is not None and is_currency(unit[0]))


def _stem(token: Token) -> str:
    return noun_stem(token.lemma_.lower())


def _which(token: Token) -> set[str]:
    """The words that name which one it is, in lower case."""
    near = [token, *(c for c in token.children if c.dep_ in ("compound", "poss", "amod", "nmod"))]
    near += [c for p in token.children if p.lower_ == "of" for c in p.children]
    near += [c for word in near[1:] for c in word.children if c.dep_ == "compound"]
    return {
        word.lower_
        for word in near
        if word.text[0].isupper()
        and word.pos_ in ("PROPN", "ADJ", "NOUN")
        and word.ent_type_ not in ("DATE", "TIME")
    } - COURTESY


def same_party(denied: Token, told: Token) -> int:
    """Whether two phrases are of one thing: 1 so, -1 of two, 0 where nothing tells.

    What is denied of everybody is denied of a nurse; of nurses, not of everybody.
    """
    m, n = _person(denied), _person(told)
    if _everyone(m) or _everyone(n):
        return 1
    if _other_one(m, n):
        return -1
    if nobody(m) or nobody(n):
        lemmas = {m.lemma_.lower(), n.lemma_.lower()}
        if lemmas & PHYSICAL_NOUNS or any(a_thing(noun) for noun in lemmas):
            return -1
        return -1 if any(_no_person(token) for token in (m, n)) else 0
    if (m is not denied and _no_person(n)) or (n is not told and _no_person(m)):
        return -1  # her body, a knife
    if "PRON" in (m.pos_, n.pos_) or "one" in (m.lower_, n.lower_):
        return 0
    if m.pos_ == "PROPN" and n.dep_ == "pobj" and n.head.dep_ == "agent" and _any_such(n):
        return -1  # "the bank paid nothing", "was paid by a shipyard"
    first, second = m.lemma_.lower(), n.lemma_.lower()
    if two_kinds(first, second) and not one_kind(first, second):
        return -1
    mine, other = _which(m), _which(n)
    if mine & other or any(kin(one, two) for one in mine for two in other):
        return 1
    if (known := _country(m)) is not None and known == _country(n):
        return 1
    if money(m) and money(n):
        return 1
    if somebody(first, second) and anybody(second) and not anybody(first):
        return -1
    if mine and other:
        return -1  # "the guards of Tamarn", "the guards of Ostrel"
    if somebody("person", second) and any(c.dep_ == "poss" for c in n.children):
        return 1 if _stem(m) == _stem(n) else -1  # "the prisoner", "the prisoner's brother"
    if any(_stem(m) == _stem(c) for c in n.children if c.dep_ == "poss"):
        return 1  # the viaduct and the viaduct's pillars
    if none_of(m) and sort_of(first, second):
        return 0  # "no knife was found", and yet the weapon was
    alike = (
        _stem(m) == _stem(n)
        or may_name(first, second)
        or somebody(first, second)
        or one_kind(first, second)
        or sort_of(first, second)
        or sort_of(second, first)
    )
    if alike:
        return 1
    if "PROPN" in (m.pos_, n.pos_) and m.pos_ != n.pos_:
        # "Tolman" may be "the firm"; "the country" is the one that is named.
        return int(first in PLACE_NOUNS or second in PLACE_NOUNS)
    return 0 if {first, second} <= EVENT_NOUNS else -1


def _other_one(m: Token, n: Token) -> bool:
    """Whether words beside two nouns tell two of a kind apart: "left", "of the school"."""
    mine, other = ([c for c in t.children if c.dep_ == "amod"] for t in (m, n))
    if any(y.lower_ in opposites_of(x.lower_, "a") for x in mine for y in other):
        return True
    owners = [{c.lower_ for c in t.children if c.dep_ == "poss"} & _THEIRS for t in (m, n)]
    if owners[0] and owners[1] and owners[0] != owners[1]:
        return True  # "his injuries", "her injuries"
    first, second = ({c.lower_ for c in words} & _ORDINALS for words in (mine, other))
    if first and second and not first & second:
        return True
    if (first ^ second) & _ANOTHER and m.lemma_ == n.lemma_ and bool(first) != bool(second):
        return True  # "the second crash", "the crash"
    if any(_none_shared(_joined(m, preps), _joined(n, preps)) for preps in _JOINING):
        return True
    if _owned_elsewhere(m, n):
        return True
    nouns = [[t for t in _joined(x, _ANY) if t.pos_ == "NOUN"] for x in (m, n)]
    return _none_shared(*nouns)


def _none_shared(mine: list[Token], other: list[Token]) -> bool:
    return bool(mine and other) and all(same_party(x, y) < 0 for x in mine for y in other)


def _joined(noun: Token, preps: frozenset[str]) -> list[Token]:
    """What these prepositions join to a noun, as long as it is no time and no sum."""
    return [
        inner
        for prep in noun.children
        if prep.dep_ == "prep" and prep.lower_ in preps
        for inner in prep.children
        if inner.dep_ == "pobj"
        and inner.pos_ in ("NOUN", "PROPN")
        and inner.ent_type_ not in _AMOUNTS
    ]


def _any_such(noun: Token) -> bool:
    """Whether it is brought in as one of its kind, by no name: "a shipyard"."""
    return noun.pos_ == "NOUN" and any(child.lower_ in ("a", "an") for child in noun.children)


def _owned_elsewhere(m: Token, n: Token) -> bool:
    """Whether one is a named body's, and the other at another: "the Royal's", "at St Ann's"."""
    for one, other in ((m, n), (n, m)):
        owners = [c for c in one.children if c.dep_ == "poss" and c.pos_ == "PROPN"]
        counted = any(child.tag_ == "CD" for child in one.children)
        # Ada Brandt's office may be the one at the town hall; one of St Ann's three lifts is not.
        owners = [c for c in owners if counted or c.ent_type_ != "PERSON"]
        at = [t for t in _joined(other, frozenset({"at"})) if t.pos_ == "PROPN"]
        if owners and at and all(same_party(x, y) < 0 for x in owners for y in at):
            return True
    return False


def _country(token: Token) -> str | None:
    words = [c.text for c in token.children if c.dep_ == "compound"]
    return country(" ".join([*words, token.text]))


def _everyone(token: Token) -> bool:
    """ "Both sides": whichever of them is meant."""
    return token.lemma_.lower() in _SIDES and any(c.lower_ in _ALL for c in token.children)


def _person(token: Token) -> Token:
    """Whose body it is a part of: what is done to her hand is done to her."""
    if token.lemma_.lower() not in _BODY:
        return token
    return next((child for child in token.children if child.dep_ == "poss"), token)


def _no_person(token: Token) -> bool:
    """Whether a noun is for nobody and for no body of people: "the trial", "shares"."""
    noun = token.lemma_.lower()
    if token.pos_ != "NOUN" or none_of(token) or person(noun) or noun.endswith(_PERSONAL):
        return False
    return not (doer_of(noun) or giver_of(noun) or somebody("person", noun))


def nobody(token: Token) -> bool:
    """Whether it is "no one" or "no person": whoever it is."""
    return none_of(token) and token.lemma_.lower() in ("one", "person", "people", "nobody", "soul")
