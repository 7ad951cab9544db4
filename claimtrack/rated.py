"""The verdicts that stand on claims of a store, each with its claim and article."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.model import Claim, Document
from claimtrack.records import Rating
from claimtrack.review.mend import is_of
from claimtrack.store import notes, rows
from claimtrack.store.repository import Store


def rated(store: Store) -> Iterator[tuple[Rating, Claim, Document]]:
    """Yield verdict, claim and article for the current articles, the oldest verdict first.

    A verdict is kept by the words it was given on; where several claims are read from those
    words, the first in the text stands for them.
    """
    places = {rows.place_of(item.document): item.document for item in store.documents(current=True)}
    with store.reading() as connection:
        standing = notes.ratings(connection, list(places))
    for rating in standing:
        document = places[rating.place]
        for claim in store.claims(documents=[document.id]):
            if is_of(claim, rating.quote):
                yield rating, claim, document
                break
