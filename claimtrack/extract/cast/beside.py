"""The body named beside a head's name, read from the words where the parser reads it otherwise.

"Hawks general manager Ina Roth", "Ina Roth, president and CEO, Velden Power".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from claimtrack.extract.cast.actors import Actor
from claimtrack.extract.grammar import children, core_np, text_of
from claimtrack.text.given_names import is_given_name
from claimtrack.text.names import (
    COMPANY_SUFFIXES,
    HEADING_ROLES,
    HEADING_VERBS,
    ORG_ROLES,
    TITLES,
    nation_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_RANKS = frozenset(
    """
    general chief executive vice senior interim head deputy managing sporting regional technology
    financial operating information security marketing assistant acting co-chief medical commercial
    technical scientific editorial and longtime veteran ceo
    """.split()
)
_RUNS = frozenset("run head chair manage direct".split())
"""Main verbs that tell a head's body: "Ina Roth runs Velden Power"."""
_PLACE_HEADS = frozenset("mayor governor minister premier chancellor king queen commander".split())
_NO_BODY = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december the then but and former ex-chief new as when
    after while yet now their our his her its on in at
    """.split()
)

_SPOKEN_AT = frozenset(
    "hospital bureau agency authority office ministry department council inspectorate operator "
    "company firm commission board museum airport regulator observatory embassy utility".split()
)
"""Bodies of which people without a role say "we": "Ina Roth of Ardo General Hospital"."""


def told_beside(
    name: str, texts: Sequence[str], is_body: Callable[[str], bool] | None = None
) -> str | None:
    """Return the body whose head ``name`` is by the words beside it, or None.

    ``is_body`` says whether the text knows a name as a body's; without it only words right
    before the role count.
    """
    for text in texts:
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
            found = _before(text[: match.start()], texts)
            if found is None and is_body is not None:
                found = _after(text[match.end() :], is_body)
            if found is not None:
                return found
    return None


def authors_of(name: str, texts: Sequence[str]) -> str | None:
    """Return "the study's authors" for a lead author of the study, or None."""
    works = r"(?P<work>study|paper|report|analysis|review|survey)"
    leads = r"(?:lead|senior|main|first|corresponding) author"
    for text in texts:
        for pattern in (
            rf"{works}'s {leads},? (?:[\w.]+ )?{re.escape(name)}",
            rf"{re.escape(name)},? (?:the |a |who is (?:the |a ))?{leads} of the \w* ?{works}",
        ):
            match = re.search(pattern, text)
            if match:
                return f"the {match['work']}'s authors"
    return None


def _before(text: str, texts: Sequence[str]) -> str | None:
    """Read "Velden Power chief executive" before the name."""
    words = re.sub(r"\([A-Z]+\) ", "", text).split()
    if not text.endswith(" "):
        return None
    roles: list[str] = []
    while words and words[-1].lower() in HEADING_ROLES | _RANKS | TITLES:
        roles.append(words.pop().lower())
    if not set(roles) & HEADING_ROLES or set(roles) & _PLACE_HEADS:
        return None
    body: list[str] = []
    while words and re.fullmatch(r"[A-Z0-9][\w&.'-]*", words[-1]) and len(body) < 6:
        if words[-1].lower() in _NO_BODY:
            break
        body.insert(0, words.pop())
    joined = " ".join(body).removesuffix("'s")
    if not joined or nation_of(joined) or (len(body) > 1 and is_given_name(body[0])):
        return None
    if any(nation_of(word) for word in body[:1]) and len(body) == 1:
        return None
    plain = not re.search(r"[A-Z].*[A-Z]", joined)
    if not words and len(body) == 1 and plain and not _known_elsewhere(joined, texts):
        return None  # the capital may be that of the sentence
    sport = {"coach", "captain"} & set(roles) or {"general", "manager"} <= set(roles)
    team = sport and len(body) == 1 and re.search(r"[^s]s$", joined)
    article = team or (words and words[-1].lower() == "the") or _with_article(joined, texts)
    return f"the {joined}" if article else joined


def _after(text: str, is_body: Callable[[str], bool]) -> str | None:
    """Read ", president and CEO, Velden Power" and ", manager for sales at Velden Power"."""
    beside = re.match(r" (?:of|at) (?P<body>(?:[A-Z][\w&'-]* ?)+)", text)
    if beside is not None and is_body(beside["body"].strip()):
        return beside["body"].strip()
    match = re.match(
        r",? (?P<role>[a-z][\w ,-]*?)(?: and CEO)?(?:,| at) (?P<body>(?:[A-Z][\w&'-]*(?: of)? ?)+)",
        text,
    )
    if match is None:
        return None
    body = match["body"].strip().removesuffix("'s").removesuffix(" of")
    words = set(re.findall(r"[a-z]+", match["role"]))
    tail = text[match.end() :].lstrip()[:1]
    return body if words & HEADING_ROLES and is_body(body) and tail not in ("'", "’") else None


def _known_elsewhere(name: str, texts: Sequence[str]) -> bool:
    inside = rf"[a-z,] {re.escape(name)}\b"
    return any(re.search(inside, text) for text in texts)


def _with_article(name: str, texts: Sequence[str]) -> bool:
    last = name.split()[-1]
    team = last.endswith("s") and not last.endswith("ss")
    if not team and last.lower() not in ORG_ROLES:
        return False
    return any(re.search(rf"\b[Tt]he {re.escape(name)}\b(?!['’ ][A-Z])", text) for text in texts)


def _firm(body: Token) -> bool:
    """Whether a name labelled as a body's is of two words: one alone may be a place."""
    words = [w for w in body.lefts if w.pos_ == "PROPN" and w.text[0].isupper()]
    return body.pos_ == "PROPN" and bool(words)


def headed_by(person: Token, actor: Actor) -> str | None:
    """Return the body of "Berg, who heads the guild" and "manager Anna Berg of Orsk Mining"."""
    for prep in children(person, "prep"):
        for body in children(prep, "pobj"):
            if prep.lower_ not in ("of", "at"):
                continue
            own = body.lemma_.lower() in _SPOKEN_AT or body.lower_ in COMPANY_SUFFIXES
            own = own or (body.ent_type_ == "ORG" and not nation_of(body.text) and _firm(body))
            if body.ent_type_ == "ORG" if actor.roles & HEADING_ROLES else own and not actor.roles:
                return text_of(body, core_np(body))
    verb = person.head
    if person.dep_ == "nsubj" and verb.tag_ == "VBZ" and verb.lemma_.lower() in _RUNS:
        for body in children(verb, "dobj"):
            if body.pos_ == "PROPN" and body.text[0].isupper() and not nation_of(body.text):
                return text_of(body, core_np(body))
    for clause in children(person, "relcl"):
        for body in children(clause, "dobj"):
            proper = body.pos_ == "PROPN" and body.text[0].isupper()
            role = body.lemma_.lower() in ORG_ROLES and bool(
                children(body, "compound", "amod", "poss")
            )
            present = clause.tag_ in ("VBZ", "VBP") and any(
                w.lower_ == "who" for w in children(clause, "nsubj")
            )
            if clause.lemma_.lower() in HEADING_VERBS and (proper or role) and present:
                return text_of(body, core_np(body))
    return None
