"""How a statement puts its proposition, by its parse: what is said of a part of it does not count.

"The man suspected of the theft is in custody" is a plain fact, "police suspect him" is not.
"""

from __future__ import annotations

from collections.abc import Iterator
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

_FINDS = frozenset("be seem look call find make consider think prove remain".split())
_SEES = frozenset("see view regard".split())
_LIKES = frozenset("love hate adore admire despise loathe deserve dislike detest".split())
# Own list: nouns that judge what they are said of.
_VERDICTS = frozenset(
    "breakthrough milestone feast torture nightmare mockery joke bargain eyesore gem treasure "
    "delight ordeal embarrassment blunder mess hero villain coward genius fool liar toy "
    "masterpiece triumph disaster catastrophe fiasco farce sham travesty outrage disgrace scandal "
    "insult betrayal shame trash rubbish garbage nonsense folly madness blessing curse jewel "
    "wonder monstrosity injustice letdown disappointment highlight gift slap "
    "bore waste humiliation atrocity pleasure privilege honour".split()
)
# Judging adjectives that the lexicon lacks; none that tells a state of things ("empty", "weak").
_JUDGING = frozenset(
    "useless generous harsh thrilling gripping justified unjustified irresponsible cowardly clumsy "
    "foolish heartless reckless shameful shameless scandalous admirable dishonest tasteless "
    "spineless arrogant inept incompetent mediocre superb splendid marvellous dreadful dismal "
    "pathetic laughable sensible senseless pointless worthwhile worthless immoral inhumane "
    "courageous masterly compelling convincing unconvincing inspiring uninspired tedious overrated "
    "underrated dignified undignified laudable deplorable despicable unacceptable intolerable "
    "unforgivable reasonable unreasonable insulting disproportionate heavy-handed timid bold "
    "visionary short-sighted naive hypocritical cynical callous commendable exemplary".split()
)
# How something was done, as its judge finds.
_EFFORTS = frozenset("visit look trip journey effort wait risk try read it".split())
_SHOWINGS = frozenset("game match season performance career evening show concert".split())
_HOW = frozenset(
    "well badly poorly brilliantly superbly bravely wisely foolishly rightly wrongly admirably "
    "shamefully disgracefully heroically cowardly irresponsibly responsibly recklessly brutally "
    "beautifully wonderfully terribly appallingly dreadfully masterfully clumsily unfairly fairly "
    "unjustly justly harshly leniently decently shabbily cynically arrogantly".split()
)
_ACTS = frozenset(
    "act behave handle manage deal respond react perform play conduct lead govern treat run speak "
    "serve write sing dance host organise organize negotiate rule judge punish".split()
)
# A superlative of these is measured, or told by all alike ("the best result", "the worst flood").
_MEASURED = frozenset(
    "high low large small big great old young long short early late near far fast slow deep tall "
    "hot cold warm wet dry heavy light strong weak deadly rich poor cheap few many much little "
    "new close busy good bad top wide narrow steep thick thin hard most least more less bloody "
    "last first main poorest".split()
)


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
        if mood is Mood.DEMAND and all(t.lemma_ == "demand" and t.pos_ == "NOUN" for t in span):
            continue  # "handed over five demands", "demand for steel fell": that is told as a fact
        if mood in _GOVERNING and not any(_governs(token, root) for token in span):
            continue
        if mood is Mood.DEMAND and all(_made(token) for token in span):
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


def _made(token: Token) -> bool:
    """Whether it only tells that demands were made or were not, and demands nothing itself."""
    if token.pos_ != "NOUN" or token.lemma_.lower() != "demand":
        return False
    return not any(child.dep_ in ("prep", "acl", "relcl") for child in token.children)


def _judges(token: Token) -> bool:
    """Whether a verb that may judge does: "called it an insult", not "called the strike"."""
    if token.lemma_.lower() not in _JUDGES:
        return True
    return any(
        child.dep_ in ("oprd", "ccomp", "attr") or (child.dep_ == "prep" and child.lower_ == "as")
        for child in token.children
    )


def _evaluated(root: Token) -> str:
    """What the predicate judges by: "was ugly", "was a great statesman", "the dullest film"."""
    lemma = root.lemma_.lower()
    if lemma in _LIKES:
        return root.text
    if lemma in _ACTS:
        for child in root.children:
            if child.dep_ == "advmod" and child.i > root.i and child.lower_ in _HOW:
                return child.text
    if judged := _rightly(root):
        return judged
    if root.pos_ == "VERB" and root.tag_ in ("VBG", "VBN") and root.lower_ in _JUDGING:
        return root.text  # "the film is gripping", read as a verb
    found = root.pos_ == "ADJ" and root.dep_ == "ccomp" and root.head.lemma_.lower() in _FINDS
    if found and _takes_a_side(root):
        return root.text  # "found the film tedious"
    for held in root.children:
        if lemma in _SEES and held.dep_ == "prep" and held.lower_ == "as":
            return f"{root.text} as"
        if lemma not in _FINDS or held.dep_ not in ("acomp", "attr", "oprd", "ccomp", "dobj"):
            continue
        if held.dep_ == "dobj":
            named = [word for word in held.children if word.dep_ == "appos"]
        else:
            named = [held] if held.dep_ != "ccomp" or held.pos_ == "ADJ" else []
        for word in (said for noun in named for said in _said_of(noun)):
            if _takes_a_side(word):
                return word.text
    return ""


def _rightly(root: Token) -> str:
    """What says that it was right, or worth it: "was wrong to close it", "makes no sense"."""
    lemma = root.lemma_.lower()
    for held in root.children:
        word = held.lower_
        if (
            lemma == "be"
            and held.dep_ == "acomp"
            and word in ("right", "wrong")
            and any(child.dep_ in ("xcomp", "ccomp") for child in (*held.children, *root.children))
        ):
            return held.text
        if lemma == "be" and word == "worth" and any(_effort(c) for c in held.children):
            return held.text
        if lemma == "make" and held.dep_ == "dobj" and word == "sense":
            return f"{root.text} {held.text}"
        if lemma in ("have", "play") and held.dep_ == "dobj" and held.lemma_ in _SHOWINGS:
            for child in held.children:
                if child.dep_ == "amod" and _takes_a_side(child):
                    return child.text
    return ""


def _effort(word: Token) -> bool:
    """Whether a thing is worth the trouble, and no sum: "worth seeing", "worth a visit"."""
    return word.tag_ == "VBG" or word.lemma_.lower() in _EFFORTS


def _said_of(held: Token) -> Iterator[Token]:
    """A predicate, the adjectives beside its noun, and what is joined to them."""
    for word in (held, *(child for child in held.children if child.dep_ == "amod")):
        yield word
        yield from (child for child in word.conjuncts if child.i > word.i)


def _takes_a_side(word: Token) -> bool:
    forms = {word.lemma_.lower(), word.lower_}
    if word.pos_ == "NOUN":
        return word.dep_ == "attr" and bool(forms & _VERDICTS)
    if word.tag_ == "JJS" and not forms & _MEASURED:
        return True
    if word.tag_ == "JJR" or word.pos_ not in ("ADJ", "VERB"):
        return False
    judges = forms & _JUDGING or (word.pos_ == "ADJ" and forms & evaluative())
    return bool(judges)


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
