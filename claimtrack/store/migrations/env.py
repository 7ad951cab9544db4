"""Alembic's entry: migrates the connection that ``claimtrack.store.migrate`` hands over."""

from __future__ import annotations

from alembic import context

from claimtrack.store.schema import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,
    # SQLite can do DDL in a transaction, which alembic assumes it can't: with it, a kill in
    # mid-migration leaves the old schema and its old revision.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
