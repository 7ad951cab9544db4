"""How many queries a page takes: the same, however much the store holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from claimtrack.model import ConflictType, Ruling
from claimtrack.records import ConflictFilter
from claimtrack.store.repository import Store
from tests import newsroom

MOST = {
    "/": 13,
    "/?ruling=any": 13,
    "/?text=bridge&type=negation": 13,
    "/conflicts/{conflict}": 25,
    "/conflicts/{alike}": 38,
    "/disputes": 1,
    "/disputes?text=thorne&page=2": 1,
    "/?holder={holder}&against={holder}": 16,
    "/threads": 8,
    "/threads/{thread}": 12,
    "/holders": 2,
    "/holders/{holder}": 18,
    "/claims/{claim}": 22,
    "/documents": 1,
    "/documents/{document}": 9,
    "/documents/{document}?back=/conflicts/{alike}": 30,
    "/api/conflicts": 13,
    "/healthz": 1,
}


@contextmanager
def counted(client: TestClient) -> Iterator[list[str]]:
    """The statements that the application sends meanwhile, without what begins and ends them."""
    engine = client.app.state.site.store.engine  # type: ignore[attr-defined]
    sent: list[str] = []

    def heard(connection, cursor, statement, parameters, context, many) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            sent.append(statement)

    sa.event.listen(engine, "before_cursor_execute", heard)
    try:
        yield sent
    finally:
        sa.event.remove(engine, "before_cursor_execute", heard)


@pytest.fixture
def ids(store: Store) -> dict[str, str]:
    """Ids that the addresses need."""
    [first, _] = newsroom.dispute(store)
    [thread] = store.threads()
    [figures] = store.conflicts(ConflictFilter(types=(ConflictType.QUANTITY,)))
    newsroom.fill(store, 3)
    store.decide(figures.conflict.id, Ruling.UNSURE, reviewer="Ines")
    holder = next(one for one in store.holders() if one.holder.name == "Ilka Thorne")
    return {
        "conflict": figures.conflict.id,
        "alike": first.id,
        "thread": thread.id,
        "holder": holder.id,
        "document": first.a.document,
        "claim": first.a.id,
    }


def test_pages_take_a_few_queries_and_no_more_when_the_store_grows(
    client: TestClient, store: Store, ids: dict[str, str]
) -> None:
    """Ten times as many conflicts take not one query more, on any page."""
    few: dict[str, int] = {}
    for path in MOST:
        with counted(client) as sent:
            assert client.get(path.format(**ids)).status_code == 200, path
        few[path] = len(sent)
    newsroom.fill(store, 60)
    for path, most in MOST.items():
        with counted(client) as sent:
            assert client.get(path.format(**ids)).status_code == 200, path
        assert 0 < len(sent) <= few[path], (path, few[path], sent)
        assert len(sent) <= most, (path, sent)
