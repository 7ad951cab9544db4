"""Invented names and general word lists that fill the slots of the templates.

People, towns, companies and organisations are composed from parts; countries are real.
"""

from __future__ import annotations

import random
from collections.abc import Callable

FIRST = """Marta Dario Ilse Tomas Amara Jonas Petra Rafael Yusuf Nadia Kenji Lucia Anton Freya
Samir Olga Mateo Greta Idris Elena Viktor Hana Pavel Sofia Kwame Ines Bram Leila
Oscar Daniela Malik Ruth Stefan Aisha Hugo Mirela Callum Noor Emil Tamsin Farid
Joana Lars Zuzana Diego Priya Owen Katya Ravi Beatriz Milan Sana Otto Clara Jamal
Vera Andrei Maeve Tariq Lidia""".split()
LAST = """Kolenko Brandt Okafor Varga Lindqvist Marchetti Haddad Pereira Novotny Ashworth
Tanaka Duarte Ferreira Malik Osei Petrov Holloway Castellan Ibarra Keller Rahimi
Sorensen Bianchi Mbeki Halloran Zielinski Moreau Santoro Vasquez Drummond Kaplan
Ostrov Thorne Nakata Rosales Weller Abara Jansson Dimitrov Lockhart Quispe Rahman
Stanek Ulrich Verhoeven Winslow Yilmaz Zaman Aldana Bergstrom Corrigan Demir Egwu
Falk Grantham Hosseini Ilves Jurado Kowalczyk Lamar Mendes Nyong Ortega Pavlenko""".split()
PLACE_A = """Vel Kar Mar Or Tal Bren Sol Hal Dun Ash Lor Ost Kest Mir Nor Pel Ren Sar Tor Wex Zel
Bar Cal Fen Gar Hol Ir Jas Lin Mel""".split()
PLACE_B = """dova minsk ton ford burg mouth avia enza stad haven field ova wick bridge port ania
ino mere grad ley""".split()
COUNTRIES = """France Brazil Kenya Japan Norway Chile India Poland Egypt Canada Turkey Peru Ghana
Spain Vietnam Austria Nigeria Mexico Sweden Morocco Portugal Finland Thailand Greece
Colombia Ireland Denmark Indonesia Hungary Argentina Ukraine Russia Italy Germany
Pakistan Israel Jordan Armenia Georgia Serbia""".split()
CO_A = """Norvik Helio Brightwater Castor Altamar Quill Sabre Orion Meridian Tessera Lumen
Pinecrest Harrow Vantage Corvus Delphin Ember Falcon Granite Juniper Keystone
Larkspur Mistral Nimbus Oakline Pallas Redwood Solano Tidewater Umbra Vesper
Westmark Zephyr""".split()
CO_B = """Energy Foods Motors Holdings Airlines Pharma Systems Retail Bank Steel Logistics
Media Telecom Chemicals Mining Software Insurance Textiles Labs Group""".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = """January February March April May June July August September October November
December""".split()
UNION_A = "transport dock nurses' teachers' rail public-service farm construction postal".split()

HOLDERS = """the interior ministry;the mayor's office;a government spokesman;
the regional governor;the police chief;the opposition leader;
a company spokeswoman;the prosecutor's office;the national broadcaster;
the trade union;the health ministry;a senior official;the finance ministry;
the foreign minister;the residents' association;an industry body;
the consumer council;a parliamentary committee;the ambulance service;
the regulator;an independent expert;the city council;a military spokesman;
the president's office;a campaign group;the chief executive;the board;
a human rights monitor""".replace("\n", "").split(";")
SOURCES = """officials;police;witnesses;a spokeswoman;local media;state television;
the ministry;two people familiar with the matter;a statement;the agency;
residents;the authorities""".replace("\n", "").split(";")
TAILS = """after weeks of talks;in a case that has drawn wide attention;
as tensions in the region grew;amid mounting criticism;
in front of a large crowd of reporters;despite earlier warnings;
for the second time in a decade;in line with local custom;after a long night;
to the surprise of many;in the middle of the holiday season;
under heavy police guard;without giving further details;as heavy rain fell;
at short notice;on the eve of a public holiday""".replace("\n", "").split(";")
FUTURES = """next week;next month;by the end of the year;in the spring;
before the summer break;later this year;within three weeks;in January;
over the coming days""".replace("\n", "").split(";")
CONDITIONS = """the talks fail;the court agrees;costs keep rising;the parties reach a deal;
the weather holds;parliament approves the money;the results are confirmed;
the security situation improves;no other buyer comes forward;
the vote goes its way;the risk level is raised""".replace("\n", "").split(";")
AUDIENCES = """reporters;a parliamentary hearing;the evening news;a local newspaper;
the city council;supporters;a radio interviewer;foreign diplomats;
a news conference;staff""".replace("\n", "").split(";")

Rng = random.Random


def person(r: Rng) -> str:
    return f"{r.choice(FIRST)} {r.choice(LAST)}"


def town(r: Rng) -> str:
    return r.choice(PLACE_A) + r.choice(PLACE_B)


def company(r: Rng) -> str:
    return f"{r.choice(CO_A)} {r.choice(CO_B)}"


def club(r: Rng) -> str:
    return f"{town(r)} {r.choice(['United', 'City', 'Rovers', 'Athletic', 'Wanderers'])}"


def union(r: Rng) -> str:
    return f"the {r.choice(UNION_A)} union"


def party(r: Rng) -> str:
    a = r.choice("Green Liberal Civic National Workers' People's Reform Centre Unity".split())
    return f"the {a} {r.choice(['Party', 'Alliance', 'Movement'])}"


def group(r: Rng) -> str:
    a = r.choice("Black Grey Red Northern Silent Iron Free New".split())
    return (
        f"the {a} {r.choice('Dawn Front Brigade Hand Circle Banner Harvest Column'.split())} group"
    )


def ship(r: Rng) -> str:
    return (
        f"the {r.choice('Aurora Celeste Northern Pride Albatross Morning Star Vega Siren'.split())}"
    )


def month_day(r: Rng) -> str:
    return f"{r.randint(1, 28)} {r.choice(MONTHS)}"


def clock(r: Rng) -> str:
    return f"{r.randint(1, 12)}.{r.choice(['00', '15', '30', '45'])} {r.choice(['am', 'pm'])}"


MAKERS: dict[str, Callable[[Rng], str]] = {
    "person": person,
    "city": town,
    "country": lambda r: r.choice(COUNTRIES),
    "co": company,
    "club": club,
    "union": union,
    "party": party,
    "ship": ship,
    "group": group,
    "date": month_day,
    "clock": clock,
    "day": lambda r: r.choice(DAYS),
    "month": lambda r: r.choice(MONTHS),
    "year": lambda r: str(r.randint(1962, 2024)),
    "fyear": lambda r: str(r.randint(2027, 2048)),
    "holder": lambda r: r.choice(HOLDERS),
    "aud": lambda r: r.choice(AUDIENCES),
    "fut": lambda r: r.choice(FUTURES),
    "cond": lambda r: r.choice(CONDITIONS),
    "quarter": lambda r: r.choice(
        ["the first quarter", "the second quarter", "the third quarter", "the fourth quarter"]
    ),
    "region": lambda r: (
        r.choice(["northern ", "southern ", "eastern ", "western ", "central "])
        + r.choice(COUNTRIES)
    ),
    "score": lambda r: r.choice("1-0 2-0 2-1 3-0 3-1 3-2 4-1 4-2 5-2 4-3".split()),
    "river": lambda r: f"the {r.choice(PLACE_A)}{r.choice(['a', 'en', 'ava', 'o'])} river",
}
