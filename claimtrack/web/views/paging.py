"""Numbers of pages in addresses."""

from __future__ import annotations

from starlette.requests import Request

SIZE = 50
"""Rows of a list."""
LAST = 100_000
"""The highest page number that is looked for."""


def number_of(request: Request) -> int:
    """Return the page that is asked for: 1 unless the address has a number."""
    given = request.query_params.get("page", "1")
    if not (given.isascii() and given.isdecimal() and len(given) < 7):
        return 1
    return min(LAST, max(1, int(given)))
