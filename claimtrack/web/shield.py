"""What every request and answer passes: known hosts, own pages only, bounded bodies, headers."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 26_000_000
"""Bytes of an upload: what an article may have (25 MB) and the form around it."""
SMALL = 300_000
"""Bytes of any other body: a note, a form."""
UPLOADS = ("/audit", "/api/audit")

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Article addresses must not learn that somebody checks them; forms still send an Origin.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Shield:
    """ASGI middleware. ``hosts`` are the names that the page answers to; none means any.

    A page that is open to whoever reaches loopback must check the name it is called by: a
    stranger's site can point its own name at 127.0.0.1.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str] = ()) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        static = scope["path"].startswith("/static/")

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                found = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    found[name] = value
                if not static:
                    found["cache-control"] = "no-store"
            await send(message)

        if refusal is not None:
            await refusal(scope, receive, sending)
            return
        most = LARGEST if scope["path"] in UPLOADS else SMALL
        body = _Bounded(receive, most)
        try:
            await self._app(scope, body, sending)
        except _TooLarge:
            await _too_large(most)(scope, receive, sending)

    def _refusal(self, scope: Scope, headers: Headers) -> PlainTextResponse | None:
        host = headers.get("host", "")
        if self._hosts and _name(host) not in self._hosts:
            return PlainTextResponse(
                "The page does not answer to that name; `claimtrack serve --allow-host` adds it.\n",
                421,
            )
        if scope["method"] not in ("GET", "HEAD", "OPTIONS"):
            origin = headers.get("origin")
            foreign = origin is not None and urlsplit(origin).netloc.lower() != host.lower()
            if foreign or headers.get("sec-fetch-site") in ("cross-site", "same-site"):
                return PlainTextResponse("This form came from another site.\n", 403)
        declared = headers.get("content-length", "0")
        most = LARGEST if scope["path"] in UPLOADS else SMALL
        if not declared.isdecimal() or int(declared) > most:
            return _too_large(most)
        return None


class _TooLarge(Exception):
    """A body without an honest length went over its bound."""


class _Bounded:
    """Counts what arrives, whatever length was declared."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._left = most

    async def __call__(self) -> Any:
        message = await self._receive()
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            if self._left < 0:
                raise _TooLarge
        return message


def _too_large(most: int) -> PlainTextResponse:
    return PlainTextResponse(f"That is too large; at most {most:,} bytes are taken.\n", 413)


def _name(host: str) -> str:
    """The name in a Host header, without its port."""
    if host.startswith("["):
        return host.partition("]")[0].lstrip("[").lower()
    return host.partition(":")[0].lower()
