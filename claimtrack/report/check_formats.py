"""Which module makes a check in which format; ``render`` is all that the command knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module

from claimtrack.results import CheckReport

FORMATS: Mapping[str, tuple[str, str]] = {
    "text": ("claimtrack.report.check_text", "text"),
    "concise": ("claimtrack.report.check_lines", "concise"),
    "json": ("claimtrack.report.check", "as_json"),
    "jsonl": ("claimtrack.report.check_lines", "jsonl"),
    "csv": ("claimtrack.report.check_lines", "as_csv"),
    "markdown": ("claimtrack.report.check_lines", "markdown"),
    "html": ("claimtrack.report.html.check", "html"),
    "sarif": ("claimtrack.report.check_scan", "sarif"),
    "junit": ("claimtrack.report.check_lines", "junit"),
    "github": ("claimtrack.report.check_lines", "github"),
    "gitlab": ("claimtrack.report.check_scan", "gitlab"),
}


def render(report: CheckReport, failed: Sequence[str], format: str) -> str:
    """Return ``report`` in ``format``, a key of ``FORMATS``; ``failed`` are floors not reached."""
    module, name = FORMATS[format]
    return str(getattr(import_module(module), name)(report, failed))
