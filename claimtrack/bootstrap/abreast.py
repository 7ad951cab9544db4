"""Fixture corpora checked side by side: in this process, and in others of their own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from threading import Condition, Thread

from claimtrack.apart import Apart, Gone
from claimtrack.check import Corpus
from claimtrack.results import CorpusResult

LOG = logging.getLogger(__name__)

EACH = 5
"""Corpora for which one more process pays: it loads for ten seconds, and reads one in five."""

Outcome = CorpusResult | Exception


class Abreast:
    """Checks corpora in this process and, meanwhile, in ``count`` children.

    ``here`` checks one in this process; ``there`` is what a child is made of, and its method
    ``check_corpus`` does the same. Who checks a corpus does not change what is found.
    """

    def __init__(self, here: Callable[[Corpus], CorpusResult], there: object, count: int) -> None:
        self._here = here
        self._children = [Apart(there) for _ in range(count)]
        self._changed = Condition()
        self._waiting: list[Corpus] = []
        self._held: set[Corpus] = set()
        self._done: dict[Corpus, Outcome] = {}

    def results(self, corpora: Sequence[Corpus]) -> Iterator[CorpusResult]:
        """Yield one result a corpus in their order; raise what the first bad one raised.

        Nothing is checked any more once the caller stops asking or something was raised.
        """
        self._waiting = list(corpora)
        for child in self._children:
            Thread(target=self._work, args=(child,), name="claimtrack-check", daemon=True).start()
        try:
            for corpus in corpora:
                outcome = self._outcome(corpus)
                if isinstance(outcome, Exception):
                    raise outcome
                yield outcome
        finally:
            with self._changed:
                self._waiting.clear()
            for child in self._children:
                child.close()

    def _outcome(self, corpus: Corpus) -> Outcome:
        """Wait for what is found in a corpus, and rather than wait check the one that is next."""
        while True:
            with self._changed:
                if corpus in self._done:
                    return self._done.pop(corpus)
                if not self._waiting:
                    self._changed.wait()
                    continue
                mine = self._waiting.pop(0)
            found: Outcome
            try:
                found = self._here(mine)
            except Exception as error:  # it is raised when its turn comes
                found = error
            with self._changed:
                self._done[mine] = found

    def _work(self, child: Apart) -> None:
        """Have a child check what waits, until nothing does or the child is gone."""
        corpus: Corpus | None = None
        try:
            child.start()
            while (corpus := self._next()) is not None:
                found: Outcome
                try:
                    found = child.call("check_corpus", corpus)
                except Gone:
                    raise
                except Exception as error:  # it is raised when its turn comes
                    found = error
                with self._changed:
                    self._held.discard(corpus)
                    self._done[corpus] = found
                    self._changed.notify_all()
        except Gone as gone:
            LOG.info("a checking process is gone (%s); its corpus is checked here", gone)
        finally:
            with self._changed:
                if corpus is not None and corpus in self._held:
                    self._held.discard(corpus)
                    self._waiting.insert(0, corpus)
                self._changed.notify_all()

    def _next(self) -> Corpus | None:
        with self._changed:
            if not self._waiting:
                return None
            corpus = self._waiting.pop(0)
            self._held.add(corpus)
            return corpus
