"""Finds sources where the parse alone does not show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.extract.cast.phrases import DOCUMENT_NOUNS, describe
from claimtrack.extract.clauses.propositions import Voice
from claimtrack.extract.clauses.reports import report_of
from claimtrack.extract.clauses.sources import source_like
from claimtrack.extract.grammar import (
    children,
    core_np,
    is_finite,
    is_passive,
    negation_of,
    subject_of,
    subtree,
    trees,
)
from claimtrack.text.reporting import REPORT_WITH_OBJECT, REPORTING_WORDS, SAID_NOUNS, SPEECH_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def framing_name(doc: Doc) -> Token | None:
    """Find who speaks in a frame that the parser made no clause of ("asked inspector X").

    The first noun phrase behind the reporting word, else the subject of the sentence
    ("The airline issued a statement:").
    """
    for word in doc:
        if word.lower_ in REPORTING_WORDS:
            subject = subject_of(word) if word.pos_ == "VERB" else None
            if subject is not None and subject.dep_ in ("nsubj", "nsubjpass"):
                return subject
            for token in doc[word.i + 1 : word.i + 7]:
                dated = token.ent_type_ in ("DATE", "TIME")
                if token.pos_ in ("NOUN", "PROPN") and token.dep_ != "compound" and not dated:
                    return token
    for token in doc:
        if token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and token.pos_ != "PRON":
            return token
    return _named_first(doc)


def announced(doc: Doc) -> Token | None:
    """Return whose words a sentence without a verb leads to: "Ina Roth, engineer, on the dam."."""
    on = any(t.lower_ in ("on", "about", "asked") and t.dep_ in ("prep", "acl") for t in doc)
    return _named_first(doc) if on else None


def _named_first(doc: Doc) -> Token | None:
    """Return whom a frame without a verb names first: 'Fire chief Ina Roth: "..."'."""
    roots = [t for t in doc if t.dep_ == "ROOT" and t.pos_ in ("NOUN", "PROPN")]
    if any(is_finite(t) for t in doc) or not roots or min(core_np(roots[0])) > 0:
        return None
    found = describe(roots[0])
    named = found.shape in ("person", "role", "org") or roots[0].pos_ == "PROPN"
    speaks = named or found.role or found.spokes
    return roots[0] if speaks else None


def after_preface(root: Token, allowed: set[int]) -> Token | None:
    """Return the predicate of P in "All I can say is that P" and "What we know is that P"."""
    subject = subject_of(root)
    if root.lemma_ != "be" or subject is None or negation_of(root) is not None:
        return None
    words = {w.lemma_.lower() for w in subject.subtree}
    opens = subject.lower_ == "all" or any(w.lower_ == "what" for w in subject.subtree)
    if not opens or not words & {"say", "know", "tell"} or not words & {"i", "we"}:
        return None
    for clause in children(root, "ccomp"):
        said = any(m.lower_ == "that" for m in children(clause, "mark"))
        if said and clause.i in allowed and clause.i > root.i:
            return clause
    return None


def hidden_report(root: Token, allowed: set[int]) -> Token | None:
    """Return a reporting verb that opens the sentence, but that the parser put under another.

    In "He had said that P, a prospect rejected by Q" the parser may take "rejected" for the
    main verb; a main verb that follows its own "ccomp" without a source is no real one.
    """
    for verb in children(root, "ccomp", "advcl"):
        own = subject_of(verb)
        if verb.i < root.i and own is not None and verb.i in allowed and is_finite(verb):
            opens = not children(verb, "mark") and own.i <= min(allowed) + 6
            report = report_of(verb, None, allowed) if opens else None
            if report is not None and report.contents and report.contents[0].i > verb.i:
                return verb
    return None


def reporting_object(root: Token, voice: Voice, subject: Token | None) -> Voice:
    """ "The airport reported 48 cancelled flights" is the airport's own word."""
    source = subject_of(root) or subject
    if root.lemma_.lower() not in REPORT_WITH_OBJECT or source is None or is_passive(root):
        return voice
    nor = any(c.lower_ in ("nor", "neither") for c in children(root, "cc", "preconj", "advmod"))
    if not children(root, "dobj") or negation_of(root) is not None or nor:
        return voice
    may_speak = source_like(source) or source.pos_ == "PROPN"
    if source.ent_type_ == "DATE" or (source.pos_ == "PRON" and not may_speak):
        return voice
    if root.lemma_.lower() in ("claim", "confirm") and not may_speak:
        return voice  # "The recount confirmed her victory", "The fire claimed its price"
    return voice.said_by(source, root, set())


def named_list(doc: Doc, source: Token) -> set[int]:
    """A source with the names coordinated to it, up to the next comma."""
    found = core_np(source)
    for index in range(max(found) + 1, max(subtree(source)) + 1):
        if doc[index].text in (",", ";", "-", "–", "—"):
            break
        found.add(index)
    for other in source.conjuncts:
        gap = {doc[i].text for i in range(source.i, other.i)}
        if other.i > source.i and "," not in gap:
            found |= core_np(other) | set(range(source.i, other.i))
    for other in children(source, "appos"):
        # "Dovra's minister, Anna Berg, …": a name beside a role is part of the source.
        pair = {other.pos_ == "PROPN", source.pos_ == "PROPN"}
        role = describe(other if source.pos_ == "PROPN" else source).role
        if len(pair) == 2 and role and other.i > source.i:
            return found | set(range(source.i, max(core_np(other)) + 1))
    tail = (
        {i for i in trees(children(source, "appos")) if doc[i].text != ","}
        if not children(source, "conj")
        else set()
    )
    if tail and max(tail) + 1 >= len(doc) - 1:
        found |= tail | {min(tail) - 1}
    return found


def nearer_noun(doc: Doc, noun: Token, start: int) -> Token:
    """ "a report on the mine, which …": what follows is of the mine, not of the report."""
    if noun.lemma_.lower() not in SAID_NOUNS | DOCUMENT_NOUNS:
        return noun
    for token in reversed(list(doc[noun.i + 1 : start])):
        if token.dep_ == "pobj" and token.head.head == noun:
            return token
    return noun


def mistaken_report(root: Token, tokens: set[int]) -> tuple[Voice, set[int]]:
    """Read "Prosecutors allege X shot Y", of which the parser makes one long name."""
    doc = root.doc
    for index in range(min(tokens) + 1, min(min(tokens) + 6, len(doc))):
        word, before = doc[index], doc[index - 1]
        if word.lower_ in ("allege", "claim", "say", "believe", "report") and (
            word.pos_ in ("NOUN", "PROPN") and before.tag_ == "NNS" and root.i > index
        ):
            frame = {i for i in tokens if i <= index}
            return Voice().said_by(before, word, frame), tokens - frame
    return Voice(), tokens


def trailing_report(root: Token, tokens: set[int]) -> tuple[Token, Voice, set[int]]:
    """Read "P, the fire inspector, Ada Berg, said on Friday", where the parser loses who said it.

    It takes the role and the name between commas for appositions of P's last noun. Returns the
    predicate of P, its voice and P's own tokens; what came in where there is no such ending.
    """
    doc = root.doc
    for verb in reversed([doc[i] for i in sorted(tokens)]):
        commas = [i for i in sorted(tokens) if i < verb.i and doc[i].text == ","]
        says = verb.lemma_.lower() in ("say", "add") and subject_of(verb) is None
        if not says or len(commas) < 3 or commas[-1] != verb.i - 1:
            continue
        start, middle, end = commas[-3:]
        parts = [list(doc[start + 1 : middle]), list(doc[middle + 1 : end])]
        names = [p for p in parts if 1 < len(p) < 4 and all(t.pos_ == "PROPN" for t in p)]
        person = bool(names) and names[0][-1].ent_type_ == "PERSON"
        roles = [
            part
            for part in parts
            if part not in names
            and (any(describe(t).role for t in part) or (person and _common(part)))
        ]
        said = [c for c in children(verb, "ccomp") if c.i < start] if verb == root else [root]
        if len(names) != 1 or len(roles) != 1 or not said or said[0].i >= start:
            continue
        frame = {i for i in tokens if i >= start and not (i == max(tokens) and doc[i].is_punct)}
        return said[0], Voice().said_by(names[0][-1], verb, frame), tokens - frame
    return root, Voice(), tokens


def trailing_medium(root: Token, tokens: set[int]) -> tuple[Token, Voice, set[int]]:
    """Read "Police said that P, the Inland Press reports": who says it last reports the saying.

    Only where P has a source of its own; else the ending is P's plain attribution. Returns the
    saying's verb, the voice of who reports it and the other tokens; what came in elsewhere.
    """
    doc = root.doc
    for verb in (doc[i] for i in sorted(tokens) if doc[i].lemma_.lower() in ("report", "write")):
        source = subject_of(verb)
        comma = max((i for i in tokens if i < verb.i and doc[i].text == ","), default=None)
        if source is None or comma is None or not comma < source.i < verb.i:
            continue
        if (
            source.pos_ not in ("NOUN", "PROPN")
            or source.ent_type_ == "DATE"
            or not is_finite(verb)
        ):
            continue
        if any(doc[i].pos_ in ("VERB", "AUX") for i in tokens if i > verb.i):
            continue
        frame = {i for i in tokens if i >= comma and not (i == max(tokens) and doc[i].is_punct)}
        rest = tokens - frame
        under = _said_under(root, verb, rest)
        if under is not None:
            who, said_first = under
            own_frame = rest - subtree(said_first)
            voice = Voice().said_by(source, verb, frame).said_by(who, root, own_frame)
            return said_first, voice, rest & subtree(said_first)
        for saying in (doc[i] for i in sorted(rest) if doc[i].lemma_.lower() in SPEECH_VERBS):
            own = subject_of(saying)
            said = [c for c in children(saying, "ccomp") if c.i in rest]
            if (
                own is not None
                and own.i in rest
                and said
                and (saying == root or saying.head == verb)
            ):
                return saying, Voice().said_by(source, verb, frame), rest
    return root, Voice(), tokens


def _common(words: list[Token]) -> bool:
    """Whether it is a plain "the harbour master", known as a role or not."""
    return len(words) > 1 and words[0].pos_ == "DET" and words[-1].pos_ == "NOUN"


def _said_under(root: Token, verb: Token, rest: set[int]) -> tuple[Token, Token] | None:
    """Return who said P, and P, of "Police said P, the Press reports" as the parser nests it.

    It takes "P, the Press reports" for what police said.
    """
    who = subject_of(root)
    said = [c for c in children(verb, "ccomp") if c.i in rest]
    nested = verb.head == root and verb.dep_ == "ccomp" and root.lemma_.lower() in SPEECH_VERBS
    if not nested or who is None or not said or not root.i < min(subtree(said[0])):
        return None
    return who, said[0]
