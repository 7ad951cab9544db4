"""The version of the installed distribution."""

from __future__ import annotations

from importlib import metadata


def tool_version() -> str:
    """Return the version, as ``pyproject.toml`` had it when the distribution was built."""
    return metadata.version("claimtrack")
