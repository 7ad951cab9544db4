"""Attributions beside a clause: "according to X", and "X said" between commas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.extract.cast.phrases import describe
from claimtrack.extract.clauses.attribution import named_list
from claimtrack.extract.clauses.propositions import Voice
from claimtrack.extract.clauses.sources import source_like
from claimtrack.extract.grammar import children, is_finite, is_verb, subject_of, subtree
from claimtrack.text.reporting import ASSERT_VERBS, SPEECH_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BETWEEN_COMMAS = (SPEECH_VERBS | ASSERT_VERBS) - {"continue", "show"}
"""Verbs of "The fire, it reckons, cost 12 million"."""


def according(doc: Doc, voice: Voice, tokens: set[int]) -> tuple[Voice, set[int]]:
    for index in sorted(tokens):
        word = doc[index]
        if word.lower_ != "according" or index not in tokens:
            continue
        source = next(
            (o for p in word.children if p.lower_ == "to" for o in children(p, "pobj")), None
        )
        if source is None:
            continue
        if voice.verbs and voice.verbs[-1].lower_ == "according":
            # A second one belongs to an aside behind the first: what it says is another's.
            cut = max(voice.frame)
            tokens = {i for i in tokens if i <= cut}
            break
        gone = (
            named_list(doc, source)
            | {word.i, source.i - 1}
            | {c.i for c in word.children if c.dep_ in ("prep", "advmod")}
        ) & tokens
        gone |= {i for i in range(word.i, max(gone)) if i in tokens}
        source, gone = _named_behind(doc, source, gone, tokens)
        edge = max(gone)
        # An apposition behind the comma ("…, according to the Kremlin, a sign …") stays.
        voice = voice.said_by(source, word, gone)
        tokens = tokens - gone
        if edge + 1 < len(doc) and doc[edge + 1].text == ",":
            before = min(gone) - 1
            if before >= 0 and doc[before].text == ",":
                follows = edge + 2 < len(doc) and is_verb(doc[edge + 2])
                tokens = tokens - ({before, edge + 1} if follows else {before})
    return voice, tokens


def _named_behind(
    doc: Doc, source: Token, gone: set[int], tokens: set[int]
) -> tuple[Token, set[int]]:
    """Take the name in "according to its president, Ada Berg", that the parser hung elsewhere."""
    comma = max(gone) + 1
    rest = [i for i in sorted(tokens) if i > comma]
    name = [doc[i] for i in rest if not doc[i].is_punct]
    alone = 1 < len(name) < 4 and all(w.ent_type_ == "PERSON" for w in name)
    stops = len(rest) - len(name) <= 1
    role = source.pos_ == "NOUN" and describe(source).role is not None
    if comma < len(doc) and doc[comma].text == "," and alone and stops and role:
        return name[-1], gone | {comma} | {w.i for w in name}
    return source, gone


def parenthesis(root: Token, voice: Voice, tokens: set[int]) -> tuple[Voice, set[int]]:
    """Take "police said" out of "The fire, police said, killed 12"."""
    doc = root.doc
    for index in sorted(tokens):
        verb = doc[index]
        if verb == root or verb.lemma_.lower() not in _BETWEEN_COMMAS:
            continue
        source = next(reversed(children(verb, "nsubj")), None)
        if source is None or not source_like(source) or not is_finite(verb):
            continue
        if verb.dep_ not in ("parataxis", "ccomp", "advcl", "dep", "conj", "appos", "relcl"):
            continue
        if any(
            is_verb(c) or subject_of(c) is not None for c in children(verb, "ccomp", "xcomp")
        ) or children(verb, "dobj"):
            continue
        if any(m.lower_ != "as" for m in children(verb, "mark")):
            continue  # "before the regulator had asked" tells when
        part = subtree(verb)
        for other in children(verb, "conj"):
            # "The wind dropped, Berg says, and the fire died": what goes on is no part of it.
            if subject_of(other) is not None:
                cut = {c.i for c in children(verb, "cc")} | subtree(other)
                part = {i for i in part - cut if i < min(cut)}
        for other in children(verb, "nsubj")[:-1]:
            # "The ferry, she said, left": the parser gives the verb both subjects.
            part -= subtree(other)
        low = min(part)
        if doc[low].text == ",":
            low += 1
        if any(w.tag_ in ("WRB", "WDT", "WP") for w in verb.children):
            continue
        if verb.head.pos_ == "ADV" and verb.head.i < verb.i:
            continue  # "as soon as they ask"
        if len(part) > 14 or low == 0 or doc[low - 1].text not in (",", "-", "–", "—"):
            marks = {m.lower_ for m in children(verb, "mark")}
            if "as" not in marks or len(part) > 14:
                continue
        voice = voice.said_by(source, verb, part)
        tokens = tokens - part - ({low - 1} if doc[low - 1].text == "," else set())
    return voice, tokens
