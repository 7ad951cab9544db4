"""At which step a pair of claims was dropped, for a reader: ``audit --explain``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from claimtrack.model import Evidence
from claimtrack.report.push import reason
from claimtrack.report.wording import squeeze

JUDGED = "judged"
ONE_EVENT = "for and against that both speak of one event:"
A_CONFLICT = "for and against a conflict:"


def render(steps: Sequence[Evidence], *, width: int = 80) -> str:
    """Return the step that decided, then every reason with its push on the log-odds."""
    if not steps:
        return "Nothing is known of this pair.\n"
    first, *others = steps
    lines = textwrap.wrap(squeeze(f"{first.signal}: {first.detail}"), width)
    return "\n".join([*lines, *reasons(first.signal, others, width, indent=2)]) + "\n"


def reasons(step: str, found: Sequence[Evidence], width: int, *, indent: int) -> Iterator[str]:
    """Yield the reasons of a step under a line that says for and against what they speak.

    What was dropped before the judge was measured for one event only.
    """
    if not found:
        return
    judged = step == JUDGED
    yield f"{' ' * (indent - 2)}{A_CONFLICT if judged else ONE_EVENT}"
    for item in ordered(found) if judged else found:
        yield from reason(item, width, indent=indent)


def ordered(found: Sequence[Evidence]) -> list[Evidence]:
    """Return what speaks for a conflict, then what speaks against, the strongest first in each."""
    return sorted(found, key=lambda item: (item.weight <= 0, -abs(item.weight), item.signal))
