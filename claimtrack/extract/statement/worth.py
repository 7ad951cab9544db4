"""Which propositions assert something that can be checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.extract.cast.identified import names_a_deed
from claimtrack.extract.clauses.propositions import Proposition
from claimtrack.extract.grammar import (
    children,
    is_finite,
    is_passive,
    is_verb,
    negation_of,
    subject_of,
)
from claimtrack.text.lexicon import OPINION_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = frozenset("i you he she it we they this that".split())
_EMPTY = frozenset("be have do get go thing something anything".split())
_SHOWN = frozenset("picture see show photograph leave right capture stand call name".split())
_NOT_NAMED = re.compile(
    r"\b(?:asked|wished|wanted|preferred|chose) (?:not to|to not|to) (?:be|remain|stay) "
    r"(?:named|identified|quoted|anonymous|unnamed)\b"
    r"|\bon condition of anonymity\b|\bnot (?:be )?authori[sz]ed to (?:speak|comment|talk)\b",
    re.IGNORECASE,
)
"""What tells of an attribution only: that a source wished to stay unnamed."""
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")


def worth_keeping(statement: str, found: Proposition, attributed: bool) -> bool:
    """Whether a statement is a claim: a predicate with its subject, and no mere opinion."""
    words = re.findall(r"[\w'’-]+", statement)
    if len(words) < 3 or statement.endswith("?"):
        return False
    if words[0].lower() == "here" and words[1].lower() in ("is", "are", "comes", "come"):
        return False  # "Here are the questions that we heard most"
    root = found.root
    if found.fixed is not None or _leads_with_a_name(root):
        return True
    if not (is_verb(root) or subject_of(root) is not None):
        # "The ring sold for a million": the parser may take the verb for an attribute.
        return any(
            c.dep_ in ("acl", "relcl")
            and (c.tag_ == "VBD" or _tells(root, c))
            and c.i > root.i
            and subject_of(c) is None
            for c in root.children
        )
    if _orphan_subject(found):
        return not _opinion(found, attributed)
    first = found.doc[min(found.tokens)] if found.tokens else root
    dangling = ("where", "unless", "because", "whose", "which", "whereas", "who")
    if (
        not found.lead
        and first.lower_ in dangling
        and first.head == root
        and first.i not in (found.swap)
    ):
        return False  # a subordinate clause without its main one
    if not found.lead and _asks(first, found):
        return False
    if _says_nothing(root, statement) or _NOT_NAMED.search(statement):
        return False
    said = first.nbor() if first.lower_ in ("so", "as") and first.i + 1 < len(found.doc) else first
    if said.tag_ in ("VBZ", "VBP", "VBD", "MD") and _asks_or_rests(root, said, found):
        return False  # "So did hundreds of others"
    if (
        words[0].lower() in ("this", "that", "these", "it")
        and len(words) <= 4
        and (root.pos_ == "AUX" or root.lemma_ == "dispute")
        and not (_names_a_person(root) or names_a_deed(root))
    ):
        return False
    if _stands_in(root) or _only_thinks(root, found) or _cannot_answer(root):
        return False
    if root.pos_ == "AUX" and not any(
        c.dep_ in ("attr", "acomp", "prep", "advmod", "advcl", "xcomp", "ccomp", "expl", "npadvmod")
        and c.lower_ not in ("then", "too", "not", "also")
        for c in root.children
    ):
        return False
    if (
        subject_of(root) is None
        and not found.lead
        and not _imperative_or_participle(root, found)
        and not _misread_subject(root, found)
    ):
        return False
    bare_form = root.tag_ == "VB" and subject_of(root) is None and not found.lead
    if bare_form and not _misread_subject(root, found):
        return False
    content = [t for t in _tokens(found) if t.pos_ in _CONTENT and t.lemma_ not in _EMPTY]
    if (
        len(content) < 2
        and not any(t.ent_type_ for t in content)
        and (
            len(words) < 6
            and words[0].lower() in _PRONOUNS
            and root.pos_ != "VERB"
            and "not" not in statement
            and not (_names_a_person(root) or names_a_deed(root))
        )
    ):
        return False
    return not _opinion(found, attributed)


def _stands_in(root: Token) -> bool:
    """Whether the predicate is an auxiliary that stands for another: "Today I do", "We can"."""
    if root.tag_ != "MD" and not (root.lemma_ == "do" and root.tag_ in ("VBZ", "VBP", "VBD")):
        return False
    subject = subject_of(root)
    if subject is None or subject.pos_ not in ("PRON", "PROPN"):
        return False  # "2,000 did" answers how many
    full = ("dobj", "xcomp", "ccomp", "attr", "acomp", "oprd", "prep", "dative", "prt")
    return not any(c.dep_ in full for c in root.children) and not any(
        c.dep_ in ("advmod", "npadvmod") and c.lower_ in ("well", "better", "badly", "much", "so")
        for c in root.children
    )


def _only_thinks(root: Token, found: Proposition) -> bool:
    """Whether it says that somebody thinks, and not what: "In April, Berg thinks"."""
    if root.lemma_.lower() not in ("think", "guess", "believe", "suppose", "hope", "reckon"):
        return False
    last = max((t.i for t in _tokens(found) if t.is_alpha), default=root.i)
    return root.i == last and not children(root, "ccomp", "xcomp", "auxpass", "neg")


def _cannot_answer(root: Token) -> bool:
    """Whether it is "I do not know how anyone could do more": a question that nobody answers."""
    subject = subject_of(root)
    if root.lemma_.lower() != "know" or negation_of(root) is None or subject is None:
        return False
    asked = ("who", "whom", "whose", "what", "which", "how", "why", "where", "when")
    return subject.lower_ in ("i", "we") and any(
        min(c.subtree, key=lambda w: w.i).lower_ in asked for c in children(root, "ccomp")
    )


def _says_nothing(root: Token, statement: str) -> bool:
    """Whether it tells that somebody spoke, and neither what nor of what nor that nobody did.

    "Berg said on Monday"; but "Nobody told us of cracks", "Eleven said no", "He asked for blood".
    """
    lemma = root.lemma_.lower()
    if lemma not in ("say", "tell", "add", "reply", "ask") or " that " in statement:
        return False
    if is_passive(root) and children(root, "prep", "xcomp"):
        return False  # "was told of the plan"
    if root.tag_ == "VBN" and not children(root, "aux", "auxpass"):
        return True
    denied = negation_of(root)
    if (denied is not None and denied.i < root.i) or _nobody(subject_of(root)):
        return False
    for child in root.children:
        content = child.dep_ in ("ccomp", "xcomp", "dobj")
        content = content and child.lower_ not in ("nonsense", "same")
        if content and (is_verb(child) or child.pos_ in ("NOUN", "NUM")):
            return False
        counted = child.dep_ in ("dobj", "oprd", "attr", "npadvmod") and child.pos_ == "NUM"
        answer = child.lower_ in ("yes", "no", "nothing", "little")
        if (counted or answer) and child.i > root.i:
            return False
        told = lemma in ("tell", "ask") and child.lower_ in ("of", "about", "for")
        if told and child.dep_ == "prep" and children(child, "pobj"):
            return False
    return not _tells_somebody(root)


def _tells_somebody(root: Token) -> bool:
    """Whether it says who was told, and of what or when: "We told the ministry on 4 May".

    The frame of a quotation has the same form: it is told apart before.
    """
    if root.lemma_.lower() != "tell" or is_passive(root):
        return False
    whom = children(root, "dobj", "dative")
    of = any(p.lower_ in ("of", "about") for w in whom for p in children(w, "prep"))
    subject = subject_of(root)
    ours = subject is not None and subject.lower_ in ("i", "we")
    dated = any(
        o.ent_type_ in ("DATE", "TIME") for p in children(root, "prep") for o in children(p, "pobj")
    )
    return bool(whom) and (of or (ours and dated))


def _nobody(subject: Token | None) -> bool:
    if subject is None:
        return False
    nouns = [subject, *children(subject, "det", "neg")]
    return any(n.lower_ in ("nobody", "none", "no", "neither", "nothing") for n in nouns)


def _asks_or_rests(root: Token, first: Token, found: Proposition) -> bool:
    """Whether a verb stands before its subject: "Are power stations" rests on what came before.

    "Had the bank failed, …" has its main clause behind it.
    """
    if first.lower_ in ("should", "had", "were") and "," in (w.text for w in first.doc[first.i :]):
        return False
    helper = first == root or (first.head == root and first.dep_ in ("aux", "auxpass"))
    subject = subject_of(root)
    return helper and not found.lead and subject is not None and subject.i > first.i


def _asks(first: Token, found: Proposition) -> bool:
    """Whether what is said is a question put into a clause: "I do not know who I can vote for"."""
    asking = first.lower_ in ("who", "whom", "whose", "what") and first.i not in found.swap
    opens = first.head == found.root or found.root in list(first.ancestors)
    whole = any(a.dep_ in ("csubj", "csubjpass") for a in first.ancestors)
    reported = bool(found.voice.verbs) and not found.voice.questioned
    return asking and opens and reported and not whole


def _tells(root: Token, verb: Token) -> bool:
    """Whether a participle behind a name is its predicate: "Anna Berg met with Oslo on Monday."

    The parser takes it for a caption's ("Berg pictured with her dog"), which has no verb either.
    """
    if root.dep_ != "ROOT" or root.pos_ != "PROPN" or verb.tag_ != "VBN" or verb.i != root.i + 1:
        return False
    sentence = root.sent
    finite = any(w.tag_ in ("VBD", "VBZ", "VBP", "MD") and w.head == root for w in sentence)
    prose = sentence.text.rstrip().endswith(".") and len(sentence) > 6
    by = any(p.lower_ == "by" or p.dep_ == "agent" for p in verb.children)
    return prose and not finite and not by and verb.lemma_.lower() not in _SHOWN


def _tokens(found: Proposition) -> list[Token]:
    return [found.doc[i] for i in sorted(found.tokens)] + [
        found.doc[i] for i in found.lead if isinstance(i, int)
    ]


def _orphan_subject(found: Proposition) -> bool:
    """Whether a subject stands among the tokens whose verb was taken out with the attribution."""
    return subject_of(found.root) is None and any(
        t.dep_ in ("nsubj", "nsubjpass") and t.head.i not in found.tokens and t.i < found.root.i
        for t in _tokens(found)
    )


def _imperative_or_participle(root: Token, found: Proposition) -> bool:
    """Whether a clause without a subject still has a finite or passive predicate."""
    return any(i in found.swap for i in found.tokens) or (
        root.tag_ in ("VBD", "VBZ") and any(c.dep_ in ("attr", "expl") for c in root.children)
    )


def _misread_subject(root: Token, found: Proposition) -> bool:
    """Whether the parser made something else of the subject of a finite predicate.

    "Less than a tenth of it was full": an adverb; "In Oslo, people who queued were sent home": an
    apposition of the place.
    """
    if not is_finite(root):
        return False
    share = [c for c in children(root, "advmod") if c.lower_ in ("less", "more", "fewer")]
    if any(c.i < root.i and children(c, "prep") for c in share):
        return True
    return any(
        t.dep_ == "appos"
        and t.head.dep_ == "pobj"
        and _phrase_of(t.head, root)
        and t.pos_ == "NOUN"
        and t.i < root.i
        for t in _tokens(found)
    )


def _phrase_of(token: Token, root: Token) -> bool:
    """Whether a noun stands in a phrase before the root: "as part of Norvik, its business …"."""
    while token.dep_ in ("pobj", "prep") and token.head != root:
        token = token.head
    return token.head == root and token.dep_ == "prep"


def _names_a_person(root: Token) -> bool:
    """Whether "it was …" says who it was: "It was somebody else"."""
    people = ("somebody", "someone", "nobody", "him", "her", "them", "me", "us")
    return any(c.lower_ in people for c in children(root, "attr"))


def _leads_with_a_name(root: Token) -> bool:
    """Whether the parser strings "Mr Pell and I talked" as "Mr Pell", and "I talked" beside it."""
    return root.pos_ == "PROPN" and any(
        is_finite(c) and any(s.lower_ in _PRONOUNS for s in children(c, "nsubj"))
        for c in children(root, "conj")
    )


def _opinion(found: Proposition, attributed: bool) -> bool:
    """Whether quoted words praise or lament and name no number, name or event."""
    tokens = _tokens(found)
    if any(t.pos_ == "NUM" or t.ent_type_ for t in tokens):
        return False
    lemmas = {t.lemma_.lower() for t in tokens} | {t.lower_ for t in tokens}
    judging = lemmas & OPINION_WORDS
    content = [t for t in tokens if t.pos_ in _CONTENT and not t.is_stop]
    subject = subject_of(found.root)
    if (
        subject is not None
        and subject.lower_ in ("you", "we")
        and attributed
        and (judging or (subject.lower_ == "you" and len(found.voice.sources) == 0))
    ):
        return True
    if (
        subject is not None
        and subject.lower_ == "i"
        and (judging or {"wait", "ca"} <= lemmas | {t.lower_ for t in tokens})
    ):
        return True
    return bool(judging) and attributed and len(content) <= 6
