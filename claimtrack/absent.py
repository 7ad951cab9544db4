"""A package that is not there while another is imported.

Some libraries import a heavy one only to serve those who have it: thinc, below spaCy, takes in all
of torch (1.5 s and 180 MB) to be able to wrap its models, of which our pipeline has none.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from threading import get_ident
from types import ModuleType


class _Nowhere(MetaPathFinder):
    """Finds a package nowhere, for one thread: others may import it at that moment."""

    def __init__(self, package: str) -> None:
        self._package = package
        self._thread = get_ident()

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Leave any other module to the finders that follow."""
        if fullname == self._package and get_ident() == self._thread:
            raise ModuleNotFoundError(f"{fullname} is not wanted here", name=fullname)
        return None


@contextmanager
def absent(package: str) -> Iterator[None]:
    """Within, what this thread imports does not find ``package``, unless it was loaded before."""
    finder = _Nowhere(package)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
