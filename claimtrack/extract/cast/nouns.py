"""How noun phrases are written when they stand for a pronoun, and which "it" stands for nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.extract.cast.actors import Actor
from claimtrack.extract.grammar import children, core_np, is_verb, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token


_NO_NAMES = ("", "CARDINAL", "QUANTITY", "DATE", "TIME", "ORDINAL", "PERCENT", "MONEY")
_RESOLVED = frozenset("decide agree resolve".split())
_LIGHT = frozenset("dark daylight foggy windy freezing raining snowing midnight noon dawn".split())
_JUDGING = frozenset("make find think consider deem render call keep".split())


@dataclass(frozen=True, slots=True)
class Referent:
    """What a phrase stands for: the words to put in its place, and the actor, if it is one.

    ``institution`` is the body that somebody without a name speaks from.
    """

    text: str
    actor: Actor | None = None
    plural: bool = False
    institution: str | None = None


def claimed_of(verb: Token) -> bool:
    """Whether the clause is what "…, claiming it …" claims: of a thing, for of itself one says
    "claiming to"."""
    return (
        verb.dep_ == "ccomp"
        and verb.head.tag_ == "VBG"
        and verb.head.lemma_.lower() in ("claim", "allege")
    )


def is_expletive(token: Token) -> bool:
    """Whether "it" stands for nothing: "it was unclear whether", "it is raining"."""
    if token.dep_ == "expl":
        return True
    verb = token.head
    judged = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _JUDGING
    if verb.pos_ == "ADJ" and judged and children(verb, "xcomp", "ccomp"):
        return True  # "This made it harder to leave"
    if token.dep_ not in ("nsubj", "nsubjpass") or not is_verb(verb):
        return False
    if token.dep_ == "nsubjpass" and any(c.i > verb.i for c in children(verb, "ccomp", "xcomp")):
        if verb.lemma_.lower() in _RESOLVED:
            return True  # "It was decided to hold a vote"
        asked = any(w.tag_ in ("WRB", "WP", "WDT") for c in verb.children for w in c.lefts)
        if children(verb, "ccomp") or asked:
            return True  # "It is not known who gave the order"
    if verb.lemma_ == "be":
        if _of_nothing(verb):
            return True
        if children(verb, "acomp") and any(
            c.i > verb.i
            for c in (
                *children(verb, "ccomp", "xcomp", "csubj", "advcl"),
                *(
                    x
                    for a in children(verb, "acomp")
                    for x in children(a, "ccomp", "xcomp", "advcl")
                ),
            )
        ):
            return True
        if children(verb, "attr") and any(
            c.dep_ in ("relcl", "ccomp", "acl")
            for a in children(verb, "attr")
            for c in (*a.children, *verb.children)
        ):
            return True
    return (
        verb.lemma_.lower() in ("rain", "snow", "take", "seem", "appear", "turn", "remain")
        and bool(children(verb, "ccomp", "xcomp", "prt"))
    ) or verb.lemma_.lower() in ("rain", "snow")


def _of_nothing(verb: Token) -> bool:
    """Whether "it is" tells the hour, the light or that all is over: "It was dark", "all over"."""
    words = [c.lower_ for c in verb.children if c.i > verb.i]
    if {"all", "over"} <= {w.lower_ for w in verb.subtree} and "over" in words:
        return True
    if any(w in _LIGHT for w in words) or _for_somebody(verb):
        return True
    if any(w.lower_ == "as" and w.nbor().lower_ in ("if", "though") for w in verb.doc[verb.i : -1]):
        return True
    hour = [a for a in children(verb, "attr") if a.ent_type_ in ("TIME", "DATE")]
    return any(not a.like_num for a in hour) and not children(verb, "acomp")


def _for_somebody(verb: Token) -> bool:
    """Whether it is "It is not for a judge to say"."""
    near = [w for w in verb.doc[verb.i : verb.i + 3] if w.lower_ == "for"]
    return any(t.tag_ == "TO" and t.nbor().tag_ == "VB" for p in near for t in verb.doc[p.i : -1])


def _count_of(token: Token) -> set[int]:
    """Return the words that count the noun, where the phrase begins with them; or none."""
    counts = {w.i for number in children(token, "nummod") for w in number.subtree}
    counts |= {w.i for w in children(token, "advmod") if w.lower_ in ("some", "just", "only")}
    first = min(core_np(token), default=token.i)
    ordered = sorted(counts)
    opens = bool(ordered) and ordered[0] <= first and token.i not in counts
    return counts if opens and ordered[-1] < token.i else set()


def definite(token: Token) -> str:
    """Return the noun phrase of ``token`` with "the" for "a" or nothing before a common noun."""
    body = sorted(core_np(token))
    words = text_of(token, body)
    first = token.doc[body[0]]
    if first.lower_ in ("a", "an", "another", "this", "that", "one"):
        return "the " + words[len(first.text) :].lstrip()
    if first.lower_ == "the":
        return "the" + words[3:]
    if first.is_sent_start and first.pos_ != "PROPN" and first.ent_type_ in _NO_NAMES:
        words = words[0].lower() + words[1:]
    count = _count_of(token)
    if count:
        # "About 900 residents": "the residents"; "Twelve tanks": "the twelve tanks".
        kept = [i for i in body if i not in count] if len(count) > 1 else body
        words = text_of(token, kept)
        return "the " + words[0].lower() + words[1:]
    if (
        first.dep_ in ("poss", "det", "nummod")
        or token.pos_ == "PROPN"
        or any(c.dep_ == "poss" for c in token.children)
        or token.tag_ == "NNS"
    ):
        return words
    return "the " + words


def part_of(token: Token) -> str | None:
    """Return "the planes" for the "one" in "one of the planes, on its way home", or None."""
    for prep in children(token, "prep"):
        for whole in children(prep, "pobj") if prep.lower_ == "of" else ():
            if whole.pos_ in ("NOUN", "PROPN"):
                return text_of(whole, core_np(whole))
    return None


def named(actor: Actor) -> str:
    """Return the actor's name as running text, with its article."""
    return f"the {actor.name}" if actor.article else actor.name


def with_article(text: str, first: Token) -> str:
    """Return a name with "the" in small letters where it began with an article."""
    return "the" + text[3:] if first.lower_ == "the" else text


def fits_gender(actor: Actor, gender: str) -> bool:
    """Whether "he" (m) or "she" (f) can stand for the actor."""
    return actor.kind == "person" and actor.gender in (None, gender)


def depth_of(token: Token) -> int:
    """Return how many heads lie above the token."""
    depth = 0
    while token.head != token:
        token, depth = token.head, depth + 1
    return depth
