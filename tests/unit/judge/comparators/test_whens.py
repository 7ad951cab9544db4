"""When one event was, told in other words."""

from __future__ import annotations

import datetime as dt

import pytest

from claimtrack.judge.comparators import signals_between
from claimtrack.judge.readings.reading import read
from claimtrack.model import DayInterval, Statement
from claimtrack.text.parse import SpacyParser


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def clash(parser: SpacyParser, a: str, b: str, days: tuple[str, str] = ("", "")) -> bool:
    """Whether a comparator of days or hours speaks for a conflict; ``days`` are event times."""
    statements = []
    for text, iso in zip((a, b), days, strict=True):
        day = dt.date.fromisoformat(iso) if iso else None
        statements.append(Statement(text, DayInterval(day, day) if day else None))
    docs = parser.parse([statement.text for statement in statements])
    first, second = (read(s, doc) for s, doc in zip(statements, docs, strict=True))
    return any(s.name in ("time", "date") and s.value > 0 for s in signals_between(first, second))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The explosion at the fertiliser plant happened at 10.15 a.m.",
         "The plant blew up shortly after noon."),
        ("Masked men raided the bank at 9.20 a.m.",
         "The hold-up took place at about eleven on Tuesday morning."),
        ("The tanker ran aground at 5 a.m.",
         "The grounding occurred at ten past eight in the morning."),
        ("The log puts the collision at 4.02 a.m.", "The two trains collided at 4.30 a.m."),
        ("The night shift began at 8 p.m.", "The crew had been at work since six in the evening."),
        ("The ambulance arrived at 7.05 p.m.", "Paramedics were on the scene at 7.40 p.m."),
        ("It was at six in the morning when the roof came down.",
         "The collapse of the roof occurred at 7.20 a.m."),
        ("The first rocket landed at 6.25 a.m.", "The bombardment began at 5 a.m."),
    ],
)  # fmt: skip
def test_two_hours_of_one_event_clash_whatever_it_is_called(
    parser: SpacyParser, a: str, b: str
) -> None:
    assert clash(parser, a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The fire broke out at 3 a.m.", "The fire was put out at 5 a.m."),
        ("The fire broke out at 3 a.m.", "The first engine arrived at 3.20 a.m."),
        ("The first blast came at 9.10 a.m.", "The second explosion followed at 9.40 a.m."),
        ("The bus that left at nine was full.", "The bus that left at ten was late."),
        ("The attack began at 4 a.m.", "The attack ended at 6 a.m."),
        ("The attack began at 4 a.m.", "Jets bombed the port at 6 a.m."),
        ("The flight was to leave at 6 p.m.", "The flight left at 9 p.m."),
        ("The fire broke out on Friday night.",
         "The blaze started at about 9.40 p.m. on Friday (1.40 a.m. on Saturday by Teldin time)."),
        ("The ferry sank at 3 a.m.", "The ferry sent a distress call at 2.40 a.m."),
        ("Two men robbed the jeweller at noon.",
         "The robbers fled at a quarter past twelve in the afternoon."),
    ],
)  # fmt: skip
def test_hours_of_two_things_do_not_clash(parser: SpacyParser, a: str, b: str) -> None:
    assert not clash(parser, a, b)


@pytest.mark.parametrize(
    ("a", "b", "days", "expected"),
    [
        ("Senator Vane flew out on Monday night.", "Senator Vane left the country on Wednesday.",
         ("2025-02-03", "2025-02-05"), True),
        ("Police arrested Omar Dell on Wednesday.", "Dell was taken into custody on Monday.",
         ("2025-02-05", "2025-02-03"), True),
        ("The truce began at midnight on Wednesday.",
         "The ceasefire took effect at noon on Thursday.", ("2025-02-05", "2025-02-06"), True),
        ("The new parking fee comes into force on 1 April.",
         "The higher charge will apply from 1 July.", ("2025-04-01", "2025-07-01"), True),
        ("The hearing is due to start in March.", "The hearing will not open before June.",
         ("", ""), True),
        ("The trial will start in June.", "The trial will not start before March.",
         ("", ""), False),
        ("The bridge will reopen by June.", "The bridge will reopen in May.", ("", ""), False),
        ("The two leaders met on Monday.", "Talks were held on Wednesday in Vienna.",
         ("2025-02-03", "2025-02-05"), False),
        ("Ward 7 was closed on Saturday.", "A ward in the south was closed on Monday.",
         ("2025-03-01", "2025-02-17"), False),
        ("A fire broke out at the mill in February 2020.",
         "The blaze at the mill broke out on Wednesday.", ("2020-02-03", "2025-02-05"), False),
        ("The warehouse burned down on Friday night.",
         "The warehouse was destroyed at two on Saturday morning.",
         ("2025-02-07", "2025-02-08"), False),
    ],
)  # fmt: skip
def test_two_days_clash_where_it_happened_once(
    parser: SpacyParser, a: str, b: str, days: tuple[str, str], expected: bool
) -> None:
    assert clash(parser, a, b, days) is expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Water was restored to the whole of Tarn at 6 a.m.",
         "The last flats in Tarn had water again at 2 p.m."),
        ("The lights came back on at 10.40 p.m.", "The lights were back on at 9.15 p.m."),
        ("The siege ended at 5 a.m.", "The siege was not over until 7 a.m."),
        ("A bang was heard at 8.50pm.", "The boiler went up in a fireball at 9.30 p.m."),
        ("Two ferries will arrive in May 2026.",
         "The port will not get its first ferry until 2027."),
        ("Four jets will arrive in 2029 and six in 2030.",
         "Tarn will not get its first jet before 2031."),
        ("The bridge was last inspected in May 2023.",
         "The last inspection of the bridge was in 2019."),
        ("Inspectors last visited the mine in April 2024.",
         "The last inspection of the mine was in 2022."),
        ("Finance director Tom Reve quit on 4 May.",
         "Company veteran Tom Reve stepped down on 12 May."),
        ("Nora Kest was born in 1961.", "Nora Kest was born in 1958."),
    ],
)  # fmt: skip
def test_two_times_clash_of_what_is_had_again_or_comes_or_happens_once(
    parser: SpacyParser, a: str, b: str
) -> None:
    assert clash(parser, a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("When the dam broke at 4.10 a.m., the Sorn family was asleep.",
         "The Sorn family was rescued at 9 a.m."),
        ("The shop that burned at noon belonged to Oda Fenn.", "Oda Fenn's shop opened at 8 a.m."),
        ("As the lights went out at 8.10 p.m., Mara Teln was on stage.",
         "The lights came back at 9 p.m."),
        ("The march began at 6 p.m. on Friday.", "The march was over at 1 a.m."),
        ("The debate was not over until 2 a.m.", "The debate opened at 3 p.m."),
        ("The heating failed on Monday.", "The heating was restored on Thursday."),
        ("Gas was restored to the harbour at 8 a.m.", "Gas was restored to the old town at noon."),
        ("Most homes had power back by 9 p.m.", "The last homes got power back at noon."),
        ("The bang came at 8.50pm.", "The cordon went up at 9.30 p.m."),
        ("The first tram will be delivered in 2027.", "Six trams will arrive in 2029."),
        ("The minister last visited the bridge in May 2023.",
         "The last inspection of the bridge was in 2019."),
        ("The first inspection of the bridge was in 2011.",
         "The last inspection of the bridge was in 2019."),
        ("The firm was founded in 1987.", "The club was founded in 1991."),
        ("Ada Brandt died on Sunday evening.", "Jon Brandt died on Friday."),
        ("A bomb exploded in Tarn at 9 a.m.", "A bomb exploded in Orlo at 11 a.m."),
        ("The meeting with the union began at 9 a.m.",
         "The meeting with the bank began at 11 a.m."),
        ("Ada Brandt was arrested on Monday.", "Ada Brandt's husband was arrested on Friday."),
        ("A guard was killed on Monday.", "A guard was killed on Friday."),
    ],
)  # fmt: skip
def test_a_beginning_and_an_end_or_a_clause_beside_have_their_own_times(
    parser: SpacyParser, a: str, b: str
) -> None:
    assert not clash(parser, a, b)
