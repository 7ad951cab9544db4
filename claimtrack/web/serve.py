"""Runs the application: where it listens, who may come in, what it logs."""

from __future__ import annotations

import getpass
import ipaddress
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.errors import ConfigError
from claimtrack.web.access import Access
from claimtrack.web.app import create_app
from claimtrack.web.users import Users

if TYPE_CHECKING:
    from fastapi import FastAPI

    from claimtrack.bootstrap import Claimtrack

LOCAL = ("localhost", "127.0.0.1", "::1")
SHORTEST_TOKEN = 16
STOP_SECONDS = 10
"""How long requests may take to end once the server is told to stop."""


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches ``host``."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def build(
    claimtrack: Claimtrack,
    *,
    host: str,
    users: Path,
    token: str | None = None,
    names: Sequence[str] = (),
) -> FastAPI:
    """Return the application for an address.

    ``names`` are further host names that it answers to. Raises ConfigError for an address that
    others reach without users or a token, and for a token that is too short.
    """
    accounts = Users(users)
    if token is not None and len(token) < SHORTEST_TOKEN:
        raise ConfigError(f"the token needs at least {SHORTEST_TOKEN} characters")
    closed = token is not None or bool(accounts.all())
    if not is_loopback(host) and not closed:
        raise ConfigError(
            f"others can reach {host}: add users with `claimtrack users add NAME`, or give "
            "--token-file"
        )
    access = Access(users=accounts, token=token, local=_login_name(), closed=closed)
    # Behind a log-in any name will do; an open page must not be called by a stranger's name.
    hosts = () if closed and not names and not is_loopback(host) else (*LOCAL, host, *names)
    return create_app(claimtrack, access, hosts=hosts)


def run(app: FastAPI, host: str, port: int, *, quiet: bool = False) -> None:
    """Serve until interrupted; requests under way are finished first.

    The log holds methods, paths without their queries, and status codes: what somebody searched
    for, or an article's text, is in none of them.
    """
    import uvicorn

    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        access_log=False,
        log_level="error" if quiet else "warning",
        server_header=False,
        timeout_graceful_shutdown=STOP_SECONDS,
        proxy_headers=False,
    )
    # Once everything is closed, uvicorn raises the interrupt that stopped it again.
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run()


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no such user on this machine (a container)
        return "reviewer"
