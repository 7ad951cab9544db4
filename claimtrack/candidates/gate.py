"""The same-event gate: do two claims speak of one event? Who may be compared with whom?

Names, not vectors, tell look-alike events apart: over 2,781 pairs of reports of one event and
2,824 of look-alike events (ECB+, odd topics), the Jaccard overlap of the documents' names
separates the two with an area under the curve of 0.90, their content words with 0.83.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from claimtrack.candidates.profile import Profile, shared_names
from claimtrack.candidates.stories import Stories
from claimtrack.model import Claim, Evidence, Stance, normalise
from claimtrack.text.negative import negative
from claimtrack.text.words import WORD, containment, content_words, unnegated

# A demand or a question asserts nothing that a fact could contradict.
ASSERTS_NOTHING = frozenset({Stance.QUESTIONED, Stance.DEMANDED})
# What holds under a condition, or later, clashes only with its like.
NOT_YET = frozenset({Stance.CONDITIONAL, Stance.PREDICTED})

# Log-odds of "same event". Cosine and common words are fitted (logistic, 143 labelled conflicts
# among 22,000 pairs of seven corpora, each left out in turn): ranked so, 0.94 of the conflicts
# are among the 16 best pairs of a claim, by cosine alone 0.88. Names tell look-alike events
# apart, which one story's corpus cannot teach; their weights follow the areas given above.
BASE = -3.6
COSINE = 3.2
STEMS = 4.0
DOCUMENT_NAMES = 4.0
DOCUMENT_NAMES_ENOUGH = 0.25
"""Overlap beyond which more says no more: the median of reports of one event has 0.27."""
FOREIGN_NAMES = -0.7
RETOLD = 6 / 7
TURNING = (
    ("for", "against"),
    ("before", "after"),
    ("with", "without"),
    ("above", "below"),
    ("up", "down"),
    ("in", "out"),
    ("into", "out"),
    ("on", "off"),
    ("over", "under"),
    ("to", "from"),
    ("more", "less"),
    ("more", "fewer"),
    ("most", "least"),
    ("first", "last"),
    ("all", "none"),
)
"""Function words, no content, of which one for the other makes another statement."""
RETOLD_WORDS = 5
"""Content words below which two statements in nearly the same words may say two things."""
TWO_STORIES = -2.9
"""Log likelihood ratio of ``Stories.two``: 5 % of the pairs of one event, 89 % of two."""


@dataclass(frozen=True, slots=True)
class Side:
    """A claim with what it and its document are about."""

    claim: Claim
    profile: Profile
    document: Profile


def barred(a: Claim, b: Claim) -> Evidence | None:
    """Return why two claims are never compared, or None where they may be."""
    for claim in (a, b):
        if claim.stance in ASSERTS_NOTHING:
            return Evidence("stance", f"“{claim.statement}” is {claim.stance.value}", 0.0)
    for one, other in ((a, b), (b, a)):
        if one.stance is Stance.CONDITIONAL and other.stance not in NOT_YET:
            return Evidence("stance", f"“{one.statement}” holds under a condition only", 0.0)
    if _alike(a.statement, b.statement) or _alike(a.quote, b.quote) or _retold(a, b):
        return Evidence("repetition", "both say the same words", 0.0)
    if a.document == b.document:
        overlap = min(a.end, b.end) - max(a.start, b.start)
        if overlap > 0 and 2 * overlap >= min(a.end - a.start, b.end - b.start):
            return Evidence("overlap", "both are read from the same words of one article", 0.0)
        if a.sentence == b.sentence and a.holder.key == b.holder.key:
            return Evidence("one breath", "one holder says both in one sentence", 0.0)
    return None


def _alike(one: str, other: str) -> bool:
    return normalise(one) == normalise(other)


def _retold(a: Claim, b: Claim) -> bool:
    """Whether one says what the other says in the same words but for one in seven, left out.

    NLI is unsure of such pairs ("caused a blackout", "caused blackout"), of which only what is
    counted, timed or denied could make a clash. One quotation in two articles is one saying, even
    where its pronouns were taken for different people.
    """
    # Words first: they are kept by text, and few pairs of thousands come further.
    if not (_same_words(a.statement, b.statement) or _same_words(a.quote, b.quote)):
        return False
    if _hours(a) != _hours(b) or _turned(a.statement, b.statement):
        return False
    return not any(x.excludes(y) for x in a.quantities for y in b.quantities)


def _turned(one: str, other: str) -> bool:
    """Whether a small word of one has its opposite in the other: "voted for", "voted against"."""
    first, second = ({m.group().lower() for m in WORD.finditer(text)} for text in (one, other))
    # Only what one has and the other has not: "before and after the vote" turns nothing.
    ours, theirs = first - second, second - first
    return any((x in ours and y in theirs) or (y in ours and x in theirs) for x, y in TURNING)


def _same_words(one: str, other: str) -> bool:
    shorter, longer = sorted((content_words(one), content_words(other)), key=len)
    if len(shorter) < RETOLD_WORDS or len(shorter) < RETOLD * len(longer):
        return False
    rest = iter(longer)
    return all(word in rest for word in shorter) and negative(one) == negative(other)


def _hours(claim: Claim) -> set[str]:
    """The numerals that count nothing: hours, years, numbers of flights."""
    text = claim.statement
    for quantity in claim.quantities:
        text = text.replace(quantity.text, " ")
    return {match.group() for match in WORD.finditer(text) if match.group()[0].isdigit()}


def measure(
    a: Side, b: Side, cosine: float, weight: Mapping[str, float], stories: Stories
) -> tuple[float, tuple[Evidence, ...]]:
    """Return how likely two claims speak of one event, in [0, 1], with the reasons.

    ``weight`` gives the rarity of stems and names among the claims at hand, ``stories`` tells
    their articles apart.
    """
    first, second = a.profile.stems, b.profile.stems
    stems = containment(unnegated(first, second), unnegated(second, first), weight)
    reasons = [
        Evidence("similarity", f"cosine of the statements {cosine:.2f}", COSINE * cosine),
        Evidence(
            "words", f"{stems:.0%} of the shorter one's words in common, by rarity", STEMS * stems
        ),
    ]
    if a.profile.names and b.profile.names:
        listed = ", ".join(sorted(shared_names(a.profile.names, b.profile.names)))
        if listed:
            reasons.append(Evidence("names", f"both name {listed}", 0.0))
        else:
            nothing = "they name nobody and nothing in common"
            reasons.append(Evidence("names", nothing, FOREIGN_NAMES))
    about, overlap = "one article", DOCUMENT_NAMES_ENOUGH
    if a.claim.document != b.claim.document:
        overlap = stories.names(a.claim.document, b.claim.document)
        about = f"{overlap:.0%} of the articles' names in common"
    weight_of_names = DOCUMENT_NAMES * min(overlap, DOCUMENT_NAMES_ENOUGH)
    reasons.append(Evidence("document", about, round(weight_of_names, 4)))
    if stories.two(a.claim.document, b.claim.document):
        two = "their articles stand among reports of two events"
        reasons.append(Evidence("two stories", two, TWO_STORIES))
    logit = BASE + sum(reason.weight for reason in reasons)
    return 1.0 / (1.0 + math.exp(-logit)), tuple(reasons)
