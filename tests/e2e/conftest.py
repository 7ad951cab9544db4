"""A real server and a real Chromium for it; the facade needs no model, the store is real."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page

from claimtrack.config import Settings
from claimtrack.store.repository import Store
from claimtrack.web.access import Access
from claimtrack.web.app import create_app
from tests.unit.web.test_web_api import Auditor

PATIENCE = 30_000
"""Milliseconds that a browser waits for something to appear on a busy machine."""


@contextmanager
def running(app: FastAPI) -> Iterator[str]:
    """Serve ``app`` on a free port; the value is its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        free.listen()
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [free]})
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            threading.Event().wait(0.02)
        try:
            yield f"http://127.0.0.1:{free.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture
def auditor(tmp_path: Path, empty: Callable[[], str]) -> Auditor:
    """The facade behind the server, its store in SQLite and then in PostgreSQL."""
    return Auditor(Settings(store=empty(), cache_dir=tmp_path / "cache", threshold=0.7))


@pytest.fixture
def store(auditor: Auditor) -> Iterator[Store]:
    """The store behind the server."""
    with auditor.store() as made:
        yield made


@pytest.fixture
def served(auditor: Auditor) -> Iterator[Callable[..., str]]:
    """A function that starts a server and returns its address."""
    with ExitStack() as servers:
        yield lambda access=None: servers.enter_context(
            running(create_app(auditor, access or Access(local="mia")))
        )


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """A function that opens a page in a window of its own; scripts that fail fail the test."""
    problems: list[str] = []
    with ExitStack() as windows:

        def opened(address: str, **options: object) -> Page:
            values = {"viewport": {"width": 1280, "height": 900}, **options}
            context: BrowserContext = chromium.new_context(**values)  # type: ignore[arg-type]
            windows.callback(context.close)
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            page.on("pageerror", lambda error: problems.append(str(error)))
            page.on(
                "console",
                lambda message: (
                    problems.append(message.text)
                    if "Content Security Policy" in message.text
                    else None
                ),
            )
            page.goto(address)
            return page

        yield opened
    assert problems == []
