"""The web application over a store of its own, with a facade that needs no model.

Every test with a store runs over SQLite and over PostgreSQL.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from claimtrack.config import Settings
from claimtrack.store.repository import Store
from claimtrack.web.access import Access
from claimtrack.web.app import create_app
from tests.unit.cli.fake import Fake


@pytest.fixture
def settings(tmp_path: Path, empty: Callable[[], str]) -> Settings:
    """A store and a cache of their own."""
    return Settings(store=empty(), cache_dir=tmp_path / "cache", threshold=0.7)


@pytest.fixture
def facade(settings: Settings) -> Fake:
    """A facade with made-up answers over a real store."""
    return Fake(settings)


@pytest.fixture
def store(facade: Fake) -> Iterator[Store]:
    """The store that the application uses."""
    with facade.store() as made:
        yield made


@pytest.fixture
def serve(facade: Fake) -> Iterator[Callable[..., TestClient]]:
    """A function that starts the application and returns a browser without eyes for it."""
    with ExitStack() as running:

        def start(access: Access | None = None, **more: object) -> TestClient:
            app = create_app(facade, access or Access(local="mia"), **more)  # type: ignore[arg-type]
            return running.enter_context(TestClient(app, base_url="http://localhost"))

        yield start


@pytest.fixture
def client(serve: Callable[..., TestClient]) -> TestClient:
    """A browser at an open page."""
    return serve()


def csrf(client: TestClient, path: str = "/") -> str:
    """The secret that the page's forms carry."""
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', client.get(path).text)
    assert found
    return found[1]
