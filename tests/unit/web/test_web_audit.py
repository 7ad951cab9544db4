"""Audits by page: progress, result, save and drop; whose they are, and what they leave behind."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from claimtrack.config import Settings
from claimtrack.errors import InputError
from claimtrack.ingest.fetch import HttpFetcher
from claimtrack.model import AuditResult, Document
from claimtrack.web.given import Given
from claimtrack.web.views import audit
from claimtrack.web.worker import Job
from tests import newsroom
from tests.unit.cli.fake import Fake
from tests.unit.web.conftest import csrf

TEXT = "The Orvale dam was breached on Monday, the Harbour Agency said after the storm had passed."


class Slow(Fake):
    """A facade whose audit waits to be let go."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.let_go = threading.Event()

    def audit_documents(self, documents, *, save=False, progress=None) -> AuditResult:
        self.asked.append(("audit", list(documents), save))
        progress.read(self.result.claims)
        progress.stage("judging", 4)
        progress.found(self.result.conflicts)
        progress.advance(3)
        assert self.let_go.wait(30)
        return self.result


@pytest.fixture
def facade(settings: Settings) -> Slow:
    """A facade with a made-up result."""
    return Slow(settings)


def begin(client: TestClient, **fields: str) -> str:
    data = {"csrf": csrf(client, "/audit"), **fields}
    answer = client.post("/audit", data=data, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def wait(client: TestClient, path: str) -> str:
    for _ in range(200):
        text = client.get(path).text
        if 'id="state"' not in text:
            return text
        threading.Event().wait(0.05)
    raise AssertionError("the audit did not end")


def test_an_audit_that_ends_while_its_page_is_made_shows_its_stage_once_more(
    client: TestClient, facade: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page has the stage or the result, never neither: htmx would stop asking."""
    path = begin(client, text=TEXT)
    known = audit._result

    def ended(job: Job) -> dict[str, object]:
        found = known(job)
        facade.let_go.set()
        for _ in range(200):
            if job.finished:
                break
            threading.Event().wait(0.05)
        assert job.finished
        return found

    monkeypatch.setattr(audit, "_result", ended)
    assert 'id="state"' in client.get(path).text
    monkeypatch.setattr(audit, "_result", known)
    assert "2 conflicts" in client.get(path).text


def test_an_audit_says_how_far_it_is_and_then_what_it_found(
    client: TestClient, facade: Slow
) -> None:
    """While it runs the page has its stage and what was found so far; then both sides of each."""
    path = begin(client, text=TEXT, outlet="Coast Herald", published="2031-05-02")
    for _ in range(200):
        state = client.get(f"{path}?part=state").text
        if "Found so far" in state:
            break
        threading.Event().wait(0.05)
    assert "3 of 4" in state
    assert "claims read so far" in state
    assert facade.result.conflicts[0].a.quote in state
    assert "<html" not in state
    facade.let_go.set()
    text = wait(client, path)
    assert "2 conflicts" in text
    assert "Ilka Thorne" in text
    [(_, [document], save)] = facade.asked
    assert document == Document(
        text=TEXT, path="-", outlet="Coast Herald", published=dt.date(2031, 5, 2), first_line=1
    )
    assert save is False


def test_the_audited_article_shows_which_claims_are_contested(
    client: TestClient, facade: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A claim of a conflict is marked where it stands; the heading is the article's first line."""

    def audited(documents, *, save=False, progress=None) -> AuditResult:
        [read] = documents
        quotes = ("The dam broke.", "The dam did not break.", "Rain fell.")
        claims = [newsroom.claim(read, one, one, newsroom.BRANDT) for one in quotes]
        found = newsroom.conflict(claims[0], claims[1])
        return AuditResult((read,), tuple(claims), (found,), (), (), {})

    monkeypatch.setattr(facade, "audit_documents", audited)
    path = begin(client, text="Dam news\n\nThe dam broke. The dam did not break. Rain fell.")
    text = wait(client, path)
    assert "<h1>Dam news</h1>" in text
    assert text.count('class="claim contested"') == 2
    assert text.count('class="claim"') == 1
    # Whoever pasted it knows nothing of a standard input.
    assert "standard input" not in text
    assert text.count("this article") == 2


def test_saving_is_asked_for_and_dropping_forgets(client: TestClient, facade: Slow) -> None:
    """Nothing is saved before the button is pressed; what is dropped is gone."""
    facade.let_go.set()
    path = begin(client, text=TEXT)
    wait(client, path)
    client.post(f"{path}/save", data={"csrf": csrf(client)})
    assert "Saved." in wait(client, path)
    assert [asked[2] for asked in facade.asked] == [False, True]
    client.post(f"{path}/drop", data={"csrf": csrf(client)})
    assert client.get(path).status_code == 404


def test_an_audit_is_nobody_elses(serve: Callable[..., TestClient], facade: Slow) -> None:
    """A draft that one user audits is not found by another."""
    from claimtrack.web.access import Access

    facade.let_go.set()
    access = Access(token="a-long-enough-token", closed=True)
    mine = serve(access)
    for name in ("Mia", "Ines"):
        mine.cookies.clear()
        fields = {"name": name, "password": "a-long-enough-token"}
        assert mine.post("/login", data=fields, follow_redirects=False).status_code == 303
        if name == "Mia":
            path = begin(mine, text=TEXT)
            wait(mine, path)
    assert mine.get(path).status_code == 404


def test_a_draft_leaves_nothing_on_the_disk(
    client: TestClient, facade: Slow, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither files nor logs hold the text, even when the audit breaks."""

    def broken(documents, *, save=False, progress=None):
        raise RuntimeError(f"can't parse {documents[0].text}")

    facade.audit_documents = broken  # type: ignore[method-assign]
    text = wait(client, begin(client, text=TEXT))
    assert "failed unexpectedly" in text
    assert TEXT not in text
    assert TEXT not in caplog.text
    held = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert all(TEXT.encode() not in path.read_bytes() for path in held)


def test_an_upload_is_read_like_a_file(client: TestClient, facade: Slow) -> None:
    """A page of HTML becomes its text, and what the form says of it wins."""
    facade.let_go.set()
    page = f"<html><title>Dam</title><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body>"
    answer = client.post(
        "/audit",
        data={"csrf": csrf(client, "/audit"), "title": "Ours"},
        files={"file": ("dam.html", page.encode(), "text/html")},
        follow_redirects=False,
    )
    wait(client, answer.headers["location"])
    [(_, [document], _)] = facade.asked
    assert document.title == "Ours"
    assert "<p>" not in document.text


@pytest.mark.parametrize(
    "fields",
    [{}, {"text": TEXT, "published": "last May"}, {"text": TEXT, "title": "x" * 501}],
    ids=["nothing", "date", "title"],
)
def test_what_cannot_be_audited_is_sent_back(client: TestClient, fields: dict[str, str]) -> None:
    """The page says what is wrong."""
    answer = client.post("/audit", data={"csrf": csrf(client, "/audit"), **fields})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:1/a", "http://[::1]/a", "http://169.254.169.254/meta", "http://10.0.0.8/"],
)
def test_private_addresses_are_not_fetched(address: str) -> None:
    """Whoever uses the page can't reach what the server reaches."""
    documents, [failure] = Given(address=address).read()
    assert documents == []
    assert "private network" in failure.message


def test_a_name_that_leads_to_a_private_address_is_not_fetched() -> None:
    """The address that a name resolves to counts, not the name."""

    def inside() -> HttpFetcher:
        return HttpFetcher(allow_private=False, resolver=lambda host, port: ["192.168.1.9"])

    _, [failure] = Given(address="http://public.example/").read(inside)
    assert "private network" in failure.message


def test_a_file_of_this_machine_is_no_address() -> None:
    """An address field names no file: only http and https are read."""
    for address in ("file:///etc/passwd", "ftp://ledger.example/a"):
        documents, [failure] = Given(address=address).read()
        assert documents == []
        assert "only http and https" in failure.message
    with pytest.raises(InputError, match="address"):
        Given(address="/etc/passwd").check()
