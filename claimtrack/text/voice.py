"""Whether one person or institution stands behind two claims."""

from __future__ import annotations

from claimtrack.model import Claim, HolderKind
from claimtrack.text.names import COMPANY_SUFFIXES

_COMPANY = COMPANY_SUFFIXES | {"grid", "power", "hotels", "stores", "logistics"}


def one_voice(a: Claim, b: Claim) -> bool:
    """Whether one institution or person stands behind both claims.

    An anonymous source is the same voice as another only within one sentence; an outlet's own
    voice in two documents is one where the outlet is named.
    """
    if HolderKind.ANONYMOUS in (a.holder.kind, b.holder.kind):
        return a.document == b.document and a.sentence == b.sentence and a.holder == b.holder
    if a.holder.kind is HolderKind.OUTLET and b.holder.kind is HolderKind.OUTLET:
        return a.document == b.document or (a.holder.key == b.holder.key and _named(a))
    if a.holder.key == b.holder.key or a.holder.voice == b.holder.voice:
        return True
    return bool(a.holder.on_behalf_of or b.holder.on_behalf_of) and _one_body(a, b)


def _one_body(a: Claim, b: Claim) -> bool:
    """Whether one goes by the other's short name: "Velden" and "Velden Power"."""
    short, long = sorted((side.holder.voice.split() for side in (a, b)), key=len)
    return bool(short) and long[: len(short)] == short and set(long[len(short) :]) <= _COMPANY


def _named(claim: Claim) -> bool:
    return claim.holder.name != "the article"
