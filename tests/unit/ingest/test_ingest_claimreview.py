"""ClaimReview feeds as articles."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from claimtrack.errors import InputError
from claimtrack.ingest.claimreview import read_claimreview
from claimtrack.ingest.raw import Raw
from claimtrack.model import Document, Failure


def review(**more: Any) -> dict[str, Any]:
    """One review with what publishers usually give."""
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": "The Orvale dam never broke.",
        "author": {"@type": "Organization", "name": "Fact Desk"},
        "reviewRating": {"@type": "Rating", "alternateName": "False"},
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "Ivo Lehn"},
            "datePublished": "2031-05-02",
            "appearance": [{"@type": "CreativeWork", "url": "https://talk.example/1"}],
        },
        **more,
    }


def read(value: Any) -> list[Document | Failure]:
    """Read a value as a file of that content."""
    return list(read_claimreview(Raw(json.dumps(value).encode(), "f.jsonld", "f.jsonld")))


@pytest.mark.parametrize(
    "wrap",
    [
        lambda item: item,
        lambda item: [item],
        lambda item: {"@graph": [item]},
        lambda item: {"@type": "DataFeed", "dataFeedElement": [{"item": [item]}]},
    ],
)
def test_the_claim_is_the_text_of_who_made_it(wrap: Any) -> None:
    """Alone, in a list, a graph or a feed; the reviewer's own words are left out."""
    [document] = read(wrap(review()))
    assert isinstance(document, Document)
    assert document.text == "The Orvale dam never broke."
    assert document.outlet == "Ivo Lehn"
    assert document.published == dt.date(2031, 5, 2)
    assert document.url == "https://talk.example/1"


def test_a_review_without_a_claim_is_told_and_stops_no_other() -> None:
    """What is missing is a failure that names which review it is."""
    broken, good = read([review(claimReviewed=" "), review(itemReviewed=None)])
    assert isinstance(broken, Failure)
    assert broken.path == "f.jsonld (review 1)"
    assert isinstance(good, Document)
    assert (good.outlet, good.url) == (None, None)


@pytest.mark.parametrize(("data", "wanted"), [(b"{", "is no JSON"), (b"{}", "no ClaimReview")])
def test_what_is_no_feed_is_one_line(data: bytes, wanted: str) -> None:
    """A file of another kind is never taken for an empty feed."""
    with pytest.raises(InputError, match=wanted):
        list(read_claimreview(Raw(data, "f.jsonld", "f.jsonld")))
