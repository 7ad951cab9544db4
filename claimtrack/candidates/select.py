"""Candidate pairs: nearest statements by vector, and statements that share rare names or words.

Every pair of a few hundred claims is looked at, for the two sides of a dispute may have no word in
common and little in their vectors ("The bank's app failed", "It was there for everyone"). Among
more, each claim has its share of the pairs: those nearest to it. Blocking by rare names stands
beside the vectors so that a pair with little wording in common is not lost there either; lists are
ranked before they are cut (``rank``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.candidates.gate import Side, barred, measure
from claimtrack.candidates.nearness import Nearness
from claimtrack.candidates.profile import Profile, claim_profile, document_profile
from claimtrack.candidates.rank import standing
from claimtrack.candidates.stories import Stories
from claimtrack.model import Claim, Document, Evidence, Pair
from claimtrack.ports import VectorIndex
from claimtrack.text.words import content_words, rarity

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is compared: pairs that are looked at, pairs a claim keeps, the gate's floor."""

    looked_at: int = 90_000
    """Places that the claims of a run share for what lies nearest to each: 300 claims all meet, at
    0.03 ms a place. Of 83 conflict lines of four corpora (160 claims each) six had been lost:
    neither side was among the 60 nearest of the other, and they had no rare word in common."""
    neighbours: int = 60
    """Places that a claim has at least, however many there are."""
    pairs_per_claim: int = 36
    same_event: float = 0.02
    """Of 463 conflict lines of 23 corpora none is under it; two are under 0.04."""
    block: int = 60
    """A name or word that more claims than this share is no block: it tells nothing apart."""


class Selector:
    """Finds the pairs worth judging among claims and those already known.

    ``index`` makes an empty vector index for a run. Pure apart from that; not thread-safe.
    """

    def __init__(self, index: Callable[[int], VectorIndex], limits: Limits | None = None) -> None:
        self._index = index
        self.limits = limits or Limits()

    def pairs(
        self,
        new: Sequence[Claim],
        known: Sequence[Claim],
        vectors: Mapping[str, np.ndarray],
        documents: Mapping[str, Document],
    ) -> list[Pair]:
        """Return the pairs of a new claim with a new or known one, in canonical order.

        ``vectors`` holds one unit vector a claim id, ``documents`` every claim's document.
        """
        sides = self._sides([*new, *known], documents)
        if not new or len(sides) < 2:
            return []
        weight, stories = _weights(sides.values()), _stories(sides.values())
        hits = self._hits(sides, vectors)
        beside = Nearness({key: side.claim for key, side in sides.items()}, hits)
        found: dict[tuple[str, str], Pair] = {}
        ranked: dict[str, list[tuple[float, tuple[str, str]]]] = defaultdict(list)
        for (first, second), cosine in self._candidates(new, sides, hits, vectors).items():
            a, b = sides[first], sides[second]
            if barred(a.claim, b.claim):
                continue
            same_event, reasons = measure(a, b, cosine, weight, stories)
            if same_event < self.limits.same_event:
                continue
            key = (first, second)
            reasons = (*reasons, beside.evidence(first, second, cosine))
            found[key] = Pair(a.claim, b.claim, cosine, same_event, reasons)
            place = -standing(a.claim, b.claim, reasons)
            for end in key:
                ranked[end].append((place, key))
        kept: set[tuple[str, str]] = set()
        for claim in new:
            ranking = (found[key] for _, key in sorted(ranked.get(claim.id, ())))
            kept.update((p.a.id, p.b.id) for p in self._foremost(claim, ranking))
        return [found[key] for key in sorted(kept)]

    def _foremost(self, claim: Claim, ranking: Iterable[Pair]) -> Iterator[Pair]:
        """The pairs of a claim up to its limit; copies of one statement have one place together.

        A wire report that six outlets print would else fill the list with one thing said.
        """
        places: set[tuple[str, ...]] = set()
        for pair in ranking:
            other = pair.b if pair.a.id == claim.id else pair.a
            places.add(content_words(other.statement))
            if len(places) > self.limits.pairs_per_claim:
                return
            yield pair

    def explain(
        self,
        a: Claim,
        b: Claim,
        claims: Sequence[Claim],
        vectors: Mapping[str, np.ndarray],
        documents: Mapping[str, Document],
    ) -> list[Evidence]:
        """Return at which step the pair would be dropped among ``claims``, and why."""
        bar = barred(a, b)
        if bar:
            return [Evidence("dropped", f"before comparison: {bar.signal}", 0.0), bar]
        sides = self._sides(claims, documents)
        cosine = float(vectors[a.id] @ vectors[b.id])
        weight, stories = _weights(sides.values()), _stories(sides.values())
        same_event, reasons = measure(sides[a.id], sides[b.id], cosine, weight, stories)
        steps = list(reasons)
        steps.append(Evidence("same event", f"{same_event:.2f}", 0.0))
        if same_event < self.limits.same_event:
            floor = f"the gate asks for {self.limits.same_event:.2f}"
            return [Evidence("dropped", f"at the gate: {floor}", 0.0), *steps]
        pair = _ordered(a.id, b.id)
        hits = self._hits(sides, vectors)
        if pair not in self._candidates([a, b], sides, hits, vectors):
            nearer = f"{self._reach(len(sides))} claims are nearer, and they share no rare word"
            return [Evidence("dropped", f"among the candidates: {nearer}", 0.0), *steps]
        kept = self.pairs(claims, (), vectors, documents)
        if not any((found.a.id, found.b.id) == pair for found in kept):
            limit = f"{self.limits.pairs_per_claim} closer pairs a claim came first"
            return [Evidence("dropped", f"at the cut: {limit}", 0.0), *steps]
        return [Evidence("judged", "the pair reached the judge", 0.0), *steps]

    def _sides(self, claims: Sequence[Claim], documents: Mapping[str, Document]) -> dict[str, Side]:
        of_document: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            of_document[claim.document].append(claim)
        about = {
            key: document_profile(documents[key], members) for key, members in of_document.items()
        }
        return {
            claim.id: Side(claim, claim_profile(claim), about[claim.document]) for claim in claims
        }

    def _reach(self, count: int) -> int:
        """How many of the nearest each of ``count`` claims looks at."""
        return max(self.limits.neighbours, self.limits.looked_at // count)

    def _hits(
        self, sides: Mapping[str, Side], vectors: Mapping[str, np.ndarray]
    ) -> dict[str, list[tuple[str, float]]]:
        """For each claim the nearest others with their cosine, best first."""
        import numpy as np

        ids = sorted(sides)
        matrix = np.stack([vectors[key] for key in ids])
        index = self._index(matrix.shape[1])
        index.add(ids, matrix)
        # One more than looked at: each finds itself.
        rows = index.search(matrix, min(len(ids), self._reach(len(ids)) + 1))
        return {
            key: [(other, cosine) for other, cosine in row if other != key]
            for key, row in zip(ids, rows, strict=True)
        }

    def _candidates(
        self,
        new: Sequence[Claim],
        sides: Mapping[str, Side],
        hits: Mapping[str, Sequence[tuple[str, float]]],
        vectors: Mapping[str, np.ndarray],
    ) -> dict[tuple[str, str], float]:
        """Unordered pairs of ids with their cosine, from the vectors and from the blocks."""
        news = sorted({claim.id for claim in new})
        cosines: dict[tuple[str, str], float] = {}
        for key in news:
            for other, cosine in hits[key]:
                cosines[_ordered(key, other)] = cosine
        blocks = self._blocks(sides)
        for key in news:
            for other in blocks[key]:
                pair = _ordered(key, other)
                if pair not in cosines:
                    cosines[pair] = float(vectors[key] @ vectors[other])
        return cosines

    def _blocks(self, sides: Mapping[str, Side]) -> dict[str, set[str]]:
        """For each claim the others that share a rare name or word with it."""
        members: dict[str, list[str]] = defaultdict(list)
        for key in sorted(sides):
            for item in _items(sides[key].profile):
                members[item].append(key)
        shared: dict[str, set[str]] = defaultdict(set)
        for block in members.values():
            if 1 < len(block) <= self.limits.block:
                for key in block:
                    shared[key].update(other for other in block if other != key)
        return shared


def _items(profile: Profile) -> frozenset[str]:
    return profile.names | profile.stems


def _weights(sides: Iterable[Side]) -> dict[str, float]:
    return rarity(_items(side.profile) for side in sides)


def _stories(sides: Iterable[Side]) -> Stories:
    return Stories({side.claim.document: side.document for side in sides})


def _ordered(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)
