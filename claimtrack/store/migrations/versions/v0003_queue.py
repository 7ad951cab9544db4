"""What a review queue sorts by, and the copies that a decision was made for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns of the queue, filled from what is stored, and the copies of decisions."""
    op.create_table(
        "decision_copies",
        sa.Column("decision", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("fingerprint", sa.String(32), nullable=False),
        sa.Column("place", sa.String(32), nullable=False),
        sa.Column("a_identity", sa.Text, nullable=False),
        sa.Column("a_quote", sa.Text),
        sa.Column("b_identity", sa.Text, nullable=False),
        sa.Column("b_quote", sa.Text),
        sa.PrimaryKeyConstraint("decision", "number", name="pk_decision_copies"),
        sa.ForeignKeyConstraint(
            ["decision"],
            ["decisions.id"],
            name="fk_decision_copies_decision",
            ondelete="RESTRICT",
        ),
    )
    op.create_index("ix_decision_copies_fingerprint", "decision_copies", ["fingerprint"])
    op.create_index("ix_decision_copies_place", "decision_copies", ["place"])
    op.add_column("conflicts", sa.Column("outlets", sa.Integer))
    op.add_column("conflicts", sa.Column("newest", sa.Date))
    _fill(op.get_bind())


def _fill(connection: sa.Connection) -> None:
    """Two sides, an outlet each, until the next scan counts the copies too."""
    conflicts = sa.table("conflicts", *map(sa.column, ("id", "a", "b", "outlets", "newest")))
    claims = sa.table("claims", *map(sa.column, ("id", "document", "report_end")))
    documents = sa.table("documents", *map(sa.column, ("id", "published")))
    days = sa.select(
        claims.c.id,
        sa.func.coalesce(
            sa.type_coerce(claims.c.report_end, sa.Date),
            sa.type_coerce(documents.c.published, sa.Date),
        ).label("day"),
    ).join(documents, documents.c.id == claims.c.document)
    first, second = days.subquery(), days.subquery()
    found = connection.execute(
        sa.select(
            conflicts.c.id,
            sa.type_coerce(first.c.day, sa.Date),
            sa.type_coerce(second.c.day, sa.Date),
        )
        .join(first, first.c.id == conflicts.c.a)
        .join(second, second.c.id == conflicts.c.b)
    ).all()
    for key, *both in found:
        newest = max((day for day in both if day is not None), default=None)
        connection.execute(
            conflicts.update()
            .where(conflicts.c.id == key)
            .values(outlets=2, newest=sa.bindparam(None, newest, sa.Date))
        )
