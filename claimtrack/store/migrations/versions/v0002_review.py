"""What people add: decisions, and the mending of holders."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the append-only tables, and the verdict that a queue reads."""
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("fingerprint", sa.String(32), nullable=False),
        sa.Column("place", sa.String(32), nullable=False),
        sa.Column("a_identity", sa.Text, nullable=False),
        sa.Column("a_quote", sa.Text),
        sa.Column("b_identity", sa.Text, nullable=False),
        sa.Column("b_quote", sa.Text),
        sa.Column("conflict", sa.String(32), nullable=False),
        sa.Column("verdict", sa.String(16)),
        sa.Column("reason", sa.String(32)),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("undo_of", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
        sa.ForeignKeyConstraint(
            ["undo_of"], ["decisions.id"], name="fk_decisions_undo_of", ondelete="RESTRICT"
        ),
    )
    op.create_index("ix_decisions_fingerprint", "decisions", ["fingerprint"])
    op.create_index("ix_decisions_place", "decisions", ["place"])
    op.create_table(
        "holder_changes",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("action", sa.String(16), nullable=False),
        sa.Column("moves", sa.JSON, nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("undo_of", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_holder_changes"),
        sa.ForeignKeyConstraint(
            ["undo_of"],
            ["holder_changes.id"],
            name="fk_holder_changes_undo_of",
            ondelete="RESTRICT",
        ),
    )
    op.add_column("conflicts", sa.Column("verdict", sa.String(16)))
