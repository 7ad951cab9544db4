"""What the document as a whole tells of its names: labels, places, people beside a role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.extract.cast.actors import Place
from claimtrack.extract.cast.phrases import Description, describe
from claimtrack.extract.grammar import children, is_numbered, name_tokens
from claimtrack.text.given_names import is_given_name
from claimtrack.text.names import COMPANY_SUFFIXES, COMPANY_WORDS, ORG_ROLES, nation_of
from claimtrack.text.people import is_human_noun
from claimtrack.text.reporting import SPEAKER_ROLES, SPEECH_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PLACE_KINDS = frozenset(
    "village town city region district province island port county state "
    "valley suburb hamlet republic capital municipality".split()
)

_EITHER = frozenset(
    "owner organiser organizer sponsor host founder publisher landlord rival".split()
)
"""What a body may be as well as a human being: "the owner, Sund Lines"."""


def label_votes(docs: Sequence[Doc]) -> dict[str, str]:
    """Return for each name the entity label that it has most often in the document."""
    votes: dict[str, Counter[str]] = {}
    for doc in docs:
        for entity in doc.ents:
            name = entity.text.removeprefix("the ").removeprefix("The ").removesuffix("'s")
            votes.setdefault(name, Counter())[entity.label_] += 1
    return {name: counts.most_common(1)[0][0] for name, counts in votes.items()}


def apposed_people(docs: Sequence[Doc]) -> set[Place]:
    """Return where a name stands beside a role or an age: "the head nurse, Ines Moll, 49,"."""
    found: set[Place] = set()
    for unit, doc in enumerate(docs):
        for token in doc:
            subject = _called_human(token)
            if subject is not None:
                found.add((unit, subject.i))
            if token.dep_ != "appos":
                continue
            if _is_age(token) and token.head.pos_ == "PROPN" and not nation_of(token.head.text):
                found.add((unit, token.head.i))
                continue
            for name, role in ((token, _role_before(token)), (token.head, token)):
                described = describe(role) if role.pos_ == "NOUN" else None
                if (
                    name.pos_ == "PROPN"
                    and name.text[0].isupper()
                    and described is not None
                    and (described.role or is_human_noun(described.head))
                    and (
                        role.lemma_.lower() not in ORG_ROLES
                        and name.lower_ not in ORG_ROLES | COMPANY_SUFFIXES
                        and not (name.ent_type_ == "ORG" and role.lemma_.lower() in _EITHER)
                        and name.tag_ == "NNP"
                        and not nation_of(name.text)
                    )
                ):
                    found.add((unit, name.i))
    return found


def _called_human(token: Token) -> Token | None:
    """Return the name of two words of which "Ruben Askeld, 54, is chairman" tells a human role."""
    if token.dep_ != "attr" or token.pos_ != "NOUN" or token.head.lemma_ != "be":
        return None
    role = token.lemma_.lower()
    subject = next(iter(children(token.head, "nsubj")), None)
    human = (describe(token).role or is_human_noun(role)) and role not in ORG_ROLES
    if subject is None or subject.tag_ != "NNP" or not human or token.tag_ != "NN":
        return None
    words = name_tokens(subject)
    body = any(w.lower_ in ORG_ROLES | COMPANY_SUFFIXES | COMPANY_WORDS for w in words)
    named = len(words) == 2 and not children(subject, "det")
    return subject if named and not body and subject.ent_type_ != "ORG" else None


def people_by_surname(docs: Sequence[Doc]) -> set[Place]:
    """Return where a name of two words stands whose second word alone says something elsewhere.

    A person is shortened to the surname, a body seldom; names that the parser labels as those of
    bodies are left.
    """
    says = {
        token.text
        for doc in docs
        for token in doc
        if token.dep_ == "nsubj"
        and token.head.lemma_.lower() in SPEECH_VERBS
        and capitals(token) == token.lower_
        and token.lower_ not in ORG_ROLES | COMPANY_SUFFIXES | COMPANY_WORDS
    }
    return {
        (unit, token.i)
        for unit, doc in enumerate(docs)
        for token in doc
        if token.text in says
        and token.pos_ == "PROPN"
        and token.ent_type_ in ("", "PERSON")
        and len(name_tokens(token)) == 2
        and not any(w.ent_type_ == "ORG" or nation_of(w.text) for w in name_tokens(token))
    }


def _role_before(name: Token) -> Token:
    """The role that an apposition is a name of: "a spokesman for Norvik Rail, Jan Aske"."""
    body = name.head
    speaker = body.head.head if body.dep_ == "pobj" else body
    two = any(word.dep_ == "compound" for word in name.lefts)
    return speaker if two and speaker.lemma_.lower() in SPEAKER_ROLES else body


def bodies_by_context(docs: Sequence[Doc]) -> set[str]:
    """Return names (lower case) that the text itself tells to be of bodies, whatever the label.

    One stands beside a body's role ("the operator, Norra Roads"), or is what "its spokeswoman"
    takes up.
    """
    found: set[str] = set()
    subject: Token | None = None
    for doc in docs:
        for token in doc:
            if token.dep_ == "appos":
                pairs = ((token, token.head), (token.head, token))
                found |= {capitals(name) for name, role in pairs if _body_role(role)}
            owned = token.lower_ == "its" and token.head.lemma_.lower() in SPEAKER_ROLES
            if owned and subject is not None:
                found.add(capitals(subject))
            if token.dep_ == "nsubj" and token.ent_type_ == "PERSON":
                subject = token
            elif token.ent_type_ == "ORG" or _body_role(token):
                subject = None  # there is another body that "its" can take up
    return {name for name in found if " " in name and not has_given_name(name.title())}


def _is_age(token: Token) -> bool:
    """Whether a number between commas beside a name is an age: "Berg, 49, took it"."""
    commas = token.i > 0 and token.nbor(-1).text == "," and token.i + 1 < len(token.doc)
    years = token.text.isdigit() and 0 < int(token.text) < 111 and not children(token)
    host = token.head.ent_type_ not in ("GPE", "LOC", "DATE", "FAC")
    return commas and token.nbor().text == "," and years and host


def misread_surnames(docs: Sequence[Doc], found: Sequence[Description]) -> dict[Place, Token]:
    """Return surnames that open a sentence and that the tagger took for words: "Manning threw".

    Somebody has the full name in the text, and the word stands nowhere in small letters.
    """
    full = [d.name for d in found if d.shape == "person" and d.name and " " in d.name]
    names = {name.split()[-1] for name in full}
    common = {token.text for doc in docs for token in doc if token.text.islower()}
    return {
        (unit, token.i): token
        for unit, doc in enumerate(docs)
        for token in doc
        if token.is_sent_start
        and token.pos_ != "PROPN"
        and token.dep_ in ("nsubj", "nsubjpass")
        and token.text in names
        and token.lower_ not in common
        and not children(token, "det", "nummod")
    }


def capitals(token: Token) -> str:
    """Return the run of capitalised words that ends at the token, in lower case."""
    first = token.i
    while first and token.doc[first - 1].text[0].isupper() and token.doc[first - 1].dep_ != "det":
        first -= 1
    return str(token.doc[first : token.i + 1].text.lower()) if token.text[0].isupper() else ""


def _body_role(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return (
        token.pos_ == "NOUN"
        and token.text.islower()
        and lemma in ORG_ROLES | COMPANY_WORDS
        and describe(token).role is None
        and not children(token, "compound")[1:]
    )


def has_given_name(name: str | None) -> bool:
    """Whether a name of two or three words begins with a common given name."""
    words = name.split() if name else []
    return (
        1 < len(words) < 4
        and is_given_name(words[0])
        and (
            words[-1].lower() not in ORG_ROLES | COMPANY_SUFFIXES
            and words[-1][0].isupper()
            and "of" not in words
        )
    )


def place_names(docs: Sequence[Doc]) -> set[str]:
    """Return the short names that stand behind "in" or "near": places, whatever the label says."""
    found: set[str] = set()
    for doc in docs:
        for token in doc:
            if token.pos_ != "PROPN" or token.dep_ != "pobj":
                continue
            placed = token.head.lower_ in ("in", "near", "outside", "above", "across", "into")
            if not placed and not (
                token.head.lower_ == "of" and token.head.head.lemma_.lower() in _PLACE_KINDS
            ):
                continue
            run = name_tokens(token)
            if (
                len(run) <= 2
                and token.lower_ not in ORG_ROLES | COMPANY_SUFFIXES
                and (not any(w.ent_type_ == "PERSON" for w in run) or len(run) == 1)
            ):
                found.add(" ".join(w.text for w in run))
    return found


def is_mention_head(token: Token) -> bool:
    """Whether the token heads a phrase that can name somebody."""
    if token.pos_ not in ("PROPN", "NOUN") or token.dep_ == "compound":
        return False
    if token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"):
        return False
    return token.text[0].isalpha() and not is_numbered(token)


def word_count(name: str | None) -> int:
    """Return the number of words of a name, 0 for none."""
    return len(name.split()) if name else 0
