"""The version of the installed distribution."""

from __future__ import annotations


def tool_version() -> str:
    """Return the version, as ``pyproject.toml`` had it when the distribution was built."""
    # Imported here because --help does without, and it costs a tenth of what --help takes.
    from importlib import metadata

    return metadata.version("claimtrack")
