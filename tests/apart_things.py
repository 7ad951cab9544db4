"""Objects that tests run in a process of their own: a child imports them by name."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from claimtrack.check import Corpus
from claimtrack.errors import FixtureError, ModelError
from claimtrack.model import Claim, Document, Holder, HolderKind
from claimtrack.results import CorpusResult


class Unspeakable(Exception):
    """An error that can't be pickled: nobody can make it again from its message."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} {second}")


class Counter:
    """Counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def count(self) -> int:
        """Return how often it was asked, this time included."""
        self.asked += 1
        return self.asked

    def pid(self) -> int:
        """Return in which process it is."""
        return os.getpid()

    def chat(self) -> str:
        """Print like a library that knows no better, on both layers."""
        print("loading weights ...")
        os.write(1, b"0% 100%\n")
        return "quiet"

    def fail(self) -> None:
        """Fail like code of ours."""
        raise ModelError("no such model")

    def fail_strangely(self) -> None:
        """Fail with what can't be sent."""
        raise Unspeakable("out of", "words")

    def end(self) -> None:
        """End the process as the system does where memory runs out."""
        os.kill(os.getpid(), signal.SIGKILL)


class Reader:
    """Reads one claim a document: its text, held by the process that read it."""

    def __init__(self, parent: int) -> None:
        self.parent = parent

    def extract(self, document: Document) -> list[Claim]:
        """Return the claim; a text of "broken" can't be read, "deadly" ends a child."""
        if document.text == "broken":
            raise ValueError("not a text")
        if document.text == "deadly" and os.getpid() != self.parent:
            os.kill(os.getpid(), signal.SIGKILL)
        here = "parent" if os.getpid() == self.parent else "child"
        holder = Holder(here, HolderKind.OUTLET)
        return [Claim(document.id, document.text, 0, len(document.text), document.text, holder)]


class Lengths:
    """Embeds a text as its length and where that was done; may fail to load, or die."""

    fingerprint = "lengths"

    def __init__(self, parent: int, loads: bool = True) -> None:
        self.parent = parent
        self.loads = loads

    def load(self) -> None:
        """Fail if told to."""
        if not self.loads:
            raise ModelError("no weights")

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return a row a text, its length and 1 in a child; "deadly" ends a child."""
        apart = os.getpid() != self.parent
        if apart and "deadly" in texts:
            os.kill(os.getpid(), signal.SIGKILL)
        return np.array([[len(text), apart] for text in texts], dtype=np.float32)


class Checker:
    """Checks a corpus by naming the process that did it; may fail on one, or die.

    A child leaves the file ``sign``, and the parent waits for it before its second corpus.
    """

    def __init__(self, parent: int, sign: str = "") -> None:
        self.parent = parent
        self.sign = sign
        self.checked = 0

    def check_corpus(self, corpus: Corpus) -> CorpusResult:
        """Fail on what is called "bad"; what is called "deadly" ends a child."""
        apart = os.getpid() != self.parent
        if self.sign and apart:
            Path(self.sign).touch()
        while self.sign and self.checked == 1 and not Path(self.sign).exists():
            time.sleep(0.05)
        self.checked += 1
        if corpus.name.startswith("deadly") and apart:
            os.kill(os.getpid(), signal.SIGKILL)
        if corpus.name.startswith("bad"):
            raise FixtureError(f"{corpus.name} can't be read")
        return CorpusResult(corpus.name, 0, (), (), (), hash="child" if apart else "parent")
