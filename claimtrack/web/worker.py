"""Long work beside the pages: audits one after the other, with how far they are.

The facade serves one thread at a time, so all its work is done in the one thread here. What is
audited stays in memory and is forgotten: a draft leaves nothing behind.
"""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from claimtrack.errors import ClaimtrackError
from claimtrack.model import AuditResult, Claim, Conflict, Document, Failure

if TYPE_CHECKING:
    from claimtrack.bootstrap import Claimtrack

LOG = logging.getLogger(__name__)

KEPT_SECONDS = 3600
"""How long a finished audit is kept for its page."""
MOST = 50
"""Audits kept at a time, waiting ones included."""
MOST_WAITING = 8

T = TypeVar("T")
Read = Callable[[], tuple[list[Document], list[Failure]]]


@dataclass
class Job:
    """One audit, or a ``scan`` of the store: whose it is, how far it is, and what it found.

    It is its own Progress.
    """

    id: str
    owner: str
    name: str
    articles: Read
    at: float
    words: str = "waiting"
    done: int = 0
    total: int | None = None
    documents: Sequence[Document] = ()
    failures: Sequence[Failure] = ()
    claims: Sequence[Claim] = ()
    conflicts: Sequence[Conflict] = ()
    result: AuditResult | None = None
    error: str | None = None
    scan: bool = False
    saving: bool = False
    saved: bool = False
    finished: bool = False
    stages: list[str] = field(default_factory=list)

    def stage(self, name: str, total: int | None) -> None:
        """Begin a stage of the work."""
        self.words, self.done, self.total = name, 0, total
        self.stages.append(name)

    def advance(self, n: int = 1) -> None:
        """Say that ``n`` more steps are done."""
        self.done += n

    def read(self, claims: Sequence[Claim]) -> None:
        """Keep what was read for whoever watches."""
        self.claims = [*self.claims, *claims]

    def found(self, conflicts: Sequence[Conflict]) -> None:
        """Keep what was found for whoever watches."""
        self.conflicts = [*self.conflicts, *conflicts]


class Unexpected(Exception):
    """Work failed by a fault of ours; the message is only the kind of the error."""


class Busy(Exception):
    """Too many audits wait already."""


class Worker:
    """Does the facade's work in one thread, and remembers the audits of the last hour."""

    def __init__(self, facade: Claimtrack, clock: Callable[[], float] = time.monotonic) -> None:
        self.facade = facade
        self._clock = clock
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="claimtrack-audit")
        self._jobs: dict[str, Job] = {}
        self._lock = Lock()

    def close(self) -> None:
        """Drop what waits, and let what runs come to its end."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._jobs.clear()

    def call(self, work: Callable[[Claimtrack], T]) -> T:
        """Return what ``work`` makes of the facade, after whatever is under way.

        Raises Unexpected, without the words of the error, where it fails by a fault of ours.
        """
        try:
            return self._pool.submit(work, self.facade).result()
        except ClaimtrackError:
            raise
        except Exception as error:
            # The message may quote the article, and a server's log shows it.
            LOG.error("failed: %s", type(error).__name__, exc_info=_debugging())
            raise Unexpected(type(error).__name__) from None

    def start(self, owner: str, name: str, read: Read) -> Job:
        """Begin an audit of what ``read`` returns. Raises Busy where too many wait."""
        with self._lock:
            self._room()
            job = Job(secrets.token_urlsafe(12), owner, name, read, self._clock())
            self._jobs[job.id] = job
        self._pool.submit(self._audit, job)
        return job

    def scan(self, owner: str) -> Job:
        """Begin to compare what is stored and not yet compared. Raises Busy as ``start`` does."""
        with self._lock:
            self._room()
            job = Job(secrets.token_urlsafe(12), owner, "", _nothing, self._clock(), scan=True)
            self._jobs[job.id] = job
        self._pool.submit(self._scan, job)
        return job

    def job(self, key: str, owner: str) -> Job | None:
        """Return this owner's audit: a draft is nobody else's."""
        with self._lock:
            self._forget()
            job = self._jobs.get(key)
        return job if job is not None and job.owner == owner else None

    def save(self, job: Job) -> None:
        """Begin to keep a finished audit's articles, claims and conflicts."""
        with self._lock:
            if job.scan or job.saving or job.saved or job.result is None:
                return
            job.saving, job.finished = True, False
            job.claims, job.conflicts = (), ()
        self._pool.submit(self._save, job)

    def drop(self, job: Job) -> None:
        """Forget an audit."""
        with self._lock:
            self._jobs.pop(job.id, None)

    def _audit(self, job: Job) -> None:
        def work() -> None:
            job.stage("reading", None)
            job.documents, job.failures = job.articles()
            if job.documents:
                job.result = self.facade.audit_documents(list(job.documents), progress=job)

        self._told(job, work)

    def _save(self, job: Job) -> None:
        def work() -> None:
            job.result = self.facade.audit_documents(list(job.documents), save=True, progress=job)
            job.saved = True

        self._told(job, work)

    def _scan(self, job: Job) -> None:
        def work() -> None:
            job.result = self.facade.scan(progress=job)

        self._told(job, work)

    def _told(self, job: Job, work: Callable[[], None]) -> None:
        try:
            work()
        except ClaimtrackError as error:
            job.error = str(error)
        except Exception as error:
            # The message of an unexpected error may quote the article: it goes nowhere.
            LOG.error("an audit failed: %s", type(error).__name__, exc_info=_debugging())
            job.error = "The audit failed unexpectedly. Run `claimtrack audit --debug` on the file."
        finally:
            job.saving, job.finished, job.at = False, True, self._clock()

    def _room(self) -> None:
        self._forget()
        if sum(not job.finished for job in self._jobs.values()) >= MOST_WAITING:
            raise Busy

    def _forget(self) -> None:
        now = self._clock()
        for key, job in list(self._jobs.items()):
            if job.finished and now - job.at > KEPT_SECONDS:
                del self._jobs[key]
        done = sorted((job for job in self._jobs.values() if job.finished), key=lambda j: j.at)
        for job in done[: max(0, len(self._jobs) - MOST)]:
            del self._jobs[job.id]


def _nothing() -> tuple[list[Document], list[Failure]]:
    return [], []


def _debugging() -> bool:
    return LOG.isEnabledFor(logging.DEBUG)
