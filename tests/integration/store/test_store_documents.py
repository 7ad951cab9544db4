"""Documents, versions, claims and vectors, over every backend."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import numpy as np
import pytest

from claimtrack.errors import InputError
from claimtrack.model import (
    Certainty,
    Claim,
    DayInterval,
    Document,
    Entity,
    Holder,
    HolderKind,
    Stance,
)
from claimtrack.store.repository import Store
from tests.unit.store.samples import (
    BRUNN,
    DIMENSION,
    HARBOUR,
    MALK,
    MODEL,
    SOURCE,
    at_least,
    claim,
    document,
    other,
    sentences,
    vectors,
)


def put(store: Store, doc: Document, found: list[Claim] | None = None, **options: object) -> bool:
    found = sentences(doc) if found is None else found
    return store.add_document(doc, found, vectors(found), MODEL, **options)  # type: ignore[arg-type]


def test_what_goes_in_comes_out(store: Store) -> None:
    """Every field of a document and its claims survives, open intervals and accents too."""
    doc = document(
        "Zażółć — “at least 12” wounded.",
        path="a/b.txt",
        title="Żółw",
        author="Ina Fält",
        published=dt.date(2026, 2, 3),
        first_line=7,
    )
    full = claim(
        doc,
        "“at least 12” wounded.",
        Holder("Ada Brunn", HolderKind.PERSON, "Velin city hall"),
        statement="At least 12 people were wounded.",
        via=(Holder("Coast Wire", HolderKind.OUTLET), SOURCE),
        stance=Stance.DENIED,
        certainty=Certainty.HEDGED,
        event_time=DayInterval(dt.date(2026, 2, 1), dt.date(2026, 2, 2), "over the weekend"),
        report_time=DayInterval(dt.date(2026, 2, 3), dt.date(2026, 2, 3)),
        quantities=(at_least("at least 12", 12.0),),
        entities=(Entity("Velin", "GPE", "Velin"), Entity("Velin", "GPE", "Velin")),
        sentence=1,
    )
    bare = claim(doc, "Zażółć")
    assert put(store, doc, [full, bare])
    stored = store.document(doc.id)
    assert stored.document == doc
    assert (stored.version, stored.current, stored.claims) == (1, True, 2)
    assert stored.ingested_at.tzinfo is not None
    assert store.claims(documents=[doc.id]) == [bare, full]
    again = store.claim(full.id)
    assert again == full
    assert again.event_time is not None
    assert again.event_time.text == "over the weekend"


def test_a_document_ingested_twice_is_one(store: Store) -> None:
    """The second time nothing changes; the same text of another outlet is another document."""
    assert put(store, document())
    assert not put(store, document())
    assert put(store, document(outlet="Coast Wire"))
    assert store.stats()["documents"] == 2
    assert store.stats()["claims"] == 6


def test_changed_text_at_one_address_is_a_new_version(store: Store) -> None:
    """The old text and its claims stay readable, but are not current any more."""
    old, new = document(), document("The harbour of Velin reopened on Tuesday.")
    put(store, old)
    put(store, new)
    assert [(v.document.id, v.version, v.current) for v in store.versions(old.id)] == [
        (old.id, 1, False),
        (new.id, 2, True),
    ]
    assert {c.document for c in store.claims()} == {new.id}
    assert len(store.claims(current=False)) == 4
    assert store.claims(documents=[old.id]) == []
    assert store.claims(ids=[sentences(old)[0].id]) == [sentences(old)[0]]
    assert store.vector_ids(MODEL) == [c.id for c in sentences(new)]


def test_text_that_goes_back_is_current_again(store: Store) -> None:
    """A correction that is taken back makes the first text current, with its old claims."""
    old, new = document(), document("The harbour of Velin reopened on Tuesday.")
    for doc in (old, new, old):
        assert put(store, doc)
    assert [d.document.id for d in store.documents()] == [old.id]
    assert store.document(old.id).version == 3
    assert len(store.claims()) == 3


def test_articles_of_one_page_stand_beside_each_other(store: Store) -> None:
    """Siblings are no versions; when one of them is edited only that one gets a new version."""
    page = {"url": "https://velin.example/front"}
    first = document(HARBOUR, title="Harbour", **page)
    second = document("A ferry ran aground off Velin. Nobody was hurt.", title="Ferry", **page)
    both = [first.id, second.id]
    assert put(store, first, siblings=both)
    assert put(store, second, siblings=both)
    assert len(store.documents()) == 2
    edited = document(
        "A ferry ran aground off Velin. Two people were hurt.", title="Ferry hits a rock", **page
    )
    third = document("The council of Velin meets. It will vote.", title="Council", **page)
    now = [third.id, first.id, edited.id]
    assert put(store, third, siblings=now)
    assert not put(store, first, siblings=now)
    assert put(store, edited, siblings=now)
    assert {d.document.id for d in store.documents()} == set(now)
    assert [v.document.id for v in store.versions(second.id)] == [second.id, edited.id]


def test_documents_of_one_run_are_never_versions_of_each_other(store: Store) -> None:
    """Even without siblings, what one run reads at one address stands side by side."""
    run = store.start_run("ingest")
    put(store, document(), run=run)
    put(store, document("The ferry of Velin sank."), run=run)
    assert len(store.documents()) == 2


def test_text_without_an_address_supersedes_nothing(store: Store) -> None:
    """Two drafts from stdin are two documents."""
    for text in ("Nobody was hurt in Velin.", "Two were hurt in Velin."):
        assert put(store, Document(text))
        assert put(store, Document(text, path="-", outlet="Velin Post"))
    assert len(store.documents()) == 4


def test_claims_that_do_not_fit_write_nothing(store: Store) -> None:
    """A quote that is not where it says, a foreign claim or a missing vector stops all of it."""
    doc = document()
    good = sentences(doc)
    shifted = Claim(doc.id, good[0].quote, 1, len(good[0].quote) + 1, "x", BRUNN)
    for wrong, given in (
        ([*good, shifted], vectors([*good, shifted])),
        ([*good, sentences(other())[0]], vectors(good)),
        (good, vectors(good[:2])),
        (good, {c.id: np.array([np.nan, 1.0]) for c in good}),
    ):
        with pytest.raises(ValueError, match="claim"):
            store.add_document(doc, wrong, given, MODEL)
    assert store.stats() == dict.fromkeys(store.stats(), 0)


@pytest.mark.parametrize("text", ["a\x00b", "half a pair: \ud83d"])
def test_text_that_a_database_cannot_hold_is_one_clear_error(store: Store, text: str) -> None:
    """NUL and lone surrogates are refused by every backend alike."""
    with pytest.raises(InputError, match=r"NUL|surrogate"):
        put(store, document(text), [])


def test_ids_are_found_by_prefix(store: Store) -> None:
    """Unique prefixes find; unknown, empty and ambiguous ones say what to do."""
    docs = [document(f"Text number {i}.", url=f"https://velin.example/{i}") for i in range(20)]
    for doc in docs:
        put(store, doc)
    assert store.document(docs[3].id[:12]).document == docs[3]
    for prefix, words in (("zz", "no document"), ("", "no document"), ("%", "no document")):
        with pytest.raises(InputError, match=words):
            store.document(prefix)
    shared = next(a.id[0] for a in docs for b in docs if a != b and a.id[0] == b.id[0])
    with pytest.raises(InputError, match="several documents"):
        store.document(shared)


def test_documents_are_filtered_and_paged(store: Store) -> None:
    """Filters by outlet, day, words, path and version; the newest first, the undated last."""
    days = [dt.date(2026, 1, 1), None, dt.date(2026, 3, 1)]
    docs = [
        document(f"Part {i} of 100%.", url=None, path=f"p/{i}.txt", published=day, outlet=f"O{i}")
        for i, day in enumerate(days)
    ]
    for doc in docs:
        put(store, doc)

    def ids(**filters: object) -> list[str]:
        return [d.document.path or "" for d in store.documents(**filters)]  # type: ignore[arg-type]

    assert ids() == ["p/2.txt", "p/0.txt", "p/1.txt"]
    assert ids(limit=1, offset=1) == ["p/0.txt"]
    assert ids(outlet="o1") == ["p/1.txt"]
    assert ids(after=dt.date(2026, 1, 1), before=dt.date(2026, 3, 1)) == ["p/0.txt"]
    assert ids(text="pART 2") == ["p/2.txt"]
    assert ids(text="0%") == ids()
    assert ids(text="1%0") == []
    assert ids(path="p/1.txt") == ["p/1.txt"]
    assert [d.document.id for d in store.documents(ids=[docs[1].id, "nope"])] == [docs[1].id]


def test_vectors_come_back_as_they_were(store: Store) -> None:
    """Float32, in the order of the ids, by model, current unless asked for by id."""
    old, new = document(), document("The harbour of Velin reopened on Tuesday.")
    put(store, old)
    put(store, new)
    every = sentences(old) + sentences(new)
    given = vectors(every)
    ids, matrix = store.vectors(MODEL)
    assert ids == [c.id for c in sentences(new)]
    assert matrix.dtype == np.float32
    assert matrix.shape == (1, DIMENSION)
    ids, matrix = store.vectors(MODEL, ids=[c.id for c in every])
    assert ids == sorted(c.id for c in every)
    assert all((row == given[key]).all() for key, row in zip(ids, matrix, strict=True))
    assert store.vectors("another")[1].shape == (0, 0)


def test_a_new_model_asks_for_the_vectors_it_lacks(store: Store) -> None:
    """Missing vectors are listed for older versions too, and can be added."""
    put(store, document())
    put(store, document("The harbour of Velin reopened on Tuesday."))
    assert store.missing_vectors(MODEL) == []
    missing = store.missing_vectors("embedder-2")
    assert len(missing) == 4
    store.add_vectors(vectors(missing, seed=2), "embedder-2")
    assert store.missing_vectors("embedder-2") == []
    assert len(store.vector_ids("embedder-2")) == 1


def test_claims_are_found_by_the_names_in_them(store: Store) -> None:
    """A name, however spelt, leads to its current claims; one that too many share is left out."""
    put(store, document())
    put(store, other())
    found = store.claims_naming(["velin", "Velin", "The Velin", "nowhere"])
    assert sorted(found) == ["The Velin", "Velin", "velin"]
    assert {len(ids) for ids in found.values()} == {6}
    assert store.claims_naming(["velin"], limit=5) == {}
    put(store, document("The harbour of Velin reopened."))
    assert len(store.claims_naming(["velin"])["velin"]) == 4


def test_a_better_extractor_replaces_the_claims(store: Store) -> None:
    """Claims that are read again keep their place, others go, and the document is unscanned."""
    doc = document()
    put(store, doc)
    store.save_conflicts([], "judge", scanned=[doc.id])
    assert store.unscanned("judge") == []
    first, *_ = sentences(doc)
    better = [claim(doc, first.quote, MALK, statement=first.statement), claim(doc, "Three cranes")]
    assert better[0].id == first.id
    store.replace_claims(doc, better, vectors(better), MODEL)
    assert store.claims() == sorted(better, key=lambda c: c.start)
    assert store.vector_ids(MODEL) == sorted(c.id for c in better)
    assert store.unscanned("judge") == [doc.id]


def test_deleting_takes_everything_derived(store: Store) -> None:
    """All versions go, with claims, vectors and holders that nobody else names."""
    old, new = document(), document("The harbour of Velin reopened on Tuesday.")
    put(store, old)
    put(store, new)
    put(store, other(), sentences(other(), MALK))
    assert store.delete_documents([new.id, "nope"]) == sorted([old.id, new.id])
    stats = store.stats()
    assert (stats["documents"], stats["superseded"], stats["claims"]) == (1, 0, 3)
    assert stats["vectors"] == 3
    assert [h.holder for h in store.holders()] == [MALK]
    assert put(store, old)


def test_runs_are_recorded(store: Store) -> None:
    """A run has settings and counts; one that was interrupted has no end."""
    first = store.start_run("ingest", {"paths": ["a.txt"]})
    second = store.start_run("scan")
    store.finish_run(first, {"documents": 3})
    newest, oldest = store.runs()
    assert (newest.id, newest.kind, newest.finished) == (second, "scan", None)
    assert oldest.settings == {"paths": ["a.txt"]}
    assert oldest.counts == {"documents": 3}
    assert oldest.finished is not None
    assert oldest.finished > oldest.started
    assert [run.id for run in store.runs(limit=1)] == [second]


def test_two_stores_do_not_know_each_other(make_store: Callable[[], Store]) -> None:
    """What is in one store is not in another."""
    first, second = make_store(), make_store()
    put(first, document())
    assert second.documents() == []


def test_what_is_too_old_is_named_by_its_newest_version(store: Store) -> None:
    """Retention looks at whole articles; what has no date counts from when it was stored."""
    old = document("An old report.", url="https://velin.example/old", published=dt.date(2024, 5, 1))
    first = document("A first report.", published=dt.date(2024, 5, 1))
    second = document("A second report.", published=dt.date(2026, 2, 1))
    undated = document("Some report.", url="https://velin.example/undated")
    for doc in (old, first, second, undated):
        store.add_document(doc, [], {}, MODEL)

    def before(*day: int) -> list[str]:
        return [item.document.id for item in store.expired(dt.date(*day))]

    assert before(2024, 5, 1) == []
    assert before(2024, 5, 2) == [old.id]
    # The clock of these tests stands in March 2026.
    assert before(2026, 3, 1) == sorted([old.id, second.id])
    assert before(2026, 3, 2) == sorted([old.id, second.id, undated.id])
