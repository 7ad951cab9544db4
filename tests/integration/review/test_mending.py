"""Corrections and verdicts over a real store, SQLite and PostgreSQL, without models."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from claimtrack.errors import InputError
from claimtrack.mending import Mender
from claimtrack.model import Claim, Document, HolderKind
from claimtrack.review.mend import mended
from claimtrack.store.repository import Store
from tests.unit.store.samples import (
    JUDGE,
    MODEL,
    claim,
    conflict,
    document,
    other,
    sentences,
    vectors,
)

DOC = document()


class Reader:
    """Reads a claim a sentence, whatever a person said about it before."""

    def extract(self, documents: Sequence[Document], progress: object) -> tuple[list[Claim], list]:
        return [one for document in documents for one in sentences(document)], []

    def embed(self, claims: Sequence[Claim], progress: object) -> dict[str, np.ndarray]:
        return vectors(claims)


@pytest.fixture
def claims(store: Store) -> list[Claim]:
    """The claims of a stored article."""
    for doc in (DOC, other()):
        found = sentences(doc)
        store.add_document(doc, found, vectors(found), MODEL)
    return sentences(DOC)


@pytest.fixture
def mender(store: Store, claims: list[Claim]) -> Mender:
    """A mender over the store."""
    return Mender(store, Reader, lambda: MODEL)


def test_a_corrected_claim_is_put_in_place_of_the_misread_one(
    mender: Mender, store: Store, claims: list[Claim]
) -> None:
    """Holder, statement, passage and days; the others stay, and the article is scanned again."""
    a, b = claims[0], store.claims(documents=[other().id])[0]
    kept = conflict(claims[1], b)
    store.save_conflicts([conflict(a, b), kept], JUDGE, scanned=[DOC.id, other().id])
    number, new = mender.correct(
        a.id,
        reviewer="ina",
        holder="Port Authority",
        kind=HolderKind.ORGANISATION,
        on_behalf_of="",
        statement="The harbour of Velin is open again.",
        quote="harbour of Velin reopened",
        event_time="2026-02-23",
    )
    assert number == 1
    assert new is not None
    stored = store.claim(new.id)
    assert stored == new
    assert (stored.holder.name, stored.holder.kind.value) == ("Port Authority", "organisation")
    assert DOC.text[stored.start : stored.end] == stored.quote == "harbour of Velin reopened"
    assert stored.event_time is not None
    assert [c.id for c in store.claims(documents=[DOC.id])][1:] == [c.id for c in claims[1:]]
    assert [one.conflict.id for one in store.conflicts()] == [kept.id]
    assert store.unscanned(JUDGE) == [DOC.id]
    assert store.vectors(MODEL, ids=[new.id])[0] == [new.id]


def test_a_correction_survives_a_better_extractor(
    mender: Mender, store: Store, claims: list[Claim]
) -> None:
    """It is found again by half of its words; what does not fit is left alone."""
    mender.correct(claims[0].id, reviewer="ina", statement="Velin's harbour is open.")
    mender.correct(claims[1].id, reviewer="ina", no_claim=True)
    better = claim(DOC, "harbour of Velin reopened on Monday", statement="It reopened.")
    apart = claim(DOC, "Three cranes were lost", statement="Three cranes were lost.")
    read = [better, claims[1], apart]
    found = mended(DOC, read, store.corrections(DOC))
    assert [one.statement for one in found] == [
        "Velin's harbour is open.",
        "Three cranes were lost.",
    ]
    moved = document("So it was. The harbour of Velin reopened on Monday. Fine.")
    (again,) = mended(moved, sentences(moved)[1:2], store.corrections(moved))
    assert again.statement == "Velin's harbour is open."


def test_of_two_claims_on_one_passage_the_likest_is_corrected(
    mender: Mender, store: Store, claims: list[Claim]
) -> None:
    """A sentence may hold two propositions."""
    mender.correct(claims[2].id, reviewer="ina", statement="Three cranes sank.")
    (one,) = store.corrections(DOC)
    twin = claim(DOC, claims[2].quote, statement="The port authority spoke.")
    found = mended(DOC, [twin, claims[2]], [one])
    assert [c.statement for c in found] == ["The port authority spoke.", "Three cranes sank."]


def test_what_is_no_claim_goes_and_comes_back_when_undone(
    mender: Mender, store: Store, claims: list[Claim]
) -> None:
    """Undo reads the article again, with the other corrections that stand."""
    number, gone = mender.correct(claims[1].id, reviewer="ina", no_claim=True, note="a headline")
    assert gone is None
    mender.correct(claims[0].id, reviewer="ina", statement="Velin's harbour is open.")
    assert len(store.claims(documents=[DOC.id])) == 2
    mender.undo_correction(number, reviewer="olo")
    back = store.claims(documents=[DOC.id])
    assert [c.statement for c in back] == [
        "Velin's harbour is open.",
        *(c.statement for c in claims[1:]),
    ]
    with pytest.raises(InputError, match="taken back already"):
        mender.undo_correction(number, reviewer="olo")
    with pytest.raises(InputError, match="no number 99"):
        mender.undo_correction(99, reviewer="olo")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({}, "nothing to correct"),
        ({"quote": "never written"}, "does not stand"),
        ({"event_time": "Monday"}, "no ISO day"),
        ({"no_claim": True, "statement": "So."}, "nothing else"),
        ({"statement": "  "}, "needs words"),
        ({"holder": " "}, "needs a name"),
    ],
)
def test_what_cannot_be_corrected_is_told_and_nothing_is_written(
    mender: Mender, store: Store, claims: list[Claim], wrong: dict[str, object], message: str
) -> None:
    """One line says why."""
    with pytest.raises(InputError, match=message):
        mender.correct(claims[0].id, reviewer="ina", **wrong)
    assert store.corrections(DOC) == []
    assert store.claims(documents=[DOC.id]) == claims


def test_a_verdict_is_kept_on_one_claim(mender: Mender, claims: list[Claim]) -> None:
    """Rating, reason, organisation and link; on that claim alone, and it can be taken back."""
    number = mender.rate(
        claims[0].id,
        rating="False",
        reason="The port is shut.",
        organisation="Fact Desk",
        link="https://desk.example/1",
        reviewer="ina",
    )
    (one,) = mender.history(claims[0].id)[2]
    assert (one.rating, one.organisation, one.link) == (
        "False",
        "Fact Desk",
        "https://desk.example/1",
    )
    assert mender.history(claims[1].id)[2] == []
    mender.undo_rating(number, reviewer="ina")
    assert mender.history(claims[0].id)[2] == []
    for bad in ({"rating": ""}, {"organisation": ""}, {"link": "desk"}):
        values = {"rating": "False", "reason": "", "organisation": "Desk", "reviewer": "ina"}
        with pytest.raises(InputError, match=r"verdict|address"):
            mender.rate(claims[0].id, **{**values, **bad})


def test_deleting_an_article_blanks_what_was_said_of_its_words(
    mender: Mender, store: Store, claims: list[Claim]
) -> None:
    """Corrections hold words of the article; they go with it."""
    mender.correct(claims[0].id, reviewer="ina", statement="Velin's harbour is open.")
    store.delete_documents([DOC.id])
    assert store.corrections(DOC) == []
