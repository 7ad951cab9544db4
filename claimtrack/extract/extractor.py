"""Document → claims: parse, take apart, say who holds what, and write it down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from claimtrack.extract.cast.actors import Actor
from claimtrack.extract.cast.nouns import Referent, fits_gender
from claimtrack.extract.cast.registry import Registry
from claimtrack.extract.cast.subjects import answers_charges, behind_its_words
from claimtrack.extract.clauses.entries import stated
from claimtrack.extract.clauses.propositions import Proposition
from claimtrack.extract.clauses.retracted import retracted
from claimtrack.extract.clauses.rewrites import at_time, time_phrase, uninverted, when_clause
from claimtrack.extract.clauses.spans import with_frame
from claimtrack.extract.clauses.walk import Walker
from claimtrack.extract.page.units import Unit, units
from claimtrack.extract.reference.answers import answered, question_of
from claimtrack.extract.reference.coreference import Resolver
from claimtrack.extract.reference.counts import Counts
from claimtrack.extract.reference.first_person import FirstPerson
from claimtrack.extract.reference.topics import Topics
from claimtrack.extract.statement.flashback import Then, flashbacks, told
from claimtrack.extract.statement.orders import in_force
from claimtrack.extract.statement.stance import certainty_of, stance_of
from claimtrack.extract.statement.timing import Times
from claimtrack.extract.statement.worth import worth_keeping
from claimtrack.extract.statement.write import StatementWriter
from claimtrack.extract.voices.holders import HolderFinder, Source
from claimtrack.extract.voices.interviews import interviewee
from claimtrack.extract.voices.labelled import Labelled
from claimtrack.extract.voices.speakers import Speakers
from claimtrack.extract.voices.transcripts import learn_bodies
from claimtrack.model import (
    Certainty,
    Claim,
    DayInterval,
    Document,
    Entity,
    Holder,
    HolderKind,
    Stance,
    normalise,
)
from claimtrack.ports import Parser
from claimtrack.text.names import ORG_ROLES, gender_of_title
from claimtrack.text.quantities import find_quantities
from claimtrack.text.reporting import ASSERT_VERBS, QUOTING_VERBS, SPEECH_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FALLBACK_HOLDER = "the article"
"""The holder's name where nobody is quoted and the outlet is not known."""

_ENTITY_LABELS = frozenset(
    "PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE".split()
)


@dataclass(slots=True)
class _Draft:
    """A claim before its statement is parsed for numbers and names."""

    unit: int
    found: Proposition
    statement: str
    sources: list[Source]
    stance: Stance
    certainty: Certainty
    event: DayInterval | None
    report: DayInterval | None
    span: tuple[int, int]


class ClaimExtractor:
    """Extracts claims with a dependency parser. As safe between threads as its parser."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser

    def extract(self, document: Document) -> list[Claim]:
        """Return the claims of ``document`` in text order; the same input gives the same claims.

        Each quote is ``document.text[start:end]`` and at most one sentence. Nothing is read but
        the document: relative dates resolve against ``document.published`` or stay unresolved.
        """
        found = units(document.text, document.title)
        if not found:
            return []
        docs = self._parser.parse([unit.text for unit in found])
        return _Reading(document, found, docs, self._parser).claims()


class _Reading:
    """One pass over one document."""

    def __init__(
        self, document: Document, found: Sequence[Unit], docs: Sequence[Doc], parser: Parser
    ) -> None:
        self._document = document
        self._units = found
        self._docs = docs
        self._parser = parser
        self._registry = Registry(docs, [unit.sentence for unit in found], document.outlet)
        self._registry.add_speakers([unit.label for unit in found if unit.label])
        ours = FirstPerson(docs, found, self._registry, document.outlet)
        self._resolver = Resolver(docs, found, self._registry, ours)
        self._holders = HolderFinder(
            self._registry, self._resolver, document.outlet or FALLBACK_HOLDER
        )
        self._labelled = Labelled(found, self._registry)
        topics = Topics(docs, found, self._resolver)
        self._writer = StatementWriter(self._resolver, self._registry, topics, Counts(docs, found))
        self._walkers: list[Walker] = []
        self._speaker: dict[int, Source] = {}
        self._times = Times(docs, document.published)
        self._then = flashbacks(found, docs, self._times.mentions, document.published)

    def claims(self) -> list[Claim]:
        props: list[list[Proposition]] = []
        for unit, doc in zip(self._units, self._docs, strict=True):
            walker = Walker(doc)
            props.append(walker.run(framing=bool(unit.frames), denied=unit.denied))
            self._walkers.append(walker)
        learn_bodies(self._units, self._docs, self._labelled_actor)
        self._find_speakers()
        for number in range(len(props)):
            whole = self._answer(number)
            if self._units[number].entry:
                whole = stated(self._docs[number])
            if whole is not None:
                props[number] = [whole]
            props[number] = [self._dated(number, uninverted(found)) for found in props[number]]
        drafts = [
            draft
            for number, found in enumerate(props)
            if not self._units[number].question
            for draft in self._drafts(number, found)
        ]
        return self._finish(_without_repeats(drafts))

    # -- speakers ---------------------------------------------------------------------------

    def _find_speakers(self) -> None:
        """Resolve each frame's speaker in text order, so that "he" can be the one before."""
        last: Source | None = None
        for number, walker in enumerate(self._walkers):
            if walker.speaker is None or self._units[number].quoted is not None:
                continue
            # "I think" of an interview is whoever answers, not the outlet.
            labelled = self._labelled.source(number)
            outer = [] if labelled is None else [labelled]
            goes_on = last is not None and self._goes_on(number, walker.speaker, last)
            source = self._holders.source(number, walker.speaker, outer, bool(outer), last)
            source = last if last is not None and goes_on else source
            self._speaker[number] = source
            last = source
        speaking = dict.fromkeys(self._speaker, True)
        self._frames = Speakers(self._units, speaking)
        self._interviewee = interviewee(self._units, self._registry)

    def _goes_on(self, number: int, token: Token, last: Source) -> bool:
        """Whether "he said" is who spoke last: "P, a crew member told the radio. He said Q"."""
        before = max(self._speaker, default=number)
        speaker = self._walkers[before].speaker if before < number else None
        if token.lower_ not in ("he", "she") or speaker is None:
            return False
        gap = self._units[number].sentence - self._units[before].sentence
        wanted = "m" if token.lower_ == "he" else "f"
        actor = last.referent.actor
        if actor is not None:
            if actor.kind != "person" or answers_charges(token):
                return False
            # "Berg says a guest fell. He says P": what she tells of is no one who speaks.
            rivals = self._rivals(before, number, actor, wanted)
            return gap in (1, 2) and not rivals and fits_gender(actor, wanted)
        unnamed = last.holder.kind is HolderKind.ANONYMOUS and not last.referent.plural
        behind = gap == 1 and behind_its_words(speaker)
        return behind and unnamed and gender_of_title(last.holder.name.split()) in (None, wanted)

    def _rivals(self, before: int, number: int, actor: Actor, wanted: str) -> bool:
        """Whether another can be meant by a pronoun in unit ``number`` than who spoke last.

        Whoever leads a sentence between; of who spoke with a gender not known, anybody else.
        """
        others = [
            m
            for m in self._registry.mentions
            if (before, -1) < m.place < (number, 0)
            and m.actor is not actor
            and m.actor.kind == "person"
            and fits_gender(m.actor, wanted)
        ]
        leads = any(m.subject and m.sentence > self._units[before].sentence for m in others)
        return leads or (bool(others) and actor.gender != wanted)

    def _outer(self, number: int) -> list[Source]:
        """Return the sources that a whole unit stands under: its quotation's speaker."""
        unit = self._units[number]
        if unit.quoted is not None:
            frame = self._frames.frame(number)
            here = frame is not None and self._units[frame].paragraph == unit.paragraph
            if frame is not None and (here or unit.label is None):
                return [self._speaker[frame]]
        labelled = self._labelled.source(number)
        if labelled is not None:
            return [labelled]
        if unit.quoted is not None:
            before = [
                n
                for n in self._speaker
                if n < number and self._units[number].paragraph - self._units[n].paragraph <= 1
            ]
            if before:
                return [self._speaker[before[-1]]]
            if self._interviewee is not None:
                return [self._interviewee]
            return [Source(Holder("unnamed speaker", HolderKind.ANONYMOUS), Referent(""))]
        return []

    def _labelled_actor(self, number: int) -> Actor | None:
        found = self._labelled.source(number)
        return None if found is None else found.referent.actor

    # -- answers ----------------------------------------------------------------------------

    def _answer(self, number: int) -> Proposition | None:
        """Return what an incomplete answer of an interview states together with its question."""
        question = question_of(self._units, number)
        speaker = self._labelled.source(number) if question is not None else None
        if question is None or (speaker is None and self._units[number].label is not None):
            return None
        words = partial(self._asked, question, speaker)
        return answered(self._docs[question], self._docs[number], words)

    def _dated(self, number: int, found: Proposition) -> Proposition:
        """Read "An inspector rang on 3 May. That is when we learned of it" as dated 3 May."""
        then = self._flashback(number, found)
        if then is not None:
            return told(found, then)
        clause = when_clause(found)
        here = self._units[number].sentence
        before = [n for n in range(number) if self._units[n].sentence == here - 1]
        mentions = self._times.mentions[before[-1]] if before else []
        if clause is None or not mentions:
            return found
        mention = mentions[-1]
        return at_time(found, clause, time_phrase(self._docs[before[-1]], mention.start))

    def _asked(self, question: int, speaker: Source | None, indices: Sequence[int]) -> str | None:
        """Write words of a question as the one who answers would: "you" is the speaker."""
        words: list[str] = []
        actor = speaker.referent.actor if speaker is not None else None
        body = actor.institution if actor is not None else None
        for index in indices:
            token = self._docs[question][index]
            if speaker is None and token.lower_ in ("you", "your", "i", "me", "my", "we", "our"):
                return None  # the text asks its reader, or as one
            if speaker is not None and token.lower_ == "you":
                words.append(speaker.referent.text)
            elif speaker is not None and token.lower_ == "your":
                ours = token.head.lemma_.lower() in ORG_ROLES
                owner = body if ours else f"{speaker.referent.text}'s"
                if owner is None:
                    return None
                words.append(owner)
            elif token.i and token.nbor(-1).lower_ == "your" and token.lemma_.lower() in ORG_ROLES:
                continue
            elif token.tag_ == "PRP":
                found = self._resolver.pronoun(question, token, [], False)
                words.append(found.text if found is not None else token.text)
            else:
                words.append(token.text)
        return re.sub(r" (?=['’]s?\b|[,.])", "", " ".join(words))

    # -- drafts -----------------------------------------------------------------------------

    def _drafts(self, number: int, found: Sequence[Proposition]) -> list[_Draft]:
        unit = self._units[number]
        outer = self._outer(number)
        direct = bool(outer)
        if unit.label in ("Q", "Question"):
            # Who asks says nothing, but may tell what others say.
            found = [proposition for proposition in found if proposition.voice.sources]
        drafts: list[_Draft] = []
        for proposition in found:
            if (
                unit.frames
                and not proposition.voice.sources
                and self._is_frame(number, proposition)
            ):
                continue
            if retracted(proposition):
                continue
            sources = self._chain(number, proposition, outer, direct)
            statement = self._writer.write(number, proposition, sources, direct)
            if statement is None or not worth_keeping(statement, proposition, bool(sources)):
                continue
            drafts.append(
                _Draft(
                    number,
                    proposition,
                    statement,
                    sources,
                    stance_of(proposition, direct, in_force(proposition, sources)),
                    certainty_of(proposition),
                    self._event(number, proposition),
                    self._times.report(number, proposition, self._frame_of(number)),
                    (0, 0),
                )
            )
        for draft in drafts:
            draft.span = self._span(number, draft.found, len(drafts) == 1)
        return drafts

    def _flashback(self, number: int, found: Proposition) -> Then | None:
        """The time long gone that the unit goes on telling of; what others say has its own."""
        return None if found.voice.sources else self._then.get(number)

    def _event(self, number: int, found: Proposition) -> DayInterval | None:
        then = self._flashback(number, found)
        if then is not None:
            return then.interval
        return self._times.event(number, found, self._walkers[number].found)

    def _is_frame(self, number: int, found: Proposition) -> bool:
        """Whether the proposition is no more than "Anna Berg said on Monday"."""
        speaker = self._walkers[number].speaker
        says = found.root.lemma_.lower() in SPEECH_VERBS | ASSERT_VERBS | QUOTING_VERBS
        own = speaker is not None and any(child == speaker for child in found.root.children)
        return (says and own) or len([t for t in found.tokens if found.doc[t].is_alpha]) < 3

    def _chain(
        self, number: int, found: Proposition, outer: list[Source], direct: bool
    ) -> list[Source]:
        chain = list(outer)
        for token in found.voice.sources:
            known = self._speaker.get(number)
            if known is not None and self._walkers[number].speaker == token:
                source = known
            else:
                last = self._previous_speaker(number)
                source = self._holders.source(number, token, chain, direct, last)
            if not chain or _differs(chain[-1], source):
                chain.append(source)
        return chain

    def _previous_speaker(self, number: int) -> Source | None:
        before = [n for n in self._speaker if n < number]
        return self._speaker[max(before)] if before else None

    def _frame_of(self, number: int) -> int | None:
        return self._frames.frame(number) if self._units[number].quoted is not None else None

    # -- place in the text ----------------------------------------------------------------------

    def _span(self, number: int, found: Proposition, alone: bool) -> tuple[int, int]:
        """Return the quote's offsets: the sentence for a lone claim, else its own stretch."""
        unit = self._units[number]
        if alone and self._sole_in_sentence(number):
            return unit.full_span if unit.full_span[1] > unit.full_span[0] else unit.span
        if alone:
            return unit.span
        tokens = with_frame(found.voice.frame, found.span)
        if not tokens:
            return unit.span
        first, last = found.doc[min(tokens)], found.doc[max(tokens)]
        start = unit.offsets[first.idx]
        end = unit.offsets[min(last.idx + len(last.text) - 1, len(unit.offsets) - 1)] + 1
        text = self._document.text[start:end]
        lead = len(text) - len(text.lstrip(" ,;:\t\n"))
        return start + lead, start + len(text.rstrip(" ,;:\t\n")) if text.strip() else end

    def _sole_in_sentence(self, number: int) -> bool:
        """Whether no other unit of the sentence says anything of its own."""
        unit = self._units[number]
        for other, walker in enumerate(self._walkers):
            if other == number or self._units[other].sentence != unit.sentence:
                continue
            if self._units[other].quoted is not None:
                return False
            if any(p.voice.sources or not self._is_frame(other, p) for p in walker.found):
                return False
        return True

    # -- finishing ----------------------------------------------------------------------------

    def _finish(self, drafts: list[_Draft]) -> list[Claim]:
        # A statement that is the sentence itself has been parsed already.
        known = {unit.text: doc for unit, doc in zip(self._units, self._docs, strict=True)}
        fresh = list(dict.fromkeys(d.statement for d in drafts if d.statement not in known))
        known.update(zip(fresh, self._parser.parse(fresh), strict=True))
        parsed = [known[draft.statement] for draft in drafts]
        claims: list[Claim] = []
        outlet = Holder(self._document.outlet or FALLBACK_HOLDER, HolderKind.OUTLET)
        for draft, doc in zip(drafts, parsed, strict=True):
            start, end = draft.span
            holder = draft.sources[-1].holder if draft.sources else outlet
            if self._is_outlet(holder):
                holder = outlet
            claims.append(
                Claim(
                    document=self._document.id,
                    quote=self._document.text[start:end],
                    start=start,
                    end=end,
                    statement=draft.statement,
                    holder=holder,
                    via=tuple(source.holder for source in draft.sources[:-1]),
                    stance=draft.stance,
                    certainty=draft.certainty,
                    event_time=draft.event,
                    report_time=draft.report,
                    quantities=tuple(find_quantities(doc)),
                    entities=self._entities(doc),
                    sentence=self._units[draft.unit].sentence,
                )
            )
        return sorted(claims, key=lambda claim: (claim.start, claim.end, claim.statement))

    def _is_outlet(self, holder: Holder) -> bool:
        """Whether the holder is the outlet itself: "the Lantern" in the Daily Lantern."""
        outlet = normalise(self._document.outlet or "").removeprefix("the ")
        name = normalise(holder.name).removeprefix("the ")
        return (
            bool(outlet)
            and holder.kind is HolderKind.ORGANISATION
            and (name == outlet or (len(name) > 3 and f" {outlet} ".endswith(f" {name} ")))
        )

    def _entities(self, doc: Doc) -> tuple[Entity, ...]:
        found: list[Entity] = []
        for entity in doc.ents:
            if entity.label_ not in _ENTITY_LABELS:
                continue
            text = re.sub(r"^(?:the|The) |['’]s?$", "", entity.text)
            actor = self._registry.find(text) or self._registry.person(text)
            label = entity.label_
            if actor is not None and actor.kind == "person":
                label = "PERSON"
            name = actor.name if actor is not None else text
            if text:
                found.append(Entity(text, label, name))
        return tuple(found)


def _differs(a: Source, b: Source) -> bool:
    return a.holder.key != b.holder.key


def _without_repeats(drafts: list[_Draft]) -> list[_Draft]:
    seen: set[tuple[int, str]] = set()
    kept: list[_Draft] = []
    for draft in drafts:
        key = (draft.unit, draft.statement.lower())
        if key not in seen:
            seen.add(key)
            kept.append(draft)
    return kept
