"""Halves of a batch in threads of one core each, so that cores wait for each other once a step.

With the usual two OpenMP threads inside every operation, a core that another process takes for
some milliseconds stops both: on a machine whose cores were shared, 2.5 pairs/s came out of time
that was worth 7. Gradients of two halves are added, which is the same in either order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import torch

Item = TypeVar("Item")
Result = TypeVar("Result")


class Workers:
    """A pool of single-core threads."""

    def __init__(self, count: int) -> None:
        torch.set_num_threads(1)
        self.count = count
        self._pool = ThreadPoolExecutor(
            max_workers=count, initializer=torch.set_num_threads, initargs=(1,)
        )

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
        """Results in order; an error in a thread is raised here."""
        return list(self._pool.map(function, items))


def parts(
    inputs: dict[str, Any], labels: list[Item], count: int
) -> list[tuple[dict[str, Any], list[Item]]]:
    """Cuts a batch in ``count`` parts of like size (fewer if there are fewer rows)."""
    step = -(-len(labels) // count)
    cuts = [slice(start, start + step) for start in range(0, len(labels), step)]
    return [({key: value[cut] for key, value in inputs.items()}, labels[cut]) for cut in cuts]
