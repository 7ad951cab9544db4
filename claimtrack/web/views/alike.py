"""The other pairs of a dispute: listed beside the one in hand, and decided like it if wanted."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from claimtrack.errors import DecidedMeanwhile, InputError
from claimtrack.model import Decision, Reason, Ruling
from claimtrack.review.desk import Desk, Item
from claimtrack.review.queue import Ranked
from claimtrack.web.sides import Side, sides
from claimtrack.web.site import Site

MOST = 30
"""Pairs that are listed: a form of ours may have 40 fields."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Another undecided pair of the dispute. ``value`` is what a tick sends of it."""

    id: str
    value: str
    sides: tuple[Side, Side]


@dataclass(frozen=True, slots=True)
class Just:
    """What was decided a moment ago: on one conflict, and likewise on others of its dispute.

    ``left`` counts those that were ticked and left as they are: somebody was quicker.
    """

    decision: Decision
    also: tuple[Decision, ...] = ()
    left: int = 0


def alike(here: Site, key: str, order: Sequence[Ranked]) -> list[Alike]:
    """Return the undecided pairs of the dispute that the conflict ``key`` of a queue is in."""
    dispute = next((one.dispute for one in order if one.id == key), None)
    ids = [
        one.id
        for one in order
        if one.dispute == dispute and one.id != key and one.key.ruling is None
    ]
    return [_alike(item) for item in here.desk.items(ids[:MOST])] if ids else []


def decide_alike(
    desk: Desk,
    ticked: Sequence[str],
    ruling: Ruling,
    *,
    reviewer: str,
    reason: Reason | None,
    note: str,
) -> list[str]:
    """Record the same decision on each of the ticked pairs; return the ids of all.

    One that somebody decided since the page was made is left as it is.
    """
    ids = []
    for value in ticked[:MOST]:
        key, _, last = value.partition(":")
        seen = int(last) if last.isascii() and last.isdecimal() and len(last) < 10 else 0
        # Where it fails, ``just_made`` finds no such decision, and the page says so.
        with suppress(DecidedMeanwhile, InputError):
            desk.decide(key, ruling, reviewer=reviewer, reason=reason, note=note, expected=seen)
        ids.append(key)
    return ids


def just_made(here: Site, key: str, also: Sequence[str] = ()) -> Just | None:
    """Return what stands on a conflict and on those decided with it, for the line that says so."""
    if not key:
        return None
    also = also[:MOST]
    found = here.store.bearing([key, *also])
    made = found[key].standing if key in found else None
    if made is None:
        return None
    standing = [found[one].standing for one in also if one in found]
    like = tuple(
        one
        for one in standing
        if one and (one.ruling, one.reviewer) == (made.ruling, made.reviewer)
    )
    return Just(made, like, len(also) - len(like))


def _alike(item: Item) -> Alike:
    key = item.stored.conflict.id
    return Alike(key, f"{key}:{item.bearing.last}", sides(item))
