"""Which predicates report what somebody says, and what exactly they report."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimtrack.extract.cast.phrases import describe
from claimtrack.extract.clauses.sources import (
    learned_from,
    lone_subject,
    may_speak,
    source_like,
    speaker_of,
)
from claimtrack.extract.clauses.unreported import (
    first_person,
    is_question_word,
    neither,
    state_of_another,
)
from claimtrack.extract.grammar import (
    children,
    has_aux,
    is_finite,
    is_passive,
    is_verb,
    negation_of,
    subject_of,
    subtree,
    trees,
)
from claimtrack.text.reporting import (
    ASSERT_VERBS,
    DEMAND_VERBS,
    DENY_VERBS,
    DOUBT_VERBS,
    HEDGE_REPORT_VERBS,
    PREDICT_VERBS,
    REFUSE_OBJECTS,
    REJECT_VERBS,
    SAID_NOUNS,
    SPEECH_VERBS,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

REPORT_VERBS = ASSERT_VERBS | DENY_VERBS | DOUBT_VERBS | DEMAND_VERBS | PREDICT_VERBS
_THOUGHT = frozenset("believe think expect fear suspect assume suppose hope feel know".split())
_PHRASAL = {
    ("work", "out"): "calculate",
    ("figure", "out"): "determine",
    ("find", "out"): "find",
    ("point", "out"): "point",
}
_RAISING = frozenset("go continue keep begin start appear seem rush hasten proceed regret".split())
_GLAD = frozenset("delighted glad happy pleased proud relieved sad sorry thrilled".split())


@dataclass(slots=True)
class Report:
    """A reporting predicate: its source, and the clauses (or the noun) that it reports.

    ``frame`` are the tokens of the attribution itself; ``scope`` those that belong to contents.
    """

    verb: Token
    source: Token | None
    contents: list[Token]
    frame: set[int]
    scope: set[int]
    denied: bool = False
    demanded: bool = False
    questioned: bool = False
    predicted: bool = False
    hedged: bool = False
    reported: bool = False
    noun: Token | None = None
    infinitive: bool = False
    outer: Token | None = None
    others: list[Token] = field(default_factory=list)


def saying(verb: Token) -> str:
    """Return the lemma of what the verb says, of one with a particle the one that means it."""
    lemma = verb.lemma_.lower()
    for particle in children(verb, "prt"):
        lemma = _PHRASAL.get((lemma, particle.lower_), lemma)
    return lemma


def report_of(verb: Token, inherited: Token | None, allowed: set[int]) -> Report | None:
    """Return what ``verb`` reports, or None where it is no reporting predicate.

    ``inherited`` is the subject of a verb that it is coordinated with.
    """
    lemma = saying(verb)
    glad = [c for c in children(verb, "acomp") if lemma == "be" and c.lower_ in _GLAD]
    if lemma in _RAISING or glad:
        # "Regrets to announce that P", "is proud to report that P".
        above = glad[0] if glad else verb
        inner = [c for c in children(above, "xcomp") if c.lemma_.lower() in REPORT_VERBS]
        if inner and children(inner[0], "ccomp") and negation_of(verb) is None:
            return report_of(inner[0], subject_of(verb) or inherited, allowed)
        return None
    if lemma not in REPORT_VERBS and lemma not in REJECT_VERBS and not first_person(verb):
        return None
    if verb.pos_ not in ("VERB", "AUX"):
        return _noun_tagged(verb, allowed)
    if lemma in ("be", "have") or verb.dep_ in ("aux", "auxpass"):
        return None
    if is_passive(verb):
        return _passive(verb, allowed)
    source = speaker_of(verb) or inherited or lone_subject(verb)
    behind = source is not None and any(c.i < source.i for c in children(verb, "ccomp"))
    if source is None or not (source_like(source) or may_speak(source, lemma, behind)):
        return None
    if has_aux(verb, "would", "may", "might", "could", "should", "can", "must") and (
        lemma not in ("say", "note", "argue", "add", "confirm", "deny", "reveal", "report")
    ):
        return None
    quoting = _quoting(verb, source, allowed)
    if quoting is not None or lemma in ("quote", "cite"):
        return quoting
    if lemma == "report" and state_of_another(verb):
        return None
    negated = negation_of(verb) is not None or neither(verb)
    if lemma in DENY_VERBS or lemma in REJECT_VERBS:
        return None if negated else _denial(verb, source, allowed)
    contents = [c for c in children(verb, "ccomp") if c.i in allowed and _clausal(c)]
    if not contents and not negated and lemma in SPEECH_VERBS - {"ask", "reveal", "learn"}:
        far = _far_content(verb, allowed)
        if far is not None:
            return far_report(verb, source, far, allowed)
    report = _make(verb, source, contents, allowed)
    report.source, report.outer = learned_from(verb, source)
    if negated:
        if lemma in _THOUGHT and contents and not _asks_what(contents[0], verb):
            report.denied, report.hedged = True, True
            return report
        return None
    if contents:
        first = contents[0]
        marks = {m.lower_ for m in children(first, "mark", "advmod")}
        asks = lemma in DOUBT_VERBS or (marks & {"whether", "if"} and first.i > verb.i)
        if asks:
            if any(
                c.tag_ in ("WP", "WDT", "WRB", "WP$")
                for c in first.subtree
                if c.i < first.i and c.head == first
            ):
                return None
            report.questioned = bool(marks & {"whether", "if"}) or lemma in ("doubt", "question")
            if not report.questioned:
                return None
        elif is_question_word(first) and first.i > verb.i:
            return None
        if lemma in ("want", "like", "need") and not has_aux(first, "to"):
            return None
        bare = (first.tag_ == "VB" and not has_aux(first)) or any(
            a.tag_ == "VB" and a.lower_ == "be" for a in children(first, "aux", "auxpass")
        )
        report.demanded = lemma in (
            "demand",
            "urge",
            "order",
            "recommend",
            "request",
            "propose",
        ) or (lemma == "insist" and bare)
        report.predicted = lemma in PREDICT_VERBS
        report.hedged = lemma in HEDGE_REPORT_VERBS
        if lemma in ("hope", "want", "wish", "fear"):
            report.hedged = True
        return report
    if lemma in DEMAND_VERBS and lemma != "insist":
        return _demand(verb, source, report)
    if lemma == "claim":
        inner = [c for c in children(verb, "xcomp") if c.i in allowed and is_verb(c)]
        if inner and has_aux(inner[0], "to"):
            report.contents, report.infinitive = inner, True
            return _scoped(report, allowed)
    return None


def _asks_what(clause: Token, verb: Token) -> bool:
    """Whether what is not known is a question: "I do not know how anyone could do more"."""
    return clause.i > verb.i and is_question_word(clause)


def _far_content(verb: Token, allowed: set[int]) -> Token | None:
    """Return the predicate of "that P" where the parser hung P elsewhere than on the verb.

    "She said at a briefing that two men died": P is easily taken for a relative clause.
    """
    doc = verb.doc
    for index in range(verb.i + 1, min(verb.i + 14, len(doc))):
        if index not in allowed or doc[index].text in (",", ";", '"'):
            return None
        if doc[index].lower_ != "that" or doc[index].tag_ not in ("IN", "WDT", "DT"):
            continue
        if index + 1 < len(doc) and doc[index + 1].tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return None
        body = [doc[i] for i in range(index + 1, len(doc)) if i in allowed]
        roots = [t for t in body if is_verb(t) and t.head.i <= index and subject_of(t) is not None]
        return roots[0] if roots else None
    return None


def far_report(verb: Token, source: Token, content: Token, allowed: set[int]) -> Report:
    """Return the report of a clause that hangs elsewhere in the tree, cut out by position."""
    start = min(i for i in subtree(content) if i > verb.i)
    away = trees(c for c in children(verb, "conj") if is_verb(c)) | {
        c.i for c in children(verb, "cc")
    }
    scope = {i for i in allowed if i >= start} - away
    frame = {i for i in allowed if i < start} - away
    report = Report(verb, source, [content], frame, scope)
    lemma = verb.lemma_.lower()
    report.predicted = lemma in PREDICT_VERBS
    report.hedged = lemma in HEDGE_REPORT_VERBS
    return report


def frame_speaker(verb: Token, inherited: Token | None) -> Token | None:
    """Return the speaker of a predicate that can stand beside a quotation, or None."""
    lemma = verb.lemma_.lower()
    if lemma not in SPEECH_VERBS and lemma not in DENY_VERBS | DEMAND_VERBS | ASSERT_VERBS:
        return None
    source = subject_of(verb) or inherited
    if source is None or is_passive(verb):
        return None
    return source if source_like(source) or may_speak(source, lemma) else None


def said_noun_clause(noun: Token) -> Token | None:
    """Return the "that" clause of a noun like "reports" or "allegation", or None."""
    if noun.lemma_.lower() not in SAID_NOUNS and noun.lower_ not in SAID_NOUNS:
        return None
    for child in children(noun, "acl", "ccomp", "relcl"):
        that = [m for m in children(child, "mark", "dobj") if m.lower_ == "that" and m.i < child.i]
        if that and subject_of(child) not in (None, *that):
            return child
    return None


def _noun_tagged(verb: Token, allowed: set[int]) -> Report | None:
    """Read "The paper reports that P" where "reports" was tagged as a noun."""
    source = next(iter(children(verb, "nsubj", "compound")), None)
    clause = said_noun_clause(verb)
    if source is None or clause is None or verb.dep_ != "ROOT" or source.i > verb.i:
        return None
    return far_report(verb, source, clause, allowed)


def _clausal(token: Token) -> bool:
    return is_verb(token) or subject_of(token) is not None


def _make(verb: Token, source: Token | None, contents: list[Token], allowed: set[int]) -> Report:
    return _scoped(Report(verb, source, contents, set(), set()), allowed)


def _scoped(report: Report, allowed: set[int]) -> Report:
    """Divide the verb's tokens between the attribution and what is reported."""
    verb, contents = report.verb, report.contents
    everything = {t.i for t in verb.subtree} & allowed
    away = trees(c for c in children(verb, "conj") if is_verb(c))
    away |= {c.i for c in children(verb, "cc")}
    content = trees(contents) & allowed
    # "Told him earlier that P": the parser may take "earlier" for P's.
    opens = [m.i for c in contents for m in children(c, "mark") if m.lower_ == "that"]
    if len(opens) == 1 and verb.i < opens[0]:
        content = {i for i in content if i >= opens[0]}
    if not contents:
        report.frame = everything - away
        return report
    first, last = min(content), max(content)
    if first > verb.i:
        late = {
            i
            for c in verb.children
            if c not in contents
            and c.i > first
            and c.dep_ in ("prep", "npadvmod", "advmod", "advcl", "dobj", "punct")
            for i in subtree(c)
        }
        scope = content | late
    else:
        source_tokens = subtree(report.source) if report.source is not None else set()
        edge = min([verb.i, *(i for i in source_tokens if i > last)])
        scope = {i for i in everything if i < edge} | content
        scope -= source_tokens
    report.scope = (scope & allowed) - away
    report.frame = everything - report.scope - away
    return report


def _passive(verb: Token, allowed: set[int]) -> Report | None:
    """Read "It was reported that P" and "X was quoted as saying P"."""
    subject = subject_of(verb)
    contents = [c for c in children(verb, "ccomp") if c.i in allowed and _clausal(c)]
    if subject is not None and subject.lower_ == "it" and contents and negation_of(verb) is None:
        agent = next((o for a in children(verb, "agent") for o in children(a, "pobj")), None)
        report = _make(verb, agent, contents, allowed)
        report.reported = agent is None
        report.hedged = verb.lemma_.lower() in HEDGE_REPORT_VERBS
        report.predicted = verb.lemma_.lower() in PREDICT_VERBS
        return report
    if verb.lemma_.lower() in ("quote", "cite") and subject is not None:
        for prep in children(verb, "prep"):
            for saying in children(prep, "pcomp"):
                inner = [c for c in children(saying, "ccomp") if c.i in allowed]
                if prep.lower_ == "as" and inner:
                    report = _make(verb, subject, inner, allowed)
                    report.scope = trees(inner) & allowed
                    report.frame = ({t.i for t in verb.subtree} & allowed) - report.scope
                    return report
    if subject is not None and contents and verb.lemma_.lower() in ("tell", "inform", "advise"):
        # "P, the paper has been told by a foreman": the foreman's word.
        agent = next((o for a in children(verb, "agent") for o in children(a, "pobj")), None)
        if agent is not None and contents[0].i < verb.i and negation_of(verb) is None:
            return _made_before(verb, agent, contents, allowed)
    return None


def _made_before(verb: Token, agent: Token, contents: list[Token], allowed: set[int]) -> Report:
    """Return the report of P in "P, the paper has been told by X": all before the subject."""
    first = min(subtree(subject_of(verb) or verb))
    everything = {t.i for t in verb.subtree} & allowed
    scope = {i for i in everything if i < first}
    return Report(verb, agent, contents, everything - scope, scope)


def _quoting(verb: Token, source: Token, allowed: set[int]) -> Report | None:
    """Read "the agency quoted Berg as saying that P": Berg's words, by way of the agency."""
    quoted = next(iter(children(verb, "dobj")), None)
    if verb.lemma_.lower() not in ("quote", "cite", "report"):
        return None
    for prep in children(verb, "prep"):
        for saying in children(prep, "pcomp"):
            inner = [c for c in children(saying, "ccomp") if c.i in allowed]
            if quoted is not None and prep.lower_ == "as" and inner:
                report = _make(verb, quoted, inner, allowed)
                report.outer = source
                report.scope = trees(inner) & allowed
                report.frame = ({t.i for t in verb.subtree} & allowed) - report.scope
                return report
    return None


def _denial(verb: Token, source: Token, allowed: set[int]) -> Report | None:
    lemma = verb.lemma_.lower()
    contents = [c for c in children(verb, "ccomp") if c.i in allowed and _clausal(c)]
    if contents and lemma in DENY_VERBS:
        report = _make(verb, source, contents, allowed)
        report.denied = True
        return report
    gerunds = [
        c
        for c in children(verb, "xcomp")
        if c.i in allowed
        and (c.tag_ == "VBG" or any(a.tag_ == "VBG" for a in children(c, "aux", "auxpass")))
    ]
    if gerunds and lemma in DENY_VERBS:
        report = _make(verb, source, gerunds, allowed)
        report.denied, report.infinitive = True, True
        return report
    for noun in children(verb, "dobj"):
        if noun.lower_ in ("everything", "anything"):
            return None
        clause = said_noun_clause(noun)
        if clause is not None:
            report = _make(verb, source, [clause], allowed)
            report.scope = subtree(clause) & allowed
            report.frame = ({t.i for t in verb.subtree} & allowed) - report.scope
            report.denied = True
            return report
        refused = (
            noun.lemma_.lower() in REFUSE_OBJECTS
            or children(verb, "dative")
            or any(p.lower_ == "to" for p in children(verb, "prep"))
        )
        if (lemma in DENY_VERBS and not refused) or (
            lemma in REJECT_VERBS
            and noun.lemma_.lower() in SAID_NOUNS
            and noun.lemma_.lower() not in ("plan", "notion", "idea", "evidence")
        ):
            report = _make(verb, source, [], allowed)
            report.noun, report.denied = noun, True
            return report
    return None


def _demand(verb: Token, source: Token, report: Report) -> Report | None:
    """Read "urged Oslo to stop" and "called on Oslo to stop"."""
    lemma = verb.lemma_.lower()
    wanted = [c for c in children(verb, "xcomp", "ccomp", "advcl") if has_aux(c, "to")]
    addressee = next(iter(children(verb, "dobj", "dative")), None)
    if lemma in ("call", "appeal"):
        addressee = next(
            (
                o
                for p in children(verb, "prep")
                if p.lower_ in ("on", "upon", "to")
                for o in children(p, "pobj")
            ),
            None,
        )
    if wanted and subject_of(wanted[0]) is not None:
        addressee = subject_of(wanted[0])
    if lemma in ("order", "instruct", "command"):
        return None  # a deed of whoever may order, and no wish
    if lemma in ("want", "beg", "ask", "press", "tell") and (addressee is None or lemma == "want"):
        return None
    if not wanted or addressee is None:
        return None
    if lemma in ("tell", "ask") and is_finite(verb) and (describe(addressee).shape == "pronoun"):
        return None
    report.contents, report.noun, report.demanded = wanted, addressee, True
    report.scope = trees(wanted) - {
        t.i for t in wanted[0].children if t.lower_ == "to" and t.dep_ == "aux"
    }
    report.frame = {t.i for t in verb.subtree} - report.scope
    return report
