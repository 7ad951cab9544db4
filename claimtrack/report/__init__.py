"""Reports: one module a format, each with ``render(result) -> str``.

``render(result, format)`` finds the module by its name in ``FORMATS``; nothing else of a format
is known outside its module.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.model import AuditResult

FORMATS: Mapping[str, str] = {
    "text": "claimtrack.report.text",
    "concise": "claimtrack.report.concise",
    "json": "claimtrack.report.json_",
    "jsonl": "claimtrack.report.jsonl",
    "csv": "claimtrack.report.csv_",
    "markdown": "claimtrack.report.markdown",
    "html": "claimtrack.report.html.page",
    "sarif": "claimtrack.report.sarif",
    "junit": "claimtrack.report.junit",
    "github": "claimtrack.report.github",
    "gitlab": "claimtrack.report.gitlab",
}


def render(result: AuditResult, format: str) -> str:
    """Return ``result`` in ``format``, a key of ``FORMATS``. Raises KeyError for another."""
    return str(import_module(FORMATS[format]).render(result))
