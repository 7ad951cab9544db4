"""Reads feeds of schema.org ClaimReview (JSON-LD): each claim as an article of who made it.

What the reviewer found is not read: it would be taken for one more voice on the matter.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claimtrack.errors import InputError
from claimtrack.ingest.decode import decode, one_line
from claimtrack.ingest.raw import Raw, published_or_failure
from claimtrack.model import Document, Failure


def read_claimreview(raw: Raw) -> Iterator[Document | Failure]:
    """Yield the claims of a feed, of a graph, or of a single review, in order.

    Raises:
        InputError: if it is no JSON, or holds no ClaimReview.
    """
    try:
        data = json.loads(decode(raw.data, raw.charset))
    except ValueError as error:
        raise InputError(f"is no JSON ({error})") from error
    reviews = list(_reviews(data))
    if not reviews:
        raise InputError("holds no ClaimReview of schema.org")
    for number, review in enumerate(reviews, start=1):
        text = review.get("claimReviewed")
        label = f"{raw.label} (review {number})"
        if not isinstance(text, str) or not text.strip():
            yield Failure(label, "has no claimReviewed; nothing to read")
            continue
        item = _object(review.get("itemReviewed"))
        told = item.get("datePublished")
        published, failures = published_or_failure(told if isinstance(told, str) else None, label)
        places = [item.get("appearance"), item.get("firstAppearance")]
        urls = (_object(place).get("url") or _object(place).get("@id") for place in places)
        yield Document(
            text=text,
            path=raw.path,
            outlet=_name(item.get("author")),
            published=published,
            url=next((url for url in urls if isinstance(url, str) and url), None),
            part=number if len(reviews) > 1 else None,
        )
        yield from failures


def _reviews(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the ClaimReviews of a feed (``dataFeedElement``, ``item``), a graph or a list."""
    if isinstance(value, list):
        for item in value:
            yield from _reviews(item)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if "ClaimReview" in (kinds if isinstance(kinds, list) else [kinds]):
            yield value
            return
        for key in ("@graph", "dataFeedElement", "itemListElement", "item"):
            yield from _reviews(value.get(key))


def _object(value: Any) -> dict[str, Any]:
    """The object that a property holds, the first of several; an address alone is its ``@id``."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, str):
        return {"@id": value}
    return value if isinstance(value, dict) else {}


def _name(value: Any) -> str | None:
    name = _object(value).get("name")
    return one_line(name) or None if isinstance(name, str) else None
