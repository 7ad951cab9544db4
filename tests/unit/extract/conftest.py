"""One parser for all tests of extraction: loading it takes a second."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from claimtrack.extract.extractor import ClaimExtractor
from claimtrack.model import Claim, Document
from claimtrack.text.parse import SpacyParser

Extract = Callable[..., list[Claim]]


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.fixture(scope="session")
def extract(parser: SpacyParser) -> Extract:
    extractor = ClaimExtractor(parser)

    def run(
        text: str, published: str | None = None, outlet: str | None = None, title: str | None = None
    ) -> list[Claim]:
        day = dt.date.fromisoformat(published) if published else None
        return extractor.extract(Document(text, published=day, outlet=outlet, title=title))

    return run
