"""A thread as people read it: who affirms, who denies, which figures, since when."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.model import Holder, Quantity
from claimtrack.records import Member, StoredThread
from claimtrack.text.wire import voices


@dataclass(frozen=True, slots=True)
class Speaker:
    """A holder on one side of a thread, with its claims, the oldest first."""

    holder: Holder
    members: tuple[Member, ...]

    @property
    def first(self) -> dt.date | None:
        """The day on which it first said so; None where no date is known."""
        return min((day for m in self.members if (day := said(m))), default=None)

    @property
    def last(self) -> dt.date | None:
        """The day on which it last said so."""
        return max((day for m in self.members if (day := said(m))), default=None)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number given on the proposition, by whom and when."""

    quantity: Quantity
    member: Member


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a thread; ``voices`` are its independent outlets, a wire report being one."""

    speakers: tuple[Speaker, ...]
    voices: int


@dataclass(frozen=True, slots=True)
class Thread:
    """All claims on one proposition.

    ``changed`` are the holders that stand on both sides, ``voices`` the independent outlets of
    the whole thread. ``flags`` are the conflicts between its claims that nobody dismissed.
    """

    id: str
    proposition: str
    affirms: Side
    denies: Side
    figures: tuple[Figure, ...]
    members: tuple[Member, ...]
    first: dt.date | None
    last: dt.date | None
    voices: int
    contested: bool
    changed: tuple[Holder, ...]
    flags: tuple[str, ...]
    merged: tuple[str, ...]


def said(member: Member) -> dt.date | None:
    """Return the day on which a claim was made, else published; None where neither is known."""
    time = member.claim.report_time
    return time.end if time else member.document.published


def told(thread: StoredThread) -> Thread:
    """Return a stored thread as people read it."""
    yes = [member for member in thread.members if not member.denies]
    no = [member for member in thread.members if member.denies]
    days = [day for member in thread.members if (day := said(member))]
    both = {m.claim.holder.key: m.claim.holder for m in yes}
    denying = {m.claim.holder.key for m in no}
    return Thread(
        id=thread.id,
        proposition=_proposition(yes or no),
        affirms=_side(yes),
        denies=_side(no),
        figures=tuple(
            Figure(quantity, member)
            for member in thread.members
            for quantity in member.claim.quantities
        ),
        members=thread.members,
        first=min(days, default=None),
        last=max(days, default=None),
        voices=count_voices(thread.members),
        contested=bool(thread.flags) or bool(yes and no and not thread.dismissed),
        changed=tuple(both[key] for key in sorted(both.keys() & denying)),
        flags=thread.flags,
        merged=thread.merged,
    )


def count_voices(members: Sequence[Member]) -> int:
    """Return how many independent outlets say so: copies of one wire report count once."""
    passages = [(m.document.outlet or m.claim.document, m.claim.quote) for m in members]
    return max(voices(passages), default=-1) + 1


def _proposition(members: Sequence[Member]) -> str:
    """The statement of the claim that began the thread, else the shortest on that side."""
    if not members:
        return ""
    first = min(members, key=lambda m: (not m.anchor, len(m.claim.statement), m.claim.id))
    return first.claim.statement


def _side(members: Sequence[Member]) -> Side:
    found: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        found[member.claim.holder.key].append(member)
    speakers = [Speaker(group[0].claim.holder, tuple(group)) for group in found.values()]
    return Side(tuple(speakers), count_voices(members))
