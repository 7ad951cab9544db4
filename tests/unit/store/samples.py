"""Small documents, claims and conflicts of our own making, for the store's tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np

from claimtrack.model import (
    Assessment,
    Claim,
    Conflict,
    ConflictType,
    Document,
    Entity,
    Evidence,
    Holder,
    HolderKind,
    NliScores,
    Quantity,
    Relation,
    Verdict,
)

MODEL = "embedder-1"
JUDGE = "judge-1"
DIMENSION = 6

HARBOUR = (
    "The harbour of Velin reopened on Monday. Mayor Ada Brunn said nobody was hurt. "
    "Three cranes were lost, according to the port authority."
)
DENIAL = (
    "The harbour of Velin stays shut, the Coast Union says. At least 12 people were hurt. "
    "The union's Tor Malk denied that any crane was lost."
)

BRUNN = Holder("Ada Brunn", HolderKind.PERSON, "Velin city hall")
MALK = Holder("Tor Malk", HolderKind.PERSON, "Coast Union")
SOURCE = Holder("a port official", HolderKind.ANONYMOUS)


def document(text: str = HARBOUR, **fields: object) -> Document:
    """A document with an address of its own unless fields say otherwise."""
    values: dict[str, object] = {"outlet": "Velin Post", "url": "https://velin.example/harbour"}
    return Document(text=text, **{**values, **fields})  # type: ignore[arg-type]


def other(text: str = DENIAL, **fields: object) -> Document:
    """A document of another outlet."""
    values: dict[str, object] = {"outlet": "Coast Wire", "url": "https://coast.example/velin"}
    return Document(text=text, **{**values, **fields})  # type: ignore[arg-type]


def claim(of: Document, quote: str, holder: Holder = BRUNN, **fields: object) -> Claim:
    """The claim that stands in ``of`` as ``quote``."""
    start = of.text.index(quote)
    values: dict[str, object] = {
        "statement": quote,
        "quantities": (),
        "entities": (Entity("Velin", "GPE", "Velin"),),
        **fields,
    }
    return Claim(of.id, quote, start, start + len(quote), holder=holder, **values)  # type: ignore[arg-type]


def sentences(of: Document, holder: Holder = BRUNN) -> list[Claim]:
    """One claim a sentence."""
    return [
        claim(of, part if part.endswith(".") else part + ".", holder, sentence=i)
        for i, part in enumerate(of.text.split(". "))
    ]


def at_least(text: str, low: float) -> Quantity:
    """An open interval: at least ``low``."""
    return Quantity(text, low, low, float("inf"), "", "people")


def vectors(claims: Sequence[Claim], seed: int = 0) -> dict[str, np.ndarray]:
    """A unit vector a claim, the same for the same id."""
    made = {}
    for one in claims:
        generator = np.random.default_rng([seed, int(one.id, 16) % 2**32])
        vector = generator.normal(size=DIMENSION).astype(np.float32)
        made[one.id] = vector / np.linalg.norm(vector)
    return made


def conflict(a: Claim, b: Claim, score: float = 0.9, **fields: object) -> Conflict:
    """A dispute between two claims."""
    values: dict[str, object] = {
        "type": ConflictType.NEGATION,
        "relation": Relation.DISPUTE,
        "explanation": "one says so, the other denies it",
        "evidence": (Evidence("nli", "contradiction 0.97", 2.5),),
        **fields,
    }
    return Conflict(a=a, b=b, score=score, **values)  # type: ignore[arg-type]


def assessment(score: float = 0.9) -> Assessment:
    """An assessment whose two directions differ."""
    return Assessment(
        score=score,
        verdict=Verdict.CONTRADICTION,
        type=ConflictType.NEGATION,
        evidence=(Evidence("nli", "contradiction 0.97", 2.5),),
        explanation="one says so, the other denies it",
        forward=NliScores(0.1, 0.2, 0.7),
        backward=NliScores(0.0, 0.1, 0.9),
    )


class Clock:
    """A clock that moves a minute a look."""

    def __init__(self) -> None:
        self.time = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        self.time += dt.timedelta(minutes=1)
        return self.time
