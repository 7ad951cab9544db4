"""Answers that say nothing without their question: "In March.", "He did not.", "Nineteen."

An answer that is no sentence is put where the question has its question word; one that only
repeats the auxiliary takes the rest from the question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.extract.clauses.propositions import Proposition, Voice
from claimtrack.extract.grammar import children, is_finite, is_verb, subject_of, subtree
from claimtrack.extract.page.units import Unit
from claimtrack.text.inflect import past, third_person

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

Words = Callable[[Sequence[int]], str | None]
"""Writes tokens of the question as running text, in the answer's mouth; None if it cannot."""

_LEADS = frozenset("yes yeah yep indeed certainly well about".split())
_THIRD = {"were": "was", "are": "is", "have": "has", "do": "does"}
"""Auxiliaries of "you", for the name that takes its place."""
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class _Question:
    """A question taken apart: its question phrase, first auxiliary, subject, and the rest."""

    asked: list[int]
    helper: Token
    subject: list[int]
    rest: list[int]
    root: Token


def question_of(units: Sequence[Unit], number: int) -> int | None:
    """Return the question that the unit directly answers, or None.

    In an interview somebody else answers in the next paragraph; a text that asks itself ("When
    was it built? In 1974.") answers within its own.
    """
    if number == 0:
        return None
    before, here = units[number - 1], units[number]
    if before.label is None and here.label is None:
        quoted = before.quoted is not None or here.quoted is not None
        near = before.paragraph == here.paragraph or _heads(units, number)
        answers = before.question and not here.question and near
        return number - 1 if answers and not quoted else None
    if before.label is None or here.label is None:
        return None
    answers = before.question and before.label != here.label
    return number - 1 if answers and before.paragraph != here.paragraph else None


def _heads(units: Sequence[Unit], number: int) -> bool:
    """Whether the question is the whole of the paragraph before, as in an explainer."""
    before, here = units[number - 1], units[number]
    alone = number == 1 or units[number - 2].paragraph != before.paragraph
    return alone and here.paragraph == before.paragraph + 1


def answered(question: Doc, answer: Doc, words: Words) -> Proposition | None:
    """Return what an incomplete ``answer`` states, or None where it is complete or unclear."""
    taken = _taken_apart(question)
    if taken is None or len(answer) > _LONGEST:
        return None
    if any(_states(t) for t in answer):
        return _repeated(taken, question, answer, words)
    said = [t.i for t in answer if not t.is_punct]
    if len(said) > 2 and [answer[i].lower_ for i in said[-2:]] in (["i", "think"], ["i", "guess"]):
        said = said[:-2]  # "In April, I think."
    agreed = bool(said) and answer[said[0]].lower_ in _LEADS - {"about", "well"}
    while said and answer[said[0]].lower_ in _LEADS - {"about"}:
        said.pop(0)
    why = bool(taken.asked) and question[taken.asked[0]].lower_ in ("why", "when", "where")
    negated = why and len(said) > 2 and answer[said[0]].lower_ == "not"
    if negated:
        said.pop(0)  # "Why did they run? Not because of a hoax."
    if not said or answer[said[0]].lower_ in (
        *("no", "not", "never", "nothing", "none", "nobody", "maybe"),
    ):
        return None
    told = next((t for t in answer if t.lower_ == "according"), None)
    source = next((c for t in answer if told and t.head == told for c in children(t, "pobj")), None)
    if told is not None and source is not None and told.i > said[0]:
        said = [i for i in said if i < told.i]  # "The second mate, according to the police."
    body = set(range(said[0], said[-1] + 1))
    filled = _filled(taken, question, answer, body, agreed, words, negated)
    if filled is not None and told is not None and source is not None and told.i > max(body):
        filled.voice = filled.voice.said_by(source, told, set(range(told.i, len(answer))))
    return filled


def _states(token: Token) -> bool:
    """Whether it is a predicate with its subject, and no "I think" at the end."""
    subject = subject_of(token) if is_verb(token) and is_finite(token) else None
    ends = token.lemma_ in ("think", "guess") and token.i >= len(token.doc) - 2
    return subject is not None and not (ends and subject.lower_ == "i")


def _taken_apart(doc: Doc) -> _Question | None:
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None or not is_verb(root) or not doc[-1].text.startswith("?"):
        return None
    end = len(doc) - 1
    helpers = [*children(root, "aux", "auxpass"), root]
    helper = min((h for h in helpers if is_verb(h)), key=lambda t: t.i)
    asked = [t.i for t in _unaddressed(doc[: helper.i]) if t.dep_ not in ("cc", "intj")]
    if asked and doc[asked[0]].lower_ not in (
        *("where", "when", "who", "why", "what", "how", "which"),
        *("by", "since", "until", "from", "to", "for", "at", "in", "on"),
    ):
        return None
    subject = subject_of(root)
    if subject is None or any(c.dep_ in ("advcl", "conj") for c in root.children):
        return None
    if subject.i < helper.i:
        return _Question(asked, helper, [], list(range(helper.i, end)), root)
    inside = sorted(i for i in subtree(subject) if helper.i < i < end)
    if not inside or inside[0] != helper.i + 1:
        return None
    own = list(range(helper.i + 1, inside[-1] + 1))
    return _Question(asked, helper, own, list(range(inside[-1] + 1, end)), root)


def _unaddressed(opening: Span) -> list[Token]:
    """Drop whom a question addresses ("Minister, when will …") and marks from its opening."""
    words = list(opening)
    comma = next((here for here, t in enumerate(words) if t.text == ","), None)
    if comma is not None and all(t.pos_ in ("NOUN", "PROPN") for t in words[:comma]):
        words = words[comma + 1 :]
    return [t for t in words if not t.is_punct]


def _declared(
    taken: _Question, doc: Doc, words: Words, negated: bool = False
) -> tuple[str, str] | None:
    """Return the question as a statement without its question phrase: up to its verb, and on."""
    subject = words(taken.subject) if taken.subject else ""
    helper, verb = taken.helper, taken.root
    rest = list(taken.rest)
    yours = len(taken.subject) == 1 and doc[taken.subject[0]].lower_ == "you"
    bare = helper.lemma_.lower() == "do" and helper != verb
    if bare and not negated and verb.i in rest:
        base = verb.lemma_.lower()
        does = helper.lower_ == "does" or (yours and helper.lower_ == "do")
        tensed = past(base) if helper.lower_ == "did" else third_person(base) if does else base
        cut = rest.index(verb.i)
        front, after = [subject, words(rest[:cut]), tensed], words(rest[cut + 1 :])
    else:
        full = {"'ll": "will", "'s": "is", "wo": "will", "ca": "can"}
        own = full.get(helper.lower_, helper.lower_)
        own = _THIRD.get(own, own) if yours else own
        cut = rest.index(verb.i) + 1 if verb.i in rest else 0
        front = [subject, own, "not" if negated else "", words(rest[:cut])]
        after = words(rest[cut:])
    if after is None or None in front:
        return None
    return " ".join(part for part in front if part), after


def _filled(
    taken: _Question,
    question: Doc,
    answer: Doc,
    body: set[int],
    agreed: bool,
    words: Words,
    negated: bool,
) -> Proposition | None:
    """Put a fragment in the place of the question phrase."""
    asked = [question[i] for i in taken.asked]
    first = asked[0].lower_ if asked else ""
    fragment = min(body)
    lead: list[int | str] = []
    tail: list[int | str] = []
    voice = Voice(predicted=taken.helper.lower_ in ("will", "wo", "shall", "'ll"))
    if not asked:
        said = _declared(taken, question, words) if agreed else None
        if said is None:
            return None
        lead = [" ".join(said)]
    elif not taken.subject:  # "Who found it?", "How many ships are waiting?"
        rest = words(taken.rest)
        if rest is None or first not in ("who", "what", "which", "how") or not _is_noun(answer):
            return None
        number = all(answer[i].pos_ == "NUM" or answer[i].pos_ == "ADV" for i in body)
        noun = words([asked[-1].i]) if number and asked[-1].pos_ == "NOUN" else ""
        tail = [f"{noun} {rest}"]
    else:
        said = _declared(taken, question, words, negated)
        if said is None or not _fits(first, asked, answer[fragment]):
            return None
        if first in ("what", "how") and answer[fragment].pos_ != "ADP":
            counted = first == "how" and len(asked) > 2 and asked[-1].pos_ == "NOUN"
            noun = words([asked[-1].i]) if counted else ""
            lead, tail = [said[0]], [f"{noun} {said[1]}"]
        else:
            lead = [" ".join(said)]
            stranded = question[taken.rest[-1]] if taken.rest else None
            if stranded is not None and stranded.lower_ == answer[fragment].lower_:
                lead = [str(lead[0]).rsplit(" ", 1)[0]]  # "Where did it come from?" "From Oslo."
    small = answer[fragment]
    swap: dict[int, list[int | str]] = {}
    if lead and small.pos_ != "PROPN" and small.ent_type_ != "PERSON":
        swap[small.i] = [small.lower_]
    if tail:
        last = max(body)
        swap[last] = [*swap.get(last, [last]), *tail]
    root = next((t for t in answer if t.dep_ == "ROOT"), answer[0])
    span = {t.i for t in answer}
    return Proposition(answer, root, body, voice, lead, swap, span, True, False, fixed="answer")


def _fits(first: str, asked: Sequence[Token], fragment: Token) -> bool:
    """Whether a fragment is the kind of phrase that the question phrase asks for."""
    adverbial = fragment.pos_ in ("ADP", "ADV", "SCONJ") or fragment.ent_type_ in ("DATE", "TIME")
    if first in ("where", "when"):
        return adverbial or fragment.pos_ in ("NOUN", "PROPN", "NUM", "DET")
    if first == "why":
        return fragment.lower_ in ("because", "to", "for", "due", "since")
    if first == "how":
        measured = len(asked) > 1
        return measured or fragment.lower_ in ("by", "with", "through", "in", "on")
    named = _is_noun(fragment.doc)
    return first in ("what", "who") and len(asked) == 1 and not adverbial and named


def _is_noun(answer: Doc) -> bool:
    """Whether the answer is a noun phrase or a number, and no "thank you"."""
    return any(t.dep_ == "ROOT" and t.pos_ in ("NOUN", "PROPN", "NUM") for t in answer)


def _repeated(taken: _Question, question: Doc, answer: Doc, words: Words) -> Proposition | None:
    """Complete "He did not." and "We did." from the question."""
    said = [t for t in answer if not t.is_punct and t.dep_ != "intj"]
    if said and said[0].lower_ in ("yes", "no"):
        said = said[1:]
    if not 2 <= len(said) <= 3 or said[0].pos_ != "PRON" or said[1].pos_ not in ("AUX", "VERB"):
        return None
    negated = len(said) == 3
    if negated and said[2].lower_ not in ("not", "n't", "n’t"):
        return None
    same = said[1].lemma_.lower() == taken.helper.lemma_.lower()
    if not same and not (not taken.subject and said[1].lemma_.lower() == "do"):
        return None
    mine = said[0].lower_ in ("i", "we")
    if not taken.asked and taken.subject:
        head = question[taken.subject[-1]] if len(taken.subject) == 1 else None
        yours = head is not None and head.lower_ == "you"
        if mine != yours:
            return None
        declared = _declared(taken, question, words, negated)
        text = " ".join(declared) if declared is not None else None
    elif not taken.subject and mine and not negated and question[taken.asked[0]].lower_ == "who":
        rest, lead = words(taken.rest), words([])
        return None if rest is None or lead is None else _spoken(answer, [said[0].i], rest)
    else:
        return None
    if text is not None and not negated:
        text = re.sub(r"\bany (?=\w)", "", text)  # "Did you give any warning?" "We did."
    return _spoken(answer, [], text) if text is not None else None


def _spoken(answer: Doc, body: Sequence[int], text: str) -> Proposition:
    root = next((t for t in answer if t.dep_ == "ROOT"), answer[0])
    swap: dict[int, list[int | str]] = {}
    lead: list[int | str] = [] if body else [text]
    tokens = set(body)
    if body:
        # The subject stays a token, so that "we" is written as whose it is.
        tokens.add(body[-1] + 1)
        swap[body[-1] + 1] = [text]
    span = {t.i for t in answer}
    return Proposition(answer, root, tokens, Voice(), lead, swap, span, True, False, fixed="answer")
