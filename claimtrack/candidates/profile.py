"""What a claim and its document are about: names and content words, as sets of keys."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimtrack.model import Claim, Document, Entity, Evidence
from claimtrack.text.words import content_stems

# OntoNotes labels of things that take part in an event. Dates, numbers and ordinals are
# compared by the judge; a nationality (NORP) alone says too little.
PARTICIPANTS = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"}
)


@dataclass(frozen=True, slots=True)
class Profile:
    """Keys of the named participants, and the stems of the content words."""

    names: frozenset[str]
    stems: frozenset[str]


def _names(entities: Iterable[Entity], labels: frozenset[str]) -> frozenset[str]:
    keys = (entity.key.removeprefix("the ") for entity in entities if entity.label in labels)
    return frozenset(key for key in keys if key)


def claim_profile(claim: Claim) -> Profile:
    """Return what one claim is about."""
    return Profile(
        names=_names(claim.entities, PARTICIPANTS),
        stems=content_stems(claim.statement),
    )


def document_profile(document: Document, claims: Sequence[Claim]) -> Profile:
    """Return what a document is about: the union over its claims, and its title's words."""
    entities = [entity for claim in claims for entity in claim.entities]
    stems = content_stems(document.title or "")
    return Profile(
        names=_names(entities, PARTICIPANTS),
        stems=stems.union(*(content_stems(claim.statement) for claim in claims)),
    )


def same_name(a: str, b: str) -> bool:
    """Whether two keys name one thing: equal, or the words of one are among the other's.

    "peskov" is in "dmitry peskov" and "bridge" alone in nothing: a single word has to be the
    last or first word of the longer name.
    """
    if a == b:
        return True
    first, second = a.split(), b.split()
    short, long = (first, second) if len(first) < len(second) else (second, first)
    if len(short) == 1:
        return short[0] in (long[0], long[-1]) and len(short[0]) > 2
    return set(short) <= set(long)


def shared_names(a: frozenset[str], b: frozenset[str]) -> set[str]:
    """Return the names of ``a`` that also stand in ``b``, by ``same_name``."""
    return {name for name in a if name in b or any(same_name(name, other) for other in b)}


def rare_word(a: Profile, b: Profile, weight: Mapping[str, float], claims: int) -> Evidence:
    """Return how rare the rarest word is that two claims of ``claims`` have in common, as a reason.

    ``weight`` gives each word's rarity, which is 1 here for a word of one claim alone.
    """
    shared = a.stems & b.stems
    if not shared:
        return Evidence("rare word", "no word in common", 0.0)
    share, word = max((weight[stem] / math.log1p(claims), stem) for stem in shared)
    return Evidence(
        "rare word", f"the rarest word in common is \u201c{word}\u201d", round(share, 4)
    )
