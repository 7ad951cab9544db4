"""Propositions whose clause needs other words than it has in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.extract.grammar import children, is_passive, is_verb, negation_of, subtree
from claimtrack.extract.predicates import full_np
from claimtrack.extract.propositions import SOURCE, Proposition, Voice
from claimtrack.extract.reports import Report
from claimtrack.text.inflect import participle, past, third_person

if TYPE_CHECKING:
    from spacy.tokens import Token


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


def noun_denial(report: Report, noun: Token, voice: Voice) -> Proposition:
    """ "denied any wrongdoing": the words come from the noun when the statement is written."""
    frame = {t.i for t in report.verb.subtree}
    return Proposition(
        noun.doc, noun, subtree(noun), voice, [], {}, frame, False, False, fixed="noun"
    )
