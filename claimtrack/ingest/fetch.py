"""Fetches http(s) addresses within bounds: time, size, redirects, and where it may connect to."""

from __future__ import annotations

import ipaddress
import re
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urljoin, urlsplit, urlunsplit

from claimtrack.errors import InputError

if TYPE_CHECKING:
    import httpx

Resolve = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address sent. ``url`` is the last one of the redirects, without user or fragment."""

    url: str
    body: bytes
    media_type: str
    charset: str | None


class Fetcher(Protocol):
    """Fetches one address."""

    def fetch(self, url: str) -> Fetched:
        """Return what ``url`` sends. Raises InputError with one line that says what failed."""
        ...


def resolve(host: str, port: int) -> Sequence[str]:
    """Return the addresses of ``host`` by the system's resolver, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def user_agent() -> str:
    """Return ``claimtrack/<version>``."""
    try:
        return f"claimtrack/{version('claimtrack')}"
    except PackageNotFoundError:  # run from a source tree that is not installed
        return "claimtrack/0"


class HttpFetcher:
    """Fetches with httpx.

    ``timeout`` bounds, in seconds, each wait on the network, ``total`` the whole fetch with its
    redirects. With ``allow_private`` off, no connection is made to an address that is not on the
    public internet: each host is resolved, every answer checked, and the connection made to a
    checked address, at each redirect again, so that a second look-up cannot answer otherwise.
    """

    def __init__(
        self,
        *,
        max_bytes: int = 25_000_000,
        max_redirects: int = 5,
        timeout: float = 10.0,
        total: float = 60.0,
        allow_private: bool = True,
        resolver: Resolve = resolve,
    ) -> None:
        self._max_bytes = max_bytes
        self._max_redirects = max_redirects
        self._timeout = timeout
        self._total = total
        self._allow_private = allow_private
        self._resolver = resolver

    def fetch(self, url: str) -> Fetched:
        """Return what ``url`` sends, redirects followed.

        Raises:
            InputError: if it cannot be reached, answers with an error, sends too much or too
                slowly, redirects too often, or lies on a private network where that is refused.
        """
        import httpx

        deadline = time.monotonic() + self._total
        try:
            current = _plain(url)
            # A proxy would connect in our stead, past the check of the address.
            with httpx.Client(
                timeout=self._timeout,
                trust_env=self._allow_private,
                headers={"User-Agent": user_agent()},
            ) as client:
                for _ in range(self._max_redirects + 1):
                    target = self._one(client, current, deadline)
                    if isinstance(target, Fetched):
                        return target
                    current = target
        except httpx.TimeoutException as error:
            raise InputError("did not answer in time; try again later") from error
        except httpx.HTTPError as error:
            raise InputError(f"cannot be fetched: {_reason(error)}") from error
        except (httpx.InvalidURL, ValueError) as error:
            raise InputError("is not an address that can be fetched") from error
        raise InputError(f"redirects more than {self._max_redirects} times")

    def _one(self, client: httpx.Client, url: str, deadline: float) -> Fetched | str:
        """Fetch ``url`` without following; return what it sent, or where it points."""
        request = self._request(client, url)
        response = client.send(request, stream=True)
        try:
            if response.has_redirect_location:
                return _plain(urljoin(url, response.headers["location"]))
            if response.status_code != 200:
                raise InputError(
                    f"answers {response.status_code} {response.reason_phrase}".rstrip()
                    + "; open it in a browser and save the text"
                )
            body = self._body(response, deadline)
        finally:
            response.close()
        media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Fetched(url, body, media_type, response.charset_encoding)

    def _body(self, response: httpx.Response, deadline: float) -> bytes:
        declared = response.headers.get("content-length", "")
        if declared.isdecimal() and int(declared) > self._max_bytes:
            raise InputError(f"sends {int(declared):,} bytes, over {self._max_bytes:,}")
        body = bytearray()
        for chunk in response.iter_bytes(65_536):
            body += chunk
            if len(body) > self._max_bytes:
                raise InputError(f"sends more than {self._max_bytes:,} bytes")
            if time.monotonic() > deadline:
                raise InputError(f"took longer than {self._total:g} seconds; try again later")
        return bytes(body)

    def _request(self, client: httpx.Client, url: str) -> httpx.Request:
        if self._allow_private:
            return client.build_request("GET", url)
        import httpx

        parsed = httpx.URL(url)
        host = parsed.host
        port = parsed.port or (443 if parsed.scheme == "https" else 80)
        try:
            addresses = self._resolver(host, port)
        except OSError as error:
            raise InputError(f"cannot be fetched: no host {host}") from error
        if not addresses or any(not _is_public(address) for address in addresses):
            raise InputError("lies on a private network; save the text and read the file")
        # TLS still asks for, and checks, the host's own name.
        return client.build_request(
            "GET",
            parsed.copy_with(host=addresses[0]),
            headers={"Host": parsed.netloc.decode("ascii")},
            extensions={"sni_hostname": host},
        )


def _is_public(address: str) -> bool:
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        # An IPv4 address can be dressed as IPv6 (mapped, 6to4, NAT64): the inner one counts.
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            ip = inner
    return ip.is_global and not ip.is_multicast


def _plain(url: str) -> str:
    """``url`` without user, password and fragment; ValueError unless it is http(s) with a host."""
    parts = urlsplit(url)
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise ValueError(f"no http address: {parts.scheme}")
    return urlunsplit(
        (parts.scheme.lower(), parts.netloc.rpartition("@")[2], parts.path, parts.query, "")
    )


def _reason(error: Exception) -> str:
    # "[Errno 111] Connection refused": the number tells a reader nothing.
    text = re.sub(r"^\[Errno -?\d+\] ", "", " ".join(str(error).split()))
    return text or type(error).__name__
