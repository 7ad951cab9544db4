"""schema.org ClaimReview as JSON-LD: what reviewers said of single claims, and nothing else.

A conflict is never turned into one: that two claims clash does not say which of them is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claimtrack.model import Claim, Document, HolderKind
from claimtrack.records import Rating
from claimtrack.report.json_ import dump
from claimtrack.report.view import said_on
from claimtrack.report.wording import squeeze

CONTEXT = "https://schema.org"
Rated = tuple[Rating, Claim, Document]


def render(rated: Iterable[Rated]) -> str:
    """Return one JSON-LD graph with a ClaimReview for each verdict, in the order given."""
    return dump({"@context": CONTEXT, "@graph": [_review(*item) for item in rated]})


def _review(rating: Rating, claim: Claim, document: Document) -> dict[str, Any]:
    said = said_on(claim, document)
    return _known(
        {
            "@type": "ClaimReview",
            "url": rating.link,
            "datePublished": rating.at.date().isoformat(),
            "author": {"@type": "Organization", "name": squeeze(rating.organisation)},
            "claimReviewed": squeeze(claim.statement),
            "itemReviewed": _known(
                {
                    "@type": "Claim",
                    "author": _holder(claim),
                    "datePublished": None if said is None else said.isoformat(),
                    "appearance": _appearance(document),
                }
            ),
            "reviewRating": _known(
                {
                    "@type": "Rating",
                    "alternateName": squeeze(rating.rating),
                    "ratingExplanation": squeeze(rating.reason),
                }
            ),
        }
    )


def _holder(claim: Claim) -> dict[str, Any] | None:
    """Who made the claim; an anonymous source has no name to give."""
    holder = claim.holder
    if holder.kind is HolderKind.ANONYMOUS:
        return None
    person = holder.kind is HolderKind.PERSON
    body = {"@type": "Organization", "name": squeeze(holder.on_behalf_of or holder.name)}
    if not person:
        return body
    found = {"@type": "Person", "name": squeeze(holder.name)}
    return {**found, "affiliation": body} if holder.on_behalf_of else found


def _appearance(document: Document) -> dict[str, Any] | None:
    """Where the claim stands; a path of this machine is nobody else's business."""
    outlet = {"@type": "Organization", "name": document.outlet} if document.outlet else None
    found = _known(
        {
            "@type": "CreativeWork",
            "url": document.url,
            "headline": document.title,
            "datePublished": document.published.isoformat() if document.published else None,
            "publisher": outlet,
        }
    )
    return found if len(found) > 1 else None


def _known(values: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not known: an empty property is an error to the readers of JSON-LD."""
    return {key: value for key, value in values.items() if value not in (None, "")}
