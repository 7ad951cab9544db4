"""At which step a pair of claims was dropped, for a reader: ``audit --explain``."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from claimtrack.model import Evidence
from claimtrack.report.wording import squeeze


def render(steps: Sequence[Evidence], *, width: int = 80) -> str:
    """Return the step that decided, then every reason with its push on the log-odds."""
    if not steps:
        return "Nothing is known of this pair.\n"
    first, *others = steps
    lines = textwrap.wrap(squeeze(f"{first.signal}: {first.detail}"), width)
    for item in others:
        lines += textwrap.wrap(
            squeeze(f"{item.signal}: {item.detail}"),
            width,
            initial_indent=f"  {item.weight:+6.2f}  ",
            subsequent_indent=" " * 10,
        )
    return "\n".join(lines) + "\n"
