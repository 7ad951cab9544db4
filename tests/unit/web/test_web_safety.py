"""Who gets in, what is refused, and what every answer carries."""

from __future__ import annotations

import json
import logging
import stat
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from claimtrack.bootstrap import Claimtrack
from claimtrack.errors import ConfigError, InputError
from claimtrack.mending import Mender
from claimtrack.store.repository import Store
from claimtrack.web.access import TRIES, Access
from claimtrack.web.serve import LOCAL, build, is_loopback
from claimtrack.web.shield import SMALL
from claimtrack.web.users import Role, Users
from tests import newsroom
from tests.unit.web.conftest import csrf

PASSWORD = "correct horse battery"
HOSTILE = (
    "<script>document.title='owned'</script> <img src=x onerror=alert(1)> {{ 7*7 }} "
    "</mark></textarea>\" ' \u202e desrever javascript:alert(1) was damaged on Monday."
)


@pytest.fixture
def users(tmp_path: Path) -> Users:
    """One reviewer and one reader."""
    made = Users(tmp_path / "users.json")
    made.add("Mia Brandt", Role.REVIEWER, PASSWORD)
    made.add("Ole", Role.READER, PASSWORD)
    return made


def log_in(client: TestClient, name: str, password: str = PASSWORD):
    fields = {"name": name, "password": password, "back_to": "/"}
    return client.post("/login", data=fields, follow_redirects=False)


def test_passwords_are_hashed_and_the_file_is_its_owners(users: Users) -> None:
    """The file holds argon2id hashes, no password, and nobody else may read it."""
    text = users.file.read_text()
    assert PASSWORD not in text
    assert all(row["hash"].startswith("$argon2id$") for row in json.loads(text)["users"])
    assert stat.S_IMODE(users.file.stat().st_mode) == 0o600
    assert users.verify("mia  brandt", PASSWORD) is not None
    assert users.verify("Mia Brandt", "something else") is None
    assert users.verify("Nobody", PASSWORD) is None


def test_short_passwords_and_empty_names_are_refused(users: Users) -> None:
    """The message says what is asked for."""
    with pytest.raises(InputError, match="10 to"):
        users.add("Ines", Role.READER, "short")
    with pytest.raises(InputError, match="name"):
        users.add(" ", Role.READER, PASSWORD)
    with pytest.raises(InputError, match="users list"):
        users.remove("Ines")


def test_a_broken_users_file_lets_nobody_in(users: Users) -> None:
    """It is an error, not an open door."""
    users.file.write_text("{}")
    with pytest.raises(ConfigError, match="can't be read"):
        users.all()


def test_strangers_are_sent_to_the_log_in_and_then_back(
    serve: Callable[..., TestClient], users: Users
) -> None:
    """Every page asks for a log-in; the address that was asked for is not lost."""
    client = serve(Access(users=users, closed=True))
    for path in ("/", "/documents", "/audit", "/holders", "/threads"):
        answer = client.get(f"{path}?x=1", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (
            303,
            f"/login?back_to={path}%3Fx%3D1",
        )
    assert client.get("/api/conflicts").status_code == 401
    assert log_in(client, "Mia Brandt", "wrong").status_code == 401
    assert log_in(client, "Mia Brandt").status_code == 303
    assert "Mia Brandt" in client.get("/").text


def test_a_log_in_sends_nobody_to_another_site(
    serve: Callable[..., TestClient], users: Users
) -> None:
    """An address of another site becomes the queue."""
    client = serve(Access(users=users))
    for wanted in ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x"):
        fields = {"name": "Ole", "password": PASSWORD, "back_to": wanted}
        answer = client.post("/login", data=fields, follow_redirects=False)
        assert answer.headers["location"] == "/"


def test_a_reader_looks_and_does_not_decide(
    serve: Callable[..., TestClient], users: Users, store: Store
) -> None:
    """Pages open; deciding, undoing and auditing are refused."""
    [first, _] = newsroom.dam(store)
    client = serve(Access(users=users))
    log_in(client, "Ole")
    page = client.get(f"/conflicts/{first.id}").text
    assert "Ada Brandt" in page
    assert "Confirm the conflict" not in page
    fields = {"csrf": csrf(client), "ruling": "confirmed"}
    assert client.post(f"/conflicts/{first.id}/decide", data=fields).status_code == 403
    assert client.get("/audit").status_code == 403
    assert store.decisions() == []


def test_decisions_carry_the_user(
    serve: Callable[..., TestClient], users: Users, store: Store
) -> None:
    """The name of the log-in is recorded, whatever a form says."""
    [first, _] = newsroom.dam(store)
    client = serve(Access(users=users))
    log_in(client, "MIA brandt")
    fields = {"csrf": csrf(client), "ruling": "confirmed", "reviewer": "Somebody"}
    client.post(f"/conflicts/{first.id}/decide", data=fields)
    assert [made.reviewer for made in store.decisions()] == ["Mia Brandt"]


def test_log_out_removal_and_a_new_password_end_a_session(
    serve: Callable[..., TestClient], users: Users
) -> None:
    """An old cookie opens nothing any more."""
    client = serve(Access(users=users, closed=True))
    ends = (
        lambda: client.post("/logout", data={"csrf": csrf(client)}),
        lambda: users.add("Mia Brandt", Role.REVIEWER, "another long one"),
        lambda: users.remove("Mia Brandt"),
        lambda: users.remove("Ole"),
    )
    for end, password in zip(ends, (PASSWORD, PASSWORD, "another long one", ""), strict=True):
        if password:
            client.cookies.clear()
            log_in(client, "Mia Brandt", password)
        cookie = client.cookies.get("claimtrack")
        end()
        client.cookies.clear()
        assert cookie
        client.cookies.set("claimtrack", cookie)
        assert client.get("/", follow_redirects=False).status_code == 303
        if password:
            continue
        # The last user is gone, and the page is still closed.
        client.cookies.clear()
        assert client.get("/", follow_redirects=False).status_code == 303


def test_guessing_is_slowed_down(serve: Callable[..., TestClient], users: Users) -> None:
    """After some wrong passwords even the right one has to wait."""
    client = serve(Access(users=users))
    for _ in range(TRIES):
        assert log_in(client, "Ole", "wrong").status_code == 401
    answer = log_in(client, "Ole")
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0


def test_a_token_lets_in_and_asks_for_a_name(serve: Callable[..., TestClient]) -> None:
    """By page with a name for the record, by API as a bearer."""
    client = serve(Access(token="a-long-enough-token", closed=True))
    assert log_in(client, "Ines", "wrong-token-entirely").status_code == 401
    assert log_in(client, "", "a-long-enough-token").status_code == 401
    assert log_in(client, "Ines", "a-long-enough-token").status_code == 303
    assert "Ines" in client.get("/").text
    client.cookies.clear()
    right = {"authorization": "Bearer a-long-enough-token"}
    assert client.get("/api/conflicts", headers=right).status_code == 200
    wrong = {"authorization": "Bearer a-long-enough-toke"}
    assert client.get("/api/conflicts", headers=wrong).status_code == 401


def test_a_form_needs_the_secret_of_its_session(client: TestClient, store: Store) -> None:
    """Without it, with another, or from another site, nothing is recorded."""
    [first, _] = newsroom.dam(store)
    path = f"/conflicts/{first.id}/decide"
    right = csrf(client)
    for secret in ("", "0" * 64, "ä"):
        answer = client.post(path, data={"csrf": secret, "ruling": "confirmed"})
        assert answer.status_code == 403
    fields = {"csrf": right, "ruling": "confirmed"}
    for header in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert client.post(path, data=fields, headers=header).status_code == 403
    assert store.decisions() == []
    own = {"origin": "http://localhost"}
    assert client.post(path, data=fields, headers=own).status_code == 200
    assert len(store.decisions()) == 1


def test_every_answer_carries_the_headers(client: TestClient) -> None:
    """Pages, static files, errors and the API: a strict policy, no sniffing, no framing."""
    for path in ("/", "/static/style.css", "/nowhere", "/api/conflicts", "/healthz"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
    assert client.get("/").headers["cache-control"] == "no-store"


def test_the_cookie_is_kept_from_scripts_and_other_sites(client: TestClient) -> None:
    """HttpOnly and SameSite."""
    cookie = client.get("/").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


def test_a_strangers_name_for_this_machine_is_not_answered(
    serve: Callable[..., TestClient],
) -> None:
    """A site that points its own name at loopback gets nothing."""
    client = serve(hosts=LOCAL)
    assert client.get("/").status_code == 200
    assert client.get("/", headers={"host": "evil.example:8765"}).status_code == 421
    assert client.get("/", headers={"host": "[::1]:8765"}).status_code == 200


def test_large_bodies_are_refused(client: TestClient) -> None:
    """By what they declare, and by what they send where they declare nothing."""
    assert client.post("/login", content=b"x" * (SMALL + 1)).status_code == 413

    def endless():
        for _ in range(40):
            yield b"x" * 10_000

    form = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/login", content=endless(), headers=form).status_code == 413


def test_another_address_needs_users_or_a_token(facade, tmp_path: Path) -> None:
    """Loopback is open; anything else must have a log-in, and a token that is no joke."""
    assert all(is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "127.9.9.9"))
    users = tmp_path / "users.json"
    build(facade, host="127.0.0.1", users=users)
    for host in ("0.0.0.0", "::", "192.168.1.4", "desk.example"):
        with pytest.raises(ConfigError, match="users add"):
            build(facade, host=host, users=users)
    with pytest.raises(ConfigError, match="16 characters"):
        build(facade, host="0.0.0.0", users=users, token="short")
    build(facade, host="0.0.0.0", users=users, token="a-long-enough-token")
    Users(users).add("Mia", Role.REVIEWER, PASSWORD)
    build(facade, host="0.0.0.0", users=users)


def test_hostile_articles_are_text_on_every_page(client: TestClient, store: Store) -> None:
    """Markup, template code, scripts' addresses and reordering marks stay harmless words."""
    bad = newsroom.Holder(HOSTILE, newsroom.HolderKind.PERSON, HOSTILE)
    first = newsroom.article(HOSTILE, title=HOSTILE, outlet=HOSTILE, url="javascript:alert(1)")
    second = newsroom.answer(HOSTILE + " Not.", title=HOSTILE, author=HOSTILE)
    a = newsroom.claim(first, HOSTILE, HOSTILE, bad)
    b = newsroom.claim(second, HOSTILE + " Not.", HOSTILE + " Not.", newsroom.LEHN)
    newsroom.add(store, first, a)
    newsroom.add(store, second, b)
    evidence = (newsroom.Evidence("negation", HOSTILE, 2.0),)
    made = newsroom.conflict(a, b, explanation=HOSTILE, evidence=evidence)
    store.save_conflicts([made], newsroom.JUDGE)
    store.decide(made.id, newsroom_ruling(), reviewer=HOSTILE, note=HOSTILE)
    mender = Mender(store, newsroom.Reading, lambda: newsroom.MODEL)
    third = newsroom.answer(HOSTILE + " So.", title=HOSTILE, url="https://courier.example/so")
    c = newsroom.claim(third, third.text, third.text, bad)
    newsroom.add(store, third, c)
    _, again = mender.correct(c.id, reviewer=HOSTILE, statement=HOSTILE + " Never.", note=HOSTILE)
    assert again is not None
    mender.rate(
        again.id,
        rating=HOSTILE,
        reason=HOSTILE,
        organisation=HOSTILE,
        link="https://desk.example/<script>document.title=1</script>",
        reviewer=HOSTILE,
        note=HOSTILE,
    )
    mender.rate(a.id, rating="False", reason=HOSTILE, organisation=HOSTILE, reviewer=HOSTILE)
    [holder, *_] = sorted(store.holders(), key=lambda one: one.holder.name != HOSTILE)
    for path in (
        "/?ruling=any",
        f"/conflicts/{made.id}",
        "/documents",
        f"/documents/{first.id}",
        f"/documents/{second.id}",
        f"/documents/{third.id}?mended=none",
        "/holders",
        f"/holders/{holder.id}?like={quote(HOSTILE)}",
        f"/claims/{a.id}?back={quote(HOSTILE)}",
        f"/claims/{again.id}?mended={quote(HOSTILE)}",
        "/threads",
    ):
        answer = client.get(path)
        assert answer.status_code == 200, path
        text = answer.text
        assert "<script>document" not in text, path
        assert "<img src=x" not in text, path
        assert "</mark></textarea>" not in text, path
        assert ">49 " not in text, path
        assert "\u202e" not in text, path
        assert 'href="javascript:' not in text, path


def newsroom_ruling():
    from claimtrack.model import Ruling

    return Ruling.CONFIRMED


def test_health_says_nothing_but_that_it_is_well(
    serve: Callable[..., TestClient], users: Users, store: Store
) -> None:
    """It needs no log-in and tells no content."""
    newsroom.dam(store)
    assert serve(Access(users=users)).get("/healthz").json() == {"status": "ok"}


def test_logs_hold_no_article_text(
    client: TestClient, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    """Reading, deciding and failing write none of it."""
    [first, _] = newsroom.dam(store)
    with caplog.at_level(logging.DEBUG):
        client.get(f"/conflicts/{first.id}")
        client.get("/?text=sandbags")
        client.get("/conflicts/zzz")
    told = [record for record in caplog.records if record.name.startswith("claimtrack")]
    assert all("dam" not in record.getMessage() for record in told)
    assert all("sandbags" not in record.getMessage() for record in told)


def test_the_real_facade_fits(settings) -> None:
    """What the page asks of the facade is there under the same names."""
    real = Claimtrack(settings)
    for name in ("audit_documents", "search", "store", "settings"):
        assert hasattr(real, name)
