"""claimtrack: who claims what in the news, and which claims cannot both be true.

The public names are loaded when they are first used, so that ``import claimtrack`` is cheap.
"""

from __future__ import annotations

import importlib
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.bootstrap import Claimtrack
    from claimtrack.config import Settings
    from claimtrack.errors import ClaimtrackError
    from claimtrack.model import (
        Assessment,
        AuditResult,
        Claim,
        Conflict,
        ConflictType,
        Document,
        Failure,
        Relation,
    )

__all__ = [
    "Assessment",
    "AuditResult",
    "Claim",
    "Claimtrack",
    "ClaimtrackError",
    "Conflict",
    "ConflictType",
    "Document",
    "Failure",
    "Relation",
    "Settings",
]

_HOMES = {
    "Claimtrack": "claimtrack.bootstrap",
    "Settings": "claimtrack.config",
    "ClaimtrackError": "claimtrack.errors",
}

logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES.get(name, "claimtrack.model")), name)
