"""The tables as they are at the head revision; migrations/ holds how they came about.

Ids are hex digests, so they are the same in every store; nothing relies on a sequence of the
database, so that a backup moves between SQLite and PostgreSQL. Whatever may be long (an
address, a name) is never a key itself: a digest of it is (PostgreSQL indexes 2,704 bytes).
"""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa

HEAD = "0004"
"""The revision that this code reads and writes; a test holds it equal to alembic's head."""

VERSION_TABLE = "claimtrack_schema"
"""Not alembic's default name: a shared PostgreSQL database may hold another program's."""

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = sa.MetaData(naming_convention=NAMING)


class UtcDateTime(sa.types.TypeDecorator[dt.datetime]):
    """An aware instant, kept as naive UTC: SQLite has no zone, and the two must agree."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(
        self, value: dt.datetime | None, dialect: sa.Dialect
    ) -> dt.datetime | None:
        """Refuse a naive instant (ValueError), else turn it into naive UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without a time zone cannot be stored")
        return value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(
        self, value: dt.datetime | None, dialect: sa.Dialect
    ) -> dt.datetime | None:
        """Give the instant its zone back."""
        return None if value is None else value.replace(tzinfo=dt.UTC)


def _key() -> sa.String:
    return sa.String(32)


def _parent(column: str, *, on_delete: str = "CASCADE") -> sa.ForeignKey:
    return sa.ForeignKey(column, ondelete=on_delete)


runs = sa.Table(
    "runs",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("kind", sa.String(32), nullable=False),
    sa.Column("started", UtcDateTime, nullable=False),
    sa.Column("finished", UtcDateTime),
    sa.Column("settings", sa.JSON, nullable=False),
    sa.Column("counts", sa.JSON, nullable=False),
)

documents = sa.Table(
    "documents",
    metadata,
    sa.Column("id", _key(), primary_key=True),
    # The id of the first version: all versions of one article share it.
    sa.Column("series", _key(), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("current", sa.Boolean, nullable=False),
    sa.Column("identity", sa.Text, nullable=False),
    sa.Column("identity_key", _key(), nullable=False, index=True),
    sa.Column("outlet", sa.Text),
    sa.Column("url", sa.Text),
    sa.Column("path", sa.Text),
    sa.Column("title", sa.Text),
    sa.Column("author", sa.Text),
    sa.Column("published", sa.Date, index=True),
    sa.Column("first_line", sa.Integer),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("ingested_at", UtcDateTime, nullable=False),
    sa.Column("run", sa.Integer, _parent("runs.id", on_delete="SET NULL")),
    sa.Column("seen_run", sa.Integer, _parent("runs.id", on_delete="SET NULL")),
    sa.UniqueConstraint("series", "version"),
)

holders = sa.Table(
    "holders",
    metadata,
    sa.Column("id", _key(), primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("on_behalf_of", sa.Text),
)

# One alias a name as it was read; every alias has a holder row of the same id, to which a
# split or an undone merge can send it back.
holder_aliases = sa.Table(
    "holder_aliases",
    metadata,
    sa.Column("id", _key(), primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("holder", _key(), _parent("holders.id"), nullable=False, index=True),
)

claims = sa.Table(
    "claims",
    metadata,
    sa.Column("id", _key(), primary_key=True),
    sa.Column("document", _key(), _parent("documents.id"), nullable=False, index=True),
    sa.Column("quote", sa.Text, nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("sentence", sa.Integer, nullable=False),
    sa.Column("statement", sa.Text, nullable=False),
    sa.Column("alias", _key(), _parent("holder_aliases.id"), nullable=False, index=True),
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
)

# Which claims name an entity: lets a candidate search block by entity without reading all.
claim_entities = sa.Table(
    "claim_entities",
    metadata,
    sa.Column("claim", _key(), _parent("claims.id"), primary_key=True),
    sa.Column("entity", _key(), primary_key=True, index=True),
)

vectors = sa.Table(
    "vectors",
    metadata,
    sa.Column("claim", _key(), _parent("claims.id"), primary_key=True),
    sa.Column("model", sa.String(128), primary_key=True, index=True),
    sa.Column("dimension", sa.Integer, nullable=False),
    # float32, little endian, whatever the machine.
    sa.Column("data", sa.LargeBinary, nullable=False),
)

# Which documents have been compared with everything current, by which judge.
scans = sa.Table(
    "scans",
    metadata,
    sa.Column("document", _key(), _parent("documents.id"), primary_key=True),
    sa.Column("judge", sa.String(128), primary_key=True),
    sa.Column("run", sa.Integer, _parent("runs.id", on_delete="SET NULL")),
)

assessments = sa.Table(
    "assessments",
    metadata,
    sa.Column("a", _key(), _parent("claims.id"), primary_key=True),
    sa.Column("b", _key(), _parent("claims.id"), primary_key=True, index=True),
    sa.Column("judge", sa.String(128), primary_key=True),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("verdict", sa.String(16), nullable=False),
    sa.Column("type", sa.String(16)),
    sa.Column("explanation", sa.Text, nullable=False),
    sa.Column("evidence", sa.JSON, nullable=False),
    sa.Column("forward", sa.JSON, nullable=False),
    sa.Column("backward", sa.JSON, nullable=False),
    sa.Column("run", sa.Integer, _parent("runs.id", on_delete="SET NULL")),
)

conflicts = sa.Table(
    "conflicts",
    metadata,
    sa.Column("id", _key(), primary_key=True),
    sa.Column("fingerprint", _key(), nullable=False, index=True),
    sa.Column("a", _key(), _parent("claims.id"), nullable=False, index=True),
    sa.Column("b", _key(), _parent("claims.id"), nullable=False, index=True),
    sa.Column("type", sa.String(16), nullable=False),
    sa.Column("relation", sa.String(24), nullable=False),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("explanation", sa.Text, nullable=False),
    sa.Column("evidence", sa.JSON, nullable=False),
    sa.Column("copies", sa.JSON, nullable=False),
    sa.Column("judge", sa.String(128), nullable=False),
    sa.Column("status", sa.String(16), nullable=False),
    sa.Column("first_run", sa.Integer, _parent("runs.id", on_delete="SET NULL")),
    sa.Column("last_run", sa.Integer, _parent("runs.id", on_delete="SET NULL")),
    # Since 0002: the latest decision's verdict, copied so that a queue is one query.
    sa.Column("verdict", sa.String(16)),
    # Since 0003: independent outlets on both sides, and the day of the newer side.
    sa.Column("outlets", sa.Integer),
    sa.Column("newest", sa.Date),
    sa.Index("ix_conflicts_queue", "status", "score"),
)

# Append-only. Keyed by what stays when models, offsets and statements change (the design's
# Identity), hence no foreign key to conflicts or claims, which come and go.
decisions = sa.Table(
    "decisions",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("fingerprint", _key(), nullable=False, index=True),
    # A digest of the two documents' identities: where to look for a quote that moved.
    sa.Column("place", _key(), nullable=False, index=True),
    sa.Column("a_identity", sa.Text, nullable=False),
    sa.Column("a_quote", sa.Text),
    sa.Column("b_identity", sa.Text, nullable=False),
    sa.Column("b_quote", sa.Text),
    sa.Column("conflict", _key(), nullable=False),
    sa.Column("verdict", sa.String(16)),
    sa.Column("reason", sa.String(32)),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("reviewer", sa.Text, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("undo_of", sa.Integer, _parent("decisions.id", on_delete="RESTRICT")),
)

# The further pairs that said the same when the decision was made: they are decided with it,
# whichever of them a later run takes for the flag.
decision_copies = sa.Table(
    "decision_copies",
    metadata,
    sa.Column(
        "decision",
        sa.Integer,
        _parent("decisions.id", on_delete="RESTRICT"),
        primary_key=True,
        autoincrement=False,
    ),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("fingerprint", _key(), nullable=False, index=True),
    sa.Column("place", _key(), nullable=False, index=True),
    sa.Column("a_identity", sa.Text, nullable=False),
    sa.Column("a_quote", sa.Text),
    sa.Column("b_identity", sa.Text, nullable=False),
    sa.Column("b_quote", sa.Text),
)

# Append-only: every merge and split with the aliases it moved, so that each can be undone.
holder_changes = sa.Table(
    "holder_changes",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("action", sa.String(16), nullable=False),
    sa.Column("moves", sa.JSON, nullable=False),
    sa.Column("reviewer", sa.Text, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("undo_of", sa.Integer, _parent("holder_changes.id", on_delete="RESTRICT")),
)

# A claim is in one thread at most; a merged thread keeps its row, so that its id still leads
# to where its claims went.
threads = sa.Table(
    "threads",
    metadata,
    sa.Column("id", _key(), primary_key=True),
    sa.Column("opened", UtcDateTime, nullable=False),
    sa.Column("merged_into", _key(), index=True),
)

thread_claims = sa.Table(
    "thread_claims",
    metadata,
    sa.Column("claim", _key(), _parent("claims.id"), primary_key=True),
    sa.Column("thread", _key(), _parent("threads.id"), nullable=False, index=True),
    sa.Column("denies", sa.Boolean, nullable=False),
    # The claim that the thread began with: what joins is held against it.
    sa.Column("anchor", sa.Boolean, nullable=False),
)

# Append-only: which thread went into which, with the claims that moved.
thread_merges = sa.Table(
    "thread_merges",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("thread", _key(), nullable=False),
    sa.Column("into", _key(), nullable=False),
    sa.Column("claims", sa.JSON, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
)


def _notes(name: str, *columns: sa.Column[object]) -> sa.Table:
    """What people say of single claims: append-only, kept by place and quote as decisions are."""
    return sa.Table(
        name,
        metadata,
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("place_key", _key(), nullable=False, index=True),
        sa.Column("identity", sa.Text, nullable=False),
        sa.Column("quote", sa.Text),
        *columns,
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.Column("undo_of", sa.Integer, _parent(f"{name}.id", on_delete="RESTRICT")),
    )


corrections = _notes("corrections", sa.Column("changes", sa.JSON, nullable=False))

verdicts = _notes(
    "verdicts",
    sa.Column("rating", sa.Text),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("organisation", sa.Text, nullable=False),
    sa.Column("link", sa.Text, nullable=False),
)
