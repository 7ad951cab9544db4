"""At which step a pair of claims was dropped, for a reader: ``audit --explain``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from claimtrack.model import Evidence
from claimtrack.report.push import ordered, reason
from claimtrack.report.wording import squeeze

JUDGED = "judged"
UNREAD = "dropped: before NLI"
NO_HOPE = f"{UNREAD}: even"
CROWDED = f"{UNREAD}: too many"
CUT = "dropped: at the cut"
A_CONFLICT = "for and against a conflict:"
READING = "for and against reading the pair (sums to where it stands):"
ONE_EVENT = "for and against that both speak of one event:"


def render(steps: Sequence[Evidence], *, width: int = 80) -> str:
    """Return the step that decided, then every reason with its push on the log-odds."""
    if not steps:
        return "Nothing is known of this pair.\n"
    first, *others = steps
    step = squeeze(f"{first.signal}: {first.detail}")
    told = reasons(step, others, width, indent=2)
    return "\n".join([*textwrap.wrap(step, width), *told]) + "\n"


def reasons(step: str, found: Sequence[Evidence], width: int, *, indent: int) -> Iterator[str]:
    """Yield the reasons under a line that says for and against what they speak.

    ``step`` begins with the step's name. What was dropped at the gate was measured for one event
    only, what stands too low to be kept or read for that and for what could be contested, and what
    no answer of NLI would have lifted, or too many others stood before, for a conflict.
    """
    if not found:
        return
    judged = step.startswith((JUDGED, NO_HOPE, CROWDED))
    about = A_CONFLICT if judged else READING if step.startswith((UNREAD, CUT)) else ONE_EVENT
    yield f"{' ' * (indent - 2)}{about}"
    for item in ordered(found) if judged else found:
        yield from reason(item, width, indent=indent)
