"""Who does what a statement tells: in active and passive, in clefts, and by the deed's noun.

Which nouns are of one kind of doer, ``claimtrack.judge.lexicon.vocabulary`` says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from claimtrack.judge.lexicon.vocabulary import NONE, Names, doer_of, of_many
from claimtrack.judge.readings.agents import noun_of, other_office, works_for
from claimtrack.judge.readings.events import deed_group, deed_groups, stems_of_deed
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.roles import Name
from claimtrack.judge.readings.topic import may_name, noun_stem, same_noun
from claimtrack.text.lexicon import EVENT_NOUNS
from claimtrack.text.names import TITLES
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Of these none is one person.
_BODIES = frozenset(
    "union federation guild company firm government ministry treasury cabinet parliament county "
    "council municipality army military navy militia gang brigade police court jury tribunal "
    "institute university hospital clinic bank party agency".split()
)

# Verbs by which a prize goes to somebody, and those by which somebody gets it.
_GOES_TO = frozenset("go give award present hand".split())
_GETS = frozenset("win take receive get lift claim clinch collect scoop".split())
_WON = "get"
_SOLE = frozenset(
    {"alone", "solely", "himself", "herself", "themselves", "itself", "single-handedly"}
)
_RANKS = frozenset({"first", "last", "only", "sole", "single"})
_OBJECTS = ("dobj", "xcomp", "nsubjpass", "dative", "attr", "oprd", "nsubj")
_BESIDE = ("amod", "compound", "nummod")
_PAUSES = frozenset("stop pause halt".split())
"""What is "to" be done after these is what they make room for."""
_OUTSIDE = frozenset("punct advcl relcl conj cc ccomp aux auxpass neg mark".split())


@dataclass(frozen=True, slots=True)
class Doing:
    """A deed, who does it, and to what.

    ``deeds`` are stems of the verb or of its noun, ``groups`` those of verbs for one deed;
    ``done`` are the stems of all that the clause names besides the doer, ``heads`` those of what
    it is done to, and ``beside`` tells by noun the words that say which one. ``sole`` where the
    words say that it was nobody else.
    """

    doer: Token
    deeds: frozenset[str]
    groups: Names
    done: frozenset[str]
    heads: frozenset[str]
    beside: dict[str, frozenset[str]]
    sole: bool
    denied: bool
    each: bool = False

    def same_deed(self, other: Doing) -> bool:
        """Whether both tell one deed."""
        return bool(
            self.deeds & other.deeds
            or self.groups & other.groups
            or self.deeds & other.heads
            or other.deeds & self.heads
        )

    def one_thing(self, other: Doing) -> bool:
        """Whether it may be one thing that it is done to: no two stages, leading or supporting."""
        return not any(
            words - other.beside.get(noun, words) and other.beside[noun] - words
            for noun, words in self.beside.items()
            if noun in other.beside
        )


@once
def doings(reading: Reading) -> tuple[Doing, ...]:
    """Return what the statement tells that somebody does."""
    return tuple(_doings(reading))


def _doings(reading: Reading) -> Iterator[Doing]:
    root = reading.root
    for doer, verb in clefts(root):
        yield _doing(reading, doer, verb, sole=True)
    if root.lemma_.lower() == "be":
        yield from _of_rank(reading, root)
        yield from _of_noun(reading, root)
        return
    verb = _under(root)
    sole = any(word.lower_ in _SOLE for word in (*root.subtree,))
    for child in (*root.children, *(verb.children if verb.i != root.i else ())):
        if child.dep_ == "agent":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield _doing(reading, inner, verb, sole=sole or _not_another(inner))
        elif child.dep_ == "nsubj" and child.pos_ in ("NOUN", "PROPN"):
            lemma = verb.lemma_.lower()
            if lemma in _GETS:
                yield _doing(reading, child, verb, sole=sole, deeds=frozenset({_WON}))
            elif verb.lemma_.lower() not in ("have", "be") and not _intransitive(verb):
                yield _doing(reading, child, verb, sole=sole or _not_another(child))
        elif child.dep_ in ("prep", "dative") and child.lower_ in ("to", "from"):
            yield from _by_preposition(reading, verb, child, sole=sole)


def _by_preposition(reading: Reading, verb: Token, prep: Token, *, sole: bool) -> Iterator[Doing]:
    """ "The prize went to X", "the call came from X": the deed stands in the subject or object."""
    lemma = verb.lemma_.lower()
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj")]
    for inner in prep.children:
        if inner.dep_ != "pobj" or inner.pos_ not in ("NOUN", "PROPN"):
            continue
        if lemma in _GOES_TO and prep.lower_ == "to":
            yield _doing(reading, inner, verb, sole=sole, deeds=frozenset({_WON}))
        elif lemma == "come" and prep.lower_ == "from" and subjects:
            named = frozenset(stem(subject.lemma_.lower()) for subject in subjects)
            groups = deed_groups(subjects[0])
            yield _doing(reading, inner, verb, sole=sole, deeds=named, groups=groups)


def clefts(root: Token) -> Iterator[tuple[Token, Token]]:
    """ "It was X that did it": X, and the verb of the clause."""
    if root.lemma_.lower() != "be" or not any(
        c.dep_ in ("nsubj", "expl") and c.lower_ == "it" for c in root.children
    ):
        return
    for held in root.children:
        if held.dep_ not in ("attr", "acomp") or held.pos_ not in ("NOUN", "PROPN"):
            continue
        for clause in (*held.children, *root.children):
            if clause.dep_ in ("relcl", "ccomp", "acl", "advcl") and any(
                c.dep_ == "nsubj" and c.lower_ in ("who", "that", "which") for c in clause.children
            ):
                yield held, clause


def _of_rank(reading: Reading, root: Token) -> Iterator[Doing]:
    """ "The last to leave was X", "X is the only member to abstain": nobody else was that."""
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    held = next((c for c in root.children if c.dep_ in ("attr", "acomp")), None)
    if subject is None or held is None:
        return
    for ranked, doer in ((subject, held), (held, subject)):
        rank = next((w.lower_ for w in (ranked, *ranked.children) if w.lower_ in _RANKS), "")
        clause = [
            c
            for c in (*ranked.children, *(root.children if ranked is held else ()))
            if c.dep_ in ("acl", "relcl", "xcomp", "advcl") and c.pos_ == "VERB"
        ]
        if rank and clause and doer.pos_ in ("NOUN", "PROPN"):
            deeds = stems_of_deed(clause[0]) | deed_groups(clause[0])
            named = frozenset(f"{rank} {deed}" for deed in deeds)
            found = _doing(reading, doer, clause[0], sole=True, deeds=named, groups=NONE)
            # Where it is done to nothing, the deed itself is what both have.
            inside = found.done or named
            yield replace(found, done=inside, heads=found.heads or inside)


def _of_noun(reading: Reading, root: Token) -> Iterator[Doing]:
    """ "The raid was the work of X", "X was behind the raid", "X is the owner of the patent"."""
    subject = next((c for c in root.children if c.dep_ == "nsubj" and c.pos_ != "PRON"), None)
    if subject is None:
        return
    for held in root.children:
        of = [i for c in held.children if c.lower_ == "of" for i in c.children if i.dep_ == "pobj"]
        if held.dep_ == "attr" and held.lemma_.lower() == "work" and of:
            named = frozenset({stem(subject.lemma_.lower())})
            yield _doing(reading, of[0], root, deeds=named, groups=deed_groups(subject))
        elif held.dep_ == "attr" and of and held.lemma_.lower().endswith(("er", "or")):
            yield _doing(reading, subject, root, to=of[0], **_of_agent(held.lemma_.lower()))
        elif held.dep_ == "prep" and held.lower_ in ("behind", "at"):
            for inner in held.children:
                if held.lower_ == "at" and inner.lemma_.lower() == "wheel":
                    yield _at_the_wheel(reading, subject)
                elif held.lower_ == "behind" and inner.lemma_.lower() in EVENT_NOUNS:
                    named = frozenset({stem(inner.lemma_.lower())})
                    yield _doing(reading, subject, root, deeds=named, groups=deed_groups(inner))


def _at_the_wheel(reading: Reading, doer: Token) -> Doing:
    """Who was at the wheel drove; of what, the rest of the statement tells."""
    inside = {_stem(token) for token in doer.subtree}
    done = frozenset(_stem(t) for t in reading.core if t.pos_ in ("NOUN", "PROPN")) - inside
    found = _doing(reading, doer, reading.root, deeds=frozenset({"drive"}))
    return replace(found, done=done - {"wheel"}, heads=done, groups=deed_group("drive"))


def _of_agent(noun: str) -> dict[str, Any]:
    """The deed that a noun names the doer of: "discoverer", "owner", "winner", "driver"."""
    base = noun[:-2]
    verbs = (base, base + "e", base[:-1])
    if any(verb in _GETS for verb in verbs):
        return {"deeds": frozenset({_WON})}
    groups = [deed_group(verb) for verb in verbs]
    return {
        "deeds": frozenset(stem(verb) for verb in verbs),
        "groups": NONE.union(*groups),
    }


def _doing(
    reading: Reading,
    doer: Token,
    verb: Token,
    *,
    sole: bool = False,
    deeds: frozenset[str] | None = None,
    groups: Names | None = None,
    to: Token | None = None,
) -> Doing:
    inside = {token.i for token in doer.subtree}
    if verb.i in inside:
        inside -= {token.i for token in verb.subtree}  # "it was X that did it"
    parts = [c for c in verb.children if c.dep_ not in _OUTSIDE and c.i not in inside]
    if verb.lemma_.lower() in _PAUSES:  # "stopped to talk" ends no talks
        parts = [part for part in parts if part.dep_ != "xcomp" or part.tag_ == "VBG"]
    told = [t for part in parts for t in part.subtree if t.i not in inside]
    done = frozenset(
        _stem(token)
        for token in told
        if token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB")
        and token.ent_type_ not in ("DATE", "TIME")
        and token.is_alpha
    )
    objects = [p for p in parts if p.dep_ in _OBJECTS and p.pos_ != "PRON"] if to is None else [to]
    heads = [*objects, *(c for o in objects for c in o.children if c.dep_ in ("acl", "xcomp"))]
    beside: dict[str, frozenset[str]] = {}
    for token in told:
        words = {_stem(c) for c in token.children if c.dep_ in _BESIDE}
        words |= {c.lower_ for c in token.subtree if c.pos_ == "NUM"}
        beside[_stem(token)] = beside.get(_stem(token), frozenset()) | words
    return Doing(
        doer=doer,
        deeds=stems_of_deed(verb) if deeds is None else deeds,
        groups=deed_groups(verb) if groups is None else groups,
        done=done,
        heads=frozenset(_stem(head) for head in heads),
        beside=beside,
        sole=sole,
        denied=not _not_another(doer) and (reading.negative(verb) or reading.negative(doer)),
        each=of_many(verb.lemma_.lower()) or any(_of_each(held) for held in objects),
    )


def _of_each(held: Token) -> bool:
    """Whether a phrase is of something of one's own, or of one of many: "its border", "a goal"."""
    if any(child.dep_ == "poss" and child.pos_ == "PRON" for child in held.children):
        return True
    return held.dep_ == "dobj" and any(child.lower_ in ("a", "an") for child in held.children)


def _stem(token: Token) -> str:
    return noun_stem(token.lemma_.lower())


def _under(root: Token) -> Token:
    """The verb that somebody has to do, or is said to do: "have to pay"."""
    if root.lemma_.lower() in ("have", "need"):
        for child in root.children:
            if child.dep_ == "xcomp":
                return child
    return root


def _intransitive(verb: Token) -> bool:
    """Whether it is done to nothing: the doer's place or state is then no deed."""
    return not any(child.dep_ in ("dobj", "prt", "dative", "xcomp") for child in verb.children)


def _not_another(doer: Token) -> bool:
    """ "By X and not by Y", "X, not Y": the "not" is of a phrase, and not of the verb."""
    return any(
        word.lower_ == "not" and word.i > doer.i and word.head.pos_ not in ("VERB", "AUX")
        for word in doer.doc
    )


def two_doers(a: Reading, first: Doing, b: Reading, second: Doing) -> bool:
    """Whether two phrases cannot be of one doer.

    Two names that share no word; two nouns of two kinds. Where one side says that it was nobody
    else, two nouns will do of which none is general for the other.
    """
    m, n = _name(a, first.doer), _name(b, second.doer)
    if (m is not None and _rules_out(b, m)) or (n is not None and _rules_out(a, n)):
        return True
    if m is not None and n is not None:
        return not m.same(n) and not _mentions(a, n) and not _mentions(b, m)
    if m is not None or n is not None:
        person, noun = (first.doer, second.doer) if m is not None else (second.doer, first.doer)
        sides = (a, b) if m is not None else (b, a)
        if other_office(sides[0], person, sides[1], noun):
            return True
        if person.ent_type_ != "PERSON" or noun.lemma_.lower() not in _BODIES:
            return False
        # A judge may be the court; not where the other side names the judge beside it.
        beside = (m is not None and _mentions(b, m)) or (n is not None and _mentions(a, n))
        titles = (t for t in person.subtree if t.i < person.i)
        in_office = any(t.lower_.rstrip(".") in TITLES for t in titles)
        return beside or first.sole or second.sole or not in_office
    one, other = noun_of(first.doer), noun_of(second.doer)
    if same_noun(one, other) or may_name(one, other):
        return _unlike_owners(first.doer, second.doer) and (first.sole or second.sole)
    kinds = doer_of(one), doer_of(other)
    if not kinds[0] or not kinds[1]:
        return first.sole or second.sole
    if kinds[0] != kinds[1]:
        return first.sole or second.sole or not works_for(one, other)
    return _unlike_owners(first.doer, second.doer) and (first.sole or second.sole)


def _unlike_owners(m: Token, n: Token) -> bool:
    """Whether one kind of body has other members: two unions, two ministries."""
    beside = [
        {
            stem(w.lemma_.lower())
            for c in token.children
            if c.dep_ in ("compound", "poss")
            for w in (c,)
        }
        for token in (m, n)
    ]
    return bool(beside[0] and beside[1]) and not beside[0] & beside[1]


def _name(reading: Reading, token: Token) -> Name | None:
    """The name of a doer; the capital of a sentence's first word alone makes none."""
    inside = {token.i, *(c.i for c in token.children if c.dep_ in ("compound", "flat"))}
    inside |= {
        c.i for c in token.children if c.dep_ == "appos" and not _denied(reading.doc, c.left_edge.i)
    }
    for name in reading.names:
        proper = name.token > 0 or " " in name.text or reading.doc[name.token].ent_type_ != ""
        if name.token in inside and proper:
            return name
    return None


def _denied(doc: Doc, start: int) -> bool:
    """Whether a phrase is said not to be the one: "not Ivo Lehn"."""
    return doc[start].lower_ == "not" or (start > 0 and doc[start - 1].lower_ == "not")


def _rules_out(reading: Reading, name: Name) -> bool:
    """Whether the statement says of a name that it was not the one."""
    return any(
        name.same(other) and _denied(reading.doc, reading.doc[other.token].left_edge.i)
        for other in reading.names
    )


def _mentions(reading: Reading, name: Name) -> bool:
    return any(name.same(other) for other in reading.names)
