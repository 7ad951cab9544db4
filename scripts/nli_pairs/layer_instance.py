"""Minimal contrasts between instances of one kind: the first and the second round, the upper and
the lower house. One instance cannot both succeed and fail; two instances can."""

from __future__ import annotations

import random

from .dress import dress
from .grammar import Pair, Scene, Topic

# variants of `{i}`; forms that affirm; forms that exclude them.
Row = tuple[str, list[str], list[str]]
ROWS: list[Row] = [
    (
        "first;second;third;fourth",
        [
            "the {i} round of talks in {city} ended in agreement",
            "agreement was reached in the {i} round of talks in {city}",
        ],
        [
            "the {i} round of talks in {city} ended without agreement",
            "the {i} round of talks in {city} failed",
        ],
    ),
    (
        "upper;lower",
        [
            "the {i} house in {country} passed the bill",
            "the bill was passed by the {i} house in {country}",
        ],
        [
            "the {i} house in {country} rejected the bill",
            "the bill was voted down by the {i} house in {country}",
        ],
    ),
    (
        "northern;southern;western;eastern",
        [
            "the {i} runway at {city} airport is open",
            "planes are using the {i} runway at {city} airport",
        ],
        [
            "the {i} runway at {city} airport is closed",
            "no planes are using the {i} runway at {city} airport",
        ],
    ),
    (
        "first;second;third",
        [
            "the {i} defendant in the {city} trial was convicted",
            "the court in {city} found the {i} defendant guilty",
        ],
        [
            "the {i} defendant in the {city} trial was acquitted",
            "the court in {city} cleared the {i} defendant",
        ],
    ),
    (
        "younger;elder",
        [
            "the {i} brother of {person} has been freed",
            "the {i} brother of {person} is out of prison",
        ],
        [
            "the {i} brother of {person} is still in prison",
            "the {i} brother of {person} has not been freed",
        ],
    ),
    (
        "first;second;third;latest",
        [
            "the {i} test of the rocket near {city} was a success",
            "the rocket passed its {i} test near {city}",
        ],
        [
            "the {i} test of the rocket near {city} was a failure",
            "the rocket failed its {i} test near {city}",
        ],
    ),
    (
        "men's;women's;youth",
        [
            "the {i} team of {country} reached the final",
            "a place in the final went to the {i} team of {country}",
        ],
        [
            "the {i} team of {country} missed the final",
            "the {i} team of {country} was knocked out before the final",
        ],
    ),
    (
        "cargo;passenger;ferry",
        [
            "the {i} terminal in {city} has reopened",
            "work has resumed at the {i} terminal in {city}",
        ],
        [
            "the {i} terminal in {city} remains shut",
            "work has not resumed at the {i} terminal in {city}",
        ],
    ),
    (
        "morning;evening;night",
        ["the {i} train to {city} was cancelled", "the {i} train to {city} did not run"],
        ["the {i} train to {city} ran as planned", "the {i} train to {city} was not cancelled"],
    ),
    (
        "children;adults;pregnant women",
        [
            "the vaccine was approved for {i} in {country}",
            "{country} approved the vaccine for {i}",
        ],
        [
            "the vaccine was not approved for {i} in {country}",
            "{country} refused to approve the vaccine for {i}",
        ],
    ),
    (
        "old;new",
        ["the {i} bridge in {city} is safe", "inspectors declared the {i} bridge in {city} safe"],
        [
            "the {i} bridge in {city} is unsafe",
            "inspectors declared the {i} bridge in {city} a danger",
        ],
    ),
    (
        "first;second;third",
        [
            "the {i} shipment of grain arrived in {city}",
            "{city} received the {i} shipment of grain",
        ],
        [
            "the {i} shipment of grain never arrived in {city}",
            "{city} did not receive the {i} shipment of grain",
        ],
    ),
    (
        "finance;defence;health;interior",
        ["the {i} minister of {country} resigned", "the {i} minister of {country} stepped down"],
        [
            "the {i} minister of {country} did not resign",
            "the {i} minister of {country} stayed in office",
        ],
    ),
    (
        "petrol;diesel;electric",
        [
            "sales of {i} cars in {country} rose",
            "more {i} cars were sold in {country}",
        ],
        [
            "sales of {i} cars in {country} fell",
            "fewer {i} cars were sold in {country}",
        ],
    ),
    (
        "first;second;third;fourth",
        [
            "{co} made a profit in the {i} quarter",
            "the {i} quarter brought {co} a profit",
        ],
        [
            "{co} made a loss in the {i} quarter",
            "the {i} quarter brought {co} a loss",
        ],
    ),
    (
        "domestic;foreign",
        ["{i} demand for the products of {co} grew", "{co} saw {i} demand grow"],
        ["{i} demand for the products of {co} shrank", "{co} saw {i} demand shrink"],
    ),
    (
        "left;right",
        [
            "the {i} wing of the plane near {city} was damaged",
            "there was damage to the {i} wing of the plane near {city}",
        ],
        [
            "the {i} wing of the plane near {city} was intact",
            "there was no damage to the {i} wing of the plane near {city}",
        ],
    ),
    (
        "ground;top;third",
        [
            "everyone got out of the {i} floor of the hotel in {city}",
            "the {i} floor of the hotel in {city} was cleared in time",
        ],
        [
            "people were trapped on the {i} floor of the hotel in {city}",
            "the {i} floor of the hotel in {city} was not cleared in time",
        ],
    ),
    (
        "male;female",
        [
            "the {i} hostage held near {city} is alive",
            "the {i} hostage held near {city} survived",
        ],
        ["the {i} hostage held near {city} is dead", "the {i} hostage held near {city} was killed"],
    ),
    (
        "primary;secondary;private",
        [
            "{i} schools in {city} will open on Monday",
            "lessons at {i} schools in {city} begin on Monday",
        ],
        [
            "{i} schools in {city} will stay closed on Monday",
            "there will be no lessons at {i} schools in {city} on Monday",
        ],
    ),
    (
        "regional;national;European",
        [
            "{person} won the {i} title",
            "the {i} title went to {person}",
        ],
        [
            "{person} did not win the {i} title",
            "{person} was beaten to the {i} title",
        ],
    ),
    (
        "short-term;long-term",
        [
            "the bank in {city} raised its {i} rates",
            "{i} rates at the bank in {city} went up",
        ],
        [
            "the bank in {city} cut its {i} rates",
            "{i} rates at the bank in {city} went down",
        ],
    ),
    (
        "draft;final",
        [
            "the {i} report on {city} blames the operator",
            "the operator is blamed in the {i} report on {city}",
        ],
        [
            "the {i} report on {city} clears the operator",
            "the operator is cleared in the {i} report on {city}",
        ],
    ),
    (
        "civil;criminal",
        [
            "the {i} case against {person} was dropped",
            "{person} no longer faces the {i} case",
        ],
        [
            "the {i} case against {person} goes on",
            "{person} still faces the {i} case",
        ],
    ),
    (
        "land;sea",
        [
            "the {i} border between {country} and {country2} is closed",
            "the {i} border between {country} and {country2} has been shut",
        ],
        [
            "the {i} border between {country} and {country2} is open",
            "the {i} border between {country} and {country2} remains open",
        ],
    ),
]


def instances(topic: Topic, rng: random.Random) -> list[Pair]:
    """Pairs about one instance and about two."""
    scene = Scene(topic, rng)
    variants, yes, no = rng.choice(ROWS)
    i, j = rng.sample(variants.split(";"), 2)

    def say(forms: list[str], which: str) -> str:
        return scene.say(rng.choice(forms).replace("{i}", which))

    two = yes if rng.random() < 0.5 else no
    a, b = (scene.say(t.replace("{i}", i)) for t in rng.sample(two, 2))
    return [
        dress(scene, say(yes, i), say(no, i), "contradiction", "same-instance", True),
        dress(scene, say(yes, i), say(no, i), "contradiction", "same-instance", True),
        dress(scene, say(yes, i), say(no, j), "neutral", "other-instance", True),
        dress(scene, say(no, i), say(yes, j), "neutral", "other-instance", True),
        dress(scene, say(two, i), say(two, j), "neutral", "other-instance", True),
        dress(scene, a, b, "entailment", "paraphrase"),
    ]
