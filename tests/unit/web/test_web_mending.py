"""Mending on the page: a claim's holder, passage, statement and days; names; verdicts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from claimtrack.config import Settings
from claimtrack.model import Conflict
from claimtrack.store.repository import Store
from claimtrack.web.access import Access
from claimtrack.web.users import Role, Users
from tests import newsroom
from tests.unit.cli.fake import Fake
from tests.unit.web.conftest import csrf


class Mending(Fake):
    """A facade that reads and embeds without models."""

    pipeline = newsroom.Reading()


@pytest.fixture
def facade(settings: Settings) -> Mending:
    """The facade behind the page."""
    return Mending(settings)


@pytest.fixture
def disputed(store: Store) -> Conflict:
    """The quarrel about the dam."""
    return newsroom.dam(store)[0]


def fields(client: TestClient, path: str, **changed: str) -> dict[str, str]:
    """The correction form of a page as a browser would send it, with what somebody changed."""
    text = client.get(path).text
    form = re.search(r'<form method="post" action="[^"]*/correct".*?</form>', text, re.DOTALL)
    assert form
    found = dict(re.findall(r'<input [^>]*?name="(\w+)" value="([^"]*)"', form[0]))
    found |= dict(re.findall(r'<textarea name="(\w+)"[^>]*>([^<]*)<', form[0]))
    found["kind"] = re.findall(r'<option value="(\w+)" selected', form[0])[0]
    return {**found, **changed}


def test_a_claim_is_shown_where_it_stands_with_who_contests_it(
    client: TestClient, store: Store, disputed: Conflict
) -> None:
    """Its words are marked, its conflict and thread are linked, and each conflict leads here."""
    newsroom.seated(store)
    claim = disputed.a
    assert f"/claims/{claim.id}?back=/conflicts/" in client.get(f"/conflicts/{disputed.id}").text
    text = client.get(f"/claims/{claim.id}").text
    assert f'<mark class="quote">{claim.quote}</mark>' in text
    assert f"/conflicts/{disputed.id}" in text
    assert "1 affirm, 1 deny" in text
    assert client.get("/claims/ffffffff").status_code == 404


def test_everything_of_a_claim_can_be_corrected(
    client: TestClient, store: Store, disputed: Conflict
) -> None:
    """Holder, kind, institution, statement, passage and days, in one form."""
    path = f"/claims/{disputed.a.id}"
    sent = fields(
        client,
        path,
        holder="Ivo Lehn",
        on_behalf_of="Orvale Water",
        statement="The dam at Orvale was hurt.",
        quote="dam was damaged\n by the flood",
        event_from="2031-05-04",
        event_to="2031-05-05",
        report_from="",
        note="He said it, not she.",
        back=f"/conflicts/{disputed.id}",
    )
    answer = client.post(f"{path}/correct", data=sent)
    assert answer.status_code == 200
    assert "The claim is corrected" in answer.text
    assert "Compare it now" in answer.text
    [now] = [one for one in store.claims() if one.statement == "The dam at Orvale was hurt."]
    assert (now.holder.name, now.holder.on_behalf_of) == ("Ivo Lehn", "Orvale Water")
    assert now.quote == "dam was damaged by the flood"
    assert now.event_time is not None
    assert now.event_time.iso == "2031-05-04/2031-05-05"
    assert now.report_time is None
    assert "He said it, not she." in answer.text
    assert "mia," in answer.text
    assert f"/conflicts/{disputed.id}" not in answer.text
    assert '<a href="/" data-key="p">Back' in answer.text


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({}, "Nothing is changed"),
        ({"quote": "words that nobody wrote"}, "does not stand in the document"),
        ({"event_from": "", "event_to": "2031-05-01"}, "begins too"),
        ({"event_from": "2031-05-05", "event_to": "2031-05-01"}, "no ISO day"),
        ({"holder": " "}, "needs a name"),
        ({"kind": "ghost"}, "no kind of holder"),
        ({"statement": "x" * 5000}, "at most"),
    ],
)
def test_what_cannot_be_corrected_is_sent_back_with_what_was_typed(
    client: TestClient, store: Store, disputed: Conflict, changed: dict[str, str], problem: str
) -> None:
    """The page says what is wrong, keeps the note, and nothing is recorded."""
    path = f"/claims/{disputed.a.id}"
    answer = client.post(f"{path}/correct", data=fields(client, path, note="Mind.", **changed))
    assert answer.status_code == 422
    assert problem in answer.text
    assert store.claim(disputed.a.id) == disputed.a
    if len(changed.get("statement", "")) < 100:
        assert 'value="Mind."' in answer.text


def test_the_second_who_corrects_a_claim_is_told_and_keeps_what_was_typed(
    client: TestClient, store: Store, disputed: Conflict
) -> None:
    """The claim has another id by then; the form comes back beside the claim as it is now."""
    path = f"/claims/{disputed.a.id}"
    mine = fields(client, path, statement="My reading.", note="Mine.")
    client.post(f"{path}/correct", data=fields(client, path, statement="Their reading."))
    answer = client.post(f"{path}/correct", data=mine)
    assert answer.status_code == 409
    assert "Somebody corrected this claim" in answer.text
    assert "My reading." in answer.text
    assert "Their reading." in answer.text
    assert {one.statement for one in store.claims()} & {"My reading.", "Their reading."} == {
        "Their reading."
    }


def test_what_is_no_claim_goes_and_can_be_taken_back(
    client: TestClient, store: Store, disputed: Conflict
) -> None:
    """The article's page says who marked it, and one button reads the article again."""
    path = f"/claims/{disputed.a.id}"
    answer = client.post(f"{path}/correct", data=fields(client, path, no_claim="1"))
    assert "marked as no claim" in answer.text
    assert disputed.a.id not in {one.id for one in store.claims()}
    found = re.search(r'action="(/corrections/\d+/undo)"', answer.text)
    assert found
    data = {"csrf": csrf(client), "document": disputed.a.document}
    answer = client.post(found[1], data=data)
    assert "taken back" in answer.text
    assert "Read anew." in {one.statement for one in store.claims()}


def test_a_verdict_is_recorded_and_taken_back(
    client: TestClient, store: Store, disputed: Conflict
) -> None:
    """Rating, organisation, reason and link stand on the claim; a bad link is sent back."""
    path = f"/claims/{disputed.a.id}"
    given = {
        "csrf": csrf(client),
        "rating": "False",
        "organisation": "Fact Desk",
        "reason": "The crest was measured.",
        "link": "https://desk.example/1",
        "claim": disputed.a.id,
    }
    bad = client.post(f"{path}/verdict", data={**given, "link": "desk"})
    assert bad.status_code == 422
    assert "no web address" in bad.text
    assert "The crest was measured." in bad.text
    text = client.post(f"{path}/verdict", data=given).text
    assert "The verdict is recorded" in text
    assert 'href="https://desk.example/1"' in text
    found = re.search(r'action="(/verdicts/\d+/undo)"', text)
    assert found
    text = client.post(found[1], data=given).text
    assert "None yet." in text


def test_names_are_merged_split_and_the_change_taken_back(
    client: TestClient, store: Store, disputed: Conflict
) -> None:
    """One holder's page offers the others by name; each step can be undone there."""
    by_name = {one.holder.name: one.id for one in store.holders()}
    path = f"/holders/{by_name['Ivo Lehn']}"
    assert by_name["Orvale Water"] in client.get(f"{path}?like=orvale").text
    secret = csrf(client)
    answer = client.post(f"{path}/merge", data={"csrf": secret, "other": by_name["Orvale Water"]})
    assert "one holder now" in answer.text
    assert "2 claims" in answer.text
    data = {"csrf": secret, "alias": by_name["Orvale Water"]}
    answer = client.post(f"{path}/split", data=data)
    assert "1 claim " in answer.text
    found = re.findall(r'name="change" value="(\d+)"', answer.text)
    answer = client.post(f"{path}/undo", data={"csrf": secret, "change": found[0]})
    assert "2 claims" in answer.text
    nothing = client.post(f"{path}/merge", data={"csrf": secret})
    assert nothing.status_code == 422
    assert "Tick the names" in nothing.text


def test_what_was_mended_is_compared_again_on_demand(client: TestClient, facade: Mending) -> None:
    """A button scans the store, and the page says when it is done."""
    answer = client.post("/scan", data={"csrf": csrf(client)})
    for _ in range(200):
        if "To the queue" in answer.text:
            break
        answer = client.get(answer.url.path)
    assert "Done:" in answer.text
    assert ("scan",) in facade.asked


def test_a_reader_sees_a_claim_and_mends_nothing(
    serve: Callable[..., TestClient], tmp_path: Path, disputed: Conflict
) -> None:
    """No form is shown, and none is taken."""
    users = Users(tmp_path / "users.json")
    users.add("Ole", Role.READER, "a long password")
    client = serve(Access(users=users, closed=True))
    client.post("/login", data={"name": "Ole", "password": "a long password"})
    text = client.get(f"/claims/{disputed.a.id}").text
    assert "Was it misread?" not in text
    assert client.post(f"/claims/{disputed.a.id}/correct", data={}).status_code == 403
    assert client.post(f"/claims/{disputed.a.id}/verdict", data={}).status_code == 403
    assert client.post("/scan", data={}).status_code == 403
