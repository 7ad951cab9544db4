"""How often reviewers confirmed what was flagged: by outlet, type, relation and signal."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimtrack.model import Conflict, Decision, Document, Ruling

Z = 1.959964
"""Two-sided 95 % of the normal distribution."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A conflict that somebody confirmed or dismissed, with the documents of its sides."""

    conflict: Conflict
    decision: Decision
    documents: tuple[Document, Document]

    @property
    def confirmed(self) -> bool:
        """Whether the flag was right."""
        return self.decision.ruling is Ruling.CONFIRMED


@dataclass(frozen=True, slots=True)
class Share:
    """Of ``decided`` flags, how many were ``confirmed``; ``low`` to ``high`` is 95 % certain."""

    name: str
    decided: int
    confirmed: int

    @property
    def precision(self) -> float:
        """The share that was confirmed; 0 of nothing."""
        return self.confirmed / self.decided if self.decided else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval (1927) for the precision; everything is possible of nothing."""
        n = self.decided
        if not n:
            return (0.0, 1.0)
        p, z = self.precision, Z
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return (max(0.0, middle - half), min(1.0, middle + half))


@dataclass(frozen=True, slots=True)
class Quality:
    """The precision over all decisions and by group, the groups with most decisions first."""

    all: Share
    outlets: tuple[Share, ...]
    types: tuple[Share, ...]
    relations: tuple[Share, ...]
    signals: tuple[Share, ...]
    reasons: Mapping[str, int]


def measured(decided: Sequence[Decided]) -> Quality:
    """Return the precision that the decisions show.

    A conflict counts for the outlets of both its sides, and for every signal that pushed its
    score up.
    """

    def by(names: Mapping[int, Iterable[str]]) -> tuple[Share, ...]:
        groups: dict[str, list[bool]] = defaultdict(list)
        for at, one in enumerate(decided):
            for name in set(names[at]):
                groups[name].append(one.confirmed)
        shares = [Share(name, len(found), sum(found)) for name, found in groups.items()]
        return tuple(sorted(shares, key=lambda share: (-share.decided, share.name)))

    each = dict(enumerate(decided))
    return Quality(
        all=Share("all", len(decided), sum(one.confirmed for one in decided)),
        outlets=by({at: [d.outlet or "-" for d in one.documents] for at, one in each.items()}),
        types=by({at: [one.conflict.type.value] for at, one in each.items()}),
        relations=by({at: [one.conflict.relation.value] for at, one in each.items()}),
        signals=by(
            {
                at: [part.signal for part in one.conflict.evidence if part.weight > 0]
                for at, one in each.items()
            }
        ),
        reasons=dict(
            Counter(
                one.decision.reason.value for one in decided if one.decision.reason
            ).most_common()
        ),
    )
