"""A made-up audit result: one dispute, one reversal, one update, a stored claim, an error."""

from __future__ import annotations

import datetime as dt

from claimtrack.model import (
    AuditResult,
    Claim,
    Conflict,
    ConflictType,
    DayInterval,
    Document,
    Entity,
    Evidence,
    Failure,
    Holder,
    HolderKind,
    Quantity,
    Relation,
    Stance,
)

AGENCY = "The Orvale dam was breached, the Harbour Agency said."
MINISTER = "But minister Ilka Thorne said there was no breach at all."
TOLL = "At least 12 people were hurt, the Harbour Agency said."
LATER = "The agency now says 19 people were hurt."
FORMULA = "=SUM(A1) is what the sign read, \x1b[31mtoday\x1b[0m, and it was right."


def make_claim(document: Document, quote: str, statement: str, holder: Holder, **more) -> Claim:
    start = document.text.index(quote)
    return Claim(document.id, quote, start, start + len(quote), statement, holder, **more)


def sample_result() -> AuditResult:
    """Two articles, five claims, and what they quarrel about."""
    draft = Document(
        text=f"{AGENCY}\n\n{MINISTER} {TOLL}\n",
        path="articles/draft one.txt",
        title="Dam [breached]",
        outlet="Coast Herald",
        published=dt.date(2031, 5, 2),
        first_line=7,
    )
    page = Document(
        text=f"{LATER}\n{FORMULA}\n",
        title="@everyone: toll rises",
        outlet="Inland Post",
        published=dt.date(2031, 5, 4),
        url="https://inland.example/toll",
    )
    agency = Holder("Harbour Agency", HolderKind.ORGANISATION)
    minister = Holder("Ilka Thorne", HolderKind.PERSON, on_behalf_of="the Cabinet")
    breached = make_claim(
        draft,
        AGENCY,
        "The Orvale dam was breached.",
        agency,
        entities=(Entity("Orvale", "GPE", "Orvale"),),
    )
    intact = make_claim(
        draft,
        MINISTER,
        "There was no breach of the Orvale dam.",
        minister,
        stance=Stance.DENIED,
        report_time=DayInterval(dt.date(2031, 5, 1), dt.date(2031, 5, 1)),
    )
    twelve = make_claim(
        draft,
        TOLL,
        "At least 12 people were hurt.",
        agency,
        quantities=(Quantity("At least 12", 12.0, 12.0, float("inf"), of="people"),),
    )
    nineteen = make_claim(
        page,
        LATER,
        "19 people were hurt.",
        agency,
        quantities=(Quantity("19", 19.0, 19.0, 19.0, of="people"),),
    )
    sign = make_claim(page, FORMULA, FORMULA, Holder("Inland Post", HolderKind.OUTLET))
    evidence = (
        Evidence("gate", "same place: Orvale", 1.25),
        Evidence("nli", "contradiction 0.98 and 0.97", 3.5),
        Evidence("speaker", "different holders", -0.25),
        Evidence("negation", "only one side denies", 0.5),
    )

    def conflict(a: Claim, b: Claim, type_: ConflictType, relation: Relation, score: float):
        return Conflict(a, b, type_, relation, score, "One affirms it, one denies it.", evidence)

    return AuditResult(
        documents=(page, draft),
        claims=(twelve, breached, intact),
        conflicts=(
            conflict(intact, sign, ConflictType.OTHER, Relation.REVERSAL, 0.61234567),
            conflict(breached, intact, ConflictType.NEGATION, Relation.DISPUTE, 0.97),
        ),
        updates=(conflict(twelve, nineteen, ConflictType.QUANTITY, Relation.UPDATE, 0.8),),
        errors=(Failure("articles/broken.pdf", "not a PDF: give another file"),),
        run={"counts": {"pairs": 3}, "timing": {"seconds": 1.5}, "models": {"nli": "abc"}},
    )
