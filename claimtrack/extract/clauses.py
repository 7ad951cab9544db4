"""Walks the parse of one unit and takes it apart into propositions with their sources."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.extract.grammar import (
    children,
    core_np,
    has_aux,
    is_finite,
    is_passive,
    is_verb,
    negation_of,
    subject_of,
    subtree,
    trees,
)
from claimtrack.extract.phrases import DOCUMENT_NOUNS, describe
from claimtrack.extract.propositions import SOURCE, Proposition, Voice
from claimtrack.extract.reports import (
    REPORT_VERBS,
    Report,
    frame_speaker,
    report_of,
    said_noun_clause,
    said_noun_source,
    source_like,
)
from claimtrack.text.inflect import participle, past
from claimtrack.text.reporting import (
    ASSERT_VERBS,
    PREDICT_VERBS,
    REPORT_WITH_OBJECT,
    REPORTING_WORDS,
    SAID_NOUNS,
    SPEECH_VERBS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_STATEMENTS = ("statement", "letter", "post", "message", "tweet", "release", "note", "report",
               "interview", "briefing", "email", "speech")


class Walker:
    """Takes one parsed unit apart. ``speaker`` is whom its frame names, for its quotations."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.found: list[Proposition] = []
        self.speaker: Token | None = None

    def run(self, framing: bool = False) -> list[Proposition]:
        """Return the propositions of the unit in text order; ``framing``: it frames a quotation."""
        for sentence in self.doc.sents:
            root = sentence.root
            voice, tokens = self._mistaken_report(root, {t.i for t in sentence})
            self._walk(root, voice, tokens, None)
        if framing and self.speaker is None:
            self.speaker = self._framing_name()
        self.found.sort(key=lambda p: (min(p.tokens, default=0), p.root.i))
        return self.found

    def _mistaken_report(self, root: Token, tokens: set[int]) -> tuple[Voice, set[int]]:
        """Read "Prosecutors allege X shot Y", of which the parser makes one long name."""
        for index in range(min(tokens) + 1, min(min(tokens) + 6, len(self.doc))):
            word, before = self.doc[index], self.doc[index - 1]
            if word.lower_ in ("allege", "claim", "say", "believe", "report") and (
                    word.pos_ in ("NOUN", "PROPN") and before.tag_ == "NNS" and root.i > index):
                frame = {i for i in tokens if i <= index}
                self.speaker = before
                return Voice().said_by(before, word, frame), tokens - frame
        return Voice(), tokens

    def _framing_name(self) -> Token | None:
        """Find who speaks in a frame that the parser made no clause of ("asked inspector X").

        The first noun phrase behind the reporting word, else the subject of the sentence
        ("The airline issued a statement:").
        """
        for word in self.doc:
            if word.lower_ in REPORTING_WORDS:
                for token in self.doc[word.i + 1 : word.i + 7]:
                    if token.pos_ in ("NOUN", "PROPN") and token.dep_ != "compound":
                        return token
        for token in self.doc:
            if token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and token.pos_ != "PRON":
                return token
        return None

    def _walk(self, root: Token, voice: Voice, allowed: set[int], subject: Token | None) -> None:
        report = report_of(root, subject, allowed)
        if report is not None:
            voice, allowed = self._according(voice, allowed)
            report = report_of(root, subject, allowed)
        if report is None:
            hidden = self._hidden_report(root, allowed)
            if hidden is not None:
                self._walk(hidden, voice, allowed, None)
                return
            self._note_speaker(root, subject)
            self._plain(root, self._reporting_noun(root, voice, subject), allowed, subject)
            return
        if self.speaker is None and report.source is not None:
            self.speaker = report.source
        inner = self._voice_of(report, voice)
        if report.noun is not None and not report.contents:
            self._noun_denial(report, inner)
        self._rejected(report, voice)
        for content in report.contents[:1] if report.infinitive else report.contents:
            if report.infinitive:
                self._infinitive(report, content, inner)
            elif report.demanded and report.noun is not None:
                self._demanded(report, content, inner)
            elif has_aux(content, "to") and subject_of(content) is not None:
                self._expected(content, inner, report.scope)
            else:
                scope = report.scope - self._outer_parts(report, content, voice)
                known = len(self.found)
                self._walk(content, inner, scope, None)
                if report.demanded:
                    for proposition in self.found[known:]:
                        _oblige(proposition)
        self._aside_reports(report, voice, allowed)
        self._conjoined_reports(report, voice, allowed)

    def _hidden_report(self, root: Token, allowed: set[int]) -> Token | None:
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

    def _voice_of(self, report: Report, voice: Voice) -> Voice:
        inner = voice.said_by(report.source, report.verb, report.frame)
        return replace(
            inner,
            denied=voice.denied != report.denied,
            demanded=voice.demanded or report.demanded,
            questioned=voice.questioned or report.questioned,
            predicted=voice.predicted or report.predicted,
            hedged=voice.hedged or report.hedged,
            reported=voice.reported or report.reported,
        )

    @staticmethod
    def _reporting_noun(root: Token, voice: Voice, subject: Token | None) -> Voice:
        """ "The airport reported 48 cancelled flights" is the airport's own word."""
        source = subject_of(root) or subject
        if root.lemma_.lower() not in REPORT_WITH_OBJECT or source is None or is_passive(root):
            return voice
        if not children(root, "dobj") or negation_of(root) is not None:
            return voice
        if (source.pos_ == "PRON" and not source_like(source)) or source.ent_type_ == "DATE":
            return voice
        return voice.said_by(source, root, set())

    def _note_speaker(self, verb: Token, subject: Token | None) -> None:
        if self.speaker is None:
            self.speaker = frame_speaker(verb, subject)

    # -- reports beside the main one ------------------------------------------------------

    def _conjoined_reports(self, report: Report, voice: Voice, allowed: set[int]) -> None:
        for verb in children(report.verb, "conj"):
            if not is_verb(verb) or verb.i not in allowed:
                continue
            part = subtree(verb) & allowed
            goes_on = report.contents and subject_of(verb) is None and _modal(verb) and (
                not _modal(report.verb) and _modal(report.contents[0]))
            if goes_on:
                # "warned that P would fail and would cost": the second is what was said, too.
                lead = self._subject_tokens(subject_of(report.contents[0]), {})
                self._emit(verb, self._voice_of(report, voice), _trim(part, self.doc), lead, part,
                           {}, whole=False)
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
            if not is_verb(verb) or subject_of(verb) is not None:
                continue
            saying = verb.lemma_.lower() in ASSERT_VERBS and children(verb, "ccomp")
            if saying or (_form(verb) == _form(report.verb) != _form(content) and content.i > report.verb.i):
                part = subtree(verb) & report.scope
                gone |= part | {c.i for c in children(content, "cc") if c.i < verb.i}
                if report_of(verb, report.source, part) is not None:
                    self._walk(verb, voice, part, report.source)
                else:
                    lead = self._subject_tokens(report.source, {})
                    self._emit(verb, voice, _trim(part, self.doc), lead, part, {}, whole=False)
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

    def _plain(
        self, root: Token, voice: Voice, allowed: set[int], subject: Token | None
    ) -> None:
        tokens = subtree(root) & allowed
        if root.dep_ == "ROOT" or not voice.sources:
            tokens = tokens | (allowed if root.dep_ == "ROOT" else set())
        elif allowed:
            tokens = tokens | {i for i in allowed if i > min(tokens, default=0)} \
                | {i for i in allowed if i < min(tokens, default=0)}
        voice, tokens = self._according(voice, tokens)
        voice, tokens = self._parenthesis(root, voice, tokens)
        for verb in participial_reports(self.doc, tokens):
            if verb == root:
                continue
            part = subtree(verb) & tokens
            tokens = tokens - part
            source = voice.sources[-1] if voice.sources else subject_of(root) or subject
            if source is not None and source_like(source):
                self._participle(verb, voice, part, source)
        tokens = self._conceded(root, voice, tokens)
        tokens = self._relatives(root, voice, tokens)
        self._said_nouns(voice, tokens, root)
        self._split(root, voice, tokens, subject)

    def _according(self, voice: Voice, tokens: set[int]) -> tuple[Voice, set[int]]:
        for index in sorted(tokens):
            word = self.doc[index]
            if word.lower_ != "according" or index not in tokens:
                continue
            source = next((o for p in word.children if p.lower_ == "to"
                           for o in children(p, "pobj")), None)
            if source is None:
                continue
            if voice.verbs and voice.verbs[-1].lower_ == "according":
                # A second one belongs to an aside behind the first: what it says is another's.
                cut = max(voice.frame)
                tokens = {i for i in tokens if i <= cut}
                break
            gone = (self._named_list(source) | {word.i, source.i - 1} | {
                c.i for c in word.children if c.dep_ in ("prep", "advmod")}) & tokens
            gone |= {i for i in range(word.i, max(gone)) if i in tokens}
            edge = max(gone)
            # An apposition behind the comma ("…, according to the Kremlin, a sign …") stays.
            voice = voice.said_by(source, word, gone)
            if self.speaker is None:
                self.speaker = source
            tokens = tokens - gone
            if edge + 1 < len(self.doc) and self.doc[edge + 1].text == ",":
                before = min(gone) - 1
                if before >= 0 and self.doc[before].text == ",":
                    tokens = tokens - {before}
        return voice, tokens

    def _named_list(self, source: Token) -> set[int]:
        """A source with the names coordinated to it, up to the next comma."""
        found = core_np(source)
        for index in range(max(found) + 1, max(subtree(source)) + 1):
            if self.doc[index].text in (",", ";", "-", "–", "—"):
                break
            found.add(index)
        for other in source.conjuncts:
            gap = {self.doc[i].text for i in range(source.i, other.i)}
            if other.i > source.i and "," not in gap:
                found |= core_np(other) | set(range(source.i, other.i))
        for other in children(source, "appos"):
            # "Dovra's minister, Anna Berg, …": a name beside a role is part of the source.
            pair = {other.pos_ == "PROPN", source.pos_ == "PROPN"}
            role = describe(other if source.pos_ == "PROPN" else source).role
            if len(pair) == 2 and role and other.i > source.i:
                return found | set(range(source.i, max(core_np(other)) + 1))
        tail = {i for i in trees(children(source, "appos"))
                if self.doc[i].text != ","} if not children(source, "conj") else set()
        if tail and max(tail) + 1 >= len(self.doc) - 1:
            found |= tail | {min(tail) - 1}
        return found

    def _parenthesis(
        self, root: Token, voice: Voice, tokens: set[int]
    ) -> tuple[Voice, set[int]]:
        """Take "police said" out of "The fire, police said, killed 12"."""
        for index in sorted(tokens):
            verb = self.doc[index]
            if verb == root or index not in tokens or verb.lemma_.lower() not in SPEECH_VERBS:
                continue
            if verb.lemma_.lower() == "continue":
                continue
            source = next(reversed(children(verb, "nsubj")), None)
            if source is None or not source_like(source) or not is_finite(verb):
                continue
            if verb.dep_ not in ("parataxis", "ccomp", "advcl", "dep", "conj", "appos", "relcl"):
                continue
            if any(is_verb(c) or subject_of(c) is not None
                   for c in children(verb, "ccomp", "xcomp")) or children(verb, "dobj"):
                continue
            part = subtree(verb)
            for other in children(verb, "nsubj")[:-1]:
                # "The ferry, she said, left": the parser gives the verb both subjects.
                part -= subtree(other)
            low = min(part)
            if self.doc[low].text == ",":
                low += 1
            if any(w.tag_ in ("WRB", "WDT", "WP") for w in verb.children):
                continue
            if len(part) > 14 or low == 0 or self.doc[low - 1].text not in (",", "-", "–", "—"):
                marks = {m.lower_ for m in children(verb, "mark")}
                if "as" not in marks or len(part) > 14:
                    continue
            voice = voice.said_by(source, verb, part)
            if self.speaker is None:
                self.speaker = source
            tokens = tokens - part - ({low - 1} if self.doc[low - 1].text == "," else set())
        return voice, tokens

    def _relatives(self, root: Token, voice: Voice, tokens: set[int]) -> set[int]:
        """Give non-restrictive relative clauses their own proposition."""
        for index in sorted(tokens):
            clause = self.doc[index]
            if clause.dep_ != "relcl" or index not in tokens:
                continue
            pronoun = next((w for w in clause.subtree
                            if w.tag_ in ("WDT", "WP", "WP$") and w.lower_ != "what"), None)
            part = subtree(clause) & tokens
            if not part or pronoun is None:
                continue
            low = min(part)
            if low == 0 or self.doc[low - 1].text != "," or pronoun.lower_ == "that":
                continue
            if pronoun.dep_ not in ("nsubj", "nsubjpass", "dobj", "poss") and not (
                    pronoun.i == low):
                continue
            while max(part) + 1 in tokens and not (
                    self.doc[max(part) + 1].is_punct or self.doc[max(part) + 1].dep_ == "cc"):
                part.add(max(part) + 1)
            tokens = tokens - part - {low - 1}
            noun = clause.head
            after = max(part) + 1
            if after < len(self.doc) and self.doc[after].text == "," and after in tokens:
                tokens = tokens - {after}
            self._relative(clause, pronoun, noun, voice, part)
        return tokens

    def _relative(
        self, clause: Token, pronoun: Token, noun: Token, voice: Voice, part: set[int]
    ) -> None:
        antecedent: list[int | str] = sorted(core_np(noun))
        if pronoun.tag_ == "WP$":
            antecedent.append("'s")
        lemma = clause.lemma_.lower()
        own = next((s for s in children(clause, "nsubj") if s != pronoun), None)
        inner = next((c for c in children(clause, "ccomp", "xcomp") if is_verb(c)), None)
        if (lemma in ASSERT_VERBS and own is not None and source_like(own) and inner is not None
                and pronoun.i < own.i and not has_aux(inner, "to")):
            frame = {i for i in part if i <= clause.i}
            said = voice.said_by(own, clause, frame)
            body = part - frame
            inner_subject = subject_of(inner)
            bare = inner_subject is None or inner_subject == pronoun
            lead: list[int | str] = antecedent if bare else []
            self._emit(inner, said, body, lead, part, swap={})
            return
        if pronoun.dep_ in ("nsubj", "nsubjpass", "poss"):
            self._split(clause, voice, part, None, swap={pronoun.i: antecedent})
        elif pronoun.dep_ == "dobj" and own is not None:
            lead_free = part - {pronoun.i}
            self._emit(clause, voice, lead_free, [], part, swap={},
                       tail=antecedent, after=clause)

    def _nearer(self, noun: Token, start: int) -> Token:
        """ "a report on the mine, which …": what follows is of the mine, not of the report."""
        if noun.lemma_.lower() not in SAID_NOUNS | DOCUMENT_NOUNS:
            return noun
        for token in reversed(list(self.doc[noun.i + 1 : start])):
            if token.dep_ == "pobj" and token.head.head == noun:
                return token
        return noun

    def _conceded(self, root: Token, voice: Voice, tokens: set[int]) -> set[int]:
        """Read "Although Oslo said P, witnesses saw Q": P is Oslo's, and Q stands alone."""
        for verb in children(root, "advcl"):
            own = subject_of(verb)
            if verb.i not in tokens or own is None or not is_finite(verb):
                continue
            part = subtree(verb) & tokens
            if report_of(verb, None, part) is None:
                continue
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
        self, root: Token, voice: Voice, tokens: set[int], subject: Token | None,
        swap: dict[int, list[int | str]] | None = None,
    ) -> None:
        """Emit one proposition for each coordinated predicate that stands by itself."""
        swap = swap or {}
        own_subject = subject_of(root)
        holder = own_subject if own_subject is not None else subject
        parts: list[tuple[Token, set[int], Token | None]] = []
        rest = set(tokens)
        head = root
        queue = [c for c in children(root, "conj", "ccomp", "parataxis", "xcomp")
                 if c.i in tokens and (c.dep_ == "conj" or self._loose(root, c))]
        while queue:
            verb = queue.pop(0)
            if self._separable(head, verb, tokens):
                part = subtree(verb) & tokens
                rest -= part
                rest -= {c.i for c in children(verb.head, "cc") if c.i < verb.i and not any(
                    c.i < other.i < verb.i for other in children(verb.head, "conj"))}
                parts.append((verb, part, subject_of(verb)))
                queue = [c for c in children(verb, "conj") if c.i in tokens] + queue
                inner = trees(c for c in children(verb, "conj") if self._separable(root, c, tokens))
                parts[-1] = (verb, part - inner - {c.i for c in children(verb, "cc")
                                                   if inner}, subject_of(verb))
        inherited = self._subject_tokens(subject, swap) if own_subject is None else []
        self._emit(root, voice, _trim(rest, self.doc), inherited, set(rest), swap,
                   whole=not parts)
        for verb, part, own in parts:
            if own is None:
                lead = self._subject_tokens(holder, swap) + self._shared_aux(root, verb)
            else:
                lead = []
            report = report_of(verb, holder, part)
            if report is not None:
                self._walk(verb, voice, part, holder)
                continue
            self._emit(verb, voice, _trim(part, self.doc), lead, part, swap, whole=False)

    def _loose(self, root: Token, verb: Token) -> bool:
        """Whether a clause is only strung to the main one: "A; B", or "did A, did B"."""
        if not is_verb(verb) or children(verb, "mark") or not is_finite(verb):
            return False
        if verb.dep_ == "xcomp":
            return verb.tag_ == "VBD" and subject_of(verb) is None and verb.i > root.i
        part = subtree(verb)
        edge = max(part) + 1 if verb.i < root.i else min(part) - 1
        if not 0 <= edge < len(self.doc) or subject_of(verb) is None:
            return False
        return self.doc[edge].text in (";", "-", "–", "—") and subject_of(root) is not None

    def _subject_tokens(
        self, subject: Token | None, swap: dict[int, list[int | str]]
    ) -> list[int | str]:
        if subject is None:
            return []
        found: list[int | str] = []
        for index in sorted(_full_np(subject)):
            found += swap.get(index, [index])
        return found

    @staticmethod
    def _shared_aux(head: Token, verb: Token) -> list[int | str]:
        if children(verb, "aux", "auxpass") or verb.tag_ in ("VBD", "VBZ", "VBP"):
            return []
        if verb.tag_ == "VBN" and head.tag_ == "VBD" and not is_passive(head):
            return []
        return [c.i for c in children(head, "aux", "auxpass") if c.lower_ != "to"]

    def _separable(self, head: Token, verb: Token, tokens: set[int]) -> bool:
        """Whether a coordinated predicate is a proposition of its own."""
        if not is_verb(verb) or verb.i not in tokens or not is_verb(verb.head):
            return False
        if verb.dep_ != "conj":
            return self._loose(verb.head, verb)
        joins = [c for c in children(verb.head, "cc") if c.i < verb.i]
        if any(j.lower_ in ("or", "nor") for j in joins[-1:]):
            return False
        before = min(subtree(verb)) - 1
        if before < 0 or not (
            self.doc[before] in joins or self.doc[before].text in (",", ";", "-", "–", "—")
        ):
            return False
        if subject_of(verb) is not None:
            return is_finite(verb) or has_aux(verb)
        if negation_of(verb.head) is not None or has_aux(verb, "to"):
            return False
        if has_aux(verb.head, "to") or (verb.head.tag_ == "VBG" and not has_aux(verb.head)):
            return False
        weight = [t for t in verb.subtree if not t.is_punct and t.i in tokens]
        if len(weight) < 2 or not (children(verb, "dobj", "prep", "attr", "acomp", "ccomp", "xcomp",
                                            "agent", "advmod", "npadvmod", "prt", "nummod")):
            return False
        return verb.tag_ in ("VBD", "VBZ", "VBP") or verb.tag_ == verb.head.tag_ or (
            verb.tag_ == "VBN" and verb.head.tag_ == "VBD") or has_aux(verb)

    def _emit(
        self, root: Token, voice: Voice, tokens: set[int], lead: list[int | str], span: set[int],
        swap: dict[int, list[int | str]], whole: bool = True,
        tail: list[int | str] | None = None, after: Token | None = None,
    ) -> None:
        replaced = dict(swap)
        if tail and after is not None:
            replaced[after.i] = [after.i, *tail]
        self.found.append(
            Proposition(self.doc, root, set(tokens), voice, list(lead), replaced, set(span),
                        whole, voice.denied)
        )

    # -- forms that need other words ------------------------------------------------------

    def _infinitive(self, report: Report, content: Token, voice: Voice) -> None:
        """ "claimed to have shot down 12" → "X shot down 12"; "denied taking" → "X did not take"."""
        source = report.source
        if source is None:
            return
        base = content.lemma_.lower()
        body = subtree(content) & report.scope
        helpers = children(content, "aux", "auxpass", "mark")
        lemmas = {h.lemma_.lower() for h in helpers}
        body -= {h.i for h in helpers if h.dep_ != "mark"}
        body -= {h.i for h in helpers if h.dep_ == "mark"}
        passive = is_passive(content)
        verb: list[int | str]
        if voice.denied:
            verb = ["was not", participle(base)] if passive else (
                ["was not"] if base == "be" else ["did not", base])
        elif passive:
            verb = ["was", participle(base)]
        else:
            verb = [past(base) if "have" in lemmas or content.tag_ == "VBG" else _present(base)]
        before: list[int | str] = [SOURCE]
        proposition = Proposition(self.doc, content, body, voice, before, {content.i: verb},
                                  body | report.frame, False, False)
        self.found.append(proposition)

    def _expected(self, content: Token, voice: Voice, scope: set[int]) -> None:
        """ "expects the firm to close two plants" → "The firm will close two plants"."""
        lemma = voice.verbs[-1].lemma_.lower()
        if lemma in ("believe", "consider", "think", "find", "know"):
            return
        helper = next(c for c in children(content, "aux") if c.lower_ == "to")
        modal = "will" if lemma in PREDICT_VERBS | {"hope", "fear"} else "should"
        said = replace(voice, demanded=voice.demanded or modal == "should")
        self._emit(content, said, subtree(content) & scope, [], subtree(content) & scope,
                   {helper.i: [modal]})

    def _demanded(self, report: Report, content: Token, voice: Voice) -> None:
        """ "urged Oslo to stop" → "Oslo should stop"."""
        if report.noun is None:
            return
        lead: list[int | str] = [*sorted(_full_np(report.noun)), "should"]
        body = (subtree(content) & report.scope) - subtree(report.noun)
        negated = negation_of(content)
        if negated is not None:
            lead.append("not")
            body.discard(negated.i)
        self.found.append(Proposition(self.doc, content, body, voice, lead, {},
                                      body | report.frame, False, False))

    def _noun_denial(self, report: Report, voice: Voice) -> None:
        noun = report.noun
        if noun is None:
            return
        frame = {t.i for t in report.verb.subtree}
        self.found.append(Proposition(self.doc, noun, subtree(noun), voice, [], {},
                                      frame, False, False, fixed="noun"))


def _present(base: str) -> str:
    from claimtrack.text.inflect import third_person

    return third_person(base)


def participial_reports(doc: Doc, tokens: set[int]) -> list[Token]:
    """Return the "-ing" forms that report with a clause of their own ("adding that P")."""
    found: list[Token] = []
    for index in sorted(tokens):
        verb = doc[index]
        if verb.tag_ != "VBG" or verb.lemma_.lower() not in REPORT_VERBS:
            continue
        if subject_of(verb) is not None or has_aux(verb) or negation_of(verb) is not None:
            continue
        if not any(c.i > verb.i and (is_verb(c) or subject_of(c)) for c in children(verb, "ccomp")):
            continue
        previous = doc[index - 1] if index else None
        if previous is not None and previous.pos_ == "ADV" and index > 1:
            previous = doc[index - 2]
        asides = previous is None or previous.text in (",", "-", "–", "—", "and")
        if asides or verb.head.lemma_.lower() in _STATEMENTS:
            if any(verb.i in subtree(other) for other in found):
                continue
            found.append(verb)
    return found


def _oblige(found: Proposition) -> None:
    """Put "should" into a demanded clause: "that he resign" → "he should resign"."""
    helpers = [h for h in children(found.root, "aux", "auxpass", "neg") if h.i in found.tokens]
    if any(h.tag_ == "MD" for h in helpers) or not is_verb(found.root):
        return
    first = min([found.root, *helpers], key=lambda t: t.i)
    word = "be" if first.lemma_ == "be" else first.lemma_.lower()
    found.swap.setdefault(first.i, ["should not" if first.dep_ == "neg" else f"should {word}"])


def _modal(verb: Token) -> bool:
    return any(c.tag_ == "MD" for c in children(verb, "aux"))


def _form(verb: Token) -> tuple[str, ...]:
    """Return the shape of a predicate: its tag and its auxiliaries."""
    helpers = sorted(c.lemma_.lower() for c in children(verb, "aux", "auxpass"))
    tag = "VBN" if "have" in helpers and verb.tag_ == "VBD" else verb.tag_
    return (tag, *helpers)


def _full_np(token: Token) -> set[int]:
    """A subject with what belongs to it: coordinated names stay, asides go."""
    found = core_np(token)
    for other in token.conjuncts:
        if other.i > token.i and not is_verb(other):
            found |= core_np(other) | {i for i in range(max(found) + 1, other.i)
                                       if token.doc[i].dep_ in ("cc", "punct")}
    return found


def _trim(tokens: set[int], doc: Doc) -> set[int]:
    """Drop marks and conjunctions at both edges."""
    ordered = sorted(tokens)
    while ordered and (doc[ordered[0]].is_punct or doc[ordered[0]].dep_ == "cc"):
        ordered.pop(0)
    while ordered and ((doc[ordered[-1]].is_punct and doc[ordered[-1]].text not in ")]%")
                       or doc[ordered[-1]].dep_ == "cc"):
        ordered.pop()
    return set(ordered)
