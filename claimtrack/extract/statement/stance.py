"""How a proposition is put: its stance and whether it is hedged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.extract.clauses.propositions import Proposition
from claimtrack.extract.grammar import children, has_aux, is_passive, is_verb, subtree
from claimtrack.extract.statement.orders import expected
from claimtrack.model import Certainty, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEDGES = frozenset(
    """
    apparently possibly probably likely perhaps maybe presumably seemingly potentially
    conceivably supposedly purportedly
    """.split()
)
_HEARSAY = frozenset("reportedly allegedly supposedly purportedly apparently".split())
_SAID_TO = frozenset("say report claim allege rumour rumor state".split())
_THOUGHT_TO = frozenset("believe think suspect presume fear assume estimate understand".split())
_DUE_TO = frozenset(
    "expect set due project forecast predict schedule slate poise bind plan".split()
)
_ANSWERING = frozenset(
    "comment say discuss confirm reveal disclose elaborate speak talk name identify answer".split()
)
"""What somebody "would not" do has been asked for and refused: no prediction."""
_IF = frozenset("if unless provided".split())


def certainty_of(found: Proposition) -> Certainty:
    """Return whether the proposition is hedged by a modal, an adverb or its reporting verb."""
    root = found.root
    if found.voice.hedged or has_aux(root, "may", "might"):
        return Certainty.HEDGED
    if has_aux(root, "could") or any(a.lower_ == "can" for a in children(root, "aux")):
        past_report = any(verb.tag_ in ("VBD", "VBN") for verb in found.voice.verbs)
        if has_aux(root, "could") and not past_report and not _negated(root):
            return Certainty.HEDGED
        if has_aux(root, "could") and not _negated(root) and children(root, "auxpass"):
            return Certainty.HEDGED
    words = {root.doc[i].lower_ for i in found.tokens}
    if words & _HEDGES and any(
        root.doc[i].lower_ in _HEDGES and root.doc[i].head == root for i in found.tokens
    ):
        return Certainty.HEDGED
    if (
        is_passive(root)
        and root.lemma_.lower() in _THOUGHT_TO | _SAID_TO
        and children(root, "xcomp", "ccomp")
    ):
        return Certainty.HEDGED
    if root.lemma_.lower() in ("appear", "seem") and children(root, "xcomp", "ccomp", "oprd"):
        return Certainty.HEDGED
    return Certainty.FIRM


def stance_of(found: Proposition, direct: bool, ordered: bool = False) -> Stance:
    """Return how the holder puts the proposition; ``direct`` marks quoted words.

    ``ordered`` says that it is an order in force, which is how things stand.
    """
    voice, root = found.voice, found.root
    if voice.denied:
        return Stance.DENIED
    if voice.questioned or _open_question(root):
        return Stance.QUESTIONED
    if not voice.demanded and expected(found):
        return Stance.PREDICTED
    if not ordered and (voice.demanded or _demands(root)):
        return Stance.DEMANDED
    if _conditional(found, direct):
        return Stance.CONDITIONAL
    if voice.predicted or _predicts(found):
        return Stance.PREDICTED
    words = {root.doc[i].lower_ for i in found.tokens}
    if voice.reported or len(voice.sources) > 1 or words & _HEARSAY:
        return Stance.REPORTED
    if is_passive(root) and root.lemma_.lower() in _SAID_TO and children(root, "xcomp"):
        return Stance.REPORTED
    return Stance.ASSERTED


def _negated(root: Token) -> bool:
    return bool(children(root, "neg"))


def _demands(root: Token) -> bool:
    if has_aux(root, "should", "must", "ought") and not has_aux(root, "have"):
        return True
    if root.lemma_.lower() in ("demand", "urge", "call", "want", "insist") and root.tag_ != "VBN":
        if root.lemma_.lower() == "want":
            # What one wants to do oneself is a wish, and no demand on anybody.
            return bool(children(root, "dobj", "ccomp"))
        if root.lemma_.lower() == "call":
            return any(p.lower_ in ("for", "on") for p in children(root, "prep"))
        return root.lemma_.lower() != "insist"
    return bool(root.lemma_.lower() == "need" and root.tag_ != "VBN" and children(root, "xcomp"))


def _conditional(found: Proposition, direct: bool) -> bool:
    root = found.root
    for clause in children(root, "advcl"):
        marks = {m.lower_ for m in children(clause, "mark")}
        if marks & _IF and clause.i in found.tokens and "as" not in marks:
            return True
    if not has_aux(root, "would"):
        return False
    past_report = any(verb.tag_ in ("VBD", "VBN") for verb in found.voice.verbs)
    if found.voice.predicted:
        return False
    return not past_report and bool(found.voice.sources or direct) and not has_aux(root, "used")


def _predicts(found: Proposition) -> bool:
    root = found.root
    helpers = [a for a in children(root, "aux") if a.ent_type_ != "PERSON"]  # "Will Reed scored"
    if any(a.lower_ in ("will", "'ll", "wo", "shall", "’ll") for a in helpers):
        return True
    if has_aux(root, "would"):
        refused = _negated(root) and root.lemma_.lower() in _ANSWERING and not found.voice.sources
        return not has_aux(root, "have") and not refused
    if (
        root.lemma_.lower() == "go"
        and root.tag_ == "VBG"
        and any(has_aux(c, "to") for c in children(root, "xcomp"))
    ):
        return True
    if (
        root.lemma_.lower() in _DUE_TO
        and (is_passive(root) or root.tag_ == "VBG")
        and children(root, "xcomp")
    ):
        return True
    if root.lemma_ == "be":
        return any(
            a.lower_ in ("due", "set", "poised", "likely", "bound", "scheduled")
            and children(a, "xcomp")
            for a in children(root, "acomp")
        )
    return root.lemma_.lower() in ("forecast", "predict") and is_verb(root) and not is_passive(root)


def _open_question(root: Token) -> bool:
    """ "It was unclear whether P" leaves P open."""
    if root.lemma_ != "be":
        return False
    for state in children(root, "acomp"):
        if state.lower_ in ("unclear", "unknown", "uncertain"):
            return True
        if state.lower_ in ("clear", "known", "certain", "sure") and _negated(root):
            return any(
                root.doc[i].lower_ in ("whether", "if", "who", "how", "what", "why")
                for i in subtree(root)
            )
    return False
