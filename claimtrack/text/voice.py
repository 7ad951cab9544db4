"""Whether one person or institution stands behind two claims."""

from __future__ import annotations

from claimtrack.model import Claim, HolderKind


def one_voice(a: Claim, b: Claim) -> bool:
    """Whether one institution or person stands behind both claims.

    An anonymous source is the same voice as another only within one sentence; an outlet's own
    voice in two documents is one where the outlet is named.
    """
    if HolderKind.ANONYMOUS in (a.holder.kind, b.holder.kind):
        return a.document == b.document and a.sentence == b.sentence and a.holder == b.holder
    if a.holder.kind is HolderKind.OUTLET and b.holder.kind is HolderKind.OUTLET:
        return a.document == b.document or (a.holder.key == b.holder.key and _named(a))
    return a.holder.voice == b.holder.voice or a.holder.key == b.holder.key


def _named(claim: Claim) -> bool:
    return claim.holder.name != "the article"
