"""Candidate pairs: nearest statements by vector, and statements that share rare names or words.

Every pair of a few hundred claims is looked at, for the two sides of a dispute may have no word in
common and little in their vectors ("The bank's app failed", "It was there for everyone"). Among
more, each claim has its share of the pairs: those nearest to it. Blocking by rare names stands
beside the vectors so that a pair with little wording in common is not lost there either. All are
ranked (``rank``) before the lowest are cut (``pool``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.candidates.gate import Side, barred, measure
from claimtrack.candidates.nearness import Nearness
from claimtrack.candidates.pool import ENDS, Pool
from claimtrack.candidates.profile import Profile, claim_profile, document_profile, rare_word
from claimtrack.candidates.rank import standing, told
from claimtrack.candidates.setting import Setting
from claimtrack.candidates.stories import Stories
from claimtrack.model import Claim, Document, Evidence, Pair
from claimtrack.ports import VectorIndex
from claimtrack.text.words import rarity

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is compared: pairs that are looked at, pairs that are kept, the gate's floor."""

    looked_at: int = 90_000
    """Places that the claims of a run share for what lies nearest to each: 300 claims all meet, at
    0.03 ms a place. Of 83 conflict lines of four corpora (160 claims each) six had been lost:
    neither side was among the 60 nearest of the other, and they had no rare word in common."""
    neighbours: int = 60
    """Places that a claim has at least, however many there are."""
    pairs_per_claim: int = 23
    """Pairs that are kept for each claim, of all that stand highest in the run; a claim is on one
    side of twice as many."""
    same_event: float = 0.02
    """Of 463 conflict lines of 23 corpora none is under it; two are under 0.04."""
    block: int = 60
    """A name or word that more claims than this share is no block: it tells nothing apart."""


@dataclass(frozen=True, slots=True, eq=False)
class _Company:
    """The claims of a run and what they are to each other, whichever of them are new."""

    claims: tuple[Claim, ...]
    vectors: tuple[np.ndarray, ...]
    documents: tuple[Document, ...]
    sides: Mapping[str, Side]
    weight: Mapping[str, float]
    stories: Stories
    hits: Mapping[str, Sequence[tuple[str, float]]]
    blocks: Mapping[str, set[str]]
    beside: Nearness
    setting: Setting
    chosen: dict[frozenset[str], Pool]
    """The pairs of those that are new, by their ids."""

    def around(self, first: str, second: str, cosine: float) -> tuple[Evidence, ...]:
        """Return the reasons that only the other claims of the run tell."""
        a, b = (self.sides[key].profile for key in (first, second))
        return (
            self.beside.evidence(first, second, cosine),
            self.setting.evidence(first, second),
            rare_word(a, b, self.weight, len(self.sides)),
        )


class Selector:
    """Finds the pairs worth judging among claims and those already known.

    ``index`` makes an empty vector index for a run. What was found out of the claims of the last
    run is kept, since explaining a run asks for it with every pair. Not thread-safe.
    """

    def __init__(self, index: Callable[[int], VectorIndex], limits: Limits | None = None) -> None:
        self._index = index
        self.limits = limits or Limits()
        self._last: _Company | None = None

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
        if not new or len({claim.id for claim in (*new, *known)}) < 2:
            return []
        company = self._company([*new, *known], vectors, documents)
        return self._pool(new, company, vectors).pairs()

    def _pool(
        self, new: Sequence[Claim], company: _Company, vectors: Mapping[str, np.ndarray]
    ) -> Pool:
        news = frozenset(claim.id for claim in new)
        if news in company.chosen:
            return company.chosen[news]
        sides = company.sides
        pool = Pool(ENDS * self.limits.pairs_per_claim * len(news))
        for (first, second), cosine in self._candidates(new, company, vectors).items():
            a, b = sides[first], sides[second]
            if barred(a.claim, b.claim):
                continue
            same_event, reasons = measure(a, b, cosine, company.weight, company.stories)
            if same_event < self.limits.same_event:
                continue
            reasons = (*reasons, *company.around(first, second, cosine))
            pair = Pair(a.claim, b.claim, cosine, same_event, reasons)
            pool.offer(pair, standing(a.claim, b.claim, reasons), len(news & {first, second}))
        company.chosen[news] = pool
        return pool

    def explain(
        self,
        a: Claim,
        b: Claim,
        new: Sequence[Claim],
        known: Sequence[Claim],
        vectors: Mapping[str, np.ndarray],
        documents: Mapping[str, Document],
    ) -> list[Evidence]:
        """Return at which step ``pairs`` of the same arguments drops a pair, and why."""
        bar = barred(a, b)
        if bar:
            return [Evidence("dropped", f"before comparison: {bar.signal}", 0.0), bar]
        company = self._company([*new, *known], vectors, documents)
        sides = company.sides
        first, second = _ordered(a.id, b.id)
        cosine = float(vectors[first] @ vectors[second])
        same_event, reasons = measure(
            sides[first], sides[second], cosine, company.weight, company.stories
        )
        steps = [*reasons, Evidence("same event", f"{same_event:.2f}", 0.0)]
        if same_event < self.limits.same_event:
            floor = f"the gate asks for {self.limits.same_event:.2f}"
            return [Evidence("dropped", f"at the gate: {floor}", 0.0), *steps]
        if (first, second) not in self._candidates(new, company, vectors):
            nearer = f"{self._reach(len(sides))} claims are nearer, and they share no rare word"
            return [Evidence("dropped", f"among the candidates: {nearer}", 0.0), *steps]
        pool = self._pool(new, company, vectors)
        if any((pair.a.id, pair.b.id) == (first, second) for pair in pool.pairs()):
            return [Evidence("judged", "the pair reached the judge", 0.0), *steps]
        reasons = (*reasons, *company.around(first, second, cosine))
        place = standing(sides[first].claim, sides[second].claim, reasons)
        why = f"at the cut: the pair stands at {place:.2f}, and all places are taken"
        if pool.full_from is not None:
            why += f" from {pool.full_from:.2f}"
        parts = told(sides[first].claim, sides[second].claim, reasons)
        return [Evidence("dropped", why, 0.0), *parts]

    def _company(
        self,
        claims: Sequence[Claim],
        vectors: Mapping[str, np.ndarray],
        documents: Mapping[str, Document],
    ) -> _Company:
        asked = tuple(claims)
        rows = tuple(vectors[claim.id] for claim in asked)
        articles = tuple(documents[claim.document] for claim in asked)
        last = self._last
        # Vectors by identity: two arrays are not compared in one word, nor need they be.
        if (
            last is not None
            and last.claims == asked
            and last.documents == articles
            and all(row is kept for row, kept in zip(rows, last.vectors, strict=True))
        ):
            return last
        sides = self._sides(asked, documents)
        hits = self._hits(sides, vectors)
        self._last = _Company(
            asked,
            rows,
            articles,
            sides,
            _weights(sides.values()),
            _stories(sides.values()),
            hits,
            self._blocks(sides),
            Nearness({key: side.claim for key, side in sides.items()}, hits),
            Setting((side.claim for side in sides.values()), vectors),
            {},
        )
        return self._last

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
        company: _Company,
        vectors: Mapping[str, np.ndarray],
    ) -> dict[tuple[str, str], float]:
        """Unordered pairs of ids with their cosine, from the vectors and from the blocks."""
        news = sorted({claim.id for claim in new})
        cosines: dict[tuple[str, str], float] = {}
        for key in news:
            for other, cosine in company.hits[key]:
                cosines[_ordered(key, other)] = cosine
        for key in news:
            for other in company.blocks.get(key, ()):
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
