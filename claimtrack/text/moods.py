"""How a statement puts its proposition: as a fact, or as hedge, plan, condition, demand, ...

Word lists are our own, after the modality chapters of Quirk et al., *A Comprehensive Grammar of
the English Language* (4.49-66, 8.124-129) and the hedge cues of the CoNLL-2010 shared task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from importlib.resources import files

from claimtrack.text.numbers import NUMERAL


class Mood(StrEnum):
    """A way of saying something without saying that it is so."""

    HEDGE = "hedge"
    CONDITION = "condition"
    PLAN = "plan"
    DEMAND = "demand"
    OPINION = "opinion"
    UNCLEAR = "unclear"
    INVESTIGATION = "investigation"
    FUTURE = "future"


_PATTERNS = {
    Mood.HEDGE: re.compile(
        r"\b(?-i:may|might)\b|\bcould (?:not )?(?:have|be|also|soon|still|well|yet|face|lead|reach|"
        r"rise|fall|cost|lose|mean)\b"
        r"|\b(?:possibly|perhaps|maybe|apparently|probably|presumably|allegedly|reportedly|"
        r"seemingly|likely|unlikely|potentially|conceivably)\b"
        r"|\b(?:is|are|was|were|been|being) (?:\w+ )?(?:feared|believed|thought|suspected|"
        r"presumed|assumed|understood|rumoured|rumored|said to)\b"
        r"|\b(?:appear|seem)(?:s|ed)?\b(?! (?:in|at|on|before)\b)|\bpossib(?:le|ility)\b"
        r"|\bcannot be (?:ruled out|excluded)\b|\bnot rul(?:e|ed|ing) out\b|\bsuspects?\b(?= that)"
        r"|\b(?:fears?|suspects?) (?:that|the|it|a|he|she|they)\b|\bfeared\b|"
        r"\bas far as is known\b",
        re.IGNORECASE,
    ),
    Mood.CONDITION: re.compile(
        r"\b(?:if|unless|provided|assuming|in case|in the event|on condition|as long as|"
        r"only when|until (?:he|she|it|they|all))\b|\bshould (?:the|it|he|she|they|any) \w+ "
        r"(?!be\b)|\bcan(?:not| not|['’]t)\b[^.;:]*\b(?:before|until|till|without)\b"
        r"|\bwere (?:the|it|he|she|they) to\b|\bdepends? on\b|\bsubject to\b",
        re.IGNORECASE,
    ),
    Mood.PLAN: re.compile(
        r"\b(?:plan|intend|aim|hope|want|wish|prepare|propose|mean|expect|seek)(?:s|ned|ed)?"
        r"(?: for \w+| (?:the|its|their|his|her) \w+)? to\b|\b(?<!the )plan(?:s|ned|ning)? to\b"
        r"|\b(?:considers?|considering|weighing|mulling|preparing|hoping|planning|expecting|"
        r"aiming|intending|seeking)\b|\b(?:is|are) (?:due|set|scheduled|slated|about|"
        r"expected|to) \b|\b(?:is|are) to (?=[a-z])|\b(?:next (?:year|month|week|spring|summer|"
        r"autumn|fall|winter))\b|\bproposal\b|\bdraft\b"
        r"|\b(?:ready|willing|prepared|poised|eager|keen|minded) to\b"
        r"|\bforecasts?\b|\bpredict(?:s|ed)?\b|\bprojected\b|\bplans\b|\bexpects?\b|\bscheduled\b",
        re.IGNORECASE,
    ),
    Mood.DEMAND: re.compile(
        r"\bdemand(?:s|ed|ing)?\b|\b(?<!the )(?<!phone )call(?:s|ed|ing)? (?:for|on|"
        r"upon)\b(?! \w+day)|\burg(?:e|es|ed|ing)\b"
        r"|\b(?:ask|request|appeal|press|lobby|push|petition|beg|plead)(?:s|es|ed|ing)?\b"
        r"(?= (?:for|to|on|the|that|his|her|its|their|\w+ (?:to|for)))"
        r"|\b(?:ought to|should)\b(?!(?: \w+)? have)|\bwant(?:s|ed)? (?:the|its|their|a|an|"
        r"his|her|more|"
        r"less|\w+ to)\b|\brecommend(?:s|ed|ation)?\b|\binsist(?:s|ed)? on\b"
        r"|\bnecessary\b|\bcalls for\b",
        re.IGNORECASE,
    ),
    Mood.OPINION: re.compile(
        r"\b(?:call|describe|label|brand|hail|dub|denounce|deem|consider)(?:s|d|ed|led|"
        r"med|bed)?\b(?! (?:for|on)\b)"
        r"(?=.*\b(?:as|a|an|the|too|\w+ly)\b)|\b(?:disaster|triumph|disgrace|scandal|masterpiece|"
        r"shame|farce|insult|blessing|catastrophe|monstrosity|jewel|betrayal|nonsense|fiasco|"
        r"miracle)\b|\btoo (?!late\b|many\b|much\b|few\b)\w+|\b(?:unfair|fairest|lenient|harsh|"
        r"excessively|brilliant|terrible|awful|wonderful|beautiful|ugly|boring|exciting|reckless|"
        r"cowardly|wise|foolish|shameful|disgraceful|outrageous|disappointing|impressive|overdue|"
        r"ridiculous|absurd|better off|worse off)\b|\bin (?:his|her|their|my|our) (?:view|"
        r"opinion)\b"
        r"|\b(?:thinks?|believes?|feels|prais(?:es|ed)|argu(?:es|ed))\b"
        r"|\b(?:far|much) too \w+|\b(?:harsh|mild|severe|strict|tough|generous)(?:ly)? enough\b"
        r"|\bin the (?:view|opinion|eyes) of\b|\bexactly the right\b"
        r"|\b(?:right|wrong) (?:moment|time|decision|choice|step|thing|way|answer)\b"
        r"|\ba (?:\w+ )?(?:victory|defeat|win|blow|boost|gift|insult|slap) (?:for|to|in)\b"
        r"|\breason to be \w+|\b(?:grateful|proud|ashamed|regrettable)\b",
        re.IGNORECASE,
    ),
    Mood.UNCLEAR: re.compile(
        r"\bunclear\b|\bnot (?:immediately |yet |entirely )?(?:clear|known|certain|established|"
        r"confirmed|determined|disclosed|decided|revealed|specified)\b|"
        r"(?<!persons )\bunknown\b|\buncertain\b"
        r"|\b(?:did|has|have|had|would|does|do)(?: not|n't|n’t) (?:yet )?(?:say|said|specif\w+|"
        r"comment\w*|disclose\w*|confirm\w*|reveal\w*|name|named|identif\w+|"
        r"(?:give|given)(?= (?:(?:a|an|any|the|his|her|its|their|further|more|exact) )*(?:details?|"
        r"reasons?|figures?|names?|numbers?|dates?|causes?|information|explanation|timetable|"
        r"account|comment|breakdown))|"
        r"determine\w*|establish\w*|rule\w* out|decide\w*|commented)\b|\bdeclin\w+ to (?:say|"
        r"comment|"
        r"name|give|confirm|specify|identify|answer)\b|\bremains? (?:to be seen|open|a mystery)\b"
        r"|\bwhether\b|\brefus\w+ to (?:say|comment|name|confirm|answer)\b|\bno information\b"
        r"|\byet to (?:be )?(?:say|said|decide|decided|determine|determined|confirm|confirmed|"
        r"identify|identified|establish|established)\b|\bcannot say\b|\bno word\b|\bopen question\b"
        r"|\b(?:could|can)(?: ?not|n't|n’t) (?:be )?(?:immediately |independently )?"
        r"(?:confirm\w*|verif\w+|say|establish\w*)\b|\bneither confirm\w* nor den\w+\b",
        re.IGNORECASE,
    ),
    Mood.INVESTIGATION: re.compile(
        r"\binvestigat(?:e|es|ed|ing|ion|ions|ors? (?:are|is))\b|\binquir(?:y|ies)\b|"
        r"\bprob(?:e|ing)\b"
        r"|\bsuspect(?:s|ed)?\b|\bsuspicion\b|\baccus(?:e|es|ed|ing)\b|\bcharged (?:with|over)\b"
        r"|\bexamin(?:e|es|ed|ing)\b|\blook(?:s|ing|ed) into\b|\ballegations?\b|\balleg(?:e|"
        r"ed|es)\b"
        r"|\bsu(?:e|ed|ing)\b|\bindict(?:ed|ment)\b|\bon trial\b|\breview(?:s|ing)\b|"
        r"\baudit(?:ing)?\b"
        r"|\bquestion(?:s|ed|ing)? (?:whether|the|a|him|her|two|three)\b|\bstand(?:s|"
        r"ing)? accused\b",
        re.IGNORECASE,
    ),
    Mood.FUTURE: re.compile(
        # "Will have arrived" guesses at what has been; "will have twelve" is to come.
        r"\b(?:will|shall|won['’]t)\b(?! have\b(?! (?:to|an?|the|no|any|more|fewer|less|only|at|"
        rf"its|his|her|their|our|my|your|enough|until|{NUMERAL})\b))|['’]ll\b|"
        r"\b(?:is|are|am) (?:not )?going to\b|\bwould\b",
        re.IGNORECASE,
    ),
}


def cues(text: str) -> Iterator[tuple[Mood, int, int]]:
    """Yield each mood's cues in ``text`` with their start and end."""
    for mood, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            yield mood, match.start(), match.end()


@cache
def evaluative() -> frozenset[str]:
    """Return adjectives that judge, of a lexicon (``scripts/make_evaluative.py``)."""
    text = files("claimtrack.text").joinpath("evaluative.txt").read_text(encoding="utf-8")
    return frozenset(text.split())
