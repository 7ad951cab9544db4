"""Addresses, against a server on this machine."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from claimtrack.bootstrap import Claimtrack
from claimtrack.config import Settings
from claimtrack.ingest import HttpFetcher, read_inputs
from claimtrack.model import Document, Failure

STORY = (
    "The harbour bridge in Westhaven was closed on Tuesday after a barge struck its pier.\n\n"
    "Nobody was hurt, said Mara Ellison, a spokeswoman for the port authority.\n"
)
PAGE = (
    "<html><head><title>Barge strikes bridge</title></head><body><article><h1>Barge strikes "
    "bridge</h1>" + "".join(f"<p>{line}</p>" for line in STORY.split("\n\n") * 2) + "</article>"
    "</body></html>"
)
FEED = (
    '<rss version="2.0"><channel><title>Courier</title><item><title>x</title><description>The pier '
    "stands.</description></item></channel></rss>"
)
QUOTE = "It cost €5, “no more”, he said."
SENT = {
    "/text": (
        "text/plain; charset=windows-1252",
        QUOTE.encode("cp1252"),
    ),
    "/page": ("text/html; charset=utf-8", PAGE.encode()),
    "/feed": ("application/rss+xml", FEED.encode()),
    "/lines": ("application/x-ndjson", b'{"text": "one"}\n{oops\n'),
    "/pdf": ("application/pdf", b"%PDF-1.4 broken"),
    "/unknown": ("", STORY.encode()),
    "/bytes.html": ("application/octet-stream", PAGE.encode()),
    "/picture": ("image/png", b"\x89PNG"),
    "/big": ("text/plain", b"a " * 40_000),
}


class Handler(BaseHTTPRequestHandler):
    """Serves ``SENT``, and misbehaves on other paths."""

    agents: list[str]

    def do_GET(self) -> None:
        self.agents.append(self.headers["User-Agent"])
        path = self.path.partition("?")[0]
        if path in SENT:
            self._send(200, *SENT[path])
        elif path.startswith("/hop"):
            left = int(path.removeprefix("/hop"))
            self._redirect("/page" if left == 0 else f"hop{left - 1}")
        elif path == "/away":
            port = self.headers["Host"].rpartition(":")[2]
            self._redirect(f"http://private.example:{port}/page")
        elif path == "/odd":
            self._redirect("file:///etc/hostname")
        elif path == "/silent":
            time.sleep(1.5)
        elif path == "/drip":
            self._drip()
        else:
            self._send(404, "text/html", b"<p>gone</p>")

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        if self.path != "/big?unsaid":
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _redirect(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            for _ in range(40):
                self.wfile.write(b"word ")
                self.wfile.flush()
                time.sleep(0.05)
        except ConnectionError:
            self.close_connection = True  # the reader gave up, as it should

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """A server whose readers may hang up."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when the reader hangs up."""


@pytest.fixture
def agents() -> list[str]:
    """The user agents that the server has seen."""
    return []


@pytest.fixture
def site(agents: list[str]) -> Iterator[str]:
    """A server on this machine; gives its address without a path."""
    with Server(("127.0.0.1", 0), type("Seen", (Handler,), {"agents": agents})) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def read(url: str, fetcher: HttpFetcher | None = None) -> Document | Failure:
    (item,) = read_inputs([url], fetcher=fetcher or HttpFetcher(timeout=5))
    return item


def refused(url: str, fetcher: HttpFetcher | None = None) -> str:
    item = read(url, fetcher)
    assert isinstance(item, Failure)
    assert item.path == url
    assert "\n" not in item.message
    return item.message


def test_the_content_type_decides_the_reader(site: str) -> None:
    """Text, pages and feeds are read as what the server says they are, in its charset."""
    text, page, feed = read(f"{site}/text"), read(f"{site}/page"), read(f"{site}/feed")
    assert isinstance(text, Document)
    assert isinstance(page, Document)
    assert isinstance(feed, Document)
    assert (text.text, text.url) == (QUOTE, f"{site}/text")
    assert (page.title, page.path, page.outlet) == ("Barge strikes bridge", None, "127.0.0.1")
    assert "<" not in page.text
    assert (feed.text, feed.outlet, feed.url) == ("The pier stands.", "Courier", f"{site}/feed#1")


def test_the_commands_read_addresses(site: str, tmp_path: Path) -> None:
    """What the command line and the library read their inputs with fetches for real."""
    app = Claimtrack(Settings(store=str(tmp_path / "store"), cache_dir=tmp_path / "cache"))
    [page, text], [failure] = app.read([f"{site}/page", f"{site}/gone", f"{site}/text"])
    assert (page.title, text.text) == ("Barge strikes bridge", QUOTE)
    assert (failure.path, failure.message[:11]) == (f"{site}/gone", "answers 404")


def test_lines_are_read_from_an_address(site: str) -> None:
    """JSON Lines from a server: a document with its own address, and a failure a bad line."""
    document, failure = read_inputs([f"{site}/lines"], fetcher=HttpFetcher())
    assert isinstance(document, Document)
    assert (document.path, document.url) == (None, f"{site}/lines#1")
    assert isinstance(failure, Failure)
    assert failure.message.startswith("line 2: ")


def test_without_a_content_type_address_and_bytes_decide(site: str) -> None:
    """What the server does not tell is told by the suffix of the address or the first bytes."""
    assert isinstance(read(f"{site}/unknown"), Document)
    page = read(f"{site}/bytes.html")
    assert isinstance(page, Document)
    assert "<" not in page.text


def test_an_address_where_nobody_answers_says_so_without_numbers() -> None:
    """The system's error has its words, not its code."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: a connection is refused
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        assert refused(url) == "cannot be fetched: Connection refused"


def test_what_is_no_article_is_refused(site: str) -> None:
    """A picture, a missing page and a broken PDF are one line each."""
    assert refused(f"{site}/picture").startswith("sends image/png; only")
    assert refused(f"{site}/gone").startswith("answers 404 Not Found; ")
    assert refused(f"{site}/pdf").startswith("cannot be read as a PDF")


def test_redirects_are_followed_within_bounds(site: str) -> None:
    """Five redirects lead to the page and its last address, six to a refusal."""
    page = read(f"{site}/hop4")
    assert isinstance(page, Document)
    assert page.url == f"{site}/page"
    assert refused(f"{site}/hop5") == "redirects more than 5 times"
    assert refused(f"{site}/odd") == "is not an address that can be fetched"


@pytest.mark.parametrize("path", ["/big", "/big?unsaid"])
def test_the_size_is_bounded(site: str, path: str) -> None:
    """A page over the limit is refused, whether or not the server tells its length."""
    assert "bytes" in refused(site + path, HttpFetcher(max_bytes=70_000))
    assert isinstance(read(site + path, HttpFetcher(max_bytes=80_000)), Document)


def test_waiting_is_bounded(site: str) -> None:
    """A server that says nothing, or too little at a time, does not hold the reader."""
    assert refused(f"{site}/silent", HttpFetcher(timeout=0.3)).startswith("did not answer in time")
    message = refused(f"{site}/drip", HttpFetcher(timeout=5, total=0.3))
    assert message.startswith("took longer than 0.3 seconds")


def test_a_server_that_is_not_there_is_one_line() -> None:
    """A refused connection is told without a traceback."""
    assert refused("http://127.0.0.1:1/a").startswith("cannot be fetched: ")


def test_private_networks_are_refused_where_asked(site: str) -> None:
    """With allow_private off, this machine is out of reach by number."""
    assert "private network" in refused(f"{site}/page", HttpFetcher(allow_private=False))


def test_the_connection_goes_to_the_address_that_was_checked(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is looked up once a hop, the checked answer is connected to, the Host header kept.

    The server stands in for a public one; the redirect to a private name is then refused.
    """
    monkeypatch.setattr(
        "claimtrack.ingest.fetch._is_public", lambda address: address == "127.0.0.1"
    )
    asked: list[str] = []

    def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["10.0.0.1" if host == "private.example" else "127.0.0.1"]

    port = site.rpartition(":")[2]
    fetcher = HttpFetcher(allow_private=False, resolver=resolver)
    page = read(f"http://public.example:{port}/page", fetcher)
    assert isinstance(page, Document)
    assert page.url == f"http://public.example:{port}/page"
    assert page.outlet == "public.example"
    assert asked == ["public.example"]
    assert "private network" in refused(f"http://public.example:{port}/away", fetcher)
    assert asked == ["public.example", "public.example", "private.example"]


def test_the_server_learns_who_asks_but_no_password_leaks(site: str, agents: list[str]) -> None:
    """The user agent names the program; a password in the address is in no output."""
    with_password = site.replace("://", "://jo:secret@")
    page = read(f"{with_password}/page#top")
    assert isinstance(page, Document)
    assert page.url == f"{site}/page"
    failure = read(f"{with_password}/gone")
    assert isinstance(failure, Failure)
    assert "secret" not in failure.path + failure.message
    assert agents
    assert all(agent.startswith("claimtrack/") for agent in agents)
