"""How a statement puts its proposition, by its parse: what is said of a part of it does not count.

"The man suspected of the theft is in custody" is a plain fact, "police suspect him" is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.text.moods import Mood, cues, evaluative
from claimtrack.text.reporting import DEMAND_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REPORTED = (Mood.OPINION, Mood.DEMAND, Mood.UNCLEAR, Mood.INVESTIGATION, Mood.PLAN)
"""Moods that the words which report a statement give it as well."""
_GOVERNING = (
    Mood.HEDGE,
    Mood.PLAN,
    Mood.DEMAND,
    Mood.INVESTIGATION,
    Mood.FUTURE,
    Mood.OPINION,
)
"""Moods that count only where their cue governs the proposition."""
_JUDGES = frozenset("call describe label brand hail dub denounce deem consider".split())
"""Verbs that judge what they have for an object, where they say as what."""
_SPINE = frozenset(
    "aux auxpass advmod neg acomp attr xcomp ccomp oprd prt npadvmod intj agent".split()
)
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj")
_THERE_IS = frozenset(
    "be have do make take get give go come put set say tell report announce open launch begin "
    "start continue order face await remain exist".split()
)
"""Verbs that only say that there is what their argument names."""


def moods_of(doc: Doc, outside: frozenset[int], root: Token) -> dict[Mood, str]:
    """Return the moods of the proposition at ``root``, each with the words that show it.

    ``outside`` are the indices of the tokens that only report it; they give it a mood as well
    ("police suspect that ...").
    """
    found: dict[Mood, str] = {}
    for mood, start, end in cues(doc.text):
        span = doc.char_span(start, end, alignment_mode="expand")
        if mood in found or span is None:
            continue
        if mood not in _REPORTED and any(token.i in outside for token in span):
            continue
        if mood in _GOVERNING and not any(_governs(token, root) for token in span):
            continue
        if mood is not Mood.OPINION or all(_judges(token) for token in span):
            found[mood] = doc.text[start:end]
    bare = not any(child.dep_ in ("aux", "auxpass") for child in root.children)
    asked = root.head.i != root.i and root.head.lemma_.lower() in DEMAND_VERBS
    if root.tag_ in ("VB", "VBP") and root.dep_ == "ccomp" and bare and asked:
        found.setdefault(Mood.DEMAND, root.head.text)  # "they insist that it pay": the subjunctive
    if Mood.OPINION not in found and (judged := _evaluated(root)):
        found[Mood.OPINION] = judged
    return found


def _judges(token: Token) -> bool:
    """Whether a verb that may judge does: "called it an insult", not "called the strike"."""
    if token.lemma_.lower() not in _JUDGES:
        return True
    return any(
        child.dep_ in ("oprd", "ccomp", "attr") or (child.dep_ == "prep" and child.lower_ == "as")
        for child in token.children
    )


def _evaluated(root: Token) -> str:
    """The adjective by which the predicate judges: "was ugly", "was a great statesman"."""
    if root.lemma_.lower() not in ("be", "seem", "look", "call", "find"):
        return ""
    for held in root.children:
        if held.dep_ not in ("acomp", "attr", "oprd"):
            continue
        for word in (held, *(child for child in held.children if child.dep_ == "amod")):
            forms = {word.lemma_.lower(), word.lower_}
            if word.pos_ == "ADJ" and word.tag_ != "JJR" and forms & evaluative():
                return word.text
    return ""


def _governs(cue: Token, root: Token) -> bool:
    """Whether a cue is said of the whole proposition, and not of a part of it.

    It is its verb, stands above that, or belongs to it as an auxiliary, an adverb or a
    complement; an argument counts where the verb only says that there is such a thing ("an
    inquiry was opened").
    """
    if cue.i == root.i or cue.is_ancestor(root):
        return True
    token = cue
    while token.i != root.i and token.head.i != token.i:
        argument = token.dep_ in _ARGUMENTS and token.head.lemma_.lower() in _THERE_IS
        if token.dep_ not in _SPINE and not argument:
            return False
        token = token.head
    return token.i == root.i
