"""Where the fetcher may connect to."""

from __future__ import annotations

import re

import pytest

from claimtrack.errors import InputError
from claimtrack.ingest.fetch import HttpFetcher, user_agent

PRIVATE = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.9",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1%eth0",
    "fd00::1",
    "::ffff:127.0.0.1",
    "2002:7f00:1::",
    "64:ff9b::7f00:1",
    "not an address",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_refused_after_the_look_up(address: str) -> None:
    """A name that resolves to a loopback, private, link-local or dressed-up address is refused."""
    fetcher = HttpFetcher(allow_private=False, resolver=lambda host, port: [address])
    with pytest.raises(InputError, match="private network"):
        fetcher.fetch("http://news.example/a")


def test_one_private_answer_among_public_ones_is_enough() -> None:
    """All answers of the resolver are checked, not the first."""
    fetcher = HttpFetcher(
        allow_private=False, resolver=lambda host, port: ["93.184.215.14", "127.0.0.1"]
    )
    with pytest.raises(InputError, match="private network"):
        fetcher.fetch("http://news.example/a")


def test_a_host_that_does_not_resolve_is_told() -> None:
    """A failed look-up is one line with the host."""

    def fail(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    with pytest.raises(InputError, match=r"no host news\.example"):
        HttpFetcher(allow_private=False, resolver=fail).fetch("http://news.example/a")


@pytest.mark.parametrize("url", ["http://", "ftp://a.example/", "http://[::1", "http:///x", "x"])
def test_what_is_no_http_address_is_refused(url: str) -> None:
    """No other scheme is fetched, and a broken address raises nothing else."""
    with pytest.raises(InputError, match="not an address"):
        HttpFetcher().fetch(url)


def test_the_user_agent_names_program_and_version() -> None:
    """Servers can tell who asks."""
    assert re.fullmatch(r"claimtrack/\d\S*", user_agent())
