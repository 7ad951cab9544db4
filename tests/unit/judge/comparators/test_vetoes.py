"""What speaks against a conflict: in tables of pairs that it must see, and must not see."""

from __future__ import annotations

import pytest

from claimtrack.judge.comparators import signals_between
from claimtrack.judge.comparators.compatible import two_views
from claimtrack.text.moods import Mood
from claimtrack.text.parse import SpacyParser
from tests.statements import readings, value


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def vetoes(name: str, parser: SpacyParser, a: str, b: str) -> bool:
    """Whether the comparator speaks against a conflict, which it must do in either order."""
    return value(name, *readings(parser, a, b)) < 0


APART = [
    ("entity", "Ivo Lehn fell ill in May.", "Ada Brandt sold the brewery."),
    ("thing", "The goods train left Sarn at noon.", "The mail train left Sarn at noon."),
    ("thing", "Brandt's brewery went bankrupt.", "Lehn's brewery went bankrupt."),
    ("thing", "The price of milk rose.", "The price of bread rose."),
    ("update", "The flood has now reached the mill.", "The flood reached the weir."),
    ("update", "By noon on Friday 40 homes were flooded.", "On Friday 12 homes were flooded."),
    ("plan", "The council plans to close the pool.", "The pool was closed by the council."),
    ("plan", "The pool is not expected to close on Friday.", "The pool closed on Friday."),
]
TOGETHER = [
    ("entity", "Ms Brandt never signed the lease.", "Ada Brandt signed the lease."),
    ("entity", "Ivo Lehn had not been paid.", "Ada Brandt had paid for the roof."),
    ("thing", "Ms Brandt never signed the lease.", "Ada Brandt signed the lease."),
    ("thing", "The goods train left Sarn at noon.", "The Sarn train left at two."),
    ("thing", "Lehn's brigade put it out.", "It was the village brigade that put it out."),
    (
        "update",
        "By noon on Friday 40 homes were flooded.",
        "On Friday at noon 12 homes were flooded.",
    ),
    ("update", "The collapse was put down to rust.", "The collapse was caused by a lorry."),
    (
        "update",
        "The bell weighs nine tonnes, as a scale has now shown.",
        "The bell weighs two tonnes.",
    ),
    ("update", "The opera will reopen by the end of May.", "The opera will not reopen."),
    ("plan", "The council has no plans to sell the pool.", "The council sold the pool."),
    ("plan", "The council does not intend to sell the pool.", "The council has sold the pool."),
]


@pytest.mark.parametrize(("name", "a", "b"), APART)
def test_two_things_two_times_and_plans_exclude_little(
    parser: SpacyParser, name: str, a: str, b: str
) -> None:
    """Other names, other things of a kind, a later time and a plan speak against a conflict."""
    assert vetoes(name, parser, a, b)


@pytest.mark.parametrize(("name", "a", "b"), TOGETHER)
def test_what_may_be_one_is_not_held_apart(parser: SpacyParser, name: str, a: str, b: str) -> None:
    """A title, an owner beside a kind, one time told twice, a plan denied hold nothing apart."""
    assert not vetoes(name, parser, a, b)


@pytest.mark.parametrize(
    ("text", "judges"),
    [
        ("Reviewers found the opera tedious.", True),
        ("It was the dullest opera of the season.", True),
        ("The climb was a torture.", True),
        ("Neighbours hate the new mast.", True),
        ("Ivo Lehn was a dim and ugly man.", True),
        ("It was the highest tower in Sarn.", False),
        ("Divers found the anchor.", False),
        ("The yard builds the largest ferries.", False),
        ("Ada Brandt saw the ferry at noon.", False),
        ("The ministry handled the outbreak badly.", True),
        ("The council was wrong to close the pool.", True),
        ("The opera is gripping.", True),
        ("The detour makes no sense.", True),
        ("The exhibition is worth a visit.", True),
        ("The goalkeeper had a superb evening.", True),
        ("The verdict is a defeat for tenants.", True),
        ("The harbour is worth nine million crowns.", False),
        ("The well ran dry.", False),
        ("The clerk was wrong about the date.", False),
        ("The brigade handled 40 calls.", False),
        ("The ward was empty.", False),
    ],
)
def test_a_predicate_that_judges_is_an_opinion(
    parser: SpacyParser, text: str, judges: bool
) -> None:
    """Adjectives that take a side, verdicts, likes and ways of seeing judge; measures do not."""
    assert (Mood.OPINION in readings(parser, text)[0].moods) == judges


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The ministry handled the outbreak well.", "The ministry handled the outbreak badly."),
        ("The detour makes sense.", "The detour makes no sense."),
        ("The curator should resign.", "The curator should stay."),
    ],
)
def test_two_views_of_one_thing_may_both_be_held(parser: SpacyParser, a: str, b: str) -> None:
    """Nothing speaks for a conflict of two who judge, or who say what ought to be."""
    assert not any(signal.value > 0 for signal in signals_between(*readings(parser, a, b)))


def test_two_orders_are_no_views(parser: SpacyParser) -> None:
    """What somebody demanded or did not demand is told as a fact."""
    told = readings(parser, "She demanded the curator's removal.", "She did not demand it.")
    assert not two_views(*told)
