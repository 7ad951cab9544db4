"""ClaimReview: only recorded verdicts, in the terms of schema.org."""

from __future__ import annotations

import json
from typing import Any

import pytest

from claimtrack.mending import Mender
from claimtrack.model import Claim
from claimtrack.rated import rated
from claimtrack.report.claimreview import render
from claimtrack.store.repository import Store
from tests.unit.store.samples import (
    JUDGE,
    MODEL,
    conflict,
    document,
    other,
    sentences,
    vectors,
)

# The properties that schema.org gives these types, with those of the types above them that are
# used here (CreativeWork, Thing, Person, Organization, Rating).
TERMS = {
    "ClaimReview": {"claimReviewed", "itemReviewed", "reviewRating", "author", "datePublished"}
    | {"url"},
    "Claim": {"author", "datePublished", "appearance", "firstAppearance"},
    "Rating": {"alternateName", "ratingValue", "bestRating", "worstRating", "ratingExplanation"},
    "Person": {"name", "affiliation"},
    "Organization": {"name", "url"},
    "CreativeWork": {"url", "headline", "datePublished", "publisher"},
}


@pytest.fixture
def claims(store: Store) -> list[Claim]:
    """The claims of two stored articles that clash."""
    for item in (document(), other()):
        found = sentences(item)
        store.add_document(item, found, vectors(found), MODEL)
    one, two = sentences(document()), sentences(other())
    store.save_conflicts([conflict(one[0], two[0])], JUDGE, scanned=[])
    return one


def nodes(value: Any) -> list[dict[str, Any]]:
    """Every object with a type, at any depth."""
    if isinstance(value, list):
        return [node for item in value for node in nodes(item)]
    if isinstance(value, dict):
        own = [value] if "@type" in value else []
        return own + [node for item in value.values() for node in nodes(item)]
    return []


def mender(store: Store) -> Mender:
    """A mender that needs no model for verdicts."""
    return Mender(store, lambda: pytest.fail("no model is needed"), lambda: MODEL)  # type: ignore[arg-type, return-value]


def test_a_conflict_is_no_verdict(store: Store, claims: list[Claim]) -> None:
    """Without a recorded verdict there is nothing to publish."""
    assert json.loads(render(rated(store)))["@graph"] == []


def test_a_recorded_verdict_is_published_in_the_terms_of_schema_org(
    store: Store, claims: list[Claim]
) -> None:
    """Who says what of which claim, where it stands; no property is empty or unknown."""
    number = mender(store).rate(
        claims[0].id,
        rating="False",
        reason="The dam stood.",
        organisation="Fact Desk",
        link="https://facts.example/1",
        reviewer="ina",
    )
    page = json.loads(render(rated(store)))
    assert page["@context"] == "https://schema.org"
    [review] = page["@graph"]
    assert review["claimReviewed"] == claims[0].statement
    assert review["author"] == {"@type": "Organization", "name": "Fact Desk"}
    assert review["reviewRating"]["alternateName"] == "False"
    assert review["url"] == "https://facts.example/1"
    assert review["itemReviewed"]["author"]["name"]
    for node in nodes(page["@graph"]):
        assert set(node) - {"@type"} <= TERMS[node["@type"]], node
        assert all(value not in (None, "", {}, []) for value in node.values()), node
    mender(store).undo_rating(number, reviewer="ina")
    assert json.loads(render(rated(store)))["@graph"] == []
