"""Threads, corrections of what the machine read, and verdicts on single claims."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "threads",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("opened", sa.DateTime, nullable=False),
        sa.Column("merged_into", sa.String(32)),
        sa.PrimaryKeyConstraint("id", name="pk_threads"),
    )
    op.create_index("ix_threads_merged_into", "threads", ["merged_into"])
    op.create_table(
        "thread_claims",
        sa.Column("claim", sa.String(32), nullable=False),
        sa.Column("thread", sa.String(32), nullable=False),
        sa.Column("denies", sa.Boolean, nullable=False),
        sa.Column("anchor", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("claim", name="pk_thread_claims"),
        sa.ForeignKeyConstraint(
            ["claim"], ["claims.id"], name="fk_thread_claims_claim", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["thread"], ["threads.id"], name="fk_thread_claims_thread", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_thread_claims_thread", "thread_claims", ["thread"])
    op.create_table(
        "thread_merges",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("thread", sa.String(32), nullable=False),
        sa.Column("into", sa.String(32), nullable=False),
        sa.Column("claims", sa.JSON, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_thread_merges"),
    )
    _notes("corrections", sa.Column("changes", sa.JSON, nullable=False))
    _notes(
        "verdicts",
        sa.Column("rating", sa.Text),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("organisation", sa.Text, nullable=False),
        sa.Column("link", sa.Text, nullable=False),
    )


def _notes(name: str, *columns: sa.Column[object]) -> None:
    """A table of what people say of single claims, kept by their place and quote."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("place_key", sa.String(32), nullable=False),
        sa.Column("identity", sa.Text, nullable=False),
        sa.Column("quote", sa.Text),
        *columns,
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("undo_of", sa.Integer),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(
            ["undo_of"], [f"{name}.id"], name=f"fk_{name}_undo_of", ondelete="RESTRICT"
        ),
    )
    op.create_index(f"ix_{name}_place_key", name, ["place_key"])
