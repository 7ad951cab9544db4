"""Updates: what a later report overtakes, and what stays a dispute though days lie between."""

from __future__ import annotations

import datetime as dt

import pytest

from claimtrack.judge.comparators import signals_between
from claimtrack.judge.comparators.comparison import Comparison
from claimtrack.judge.comparators.updates import update
from claimtrack.judge.readings.reading import Reading, read
from claimtrack.model import DayInterval, Statement
from claimtrack.text.parse import SpacyParser

FIRST, SECOND = dt.date(2026, 1, 10), dt.date(2026, 3, 15)


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def said(parser: SpacyParser, text: str, day: dt.date | None) -> Reading:
    when = DayInterval(day, day) if day else None
    return read(Statement(text, report_time=when), parser.parse([text])[0])


OVERTAKEN = [
    ("Eleven streets in Sarn are without power.", "Only three streets are still without power."),
    ("The Orvale reservoir is 80 percent full.", "The Orvale reservoir is down to 40 percent."),
    ("Ivo Lehn is head of the opera.", "The opera has had no head since Ivo Lehn left on 3 March."),
    ("The sale of the yard needs the consent of the county.", "The county approved the sale."),
    ("The sale of the yard awaits approval.", "The county has approved the sale of the yard."),
    ("The race will start on 3 May.", "The race has been put back to July."),
    ("The race starts on 3 May.", "The race has been postponed until July."),
    ("Eleven streets in Sarn are without power.", "Three streets in Sarn are without power."),
    ("The fire has not yet been put out.", "The fire is out."),
    ("The strike goes into its second day.", "The strikers are back at work."),
    ("The crew will strike on Friday.", "The crew worked as usual on Friday."),
    ("The opera has no head.", "Ada Brandt was made head of the opera."),
    ("Nobody has been charged yet.", "Two men have been charged."),
    ("There is no deal on the yard yet.", "The two firms have signed a deal on the yard."),
]
DISPUTED = [
    ("Eleven streets in Sarn were without power.", "Only three streets were without power."),
    ("The leak exposed 400 patients.", "The leak exposed 900 patients."),
    ("The crash killed 27 people in total.", "The crash killed 64 people."),
    ("Ivo Lehn was head of the opera in May.", "The opera had no head in May."),
    ("The county approved the sale of the yard.", "The county did not approve the sale."),
    ("The race started on 3 May.", "The race started on 12 May."),
    ("The storm destroyed 41 huts.", "The storm destroyed 12 huts."),
]


@pytest.mark.parametrize(("earlier", "later"), OVERTAKEN)
def test_a_later_report_overtakes_what_lasted_or_was_set(
    parser: SpacyParser, earlier: str, later: str
) -> None:
    """What has become of a state, or of a date that was set, is an update, in either order."""
    a, b = said(parser, earlier, FIRST), said(parser, later, SECOND)
    for pair in ((a, b), (b, a)):
        found = update(*pair)
        assert found is not None
        assert (found.name, found.value < 0) == ("update", True)
        assert not any(signal.value > 0 for signal in signals_between(*pair))


@pytest.mark.parametrize(("earlier", "later"), DISPUTED)
def test_days_between_two_reports_alone_overtake_nothing(
    parser: SpacyParser, earlier: str, later: str
) -> None:
    """Disputes are reported on different days too."""
    assert update(said(parser, earlier, FIRST), said(parser, later, SECOND)) is None


@pytest.mark.parametrize(("earlier", "later"), [OVERTAKEN[0], OVERTAKEN[3], OVERTAKEN[5]])
def test_without_order_there_is_no_update(parser: SpacyParser, earlier: str, later: str) -> None:
    """On one day, or where no day is told, neither overtakes the other."""
    for day in (FIRST, None):
        found = update(said(parser, earlier, day), said(parser, later, day))
        assert found is None or found.name != "update"


@pytest.mark.parametrize(
    ("a", "b", "two"),
    [
        ("With a third of the votes counted, Brandt has 54 percent.",
         "With all votes counted, Brandt has 47 percent.", True),
        ("After half the precincts had reported, Brandt led with 54 percent.",
         "With every precinct reporting, Brandt had 47 percent.", True),
        ("With all votes counted, Brandt has 54 percent.",
         "With all votes counted, Brandt has 47 percent.", False),
    ],
)  # fmt: skip
def test_two_stages_of_a_count_are_two_figures(
    parser: SpacyParser, a: str, b: str, two: bool
) -> None:
    """A share of an unfinished count does not dispute that of another stage; of one it does."""
    pair = Comparison(said(parser, a, None), said(parser, b, None))
    assert pair.excludes(update) is two
    assert any(signal.value > 0 for signal in signals_between(pair.a, pair.b)) is not two


@pytest.mark.parametrize(
    ("a", "b", "passed"),
    [
        ("The fire has now burned 900 hectares.", "The fire burned 400 hectares.", True),
        ("The fire has now burned 400 hectares.", "The fire burned 900 hectares.", False),
        ("By noon on Sunday the fire had burned 400 hectares.",
         "The fire had burned 900 hectares by Sunday noon.", False),
        ("By noon on Sunday the fire had burned 400 hectares.",
         "The fire has now burned 900 hectares.", True),
        ("Turnout had reached 41.5 per cent by 4 p.m.", "Turnout was 61.4 per cent.", True),
        ("By half past nine the crowd numbered 2,000.", "The crowd numbered 9,000.", True),
        ("By six o'clock 30 bodies had been found.", "Rescuers found 44 bodies.", True),
        ("Turnout had reached 41.5 per cent by 4 p.m.",
         "By 4 p.m. turnout stood at 38 per cent.", False),
        ("The road must be cleared by 6 p.m.", "The road was never closed.", False),
        ("Residents were told to leave by 6 p.m.", "Residents were not told to leave.", False),
    ],
)  # fmt: skip
def test_time_has_passed_where_a_count_could_have_grown(
    parser: SpacyParser, a: str, b: str, passed: bool
) -> None:
    """A burnt area never shrinks, and one hour told twice is no later one."""
    first, second = said(parser, a, None), said(parser, b, None)
    for found in (update(first, second), update(second, first)):
        assert (found is not None) is passed
