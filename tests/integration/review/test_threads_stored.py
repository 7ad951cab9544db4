"""Threads in a real store, SQLite and PostgreSQL: ids that last, merges, sides, voices."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa

from claimtrack.errors import InputError
from claimtrack.model import Claim, Document, Reason, Ruling
from claimtrack.records import Seat
from claimtrack.review.desk import Desk
from claimtrack.store import schema
from claimtrack.store.repository import Store
from tests.unit.store.samples import (
    BRUNN,
    JUDGE,
    MALK,
    MODEL,
    claim,
    conflict,
    document,
    other,
    sentences,
    vectors,
)

DAY = dt.date(2026, 2, 27)


def put(store: Store, doc: Document, found: list[Claim]) -> list[Claim]:
    assert store.add_document(doc, found, vectors(found), MODEL)
    return found


@pytest.fixture
def told(store: Store) -> list[Claim]:
    """One side in two outlets with one wire text, the other side in a third."""
    first = document(published=DAY)
    wire = document(outlet="Third Mail", url="https://third.example/1", published=DAY)
    against = other(published=DAY + dt.timedelta(days=2))
    found = [
        put(store, first, sentences(first, BRUNN))[0],
        put(store, wire, sentences(wire, BRUNN))[0],
        put(store, against, sentences(against, MALK))[0],
    ]
    store.seat(
        [
            Seat(found[0].id, "t1", False, True),
            Seat(found[1].id, "t1", False),
            Seat(found[2].id, "t1", True),
        ]
    )
    return found


def test_a_thread_says_who_affirms_and_who_denies(store: Store, told: list[Claim]) -> None:
    """By holder with first and last day; a wire copy is one voice; both sides are contested."""
    (thread,) = Desk(store).threads(contested=True)
    assert [speaker.holder.name for speaker in thread.affirms.speakers] == ["Ada Brunn"]
    assert [speaker.holder.name for speaker in thread.denies.speakers] == ["Tor Malk"]
    assert (thread.affirms.voices, thread.denies.voices, thread.voices) == (1, 1, 2)
    assert (thread.first, thread.last) == (DAY, DAY + dt.timedelta(days=2))
    assert thread.proposition == told[0].statement
    assert [member.claim.id for member in thread.members][-1] == told[2].id
    assert {member.document.text for member in thread.members} == {""}


def test_contested_follows_the_decisions(store: Store, told: list[Claim]) -> None:
    """Two sides are contested until somebody dismisses it; a flag on one side contests too."""
    desk = Desk(store)
    flag = conflict(told[0], told[2])
    everything = [item.document.id for item in store.documents()]
    store.save_conflicts([flag], JUDGE, scanned=everything)
    assert desk.threads(contested=True)[0].flags == (flag.id,)
    made = desk.decide(flag.id, Ruling.DISMISSED, reviewer="ina", reason=Reason.OTHER)
    assert desk.threads(contested=True) == []
    assert [thread.contested for thread in desk.threads()] == [False]
    desk.undo(made.id, reviewer="ina")
    assert len(desk.threads(contested=True)) == 1


def test_a_merge_is_recorded_and_the_old_id_leads_on(store: Store, told: list[Claim]) -> None:
    """Sides turn where they have to; an id that was given out is found for ever."""
    rest = store.claims(documents=[told[2].document])[1]
    store.seat([Seat(rest.id, "t2", False, True)])
    store.seat([], [("t2", "t1", True)])
    desk = Desk(store)
    thread = desk.thread("t2")
    assert (thread.id, thread.merged) == ("t1", ("t2",))
    assert {m.claim.id: m.denies for m in thread.members}[rest.id] is True
    with store.reading() as connection:
        (row,) = connection.execute(sa.select(schema.thread_merges)).all()
    assert (row.thread, row.into, row.claims) == ("t2", "t1", [rest.id])
    store.seat([], [("t1", "t3", False)])
    assert desk.thread("t2").id == "t3"


def test_an_id_survives_a_better_extractor(store: Store, told: list[Claim]) -> None:
    """A claim read from the same words takes over the seat, and the anchor with it."""
    doc = document(published=DAY)
    better = claim(doc, "The harbour of Velin reopened", statement="Velin's harbour reopened.")
    store.replace_claims(doc, [better], vectors([better]), MODEL)
    thread = Desk(store).thread("t1")
    assert {m.claim.id: m.anchor for m in thread.members}[better.id] is True
    assert len(thread.members) == 3


def test_deleted_documents_leave_no_empty_thread(store: Store, told: list[Claim]) -> None:
    """Nothing of a deleted article stays in a thread."""
    store.delete_documents([c.document for c in told])
    with store.reading() as connection:
        assert connection.execute(sa.select(schema.threads)).all() == []
    with pytest.raises(InputError, match="no thread"):
        Desk(store).thread("t1")


def test_a_holder_has_a_timeline(store: Store, told: list[Claim]) -> None:
    """All that somebody said, the oldest first, with the threads that it is in."""
    desk = Desk(store)
    lines = desk.holder("ada brunn")
    assert [member.claim.holder.name for _, member in lines] == ["Ada Brunn"] * 6
    assert [thread for thread, _ in lines].count("t1") == 2
    assert [t.id for t in desk.threads(holder="tor malk")] == ["t1"]
    assert [t.id for t in desk.about([told[2].id, "unknown"])] == ["t1"]
