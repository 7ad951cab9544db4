"""Scanning, conflicts and decisions, over every backend."""

from __future__ import annotations

import dataclasses

import pytest
import sqlalchemy as sa

from claimtrack.errors import InputError, StoreError
from claimtrack.model import (
    Claim,
    Conflict,
    ConflictType,
    Document,
    Holder,
    HolderKind,
    Reason,
    Relation,
    Ruling,
    Status,
)
from claimtrack.records import ConflictFilter, StoredConflict
from claimtrack.store.repository import Store
from tests.unit.store.samples import (
    BRUNN,
    JUDGE,
    MALK,
    MODEL,
    SOURCE,
    assessment,
    claim,
    conflict,
    document,
    other,
    sentences,
    vectors,
)

ANY = ConflictFilter(relations=(), status=None)


def put(store: Store, doc: Document, found: list[Claim]) -> list[Claim]:
    assert store.add_document(doc, found, vectors(found), MODEL)
    return found


@pytest.fixture
def pair(store: Store) -> tuple[list[Claim], list[Claim]]:
    """The claims of two stored documents of two outlets."""
    a, b = document(), other()
    return put(store, a, sentences(a, BRUNN)), put(store, b, sentences(b, MALK))


Sides = tuple[list[Claim], list[Claim]]


def scan(store: Store, found: list[Conflict], judge: str = JUDGE, run: int | None = None) -> None:
    everything = [d.document.id for d in store.documents()]
    store.save_conflicts(found, judge, run=run, scanned=everything)


def only(store: Store, wanted: ConflictFilter = ANY) -> StoredConflict:
    (found,) = store.conflicts(wanted)
    return found


def test_a_scan_compares_only_what_is_new(store: Store, pair: Sides) -> None:
    """Documents count as compared for one judge, from the moment their conflicts are saved."""
    both = sorted({c.document for side in pair for c in side})
    assert store.unscanned(JUDGE) == both
    scan(store, [])
    assert store.unscanned(JUDGE) == []
    assert store.unscanned("judge-2") == both
    new = document("Nobody was hurt in Velin.", url="https://velin.example/2")
    put(store, new, sentences(new))
    assert store.unscanned(JUDGE) == [new.id]
    scan(store, [])
    assert store.unscanned(JUDGE) == []


def test_a_conflict_comes_back_as_it_was(store: Store, pair: Sides) -> None:
    """Sides keep their order; evidence, copies and the run that found it are kept."""
    (a, *_), (b, c, *_) = pair
    run = store.start_run("scan")
    found = conflict(b, a, copies=((c.id, a.id),))
    scan(store, [found], run=run)
    stored = only(store)
    assert stored.conflict == found
    assert (stored.status, stored.ruling, stored.judge) == (Status.OPEN, None, JUDGE)
    assert (stored.first_run, stored.last_run) == (run, run)
    assert store.conflict(found.id[:10]) == stored
    with pytest.raises(InputError, match="no conflict"):
        store.conflict("zz")


def test_an_undecided_conflict_follows_the_newest_run(store: Store, pair: Sides) -> None:
    """A re-run updates its score, withdraws it when it no longer holds, and brings it back."""
    (a, *_), (b, *_) = pair
    found = conflict(a, b)
    first, second = store.start_run("scan"), store.start_run("scan")
    scan(store, [found], run=first)
    scan(store, [dataclasses.replace(found, score=0.7)], judge="judge-2", run=second)
    stored = only(store)
    assert (stored.conflict.score, stored.judge) == (0.7, "judge-2")
    assert (stored.first_run, stored.last_run) == (first, second)
    scan(store, [])
    assert only(store).status is Status.WITHDRAWN
    assert store.conflicts() == []
    scan(store, [found])
    assert only(store).status is Status.OPEN


def test_a_scan_of_other_documents_withdraws_nothing(store: Store, pair: Sides) -> None:
    """Only conflicts of documents that were compared can be missed."""
    (a, *_), (b, *_) = pair
    scan(store, [conflict(a, b)])
    new = document("Nobody was hurt in Velin.", url="https://velin.example/2")
    put(store, new, sentences(new))
    store.save_conflicts([], JUDGE, scanned=[new.id])
    assert only(store).status is Status.OPEN


def test_a_scan_in_steps_withdraws_a_pair_when_both_sides_were_compared(
    store: Store, pair: Sides
) -> None:
    """A new judge that has come to one side only has not yet said that the conflict is gone."""
    (a, *_), (b, *_) = pair
    scan(store, [conflict(a, b)])
    store.save_conflicts([], "judge-2", scanned=[a.document])
    assert only(store).status is Status.OPEN
    store.save_conflicts([], "judge-2", scanned=[b.document])
    assert only(store).status is Status.WITHDRAWN


@pytest.mark.parametrize("ruling", list(Ruling))
def test_a_decided_conflict_is_never_changed_by_a_run(
    store: Store, pair: Sides, ruling: Ruling
) -> None:
    """Neither another score nor its absence touches what a person has decided on."""
    (a, *_), (b, *_) = pair
    found = conflict(a, b)
    scan(store, [found])
    reason = Reason.DIFFERENT_EVENT if ruling is Ruling.DISMISSED else None
    store.decide(found.id, ruling, reviewer="ina", reason=reason, note="checked")
    before = only(store)
    assert before.ruling is ruling
    scan(store, [dataclasses.replace(found, score=0.6)], judge="judge-2")
    assert only(store).conflict.score == 0.9
    scan(store, [])
    assert only(store) == before


def test_decisions_are_appended_and_undone_by_a_new_one(store: Store, pair: Sides) -> None:
    """The last decision that was not taken back stands; no line is ever changed."""
    (a, *_), (b, *_) = pair
    found = conflict(a, b)
    scan(store, [found])
    first = store.decide(found.id, Ruling.CONFIRMED, reviewer="ina").id
    second = store.decide(
        found.id, Ruling.DISMISSED, reviewer="olo", reason=Reason.UPDATE, note="later figure"
    ).id
    assert only(store).ruling is Ruling.DISMISSED
    third = store.undo_decision(second, reviewer="ina").id
    assert only(store).ruling is Ruling.CONFIRMED
    store.undo_decision(first, reviewer="ina")
    assert only(store).ruling is None
    lines = store.decisions_for(only(store).fingerprint)
    assert lines == store.decisions()
    assert [line.undo_of for line in lines] == [None, None, second, first]
    assert (lines[1].reason, lines[1].note, lines[1].reviewer) == (
        Reason.UPDATE,
        "later figure",
        "olo",
    )
    assert lines[0].at < lines[1].at
    for number in (second, third, 99):
        with pytest.raises(InputError, match="decision"):
            store.undo_decision(number, reviewer="ina")


def test_a_dismissal_needs_a_reason(store: Store, pair: Sides) -> None:
    """And nothing else takes one."""
    (a, *_), (b, *_) = pair
    found = conflict(a, b)
    scan(store, [found])
    with pytest.raises(InputError, match="different-event"):
        store.decide(found.id, Ruling.DISMISSED, reviewer="ina")
    with pytest.raises(InputError, match="reason"):
        store.decide(found.id, Ruling.CONFIRMED, reviewer="ina", reason=Reason.UPDATE)
    assert store.decisions() == []


def test_a_better_extractor_orphans_no_decision(store: Store, pair: Sides) -> None:
    """A span that overlaps the decided one by half is the same; one that does not is new."""
    (a, *_), (b, *_) = pair
    scan(store, [conflict(a, b)])
    store.decide(conflict(a, b).id, Ruling.DISMISSED, reviewer="ina", reason=Reason.OPINION)
    doc = document()
    longer = claim(doc, "reopened on Monday. Mayor Ada Brunn", statement="Velin reopened.")
    apart = claim(doc, "Mayor Ada Brunn said nobody was hurt.", statement="No one was hurt.")
    store.replace_claims(doc, [longer, apart], vectors([longer, apart]), MODEL)
    assert store.conflicts(ANY) == []
    scan(store, [conflict(longer, b), conflict(apart, b)])
    rulings = {s.conflict.a.id: s.ruling for s in store.conflicts(ANY)}
    assert rulings == {longer.id: Ruling.DISMISSED, apart.id: None}


def test_the_same_words_elsewhere_in_a_text_are_not_the_same_quote(store: Store) -> None:
    """Overlap is by place in the text: sharing a common phrase carries no decision over."""
    doc = document("Nobody was hurt in Velin. Later nobody was hurt in Orsk either.")
    rival = other()
    first = claim(doc, "Nobody was hurt in Velin.")
    second = claim(doc, "Later nobody was hurt in Orsk either.")
    put(store, doc, [first, second])
    (b, *_) = put(store, rival, sentences(rival))
    scan(store, [conflict(first, b), conflict(second, b)])
    store.decide(conflict(first, b).id, Ruling.CONFIRMED, reviewer="ina")
    rulings = {s.conflict.a.id: s.ruling for s in store.conflicts(ANY)}
    assert rulings == {first.id: Ruling.CONFIRMED, second.id: None}


def test_a_dismissed_pair_stays_dismissed_when_a_copy_stands_for_it(
    store: Store, pair: Sides
) -> None:
    """Which of several wire copies represents a conflict may change; the decision follows."""
    (a, *_), (b, *_) = pair
    copy = document(outlet="Third Mail", url="https://third.example/velin")
    (a2, *_) = put(store, copy, sentences(copy, BRUNN))
    scan(store, [conflict(a, b, copies=((a2.id, b.id),))])
    store.decide(conflict(a, b).id, Ruling.DISMISSED, reviewer="ina", reason=Reason.NOT_A_CLAIM)
    scan(store, [conflict(a2, b, copies=((a.id, b.id),))])
    assert store.conflicts(ConflictFilter(undecided=True)) == []
    assert store.conflict(conflict(a2, b).id).ruling is Ruling.DISMISSED
    store.undo_decision(1, reviewer="ina")
    assert store.conflict(conflict(a2, b).id).ruling is None


def test_a_decision_survives_deletion_but_the_quotes_do_not(store: Store, pair: Sides) -> None:
    """Deleting a document removes its words from the record; ingested again it is decided."""
    (a, *rest), (b, *_) = pair
    scan(store, [conflict(a, b)])
    store.decide(conflict(a, b).id, Ruling.CONFIRMED, reviewer="ina")
    store.delete_documents([a.document])
    assert store.conflicts(ANY) == []
    with store.reading() as connection:
        lines = connection.execute(sa.text("select a_quote, b_quote from decisions")).all()
    assert [tuple(line) for line in lines] == [(None, lines[0].b_quote)]
    put(store, document(), [a, *rest])
    scan(store, [conflict(a, b)])
    assert only(store).ruling is Ruling.CONFIRMED


def test_changed_text_withdraws_what_was_undecided(store: Store, pair: Sides) -> None:
    """A conflict on words that an outlet has since changed is not in the queue any more."""
    (a, a2, *_), (b, *_) = pair
    scan(store, [conflict(a, b), conflict(a2, b)])
    store.decide(conflict(a2, b).id, Ruling.CONFIRMED, reviewer="ina")
    new = document("The harbour of Velin reopened on Tuesday.")
    put(store, new, sentences(new))
    status = {s.conflict.a.id: s.status for s in store.conflicts(ANY)}
    assert status == {a.id: Status.WITHDRAWN, a2.id: Status.OPEN}


def test_an_update_is_kept_apart(store: Store, pair: Sides) -> None:
    """It is no flag, and listed only when asked for."""
    (a, *_), (b, *_) = pair
    scan(store, [conflict(a, b, relation=Relation.UPDATE)])
    assert store.conflicts() == []
    assert len(store.conflicts(ConflictFilter(relations=(Relation.UPDATE,)))) == 1
    stats = store.stats()
    assert (stats["conflicts"], stats["updates"], stats["undecided"]) == (0, 1, 0)


def test_conflicts_are_filtered_and_ranked(store: Store, pair: Sides) -> None:
    """By type, relation, holder, outlet, document, words, score and ruling; best score first."""
    (a1, a2, a3), (b1, b2, b3) = pair
    high = conflict(a1, b1, 0.95)
    low = conflict(a3, b3, 0.6, type=ConflictType.QUANTITY)
    own = conflict(b1, b2, 0.8, relation=Relation.SELF_CONTRADICTION)
    scan(store, [low, own, high])
    store.decide(own.id, Ruling.CONFIRMED, reviewer="ina")

    def ids(**fields: object) -> list[str]:
        wanted = ConflictFilter(**fields)  # type: ignore[arg-type]
        found = [s.conflict.id for s in store.conflicts(wanted)]
        if "limit" not in fields and "offset" not in fields:
            assert store.count_conflicts(wanted) == len(found)
        return found

    assert ids() == [high.id, own.id, low.id]
    assert ids(limit=1, offset=1) == [own.id]
    assert ids(offset=2) == [low.id]
    assert ids(types=(ConflictType.QUANTITY,)) == [low.id]
    assert ids(relations=(Relation.SELF_CONTRADICTION,)) == [own.id]
    assert ids(min_score=0.8) == [high.id, own.id]
    assert ids(holder="ada brunn") == [high.id, low.id]
    assert ids(outlet="velin post") == [high.id, low.id]
    assert ids(document=b1.document) == [high.id, own.id, low.id]
    assert ids(text="CRANES were") == [low.id]
    assert ids(text="100%") == []
    assert ids(undecided=True) == [high.id, low.id]
    assert ids(rulings=(Ruling.CONFIRMED,)) == [own.id]
    with pytest.raises(InputError, match="no holder"):
        ids(holder="Nobody Atall")
    assert a2.id not in ids()


def test_who_disputes_whom_is_counted_by_what_was_decided(store: Store, pair: Sides) -> None:
    """Either way round is one pair; merged names are one; withdrawn and other relations are not."""
    (a1, a2, a3), (b1, b2, b3) = pair
    third = document(
        "The cranes of Velin stand still.", outlet="Third Mail", url="https://t.example/"
    )
    [c1] = put(store, third, sentences(third, Holder("Zora Lind", HolderKind.PERSON)))
    assert store.opposed() == []
    turned = conflict(b3, a3)
    own = conflict(b1, b2, relation=Relation.SELF_CONTRADICTION)
    unsure = conflict(a2, b2)
    scan(store, [conflict(a1, b1), unsure, turned, own, conflict(c1, b1)])
    store.decide(unsure.id, Ruling.UNSURE, reviewer="ina")

    def told() -> list[tuple[set[str], dict[Ruling | None, int]]]:
        return [({h.name for h in one.holders}, dict(one.rulings)) for one in store.opposed()]

    first, second = {BRUNN.name, MALK.name}, {MALK.name, "Zora Lind"}
    assert told() == [(first, {None: 2, Ruling.UNSURE: 1}), (second, {None: 1})]
    for found in store.opposed():
        for holder, against in (found.ids, found.ids[::-1]):
            wanted = ConflictFilter(relations=(Relation.DISPUTE,), holder=holder, against=against)
            assert store.count_conflicts(wanted) == found.total
    scan(store, [turned, own])
    assert told() == [(first, {None: 1, Ruling.UNSURE: 1})]
    store.merge_holders(BRUNN.name, [MALK.name], reviewer="ina")
    [alone] = store.opposed()
    assert alone.ids[0] == alone.ids[1]
    assert (alone.count(None), alone.count(Ruling.UNSURE), alone.total) == (1, 1, 2)


def test_listing_takes_the_same_few_queries_however_many(store: Store, pair: Sides) -> None:
    """No query a conflict: a page of fifty costs what a page of one does."""
    doc = document(" ".join(f"Item {i} is so." for i in range(50)), url="https://velin.example/n")
    many = [claim(doc, f"Item {i} is so.") for i in range(50)]
    put(store, doc, many)
    scan(store, [conflict(one, pair[1][0]) for one in many])
    seen: list[str] = []
    sa.event.listen(
        store.engine, "before_cursor_execute", lambda *event: seen.append(str(event[2]))
    )
    assert len(store.conflicts(ConflictFilter(limit=1))) == 1
    few = sum("SELECT" in statement for statement in seen)
    seen.clear()
    assert len(store.conflicts()) == 50
    assert sum("SELECT" in statement for statement in seen) == few
    assert few <= 4


def test_assessments_are_kept_in_either_order(store: Store, pair: Sides) -> None:
    """A pair is stored once a judge, and read with its directions the right way round."""
    (a, *_), (b, *_) = pair
    found = assessment()
    store.save_conflicts([], JUDGE, judged=[(a.id, b.id, found)])
    assert store.assessment(a.id, b.id, JUDGE) == found
    turned = store.assessment(b.id, a.id, JUDGE)
    assert turned is not None
    assert (turned.forward, turned.backward) == (found.backward, found.forward)
    store.save_conflicts([], JUDGE, judged=[(b.id, a.id, dataclasses.replace(found, score=0.2))])
    again = store.assessment(b.id, a.id, JUDGE)
    assert again is not None
    assert (again.score, again.forward) == (0.2, found.forward)
    assert store.assessment(a.id, b.id, "judge-2") is None


def test_what_nli_read_is_told_for_either_side_and_for_its_judge(store: Store, pair: Sides) -> None:
    """The first claim of the pair is the premise, whichever of the two is asked about."""
    (a, *_), (b, *_) = pair
    found = assessment()
    store.save_conflicts([], JUDGE, judged=[(a.id, b.id, found)])
    first, second = sorted((a.id, b.id))
    said = found.forward if a.id == first else found.backward
    for wanted in ([a.id], [b.id], [a.id, b.id]):
        assert store.forward(wanted, JUDGE) == [(first, second, said)]
    assert store.forward([a.id], "judge-2") == store.forward([], JUDGE) == []


def test_a_conflict_on_a_claim_that_is_not_stored_saves_nothing(store: Store, pair: Sides) -> None:
    """The whole save is refused, marks included."""
    (a, *_), _ = pair
    stranger = sentences(document("A draft.", url="https://velin.example/draft"))[0]
    with pytest.raises(StoreError, match="not in the store"):
        scan(store, [conflict(a, stranger)])
    assert len(store.unscanned(JUDGE)) == 2


def test_holders_are_one_across_documents_and_can_be_merged(store: Store, pair: Sides) -> None:
    """A merge makes two names one holder everywhere; split and undo give them back."""
    third = document("Brunn said the crane fell.", url="https://velin.example/3")
    short = dataclasses.replace(BRUNN, name="Brunn", on_behalf_of=None)
    put(store, third, sentences(third, short))
    names = {h.holder.name: h for h in store.holders()}
    assert sorted(names) == ["Ada Brunn", "Brunn", "Tor Malk"]
    assert (names["Ada Brunn"].claims, names["Ada Brunn"].documents) == (3, 1)
    change = store.merge_holders("Ada Brunn", ["brunn"], reviewer="ina")
    merged = store.holders(text="brunn")
    assert [(h.holder, h.aliases, h.claims) for h in merged] == [(BRUNN, ("Ada Brunn", "Brunn"), 4)]
    assert {c.holder for c in store.claims(holder="Brunn")} == {BRUNN}
    undo = store.undo_holder_change(change, reviewer="ina")
    assert {c.holder for c in store.claims(holder="Brunn")} == {short}
    with pytest.raises(InputError, match="undone"):
        store.undo_holder_change(change, reviewer="ina")
    store.undo_holder_change(undo, reviewer="ina")
    assert len(store.holders()) == 2
    store.split_holder("Brunn", reviewer="ina")
    assert len(store.holders()) == 3
    with pytest.raises(InputError, match="nothing to split"):
        store.split_holder("Brunn", reviewer="ina")
    with pytest.raises(InputError, match="nothing to merge"):
        store.merge_holders("Brunn", ["Brunn"], reviewer="ina")


def spoken(store: Store, *holders: Holder) -> None:
    """Store an article for each holder, in which that holder speaks."""
    for holder in holders:
        name = f"{holder.name}, {holder.on_behalf_of}"
        doc = document(f"{name} said the crane fell.", url=f"https://velin.example/{name}")
        put(store, doc, sentences(doc, holder))


def test_a_short_name_is_the_person_of_that_name_who_speaks_for_the_same(store: Store) -> None:
    """Whichever is read first; another organisation's, and one of none, are somebody else."""
    short = dataclasses.replace(BRUNN, name="Brunn")
    elsewhere = dataclasses.replace(short, on_behalf_of="Coast Union")
    nowhere = dataclasses.replace(short, on_behalf_of=None)
    malk = dataclasses.replace(MALK, name="Malk")
    spoken(store, short, BRUNN, elsewhere, nowhere, MALK, malk)
    found = {(h.holder, h.aliases, h.documents) for h in store.holders()}
    assert found == {
        (BRUNN, ("Ada Brunn", "Brunn"), 2),
        (MALK, ("Malk", "Tor Malk"), 2),
        (elsewhere, ("Brunn",), 1),
        (nowhere, ("Brunn",), 1),
    }


def test_a_joined_name_can_be_set_free_and_stays_free(store: Store) -> None:
    """What a reviewer undid is not done again by the next article."""
    short = dataclasses.replace(BRUNN, name="Brunn")
    spoken(store, BRUNN, short)
    store.undo_holder_change(1, reviewer="ina")
    doc = document("Brunn said the pier fell.", url="https://velin.example/pier")
    put(store, doc, sentences(doc, short))
    assert {(h.holder.name, h.documents) for h in store.holders()} == {
        ("Ada Brunn", 1),
        ("Brunn", 2),
    }


def test_a_short_name_that_fits_two_people_is_left_alone(store: Store) -> None:
    """Two of one family at one house: who of them spoke is not guessed."""
    brother = dataclasses.replace(BRUNN, name="Karl Brunn")
    spoken(store, BRUNN, brother, dataclasses.replace(BRUNN, name="Brunn"))
    assert len(store.holders()) == 3


def test_an_anonymous_source_is_nobody_elses(store: Store) -> None:
    """The same vague words in two documents are two holders."""
    for doc in (document(), other()):
        put(store, doc, sentences(doc, SOURCE))
    assert [h.claims for h in store.holders()] == [3, 3]
    with pytest.raises(InputError, match="several holders"):
        store.claims(holder=SOURCE.name)
