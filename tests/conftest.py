"""What tests of several kinds share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.databases import backend, empty, fresh, place, postgres, sqlite_template

__all__ = ["backend", "chromium", "empty", "fresh", "place", "postgres", "sqlite_template"]

CHROMIUM = "/usr/bin/chromium"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of the machine, one for all tests: Playwright starts once a process."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
