"""Whole audits, kept: what was found is said again where nothing that it depends on has changed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from claimtrack.model import AuditResult, Claim, Conflict, Document, Failure
from claimtrack.pipeline import Known
from claimtrack.sealed import SealedCache, secret

if TYPE_CHECKING:
    from pydantic import TypeAdapter

KEPT = 20
"""Audits in the cache, each some hundred kilobytes: of a few branches, and of drafts."""
NOTHING = Known()
"""What is known beside the articles where there is no store."""
_Found = tuple[tuple[Claim, ...], tuple[Conflict, ...], tuple[Conflict, ...], dict[str, int]]


class RememberedAudits:
    """Audits by the very articles in their order, and by what a store knew beside them.

    They are sealed, so that they are noise without those articles. Where all else is cached, an
    unchanged corpus would still have every pair chosen anew, only to find all of them judged.
    ``code`` is a fingerprint of what chooses and judges; ``models`` and ``settings`` are those
    that the report names.
    """

    def __init__(
        self,
        cache: SealedCache,
        code: str,
        models: Mapping[str, str],
        settings: Mapping[str, object],
    ) -> None:
        self._cache = cache
        self._run = {"models": dict(models), "settings": dict(settings)}
        self._code = code

    def get(
        self,
        documents: Sequence[Document],
        failures: Sequence[Failure],
        known: Known = NOTHING,
        spent: Mapping[str, float] | None = None,
    ) -> AuditResult | None:
        """Return what was found in ``documents`` beside ``known``; None where that is not kept.

        ``spent`` are the seconds of the steps that were needed to ask.
        """
        start = perf_counter()
        key = self._key(documents, known)
        data = self._cache.get([key]).get(key)
        if data is None:
            return None
        found = json.loads(data.decode("utf-8", "surrogatepass"))
        claims, conflicts, updates, counts = _adapter().validate_python(found)
        steps = ("extract", "embed", "recall", "candidates", "judge")
        seconds = {**dict.fromkeys(steps, 0.0), **(spent or {})}
        seconds["total"] = sum(seconds.values()) + perf_counter() - start
        run = {
            "counts": {**counts, "errors": len(failures)},
            **self._run,
            "timing": {name: round(value, 3) for name, value in seconds.items()},
        }
        own = {document.id for document in documents}
        beside = sorted({claim.document for claim in claims} - own)
        return AuditResult(
            (*documents, *(known.documents[key] for key in beside)),
            claims,
            conflicts,
            updates,
            tuple(failures),
            run,
        )

    def put(
        self, documents: Sequence[Document], result: AuditResult, known: Known = NOTHING
    ) -> None:
        """Keep what was found in ``documents`` beside ``known``."""
        found: Any = (result.claims, result.conflicts, result.updates, result.run["counts"])
        # Python's JSON writes and reads an infinite end of an interval ("at least 12").
        text = json.dumps(_adapter().dump_python(found, mode="json"), ensure_ascii=False)
        self._cache.put({self._key(documents, known): text.encode("utf-8", "surrogatepass")})

    def _key(self, documents: Sequence[Document], known: Known) -> bytes:
        # The repr of a document or claim names every field. Vectors follow from claims and model.
        beside = (*known.claims, *known.documents.values(), *known.forward)
        parts = (repr(self._run), str(len(documents)), *map(repr, (*documents, *beside)))
        return secret("audit", self._code, *parts)


@cache
def _adapter() -> TypeAdapter[_Found]:
    from pydantic import TypeAdapter

    return TypeAdapter(_Found)


def may_have_store(address: str | Path) -> bool:
    """Whether to look for a store; to import SQLAlchemy for nothing takes half a second."""
    place = Path(address)
    return "://" in str(address) or place.is_file() or any(place.glob("*.db"))
