"""Who can be the source of what is said: people, bodies, papers, "one of them"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.extract.cast.phrases import describe
from claimtrack.extract.grammar import children, is_finite, subject_of
from claimtrack.text.names import CAPITALS, nation_of
from claimtrack.text.reporting import WEAK_ASSERT_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_ONE = frozenset("nobody none neither nothing few".split())
_SOME = frozenset("some many most several both others".split())


def source_like(token: Token) -> bool:
    """Whether a subject can say something: a person, a body, a document, a place's government."""
    if token.tag_ in ("WDT", "WP", "EX") or token.lower_ in ("this", "that", "these", "what"):
        return token.lower_ == "who"
    if token.lower_ in _NO_ONE or any(d.lower_ in ("no", "neither") for d in token.children):
        return False  # "Nobody asked for leave", "No one reported a fault": no one's words
    if _some_of(token):
        return True
    if token.pos_ == "PRON":
        return token.lower_ not in ("one", "there")
    if token.ent_type_ in ("DATE", "TIME", "CARDINAL") and token.pos_ != "PROPN":
        return False
    found = describe(token)
    if found.shape != "thing":
        return True
    return bool(token.pos_ == "PROPN" or nation_of(token.text) or token.lower_ in CAPITALS)


def _some_of(token: Token) -> bool:
    """Whether it is "one of them" or "two of the inmates"."""
    if not (token.like_num or token.lower_ in _SOME):
        return False
    whole = [o for p in children(token, "prep") if p.lower_ == "of" for o in children(p, "pobj")]
    return any(o.lower_ in ("them", "us", "you") or describe(o).shape != "thing" for o in whole)


def may_speak(token: Token, lemma: str, behind: bool = False) -> bool:
    """Whether any noun that can be a subject of "say" is taken: "the patrol said".

    ``behind`` what it says, any verb shows that it speaks: "P, the radio learned".
    """
    strong = behind or (lemma not in WEAK_ASSERT_VERBS and lemma not in ("note", "add", "stress"))
    return (
        strong
        and token.pos_ in ("NOUN", "PROPN")
        and token.ent_type_ not in ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT")
    )


def speaker_of(verb: Token) -> Token | None:
    """Return the verb's subject; of two, the one behind it.

    In "P, two of them badly hurt, said Berg" the parser makes "two" a subject, too.
    """
    first = subject_of(verb)
    behind = [s for s in children(verb, "nsubj") if s.i > verb.i]
    if first is not None and first.i < verb.i and behind and children(verb, "ccomp"):
        return behind[-1]
    return first


def lone_subject(verb: Token) -> Token | None:
    """Return the name that opens the sentence where the parser gave the verb no subject.

    Names that are also common words ("Reed", "Battle") are tagged as those.
    """
    first = verb.sent[0]
    if not is_finite(verb) or verb.dep_ not in ("ROOT", "ccomp", "conj") or first.i >= verb.i:
        return None
    following = first.nbor() if first.i + 1 < len(first.doc) else first
    named = first.ent_type_ in ("PERSON", "ORG", "GPE") and first.text[0].isupper()
    return first if named and following.text in (",", verb.text) else None


def said_noun_source(noun: Token) -> Token | None:
    """Return whose claim the noun speaks of ("Oslo's claim", "claims by Oslo"), or None."""
    for child in children(noun, "poss"):
        if child.tag_ != "PRP$" and source_like(child):
            return child
    for prep in children(noun, "prep"):
        if prep.lower_ in ("by", "from"):
            for thing in children(prep, "pobj"):
                if source_like(thing) or thing.pos_ in ("NOUN", "PROPN"):
                    return thing
    return None


def learned_from(verb: Token, source: Token) -> tuple[Token, Token | None]:
    """Return the ministry and the radio of "P, the radio learned in the ministry"."""
    for prep in children(verb, "prep") if verb.lemma_.lower() in ("learn", "hear") else ():
        for thing in children(prep, "pobj"):
            if prep.lower_ in ("from", "in", "at") and source_like(thing):
                return thing, source
    return source, None
