"""Corrections and verdicts over a store: recorded, and made good in what is stored at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from claimtrack.errors import InputError
from claimtrack.model import Claim, Document, Failure
from claimtrack.records import Correction, Rating
from claimtrack.results import Progress
from claimtrack.review import mend
from claimtrack.runs import Silence
from claimtrack.store import notes, rows, schema

if TYPE_CHECKING:
    import numpy as np

    from claimtrack.store.repository import Store


class Reading(Protocol):
    """What a mender needs of the pipeline."""

    def extract(
        self, documents: Sequence[Document], progress: Progress
    ) -> tuple[list[Claim], list[Failure]]:
        """Return the claims of the documents, and what could not be read."""
        ...

    def embed(self, claims: Sequence[Claim], progress: Progress) -> dict[str, np.ndarray]:
        """Return one unit vector a claim id."""
        ...


class Mender:
    """Corrects stored claims. Not thread-safe: it extracts and embeds.

    ``pipeline`` gives what reads and embeds, ``model`` the fingerprint under which vectors are
    kept; neither is asked before it is needed.
    """

    def __init__(
        self, store: Store, pipeline: Callable[[], Reading], model: Callable[[], str]
    ) -> None:
        self._store = store
        self._pipeline = pipeline
        self._model = model

    def correct(
        self, prefix: str, *, reviewer: str, note: str = "", **wrong: Any
    ) -> tuple[int, Claim | None]:
        """Correct the claim whose id starts so; return the correction's number and the new claim.

        ``wrong`` are the arguments of ``review.mend.changes``. The claim is None where it was
        marked as none. Its article is compared again at the next scan. Raises InputError for an
        unknown claim or a correction that can't be.
        """
        claim = self._store.claim(prefix)
        document = self._document(claim.document)
        made = mend.changes(document, claim, **wrong)
        with self._store.writing() as connection:
            number = notes.add(
                connection,
                schema.corrections,
                claim,
                {"changes": made},
                note=note,
                reviewer=reviewer,
                now=self._store.now(),
            )
        old = self._store.claims(documents=[document.id], current=False)
        just = [one for one in self._store.corrections(document) if one.id == number]
        new = mend.mended(document, old, just)
        self._put(document, old, new)
        added = [one for one in new if one not in old]
        return number, added[0] if added else None

    def undo_correction(self, number: int, *, reviewer: str) -> int:
        """Take a correction back: the article is read again, with the corrections that stand.

        Raises InputError where there is no such correction, or it was taken back already.
        """
        with self._store.writing() as connection:
            new = notes.undo(
                connection,
                schema.corrections,
                number,
                reviewer=reviewer,
                now=self._store.now(),
            )
            ids = notes.documents_of(connection, schema.corrections, number)
        for stored in self._store.documents(ids=ids):
            document = stored.document
            old = self._store.claims(documents=[document.id])
            standing = self._store.corrections(document)
            read, broken = self._pipeline().extract([document], Silence())
            if broken:
                raise InputError(f"{broken[0].path}: {broken[0].message}")
            self._put(document, old, mend.mended(document, read, standing))
        return new

    def rate(
        self,
        prefix: str,
        *,
        rating: str,
        reason: str,
        organisation: str,
        link: str = "",
        reviewer: str,
        note: str = "",
    ) -> int:
        """Record a verdict on the claim whose id starts so; return its number.

        Raises InputError for an unknown claim, or a verdict without rating or organisation.
        """
        if not rating.strip() or not organisation.strip():
            raise InputError("a verdict needs a rating and the organisation that gives it")
        if link and not link.startswith(("https://", "http://")):
            raise InputError(f"{link!r} is no web address")
        values = {"rating": rating, "reason": reason, "organisation": organisation, "link": link}
        claim = self._store.claim(prefix)
        with self._store.writing() as connection:
            return notes.add(
                connection,
                schema.verdicts,
                claim,
                values,
                note=note,
                reviewer=reviewer,
                now=self._store.now(),
            )

    def undo_rating(self, number: int, *, reviewer: str) -> int:
        """Take a verdict back. Raises InputError as ``undo_correction`` does."""
        with self._store.writing() as connection:
            return notes.undo(
                connection, schema.verdicts, number, reviewer=reviewer, now=self._store.now()
            )

    def history(self, prefix: str) -> tuple[Claim, list[Correction], list[Rating]]:
        """Return a claim with the corrections of its document and the verdicts on it that stand.

        Raises InputError for an unknown claim.
        """
        claim = self._store.claim(prefix)
        document = self._document(claim.document)
        with self._store.reading() as connection:
            ratings = notes.ratings(connection, [rows.place_of(document)])
        return (
            claim,
            self._store.corrections(document),
            [r for r in ratings if mend.is_of(claim, r.quote)],
        )

    def _document(self, key: str) -> Document:
        return self._store.documents(ids=[key])[0].document

    def _put(self, document: Document, old: Sequence[Claim], new: Sequence[Claim]) -> None:
        """Write only what is different: the other claims keep their conflicts."""
        gone = [claim for claim in old if claim not in new]
        added = [claim for claim in new if claim not in old]
        vectors = self._pipeline().embed(added, Silence()) if added else {}
        self._store.amend(document, gone, added, vectors, self._model() if added else "")
