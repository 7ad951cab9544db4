"""A small newsroom's store, made through the store's own interface: articles, claims, conflicts.

Everything is invented. ``fill`` makes as many conflicts as are wanted, with the claims and
documents that they need, so that pages can be looked at without any model.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

import numpy as np

from claimtrack.model import (
    Claim,
    Conflict,
    ConflictType,
    DayInterval,
    Document,
    Evidence,
    Holder,
    HolderKind,
    Quantity,
    Relation,
    Stance,
    digest,
)
from claimtrack.records import Seat
from claimtrack.store.repository import Store

MODEL, JUDGE = "model", "judge-1"

DAM = "\n\n".join(
    (
        "Water stood knee-deep in the lower streets of Orvale on Tuesday, a day after heavy rain "
        "filled the reservoir above the town.",
        "The Orvale dam was damaged by the flood, Mayor Ada Brandt said on Tuesday. At least 12 "
        "houses were lost, she told reporters at the town hall.",
        "Shops stayed shut. Volunteers carried sandbags to the school, where 200 people spent "
        "the night.",
        "The water company said repairs would begin within the week.",
    )
)

HELD = "\n\n".join(
    (
        "Engineers walked the crest of the Orvale dam on Wednesday and measured every joint.",
        "There was no damage to the Orvale dam, chief engineer Ivo Lehn said. He called reports "
        'of a breach "a rumour that costs people their sleep".',
        "Only 3 houses were lost, the water company said. The road to the valley is open again.",
    )
)

DAY = dt.date(2031, 5, 6)
BRANDT = Holder("Ada Brandt", HolderKind.PERSON, "the town of Orvale")
LEHN = Holder("Ivo Lehn", HolderKind.PERSON, "Orvale Water")
THORNE = Holder("Ilka Thorne", HolderKind.PERSON)
COMPANY = Holder("Orvale Water", HolderKind.ORGANISATION)

EVIDENCE = (
    Evidence("negation", "one denies “damage” that the other reports", 2.39),
    Evidence("nli.contradiction", "NLI gives a contradiction 0.81 one way, 0.78 the other", 0.9),
    Evidence("nli.neutral", "NLI leaves it open 0.02 one way, 0.05 the other", -0.02),
    Evidence("hedge", "neither side hedges", -0.44),
    Evidence("base", "before anything is known", 0.2526),
)


def article(text: str = DAM, **fields: object) -> Document:
    """An article of the Orvale Ledger unless fields say otherwise."""
    values: dict[str, object] = {
        "title": "Orvale counts the damage",
        "outlet": "Orvale Ledger",
        "published": DAY,
        "url": "https://ledger.example/orvale",
    }
    return Document(text=text, **{**values, **fields})  # type: ignore[arg-type]


def answer(text: str = HELD, **fields: object) -> Document:
    """An article of another outlet."""
    values: dict[str, object] = {
        "title": "Dam is sound, engineers say",
        "outlet": "Coast Courier",
        "published": DAY + dt.timedelta(days=1),
        "url": "https://courier.example/dam",
    }
    return Document(text=text, **{**values, **fields})  # type: ignore[arg-type]


def claim(document: Document, quote: str, statement: str, holder: Holder, **more: object) -> Claim:
    """The claim that stands in ``document`` as ``quote``."""
    start = document.text.index(quote)
    return Claim(  # type: ignore[misc]
        document.id,
        quote,
        start,
        start + len(quote),
        statement,
        holder,
        **more,  # type: ignore[arg-type]
    )


def conflict(a: Claim, b: Claim, **fields: object) -> Conflict:
    """A dispute whose score is what its evidence sums to."""
    evidence = fields.pop("evidence", EVIDENCE)
    odds = sum(item.weight for item in evidence)  # type: ignore[attr-defined]
    values: dict[str, object] = {
        "type": ConflictType.NEGATION,
        "relation": Relation.DISPUTE,
        "score": round(1 / (1 + math.exp(-odds)), 4),
        "explanation": "One reports damage to the dam, the other says that there was none.",
        "evidence": evidence,
        **fields,
    }
    return Conflict(a=a, b=b, **values)  # type: ignore[arg-type]


def add(store: Store, document: Document, *claims: Claim) -> None:
    """Put a document with its claims, and vectors that mean nothing, into the store."""
    store.add_document(document, claims, {one.id: vector(one) for one in claims}, MODEL)


def vector(of: Claim) -> np.ndarray:
    """A unit vector that follows from the claim's statement."""
    made = np.random.default_rng(int(digest(of.statement), 16)).normal(size=4).astype(np.float32)
    return made / np.linalg.norm(made)


class Reading:
    """What mends claims without models: reads the dam's damage from its article again."""

    def extract(self, documents: Sequence[Document], progress: object) -> tuple[list[Claim], list]:
        """One claim an article, that of the mayor."""
        quote = "The Orvale dam was damaged by the flood, Mayor Ada Brandt said on Tuesday."
        return [claim(one, quote, "Read anew.", BRANDT) for one in documents], []

    def embed(self, claims: Sequence[Claim], progress: object) -> dict[str, np.ndarray]:
        """Vectors that mean nothing."""
        return {one.id: vector(one) for one in claims}


def dam(store: Store) -> list[Conflict]:
    """Two articles that quarrel about the dam and the houses; returns both conflicts."""
    first, second = article(), answer()
    damaged = claim(
        first,
        "The Orvale dam was damaged by the flood, Mayor Ada Brandt said on Tuesday.",
        "The Orvale dam was damaged by the flood.",
        BRANDT,
        event_time=DayInterval(DAY - dt.timedelta(days=1), DAY - dt.timedelta(days=1), "Monday"),
        report_time=DayInterval(DAY, DAY),
    )
    houses = claim(
        first,
        "At least 12 houses were lost, she told reporters at the town hall.",
        "At least 12 houses were lost in Orvale.",
        BRANDT,
        quantities=(Quantity("At least 12", 12, 12, math.inf, of="house"),),
    )
    sound = claim(
        second,
        "There was no damage to the Orvale dam, chief engineer Ivo Lehn said.",
        "There was no damage to the Orvale dam.",
        LEHN,
        stance=Stance.DENIED,
    )
    three = claim(
        second,
        "Only 3 houses were lost, the water company said.",
        "Only 3 houses were lost in Orvale.",
        COMPANY,
        quantities=(Quantity("Only 3", 3, 3, 3, of="house"),),
    )
    add(store, first, damaged, houses)
    add(store, second, sound, three)
    number = Evidence("quantity", "at least 12 and 3 houses can't both be true", 2.64)
    found = [
        conflict(damaged, sound),
        conflict(
            houses,
            three,
            type=ConflictType.QUANTITY,
            explanation="At least 12 houses cannot be 3.",
            evidence=(number, *EVIDENCE[1:]),
        ),
    ]
    store.save_conflicts(found, JUDGE, scanned=[first.id, second.id])
    return found


def seated(store: Store) -> str:
    """Give the claims of ``dam`` a thread, with two more voices; returns its id."""
    found = [stored.conflict for stored in store.conflicts()]
    disputed = next(one for one in found if "damage to the Orvale dam" in one.b.statement)
    third = article(
        "The dam at Orvale was damaged by the flood, a town spokesman said on Friday.",
        title="Town repeats its charge",
        outlet="Valley Radio",
        published=DAY + dt.timedelta(days=3),
        url="https://valley.example/dam",
    )
    again = claim(third, third.text, "The Orvale dam was damaged by the flood.", BRANDT)
    add(store, third, again)
    thread = digest("thread", disputed.a.id)
    sides = [(disputed.a.id, False), (disputed.b.id, True), (again.id, False)]
    store.seat(
        [Seat(key, thread, denies, not number) for number, (key, denies) in enumerate(sides)]
    )
    return thread


def dispute(store: Store) -> list[Conflict]:
    """Two pairs on one proposition: the mayor's two reports against the engineer's denial."""
    [first, _] = dam(store)
    thread = seated(store)
    [again] = [
        member.claim
        for member in store.thread(thread).members
        if member.claim.id not in (first.a.id, first.b.id)
    ]
    second = conflict(again, first.b, score=first.score - 0.1)
    store.save_conflicts([second], JUDGE)
    return [first, second]


def fill(store: Store, number: int) -> list[Conflict]:
    """As many conflicts as wanted, each between two articles of its own."""
    found, documents = [], []
    for at in range(number):
        day = DAY + dt.timedelta(days=at % 90)
        first = article(
            f"Bridge {at} at Tarn was closed on Monday, warden Ilka Thorne said.",
            title=f"Bridge {at} closed",
            published=day,
            url=f"https://ledger.example/bridge-{at}",
        )
        second = answer(
            f"Bridge {at} at Tarn was never closed, the road office said.",
            title=f"Bridge {at} open",
            published=day,
            url=f"https://courier.example/bridge-{at}",
        )
        a = claim(
            first, first.text, f"Bridge {at} was closed.", Holder("Ilka Thorne", HolderKind.PERSON)
        )
        b = claim(
            second,
            second.text,
            f"Bridge {at} was not closed.",
            Holder("Tarn road office", HolderKind.ORGANISATION),
            stance=Stance.DENIED,
        )
        add(store, first, a)
        add(store, second, b)
        push = Evidence("negation", "one denies that it was closed", 1.0 + at % 7 / 5)
        explanation = f"One says that bridge {at} was closed, the other that it was not."
        found.append(
            conflict(a, b, evidence=(push, EVIDENCE[1], EVIDENCE[4]), explanation=explanation)
        )
        documents += [first.id, second.id]
    store.save_conflicts(found, JUDGE, scanned=documents)
    return found


def talk(store: Store, number: int) -> None:
    """As many claims as wanted that nobody contests, twenty an article, by fifty holders."""
    for at in range(0, number, 20):
        lines = [f"Line {one} of the tram carried more people." for one in range(at, at + 20)]
        document = article(
            "\n\n".join(lines),
            title=f"Trams in week {at}",
            published=DAY - dt.timedelta(days=at % 900),
            url=f"https://ledger.example/trams-{at}",
        )
        claims = [
            claim(document, line, line, Holder(f"Driver {n % 50}", HolderKind.PERSON))
            for n, line in enumerate(lines, start=at)
        ]
        add(store, document, *claims)
