"""A package that is not wanted is not found, by one thread and for as long as it says."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from threading import Thread

import pytest

from claimtrack.absent import absent

NAME = "claimtrack_tests_heavy"


@pytest.fixture(autouse=True)
def _heavy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that could be imported."""
    (tmp_path / f"{NAME}.py").write_text("WEIGHT = 1\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, NAME, raising=False)


def test_it_is_not_found_within_and_found_afterwards() -> None:
    """Who tries without it and fails may have it later: nothing remembers that it was away."""
    with absent(NAME), pytest.raises(ModuleNotFoundError):
        importlib.import_module(NAME)
    assert importlib.import_module(NAME).WEIGHT == 1


def test_another_thread_finds_it_meanwhile() -> None:
    """A program that imports it in a thread of its own is not disturbed."""
    found: list[int] = []
    thread = Thread(target=lambda: found.append(importlib.import_module(NAME).WEIGHT))
    with absent(NAME):
        thread.start()
        thread.join()
    assert found == [1]


def test_one_that_is_loaded_stays() -> None:
    """What a program has in use is not taken from it."""
    importlib.import_module(NAME)
    with absent(NAME):
        assert importlib.import_module(NAME).WEIGHT == 1


def test_nothing_else_is_away() -> None:
    """Other packages are found as ever."""
    with absent(NAME):
        sys.modules.pop("colorsys", None)
        assert importlib.import_module("colorsys").__name__ == "colorsys"
