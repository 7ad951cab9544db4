"""What a noun phrase says of whom it names: name, role, nation, institution."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.extract.cast.institutions import plain_body
from claimtrack.extract.grammar import core_np, name_tokens, text_of
from claimtrack.text.given_names import is_given_name
from claimtrack.text.moods import evaluative
from claimtrack.text.names import (
    COMPANY_SUFFIXES,
    COMPANY_WORDS,
    EPITHETS,
    ORG_ROLES,
    PERSON_ROLES,
    TITLES,
    gender_of_title,
    nation_of,
    strip_titles,
)
from claimtrack.text.people import is_human_noun
from claimtrack.text.reporting import ANONYMOUS_NOUNS, SPEAKER_ROLES

if TYPE_CHECKING:
    from spacy.tokens import Token

_ORG_LABELS = ("ORG", "GPE", "NORP", "FAC", "LOC")


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase as a possible speaker.

    ``name`` is the proper name in it (titles stripped), ``shape`` "person", "org", "anonymous",
    "document", "pronoun" or "thing"; ``role`` its role noun, ``modifiers`` the other words.
    ``institution`` is the head token of the phrase that it speaks for, if it says so.
    """

    text: str
    head: str
    shape: str
    name: str | None = None
    role: str | None = None
    nation: str | None = None
    modifiers: frozenset[str] = frozenset()
    institution: str | None = None
    gender: str | None = None
    plural: bool = False
    definite: bool = False
    spokes: bool = False


_OFFICIALS = SPEAKER_ROLES | {"official", "source", "chief"}
_BODIES = frozenset(
    "police fire airport palace election port coastguard railway rescue customs "
    "emergency intelligence ambulance prison".split()
)

_BODY_TOO = frozenset(
    "owner rival opponent partner champion client customer guest victim player leader boss star "
    "candidate defendant heir insider successor predecessor adult baby publisher head".split()
)
"""What a firm, a club or a horse may be as well as a human being."""

_SITE = re.compile(r"[^.]\.[a-z]{2,3}$")
"""The end of a name that is an address: "Example.com"."""
_TRADE = re.compile(r"(?:ologist|ographer|ician|onomist|omer|urgeon|eer|crat|[mntr]ist|arian)$")

DOCUMENT_NOUNS = frozenset(
    """
    report study survey poll statement document filing letter indictment complaint lawsuit affidavit
    data figure figures statistics results research paper analysis audit investigation memo release
    review record records bulletin accounts minutes text agreement contract accord treaty
    papers documents emails logs files tests calculation calculations model
    tally notice post tweet message email website article broadcast
    forecast estimate assessment inquiry dispatch warrant transcript communique magazine
    """.split()
)


def entity_label(token: Token) -> str:
    """Return the OntoNotes label of the entity that the token is in, or ""."""
    return str(token.ent_type_)


def describe(token: Token) -> Description:
    """Describe the noun phrase headed by ``token``."""
    indices = core_np(token)
    doc = token.doc
    words = [doc[i] for i in sorted(indices)]
    own = [w for w in words if w.i <= token.i]
    text = text_of(token, indices)
    plural = token.tag_ in ("NNS", "NNPS")
    if token.pos_ == "PRON" or token.tag_ in ("PRP", "WP", "WDT"):
        gender = {"he": "m", "she": "f", "him": "m", "her": "f"}.get(token.lower_)
        return Description(
            text,
            token.lower_,
            "pronoun",
            gender=gender,
            plural=token.lower_ in ("they", "them", "we", "both"),
        )
    lowered = [w.lower_.rstrip(".") for w in own]
    nation = next(
        (
            n
            for w in reversed(own)
            if w.i != token.i or token.pos_ != "PROPN"
            for n in [_nation(w)]
            if n
        ),
        None,
    )
    definite = bool(own) and own[0].lower_ in ("the", "this", "that")
    body = token.text.islower() and token.lemma_.lower() in ORG_ROLES
    if token.pos_ == "PROPN" and not body:
        described = _named(token, own, text, nation, definite)
        if described is not None:
            return described
    head = token.lemma_.lower()
    role = head if head in PERSON_ROLES or head in SPEAKER_ROLES else None
    compound = lowered[-2] if len(lowered) > 1 and token.pos_ == "NOUN" else ""
    modifiers = frozenset(
        w.lower_
        for w in own[:-1]
        if w.pos_ in ("NOUN", "ADJ", "PROPN") and w.i != token.i and not _nation(w)
    )
    institution = _institution(token, own)
    shape = "thing"
    if token.ent_type_ == "PERSON" and token.pos_ == "PROPN":
        shape = "person"
    elif head in ANONYMOUS_NOUNS or token.lower_ in ANONYMOUS_NOUNS:
        shape = "anonymous"
        if definite and not plural and role and head not in ("official", "source", "person"):
            shape = "role"
        if head == "report" and not plural:
            shape = "document"
    elif role:
        shape = "role" if definite or nation or institution else "anonymous"
    elif head in ORG_ROLES or head in ("police", "coastguard", "kremlin"):
        shape = "org"
    elif head in DOCUMENT_NOUNS or token.lower_ in DOCUMENT_NOUNS:
        shape = "document"
    elif token.ent_type_ in ("GPE", "ORG", "NORP"):
        shape = "org"
    spokes = bool(role and (head in SPEAKER_ROLES and (head != "secretary" or compound == "press")))
    return Description(
        text,
        head,
        shape,
        None,
        role,
        nation,
        modifiers,
        plain_body(institution, role) if institution else None,
        gender_of_title([head]),
        plural,
        definite,
        spokes,
    )


def _nation(word: Token) -> str | None:
    return nation_of(word.text)


def _named(
    token: Token, own: list[Token], text: str, nation: str | None, definite: bool
) -> Description | None:
    run = list(name_tokens(token))
    before = [w for w in own if w.i < run[0].i]
    cut = 0
    spokes = False
    titles: list[str] = []
    for position, word in enumerate(run[:-1]):
        key = word.lower_.rstrip(".")
        trade = word.is_sent_start and len(run) - position > 2 and _tells_kind(key)
        if trade or key in TITLES or key in SPEAKER_ROLES or word.lemma_.lower() in PERSON_ROLES:
            cut = position + 1
            titles.append(key)
    if definite and cut == len(run) - 1 and token.lower_ in TITLES | PERSON_ROLES:
        return None  # "the Secretary General": all of it a role
    name_run = run[cut:]
    pre = [*before, *run[:cut]]
    roles = [
        w
        for w in pre
        if w.lemma_.lower() in PERSON_ROLES
        or w.lower_.rstrip(".") in TITLES
        or w.lemma_.lower() in SPEAKER_ROLES
    ]
    labels = [w.ent_type_ for w in name_run]
    last = token.lower_.rstrip(".")
    kind = any(is_human_noun(title) for title in titles)
    is_person = "PERSON" in labels or bool(roles) or kind or _is_human_name(before, name_run)
    if not roles and any(w.lemma_.lower() in COMPANY_WORDS for w in pre):
        is_person = False  # "the machine builder Tolman"
    if token.lemma_.lower() in ORG_ROLES or last in ORG_ROLES or last in COMPANY_SUFFIXES:
        is_person = bool(roles) and roles[-1].i < name_run[0].i and "ORG" not in labels
    if last in ORG_ROLES and not roles:
        is_person = False
    if not roles and _SITE.search(token.text):
        is_person = False
    if token.lemma_.lower() in PERSON_ROLES | SPEAKER_ROLES and len(name_run) == 1 and not cut:
        return None  # "the President": a role in capitals
    name = text_of(token, [w.i for w in name_run])
    if is_person:
        role = roles[-1].lemma_.lower() if roles else None
        spokes = bool(
            role in SPEAKER_ROLES and (role != "secretary" or any(w.lower_ == "press" for w in pre))
        )
        institution = None
        if roles:
            inst = [
                w
                for w in pre
                if w.i < roles[-1].i
                and w.dep_ != "det"
                and w.lemma_.lower() not in PERSON_ROLES
                and w.lower_
                not in (
                    "press",
                    "former",
                    "then",
                    "chief",
                    "senior",
                    "'s",
                    "co",
                    "-",
                    "deputy",
                    "company",
                    "longtime",
                    "local",
                    ",",
                )
            ]
            # "Presidential spokesman" names no body; "Kremlin spokesman" and "police" do.
            spoken_for = spokes and any(
                w.pos_ in ("NOUN", "PROPN") or nation_of(w.text) for w in inst
            )
            proper = [w for w in inst if w.pos_ == "PROPN" and w.lower_ not in TITLES]
            if spoken_for or any(not nation_of(w.text) for w in proper):
                institution = plain_body(text_of(token, [w.i for w in inst]), role)
        return Description(
            text,
            token.lower_,
            "person",
            strip_titles(name),
            role,
            nation,
            frozenset(w.lower_ for w in pre),
            institution,
            gender_of_title([w.lower_ for w in pre]),
            False,
            definite,
            spokes,
        )
    org_words = [w for w in own if w.dep_ != "det" and w.tag_ != "PRP$"]
    if len(org_words) > 3 and org_words[1].lower_ in ("'s", "’s") and is_given_name(run[0].text):
        org_words = org_words[2:]  # "Norland's Anna Berg"
    first = org_words[0] if org_words else token
    while len(org_words) > 1 and (
        _describes(org_words[0], org_words[1])
        or (org_words[0].text.islower() and org_words[0] != first and org_words[0].pos_ == "ADJ")
    ):
        org_words.pop(0)  # "operator Halden Hydro", "Previous favourite Reed"
    org_name = text_of(token, [w.i for w in org_words])
    tail = _of_tail(token)
    if tail:
        org_name = f"{org_name} {tail}"
    if token.lemma_.lower() in ANONYMOUS_NOUNS and token.tag_ == "NNPS":
        return None
    modifiers = frozenset(
        w.lower_
        for w in org_words
        if w.i != token.i and not _nation(w) and w.pos_ in ("PROPN", "NOUN", "ADJ")
    )
    return Description(
        text, last, "org", org_name, None, nation, modifiers, None, None, False, definite, False
    )


def _tells_kind(word: str) -> bool:
    """Whether a word that opens a sentence, before a name, is no part of it: "Brave Ina Roth"."""
    told = _TRADE.search(word) or is_human_noun(word) or word in evaluative() | EPITHETS
    return bool(told) and not is_given_name(word)


def _is_human_name(before: list[Token], name: list[Token]) -> bool:
    """Whether a noun before a name tells that it is a person's: "protester Ivo Lehn"."""
    noun = before[-1] if before else None
    if noun is None or len(name) != 2 or not noun.text.islower() or noun.pos_ != "NOUN":
        return False
    lemma = noun.lemma_.lower()
    return is_human_noun(lemma) and lemma not in ORG_ROLES | COMPANY_WORDS | _BODY_TOO


def _describes(word: Token, following: Token) -> bool:
    """Whether a word before a name only tells what it is of."""
    if word.text.islower():
        return word.pos_ == "NOUN" or word.tag_ in ("VBG", "JJS")
    opens = word.is_sent_start and word.pos_ in ("NOUN", "ADJ")
    return bool(opens) and following.text.islower() and following.pos_ in ("NOUN", "ADJ")


def _of_tail(token: Token) -> str:
    """Return "of Health" for "Ministry of Health": part of the name where it is capitalised."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "for") and child.i == token.i + 1:
            objects = [c for c in child.children if c.dep_ == "pobj"]
            if objects and objects[0].pos_ == "PROPN":
                found = {child.i, *core_np(objects[0])}
                end = max(found) + 1
                while end < len(token.doc) and token.doc[end].ent_iob_ == "I":
                    found.add(end)  # "for Security and Co-operation" is one name
                    end += 1
                return text_of(token, found)
    return ""


def _institution(token: Token, own: list[Token]) -> str | None:
    """Return the words for the institution that a role phrase names, or None.

    "a spokeswoman for Norvik Rail" and "Norvik Rail spokeswoman" both speak for Norvik Rail.
    """
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("for", "of", "at", "from", "with"):
            objects = [c for c in child.children if c.dep_ == "pobj"]
            bodies = [
                o
                for o in objects
                if o.pos_ == "PROPN"
                or o.lemma_.lower() in ORG_ROLES
                or token.lemma_.lower() in SPEAKER_ROLES
            ]
            if bodies:
                return text_of(token, core_np(bodies[0]))
    inst = [
        w
        for w in own[:-1]
        if w.dep_ != "det"
        and (w.text if w.text == "New" else w.lower_)
        not in (
            "press",
            "senior",
            "former",
            "chief",
            "new",
            "one",
            "another",
            "some",
            "two",
            "three",
            "several",
            "many",
            "other",
            "unnamed",
            "top",
            "local",
            "'s",
        )
        and (w.pos_ in ("PROPN", "NOUN") or nation_of(w.text))
    ]
    # "security experts" have a field; "police officials" and "Norvik officials" an institution.
    if any(
        w.pos_ == "PROPN"
        or w.lemma_.lower() in ORG_ROLES
        or (w.lower_ in _BODIES and token.lemma_.lower() in _OFFICIALS)
        for w in inst
    ):
        return text_of(token, [w.i for w in inst])
    return None
