"""An embedder in a process of its own: the same vectors, and no run fails for want of a process."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence

import pytest

from claimtrack.candidates.apart import EmbedderApart
from claimtrack.errors import ModelError
from tests.apart_things import Lengths


def embedder(loads: bool = True) -> EmbedderApart:
    """Lengths, which tell in the second column whether a child measured them."""
    return EmbedderApart(Lengths(os.getpid(), loads))  # type: ignore[arg-type]


def test_it_embeds_here_unless_it_was_started() -> None:
    """Where nothing is read meanwhile, a process of its own gains nothing."""
    apart = embedder()
    assert apart.encode(["four"]).tolist() == [[4, 0]]
    apart.start()
    assert apart.encode(["four"]).tolist() == [[4, 0]]


def test_once_started_a_child_embeds() -> None:
    """The fingerprint is told without asking it."""
    apart = embedder()
    apart.start()
    assert apart.fingerprint == "lengths"
    assert apart.encode(["four", "seven"]).tolist() == [[4, 1], [5, 1]]


def test_a_model_that_can_not_be_had_is_told_as_such() -> None:
    """The error is the one that loading it here would have raised."""
    apart = embedder(loads=False)
    apart.start()
    with pytest.raises(ModelError, match="no weights"):
        apart.encode(["four"])


def test_where_the_child_dies_it_goes_on_here(caplog: pytest.LogCaptureFixture) -> None:
    """And the user is told why it takes longer."""
    apart = embedder()
    apart.start()
    with caplog.at_level(logging.WARNING):
        assert apart.encode(["deadly"]).tolist() == [[6, 0]]
    assert "it goes on in this one" in caplog.text
    assert apart.encode(["four"]).tolist() == [[4, 0]]


def test_the_wait_for_a_child_is_used_once() -> None:
    """What comes after the vectors loads while a child embeds, and not where there is none."""
    used: list[str] = []
    apart = embedder()
    apart.meanwhile = used.extend
    apart.start()
    for _ in range(2):
        assert apart.encode(["four"]).tolist() == [[4, 1]]
    assert used == ["four"]
    alone = embedder()
    alone.meanwhile = used.extend
    alone.encode(["five"])
    assert used == ["four"]


def test_an_error_in_the_wait_leaves_no_answer_behind() -> None:
    """What the child said then is not taken for what it is asked next."""

    def fail(texts: Sequence[str]) -> None:
        raise ModelError("no such model")

    apart = embedder()
    apart.meanwhile = fail
    apart.start()
    with pytest.raises(ModelError, match="no such model"):
        apart.encode(["four"])
    assert apart.encode(["seven"]).tolist() == [[5, 0]]
