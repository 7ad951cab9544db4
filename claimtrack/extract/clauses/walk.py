"""Walks the parse of one unit and takes it apart into propositions with their sources."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.extract.clauses.asides import according, parenthesis
from claimtrack.extract.clauses.attribution import (
    after_preface,
    announced,
    framing_name,
    hidden_report,
    mistaken_report,
    reporting_object,
    trailing_medium,
    trailing_report,
)
from claimtrack.extract.clauses.endings import lost_ending
from claimtrack.extract.clauses.predicates import (
    alike,
    astray,
    form,
    full_np,
    goes_on,
    loose,
    lost_subject,
    misread_infinitive,
    opens,
    participial_reports,
    separable,
    shared_aux,
    shared_place,
    stranded,
    strung_before,
    trim,
)
from claimtrack.extract.clauses.propositions import Proposition, Voice
from claimtrack.extract.clauses.relatives import Relative, relatives
from claimtrack.extract.clauses.reports import (
    Report,
    frame_speaker,
    report_of,
    said_noun_clause,
)
from claimtrack.extract.clauses.rewrites import demanded, infinitive, noun_denial, oblige
from claimtrack.extract.clauses.small import found_so
from claimtrack.extract.clauses.sources import said_noun_source, source_like
from claimtrack.extract.grammar import (
    children,
    core_np,
    has_aux,
    is_finite,
    is_verb,
    subject_of,
    subtree,
    trees,
)
from claimtrack.text.reporting import (
    ASSERT_VERBS,
    PREDICT_VERBS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_NONE = {"anyone": "nobody", "anybody": "nobody", "anything": "nothing"}


def _opening(report: Report) -> set[int]:
    """What stands between the verb and the predicate of what is said: a source there is inner.

    "The paper reports that, according to police, two men died" is the word of police.
    """
    if not report.contents:
        return set()
    return report.scope & set(range(report.verb.i + 1, report.contents[0].i))


class Walker:
    """Takes one parsed unit apart. ``speaker`` is whom its frame names, for its quotations."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.found: list[Proposition] = []
        self.speaker: Token | None = None

    def run(self, framing: bool = False, denied: bool = False) -> list[Proposition]:
        """Return the propositions of the unit in text order.

        ``framing``: it frames a quotation; ``denied``: the sentence calls it all false.
        """
        for sentence in self.doc.sents:
            root, voice, tokens = trailing_report(sentence.root, {t.i for t in sentence})
            if not voice.sources:
                root, voice, tokens = trailing_medium(root, tokens)
            if not voice.sources:
                voice, tokens = mistaken_report(root, tokens)
            if not voice.sources:
                voice, tokens = lost_ending(root, tokens)
            voice = replace(voice, denied=denied)
            if voice.sources:
                self.speaker = voice.sources[-1]
            self._walk(root, voice, tokens, None)
        if self.speaker is None:
            self.speaker = framing_name(self.doc) if framing else announced(self.doc)
        self.found.sort(key=lambda p: (min(p.tokens, default=0), p.root.i))
        return self.found

    def _walk(self, root: Token, voice: Voice, allowed: set[int], subject: Token | None) -> None:
        content = after_preface(root, allowed)
        if content is not None:
            self._walk(content, voice, subtree(content) & allowed, None)
            return
        if (small := found_so(root, voice, allowed)) is not None:
            self._note_source(small.voice)
            self.found.append(small)
            return
        report = report_of(root, subject, allowed)
        if report is not None:
            held = _opening(report)
            voice, rest = according(self.doc, voice, allowed - held)
            allowed = rest | (held & allowed)
            self._note_source(voice)
            report = report_of(root, subject, allowed)
        if report is None:
            hidden = hidden_report(root, allowed)
            if hidden is not None:
                self._walk(hidden, voice, allowed, None)
                return
            self._note_speaker(root, subject)
            self._plain(root, reporting_object(root, voice, subject), allowed, subject)
            return
        if self.speaker is None and report.source is not None:
            self.speaker = report.source
        inner = self._voice_of(report, voice)
        if report.noun is not None and not report.contents:
            self.found.append(noun_denial(report, report.noun, inner))
        self._rejected(report, voice)
        if len(report.contents) == 2 and misread_infinitive(report.contents[0]):
            body = trees(report.contents) & report.scope
            self._emit(report.contents[1], inner, trim(body, self.doc), [], body, {}, whole=False)
            report.contents = []
        strung = [c for c in report.contents[1:] if subject_of(c) is None and is_verb(c)]
        for content in strung:
            # "said he entered, took a ring": the parser gives the saying both predicates.
            part = subtree(content) & report.scope
            report.scope = report.scope - part
            self._walk(content, inner, part, subject_of(report.contents[0]))
        report.contents = [c for c in report.contents if c not in strung]
        for content in report.contents[:1] if report.infinitive else report.contents:
            if report.infinitive:
                self.found.append(infinitive(report, content, inner))
            elif report.demanded and report.noun is not None:
                self.found.append(demanded(report, report.noun, content, inner))
            elif (
                has_aux(content, "to")
                and subject_of(content) is not None
                and not misread_infinitive(content)
            ):
                self._expected(content, inner, report.scope)
            else:
                scope = report.scope - self._outer_parts(report, content, voice)
                known = len(self.found)
                self._walk(content, inner, scope, None)
                if report.demanded:
                    for proposition in self.found[known:]:
                        oblige(proposition)
        self._aside_reports(report, voice, allowed)
        self._conjoined_reports(report, voice, allowed)

    def _voice_of(self, report: Report, voice: Voice) -> Voice:
        inner = voice.said_by(report.outer, report.verb, report.frame)
        inner = inner.said_by(report.source, report.verb, report.frame)
        return replace(
            inner,
            denied=voice.denied != report.denied,
            demanded=voice.demanded or report.demanded,
            questioned=voice.questioned or report.questioned,
            predicted=voice.predicted or report.predicted,
            hedged=voice.hedged or report.hedged,
            reported=voice.reported or report.reported,
        )

    def _note_source(self, voice: Voice) -> None:
        if self.speaker is None and voice.sources:
            self.speaker = voice.sources[-1]

    def _note_speaker(self, verb: Token, subject: Token | None) -> None:
        if self.speaker is None:
            self.speaker = frame_speaker(verb, subject)

    # -- reports beside the main one ------------------------------------------------------

    def _conjoined_reports(self, report: Report, voice: Voice, allowed: set[int]) -> None:
        for verb in children(report.verb, "conj"):
            if not is_verb(verb) or verb.i not in allowed:
                continue
            part = subtree(verb) & allowed
            first = report.contents[0] if report.contents else None
            if first is not None and subject_of(verb) is None and alike(report.verb, first, verb):
                # "warned that P would fail and would cost": the second is what was said, too.
                lead = self._subject_tokens(subject_of(first), {})
                said = self._voice_of(report, voice)
                self._emit(verb, said, trim(part, self.doc), lead, part, {}, whole=False)
            else:
                self._walk(verb, voice, part, report.source)

    def _rejected(self, report: Report, voice: Voice) -> None:
        """Add what "disputed Oslo's claim that P" says of Oslo: that it claims P."""
        for noun in children(report.verb, "dobj"):
            source = said_noun_source(noun)
            clause = said_noun_clause(noun)
            if report.denied and source is not None and clause is not None:
                said = replace(voice.said_by(source, noun, report.frame), sources=(source,))
                self._walk(clause, said, report.scope, None)

    def _outer_parts(self, report: Report, content: Token, voice: Voice) -> set[int]:
        """Walk predicates that the parser joins to what is said, but that go on with the saying.

        "Trump has said P is his priority and has expressed confidence": the second predicate
        has the form of the first ("has" and a participle), not that of P.
        """
        gone: set[int] = set()
        for verb in children(content, "conj"):
            if not is_verb(verb) or subject_of(verb) is not None or goes_on(content, verb):
                continue
            saying = verb.lemma_.lower() in ASSERT_VERBS and children(verb, "ccomp")
            if saying or (
                form(verb) == form(report.verb) != form(content)
                and content.i > report.verb.i
                and not alike(report.verb, content, verb)
            ):
                part = subtree(verb) & report.scope
                gone |= part | {c.i for c in children(content, "cc") if c.i < verb.i}
                if report_of(verb, report.source, part) is not None:
                    self._walk(verb, voice, part, report.source)
                else:
                    lead = self._subject_tokens(report.source, {})
                    self._emit(verb, voice, trim(part, self.doc), lead, part, {}, whole=False)
        return gone

    def _aside_reports(self, report: Report, voice: Voice, allowed: set[int]) -> None:
        """Walk "…, adding that P" and "…, claiming it caused damage" of the attribution itself."""
        for verb in participial_reports(self.doc, report.frame & allowed):
            self._participle(verb, voice, subtree(verb) & allowed, report.source)

    def _participle(
        self, verb: Token, voice: Voice, allowed: set[int], source: Token | None
    ) -> None:
        contents = [c for c in children(verb, "ccomp") if c.i in allowed]
        if self.speaker is None:
            self.speaker = source
        lemma = verb.lemma_.lower()
        for content in contents:
            scope = {i for i in allowed if i >= min(subtree(content))}
            inner = voice.said_by(source, verb, allowed - scope)
            inner = replace(inner, denied=voice.denied != (lemma == "deny"))
            self._walk(content, inner, scope, None)

    # -- what is said ---------------------------------------------------------------------

    def _plain(self, root: Token, voice: Voice, allowed: set[int], subject: Token | None) -> None:
        tokens = subtree(root) & allowed
        if root.dep_ == "ROOT" or not voice.sources:
            tokens = tokens | (allowed if root.dep_ == "ROOT" else set())
        elif allowed:
            tokens = (
                tokens
                | {i for i in allowed if i > min(tokens, default=0)}
                | {i for i in allowed if i < min(tokens, default=0)}
            )
        before = len(voice.sources)
        voice, tokens = according(self.doc, voice, tokens)
        voice, tokens = parenthesis(root, voice, tokens)
        if len(voice.sources) > before:
            self._note_source(voice)
        for verb in participial_reports(self.doc, tokens):
            if verb == root:
                continue
            part = subtree(verb) & tokens
            tokens = tokens - part
            source = voice.sources[-1] if voice.sources else subject_of(root) or subject
            if source is not None and source_like(source):
                self._participle(verb, voice, part, source)
        tokens = self._conceded(root, voice, tokens)
        clauses, tokens = relatives(self.doc, tokens)
        for relative in clauses:
            self._relative(relative, voice)
        self._said_nouns(voice, tokens, root)
        self._split(root, voice, tokens, subject)

    def _relative(self, found: Relative, voice: Voice) -> None:
        """Give a non-restrictive relative clause its own proposition."""
        clause, pronoun, noun, part = found.clause, found.pronoun, found.noun, found.part
        antecedent: list[int | str] = sorted(core_np(noun))
        if pronoun.tag_ == "WP$":
            antecedent.append("'" if noun.tag_ in ("NNS", "NNPS") else "'s")
        lemma = clause.lemma_.lower()
        own = next((s for s in children(clause, "nsubj") if s != pronoun), None)
        inner = next((c for c in children(clause, "ccomp", "xcomp") if is_verb(c)), None)
        if (
            lemma in ASSERT_VERBS
            and own is not None
            and source_like(own)
            and inner is not None
            and pronoun.i < own.i
            and not has_aux(inner, "to")
        ):
            frame = {i for i in part if i <= clause.i}
            said = voice.said_by(own, clause, frame)
            body = part - frame
            inner_subject = subject_of(inner)
            bare = inner_subject is None or inner_subject == pronoun
            lead: list[int | str] = antecedent if bare else []
            self._emit(inner, said, body, lead, part, swap={})
            return
        if pronoun.dep_ == "nsubj" and report_of(clause, None, part) is not None:
            self._walk(clause, voice, part, None)  # "Berg, who said he saw it, …"
            return
        if pronoun.dep_ in ("nsubj", "nsubjpass", "poss"):
            self._split(clause, voice, part, None, swap={pronoun.i: antecedent})
        elif pronoun.dep_ == "dobj" and own is not None:
            lead_free = part - {pronoun.i}
            after = stranded(clause) or clause
            self._emit(clause, voice, lead_free, [], part, swap={}, tail=antecedent, after=after)

    def _conceded(self, root: Token, voice: Voice, tokens: set[int]) -> set[int]:
        """Read "Although Oslo said P, witnesses saw Q": P is Oslo's, and Q stands alone."""
        for verb in children(root, "advcl"):
            own = subject_of(verb)
            if verb.i not in tokens or own is None or not is_finite(verb):
                continue
            part = subtree(verb) & tokens
            supposed = any(m.lower_ in ("if", "unless") for m in children(verb, "mark"))
            if supposed or report_of(verb, None, part) is None:
                continue  # "if they find that P" asserts no P
            self._walk(verb, replace(voice, frame=frozenset()), part, None)
            marks = {m.lower_ for m in children(verb, "mark")}
            if marks & {"although", "though", "while", "whereas", "as"}:
                tokens = tokens - part
        return tokens

    def _said_nouns(self, voice: Voice, tokens: set[int], root: Token) -> None:
        """Add what "claims by Oslo that P" says, as Oslo's claim."""
        for index in sorted(tokens):
            noun = self.doc[index]
            clause = said_noun_clause(noun)
            source = said_noun_source(noun) if clause is not None else None
            if clause is None or source is None or root.lemma_ in ("confirm",):
                continue
            part = subtree(clause) & tokens
            said = voice.said_by(source, noun, set())
            self._walk(clause, said, part, None)

    # -- splitting and emitting -----------------------------------------------------------

    def _split(
        self,
        root: Token,
        voice: Voice,
        tokens: set[int],
        subject: Token | None,
        swap: dict[int, list[int | str]] | None = None,
    ) -> None:
        """Emit one proposition for each coordinated predicate that stands by itself."""
        swap = swap or {}
        own_subject = subject_of(root)
        first = strung_before(root) if own_subject is None and subject is None else None
        if first is not None:
            # "She heard a bang, then saw smoke": the parser subordinates what came first.
            part = subtree(first) & tokens
            self._split(first, voice, part, None, swap)
            tokens, subject = tokens - part, subject_of(first)
        holder = own_subject if own_subject is not None else subject
        parts: list[tuple[Token, set[int], Token | None]] = []
        rest = set(tokens)
        owners: dict[int, Token] = {}
        heirs: dict[int, Token] = {}
        head = root
        queue = [
            c
            for c in children(root, "conj", "ccomp", "parataxis", "xcomp")
            if c.i in tokens and (c.dep_ == "conj" or loose(self.doc, root, c))
        ]
        while queue:
            verb = queue.pop(0)
            lost = lost_subject(verb)
            if lost is not None and verb.i in tokens:
                part = subtree(verb) & tokens
                rest -= part | subtree(lost)
                rest -= {c.i for c in children(lost.head, "cc") if c.i < lost.i}
                parts.append((verb, part, None))
                owners[verb.i] = lost
            elif separable(self.doc, head, verb, tokens):
                part = subtree(verb) & tokens
                rest -= part
                rest -= {
                    c.i
                    for c in children(verb.head, "cc")
                    if c.i < verb.i
                    and not opens(c)
                    and not any(c.i < other.i < verb.i for other in children(verb.head, "conj"))
                }
                parts.append((verb, part, subject_of(verb)))
                inherited_by = subject_of(verb) or heirs.get(verb.i)
                below = [c for c in children(verb, "conj") if c.i in tokens]
                heirs |= {c.i: inherited_by for c in below if inherited_by is not None}
                queue = below + queue
                inner = trees(
                    c for c in children(verb, "conj") if separable(self.doc, root, c, tokens)
                )
                parts[-1] = (
                    verb,
                    part - inner - {c.i for c in children(verb, "cc") if inner},
                    subject_of(verb),
                )
        for number, (verb, part, own) in enumerate(parts):
            # "A scored 14 and B had 11 points, 11 rebounds": the parser hangs those on "scored".
            late = astray(root, verb) & rest if own is not None else set()
            parts[number] = (verb, part | late, own)
            rest -= late
        rest |= shared_place(root, parts[0][0]) if len(parts) == 1 else set()
        inherited = self._subject_tokens(subject, swap) if own_subject is None else []
        self._emit(root, voice, trim(rest, self.doc), inherited, set(rest), swap, whole=not parts)
        for verb, part, own in parts:
            # "They lost the ball and the Hawks took it and won": the Hawks won.
            heir = heirs.get(verb.i, holder)
            if verb.i in owners:
                lead = self._subject_tokens(owners[verb.i], swap)
            elif own is None:
                lead = self._subject_tokens(heir, swap) + shared_aux(root, verb)
            else:
                lead = []
            report = report_of(verb, heir, part)
            if report is not None:
                self._walk(verb, voice, part, heir)
                continue
            self._emit(verb, voice, trim(part, self.doc), lead, part, swap, whole=False)

    def _subject_tokens(
        self, subject: Token | None, swap: dict[int, list[int | str]]
    ) -> list[int | str]:
        if subject is None:
            return []
        found: list[int | str] = []
        for index in sorted(full_np(subject)):
            found += swap.get(index, [index])
        return found

    def _emit(
        self,
        root: Token,
        voice: Voice,
        tokens: set[int],
        lead: list[int | str],
        span: set[int],
        swap: dict[int, list[int | str]],
        whole: bool = True,
        tail: list[int | str] | None = None,
        after: Token | None = None,
    ) -> None:
        replaced = dict(swap)
        if tail and after is not None:
            replaced[after.i] = [after.i, *tail]
        self.found.append(
            Proposition(
                self.doc,
                root,
                set(tokens),
                voice,
                list(lead),
                replaced,
                set(span),
                whole,
                voice.denied,
            )
        )

    def _expected(self, content: Token, voice: Voice, scope: set[int]) -> None:
        """ "expects the firm to close two plants" → "The firm will close two plants"."""
        lemma = voice.verbs[-1].lemma_.lower()
        if lemma in ("believe", "consider", "think", "find", "know"):
            return
        helper = next(c for c in children(content, "aux") if c.lower_ == "to")
        word = "will" if lemma in PREDICT_VERBS | {"hope", "fear"} else "should"
        said = replace(voice, demanded=voice.demanded or word == "should")
        swap: dict[int, list[int | str]] = {helper.i: [word]}
        if voice.denied:
            # "does not expect anyone to return": nobody will.
            said = replace(said, denied=False)
            subject = subject_of(content)
            none = _NONE.get(subject.lower_) if subject is not None else None
            if subject is not None and none is not None:
                swap[subject.i] = [none]
            else:
                swap[helper.i] = [f"{word} not"]
        part = subtree(content) & scope
        self._emit(content, said, part, [], part, swap)
