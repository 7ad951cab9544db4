"""The reviewer's desk over a real store, SQLite and PostgreSQL."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from claimtrack.errors import DecidedMeanwhile, InputError
from claimtrack.model import Claim, Conflict, Document, Reason, Ruling
from claimtrack.records import ConflictFilter
from claimtrack.review.desk import Desk
from claimtrack.store.repository import Store
from tests.unit.store.samples import (
    JUDGE,
    MODEL,
    assessment,
    conflict,
    document,
    other,
    sentences,
    vectors,
)


def put(store: Store, doc: Document) -> list[Claim]:
    found = sentences(doc)
    assert store.add_document(doc, found, vectors(found), MODEL)
    return found


def scan(store: Store, found: list[Conflict], judge: str = JUDGE) -> None:
    store.save_conflicts(found, judge, scanned=[d.document.id for d in store.documents()])


@pytest.fixture
def found(store: Store) -> list[Conflict]:
    """Three conflicts between the sentences of two articles, the first the surest."""
    a, b = put(store, document(published=dt.date(2026, 2, 27))), put(store, other())
    made = [conflict(a[n], b[n], score) for n, score in enumerate((0.95, 0.9, 0.8))]
    scan(store, made)
    return made


@pytest.fixture
def desk(store: Store, found: list[Conflict]) -> Desk:
    """A desk over the three conflicts."""
    return Desk(store)


@contextmanager
def queries(store: Store) -> Iterator[list[str]]:
    """The statements sent to the database meanwhile."""
    sent: list[str] = []

    def note(_c: object, _k: object, statement: str, *_: object) -> None:
        if statement != "BEGIN":
            sent.append(statement)

    sa.event.listen(store.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        sa.event.remove(store.engine, "before_cursor_execute", note)


def test_the_queue_is_given_in_pages(desk: Desk, found: list[Conflict]) -> None:
    """By priority, with both documents; a page beyond the last is the last."""
    page = desk.queue(size=2)
    assert [item.stored.conflict for item in page.items] == found[:2]
    assert desk.line().places == {one.id: at for at, one in enumerate(found, start=1)}
    assert {item.in_a.outlet for item in page.items} == {"Velin Post", "Coast Wire"} - {
        item.in_b.outlet for item in page.items
    }
    assert (page.number, page.pages, page.total, page.counts.total) == (1, 2, 3, 3)
    last = desk.queue(page=9, size=2)
    assert [item.stored.conflict for item in last.items] == found[2:]
    assert (last.number, last.decided, last.left) == (2, 0, 3)
    assert [one.id for one in desk.order()] == [one.id for one in found]


def test_a_decision_leaves_the_queue_and_its_undo_comes_back(
    desk: Desk, found: list[Conflict]
) -> None:
    """Every decision is a new line; the item shows all of them."""
    made = desk.decide(
        found[0].id, Ruling.DISMISSED, reviewer="ina", reason=Reason.OPINION, note="a view"
    )
    assert [one.id for one in desk.order()] == [one.id for one in found[1:]]
    item = desk.item(found[0].id)
    assert item.bearing.standing == made
    assert item.stored.ruling is Ruling.DISMISSED
    undone = desk.undo(made.id, reviewer="olo", expected=made.id)
    assert len(desk.order()) == 3
    again = desk.item(found[0].id).bearing
    assert (again.standing, again.history, again.last) == (None, (made, undone), undone.id)


def test_filters_reach_the_queue(desk: Desk) -> None:
    """By holder, outlet, words and days; an unknown holder is told."""
    assert len(desk.order(ConflictFilter(outlet="velin post"))) == 3
    assert len(desk.order(ConflictFilter(text="cranes were"))) == 1
    day = dt.date(2026, 2, 27)
    assert len(desk.order(ConflictFilter(after=day))) == 3
    assert desk.order(ConflictFilter(before=day)) == []
    with pytest.raises(InputError, match="no holder"):
        desk.queue(ConflictFilter(holder="Nobody At All"))


def test_a_second_reviewer_is_told_and_nothing_is_lost(desk: Desk, found: list[Conflict]) -> None:
    """Who decides on what was shown before another's decision gets that one's name and choice."""
    key = found[0].id
    seen = desk.item(key).bearing.last
    first = desk.decide(key, Ruling.DISMISSED, reviewer="ina", reason=Reason.UPDATE, expected=seen)
    with pytest.raises(DecidedMeanwhile, match=r"ina decided “dismissed” \(update\)") as told:
        desk.decide(key, Ruling.CONFIRMED, reviewer="olo", expected=seen)
    assert desk.item(key).bearing.history == (first,)
    second = desk.decide(key, Ruling.CONFIRMED, reviewer="olo", expected=told.value.last)
    with pytest.raises(DecidedMeanwhile, match="olo"):
        desk.undo(first.id, reviewer="ina", expected=first.id)
    desk.undo(second.id, reviewer="olo", expected=second.id)
    with pytest.raises(DecidedMeanwhile, match="olo took decision 2 back"):
        desk.decide(key, Ruling.UNSURE, reviewer="ina", expected=second.id)
    assert desk.item(key).bearing.standing == first


def test_of_two_that_decide_at_once_one_is_told(desk: Desk, found: list[Conflict]) -> None:
    """The check and the writing are one step."""
    start, told = threading.Barrier(2), []

    def decide(reviewer: str) -> None:
        start.wait()
        try:
            desk.decide(found[0].id, Ruling.CONFIRMED, reviewer=reviewer, expected=0)
        except DecidedMeanwhile as error:
            told.append(error)

    both = [threading.Thread(target=decide, args=(name,)) for name in ("ina", "olo")]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert len(told) == 1
    assert len(desk.item(found[0].id).bearing.history) == 1


def test_the_copies_of_a_dismissed_pair_are_dismissed_with_it(store: Store) -> None:
    """Also where a later run no longer knows that they were copies, and where it is undone."""
    wire = document(outlet="Third Mail", url="https://third.example/velin")
    a, b, c = put(store, document()), put(store, other()), put(store, wire)
    scan(store, [conflict(a[0], b[0], copies=((c[0].id, b[0].id),))])
    desk = Desk(store)
    made = desk.decide(
        conflict(a[0], b[0]).id, Ruling.DISMISSED, reviewer="ina", reason=Reason.UPDATE
    )
    copy = conflict(c[0], b[0])
    scan(store, [copy], judge="judge-2")
    item = desk.item(copy.id)
    assert (item.stored.ruling, item.bearing.standing) == (Ruling.DISMISSED, made)
    assert desk.order() == []
    desk.undo(made.id, reviewer="ina")
    assert desk.item(copy.id).stored.ruling is None


def test_a_decision_of_its_own_stands_over_that_on_a_copy(store: Store) -> None:
    """What somebody said of this very pair is not overruled by what was said of another."""
    wire = document(outlet="Third Mail", url="https://third.example/velin")
    a, b, c = put(store, document()), put(store, other()), put(store, wire)
    own, copy = conflict(a[0], b[0], copies=((c[0].id, b[0].id),)), conflict(c[0], b[0])
    scan(store, [own, copy])
    desk = Desk(store)
    desk.decide(copy.id, Ruling.CONFIRMED, reviewer="ina")
    desk.decide(own.id, Ruling.DISMISSED, reviewer="olo", reason=Reason.UPDATE)
    assert desk.item(copy.id).stored.ruling is Ruling.CONFIRMED
    assert desk.item(own.id).stored.ruling is Ruling.DISMISSED


def test_changed_text_comes_back_and_says_so(desk: Desk, store: Store) -> None:
    """A sentence that was rewritten is to be decided again, with the old decision shown."""
    key = desk.order()[0].id
    made = desk.decide(key, Ruling.DISMISSED, reviewer="ina", reason=Reason.UPDATE)
    new = document("The harbour of Velin reopened on Tuesday. The cook was not amused by it.")
    a = put(store, new)
    b = store.claims(documents=[other().id])
    reworded, unlike = conflict(a[0], b[0]), conflict(a[1], b[0])
    scan(store, [reworded, unlike])
    item = desk.item(reworded.id)
    assert item.stored.ruling is None
    assert (item.bearing.changed, item.bearing.history) == (made, ())
    assert desk.item(unlike.id).bearing.changed is None
    kept = document("The harbour of Velin reopened on Monday. So it goes.")
    (again, *_) = put(store, kept)
    same = conflict(again, b[0])
    scan(store, [same])
    assert desk.item(same.id).bearing.standing == made
    assert desk.item(same.id).bearing.changed is None


def test_a_page_costs_the_same_number_of_queries_however_long_the_queue(store: Store) -> None:
    """5,000 conflicts, some decided: a page and an item ask a fixed number of times."""
    docs = [
        document(
            " ".join(f"Sentence {n} of {side}." for n in range(71)),
            outlet=side,
            url=f"https://{side}.example/",
        )
        for side in ("one", "two")
    ]
    a, b = (sentences(doc) for doc in docs)
    for doc, found in zip(docs, (a, b), strict=True):
        store.add_document(doc, found, vectors(found), MODEL)
    made = [conflict(x, y, 0.7 + 0.3 * hash_(x, y)) for x in a for y in b][:5000]
    scan(store, made[:60])
    desk = Desk(store)
    for number in range(5):
        desk.decide(desk.order()[0].id, Ruling.CONFIRMED, reviewer=f"r{number}")
    with queries(store) as few:
        small = desk.queue(size=50)
    scan(store, made)
    with queries(store) as many:
        large = desk.queue(size=50)
    assert (small.total, large.total) == (55, 4995)
    assert len(large.items) == 50
    assert len(many) == len(few) <= 20
    with queries(store) as one:
        desk.item(large.items[0].stored.conflict.id)
    assert len(one) <= 20


def hash_(a: Claim, b: Claim) -> float:
    """A number in [0, 1) that is always the same for two claims."""
    return (int(a.id, 16) ^ int(b.id, 16)) % 1000 / 1000


def test_what_was_decided_can_be_asked_by_judge(store: Store) -> None:
    """A flag keeps the evidence it was decided on; another judge's finding is given on demand."""
    a, b = put(store, document()), put(store, other())
    first, second = conflict(a[0], b[0]), conflict(a[1], b[1])
    scan(store, [first, second])
    desk = Desk(store)
    desk.decide(first.id, Ruling.CONFIRMED, reviewer="ina")
    desk.decide(second.id, Ruling.DISMISSED, reviewer="ina", reason=Reason.UPDATE)
    found = assessment(0.31)
    store.save_conflicts([], "judge-2", judged=[(a[0].id, b[0].id, found)])
    assert {one.conflict.score for one in desk.decided()} == {0.9}
    (one,) = desk.decided("judge-2")
    assert (one.conflict.id, one.conflict.score, one.confirmed) == (first.id, 0.31, True)
    assert len(desk.decided(JUDGE)) == 2
