"""The schema's revision: reading it, and bringing a database up to the head."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from claimtrack.store.schema import HEAD, VERSION_TABLE

if TYPE_CHECKING:
    from alembic.config import Config

KNOWN = ("0001", "0002", "0003", "0004")
"""Every revision from which this code can upgrade, oldest first; a test holds it to alembic's."""


def alembic_config() -> Config:
    """Return alembic's configuration of the migrations in this package (no file on disk)."""
    from alembic.config import Config

    config = Config()
    folder = str(Path(__file__).parent / "migrations")
    # The value goes through ConfigParser, which interpolates "%".
    config.set_main_option("script_location", folder.replace("%", "%%"))
    return config


def revision(connection: sa.Connection) -> str | None:
    """Return the revision of the schema; None where there is none (an empty database)."""
    if not sa.inspect(connection).has_table(VERSION_TABLE):
        return None
    version = sa.table(VERSION_TABLE, sa.column("version_num", sa.String))
    return connection.execute(sa.select(version.c.version_num)).scalar()


def upgrade(connection: sa.Connection, target: str = HEAD) -> None:
    """Migrate up to ``target`` within the caller's transaction: schema and record, or neither."""
    from alembic import command

    config = alembic_config()
    config.attributes["connection"] = connection
    command.upgrade(config, target)
