"""A reason as lines for a reader: for or against a conflict, by how much, and what was found.

The word stands there because a sign is easily read over, and because a detail alone may mislead:
"NLI gives a contradiction 0.25" speaks against one.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from claimtrack.model import Evidence
from claimtrack.report.wording import squeeze

SEEN = 0.005
"""A push below this is nought in two digits and has no direction."""


def direction(weight: float) -> str:
    """Return "for", "against", or "" for what moves nothing."""
    if abs(weight) < SEEN:
        return ""
    return "for" if weight > 0 else "against"


def push(weight: float) -> str:
    """Return direction and log-odds in 13 columns (14 from ten on)."""
    way = direction(weight)
    return f"{way:<7} {weight:+.2f}" if way else f"{'':<7} {'0.00':>5}"


def reason(item: Evidence, width: int, *, indent: int = 3, detail: str | None = None) -> list[str]:
    """Return a reason wrapped at ``width``; ``detail`` takes the place of its own."""
    head = f"{' ' * indent}{push(item.weight)}  "
    text = squeeze(f"{item.signal}: {item.detail if detail is None else detail}")
    return textwrap.wrap(
        text, max(width, len(head) + 20), initial_indent=head, subsequent_indent=" " * len(head)
    )


def ordered(found: Iterable[Evidence]) -> list[Evidence]:
    """Return what speaks for a conflict, then what speaks against, the strongest first in each."""
    return sorted(found, key=lambda item: (item.weight <= 0, -abs(item.weight), item.signal))
