"""What importing the stage costs."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("trafilatura", "lxml", "httpx", "pypdf", "feedparser", "lingua", "dateparser")


def test_importing_loads_nothing_heavy() -> None:
    """The readers' packages are imported when an input needs them, not with the stage."""
    code = f"import sys, claimtrack.ingest; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
