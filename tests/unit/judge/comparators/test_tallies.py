"""Which question a figure answers, and when two figures answer one."""

from __future__ import annotations

import datetime as dt

import pytest

from claimtrack.judge.comparators import signals_between
from claimtrack.judge.comparators.figures.measures import measures
from claimtrack.judge.readings.reading import Reading, read
from claimtrack.model import DayInterval, Statement
from claimtrack.text.parse import SpacyParser

ONE = [
    "Eleven miners lost their lives in the blast at Karsk. | The Karsk pit blast left 17 dead.",
    "The shelling of Orlovka claimed the lives of six civilians. | "
    "Four people were killed when shells hit Orlovka.",
    "The hospital admitted 48 casualties after the stampede. | "
    "Doctors treated 112 people hurt in the stampede.",
    "Some 3,000 people filled the square. | The organisers spoke of 25,000 participants.",
    "About 15,000 fans turned out for the parade. | The parade drew a crowd of 60,000.",
    "Police arrested 34 demonstrators. | A total of 120 protesters were taken into custody.",
    "Two hundred families had to leave their homes because of the landslide. | "
    "The landslide drove 900 families from their houses.",
    "The factory employs 450 workers. | The factory has a workforce of 1,100.",
    "The bank lost 4.2 billion francs on the bonds. | "
    "Losses on the bonds came to 1.9 billion francs, the bank says.",
    "The ransom that was paid came to 2 million dollars. | "
    "The family handed over 500,000 dollars to the kidnappers.",
    "Customers withdrew 300 million euros from Sellen Bank. | "
    "More than 900 million euros flowed out of Sellen Bank.",
    "The deficit reached 6 billion crowns. | The state is 9 billion crowns in the red.",
    "Our gunners shot down 14 missiles. | Of the missiles, six were intercepted.",
    "The lorry was travelling at 130 kilometres an hour. | "
    "The lorry's speed was 85 kilometres an hour.",
    "The cooling water never went above 19 degrees. | "
    "The cooling water reached 27 degrees Celsius.",
    "The turbine did not reach 3,000 megawatts. | The turbine reached 3,400 megawatts.",
    "Renata Motors has sold 41,000 Corsa 4 vans. | "
    "28,000 Corsa 4 vans have been sold since the spring of 2023.",
    "Milk sales fell 12 per cent in the first quarter. | "
    "Milk sales were 4 per cent lower in the first quarter.",
    "The sailor was picked up 12 miles off the coast. | "
    "The sailor was found just two miles off the shore.",
    "The distance from the pier is 400 metres. | The ferry sank two kilometres from the pier.",
    "Smugglers got away with two million dollars' worth of jade. | "
    "Jade worth 300,000 dollars was stolen.",
    "The minister accepted watches worth 40,000 francs. | "
    "The watches that the minister got were worth 9,000 francs.",
    "Three rockets were fired at the airport. | There were eleven rockets.",
    "There are 2,000 people in front of the palace. | "
    "Some 9,000 people have gathered in front of the palace.",
    "Five of the nine pumps are working. | Only two of the nine pumps are running.",
    "The foundation paid two million euros to the mayor's brother. | "
    "The mayor's brother received 400,000 euros from the foundation.",
    "The temple was rebuilt for 12 million rupees. | 30 million rupees went into the temple.",
    "More than half of the spilled diesel has been scooped up. | "
    "A tenth of the spilled diesel was recovered.",
    "The plant supplies two thirds of the city's electricity. | "
    "The plant generates barely a quarter of the city's power.",
    "The militia is holding twelve nurses. | The militia has taken four nurses prisoner.",
    "The volcano threw ash six kilometres above the crater. | "
    "Ash rose nine kilometres above the crater.",
    "The mine produced 900,000 tonnes of ore. | The mine's output was 600,000 tonnes of ore.",
    "Twelve ships were waiting outside the harbour. | There were 30 ships outside the harbour.",
    "Of the students, 310 had dropped out. | The university's table puts the drop-outs at 120.",
    "The tunnel costs 30 million marks. | The tunnel will cost 75 million marks.",
]
TWO = [
    "Four people were killed when shells hit Orlovka. | Orlovka is a town of 12,000 people.",
    "Some 3,000 people filled the square. | Police arrested 40 people in the square.",
    "The bus was carrying 52 passengers. | Nine passengers were killed on the bus.",
    "The train entered the tunnel at 118 kilometres an hour. | "
    "The speed limit in the tunnel is 60 kilometres an hour.",
    "The bridge cost 340 million dollars. | The city has spent 22 million dollars on repairs to "
    "the bridge.",
    "The club paid 45 million euros for the striker. | The striker earns 6 million euros a year.",
    "The clock is worth 15,000 crowns. | The coins are worth 600,000 crowns.",
    "The poll puts support for the treaty at 58 per cent. | "
    "According to the poll, 31 per cent are against the treaty.",
    "Police arrested 34 demonstrators. | Eleven of the demonstrators were still in custody.",
    "Depositors withdrew 90 million euros on Monday. | "
    "Withdrawals over Monday and Tuesday came to 400 million euros.",
    "Three soldiers were killed on Monday. | Nine soldiers have been killed since the weekend.",
    "You could draw no more than 1,000 euros a day. | "
    "Of the loan, 550 million euros had been drawn by Friday.",
    "The mine employs 610 people. | Today the union has 34 people at the mine.",
    "The limit of 1,000 talers a day ends at midnight. | The shares ended the day at 5.52 talers.",
    "Two jets dropped four bombs on the depot. | There were four bombs.",
    "Milk sales fell 12 per cent. | Milk is 4 per cent of all sales.",
    "Bus fares went up 6 per cent. | Bus fares are 30 per cent lower than rail fares.",
    "The jet landed at 160 knots. | The jet landed about 20 knots faster than it should have.",
    "The present duty is 18 per cent. | The duty on wine drops to 6 per cent.",
    "There were six guards at the gate. | Two guards at the gate were shot.",
    "The vineyard harvested 40 tonnes of grapes. | Hail destroyed 12 tonnes of grapes in the "
    "vineyard.",
    "The mast is 90 metres tall. | The mast fell on a house 60 metres away.",
    "The canton's share of the motorway costs is 90 million francs. | The motorway costs "
    "640 million francs.",
    "In the night of the storm 30,000 homes had no power. | Power has been restored to all but "
    "900 homes.",
    "The body was found 200 metres from the house. | The car was found 40 metres from the house.",
    "The bridge is 1,140 metres long. | The rail bridge 300 metres downstream stayed open.",
    "The choir has 54 singers instead of 60. | The choir had 54 singers.",
    "Ada Brandt was not 43. | Ada Brandt is 34.",
    "Nine nurses from Ward 3 are off sick. | Fourteen patients on Ward 3 have fallen ill.",
    "The thieves took 70 rings. | They took every one.",
    "The task force now has 40 officers. | A task force of 25 officers has been set up.",
    "Anna Holm, 31, is the cousin of Lars Holm, 44. | Police arrested Anna Holm, 31.",
]


@pytest.fixture(scope="module")
def known() -> dict[str, Reading]:
    texts = [text for pair in (*ONE, *TWO) for text in pair.split(" | ")]
    docs = SpacyParser().parse(texts)
    return {text: read(Statement(text), doc) for text, doc in zip(texts, docs, strict=True)}


def clash(known: dict[str, Reading], pair: str) -> bool:
    first, second = (known[text] for text in pair.split(" | "))
    return any(s.name == "quantity" and s.value > 0.3 for s in signals_between(first, second))


@pytest.mark.parametrize("pair", ONE)
def test_figures_that_answer_one_question_clash_in_other_words(
    known: dict[str, Reading], pair: str
) -> None:
    """What befell those who are counted is one, whatever noun and verb tell it."""
    assert clash(known, pair)


@pytest.mark.parametrize("pair", TWO)
def test_figures_that_answer_two_questions_do_not_clash(
    known: dict[str, Reading], pair: str
) -> None:
    """A fate, a sum, a rate, a limit or a length of time that differs makes two questions."""
    assert not clash(known, pair)


def test_a_figure_of_those_who_still_are_is_not_of_those_who_have_been(
    known: dict[str, Reading],
) -> None:
    """Of those arrested some have been let go."""
    [held] = [m for m in measures(known[TWO[8].split(" | ")[1]]) if m.quantity.value == 11]
    assert held.tally == {"hold still"}


def test_what_happened_in_a_month_long_gone_is_not_what_an_undated_report_counts() -> None:
    """A time of a whole month or year is another than that of a report without one."""
    texts = (
        "In October a flood killed 40 people in the valley.",
        "Twelve people were killed when the river burst its banks.",
    )
    october = DayInterval(dt.date(2030, 10, 1), dt.date(2030, 10, 31), "October")
    docs = SpacyParser().parse(texts)
    a, b = (read(Statement(text), doc) for text, doc in zip(texts, docs, strict=True))
    dated = read(Statement(texts[0], october), docs[0])
    assert any(signal.name == "quantity" for signal in signals_between(a, b))
    assert not any(
        signal.name == "quantity" and signal.value > 0 for signal in signals_between(dated, b)
    )
