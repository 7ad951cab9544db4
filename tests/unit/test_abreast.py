"""Corpora checked in several processes are reported as if they were checked one after another."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from claimtrack.bootstrap import Claimtrack
from claimtrack.bootstrap.abreast import Abreast
from claimtrack.check import Corpus
from claimtrack.config import Settings
from claimtrack.errors import FixtureError
from tests.apart_things import Checker


def corpus(name: str) -> Corpus:
    """A corpus of that name, which is nowhere."""
    return Corpus(name, Path(name), Path(name))


def abreast(children: int = 1, waits_for: str = "") -> Abreast:
    """Checks in this process and in ``children`` beside it.

    Before its second corpus this process waits for a file of the name ``waits_for``.
    """
    checker = Checker(os.getpid(), waits_for)
    return Abreast(checker.check_corpus, checker, children)


@pytest.mark.parametrize("children", [1, 3])
def test_results_come_in_order_whoever_checked(children: int, tmp_path: Path) -> None:
    """Both this process and the others check, and nobody sees it in the order."""
    names = [f"corpus {number}" for number in range(8)]
    work = abreast(children, str(tmp_path / "a child was here"))
    found = list(work.results([corpus(name) for name in names]))
    assert [one.name for one in found] == names
    assert {one.hash for one in found} == {"child", "parent"}


def test_the_first_bad_corpus_in_order_is_the_one_that_is_raised() -> None:
    """What comes before it is yielded, however early a later one failed."""
    names = [*(f"corpus {number}" for number in range(8)), "bad one", "bad two"]
    results = abreast().results([corpus(name) for name in names])
    assert [next(results).name for _ in range(8)] == names[:8]
    with pytest.raises(FixtureError, match="bad one can't be read"):
        next(results)


def test_what_a_child_leaves_behind_is_checked_here(tmp_path: Path) -> None:
    """A process that the system ends costs time, and no corpus."""
    names = [f"deadly {number}" for number in range(8)]
    work = abreast(1, str(tmp_path / "a child was here"))
    found = list(work.results([corpus(name) for name in names]))
    assert [(one.name, one.hash) for one in found] == [(name, "parent") for name in names]


def test_who_stops_asking_leaves_no_process_behind() -> None:
    """Ctrl-C ends the children, which are not waited for."""
    work = abreast()
    results = work.results([corpus(f"corpus {number}") for number in range(1000)])
    next(results)
    results.close()
    assert not any(child.started for child in work._children)


def test_a_facade_goes_to_another_process_with_its_settings_alone() -> None:
    """Models that it has loaded stay where they are."""
    app = Claimtrack(Settings(threshold=0.7), threads=1)
    _ = app.calibration
    there = pickle.loads(pickle.dumps(app))
    assert (there.settings, there._threads) == (app.settings, 1)
    assert "calibration" not in vars(there)
