"""Documents, holders, claims, vectors, and what detection found."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _key() -> sa.String:
    return sa.String(32)


def upgrade() -> None:
    """Create the tables of the first revision."""
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("started", sa.DateTime, nullable=False),
        sa.Column("finished", sa.DateTime),
        sa.Column("settings", sa.JSON, nullable=False),
        sa.Column("counts", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_table(
        "documents",
        sa.Column("id", _key(), nullable=False),
        sa.Column("series", _key(), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("identity", sa.Text, nullable=False),
        sa.Column("identity_key", _key(), nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("path", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("author", sa.Text),
        sa.Column("published", sa.Date),
        sa.Column("first_line", sa.Integer),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("ingested_at", sa.DateTime, nullable=False),
        sa.Column("run", sa.Integer),
        sa.Column("seen_run", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        sa.UniqueConstraint("series", "version", name="uq_documents_series_version"),
        *_foreign("documents", run="runs", seen_run="runs"),
    )
    op.create_table(
        "holders",
        sa.Column("id", _key(), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("on_behalf_of", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_holders"),
    )
    op.create_table(
        "holder_aliases",
        sa.Column("id", _key(), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("holder", _key(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_holder_aliases"),
        *_foreign("holder_aliases", holder="holders"),
    )
    op.create_table(
        "claims",
        sa.Column("id", _key(), nullable=False),
        sa.Column("document", _key(), nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("sentence", sa.Integer, nullable=False),
        sa.Column("statement", sa.Text, nullable=False),
        sa.Column("alias", _key(), nullable=False),
        sa.Column("holder", sa.JSON, nullable=False),
        sa.Column("via", sa.JSON, nullable=False),
        sa.Column("stance", sa.String(16), nullable=False),
        sa.Column("certainty", sa.String(16), nullable=False),
        sa.Column("event_start", sa.Date),
        sa.Column("event_end", sa.Date),
        sa.Column("event_text", sa.Text),
        sa.Column("report_start", sa.Date),
        sa.Column("report_end", sa.Date),
        sa.Column("report_text", sa.Text),
        sa.Column("quantities", sa.JSON, nullable=False),
        sa.Column("entities", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
        *_foreign("claims", document="documents", alias="holder_aliases"),
    )
    op.create_table(
        "claim_entities",
        sa.Column("claim", _key(), nullable=False),
        sa.Column("entity", _key(), nullable=False),
        sa.PrimaryKeyConstraint("claim", "entity", name="pk_claim_entities"),
        *_foreign("claim_entities", claim="claims"),
    )
    op.create_table(
        "vectors",
        sa.Column("claim", _key(), nullable=False),
        sa.Column("model", sa.String(128), nullable=False),
        sa.Column("dimension", sa.Integer, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("claim", "model", name="pk_vectors"),
        *_foreign("vectors", claim="claims"),
    )
    op.create_table(
        "scans",
        sa.Column("document", _key(), nullable=False),
        sa.Column("judge", sa.String(128), nullable=False),
        sa.Column("run", sa.Integer),
        sa.PrimaryKeyConstraint("document", "judge", name="pk_scans"),
        *_foreign("scans", document="documents", run="runs"),
    )
    op.create_table(
        "assessments",
        sa.Column("a", _key(), nullable=False),
        sa.Column("b", _key(), nullable=False),
        sa.Column("judge", sa.String(128), nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("type", sa.String(16)),
        sa.Column("explanation", sa.Text, nullable=False),
        sa.Column("evidence", sa.JSON, nullable=False),
        sa.Column("forward", sa.JSON, nullable=False),
        sa.Column("backward", sa.JSON, nullable=False),
        sa.Column("run", sa.Integer),
        sa.PrimaryKeyConstraint("a", "b", "judge", name="pk_assessments"),
        *_foreign("assessments", a="claims", b="claims", run="runs"),
    )
    op.create_table(
        "conflicts",
        sa.Column("id", _key(), nullable=False),
        sa.Column("fingerprint", _key(), nullable=False),
        sa.Column("a", _key(), nullable=False),
        sa.Column("b", _key(), nullable=False),
        sa.Column("type", sa.String(16), nullable=False),
        sa.Column("relation", sa.String(24), nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("explanation", sa.Text, nullable=False),
        sa.Column("evidence", sa.JSON, nullable=False),
        sa.Column("copies", sa.JSON, nullable=False),
        sa.Column("judge", sa.String(128), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("first_run", sa.Integer),
        sa.Column("last_run", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_conflicts"),
        *_foreign("conflicts", a="claims", b="claims", first_run="runs", last_run="runs"),
    )
    for table, *columns in (
        ("documents", "identity_key"),
        ("documents", "published"),
        ("holder_aliases", "holder"),
        ("claims", "document"),
        ("claims", "alias"),
        ("claim_entities", "entity"),
        ("vectors", "model"),
        ("assessments", "b"),
        ("conflicts", "fingerprint"),
        ("conflicts", "a"),
        ("conflicts", "b"),
    ):
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)
    op.create_index("ix_conflicts_queue", "conflicts", ["status", "score"])


def _foreign(table: str, **parents: str) -> list[sa.ForeignKeyConstraint]:
    """Return the foreign keys of ``table``; a run that goes away leaves what it wrote."""
    return [
        sa.ForeignKeyConstraint(
            [column],
            [f"{parent}.id"],
            name=f"fk_{table}_{column}",
            ondelete="SET NULL" if parent == "runs" else "CASCADE",
        )
        for column, parent in parents.items()
    ]
