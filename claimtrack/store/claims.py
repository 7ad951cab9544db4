"""Claims, their vectors, and where they name an entity. Within the caller's transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from claimtrack.errors import StoreError
from claimtrack.model import Claim, Document, digest, normalise
from claimtrack.store import documents, holders, rows, schema

if TYPE_CHECKING:
    import numpy as np

table = schema.claims


def add(
    connection: sa.Connection,
    document: Document,
    claims: Sequence[Claim],
    vectors: Mapping[str, np.ndarray],
    model: str,
) -> None:
    """Add the claims of a document with their vectors of ``model``.

    Raises ValueError, before anything is written, for a claim of another document, a quote that
    is not where it says, or a claim without a vector.
    """
    unique = {claim.id: claim for claim in claims}
    for claim in unique.values():
        if claim.document != document.id:
            raise ValueError(f"claim {claim.id} is of document {claim.document}")
        if document.text[claim.start : claim.end] != claim.quote:
            raise ValueError(f"claim {claim.id}: the quote is not at {claim.start}:{claim.end}")
        if claim.id not in vectors:
            raise ValueError(f"claim {claim.id} has no vector")
    if not unique:
        return
    holders.register(connection, unique.values())
    connection.execute(table.insert(), [rows.claim_row(claim) for claim in unique.values()])
    named = [
        {"claim": claim.id, "entity": key}
        for claim in unique.values()
        for key in sorted({entity_key(entity.name) for entity in claim.entities})
    ]
    if named:
        connection.execute(schema.claim_entities.insert(), named)
    add_vectors(connection, {key: vectors[key] for key in unique}, model)


def entity_key(name: str) -> str:
    """The key under which a claim that names ``name`` is found: a name or its ``Entity.key``."""
    return digest("entity", normalise(name).removeprefix("the "))


def replace(
    connection: sa.Connection,
    document: Document,
    claims: Sequence[Claim],
    vectors: Mapping[str, np.ndarray],
    model: str,
) -> None:
    """Put new claims in the place of a document's claims; it counts as not scanned again.

    Conflicts on claims that are no more go with them; decisions stay.
    """
    new = {claim.id for claim in claims}
    old = set(
        connection.execute(sa.select(table.c.id).where(table.c.document == document.id)).scalars()
    )
    for part in rows.chunks(sorted(old - new)):
        connection.execute(table.delete().where(table.c.id.in_(part)))
    # An unchanged claim keeps its row, or its conflicts would go with it.
    kept = old & new
    add(connection, document, [c for c in claims if c.id not in kept], vectors, model)
    for claim in claims:
        if claim.id in kept:
            holders.register(connection, [claim])
            row = rows.claim_row(claim)
            connection.execute(table.update().where(table.c.id == claim.id).values(row))
            connection.execute(
                schema.claim_entities.delete().where(schema.claim_entities.c.claim == claim.id)
            )
            keys = sorted({entity_key(entity.name) for entity in claim.entities})
            if keys:
                connection.execute(
                    schema.claim_entities.insert(),
                    [{"claim": claim.id, "entity": key} for key in keys],
                )
    have = set(vector_ids(connection, model, current=False))
    add_vectors(connection, {k: vectors[k] for k in kept - have if k in vectors}, model)
    connection.execute(schema.scans.delete().where(schema.scans.c.document == document.id))


def amend(
    connection: sa.Connection,
    document: Document,
    gone: Collection[Claim],
    new: Sequence[Claim],
    vectors: Mapping[str, np.ndarray],
    model: str,
) -> None:
    """Put new claims in the place of some of a document's; it counts as not scanned again.

    The other claims and their conflicts stay as they are.
    """
    for part in rows.chunks(sorted(claim.id for claim in gone)):
        connection.execute(table.delete().where(table.c.id.in_(part)))
    add(connection, document, new, vectors, model)
    connection.execute(schema.scans.delete().where(schema.scans.c.document == document.id))


def listed(
    connection: sa.Connection,
    *,
    ids: Collection[str] | None = None,
    of: Collection[str] | None = None,
    holder: str | None = None,
    current: bool = True,
) -> list[Claim]:
    """Return claims in the order of documents and text; None means any.

    ``of`` are documents' ids, ``holder`` is a canonical holder's id. With ``current`` claims of
    older versions are left out, except those asked for by id.
    """
    query = sa.select(table).join(schema.documents, schema.documents.c.id == table.c.document)
    if current and ids is None:
        query = query.where(schema.documents.c.current.is_(True))
    if holder is not None:
        aliases = schema.holder_aliases
        mine = sa.select(aliases.c.id).where(aliases.c.holder == holder)
        query = query.where(table.c.alias.in_(mine))
    queries = [query]
    for column, wanted in ((table.c.id, ids), (table.c.document, of)):
        if wanted is not None:
            parts = rows.chunks(sorted(set(wanted)))
            queries = [q.where(column.in_(part)) for q in queries for part in parts]
    canonical = holders.moved(connection)
    found: list[Claim] = []
    for q in queries:
        result = connection.execute(q)
        found.extend(rows.claim_from(row, canonical) for row in result)
    found.sort(key=lambda claim: (claim.document, claim.start, claim.end, claim.id))
    return found


def said_by(
    connection: sa.Connection, holder: str, *, limit: int, offset: int = 0
) -> tuple[list[Claim], int]:
    """Return a holder's current claims (canonical id), the newest first and undated last.

    With them how many there are in all.
    """
    aliases, documents_ = schema.holder_aliases, schema.documents
    mine = sa.select(aliases.c.id).where(aliases.c.holder == holder)
    whose = table.join(documents_, documents_.c.id == table.c.document)
    current = (documents_.c.current.is_(True), table.c.alias.in_(mine))
    total = connection.execute(
        sa.select(sa.func.count()).select_from(whose).where(*current)
    ).scalar_one()
    day = sa.func.coalesce(table.c.report_start, documents_.c.published)
    query = (
        sa.select(table)
        .select_from(whose)
        .where(*current)
        .order_by(day.desc().nulls_last(), table.c.document, table.c.start, table.c.id)
    )
    canonical = holders.moved(connection)
    found = connection.execute(query.limit(limit).offset(offset))
    return [rows.claim_from(row, canonical) for row in found], int(total)


def find(connection: sa.Connection, prefix: str) -> Claim:
    """Return the claim whose id starts with ``prefix``. Raises InputError for none or many."""
    key = documents.one_id(connection, table, prefix, "claim", "audit --format json")
    return listed(connection, ids=[key])[0]


def naming(
    connection: sa.Connection, entities: Iterable[str], *, limit: int
) -> dict[str, list[str]]:
    """Return for each name the current claims with it, sorted, if there are at most ``limit``.

    Case, punctuation and a leading "the" do not matter. A name that more claims share tells
    nothing apart, and is left out.
    """
    link = schema.claim_entities
    wanted = {entity: entity_key(entity) for entity in entities}
    found: dict[str, list[str]] = {}
    for part in rows.chunks(sorted(set(wanted.values()))):
        result = connection.execute(
            sa.select(link.c.entity, link.c.claim)
            .join(table, table.c.id == link.c.claim)
            .join(schema.documents, schema.documents.c.id == table.c.document)
            .where(link.c.entity.in_(part), schema.documents.c.current.is_(True))
            .order_by(link.c.entity, link.c.claim)
        )
        for entity, claim in result:
            found.setdefault(entity, []).append(claim)
    return {
        entity: found[key]
        for entity, key in wanted.items()
        if len(found.get(key, ())) in range(1, limit + 1)
    }


def add_vectors(connection: sa.Connection, new: Mapping[str, np.ndarray], model: str) -> None:
    """Add vectors of ``model`` by claim id."""
    if new:
        connection.execute(
            schema.vectors.insert(),
            [_vector_row(claim, new[claim], model) for claim in sorted(new)],
        )


def vector_ids(connection: sa.Connection, model: str, *, current: bool = True) -> list[str]:
    """Return the ids of claims that have a vector of ``model``, sorted."""
    column, old = schema.vectors.c, schema.documents.c
    # By the index on the model, or by a join, SQLite would visit every vector's row: of 30,000
    # claims 0.10 s. Concatenated, the model is read from the primary key; and as one text, less
    # what is superseded, the ids are here in a sixth of the time that they take as rows.
    query = sa.select(sa.func.aggregate_strings(column.claim, "\n"))
    found = connection.execute(query.where(column.model.concat("") == model)).scalar()
    ids: list[str] = found.split("\n") if found else []
    if current:
        superseded = sa.select(old.id).where(old.current.is_(False))
        replaced = sa.select(table.c.id).where(table.c.document.in_(superseded))
        gone = set(connection.execute(replaced).scalars())
        ids = [key for key in ids if key not in gone] if gone else ids
    return sorted(ids)


def vectors(
    connection: sa.Connection,
    model: str,
    *,
    ids: Collection[str] | None = None,
    current: bool = True,
) -> tuple[list[str], np.ndarray]:
    """Return ids, sorted, and their vectors: float32 of shape (len(ids), dimension).

    Of nothing the shape is (0, 0). Raises StoreError where vectors of one model differ in
    length.
    """
    import numpy as np

    column = schema.vectors.c
    query = _vectors(model, current and ids is None, column.claim, column.data)
    queries = [query]
    if ids is not None:
        queries = [query.where(column.claim.in_(p)) for p in rows.chunks(sorted(set(ids)))]
    names: list[str] = []
    data: list[bytes] = []
    for q in queries:
        for name, blob in connection.execute(q):
            names.append(name)
            data.append(blob)
    if not names:
        return [], np.empty((0, 0), dtype=np.float32)
    if len({len(blob) for blob in data}) > 1:
        raise StoreError("vectors of one model differ in length; `claimtrack doctor --mend`")
    matrix = np.frombuffer(b"".join(data), dtype="<f4").reshape(len(names), -1)
    return names, matrix.astype(np.float32)


def missing_vectors(connection: sa.Connection, model: str) -> list[str]:
    """Return the ids of claims, older versions' included, without a vector of ``model``."""
    have = sa.select(schema.vectors.c.claim).where(schema.vectors.c.model == model)
    query = sa.select(table.c.id).where(table.c.id.not_in(have)).order_by(table.c.id)
    return list(connection.execute(query).scalars())


def _vectors(model: str, current: bool, *columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    query = sa.select(*columns).where(schema.vectors.c.model == model)
    if current:
        query = (
            query.join(table, table.c.id == schema.vectors.c.claim)
            .join(schema.documents, schema.documents.c.id == table.c.document)
            .where(schema.documents.c.current.is_(True))
        )
    return query.order_by(schema.vectors.c.claim)


def _vector_row(claim: str, vector: np.ndarray, model: str) -> rows.Json:
    import numpy as np

    flat = np.asarray(vector, dtype="<f4").reshape(-1)
    if not len(flat) or not np.isfinite(flat).all():
        raise ValueError(f"the vector of claim {claim} is empty or not finite")
    return {"claim": claim, "model": model, "dimension": len(flat), "data": flat.tobytes()}
