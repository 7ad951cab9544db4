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


@dataclass(frozen=True, slots=True)
class Undone:
    """What the visitor took back a moment ago, with how many others of the dispute.

    ``note`` is what they had written with it; of a colleague's decision the note stays hers.
    """

    decision: Decision
    also: int = 0
    note: str = ""


def alike(here: Site, key: str, disputes: Sequence[Sequence[Ranked]]) -> list[Alike]:
    """Return the undecided pairs of the dispute that the conflict ``key`` of a queue is in."""
    own = next((pairs for pairs in disputes if any(one.id == key for one in pairs)), ())
    ids = [one.id for one in own if one.id != key and one.key.ruling is None]
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


def undone(
    here: Site, item: Item, number: int | None, also: Sequence[str], reviewer: str
) -> Undone | None:
    """Return the decision ``number`` on ``item`` if taking it back was the last thing done there.

    ``also`` are the other conflicts on which a decision was taken back with it. None where another
    than ``reviewer`` did it, or something was decided since.
    """
    history = item.bearing.history
    made = next((one for one in history if one.id == number), None)
    if made is None or not _took_back(history, reviewer) or history[-1].undo_of != number:
        return None
    others = here.store.bearing(also[:MOST]) if also else {}
    like = sum(_took_back(found.history, reviewer) for found in others.values())
    return Undone(made, like, made.note if made.reviewer == reviewer else "")


def _took_back(history: Sequence[Decision], reviewer: str) -> bool:
    """Whether the last line of a record is an undo by this reviewer."""
    return bool(history) and history[-1].ruling is None and history[-1].reviewer == reviewer


def _alike(item: Item) -> Alike:
    key = item.stored.conflict.id
    return Alike(key, f"{key}:{item.bearing.last}", sides(item))
