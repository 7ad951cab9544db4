"""Which predicates stand by themselves, and which tokens belong to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.extract.clauses.reports import REPORT_VERBS
from claimtrack.extract.grammar import (
    children,
    core_np,
    has_aux,
    is_finite,
    is_passive,
    is_verb,
    negation_of,
    subject_of,
    subtree,
    trees,
)
from claimtrack.text.reporting import SPEECH_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_DONE_TO = frozenset("send release charge arrest fine jail sentence treat evacuate rescue".split())
"""Verbs that without an object are passive: "was questioned and sent home"."""
_MOVED_TO = frozenset(
    "allow permit order tell force ask urge oblige compel require invite instruct persuade".split()
)
"""Verbs that without an object are passive before "to": "was questioned and allowed to go"."""
_STATEMENTS = (
    "statement",
    "letter",
    "post",
    "message",
    "tweet",
    "release",
    "note",
    "report",
    "interview",
    "briefing",
    "email",
    "speech",
)


def loose(doc: Doc, root: Token, verb: Token) -> bool:
    """Whether a clause is only strung to the main one: "A; B", or "did A, did B"."""
    if not is_verb(verb) or children(verb, "mark") or not is_finite(verb):
        return False
    if verb.dep_ == "xcomp":
        return verb.tag_ == "VBD" and subject_of(verb) is None and verb.i > root.i
    part = subtree(verb)
    edge = max(part) + 1 if verb.i < root.i else min(part) - 1
    if not 0 <= edge < len(doc) or subject_of(verb) is None:
        return False
    if doc[edge].text == ":" and root.tag_ == "VB" and verb.i < edge < root.i:
        return subject_of(root) is None  # "have a plain answer: stop it" tells of an answer
    return doc[edge].text in (";", "-", "–", "—") and subject_of(root) is not None


def _breaks(mark: Token, marks: str) -> bool:
    """Whether the token is one of ``marks`` or a dash; the hyphen of "re-opened" is none."""
    inside = mark.i > 0 and not mark.nbor(-1).whitespace_ and not mark.whitespace_
    return mark.text in (*marks, "–", "—") or (mark.text == "-" and not inside)


def separable(doc: Doc, head: Token, verb: Token, tokens: set[int]) -> bool:
    """Whether a coordinated predicate is a proposition of its own."""
    if not is_verb(verb) or verb.i not in tokens or not is_verb(verb.head):
        return False
    if verb.dep_ != "conj":
        return loose(doc, verb.head, verb)
    joins = [c for c in children(verb.head, "cc") if c.i < verb.i and not opens(c)]
    if any(j.lower_ in ("or", "nor") for j in joins[-1:]):
        return False
    if _of_a_list_inside(verb):
        return False
    before = min(subtree(verb)) - 1
    if before < 0 or not (doc[before] in joins or _breaks(doc[before], ",;:")):
        return False
    if subject_of(verb) is not None:
        return is_finite(verb) or has_aux(verb)
    undergone = is_passive(verb.head) and verb.tag_ == "VBD" and not has_aux(verb)
    if undergone and doc[before].text == "," and not _listed_with(verb):
        return False  # "was sent after two quakes, of 7.6 and 7.4, struck": no one's second verb
    shared = children(verb, "dobj", "agent") and like_form(verb.head, verb)
    if side_by_side(verb.head, verb) and (shared or verb.head.tag_ == "VB"):
        return False  # "shot and killed by police": both verbs have the one agent or object
    if negation_of(verb.head) is not None or has_aux(verb, "to"):
        return False
    if has_aux(verb.head, "to") or (verb.head.tag_ == "VBG" and not has_aux(verb.head)):
        return False
    weight = [t for t in verb.subtree if not t.is_punct and t.i in tokens]
    if len(weight) < 2 or not (
        children(
            verb,
            "dobj",
            "prep",
            "attr",
            "acomp",
            "ccomp",
            "xcomp",
            "agent",
            "advmod",
            "npadvmod",
            "prt",
            "nummod",
        )
    ):
        return False
    return (
        verb.tag_ in ("VBD", "VBZ", "VBP")
        or verb.tag_ == verb.head.tag_
        or (verb.tag_ == "VBN" and verb.head.tag_ == "VBD")
        or has_aux(verb)
    )


def side_by_side(head: Token, verb: Token) -> bool:
    """Whether nothing but a conjunction stands between two verbs: "destroyed or damaged"."""
    return min(subtree(verb)) == head.i + 2 and head.nbor(1).dep_ == "cc"


def like_form(head: Token, verb: Token) -> bool:
    """Whether two verbs have one form; for regular ones past tense and participle are one word.

    In "had destroyed or damaged 51 planes" the parser may take the second for a past tense.
    """
    past = {head.tag_, verb.tag_} == {"VBD", "VBN"} and verb.lower_.endswith("ed")
    return verb.tag_ == head.tag_ or past


def goes_on(content: Token, verb: Token) -> bool:
    """Whether a verb joined to a participle is one too: "had hit a field and damaged 51 planes"."""
    undergone = is_passive(content) and children(verb, "dobj", "xcomp")
    return content.tag_ == "VBN" and like_form(content, verb) and not undergone


def opens(join: Token) -> bool:
    """Whether a conjunction only opens its sentence, which it denies: "Nor was it safe: …"."""
    return join.lower_ in ("nor", "neither") and join.i < join.head.i


def _listed_with(verb: Token) -> bool:
    """Whether a predicate behind a bare comma is of a list that ends in "and", or comes after."""
    chain = [verb.head, verb, *verb.conjuncts]
    joined = any(children(link, "cc") for link in chain)
    opening = verb.doc[min(subtree(verb))]
    return joined or opening.lower_ in ("then", "later", "also", "not") or opening.pos_ == "ADV"


def _of_a_list_inside(verb: Token) -> bool:
    """Whether a predicate goes on with a list that began in a clause inside the first one.

    In "They stood back as gangs smashed windows, torched bins and set fire to cars" the parser
    may give the bins to those who stood back.
    """
    if subject_of(verb) is not None:
        return False
    inside = [a for a in children(verb.head, "advcl") if verb.head.i < a.i < verb.i]
    alike = [a for a in inside if a.tag_ == verb.tag_ == verb.head.tag_]
    listed = [c for c in children(verb.head, "conj") if alike and alike[-1].i < c.i <= verb.i]
    first = min((min(subtree(c)) for c in listed), default=0)
    return first > 0 and verb.doc[first - 1].text == ","


def shared_aux(head: Token, verb: Token) -> list[int | str]:
    """Return the auxiliaries that a coordinated predicate leaves to the first one."""
    bare = verb.tag_ == "VBP" and verb.lower_ == verb.lemma_.lower() and modal(head)
    if children(verb, "aux", "auxpass") or (verb.tag_ in ("VBZ", "VBP") and not bare):
        return []
    objects = [c for c in children(verb, "dobj", "ccomp", "xcomp") if c.lower_ != "home"]
    moved = verb.lemma_.lower() in _MOVED_TO and not children(verb, "dobj")
    moved = moved and any(has_aux(c, "to") for c in children(verb, "xcomp"))
    charged = verb.lemma_.lower() == "fine" and all(children(o, "nummod") for o in objects)
    alone = verb.lemma_.lower() in _DONE_TO and not objects
    undergone = is_passive(head) and (alone or charged or moved)
    if verb.tag_ == "VBD" and not undergone:
        return []
    if verb.tag_ == "VBN" and head.tag_ == "VBD" and not is_passive(head):
        return []
    return [c.i for c in children(head, "aux", "auxpass") if c.lower_ != "to"]


def shared_place(first: Token, second: Token) -> set[int]:
    """Return where both are of "Five people died and seven were injured in Ardo"."""
    subjects = [subject_of(first), subject_of(second)]
    counted = all(
        s is not None and (s.pos_ == "NUM" or children(s, "nummod")) and s.i < v.i
        for s, v in zip(subjects, (first, second), strict=True)
    )
    bare = not any(c.i > first.i and c.dep_ not in ("cc", "conj", "punct") for c in first.children)
    places = [p for p in children(second, "prep") if p.i > second.i and p.lower_ in ("in", "at")]
    return trees(places) if counted and bare else set()


def lost_subject(verb: Token) -> Token | None:
    """Return the noun before a coordinated verb that the parser took for more of the first clause.

    In "Berg scored for Oslo and Lind had eight points" it reads "for Oslo and Lind".
    """
    if verb.dep_ != "conj" or verb.i == 0 or not is_verb(verb.head) or not is_finite(verb):
        return None
    noun = verb.nbor(-1)
    if subject_of(verb) is not None or noun.dep_ != "conj" or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    start = min(subtree(noun))
    joined = start > 0 and noun.doc[start - 1].lower_ in ("and", "but", "while")
    own = children(verb, "cc") or children(verb.head, "cc")
    return noun if joined and not own and max(subtree(noun)) == noun.i else None


def strung_before(root: Token) -> Token | None:
    """Return the first of two predicates of one subject in "heard a bang, then saw smoke"."""
    for first in children(root, "ccomp"):
        edge = max(subtree(first)) + 1
        alike = first.tag_ == root.tag_ == "VBD" and subject_of(first) is not None
        says = root.lemma_.lower() in SPEECH_VERBS
        if alike and not says and edge < root.i and root.doc[edge].text == ",":
            between = {w.lower_ for w in root.doc[edge + 1 : root.i]}
            return first if between <= {"then", "and", "later", "also"} else None
    return None


def misread_infinitive(content: Token) -> bool:
    """Whether "that" opens the clause, which no infinitive can: "that the man to lead it was …"."""
    marks = children(content, "mark")
    return has_aux(content, "to") and any(m.lower_ == "that" for m in marks)


def astray(root: Token, verb: Token) -> set[int]:
    """Return the nouns behind a coordinated clause that the parser gave to the first one."""
    if verb.i < root.i:
        return set()
    nouns = [
        c
        for c in children(root, "dep", "dobj", "npadvmod", "appos", "attr")
        if c.i > verb.i and c.tag_ in ("NN", "NNS", "NNP", "NNPS") and c.ent_type_ != "DATE"
    ]
    return {i for noun in nouns for i in subtree(noun)}


def participial_reports(doc: Doc, tokens: set[int]) -> list[Token]:
    """Return the "-ing" forms that report with a clause of their own ("adding that P")."""
    found: list[Token] = []
    for index in sorted(tokens):
        verb = doc[index]
        if verb.tag_ != "VBG" or verb.lemma_.lower() not in REPORT_VERBS:
            continue
        if subject_of(verb) is not None or has_aux(verb) or negation_of(verb) is not None:
            continue
        if not any(c.i > verb.i and (is_verb(c) or subject_of(c)) for c in children(verb, "ccomp")):
            continue
        previous = doc[index - 1] if index else None
        if previous is not None and previous.pos_ == "ADV" and index > 1:
            previous = doc[index - 2]
        asides = previous is None or previous.text in (",", "-", "–", "—", "and")
        if asides or verb.head.lemma_.lower() in _STATEMENTS:
            if any(verb.i in subtree(other) for other in found):
                continue
            found.append(verb)
    return found


def modal(verb: Token) -> bool:
    """Whether the predicate has a modal verb."""
    return any(c.tag_ == "MD" for c in children(verb, "aux"))


def alike(saying: Token, content: Token, verb: Token) -> bool:
    """Whether a predicate beside the saying goes on with what is said, by its form.

    "Warned that P would fail and would cost"; "said P was tired but was well".
    """
    if modal(verb):
        return modal(content) and not modal(saying)
    helpers = {w.lower_ for w in (content, *children(content, "aux", "auxpass"))}
    own = [w.lower_ for w in (*children(verb, "aux", "auxpass"), verb) if w.lemma_ == "be"]
    # "Says the depot has been hit and is on fire": both are how things stand.
    stands = own[:1] in (["is"], ["are"]) and helpers & {"has", "have"}
    return bool(own) and (own[0] in helpers or bool(stands)) and not has_aux(saying)


def form(verb: Token) -> tuple[str, ...]:
    """Return the shape of a predicate: its tag and its auxiliaries."""
    helpers = sorted(c.lemma_.lower() for c in children(verb, "aux", "auxpass"))
    tag = "VBN" if "have" in helpers and verb.tag_ == "VBD" else verb.tag_
    return (tag, *helpers)


def stranded(verb: Token) -> Token | None:
    """Return the preposition in "whom she starred with", which has its object before it."""
    free = [p for p in children(verb, "prep") if p.i > verb.i and not list(p.children)]
    return free[0] if free else None


def full_np(token: Token) -> set[int]:
    """A subject with what belongs to it: coordinated names stay, asides go."""
    found = core_np(token)
    for other in token.conjuncts:
        if other.i > token.i and not is_verb(other):
            found |= core_np(other) | {
                i for i in range(max(found) + 1, other.i) if token.doc[i].dep_ in ("cc", "punct")
            }
    return found


def trim(tokens: set[int], doc: Doc) -> set[int]:
    """Drop marks and conjunctions at both edges."""
    ordered = sorted(tokens)
    while ordered and (
        doc[ordered[0]].is_punct
        or (doc[ordered[0]].dep_ == "cc" and doc[ordered[0]].lower_ != "nor")
    ):
        ordered.pop(0)
    while ordered and (
        (doc[ordered[-1]].is_punct and doc[ordered[-1]].text not in ")]%")
        or doc[ordered[-1]].dep_ == "cc"
    ):
        ordered.pop()
    return set(ordered)
