"""What the store adds to a run: the claims of those articles that may tell of the same events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from claimtrack.candidates.profile import PARTICIPANTS
from claimtrack.model import Claim, Document
from claimtrack.pipeline import Known
from claimtrack.ports import VectorIndex

if TYPE_CHECKING:
    import numpy as np

    from claimtrack.store.repository import Store

NEIGHBOURS = 30
"""Stored statements looked at for each new one."""

RELATED = 0.35
"""Cosine from which a stored statement counts as a hint at its article."""

SHARED_BY = 40
"""A name in more stored claims than this tells no story apart."""

ARTICLES = 60
"""Articles that are taken along, those with the most hints first: the cost of a new article
must not grow with the store."""


def nearby(
    store: Store,
    index: VectorIndex,
    model: str,
    claims: Sequence[Claim],
    vectors: Mapping[str, np.ndarray],
    leave_out: Collection[Document],
    later: Collection[str] = (),
) -> Known:
    """Return the stored claims of the articles nearest to ``claims``, whole articles each.

    Neither an article of ``leave_out`` nor an older version of one is taken along, nor one
    whose id is in ``later``.
    """
    import numpy as np

    if not claims:
        return Known()
    rows = np.stack([vectors[claim.id] for claim in claims])
    near = {
        key for row in index.search(rows, NEIGHBOURS) for key, cosine in row if cosine >= RELATED
    }
    names = {
        entity.name for claim in claims for entity in claim.entities if entity.label in PARTICIPANTS
    }
    for ids in store.claims_naming(sorted(names), limit=SHARED_BY).values():
        near.update(ids)
    hints = Counter(claim.document for claim in store.claims(ids=sorted(near)))
    own = {document.id for document in leave_out} | set(later)
    places = {document.identity for document in leave_out if document.url or document.path}
    ranked = sorted(hints, key=lambda key: (-hints[key], key))
    stored = {item.document.id: item.document for item in store.documents(ids=ranked)}
    chosen = [key for key in ranked if key not in own and stored[key].identity not in places][
        :ARTICLES
    ]
    found = store.claims(documents=chosen)
    ids, matrix = store.vectors(model, ids=[claim.id for claim in found])
    known = dict(zip(ids, matrix, strict=True))
    return Known(
        claims=tuple(claim for claim in found if claim.id in known),
        vectors=known,
        documents={key: stored[key] for key in chosen},
    )
