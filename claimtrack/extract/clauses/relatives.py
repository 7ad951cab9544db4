"""Non-restrictive relative clauses: where they are, and of what they tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.extract.grammar import children, name_tokens, subtree
from claimtrack.text.people import is_human_noun

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_NOMINAL = ("nsubj", "nsubjpass", "dobj", "pobj")
"""Where a verbal noun stands as one: "after the shooting of a boy"."""


@dataclass(frozen=True, slots=True)
class Relative:
    """A relative clause that tells something more of ``noun``, which ``pronoun`` takes up."""

    clause: Token
    pronoun: Token
    noun: Token
    part: set[int]


def relatives(doc: Doc, tokens: set[int]) -> tuple[list[Relative], set[int]]:
    """Return the non-restrictive relative clauses among ``tokens``, and the tokens left."""
    found: list[Relative] = []
    for index in sorted(tokens):
        clause = doc[index]
        if clause.dep_ != "relcl" or index not in tokens:
            continue
        pronoun = next(
            (w for w in clause.subtree if w.tag_ in ("WDT", "WP", "WP$") and w.lower_ != "what"),
            None,
        )
        part = subtree(clause) & tokens
        if not part or pronoun is None:
            continue
        low = min(part)
        if low == 0 or doc[low - 1].text != "," or pronoun.lower_ == "that":
            continue
        if pronoun.dep_ not in ("nsubj", "nsubjpass", "dobj", "poss") and pronoun.i != low:
            continue
        noun = _thing_of(clause.head) if pronoun.lower_ == "which" else clause.head
        noun = _apposed_to(noun, pronoun)
        if pronoun.lower_ == "who":
            noun = _many_of(_human_of(noun), clause, pronoun)
        of = _told_of(noun, clause, pronoun)
        if of is None:
            continue
        while max(part) + 1 in tokens and not (
            doc[max(part) + 1].is_punct or doc[max(part) + 1].dep_ == "cc"
        ):
            part.add(max(part) + 1)
        tokens = tokens - part - {low - 1}
        after = max(part) + 1
        if (
            after < len(doc)
            and doc[after].text == ","
            and after in tokens
            and not _beside(doc, after)
            and not _parted(doc, of, low - 1)
        ):
            tokens = tokens - {after}
        found.append(Relative(clause, pronoun, of, part))
    return found, tokens


def _apposed_to(noun: Token, pronoun: Token) -> Token:
    """Return the name whose apposition the clause follows: "Lind Bank, the second-largest, whose".

    What tells more of the apposition tells it of whom it names.
    """
    named = noun.dep_ == "appos" and noun.head.pos_ == "PROPN" and noun.pos_ == "NOUN"
    one = noun.tag_ == "NN" and (pronoun.lower_ != "which" or noun.head.ent_type_ != "PERSON")
    comma = noun.head.i + 1
    return noun.head if named and one and noun.doc[comma].text == "," else noun


def _parted(doc: Doc, noun: Token, comma: int) -> bool:
    """Whether another comma behind the noun needs the last one: "Ada Berg, 58, who …, said"."""
    return any(doc[i].text == "," for i in range(noun.i + 1, comma))


def _thing_of(noun: Token) -> Token:
    """Return what "which" can stand for: "a meeting with Berg, which …" is of the meeting."""
    host = noun.head.head
    measured = any(c.dep_ == "nummod" for c in noun.children) and noun.head.lower_ == "of"
    if measured and noun.dep_ == "pobj" and host.pos_ == "NOUN":
        return host  # "an annex of 31 pages, which nobody has seen"
    human = noun.ent_type_ == "PERSON" or (noun.tag_ == "NN" and is_human_noun(noun.lemma_.lower()))
    if human and noun.dep_ == "pobj" and (host.pos_ == "NOUN" or host.dep_ in _NOMINAL):
        return host
    return noun


def _human_of(noun: Token) -> Token:
    """Return whom "who" can stand for: "Ada Berg, D-Ardo, who chairs it" is no place."""
    while noun.ent_type_ in ("GPE", "LOC", "DATE") and noun.dep_ in ("appos", "npadvmod", "conj"):
        noun = noun.head
    thing = noun
    while thing.dep_ == "pobj" and not _may_be_human(thing):
        # "two people with knowledge of the figures, who …", "coxswain of the station, who …"
        thing = thing.head.head
        if thing.pos_ == "NOUN" and is_human_noun(thing.lemma_.lower()):
            return thing
    return noun


def _may_be_human(noun: Token) -> bool:
    return noun.ent_type_ in ("PERSON", "NORP") or is_human_noun(noun.lemma_.lower())


def _many_of(noun: Token, clause: Token, pronoun: Token) -> Token:
    """Return who "who are" tells of: "coach of the Hawks, who are last" is of the Hawks.

    The parser may hang the clause on the one whose phrase they stand in.
    """
    helpers = (clause, *children(clause, "aux", "auxpass"))
    many = any(w.lower_ in ("are", "were") or w.tag_ == "VBP" for w in helpers)
    subject = pronoun.dep_ in ("nsubj", "nsubjpass")
    if not (many and subject and noun.tag_ in ("NN", "NNP")) or noun.conjuncts:
        return noun
    if any(w.lower_ == "have" for w in helpers) and any(w.tag_ == "MD" for w in helpers):
        return noun  # "who may have left" has no number
    inside = [w for w in noun.subtree if noun.i < w.i < pronoun.i and w.dep_ == "pobj"]
    fits = [w for w in inside if w.tag_ in ("NNS", "NNPS")]
    return fits[-1] if fits else noun


def _told_of(noun: Token, clause: Token, pronoun: Token) -> Token | None:
    """Return the one of "Berg and Aske, who has …" that the clause tells of, None in doubt.

    The parser gives the clause to the first of a list; what tells of one is of the last.
    """
    if pronoun.lower_ == "which" and not _fits_which(noun, clause, pronoun):
        return None
    if pronoun.lower_ == "who" and _nearer_name(noun, pronoun):
        return None
    listed = [c for c in noun.conjuncts if noun.i < c.i < pronoun.i]
    if not listed:
        return noun
    helpers = [w for w in (clause, *clause.children) if w.tag_ in ("VBZ", "VBP", "VBD")]
    forms = {w.lower_ for w in helpers if w == clause or w.dep_ in ("aux", "auxpass")}
    one = any(w.tag_ == "VBZ" for w in helpers) or "was" in forms
    return listed[-1] if one and pronoun.dep_ in ("nsubj", "nsubjpass") else None


def _fits_which(noun: Token, clause: Token, pronoun: Token) -> bool:
    """Whether "which" can be of the noun: "It leans by 4 degrees, which has no effect" is not."""
    if noun.ent_type_ in ("DATE", "TIME"):
        return False
    helpers = [clause, *children(clause, "aux", "auxpass")]
    one = any(w.tag_ == "VBZ" or w.lower_ == "was" for w in helpers)
    subject = pronoun.dep_ in ("nsubj", "nsubjpass")
    return not (subject and one and noun.tag_ == "NNS")


def _nearer_name(noun: Token, pronoun: Token) -> bool:
    """Whether another is named right before "who": "Berg, the heir of the dictator Aske, who …".

    Either can be meant, and the clause stays where it stands.
    """
    name = pronoun.nbor(-2) if pronoun.i > 1 else noun
    if name.ent_type_ != "PERSON" or name.i <= noun.i:
        return False
    run = name_tokens(name)
    between = noun.doc[noun.i + 1 : run[0].i]
    apart = run[0].i > 0 and run[0].nbor(-1).text == ","
    return not apart and noun not in run and any(w.dep_ == "prep" for w in between)


def _beside(doc: Doc, comma: int) -> bool:
    """Whether an apposition follows the comma, which it needs."""
    following = doc[comma + 1] if comma + 1 < len(doc) else doc[comma]
    return following.pos_ in ("DET", "NOUN", "PROPN")
