"""One suite over SQLite and PostgreSQL: every test here that asks for a store runs over both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from claimtrack.store.repository import Store
from tests.unit.store.samples import Clock


@pytest.fixture
def make_store(empty: Callable[[], str]) -> Iterator[Callable[[], Store]]:
    """A function that returns a new empty store; all are closed at the end."""
    with ExitStack() as opened:
        yield lambda: opened.enter_context(Store.open(empty(), clock=Clock()))


@pytest.fixture
def store(make_store: Callable[[], Store]) -> Store:
    """An empty store."""
    return make_store()
