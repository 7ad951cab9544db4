"""The API: what it answers, and that nothing makes it fail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from starlette.testclient import TestClient

from claimtrack.config import Settings
from claimtrack.store.repository import Store
from claimtrack.web.access import Access
from claimtrack.web.app import create_app
from tests import newsroom
from tests.unit.cli.fake import Fake
from tests.unit.web.test_web_audit import TEXT

TOKEN = "a-long-enough-token"


class Auditor(Fake):
    """A facade that audits at once, and mends without models."""

    pipeline = newsroom.Reading()

    def audit_documents(self, documents, *, save=False, progress=None):
        self.asked.append(("audit", list(documents), save))
        return self.result

    def search(self, text: str, k: int):
        with self.store() as store:
            return [(claim, 0.75) for claim in store.claims()[:k]]


@pytest.fixture
def facade(settings: Settings) -> Auditor:
    """A facade over a store with the two articles about the dam."""
    return Auditor(settings)


@pytest.fixture
def api(facade: Auditor, store: Store) -> Iterator[TestClient]:
    """A program with the token."""
    newsroom.dam(store)
    newsroom.seated(store)
    app = create_app(facade, Access(token=TOKEN, closed=True))
    with TestClient(app, headers={"authorization": f"Bearer {TOKEN}"}) as client:
        yield client


def test_conflicts_come_with_counts_and_both_sides(api: TestClient) -> None:
    """The list is that of the page, and one can be asked for alone."""
    found = api.get("/api/conflicts", params={"type": "negation"}).json()
    assert found["total"] == 1
    assert found["counts"]["types"] == {"negation": 1, "quantity": 1}
    [one] = found["conflicts"]
    assert {one["a"]["holder"]["name"], one["b"]["holder"]["name"]} == {"Ada Brandt", "Ivo Lehn"}
    two = {"holder": "Ivo Lehn", "against": "Ada Brandt"}
    assert api.get("/api/conflicts", params=two).json()["conflicts"] == [one]
    two["against"] = "Orvale Water"
    assert api.get("/api/conflicts", params=two).json()["total"] == 0
    alone = api.get(f"/api/conflicts/{one['id']}").json()
    assert alone["id"] == one["id"]
    assert alone["last"] == 0


def test_decisions_are_recorded_checked_and_undone(api: TestClient, store: Store) -> None:
    """A second reviewer who has not seen the first's decision gets 409 and what is newest."""
    [one, _] = api.get("/api/conflicts").json()["conflicts"]
    path = f"/api/conflicts/{one['id']}/decisions"
    made = api.post(path, json={"ruling": "confirmed", "expected": 0})
    assert made.status_code == 201
    late = api.post(path, json={"ruling": "unsure", "expected": 0})
    assert late.status_code == 409
    assert late.json()["last"] == made.json()["id"]
    assert api.post(path, json={"ruling": "dismissed"}).status_code == 422
    assert api.post(path, json={"ruling": "unsure", "reason": "opinion"}).status_code == 422
    assert api.post(f"/api/decisions/{made.json()['id']}/undo").status_code == 201
    assert api.post(f"/api/decisions/{made.json()['id']}/undo").status_code == 404
    assert len(store.decisions()) == 2
    listed = api.get("/api/decisions", params={"size": 1}).json()
    assert listed["total"] == 2
    assert [one["undo_of"] for one in listed["decisions"]] == [made.json()["id"]]


def test_threads_documents_and_search(api: TestClient) -> None:
    """Each is listed, and one of each can be asked for."""
    [thread] = api.get("/api/threads", params={"contested": True}).json()["threads"]
    assert [one["holder"] for one in thread["denies"]] == ["Ivo Lehn"]
    assert api.get(f"/api/threads/{thread['id']}").json() == thread
    [document] = api.get("/api/documents", params={"text": "sandbags"}).json()["documents"]
    full = api.get(f"/api/documents/{document['id']}").json()
    assert len(full["claims"]) == 2
    assert "sandbags" in full["text"]
    assert len(api.get("/api/search", params={"text": "dam", "limit": 3}).json()["claims"]) == 3


def test_an_audit_answers_with_the_contract_and_saves_only_if_asked(
    api: TestClient, facade: Auditor
) -> None:
    """The answer is that of the command line."""
    answer = api.post("/api/audit", json={"text": TEXT, "outlet": "Ledger"})
    assert answer.json()["schema"] == "claimtrack.audit/1"
    [(_, [document], save)] = facade.asked
    assert (document.outlet, save) == ("Ledger", False)
    german = "Der Damm von Orvale ist am Montag gebrochen, sagte die Hafenbehörde nach dem Sturm."
    refused = api.post("/api/audit", json={"text": german})
    assert refused.status_code == 422


def test_a_browsers_session_needs_its_secret(facade: Auditor, store: Store) -> None:
    """Another site's page can't decide through the reviewer's cookie."""
    [one, _] = newsroom.dam(store)
    with TestClient(create_app(facade, Access()), base_url="http://localhost") as client:
        from tests.unit.web.conftest import csrf

        secret = csrf(client)
        path = f"/api/conflicts/{one.id}/decisions"
        assert client.post(path, json={"ruling": "unsure"}).status_code == 403
        given = {"x-csrf-token": secret}
        assert client.post(path, json={"ruling": "unsure"}, headers=given).status_code == 201
        as_form = {"content-type": "text/plain", **given}
        answer = client.post(path, content='{"ruling": "unsure"}', headers=as_form)
        assert answer.status_code == 422


def test_nothing_makes_the_api_fail(tmp_path: Path, empty: Callable[[], str]) -> None:
    """Whatever schemathesis sends, right or wrong, the answer is no 5xx."""
    place = Settings(store=empty(), cache_dir=tmp_path / "cache", threshold=0.7)
    facade = Auditor(place)
    with facade.store() as store:
        newsroom.dam(store)
        newsroom.seated(store)
    app = create_app(facade, Access(token=TOKEN, closed=True))
    right = {"authorization": f"Bearer {TOKEN}"}
    seen: set[str] = set()
    with TestClient(app):
        schema = schemathesis.openapi.from_asgi("/api/openapi.json", app)
        for result in schema.get_all_operations():
            operation = result.ok()
            for mode in GenerationMode.POSITIVE, GenerationMode.NEGATIVE:

                @settings(
                    max_examples=12,
                    deadline=None,
                    derandomize=True,
                    database=None,
                    phases=[Phase.generate],
                    suppress_health_check=list(HealthCheck),
                )
                @given(case=operation.as_strategy(generation_mode=mode))
                def sent(case) -> None:
                    case.call_and_validate(headers=right, checks=[not_a_server_error])

                if mode is GenerationMode.POSITIVE or operation.iter_parameters():
                    sent()
            seen.add(operation.label)
    assert len(seen) == 11
