"""Propositions whose clause needs other words than it has in the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.extract.clauses.predicates import full_np
from claimtrack.extract.clauses.propositions import SOURCE, Proposition, Voice
from claimtrack.extract.clauses.reports import Report
from claimtrack.extract.grammar import (
    children,
    is_passive,
    is_verb,
    negation_of,
    subtree,
    text_of,
)
from claimtrack.text.inflect import participle, past, third_person

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def oblige(found: Proposition) -> None:
    """Put "should" into a demanded clause: "that he resign" → "he should resign"."""
    helpers = [h for h in children(found.root, "aux", "auxpass", "neg") if h.i in found.tokens]
    if any(h.tag_ == "MD" for h in helpers) or not is_verb(found.root):
        return
    first = min([found.root, *helpers], key=lambda t: t.i)
    word = "be" if first.lemma_ == "be" else first.lemma_.lower()
    found.swap.setdefault(first.i, ["should not" if first.dep_ == "neg" else f"should {word}"])


def infinitive(report: Report, content: Token, voice: Voice) -> Proposition:
    """ "claimed to have shot down 12" → "X shot down 12"; "denied taking" → "X did not take"."""
    base = content.lemma_.lower()
    body = subtree(content) & report.scope
    helpers = children(content, "aux", "auxpass", "mark")
    lemmas = {h.lemma_.lower() for h in helpers}
    body -= {h.i for h in helpers if h.dep_ != "mark"}
    body -= {h.i for h in helpers if h.dep_ == "mark"}
    passive = is_passive(content)
    verb: list[int | str]
    if voice.denied:
        verb = (
            ["was not", participle(base)]
            if passive
            else (["was not"] if base == "be" else ["did not", base])
        )
    elif passive:
        verb = ["was", participle(base)]
    else:
        verb = [past(base) if "have" in lemmas or content.tag_ == "VBG" else third_person(base)]
    before: list[int | str] = [SOURCE]
    return Proposition(
        content.doc,
        content,
        body,
        voice,
        before,
        {content.i: verb},
        body | report.frame,
        False,
        False,
    )


def demanded(report: Report, addressee: Token, content: Token, voice: Voice) -> Proposition:
    """ "urged Oslo to stop" → "Oslo should stop"."""
    lead: list[int | str] = [*sorted(full_np(addressee)), "should"]
    body = (subtree(content) & report.scope) - subtree(addressee)
    body -= {m.i for m in children(content, "mark") if m.lower_ == "for"}
    negated = negation_of(content)
    if negated is not None:
        lead.append("not")
        body.discard(negated.i)
    return Proposition(
        content.doc, content, body, voice, lead, {}, body | report.frame, False, False
    )


def when_clause(found: Proposition) -> Token | None:
    """Return the predicate of P in "that was when P", or None."""
    root = found.root
    subject = next(iter(children(root, "nsubj")), None)
    if root.lemma_ != "be" or subject is None or subject.lower_ not in ("that", "this"):
        return None
    for clause in children(root, "advcl", "ccomp", "attr", "relcl"):
        if is_verb(clause) and any(w.lower_ == "when" for w in children(clause, "advmod")):
            return clause
    return None


def time_phrase(doc: Doc, start: int) -> str:
    """Return the adverbial that the date at offset ``start`` stands in: "at noon on Sunday"."""
    token = next(t for t in doc if t.idx + len(t.text) > start)
    while token.head != token and not is_verb(token.head):
        token = token.head
    return text_of(token, (t.i for t in token.subtree if not t.is_punct or t.text != "."))


def uninverted(found: Proposition) -> Proposition:
    """ "Nor has any counter refused" → "no counter has refused", "Nor did he" → "he did not"."""
    doc, root = found.doc, found.root
    first = doc[min(found.tokens)] if found.tokens else root
    helpers = [h for h in (root, *children(root, "aux", "auxpass")) if is_verb(h)]
    if first.lower_ not in ("nor", "neither") or not helpers or found.lead:
        return found
    helper = min(helpers, key=lambda h: h.i)
    behind = [s for s in children(root, "nsubj", "nsubjpass", "expl") if s.i > helper.i]
    subject = behind[0] if behind else None
    if subject is None or helper.i < first.i or first.head not in (root, helper):
        return found
    named = sorted(i for i in subtree(subject) & found.tokens if i > helper.i)
    if helper == root and root.lemma_ == "do" and not children(root, "dobj") and len(named) > 1:
        named.pop()  # "Nor did the pilot answer": the parser takes the verb for a noun
    any_of = doc[named[0]].lower_ == "any"
    lead: list[int | str] = ["no", *named[1:]] if any_of else [*named]
    lead += [helper.i] if any_of else [helper.i, "not"]
    before = {i for i in found.tokens if i < helper.i}
    tokens = found.tokens - {first.i, helper.i, *named} - before
    return replace(found, tokens=tokens, lead=[*sorted(before - {first.i}), *lead])


def at_time(found: Proposition, clause: Token, when: str) -> Proposition:
    """ "That was when P", said of a time spoken of before → P, with that time behind it."""
    body = {i for i in subtree(clause) & found.tokens if not found.doc[i].is_punct} - {
        w.i for w in children(clause, "advmod") if w.lower_ == "when"
    }
    last = max(body)
    swap: dict[int, list[int | str]] = {**found.swap, last: [last, when]}
    return replace(found, root=clause, tokens=body, swap=swap)


def noun_denial(report: Report, noun: Token, voice: Voice) -> Proposition:
    """ "denied any wrongdoing": the words come from the noun when the statement is written."""
    frame = {t.i for t in report.verb.subtree}
    return Proposition(
        noun.doc, noun, subtree(noun), voice, [], {}, frame, False, False, fixed="noun"
    )
