"""What can be wrong with a store, and the mending of what can be mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from claimtrack.errors import StoreError
from claimtrack.model import Document, Status
from claimtrack.records import Finding
from claimtrack.store import conflicts, decisions, migrate, rows, runs, schema
from claimtrack.store.engine import reason
from claimtrack.store.repository import Store

if TYPE_CHECKING:
    import numpy as np

# Never deleted from, not even by the doctor.
APPEND_ONLY = {
    "decisions",
    "decision_copies",
    "holder_changes",
    "thread_merges",
    "corrections",
    "verdicts",
}
EMBEDDED_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Index:
    """The index file as the doctor sees it.

    ``state`` says why it can't be used, and whether it is broken (else it is only behind the
    store, as after every ingest); None if it can be used.
    """

    state: Callable[[], tuple[str, bool] | None]
    rebuild: Callable[[], object]


def examine(
    store: Store,
    *,
    model: str | None = None,
    embed: Callable[[Sequence[str]], np.ndarray] | None = None,
    index: Index | None = None,
    mend: bool = False,
) -> list[Finding]:
    """Look at everything; with ``mend`` repair what can be, else change nothing.

    ``model`` is the embedder's fingerprint, ``embed`` turns statements into vectors (only asked
    when mending), ``index`` is the FAISS file. What they are not given for is not looked at.
    A check that fails by an error of the database is a finding, and the others go on.
    """
    checks: list[tuple[str, Callable[[], Finding]]] = [
        ("database", lambda: _database(store)),
        ("schema", lambda: _schema(store)),
        ("references", lambda: _references(store, mend)),
        ("documents", lambda: _documents(store)),
        ("versions", lambda: _versions(store, mend)),
        ("quotes", lambda: _quotes(store)),
        ("rulings", lambda: _rulings(store, mend)),
        ("conflicts", lambda: _conflicts(store, mend)),
        ("runs", lambda: _runs(store)),
    ]
    if model is not None:
        checks.append(("vectors", lambda: _vectors(store, model, embed, mend)))
    if index is not None:
        checks.append(("index", lambda: _index(index, mend)))
    return [_guarded(name, check) for name, check in checks]


def _guarded(name: str, check: Callable[[], Finding]) -> Finding:
    try:
        return check()
    except sa.exc.DBAPIError as error:
        return Finding(name, False, f"can't be checked: {reason(error)}; restore a backup")
    except StoreError as error:
        cause = error.__cause__
        why = reason(cause) if isinstance(cause, sa.exc.DBAPIError) else str(error)
        return Finding(name, False, f"can't be checked: {why}; restore a backup")


def _database(store: Store) -> Finding:
    if store.engine.dialect.name != "sqlite":
        with store.reading() as connection:
            connection.execute(sa.select(sa.literal(1)))
        return Finding("database", True, f"{store.location.shown} answers")
    with store.reading() as connection:
        lines = list(connection.exec_driver_sql("PRAGMA integrity_check(10)").scalars())
    if lines == ["ok"]:
        return Finding("database", True, f"{store.location.shown} is intact")
    return Finding("database", False, f"damaged: {lines[0]}; restore a backup")


def _schema(store: Store) -> Finding:
    with store.reading() as connection:
        found = migrate.revision(connection)
        there = set(sa.inspect(connection).get_table_names())
    missing = sorted(set(schema.metadata.tables) - there)
    if missing:
        return Finding("schema", False, f"no table {', '.join(missing)}; restore a backup")
    if found != schema.HEAD:
        return Finding("schema", False, f"revision {found}; run `claimtrack init --upgrade`")
    return Finding("schema", True, f"revision {found}")


def _references(store: Store, mend: bool) -> Finding:
    """Rows that point at nothing; foreign keys forbid them, other programs may not."""
    with store.writing() if mend else store.reading() as connection:
        found = {name: count for name, count in _dangling(connection, mend) if count}
        left = sum(count for _, count in _dangling(connection, False)) if mend else 0
    if not found:
        return Finding("references", True, "every row's parents exist")
    detail = ", ".join(f"{count} of {name}" for name, count in sorted(found.items()))
    if mend and not left:
        return Finding("references", True, f"dropped what pointed at nothing: {detail}", True)
    return Finding("references", False, f"{detail} point at nothing")


def _dangling(connection: sa.Connection, mend: bool) -> Iterator[tuple[str, int]]:
    """Parents come before children, so that what a deletion leaves behind is found too."""
    for table in schema.metadata.sorted_tables:
        for key in table.foreign_keys:
            parent = key.column.table.alias()
            gone = sa.and_(
                key.parent.is_not(None),
                sa.not_(sa.exists().where(parent.c[key.column.name] == key.parent)),
            )
            query = sa.select(sa.func.count()).select_from(table).where(gone)
            count = int(connection.execute(query).scalar_one())
            if count and mend and table.name not in APPEND_ONLY:
                if key.ondelete == "SET NULL":
                    connection.execute(table.update().where(gone).values({key.parent.name: None}))
                else:
                    connection.execute(table.delete().where(gone))
            yield f"{table.name}.{key.parent.name}", count


def _documents(store: Store) -> Finding:
    table, wrong, count = schema.documents, [], 0
    with store.reading() as connection:
        result = connection.execute(sa.select(table), execution_options={"yield_per": 200})
        for row in result:
            count += 1
            document: Document = rows.document_from(row)
            if document.id != row.id:
                wrong.append(row.id)
    if wrong:
        return Finding(
            "documents",
            False,
            f"{len(wrong)} were changed outside claimtrack ({', '.join(wrong[:3])}); "
            "delete and ingest them again",
        )
    return Finding("documents", True, f"{count} hold the text that their id was made from")


def _versions(store: Store, mend: bool) -> Finding:
    table = schema.documents
    newest = table.alias()
    later = sa.exists().where(
        newest.c.series == table.c.series,
        newest.c.current.is_(True),
        newest.c.version > table.c.version,
    )
    double = sa.and_(table.c.current.is_(True), later)
    with store.writing() if mend else store.reading() as connection:
        ids = list(connection.execute(sa.select(table.c.id).where(double)).scalars())
        if ids and mend:
            connection.execute(table.update().where(table.c.id.in_(ids)).values(current=False))
    if not ids:
        return Finding("versions", True, "every article has one current version")
    detail = f"{len(ids)} articles have several current versions"
    return Finding("versions", mend, f"{detail}{': the newest kept' if mend else ''}", mend)


def _quotes(store: Store) -> Finding:
    claim, document = schema.claims.c, schema.documents.c
    slice_ = sa.func.substr(document.text, claim.start + 1, claim.end - claim.start)
    join = schema.claims.join(schema.documents, document.id == claim.document)
    with store.reading() as connection:
        count = connection.execute(sa.select(sa.func.count()).select_from(join)).scalar_one()
        query = sa.select(claim.document).select_from(join).where(slice_ != claim.quote)
        wrong = list(connection.execute(query).scalars())
    if wrong:
        return Finding(
            "quotes",
            False,
            f"{len(wrong)} claims are not where they say; delete and ingest again: "
            f"{', '.join(sorted(set(wrong))[:3])}",
        )
    return Finding("quotes", True, f"{count} claims stand in their document, word for word")


def _rulings(store: Store, mend: bool) -> Finding:
    with store.writing() if mend else store.reading() as connection:
        ids = list(connection.execute(sa.select(schema.conflicts.c.id)).scalars())
        if mend:
            wrong = decisions.refresh(connection, ids)
        else:
            stand = decisions.standing(connection, ids).values()
            wrong = sum(now != before for now, before in stand)
    if not wrong:
        return Finding("rulings", True, f"{len(ids)} conflicts show the decision that stands")
    return Finding("rulings", mend, f"{wrong} conflicts showed another ruling", mend)


def _conflicts(store: Store, mend: bool) -> Finding:
    conflict = schema.conflicts
    open_ = sa.select(sa.func.count()).select_from(conflict)
    open_ = open_.where(conflict.c.status == Status.OPEN.value)
    with store.writing() if mend else store.reading() as connection:
        old = connection.execute(open_.where(conflicts.superseded())).scalar_one()
        if old and mend:
            conflicts.withdraw_superseded(connection)
    if not old:
        return Finding("conflicts", True, "every open conflict is on current text")
    return Finding("conflicts", mend, f"{old} open conflicts were on superseded text", mend)


def _runs(store: Store) -> Finding:
    with store.reading() as connection:
        found = runs.listed(connection)
    broken = [run for run in found if run.finished is None]
    if not broken:
        return Finding("runs", True, f"{len(found)} runs, all finished")
    kinds = ", ".join(sorted({run.kind for run in broken}))
    return Finding(
        "runs", True, f"{len(broken)} were interrupted ({kinds}); what they committed is whole"
    )


def _vectors(
    store: Store,
    model: str,
    embed: Callable[[Sequence[str]], np.ndarray] | None,
    mend: bool,
) -> Finding:
    table = schema.vectors
    with store.writing() if mend else store.reading() as connection:
        bad = _malformed(connection, model)
        if bad and mend:
            for part in rows.chunks(bad):
                connection.execute(
                    table.delete().where(table.c.model == model, table.c.claim.in_(part))
                )
        others = connection.execute(
            sa.select(sa.func.count()).select_from(table).where(table.c.model != model)
        ).scalar_one()
    missing = store.missing_vectors(model)
    also = f"; {others} vectors of other models are kept" if others else ""
    if not bad and not missing:
        return Finding("vectors", True, f"every claim has one (model {model[:12]}){also}")
    detail = f"{len(missing)} claims had no vector of {model[:12]}, {len(bad)} a damaged one{also}"
    if not mend or embed is None:
        return Finding("vectors", False, f"{detail}; `claimtrack doctor --mend` makes them")
    for batch in rows.chunks(missing, EMBEDDED_AT_ONCE):
        made = embed([claim.statement for claim in batch])
        new = {claim.id: vector for claim, vector in zip(batch, made, strict=True)}
        store.add_vectors(new, model)
    return Finding("vectors", True, detail, True)


def _malformed(connection: sa.Connection, model: str) -> list[str]:
    """Claims whose vector is cut, or not as long as most of its model."""
    table = schema.vectors.c
    query = sa.select(table.claim, table.dimension, sa.func.length(table.data).label("size"))
    found = connection.execute(query.where(table.model == model)).all()
    lengths = [row.size for row in found]
    usual = max(set(lengths), key=lambda size: (lengths.count(size), size)) if lengths else 0
    return sorted(row.claim for row in found if not row.size == 4 * row.dimension == usual)


def _index(index: Index, mend: bool) -> Finding:
    state = index.state()
    if state is None:
        return Finding("index", True, "matches the store")
    why, broken = state
    if mend:
        index.rebuild()
        whole = index.state() is None
        return Finding("index", whole, f"{why}; rebuilt", whole)
    return Finding("index", not broken, f"{why}; it is rebuilt at the next search or audit")
