"""What somebody gave to be audited: pasted text, a file, or an address; and reading it."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from dataclasses import dataclass, replace

from claimtrack.errors import InputError
from claimtrack.ingest.fetch import Fetcher, HttpFetcher
from claimtrack.ingest.reader import read_inputs
from claimtrack.model import Document, Failure
from claimtrack.report.wording import shorten

LONGEST_FIELD = 500
"""Characters of a title, outlet or address."""


def public_only() -> Fetcher:
    """Return what addresses are fetched through: never from a private network."""
    return HttpFetcher(allow_private=False)


@dataclass(frozen=True, slots=True)
class Given:
    """An article to audit. One of ``text``, ``data`` and ``address`` is there.

    The other fields are what the reviewer says of it; they win over what the text says.
    """

    text: str = ""
    data: bytes = b""
    address: str = ""
    title: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""

    @property
    def name(self) -> str:
        """A short name for the page: of pasted text its first line, unless that is a fence."""
        lines = self.text.strip()[:200].splitlines()
        first = "Pasted article" if lines and lines[0].startswith("---") else "".join(lines[:1])
        return shorten(self.title or self.address or first or "Uploaded file", 80)

    def check(self) -> None:
        """Raise InputError, one line that says what is missing or wrong."""
        if not (self.text.strip() or self.data or self.address):
            raise InputError("Paste an article, choose a file, or give an address.")
        for field in (self.title, self.outlet, self.url, self.address):
            if len(field) > LONGEST_FIELD or not field.isprintable():
                raise InputError(f"A title, outlet or address has at most {LONGEST_FIELD} letters.")
        # Without a scheme the reader would take it for a file of this machine.
        if self.address and "://" not in self.address:
            raise InputError("An address begins with http:// or https://.")
        if self.published:
            self._day()

    def read(
        self, fetcher: Callable[[], Fetcher] = public_only
    ) -> tuple[list[Document], list[Failure]]:
        """Return the articles in it and what could not be read.

        Files and pages are read as on the command line; addresses only from the public internet.
        """
        if self.address:
            found = list(read_inputs([self.address], fetcher=fetcher()))
        else:
            data = self.data or self.text.encode("utf-8", "replace")
            found = list(read_inputs(["-"], stdin=io.BytesIO(data)))
        documents = [item for item in found if isinstance(item, Document)]
        failures = [item for item in found if isinstance(item, Failure)]
        alone = len(documents) == 1
        return [self._described(item, alone=alone) for item in documents], failures

    def _described(self, item: Document, *, alone: bool) -> Document:
        return replace(
            item,
            title=(self.title if alone else "") or item.title,
            outlet=self.outlet or item.outlet,
            published=self._day() if self.published else item.published,
            url=(self.url if alone else "") or item.url,
        )

    def _day(self) -> dt.date:
        try:
            return dt.date.fromisoformat(self.published)
        except ValueError as error:
            raise InputError("The day has the form 2026-05-31.") from error
