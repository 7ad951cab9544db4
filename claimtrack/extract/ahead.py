"""Documents read ahead in processes of their own, while this one reads, embeds or stores."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from threading import Condition, Thread

from claimtrack.apart import Apart, Gone
from claimtrack.extract.extractor import ClaimExtractor
from claimtrack.model import Claim, Document

LOG = logging.getLogger(__name__)

WORTH = 50_000
"""Characters for which one more process pays: it starts in 3 s and then reads 8,000 a second."""
AHEAD = 16
"""Read documents that wait to be asked for; more would only fill memory."""

Read = list[Claim] | Exception


class ReadingAhead:
    """Wraps an extractor; what is expected is read by up to ``workers`` children as well.

    Who reads a document does not change its claims, and they come in the order in which they are
    asked for. ``begin`` is called when something is to be read that nobody knew. For one thread
    at a time; the threads of its own only wait for children.
    """

    def __init__(
        self, extractor: ClaimExtractor, workers: int, begin: Callable[[], None] | None = None
    ) -> None:
        self._extractor = extractor
        self._workers = workers
        self._begin = begin
        self._running = 0
        self._changed = Condition()
        self._waiting: dict[Document, None] = {}
        self._held: set[Document] = set()
        self._read: dict[Document, Read] = {}

    def expect(self, documents: Sequence[Document]) -> None:
        """Begin to read what will be asked for next, in this order, where that pays."""
        if documents and self._begin is not None:
            self._begin()
        with self._changed:
            for document in documents:
                if document not in self._held and document not in self._read:
                    self._waiting[document] = None
            size = sum(len(document.text) for document in self._waiting)
            while self._running < min(self._workers, size // WORTH):
                self._running += 1
                Thread(target=self._work, name="claimtrack-reading", daemon=True).start()
            self._changed.notify_all()

    def extract(self, document: Document) -> list[Claim]:
        """Return what the wrapped extractor returns, or raise what it raises."""
        while True:
            with self._changed:
                if document in self._read:
                    found = self._read.pop(document)
                    self._changed.notify_all()
                    break
                if document in self._held:
                    # A child has it: rather than wait, read the one that comes next.
                    mine = next(iter(self._waiting), None)
                    if mine is None:
                        self._changed.wait()
                        continue
                else:
                    mine = document
                self._waiting.pop(mine, None)
            if mine is document:
                return self._extractor.extract(document)
            read = _tried(self._extractor.extract, mine)
            with self._changed:
                self._read[mine] = read
        if isinstance(found, Exception):
            raise found
        return found

    def _work(self) -> None:
        """Have a child read what waits, until nothing does or the child is gone."""
        child = Apart(self._extractor)
        document: Document | None = None
        try:
            child.start()
            while (document := self._next()) is not None:
                read = _tried(child.call, "extract", document)
                with self._changed:
                    self._held.discard(document)
                    self._read[document] = read
                    self._changed.notify_all()
        except Gone as gone:
            LOG.info("a reading process is gone (%s); its document is read here", gone)
        finally:
            with self._changed:
                if document is not None:
                    self._held.discard(document)
                self._running -= 1
                self._changed.notify_all()
            child.close()

    def _next(self) -> Document | None:
        with self._changed:
            self._changed.wait_for(lambda: not self._waiting or len(self._read) < AHEAD)
            document = next(iter(self._waiting), None)
            if document is not None:
                del self._waiting[document]
                self._held.add(document)
            return document


def _tried(read: Callable[..., list[Claim]], *args: object) -> Read:
    try:
        return read(*args)
    except Gone:
        raise
    except Exception as error:  # it belongs to the document, and is raised when that is asked for
        return error
